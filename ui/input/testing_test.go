package input

import (
	"itportfoljen/ui/internal/testroot"
	"itportfoljen/ui/internal/testwindow"
)

var (
	window = testroot.Show
	press  = testwindow.Press
)
