package register

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/app/view"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// groupBy groups the list by a column; one without a field by none.
func (r *Register) groupBy(c field.Column) {
	r.list.Group(c)
	r.reload()
}

// fold folds one group, or unfolds it.
func (r *Register) fold(key string, open bool) {
	if group, ok := record.GroupKey(key); ok {
		r.Fold(group, open)
	}
}

func (r *Register) foldLevel(level int, open bool) {
	r.list.FoldLevel(level, !open)
	r.reload()
}

func (r *Register) foldAll(closed bool) {
	r.list.FoldAll(closed)
	r.reload()
}

// groupChip says what the list is grouped by; nil when it isn't.
func (r *Register) groupChip() *widgets.Chip {
	c := r.list.Grouped()
	if c.Field == nil {
		return nil
	}
	return r.newChip(texts.T("register.grouped", c.Phrase(r.s.Portfolio())), func(at fyne.CanvasObject) { r.menuBelow(at, r.groupItems()...) }, func() { r.groupBy(field.Column{}) })
}

// groupItems are what can be done with the groups there are.
func (r *Register) groupItems() []widgets.MenuItem {
	return []widgets.MenuItem{
		{Label: texts.T("register.unfold"), Icon: "chevron-down", Run: func() { r.foldAll(false) }},
		{Label: texts.T("register.fold"), Icon: "chevron-right", Run: func() { r.foldAll(true) }},
		{},
		{Label: texts.T("register.group.other"), Icon: "list-tree", Run: func() { r.chooseGroup(r.grouping) }},
		{Label: texts.T("register.ungroup"), Icon: "x", Run: func() { r.groupBy(field.Column{}) }},
	}
}

// chooseGroup asks which column to group by.
func (r *Register) chooseGroup(anchor fyne.CanvasObject) {
	p := r.s.Portfolio()
	now := r.list.Grouped()
	const none = "\x00"
	var options []widgets.Option
	if now.Field != nil {
		options = append(options, widgets.Option{ID: none, Label: texts.T("register.ungroup"), Icon: "x"})
	}
	offer := func(c field.Column, group string) {
		if view.Groups(c.Field) {
			options = append(options, widgets.Option{ID: view.ColumnID(c), Label: c.Phrase(p), Group: group, Checked: c == now})
		}
	}
	shown := map[*field.Field]bool{}
	for _, c := range r.list.Columns() {
		shown[c.Field] = true
		offer(c, texts.T("register.group.shown"))
	}
	for _, f := range p.Fields(r.kind) {
		if !shown[f] {
			offer(field.Column{Field: f}, f.Group)
		}
	}
	list := input.List{Placeholder: texts.T("register.group.search"), Options: options, Width: 280, OnClose: r.focus}
	list.Show(widgets.CanvasOf(anchor), widgets.Below(anchor, 0), func(o widgets.Option) {
		c, _ := r.columnOf(o.ID)
		r.groupBy(c)
	})
}
