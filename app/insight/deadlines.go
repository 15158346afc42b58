package insight

import (
	"cmp"
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// Deadline is a day that something about a record must be done by, or comes; or one that
// nobody knows.
type Deadline struct {
	Rule    string // which rule found it, stable
	Text    string // what to do
	Subject string // about what
	Due     date.Date
	From    date.Date // from when it is something to do; zero: nothing says
	Days    int       // that are left; fewer than none when it has passed
	Tone    field.Tone
	Badge   string
	Record  *field.Record
	Field   *field.Field // where it is seen to; nil for none
	Page    string       // the page where it is seen to; "": that of the record
	quiet   bool
	weight  int
}

// Dates are the days that there are to know of.
type Dates struct {
	Known   []Deadline // the first day first
	Unknown []Deadline // of which nobody knows the day
}

// Asked is which days somebody asks for. Zero days and "" ask for all.
type Asked struct {
	From, To date.Date // the days, both included
	Overdue  bool      // and what has passed since long and still is to be done
	Unit     field.ID  // only what belongs to a unit and those under it
	Person   field.ID  // only what a person has a part in
}

// Deadlines are the days that the kinds remind of, also those far ahead.
func Deadlines(w World, asked Asked) (out Dates) {
	today, concerns := w.Today(), asked.concerns(w)
	for _, k := range w.Kinds() {
		if k.Remind == nil {
			continue
		}
		var r *field.Record
		say := func(m field.Reminder) {
			known := !m.Due.IsZero()
			if known && !asked.within(m.Due, today) || !known && !m.Unknown || !concerns(r) {
				return
			}
			d := deadline(w, r, m)
			if known {
				out.Known = append(out.Known, d)
			} else {
				out.Unknown = append(out.Unknown, d)
			}
		}
		for _, r = range w.All(k) {
			k.Remind(w, r, say)
		}
	}
	slices.SortStableFunc(out.Known, func(a, b Deadline) int {
		return cmp.Or(cmp.Compare(a.Due, b.Due), cmp.Compare(b.weight, a.weight), cmp.Compare(a.Rule, b.Rule))
	})
	return out
}

// Month is the days of a month, or those that have passed.
type Month struct {
	Name string // "november 2026", "försenat"
	Late bool
	Days []Deadline
}

// Months parts the days whose day is known by month, what has passed first.
func (d Dates) Months() (out []Month) {
	for _, x := range d.Known {
		m := Month{Name: x.Due.LongMonth()}
		if x.Days < 0 {
			m = Month{Name: "försenat", Late: true}
		}
		if n := len(out); n == 0 || out[n-1].Name != m.Name {
			out = append(out, m)
		}
		last := &out[len(out)-1]
		last.Days = append(last.Days, x)
	}
	return out
}

// deadline is what a record's kind reminds of.
func deadline(w World, r *field.Record, m field.Reminder) Deadline {
	d := Deadline{Rule: m.Rule, Text: m.Text, Subject: cmp.Or(m.Subject, w.Label(r.ID)), Due: m.Due, From: m.From, Tone: m.Tone, Badge: m.Badge,
		Record: r, Field: m.Field, Page: m.Page, quiet: m.Quiet, weight: m.Weight}
	if m.Due.IsZero() {
		return d
	}
	d.Days = w.Today().DaysUntil(m.Due)
	if badge, tone := soon(w.Today(), m.Due); d.Badge == "" {
		d.Badge, d.Tone = badge, tone
	}
	return d
}

// within says whether a day is one of those asked for.
func (a Asked) within(day, today date.Date) bool {
	if a.Overdue && day < today {
		return true
	}
	return day >= a.From && (a.To.IsZero() || day <= a.To)
}

// concerns says of which records the days are asked for.
func (a Asked) concerns(w World) func(*field.Record) bool {
	var part map[field.ID]bool
	if a.Person != "" {
		part = partIn(w, a.Person)
	}
	return func(r *field.Record) bool {
		if part != nil && !part[r.ID] && !part[r.Owner()] {
			return false
		}
		if a.Unit == "" {
			return true
		}
		unit, known := field.UnitOf(w, r)
		return known && org.Within(w, unit, a.Unit)
	}
}

// partIn are the records that a person has a part in today or will have, and herself.
func partIn(w World, person field.ID) map[field.ID]bool {
	out := map[field.ID]bool{person: true}
	for _, e := range org.Engaged(w, person) {
		if e.Standing == org.Now || e.Standing == org.Coming {
			out[e.Record.ID] = true
		}
	}
	return out
}
