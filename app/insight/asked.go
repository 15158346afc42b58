package insight

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/app/rhythm"
	"itportfoljen/app/settings"
)

// Question is something that whoever reads the reports asks about first, since they say it
// without the answer.
type Question struct {
	Rule    string // which rule found it, stable: "red", "report-old" …
	Head    string // what those of the rule are: "Rött utan kommentar"
	Asked   string // and the question: "Vad är det som avviker, och vad görs åt det?"
	Why     string // of this one: "Tid avviker"
	Subject string // about what
	Record  field.ID
	// Fields of the record are where the answer is written; none: it is more than that, and the
	// record is where.
	Fields []*field.Field
}

// The questions, in the order in which a director has them.
var (
	asksRed         = Question{Rule: "red", Head: "Rött utan kommentar", Asked: "Vad är det som avviker, och vad görs åt det?"}
	asksOld         = Question{Rule: "report-old", Head: "Gammalt läge", Asked: "Gäller det fortfarande?", Fields: []*field.Field{plan.ReportedOn.Field}}
	asksNone        = Question{Rule: "report-none", Head: "Pågår utan läge", Asked: "Hur går det?", Fields: []*field.Field{plan.ReportedOn.Field}}
	asksRecommended = Question{Rule: "recommendation", Head: "Beslut utan rekommendation", Asked: "Vad föreslår ni?", Fields: []*field.Field{plan.Recommendation.Field}}
	asksCost        = Question{Rule: "decision-cost", Head: "Beslut utan kostnad", Asked: "Vad kostar det?"}
	asksDecider     = Question{Rule: "decider", Head: "Oklart vem som beslutar", Asked: "Är det vi som ska besluta?", Fields: []*field.Field{plan.Class.Field, plan.Political.Field}}
	asksExpired     = Question{Rule: "expired", Head: "Avtal som har löpt ut", Asked: "Köper vi utan avtal?", Fields: []*field.Field{agreement.End.Field}}
	asksComment     = Question{Rule: "comment", Head: "Avvikelse utan kommentar", Asked: "Varför, och vad görs åt det?", Fields: []*field.Field{economy.CostComment.Field, economy.CostAction.Field}}
	asksMeeting     = Question{Rule: "meeting", Head: "Mötesdagen är inte känd", Asked: "När ska rapporten tas upp?", Fields: []*field.Field{settings.NextBoard.Field}}
)

// Questions are what the readers of the reports would ask about first, in that order: what is
// red with nothing said of it, how it goes when that is old or not told, decisions without a
// recommendation, a cost or anyone to decide, agreements that have expired, costs that differ from
// the budget by more than they may with nothing said, and a meeting whose day nobody knows.
func Questions(w World) (out []Question) {
	ask := func(q Question, r *field.Record, why string) {
		q.Record, q.Subject, q.Why = r.ID, w.Label(r.ID), why
		out = append(out, q)
	}
	askAboutRunning(w, ask)
	askAboutDecisions(w, ask)
	for _, a := range Agreements(w) {
		if !a.End.IsZero() && a.End < w.Today() {
			ask(asksExpired, a.Record, "Löpte ut "+a.End.String())
			out[len(out)-1].Subject = a.Name()
		}
	}
	askAboutCosts(w, ask, func() *Question { return &out[len(out)-1] })
	if s := w.Settings(); s != nil {
		switch next := settings.NextBoard.Get(s); {
		case next.IsZero():
			ask(asksMeeting, s, "Nästa ledningsgrupp är inte satt")
		case next < w.Today():
			ask(asksMeeting, s, "Nästa ledningsgrupp var "+next.String())
		}
		if n := len(out); n > 0 && out[n-1].Rule == asksMeeting.Rule {
			out[n-1].Subject = settings.NextBoard.Label
		}
	}
	at := func(q Question) int { return slices.Index(order, q.Rule) }
	slices.SortStableFunc(out, func(a, b Question) int { return at(a) - at(b) })
	return out
}

// order is that of the rules.
var order = []string{asksRed.Rule, asksOld.Rule, asksNone.Rule, asksRecommended.Rule, asksCost.Rule, asksDecider.Rule, asksExpired.Rule, asksComment.Rule, asksMeeting.Rule}

type asking func(q Question, r *field.Record, why string)

// askAboutRunning asks of insatser in genomförande.
func askAboutRunning(w World, ask asking) {
	for _, r := range plan.At(w, governance.Running) {
		if age, old := plan.Aged(w, r); age == "" {
			ask(asksNone, r, "Ingen lägesrapport finns")
		} else if old {
			ask(asksOld, r, "Senaste lägesrapporten är "+age+" gammal")
		}
		var red []string
		for _, l := range plan.Lights(w, r) {
			if l.Tone == field.Bad {
				red = append(red, text.Lower(l.Label))
			}
		}
		if len(red) == 0 {
			continue
		}
		q, of := asksRed, r
		q.Fields = []*field.Field{plan.Comment.Field}
		said := plan.Comment.Get(r)
		if last := plan.LatestReport(w, r.ID); last != nil {
			of, said = last, plan.ReportNote.Get(last)+plan.ReportTitle.Get(last)
			q.Fields = []*field.Field{plan.ReportTitle.Field, plan.ReportNote.Field}
		}
		if strings.TrimSpace(said) == "" {
			ask(q, of, text.Capital(text.And(red))+" avviker")
		}
	}
}

// askAboutDecisions asks of insatser that wait for a decision.
func askAboutDecisions(w World, ask asking) {
	for _, r := range Decisions(w) {
		if strings.TrimSpace(plan.Recommendation.Get(r)) == "" {
			ask(asksRecommended, r, "Rekommendationen är tom")
		}
		if _, known := plan.Cost(w, r); !known {
			ask(asksCost, r, "Inget belopp finns")
		}
		if len(w.Model().Delegation) == 0 {
			continue
		}
		if p := plan.Decide(w, r); p.Who == "" && p.Lack != "" {
			ask(asksDecider, r, text.Capital(p.Lack))
		} else if p.Who == "" {
			ask(asksDecider, r, "Ingen rad i delegationen passar")
		}
	}
}

// askAboutCosts asks of what differs from the budget: of this year and of the plan year.
func askAboutCosts(w World, ask asking, latest func() *Question) {
	years := []int{w.Today().Year()}
	if y := w.PlanYear(); y != years[0] {
		years = append(years, y)
	}
	for _, year := range years {
		for _, want := range budget.Unsaid(budget.Wants(w, year, budget.ByForecast)) {
			owner := w.Get(economy.CostOwner.Get(want.Cost))
			if !rhythm.Asked(w, owner) {
				continue
			}
			lacks := "åtgärden"
			if comment, action := want.Missing(); comment && action {
				lacks = "kommentaren och åtgärden"
			} else if comment {
				lacks = "kommentaren"
			}
			ask(asksComment, want.Cost, fmt.Sprintf("%d: %s\u00a0tkr mot budget, och %s saknas", year, want.Amounts.Variance(want.Against).Ore.Signed(money.Tkr), lacks))
			latest().Subject = w.Label(owner.ID)
		}
	}
}
