package field

import "fmt"

// Kind is a sort of thing: system, insats, unit, person, cost …
type Kind struct {
	Name   string // table and JSON name, "system"
	Plural string // command-line and JSON list name, "systems"
	One    string // Swedish, "system"
	Many   string // Swedish plural, "system"
	Neuter bool   // ett system, but en insats
	Prefix string // of short references, "SYS"; empty: the kind has none
	Yearly bool   // references carry the plan year: "INS-2027-014"
	Silent bool   // not something people list or export by itself (settings)

	fields []*Field
	byKey  map[string]*Field
	slots  int
	title  *Field
	home   *Field
}

// NewKind makes a kind without fields.
func NewKind(k Kind) *Kind {
	k.byKey = map[string]*Field{}
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
	k.fields = append(k.fields, f)
	k.byKey[f.Key] = f
	return f
}
