package systems

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/app/licence"
	"itportfoljen/app/service"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
)

// services shows those that a system is a part of.
func (p *Page) services(r *field.Record) []fyne.CanvasObject {
	return record.Linked(p.s, texts.T("systems.services"), p.s.Portfolio().Pointing(service.Systems.Field, r.ID))
}

// levels shows what is promised of a system.
func (p *Page) levels(r *field.Record) []fyne.CanvasObject {
	return record.Linked(p.s, texts.T("systems.levels"), service.Levels(p.s.Portfolio(), r.ID))
}

// licences shows those of a system that can be used, and what they cost together.
func (p *Page) licences(r *field.Record) []fyne.CanvasObject {
	of, cost := licence.Of(p.s.Portfolio(), r.ID)
	heading := texts.T("systems.licences")
	if cost.Known {
		heading = texts.T("systems.licences.cost", cost.Kr())
	}
	return record.Linked(p.s, heading, of)
}
