package view

import (
	"slices"
	"strconv"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Group is some of the rows, those that have the same in the column that the list is
// grouped by. Units make groups in groups, as they lie under each other. Each record
// stands in one group, so that the sums add up to the whole: one that several persons
// hold stands under them together.
type Group struct {
	Key   string // names the group across changes
	Label string // with those around it that hold nothing else: "Socialnämnden › Socialförvaltningen"
	Level int    // 0 is the outermost
	Count int    // how many rows it has, with those of the groups in it
	Open  bool

	name     string
	rank     field.Rank
	parent   *Group
	inner    []*Group
	entries  []*entry
	sums     []sum
	unsorted bool
}

// Line is a line of a grouped list: the heading of a group, or a record.
type Line struct {
	Group  *Group
	Record *field.Record
}

// step is a group on the way to a record.
type step struct {
	key, label string
	rank       field.Rank
}

type addend struct {
	n  int64
	is bool
}

type sum struct {
	total int64
	has   int // how many have something to add
}

// add counts an entry in the group and those around it; −1 takes it out.
func (g *Group) add(e *entry, sign int) {
	for ; g != nil; g = g.parent {
		g.Count += sign
		for i, a := range e.adds {
			if a.is {
				g.sums[i].total += int64(sign) * a.n
				g.sums[i].has += sign
			}
		}
	}
}

// Grouped is the column that the list is grouped by; one without a field is none.
func (l *List) Grouped() field.Column { return l.group }

// Group groups by a column; one without a field by none.
func (l *List) Group(c field.Column) {
	if c != l.group {
		clear(l.folded)
	}
	l.group, l.old.paths = c, true
}

// Groups says whether lists may be grouped by a field.
func Groups(f *field.Field) bool {
	switch {
	case f.Hidden:
		return false
	case f.IsDay(), f.IsYear(), f.Points(), f.KnownWords(), f.Vocabulary, f.IsTags():
		return true
	}
	return false
}

// Lines are the rows with the headings of their groups, without those that are folded.
// The slice is not to be changed.
func (l *List) Lines() []Line {
	l.renew()
	return l.lines
}

// Groups are the groups of the list, as their headings come, those that lie in folded
// ones too.
func (l *List) Groups() []*Group {
	l.renew()
	var out []*Group
	var walk func(g *Group)
	walk = func(g *Group) {
		for _, in := range g.inner {
			if in.Count > 0 {
				in = in.only(g.Level + 1)
				out = append(out, in)
				walk(in)
			}
		}
	}
	l.root.Level = unseen
	walk(l.root)
	return out
}

// SumOf adds a column of the list over a group; ok is false when none of its rows has a
// value, and lacks is how many haven't.
func (l *List) SumOf(g *Group, c field.Column) (total int64, lacks int, ok bool) {
	i := slices.Index(l.summed, c)
	if i < 0 {
		return 0, 0, false
	}
	s := g.sums[i]
	return s.total, g.Count - s.has, s.has > 0
}

// prepareSums reads what each record adds to the sums of the columns.
func (l *List) prepareSums() {
	l.summed = nil
	for _, c := range l.columns {
		if c.Field.Sums() {
			l.summed = append(l.summed, c)
		}
	}
	l.counts = l.counting()
	for _, e := range l.sorted {
		e.adds = l.addends(e.r)
	}
}

// counting says which amounts are added, where the kind has a word in it.
func (l *List) counting() func(*field.Record, *field.Field) bool {
	if l.kind.Counts == nil {
		return func(*field.Record, *field.Field) bool { return true }
	}
	return l.kind.Counts(l.w, l.w.All(l.kind))
}

func (l *List) addends(r *field.Record) []addend {
	if len(l.summed) == 0 {
		return nil
	}
	out := make([]addend, len(l.summed))
	for i, c := range l.summed {
		if !l.counts(r, c.Field) {
			continue
		}
		out[i].n, out[i].is = field.Addend(c.Field.Value(l.w, r, c.Year))
	}
	return out
}

// preparePaths finds which groups each record lies in.
func (l *List) preparePaths() {
	path := l.pathOf()
	for _, e := range l.sorted {
		e.path = path(e.r)
	}
}

// pathOf gives the way to a record through its groups.
func (l *List) pathOf() func(*field.Record) []step {
	c, w := l.group, l.w
	if c.Field == nil {
		return func(*field.Record) []step { return nil }
	}
	known := map[string][]step{}
	none := []step{{label: c.Field.Heading() + " saknas", rank: field.Rank{None: true}}}
	rank := c.Field.Ranks(w)
	return func(r *field.Record) []step {
		v := c.Field.Value(w, r, c.Year)
		if d, is := v.(date.Date); is && !d.IsZero() {
			year := strconv.Itoa(d.Year())
			return []step{{key: year, label: year, rank: field.Rank{N: int64(d.Year())}}}
		}
		ids := field.Current(v, w.Today())
		key := field.Encode(v)
		if c.Field.Points() {
			if len(ids) == 0 {
				return none
			}
			key = joined(ids)
		}
		if key == "" {
			return none
		}
		if known[key] == nil {
			known[key] = l.steps(c.Field, v, ids, key, rank(v))
		}
		return known[key]
	}
}

func (l *List) steps(f *field.Field, v field.Value, ids []field.ID, key string, rank field.Rank) []step {
	if !f.OfUnits() {
		return []step{{key: key, label: f.Show(l.w, v), rank: rank}}
	}
	var out []step
	for u := range field.Up(l.w, ids[0]) {
		out = append(out, step{key: string(u.ID), label: l.w.Label(u.ID), rank: field.Rank{S: text.SortKey(l.w.Label(u.ID))}})
	}
	slices.Reverse(out)
	return out
}

// joined names several together, in whichever order they stand.
func joined(ids []field.ID) string {
	if len(ids) == 1 {
		return string(ids[0])
	}
	s := make([]string, len(ids))
	for i, id := range ids {
		s[i] = string(id)
	}
	slices.Sort(s)
	return strings.Join(s, " ")
}

// groupOf is the group that an entry lies in, made when it is the first there.
func (l *List) groupOf(e *entry) *Group {
	g := l.root
	for _, s := range e.path {
		in := l.groups[s.key]
		if in == nil {
			in = &Group{Key: s.key, name: s.label, rank: s.rank, parent: g, sums: make([]sum, len(l.summed))}
			l.groups[s.key] = in
			g.inner, g.unsorted = append(g.inner, in), true
		}
		g = in
	}
	return g
}

// order puts the groups in a group in order, those that lack a value last.
func (g *Group) order() {
	if g.unsorted {
		g.unsorted = false
		slices.SortStableFunc(g.inner, func(a, b *Group) int { return compareRanks(a.rank, b.rank) })
	}
	for _, in := range g.inner {
		in.order()
	}
}

// flatten writes the groups out as rows and lines.
func (l *List) flatten() {
	l.rows = make([]*field.Record, 0, l.root.Count)
	l.lines = make([]Line, 0, l.root.Count+len(l.groups))
	l.write(l.root, 0, true)
}

func (l *List) write(g *Group, level int, open bool) {
	for _, e := range g.entries {
		l.rows = append(l.rows, e.r)
		if open {
			l.lines = append(l.lines, Line{Record: e.r})
		}
	}
	for _, in := range g.inner {
		if in.Count == 0 {
			continue
		}
		in = in.only(level)
		if in.Open = !l.folded[in.Key]; open {
			l.lines = append(l.lines, Line{Group: in})
		}
		l.write(in, level+1, open && in.Open)
	}
}

// unseen is the level of a group that has no heading of its own.
const unseen = -1

// only is the group, or the one in it that holds all that it holds: a board whose only
// office has its systems is one heading with it.
func (g *Group) only(level int) *Group {
	label := g.name
next:
	for len(g.entries) == 0 {
		for _, in := range g.inner {
			if in.Count == g.Count {
				g.Level = unseen
				g = in
				label += " › " + g.name
				continue next
			}
		}
		break
	}
	g.Label, g.Level = label, level
	return g
}
