package planning

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/app/programme"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// reached are a programme's goals, each with how far it has come, and its insatser in the order
// of their phases.
func (p *Page) reached(r *field.Record, group string) []fyne.CanvasObject {
	if group != programme.Reached {
		return nil
	}
	w := p.s.Portfolio()
	var items []widgets.TodoItem
	for _, of := range programme.Reach(w, r) {
		items = append(items, widgets.TodoItem{Key: string(of.Goal.ID), Text: of.Goal.Name(), Detail: of.Text})
	}
	var out []fyne.CanvasObject
	if len(items) > 0 {
		out = append(out, widgets.Inset(10, 0, 0, 0, widgets.NewHeading(texts.T("plan.programme.goals"), 3)), widgets.NewActionList(items, func(key string) { p.s.Open(field.ID(key)) }))
	}
	return append(out, record.Linked(p.s, texts.T("plan.programme.initiatives"), programme.All(w, r))...)
}
