package identify

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
	Given
	ok bool
}

// earlier is a cell of a column that has been read.
type earlier struct {
	column *match.Column
	reading
}

// readAs remembers what a cell was read as.
func (l *Line) readAs(c *match.Column, r reading) {
	if was := l.reading(c); was != nil {
		*was = r
		return
	}
	l.early = append(l.early, earlier{c, r})
}

// reading is what the cell of a column was read as; nil while it hasn't been read.
func (l *Line) reading(c *match.Column) *reading {
	for i := range l.early {
		if l.early[i].column == c {
			return &l.early[i].reading
		}
	}
	return nil
}

// early reads a cell that tells which record the row is, once.
func (t *Table) early(l *Line, f *field.Field) field.Value {
	c := t.Of(f)
	if c == nil {
		return t.passedOn(l, f)
	}
	if t.holdsAlready(l, c) {
		return f.Value(t.d, t.d.Get(l.Record.ID), c.Year)
	}
	r := l.reading(c)
	if r == nil {
		r = new(reading)
		r.Given, r.ok = t.cell(l, c)
		l.readAs(c, *r)
	}
	switch {
	case r.ok && r.Field == f:
		return r.Value
	case !r.ok:
		return t.passedOn(l, f)
	}
	return nil
}

// passedOn is what a field's own column doesn't say: its part of a column of several, or who
// stands at an end of what the row is between and is none of ours, where f is the field that
// takes it.
func (t *Table) passedOn(l *Line, f *field.Field) field.Value {
	if v := t.partOf(l, f); v != nil {
		return v
	}
	b := t.Kind.Ends
	if b == nil || f != b.Outside {
		return nil
	}
	for _, end := range []*field.Field{b.From, b.To} {
		if c := t.Of(end); c != nil {
			t.early(l, end)
			if r := l.reading(c); r != nil && r.ok && r.Field == f {
				return r.Value
			}
		}
	}
	return nil
}

// mostLines bounds what a table that isn't our own export may take: a new
// record is some kilobytes until it is saved.
const mostLines = 250_000

// identify decides for every row which record it is: an existing one, a new
// one, or none since the row says the same as another.
func (t *Table) identify(tick func(i, of int) error) error {
	if len(t.Lines) > mostLines && !t.Ours {
		return fault.New(fault.TooLarge, "Bladet ”"+t.Sheet.Name+"” har "+text.Plural(len(t.Lines), "rad", "rader")+", fler än vad som går att importera säkert. Inget har ändrats. Ta bort rader som inte behövs, eller dela arbetsboken i flera.")
	}
	t.readOwn()
	seen := map[string]*Line{}
	for i, l := range t.Lines {
		if err := tick(i, len(t.Lines)); err != nil {
			return err
		}
		if !l.Skipped {
			t.identifyLine(l, seen)
		}
	}
	t.settleRepeats()
	t.askSimilar()
	return nil
}

func (t *Table) identifyLine(l *Line, seen map[string]*Line) {
	if r := t.byID(l); r != nil {
		t.claim(l, r)
		l.Name = r.Name()
		t.place(l)
		return
	}
	if l.Skipped {
		return
	}
	key := t.keyOf(l)
	if l.Skipped {
		return
	}
	if t.Kind.Repeats {
		t.repeats.add(key, l)
		return
	}
	if number, _ := t.early(l, t.Kind.Number).(string); number != "" && seen[key] != nil {
		if other, _ := t.early(seen[key], t.Kind.Number).(string); other != "" && other != number {
			key += "|" + number // two insatser that their numbers tell apart
		}
	}
	switch first := seen[key]; {
	case first == nil:
		seen[key] = l
		t.match(l, key)
	case !t.others(l, first):
		l.Skip(duplicate(l, first))
	}
}

func duplicate(l, first *Line) string {
	same := len(l.Row.Cells) == len(first.Row.Cells)
	for i := range l.Row.Cells {
		same = same && text.OneLine(l.Row.Cells[i].Text) == text.OneLine(first.Row.At(i).Text)
	}
	if same {
		return fmt.Sprintf("dubblett av rad %d", first.Row.Number)
	}
	return fmt.Sprintf("samma namn och enhet som rad %d, men andra uppgifter: slå ihop raderna eller skilj namnen åt", first.Row.Number)
}

// claim makes a row the one that updates record r, once.
func (t *Table) claim(l *Line, r *field.Record) {
	if first := t.taken[r.ID]; first != nil {
		l.Skip(fmt.Sprintf("samma %s som rad %d", t.Kind.One, first.Row.Number))
		return
	}
	t.taken[r.ID] = l
	if t.Kind.Repeats {
		t.dir.claimed[r.ID] = true
	}
	t.noLonger(r)
	l.Record = r
	if t.dir.Origin == Elsewhere {
		t.dir.calls(t.FileRef(l), r.ID)
	}
}

