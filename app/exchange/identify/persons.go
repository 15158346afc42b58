package identify

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// persons reads who is named. A unit in a person's place is no person.
func (t *Table) persons(l *Line, c *match.Column, v sheet.Cell) (Given, bool) {
	said := t.dir.said(v.Text)
	if said.asAbove {
		return t.fromAbove(l, c, v)
	}
	if g, ok := t.body(l, c, v, said); ok {
		return g, true
	}
	if id, ok := t.dir.units.isUnit(v.Text); ok {
		if id == "" || id != l.Unit {
			t.remark(l, c, v, "En enhet och ingen person: behållet som anteckning.")
			l.keep(c, text.OneLine(v.Text))
		}
		return Given{}, false
	}
	p := personCell{t: t, l: l, c: c, v: v}
	if slices.ContainsFunc(said.Named, t.isLone) {
		if said, p.meant = t.whoIsMeant(l, c, v, said); p.meant && len(said.Named) == 0 {
			l.keep(c, text.OneLine(v.Text))
			return Given{}, false
		}
	}
	g, ok := p.given(said)
	if p.rest {
		l.keep(c, text.OneLine(v.Text))
	}
	if delete(t.above, c); ok { // "se ovan" is of the cell above, whatever it said
		t.above[c] = above{g, l.Row.Number}
	}
	return g, ok
}

// body reads what is no person, a body that decides or a function, in the field that takes such:
// ok is false where there is none, or that has a column of its own.
func (t *Table) body(l *Line, c *match.Column, v sheet.Cell, said *personText) (g Given, ok bool) {
	f := c.Field.Fallback
	if f == nil {
		return Given{}, false
	}
	if own := t.Of(f); own != nil && read.Says(t.d, f, l.Row.At(own.Index)) {
		return Given{}, false
	}
	_, unit := t.dir.units.isUnit(v.Text)
	persons := slices.ContainsFunc(said.Named, func(n org.Named) bool { return t.notPerson(n) == "" })
	if !unit && (persons || len(said.Named) == 0) {
		return Given{}, false
	}
	value, _, err := f.Parse(t.d, text.OneLine(v.Text), c.Unit)
	if err != nil || field.IsEmpty(value) {
		return Given{}, false
	}
	return Given{f, value}, true
}

// meansAbove says that a cell names the one who is named on the row above.
func meansAbove(v sheet.Cell) bool {
	return read.IsAbove(v) || samePerson[strings.Trim(text.Fold(v.Text), " .")]
}

// samePerson are the folded words that say so of persons only.
var samePerson = map[string]bool{"densamme": true, "densamma": true, "samma person": true, "samma person som ovan": true}

// above is what a column gave last.
type above struct {
	Given
	row int
}

// fromAbove gives what the column gave last.
func (t *Table) fromAbove(l *Line, c *match.Column, v sheet.Cell) (Given, bool) {
	last, ok := t.above[c]
	if !ok {
		t.remark(l, c, v, "Ingen är angiven ovanför: behållet som anteckning.")
		l.keep(c, text.OneLine(v.Text))
		return Given{}, false
	}
	var names []string
	for _, id := range field.References(last.Value) {
		names = append(names, t.d.Label(id))
	}
	t.remark(l, c, v, fmt.Sprintf("Lästes som %s, som på rad %d.", text.And(names), last.row))
	return last.Given, true
}

// personCell is one cell that names persons, while it is read.
type personCell struct {
	t    *Table
	l    *Line
	c    *match.Column
	v    sheet.Cell
	held []field.Holding
	days bool // some have days
	rest bool // it says more than what is read
	more bool // something is told or asked of somebody

	meant bool // the user has said whom it means
}

// tell remarks on what is read with a reservation, and keeps the cell's text.
func (p *personCell) tell(message string) {
	p.t.remark(p.l, p.c, p.v, message)
	p.rest = true
}

// given is what the cell gives. A text that says nothing but whom it names does so in
// every cell of the table.
func (p *personCell) given(said *personText) (Given, bool) {
	if said.table == p.t && !p.meant {
		if p.c.Field.IsHeld() {
			return Given{p.c.Field, said.ids}, true
		}
		if len(said.ids) == 1 {
			return Given{p.c.Field, said.ids[0]}, true
		}
	}
	g, ok := p.read(said.Said)
	if ok && !p.rest && !p.more {
		said.table, said.ids = p.t, unique(p.ids())
	}
	return g, ok
}

func (p *personCell) read(said org.Said) (Given, bool) {
	for _, n := range said.Named {
		if !p.named(n) {
			p.rest = true
			return Given{}, false
		}
	}
	for _, s := range said.Unclear {
		p.tell("”" + ask.Short(s) + "” lästes varken som den som är utsedd eller som en dag: behållet som anteckning.")
	}
	switch {
	case len(p.held) == 0 && p.rest:
		return Given{}, false
	case len(p.held) == 0:
		p.t.remark(p.l, p.c, p.v, "Lästes som att ingen är utsedd.")
		return Given{}, false
	case p.c.Field.IsHeld() && p.days:
		return Given{p.c.Field, p.held}, true
	case p.c.Field.IsHeld():
		return Given{p.c.Field, unique(p.ids())}, true
	case p.days:
		p.tell("Fältet har inga dagar; de är behållna som anteckning.")
	case len(p.held) > 1:
		p.tell("Fältet rymmer en person; de andra är behållna som anteckning.")
	}
	return Given{p.c.Field, p.held[0].Person}, true
}

