// Package insatsunderlag is what a forum, and who decides, is given about an insats.
package insatsunderlag

import (
	"fmt"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/app/priority"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// The sections, in order.
const (
	need       = "behov"
	benefit    = "nytta"
	cost       = "kostnad"
	risks      = "risker"
	timetable  = "tidplan"
	systems    = "system"
	conditions = "krav"
	said       = "råd och beslut"
	checklist  = "checklista"
	assessment = "bedömning"
	lessons    = "lärdomar"
)

const proposal = "forslag"

// candidates are the insatser that there are to choose from.
var candidates = func() report.Setting {
	s := report.Portfolio
	s.Help = "Bara portföljens insatser att välja bland. Tomt: alla."
	return s
}()

// Report is the insatsunderlag.
var Report = report.Report{Info: report.Info{
	Name: "insatsunderlag", Title: "Insatsunderlag", Also: []string{"beslutsunderlag", "projektunderlag", "business case", "underlag till beslut"}, For: "Forumet och den som beslutar", Group: app.ReportsForForums,
	Description: "Allt som behövs för att ge råd om eller besluta en insats: förslaget, behovet, checklistan, forumets bedömning, nytta, kostnad, risker, tidplan och styrmodellens krav.",
	Settings: report.WithOf(plan.Kind, candidates,
		report.Setting{Key: proposal, Kind: app.SettingLongText, Label: "Förslag till beslut", Help: "Tomt: insatsens rekommendation."},
		report.Sections(need, benefit, cost, risks, timetable, systems, conditions, said, checklist, assessment, lessons),
		report.Public,
	),
}, Write: write}

// paper is the insatsunderlag being written.
type paper struct {
	*report.Job
	w report.World
	r *field.Record // the insats
	m *governance.Model
}

func write(j *report.Job) (*pdf.Doc, error) {
	p := &paper{Job: j, w: j.All, r: j.Of, m: j.All.Model()}
	doc := j.Doc("Insatsunderlag: "+p.r.Name(), false)
	doc.Head(j.Over(), j.Title(p.r.Name()), p.under())
	p.front(doc.Flow)
	for _, s := range []struct {
		name  string
		write func(doc *pdf.Doc)
	}{{need, p.need}, {benefit, p.benefit}, {cost, p.cost}, {risks, p.risks}, {timetable, p.timetable}, {systems, p.systems},
		{conditions, p.conditions}, {said, p.said}, {checklist, p.checklist}, {assessment, p.assessment}, {lessons, p.lessons}} {
		if j.Has(s.name) {
			s.write(doc)
		}
	}
	j.SealNote(doc.Flow)
	return doc, nil
}

func (p *paper) under() string {
	return report.Joined(" · ", strings.TrimSpace("Insatsunderlag "+p.r.Ref), p.Version(), report.Clip(p.w.Label(p.Level(plan.Unit.Get(p.r))), report.MostHead), report.Day(p.Date))
}

// show is what a field of the insats says, "" where it may not be told.
func (p *paper) show(f *field.Field) string {
	if !p.Tells(f) {
		return ""
	}
	return f.Show(p.w, f.Value(p.w, p.r, 0))
}

// front is what stands first: the figures, what is proposed or decided, and the facts.
func (p *paper) front(f *pdf.Flow) {
	f.KeyFigures(p.costFigure(), p.benefitFigure(), p.classFigure(), p.deadlineFigure(), p.phaseFigure())
	if d := report.Decided(p.w, p.r); plan.ToDecide(p.w, p.r) {
		p.Proposal(f, p.r, plan.Recommendation.Get(p.r), p.Sets[proposal])
	} else {
		p.decided(f, d)
	}
	f.H2("Insatsen i korthet")
	report.Facts(f, "Uppgifter om insatsen", p.facts()...)
}

// decided is what was decided of an insats that goes on, or doesn't.
func (p *paper) decided(f *pdf.Flow, d *field.Record) {
	f.Box("Beslut", pdf.None, func(f *pdf.Flow) {
		phase := text.Lower(p.show(plan.Phase.Field))
		if d == nil {
			f.P(fmt.Sprintf("Insatsen är i fasen %s, men inget beslut är nedskrivet.", phase))
			return
		}
		f.Text(pdf.B(report.Or(p.decision(d, governance.DecisionOutcome.Field))+". "), pdf.T(report.Sentence(report.Joined(", ", report.SaidBy(p.w, d), governance.DecisionOn.Get(d).String(), governance.DecisionRef.Get(d)))))
		if why := governance.DecisionReason.Get(d); why != "" {
			f.P(why)
		}
		f.Note("Insatsen är i fasen " + phase + ".")
	})
	if s := plan.Recommendation.Get(p.r); s != "" {
		f.H3("Forumets rekommendation")
		f.P(s)
	}
}

func (p *paper) decision(d *field.Record, f *field.Field) string {
	return f.Show(p.w, f.Value(p.w, d, 0))
}

func (p *paper) facts() []report.Fact {
	unit, level := plan.Unit.Get(p.r), p.Level(plan.Unit.Get(p.r))
	facts := []report.Fact{{Label: "Förvaltning", Said: report.Or(p.w.Label(level))}}
	if unit != level {
		facts = append(facts, report.Fact{Label: "Enhet", Said: p.w.Label(unit)})
	}
	facts = append(facts, p.FactsOf(p.r, plan.Type.Field, plan.Portfolio.Field, plan.Category.Field, plan.Priority.Field)...)
	facts = append(facts, report.Fact{Label: "Prioritetspoäng", Said: priority.Told(p.w, p.r)}, report.Fact{Label: "Särskilt", Said: text.Capital(strings.Join(plan.Specials(p.w, p.r), ", "))})
	facts = append(facts, p.FactsOf(p.r, plan.AcuteWhy.Field, plan.Route.Field, plan.Client.Field, plan.Manager.Field, plan.Handler.Field, plan.Performer.Field)...)
	return append(facts, report.Fact{Label: "Läget", Said: p.lights()})
}

// lights are all lights with the age of the lägesrapport that they are of.
func (p *paper) lights() string {
	var out []string
	for _, l := range plan.Lights(p.w, p.r) {
		out = append(out, l.Label+": "+text.Lower(l.Word))
	}
	last := plan.LatestReport(p.w, p.r.ID)
	switch {
	case last != nil:
		on := plan.ReportOn.Get(last)
		age := "lägesrapport " + on.String()
		if days := on.DaysUntil(p.Date); days > 0 {
			age += ", " + text.Age(days) + " gammal"
		}
		out = append(out, age)
	case plan.Reportable(p.w, p.r):
		out = append(out, "ingen lägesrapport är skriven")
	}
	return strings.Join(out, " · ")
}

func (p *paper) costFigure() pdf.KeyFigure {
	k := pdf.KeyFigure{Label: "Kostnad, budget", Value: report.None, Note: "ingen kostnad inlagd"}
	if total, known := plan.Cost(p.w, p.r); known {
		k.Value, k.Note = total.Short(), "alla år"
		if years := report.CostYears(p.w, p.r); len(years) == 1 {
			k.Note = fmt.Sprint(years[0])
		} else if len(years) > 1 {
			k.Note = fmt.Sprintf("%d–%d", years[0], years[len(years)-1])
		}
	}
	return k
}

func (p *paper) benefitFigure() pdf.KeyFigure {
	k := pdf.KeyFigure{Label: "Nytta per år", Value: report.None, Note: "inte angiven"}
	switch {
	case p.r.Get(plan.BenefitPerYear.Field) != nil:
		k.Value, k.Note = plan.BenefitPerYear.Get(p.r).Short(), "beräknad"
	case plan.BenefitNote.Get(p.r) != "":
		k.Note = "angiven i ord"
	}
	return k
}

func (p *paper) classFigure() pdf.KeyFigure {
	k := pdf.KeyFigure{Label: "Klass", Value: report.None, Note: "inte bestämd"}
	if s := p.show(plan.Class.Field); s != "" {
		k.Value, k.Note = s, "bestämd"
	} else if c, known := p.m.Class(plan.ByChecklist(p.w, p.r).Class); known {
		k.Value, k.Note = c.Label, "enligt checklistan"
	}
	return k
}

func (p *paper) deadlineFigure() pdf.KeyFigure {
	if d := report.Decided(p.w, p.r); d != nil && !plan.ToDecide(p.w, p.r) {
		return pdf.KeyFigure{Label: "Beslutad", Value: governance.DecisionOn.Get(d).String(), Note: report.Clip(report.SaidBy(p.w, d), 30)}
	}
	by := plan.DecideBy.Get(p.r)
	k := pdf.KeyFigure{Label: "Beslut senast", Value: report.None, Note: "ingen dag är sagd"}
	if by.IsZero() {
		return k
	}
	k.Value = by.String()
	switch left := p.Date.DaysUntil(by); {
	case left > 0:
		k.Note = "om " + text.Plural(left, "dag", "dagar")
	case left == 0:
		k.Note, k.Status = "i dag", pdf.Warn
	default:
		k.Note, k.Status = "dagen har passerat", pdf.Bad
	}
	return k
}

func (p *paper) phaseFigure() pdf.KeyFigure {
	k := pdf.KeyFigure{Label: "Fas", Value: report.Clip(report.Or(p.show(plan.Phase.Field)), 24)}
	if said, tone := plan.Status(p.w, p.r); said != "" && plan.Reportable(p.w, p.r) {
		k.Note, k.Status = text.Lower(said), report.StatusOf(tone)
	}
	return k
}
