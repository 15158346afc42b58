package shell

import (
	"slices"

	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// listedPages are those that the navigation has.
func (s *Shell) listedPages() []PageSpec {
	return slices.DeleteFunc(slices.Clone(s.specs), func(p PageSpec) bool { return p.Aside })
}

// aside tells whether a page is one that is reached from others.
func (s *Shell) aside(id string) bool {
	return slices.ContainsFunc(s.specs, func(p PageSpec) bool { return p.ID == id && p.Aside })
}

// leaveFor makes a page the current one. One that stands aside remembers where it was
// reached from, and the navigation goes on showing that.
func (s *Shell) leaveFor(id string) {
	s.left(id)
	switch {
	case !s.aside(id):
		s.before = nil
		s.nav.Select(id)
	case s.current != id:
		s.before = append(s.before, s.current)
	}
	s.current = id
}

// left tells the page in view that another takes its place.
func (s *Shell) left(id string) {
	if p, ok := s.pages[s.current].(Leaver); ok && s.current != id {
		p.Leave()
	}
}

// Back leaves a page that stands aside for the one that it was reached from, as that
// was left.
func (s *Shell) Back() {
	n := len(s.before)
	if n == 0 {
		return
	}
	to, rest := s.before[n-1], s.before[:n-1]
	s.Go(to, nil)
	s.before = rest
}

// back is the button that leaves a page that stands aside, nil on others.
func (s *Shell) back() *widgets.Button {
	if !s.aside(s.current) {
		return nil
	}
	return widgets.NewIconButton("chevron-left", texts.T("shell.back"), s.Back)
}
