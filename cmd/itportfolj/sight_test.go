package main

import (
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/cmd/internal/wiring"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// apart are the actions that show nothing in the window itself, or end it.
var apart = []string{"quit", "logfile", "logfolder", "fullscreen", "undo", "redo", "theme", "contrast", "larger", "smaller", "usualsize", "close", "example"}

// scenes are every page with each of its tabs, a form of each kind with each of its tabs, and every dialog that
// an action opens.
func scenes(s *shell.Shell) (out []view) {
	out = append(out, views...)
	for _, v := range views {
		v.show(s)
		async.Flush()
		bars := uitest.Find[*widgets.TabBar](s)
		if len(bars) == 0 {
			continue
		}
		for _, tab := range bars[0].Items() {
			out = append(out, view{v.name + " " + tab.Label, func(s *shell.Shell) {
				v.show(s)
				async.Flush()
				pick(s, 0, tab.ID)
			}})
		}
	}
	for _, k := range app.Kinds {
		all := s.Portfolio().All(k)
		if k.Silent || k.Owner() != nil || len(all) == 0 {
			continue
		}
		open := func(s *shell.Shell) { s.Open(all[0].ID); async.Flush() }
		open(s)
		tabs := formTabs(s)
		if tabs == nil {
			continue
		}
		for _, tab := range tabs.Items() {
			out = append(out, view{k.One + " " + tab.Label, func(s *shell.Shell) {
				open(s)
				if now := formTabs(s); now != nil {
					now.Select(tab.ID)
					now.OnSelect(tab.ID)
				}
			}})
		}
	}
	seen := map[string]bool{}
	for _, a := range s.Actions() {
		if like, _, found := strings.Cut(a.ID, ":"); found { // one of those that show the same page
			if seen[like] {
				continue
			}
			seen[like] = true
		}
		if guide := strings.HasPrefix(a.ID, "guide."); guide && seen["guide"] {
			continue
		} else if guide {
			seen["guide"] = true
		}
		if a.Run == nil || slices.Contains(apart, a.ID) || a.Enabled != nil && !a.Enabled() {
			continue
		}
		out = append(out, view{"åtgärd " + a.ID, func(s *shell.Shell) { s.Go("overview", nil); a.Run() }})
	}
	return out
}

// pick chooses a tab of one of the bars in view.
func pick(s *shell.Shell, bar int, id string) {
	bars := uitest.Find[*widgets.TabBar](s)
	if bar < len(bars) && slices.ContainsFunc(bars[bar].Items(), func(it widgets.TabItem) bool { return it.ID == id }) {
		bars[bar].Select(id)
		bars[bar].OnSelect(id)
	}
}

// uncover takes away what a scene has laid on top.
func uncover(s *shell.Shell) {
	for range 5 {
		top := s.Window.Canvas().Overlays().Top()
		if top == nil {
			return
		}
		if o, ok := top.(*widgets.Overlay); ok {
			o.Close()
		} else {
			s.Window.Canvas().Overlays().Remove(top)
		}
		async.Flush()
	}
}

// exampleWindow shows the example with all that the program has.
func exampleWindow(t *testing.T) *shell.Shell {
	t.Helper()
	for _, key := range []string{"XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA"} { // no copies among the user's own
		t.Setenv(key, t.TempDir())
	}
	return uitest.Window(t, uitest.Example(t), wiring.Services(wiring.Options{Who: "Anna Ek", Today: uitest.Today}), pages()...)
}

// TestNothingIsCutOrOutside walks every scene at the sizes that windows have, with small and large letters, and
// holds that all text is seen and all that can be pressed can be reached; and, in every theme, that all text has
// the contrast it needs against what it really stands on. All sizes are walked with ITP_SIGHT.
func TestNothingIsCutOrOutside(t *testing.T) {
	s := exampleWindow(t)
	told := map[string]bool{}
	tell := func(format string, args ...any) { // once
		if !told[args[1].(string)] {
			told[args[1].(string)] = true
			t.Errorf(format, args...)
		}
	}
	all := scenes(s)
	walk := func(size fyne.Size, look theme.Settings, faults func(*uitest.Sight) []string) {
		s.SetLook(look)
		s.Window.Resize(size)
		for _, v := range all {
			v.show(s)
			async.Flush()
			for _, f := range faults(uitest.Look(s)) {
				tell("%s: %s (%v, %+v)", v.name, f, size, look)
				keepPoints(t, strings.ReplaceAll(v.name, ":", "-"), s.Window.Canvas().Capture())
			}
			uncover(s)
		}
	}
	stands := func(l *uitest.Sight) []string { return l.Faults }
	both := func(l *uitest.Sight) []string { return append(l.Faults, l.Faint()...) }
	// Themes change no lengths, so each is walked at a size of its own.
	walk(fyne.NewSize(600, 340), theme.Settings{Mode: theme.Light, TextPercent: 100}, both)
	walk(fyne.NewSize(1366, 768), theme.Settings{Mode: theme.LightContrast, TextPercent: 150}, both)
	if os.Getenv("ITP_SIGHT") == "" {
		return
	}
	walk(fyne.NewSize(600, 340), theme.Settings{Mode: theme.Light, TextPercent: 150}, stands)
	walk(fyne.NewSize(800, 600), theme.Settings{Mode: theme.DarkContrast, TextPercent: 100}, both)
	walk(fyne.NewSize(800, 600), theme.Settings{Mode: theme.Light, TextPercent: 150}, stands)
	walk(fyne.NewSize(1366, 768), theme.Settings{Mode: theme.Dark, TextPercent: 100}, both)
	walk(fyne.NewSize(1920, 1080), theme.Settings{Mode: theme.Dark, TextPercent: 100}, both)
	walk(fyne.NewSize(1920, 1080), theme.Settings{Mode: theme.Light, TextPercent: 150}, stands)
	walk(fyne.NewSize(2560, 1440), theme.Settings{Mode: theme.LightContrast, TextPercent: 100}, both)
	walk(fyne.NewSize(2560, 1440), theme.Settings{Mode: theme.Light, TextPercent: 150}, stands)
}
