// Package relations tells what a record has to do with: what it points at, what points
// at it, and what it exchanges information with. It walks the catalogue and knows few
// kinds by name; what a stop would touch is told of systems.
package relations

import (
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Way is which way information goes.
type Way uint8

// The ways.
const (
	None Way = iota // nothing is sent
	In              // it comes from the neighbour
	Out             // it goes there
)

// Link is a neighbour of a record.
type Link struct {
	ID   field.ID // "" for somebody outside, who is no record
	Name string
	How  []string // by what: a role, the information that is sent; may be empty
	Both bool     // the information goes both ways
}

// Said is in words by what it is linked: "Avgifter (åt båda hållen)"; "" where nothing is said.
func (l Link) Said() string {
	how := strings.Join(l.How, ", ")
	if l.Both {
		how = strings.TrimSpace(how + " (åt båda hållen)")
	}
	return how
}

// Group is neighbours of a sort.
type Group struct {
	Key   string // stable: "in", "out", or the name of the kind and of the field
	Title string
	Way   Way
	Links []Link // by name
}

// Of are the neighbours of a record in groups: what it gets information from, what it
// gives information to, and then the others by kind in the registry's order. What is over
// is left out, as are the program's own records.
func Of(w field.World, id field.ID) []Group {
	r := w.Get(id)
	if r == nil {
		return nil
	}
	g := &gathering{w: w, of: r, groups: map[string]*Group{}}
	for _, f := range r.Kind.Pointers() {
		g.pointsAt(f)
	}
	for _, f := range r.Kind.PointedBy() {
		if f.Kind.Silent {
			continue
		}
		for _, by := range w.Pointing(f, id) {
			g.pointedBy(f, by)
		}
	}
	return g.inOrder()
}

// gathering is the neighbours that have been found so far.
type gathering struct {
	w      field.World
	of     *field.Record
	groups map[string]*Group
}

// pointsAt takes what a field of the record names today.
func (g *gathering) pointsAt(f *field.Field) {
	for _, id := range field.ReferencesOn(g.of.Get(f), g.w.Today()) {
		if to := g.w.Get(id); to != nil {
			g.add(to, told(f, to))
		}
	}
}

// told is how a field tells of what it names: nothing where its label only says the kind.
func told(f *field.Field, to *field.Record) string {
	if text.Key(f.Label) == text.Key(to.Kind.One) {
		return ""
	}
	return f.Label
}

// pointedBy takes what points at the record, or what that is a part of or goes on to.
func (g *gathering) pointedBy(f *field.Field, by *field.Record) {
	switch ends, owner := by.Kind.Ends, by.Kind.Owner(); {
	case !slices.Contains(field.ReferencesOn(by.Get(f), g.w.Today()), g.of.ID) || field.Over(g.w, by):
	case ends != nil && (f == ends.From || f == ends.To):
		g.exchange(f, by)
	case owner == nil:
		g.add(by, g.how(f))
	case f == owner:
		g.others(by)
	default:
		if whole := g.w.Get(by.Owner()); whole != nil {
			g.add(whole, byPart(f, by))
		}
	}
}

// how is what a person or a unit is to what names it, or that a unit lies under it; of
// others the kind says enough.
func (g *gathering) how(f *field.Field) string {
	switch {
	case f == f.Kind.Parent:
		return "Underordnad"
	case f.OfPersons() || f.OfUnits():
		return told(f, g.of)
	}
	return ""
}

// others takes what a part of the record names besides: an agreement's part its system,
// a use of a system the unit.
func (g *gathering) others(part *field.Record) {
	for _, f := range part.Kind.Pointers() {
		if f == part.Kind.Owner() || f.OfPersons() {
			continue
		}
		how := byPart(f, part)
		for _, id := range field.References(part.Get(f)) {
			if to := g.w.Get(id); to != nil && id != g.of.ID {
				g.add(to, how)
			}
		}
	}
}

// byPart is what ties a thing to what one of its parts names: what somebody has called the
// part; of a unit that it is one ("Användning"), of a person what she is to it.
func byPart(f *field.Field, part *field.Record) string {
	switch {
	case f.OfUnits():
		return text.Capital(part.Kind.One)
	case f.OfPersons():
		return f.Label
	}
	return titled(part)
}

// exchange takes the other end of what goes between two.
func (g *gathering) exchange(f *field.Field, by *field.Record) {
	ends := by.Kind.Ends
	other, way, key, title := ends.To, Out, "out", "Lämnar till"
	if f == ends.To {
		other, way, key, title = ends.From, In, "in", "Får från"
	}
	l := Link{Both: ends.BothWays != nil && ends.BothWays(by)}
	if id, _ := by.Get(other).(field.ID); id != "" {
		l.ID, l.Name = id, g.w.Label(id)
	} else if l.Name, _ = by.Get(ends.Outside).(string); l.Name == "" {
		l.ID, l.Name = by.ID, field.Called(by, g.w.Get) // nobody has said with whom
	}
	g.put(Group{Key: key, Title: title, Way: way}, l, titled(by))
}

// titled is what somebody has called a record; "" where nobody has.
func titled(r *field.Record) string {
	s, _ := r.Get(r.Kind.Title()).(string)
	return s
}

// add takes a neighbour among those of its kind.
func (g *gathering) add(to *field.Record, how string) {
	if to.Kind.Silent || field.Over(g.w, to) {
		return
	}
	g.put(Group{Key: to.Kind.Name, Title: text.Capital(to.Kind.Many)}, Link{ID: to.ID, Name: field.Called(to, g.w.Get)}, how)
}

// put has each neighbour once in a group, with all the ways it is one.
func (g *gathering) put(in Group, l Link, how string) {
	if g.groups[in.Key] == nil {
		g.groups[in.Key] = &in
	}
	at := g.groups[in.Key]
	i := slices.IndexFunc(at.Links, func(o Link) bool { return o.ID == l.ID && (l.ID != "" || o.Name == l.Name) })
	if i < 0 {
		i = len(at.Links)
		at.Links = append(at.Links, l)
	}
	at.Links[i].Both = at.Links[i].Both || l.Both
	if how != "" && !slices.Contains(at.Links[i].How, how) {
		at.Links[i].How = append(at.Links[i].How, how)
	}
}

// inOrder gives the groups in order, each by name.
func (g *gathering) inOrder() (out []Group) {
	keys := []string{"in", "out"}
	for _, k := range g.w.Kinds() {
		keys = append(keys, k.Name)
	}
	for _, key := range keys {
		if at := g.groups[key]; at != nil {
			slices.SortStableFunc(at.Links, func(a, b Link) int { return text.Compare(a.Name, b.Name) })
			out = append(out, *at)
		}
	}
	return out
}

// Count is how many neighbours there are.
func Count(groups []Group) (n int) {
	for _, g := range groups {
		n += len(g.Links)
	}
	return n
}
