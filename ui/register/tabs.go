package register

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// Tabs are the registers of a page, a tab each. Those Further that have no records and that
// the styrmodell doesn't ask for stand in a menu, "Fler register", until they are opened.
type Tabs struct {
	// Extra is what the panel shows of a record beside its fields, and Empty what is shown
	// where a register is empty, nil for what is usual. Both may be nil.
	Extra func(r *field.Record, group string) []fyne.CanvasObject
	Empty func(k *field.Kind) fyne.CanvasObject
	Foot  func(r *field.Record) []fyne.CanvasObject // buttons at the panel's foot; nil: none
	Hint  string                                    // the key that begins a record of the first kind, "Ctrl+N"; "" for none
	Made  func(r *Register)                         // told when the register of a kind is made; nil: nobody asks
	Seen  func(way string)                          // told in which way the first kind's list is seen; nil: in one only

	s       *shell.Shell
	ways    []widgets.TabItem // in which the first kind's list may be seen, a tab each; none: one
	way     string
	kinds   []*field.Kind
	opened  map[*field.Kind]bool
	lists   map[*field.Kind]*Register
	bar     *widgets.TabBar
	further *widgets.Button
	head    *fyne.Container // empty where there is nothing to choose
	body    *fyne.Container
	content fyne.CanvasObject
}

// OnPage gives the kinds whose registers are on a page, first before the others, which come
// in the order of their names.
func OnPage(page string, first ...*field.Kind) []*field.Kind {
	var rest []*field.Kind
	for _, k := range app.Kinds {
		if k.Page == page && (k.Owner() == nil || k.Across) && !slices.Contains(first, k) {
			rest = append(rest, k)
		}
	}
	slices.SortFunc(rest, func(a, b *field.Kind) int { return text.Compare(a.Many, b.Many) })
	return slices.Concat(first, rest)
}

// NewTabs makes the tabs of the kinds, the first in view: one for it, or for each way in which
// its list may be seen.
func NewTabs(s *shell.Shell, kinds []*field.Kind, ways ...widgets.TabItem) *Tabs {
	t := &Tabs{s: s, kinds: kinds, ways: ways, opened: map[*field.Kind]bool{}, lists: map[*field.Kind]*Register{}, head: container.NewStack(), body: container.NewStack()}
	t.bar = widgets.NewTabBar(nil, func(id string) {
		if t.isWay(id) {
			t.ViewAs(id)
			return
		}
		t.View(t.named(id))
	})
	if len(ways) > 0 {
		t.way = ways[0].ID
	}
	t.further = widgets.NewButton(texts.T("register.further"), nil).WithKind(widgets.Quiet)
	t.further.OnTapped(t.showFurther)
	t.bar.Select(t.tab(kinds[0]))
	t.content = container.NewBorder(t.head, nil, nil, nil, t.body)
	t.sync()
	return t
}

func (t *Tabs) named(id string) *field.Kind {
	for _, k := range t.kinds {
		if k.Name == id {
			return k
		}
	}
	return t.kinds[0]
}

func (t *Tabs) isWay(id string) bool {
	return slices.ContainsFunc(t.ways, func(w widgets.TabItem) bool { return w.ID == id })
}

// tab is the tab of a kind, of the first that of the way in which it is seen.
func (t *Tabs) tab(k *field.Kind) string {
	if k == t.kinds[0] && t.way != "" {
		return t.way
	}
	return k.Name
}

// Way is the way in which the first kind's list is seen; "" where there is one only.
func (t *Tabs) Way() string { return t.way }

// ViewAs shows the first kind's list in a way.
func (t *Tabs) ViewAs(way string) {
	if t.isWay(way) {
		t.way = way
	}
	t.View(t.kinds[0])
}

// Kind is that of the register in view.
func (t *Tabs) Kind() *field.Kind { return t.named(t.bar.Selected()) }

// Subject is what the register in view is of, for the handbook.
func (t *Tabs) Subject() string { return text.Capital(t.Kind().Many) }

// Now is the register in view.
func (t *Tabs) Now() *Register {
	k := t.Kind()
	if r := t.lists[k]; r != nil {
		return r
	}
	r := New(t.s, k, t.empty(k))
	r.OnChanged = t.s.RefreshHeader
	r.Panel.Extra = t.Extra
	r.Panel.Buttons = t.Foot
	t.lists[k] = r
	if t.Made != nil {
		t.Made(r)
	}
	return r
}

func (t *Tabs) empty(k *field.Kind) fyne.CanvasObject {
	if t.Empty != nil {
		if o := t.Empty(k); o != nil {
			return o
		}
	}
	return widgets.NewEmpty(k.Icon, texts.T("register.none", k.Many), texts.T("register.none.text"), widgets.NewPrimary(FreshTitle(k), t.Create))
}

// inView says that a kind has a tab.
func (t *Tabs) inView(k *field.Kind) bool {
	return t.opened[k] || t.tab(k) == t.bar.Selected() || governance.Met(t.s.Portfolio(), k)
}

// sync makes the tabs such as the portfolio asks for.
func (t *Tabs) sync() {
	var items []widgets.TabItem
	for _, k := range t.kinds {
		switch {
		case k == t.kinds[0] && len(t.ways) > 0:
			items = append(items, t.ways...)
		case t.inView(k):
			items = append(items, widgets.TabItem{ID: k.Name, Label: text.Capital(k.Many)})
		}
	}
	t.head.Objects = nil
	if len(t.kinds) > 1 {
		t.bar.SetItems(items)
		t.further.Hide()
		if slices.ContainsFunc(t.kinds, func(k *field.Kind) bool { return !t.inView(k) }) {
			t.further.Show()
		}
		under := container.NewBorder(nil, widgets.Hairline(), nil, nil) // that of the tabs goes on under what stands beside them
		t.head.Objects = []fyne.CanvasObject{widgets.Surface(widgets.Inset(0, widgets.Edge, 0, widgets.Edge-1, container.NewStack(under, container.NewBorder(nil, nil, nil, t.further, t.bar))))}
	}
	t.head.Refresh()
}

