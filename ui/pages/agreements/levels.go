package agreements

import (
	"slices"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/licence"
	"itportfoljen/app/service"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
)

// levelCommands are what is done to a servicenivå on a day.
var levelCommands = []command{
	{"approve", "check", func(_ *app.Portfolio, r *field.Record) bool {
		return service.State.Get(r) == "" || service.State.Get(r) == service.Draft
	}, approved,
		func(tx *field.Tx, id field.ID, day date.Date) error {
			return governance.Move(tx, id, governance.Step{To: service.Approved, On: day})
		}},
	{"end", "archive", func(_ *app.Portfolio, r *field.Record) bool { return service.State.Get(r) == service.Approved }, today,
		func(tx *field.Tx, id field.ID, day date.Date) error {
			return governance.Move(tx, id, governance.Step{To: service.Ended, On: day})
		}},
}

// approved is the day that is written already, else today.
func approved(w *app.Portfolio, r *field.Record) date.Date {
	return governance.DayOf(w, r, service.Approved)
}

// under shows what lies under an agreement, what stands in it, or is delivered or licensed by it.
func (p *Page) under(r *field.Record) []fyne.CanvasObject {
	pointing := func(heading string, f *field.Field) []fyne.CanvasObject {
		return record.Linked(p.s, heading, p.s.Portfolio().Pointing(f, r.ID))
	}
	return slices.Concat(record.Linked(p.s, texts.T("agreements.under"), agreement.Under(p.s.Portfolio(), r.ID)),
		pointing(texts.T("agreements.services"), service.Agreement.Field), pointing(texts.T("agreements.levels"), service.LevelAgreement.Field),
		pointing(texts.T("agreements.licences"), licence.Agreement.Field))
}
