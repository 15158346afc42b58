package economy

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
)

// Belief is what a cost was believed to become.
type Belief struct {
	On     date.Date // 0: nobody knows
	Amount money.Ore
}

// Beliefs are all forecasts of a cost, the oldest first: the last is its forecast now.
func Beliefs(w field.World, c *field.Record) (out []Belief) {
	for _, r := range w.Pointing(BeliefOf.Field, c.ID) {
		out = append(out, Belief{BeliefOn.Get(r), BeliefAmount.Get(r)})
	}
	slices.SortStableFunc(out, func(a, b Belief) int { return cmp.Compare(a.On, b.On) })
	if v, ok := c.Get(CostForecast.Field).(money.Ore); ok {
		out = append(out, Belief{CostForecastOn.Get(c), v})
	}
	return out
}

// ForecastAt is what was believed of a cost on a day: the latest forecast that had been made
// then. ok is false where there was none.
func ForecastAt(w field.World, c *field.Record, day date.Date) (v money.Ore, ok bool) {
	for _, b := range Beliefs(w, c) {
		if b.On <= day {
			v, ok = b.Amount, true
		}
	}
	return v, ok
}

// earlierText is how the earlier forecasts of a cost are written: "2026-04-30: 120 000".
func earlierText(w field.World, c *field.Record) field.Value {
	rows := w.Pointing(BeliefOf.Field, c.ID)
	if len(rows) == 0 {
		return nil
	}
	rows = slices.SortedStableFunc(slices.Values(rows), func(a, b *field.Record) int { return cmp.Compare(BeliefOn.Get(a), BeliefOn.Get(b)) })
	parts := make([]string, len(rows))
	for i, r := range rows {
		parts[i] = Dated{BeliefOn.Get(r), BeliefAmount.Get(r)}.Text()
	}
	return strings.Join(parts, "; ")
}

// readEarlier reads forecasts as people write them: "2026-04-30: 120 000; 2026-08-31: 125 tkr".
func readEarlier(s string) (out []Belief, err error) {
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ';' || r == '\n' }) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		d, ok, err := ReadDated(part)
		b := Belief(d)
		switch {
		case !ok:
			return nil, fault.New(fault.Invalid, fmt.Sprintf("”%s” är ingen prognos. Inget har ändrats. Skriv dagen och beloppet: 2026-04-30: 120 000.", part))
		case err != nil:
			return nil, err
		case slices.ContainsFunc(out, func(o Belief) bool { return o.On == b.On }):
			return nil, fault.New(fault.Invalid, fmt.Sprintf("Två prognoser har samma dag, %s. Inget har ändrats. Skriv en för varje dag.", d.Day()))
		}
		out = append(out, b)
	}
	return out, nil
}

// setEarlier gives the changes that make the earlier forecasts of a cost those of a text.
func setEarlier(w field.World, c *field.Record, v field.Value) (changes []field.Change, err error) {
	s, _ := v.(string)
	want, err := readEarlier(s)
	if err != nil {
		return nil, err
	}
	for _, r := range w.Pointing(BeliefOf.Field, c.ID) {
		i := slices.IndexFunc(want, func(b Belief) bool { return b.On == BeliefOn.Get(r) })
		if i < 0 {
			changes = append(changes, field.Change{Op: field.Delete, Kind: BeliefKind, ID: r.ID})
			continue
		}
		set, err := BeliefAmount.Assign(w, r, 0, want[i].Amount)
		if err != nil {
			return nil, err
		}
		changes, want = append(changes, set...), slices.Delete(want, i, i+1)
	}
	for _, b := range want {
		r := newBelief(w, c.ID, b)
		changes = append(changes, field.Change{Op: field.Create, Kind: BeliefKind, ID: r.ID, Record: r, Owner: c.ID})
	}
	return changes, nil
}

func newBelief(w field.World, cost field.ID, b Belief) *field.Record {
	r := field.NewRecord(BeliefKind, w.NewID()).Put(BeliefOf.Field, cost).Put(BeliefAmount.Field, b.Amount)
	if b.On != 0 {
		r.Put(BeliefOn.Field, b.On)
	}
	return r
}

