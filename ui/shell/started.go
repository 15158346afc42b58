package shell

import (
	"context"

	"itportfoljen/app"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/texts"
)

// The program may be started again while a window shows, as by a double-click
// on a file. Then the windows are asked whether one of them is meant.

// Raise puts the window above the others.
func (s *Shell) Raise() {
	if s.screens != nil {
		s.screens.Raise(s.Window)
	}
}

// HasFile raises the window if the portfolio at path is open in it, or on its
// way, and tells whether it is.
func (s *Shell) HasFile(path string) bool {
	open := s.portfolio != nil && same(path, s.portfolio.Info().Path)
	if !open && !(s.opens() && same(path, s.coming)) {
		return false
	}
	s.Raise()
	return true
}

// Offer opens the portfolio at path if the window stands empty, and tells
// whether it does. What somebody works with is never replaced unasked: who
// double-clicks on another portfolio gets another window beside it.
func (s *Shell) Offer(path string) bool {
	if s.portfolio != nil || s.opens() || s.Window.Canvas().Overlays().Top() != nil {
		return false
	}
	s.Raise()
	s.OpenPath(path)
	return true
}

// opens says whether a portfolio is on its way into the window.
func (s *Shell) opens() bool { return s.Runner.Busy(opens) }

func same(a, b string) bool { return a == b || sameFile(a, b) }

// openedElsewhere lets go of a file that is in another window on this computer,
// and raises that one; when it doesn't answer it is said. then is what comes
// after.
func (s *Shell) openedElsewhere(p *app.Portfolio, then func()) {
	path := p.Info().Path
	if err := p.Close(); err != nil {
		s.log.Error("closing what is open elsewhere", "err", err)
	}
	if then == nil {
		then = func() {}
	}
	async.Run(s.Runner, "elsewhere", func(context.Context) (bool, error) {
		return s.elsewhere(path), nil
	}, func(raised bool, _ error) {
		if raised {
			then()
			return
		}
		dialogs.Show(s.Window, dialogs.Options{
			Title: texts.T("shell.file.elsewhere.title"), Text: texts.T("shell.file.elsewhere"), Cancel: texts.T("shell.help.close"),
			OnClose: func(bool) { then() },
		})
	})
}
