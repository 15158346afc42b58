package governance

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
)

// Effect is what a gate does when something is missing.
type Effect string

// The effects.
const (
	Stop   Effect = "stop"   // no further, unless somebody who may excepts it
	Warn   Effect = "warn"   // it is said
	Record Effect = "record" // it is noted, and nothing more
)

// Gate is something that must be before a step: of an insats into a phase, of a
// system in its life, or the signing of an agreement.
type Gate struct {
	Key    string   `json:"key"`              // "Da-21"; a rule of several kinds has a gate of each
	Source string   `json:"source"`           // where the guideline says so: "5, 6.3, 6.4"
	Of     string   `json:"of,omitempty"`     // the kind whose step it is; "" is initiative
	Before string   `json:"before"`           // the key of the phase or state that it stands before; "" of one that is said all the time
	Also   []string `json:"also,omitempty"`   // and before these
	Always bool     `json:"always,omitempty"` // it is also said all the time, of what is in use
	When   Values   `json:"when,omitempty"`   // only things whose field has one of these values
	Need   Need     `json:"need"`
	Effect Effect   `json:"effect"`
	Except string   `json:"except,omitempty"` // the role that may except it; "" is nobody
	Since  string   `json:"since,omitempty"`  // the first day that it is asked, "2027-01-01"; "": it always is
	Text   string   `json:"text"`             // Swedish: what is missing, as a whole sentence
}

// Values are what fields, by their keys, may have: one of the values each.
type Values map[string][]string

// Need is the condition of a gate: one of these.
type Need struct {
	Field     string   `json:"field,omitempty"`       // the field has a value
	Any       []string `json:"any,omitempty"`         // one of these fields has
	All       []string `json:"all,omitempty"`         // each of these fields has
	Role      string   `json:"role,omitempty"`        // somebody holds the role today
	Relation  string   `json:"relation,omitempty"`    // it points at something, or something at it ("kind.field")
	Where     Values   `json:"where,omitempty"`       // of those only the ones whose field has one of these values
	Having    []string `json:"having,omitempty"`      // and in which each of these fields has a value
	Each      bool     `json:"each,omitempty"`        // which none of them may lack
	Least     int      `json:"least,omitempty"`       // of those so many; 0 is one
	Is        []string `json:"is,omitempty"`          // and all of them are in one of these states; of fields, those with alternatives have one of these; of advice, the latest says so
	Checklist bool     `json:"checklist,omitempty"`   // every question of the checklist is answered
	Class     bool     `json:"class_needs,omitempty"` // each field that the model wants of the thing's class has a value
	Assessed  bool     `json:"assessed,omitempty"`    // every point of the assessment is
	Advice    string   `json:"advice,omitempty"`      // the forum has given its advice
	Decision  string   `json:"decision,omitempty"`    // the forum, or "*" anyone, has decided and said yes
	Confirmed bool     `json:"confirmed,omitempty"`   // somebody has confirmed it, on a day
	None      string   `json:"none,omitempty"`        // the field has no value: what it tells of isn't there
	Amount    string   `json:"amount,omitempty"`      // the field's sum is at most
	Most      string   `json:"most,omitempty"`        // a threshold of the model's
	Frame     string   `json:"frame,omitempty"`       // what it costs has room in the ramar that are decided, or such are decided: FrameWithin, FrameDecided
	Either    []Need   `json:"either,omitempty"`      // one of these is enough
}

// which are the conditions that a need has.
func (n Need) which() (out []string) {
	for name, has := range map[string]bool{"field": n.Field != "", "any": len(n.Any) > 0, "all": len(n.All) > 0, "role": n.Role != "", "relation": n.Relation != "",
		"checklist": n.Checklist, "class_needs": n.Class, "assessed": n.Assessed, "advice": n.Advice != "", "decision": n.Decision != "",
		"confirmed": n.Confirmed, "none": n.None != "", "amount": n.Amount != "", "frame": n.Frame != "", "either": len(n.Either) > 0} {
		if has {
			out = append(out, name)
		}
	}
	return out
}

// Ways are the needs that a need is made of: itself, or those of which one is enough.
func (n Need) Ways() (out []Need) {
	if len(n.Either) == 0 {
		return []Need{n}
	}
	for _, one := range n.Either {
		out = append(out, one.Ways()...)
	}
	return out
}

// Confirmable says whether somebody's confirmation is enough, alone or as one of several ways.
func (n Need) Confirmable() bool {
	return slices.ContainsFunc(n.Ways(), func(one Need) bool { return one.Confirmed })
}

func (n Need) asksClass() bool {
	return slices.ContainsFunc(n.Ways(), func(one Need) bool { return one.Class })
}

// said says that a need is of just one thing, and so is each of those that it is made of.
func (n Need) said() bool {
	return len(n.which()) == 1 && !slices.ContainsFunc(n.Either, func(one Need) bool { return !one.said() })
}

// Transition is a way from a phase to others. A phase without any may be left for
// any other.
type Transition struct {
	From string   `json:"from"`
	To   []string `json:"to"`
}

// checkGates holds that what the gates speak of is in the model. Fields are the
// kinds' to know: who evaluates a gate tells of one that there isn't.
func (m *Model) checkGates() error {
	seen := map[string]bool{}
	for i, g := range m.Gates {
		if seen[g.kind()+" "+g.Key] {
			return m.invalid(fmt.Sprintf("har två krav med samma nyckel (%s)", g.Key), "gates[%d].key", i)
		}
		if err := m.checkGate(g, fmt.Sprintf("gates[%d].", i)); err != nil {
			return err
		}
		seen[g.kind()+" "+g.Key] = true
	}
	phases := keys(m.Options("phases"))
	for i, t := range m.Transitions {
		for _, key := range append([]string{t.From}, t.To...) {
			if !slices.Contains(phases, key) {
				return m.meant(key, phases, fmt.Sprintf("har en övergång till eller från en fas som inte finns (%s)", key), fmt.Sprintf("transitions[%d]", i))
			}
		}
	}
	return nil
}