func (p *personCell) ids() (out []field.ID) {
	for _, h := range p.held {
		out = append(out, h.Person)
	}
	return out
}

// named reads one who is named; false when nobody is chosen yet.
func (p *personCell) named(n org.Named) bool {
	if p.rest = p.rest || p.meant; !p.meant && p.t.isLone(n) {
		p.rest = true
		p.t.fail(p.l, p.c, p.v, "”"+ask.Short(n.Name)+"” är ett ensamt ord och ingen känd person. Skriv hela namnet.")
		p.t.Errors[len(p.t.Errors)-1].ID = meaningOf(p.c, p.v)
		return true
	}
	if not := p.t.notPerson(n); not != "" {
		p.tell("”" + ask.Short(cmp.Or(n.Email, n.Name)) + "” är " + not + ": behållet som anteckning.")
		return true
	}
	if n.Past {
		p.tell(n.Name + " står som tidigare och utan dag: ingen roll ges, och texten är behållen som anteckning.")
		return true
	}
	if n.Email != "" && p.t.dir.people.byEmail[n.Email] == "" && org.SharedAddress(n.Email) {
		p.tell(n.Email + " är en gemensam adress och inte personens egen: behållen som anteckning.")
		n.Email = ""
	}
	forms := p.t.dir.people.formsOf(n)
	p.more = p.more || len(forms.names) > 0 || n != org.Named{Mention: n.Mention}
	id, ok := p.t.person(p.l, p.c, n, forms)
	if !ok {
		return false
	}
	p.more = p.more || len(p.t.dir.people.find(n.Mention)) > 1 // the row told them apart
	p.beside(id, n)
	if n.Backwards() {
		p.tell("Dagarna " + n.From.String() + "–" + n.To.String() + " slutar före de börjar: behållna som anteckning.")
		n.From, n.To = 0, 0
	}
	h := field.Holding{Person: id, From: n.From, To: n.To}
	p.held, p.days = append(p.held, h), p.days || h.From != 0 || h.To != 0
	if today := p.t.d.Today(); p.c.Field.IsHeld() && !h.Active(today) {
		when := "börjar " + h.From.String()
		if h.From <= today {
			when = "slutade " + h.To.String()
		}
		p.t.remark(p.l, p.c, p.v, n.Name+" "+when+" och har inte rollen i dag; dagarna är sparade.")
	}
	return true
}

// beside keeps what a cell says of somebody beside the name.
func (p *personCell) beside(id field.ID, n org.Named) {
	r := p.t.d.Get(id)
	switch now := org.PersonPhone.Get(r); {
	case n.Phone == "" || text.Digits(now) == text.Digits(n.Phone):
	case now == "" && org.PersonPhone.Fits(n.Phone) == nil:
		p.t.d.set(r, org.PersonPhone.Field, n.Phone)
		p.t.remark(p.l, p.c, p.v, n.Phone+" är sparat som telefon till "+r.Name()+".")
	default:
		p.tell(r.Name() + " har en annan telefon: " + n.Phone + " är behållet som anteckning.")
	}
	if n.Title != "" && p.t.d.Made(id) && org.PersonTitle.Get(r) == "" && org.PersonTitle.Fits(n.Title) == nil {
		p.t.d.set(p.t.d.Get(id), org.PersonTitle.Field, n.Title)
	}
	if n.Rest != "" {
		p.tell("Lästes som " + n.Name + "; ”" + ask.Short(n.Rest) + "” är behållet som anteckning.")
	}
}

// notPerson says what a mention is instead of a person, "" for a person. Somebody whom the
// portfolio has by that name is one, whatever it sounds like.
func (t *Table) notPerson(n org.Named) string {
	switch {
	case n.Not == org.Mailbox && t.dir.people.byEmail[n.Email] == "":
		return n.Not
	case t.dir.people.has(n.Mention):
		return ""
	case n.Not != "":
		return n.Not
	case n.Email != "":
		return ""
	case t.supplies(n.Name):
		return "en leverantör och ingen person"
	case onlyInitials(n.Name) && len(t.dir.people.formsOf(n).names) == 0:
		return "en förkortning som ingen känd person har"
	}
	return ""
}

// isLone says that a mention is a word by itself that is nobody's whom the file or the
// portfolio knows, and nothing that is known to be no person: a firm as likely as a given name.
func (t *Table) isLone(n org.Named) bool {
	return n.Email == "" && !t.Ours && !strings.Contains(t.dir.people.key(n.Mention), " ") && !onlyInitials(n.Name) && t.notPerson(n) == "" && !t.dir.people.has(n.Mention) && len(t.dir.people.formsOf(n).names) == 0
}

