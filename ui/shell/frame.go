package shell

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/ui/async"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// buildFrame puts the navigation, the header and the room for a page in the
// window.
func (s *Shell) buildFrame() {
	var items []widgets.NavItem
	for _, spec := range s.listedPages() {
		items = append(items, widgets.NavItem{ID: spec.ID, Label: spec.Title, Icon: spec.Icon, Gap: spec.Gap})
	}
	s.nav = widgets.NewNav("", texts.T("shell.app"), items, func(id string) { s.Go(id, nil) })
	s.search = input.NewSearch(texts.T("shell.search.placeholder"), texts.T("shell.search.hint"), nil)
	s.search.OnOpen = s.OpenPalette
	s.header = widgets.NewHeader("", "")
	s.gates = gates{widgets.NewGate(), widgets.NewGate(), widgets.NewGate()}
	page := container.NewStack(s.gates.page, widgets.Ground(s.body))
	s.over = widgets.VStack(0, container.NewStack(s.gates.header, s.header), s.banner, s.lost)
	s.main = container.NewBorder(s.over, nil, nil, nil, page)
	s.root.SetContent(container.New(&sides{s.nav}, container.NewStack(s.gates.nav, s.nav), s.main))
}

// fitBanners gives the page the room that what stands above it has left, or has come to need.
func (s *Shell) fitBanners() {
	for _, c := range []*fyne.Container{s.banner, s.lost} {
		if c.Hidden = len(c.Objects) == 0; !c.Hidden {
			c.Refresh()
		}
	}
	if s.main != nil {
		s.main.Layout.Layout(s.main.Objects, s.main.Size())
		s.over.Layout.Layout(s.over.Objects, s.over.Size())
		s.over.Refresh()
	}
}

// narrow is the width, at 100 % text size, under which the navigation shows
// only its icons.
const narrow = 1100

// sides puts the navigation beside the page.
type sides struct{ nav *widgets.Nav }

func (l *sides) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize() // the navigation narrows before there is too little room
	return fyne.NewSize(theme.Px(widgets.NavIcons)+b.Width, max(a.Height, b.Height))
}

func (l *sides) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if tight := size.Width < theme.Px(narrow); tight != l.nav.Collapsed() {
		l.nav.SetCollapsed(tight)
	}
	w := l.nav.MinSize().Width
	if !l.nav.Visible() {
		w = 0
	}
	o[0].Resize(fyne.NewSize(w, size.Height))
	o[1].Move(fyne.NewPos(w, 0))
	o[1].Resize(fyne.NewSize(size.Width-w, size.Height))
}

func (s *Shell) refreshHeader(p Page) {
	h := p.Header()
	s.header.SetTitle(h.Title, h.Subtitle)
	s.header.SetPill(h.Pill, h.PillStyle)
	s.header.SetBack(s.back())
	s.header.SetActions(append([]fyne.CanvasObject{s.search}, h.Actions...)...)
}

// refreshChrome renews what surrounds the pages: names, undo, what was saved.
func (s *Shell) refreshChrome() {
	if s.portfolio == nil {
		return
	}
	name := s.portfolio.Municipality()
	s.Window.SetTitle(strings.TrimPrefix(name+" – "+texts.T("shell.app"), " – "))
	s.nav.SetTitle(name, texts.T("shell.app"))
	s.showFoot()
	s.refreshMenu()
}

// showFoot says what the disk has, and who is working.
func (s *Shell) showFoot() {
	state := ""
	switch at := s.lastSaved(); {
	case s.portfolio.Info().ReadOnly:
		state = texts.T("shell.nav.readonly")
	case s.writing > 0:
		state = texts.T("shell.nav.saving")
	case len(s.failed()) > 0:
		state = texts.T("shell.nav.unsaved")
	case at != "":
		state = texts.T("shell.nav.saved", at)
	}
	s.nav.SetFoot(state, texts.T("shell.nav.user", s.portfolio.Who()))
}

// lastSaved is the time of the latest change, with the day when it isn't today.
func (s *Shell) lastSaved() string {
	at := s.portfolio.LastChange()
	if at.IsZero() {
		return ""
	}
	at = at.Local()
	if at.Format("2006-01-02") == s.portfolio.Today().String() {
		return at.Format("15:04")
	}
	return at.Format("2006-01-02 15:04")
}

func (s *Shell) refreshBadges() {
	p := s.portfolio
	async.Run(s.Runner, "badges", func(context.Context) (map[string]int, error) {
		counts := map[string]int{}
		for _, spec := range s.specs {
			if spec.Badge != nil {
				counts[spec.ID] = spec.Badge(p)
			}
		}
		return counts, nil
	}, func(counts map[string]int, _ error) {
		for id, n := range counts {
			s.nav.SetBadge(id, n)
		}
		if s.fresh { // the copy would take the processor from the first page
			s.fresh = false
			s.keepDaily()
		}
	})
}

// signs is where this computer keeps the name that the user has chosen for the journal.
const signs = "user.name"

// Signs gives the name that the user of the program has chosen for the journal, "" for none.
func Signs(a fyne.App) func() string {
	return func() string { return a.Preferences().String(signs) }
}

// SignAs remembers the name that the journal gives the user from now on; "" is as the
// computer knows her. The error says why a name can't be taken.
func (s *Shell) SignAs(name string) error {
	name, err := app.SignatureOf(name)
	if err == nil && s.portfolio != nil {
		err = s.portfolio.SignAs(name)
	}
	if err != nil {
		return err
	}
	s.App.Preferences().SetString(signs, name)
	s.refreshChrome()
	return nil
}

// quit ends the program when all that is written has been saved.
func (s *Shell) quit() {
	s.uncover()
	s.settle(s.end)
}

// Quit lets the file go and closes the window, without a question: the computer
// asks for it. What is being written is taken in first.
func (s *Shell) Quit() {
	s.uncover()
	_ = s.TakeIn() // there is nobody to tell
	s.end()
}

// uncover takes away what lies on top: it isn't finished, and covers the field
// being written in.
func (s *Shell) uncover() {
	over := s.Window.Canvas().Overlays()
	for _, top := range slices.Backward(slices.Clone(over.List())) {
		if o, ok := top.(*widgets.Overlay); ok {
			o.Close()
		} else {
			over.Remove(top)
		}
	}
}

func (s *Shell) end() {
	s.keepSpot()
	s.detach()
	s.root.Release()
	s.Window.SetCloseIntercept(nil)
	s.Window.Close()
}
