package intake

import (
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// read plans one sheet. from and share place it in the whole for progress.
func (s *session) read(l *match.Layout, from, share float64) (*Result, error) {
	t := &table{session: s, Layout: l, taken: map[field.ID]*line{}, words: map[*match.Column]map[string]string{}, parsed: map[parseKey]parsed{}, kept: map[*match.Column]int{},
		res:  s.resultOf(l),
		tell: func(done float64) { s.progress(from + share*done) }}
	t.id = l.Reference()
	t.sortLines()
	if err := t.identify(); err != nil {
		return nil, err
	}
	t.collectPeople()
	for i, l := range t.lines {
		if err := t.tick(i, 0.3); err != nil {
			return nil, err
		}
		if !l.done() {
			t.build(l)
		}
	}
	t.count()
	return t.res, nil
}

func (s *session) resultOf(l *match.Layout) *Result {
	return &Result{Kind: l.Kind, Sheet: l.Sheet.Name, HeaderRow: l.Sheet.Rows[l.Header].Number, Unit: l.Unit, Year: s.year(), Said: ask.Said{Questions: l.Questions}}
}

// tick stops a cancelled reading and tells how far it has come.
func (t *table) tick(i int, from float64) error {
	if i%256 != 0 {
		return nil
	}
	if t.ctx.Err() != nil {
		return ask.Canceled(t.ctx)
	}
	t.tell(from + 0.3*float64(i)/float64(len(t.lines)))
	return nil
}

// collectPeople lets every row say whom it mentions before any is resolved.
func (t *table) collectPeople() {
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Field == nil || !c.Field.OfPersons() {
			continue
		}
		for _, l := range t.lines {
			v := l.row.At(c.Index)
			if l.done() || read.IsBlank(v) {
				continue
			}
			if _, unit := t.units.isUnit(v.Text); unit || v.Kind == sheet.Error {
				continue
			}
			for _, m := range t.mentions(v.Text) {
				t.people.collect(m)
			}
		}
	}
}

// mentions are the persons named in a text.
func (s *session) mentions(text string) []org.Mention {
	ms, ok := s.named[text]
	if !ok {
		ms = org.ParseMentions(text)
		s.named[text] = ms
	}
	return ms
}

// value is one that a row gives, with the column that it stood in.
type value struct {
	given
	year   int
	column string
}

// build plans what one row does.
func (t *table) build(l *line) {
	values := t.values(l)
	if l.record == nil && t.Kind.Lasting && slices.ContainsFunc(t.res.Errors, func(i ask.Issue) bool { return i.Row == l.row.Number }) {
		l.skip("Raden är inte inläst: ett " + t.Kind.One + " skrivs aldrig över, så allt i raden måste gå att läsa.")
		return
	}
	if l.record == nil {
		t.add(l, values)
		return
	}
	l.out.Status = Unchanged
	if t.d.Made(l.record.ID) { // another row or sheet has named it already
		l.out.Status = New
	}
	for _, v := range values {
		t.change(l, v)
	}
	if l.out.Name == "" {
		l.out.Name = t.d.Label(l.record.ID)
	}
}

// values reads the row's cells.
func (t *table) values(l *line) []value {
	var out []value
	moved := false
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Keep && c.Field == nil && !read.IsBlank(l.row.At(c.Index)) {
			c.Field = t.d.freeField(t.Kind, t.OwnLabel(c))
		}
		if c.Field == nil || t.holdsAlready(l, c) {
			continue
		}
		r, done := l.early[c]
		if !done {
			r.given, r.ok = t.cell(l, c)
		}
		if r.ok {
			out = append(out, value{r.given, c.Year, c.Label})
			moved = moved || r.field != c.Field
		}
	}
	if moved {
		out = t.withoutDoubles(l, out)
	}
	if f := t.Kind.Home(); f != nil && l.unit != "" && !slices.ContainsFunc(out, func(v value) bool { return v.field == f }) {
		out = append(out, value{given{f, l.unit}, 0, f.Label})
	}
	return t.withNote(l, out)
}

// holdsAlready says that nobody has touched a cell of our own export: it says
// what the portfolio said before this import. An amount that another sheet of
// the book changes is so not set back by the sheet that still has the old one.
func (t *table) holdsAlready(l *line, c *match.Column) bool {
	if !t.Ours || l.record == nil {
		return false
	}
	was := t.d.World.Get(l.record.ID)
	v := l.row.At(c.Index)
	if was == nil || v.IsEmpty() {
		return false
	}
	value := c.Field.Value(t.d.World, was, c.Year)
	if v.Kind == sheet.Number {
		said, _, err := read.Value(t.d, c.Field, v, money.Kr)
		return err == nil && field.Equal(said, value)
	}
	return text.Clean(c.Field.Exact(t.d.World, value)) == text.Clean(v.Text)
}

// withoutDoubles lets a field's own column win over text that came to it from
// another field; that text goes to the note.
func (t *table) withoutDoubles(l *line, values []value) []value {
	var out []value
	for _, v := range values {
		own := t.Of(v.field)
		if own != nil && own.Label != v.column && !v.field.Yearly &&
			slices.ContainsFunc(values, func(o value) bool { return o.field == v.field && o.column == own.Label }) {
			l.notes = append(l.notes, note{v.column, field.Encode(v.value)})
			continue
		}
		out = append(out, v)
	}
	return out
}

