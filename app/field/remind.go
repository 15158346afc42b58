package field

import "itportfoljen/app/base/date"

// Reminder is that something must be done about a record: a day comes or has passed,
// or something is lacking. A kind says of itself which there are, in Remind.
type Reminder struct {
	Rule    string // which rule found it, stable: "notice", "owner" …
	Text    string // what to do
	Subject string // about what; "": what the record is called
	Field   *Field // where it is seen to

	// Due is by when, if there is a day. How near it is gives the badge and the tone,
	// unless Badge says something else.
	Due   date.Date
	Badge string // "saknas", "passerat"
	Tone  Tone

	Gathered bool // the records of the rule are told of in one line
	Urgent   bool // it comes among what is bad, whatever its tone
	Weight   int  // of those as urgent, and of the same day, the heaviest comes first
}

// InUse says whether a record is in use today, as its kind tells it.
func InUse(w World, r *Record) bool { return r.Kind.InUse == nil || r.Kind.InUse(w, r) }

// Over says whether a record is done with and only remembered, as its kind tells it.
func Over(w World, r *Record) bool { return r.Kind.Over != nil && r.Kind.Over(w, r) }
