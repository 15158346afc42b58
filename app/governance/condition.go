package governance

import "itportfoljen/app/field"

// Condition is what a gate asks for before a step of a thing, whether it is there or not.
type Condition struct {
	Gate      Gate
	Before    string        // the first of the states that it was asked for: a phase, a state or an act; "" of what is said all the time
	Rule      string        // the rule that the gate is of, in words; "" where the model says none
	Text      string        // what is missing, as the gate says; "" of one that is met
	Met       bool          // what it asks for is there
	Exception *field.Record // the decision that lets the thing past it while it isn't; nil for none

	mend       *field.Field
	unanswered bool // see Missing.Unanswered
}

// Conditions are what the gates ask for before the steps into states, in the order of the model.
func Conditions(w field.World, r *field.Record, states []string) (out []Condition) {
	m := Of(w)
	asked(w, r, states, func(c Condition) {
		for _, s := range states {
			if c.Gate.before([]string{s}) {
				c.Before = s
				break
			}
		}
		rule, _ := m.Rule(c.Gate.RuleOf())
		c.Rule = rule.Text
		out = append(out, c)
	})
	return out
}

// asked asks the gates before the steps into states. It is the one place where that is done.
func asked(w field.World, r *field.Record, states []string, say func(c Condition)) {
	m := Of(w)
	for _, g := range m.Gates {
		if g.kind() != r.Kind.Name || g.since() > w.Today() || !g.before(states) || !g.When.hold(w, r) {
			continue
		}
		ask := asking{w: w, m: m, r: r, gate: g.Key}
		c := Condition{Gate: g, Met: ask.met(g.Need)}
		if !c.Met {
			c.Text, c.mend, c.Exception = ask.said(g.Text), ask.mend, ask.excepted(g.Key)
			c.unanswered = (&asking{w: w, m: m, r: r, gate: g.Key}).unanswered(g.Need)
		}
		say(c)
	}
}

// ConditionsBefore are those of a step of a thing into a state, and of what is done besides.
func ConditionsBefore(w field.World, r *field.Record, to string, acts ...string) []Condition {
	return Conditions(w, r, append(onTheWay(w, r, field.Encode(r.Get(r.Kind.Step)), to), acts...))
}

// Open says that what is asked for is missing and that nobody has excepted it.
func (c Condition) Open() bool { return !c.Met && c.Exception == nil }
