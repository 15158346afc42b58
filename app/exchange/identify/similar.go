package identify

import (
	"fmt"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// askWhich asks which of several records of the name the row is; until then
// it is skipped.
func (t *Table) askWhich(l *Line, rs []*field.Record) {
	var ids []field.ID
	for _, r := range rs {
		ids = append(ids, r.ID)
	}
	answer := t.pose(l, ask.Question{
		ID: "which:" + text.Key(l.Name) + ":" + org.Path(t.d, l.Unit), Text: fmt.Sprintf("Flera heter %s. Vilket är raden?", l.Name),
		Effect: "Raden hoppas över.",
	}, func() []ask.Option {
		return append(t.options(ids), ask.Option{Key: asNew, Label: "Inget av dem: lägg till som nytt"})
	})
	for _, r := range rs {
		if answer != "" && answer == t.optionKey(r.ID) {
			t.claim(l, r)
			return
		}
	}
	if answer != asNew {
		l.Skip(fmt.Sprintf("flera heter %s: svara på frågan om vilket som menas", l.Name))
	}
}

// asNew is the answer that a row is none of those that exist.
const asNew = "new"
