package management

import (
	"cmp"
	"fmt"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/managed"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// Begin makes a plan of a system or an object and a year, with those who take part by their
// roles today. Faults: NotFound, Invalid, Conflict (it has one of that year).
func Begin(tx *field.Tx, about field.ID, year int) (*field.Record, error) {
	of := tx.Get(about)
	switch {
	case of == nil:
		return nil, fault.New(fault.NotFound, "Det som planen skulle gälla finns inte längre. Inget har ändrats.")
	case of.Kind != system.Kind && of.Kind != managed.Kind:
		return nil, fault.New(fault.Invalid, fmt.Sprintf("En systemförvaltningsplan gäller ett system eller ett förvaltningsobjekt, och %s är %s. Inget har ändrats. Välj ett av dem.", of.Name(), of.Kind.One))
	case year < 2000 || year > 2100:
		return nil, fault.New(fault.Invalid, fmt.Sprintf("%d är inget planår. Inget har ändrats. Skriv året som planen gäller, med fyra siffror.", year))
	}
	r := field.NewRecord(Kind, tx.NewID()).Put(About.Field, about).Put(Year.Field, int64(year)).Put(State.Field, Draft)
	for _, p := range parts() {
		if held := field.There(tx, roleOf(of, p.system, p.object).Get(of), tx.Today()); len(held) == 1 {
			r.Put(p.in.Field, held[0])
		}
	}
	return r, tx.Create(r)
}

// copied are the fields that the next year's plan begins with.
var copied = []*field.Field{Goals.Field, GoalText.Field, Maintain.Field, MaintainBudget.Field, Develop.Field, DevelopBudget.Field, Others.Field, Unit.Field}

// Follow makes the plan of a year, zero for the one after, as a copy of a plan: those who take
// part have the roles today, and the åtgärder that aren't done come along, each with its
// insats. They are moved in the old plan. Faults: NotFound, and those of Begin.
func Follow(tx *field.Tx, id field.ID, year int) (*field.Record, error) {
	was := tx.Get(id)
	if was == nil || was.Kind != Kind {
		return nil, fault.New(fault.NotFound, "Planen som skulle kopieras finns inte längre. Inget har ändrats.")
	}
	year = cmp.Or(year, int(Year.Get(was))+1)
	if year <= int(Year.Get(was)) {
		return nil, fault.New(fault.Invalid, fmt.Sprintf("Planen gäller %d. Inget har ändrats. Skriv ett senare år för den nya.", Year.Get(was)))
	}
	r, err := Begin(tx, About.Get(was), year)
	if err != nil {
		return nil, err
	}
	for _, f := range copied {
		if field.IsEmpty(was.Get(f)) {
			continue
		}
		if err := tx.Set(r.ID, f, was.Get(f)); err != nil {
			return nil, err
		}
	}
	for _, a := range Actions(tx, id) {
		if !Undone(a) {
			continue
		}
		if err := comeAlong(tx, a, r.ID, year); err != nil {
			return nil, err
		}
	}
	return tx.Get(r.ID), nil
}

// comeAlong writes an åtgärd in the plan of another year; a day before that year is let go.
func comeAlong(tx *field.Tx, a *field.Record, into field.ID, year int) error {
	c := field.NewRecord(ActionKind, tx.NewID()).Put(ActionOf.Field, into)
	for _, f := range []*field.Field{What.Field, Sort.Field, ActionCost.Field, Who.Field, ActionIs.Field, Initiative.Field, ActionNotes.Field} {
		c.Put(f, a.Get(f))
	}
	if By.Get(a) >= date.Of(year, 1, 1) {
		c.Put(By.Field, By.Get(a))
	}
	if err := tx.Create(c); err != nil {
		return err
	}
	return tx.Set(a.ID, ActionIs.Field, ActionMoved)
}

// Propose makes an åtgärd an insats in the IT-verksamhetsplan: an idea with the origin
// systemförvaltningsplan, of the plan's systems, its systemägare as beställare and the year's
// cost, linked both ways. Faults: NotFound, Conflict (it is one already, or it isn't to be done).
func Propose(tx *field.Tx, id field.ID) (*field.Record, error) {
	a := tx.Get(id)
	if a == nil || a.Kind != ActionKind {
		return nil, fault.New(fault.NotFound, "Åtgärden finns inte längre. Inget har ändrats.")
	}
	if is := tx.Get(Initiative.Get(a)); is != nil {
		return nil, fault.New(fault.Conflict, fmt.Sprintf("%s är redan insatsen %s. Inget har ändrats. Ändra insatsen.", a.Name(), strings.TrimSpace(is.Ref+" "+is.Name())))
	}
	if !Undone(a) {
		return nil, fault.New(fault.Conflict, fmt.Sprintf("%s har läget %s och blir ingen insats. Inget har ändrats. Ändra läget först, om den ska göras.", a.Name(), ActionIs.Show(tx, ActionIs.Get(a))))
	}
	from := tx.Get(ActionOf.Get(a))
	r := field.NewRecord(plan.Kind, tx.NewID()).Put(plan.Name.Field, What.Get(a)).Put(plan.Phase.Field, firstPhase(tx)).Put(plan.Origin.Field, plan.FromManagement).
		Put(plan.OriginNote.Field, strings.TrimSpace(from.Ref+" "+from.Name())).Put(plan.Client.Field, client(tx, from)).Put(plan.Manager.Field, Who.Get(a))
	if of := systems(tx, from); len(of) > 0 {
		r.Put(plan.Systems.Field, of)
	}
	for f, v := range map[*field.Field]field.Value{plan.Unit.Field: from.Get(Unit.Field), plan.End.Field: a.Get(By.Field), plan.Description.Field: a.Get(ActionNotes.Field)} {
		if !field.IsEmpty(v) {
			r.Put(f, v)
		}
	}
	budget := plan.OperationsBudget
	if Sort.Get(a) == Developing {
		r.Put(plan.Type.Field, "upgrade")
		budget = plan.InvestmentBudget
	}
	if err := tx.Create(r); err != nil {
		return nil, err
	}
	if cost := a.Get(ActionCost.Field); !field.IsEmpty(cost) {
		if err := tx.Assign(r.ID, field.Column{Field: budget.Field, Year: int(Year.Get(from))}, cost); err != nil {
			return nil, err
		}
	}
	return tx.Get(r.ID), tx.Set(id, Initiative.Field, r.ID)
}

// client is who took part as systemägare; else the one who has the role today.
func client(w field.World, from *field.Record) field.ID {
	if id := Owner.Get(from); id != "" {
		return id
	}
	if held, _ := deciders(w, from, w.Today()); len(held) == 1 {
		return held[0]
	}
	return ""
}

// firstPhase is where an insats begins: the model's first phase.
func firstPhase(w field.World) string {
	for _, p := range governance.Of(w).Phases {
		if p.Stage == governance.Idea || p.Stage == governance.Prepared {
			return p.Key
		}
	}
	return ""
}

// Larger are the åtgärder of a plan that are to be done and aren't insatser, those that cost
// most first; of those that nobody has said the cost of, the order is the plan's.
func Larger(w field.World, plan field.ID) (out []*field.Record) {
	for _, a := range Actions(w, plan) {
		if Undone(a) && w.Get(Initiative.Get(a)) == nil {
			out = append(out, a)
		}
	}
	sortByCost(out)
	return out
}
