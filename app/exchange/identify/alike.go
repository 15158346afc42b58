package identify

import (
	"slices"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// spellings finds the record of a kind whose name may be another spelling of one
// that nobody bears. What it costs follows the length of the name, however many
// there are.
type spellings struct {
	kind *field.Kind
	same map[string]field.ID  // by what spellings have in common
	near map[string][]spelled // by that, and that without one of its letters
}

type spelled struct {
	key string
	id  field.ID
}

const (
	shortKey    = 5  // letters: in so short a name one letter changed makes another name
	mostSpelled = 20 // that may have a key without a letter in common
)

func (n *Directory) spellings(k *field.Kind) *spellings {
	s := n.alike[k]
	if s == nil {
		s = &spellings{kind: k, same: map[string]field.ID{}, near: map[string][]spelled{}}
		n.alike[k] = s
		if k.Naming.Alike != nil {
			for _, r := range n.d.All(k) {
				s.note(r)
			}
		}
	}
	return s
}

// note adds a record. Of several whose names come to the same the first counts.
func (s *spellings) note(r *field.Record) {
	if s.kind.Naming.Alike == nil {
		return
	}
	is := spelled{s.kind.Naming.Alike(r.Name()), r.ID}
	if is.key == "" || s.same[is.key] != "" {
		return
	}
	s.same[is.key] = r.ID
	for _, key := range keysOf(is.key) {
		if len(s.near[key]) < mostSpelled {
			s.near[key] = append(s.near[key], is)
		}
	}
}

// find gives the record whose name is most like one, "" for none.
func (s *spellings) find(name string) field.ID {
	if s.kind.Naming.Alike == nil {
		return ""
	}
	key := s.kind.Naming.Alike(name)
	if id := s.same[key]; id != "" {
		return id
	}
	for _, k := range keysOf(key) {
		for _, is := range s.near[k] {
			if oneLetter([]rune(is.key), []rune(key)) {
				return is.id
			}
		}
	}
	return ""
}

// keysOf are a key and, unless it is short, the key without each of its letters:
// keys that differ by one letter have one of these in common.
func keysOf(key string) []string {
	out := []string{key}
	r := []rune(key)
	if len(r) <= shortKey {
		return out
	}
	for i := range r {
		out = append(out, string(r[:i])+string(r[i+1:]))
	}
	return out
}

// oneLetter says that a letter put in, left out or changed makes one of the other.
func oneLetter(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i < len(a) && slices.Equal(a[i+1:], b[i+1:])
	}
	return slices.Equal(a[i:], b[i+1:])
}

// made is the kind that a name in a field makes a record of, nil for none.
func made(f *field.Field) *field.Kind {
	i := slices.IndexFunc(f.Targets(), func(k *field.Kind) bool { return f.Makes && k.Naming != nil })
	if i < 0 {
		return nil
	}
	return f.Targets()[i]
}

// make gives the record that a name in a cell makes: a new one, unless the user
// says that it is another spelling of one that is there.
func (t *Table) make(l *Line, c *match.Column, k *field.Kind, name string) (field.ID, bool) {
	if err := k.Title().Fits(name); err != nil {
		t.fail(l, c, sheet.Str(name), err.Error())
		return "", false
	}
	if near := t.dir.spellings(k).find(name); near != "" && t.sameName(l, c, k, name, near) {
		return near, true
	}
	r := t.d.name(k, name, "")
	t.dir.links(k).note(r)
	t.dir.spellings(k).note(r)
	return r.ID, true
}

// asSame is the answer that a name is another spelling of one that is there.
const asSame = "same"

// sameName asks whether a name is another spelling of a record's. What the field
// holds already needs no asking about.
func (t *Table) sameName(l *Line, c *match.Column, k *field.Kind, name string, near field.ID) bool {
	q := ask.Question{
		ID:     "alike:" + k.Name + ":" + text.Key(name) + ":" + text.Key(t.d.Label(near)),
		Text:   "Är ”" + ask.Short(name) + "” samma " + k.One + " som " + t.describe(near) + "?",
		Effect: ask.Short(name) + " läggs till som " + k.Fresh() + ".",
	}
	if _, held := t.heldAmong(l, c, []field.ID{near}); held && t.desk.Answer(q.ID) == "" {
		return true
	}
	return t.pose(l, q, func() []ask.Option {
		return []ask.Option{{Key: asSame, Label: "Ja, samma som " + t.describe(near)}, {Key: asNew, Label: "Nej, lägg till som " + k.Fresh()}}
	}) == asSame
}
