package field

import (
	"fmt"
	"slices"
	"strings"
)

// Kind is a sort of thing: system, insats, unit, person, cost … It says of itself
// all that others need to know of it; nobody lists kinds but the registry.
//
// A kind whose records are parts of others' has a field that is Owning. One that
// is Silent is the program's own: it is saved, logged and undone as all else, and
// not something that people list or export by itself.
type Kind struct {
	Name   string   // table and JSON name, "system"
	Plural string   // command-line and JSON list name, "systems"
	One    string   // Swedish, "system"
	Many   string   // Swedish plural, "system"
	Also   []string // other words that people look for it by, "applikation"
	Neuter bool     // ett system, but en insats
	Prefix string   // of short references, "SYS"; empty: the kind has none
	Yearly bool     // references carry the plan year: "INS-2027-014"
	Silent bool

	Answers Type // Unit or Person: what fields of that type point at

	Sheet    string // what its sheet in a workbook is called; "" for none
	Common   bool   // people keep lists of it in Excel: a sheet whose headings fit may be one
	Words    bool   // its record holds the words of the styrmodell
	Searched bool   // found by Ctrl+K, and by its name alone on the command line
	Repeats  bool   // its records may be alike in all that tells them apart, and each counts
	Lasting  bool   // its records are never changed once they are made, only followed by others
	Counted  bool   // what its records lack counts in how complete the portfolio is
	Declares bool   // its records are fields of the municipality's own
	Further  bool   // one of "Fler register": met once it has records or the styrmodell asks for it
	Across   bool   // of what is a part of others: it has a register of its own too, on its Page
	Delivers bool   // what is delivered by what its records name: a stop of that touches them
	Icon     string // of the pictures in assets
	Page     string // where people see its records; "" for the settings
	List     string // where they see several of them; "" for its Page

	// What follows is set in the init of the kind's package, since it asks of the
	// kind's own fields. What most kinds don't need is nil.

	// Views are the lists of it that the program comes with.
	Views []View
	// Identity are the fields that tell records apart that have no name, in order,
	// and Vital those without which a record says nothing. Of other kinds it is the
	// title.
	Identity, Vital []*Field
	// Columns are the fields, in order, that the form of what a record is a part of
	// shows it by; nil: all that people may change, those Listed first.
	Columns []*Field
	// Within is the group of fields, in the form of what a record is a part of, that the
	// table stands under; "": a tab of its own.
	Within string
	// Number tells records of the same name and unit apart.
	Number *Field
	// Called are the fields that people tell records apart by in a list without names, the
	// best first; nil: a list has names.
	Called []*Field
	// Caption is what a record without a name is called, "drift 2027".
	Caption func(r *Record) string
	// Ends are the reference to what is at the one end of a record, the one to what is
	// at the other, and the text of who is there where either is empty. One end is enough,
	// and a record without a name goes by them: "Lönesystemet → Ekonomia".
	Ends *TwoEnds
	// Detail tells a record from others of its name in few words; nil: its reference
	// and unit.
	Detail func(w World, r *Record) string
	// Exact is a text that finds the record again; shared says that others have its
	// name. Nil, or "": its name, with the reference where others have it.
	Exact func(w World, r *Record, shared bool) string
	// Otherwise finds what people call by something else than its name.
	Otherwise func(w World, s string) []*Record
	// Naming is how a list names one that isn't there; nil: only those that are there
	// are meant.
	Naming *Naming
	// Unmet are the rules, by their keys, that steps which a thing has taken stand before and
	// that it doesn't meet; nil for kinds that nothing is said of.
	Unmet func(w World, r *Record) []string
	// Step is the field whose values are the states that a record goes through, and
	// Stepping takes a step there: it may say no, and writes down that it was done.
	Step     *Field
	Stepping func(tx *Tx, r *Record, to Value) error
	// Parent points at the record of the same kind that one lies under; nil for kinds
	// that are no tree.
	Parent *Field
	// Leaves is the last day that a record is there to hold a role; nil: it always is.
	Leaves *Field
	// Reached says that a record has come to where a field is Required from; nil: it
	// always has.
	Reached func(w World, r *Record, from string) bool
	// InUse says that a record is in use today, neither to come nor gone; nil: it always
	// is.
	InUse func(w World, r *Record) bool
	// Over says that a record is done with and only remembered; nil: none ever is.
	Over func(w World, r *Record) bool
	// Settled says that whom the fields of a record name that Settle is said and done, before
	// it is Over; nil: not until then.
	Settled func(w World, r *Record) bool
	// Retiring is what a record is given that isn't used any more and is kept; nil: nothing
	// says so.
	Retiring *Retiring
	// Remind says what must be done about a record.
	Remind func(w World, r *Record, say func(Reminder))
	// Check holds the rules of a single record, as it was (nil: it is new) and as
	// it will be (nil: it is removed) in w.
	Check func(w World, before, after *Record) error
	// Examine finds what is wrong with a record that lies in a file, beyond Check: what
	// only a look at several tells.
	Examine func(w World, r *Record) error
	// Notice is what is to know of a record and is no fault: an amount that doesn't count.
	// Nil, or "": nothing.
	Notice func(w World, r *Record) string
	// Under is a small table that stands under the table of an owner's records, with what it is
	// called: its first row is its headings. Nil, or no rows: nothing.
	Under func(w World, owner ID) (title string, rows [][]string)
	// Counts says which amounts count when records are added up, of all that there are of what
	// they belong to; nil: all do.
	Counts func(w World, all []*Record) func(r *Record, f *Field) bool
	// Removing makes the changes that go before a removal.
	Removing func(tx *Tx, r *Record) error

	fields []*Field
	canon  []*Field // those that are stored, by key
	byKey  map[string]*Field
	slots  int
	title  *Field
	lead   *Field // nil: the title
	home   *Field
	owner  *Field
	place  *Field // among its siblings, for those that people put in order

	joints    []*Joint
	pointedBy []*Field
	rules     []*Rule
	sequels   []*Sequel
	circles   []*Field // those by which no record comes back to itself
}