// showFurther opens the menu of the registers without a tab.
func (t *Tabs) showFurther() {
	var items []widgets.MenuItem
	for _, k := range t.kinds {
		if !t.inView(k) {
			items = append(items, widgets.MenuItem{Label: text.Capital(k.Many), Icon: k.Icon, Run: func() { t.View(k) }})
		}
	}
	widgets.ShowMenuBelow(t.further, items...)
}

// View shows the register of a kind.
func (t *Tabs) View(k *field.Kind) {
	t.bar.Select(t.tab(k))
	t.opened[k] = true
	t.sync()
	r := t.Now()
	r.Reload()
	if k == t.kinds[0] && t.Seen != nil {
		t.Seen(t.way)
	}
	t.body.Objects = []fyne.CanvasObject{r.Content()}
	t.body.Refresh()
	t.s.RefreshHeader()
}

// Content is what the page shows.
func (t *Tabs) Content() fyne.CanvasObject { return t.content }

// Takers are what takes files that are dropped on the panel in view.
func (t *Tabs) Takers() []shell.Taker { return t.Now().Takers() }

// Create asks for a new record of the register in view.
func (t *Tabs) Create() { AskNew(t.s, t.Kind(), t.Now().Select) }

// Shown takes what the page is shown with, such as a record to select; for a kind, its register.
func (t *Tabs) Shown(arg any) {
	t.View(t.About(arg))
	switch arg.(type) {
	case shell.Create, shell.CreateOf:
		t.Create()
	default:
		t.Now().Asked(arg)
		t.Now().Focus()
	}
}

// About is the kind whose register an argument is about, that in view for what says none.
func (t *Tabs) About(arg any) *field.Kind {
	var id field.ID
	switch a := arg.(type) {
	case shell.Create:
		return t.kinds[0]
	case shell.ShowView:
		return a.Kind
	case shell.ShowKind:
		return a.Kind
	case shell.ShowField:
		return a.Kind
	case shell.CreateOf:
		return a.Kind
	case shell.Select:
		id = a.ID
	case shell.Show:
		if len(a.IDs) > 0 {
			id = a.IDs[0]
		}
	}
	if r := t.s.Portfolio().Get(id); r != nil && slices.Contains(t.kinds, r.Kind) {
		return r.Kind
	}
	return t.Kind()
}

// Changed takes in a change.
func (t *Tabs) Changed(e app.Event) {
	t.sync()
	if r := t.lists[t.Kind()]; r != nil {
		r.Changed(e)
	}
}

// Escape closes the panel or, where none is open, lets go of what is searched for; false
// when there was nothing.
func (t *Tabs) Escape() bool { return t.Now().Escape() }

// Focus gives the list in view the keyboard.
func (t *Tabs) Focus() { t.Now().Focus() }

// Listed says what the list in view has, for what is printed of it.
func (t *Tabs) Listed() (title, under string) {
	title, under = t.Now().Listed()
	for _, it := range t.bar.Items() {
		if it.ID == t.bar.Selected() && t.Now().other != nil {
			title = it.Label
		}
	}
	return title, under
}

// EnterPanel gives the panel the keyboard; false where it isn't open.
func (t *Tabs) EnterPanel() bool { return t.Now().EnterPanel() }

// PanelObject is the panel that is open; nil for none.
func (t *Tabs) PanelObject() fyne.CanvasObject { return t.Now().PanelObject() }

// Buttons are those above the register in view: to export what is seen and, where the
// portfolio may be written, a new one.
func (t *Tabs) Buttons() []fyne.CanvasObject {
	out := []fyne.CanvasObject{widgets.NewButton(texts.T("register.seen"), func() { t.s.Go("exchange", t.Now().Seen()) })}
	if t.s.Writable() {
		fresh := widgets.NewPrimary(FreshTitle(t.Kind()), t.Create)
		if t.Hint != "" && t.Kind() == t.kinds[0] {
			fresh = fresh.WithTip("", t.Hint)
		}
		out = append(out, fresh)
	}
	return out
}

// FreshTitle is "Nytt avtal".
func FreshTitle(k *field.Kind) string { return text.Capital(k.Fresh()) }

// Actions are, for Ctrl+K, to show the register of each of a page's kinds and to begin a
// record there, but of those that the page begins by an action of its own.
func Actions(s *shell.Shell, page string, kinds []*field.Kind, own ...*field.Kind) (out []*shell.Action) {
	for _, k := range kinds {
		also := strings.Join(k.Also, ",")
		if !slices.Contains(own, k) {
			out = append(out, &shell.Action{ID: "new" + k.Name, Icon: "plus", Also: also, Enabled: s.Writable, Label: func() string { return FreshTitle(k) }, Run: func() { s.Go(page, shell.CreateOf{Kind: k}) }})
		}
		out = append(out, &shell.Action{ID: "show" + k.Name, Icon: k.Icon, Group: shell.Lists, Also: also, Enabled: s.Opened, Label: func() string { return text.Capital(k.Many) }, Run: func() { s.Go(page, shell.ShowKind{Kind: k}) }})
	}
	return out
}
