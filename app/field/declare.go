package field

import "itportfoljen/app/base/link"

// Opt adds something to a declaration.
type Opt func(*Field)

// In places the field in a group of the form.
func In(group string) Opt { return func(f *Field) { f.Group = group } }

// Help gives the Swedish help text.
func Help(s string) Opt { return func(f *Field) { f.Help = s } }

// Guided says what filling in the field, record by record, is called: "Utse systemägare".
func Guided(s string) Opt { return func(f *Field) { f.Guided = s } }

// Short gives a short column heading.
func Short(s string) Opt { return func(f *Field) { f.Short = s } }

// Also gives other headings that people use for the field.
func Also(names ...string) Opt { return func(f *Field) { f.Synonyms = append(f.Synonyms, names...) } }

// Maybe gives headings that may mean the field, or another: what they were read as is told.
func Maybe(names ...string) Opt { return func(f *Field) { f.Maybe = append(f.Maybe, names...) } }

// Of gives the alternatives of a choice.
func Of(options ...Option) Opt { return func(f *Field) { f.Options = options } }

// FromModel takes the alternatives from a list of the governance model.
func FromModel(list string) Opt { return func(f *Field) { f.Model = list } }

// Else names the field that takes text this one can't read.
func Else(t TextField) Opt { return func(f *Field) { f.Fallback = t.Field } }

// Required makes the field count in completeness, always ("") or from when the kind
// says: a phase, or that it is in service.
func Required(from string) Opt { return func(f *Field) { f.Required, f.From = true, from } }

// Normalise checks and tidies a typed text.
func Normalise(fn func(string) (string, error)) Opt { return func(f *Field) { f.normalise = fn } }

// Between gives the least and the most that may be written in a number; what an older
// file holds is left as it is.
func Between(least, most int64) Opt { return func(f *Field) { f.between = &[2]int64{least, most} } }

// Like takes over from the field that another one shows how it is told of and what may
// be written.
func Like(of *Field) Opt {
	return func(f *Field) {
		f.Help, f.Short, f.LastDay, f.Months, f.Whole, f.between = of.Help, of.Short, of.LastDay, of.Months, of.Whole, of.between
	}
}

// Link makes a text say where something is found: a file, kept relative where it lies under
// the portfolio's folder, or an address.
func Link(f *Field) { f.Link, f.normalise = true, link.Read }

// Width sets the column's width in characters.
func Width(n int) Opt { return func(f *Field) { f.Width = n } }

// Sensitive, First, Hidden, Incoming, Vocabulary, Listed, Found, Monthly, LastDay, Months, Whole, Each, Makes,
// Settles and Afterwards set the flag of that name.
func Sensitive(f *Field)  { f.Sensitive = true }
func First(f *Field)      { f.First = true }
func Monthly(f *Field)    { f.Monthly = true }
func LastDay(f *Field)    { f.LastDay = true }
func Months(f *Field)     { f.Months = true }
func Whole(f *Field)      { f.Whole = true }
func Each(f *Field)       { f.Each = true }
func Hidden(f *Field)     { f.Hidden = true }
func Incoming(f *Field)   { f.Hidden, f.Incoming = true, true }
func Vocabulary(f *Field) { f.Vocabulary = true }
func Listed(f *Field)     { f.Listed = true }
func Found(f *Field)      { f.Found = true }
func Makes(f *Field)      { f.Makes = true }
func Settles(f *Field)    { f.Settles = true }
func Afterwards(f *Field) { f.Afterwards = true }

// Computed makes the field follow from others; it is never stored.
func Computed(fn func(w World, r *Record) Value) Opt {
	return func(f *Field) {
		f.ReadOnly = true
		f.compute = func(w World, r *Record, _ int) Value { return fn(w, r) }
	}
}

// FromFile makes the field what a file that was read in said: it is kept, and never typed, pasted
// or read from a list.
func FromFile(f *Field) { f.ReadOnly = true }

// Leads makes the field the one that people know a record by in a list, of a kind whose title
// doesn't say it.
func Leads(f *Field) { f.leads = true }

// Follows says of which other kinds a computed field tells, when it is neither kept in them
// nor a view of them: a list of it isn't the same when they change.
func Follows(kinds func() []*Kind) Opt { return func(f *Field) { f.follows = kinds } }

// Blank says why a field has no value, for those who read it and ask
// themselves; "" when there is nothing to say.
func Blank(fn func(w World, r *Record) string) Opt { return func(f *Field) { f.blank = fn } }

// Otherwise says what holds where nothing is said: it can be written over, and holds again when
// that is taken away.
func Otherwise(fn func(w World) Value) Opt { return func(f *Field) { f.otherwise = fn } }

// PerYear makes the field an amount of a year that is kept elsewhere, in records
// that point here by via: read gives it and write gives the changes that set it.
func PerYear(via *Field, read func(w World, r *Record, year int) Value, write func(w World, r *Record, year int, v Value) ([]Change, error)) Opt {
	return func(f *Field) { f.Yearly, f.Via, f.compute, f.assign = true, via, read, write }
}

// Elsewhere makes the field a view of what is kept elsewhere, in records that point
// here by via or in what those point at: read gives it and write gives the changes
// that set it, or says why it can't be set from here.
func Elsewhere(via *Field, read func(w World, r *Record) Value, write func(w World, r *Record, v Value) ([]Change, error)) Opt {
	return func(f *Field) {
		f.Via = via
		f.compute = func(w World, r *Record, _ int) Value { return read(w, r) }
		f.assign = func(w World, r *Record, _ int, v Value) ([]Change, error) { return write(w, r, v) }
	}
}

// Asked is a field of no record's, for a form that asks for one of a kind that answers.
func Asked(k *Kind, label string) *Field {
	return &Field{Kind: k, Key: "asked", Label: label, Type: k.Answers, slot: -1}
}

// New declares a field of any type; those of one type have a New of their own, with
// typed access.
func New(k *Kind, t Type, key, label string, opts ...Opt) *Field {
	f := &Field{Key: key, Label: label, Type: t}
	for _, o := range opts {
		o(f)
	}
	return k.add(f)
}

func get[T any](r *Record, f *Field) T {
	v, _ := r.Get(f).(T)
	return v
}