// whoIsMeant is what the user has said that a cell with a lone word means; false while she
// hasn't.
func (t *Table) whoIsMeant(l *Line, c *match.Column, v sheet.Cell, said *personText) (*personText, bool) {
	means, ok := t.desk.Meaning(&t.Said, meaningOf(c, v), c.Label, v.Text)
	switch {
	case !ok:
		return said, false
	case means == ask.Empty:
		t.remark(l, c, v, leftEmpty)
		return &personText{}, true
	}
	t.remark(l, c, v, readAsMeant(means))
	return t.dir.said(means), true
}

// supplies says that the portfolio or a column of the table has a record, of a kind whose
// spellings are asked about, by that name.
func (t *Table) supplies(name string) bool {
	if t.makes == nil {
		t.makes = map[string]bool{}
		for i := range t.Columns {
			c := &t.Columns[i]
			if c.Field == nil || c.Field.OfPersons() || made(c.Field) == nil || !asksSpelling(made(c.Field)) || made(c.Field) == t.dir.units.kind {
				continue
			}
			for _, l := range t.Lines {
				if v := l.Row.At(c.Index); !l.Skipped && v.Kind == sheet.Text {
					t.makes[text.Key(v.Text)] = true
				}
			}
			t.suppliers = append(t.suppliers, made(c.Field))
		}
	}
	if t.makes[text.Key(name)] {
		return true
	}
	for _, k := range t.suppliers {
		if t.dir.Named(k, name) {
			return true
		}
	}
	return false
}

// person finds who a mention is, asking when several have the name or only a part of one
// is written.
func (t *Table) person(l *Line, c *match.Column, n org.Named, forms meaning) (field.ID, bool) {
	m := n.Mention
	if err := cmp.Or(org.PersonName.Fits(m.Name), org.PersonEmail.Fits(m.Email)); err != nil {
		t.fail(l, c, sheet.Str(m.Name), err.Error())
		return "", false
	}
	m, ok := t.meant(l, c, n, forms)
	if !ok {
		return "", false
	}
	ids := t.dir.people.find(m)
	if len(ids) == 1 {
		return ids[0], true
	}
	return t.ask(l, c, ask.Question{
		ID: "person:" + m.Key(), Text: fmt.Sprintf("Flera heter %s. Vem menas i ”%s”?", m.Name, c.Label),
		Effect: "Ingen anges; namnet behålls som anteckning.",
	}, fmt.Sprintf("Flera heter %s. Välj vem som menas, eller skriv e-postadressen.", m.Name), m.Name, ids)
}

// meant is whom a mention is taken for: the one known whose name it is written in another
// way. What fits only one in one way is told, and what is less than that is asked about,
// once for each way to write it. It is false while that isn't answered.
func (t *Table) meant(l *Line, c *match.Column, said org.Named, forms meaning) (org.Mention, bool) {
	m := said.Mention
	written := m.Name
	if said.Alone {
		written = m.Email
	}
	switch n := len(forms.names); {
	case n == 0:
		return m, true
	case n == 1 && forms.sure:
		is := org.Named{Mention: org.Mention{Name: t.dir.people.display(forms.names[0]), Email: m.Email}}
		t.remarkOnce(l, c, written, "”"+ask.Short(written)+"” lästes som "+is.Name+".")
		return t.meant(l, c, is, t.dir.people.formsOf(is)) // whom it is may be asked about too
	}
	q := ask.Question{ID: "who:" + cmp.Or(m.Email, text.Key(m.Name)), Lasting: true,
		Text:   fmt.Sprintf("Vem är ”%s” i ”%s”?", ask.Short(written), c.Label),
		Effect: "Ingen anges; namnet behålls som anteckning."}
	if len(forms.names) == 1 {
		q.Text = fmt.Sprintf("Är ”%s” i ”%s” samma person som %s?", ask.Short(written), c.Label, t.dir.people.display(forms.names[0]))
	}
	answer := t.pose(l, q, func() []ask.Option { return t.whoOptions(forms.names, written) })
	if answer == asNew {
		return m, true
	}
	for _, key := range forms.names {
		if answer == ask.Key(key) {
			is := org.Mention{Name: t.dir.people.display(key), Email: m.Email}
			t.remarkOnce(l, c, written, "”"+ask.Short(written)+"” lästes som "+is.Name+", enligt svaret.")
			return is, true
		}
	}
	t.fail(l, c, sheet.Str(written), "Svara på frågan om vem ”"+ask.Short(written)+"” är, eller skriv hela namnet.")
	return m, false
}

func (t *Table) whoOptions(names []string, written string) []ask.Option {
	var out []ask.Option
	for _, key := range names[:min(len(names), mostOptions)] {
		label := t.dir.people.display(key)
		if len(names) == 1 {
			label = "Ja, samma som " + label
		}
		out = append(out, ask.Option{Key: ask.Key(key), Label: label})
	}
	label := "Ingen av dem: lägg till " + ask.Short(written)
	if len(names) == 1 {
		label = "Nej, lägg till " + ask.Short(written)
	}
	return append(out, ask.Option{Key: asNew, Label: label})
}
