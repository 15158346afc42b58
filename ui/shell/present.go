package shell

import (
	"time"

	"itportfoljen/ui/async"
	"itportfoljen/ui/theme"
)

// Leaver is a page that does something when another takes its place.
type Leaver interface{ Leave() }

// fullScreenTakes is how long a window needs to get its size.
const fullScreenTakes = 250 * time.Millisecond

// presentWidth is how wide the window is, at 100 % text size, when it is seen from across a room:
// a wider one has larger letters instead of more.
const presentWidth = 1240

// Present shows the page in view to a room, or no more: without the navigation, and with letters
// as large as the window allows.
func (s *Shell) Present(on bool) {
	if s.presenting == on {
		return
	}
	s.presenting = on
	if s.nav != nil {
		if on {
			s.nav.Hide()
		} else {
			s.nav.Show()
		}
	}
	if !on && s.Window.FullScreen() {
		s.Window.SetFullScreen(false)
	}
	s.ApplyTheme()
	s.relay()
}

// Presenting says whether the page in view is shown to a room.
func (s *Shell) Presenting() bool { return s.presenting }

// FullScreen lets the window take all of the screen, or no more.
func (s *Shell) FullScreen() {
	s.Window.SetFullScreen(!s.Window.FullScreen())
	if s.portfolio != nil {
		s.RefreshHeader()
	}
	async.After(fullScreenTakes, func() { // the window has its size now
		if s.presenting && s.portfolio != nil {
			s.ApplyTheme()
			s.relay()
		}
	})
}

// presented is the text size for a room, in percent.
func (s *Shell) presented(own int) int {
	wide := int(s.Window.Canvas().Size().Width * 100 / presentWidth)
	return min(max(wide, own, 115), theme.MostPercent)
}

// relay lays the window out anew, where things have other sizes.
func (s *Shell) relay() {
	if c := s.Window.Content(); c != nil {
		c.Refresh()
	}
}
