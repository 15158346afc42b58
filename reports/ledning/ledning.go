// Package ledning is the ledningsgruppsrapport.
package ledning

import (
	"cmp"
	"fmt"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/risk"
	"itportfoljen/app/settings"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// Report is the ledningsgruppsrapport.
var Report = report.Report{Info: report.Info{
	Name: "ledningsgrupp", Title: "Ledningsgruppsrapport", Also: []string{"ledningsrapport", "it-chefens rapport", "rapport till ledningen", "kommunledning"}, For: "Ledningsgruppen", Group: app.ReportsForLeaders,
	Description: "Läget på en sida: nyckeltal, beslut som behövs, pågående insatser, ramar och avtal. Därefter ett underlag per beslut, det som har hänt sedan förra rapporten, tidplan, risker, systemens livscykel och alla insatser, system, kostnader och avtal.",
	Settings: report.With(
		report.Setting{Key: "till", Label: "Till", Help: "Vem rapporten lämnas till. Tomt: ledningsgruppen enligt styrmodellen."},
		report.Portfolio,
		report.Message,
		report.Sections(partDecisions, partExceptions, partChanges, partInitiatives, partTimeline, partRisks, partLifecycle, partSystems, partCosts, partAgreements),
		report.Since,
		report.Setting{Key: "grupp", Label: "Gruppera insatser efter", Default: byUnit, Choices: []string{byUnit, byPortfolio}},
	),
}, Write: write}

// The parts after the first page.
const (
	partDecisions   = "Beslutsunderlag"
	partExceptions  = "Undantag"
	partChanges     = "Förändringar"
	partInitiatives = "Insatser"
	partTimeline    = "Tidplan"
	partRisks       = "Risker"
	partLifecycle   = "Livscykel"
	partSystems     = "System"
	partCosts       = "Kostnader"
	partAgreements  = "Avtal"
)

const (
	byUnit      = "förvaltning"
	byPortfolio = "portfölj"
)

// briefing is the ledningsgruppsrapport being built, with its answers.
type briefing struct {
	*report.Job
	figures    insight.Figures
	decisions  []*field.Record
	running    []insight.Status
	agreements []insight.Agreement
	frames     []frame.Line
	units      []insight.UnitCost // of the plan year
	bubbles    []insight.Bubble
	unplaced   int
	exceptions []governance.Exception
	risks      []*field.Record // that aren't over, and of what isn't
	changes    changes
	blank      *pdf.Doc // what every attempt begins with
	begun      bool     // a chapter has been written
}

func newBriefing(j *report.Job) *briefing {
	b := &briefing{Job: j, figures: insight.FiguresOf(j.W)}
	b.decisions = insight.Decisions(j.W)
	b.running = insight.RunningInitiatives(j.W)
	b.agreements = insight.AgreementsDue(j.W, 12)
	b.frames = j.Frames(b.figures.Year)
	b.units = insight.CostPerUnit(j.W, j.W.PlanYear(), j.W.PlanYear())
	b.bubbles, b.unplaced = insight.Bubbles(j.W)
	b.exceptions = governance.Exceptions(j.W)
	for _, r := range j.W.All(risk.State.Kind) {
		if !field.Over(j.W, r) {
			b.risks = append(b.risks, r)
		}
	}
	b.blank = b.Doc(b.frontTitle(), false)
	return b
}

func write(j *report.Job) (*pdf.Doc, error) {
	b := newBriefing(j)
	if err := b.compare(); err != nil {
		return nil, err
	}
	fits := b.fitting()
	doc := b.whole(fits, false)
	if len(doc.Pages()) > 3 {
		doc = b.whole(fits, true)
	}
	return doc, nil
}

// part is a chapter after the first page.
type part struct {
	name     string
	rows     int  // how long its list is, about
	optional bool // left out where its list is empty; others say that there is nothing
	systems  bool // of systems and agreements, which belong to no portfölj
	write    func(f *pdf.Flow)
}

// whole is the whole report, with or without contents after the first page.
func (b *briefing) whole(front room, contents bool) *pdf.Doc {
	b.begun = false
	doc := b.blank.Fresh()
	b.front(doc, front, pdf.PageRef)
	if b.figures.Systems == 0 && b.figures.Initiatives == 0 && len(b.units) == 0 {
		b.SealNote(doc.Flow)
		return doc
	}
	doc.PageBreak()
	if contents {
		doc.Contents("Innehåll", 2)
	}
	if b.Has(partDecisions) {
		b.decisionPages(doc.Flow)
	}
	style := doc.ChartStyle()
	for _, p := range []part{
		{name: partExceptions, rows: len(b.exceptions), optional: true, write: b.exceptionList},
		{name: partChanges, rows: b.changes.size(), write: b.changeList},
		{name: partInitiatives, rows: b.figures.Initiatives, write: b.initiativeList},
		{name: partTimeline, rows: longList, write: func(f *pdf.Flow) { b.timeline(f, style) }},
		{name: partRisks, rows: len(b.risks), optional: true, write: func(f *pdf.Flow) { b.riskList(f, style) }},
		{name: partLifecycle, systems: true, rows: longList, write: func(f *pdf.Flow) { b.lifecycle(f, style) }},
		{name: partSystems, systems: true, rows: b.figures.Systems, write: b.systemList},
		{name: partCosts, rows: longList, write: func(f *pdf.Flow) { b.costs(f, style) }},
		{name: partAgreements, systems: true, rows: b.figures.Systems, write: b.agreementList},
	} {
		if b.Has(p.name) && (p.rows > 0 || !p.optional) && (b.Portfolio == "" || !p.systems) {
			b.chapter(doc.Flow, p.rows, p.write)
		}
	}
	b.SealNote(doc.Flow)
	return doc
}

// longList is how many rows make a list begin on a page of its own.
const longList = 12

// chapter keeps a short list with its heading, and gives a long one a new page
// unless it is the first after the first page.
func (b *briefing) chapter(f *pdf.Flow, rows int, write func(f *pdf.Flow)) {
	switch {
	case rows < longList:
		f.Keep(write)
	case b.begun:
		f.PageBreak()
		write(f)
	default:
		write(f)
	}
	b.begun = true
}

func (b *briefing) frontTitle() string {
	what := b.ForUnit("IT-läget")
	if b.figures.Year > b.Date.Year() {
		return fmt.Sprintf("%s inför %d", what, b.figures.Year)
	}
	return fmt.Sprintf("%s %d", what, b.figures.Year)
}

// under is the line below the title: to whom, when it meets if that is known, of which day
// and from whom.
func (b *briefing) under() string {
	s := b.W.Settings()
	to := "Till " + report.Clip(cmp.Or(b.Sets["till"], board(b.W.Model())), report.MostHead)
	if when := settings.NextBoard.Get(s); when >= b.Date {
		to += " " + report.Day(when)
	}
	return report.Joined(" · ", to, "läget "+report.Day(b.Date), report.Clip(settings.Sender.Get(s), report.MostHead))
}

// board is what the model calls the ledningsgrupp.
func board(m *governance.Model) string {
	for _, f := range m.Forums {
		if strings.Contains(strings.ToLower(f.Label), "ledningsgruppen") {
			return text.Lower(f.Label)
		}
	}
	return "ledningsgruppen"
}

// unitOf is the förvaltning, nämnd or bolag of a system or an insats.
func (b *briefing) unitOf(r *field.Record) string {
	return b.W.Label(b.Level(r.Home()))
}

// keyFigures are the five numbers of the first page.
func (b *briefing) keyFigures() []pdf.KeyFigure {
	f := b.figures
	if b.Portfolio != "" {
		return []pdf.KeyFigure{b.initiatives(), {Label: "Väntar på beslut", Value: report.Count(len(b.decisions)), Note: "av insatserna"}, b.benefit()}
	}
	return []pdf.KeyFigure{b.inService(), b.operations(), b.initiatives(), b.benefit(), report.WithoutOwner(f)}
}

func (b *briefing) inService() pdf.KeyFigure {
	f := b.figures
	k := pdf.KeyFigure{Label: "System i drift", Value: report.Count(f.InService), Note: "av " + report.Count(f.Systems) + " i registret"}
	switch {
	case f.Systems == 0:
		k.Note = "inga system inlagda"
	case f.PhasingOut == 1:
		k.Note = "1 avvecklas"
	case f.PhasingOut > 1:
		k.Note = report.Count(f.PhasingOut) + " avvecklas"
	}
	if f.Unstaged > 0 {
		k.Note += ", " + report.Count(f.Unstaged) + " utan livscykel"
	}
	return k
}

func (b *briefing) operations() pdf.KeyFigure {
	f := b.figures
	k := pdf.KeyFigure{Label: fmt.Sprintf("Drift, budget %d", f.Year), Value: f.Budget.Short()}
	switch {
	case f.HasForecast:
		k.Label = fmt.Sprintf("Drift, prognos %d", f.Year)
		k.Value, k.Note = f.Forecast.Short(), "ingen budget inlagd"
		if f.Budget.Known {
			k.Note = "budget " + f.Budget.Short()
		}
	case !f.Budget.Known && !f.Previous.Known:
		k.Value, k.Note = report.None, "inga belopp inlagda"
	case !f.Budget.Known:
		k.Value, k.Note = report.None, fmt.Sprintf("budget %d: %s", f.Year-1, f.Previous.Short())
	case f.Previous.Known:
		k.Note = fmt.Sprintf("budget %d: %s", f.Year-1, f.Previous.Short())
	default:
		k.Note = "ingen prognos"
	}
	return k
}

func (b *briefing) initiatives() pdf.KeyFigure {
	f := b.figures
	k := pdf.KeyFigure{Label: "Insatser", Value: report.Count(f.Initiatives), Note: report.Count(f.Running) + "\u00a0pågår"}
	switch {
	case f.Initiatives == 0:
		k.Note = "inga inlagda"
	case f.PlanBudget != 0:
		k.Note = fmt.Sprintf("budget %d: %s, %s", f.Year, f.PlanBudget.Short(), k.Note)
	}
	return k
}

func (b *briefing) benefit() pdf.KeyFigure {
	f := b.figures
	k := pdf.KeyFigure{Label: "Hemtagen nytta per år", Value: report.None, Note: "ingen nytta att hämta hem än"}
	if share, ok := f.RealisedShare(); ok {
		k.Value = fmt.Sprintf("%.0f\u00a0%%", share*100)
		k.Note = ofWhole(f.Realised.Ore, f.Planned)
	} else if f.Planned > 0 {
		k.Note = "ännu inte mätt av " + f.Planned.Short()
	}
	if f.Later > 0 {
		k.Note += ", " + report.Count(f.Later) + " mäts senare"
	}
	return k
}

// ofWhole is "1,9 av 3,1 mnkr", with both units where they differ.
func ofWhole(part, whole money.Ore) string {
	p, w := part.Short(), whole.Short()
	if part == 0 {
		return "0 av " + w
	}
	if at := strings.LastIndex(p, "\u00a0"); at > 0 && strings.HasSuffix(w, p[at:]) {
		p = p[:at]
	}
	return p + " av " + w
}
