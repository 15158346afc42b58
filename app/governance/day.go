package governance

import (
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
)

// dated is a field that says when things of its kind went into states.
type dated struct {
	field  *field.Field
	states []string
}

var dates = map[*field.Kind][]dated{}

// Dated declares that a field says when things of its kind went into any of some states.
// A step there writes its day in it; one that doesn't say when was taken on the day that is
// written already.
func Dated(f *field.Field, states ...string) {
	dates[f.Kind] = append(dates[f.Kind], dated{f, states})
}

// datedBy is what says when a thing went into a state.
func datedBy(k *field.Kind, to string) (dated, bool) {
	i := slices.IndexFunc(dates[k], func(d dated) bool { return slices.Contains(d.states, to) })
	if i < 0 {
		return dated{}, false
	}
	return dates[k][i], true
}

// DayOf is the day of a step into a state, when nobody says: the one that is written in the
// thing, unless an earlier step wrote it, and else today.
func DayOf(w field.World, r *field.Record, to string) date.Date {
	if by, ok := datedBy(r.Kind, to); ok {
		if day, _ := r.Get(by.field).(date.Date); !day.IsZero() && !by.step(w, r, day) {
			return day
		}
	}
	return w.Today()
}

// step says whether a thing went into any of the states on a day.
func (d dated) step(w field.World, r *field.Record, day date.Date) bool {
	went := func(said *field.Record) bool {
		return DecisionType.Get(said) == Stepped && DecisionOn.Get(said) == day && slices.ContainsFunc(d.states, func(to string) bool {
			return r.Kind.Step.Show(w, to) == DecisionTo.Get(said)
		})
	}
	return slices.ContainsFunc(w.Pointing(DecisionOf.Field, r.ID), went)
}

// NoLater sees to it that a day that a thing tells of has come by another: it is that one,
// unless it says a sooner.
func NoLater(tx *field.Tx, r *field.Record, f *field.Field, than date.Date) error {
	if day, known := r.Get(f).(date.Date); known && day <= than {
		return nil
	}
	return tx.Set(r.ID, f, than)
}
