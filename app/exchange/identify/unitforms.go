package identify

import (
	"cmp"
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// unitForms finds the unit that a name is an abbreviation or another spelling of, among
// those that there are and those that the file names.
type unitForms struct {
	u       *tree
	byName  map[string]*unitForm
	byKey   map[string][]*unitForm // by spelling
	byStem  map[string][]*unitForm
	byFirst map[string][]*unitForm // by the first letter; those that are too many aren't looked through
	taught  map[string]*unitForm   // by an abbreviation that stands beside a name
	meant   map[string]meaning
	paths   map[string]bool        // that the file has
	heard   map[string][]*unitForm // by what is written
}

// unitForm is a unit's name as it is compared.
type unitForm struct {
	name string
	org.Spelling
	there        bool // in the portfolio before
	times, since int
}

// mostFirst bounds how many names of one first letter are looked through.
const mostFirst = 200

// mostTurns bounds how many spellings lead from one to the next.
const mostTurns = 3

func newUnitForms(u *tree) *unitForms {
	f := &unitForms{u: u, byName: map[string]*unitForm{}, byKey: map[string][]*unitForm{}, byStem: map[string][]*unitForm{}, byFirst: map[string][]*unitForm{},
		taught: map[string]*unitForm{}, meant: map[string]meaning{}, paths: map[string]bool{}, heard: map[string][]*unitForm{}}
	for _, r := range u.d.All(u.kind) {
		is := f.note(r.Name())
		is.name, is.there = r.Name(), true
	}
	return f
}

// note takes in a name, once.
func (f *unitForms) note(name string) *unitForm {
	bare, short := org.CutShort(name)
	key := text.Key(bare)
	is := f.byName[key]
	if is == nil {
		is = &unitForm{name: bare, Spelling: org.SpellingOf(bare), since: len(f.byName)}
		f.byName[key] = is
		if first := text.Fold(bare); first != "" {
			f.byFirst[first[:1]] = append(f.byFirst[first[:1]], is)
		}
		f.byKey[is.Key] = append(f.byKey[is.Key], is)
		f.byStem[is.Stem] = append(f.byStem[is.Stem], is)
	}
	if short != "" {
		f.taught[text.Fold(short)] = is
	}
	return is
}

// Hear takes in the units that the sheets of a book name, before any row of them is read:
// an abbreviation may stand above the name.
func (n *Directory) Hear(layouts []*match.Layout) {
	for _, l := range layouts {
		if l.Ours {
			continue
		}
		if l.Group != "" {
			n.units.forms.hear(l.Group)
		}
		for i := range l.Columns {
			c := &l.Columns[i]
			if c.Field == nil || read.In(c.Field) != read.Unit && (l.Kind != n.units.kind || c.Field != l.Kind.Title()) {
				continue
			}
			for _, r := range l.Rows() {
				if v := r.At(c.Index); v.Kind == sheet.Text && (n.units.forms.heard[v.Text] != nil || !read.IsBlank(v) && read.AddsUp(v.Text) == read.NotAdding) {
					n.units.forms.hear(v.Text)
				}
			}
		}
	}
}

// hear counts a name, or those of a path.
func (f *unitForms) hear(s string) {
	names, ok := f.heard[s]
	if !ok {
		path := splitPath(s)
		for i, name := range path {
			names = append(names, f.note(name))
			if i > 0 {
				f.paths[text.Key(strings.Join(path[:i+1], org.PathSeparator))] = true
			}
		}
		f.heard[s] = names
	}
	for _, is := range names {
		is.times++
	}
}

// means says which units a text may be another spelling of; none when a unit has the name,
// or none is like it.
func (f *unitForms) means(s string) meaning {
	s = text.Clean(s)
	if _, ok := f.u.find(s); ok {
		return meaning{}
	}
	m, ok := f.meant[s]
	if path := splitPath(s); !ok && len(path) != 1 {
		m = f.along(path)
		f.meant[s] = m
	} else if !ok {
		m = f.find(text.OneLine(s))
		for range mostTurns { // what it is another spelling of may be one itself
			if !m.sure || f.there(m.names[0]) {
				break
			}
			next := f.find(m.names[0])
			if len(next.names) == 0 {
				break
			}
			m = next
		}
		f.meant[s] = m
	}
	return m
}

// mostShort is how many letters a name on a path may have to be looked at as an abbreviation.
const mostShort = 10

// along is a path with the names that it abbreviates: "BUF / Skola". Only what is sure is.
func (f *unitForms) along(path []string) meaning {
	sure := false
	for i, name := range path {
		if len([]rune(name)) > mostShort {
			continue
		}
		if m := f.means(name); m.sure {
			path[i], sure = m.names[0], true
		}
	}
	if !sure {
		return meaning{}
	}
	return meaning{[]string{strings.Join(path, org.PathSeparator)}, true}
}

func (f *unitForms) find(s string) meaning {
	bare, short := org.CutShort(s)
	if short != "" {
		if is := f.byName[text.Key(short)]; is != nil && is.there && !f.there(bare) {
			return meaning{[]string{is.name}, true}
		}
		if m := f.spelled(bare); len(m.names) > 0 {
			return m
		}
		return meaning{[]string{bare}, true}
	}
	if is := f.taught[text.Fold(s)]; is != nil {
		return meaning{[]string{is.name}, true}
	}
	return f.spelled(s)
}

func (f *unitForms) there(name string) bool {
	is := f.byName[text.Key(name)]
	return is != nil && is.there
}

// spelled finds the names that one is a spelling of: what only differs in spaces and the
// like, then what it abbreviates or is abbreviated by, then what it resembles.
func (f *unitForms) spelled(s string) meaning {
	me := f.byName[text.Key(s)]
	if me == nil {
		me = &unitForm{name: s, Spelling: org.SpellingOf(s), since: len(f.byName)}
	}
	if better := f.best(f.byKey[me.Key], me); len(better) > 0 {
		return meaning{better, len(better) == 1}
	}
	like := f.byStem[me.Stem]
	if first := f.first(s); len(first) > 0 {
		like = first
	}
	like = slices.DeleteFunc(slices.Clone(like), func(is *unitForm) bool { return me.Same(is.Spelling) != org.Maybe })
	names := f.best(like, me)
	if len(names) == 1 && len(like) == 1 && me.Bare(like[0].Spelling) {
		return meaning{names, true}
	}
	if m := f.abbreviated(me); len(m.names) > 0 {
		return m
	}
	return meaning{names: names}
}

// first are the names that begin as one does, if they aren't too many.
func (f *unitForms) first(s string) []*unitForm {
	folded := text.Fold(s)
	if folded == "" {
		return nil
	}
	all := f.byFirst[folded[:1]]
	if len(all) > mostFirst {
		return nil
	}
	return all
}

// abbreviated finds the names that one is short for. One that there is already and that is
// short for it is asked about.
func (f *unitForms) abbreviated(me *unitForm) meaning {
	var sure, maybe, shorter []*unitForm
	for _, is := range f.first(me.name) {
		switch {
		case is == me:
		case org.Shortens(me.name, is.name) == org.Surely:
			sure = append(sure, is)
		case org.Shortens(me.name, is.name) == org.Maybe:
			maybe = append(maybe, is)
		case is.there && org.Shortens(is.name, me.name) == org.Surely:
			shorter = append(shorter, is)
		}
	}
	for _, found := range [][]*unitForm{sure, maybe, shorter} {
		if names := distinct(found); len(names) > 0 {
			return meaning{names, len(names) == 1 && len(sure) > 0}
		}
	}
	return meaning{}
}

// distinct are the names, of several spellings of one the one that there is, or that the
// file has most.
func distinct(found []*unitForm) (out []string) {
	best := map[string]*unitForm{}
	for _, is := range found {
		if now := best[is.Key]; now == nil || is.before(now) {
			best[is.Key] = is
		}
	}
	for _, is := range found {
		bare := slices.ContainsFunc(found, func(o *unitForm) bool { return is.Bare(o.Spelling) })
		if best[is.Key] == is && !bare {
			out = append(out, is.name)
		}
	}
	return out
}

// best are those that a name gives way to: all that there are, else the one that the file
// has most.
func (f *unitForms) best(found []*unitForm, me *unitForm) (out []string) {
	var top *unitForm
	for _, is := range found {
		if is == me {
			continue
		}
		if is.there {
			out = append(out, is.name)
		}
		if top == nil || is.before(top) {
			top = is
		}
	}
	if len(out) == 0 && top != nil && top.before(me) {
		return []string{top.name}
	}
	return out
}

// before says that of two spellings this is the one to keep.
func (is *unitForm) before(o *unitForm) bool {
	rank := func(f *unitForm) (n int) {
		if f.there {
			n += 2
		}
		if f.Head != "" {
			n++
		}
		return n
	}
	return cmp.Or(cmp.Compare(rank(o), rank(is)), cmp.Compare(o.times, is.times), cmp.Compare(is.since, o.since)) < 0
}

// isShort says that a text in a place for a person is a unit's abbreviation in capitals.
func (f *unitForms) isShort(s string) (field.ID, bool) {
	if s = text.Clean(s); len([]rune(s)) > 6 || s != strings.ToUpper(s) {
		return "", false
	}
	m := f.means(s)
	if !m.sure || len(m.names) != 1 {
		return "", false
	}
	id, _ := f.u.find(m.names[0])
	return id, true
}
