package shell

import (
	"path/filepath"
	"runtime"
	"slices"

	"fyne.io/fyne/v2"

	"itportfoljen/ui/texts"
)

// Dropped asks a page to take a file that was dropped on the window.
type Dropped struct{ Path string }

// dropped opens a portfolio, or a copy of one, that was dropped anywhere on the
// window, and gives other files to what they were dropped on, else to the page that takes
// them.
func (s *Shell) dropped(at fyne.Position, files []fyne.URI) {
	if len(files) == 0 {
		return
	}
	path := files[0].Path()
	if runtime.GOOS == "windows" {
		path = filepath.FromSlash(path)
	}
	name := filepath.Base(path)
	take := s.takerAt(at)
	taker := slices.IndexFunc(s.specs, func(p PageSpec) bool { return p.Drops.Has(path) })
	switch {
	case s.Window.Canvas().Overlays().Top() != nil:
		s.Problem(texts.T("shell.drop.covered"))
	case len(files) > 1:
		s.Problem(texts.T("shell.drop.several"))
	case openable.Has(path):
		s.OpenPath(path)
	case take != nil:
		take(path)
	case taker < 0 || isDir(path):
		s.Problem(texts.T("shell.drop.unknown", name))
	case s.portfolio == nil:
		s.Problem(texts.T("shell.drop.none", name))
	case s.portfolio.Info().ReadOnly:
		s.Problem(texts.T("shell.drop.readonly", name))
	default:
		s.Go(s.specs[taker].ID, Dropped{Path: path})
	}
}
