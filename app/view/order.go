package view

import (
	"cmp"
	"slices"

	"itportfoljen/app/field"
)

// entry is a record with what its place in the list follows from, so that one that
// changes is placed anew without the others.
type entry struct {
	r     *field.Record
	ranks []field.Rank // by the orders
	adds  []addend     // by the summed columns
	path  []step       // the groups that it lies in, the outermost first
	pass  bool         // the filters
	shown bool         // it passes the search too, and is counted in its groups
}

// order sorts all records; empty values come last whichever way, and equals keep the
// order of references.
func (l *List) order(anew bool) {
	if anew {
		all := l.w.All(l.kind)
		l.sorted = make([]*entry, len(all))
		l.byID = make(map[field.ID]*entry, len(all))
		entries := make([]entry, len(all))
		for i, r := range all {
			entries[i].r = r
			l.sorted[i], l.byID[r.ID] = &entries[i], &entries[i]
		}
	}
	l.ranks = l.ranks[:0]
	for _, o := range l.orders {
		l.ranks = append(l.ranks, l.ranker(o.Column))
	}
	for _, e := range l.sorted {
		e.ranks = l.rank(e.r)
	}
	if len(l.orders) > 0 || !anew {
		slices.SortFunc(l.sorted, l.compare)
	}
}

func (l *List) ranker(c field.Column) func(*field.Record) field.Rank {
	if c.Field == nil {
		return func(*field.Record) field.Rank { return field.Rank{} }
	}
	rank := c.Field.Ranks(l.w)
	return func(r *field.Record) field.Rank { return rank(c.Field.Value(l.w, r, c.Year)) }
}

func (l *List) rank(r *field.Record) []field.Rank {
	if len(l.ranks) == 0 {
		return nil
	}
	out := make([]field.Rank, len(l.ranks))
	for i, rank := range l.ranks {
		out[i] = rank(r)
	}
	return out
}

// compare orders two records as the list is ordered; no two are equal.
func (l *List) compare(a, b *entry) int {
	for i, o := range l.orders {
		n := 0
		if o.Column.Field == nil {
			n = field.InOrder(a.r, b.r)
		} else {
			n = compareRanks(a.ranks[i], b.ranks[i])
		}
		switch {
		case n == 0:
		case o.Desc && !a.ranks[i].None && !b.ranks[i].None:
			return -n
		default:
			return n
		}
	}
	return field.InOrder(a.r, b.r)
}

func compareRanks(a, b field.Rank) int {
	if a.None || b.None {
		return cmp.Compare(b2i(a.None), b2i(b.None))
	}
	return cmp.Or(cmp.Compare(a.N, b.N), cmp.Compare(a.S, b.S))
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// prepareFilters asks each record the questions of the filters.
func (l *List) prepareFilters() {
	l.pass = l.pass[:0]
	for _, f := range l.filters {
		l.pass = append(l.pass, l.passes(f))
	}
	for _, e := range l.sorted {
		e.pass = l.passesAll(e.r)
	}
}

func (l *List) passesAll(r *field.Record) bool {
	for _, p := range l.pass {
		if !p(r) {
			return false
		}
	}
	return true
}
