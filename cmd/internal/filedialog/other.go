//go:build !linux && !windows

package filedialog

import (
	"context"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"itportfoljen/ui/dialogs"
)

// Dialogs implements dialogs.Computer: here nobody has tried the computer's own.
func (Computer) Dialogs() bool { return false }

// Dialog implements dialogs.Computer.
func (Computer) Dialog(fyne.Window, dialogs.Question) func(context.Context) ([]string, error) {
	return func(context.Context) ([]string, error) { return nil, dialogs.ErrNoDialog }
}

// Places implements dialogs.Computer.
func (Computer) Places() (out []dialogs.Place) {
	home, err := os.UserHomeDir()
	if err != nil {
		return nil
	}
	for _, f := range []struct{ name, label string }{{"Documents", "Dokument"}, {"Desktop", "Skrivbord"}, {"Downloads", "Hämtade filer"}} {
		out = append(out, dialogs.Place{Label: f.label, Path: filepath.Join(home, f.name)})
	}
	return append(out, dialogs.Place{Label: "Skivor", Path: "/Volumes"})
}
