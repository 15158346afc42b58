package grid

import (
	"itportfoljen/ui/async"
	"itportfoljen/ui/internal/testroot"
	"itportfoljen/ui/internal/testwindow"
)

var (
	window = testroot.Show
	press  = testwindow.Press
	flush  = async.Flush
)
