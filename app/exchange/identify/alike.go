package identify

import (
	"slices"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// Spellings finds the record of a kind whose name may be another spelling of one
// that nobody bears. What it costs follows the length of the name, however many
// there are.
type Spellings struct {
	kind *field.Kind
	same map[string]field.ID  // by what spellings have in common
	near map[string][]spelled // by that, and that without one of its letters
}

type spelled struct {
	key string
	id  field.ID
}

const mostSpelled = 20 // that may have a key without a letter in common

// NewSpellings knows the records of a kind that there are; of one without Naming.Alike it
// finds none.
func NewSpellings(w field.World, k *field.Kind) *Spellings {
	s := &Spellings{kind: k, same: map[string]field.ID{}, near: map[string][]spelled{}}
	if k.Naming.Alike != nil {
		for _, r := range w.All(k) {
			s.Note(r)
		}
	}
	return s
}

func (n *Directory) spellings(k *field.Kind) *Spellings {
	if n.alike[k] == nil {
		n.alike[k] = NewSpellings(n.d, k)
	}
	return n.alike[k]
}

// Note adds a record. Of several whose names come to the same the first counts.
func (s *Spellings) Note(r *field.Record) {
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

// Find gives the record whose name is most like one, "" for none.
func (s *Spellings) Find(name string) field.ID {
	if s.kind.Naming.Alike == nil {
		return ""
	}
	key := s.kind.Naming.Alike(name)
	if id := s.same[key]; id != "" || key == "" {
		return id
	}
	for _, k := range keysOf(key) {
		for _, is := range s.near[k] {
			if text.OneLetterApart(is.key, key) {
				return is.id
			}
		}
	}
	return ""
}

// keysOf are a key and the key without each of its letters: keys that differ by one
// letter have one of these in common.
func keysOf(key string) []string {
	out := []string{key}
	r := []rune(key)
	for i := range r {
		out = append(out, string(r[:i])+string(r[i+1:]))
	}
	return out
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
	if better, ok := t.spelling(c, name).(string); ok && better != name {
		if id, ok := t.better(l, c, k, better); !ok || k.Naming.Alike == nil {
			return id, ok
		}
	}
	if near := t.nearest(l, c, k, name); near != "" {
		switch t.sameName(l, c, k, name, near) {
		case asSame:
			return near, true
		case "":
			t.fail(l, c, sheet.Str(name), "Svara på frågan om ”"+ask.Short(name)+"” är samma som "+t.describe(near)+".")
			return "", false
		}
	}
	r := t.d.name(k, name, "")
	t.dir.links(k).note(r)
	t.dir.spellings(k).Note(r)
	return r.ID, true
}

// nearest is the record that has the name but for capitals and accents, of several the
// one that the field holds, else the one whose name is most like it; "" for none.
func (t *Table) nearest(l *Line, c *match.Column, k *field.Kind, name string) field.ID {
	ids := t.dir.links(k).find(name)
	if len(ids) == 0 || !asksSpelling(k) {
		return t.dir.spellings(k).Find(name)
	}
	if held, ok := t.heldAmong(l, c, ids); ok {
		return held
	}
	return ids[0]
}

// better gives the record of the name as the column spells it best. A kind whose
// spellings are asked about has it there to ask about.
func (t *Table) better(l *Line, c *match.Column, k *field.Kind, name string) (field.ID, bool) {
	if ids := t.spelledSo(t.dir.links(k).find(name), name); len(ids) > 0 {
		return ids[0], true
	}
	return t.make(l, c, k, name)
}

// otherSpelling says that a record's name is spelled in another way than a name, in
// capitals and accents too, and that its kind's spellings are asked about.
func otherSpelling(r *field.Record, name string) bool {
	if !asksSpelling(r.Kind) {
		return false
	}
	is, name := text.OneLine(r.Name()), text.OneLine(name)
	bare, _, _ := read.CutRef(name)
	return is != name && is != bare
}

// otherWord says that it is spelled in another way than in capitals and spaces, which
// make no other name unless there are records that differ in them alone.
func otherWord(r *field.Record, name string) bool {
	bare, _, _ := read.CutRef(name)
	is := text.Key(r.Name())
	return otherSpelling(r, name) && is != text.Key(name) && is != text.Key(bare)
}

// spelledSo are those of some records that a name names as it is spelled, else but for
// capitals and spaces.
func (t *Table) spelledSo(ids []field.ID, name string) []field.ID {
	without := func(other func(*field.Record, string) bool) []field.ID {
		return slices.DeleteFunc(slices.Clone(ids), func(id field.ID) bool { return other(t.d.Get(id), name) })
	}
	if exact := without(otherSpelling); len(exact) > 0 {
		return exact
	}
	return without(otherWord)
}

func asksSpelling(k *field.Kind) bool { return k.Naming != nil && k.Naming.Alike != nil }

// asSame is the answer that a name is another spelling of one that is there.
const asSame = "same"

// sameName asks whether a name is another spelling of a record's, once for each spelling,
// and gives the answer: "" while there is none. What the field holds already needs no
// asking about.
func (t *Table) sameName(l *Line, c *match.Column, k *field.Kind, name string, near field.ID) string {
	q := ask.Question{
		ID: "alike:" + k.Name + ":" + text.OneLine(name) + ":" + text.OneLine(t.d.Label(near)), Lasting: true,
		Text:   "Är ”" + ask.Short(name) + "” samma " + k.One + " som " + t.describe(near) + "?",
		Effect: text.Capital(k.Naming.The) + " anges inte; namnet behålls som anteckning.",
	}
	if !otherWord(t.d.Get(near), name) {
		return asSame
	}
	if _, held := t.heldAmong(l, c, []field.ID{near}); held && t.desk.Answer(q.ID) == "" {
		return asSame
	}
	asked := len(t.Questions)
	answer := t.pose(l, q, func() []ask.Option {
		return []ask.Option{{Key: asSame, Label: "Ja, samma som " + t.describe(near)}, {Key: asNew, Label: "Nej, lägg till som " + k.Fresh()}}
	})
	if answer == asSame && len(t.Questions) == asked {
		t.remarkOnce(l, c, name, "”"+ask.Short(name)+"” lästes som "+t.d.Label(near)+", enligt svaret.")
	}
	return answer
}
