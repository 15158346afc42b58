package intake

import (
	"cmp"
	"fmt"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// given is what a cell gave: a value for a field, maybe another field than
// the column's. A role's value is the persons who are to hold it.
type given struct {
	field *field.Field
	value field.Value
}

// cell reads the cell of a line in a column. What can't be read is reported,
// and its text goes to the record's note; ok is false when there is no value.
func (t *table) cell(l *line, c *match.Column) (given, bool) {
	v := l.row.At(c.Index)
	if c.Field == nil || !read.Says(t.d, c.Field, v) {
		return given{}, false
	}
	if v.Kind == sheet.Error {
		t.fail(l, c, v, "Cellen visar felet "+v.Text+" och har inget värde. Rätta formeln i arbetsboken och läs in igen.")
		return given{}, false
	}
	switch read.In(c.Field) {
	case read.Persons:
		return t.persons(l, c, v)
	case read.Unit:
		return t.unit(l, c, v)
	case read.Records:
		return t.references(l, c, v)
	}
	return t.written(l, c, v)
}

// parsed is what a text in a column was read as.
type parsed struct {
	value  field.Value
	remark string
	err    error
}

// mostKept bounds how many different texts of a column are remembered.
const mostKept = 5000

// parse reads a cell. A column says the same things over and over, so what
// they mean is remembered.
func (t *table) parse(c *match.Column, v sheet.Cell) (field.Value, string, error) {
	key := parseKey{c, v.Kind, v.Text}
	if p, ok := t.parsed[key]; ok {
		return p.value, p.remark, p.err
	}
	var p parsed
	p.value, p.remark, p.err = read.Value(t.d, c.Field, v, c.Unit)
	if c.Field.Vocabulary && p.err == nil {
		p.value = t.spelling(c, p.value)
	}
	if t.kept[c]++; t.kept[c] <= mostKept {
		t.parsed[key] = p
	}
	return p.value, p.remark, p.err
}

type parseKey struct {
	c    *match.Column
	kind sheet.Kind
	text string
}

func (t *table) fail(l *line, c *match.Column, v sheet.Cell, message string) {
	t.res.Fail(l.row.Number, c.Label, text.OneLine(v.Text), message)
}

func (t *table) remark(l *line, c *match.Column, v sheet.Cell, message string) {
	t.res.Remark(l.row.Number, c.Label, text.OneLine(v.Text), message)
}

// keep puts what couldn't be read in the record's note.
func (l *line) keep(c *match.Column, s string) { l.notes = append(l.notes, note{c.Label, s}) }

// persons reads who is named. A unit in a person's place is no person.
func (t *table) persons(l *line, c *match.Column, v sheet.Cell) (given, bool) {
	if id, ok := t.units.isUnit(v.Text); ok {
		if id == "" || id != l.unit {
			t.remark(l, c, v, "En enhet och ingen person: behållet som anteckning.")
			l.keep(c, text.OneLine(v.Text))
		}
		return given{}, false
	}
	var ids []field.ID
	for _, m := range t.mentions(v.Text) {
		id, ok := t.person(l, c, m)
		if !ok {
			l.keep(c, text.OneLine(v.Text))
			return given{}, false
		}
		ids = append(ids, id)
	}
	switch {
	case len(ids) == 0:
		t.remark(l, c, v, "Lästes som att ingen är utsedd.")
		return given{}, false
	case c.Field.IsHeld():
		return given{c.Field, unique(ids)}, true
	case len(ids) > 1:
		t.remark(l, c, v, "Fältet rymmer en person; de andra är behållna som anteckning.")
		l.keep(c, text.OneLine(v.Text))
	}
	return given{c.Field, ids[0]}, true
}

// person finds who a mention is, asking when several have the name.
func (t *table) person(l *line, c *match.Column, m org.Mention) (field.ID, bool) {
	if err := cmp.Or(org.PersonName.Fits(m.Name), org.PersonEmail.Fits(m.Email)); err != nil {
		t.fail(l, c, sheet.Str(m.Name), err.Error())
		return "", false
	}
	ids := t.people.find(m)
	if len(ids) == 1 {
		return ids[0], true
	}
	return t.ask(l, c, ask.Question{
		ID: "person:" + m.Key(), Text: fmt.Sprintf("Flera heter %s. Vem menas i ”%s”?", m.Name, c.Label),
		Effect: "Ingen anges; namnet behålls som anteckning.",
	}, fmt.Sprintf("Flera heter %s. Välj vem som menas, eller skriv e-postadressen.", m.Name), m.Name, ids)
}

// references reads the names in a cell as links to records.
func (t *table) references(l *line, c *match.Column, v sheet.Cell) (given, bool) {
	names := []string{text.Clean(v.Text)}
	if c.Field.IsList() {
		names = t.links(c.Field.Targets()[0]).splitNames(v.Text)
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
		return given{}, false
	case !c.Field.IsList():
		return given{c.Field, ids[0]}, true
	}
	return given{c.Field, unique(ids)}, true
}

// reference finds the record that a name means. The unit of the row settles
// it between several; else it is asked.
func (t *table) reference(l *line, c *match.Column, name string) (field.ID, bool) {
	for _, k := range c.Field.Targets() { // a reference names one, whatever else bears its name
		if id, ok := t.links(k).referred(name); ok {
			return id, true
		}
	}
	var ids []field.ID
	for _, k := range c.Field.Targets() {
		if id, ok := t.exactly(k, name); ok {
			return id, true
		}
		ids = append(ids, t.links(k).find(name)...)
	}
	ids = nearest(t.d, ids, l.unit)
	switch len(ids) {
	case 0:
		t.fail(l, c, sheet.Str(name), fmt.Sprintf("”%s” finns inte i portföljen. Läs in det först eller rätta namnet; texten är behållen som anteckning.", name))
		return "", false
	case 1:
		return ids[0], true
	}
	return t.ask(l, c, ask.Question{
		ID: "link:" + c.Field.Key + ":" + text.Key(name) + ":" + text.Key(l.out.Name), Text: fmt.Sprintf("Flera heter %s. Vilket menas i %s?", name, l.out.Name),
		Effect: "Kopplingen görs inte; namnet behålls som anteckning.",
	}, fmt.Sprintf("Flera heter ”%s”. Svara på frågan om vilket som menas.", name), name, ids)
}

// exactly finds the record whose exact text this is, as our exports write it.
func (t *table) exactly(k *field.Kind, s string) (field.ID, bool) {
	if !t.Ours {
		return "", false
	}
	s = text.Clean(s)
	if _, ref, ok := read.CutRef(s); ok {
		if id, ok := t.aliases[text.Key(ref)]; ok {
			return id, true
		}
	}
	if id, ok := t.aliases[text.Key(s)]; ok {
		return id, true
	}
	if t.exacts[k] == nil {
		t.exacts[k] = map[string]field.ID{}
		for _, r := range t.d.All(k) {
			t.exacts[k][text.Clean(t.d.Exact(r.ID))] = r.ID
		}
	}
	id, ok := t.exacts[k][s]
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

// spelling evens out a recurring word: "nordkod ab" is "Nordkod AB".
func (t *table) spelling(c *match.Column, v field.Value) field.Value {
	s, ok := v.(string)
	if !ok {
		return v
	}
	if t.words[c] == nil {
		t.words[c] = t.learnWords(c)
	}
	if better, ok := t.words[c][text.Key(s)]; ok {
		return better
	}
	return v
}

// learnWords finds the spelling of every word in the portfolio and the column.
// What the portfolio has comes first; then the one with capitals, then the
// most common, then the first.
func (t *table) learnWords(c *match.Column) map[string]string {
	out := map[string]string{}
	count, keys := map[string]int{}, map[string]string{}
	consider := func(s string) {
		if count[s]++; out[keys[s]] == s {
			return
		}
		key, ok := keys[s]
		if !ok {
			key = text.Key(s)
			keys[s] = key
		}
		now, ok := out[key]
		if !ok || capitals(s) > capitals(now) || capitals(s) == capitals(now) && count[s] > count[now] {
			out[key] = s
		}
	}
	for _, l := range t.lines {
		if v := l.row.At(c.Index); !l.done() && !read.IsBlank(v) && v.Kind != sheet.Error {
			consider(text.OneLine(v.Text))
		}
	}
	theirs := out
	out, count = map[string]string{}, map[string]int{}
	for _, r := range t.d.All(t.Kind) {
		if s, _ := r.Get(c.Field).(string); s != "" {
			consider(s)
		}
	}
	for key, s := range theirs {
		if _, ok := out[key]; !ok {
			out[key] = s
		}
	}
	return out
}

// capitals ranks spellings: a capital first is how a name is written, all
// capitals is shouting.
func capitals(s string) int {
	switch first := []rune(s)[0]; {
	case s == strings.ToUpper(s) && len(s) > 4:
		return 1
	case string(first) != strings.ToLower(string(first)):
		return 2
	}
	return 0
}

// written reads a value that is written out in the cell. What can't be read goes to
// the field's fallback, and else to the record's note.
func (t *table) written(l *line, c *match.Column, v sheet.Cell) (given, bool) {
	value, remark, err := t.parse(c, v)
	switch {
	case err != nil && c.Field.Fallback != nil:
		if value, _, err = c.Field.Fallback.Parse(t.d, v.Text, c.Unit); err == nil {
			return given{c.Field.Fallback, value}, true
		}
		fallthrough
	case err != nil:
		t.fail(l, c, v, err.Error())
		l.keep(c, text.OneLine(v.Text))
		return given{}, false
	case remark != "":
		t.remark(l, c, v, remark)
		l.keep(c, text.OneLine(v.Text))
	}
	return given{c.Field, value}, !field.IsEmpty(value)
}

// unit reads the unit that is named.
func (t *table) unit(l *line, c *match.Column, v sheet.Cell) (given, bool) {
	if id, ok := t.exactly(org.UnitKind, v.Text); ok {
		return given{c.Field, id}, true
	}
	id, err := t.units.resolve(v.Text)
	if err != nil {
		t.fail(l, c, v, err.Error())
		l.keep(c, text.OneLine(v.Text))
	}
	return given{c.Field, id}, err == nil
}
