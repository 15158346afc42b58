package field

import "fmt"

// Kind is a sort of thing: system, insats, unit, person, cost …
type Kind struct {
	Name    string // table and JSON name, "system"
	Plural  string // command-line and JSON list name, "systems"
	One     string // Swedish, "system"
	Many    string // Swedish plural, "system"
	Neuter  bool   // ett system, but en insats
	Prefix  string // of short references, "SYS"; empty: the kind has none
	Yearly  bool   // references carry the plan year: "INS-2027-014"
	Silent  bool   // not something people list or export by itself (settings)
	Answers Type   // Unit or Person: what fields of that type point at

	// Caption is what a record without a name is called, "drift 2027"; nil for
	// kinds whose records have names.
	Caption func(r *Record) string
	// Check holds the rules of a single record, as it was (nil: it is new) and as
	// it will be (nil: it is removed) in w. It is set in the init of the kind's
	// package, since such rules ask of the kind's own fields.
	Check func(w World, before, after *Record) error
	// Removing makes the changes that go before a removal; nil for most.
	Removing func(tx *Tx, r *Record) error

	fields []*Field
	byKey  map[string]*Field
	slots  int
	title  *Field
	home   *Field
	owner  *Field

	pointedBy []*Field
	rules     []*Rule
}

// NewKind makes a kind without fields.
func NewKind(k Kind) *Kind {
	k.byKey = map[string]*Field{}
	if k.Answers != Text {
		answering[k.Answers] = []*Kind{&k}
	}
	return &k
}

// Fields gives the declared fields in order. The slice must not be changed.
func (k *Kind) Fields() []*Field { return k.fields }

// Field finds a declared field by key, nil when there is none.
func (k *Kind) Field(key string) *Field { return k.byKey[key] }

// Title is the field that names a thing to people: the first one declared.
func (k *Kind) Title() *Field { return k.title }

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
		f.slot = k.slots
		k.slots++
	}
	if k.title == nil {
		k.title = f
	}
	if k.home == nil && f.Type == Unit {
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
		for _, target := range f.Targets() {
			target.pointedBy = append(target.pointedBy, f)
		}
	}
	return f
}
