package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/ui/async"
	"itportfoljen/ui/uitest"
)

// TestCtrlPOpensWhatThePageShows: a list as it is shown, and the report on the reports' page, as
// a PDF in the system's own program.
func TestCtrlPOpensWhatThePageShows(t *testing.T) {
	s := whole(t)
	var opened []string
	s.Services.OpenFile = func(path string) error {
		data, err := os.ReadFile(path)
		if err != nil || !strings.HasPrefix(string(data), "%PDF-") {
			t.Errorf("%s is no PDF: %v", path, err)
		}
		opened = append(opened, filepath.Base(path))
		return nil
	}
	for page, want := range map[string]string{"systems": "System ", "agreements": "Avtal ", "plan": "Insatser ", "budget": "", "people": "Personer ", "reports": "Ledningsgruppsrapport "} {
		opened = nil
		s.Go(page, nil)
		async.Flush()
		uitest.Shortcut(s, &desktop.CustomShortcut{KeyName: fyne.KeyP, Modifier: fyne.KeyModifierControl})
		if len(opened) != 1 || !strings.HasPrefix(opened[0], want) {
			t.Errorf("%s: opened %q", page, opened)
		}
	}
	opened = nil
	s.Go("overview", nil)
	uitest.Shortcut(s, &desktop.CustomShortcut{KeyName: fyne.KeyP, Modifier: fyne.KeyModifierControl})
	if len(opened) != 0 {
		t.Errorf("the overview opened %q", opened)
	}
}
