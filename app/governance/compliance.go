package governance

import (
	"cmp"
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
)

// Compliance is how a rule of the styrmodell is followed today by what its gates are held
// against. Each thing counts once, however many gates the rule has.
type Compliance struct {
	Rule      Rule // of a gate that no rule says: the gate's own words
	Gates     []Gate
	Tried     int // things that it is held against; 0: there is nothing to hold against
	Followed  int // of which have all that it asks for
	Confirmed int // of which because somebody has confirmed it, and in no other way
	Excepted  []Breach
	Breaches  []Breach // what stops before what warns, and that before what is noted
}

// Breach is something that a thing lacks of what a rule asks for.
type Breach struct {
	Of       *field.Record
	Missing  Missing
	Decision *field.Record // the exception that holds, or the one that has run out; nil for none
}

// Until is the last day of the exception; zero where there is none, or it has none.
func (b Breach) Until() date.Date {
	if b.Decision == nil {
		return 0
	}
	return DecisionUntil.Get(b.Decision)
}

// RanOut says that there was an exception, whose last day has been.
func (b Breach) RanOut(today date.Date) bool {
	return b.Decision != nil && !b.Missing.Excepted && !b.Until().IsZero() && b.Until() < today
}

// Effect is the hardest of what a rule's gates do; "" for a rule without any.
func (f Compliance) Effect() (hardest Effect) {
	for _, g := range f.Gates {
		if hardest == "" || order(g.Effect) < order(hardest) {
			hardest = g.Effect
		}
	}
	return hardest
}

func order(e Effect) int { return slices.Index([]Effect{Stop, Warn, Record}, e) }

// Breaking is how many things break the rule, with no exception that holds.
func (f Compliance) Breaking() int {
	seen := map[field.ID]bool{}
	for _, b := range f.Breaches {
		seen[b.Of.ID] = true
	}
	return len(seen)
}

// Compliances are the rules of the styrmodell, in its order, with how they are followed by the
// things that among lets in: all that they have gone past, as Behind says. What is done with is
// let be.
func Compliances(w field.World, among func(r *field.Record) bool) (out []Compliance) {
	m := Of(w)
	at := map[string]int{}
	begin := func(r Rule) {
		at[r.Key] = len(out)
		out = append(out, Compliance{Rule: r, Gates: m.GatesOf(r.Key)})
	}
	for _, r := range m.Rules {
		begin(r)
	}
	for _, g := range m.Gates {
		if _, said := at[g.RuleOf()]; !said {
			begin(Rule{Key: g.RuleOf(), Text: g.Text, Source: g.Source})
		}
	}
	for _, k := range w.Kinds() {
		if !slices.ContainsFunc(m.Gates, func(g Gate) bool { return g.Speaks(k) }) {
			continue
		}
		for _, r := range w.All(k) {
			if !field.Over(w, r) && among(r) {
				hold(w, m, r, func(rule string) *Compliance { return &out[at[rule]] })
			}
		}
	}
	for i := range out {
		slices.SortStableFunc(out[i].Breaches, func(a, b Breach) int {
			return cmp.Compare(order(a.Missing.Gate.Effect), order(b.Missing.Gate.Effect))
		})
	}
	return out
}

// hold holds a thing against the gates that it has gone past, and counts it with their rules.
func hold(w field.World, m *Model, r *field.Record, of func(rule string) *Compliance) {
	states := gonePast(w, r)
	if len(states) == 0 {
		return
	}
	lacks := map[string]Missing{}
	for _, lack := range Lacks(w, r, states) {
		lacks[lack.Gate.Key] = lack
	}
	type result struct{ lacks, excepted, confirmed bool }
	results := map[string]*result{}
	for _, g := range m.Gates {
		if g.kind() != r.Kind.Name || g.since() > w.Today() || !g.before(states) || !g.When.hold(w, r) {
			continue
		}
		f := of(g.RuleOf())
		one := results[f.Rule.Key]
		if one == nil {
			one = &result{}
			results[f.Rule.Key] = one
		}
		lack, lacking := lacks[g.Key]
		switch {
		case !lacking:
			one.confirmed = one.confirmed || confirmedOnly(w, m, r, g)
		case lack.Excepted:
			one.excepted = true
			f.Excepted = append(f.Excepted, Breach{r, lack, exceptionFrom(w, r, g)})
		default:
			one.lacks = true
			f.Breaches = append(f.Breaches, Breach{r, lack, exceptionFrom(w, r, g)})
		}
	}
	for rule, one := range results {
		f := of(rule)
		f.Tried++
		if !one.lacks && !one.excepted {
			f.Followed++
			if one.confirmed {
				f.Confirmed++
			}
		}
	}
}

// confirmedOnly says that a gate that is met is so since somebody has confirmed it.
func confirmedOnly(w field.World, m *Model, r *field.Record, g Gate) bool {
	if !g.Need.Confirmable() {
		return false
	}
	return !slices.ContainsFunc(g.Need.Ways(), func(n Need) bool {
		ask := asking{w: w, m: m, r: r, gate: g.Key}
		return !n.Confirmed && ask.met(n)
	})
}

// exceptionFrom is the latest exception from a gate for a thing; nil for none.
func exceptionFrom(w field.World, r *field.Record, g Gate) (last *field.Record) {
	for _, d := range w.Pointing(DecisionOf.Field, r.ID) {
		if DecisionType.Get(d) == Excepted && DecisionGate.Get(d) == g.Key {
			last = d
		}
	}
	return last
}
