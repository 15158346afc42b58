package intake

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// reading is a cell that has been read.
type reading struct {
	given
	ok bool
}

// readAs remembers what a cell was read as.
func (l *line) readAs(c *match.Column, r reading) {
	if l.early == nil {
		l.early = map[*match.Column]reading{}
	}
	l.early[c] = r
}

// early reads a cell that tells which record the row is, once.
func (t *table) early(l *line, f *field.Field) field.Value {
	c := t.Of(f)
	if c == nil {
		return nil
	}
	if t.holdsAlready(l, c) {
		return f.Value(t.d, t.d.Get(l.record.ID), c.Year)
	}
	r, done := l.early[c]
	if !done {
		r.given, r.ok = t.cell(l, c)
		l.readAs(c, r)
	}
	if !r.ok || r.field != f {
		return nil
	}
	return r.value
}

// mostLines bounds what a table that isn't our own export may take: a new
// record is some kilobytes until it is saved.
const mostLines = 250_000

// identify decides for every row which record it is: an existing one, a new
// one, or none since the row says the same as another.
func (t *table) identify() error {
	if len(t.lines) > mostLines && !t.Ours {
		return fault.New(fault.TooLarge, "Bladet ”"+t.Sheet.Name+"” har "+text.Plural(len(t.lines), "rad", "rader")+", fler än vad som går att läsa in säkert. Inget har ändrats. Ta bort rader som inte behövs, eller dela arbetsboken i flera.")
	}
	seen := map[string]*line{}
	for i, l := range t.lines {
		if err := t.tick(i, 0); err != nil {
			return err
		}
		if !l.done() {
			t.identifyLine(l, seen)
		}
	}
	t.askSimilar()
	return nil
}

func (t *table) identifyLine(l *line, seen map[string]*line) {
	if r := t.byID(l); r != nil {
		t.claim(l, r)
		l.out.Name = r.Name()
		t.place(l)
		return
	}
	key := t.keyOf(l)
	if l.done() {
		return
	}
	if number, _ := t.early(l, t.Kind.Number).(string); number != "" && seen[key] != nil {
		if other, _ := t.early(seen[key], t.Kind.Number).(string); other != "" && other != number {
			key += "|" + number // two insatser that their numbers tell apart
		}
	}
	if first := seen[key]; first != nil {
		l.skip(duplicate(l, first))
		return
	}
	seen[key] = l
	t.match(l, key)
}

func duplicate(l, first *line) string {
	same := len(l.row.Cells) == len(first.row.Cells)
	for i := range l.row.Cells {
		same = same && text.OneLine(l.row.Cells[i].Text) == text.OneLine(first.row.At(i).Text)
	}
	if same {
		return fmt.Sprintf("dubblett av rad %d", first.row.Number)
	}
	return fmt.Sprintf("samma namn och enhet som rad %d, men andra uppgifter: slå ihop raderna eller skilj namnen åt", first.row.Number)
}

// claim makes a row the one that updates record r, once.
func (t *table) claim(l *line, r *field.Record) {
	if first := t.taken[r.ID]; first != nil {
		l.skip(fmt.Sprintf("samma %s som rad %d", t.Kind.One, first.row.Number))
		return
	}
	t.taken[r.ID] = l
	t.nolonger(r)
	l.record, l.out.Record, l.out.Ref = r, r.ID, r.Ref
}

// byID finds the record that our own reference or identity on the row names.
func (t *table) byID(l *line) *field.Record {
	if t.id == nil {
		return nil
	}
	s := text.OneLine(l.row.At(t.id.Index).Text)
	if s == "" {
		return nil
	}
	id, ok := t.links(t.Kind).byRef[text.Key(s)]
	if !ok {
		id = field.ID(s)
	}
	if r := t.d.Get(id); r != nil && r.Kind == t.Kind {
		return r
	}
	if !t.Ours {
		t.remark(l, t.id, l.row.At(t.id.Index), "Finns inte i portföljen; raden känns igen på namnet i stället.")
	}
	return nil
}

// keyOf is what makes the row the same as another of its kind. A row without
// it is skipped.
func (t *table) keyOf(l *line) string {
	if len(t.Kind.Identity) > 0 {
		return t.composite(l)
	}
	name := t.name(l)
	if l.done() {
		return ""
	}
	t.place(l)
	if t.Kind == org.PersonKind {
		email, _ := t.early(l, org.PersonEmail.Field).(string)
		return org.Mention{Name: name}.Key() + "|" + email
	}
	return text.Key(name) + "|" + string(l.unit)
}

