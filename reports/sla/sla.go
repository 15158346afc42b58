// Package sla is an agreed service level as a paper to sign.
package sla

import (
	"cmp"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/service"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// Report is the SLA.
var Report = report.Report{Info: report.Info{
	Name: "sla", Title: "Servicenivå (SLA)", Also: []string{"sla", "servicenivåavtal", "driftavtal", "överenskommelse"}, For: "Beställaren och den som levererar", Group: app.ReportsToSign,
	Description: "En överenskommelse om servicenivå att skriva under: vad som lovas, för vad, mellan vilka och hur det följs upp. Det som saknas blir rader att fylla i för hand.",
	Settings:    report.WithOf(service.LevelKind),
}, Write: write}

func write(j *report.Job) (*pdf.Doc, error) {
	w, l := j.All, j.Of
	doc := j.Doc("Servicenivå: "+l.Name(), false)
	doc.Head(j.Over(), j.Title("Överenskommelse om servicenivå"), report.Joined(" · ", l.Ref, report.Clip(l.Name(), report.MostHead), report.Day(j.Date)))
	doc.Tight(func(f *pdf.Flow) { body(j, f) })
	doc.H2("Underskrifter")
	doc.Signatures(signer(w, l, "Beställare", service.Customer.Field), signer(w, l, "Leverans", service.Provider.Field))
	j.SealNote(doc.Flow)
	return doc, nil
}

// body is all but the lines to sign on.
func body(j *report.Job, f *pdf.Flow) {
	w, l := j.All, j.Of
	state(j, f)
	f.H2("Vad överenskommelsen gäller")
	report.Form(f, "Vad servicenivån gäller och mellan vilka", j.FactsOf(l, service.LevelName.Field, service.LevelOf.Field, service.LevelUnit.Field, service.Customer.Field, service.Provider.Field)...)
	f.H2("Vad som lovas")
	report.Form(f, "Mått, mål och tid", []report.Fact{{Label: "Vad som mäts", Said: service.Measure.Read(w, l, 0)}, {Label: "Mål", Said: target(w, l)},
		{Label: "Servicetid", Said: service.LevelHours.Get(l)}, {Label: "Prioritet", Said: cmp.Or(service.Priority.Show(w, service.Priority.Get(l)), "alla ärenden")}}...)
	f.H2("Giltighet och uppföljning")
	report.Form(f, "Giltighet och hur nivån följs upp", j.FactsOf(l, service.From.Field, service.Until.Field, service.Interval.Field)...)
	report.Facts(f, "Avtalet som servicenivån står i", j.FactsOf(l, service.LevelAgreement.Field)...)
	if last := service.Last(w, l.ID); last != nil {
		period := report.Joined(" – ", service.OutcomeFrom.Get(last).String(), service.OutcomeTo.Get(last).String())
		report.Facts(f, "Senaste utfall", report.Fact{Label: "Senaste utfall", Said: report.Joined(", ", service.Outcome.Show(w, last.Get(service.Outcome.Field))+" "+service.In.Show(w, service.In.Get(l)), period)},
			report.Fact{Label: "Når målet", Said: service.Met.Read(w, l, 0)})
	}
	others(j, f)
	f.H2("Innan ni skriver under")
	f.Checks(
		report.Done(len(service.LevelOf.Get(l)) > 0, "Det är sagt vilka system eller tjänster nivån gäller."),
		report.Done(l.Get(service.Target.Field) != nil && service.Measure.Get(l) != "", "Måttet och målet är sagda."),
		report.Done(service.LevelHours.Get(l) != "", "Servicetiden är sagd."),
		report.Done(field.Held(w, l, service.Customer), "Någon svarar för beställarens sida."),
		report.Done(field.Held(w, l, service.Provider), "Någon svarar för leveransen."),
		report.Done(l.Get(service.Interval.Field) != nil, "Det är sagt hur ofta nivån mäts."),
		report.Done(!service.From.Get(l).IsZero(), "Det är sagt när överenskommelsen börjar gälla."),
	)
}

func signer(w report.World, l *field.Record, as string, f *field.Field) pdf.Signature {
	return pdf.Signature{Role: as, Name: report.Clip(f.Show(w, f.Value(w, l, 0)), report.MostHead)}
}

// state says whether the level is agreed on already, or has ended.
func state(j *report.Job, f *pdf.Flow) {
	w, l := j.All, j.Of
	switch service.State.Get(l) {
	case service.Approved:
		by := report.Joined(" och ", w.Label(service.ApprovedBy.Get(l)), w.Label(service.AgreedBy.Get(l)))
		f.P(report.Sentence(report.Joined(" av ", strings.TrimSpace("Servicenivån är godkänd "+service.ApprovedOn.Get(l).String()), by)))
	case service.Ended:
		f.Box("Servicenivån har upphört", pdf.Warn, func(f *pdf.Flow) { f.P("Den gäller inte längre och ska inte skrivas under.") })
	default:
		f.P("Förslag. Servicenivån gäller när båda sidor har skrivit under.")
	}
}

// target is the goal with what it is measured in: "99,5 procent".
func target(w report.World, l *field.Record) string {
	if l.Get(service.Target.Field) == nil {
		return ""
	}
	return strings.TrimSpace(service.Target.Show(w, l.Get(service.Target.Field)) + " " + service.In.Show(w, service.In.Get(l)))
}

// others are the levels that are said of the same systems and services.
func others(j *report.Job, f *pdf.Flow) {
	w, l := j.All, j.Of
	t := pdf.Table{Size: 8.5, Dense: true, Summary: "Andra servicenivåer för samma system och tjänster", Cols: []pdf.Col{{Head: "Servicenivå", Flex: 2, RowHead: true}, {Head: "Vad som mäts", Flex: 1}, {Head: "Mål"}, {Head: "Status"}}}
	seen := map[field.ID]bool{l.ID: true}
	for _, id := range service.LevelOf.Get(l) {
		for _, o := range service.Levels(w, id) {
			if seen[o.ID] || service.State.Get(o) == service.Ended {
				continue
			}
			seen[o.ID] = true
			t.Rows = append(t.Rows, pdf.R(pdf.Txt(o.Name()), pdf.Txt(report.Or(service.Measure.Read(w, o, 0))), pdf.Txt(report.Or(target(w, o))), report.Outcome(w, service.State.Field, o)))
		}
	}
	if len(t.Rows) > 0 {
		f.H2("Andra servicenivåer för samma sak")
		f.Table(t)
	}
}
