package governance

import (
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Missing is something that a gate asks for and that isn't there.
type Missing struct {
	Gate     Gate
	Text     string       // the gate's sentence
	Field    *field.Field // where to mend it, a field of what should point at the thing too; nil when no field does
	Excepted bool         // somebody who may has made an exception

	// Unanswered says that it is missing only since it isn't written down yet; what is
	// written down doesn't go against what is asked for.
	Unanswered bool
}

// Mendable says whether writing in a field of the thing itself mends it.
func (m Missing) Mendable() bool {
	return m.Field != nil && m.Field.Kind.Name == m.Gate.kind() && m.Field.Editable()
}

// Among is the kind of what should be written down about the thing to mend it, as its etapper;
// nil where that isn't what is missing. What a forum says and what is answered have ways of their own.
func (m Missing) Among() *field.Kind {
	if m.Field == nil || m.Field.Kind.Name == m.Gate.kind() || m.Gate.Need.Frame == FrameWithin || m.Field.Kind == DecisionKind || m.Field.Kind == AnswerKind {
		return nil
	}
	return m.Field.Kind
}

// Stops says whether it is in the way.
func (m Missing) Stops() bool { return m.Gate.Effect == Stop && !m.Excepted }

// Of is the municipality's styrmodell; of a world without one, an empty one.
func Of(w field.World) *Model {
	if tx, ok := w.(interface{ Beneath() field.World }); ok {
		w = tx.Beneath()
	}
	if m, ok := w.(interface{ Model() *Model }); ok {
		return m.Model()
	}
	return &Model{}
}

// Met says that a kind is one that people meet: all but those Further that have no records
// and that the styrmodell doesn't ask for.
func Met(w field.World, k *field.Kind) bool {
	return !k.Further || len(w.All(k)) > 0 || slices.Contains(Of(w).Registers, k.Name)
}

// Lacks gives what is missing before the steps into states, in the order of the
// model: the board, the form and the command line all go here.
func Lacks(w field.World, r *field.Record, states []string) (out []Missing) {
	asked(w, r, states, func(c Condition) {
		if !c.Met {
			out = append(out, Missing{Gate: c.Gate, Text: c.Text, Field: c.mend, Excepted: c.Exception != nil, Unanswered: c.unanswered})
		}
	})
	return out
}

func (g Gate) kind() string {
	if g.OfInitiatives() {
		return "initiative"
	}
	return g.Of
}

// hold says whether the fields of a thing have what they may.
func (vs Values) hold(w field.World, r *field.Record) bool {
	for key, values := range vs {
		f := r.Kind.Field(key)
		if f == nil || !slices.Contains(values, field.Encode(f.Value(w, r, 0))) {
			return false
		}
	}
	return true
}

// asking is one gate asked of one thing.
type asking struct {
	w    field.World
	m    *Model
	r    *field.Record
	gate string       // its key
	mend *field.Field // where what is missing is mended
	yet  string       // what more there is to say: what is written and hasn't been yet, or which fields are missing
	told string       // the same as a sentence of its own: the figures of a ram
}

// said is a gate's sentence, with why it is said of what is filled in.
func (a *asking) said(sentence string) string {
	if a.told != "" {
		return sentence + " " + a.told
	}
	if a.yet == "" {
		return sentence
	}
	return strings.TrimSuffix(sentence, ".") + " (" + a.yet + ")."
}

// there says whether a field of something has a value. That something was done on a day to
// come hasn't been done; a last day may well be ahead.
func (a *asking) there(r *field.Record, f *field.Field) bool {
	v := f.Value(a.w, r, 0)
	if d, is := v.(date.Date); is && d > a.w.Today() && !f.LastDay {
		a.yet = f.Label + " är " + d.String() + ", som inte har varit än"
		return false
	}
	return !field.IsEmpty(v)
}

// met says whether what is needed is there. A need that speaks of what this program
// doesn't have isn't: a gate that nobody can read doesn't stand open.
func (a *asking) met(n Need) bool {
	switch {
	case n.Field != "":
		return a.have(n, n.Field)
	case len(n.Any) > 0:
		return slices.ContainsFunc(n.Any, a.has)
	case len(n.All) > 0:
		return a.have(n, n.All...)
	case n.Role != "":
		f := a.field(n.Role)
		return f != nil && field.Held(a.w, a.r, field.RolesField{Field: f})
	case n.Relation != "":
		return a.related(n)
	case n.Checklist:
		return a.answered(a.m.Checklist)
	case n.Class:
		return a.classed()
	case n.Assessed:
		return a.answered(a.m.Assessment)
	case n.Advice != "":
		return a.heard(Advised, n.Advice, n.Is)
	case n.Decision != "":
		return a.decided(n.Decision)
	case n.Confirmed:
		return a.confirmed(a.gate)
	case n.None != "":
		return a.lacks(n.None)
	case n.Amount != "":
		return a.within(n)
	case n.Frame != "":
		return a.framed(n.Frame)
	case len(n.Either) > 0:
		return a.either(n.Either)
	}
	return false
}

// either says whether one of the needs is met; what is missing is mended as the first says.
func (a *asking) either(needs []Need) bool {
	for i, n := range needs {
		one := asking{w: a.w, m: a.m, r: a.r, gate: a.gate}
		if one.met(n) {
			return true
		}
		if i == 0 {
			a.mend, a.yet, a.told = one.mend, one.yet, one.told
		}
	}
	return false
}

// field finds a field of the thing; the first that is asked for is where it is
// mended.
func (a *asking) field(key string) *field.Field {
	f := a.r.Kind.Field(key)
	if a.mend == nil {
		a.mend = f
	}
	return f
}

func (a *asking) has(key string) bool {
	f := a.field(key)
	return f != nil && a.there(a.r, f)
}

func (a *asking) lacks(key string) bool {
	f := a.field(key)
	return f != nil && field.IsEmpty(f.Value(a.w, a.r, 0))
}

// have says whether all of the fields have a value, one with alternatives one of those
// that the need says; the first that hasn't is where it is mended.
func (a *asking) have(n Need, keys ...string) bool {
	for _, key := range keys {
		f := a.r.Kind.Field(key)
		if a.mend = f; f == nil {
			return false
		}
		if !a.there(a.r, f) || len(n.Is) > 0 && f.HasAlternatives() && !slices.Contains(n.Is, field.Encode(f.Value(a.w, a.r, 0))) {
			return false
		}
	}
	return true
}

// related counts what the thing points at by a field of its own, or what points at
// it by another kind's.
func (a *asking) related(n Need) bool {
	var found []*field.Record
	if kind, key, other := strings.Cut(n.Relation, "."); other {
		for _, k := range a.w.Kinds() {
			if f := k.Field(key); k.Name == kind && f != nil {
				found, a.mend = a.w.Pointing(f, a.r.ID), f
			}
		}
	} else if f := a.field(n.Relation); f != nil {
		for _, id := range field.References(f.Value(a.w, a.r, 0)) {
			found = append(found, a.w.Get(id))
		}
	}
	found = slices.DeleteFunc(slices.Clone(found), func(r *field.Record) bool { return r != nil && !n.Where.hold(a.w, r) })
	all := len(found)
	found = slices.DeleteFunc(found, func(r *field.Record) bool { return r != nil && !a.filled(n, r) })
	if n.Each && len(found) < all {
		return false
	}
	if len(found) < max(1, n.Least) {
		return false
	}
	return len(n.Is) == 0 || !slices.ContainsFunc(found, func(r *field.Record) bool { return r == nil || !slices.Contains(n.Is, stateOf(r)) })
}

// filled says whether what is related has a value in each field that the need says.
func (a *asking) filled(n Need, r *field.Record) bool {
	return !slices.ContainsFunc(n.Having, func(key string) bool {
		f := r.Kind.Field(key)
		return f == nil || !a.there(r, f)
	})
}

// stateOf is the state of a thing whose kind goes through states.
func stateOf(r *field.Record) string {
	if r.Kind.Step == nil {
		return ""
	}
	return field.Encode(r.Get(r.Kind.Step))
}

// classed says whether the thing has what its class asks for; what is missing is said by name,
// with the class.
func (a *asking) classed() bool {
	lacks := ClassLacks(a.w, a.r)
	if len(lacks) == 0 {
		return true
	}
	var names []string
	for _, f := range lacks {
		names = append(names, f.Label)
	}
	c, _ := a.m.Class(classOf(a.w, a.r))
	a.mend, a.yet = lacks[0], c.Label+": "+text.And(names)
	return false
}

func (a *asking) answered(questions []Question) bool {
	a.mend = AnswerValue.Field
	answers := a.w.Pointing(AnswerOf.Field, a.r.ID)
	return !slices.ContainsFunc(questions, func(q Question) bool {
		return !slices.ContainsFunc(answers, func(r *field.Record) bool { return AnswerValue.Get(r) != "" && q.Asks(AnswerQuestion.Get(r)) })
	})
}

// heard says whether a forum has spoken, and where it matters what it said (is) whether the
// latest is one of that.
func (a *asking) heard(what, forum string, is []string) bool {
	last := a.latest(what, func(d *field.Record) bool { return a.m.isForum(forum, DecisionForum.Get(d)) })
	return last != nil && (len(is) == 0 || slices.Contains(is, DecisionOutcome.Get(last)))
}

// decided says whether a forum, or with "*" anyone, has decided and the latest was a yes. A
// forum that only advises never has.
func (a *asking) decided(forum string) bool {
	last := a.latest(Decided, func(d *field.Record) bool {
		name := DecisionForum.Get(d)
		return a.m.isForum(forum, name) && !a.m.onlyAdvises(name)
	})
	return last != nil && DecisionOutcome.Get(last) == Approved
}

// confirmed says whether what the gate asks for is confirmed, and still holds.
func (a *asking) confirmed(gate string) bool {
	last := a.latest(Confirmed, func(d *field.Record) bool { return strings.EqualFold(DecisionGate.Get(d), gate) })
	return last != nil && DecisionOutcome.Get(last) != Rejected
}

// latest is the last that has been said of the thing, of a type and of those that are meant;
// nil if nothing has.
func (a *asking) latest(what string, meant func(d *field.Record) bool) (last *field.Record) {
	a.mend = DecisionOf.Field
	for _, d := range a.w.Pointing(DecisionOf.Field, a.r.ID) {
		if DecisionType.Get(d) == what && DecisionOn.Get(d) <= a.w.Today() && meant(d) && (last == nil || DecisionOn.Get(d) >= DecisionOn.Get(last)) {
			last = d
		}
	}
	return last
}

// excepted is the exception for the step at hand, where there is one and it hasn't ended: one
// from before the latest step was for that.
func (a *asking) excepted(gate string) (by *field.Record) {
	for _, d := range a.w.Pointing(DecisionOf.Field, a.r.ID) { // in the order they were made
		switch {
		case DecisionType.Get(d) == Stepped:
			by = nil
		case DecisionType.Get(d) == Excepted && strings.EqualFold(DecisionGate.Get(d), gate):
			if by = nil; !ended(a.w, d) {
				by = d
			}
		}
	}
	return by
}

// isForum says whether a forum is called so in the model; "*" is any.
func (m *Model) isForum(key, name string) bool {
	if key == "*" {
		return true
	}
	for _, f := range m.Forums {
		if f.Key == key {
			return f.Called(name)
		}
	}
	return false
}

// within says whether an amount is known and at most what it may be.
func (a *asking) within(n Need) bool {
	f := a.field(n.Amount)
	if f == nil {
		return false
	}
	sum, known := f.Value(a.w, a.r, 0).(money.Ore)
	return known && sum <= money.Ore(a.m.Thresholds[n.Most])
}

// Advises says whether a gate asks for what a forum says: its advice, or the assessment where
// another gate before the same step asks for the forum's.
func Advises(w field.World, gate, forum string) bool {
	m := Of(w)
	of := func(g Gate) bool {
		return slices.ContainsFunc(g.Need.Ways(), func(n Need) bool { return n.Advice != "" && n.Advice == forum })
	}
	for _, g := range m.Gates {
		if !strings.EqualFold(g.Key, gate) {
			continue
		}
		if of(g) {
			return true
		}
		if g.Need.Assessed && slices.ContainsFunc(m.Gates, func(o Gate) bool { return o.Effect == Stop && o.before(g.states()) && of(o) }) {
			return true
		}
	}
	return false
}
