package reporting

import (
	"itportfoljen/app"
	"itportfoljen/ui/shell"
)

var last *Page

// Watched is the page's Spec, with the page kept for the functions here.
func Watched() shell.PageSpec {
	spec := Spec()
	spec.New = func(s *shell.Shell) shell.Page {
		p := New(s)
		last, _ = p.(*Page)
		return p
	}
	return spec
}

// Set changes a setting as its input would.
func Set(key, value string) {
	for _, s := range last.info().Settings {
		if s.Key == key {
			last.set(s, value)
		}
	}
}

// Settings are what the report is told.
func Settings() map[string]string { return last.settings() }

// Chosen is the report chosen.
func Chosen() app.ReportInfo { return last.info() }

// CanSave says whether the button is enabled.
func CanSave() bool { return !last.save.Disabled() }

// Name is what a saved file is called.
func Name() string { return shell.FileName(last.name()) + ".pdf" }

// Write saves to a path.
func Write(path string) (done bool) {
	last.s.WriteFile(path, last.writing(func(string) { done = true }))
	return done
}

// Drawn is how many pages are drawn.
func Drawn() int { return len(last.preview.drawn) }

// Turn goes so many pages down.
func Turn(by int) {
	for range by {
		last.preview.turn(1)
	}
}

// Toggle shows or hides the settings.
func Toggle() { last.togglePanel() }
