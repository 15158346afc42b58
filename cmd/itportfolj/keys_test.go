package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/ui/async"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// TestNoKeyIsCtrlAlt: on a Swedish keyboard Ctrl+Alt is AltGr, which writes @, €, { and |.
// Neither an action nor anything that handles keys answers to it, and no two actions to the
// same.
func TestNoKeyIsCtrlAlt(t *testing.T) {
	s := whole(t)
	seen := map[string]string{}
	for _, a := range s.Actions() {
		if a.Modifier&fyne.KeyModifierControl != 0 && a.Modifier&fyne.KeyModifierAlt != 0 {
			t.Errorf("%s is %s", a.ID, a.Hint())
		}
		if hint := a.Hint(); hint != "" {
			if seen[hint] != "" {
				t.Errorf("%s is both %s and %s", hint, seen[hint], a.ID)
			}
			seen[hint] = a.ID
		}
	}
	both := regexp.MustCompile(`KeyModifier(Control|Alt)\s*\|\s*(fyne\.)?KeyModifier(Control|Alt)|ctrl\s*\|\s*alt|alt\s*\|\s*ctrl|(?i)ctrl\+alt`)
	err := filepath.WalkDir("../../ui", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		code, err := os.ReadFile(path)
		if at := both.Find(code); at != nil {
			t.Errorf("%s: %s", path, at)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"../../docs/handbok.md", "../../assets/texts/shell.json"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "Ctrl+Alt") {
			t.Errorf("%s tells of Ctrl+Alt", file)
		}
	}
}

// TestTheMenuKeyOpensTheMenuOfARowACardAndABar: as a right click on them does.
func TestTheMenuKeyOpensTheMenuOfARowACardAndABar(t *testing.T) {
	s := whole(t)
	for _, way := range []string{"list", "board", "timeline"} {
		s.Go("plan", way)
		async.Flush()
		uitest.Press(s, fyne.KeyDown)
		had := s.Window.Canvas().Focused()
		uitest.Press(s, desktop.KeyMenu)
		if _, ok := s.Window.Canvas().Focused().(*widgets.OptionList); !ok {
			t.Errorf("%s: %T has the keyboard, not a menu", way, s.Window.Canvas().Focused())
		}
		uitest.Press(s, fyne.KeyEscape)
		if s.Window.Canvas().Focused() != had {
			t.Errorf("%s: %T has the keyboard after the menu", way, s.Window.Canvas().Focused())
		}
	}
}
