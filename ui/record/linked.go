package record

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/widgets"
)

// Linked lists records under a heading, with their states, and opens the one that is
// chosen; nothing for none.
func Linked(s *shell.Shell, heading string, records []*field.Record) []fyne.CanvasObject {
	var items []widgets.TodoItem
	for _, r := range records {
		item := widgets.TodoItem{Key: string(r.ID), Text: field.Called(r, s.Portfolio().Get), Detail: r.Ref}
		if f := r.Kind.Step; f != nil {
			if o, ok := f.OptionOf(s.Portfolio(), r.Get(f)); ok {
				item.Pill, item.PillStyle = o.Label, Style(o.Tone)
			}
		}
		items = append(items, item)
	}
	if len(items) == 0 {
		return nil
	}
	return []fyne.CanvasObject{widgets.Inset(10, 0, 0, 0, widgets.NewHeading(heading, 3)),
		widgets.NewActionList(items, func(key string) { s.Open(field.ID(key)) })}
}
