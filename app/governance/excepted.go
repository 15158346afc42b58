package governance

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
)

// What must be done about an exception that has a last day, while what the gate asks for is
// still missing.
var (
	exceptionEnds  = field.Reminder{Rule: "exception-ends", Text: "Undantaget från kravet går ut – se till att det som saknas finns", Field: DecisionUntil.Field, Weight: 90}
	exceptionEnded = field.Reminder{Rule: "exception-ended", Text: "Undantaget från kravet har gått ut och det som krävs saknas ännu", Field: DecisionUntil.Field, Weight: 90}
)

// exceptionAhead is how many months before its last day an exception is told of.
const exceptionAhead = 3

func init() { DecisionKind.Remind = remindOfException }

func remindOfException(w field.World, d *field.Record, say func(field.Reminder)) {
	e, stands := exceptionOf(w, d)
	until := DecisionUntil.Get(d)
	if !stands || until.IsZero() {
		return
	}
	m := exceptionEnds.Within(exceptionAhead, until)
	if e.Over {
		m = exceptionEnded.On(until)
	}
	m.Subject = e.Of.Name() + ", " + DecisionGate.Get(d)
	say(m)
}

// latest says that no later exception is made from the same gate for the same thing.
func latest(w field.World, d *field.Record) bool {
	said := w.Pointing(DecisionOf.Field, DecisionOf.Get(d)) // in the order they were made
	i := slices.IndexFunc(said, func(o *field.Record) bool { return o.ID == d.ID })
	return !slices.ContainsFunc(said[i+1:], func(o *field.Record) bool {
		return DecisionType.Get(o) == Excepted && strings.EqualFold(DecisionGate.Get(o), DecisionGate.Get(d))
	})
}

// unmet is the gate of a key that a thing doesn't meet, whoever has excepted it; ok is false
// where there is none.
func unmet(w field.World, r *field.Record, key string) (g Gate, ok bool) {
	m := Of(w)
	for _, g := range m.Gates {
		if !strings.EqualFold(g.Key, key) || g.kind() != r.Kind.Name || !g.When.hold(w, r) {
			continue
		}
		if ask := (asking{w: w, m: m, r: r, gate: g.Key}); !ask.met(g.Need) {
			return g, true
		}
	}
	return Gate{}, false
}

// ended says that the last day of an exception has been.
func ended(w field.World, d *field.Record) bool {
	until := DecisionUntil.Get(d)
	return !until.IsZero() && until < w.Today()
}

// ExceptedFrom are the keys of the gates that a thing has an exception from today, in the order
// in which they were made.
func ExceptedFrom(w field.World, r *field.Record) (keys []string) {
	for _, d := range w.Pointing(DecisionOf.Field, r.ID) {
		if DecisionType.Get(d) == Excepted && latest(w, d) && !ended(w, d) {
			keys = append(keys, DecisionGate.Get(d))
		}
	}
	return keys
}

// Exception is one that is made from a gate that still isn't met.
type Exception struct {
	Decision, Of *field.Record
	Text         string // what is missing, as the gate says
	Over         bool   // its last day has been
}

// Exceptions are those that hold or have run out, of things that aren't over, in the order in
// which they run out: those without a last day come after.
func Exceptions(w field.World) (out []Exception) {
	for _, d := range w.All(DecisionKind) {
		if e, stands := exceptionOf(w, d); stands {
			out = append(out, e)
		}
	}
	last := func(e Exception) date.Date { return cmp.Or(DecisionUntil.Get(e.Decision), math.MaxInt32) }
	slices.SortStableFunc(out, func(a, b Exception) int { return cmp.Compare(last(a), last(b)) })
	return out
}

// exceptionOf is the exception that a decision makes; ok is false where it makes none, another has
// followed on it, what it is of is over, or the gate is met.
func exceptionOf(w field.World, d *field.Record) (e Exception, ok bool) {
	r := w.Get(DecisionOf.Get(d))
	if DecisionType.Get(d) != Excepted || r == nil || field.Over(w, r) || !latest(w, d) {
		return e, false
	}
	g, ok := unmet(w, r, DecisionGate.Get(d))
	return Exception{Decision: d, Of: r, Text: g.Text, Over: ended(w, d)}, ok
}
