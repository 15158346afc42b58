// Package delat is how a system that several units share is owned, paid and answered for, as a
// paper to sign.
package delat

import (
	"fmt"
	"slices"

	"itportfoljen/app"
	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/app/usage"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// Report is the agreement on a shared system.
var Report = report.Report{Info: report.Info{
	Name: "delat", Title: "Delat system", Also: []string{"avtal om delat system", "kostnadsdelning"}, For: "Systemägaren och de som delar systemet", Group: app.ReportsToSign,
	Description: "En överenskommelse att skriva under om ett system som flera delar: vem som äger det, vilka som använder det, hur kostnaden fördelas och vem som svarar för vad.",
	Settings:    report.WithOf(system.Kind, report.OfYear),
}, Write: write}

// shared is the paper being written.
type shared struct {
	*report.Job
	w     report.World
	s     *field.Record
	uses  []*field.Record
	total money.Total // drift by the year's budget
}

func write(j *report.Job) (*pdf.Doc, error) {
	p := &shared{Job: j, w: j.All, s: j.Of, uses: usage.Rows(j.All, j.Of.ID)}
	p.total.Add(economy.Sum(p.w, p.s.ID, j.Year, economy.Operations, economy.CostBudget))
	doc := j.Doc("Delat system: "+p.s.Name(), false)
	doc.Head(j.Over(), j.Title("Överenskommelse om delat system"), report.Joined(" · ", p.s.Ref, report.Clip(p.s.Name(), report.MostHead), report.Day(j.Date)))
	doc.Tight(p.body)
	doc.H2("Underskrifter")
	p.sign(doc.Flow)
	j.SealNote(doc.Flow)
	return doc, nil
}

// body is all but the lines to sign on.
func (p *shared) body(f *pdf.Flow) {
	if !usage.Several(p.w, p.s.ID) {
		f.Box("Systemet delas inte", pdf.Warn, func(f *pdf.Flow) {
			f.P("I portföljen används systemet bara av en förvaltning. Skriv vilka som använder det under Användningar på systemet, så fylls överenskommelsen i.")
		})
	}
	f.H2("Systemet och ägaren")
	report.Form(f, "Systemet och vem som äger det", p.FactsOf(p.s, system.Name.Field, system.Description.Field, system.OwnerUnit.Field, system.Scope.Field)...)
	f.H2("Vilka som delar och betalar")
	p.users(f)
	p.payers(f)
	f.H2("Vem som svarar för vad")
	p.roles(f)
	f.H2("Innan ni skriver under")
	p.checks(f)
}

// users are who uses the system, with the share of the cost that each bears.
func (p *shared) users(f *pdf.Flow) {
	t := pdf.Table{Size: 8.5, Dense: true, Empty: "Ingen användning är inlagd.", Summary: "Enheter som använder systemet med andel av kostnaden",
		Cols: []pdf.Col{{Head: "Enhet", Flex: 2, RowHead: true}, {Head: "Används till", Flex: 1}, {Head: "Användare", Align: draw.Right}, {Head: "Andel, %", Align: draw.Right},
			{Head: fmt.Sprintf("Drift, budget %d, kr", p.Year), Align: draw.Right}, {Head: "Kontaktperson", MaxWidth: 110}}}
	var parts []money.Ore
	if p.total.Known {
		parts = usage.Amounts(p.w, p.s.ID, p.total.Ore)
	}
	users, shares, sum := 0, int64(0), money.Total{}
	for i, u := range p.uses {
		count, share, part := report.None, report.None, report.None
		if n, ok := u.Get(usage.Users.Field).(int64); ok {
			count, users = report.Count(int(n)), users+int(n)
		}
		if n, ok := u.Get(usage.Share.Field).(int64); ok {
			share, shares = fmt.Sprint(n), shares+n
			if parts != nil {
				part = parts[i].Kr()
				sum.Add(parts[i], true)
			}
		}
		t.Rows = append(t.Rows, pdf.R(pdf.Txt(p.w.Label(usage.Unit.Get(u))), pdf.Txt(usage.Purpose.Get(u)), pdf.Txt(count), pdf.Txt(share), pdf.Txt(part), report.Fill(usage.Contact.Show(p.w, u.Get(usage.Contact.Field)))))
	}
	if len(t.Rows) > 0 {
		said := func(n int, any bool) string {
			if !any {
				return report.None
			}
			return report.Count(n)
		}
		t.Rows = append(t.Rows, pdf.SumRow(pdf.Txt("Summa"), pdf.Txt(""), pdf.Txt(said(users, users > 0)), pdf.Txt(said(int(shares), shares > 0)), pdf.Txt(report.Kr(sum.Ore, sum.Known)), pdf.Txt("")))
	}
	f.Table(t)
	switch {
	case !p.total.Known:
		f.Note(fmt.Sprintf("Ingen driftbudget för %d är inlagd på systemet, så andelarna står utan belopp.", p.Year))
	case shares != 100 && len(p.uses) > 0:
		f.Note(fmt.Sprintf("Andelarna blir %d %%. De ska tillsammans bli 100 %% av driftbudgeten %d, %s\u00a0kr.", shares, p.Year, p.total.Ore.Kr()))
	}
}

// payers are those that the year's costs say.
func (p *shared) payers(f *pdf.Flow) {
	t := pdf.Table{Size: 8.5, Dense: true, Summary: "Kostnader med vem som betalar", Cols: []pdf.Col{{Head: "Kostnad", Flex: 1, RowHead: true}, {Head: fmt.Sprintf("Budget %d, kr", p.Year), Align: draw.Right}, {Head: "Betalas av", Flex: 2}}}
	rows := economy.Rows(p.w, p.s.ID)
	counting := economy.Counting(p.w, rows)
	for _, c := range rows {
		payers := economy.Payers(p.w, c.ID)
		if economy.CostYear.Get(c) != int64(p.Year) || len(payers) == 0 {
			continue
		}
		amount, counts := counting.Of(c, economy.CostBudget)
		if !counts && c.Get(economy.CostBudget.Field) != nil { // a year's row whose months are what counts
			continue
		}
		var said []string
		for _, u := range payers {
			said = append(said, p.w.Label(u.Unit)+" "+economy.PayerShare.Show(p.w, u.Share)+"\u00a0%")
		}
		t.Rows = append(t.Rows, pdf.R(pdf.Txt(report.Or(economy.CostType.Show(p.w, economy.CostType.Get(c)))), pdf.Txt(report.Kr(amount, counts)), pdf.Txt(text.And(said))))
	}
	if len(t.Rows) > 0 {
		f.H3("Vem som betalar enligt kostnaderna")
		f.Table(t)
	}
}

// roles are those that answer for the system, with what each does.
func (p *shared) roles(f *pdf.Flow) {
	t := pdf.Table{Size: 8.5, Dense: true, Summary: "Roller med vem som har dem och vad de svarar för", Cols: []pdf.Col{{Head: "Roll", Flex: 1, RowHead: true}, {Head: "Vem", Flex: 1}, {Head: "Svarar för", Flex: 2}}}
	for _, role := range report.Roles {
		who := role.Read(p.w, p.s, 0)
		if who == "" && !slices.Contains([]*field.Field{system.SystemOwner.Field, system.Manager.Field, system.ITOwner.Field}, role) {
			continue
		}
		t.Rows = append(t.Rows, pdf.R(pdf.Txt(p.RoleName(role)), report.Fill(who), pdf.Txt(report.FirstSentence(role.Help, 200))))
	}
	f.Table(t)
}

func (p *shared) checks(f *pdf.Flow) {
	contact := len(p.uses) > 0 && !slices.ContainsFunc(p.uses, func(u *field.Record) bool { return !field.Held(p.w, u, usage.Contact) })
	split, _ := system.CostSplit.Value(p.w, p.s, 0).(bool)
	f.Checks(
		report.Done(system.OwnerUnit.Get(p.s) != "", "Det är sagt vilken enhet som äger systemet."),
		report.Done(field.Held(p.w, p.s, system.SystemOwner) || system.OwnerBody.Get(p.s) != "", "Systemägaren är utsedd."),
		report.Done(field.Held(p.w, p.s, system.Manager), "Systemförvaltaren är utsedd."),
		report.Done(contact, "Varje enhet har en kontaktperson."),
		report.Done(split, "Kostnaden är fördelad: andelarna blir tillsammans 100 %."),
		report.Done(len(field.References(system.Arrangements.Value(p.w, p.s, 0))) > 0, "En skriftlig överenskommelse finns redan i portföljen."),
	)
}

// sign is a line for the owner, and one for each unit that shares the system.
func (p *shared) sign(f *pdf.Flow) {
	who := []pdf.Signature{p.Signer(p.s, system.SystemOwner.Field)}
	for _, u := range p.uses {
		if unit := usage.Unit.Get(u); unit != system.OwnerUnit.Get(p.s) {
			who = append(who, pdf.Signature{Role: report.Clip(p.w.Label(unit), report.MostHead), Name: report.Clip(usage.Contact.Show(p.w, u.Get(usage.Contact.Field)), report.MostHead)})
		}
	}
	f.Signatures(who...)
}
