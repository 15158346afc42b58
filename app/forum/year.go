package forum

import (
	"fmt"
	"slices"
	"time"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

// rhythms are how many months there are between the meetings of a forum that meets so often;
// those that meet by the week have days instead.
var rhythms = map[string]struct{ months, days int }{
	"week": {days: 7}, "fortnight": {days: 14}, "month": {months: 1}, "second_month": {months: 2}, "quarter": {months: 3}, "tertial": {months: 4}, "half_year": {months: 6}, "year": {months: 12},
}

// july is left free by forums that meet each month or oftener: it is the month of holidays.
const july = 7

// Propose are the days of a year, from today, on which a forum would meet to keep its rhythm,
// where no meeting is written down and no day is set. They are proposals and nobody has decided
// them: the weekday, and which of the month's it is, are those of the forum's latest known
// meeting, else the second Thursday's; a public holiday moves it a week. None where the forum
// has no rhythm.
func Propose(w field.World, f *field.Record, year int) (out []date.Date) {
	every, regular := rhythms[Every.Get(f)]
	if !regular {
		return nil
	}
	known := days(w, f)
	add := func(on, from, to date.Date) {
		for isHoliday(on) {
			on = on.AddDays(7)
		}
		taken := func(d date.Date) bool { return d >= from && d <= to }
		if on.Year() != year || on < w.Today() || slices.ContainsFunc(known, taken) || slices.Contains(out, on) {
			return
		}
		out = append(out, on)
	}
	model := date.Of(year, 1, 8) // what stands for the second Thursday where none is known
	for model.Weekday() != time.Thursday {
		model = model.AddDays(1)
	}
	if n := len(known); n > 0 {
		model = known[n-1]
	}
	if every.days > 0 {
		first := model
		for first.Year() >= year {
			first = first.AddDays(-every.days)
		}
		for on := first; on.Year() <= year; on = on.AddDays(every.days) {
			if on.Month() != july {
				half := (every.days - 1) / 2
				add(on, on.AddDays(-half), on.AddDays(every.days-1-half))
			}
		}
		return out
	}
	for month := 1 + (model.Month()-1)%every.months; month <= 12; month += every.months {
		if every.months == 1 && month == july {
			continue
		}
		// The meeting of a period may have been put anywhere in it.
		begins := month - (month-1)%every.months
		add(nth(year, month, (model.Day()-1)/7, model.Weekday()), date.Of(year, begins, 1), date.LastOfMonth(year, begins+every.months-1))
	}
	return out
}

// Coming is the day for which a forum is likely to be called next: that of the meeting that is
// planned, the one that is set, else what would keep its rhythm; 0 where nothing says.
func Coming(w field.World, f *field.Record) (day date.Date) {
	for _, m := range w.Pointing(MeetingOf.Field, f.ID) {
		if on := MeetingOn.Get(m); on >= w.Today() && (State.Get(m) == Planned || State.Get(m) == "") && (day.IsZero() || on < day) {
			day = on
		}
	}
	if on := Next.Get(f); on >= w.Today() && (day.IsZero() || on < day) {
		day = on
	}
	for year := w.Today().Year(); day.IsZero() && year <= w.Today().Year()+1; year++ {
		if days := Propose(w, f, year); len(days) > 0 {
			day = days[0]
		}
	}
	return day
}

// After is the day of the meeting that a forum has after one, if it is known: of one that is
// written down or the day that is set. No day is worked out; 0 where none is known.
func After(w field.World, m *field.Record) date.Date {
	f := w.Get(MeetingOf.Get(m))
	if f == nil {
		return 0
	}
	for _, on := range days(w, f) {
		if on > MeetingOn.Get(m) {
			return on
		}
	}
	return 0
}

// days are those of a forum's meetings that are known and not cancelled, the first first.
func days(w field.World, f *field.Record) (out []date.Date) {
	for _, m := range w.Pointing(MeetingOf.Field, f.ID) {
		if on := MeetingOn.Get(m); !on.IsZero() && State.Get(m) != Canceled {
			out = append(out, on)
		}
	}
	if on := Next.Get(f); !on.IsZero() {
		out = append(out, on)
	}
	slices.Sort(out)
	return out
}

// nth is the nth weekday of a month, from 0; the last where it has no fifth.
func nth(year, month, n int, day time.Weekday) date.Date {
	on := date.Of(year, month, 1)
	for on.Weekday() != day {
		on = on.AddDays(1)
	}
	if d := on.AddDays(7 * n); d.Month() == on.Month() {
		return d
	}
	return on.AddDays(7 * (n - 1))
}

// isHoliday says whether a day is a Swedish public holiday, or an eve that is as free.
func isHoliday(d date.Date) bool {
	switch d.Month()*100 + d.Day() {
	case 101, 106, 501, 606, 1224, 1225, 1226, 1231:
		return true
	}
	switch easter := easterOf(d.Year()); easter.DaysUntil(d) {
	case -2, 0, 1, 39, 49: // långfredag, påskdagen, annandag, Kristi himmelsfärd, pingst
		return true
	}
	midsummer := date.Of(d.Year(), 6, 19)
	for midsummer.Weekday() != time.Friday {
		midsummer = midsummer.AddDays(1)
	}
	return d == midsummer || d == midsummer.AddDays(1)
}

// easterOf is Easter Sunday in the Gregorian calendar, by the rule of Meeus, Jones and Butcher.
func easterOf(year int) date.Date {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	month := (h + l - 7*m + 114) / 31
	day := (h+l-7*m+114)%31 + 1
	return date.Of(year, month, day)
}

// PlanYear makes meetings, planned, of the days that are proposed for some forums in a year, or
// for all that have a rhythm where none are said. Faults: NotFound, Invalid (there is none to
// make).
func PlanYear(tx *field.Tx, year int, forums ...field.ID) (made []field.ID, err error) {
	if len(forums) == 0 {
		for _, f := range tx.All(Kind) {
			forums = append(forums, f.ID)
		}
	}
	for _, id := range forums {
		f := tx.Get(id)
		if f == nil || f.Kind != Kind {
			return nil, fault.New(fault.NotFound, "Forumet finns inte längre. Inget har ändrats.")
		}
		for _, on := range Propose(tx, f, year) {
			m := newMeeting(tx, f, on)
			if err := tx.Create(m); err != nil {
				return nil, err
			}
			made = append(made, m.ID)
		}
	}
	if len(made) == 0 {
		return nil, fault.New(fault.Invalid, fmt.Sprintf("Det finns inga möten att lägga upp %d: inget forum som möts regelbundet saknar dem. Inget har ändrats. Skriv hur ofta forumet möts.", year))
	}
	return made, nil
}

// newMeeting is a meeting of a forum on a day, planned and not in the portfolio yet.
func newMeeting(w field.World, f *field.Record, on date.Date) *field.Record {
	m := field.NewRecord(MeetingKind, w.NewID()).Put(MeetingName.Field, f.Name()+" "+on.String()).Put(MeetingOf.Field, f.ID).Put(MeetingOn.Field, on).Put(State.Field, Planned)
	return m.Put(MeetingAt.Field, f.Get(Place.Field)).Put(Chair.Field, f.Get(Caller.Field)).Put(Keeper.Field, f.Get(Secretary.Field))
}
