package systems

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/app/licence"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
)

// licences shows those of a system that can be used, and what they cost together.
func (p *Page) licences(r *field.Record) []fyne.CanvasObject {
	of, cost := licence.Of(p.s.Portfolio(), r.ID)
	heading := texts.T("systems.licences")
	if cost.Known {
		heading = texts.T("systems.licences.cost", cost.Kr())
	}
	return record.Linked(p.s, heading, of)
}