// place finds the unit that the row belongs to: its own, else that of the
// group it stands in, else the record's.
func (t *table) place(l *line) {
	l.unit, _ = t.early(l, t.Kind.Home()).(field.ID)
	if l.unit == "" && l.group != "" {
		var err error
		if l.unit, err = t.units.resolve(l.group); err != nil {
			t.res.Fail(l.row.Number, t.Kind.Home().Label, ask.Short(l.group), err.Error())
		}
	}
	if l.unit == "" && l.record != nil {
		l.unit = l.record.Home()
	}
}

// name reads the row's name, without which it is skipped.
func (t *table) name(l *line) string {
	c := t.Of(t.Kind.Title())
	if c == nil { // our own export with only references
		return ""
	}
	name, _ := t.early(l, c.Field).(string)
	if path := splitPath(name); t.Kind == org.UnitKind && len(path) > 1 {
		name = path[len(path)-1]
		l.readAs(c, reading{given{c.Field, name}, true})
		l.group = strings.Join(path[:len(path)-1], org.PathSeparator)
	}
	l.out.Name = name
	if name == "" {
		reason := "saknar namn i kolumnen ”" + c.Label + "”"
		if v := l.row.At(c.Index); !read.IsBlank(v) {
			reason = "namnet går inte att läsa: " + ask.Short(text.OneLine(v.Text))
		}
		l.skip(reason)
	}
	return name
}

// composite is the key of a row that has no name of its own: its values of
// the fields that tell it from others.
func (t *table) composite(l *line) string {
	var parts, names []string
	for _, f := range t.Kind.Identity {
		v := t.early(l, f)
		if field.IsEmpty(v) && slices.Contains(t.Kind.Vital, f) && t.Of(f) != nil {
			l.skip("”" + f.Label + "” saknas eller går inte att läsa")
			return ""
		}
		parts = append(parts, field.Encode(v))
		if s := f.Show(t.d, v); s != "" {
			names = append(names, s)
		}
	}
	l.out.Name = strings.Join(names, ", ")
	return strings.Join(parts, "|")
}

// matchComposite finds the record that has the same values in those fields.
func (t *table) matchComposite(l *line, key string) {
	if t.byKey == nil {
		t.byKey = map[string][]*field.Record{}
		for _, r := range t.d.All(t.Kind) {
			var parts []string
			for _, f := range t.Kind.Identity {
				parts = append(parts, field.Encode(r.Get(f)))
			}
			k := strings.Join(parts, "|")
			t.byKey[k] = append(t.byKey[k], r)
		}
	}
	for _, r := range t.byKey[key] {
		if t.taken[r.ID] == nil {
			t.claim(l, r)
			return
		}
	}
}

// match finds the existing record that the row is.
func (t *table) match(l *line, key string) {
	switch {
	case len(t.Kind.Identity) > 0:
		t.matchComposite(l, key)
	case t.Kind == org.UnitKind:
		id, ok := t.units.children[l.unit][text.Key(l.out.Name)]
		if !ok && l.unit == "" {
			id, ok = t.units.find(l.out.Name)
		}
		if !ok && org.Depth(t.d, l.unit) >= org.Deepest {
			l.skip(fmt.Sprintf("enheten ligger djupare än %d led, som är det mesta: rätta vad den hör till", org.Deepest))
			return
		}
		if !ok { // made at once, since the rows below may belong to it
			id = t.units.make(l.out.Name, l.unit)
		}
		t.claim(l, t.d.Get(id))
	case t.Kind == org.PersonKind:
		t.matchPerson(l)
	default:
		t.matchNamed(l)
	}
}

// matchPerson finds a person by address, else by name when no other address
// speaks against it.
func (t *table) matchPerson(l *line) {
	email, _ := t.early(l, org.PersonEmail.Field).(string)
	if id, ok := t.people.byEmail[email]; ok && email != "" {
		t.claim(l, t.d.Get(id))
		return
	}
	var fitting, alike []field.ID
	for _, id := range t.people.byKey[org.Mention{Name: l.out.Name}.Key()] {
		has := org.PersonEmail.Get(t.d.Get(id)) != ""
		if email == "" || !has {
			fitting = append(fitting, id)
		}
		if email == "" && !has {
			alike = append(alike, id)
		}
	}
	if len(fitting) > 1 { // namesakes: the one without an address, as the row is
		fitting = alike
	}
	if len(fitting) == 1 {
		t.claim(l, t.d.Get(fitting[0]))
	}
}
