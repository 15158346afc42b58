package demo

import (
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// makeDecisions writes down what forums have advised and beslutsfattare decided. As
// in life some of it is lacking: an insats in nine was never heard in a forum, and
// one in three that waits has a checklist with questions left. No chance is taken, so
// that what else is made stays as it is.
func (g *generator) makeDecisions() {
	advising, deciding := g.forums()
	n := 0
	for _, r := range g.records {
		if r.Kind != plan.Kind {
			continue
		}
		n++
		stage := g.model.StageOf(plan.Phase.Get(r))
		decided := plan.DecidedOn.Get(r)
		heard := g.today.AddDays(-20 - n%40)
		if !decided.IsZero() {
			heard = decided.AddDays(-14 - n%30)
		}
		if (stage == governance.Waiting || !decided.IsZero()) && n%9 != 4 {
			outcome := governance.Approved
			if stage == governance.Waiting && n%5 == 0 {
				g.decision(r, governance.Advised, advising, heard.AddDays(-35), governance.Returned).Put(governance.DecisionReason.Field, "Kostnaden för drift behöver redas ut.")
			}
			g.decision(r, governance.Advised, advising, heard, outcome).Put(governance.DecisionReason.Field, "Tillstyrks. Insatsen stämmer med arkitekturen.")
		}
		if !decided.IsZero() {
			d := g.decision(r, governance.Decided, deciding, decided, governance.Approved)
			d.Put(governance.DecisionRef.Field, r.Get(plan.DecisionRef.Field))
		}
		if stage == governance.Waiting {
			g.answers(r, n)
		}
		if stage.Undecided() && n%7 != 3 {
			g.points(r, n)
		}
	}
}

// decideRetiring writes down that some of the systems that are being phased out were
// decided to be.
func (g *generator) decideRetiring() {
	_, deciding := g.forums()
	n := 0
	for _, s := range g.systems {
		if s.lifecycle != "phaseout" {
			continue
		}
		if n++; n%3 != 0 {
			r := field.NewRecord(system.Kind, s.id)
			g.decision(r, governance.Decided, deciding, g.today.AddDays(-30-n*17%300), governance.Approved).
				Put(governance.DecisionReason.Field, "Avvecklas när ersättaren är i drift.").Put(governance.DecisionTo.Field, system.Lifecycle.Show(nil, system.PhaseOut))
		}
	}
}

// forums are the ones that prepare and that decide in the model.
func (g *generator) forums() (advising, deciding string) {
	for _, p := range g.model.Phases {
		switch {
		case p.Forum == "":
		case p.Stage == governance.Prepared:
			advising = p.Forum
		case p.Stage == governance.Waiting:
			deciding = p.Forum
		}
	}
	return g.model.ForumName(advising), g.model.ForumName(deciding)
}

func (g *generator) decision(of *field.Record, what, forum string, on date.Date, outcome string) *field.Record {
	r := field.NewRecord(governance.DecisionKind, g.newID())
	g.decisions = append(g.decisions, r)
	r.Put(governance.DecisionOf.Field, of.ID).Put(governance.DecisionType.Field, what).Put(governance.DecisionOn.Field, weekday(on)).Put(governance.DecisionOutcome.Field, outcome)
	if forum != "" {
		r.Put(governance.DecisionForum.Field, forum)
	}
	return r
}

// points are those that the forum has given for the criteria that people judge; some wait.
func (g *generator) points(of *field.Record, n int) {
	for i, c := range g.model.Criteria {
		if c.From != "" || (n+i)%5 == 4 {
			continue
		}
		r := field.NewRecord(governance.AnswerKind, g.newID())
		g.decisions = append(g.decisions, r)
		r.Put(governance.AnswerOf.Field, of.ID).Put(governance.AnswerQuestion.Field, c.Label).Put(governance.AnswerValue.Field, []string{"3", "4", "2", "5", "1"}[(2*n+i)%5])
		if n%4 == 0 {
			r.Put(governance.AnswerNote.Field, "Bedömt i forumet.")
		}
	}
}

// answers are those to the checklist.
func (g *generator) answers(of *field.Record, n int) {
	questions := g.model.Checklist
	if n%3 == 0 && len(questions) > 2 {
		questions = questions[:len(questions)-2]
	}
	for i, q := range questions {
		r := field.NewRecord(governance.AnswerKind, g.newID())
		g.decisions = append(g.decisions, r)
		r.Put(governance.AnswerOf.Field, of.ID).Put(governance.AnswerQuestion.Field, q.Label).Put(governance.AnswerValue.Field, []string{"no", "yes", "no"}[(n+i)%3])
		if (n+i)%7 == 0 {
			r.Put(governance.AnswerNote.Field, "Avstämt med systemförvaltaren.")
		}
	}
}
