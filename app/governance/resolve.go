package governance

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// decidersOf are who decides that a kind's things go into a state, on a day.
var decidersOf = map[*field.Kind]map[string]func(w field.World, r *field.Record, on date.Date) (held []field.ID, role string){}

// Deciders declares who decides that things of a kind go into some of its states: those who
// have the role on the day, and what it is called; nobody where that isn't known. It stops
// nobody else: that another decided is told.
func Deciders(k *field.Kind, who func(w field.World, r *field.Record, on date.Date) (held []field.ID, role string), states ...string) {
	if decidersOf[k] == nil {
		decidersOf[k] = map[string]func(field.World, *field.Record, date.Date) ([]field.ID, string){}
	}
	for _, state := range states {
		decidersOf[k][state] = who
	}
}

// DecidersOn are those who decide on a day that a thing goes into a state, and in which role.
func DecidersOn(w field.World, r *field.Record, to string, on date.Date) (held []field.ID, role string) {
	if who := decidersOf[r.Kind][to]; who != nil {
		return who(w, r, on)
	}
	return nil, ""
}

// RoleOn is the role in which somebody decides, if she has it on the day; else "".
func RoleOn(w field.World, r *field.Record, to string, by field.ID, on date.Date) string {
	if held, role := DecidersOn(w, r, to, on); by != "" && slices.Contains(held, by) {
		return role
	}
	return ""
}

// Another is that somebody who decides that a thing goes into a state doesn't have the role on
// the day, and who has it: a sentence without its full stop. It is "" where she has, and where
// it isn't known who has.
func Another(w field.World, r *field.Record, to string, by field.ID, on date.Date) string {
	held, role := DecidersOn(w, r, to, on)
	if by == "" || len(held) == 0 || slices.Contains(held, by) {
		return ""
	}
	return fmt.Sprintf("%s var inte %s %s; det var %s", w.Label(by), text.Lower(role), on, text.Or(field.Labels(w, held)))
}

// Resolution is that it may be decided, before a step is taken, that a thing is to go into a
// state.
type Resolution struct {
	State string
	Name  string // what is decided, in a word: "avveckling"
}

// resolutions are those of the kinds, in order.
var resolutions = map[*field.Kind][]Resolution{}

// Resolves declares what may be decided of a kind's things before they go anywhere.
func Resolves(k *field.Kind, rs ...Resolution) {
	DecisionOf.Admit(k)
	resolutions[k] = append(resolutions[k], rs...)
}

// Resolutions are what may be decided of things of a kind.
func Resolutions(k *field.Kind) []Resolution { return resolutions[k] }

// Resolvable are what there is to decide of a thing: all but the state that it is in.
func Resolvable(_ field.World, r *field.Record) []Resolution {
	return slices.DeleteFunc(slices.Clone(resolutions[r.Kind]), func(o Resolution) bool {
		return o.State == field.Encode(r.Get(r.Kind.Step))
	})
}

// Resolve writes down that it is decided, or refused, that a thing is to go into a state. No
// step is taken. Who has the role that day is said to have decided in it. Faults: NotFound,
// Invalid.
func Resolve(tx *field.Tx, id field.ID, to, outcome string, s Step) error {
	r := tx.Get(id)
	if r == nil {
		return errGone
	}
	if !slices.ContainsFunc(resolutions[r.Kind], func(o Resolution) bool { return o.State == to }) {
		return fault.New(fault.Invalid, fmt.Sprintf("För %s går det inte att besluta om %s. Inget har ändrats.", r.Kind.Many, to))
	}
	if s.On == 0 {
		s.On = tx.Today()
	}
	if s.Role == "" {
		s.Role = RoleOn(tx, r, to, s.By, s.On)
	}
	s.To = to
	return Say(tx, id, Decided, outcome, s)
}

// Resolved is the latest decision on whether a thing is to go into a state; nil for none.
func Resolved(w field.World, r *field.Record, to string) (last *field.Record) {
	label := r.Kind.Step.Show(w, to)
	for _, d := range w.Pointing(DecisionOf.Field, r.ID) {
		if DecisionType.Get(d) == Decided && DecisionTo.Get(d) == label && (last == nil || DecisionOn.Get(d) >= DecisionOn.Get(last)) {
			last = d
		}
	}
	return last
}
