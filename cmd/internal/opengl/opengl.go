// Package opengl sees to it, before the window's toolkit starts, that there is
// an OpenGL to draw the window with. Windows without a graphics driver (remote
// desktops, virtual machines) has only version 1.1, with which the toolkit gives
// up without a word; the program has one of its own, drawn by the processor, in
// a folder beside it.
package opengl

import (
	"errors"
	"fmt"
	"log/slog"

	"itportfoljen/app/base/fault"
)

// Variable with the value ours is how the program tells itself, when it is
// started again, to use its own OpenGL. Who looks after the computer may say the
// same where the driver draws badly.
const (
	Variable = "ITP_OPENGL"
	ours     = "program"
)

// driver is what draws, as it says itself.
type driver struct{ version, renderer string }

// errTooOld is of a driver that can't draw the window.
var errTooOld = errors.New("opengl is too old")

// enough says whether the toolkit can use it: it needs 2.1. Versions are told as
// "4.6.0 NVIDIA 551.23" and "3.0 Mesa 11.2.2".
func (d driver) enough() bool {
	var major, minor int
	n, _ := fmt.Sscanf(d.version, "%d.%d", &major, &minor)
	return n == 2 && (major > 2 || major == 2 && minor >= 1)
}

// means are what the choice is made with.
type means struct {
	second bool                   // this is the program's own OpenGL's turn
	probe  func() (driver, error) // makes a context, as the toolkit is about to
	load   func() error           // puts the program's own in the computer's place
	again  func() error           // starts the program anew, for its own OpenGL's turn
}

// choose tries the computer's OpenGL and then the program's own, each in a
// process of its own: one that is loaded stays. done says that this process is
// to end, with code.
func (m means) choose(log *slog.Logger, tell func(text string)) (code int, done bool) {
	if m.second {
		if err := m.load(); err != nil {
			tell(fault.Tell(log, none(err)))
			return 1, true
		}
	}
	d, err := m.probe()
	if err == nil && !d.enough() {
		err = errTooOld
	}
	log = log.With("opengl", fault.Word(d.version), "renderer", fault.Word(d.renderer), "own", m.second)
	if err == nil {
		log.Info("opengl")
		return 0, false
	}
	log.Info("opengl", "err", err)
	if m.second {
		tell(fault.Tell(log, none(err)))
		return 1, true
	}
	if err := m.again(); err != nil {
		tell(fault.Tell(log, none(err)))
		return 1, true
	}
	return 0, true
}

func none(err error) error {
	return fault.Wrap(fault.NotFound, "IT-portföljen kan inte visa sitt fönster: datorn har ingen grafik som programmet kan rita med (OpenGL 2.1 eller senare), "+
		"och programmets egen gick inte att använda. Det händer på fjärrskrivbord, i virtuella datorer och när grafikdrivrutinen saknas.\n\n"+
		"Inget har gått förlorat: ingen portfölj har öppnats eller ändrats.\n\n"+
		"Be IT-avdelningen att lägga filen opengl\\opengl32.dll, som följer med programmet, i mappen där itportfolj.exe ligger, eller att installera datorns grafikdrivrutin.", err)
}
