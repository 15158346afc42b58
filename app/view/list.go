// Package view makes lists of a kind: searched, filtered, sorted, grouped and summed,
// and the views of them that people keep. The window's tables and the command line show
// the same lists. It is made for typing in: what a keystroke costs doesn't grow with
// what is drawn, and what one record costs doesn't grow with how many there are.
package view

import (
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// World is a portfolio that says when it has changed.
type World interface {
	field.World
	Version() int64
}

// List is a list of one kind. It isn't safe for concurrent use.
type List struct {
	w       World
	kind    *field.Kind
	columns []field.Column

	query   []string
	filters []Filter
	orders  []Order
	group   field.Column
	folded  map[string]bool // groups by key

	version int64 // what the rows were made from
	today   date.Date
	news    news // what has changed since then, as far as it is known
	old     stale

	byID   map[field.ID]*entry
	sorted []*entry // all, in order
	pass   []func(*field.Record) bool
	ranks  []func(*field.Record) field.Rank
	summed []field.Column
	counts func(*field.Record, *field.Field) bool // which amounts are added
	root   *Group                                 // of those that pass; its groups, or its entries when there are none
	groups map[string]*Group
	rows   []*field.Record // those that pass, in the order of their groups
	lines  []Line
	texts  *Texts
}

// stale is what must be made anew before the rows are read.
type stale struct{ records, order, sums, paths, pass, rows, lines bool }

// New makes a list of all of a kind with the listed columns, in reference
// order.
func New(w World, k *field.Kind) *List {
	return &List{w: w, kind: k, columns: Listed(w, k), version: -1, texts: NewTexts(w, k), folded: map[string]bool{}}
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
func (l *List) SetColumns(c []field.Column) { l.columns, l.old.sums = c, true }

// Search keeps the records that hold every word of s, forgiving of case and
// accents.
func (l *List) Search(s string) {
	if q := strings.Fields(text.Fold(s)); !slices.Equal(q, l.query) {
		l.query, l.old.rows = q, true
	}
}

// SetFilters keeps the records that pass every filter.
func (l *List) SetFilters(f []Filter) { l.filters, l.old.pass = f, true }

// Filters are the filters in force.
func (l *List) Filters() []Filter { return l.filters }

// Sort orders by columns, the first before the others; none is reference order.
func (l *List) Sort(orders ...Order) { l.orders, l.old.order = orders, true }

// Sorted tells the order in force.
func (l *List) Sorted() []Order { return l.orders }

// Total is how many there are before searching and filtering.
func (l *List) Total() int { return len(l.w.All(l.kind)) }

// Texts are what a search looks in. They may be prepared on another goroutine,
// so that the first keystroke is as quick as the others.
func (l *List) Texts() *Texts { return l.texts }

// Rows are the records that pass, in order: by group where there are groups, those
// that are folded too. The slice is not to be changed.
func (l *List) Rows() []*field.Record {
	l.renew()
	return l.rows
}

// Text is a cell as people read it.
func (l *List) Text(r *field.Record, c field.Column) string {
	return c.Field.Read(l.w, r, c.Year)
}

// Sum adds a money or number column over the rows; ok is false for others, and
// when none of the rows has a value.
func (l *List) Sum(c field.Column) (total int64, ok bool) {
	l.renew()
	if i := slices.Index(l.summed, c); i >= 0 {
		return l.root.sums[i].total, l.root.sums[i].has > 0
	}
	if !c.Field.Sums() {
		return 0, false
	}
	counts := l.counting()
	for _, r := range l.rows {
		if n, adds := field.Addend(c.Field.Value(l.w, r, c.Year)); adds && counts(r, c.Field) {
			total, ok = total+n, true
		}
	}
	return total, ok
}

// Concerns says whether something of the kinds that changed may show in the list.
func (l *List) Concerns(changed func(*field.Kind) bool) bool {
	if slices.ContainsFunc(l.filters, func(f Filter) bool { return f.Field != nil && f.Field.Kind != l.kind && changed(f.Field.Kind) }) {
		return true
	}
	return concerns(l.w, l.kind, changed)
}

// renew makes anew what is old.
func (l *List) renew() {
	if v, today := l.w.Version(), l.w.Today(); v != l.version || today != l.today {
		if !l.news.reach(l.version, v) || today != l.today || !l.take() {
			l.old.records = true
			l.texts.renew()
		}
		l.version, l.today, l.news = v, today, news{}
	}
	if l.old == (stale{}) {
		return
	}
	o := l.old
	l.old = stale{}
	if o.records || o.order {
		l.order(o.records)
	}
	if o.records || o.sums {
		l.prepareSums()
	}
	if o.records || o.paths {
		l.preparePaths()
	}
	if o.records || o.pass {
		l.prepareFilters()
	}
	if o != (stale{lines: true}) {
		l.arrange()
	}
	l.flatten()
}

// arrange puts those that pass in their groups.
func (l *List) arrange() {
	l.root, l.groups = &Group{sums: make([]sum, len(l.summed))}, map[string]*Group{}
	for _, e := range l.sorted {
		if e.shown = e.pass && l.found(e.r); e.shown {
			g := l.groupOf(e)
			g.entries = append(g.entries, e)
			g.add(e, 1)
		}
	}
	l.root.order()
}

// found says whether a record holds every word that is searched for.
func (l *List) found(r *field.Record) bool {
	return len(l.query) == 0 || holdsAll(l.texts.of(r), l.query)
}
