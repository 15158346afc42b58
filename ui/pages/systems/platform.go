package systems

import (
	"slices"

	"fyne.io/fyne/v2"

	"itportfoljen/app/exemption"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
)

// platform shows what the system stands on, and its undantag.
func (p *Page) platform(r *field.Record) []fyne.CanvasObject {
	w := p.s.Portfolio()
	var parts []*field.Record
	for _, id := range system.Platforms.Get(r) {
		parts = append(parts, w.Get(id))
	}
	return slices.Concat(record.Linked(p.s, texts.T("systems.platforms"), parts),
		record.Linked(p.s, texts.T("systems.exemptions"), w.Pointing(exemption.Of.Field, r.ID)))
}
