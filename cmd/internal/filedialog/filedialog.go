// Package filedialog is the computer's own file dialogs, and the places that it
// knows: Windows' dialogs, and under Linux those of the desktop, through the
// portal that it offers programs. Elsewhere, and where no portal answers, the
// window has its own.
package filedialog

import (
	"itportfoljen/app/base/text"
	"itportfoljen/ui/dialogs"
)

// Computer is the computer that the program runs on.
type Computer struct{}

var _ dialogs.Computer = Computer{}

// filterName is how the files that may be chosen are called.
func filterName(endings []string) string { return "Filer som slutar på " + text.Or(endings) }

// endings are those of the files that a question is about.
func endings(q dialogs.Question) []string {
	switch {
	case q.Want == dialogs.AFolder:
		return nil
	case q.Want == dialogs.NewFile && q.Ext != "":
		return []string{q.Ext}
	}
	return q.Extensions
}
