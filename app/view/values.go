package view

import (
	"cmp"
	"slices"
	"strconv"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Value is a value that occurs among the records, for a filter to keep.
type Value struct {
	Key   string // what Keys gives; "" where there is none
	Label string
	Count int
}

// Values are those that occur in a column among the records that pass some filters and
// the search, with how many have each, in the order of the field's alternatives, of
// years or of their names. lacking is how many a filter on what lacks one would keep: a
// role whose holder has left is vacant, and hers.
func (l *List) Values(c field.Column, among []Filter) (out []Value, lacking int) {
	l.renew()
	f := Filter{Field: c.Field, Year: c.Year}
	value := l.value(f)
	counts := map[string]int{}
	for _, r := range l.passing(among) {
		for key := range l.keys(c.Field, value(r)) {
			counts[key]++
		}
		if l.empty(r, c.Field, c.Year) {
			lacking++
		}
	}
	for key, n := range counts {
		out = append(out, Value{Key: key, Label: text.Capital(KeyLabel(l.w, c.Field, key)), Count: n})
	}
	at := map[string]int{} // below 0; what is no alternative any more comes last
	if c.Field.HasAlternatives() {
		all := c.Field.Alternatives(l.w)
		for i, o := range all {
			at[o.Key] = i - len(all)
		}
	}
	labels := text.Keys{}
	slices.SortFunc(out, func(a, b Value) int {
		return cmp.Or(cmp.Compare(at[a.Key], at[b.Key]), cmp.Compare(year(c.Field, a.Key), year(c.Field, b.Key)), labels.Compare(a.Label, b.Label))
	})
	return out, lacking
}

// year is what years are sorted by; 0 of other keys.
func year(f *field.Field, key string) int {
	if !f.IsDay() && !f.IsYear() {
		return 0
	}
	n, err := strconv.Atoi(key)
	if err != nil {
		return 0
	}
	return n
}

// Count is how many records pass some filters, and the search.
func (l *List) Count(among []Filter) int {
	l.renew()
	return len(l.passing(among))
}

// passing are the records that pass some filters, and the search.
func (l *List) passing(filters []Filter) []*field.Record {
	var asks []func(*field.Record) bool
	for _, f := range filters {
		asks = append(asks, l.passes(f))
	}
	var out []*field.Record
	for _, e := range l.sorted {
		if l.found(e.r) && !slices.ContainsFunc(asks, func(ask func(*field.Record) bool) bool { return !ask(e.r) }) {
			out = append(out, e.r)
		}
	}
	return out
}
