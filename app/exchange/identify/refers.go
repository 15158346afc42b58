package identify

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/figure"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// references reads the names in a cell as links to records.
func (t *Table) references(l *Line, c *match.Column, v sheet.Cell) (Given, bool) {
	names := []string{text.Clean(v.Text)}
	if c.Field.IsList() {
		names = t.dir.links(c.Field.Targets()[0]).splitNames(v.Text)
	}
	if f := c.Field.Fallback; f != nil && !t.unknown(names[0]) && t.nowhere(c.Field, names[0]) {
		t.remarkOnce(l, c, names[0], fmt.Sprintf("”%s” finns inte i portföljen. Det står som ”%s”.", names[0], f.Label))
		return Given{f, names[0]}, true
	}
	var ids []field.ID
	var lost []string
	for _, name := range names {
		if id, ok := t.reference(l, c, name); ok {
			ids = append(ids, id)
		} else {
			lost = append(lost, name)
		}
	}
	if len(lost) > 0 {
		l.keep(c, strings.Join(lost, "; "))
	}
	switch {
	case len(ids) == 0:
		return Given{}, false
	case !c.Field.IsList():
		return Given{c.Field, ids[0]}, true
	}
	return Given{c.Field, unique(ids)}, true
}

// nowhere says that a name names no record that the field may point at.
func (t *Table) nowhere(f *field.Field, name string) bool {
	for _, k := range f.Targets() {
		if _, ok := t.dir.referred(k, name); ok {
			return false
		}
		if _, ok := t.exactly(k, name); ok || len(t.spelledSo(t.dir.find(k, name), name)) > 0 {
			return false
		}
	}
	return true
}

// reference finds the record that a name means. The unit of the row settles
// it between several; else it is asked.
func (t *Table) reference(l *Line, c *match.Column, name string) (field.ID, bool) {
	for _, k := range c.Field.Targets() { // a reference names one, whatever else bears its name
		if id, ok := t.dir.referred(k, name); ok {
			return id, true
		}
	}
	var ids, exact []field.ID
	for _, k := range c.Field.Targets() {
		if id, ok := t.exactly(k, name); ok {
			exact = append(exact, id)
		}
	}
	if len(exact) == 1 {
		return exact[0], true
	}
	for _, k := range c.Field.Targets() {
		ids = append(ids, t.spelledSo(t.dir.find(k, name), name)...)
	}
	if len(ids) == 0 && slices.ContainsFunc(c.Field.Targets(), func(k *field.Kind) bool { return k.Answers == field.Unit }) {
		if id, ok := t.dir.units.find(name); ok { // by its path
			return id, true
		}
	}
	ids = nearest(t.d, ids, l.Unit)
	switch len(ids) {
	case 0:
		if t.unknown(name) {
			t.remark(l, c, sheet.Str(name), asUnknown)
			return "", false
		}
		if k := made(c.Field); k != nil {
			return t.make(l, c, k, name)
		}
		t.fail(l, c, sheet.Str(name), fmt.Sprintf("”%s” finns inte i portföljen. Importera det först eller rätta namnet; texten är behållen som anteckning.", name))
		return "", false
	case 1:
		return ids[0], true
	}
	return t.ask(l, c, ask.Question{
		ID: "link:" + c.Field.Key + ":" + text.Key(name) + ":" + text.Key(l.Name), Text: fmt.Sprintf("Flera heter %s. Vilket menas i %s?", name, l.Name),
		Effect: "Kopplingen görs inte; namnet behålls som anteckning.",
	}, fmt.Sprintf("Flera heter ”%s”. Svara på frågan om vilket som menas.", name), name, ids)
}

// asUnknown is what is told of a cell that names nothing.
const asUnknown = "Lästes som tomt: texten säger att det inte är känt."

// unknown says that a text tells that nobody knows, or that there is nothing to name. In
// a file of our own it is a name.
func (t *Table) unknown(s string) bool { return !t.Ours && figure.Unknown(text.Key(s)) }

// exactly finds the record whose exact text this is, as our exports write it.
func (t *Table) exactly(k *field.Kind, s string) (field.ID, bool) {
	if !t.Ours {
		return "", false
	}
	s = text.Clean(s)
	refs := []string{s}
	if _, ref, ok := read.CutRef(s); ok {
		refs = []string{ref, s}
	}
	for _, ref := range refs { // a name may read as another kind's reference
		if r := t.d.Get(t.dir.aliases[text.Key(ref)]); r != nil && r.Kind == k {
			return r.ID, true
		}
	}
	if t.dir.exacts[k] == nil {
		t.dir.exacts[k] = map[string]field.ID{}
		for _, r := range t.d.All(k) {
			t.dir.exacts[k][text.Clean(t.d.Exact(r.ID))] = r.ID
		}
	}
	id, ok := t.dir.exacts[k][s]
	return id, ok
}

func unique(ids []field.ID) []field.ID {
	seen := map[field.ID]bool{}
	var out []field.ID
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}
