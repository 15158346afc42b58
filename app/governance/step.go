package governance

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Step is a step on its way: into which state, and what is known of who took it.
type Step struct {
	To        string // key of the state
	On        date.Date
	Forum     string // as it is called
	By        field.ID
	Role      string
	Reference string
	Reason    string
	Except    []string  // keys of gates to except; needs Role and Reason
	Until     date.Date // the last day that an exception holds; 0: until further notice
	Link      string    // where the document is
}

// Goes declares that things of a kind go through the states of a field, and that decisions
// are made of them: each step is written down.
func Goes(k *field.Kind, by *field.Field) { goes(k, by, take) }

// GoesLightly is Goes of what is mostly just set, such as a system's lifecycle: a step is
// written down only when something is said of it, or a gate stands before it.
func GoesLightly(k *field.Kind, by *field.Field) { goes(k, by, lightly) }

// movers are how steps are taken of the kinds that go through states.
var movers = map[*field.Kind]func(tx *field.Tx, r *field.Record, s Step) error{}

func goes(k *field.Kind, by *field.Field, move func(tx *field.Tx, r *field.Record, s Step) error) {
	DecisionOf.Admit(k)
	movers[k] = move
	k.Step = by
	k.Stepping = func(tx *field.Tx, r *field.Record, to field.Value) error {
		if key, _ := to.(string); key != "" {
			return move(tx, r, Step{To: key})
		}
		return empty(tx, r)
	}
}

// ways are what a kind's things go into between two states, and after what is done when
// they have come there.
var (
	ways  = map[*field.Kind]func(w field.World, r *field.Record, from, to string) []string{}
	after = map[*field.Kind][]func(tx *field.Tx, was *field.Record, s Step) error{}
)

// Along declares which states things of a kind go into on their way from one to another,
// the last among them; without it, only the last.
func Along(k *field.Kind, way func(w field.World, r *field.Record, from, to string) []string) {
	ways[k] = way
}

// After declares what follows on a step of a kind's things, in the same change. It is told
// of the thing as it was before the step, whose day is known.
func After(k *field.Kind, do func(tx *field.Tx, was *field.Record, s Step) error) {
	after[k] = append(after[k], do)
}

// empty takes away what is known of where a thing is, where that isn't a way past a gate:
// what nobody has said may mean something of its kind, as that it is in use.
func empty(tx *field.Tx, r *field.Record) error {
	f, way := r.Kind.Step, ways[r.Kind]
	if way != nil {
		for _, m := range Lacks(tx, r, way(tx, r, field.Encode(r.Get(f)), "")) {
			if m.Stops() {
				what := fmt.Sprintf("%s kan inte vara utan %s: då skulle det räknas som i bruk, och %s (%s). Inget har ändrats.", r.Name(), text.Lower(f.Label), text.Lower(strings.TrimSuffix(m.Text, ".")), m.Gate.Key)
				return &Stopped{Missing: []Missing{m}, said: fault.New(fault.Conflict, what)}
			}
		}
	}
	return tx.Set(r.ID, f, nil)
}

// arrive does what follows on a step.
func arrive(tx *field.Tx, was *field.Record, s Step) error {
	if by, ok := datedBy(was.Kind, s.To); ok {
		if err := tx.Set(was.ID, by.field, s.On); err != nil {
			return err
		}
	}
	for _, do := range after[was.Kind] {
		if err := do(tx, was, s); err != nil {
			return err
		}
	}
	return nil
}

// Move takes a step of anything that goes through states: asks the gates, makes the
// exceptions that may be made, changes the state and writes down that it was done. Faults:
// NotFound, Invalid (no such state, or no way there), and a *Stopped with what is missing.
func Move(tx *field.Tx, id field.ID, s Step) error {
	r := tx.Get(id)
	if r == nil || movers[r.Kind] == nil {
		return errGone
	}
	return movers[r.Kind](tx, r, s)
}

// lightly takes a step, and writes it down if there is something to say of it.
func lightly(tx *field.Tx, r *field.Record, s Step) error {
	f := r.Kind.Step
	from := field.Encode(r.Get(f))
	_, known := f.OptionOf(tx, s.To)
	if !known || from == s.To || !s.bare() || gated(tx, r.Kind, onTheWay(tx, r, from, s.To)) {
		return take(tx, r, s)
	}
	s.On = DayOf(tx, r, s.To)
	was := r.Clone()
	if err := tx.Set(r.ID, f, s.To); err != nil {
		return err
	}
	return arrive(tx, was, s)
}

