package shell

import (
	"context"
	"runtime"
	"slices"

	"itportfoljen/ui/async"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/theme"
)

// Looker is a page that shows what look has been chosen; one out of view reads it when it is shown.
type Looker interface{ Looked() }

// TextSizes are the text sizes to choose among, in percent.
var TextSizes = []int{theme.LeastPercent, 90, 100, 110, 125, 150, 175, theme.MostPercent}

// ApplyTheme shows the municipality's colour and the user's own choices.
func (s *Shell) ApplyTheme() {
	t := s.Look()
	if s.portfolio != nil {
		t.Accent = s.portfolio.Accent()
	}
	if s.presenting {
		t.TextPercent = s.presented(t.TextPercent)
	}
	theme.Apply(s.App, t)
}

// Look is the user's choice of light or dark, contrast and text size.
func (s *Shell) Look() theme.Settings {
	pref := s.App.Preferences()
	return theme.Settings{Mode: theme.Mode(pref.IntWithFallback("look.mode", int(s.defaultMode()))), TextPercent: pref.IntWithFallback("look.text", 100), Contrast: s.contrast}
}

// defaultMode follows the computer where that can be asked or it wants high contrast, else light.
func (s *Shell) defaultMode() theme.Mode {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" || s.contrast {
		return theme.System
	}
	return theme.Light
}

// askContrast asks the computer, away from the screen, whether it wants high contrast, and
// shows what has changed.
func (s *Shell) askContrast() {
	async.Run(s.Runner, "contrast", func(context.Context) (bool, error) { return s.wantsContrast(), nil }, func(on bool, _ error) {
		if on != s.contrast {
			s.contrast = on
			s.ApplyTheme()
		}
	})
}

// SetLook remembers and shows the user's choice.
func (s *Shell) SetLook(t theme.Settings) {
	s.App.Preferences().SetInt("look.mode", int(t.Mode))
	s.App.Preferences().SetInt("look.text", t.TextPercent)
	s.ApplyTheme()
	if p, ok := s.pages[s.current].(Looker); ok {
		p.Looked()
	}
}

func (s *Shell) toggleTheme() {
	l := s.Look()
	l.Mode = theme.Of(!theme.Current().Dark, theme.Current().High)
	s.SetLook(l)
}

func (s *Shell) toggleContrast() {
	l := s.Look()
	l.Mode = theme.Of(theme.Current().Dark, !theme.Current().High)
	s.SetLook(l)
}

// resize makes the texts a step larger, or smaller; 0 makes them as large as they are at first.
func (s *Shell) resize(by int) {
	l := s.Look()
	at, _ := slices.BinarySearch(TextSizes, l.TextPercent)
	l.TextPercent = TextSizes[max(0, min(at+by, len(TextSizes)-1))]
	if by == 0 {
		l.TextPercent = 100
	}
	s.SetLook(l)
	s.Toast(texts.T("shell.text.now", l.TextPercent))
}
