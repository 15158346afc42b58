package identify

import (
	"slices"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// namesakes are the records of a name that no row has claimed, by unit. Every
// system of a file may have the same name, so none is looked through for a row.
type namesakes struct {
	byUnit map[field.ID][]*field.Record
	left   int
}

// namesakes finds the unclaimed records of a name; nil when there never was one.
func (t *Table) namesakes(key string) *namesakes {
	if n, ok := t.unclaimed[key]; ok {
		return n
	}
	var n *namesakes
	for _, id := range t.dir.links(t.Kind).byKey[key] {
		if n == nil {
			n = &namesakes{byUnit: map[field.ID][]*field.Record{}}
		}
		if t.taken[id] == nil {
			r := t.d.Get(id)
			n.byUnit[r.Home()] = append(n.byUnit[r.Home()], r)
			n.left++
		}
	}
	if t.unclaimed == nil {
		t.unclaimed = map[string]*namesakes{}
	}
	t.unclaimed[key] = n
	return n
}

// noLonger takes a record that has been claimed from its namesakes.
func (t *Table) noLonger(r *field.Record) {
	name, _ := r.Get(t.Kind.Title()).(string)
	n := t.unclaimed[text.Key(name)]
	if n == nil {
		return
	}
	at := slices.IndexFunc(n.byUnit[r.Home()], func(o *field.Record) bool { return o.ID == r.ID })
	if at >= 0 {
		n.byUnit[r.Home()] = slices.Delete(n.byUnit[r.Home()], at, at+1)
		n.left--
	}
}

// matchNamed finds a system or an insats by name and unit.
func (t *Table) matchNamed(l *Line) {
	n := t.namesakes(text.Key(l.Name))
	if n == nil {
		return
	}
	same, loose := slices.Clone(n.byUnit[l.Unit]), n.loose(l.Unit)
	other := n.left - len(same) - len(loose) // in another unit
	differs := func(r *field.Record) bool { return otherSpelling(r, l.Name) }
	if exact := slices.DeleteFunc(slices.Concat(same, loose), differs); len(exact) > 0 { // those of the name in other capitals are others
		same, loose = slices.DeleteFunc(same, differs), slices.DeleteFunc(slices.Clone(loose), differs)
	}
	if len(same) > 1 {
		same = t.sameNumber(l, same)
	}
	switch {
	case len(same) == 1:
		t.claim(l, same[0])
	case len(same) == 0 && len(loose) == 1:
		t.claim(l, loose[0])
	case len(same)+len(loose) > 1:
		t.askWhich(l, slices.Concat(same, loose))
	case other > 0:
		l.elsewhere = true
	}
}

// loose are those that may be of a unit since nothing says otherwise: it isn't
// said of them, or of the row.
func (n *namesakes) loose(unit field.ID) []*field.Record {
	if unit != "" {
		return n.byUnit[""]
	}
	var out []*field.Record
	for u, rs := range n.byUnit {
		if u != "" {
			out = append(out, rs...)
		}
	}
	slices.SortFunc(out, field.InOrder)
	return out
}

// sameNumber keeps those with the row's own number, if any has it.
func (t *Table) sameNumber(l *Line, rs []*field.Record) []*field.Record {
	number, _ := t.early(l, t.Kind.Number).(string)
	var out []*field.Record
	for _, r := range rs {
		if number != "" && r.Get(t.Kind.Number) == field.Value(number) {
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return rs
	}
	return out
}
