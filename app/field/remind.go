package field

import "itportfoljen/app/base/date"

// Reminder is that something must be done about a record: a day comes or has passed,
// or something is lacking. A kind says of itself which there are, in Remind, also of days
// far ahead: From decides when people are told.
type Reminder struct {
	Rule    string // which rule found it, stable: "notice", "owner" …
	Text    string // what to do
	Subject string // about what; "": what the record is called
	Field   *Field // where it is seen to
	Page    string // the page where it is seen to; "": that of the record

	// Due is by when, if there is a day. How near it is gives the badge and the tone,
	// unless Badge says something else.
	Due   date.Date
	Badge string // "saknas", "passerat"
	Tone  Tone

	From    date.Date // from when it is something to do; zero: it always is
	Quiet   bool      // it is only a day to know of, never something to do
	Unknown bool      // there is a day to know of, and nobody knows it

	Gathered bool // the records of the rule are told of in one line
	Urgent   bool // it comes among what is bad, whatever its tone
	Weight   int  // of those as urgent, and of the same day, the heaviest comes first
}

// Pressing says that a reminder is something to do today already.
func (m Reminder) Pressing(today date.Date) bool { return !m.Quiet && m.From <= today }

// On is the reminder of a day.
func (m Reminder) On(due date.Date) Reminder {
	m.Due = due
	return m
}

// Within is the reminder of a day that is something to do so many months before.
func (m Reminder) Within(months int, due date.Date) Reminder {
	m.Due, m.From = due, due.AddMonths(-months)
	return m
}

// InUse says whether a record is in use today, as its kind tells it.
func InUse(w World, r *Record) bool { return r.Kind.InUse == nil || r.Kind.InUse(w, r) }

// Over says whether a record is done with and only remembered, as its kind tells it.
func Over(w World, r *Record) bool { return r.Kind.Over != nil && r.Kind.Over(w, r) }
