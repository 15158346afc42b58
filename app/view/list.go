// Package view makes lists of a kind: searched, filtered, sorted and summed.
// The window's tables and the command line show the same lists. It is made
// for typing in: what a keystroke costs doesn't grow with what is drawn.
package view

import (
	"iter"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// World is a portfolio that says when it has changed.
type World interface {
	field.World
	Version() int64
}

// Filter keeps records by one field.
type Filter struct {
	Field  *field.Field
	Values []string   // encoded values, any of them; units take those below them too
	Empty  bool       // instead: those where it is empty or, for a role, vacant
	IDs    []field.ID // instead: just these records
	Label  string     // Swedish, for a chip
}

// List is a list of one kind. It isn't safe for concurrent use.
type List struct {
	w       World
	kind    *field.Kind
	columns []field.Column

	query   []string
	filters []Filter
	sort    field.Column
	desc    bool

	version int64
	sorted  []*field.Record // all, in order
	rows    []*field.Record // those that pass
	texts   *Texts
	fresh   bool
}

// New makes a list of all of a kind with the listed columns, in reference
// order.
func New(w World, k *field.Kind) *List {
	return &List{w: w, kind: k, columns: Listed(w, k), version: -1, texts: NewTexts(w, k)}
}

// Listed gives the columns that a list shows unless the user chose others.
func Listed(w field.World, k *field.Kind) []field.Column {
	var out []field.Column
	for _, f := range w.Fields(k) {
		if f.Listed && !f.Hidden {
			out = append(out, field.Column{Field: f})
		}
	}
	return out
}

// Kind is the kind listed.
func (l *List) Kind() *field.Kind { return l.kind }

// Columns are the chosen columns.
func (l *List) Columns() []field.Column { return l.columns }

// SetColumns chooses the columns.
func (l *List) SetColumns(c []field.Column) { l.columns = c }

// Search keeps the records that hold every word of s, forgiving of case and
// accents.
func (l *List) Search(s string) {
	l.query, l.fresh = strings.Fields(text.Fold(s)), false
}

// SetFilters keeps the records that pass every filter.
func (l *List) SetFilters(f []Filter) { l.filters, l.fresh = f, false }

// Filters are the filters in force.
func (l *List) Filters() []Filter { return l.filters }

// Sort orders by a column; a zero column is reference order.
func (l *List) Sort(c field.Column, desc bool) {
	l.sort, l.desc, l.sorted, l.fresh = c, desc, nil, false
}

// Sorted tells the order in force.
func (l *List) Sorted() (c field.Column, desc bool) { return l.sort, l.desc }

// Total is how many there are before searching and filtering.
func (l *List) Total() int { return len(l.w.All(l.kind)) }

// Texts are what a search looks in. They may be prepared on another goroutine,
// so that the first keystroke is as quick as the others.
func (l *List) Texts() *Texts { return l.texts }

// Rows are the records that pass, in order. The slice is not to be changed.
func (l *List) Rows() []*field.Record {
	if v := l.w.Version(); v != l.version {
		l.version, l.sorted, l.fresh = v, nil, false
		l.texts.renew()
	}
	if !l.fresh {
		l.arrange()
		l.fresh = true
	}
	return l.rows
}

func (l *List) arrange() {
	if l.sorted == nil {
		l.sorted = l.order()
	}
	if len(l.query) == 0 && len(l.filters) == 0 {
		l.rows = l.sorted
		return
	}
	pass := make([]func(*field.Record) bool, 0, len(l.filters))
	for _, f := range l.filters {
		pass = append(pass, l.passes(f))
	}
	l.rows = make([]*field.Record, 0, len(l.sorted))
next:
	for _, r := range l.sorted {
		for _, p := range pass {
			if !p(r) {
				continue next
			}
		}
		if len(l.query) > 0 {
			hay := l.texts.of(r)
			for _, q := range l.query {
				if !strings.Contains(hay, q) {
					continue next
				}
			}
		}
		l.rows = append(l.rows, r)
	}
}

// passes is a filter as a question to ask of each record.
func (l *List) passes(f Filter) func(*field.Record) bool {
	switch {
	case f.IDs != nil:
		in := make(map[field.ID]bool, len(f.IDs))
		for _, id := range f.IDs {
			in[id] = true
		}
		return func(r *field.Record) bool { return in[r.ID] }
	case f.Empty && f.Field.IsHeld():
		return func(r *field.Record) bool { return !field.Held(l.w, r, field.RolesField{Field: f.Field}) }
	case f.Empty:
		return func(r *field.Record) bool { return field.IsEmpty(f.Field.Value(l.w, r, 0)) }
	}
	want := map[string]bool{}
	for _, v := range f.Values {
		want[v] = true
	}
	return func(r *field.Record) bool {
		v := f.Field.Value(l.w, r, 0)
		if field.IsEmpty(v) {
			return want[""]
		}
		for key := range Keys(l.w, f.Field, v) {
			if want[key] {
				return true
			}
		}
		return false
	}
}

// Keys are what a filter on f finds a value by, none for an empty one: what it
// points at today, with the units that a unit lies under, else the value encoded.
func Keys(w field.World, f *field.Field, v field.Value) iter.Seq[string] {
	return func(yield func(string) bool) {
		switch {
		case field.IsEmpty(v):
		case !f.Points():
			yield(field.Encode(v))
		case f.OfUnits():
			id, _ := v.(field.ID)
			for u := range field.Up(w, id) {
				if !yield(string(u.ID)) {
					return
				}
			}
		default:
			for _, id := range field.Current(v, w.Today()) {
				if !yield(string(id)) {
					return
				}
			}
		}
	}
}

// Text is a cell as people read it.
func (l *List) Text(r *field.Record, c field.Column) string {
	return c.Field.Read(l.w, r, c.Year)
}

// Sum adds a money or number column over the rows; ok is false for others, and
// when none of the rows has a value.
func (l *List) Sum(c field.Column) (total int64, ok bool) {
	if !c.Field.Sums() {
		return 0, false
	}
	for _, r := range l.Rows() {
		if n, adds := field.Addend(c.Field.Value(l.w, r, c.Year)); adds {
			total, ok = total+n, true
		}
	}
	return total, ok
}

// Concerns says whether something of the kinds that changed may show in the list.
func (l *List) Concerns(changed func(*field.Kind) bool) bool { return concerns(l.w, l.kind, changed) }
