package identify

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// Origin is where a workbook of ours was written.
type Origin uint8

// The origins.
const (
	Unknown   Origin = iota // nobody says, as in lists that people make
	Here                    // by this portfolio
	Elsewhere               // by another, or by a copy that has gone its own way
)

// own is how a sheet's rows say which record of a portfolio they are.
type own struct {
	ref, id *match.Column
	again   map[string]bool // identities that several rows have
	doubted []*Line         // rows whose reference is here that of something of another name
	doubts  map[*Line]bool  // the same
}

// said says that a row tells which record it is.
func (o *own) said(r sheet.Row) bool {
	return slices.ContainsFunc([]*match.Column{o.ref, o.id}, func(c *match.Column) bool { return c != nil && !read.IsBlank(r.At(c.Index)) })
}

// readOwn looks through the rows for what they say themselves.
func (t *Table) readOwn() {
	if t.own.id != nil {
		seen := map[string]bool{}
		t.own.again = map[string]bool{}
		for _, l := range t.Lines {
			if id := l.text(t.own.id); id != "" && !l.Skipped {
				t.own.again[id] = seen[id]
				seen[id] = true
			}
		}
	}
	if t.own.ref == nil || t.Ours && t.dir.Origin == Here || t.dir.Origin == Elsewhere {
		return
	}
	t.own.doubts = map[*Line]bool{}
	for _, l := range t.Lines {
		if l.Skipped || t.identified(l) != nil || l.text(t.own.id) != "" {
			continue
		}
		if r := t.referred(l); r != nil && !t.agrees(l, r) {
			t.own.doubted = append(t.own.doubted, l)
			t.own.doubts[l] = true
		}
	}
}

// text is what stands in a row's cell of a column, "" for no column.
func (l *Line) text(c *match.Column) string {
	if c == nil {
		return ""
	}
	return text.OneLine(l.Row.At(c.Index).Text)
}

// identified is the record of the row's identity.
func (t *Table) identified(l *Line) *field.Record {
	if r := t.d.Get(field.ID(l.text(t.own.id))); r != nil && r.Kind == t.Kind {
		return r
	}
	return nil
}

// referred is the record that the row's reference is here.
func (t *Table) referred(l *Line) *field.Record {
	s := l.text(t.own.ref)
	if s == "" {
		return nil
	}
	id, ok := t.dir.links(t.Kind).byRef[text.Key(s)]
	if !ok {
		id = field.ID(s) // of kinds without references
	}
	if r := t.d.Get(id); r != nil && r.Kind == t.Kind {
		return r
	}
	return nil
}

// byID finds the record that our own identity or reference on the row names. An identity
// is the same in every copy; a reference only says something in the portfolio that gave it.
func (t *Table) byID(l *Line) *field.Record {
	is, here := t.identified(l), t.referred(l)
	switch {
	case is != nil:
		return t.named(l, is, here)
	case here == nil:
		if s := l.text(t.own.ref); s != "" && !t.Ours {
			t.remark(l, t.own.ref, l.Row.At(t.own.ref.Index), "Finns inte i portföljen; raden känns igen på namnet i stället.")
		}
		return nil
	case t.dir.Origin == Elsewhere || l.text(t.own.id) != "":
		if t.agrees(l, here) {
			if t.dir.Origin == Elsewhere {
				return nil // by its name, as in any list
			}
			return here
		}
		t.remark(l, t.own.ref, l.Row.At(t.own.ref.Index), fmt.Sprintf("Referensen är en annan här: %s. Raden känns igen på namnet i stället.", here.Name()))
		return nil
	case t.own.doubts[l]:
		return t.askReferred(l, here)
	}
	return here
}

// named is the record of a row's identity, unless what people see speaks for another: the
// row is a copy that has become something new, or was parted from its identity.
func (t *Table) named(l *Line, is, here *field.Record) *field.Record {
	if t.agrees(l, is) {
		return is
	}
	switch {
	case t.own.again[l.text(t.own.id)], t.own.ref != nil && l.text(t.own.ref) == "":
		return nil
	case here != nil && t.dir.Origin != Elsewhere && t.agrees(l, here):
		return here
	}
	return is
}

