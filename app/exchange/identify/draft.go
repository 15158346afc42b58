package identify

import (
	"slices"
	"strings"

	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// Draft is the portfolio as it would be with the changes so far: later rows
// see what earlier ones made.
type Draft struct {
	*field.Tx
	named []field.ID // made since the book names them
	err   error      // the first thing that couldn't be done; none should
}

// NewDraft is the portfolio without changes.
func NewDraft(w field.World) *Draft { return &Draft{Tx: field.NewTx(w)} }

// Err is the first thing that couldn't be done.
func (d *Draft) Err() error { return d.err }

func (d *Draft) keep(err error) {
	if d.err == nil {
		d.err = err
	}
}

// Make adds a record. Until the plan is handed over it may still be built on.
func (d *Draft) Make(r *field.Record) { d.keep(d.Create(r)) }

// Take carries out changes, such as those that Field.Assign gives.
func (d *Draft) Take(changes []field.Change) {
	for _, c := range changes {
		d.keep(d.Carry(c))
	}
}

// set gives a record's field a value.
func (d *Draft) set(r *field.Record, f *field.Field, v field.Value) { d.keep(d.Set(r.ID, f, v)) }

// name makes a record of which only the name is known, and what it lies under.
func (d *Draft) name(k *field.Kind, name string, under field.ID) *field.Record {
	return d.nameAs(d.NewID(), k, name, under)
}

// nameAs is name with an identity that the file gives.
func (d *Draft) nameAs(id field.ID, k *field.Kind, name string, under field.ID) *field.Record {
	r := field.NewRecord(k, id).Put(k.Title(), name)
	if k.Parent != nil {
		r.Put(k.Parent, under)
	}
	if k.Naming.Fill != nil {
		k.Naming.Fill(r)
	}
	r.FillIn(d)
	d.Make(r)
	d.named = append(d.named, r.ID)
	return r
}

// Made are records of a kind that were made since the book names them.
type Made struct {
	Kind  *field.Kind
	Names []string // of those in a tree their paths
}

// Named are the records that were made since the book names them, of every kind
// that some may be made of.
func (d *Draft) Named() []Made {
	var out []Made
	at := map[*field.Kind]int{}
	for _, k := range d.Kinds() {
		if k.Naming != nil {
			at[k] = len(out)
			out = append(out, Made{Kind: k})
		}
	}
	for _, id := range d.named {
		m := &out[at[d.Get(id).Kind]]
		m.Names = append(m.Names, pathOf(d, id))
	}
	return out
}

// pathOf is the names of a record and those that it lies under, from the top.
func pathOf(w field.World, id field.ID) string {
	var names []string
	for r := range field.Up(w, id) {
		names = append(names, r.Name())
	}
	slices.Reverse(names)
	return strings.Join(names, org.PathSeparator)
}