// checkGate holds that a gate says what it must, of what there is.
func (m *Model) checkGate(g Gate, at string) error {
	effects := []string{string(Stop), string(Warn), string(Record)}
	switch {
	case g.Key == "":
		return m.invalid("har ett krav utan nyckel", at+"key")
	case !strings.HasSuffix(g.Text, "."):
		return m.invalid(fmt.Sprintf("har ett krav, %s, utan en mening som säger vad som saknas", g.Key), at+"text")
	case !slices.Contains(effects, string(g.Effect)):
		return m.meant(string(g.Effect), effects, fmt.Sprintf("har ett krav, %s, som varken stoppar, varnar eller noterar", g.Key), at+"effect")
	case !g.Need.said():
		return m.invalid(fmt.Sprintf("har ett krav, %s, som inte säger just en sak som ska finnas", g.Key), at+"need")
	case g.Need.asksClass() && len(m.ClassNeeds) == 0:
		return m.invalid(fmt.Sprintf("har ett krav, %s, på det som klassen kräver, och säger inte i class_needs vad det är", g.Key), at+"need.class_needs")
	case g.Since != "" && g.since().IsZero():
		return m.invalid(fmt.Sprintf("har ett krav, %s, som gäller från något som inte är en dag (%s)", g.Key, g.Since), at+"since")
	case g.Before == "" && g.Effect == Stop:
		return m.invalid(fmt.Sprintf("har ett krav, %s, som stoppar och inte säger före vad", g.Key), at+"before")
	}
	phases := append(keys(m.Options("phases")), Procurement, Approval)
	for _, key := range g.states() {
		if g.OfInitiatives() && !slices.Contains(phases, key) {
			return m.meant(key, phases, fmt.Sprintf("har ett krav, %s, före en fas som inte finns (%s)", g.Key, key), at+"before")
		}
	}
	forums := keys(m.Options("forums"))
	for _, n := range g.Need.Ways() {
		for _, key := range []string{n.Advice, n.Decision} {
			if key != "" && key != "*" && !slices.Contains(forums, key) {
				return m.meant(key, forums, fmt.Sprintf("har ett krav, %s, på ett forum som inte finns (%s)", g.Key, key), at+"need")
			}
		}
		if n.Frame != "" && !slices.Contains(frameNeeds, n.Frame) {
			return m.meant(n.Frame, frameNeeds, fmt.Sprintf("har ett krav, %s, på ramen som inte är något av dem som finns (%s)", g.Key, n.Frame), at+"need.frame")
		}
		if n.Amount != "" && m.Thresholds[n.Most] == 0 {
			return m.invalid(fmt.Sprintf("har ett krav, %s, med en beloppsgräns som inte finns (%s)", g.Key, n.Most), at+"need.most")
		}
	}
	return nil
}

// before says whether the gate stands before one of the states, "" for none.
func (g Gate) before(states []string) bool {
	return slices.ContainsFunc(states, func(s string) bool { return s == g.Before || slices.Contains(g.Also, s) || s == "" && g.Always })
}

// since is the first day that the gate is asked; zero for one that always is.
func (g Gate) since() date.Date {
	if d, err := date.ParseDay(g.Since); err == nil && d.String() == g.Since {
		return d
	}
	return 0
}

// states are those that the gate stands before.
func (g Gate) states() []string {
	if g.Before == "" {
		return nil
	}
	return append([]string{g.Before}, g.Also...)
}

// Speaks says whether the gate is of things of a kind.
func (g Gate) Speaks(k *field.Kind) bool { return g.kind() == k.Name }

// OfInitiatives says whether the gate stands before a phase of an insats.
func (g Gate) OfInitiatives() bool { return g.Of == "" || g.Of == "initiative" }

// May says whether an insats may go straight from one phase to another.
func (m *Model) May(from, to string) bool {
	for _, t := range m.Transitions {
		if t.From == from {
			return slices.Contains(t.To, to)
		}
	}
	return true
}

// Passed are the phases that an insats goes into on its way from one phase to
// another: those in between and the last. From nowhere, or from aside, it goes the
// whole way; back, or aside, it passes none but the last.
func (m *Model) Passed(from, to string) []string {
	i, j := m.place(from), m.place(to)
	if i >= 0 && m.Phases[i].Stage == Aside { // what rests goes the whole way again
		i = -1
	}
	if m.StageOf(to) == Aside || j <= i {
		return []string{to}
	}
	var out []string
	for _, p := range m.Phases[i+1 : j+1] {
		if p.Stage != Aside {
			out = append(out, p.Key)
		}
	}
	return out
}

// Forum finds a forum by its key.
func (m *Model) Forum(key string) (Forum, bool) {
	for _, f := range m.Forums {
		if f.Key == key {
			return f, true
		}
	}
	return Forum{}, false
}

// ForumName is what a forum is called; "" for none.
func (m *Model) ForumName(key string) string {
	f, _ := m.Forum(key)
	return f.Label
}

func (m *Model) place(key string) int {
	return slices.IndexFunc(m.Phases, func(p Phase) bool { return p.Key == key })
}
