package field

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"

	"itportfoljen/app/base/text"
)

// ID is a record's lasting identity, a UUIDv7.
type ID string

var reID = regexp.MustCompile(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)

// IsID says that a text has the form of an identity.
func IsID(s string) bool { return reID.MatchString(s) }

// Record is one thing of a kind. It is never changed once others can see it.
type Record struct {
	Kind    *Kind
	ID      ID
	Ref     string // "SYS-0042"; empty when the kind has none
	held    held
	free    map[string]string
	Created string // RFC 3339, UTC
	Changed string
}

// NewRecord makes an empty record.
func NewRecord(k *Kind, id ID) *Record {
	return &Record{Kind: k, ID: id}
}

// Expect makes room for so many values in a record that is being built.
func (r *Record) Expect(values int) { r.held.values = slices.Grow(r.held.values, values) }

// Get gives the stored value of f, nil when empty.
func (r *Record) Get(f *Field) Value {
	if f.free {
		if s, ok := r.free[f.Key]; ok {
			return f.ownValue(s)
		}
		return nil
	}
	if f.slot < 0 {
		return nil
	}
	return r.held.get(f.slot)
}

// Put stores v while the record is being built; never on a record that others
// can see. An empty value is stored as nil.
func (r *Record) Put(f *Field, v Value) *Record {
	if IsEmpty(v) {
		v = nil
	}
	switch {
	case f.free && v == nil:
		delete(r.free, f.Key)
	case f.free:
		if r.free == nil {
			r.free = map[string]string{}
		}
		r.free[f.Key] = Encode(v)
	case f.slot >= 0:
		r.held.put(f.slot, v)
	}
	return r
}

// FillIn gives a record that is being built the first alternative of the fields
// that a new one is to have it in, where nothing else is said.
func (r *Record) FillIn(w World) {
	for _, f := range r.Kind.fields {
		if f.First && r.Get(f) == nil {
			r.Put(f, f.Start(w))
		}
	}
}

// Start is what the field is in a new record where nothing is said.
func (f *Field) Start(w World) Value {
	if options := f.Alternatives(w); f.First && len(options) > 0 {
		return options[0].Key
	}
	return nil
}

// Tidy makes every value of a record that is being built what its field may
// hold.
func (r *Record) Tidy() {
	for _, f := range r.Kind.fields {
		if v := r.Get(f); v != nil {
			r.Put(f, f.Tidy(v))
		}
	}
	for key, s := range r.free {
		r.free[key] = text.Lines(s)
	}
}

// Clone copies the record so that the copy can be Put to.
func (r *Record) Clone() *Record {
	c := *r
	c.held = r.held.clone()
	c.free = maps.Clone(r.free)
	return &c
}

// Same says whether two records hold the same.
func (r *Record) Same(o *Record) bool {
	return r == o || r.Created == o.Created && r.Changed == o.Changed && r.Alike(o)
}

// Alike says whether two records hold the same, whenever that was.
func (r *Record) Alike(o *Record) bool {
	return r.Kind == o.Kind && r.ID == o.ID && r.Ref == o.Ref && r.held.same(&o.held) && maps.Equal(r.free, o.free)
}

// Values goes through the declared fields that have a value, by key.
func (r *Record) Values(yield func(*Field) bool) {
	for _, f := range r.Kind.canon {
		if v := r.Get(f); v != nil && !IsEmpty(v) && !yield(f) {
			return
		}
	}
}

// FreeValues gives the values of the municipality's own fields by key.
func (r *Record) FreeValues() map[string]string { return r.free }

// SetFree replaces them while the record is being built.
func (r *Record) SetFree(m map[string]string) { r.free = m }

// Name is what people call the record: its title, else its reference.
func (r *Record) Name() string {
	if r == nil {
		return ""
	}
	if s, _ := r.Get(r.Kind.title).(string); s != "" {
		return s
	}
	return r.Ref
}

// Home is the unit that the record belongs to, "" for none.
func (r *Record) Home() ID {
	if r.Kind.home == nil {
		return ""
	}
	id, _ := r.Get(r.Kind.home).(ID)
	return id
}

// InOrder compares records of a kind by reference, year before number and
// shorter numbers first, then by age. Neither part of a record ever changes.
func InOrder(a, b *Record) int {
	if a.Ref != b.Ref {
		i, j := strings.LastIndexByte(a.Ref, '-')+1, strings.LastIndexByte(b.Ref, '-')+1
		return cmp.Or(cmp.Compare(a.Ref[:i], b.Ref[:j]), cmp.Compare(len(a.Ref), len(b.Ref)), cmp.Compare(a.Ref, b.Ref))
	}
	return cmp.Compare(a.ID, b.ID)
}

// Reserved says whether sheets and documents use the key for the record itself,
// so that no field may have it.
func Reserved(key string) bool { return key == "id" || key == "ref" || key == "kind" }

// Op is what a change does.
type Op uint8

// The operations.
const (
	Set    Op = iota // one field of a record
	Create           // a record
	Delete           // a record
)

// Change is one step of a change set.
type Change struct {
	Op            Op
	Kind          *Kind
	ID            ID
	Field         *Field  // Set
	Before, After Value   // Set
	Record        *Record // Create: the new one; Delete: the one that goes
	Owner         ID      // what the record is a part of
	Since         string  // Set, Delete: when the record was last changed before, RFC 3339
	Erased        bool    // read from the journal, where some of its texts have been erased
	Lost          [2]bool // Set: whether Before and After have
}

// Inverse is the change that takes this one back.
func (c Change) Inverse() Change {
	c.Before, c.After = c.After, c.Before
	switch c.Op {
	case Create:
		c.Op = Delete
	case Delete:
		c.Op = Create
	}
	return c
}
