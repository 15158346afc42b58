package agreements

import (
	"slices"

	"fyne.io/fyne/v2"

	"itportfoljen/app/agreement"
	"itportfoljen/app/field"
	"itportfoljen/app/licence"
	"itportfoljen/app/service"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
)

// under shows what lies under an agreement, what stands in it, or is delivered or licensed by it.
func (p *Page) under(r *field.Record) []fyne.CanvasObject {
	pointing := func(heading string, f *field.Field) []fyne.CanvasObject {
		return record.Linked(p.s, heading, p.s.Portfolio().Pointing(f, r.ID))
	}
	return slices.Concat(record.Linked(p.s, texts.T("agreements.under"), agreement.Under(p.s.Portfolio(), r.ID)),
		pointing(texts.T("agreements.services"), service.Agreement.Field), pointing(texts.T("agreements.levels"), service.LevelAgreement.Field),
		pointing(texts.T("agreements.licences"), licence.Agreement.Field))
}
