package record

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// leads lets the row of a field that points at others lead to them.
func (e *editor) leads() {
	if _, ok := e.of.(*saved); !ok || e.alone || !e.col.Field.Points() {
		return
	}
	renew := e.renew
	e.renew = func() {
		renew()
		e.lead()
	}
	e.lead()
}

// lead shows the way to what the field points at now.
func (e *editor) lead() {
	p := e.s.Portfolio()
	var items []widgets.MenuItem
	for _, id := range field.Current(e.now(), p.Today()) {
		if r := p.Get(id); r != nil {
			items = append(items, widgets.MenuItem{Label: texts.T("record.show", text.Shorten(r.Name(), 40)), Icon: r.Kind.Icon, Run: func() { e.s.Open(id) }})
		}
	}
	switch len(items) {
	case 0:
		e.row.Lead("", nil)
	case 1:
		e.row.Lead(items[0].Label, func(fyne.CanvasObject) { items[0].Run() })
	default:
		e.row.Lead(texts.T("record.show.several"), func(at fyne.CanvasObject) { widgets.ShowMenuBelow(at, items...) })
	}
}