// add plans a new record.
func (t *table) add(l *line, values []value) {
	r := field.NewRecord(t.Kind, t.d.NewID())
	l.out.Status, l.out.Record = New, r.ID
	var yearly []value
	for _, v := range values {
		if v.field.Yearly {
			yearly = append(yearly, v)
			continue
		}
		if ids, ok := v.value.([]field.ID); ok && v.field.IsHeld() {
			v.value = field.Succeed(nil, ids, t.d.Today())
		}
		r.Put(v.field, v.value)
		l.show(v, "", v.field.Show(t.d, v.value))
	}
	r.FillIn(t.d)
	if t.Kind.Lasting && t.Kind.Check != nil {
		if err := t.Kind.Check(t.d, nil, r); err != nil { // it can't be mended afterwards
			l.skip(err.Error())
			return
		}
	}
	t.d.create(r)
	t.remember(l, r)
	for _, v := range yearly {
		if t.costed[t.fileRef(l)] {
			break // the book's own sheet of costs has them
		}
		changes, err := v.field.Assign(t.d, r, v.year, v.value)
		if err != nil {
			t.refuse(l, v, err)
			continue
		}
		t.d.carry(changes)
		l.show(v, "", v.field.Show(t.d, v.value))
	}
}

// remember lets later rows and sheets find the new record.
func (t *table) remember(l *line, r *field.Record) {
	t.links(t.Kind).note(r)
	if t.Kind == org.PersonKind {
		t.people.note(r)
		t.people.added = append(t.people.added, r.ID)
	}
	if ref := t.fileRef(l); ref != "" {
		t.aliases[ref] = r.ID
	}
}

// fileRef is what our own export calls the row's record.
func (t *table) fileRef(l *line) string {
	if t.id == nil {
		return ""
	}
	return text.Key(text.OneLine(l.row.At(t.id.Index).Text))
}

// change plans what one value changes in an existing record.
func (t *table) change(l *line, v value) {
	r := t.d.Get(l.record.ID)
	now := v.field.Value(t.d, r, v.year)
	if ids, ok := v.value.([]field.ID); ok && v.field.IsHeld() {
		held, _ := now.([]field.Holding)
		if sameSet(field.Holders(held, t.d.Today()), ids) {
			return
		}
		v.value = field.Succeed(held, ids, t.d.Today())
	}
	if t.same(v, now) {
		return
	}
	changes, err := v.field.Assign(t.d, r, v.year, v.value)
	if err == nil && t.Kind.Lasting && !t.d.Made(r.ID) {
		err = fault.New(fault.Conflict, "Ett "+t.Kind.One+" skrivs aldrig över. Det som står i filen är inte inläst.")
	}
	if err != nil {
		t.refuse(l, v, err)
		return
	}
	if len(changes) == 0 {
		return
	}
	if !t.d.Made(r.ID) {
		l.out.Status = Changed
	}
	l.show(v, v.field.Show(t.d, now), v.field.Show(t.d, v.value))
	t.d.carry(changes)
}

// same says that people would call the values the same: names in another
// case, lists in another order, and text with other spaces at its ends.
func (t *table) same(v value, now field.Value) bool {
	switch was := now.(type) {
	case string:
		is, _ := v.value.(string)
		if was == is {
			return true
		}
		if v.field == t.Kind.Title() || v.field.Vocabulary {
			return text.Key(was) == text.Key(is)
		}
		return strings.TrimSpace(was) == strings.TrimSpace(is)
	case []field.ID:
		is, _ := v.value.([]field.ID)
		return sameSet(was, is)
	}
	return field.Equal(now, v.value)
}

func sameSet(a, b []field.ID) bool {
	if len(a) != len(b) {
		return false
	}
	in := make(map[field.ID]bool, len(b))
	for _, id := range b {
		in[id] = true
	}
	return !slices.ContainsFunc(a, func(id field.ID) bool { return !in[id] })
}

func (t *table) refuse(l *line, v value, err error) {
	message := "Värdet kunde inte sparas."
	if fault.CodeOf(err) != fault.Internal {
		message = err.Error()
	}
	t.res.Fail(l.row.Number, v.column, v.field.Show(t.d, v.value), message)
}

func (l *line) show(v value, before, after string) {
	l.out.Cells = append(l.out.Cells, Cell{v.column, v.field, before, after})
}

// count fills in the result's numbers and lists.
func (t *table) count() {
	for _, l := range t.lines {
		switch l.out.Status {
		case New:
			t.res.New++
		case Changed:
			t.res.Changed++
		case Unchanged:
			t.res.Unchanged++
		}
		t.res.Rows = append(t.res.Rows, l.out)
	}
	t.res.RowsRead = len(t.lines)
	byRow := func(a, b ask.Issue) int { return a.Row - b.Row }
	slices.SortStableFunc(t.res.Errors, byRow)
	slices.SortStableFunc(t.res.Remarks, byRow)
	t.res.Columns = t.Columns
}
