package field

import (
	"strconv"

	"itportfoljen/app/base/date"
)

// Tone colours a choice where colour means something; it is never the only sign.
type Tone uint8

// The tones.
const (
	Plain Tone = iota
	Good
	Warn
	Bad
	Quiet
	Accent
)

// Option is one alternative of a Choice or Level field.
type Option struct {
	Key      string   // stored; for a Level the digit
	Label    string   // Swedish
	Synonyms []string // other ways people write it
	Tone     Tone
	// Of a state that things go into: the step there as a command, "Publicera", and what
	// follows on it, a sentence; both may be empty.
	Do, Then string
}

// World is what a field's rules may ask of the portfolio it is in.
type World interface {
	Today() date.Date
	PlanYear() int                      // the year that budgets and plans are made for
	Get(id ID) *Record                  // nil when there is none
	All(k *Kind) []*Record              // in reference order; not to be changed
	Pointing(f *Field, id ID) []*Record // records whose stored field f points at id, in reference order; not to be changed
	Options(f *Field) []Option          // alternatives, those of the governance model included
	Fields(k *Kind) []*Field            // declared fields, then the municipality's own
	Kinds() []*Kind                     // all there are, each after those it refers to
	NewID() ID
	Label(id ID) string // what people call it; "" when there is none
	Exact(id ID) string // a text that finds it again among all of its kind
}

// Standing is how a value stands today: what to write for it, its tone and,
// where the text doesn't tell, the reason for the tone.
type Standing struct {
	Text string
	Tone Tone
	Why  string
}

// Field is one declared field.
type Field struct {
	Kind     *Kind
	Key      string // English, stable: column, JSON and command-line name
	Label    string // Swedish
	Short    string // Swedish column heading where space is scarce
	Help     string // Swedish sentence or two
	Guided   string // Swedish: what filling it in, record by record, is called, "Utse systemägare"; "" by type
	Type     Type
	Group    string   // Swedish: the tab or section of the form
	Synonyms []string // other headings people use, Swedish and English
	Maybe    []string // headings that may mean the field, or another: what they were read as is told
	Options  []Option
	Model    string // the governance model's list that gives the options, such as "phases"
	Fallback *Field // takes the text that this field can't read (an end date "tills vidare")

	Required   bool   // counts in completeness
	From       string // from when it is required: a phase, or what the kind calls it; "" always
	Sensitive  bool   // left out of public versions
	Hidden     bool   // kept by the program; not in forms, tables or sheets
	Incoming   bool   // Hidden, but lists are read into it: what it says is kept, and shown, in other records
	Vocabulary bool   // a text with recurring values: suggested, and case is evened out
	Yearly     bool   // an amount of a year, kept as cost rows
	Afterwards bool   // an amount that is known when the year is over
	ReadOnly   bool   // nobody writes it: it is computed from other fields, or kept as a file said it
	Found      bool   // Ctrl+K finds things by it too
	Listed     bool   // shown in the list unless the user chose columns
	First      bool   // a new record has the first alternative unless something else is said
	Monthly    bool   // a date that stands for its month: "Januari 2026"
	LastDay    bool   // a period typed in the date means its last day, else its first
	Months     bool   // a number of months: "1 år" is 12
	Each       bool   // an amount of one of something, such as a price: a list of them has no sum
	Whole      bool   // an amount for all of the time that something lasts, and not for a year
	Settles    bool   // what it points at stays once the record is Over: it was so
	Width      int    // of the column in characters; 0 by type
	Link       bool   // a text that says where something is found: a file or an address
	Makes      bool   // a reference that a list may make what it points at by: see Naming
	Owning     bool   // a reference to what the record is a part of
	Via        *Field // of one that is kept elsewhere: what points from there
	Shows      *Field // of a view: the field that it is of
	Gone       Gone   // what becomes of a reference when what it points at is removed

	// Standing tells how the value stands today, where a rule says more than
	// the value does; nil for most. It is set in the init of the kind's package,
	// since such rules ask of the field itself.
	Standing func(w World, r *Record) (Standing, bool)

	// Wanted says whether the municipality has any use for the field, as its styrmodell has
	// it; nil: it always has. It is set in the init of the kind's package.
	Wanted func(w World) bool

	// Held is a value as a record holds it, where another word of the record decides: the
	// amount of an income is negative. Nil: as it is written.
	Held func(r *Record, v Value) Value

	// Suggests are texts that may be meant, with what they stand for, while somebody types
	// one: codes of a list. Nil for most.
	Suggests func(w World) []Option

	// Places are the records that a view of r could be written in, when it can't be
	// written from here: others share the one, or there are several.
	Places func(w World, r *Record) []*Record

	blank     func(w World, r *Record) string
	otherwise func(w World) Value
	normalise func(string) (string, error)
	between   *[2]int64 // the least and the most that may be written
	follows   func() []*Kind
	compute   func(w World, r *Record, year int) Value
	assign    func(w World, r *Record, year int, v Value) ([]Change, error)
	targets   []*Kind
	share     *Field // of two rows that are about one by this field, once what they were of is one: added
	slot      int
	leads     bool
	free      bool
}

