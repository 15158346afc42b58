package settingspage

import "itportfoljen/ui/shell"

// ReadLogo is readLogo, and ReadModel readModel.
var (
	ReadLogo  = readLogo
	ReadModel = readModel
)

// TakeIn takes in a model as the page does with a file that was chosen.
func TakeIn(s *shell.Shell) func(data []byte) {
	p := newGoverning(s)
	p.Reload()
	return p.takeIn
}
