package identify

import (
	"fmt"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// unit reads the unit that is named.
func (t *Table) unit(l *Line, c *match.Column, v sheet.Cell) (Given, bool) {
	if id, ok := t.exactly(c.Field.Targets()[0], v.Text); ok {
		return Given{c.Field, id}, true
	}
	if t.unknown(v.Text) && !t.dir.Unit(v.Text) && len(t.dir.units.forms.means(v.Text).names) == 0 {
		t.remark(l, c, v, asUnknown)
		return Given{}, false
	}
	s, ok := t.unitMeant(l, c.Label, v.Text)
	if !ok {
		t.fail(l, c, v, "Svara på frågan om vilken enhet ”"+ask.Short(text.OneLine(v.Text))+"” är.")
		l.keep(c, text.OneLine(v.Text))
		return Given{}, false
	}
	id, err := t.dir.units.resolve(s)
	if err != nil {
		t.fail(l, c, v, err.Error())
		l.keep(c, text.OneLine(v.Text))
	}
	return Given{c.Field, id}, err == nil
}

// unitMeant is what a unit's name is read as: itself, or the unit that it is a spelling or
// an abbreviation of. What is sure is told; the rest is asked about once for each spelling,
// and false while it isn't answered.
func (t *Table) unitMeant(l *Line, label, s string) (string, bool) {
	if _, done := t.dir.units.written[s]; done || t.Ours {
		return s, true
	}
	m := t.dir.units.forms.means(s)
	switch {
	case len(m.names) == 0:
		return t.moved(l, s)
	case m.sure:
		t.remarkUnit(l, label, s, "”"+ask.Short(text.OneLine(s))+"” lästes som "+m.names[0]+".")
		return t.moved(l, m.names[0])
	}
	answer := t.pose(l, t.unitQuestion(s, m.names), func() []ask.Option { return t.unitOptions(s, m.names) })
	for _, name := range m.names {
		if answer == ask.Key(text.Key(name)) {
			t.remarkUnit(l, label, s, "”"+ask.Short(text.OneLine(s))+"” lästes som "+name+", enligt svaret.")
			return name, true
		}
	}
	if answer != asNew {
		l.pending = text.Key(s)
	}
	return s, answer == asNew
}

func (t *Table) unitQuestion(s string, names []string) ask.Question {
	one := t.dir.units.kind.One
	q := ask.Question{ID: "unit:" + text.Key(text.OneLine(s)), Lasting: true,
		Text: fmt.Sprintf("Vilken %s är ”%s”?", one, ask.Short(text.OneLine(s))), Effect: "Enheten anges inte; namnet behålls som anteckning."}
	if len(names) == 1 {
		q.Text = fmt.Sprintf("Är ”%s” samma %s som %s?", ask.Short(text.OneLine(s)), one, names[0])
	}
	if t.ofUnits() {
		q.Effect = "Raden hoppas över."
	}
	return q
}

func (t *Table) unitOptions(s string, names []string) []ask.Option {
	var out []ask.Option
	for _, name := range names[:min(len(names), mostOptions)] {
		label := name
		if len(names) == 1 {
			label = "Ja, samma som " + name
		}
		out = append(out, ask.Option{Key: ask.Key(text.Key(name)), Label: label})
	}
	return append(out, ask.Option{Key: asNew, Label: "Nej, lägg till " + ask.Short(text.OneLine(s)) + " som " + t.dir.units.kind.Fresh()})
}

// remarkUnit tells of a unit's spelling on the first row that has it.
func (t *Table) remarkUnit(l *Line, label, s, message string) {
	if t.once(nil, s) {
		t.Remark(l.Row.Number, label, text.OneLine(s), message)
	}
}

// moved asks whether a unit that the file places elsewhere is the only one of its name that
// there was, unless the file has that one in its own place too.
func (t *Table) moved(l *Line, s string) (string, bool) {
	u := t.dir.units
	names := splitPath(s)
	if len(names) < 2 {
		return s, true
	}
	if _, ok := u.find(s); ok {
		return s, true
	}
	id, ok := u.elsewhere(names[len(names)-1])
	if !ok {
		return s, true
	}
	path := org.Path(t.d, id)
	answer := t.pose(l, ask.Question{ID: "moved:" + text.Key(s), Lasting: true,
		Text:   fmt.Sprintf("Är ”%s” samma %s som %s?", ask.Short(s), u.kind.One, path),
		Effect: "Enheten anges inte; namnet behålls som anteckning."},
		func() []ask.Option {
			return []ask.Option{{Key: asSame, Label: "Ja, samma som " + path}, {Key: asNew, Label: "Nej, lägg till som " + u.kind.Fresh()}}
		})
	switch answer {
	case asSame:
		return path, true
	case asNew:
		return s, true
	}
	l.pending = text.Key(s)
	return s, false
}

// elsewhere is the only unit of a name, if it was there before, lies under another and the
// file doesn't name it where it lies.
func (u *tree) elsewhere(name string) (field.ID, bool) {
	n := u.byName[text.Key(name)]
	if n.count != 1 || u.d.Before(n.highest) == nil || u.parent(u.d.Get(n.highest)) == "" || u.forms.paths[text.Key(org.Path(u.d, n.highest))] {
		return "", false
	}
	return n.highest, true
}

// matchUnit finds the unit that a row of a list of units is, or makes it.
func (t *Table) matchUnit(l *Line) {
	units := t.dir.units
	id, ok := units.children[l.Unit][text.Key(l.Name)]
	if !ok && l.Unit == "" {
		id, ok = units.find(l.Name)
	}
	deep := org.Depth(t.d, l.Unit)
	if early, named := units.mentioned(l.Name, l.Unit); !ok && named && t.taken[early] == nil {
		if deep += units.height(early) - 1; deep < org.Deepest {
			units.hang(early, text.Key(l.Name), l.Unit)
			id, ok = early, true
		}
	}
	if !ok && deep >= org.Deepest {
		l.Skip(fmt.Sprintf("%s ligger djupare än %d led, som är det mesta: rätta vad den hör till", t.Kind.Naming.The, org.Deepest))
		return
	}
	if !ok {
		if id, ok = t.unitRow(l); l.Skipped {
			return
		}
	}
	if !ok { // made at once, since the rows below may belong to it
		id = units.makeAs(t.NewID(l), l.Name, l.Unit)
	}
	t.claim(l, t.d.Get(id))
}

// unitRow finds the unit that a row of a list of units is under another name or in another
// place. It is skipped while that is asked about.
func (t *Table) unitRow(l *Line) (field.ID, bool) {
	s := l.Name
	if l.Unit != "" {
		s = org.Path(t.d, l.Unit) + org.PathSeparator + l.Name
	}
	meant, ok := t.unitMeant(l, t.Kind.Title().Label, s)
	if !ok {
		l.Skip("svara på frågan om vilken " + t.Kind.One + " det är")
		return "", false
	}
	return t.dir.units.find(meant)
}
