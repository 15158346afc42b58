// Package overlamning is what an insats hands over to förvaltning, as a paper to sign.
package overlamning

import (
	"fmt"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/base/draw"
	"itportfoljen/app/document"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/app/risk"
	"itportfoljen/app/system"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// Report is the handing over.
var Report = report.Report{Info: report.Info{
	Name: "overlamning", Title: "Överlämning till förvaltning", Also: []string{"överlämna", "avsluta projekt", "leveransgodkännande"}, For: "Projektledaren och systemägaren", Group: app.ReportsToSign,
	Description: "Det som en insats lämnar över när den är klar, att skriva under: systemen och vem som tar emot dem, kostnader, avtal, handlingar, öppna risker och det som är kvar att göra.",
	Settings:    report.WithOf(plan.Kind, report.OfYear),
}, Write: write}

const smallSize = 8.5

// handing is the paper being written.
type handing struct {
	*report.Job
	w       report.World
	r       *field.Record
	systems []*field.Record
}

func write(j *report.Job) (*pdf.Doc, error) {
	h := &handing{Job: j, w: j.All, r: j.Of}
	for _, id := range plan.Systems.Get(h.r) {
		if s := h.w.Get(id); s != nil {
			h.systems = append(h.systems, s)
		}
	}
	doc := j.Doc("Överlämning till förvaltning: "+h.r.Name(), false)
	doc.Head(j.Over(), j.Title("Överlämning till förvaltning"), report.Joined(" · ", h.r.Ref, report.Clip(h.r.Name(), report.MostHead), report.Day(j.Date)))
	f := doc.Flow
	h.front(f)
	h.received(f)
	h.costs(f)
	h.agreements(f)
	h.documents(f)
	h.risks(f)
	f.H2("Kvar att göra")
	f.Table(h.Steps(h.left(), "Inget nästa steg är kvar."))
	h.demands(f)
	h.sign(f)
	j.SealNote(f)
	return doc, nil
}

func (h *handing) front(f *pdf.Flow) {
	if !plan.StageOf(h.w, h.r).Delivered() && plan.StageOf(h.w, h.r) != governance.Running {
		f.Note("Insatsen är i fasen " + plan.Phase.Show(h.w, plan.Phase.Get(h.r)) + " och har inte börjat genomföras.")
	}
	f.H2("Insatsen")
	report.Form(f, "Insatsen som lämnar över", append(h.FactsOf(h.r, plan.Name.Field, plan.Phase.Field, plan.Client.Field, plan.Manager.Field, plan.EndedOn.Field),
		report.Fact{Label: "Resultat mot mål", Said: plan.Result.Get(h.r)})...)
}

// received are the systems with who answers for each from now on.
func (h *handing) received(f *pdf.Flow) {
	f.H2("Vad som lämnas över, och till vem")
	if len(h.systems) == 0 {
		f.P("Inget system är angivet på insatsen. Skriv vad som lämnas över och vem som tar emot det:")
		report.Form(f, "Det som lämnas över", report.Fact{Label: "Vad"}, report.Fact{Label: "Ägare"}, report.Fact{Label: "Förvaltare"})
		return
	}
	for _, s := range h.systems {
		f.Keep(func(f *pdf.Flow) {
			f.H3(strings.TrimSpace(s.Ref + " " + s.Name()))
			facts := h.FactsOf(s, system.OwnerUnit.Field, system.Lifecycle.Field)
			for _, role := range []*field.Field{system.SystemOwner.Field, system.Manager.Field, system.TechnicalManager.Field, system.ITOwner.Field} {
				facts = append(facts, report.Fact{Label: h.RoleName(role), Said: role.Read(h.w, s, 0)})
			}
			report.Form(f, "Systemet och vem som tar emot det", append(facts, h.FactsOf(s, system.Object.Field, system.HandedOn.Field)...)...)
		})
	}
}

// costs are those that the förvaltning takes over: of the insats and of its systems.
func (h *handing) costs(f *pdf.Flow) {
	f.H2("Kostnader")
	t := pdf.Table{Size: smallSize, Dense: true, Summary: "Driftkostnad som förvaltningen tar över",
		Cols: []pdf.Col{{Head: "Vad", Flex: 1, RowHead: true}, {Head: fmt.Sprintf("Drift, budget %d, kr", h.Year), Align: draw.Right}, {Head: fmt.Sprintf("Drift, budget %d, kr", h.Year+1), Align: draw.Right}}}
	for _, r := range append([]*field.Record{h.r}, h.systems...) {
		cells := []pdf.Cell{pdf.Rich(pdf.T(r.Name()), pdf.M(" ("+r.Kind.One+")"))}
		for _, y := range []int{h.Year, h.Year + 1} {
			cells = append(cells, pdf.Txt(report.Kr(economy.Sum(h.w, r.ID, y, economy.Operations, economy.CostBudget))))
		}
		t.Rows = append(t.Rows, pdf.R(cells...))
	}
	f.Table(t)
	f.Note("Ett streck är att ingen driftbudget är inlagd. Insatsens och systemets budget står var för sig och ska inte läggas ihop om det är samma kostnad.")
}

// agreements are those of the systems that hold.
func (h *handing) agreements(f *pdf.Flow) {
	t := pdf.Table{Size: smallSize, Dense: true, Empty: "Inget avtal är inlagt för det som lämnas över.", Summary: "Avtal för systemen",
		Cols: []pdf.Col{{Head: "Avtal", Flex: 2, RowHead: true}, {Head: "Leverantör", Flex: 1}, {Head: "Gäller till"}, {Head: "Sista dag att säga upp"}}}
	seen := map[field.ID]bool{}
	for _, s := range h.systems {
		for _, a := range agreement.Of(h.w, s.ID) {
			if seen[a.ID] || !agreement.InForce(a) {
				continue
			}
			seen[a.ID] = true
			end, notice := agreement.Dates(a, h.Date)
			t.Rows = append(t.Rows, pdf.R(pdf.Txt(a.Name()), pdf.Txt(report.Or(h.w.Label(agreement.Supplier.Get(a)))), pdf.Txt(report.Or(end.String())), pdf.Txt(report.Or(notice.String()))))
		}
	}
	f.H2("Avtal")
	f.Table(t)
}

// documents are those of the insats and of its systems.
func (h *handing) documents(f *pdf.Flow) {
	t := pdf.Table{Size: smallSize, Dense: true, Empty: "Ingen handling är inlagd.", Summary: "Handlingar som lämnas över",
		Cols: []pdf.Col{{Head: "Handling", Flex: 2, RowHead: true}, {Head: "Slag", MaxWidth: 120}, {Head: "Hör till", Flex: 1}, {Head: "Datum"}, {Head: "Diarienummer", MaxWidth: 100}, {Head: "Lämnad"}}}
	for _, r := range append([]*field.Record{h.r}, h.systems...) {
		for _, d := range h.w.Pointing(document.Of.Field, r.ID) {
			t.Rows = append(t.Rows, pdf.R(pdf.Txt(d.Name()), pdf.Txt(report.Or(document.Sort.Show(h.w, document.Sort.Get(d)))), pdf.Txt(r.Name()), pdf.Txt(report.Or(document.Dated.Get(d).String())), pdf.Txt(report.Or(document.Number.Get(d))), pdf.Box(pdf.Open)))
		}
	}
	f.H2("Handlingar")
	f.Table(t)
}

// risks are those that aren't dealt with, of the insats and of its systems.
func (h *handing) risks(f *pdf.Flow) {
	t := pdf.Table{Size: smallSize, Dense: true, Empty: "Ingen öppen risk är nedskriven.", Summary: "Öppna risker som förvaltningen tar över",
		Cols: []pdf.Col{{Head: "Risk", Flex: 2, RowHead: true}, {Head: "Gäller", Flex: 1}, {Head: "Riskvärde", Align: draw.Right}, {Head: "Åtgärd", Flex: 2}, {Head: "Ansvarig", MaxWidth: 100}}}
	for _, r := range append([]*field.Record{h.r}, h.systems...) {
		for _, x := range h.w.Pointing(risk.Of.Field, r.ID) {
			if !risk.Untreated(x) {
				continue
			}
			t.Rows = append(t.Rows, pdf.R(pdf.Txt(x.Name()), pdf.Txt(r.Name()), pdf.Txt(report.Or(risk.Value.Read(h.w, x, 0))), pdf.Txt(report.Or(risk.Action.Get(x))), pdf.Txt(report.Or(h.w.Label(risk.Who.Get(x))))))
		}
	}
	f.H2("Öppna risker")
	f.Table(t)
}

// left is what somebody is to do for the insats and hasn't.
func (h *handing) left() (out []*field.Record) {
	for _, of := range []*field.Field{forum.NextOf.Field, forum.NextInitiative.Field} {
		for _, x := range h.w.Pointing(of, h.r.ID) {
			if !field.Over(h.w, x) {
				out = append(out, x)
			}
		}
	}
	return out
}

// demands are what the styrmodell asks before the insats is done.
func (h *handing) demands(f *pdf.Flow) {
	f.H2("Innan ni skriver under")
	checks := []pdf.Check{report.Done(len(h.systems) > 0, "Det är sagt vad som lämnas över.")}
	for _, s := range h.systems {
		checks = append(checks,
			report.Done(field.Held(h.w, s, system.SystemOwner), "Systemägare är utsedd för "+s.Name()+"."),
			report.Done(field.Held(h.w, s, system.Manager), "Systemförvaltare är utsedd för "+s.Name()+"."))
	}
	for _, p := range h.w.Model().Phases {
		if p.Stage != governance.Done || plan.StageOf(h.w, h.r).Delivered() {
			continue
		}
		checks = append(checks, h.Demands(governance.Conditions(h.w, h.r, []string{p.Key}))...)
		break
	}
	f.Checks(append(checks, report.Done(false, "Den som tar emot har gått igenom handlingarna."), report.Done(false, "Öppna risker och det som är kvar att göra är övertaget."))...)
}

// sign is a line for who hands over, and for who receives.
func (h *handing) sign(f *pdf.Flow) {
	f.H2("Underskrifter")
	f.P("Projektledaren lämnar över och den som tar emot ansvarar därefter för förvaltningen.")
	who := []pdf.Signature{{Role: "Lämnar över: projektledare", Name: report.Clip(h.w.Label(plan.Manager.Get(h.r)), report.MostHead)}}
	var owner, manager string
	if len(h.systems) > 0 {
		owner, manager = system.SystemOwner.Read(h.w, h.systems[0], 0), system.Manager.Read(h.w, h.systems[0], 0)
	}
	f.Signatures(append(who, pdf.Signature{Role: "Tar emot: systemägare", Name: report.Clip(owner, report.MostHead)}, pdf.Signature{Role: "Tar emot: systemförvaltare", Name: report.Clip(manager, report.MostHead)})...)
}