// keyOf is what makes the row the same as another of its kind. A row without
// it is skipped.
func (t *Table) keyOf(l *Line) string {
	if len(t.Kind.Identity) > 0 {
		return t.composite(l)
	}
	name := t.name(l)
	if l.Skipped {
		return ""
	}
	t.place(l)
	if t.Kind == t.dir.people.kind {
		email, _ := t.early(l, org.PersonEmail.Field).(string)
		return org.Mention{Name: name}.Key() + "|" + email
	}
	return t.plainName(l) + "|" + string(l.Unit) + l.pending
}

// place finds the unit that the row belongs to: its own, else that of the
// group it stands in, else the record's.
func (t *Table) place(l *Line) {
	l.Unit, _ = t.early(l, t.Kind.Home()).(field.ID)
	if l.Unit == "" && l.group != "" {
		var err error
		s, ok := t.unitMeant(l, t.Kind.Home().Label, l.group)
		if !ok {
			return
		}
		if l.Unit, err = t.dir.units.resolve(s); err != nil {
			t.Fail(l.Row.Number, t.Kind.Home().Label, ask.Short(l.group), err.Error())
		}
	}
	if l.Unit == "" && l.Record != nil {
		l.Unit = l.Record.Home()
	}
}

// name reads the row's name, without which it is skipped.
func (t *Table) name(l *Line) string {
	c := t.Of(t.Kind.Title())
	if c == nil { // our own export with only references
		return ""
	}
	name, _ := t.early(l, c.Field).(string)
	if path := splitPath(name); t.ofUnits() && len(path) > 1 {
		name = path[len(path)-1]
		l.readAs(c, reading{Given{c.Field, name}, true})
		l.group = strings.Join(path[:len(path)-1], org.PathSeparator)
	}
	l.Name = name
	if name == "" {
		reason := "saknar namn i kolumnen ”" + c.Label + "”"
		if v := l.Row.At(c.Index); !read.IsBlank(v) {
			reason = "namnet går inte att läsa: " + ask.Short(text.OneLine(v.Text))
		}
		l.Skip(reason)
	}
	return name
}

// composite is the key of a row that has no name of its own: its values of
// the fields that tell it from others.
func (t *Table) composite(l *Line) string {
	var parts, names []string
	for _, f := range t.Kind.Identity {
		v := t.early(l, f)
		if field.IsEmpty(v) && slices.Contains(t.Kind.Vital, f) && t.Of(f) != nil && !t.otherEnd(l, f) {
			l.Skip("”" + f.Label + "” saknas eller går inte att läsa")
			return ""
		}
		if field.IsEmpty(v) {
			v = f.Start(t.d)
		}
		parts = append(parts, field.Encode(v))
		if s := f.Show(t.d, v); s != "" {
			names = append(names, s)
		}
	}
	l.Name = strings.Join(names, ", ")
	return strings.Join(parts, "|")
}

// otherEnd says that f is one end of what the row is between, and that the other one
// tells enough.
func (t *Table) otherEnd(l *Line, f *field.Field) bool {
	b := t.Kind.Ends
	switch {
	case b == nil:
		return false
	case f == b.From:
		return !field.IsEmpty(t.early(l, b.To))
	}
	return f == b.To && !field.IsEmpty(t.early(l, b.From))
}

// keyed are the records there are, by their values of those fields.
func (t *Table) keyed() map[string][]*field.Record {
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
	return t.byKey
}

// matchComposite finds the record that has the same values in those fields.
func (t *Table) matchComposite(l *Line, key string) {
	for _, r := range t.keyed()[key] {
		if t.taken[r.ID] == nil {
			t.claim(l, r)
			return
		}
	}
}

// match finds the existing record that the row is.
func (t *Table) match(l *Line, key string) {
	switch {
	case len(t.Kind.Identity) > 0:
		t.matchComposite(l, key)
	case t.ofUnits():
		t.matchUnit(l)
	case t.Kind == t.dir.people.kind:
		t.matchPerson(l)
	default:
		t.matchNamed(l)
	}
}

// matchPerson finds a person by address, else by name when no other address
// speaks against it.
func (t *Table) matchPerson(l *Line) {
	email, _ := t.early(l, org.PersonEmail.Field).(string)
	if id, ok := t.dir.people.byEmail[email]; ok && email != "" {
		t.claim(l, t.d.Get(id))
		return
	}
	var fitting, alike []field.ID
	for _, id := range t.dir.people.byKey[org.Mention{Name: l.Name}.Key()] {
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
