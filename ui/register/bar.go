package register

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app/view"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// quietAir is how far within a button without a frame its text stands.
const quietAir = 11

func (r *Register) build() {
	r.filter = input.NewSearch(texts.T("register.filter", r.kind.Many), "", func(q string) { r.list.Search(q); r.reload() })
	r.filter.OnDown = r.focus
	r.filtering = widgets.NewButton(texts.T("register.addfilter"), nil).WithIcon("list-filter").WithKind(widgets.Quiet)
	r.filtering.OnTapped(func() { r.chooseFilter(r.filtering) })
	r.grouping = widgets.NewButton(texts.T("register.group"), nil).WithIcon("list-tree").WithKind(widgets.Quiet)
	r.grouping.OnTapped(func() { r.chooseGroup(r.grouping) })
	r.columns = widgets.NewButton(texts.T("register.columns"), r.chooseColumns).WithIcon("columns-3").WithKind(widgets.Quiet)
	r.viewing = widgets.NewButton("", r.chooseView).WithKind(widgets.Quiet)
	r.viewing.Menu = true
	r.ways = widgets.HStack(4)
	r.ways.Hide()
	r.chips = widgets.NewFitRow(6)
	r.chips.OnMore = r.moreChips
	r.notice = container.NewStack()
	r.under = widgets.Inset(0, 0, 0, quietAir, widgets.VStack(6, r.chips, r.notice))
	top := widgets.NewTools(8, r.viewing, r.filter, r.filtering, r.grouping, widgets.Spacer(), r.ways, r.columns)
	bar := widgets.Surface(widgets.Inset(10, 16, 10, widgets.Edge-quietAir, widgets.VStack(8, top, r.under)))
	r.place = container.NewStack(r.grid)
	r.listing = container.NewBorder(container.NewVBox(bar, widgets.Hairline()), nil, nil, nil, r.place)
	r.split = widgets.NewSplit(r.listing, nil, float32(r.s.App.Preferences().FloatWithFallback(r.pref("panel"), 430)))
	r.split.LeastA, r.split.LeastB, r.split.Covers = 600, 340, true
	r.split.OnMoved = func(w float32) { r.s.App.Preferences().SetFloat(r.pref("panel"), float64(w)) }
	r.content = r.split
	r.grid.SetSource(r.source)
	r.syncBar()
	r.syncHead()
}

// syncBar shows what the list is grouped and filtered by, under the bar.
func (r *Register) syncBar() {
	var chips []fyne.CanvasObject
	r.changes = map[*widgets.Chip]func(at fyne.CanvasObject){}
	if chip := r.groupChip(); chip != nil && r.groups() {
		chips = append(chips, chip)
	}
	r.chips.Last = nil
	for i, f := range r.list.Filters() {
		chips = append(chips, r.filterChip(i, f))
		if o := r.guide(f); o != nil {
			chips = append(chips, o)
		}
	}
	if len(r.list.Filters()) > 1 {
		r.chips.Last = widgets.NewLink(texts.T("register.filter.none"), func() { r.setFilters(nil) })
	}
	r.chips.Set(chips...)
	r.syncHidden()
	r.syncView()
	r.fitBar()
}

// fitBar gives the bar the room that what stands in it needs.
func (r *Register) fitBar() {
	before := r.under.MinSize()
	show := func(o fyne.CanvasObject, on bool) {
		if o.Hide(); on {
			o.Show()
		}
	}
	show(r.chips, len(r.chips.Objects()) > 0)
	show(r.notice, len(r.notice.Objects) > 0)
	show(r.under, r.chips.Visible() || r.notice.Visible())
	if after := r.under.MinSize(); r.shown != r.under.Visible() || after.Height != before.Height {
		r.shown = r.under.Visible()
		r.listing.Refresh()
	}
}

// newChip is a chip under the bar: tapped it is changed, where the chip shows or what
// stands for it, and its cross takes it away. A nil change is that it can't be changed.
func (r *Register) newChip(text string, change func(at fyne.CanvasObject), remove func()) *widgets.Chip {
	var chip *widgets.Chip
	var tap func()
	if change != nil {
		tap = func() { change(chip) }
	}
	chip = widgets.NewChip(text, tap, remove)
	r.changes[chip] = change
	return chip
}

// filterChip is a filter in force.
func (r *Register) filterChip(i int, f view.Filter) *widgets.Chip {
	change := func(at fyne.CanvasObject) { r.changeFilter(i, widgets.CanvasOf(at), widgets.Below(at, 0)) }
	if !r.changeable(f) {
		change = nil
	}
	return r.newChip(f.Said(r.s.Portfolio(), r.kind), change, func() { r.dropFilter(i) })
}

func (r *Register) dropFilter(i int) {
	r.setFilters(slices.Delete(slices.Clone(r.list.Filters()), i, i+1))
}

// moreChips lists the chips that there is no room for: what each does when it is tapped,
// and then what their crosses do.
func (r *Register) moreChips(shown int, at fyne.CanvasObject) {
	var items, crosses []widgets.MenuItem
	for _, o := range r.chips.Objects()[shown:] {
		switch o := o.(type) {
		case *widgets.Chip:
			if change := r.changes[o]; change != nil {
				items = append(items, widgets.MenuItem{Label: o.Text, Icon: "list-filter", Run: func() { change(at) }})
			}
			crosses = append(crosses, widgets.MenuItem{Label: texts.T("register.filter.remove", o.Text), Icon: "x", Run: o.OnRemove})
		case *widgets.Link:
			items = append(items, widgets.MenuItem{Label: o.Text(), Icon: "clipboard-list", Run: func() { o.Tapped(nil) }})
		}
	}
	if len(items) > 0 && len(crosses) > 0 {
		items = append(items, widgets.MenuItem{})
	}
	r.menuBelow(at, append(items, crosses...)...)
}

// menuBelow shows a menu under an object; the list has the keyboard when it has gone.
func (r *Register) menuBelow(at fyne.CanvasObject, items ...widgets.MenuItem) {
	if menu := widgets.ShowMenuBelow(at, items...); menu != nil {
		menu.OnClose = r.focus
	}
}