// Stored says whether the field has a column of its own.
func (f *Field) Stored() bool { return f.compute == nil && !f.free }

// Kept says whether records hold a value of the field, in a column of its own
// or among the free ones.
func (f *Field) Kept() bool { return f.compute == nil }

// Idle says that the field says nothing of r and isn't to: it is worked out and has no value,
// nor a reason for that, or the municipality has no use for it. What lists have is never so.
func (f *Field) Idle(w World, r *Record) bool {
	if r == nil || !IsEmpty(f.Value(w, r, 0)) || f.Blank(w, r) != "" {
		return false
	}
	return f.ReadOnly && f.Via == nil && !f.Listed || !f.InDemand(w)
}

// InDemand says whether the municipality has any use for the field: mostly it has.
func (f *Field) InDemand(w World) bool { return f.Wanted == nil || f.Wanted(w) }

// Editable says whether people may change it.
func (f *Field) Editable() bool { return !f.ReadOnly && !f.Hidden }

// Unwritable is the sentence that says why nobody writes in the field; "" when people do.
func (f *Field) Unwritable() string {
	switch {
	case f.ReadOnly && f.Kept():
		return f.Label + " kommer ur filen som importerades och kan inte skrivas."
	case f.ReadOnly:
		return f.Label + " räknas fram och kan inte skrivas."
	case f.Hidden:
		return f.Label + " sköts av programmet och kan inte skrivas här."
	}
	return ""
}

// Free says whether it is a field that the municipality itself added.
func (f *Field) Free() bool { return f.free }

// Heading is the short label where there is one.
func (f *Field) Heading() string {
	if f.Short != "" {
		return f.Short
	}
	return f.Label
}

// Value gives the field's value of r: stored, free or computed. A year of 0
// means the plan year; it only matters for yearly fields.
func (f *Field) Value(w World, r *Record, year int) Value {
	if f.compute != nil {
		if year == 0 {
			year = w.PlanYear()
		}
		return f.compute(w, r, year)
	}
	return r.Get(f)
}

// Blank is what to write in a table or on paper where the field of r has no
// value: why, when its kind says so, else "".
func (f *Field) Blank(w World, r *Record) string {
	if f.blank == nil {
		return ""
	}
	return f.blank(w, r)
}

// Otherwise is what holds where the field says nothing, nil for nothing that is known.
func (f *Field) Otherwise(w World) Value {
	if f.otherwise == nil {
		return nil
	}
	return f.otherwise(w)
}

// Read is the field of r as people read it in a table or on paper.
func (f *Field) Read(w World, r *Record, year int) string {
	v := f.Value(w, r, year)
	if IsEmpty(v) {
		return f.Blank(w, r)
	}
	return f.Show(w, v)
}

// Assign gives the changes that make the field of r hold v: none when it
// already does.
func (f *Field) Assign(w World, r *Record, year int, v Value) ([]Change, error) {
	if f.assign != nil {
		if year == 0 {
			year = w.PlanYear()
		}
		return f.assign(w, r, year, v)
	}
	before := r.Get(f)
	if Equal(before, v) {
		return nil, nil
	}
	return []Change{{Op: Set, Kind: f.Kind, ID: r.ID, Field: f, Before: before, After: v}}, nil
}

// NewFree makes a field of the municipality's own; its values live in the
// record beside the declared ones. What it holds nobody knows, so it is sensitive
// until it is opened.
func NewFree(k *Kind, key, label string) *Field {
	return &Field{Kind: k, Key: key, Label: label, Type: LongText, Group: "Egna fält", free: true, slot: -1, Sensitive: true,
		Help: "Eget fält, behållet från en import."}
}

// Column is a field in a table or sheet, with the year of a yearly field (0:
// the plan year).
type Column struct {
	Field *Field
	Year  int
}

// Phrase is the column's heading; yearly fields carry their year.
func (c Column) Phrase(w World) string {
	if !c.Field.Yearly {
		return c.Field.Label
	}
	year := c.Year
	if year == 0 {
		year = w.PlanYear()
	}
	return c.Field.Label + " " + strconv.Itoa(year)
}
