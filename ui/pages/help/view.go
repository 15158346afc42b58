package help

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app/base/text"
	"itportfoljen/docs"
	"itportfoljen/ui/async"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// Widths at 100 % text size.
const (
	besideLeast = 640 // narrower than that has no room for the contents
	contents    = 270
	measure     = 780 // no line is wider
)

// spot is a place in the texts.
type spot struct {
	name, anchor string
	down         float32 // how far down in the section
}

// View shows the handbook: its contents at the side, what is searched for, and a section.
type View struct {
	Content fyne.CanvasObject
	// OnMoved is told when another section is shown.
	OnMoved func()

	open   func(address string) // in the browser
	canvas fyne.Canvas
	runner *async.Runner
	now    spot
	before []spot // where Back goes, the nearest last

	search *input.Search
	count  *widgets.Text
	list   *widgets.SideList
	scroll *widgets.Scroll
	reader *reader

	found []found   // the hits of the search
	hit   int       // the one gone to, -1 for none
	prose []*marked // the texts of the section in view
}

// found is a hit, by its number in its section.
type found struct {
	section *section
	n       int
}

// marked is a text of the section with how many hits come before it.
type marked struct {
	*widgets.Prose
	from int
}

// NewView makes a view in a window that unpacks its pictures by runner and opens addresses by
// open.
func NewView(canvas fyne.Canvas, runner *async.Runner, open func(address string)) *View {
	v := &View{canvas: canvas, runner: runner, open: open, hit: -1}
	v.search = input.NewSearch(texts.T("help.search"), "", func(string) { v.seek() })
	v.search.OnEnter = func(string) { v.Step(1) }
	v.search.OnDown = func() { v.Step(1) }
	v.count = widgets.NewText("", widgets.Muted)
	v.list = widgets.NewSideList(v.chosen)
	v.scroll = widgets.NewScroll(widgets.VStack(0))
	v.reader = newReader(v)
	hits := widgets.HStack(4, v.count, widgets.Spacer(), widgets.NewIconButton("chevron-up", texts.T("help.before"), func() { v.Step(-1) }), widgets.NewIconButton("chevron-down", texts.T("help.after"), func() { v.Step(1) }))
	side := widgets.Surface(container.NewBorder(widgets.Inset(12, 12, 6, 12, widgets.VStack(6, v.search, hits)), nil, nil, nil, widgets.NewScroll(widgets.Inset(0, 6, 12, 6, v.list))))
	v.Content = container.New(&beside{}, side, widgets.Ground(container.NewStack(v.reader, v.scroll)))
	return v
}

// Show shows the section of the handbook with an anchor, the first when there is none.
func (v *View) Show(anchor string) { v.GoTo(docs.Handbook, anchor) }

// GoTo shows a section of a text, and remembers the one that was shown.
func (v *View) GoTo(name, anchor string) {
	if v.now.name != "" && (v.now.name != name || v.now.anchor != anchor) {
		was := v.now
		was.down = v.scroll.Offset()
		v.before = append(v.before, was)
	}
	v.show(spot{name: name, anchor: anchor})
}

// Back shows the section that was shown before; false when there is none.
func (v *View) Back() bool {
	n := len(v.before)
	if n == 0 {
		return false
	}
	to := v.before[n-1]
	v.before = v.before[:n-1]
	v.show(to)
	v.scroll.ScrollTo(to.down)
	return true
}

// Searching says that something is searched for; Stop stops it.
func (v *View) Searching() bool { return v.search.Text() != "" }

// Stop lets the search go.
func (v *View) Stop() { v.search.Clear() }

// Search gives the search field the keyboard.
func (v *View) Search() { v.canvas.Focus(v.search.Target()) }

// Read gives the text the keyboard.
func (v *View) Read() { v.canvas.Focus(v.reader) }

// Title is that of the section in view.
func (v *View) Title() string { return v.section().title }