// bare says that nothing but where to is said of a step.
func (s Step) bare() bool {
	return s.On == 0 && s.Forum == "" && s.By == "" && s.Role == "" && s.Reference == "" && s.Reason == "" && len(s.Except) == 0
}

// gated says whether any gate of the model stands before one of the states of a kind.
func gated(w field.World, k *field.Kind, states []string) bool {
	return slices.ContainsFunc(Of(w).Gates, func(g Gate) bool { return g.kind() == k.Name && g.before(states) })
}

// Asks says whether the styrmodell has a gate before a state of a kind's things.
func Asks(w field.World, k *field.Kind, state string) bool { return gated(w, k, []string{state}) }

// Unasked is what the gates before the state that a thing is in ask for and that is missing,
// where it came there without a step that asked them.
func Unasked(w field.World, r *field.Record) []Missing {
	if r.Kind.Step == nil || slices.ContainsFunc(w.Pointing(DecisionOf.Field, r.ID), func(d *field.Record) bool { return DecisionType.Get(d) == Stepped }) {
		return nil
	}
	return Lacks(w, r, []string{field.Encode(r.Get(r.Kind.Step))})
}

// LacksBefore is what is missing before a thing can go into a state.
func LacksBefore(w field.World, r *field.Record, to string) []Missing {
	return Lacks(w, r, onTheWay(w, r, field.Encode(r.Get(r.Kind.Step)), to))
}

var errGone = fault.New(fault.NotFound, "Det som skulle gå vidare finns inte längre. Inget har ändrats.")

// Stopped is why a step wasn't taken: what is missing, by name.
type Stopped struct {
	To      string // key of the state; "" for none
	Missing []Missing
	said    *fault.Error
}

// Error is the whole sentence.
func (s *Stopped) Error() string { return s.said.Error() }

// Unwrap gives the fault, a Conflict.
func (s *Stopped) Unwrap() error { return s.said }

// take takes a step and writes it down.
func take(tx *field.Tx, r *field.Record, s Step) error {
	f := r.Kind.Step
	from := field.Encode(r.Get(f))
	if from == s.To {
		return nil
	}
	if _, ok := f.OptionOf(tx, s.To); !ok {
		return fault.New(fault.Invalid, fmt.Sprintf("%s: det finns inget ”%s” att gå till. Inget har ändrats.", f.Label, s.To))
	}
	if f.Model == "phases" && !Of(tx).May(from, s.To) {
		return fault.New(fault.Invalid, fmt.Sprintf("Från %s går det inte direkt till %s i styrmodellen. Inget har ändrats.", f.Show(tx, from), f.Show(tx, s.To)))
	}
	if s.Forum != "" && f.Model == "phases" && Of(tx).onlyAdvises(s.Forum) && Of(tx).decides(from, s.To) {
		return advising(s.Forum)
	}
	s.On = cmp.Or(s.On, DayOf(tx, r, s.To))
	if err := pass(tx, r, s, onTheWay(tx, r, from, s.To), fmt.Sprintf("%s kan inte gå till %s än", r.Name(), f.Show(tx, s.To))); err != nil {
		return err
	}
	was := r.Clone()
	if err := tx.Set(r.ID, f, s.To); err != nil {
		return err
	}
	if err := tx.Create(s.decision(tx, r, Stepped).Put(DecisionFrom.Field, f.Show(tx, field.OrNil(from))).Put(DecisionTo.Field, f.Show(tx, s.To))); err != nil {
		return err
	}
	return arrive(tx, was, s)
}

// pass asks the gates before states, and excepts those that the step says; what is said
// first where some of them stop.
func pass(tx *field.Tx, r *field.Record, s Step, states []string, what string) error {
	var stops []Missing
	s.Except = alone(tx, r, s.Except)
	for _, m := range Lacks(tx, r, states) {
		if !m.Stops() || m.Gate.Need.Confirmable() && tx.Before(r.ID) == nil { // nothing can be confirmed of what isn't written down yet
			continue
		}
		if !contains(s.Except, m.Gate.Key) {
			stops = append(stops, m)
			continue
		}
		if err := s.except(tx, r, m.Gate); err != nil {
			return err
		}
	}
	if len(stops) == 0 {
		return nil
	}
	return stopped(s.To, stops, what)
}

