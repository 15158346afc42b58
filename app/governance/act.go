package governance

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Procurement is the act of beginning an upphandling, which gates stand before as they do
// before a phase.
const Procurement = "procurement"

// acts are what is done with things of a kind on a day that a field says, and that gates
// stand before.
var acts = map[*field.Kind]map[string]*field.Field{}

// Acts declares that a day of a kind's is when something is done that gates may stand
// before. The kind holds it by PassAct in its Check.
func Acts(k *field.Kind, act string, on *field.Field) {
	if acts[k] == nil {
		acts[k] = map[string]*field.Field{}
	}
	acts[k][act] = on
}

// ActOf is the field that says when an act was done; nil if there is no such act.
func ActOf(k *field.Kind, act string) *field.Field { return acts[k][act] }

// ActsOf are the keys of the acts of a kind, in order.
func ActsOf(k *field.Kind) []string { return slices.Sorted(maps.Keys(acts[k])) }

// PassAct asks the gates before the acts that a change puts a day on. A *Stopped says what is
// missing. What was known when the thing was written down first is taken as it is, and so is a
// day that comes back when what took it away is taken back.
func PassAct(w field.World, before, after *field.Record) error {
	if tx, is := w.(*field.Tx); is && tx.Undoing || before == nil || after == nil {
		return nil
	}
	for act, f := range acts[after.Kind] {
		if !field.IsEmpty(before.Get(f)) || field.IsEmpty(after.Get(f)) {
			continue
		}
		stops := slices.DeleteFunc(Lacks(w, after, []string{act}), func(m Missing) bool { return !m.Stops() })
		if len(stops) > 0 {
			return stopped(act, stops, notYet(f, after))
		}
	}
	return nil
}

func notYet(f *field.Field, r *field.Record) string {
	return fmt.Sprintf("%s för %s kan inte skrivas än", f.Label, r.Name())
}

// Perform puts a day on an act and makes the exceptions that are asked for; what more is said
// of it is written down as a step is. Faults: NotFound, Invalid, and a *Stopped with what is
// missing.
func Perform(tx *field.Tx, id field.ID, act string, s Step) error {
	r := tx.Get(id)
	if r == nil || ActOf(r.Kind, act) == nil {
		return errGone
	}
	f := ActOf(r.Kind, act)
	said := s.By != "" || s.Role != "" || s.Forum != "" || s.Reference != "" || s.Reason != ""
	s.To, s.On = act, cmp.Or(s.On, tx.Today())
	if said { // before the exceptions, which last until the next step
		if err := tx.Create(s.decision(tx, r, Stepped).Put(DecisionTo.Field, f.Label)); err != nil {
			return err
		}
	}
	if err := pass(tx, r, s, []string{act}, notYet(f, r)); err != nil {
		return err
	}
	return tx.Set(id, f, s.On)
}

// Go takes a step into a state, or does an act: see Move and Perform.
func Go(tx *field.Tx, id field.ID, s Step) error {
	if r := tx.Get(id); r != nil && ActOf(r.Kind, s.To) != nil {
		return Perform(tx, id, s.To, s)
	}
	return Move(tx, id, s)
}

// stopped is the fault that says what is missing.
func stopped(to string, missing []Missing, what string) *Stopped {
	var why []string
	for _, m := range missing {
		why = append(why, fmt.Sprintf("%s (%s)", strings.TrimSuffix(m.Text, "."), m.Gate.Key))
	}
	return &Stopped{To: to, Missing: missing, said: fault.New(fault.Conflict, fmt.Sprintf("%s: %s. Inget har ändrats.", what, strings.Join(why, "; ")))}
}

// Except makes exceptions from gates that a thing doesn't meet, for the next step that is taken:
// who may says it before, such as when a meeting is about to decide. Faults: NotFound, Invalid
// (nobody, no reason, or a gate that is met), Conflict (from the gate there is none to make).
func Except(tx *field.Tx, id field.ID, s Step) error {
	r := tx.Get(id)
	if r == nil {
		return errGone
	}
	if len(s.Except) == 0 {
		return fault.New(fault.Invalid, "Säg vilket krav undantaget är från. Inget har ändrats.")
	}
	for _, key := range alone(tx, r, s.Except) {
		g, ok := unmet(tx, r, key)
		switch {
		case !ok && contains(s.Except, key):
			return fault.New(fault.Invalid, fmt.Sprintf("Kravet ”%s” är uppfyllt för %s, eller finns inte i styrmodellen. Inget undantag behövs, och inget har ändrats.", key, r.Name()))
		case !ok: // one more of those that an acute thing is excepted from
			continue
		}
		if err := s.except(tx, r, g); err != nil {
			return err
		}
	}
	return nil
}

// Confirm writes down that somebody confirms what a gate asks for, or, with Rejected, that it
// no longer holds. Faults: NotFound, Invalid.
func Confirm(tx *field.Tx, id field.ID, gate, outcome string, s Step) error {
	r := tx.Get(id)
	if r == nil {
		return errGone
	}
	gates := confirmable(tx, r.Kind)
	i := slices.IndexFunc(gates, func(g Gate) bool { return strings.EqualFold(g.Key, gate) })
	switch {
	case i < 0:
		return fault.New(fault.Invalid, fmt.Sprintf("Styrmodellen har inget krav ”%s” på %s som bekräftas. Inget har ändrats.%s", gate, r.Kind.Many, named(gates)))
	case s.By == "":
		return fault.New(fault.Invalid, "Säg vem som bekräftar. Inget har ändrats.")
	}
	d := s.decision(tx, r, Confirmed).Put(DecisionGate.Field, gates[i].Key).Put(DecisionOutcome.Field, outcome)
	return tx.Create(d.Put(DecisionLink.Field, field.OrNil(s.Link)))
}

// confirmable are the gates of a kind that are met by that somebody confirms.
func confirmable(w field.World, k *field.Kind) []Gate {
	return slices.DeleteFunc(slices.Clone(Of(w).Gates), func(g Gate) bool { return !g.Speaks(k) || !g.Need.Confirmable() })
}

// named says which they are; "" where there are none.
func named(gates []Gate) string {
	var keys []string
	for _, g := range gates {
		keys = append(keys, g.Key)
	}
	if len(keys) == 0 {
		return ""
	}
	return " Det som bekräftas är " + text.And(keys) + "."
}

// IsAct says whether a field is the day of an act, and of which.
func IsAct(f *field.Field) (act string, is bool) {
	for act, on := range acts[f.Kind] {
		if on == f {
			return act, true
		}
	}
	return "", false
}

// Before says what a gate stands before: a state of the kind, or an act.
func Before(w field.World, k *field.Kind, to string) string {
	if f := ActOf(k, to); f != nil {
		return f.Label
	}
	if to == Approval {
		return approvalWord
	}
	return k.Step.Show(w, to)
}

// ActNamed finds an act of a kind by its key or by what its day is called, or begins with:
// "upphandling". None: "".
func ActNamed(k *field.Kind, typed string) string {
	key := text.Key(typed)
	for act, f := range acts[k] {
		if act == typed || key != "" && strings.HasPrefix(text.Key(f.Label), key) {
			return act
		}
	}
	return ""
}
