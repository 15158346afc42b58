package settingspage_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// settingsFound are the settings that Ctrl+K has, by what they are called.
func settingsFound(s *shell.Shell) (out []*shell.Action) {
	for _, a := range s.Actions() {
		if strings.HasPrefix(a.ID, "setting ") {
			out = append(out, a)
		}
	}
	return out
}

// TestEverySettingIsFoundAndGoneTo: Ctrl+K comes to the row or the button itself, in view and
// with the keyboard.
func TestEverySettingIsFoundAndGoneTo(t *testing.T) {
	s := open(t, uitest.Open(t), "municipality")
	s.Window.Resize(fyne.NewSize(1100, 420)) // what is far down isn't in view
	for _, a := range settingsFound(s) {
		s.Go("settings", "tags")
		a.Run()
		o, ok := s.Window.Canvas().Focused().(fyne.CanvasObject)
		if !ok {
			t.Errorf("%s: nothing has the keyboard", a.Name())
			continue
		}
		if y := widgets.PositionOf(o).Y; y < 0 || y > s.Window.Canvas().Size().Height-10 {
			t.Errorf("%s stands at %v, outside the window", a.Name(), y)
		}
	}
}

// TestEveryRowOfTheSettingsIsOneThatCtrlKFinds: also those that somebody adds.
func TestEveryRowOfTheSettingsIsOneThatCtrlKFinds(t *testing.T) {
	s := open(t, uitest.Open(t), "municipality")
	rows := 0
	for _, tab := range []string{"municipality", "governance", "program"} {
		s.Go("settings", tab)
		for _, f := range uitest.Find[*input.Field](s) {
			if record.KeyboardOf(f) == nil {
				continue
			}
			rows++
			if !slices.ContainsFunc(settingsFound(s), func(a *shell.Action) bool {
				a.Run()
				return slices.ContainsFunc(uitest.Find[*input.Field](s), func(now *input.Field) bool {
					return now.Label() == f.Label() && s.Window.Canvas().Focused() == record.KeyboardOf(now)
				})
			}) {
				t.Errorf("%q on %s isn't found by Ctrl+K", f.Label(), tab)
			}
		}
	}
	if rows < 15 {
		t.Errorf("only %d rows looked at", rows)
	}
}