func contains(keys []string, key string) bool {
	for _, k := range keys {
		if strings.EqualFold(k, key) {
			return true
		}
	}
	return false
}

// onTheWay are the states that a step goes into.
func onTheWay(w field.World, r *field.Record, from, to string) []string {
	if r.Kind.Step.Model == "phases" {
		m, class := Of(w), classOf(w, r)
		return slices.DeleteFunc(m.Passed(from, to), func(key string) bool {
			p, _ := m.Phase(key)
			return key != to && !m.Passes(p, class)
		})
	}
	if way := ways[r.Kind]; way != nil {
		return way(w, r, from, to)
	}
	return []string{to}
}

// except writes down an exception. No accounts exist: it names who held the role.
func (s Step) except(tx *field.Tx, r *field.Record, g Gate) error {
	switch {
	case g.Except == "":
		return fault.New(fault.Conflict, fmt.Sprintf("Från %s går inget undantag att göra. Inget har ändrats.", g.Key))
	case s.Reason == "":
		return fault.New(fault.Invalid, "Skriv varför undantaget görs. Inget har ändrats.")
	case s.By == "":
		return fault.New(fault.Invalid, fmt.Sprintf("Skriv vem som gör undantaget: %s. Inget har ändrats.", g.Except))
	case s.Role != "" && !strings.Contains(text.Key(g.Except), text.Key(s.Role)):
		return fault.New(fault.Invalid, fmt.Sprintf("Undantag från %s görs av %s, inte av %s. Inget har ändrats.", g.Key, g.Except, s.Role))
	}
	d := s.decision(tx, r, Excepted).Put(DecisionGate.Field, g.Key).Put(DecisionOutcome.Field, Approved)
	if !s.Until.IsZero() {
		d.Put(DecisionUntil.Field, s.Until)
	}
	return tx.Create(d.Put(DecisionRole.Field, cmp.Or(s.Role, g.Except)))
}

// decision is a record of what is known.
func (s Step) decision(tx *field.Tx, r *field.Record, what string) *field.Record {
	d := field.NewRecord(DecisionKind, tx.NewID())
	d.Put(DecisionOf.Field, r.ID).Put(DecisionType.Field, what).Put(DecisionOn.Field, cmp.Or(s.On, tx.Today()))
	return d.Put(DecisionForum.Field, field.OrNil(s.Forum)).Put(DecisionBy.Field, s.By).Put(DecisionRole.Field, field.OrNil(s.Role)).
		Put(DecisionRef.Field, field.OrNil(s.Reference)).Put(DecisionReason.Field, field.OrNil(s.Reason))
}

// Say writes down a forum's advice or a beslutsfattare's decision. Faults: Invalid.
func Say(tx *field.Tx, id field.ID, what, outcome string, s Step) error {
	r := tx.Get(id)
	switch {
	case r == nil:
		return fault.New(fault.NotFound, "Det som skulle beslutas finns inte längre. Inget har ändrats.")
	case what != Advised && what != Decided:
		return fault.New(fault.Invalid, "Det är varken ett yttrande eller ett beslut. Inget har ändrats.")
	case s.Forum == "" && s.By == "" && s.Role == "":
		return fault.New(fault.Invalid, "Säg vilket forum eller vem som har sagt det. Inget har ändrats.")
	case what == Decided && Of(tx).onlyAdvises(s.Forum):
		return advising(s.Forum)
	}
	if _, ok := DecisionOutcome.OptionOf(tx, outcome); !ok {
		return fault.New(fault.Invalid, fmt.Sprintf("”%s” är inget utfall. Inget har ändrats.", outcome))
	}
	if what == Decided && outcome == Approved && s.To == "" {
		if err := approve(tx, r, s); err != nil {
			return err
		}
	}
	d := s.decision(tx, r, what).Put(DecisionOutcome.Field, outcome).Put(DecisionLink.Field, field.OrNil(s.Link))
	if s.To != "" { // what it is decided that the thing is to go into
		d.Put(DecisionTo.Field, r.Kind.Step.Show(tx, s.To))
	}
	return tx.Create(d)
}

// Hear writes down that a forum has been told of something and said nothing of it.
func Hear(tx *field.Tx, id field.ID, s Step) error {
	r := tx.Get(id)
	if r == nil {
		return errGone
	}
	return tx.Create(s.decision(tx, r, Advised))
}
