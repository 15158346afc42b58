package view

import (
	"slices"

	"itportfoljen/app/field"
)

// news are records that have changed since the rows were made.
type news struct {
	from, to int64 // versions
	records  map[field.ID]bool
}

// reach says whether the news tell of all that changed from one version to another.
func (n *news) reach(from, to int64) bool { return n.records != nil && n.from == from && n.to == to }

// Changed tells what an entry changed: the portfolio's version after it, and the
// records of it and those that show them. What isn't told of is found out by reading
// all anew.
func (l *List) Changed(version int64, records map[field.ID]bool) {
	switch {
	case l.news.records == nil && version == l.version+1:
		l.news = news{from: l.version, to: version, records: map[field.ID]bool{}}
	case l.news.records == nil || version != l.news.to+1:
		return
	}
	l.news.to = version
	for id := range records {
		l.news.records[id] = true
	}
}

// take places the records that have changed anew, and no others. It tells whether
// that is enough.
func (l *List) take() bool {
	if l.old.records || l.root == nil {
		return false
	}
	touched, ok := l.touched()
	if !ok || len(touched) > 100+len(l.sorted)/10 {
		return false
	}
	l.texts.accept(touched)
	if l.old.order || l.old.sums || l.old.paths || l.old.pass { // all are to be placed by something else
		return false
	}
	path := l.pathOf()
	for id := range touched { // all before any comes back, so that a group that is called anew is made anew
		l.leave(l.byID[id])
	}
	for id := range touched {
		if r := l.w.Get(id); r != nil && r.Kind == l.kind {
			l.enter(&entry{r: r, ranks: l.rank(r), adds: l.addends(r), path: path(r), pass: l.passesAll(r)})
		}
	}
	l.old.lines = true
	return true
}

// touched are the listed records that the news may show in; ok is false when that may
// be in all of them.
func (l *List) touched() (out map[field.ID]bool, ok bool) {
	out = map[field.ID]bool{}
	follows := l.kind.Follows()
	for id := range l.news.records {
		r := l.w.Get(id)
		switch {
		case r == nil:
			if l.byID[id] != nil {
				out[id] = true
			} else if len(follows) > 0 || slices.ContainsFunc(l.filters, func(f Filter) bool { return f.Field != nil && f.Field.Kind != l.kind }) {
				return nil, false // it may be what pointed here, or was told of
			}
		case r.Kind == l.kind:
			if r.Kind.Parent != nil || r.Kind.Counts != nil {
				return nil, false
			}
			out[id] = true
		case r.Kind == Kind: // a kept view shows in no list
		case r.Kind.Silent:
			return nil, false
		case slices.Contains(follows, r.Kind), slices.ContainsFunc(l.filters, func(f Filter) bool { return f.Field != nil && f.Field.Kind == r.Kind }):
			return nil, false
		case slices.Contains(l.texts.naming, r.Kind):
			if !l.naming(r, out) {
				return nil, false
			}
		}
	}
	return out, true
}

// naming adds the listed records that name another; it tells whether those are known.
func (l *List) naming(r *field.Record, out map[field.ID]bool) bool {
	if r.Kind.Parent != nil { // a name that stands in the paths of others
		return false
	}
	for _, f := range l.kind.Fields() {
		switch {
		case !f.MayPointAt(r.Kind):
		case !f.Stored():
			return false
		default:
			for _, p := range l.w.Pointing(f, r.ID) {
				out[p.ID] = true
			}
		}
	}
	return true
}

// leave takes an entry out.
func (l *List) leave(e *entry) {
	if e == nil {
		return
	}
	l.sorted = without(l.sorted, e, l.compare)
	delete(l.byID, e.r.ID)
	if e.shown {
		g := l.groupOf(e)
		g.entries = without(g.entries, e, l.compare)
		g.add(e, -1)
		l.drop(g)
	}
}

// drop takes away a group that has no rows left, and those around it that haven't.
func (l *List) drop(g *Group) {
	for ; g.Count == 0 && g.parent != nil; g = g.parent {
		delete(l.groups, g.Key)
		g.parent.inner = slices.DeleteFunc(g.parent.inner, func(in *Group) bool { return in == g })
	}
}

// enter puts an entry in its place.
func (l *List) enter(e *entry) {
	l.sorted = with(l.sorted, e, l.compare)
	l.byID[e.r.ID] = e
	if e.shown = e.pass && l.found(e.r); e.shown {
		g := l.groupOf(e)
		l.root.order()
		g.entries = with(g.entries, e, l.compare)
		g.add(e, 1)
	}
}

func without(list []*entry, e *entry, compare func(a, b *entry) int) []*entry {
	if i, found := slices.BinarySearchFunc(list, e, compare); found && list[i] == e {
		return slices.Delete(list, i, i+1)
	}
	return slices.DeleteFunc(list, func(other *entry) bool { return other == e })
}

func with(list []*entry, e *entry, compare func(a, b *entry) int) []*entry {
	i, _ := slices.BinarySearchFunc(list, e, compare)
	return slices.Insert(list, i, e)
}