// follow is what follows on that costs change: an income is negative, a forecast has its day,
// and what was believed before is kept.
func follow(tx *field.Tx) error {
	for _, id := range tx.Touched() {
		c := tx.Now()[id]
		if c == nil {
			continue
		}
		if c.Kind == BeliefKind {
			c = tx.Get(BeliefOf.Get(c))
		}
		if c == nil || c.Kind != CostKind {
			continue
		}
		if err := signs(tx, c); err != nil {
			return err
		}
		if err := believes(tx, c.ID); err != nil {
			return err
		}
	}
	return nil
}

// signs makes the amounts of an income negative, and those of what was one and isn't any more
// positive again.
func signs(tx *field.Tx, c *field.Record) error {
	was, is := tx.Before(c.ID), Income(c)
	for _, f := range Amounts() {
		if f.Field == CostActual.Field && Posted(c) { // what is booked stands as it is booked
			continue
		}
		v, ok := tx.Get(c.ID).Get(f.Field).(money.Ore)
		turned := was != nil && Income(was) && !is && field.Equal(was.Get(f.Field), v)
		if ok && (is && v > 0 || turned && v < 0) {
			if err := tx.Set(c.ID, f.Field, -v); err != nil {
				return err
			}
		}
	}
	return nil
}

// believes keeps the forecast that a row had, when it gets another, and sees to it that the
// row has the latest.
func believes(tx *field.Tx, id field.ID) error {
	was, c := tx.Before(id), tx.Get(id)
	now, has := c.Get(CostForecast.Field).(money.Ore)
	on := CostForecastOn.Get(c)
	if was != nil {
		before, had := was.Get(CostForecast.Field).(money.Ore)
		day := CostForecastOn.Get(was)
		if had && (!has || before != now) {
			if on == day && has { // it is another day's unless the day was said
				on = tx.Today()
			}
			if on != day || !has {
				if err := keep(tx, id, Belief{day, before}); err != nil {
					return err
				}
			}
		} else if !had && has && on == day {
			on = tx.Today()
		}
	} else if has && on == 0 {
		on = tx.Today()
	}
	switch {
	case !has:
		return tx.Set(id, CostForecastOn.Field, nil)
	case on != CostForecastOn.Get(c):
		if err := tx.Set(id, CostForecastOn.Field, on); err != nil {
			return err
		}
	}
	return latest(tx, id, Belief{on, now})
}

// keep writes down an earlier forecast, in place of another of the same day.
func keep(tx *field.Tx, cost field.ID, b Belief) error {
	for _, r := range tx.Pointing(BeliefOf.Field, cost) {
		if BeliefOn.Get(r) == b.On {
			return tx.Set(r.ID, BeliefAmount.Field, b.Amount)
		}
	}
	return tx.Create(newBelief(tx, cost, b))
}

// latest makes the latest of what was believed the row's forecast, where that is another: an
// older list was read in.
func latest(tx *field.Tx, cost field.ID, now Belief) error {
	var last *field.Record
	for _, r := range tx.Pointing(BeliefOf.Field, cost) {
		if BeliefOn.Get(r) > now.On && (last == nil || BeliefOn.Get(r) > BeliefOn.Get(last)) {
			last = r
		}
	}
	if last == nil {
		return nil
	}
	newer := Belief{BeliefOn.Get(last), BeliefAmount.Get(last)}
	if err := tx.Delete(last.ID); err != nil {
		return err
	}
	if err := keep(tx, cost, now); err != nil {
		return err
	}
	if err := tx.Set(cost, CostForecast.Field, newer.Amount); err != nil {
		return err
	}
	return tx.Set(cost, CostForecastOn.Field, newer.On)
}

// Income says that a row is an income, whose amounts are negative.
func Income(c *field.Record) bool {
	s := CostSort.Get(c)
	return s == SortGrant || s == SortSold
}

// held is an amount as a row is to hold it.
func held(c *field.Record, v field.Value) field.Value {
	if o, ok := v.(money.Ore); ok && o > 0 && Income(c) && !Posted(c) {
		return -o
	}
	return v
}
