package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// FromManagement is the origin of what a systemförvaltningsplan proposes.
const FromManagement = "management_plan"

func init() { governance.After(Kind, noteDecided) }

func costKinds() []*field.Kind { return []*field.Kind{economy.CostKind} }

// noteDecided writes down the budget and the end that an insats is decided with, and the day
// when it ended, or was stopped. What is there already stands, until the insats goes on again:
// then it hasn't ended, and what is to be decided anew isn't decided.
func noteDecided(tx *field.Tx, was *field.Record, s governance.Step) error {
	model := governance.Of(tx)
	from, to := model.StageOf(Phase.Get(was)), model.StageOf(s.To)
	if from == governance.Aside || from.Delivered() && !to.Delivered() && to != governance.Aside {
		if err := forget(tx, was, EndedOn.Field); err != nil {
			return err
		}
	}
	if to.Undecided() && (from == governance.Aside || decided(from)) {
		if err := forget(tx, was, DecidedBudget.Field, DecidedEnd.Field); err != nil {
			return err
		}
	}
	set := func(f *field.Field, v field.Value) error {
		if field.IsEmpty(v) || !field.IsEmpty(tx.Get(was.ID).Get(f)) {
			return nil
		}
		return tx.Set(was.ID, f, v)
	}
	if decided(to) && !decided(from) {
		if total, known := Cost(tx, was); known {
			if err := set(DecidedBudget.Field, total); err != nil {
				return err
			}
		}
		if err := set(DecidedEnd.Field, was.Get(End.Field)); err != nil {
			return err
		}
	}
	if to.Delivered() && !from.Delivered() || to == governance.Aside && from == governance.Running {
		return set(EndedOn.Field, s.On)
	}
	return nil
}

// forget empties the fields of an insats that stood before the change: what is written in the
// same one is of now.
func forget(tx *field.Tx, was *field.Record, fields ...*field.Field) error {
	before := tx.Before(was.ID)
	for _, f := range fields {
		if v := was.Get(f); field.IsEmpty(v) || before == nil || !field.Equal(before.Get(f), v) {
			continue
		}
		if err := tx.Set(was.ID, f, nil); err != nil {
			return err
		}
	}
	return nil
}

// decided says that what is in a stage has been decided.
func decided(s governance.Stage) bool {
	return s == governance.Planned || s == governance.Running || s.Delivered()
}

// spent is what an insats has cost, all years; known only when each year that it has a
// budget of has an outcome, be it booked on other rows than the budget.
func spent(w field.World, r *field.Record) (total money.Ore, known bool) {
	rows := economy.Rows(w, r.ID)
	n := economy.Counting(w, rows)
	for _, c := range rows {
		v, has := n.Of(c, economy.CostActual)
		if _, budget := n.First(c, economy.CostActual, economy.CostBudget); budget && !has && !n.Posted(c) {
			return 0, false
		}
		total, known = total+v, known || has
	}
	return total, known
}

// costOutcome is what it cost against what was decided, of one that is delivered.
func costOutcome(w field.World, r *field.Record) field.Value {
	was, said := r.Get(DecidedBudget.Field).(money.Ore)
	is, known := spent(w, r)
	if !said || !known || !StageOf(w, r).Delivered() {
		return nil
	}
	switch {
	case is > was:
		return fmt.Sprintf("%s, %s mer än beslutat", is.Kr(), (is - was).Kr())
	case is < was:
		return fmt.Sprintf("%s, %s mindre än beslutat", is.Kr(), (was - is).Kr())
	}
	return is.Kr() + ", som beslutat"
}

// timeOutcome is when it ended against what was decided, of one that is delivered: what was
// stopped was neither early nor late.
func timeOutcome(w field.World, r *field.Record) field.Value {
	was, is := DecidedEnd.Get(r), EndedOn.Get(r)
	switch {
	case was.IsZero() || is.IsZero() || !StageOf(w, r).Delivered():
		return nil
	case is > was:
		return days(was, is) + " senare än beslutat"
	case is < was:
		return days(is, was) + " tidigare än beslutat"
	}
	return "på dagen som beslutat"
}

func days(from, to date.Date) string {
	return text.Plural(from.DaysUntil(to), "dag", "dagar")
}

// Lesson is what an insats that has ended learnt.
type Lesson struct {
	From    *field.Record // the insats
	Systems []field.ID    // that both touch
	Text    string
}

// LessonsFor are the lärdomar of ended insatser that touch any of the systems that an insats does,
// those that ended latest first.
func LessonsFor(w field.World, r *field.Record) (out []Lesson) {
	at := map[field.ID]int{}
	for _, system := range Systems.Get(r) {
		for _, other := range w.Pointing(Systems.Field, system) {
			if other.ID == r.ID || Learnt.Get(other) == "" || !ended(w, other) {
				continue
			}
			i, seen := at[other.ID]
			if !seen {
				i = len(out)
				at[other.ID] = i
				out = append(out, Lesson{From: other, Text: Learnt.Get(other)})
			}
			out[i].Systems = append(out[i].Systems, system)
		}
	}
	slices.SortStableFunc(out, func(a, b Lesson) int {
		return cmp.Or(cmp.Compare(EndedOn.Get(b.From), EndedOn.Get(a.From)), cmp.Compare(a.From.Ref, b.From.Ref))
	})
	return out
}

// ended says that an insats is delivered, or that it was stopped.
func ended(w field.World, r *field.Record) bool {
	stage := StageOf(w, r)
	return stage.Delivered() || stage == governance.Aside && !EndedOn.Get(r).IsZero()
}

func themselves() []*field.Kind { return []*field.Kind{Kind} }

func lessonsNear(w field.World, r *field.Record) field.Value {
	var lines []string
	for _, l := range LessonsFor(w, r) {
		lines = append(lines, fmt.Sprintf("%s %s: %s", l.From.Ref, l.From.Name(), text.OneLine(l.Text)))
	}
	if len(lines) == 0 {
		return nil
	}
	return strings.Join(lines, "\n")
}