// Anchor is that of the section in view.
func (v *View) Anchor() string { return v.section().anchor }

func (v *View) section() *section {
	if s := at(v.now.name, v.now.anchor); s != nil {
		return s
	}
	return book(v.now.name)[0]
}

func (v *View) show(to spot) {
	other := v.now.name != to.name
	v.now = to
	if other {
		v.seek()
	}
	v.fill()
	v.list.Select(v.section().anchor)
	if v.OnMoved != nil {
		v.OnMoved()
	}
}

// seek finds what is searched for in the text, and lists the sections that have it.
func (v *View) seek() {
	query := strings.TrimSpace(v.search.Text())
	v.found, v.hit = nil, -1
	var items []widgets.SideItem
	for _, s := range book(v.now.name) {
		n := 0
		if len([]rune(query)) > 1 {
			n = hitsIn(s, query)
		}
		switch {
		case query == "" && s.level <= 2:
			items = append(items, widgets.SideItem{Key: s.anchor, Text: strings.Repeat("\u2003", s.level-1) + s.title, Gap: s.level == 1 && len(items) > 0})
		case n > 0:
			items = append(items, widgets.SideItem{Key: s.anchor, Text: s.title, Note: texts.N("help.hits", n)})
			for i := range n {
				v.found = append(v.found, found{s, i})
			}
		}
	}
	v.list.SetItems(items)
	v.list.Select(v.section().anchor)
	switch {
	case query == "":
		v.count.Set("", widgets.Muted)
	case len(v.found) == 0:
		v.count.Set(texts.T("help.none"), widgets.Muted)
	default:
		v.count.Set(texts.N("help.hits", len(v.found)), widgets.Muted)
	}
	v.mark()
}

func hitsIn(s *section, query string) int {
	n := widgets.Hits(s.title, query)
	for _, b := range s.blocks {
		if b.sort != shot {
			n += widgets.Hits(b.plain, query)
		}
	}
	return n
}

// Step goes to the next hit, or by -1 to the one before, in whatever section it is.
func (v *View) Step(by int) {
	if len(v.found) == 0 {
		return
	}
	if v.hit < 0 { // from the section in view on
		v.hit = 0
		for i, f := range v.found {
			if f.section == v.section() {
				v.hit = i
				break
			}
		}
		if by < 0 {
			v.hit--
		}
	} else {
		v.hit += by
	}
	v.hit = (v.hit + len(v.found)) % len(v.found)
	to := v.found[v.hit]
	if to.section != v.section() {
		hit := v.hit
		v.GoTo(v.now.name, to.section.anchor)
		v.hit = hit
	}
	v.mark()
	v.count.Set(texts.T("help.hit", text.Count(v.hit+1), text.Count(len(v.found))), widgets.Muted)
	for _, p := range v.prose {
		if own := to.n - p.from; own >= 0 && own < widgets.Hits(p.Plain(), v.search.Text()) {
			v.scroll.Reveal(widgets.PositionOf(p).Y+p.MarkTop(own)-60, 140)
		}
	}
}

// mark marks the hits in the section in view.
func (v *View) mark() {
	query := strings.TrimSpace(v.search.Text())
	if len([]rune(query)) < 2 {
		query = ""
	}
	from := 0
	for _, p := range v.prose {
		now := -1
		if v.hit >= 0 && v.found[v.hit].section == v.section() {
			now = v.found[v.hit].n - from
		}
		p.from = from
		p.Mark(query, now)
		from += widgets.Hits(p.Plain(), query)
	}
}

// chosen shows the section that is chosen at the side.
func (v *View) chosen(anchor string) {
	v.GoTo(v.now.name, anchor)
	if v.Searching() {
		v.hit = -1
		v.Step(1)
	}
}

// follow goes where a link leads.
func (v *View) follow(link string) {
	if name, anchor, ok := split(link, v.now.name); ok {
		v.GoTo(name, anchor)
		v.Read()
		return
	}
	v.open(link)
}
