// Package filedialog is the computer's own file dialogs, and the places that it
// knows: Windows' dialogs, and under Linux those of the desktop, through the
// portal that it offers programs. Elsewhere, and where no portal answers, the
// window has its own.
package filedialog

import "itportfoljen/ui/dialogs"

// Computer is the computer that the program runs on.
type Computer struct{}

var _ dialogs.Computer = Computer{}

// filterName is how the files that may be chosen are called, "" when all may be.
func filterName(endings []string) string {
	out := ""
	for i, e := range endings {
		switch {
		case i == 0:
			out = "Filer som slutar på " + e
		case i == len(endings)-1:
			out += " eller " + e
		default:
			out += ", " + e
		}
	}
	return out
}

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
