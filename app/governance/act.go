package governance

import (
	"cmp"
	"fmt"
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

// PassAct asks the gates before the acts that a change puts a day on. A *Stopped says what is
// missing. What was known when the thing was written down first is taken as it is.
func PassAct(w field.World, before, after *field.Record) error {
	if before == nil || after == nil {
		return nil
	}
	for act, f := range acts[after.Kind] {
		if !field.IsEmpty(before.Get(f)) || field.IsEmpty(after.Get(f)) {
			continue
		}
		var stops []Missing
		for _, m := range Lacks(w, after, []string{act}) {
			if m.Stops() {
				stops = append(stops, m)
			}
		}
		if len(stops) > 0 {
			return stopped(act, stops, fmt.Sprintf("%s för %s kan inte skrivas än", f.Label, after.Name()))
		}
	}
	return nil
}

// Perform puts a day on an act and makes the exceptions that are asked for. Faults: NotFound,
// Invalid, and a *Stopped with what is missing.
func Perform(tx *field.Tx, id field.ID, act string, s Step) error {
	r := tx.Get(id)
	if r == nil || ActOf(r.Kind, act) == nil {
		return errGone
	}
	f := ActOf(r.Kind, act)
	s.To = act
	if err := pass(tx, r, s, []string{act}, fmt.Sprintf("%s för %s kan inte skrivas än", f.Label, r.Name())); err != nil {
		return err
	}
	return tx.Set(id, f, cmp.Or(s.On, tx.Today()))
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

// Confirm writes down that somebody confirms what a gate asks for, or, with Rejected, that it
// no longer holds. Faults: NotFound, Invalid.
func Confirm(tx *field.Tx, id field.ID, gate, outcome string, s Step) error {
	r := tx.Get(id)
	if r == nil {
		return errGone
	}
	g, known := confirmable(tx, r.Kind, gate)
	switch {
	case !known:
		return fault.New(fault.Invalid, fmt.Sprintf("Styrmodellen har inget krav ”%s” på %s som bekräftas. Inget har ändrats.%s", gate, r.Kind.Many, confirmables(tx, r.Kind)))
	case s.By == "":
		return fault.New(fault.Invalid, "Säg vem som bekräftar. Inget har ändrats.")
	}
	d := s.decision(tx, r, Confirmed).Put(DecisionGate.Field, g.Key).Put(DecisionOutcome.Field, outcome)
	return tx.Create(d.Put(DecisionLink.Field, orNil(s.Link)))
}

func confirmable(w field.World, k *field.Kind, key string) (Gate, bool) {
	for _, g := range Of(w).Gates {
		if g.kind() == k.Name && g.Need.Confirmed && strings.EqualFold(g.Key, key) {
			return g, true
		}
	}
	return Gate{}, false
}

// confirmables says which gates may be confirmed; "" where none may.
func confirmables(w field.World, k *field.Kind) string {
	var keys []string
	for _, g := range Of(w).Gates {
		if g.kind() == k.Name && g.Need.Confirmed {
			keys = append(keys, g.Key)
		}
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