// Retiring is the field that says that a record is out of use, and its value then.
type Retiring struct {
	Field *Field
	Value Value
}

// TwoEnds are the ends of a record that goes from one to another.
type TwoEnds struct {
	From, To, Outside *Field
	BothWays          func(r *Record) bool // it goes back as well; nil: never
}

// View is a list of a kind that the program comes with: the records that pass all that
// it says.
type View struct {
	Name     string   // Swedish
	InUse    bool     // only those in use
	Lacks    []*Field // any of them is empty or vacant
	ThisYear *Field   // a day that falls in the year that is, the first first
	Most     *Field   // an amount, the largest first
}

// NewKind makes a kind without fields.
func NewKind(k Kind) *Kind {
	k.byKey = map[string]*Field{}
	if k.Answers != Text {
		answering[k.Answers] = []*Kind{&k}
		k.pointedBy = append(k.pointedBy, unanswered[k.Answers]...)
		delete(unanswered, k.Answers)
	}
	return &k
}

// Fields gives the declared fields in order. The slice must not be changed.
func (k *Kind) Fields() []*Field { return k.fields }

// Field finds a declared field by key, nil when there is none.
func (k *Kind) Field(key string) *Field { return k.byKey[key] }

// Title is the field that names a thing to people: the first one declared.
func (k *Kind) Title() *Field { return k.title }

// Lead is the field that people know a thing by in a list: its title, unless another one Leads.
func (k *Kind) Lead() *Field {
	if k.lead != nil {
		return k.lead
	}
	return k.title
}

// Home is the field that says which unit a thing belongs to: the first one of
// type Unit. It is nil for kinds that belong to none.
func (k *Kind) Home() *Field { return k.home }

// None is "inget system", "ingen insats".
func (k *Kind) None() string {
	if k.Neuter {
		return "inget " + k.One
	}
	return "ingen " + k.One
}

// Fresh is "nytt system", "ny insats".
func (k *Kind) Fresh() string {
	if k.Neuter {
		return "nytt " + k.One
	}
	return "ny " + k.One
}

// Stored gives the fields that have a column of their own, in order.
func (k *Kind) Stored() []*Field {
	var out []*Field
	for _, f := range k.fields {
		if f.Stored() {
			out = append(out, f)
		}
	}
	return out
}

func (k *Kind) add(f *Field) *Field {
	if k.byKey[f.Key] != nil {
		panic(fmt.Sprintf("field: %s.%s declared twice", k.Name, f.Key))
	}
	f.Kind = k
	f.slot = -1
	if f.compute == nil {
		if f.slot = k.slots; f.slot >= slotsAtMost {
			panic(fmt.Sprintf("field: %s keeps more than %d fields", k.Name, slotsAtMost))
		}
		k.slots++
	}
	if k.title == nil {
		k.title = f
	}
	if f.leads {
		k.lead = f
	}
	if k.home == nil && f.OfUnits() {
		k.home = f
	}
	if f.Owning {
		if k.owner != nil {
			panic(fmt.Sprintf("field: %s is part of two", k.Name))
		}
		k.owner = f
	}
	k.fields = append(k.fields, f)
	k.byKey[f.Key] = f
	if f.Stored() {
		k.canon = append(k.canon, f)
		slices.SortFunc(k.canon, func(a, b *Field) int { return strings.Compare(a.Key, b.Key) })
		if of := traitsOf[f.Type].of; of != Text && answering[of] == nil {
			unanswered[of] = append(unanswered[of], f)
		}
		for _, target := range f.Targets() {
			target.pointedBy = append(target.pointedBy, f)
		}
	}
	return f
}
