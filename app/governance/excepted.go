package governance

import (
	"cmp"
	"slices"
	"strings"

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
	until, r := DecisionUntil.Get(d), w.Get(DecisionOf.Get(d))
	if DecisionType.Get(d) != Excepted || until.IsZero() || r == nil || field.Over(w, r) || !latest(w, d) || !unmet(w, r, DecisionGate.Get(d)) {
		return
	}
	m := exceptionEnds.Within(exceptionAhead, until)
	if until < w.Today() {
		m = exceptionEnded.On(until)
	}
	m.Subject = r.Name() + ", " + DecisionGate.Get(d)
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

// unmet says whether what a gate asks of a thing is missing, whoever has excepted it.
func unmet(w field.World, r *field.Record, key string) bool {
	m := Of(w)
	return slices.ContainsFunc(m.Gates, func(g Gate) bool {
		if !strings.EqualFold(g.Key, key) || g.kind() != r.Kind.Name || !g.When.hold(w, r) {
			return false
		}
		ask := asking{w: w, m: m, r: r, gate: g.Key}
		return !ask.met(g.Need)
	})
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
		r := w.Get(DecisionOf.Get(d))
		if DecisionType.Get(d) != Excepted || r == nil || field.Over(w, r) || !latest(w, d) || !unmet(w, r, DecisionGate.Get(d)) {
			continue
		}
		e := Exception{Decision: d, Of: r, Over: !DecisionUntil.Get(d).IsZero() && DecisionUntil.Get(d) < w.Today()}
		for _, g := range Of(w).Gates {
			if strings.EqualFold(g.Key, DecisionGate.Get(d)) && g.kind() == r.Kind.Name && g.When.hold(w, r) {
				e.Text = g.Text
				break
			}
		}
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(a, b Exception) int {
		x, y := DecisionUntil.Get(a.Decision), DecisionUntil.Get(b.Decision)
		switch {
		case x.IsZero() != y.IsZero():
			return map[bool]int{true: 1, false: -1}[x.IsZero()]
		default:
			return cmp.Compare(x, y)
		}
	})
	return out
}
