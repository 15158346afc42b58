package shell

import (
	"net/url"
	"slices"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/link"
	"itportfoljen/app/field"
	"itportfoljen/ui/texts"
)

// OpenLink opens what a link leads to with the system's own program: a file, or an address
// with the browser. A program is never opened, however it came to be linked to.
func (s *Shell) OpenLink(to string) {
	to, err := link.Read(to)
	if err != nil {
		s.Fail(err)
		return
	}
	path, known := link.File(s.portfolio.Folder(), to)
	switch {
	case link.Address(to):
		at, err := url.Parse(to)
		if err == nil {
			err = s.App.OpenURL(at)
		}
		s.Fail(err)
	case !known:
		s.Problem(texts.T("shell.link.elsewhere", to))
	default:
		s.OpenFile(path)
	}
}

// Taker is what takes files that are dropped on it.
type Taker struct {
	Over func(at fyne.Position) bool // whether it is under a place in the window
	Take func(path string)
}

// FileTaker is a page that has takers in view.
type FileTaker interface{ Takers() []Taker }

// takerAt is what takes a file that is dropped at a place, nil for nothing.
func (s *Shell) takerAt(at fyne.Position) func(path string) {
	page, ok := s.pages[s.current].(FileTaker)
	if !ok {
		return nil
	}
	for _, t := range page.Takers() {
		if t.Over(at) {
			return t.Take
		}
	}
	return nil
}

// owners are what some parts are parts of, of the kind that most of them are of.
func (s *Shell) owners(ids []field.ID) (k *field.Kind, of []field.ID) {
	by := map[*field.Kind][]field.ID{}
	for _, id := range ids {
		r := s.portfolio.Get(id)
		if r == nil {
			continue
		}
		if o := s.portfolio.Get(r.Owner()); o != nil && !slices.Contains(by[o.Kind], o.ID) {
			by[o.Kind] = append(by[o.Kind], o.ID)
		}
	}
	for _, kind := range s.portfolio.Kinds() {
		if len(by[kind]) > len(of) {
			k, of = kind, by[kind]
		}
	}
	return k, of
}