// others says that two rows are of different records whatever their names, since each
// has an identity that no other row has.
func (t *Table) others(a, b *Line) bool {
	ours := func(id string) bool { return id != "" && !t.own.again[id] }
	idA, idB := a.text(t.own.id), b.text(t.own.id)
	return ours(idA) && ours(idB) && idA != idB
}

// agrees says that the row calls the record by its name, or much like it; or by none.
func (t *Table) agrees(l *Line, r *field.Record) bool {
	c := t.Of(t.Kind.Title())
	if c == nil || !t.Kind.Title().Prose() {
		return true
	}
	name := l.text(c)
	return name == "" || likeName(name, r.Name())
}

// sameByRef is how like two names are that are taken for spellings of one, when a
// reference says that they are the same.
const sameByRef = 0.7

func likeName(a, b string) bool {
	if text.Key(a) == text.Key(b) || text.Similarity(a, b) >= sameByRef || begins(a, b) || begins(b, a) {
		return true
	}
	short, long := read.Words(a), read.Words(b)
	if len(short) > len(long) {
		short, long = long, short
	}
	return len(short) > 0 && !slices.ContainsFunc(short, func(w string) bool { return !slices.Contains(long, w) })
}

// begins says that a name of some length begins another.
func begins(a, b string) bool { return len(a) >= 4 && strings.HasPrefix(text.Fold(b), text.Fold(a)) }

// The answers to whether references mean the same here as in the file.
const (
	sameRefs  = "same"
	otherRefs = "other"
)

// mostDoubted is how many rows a question about references tells of.
const mostDoubted = 3

// askReferred asks whether the rows whose references have other names here are the same
// for all that. Until then they are skipped.
func (t *Table) askReferred(l *Line, here *field.Record) *field.Record {
	answer := t.pose(l, ask.Question{ID: "refs:" + t.Kind.Name, Text: t.doubts(), Effect: "Raderna hoppas över."}, func() []ask.Option {
		return []ask.Option{{Key: sameRefs, Label: "Ja, samma: uppdatera dem och byt namn"}, {Key: otherRefs, Label: "Nej: känn igen raderna på namnet och ge nya en egen referens"}}
	})
	switch answer {
	case sameRefs:
		return here
	case otherRefs:
		return nil
	}
	l.Skip(fmt.Sprintf("referensen %s är här %s: svara på frågan om det är samma %s", l.text(t.own.ref), ask.Short(here.Name()), t.Kind.One))
	return nil
}

func (t *Table) doubts() string {
	var each []string
	for _, l := range t.own.doubted[:min(len(t.own.doubted), mostDoubted)] {
		each = append(each, fmt.Sprintf("referensen %s är här %s, men i filen %s", l.text(t.own.ref), ask.Short(t.referred(l).Name()), ask.Short(l.text(t.Of(t.Kind.Title())))))
	}
	s := text.Capital(strings.Join(each, "; "))
	if n := len(t.own.doubted) - mostDoubted; n > 0 {
		s += "; och så för " + text.Plural(n, "rad till", "rader till")
	}
	return s + ". Är det samma " + t.Kind.One + "?"
}

// NewID is the identity of a new record: the one that the file gives it, so that it is the
// same wherever the file is read, or one of its own.
func (t *Table) NewID(l *Line) field.ID {
	id := field.ID(l.text(t.own.id))
	if !field.IsID(string(id)) || t.own.again[string(id)] || t.d.Get(id) != nil || t.own.ref != nil && l.text(t.own.ref) == "" {
		return t.d.NewID()
	}
	return id
}

// FileRef is what our own export calls the row's record.
func (t *Table) FileRef(l *Line) string {
	if t.own.ref != nil {
		return text.Key(l.text(t.own.ref))
	}
	return text.Key(l.text(t.own.id))
}
