package intake

import (
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/identify"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
)

// merge is one sheet whose rows become changes.
type merge struct {
	*session
	*identify.Table
	res   *Result
	later []*waiting       // rows and values that a rule stands against until others are read
	room  []value          // for the values of one row after another
	one   []identify.Given // what a cell gives, used again for the next
}

// line is a row that is merged, and what is said of it.
type line struct {
	*identify.Line
	out Row
}

// sheet plans one sheet. from and share place it in the whole for progress.
func (s *session) sheet(l *match.Layout, from, share float64) (*Result, error) {
	tick := func(i, of int, before float64) error {
		if i%256 != 0 {
			return nil
		}
		if s.ctx.Err() != nil {
			return ask.Canceled(s.ctx)
		}
		s.progress(from + share*(before+0.3*float64(i)/float64(of)))
		return nil
	}
	table, err := identify.Read(l, s.dir, s.desk, func(i, of int) error { return tick(i, of, 0) })
	if err != nil {
		return nil, err
	}
	t := &merge{session: s, Table: table, res: s.resultOf(l)}
	lines := make([]line, len(t.Lines))
	for i, l := range t.Lines {
		if err := tick(i, len(t.Lines), 0.3); err != nil {
			return nil, err
		}
		lines[i] = line{Line: l, out: Row{Number: l.Row.Number}}
		t.row(&lines[i])
	}
	t.tryLater()
	t.res.Rows = make([]Row, 0, len(lines))
	for i := range lines {
		t.count(&lines[i])
	}
	t.finish()
	s.mark(t, lines)
	return t.res, nil
}

func (s *session) resultOf(l *match.Layout) *Result {
	return &Result{Kind: l.Kind, Sheet: l.Sheet.Name, HeaderRow: l.Sheet.Rows[l.Header].Number, Unit: l.Unit, Year: l.Year, YearFrom: l.YearFrom(), Said: l.Said}
}

// row plans what one row does.
func (t *merge) row(l *line) {
	if !l.Skipped {
		t.build(l)
	}
	if l.Record != nil && t.met != nil {
		t.met[l.Record.ID] = true
	}
}

// count counts what became of a row.
func (t *merge) count(l *line) {
	if l.Skipped {
		l.out.Status, l.out.Role = Skipped, l.Role
	}
	switch l.out.Status {
	case New:
		t.res.New++
	case Changed:
		t.res.Changed++
	case Unchanged:
		t.res.Unchanged++
	}
	l.out.Name, l.out.Reason = l.Name, l.Reason
	if r := l.Record; r != nil {
		l.out.Record, l.out.Ref = r.ID, r.Ref
	}
	t.res.Rows = append(t.res.Rows, l.out)
}

// finish fills in the result's lists.
func (t *merge) finish() {
	t.res.RowsRead = len(t.Lines)
	t.res.Said = t.Said
	byRow := func(a, b ask.Issue) int { return a.Row - b.Row }
	slices.SortStableFunc(t.res.Errors, byRow)
	slices.SortStableFunc(t.res.Remarks, byRow)
	t.res.Columns = t.Columns
}

// value is one that a row gives, with the column that it stood in.
type value struct {
	identify.Given
	year   int
	column string
	at     *field.Record // of what is kept elsewhere: where it is to be written; nil: where the field says
}

// assign gives the changes that make the value of r, or of where it is kept, this.
func (v value) assign(w field.World, r *field.Record) ([]field.Change, error) {
	if v.at != nil {
		return v.Field.Shows.Assign(w, v.at, 0, v.Value)
	}
	return v.Field.Assign(w, r, v.year, v.Value)
}

// build plans what one row does.
func (t *merge) build(l *line) {
	values := t.values(l)
	if l.Record == nil && t.Kind.Lasting && slices.ContainsFunc(t.Errors, func(i ask.Issue) bool { return i.Row == l.Row.Number }) {
		l.Skip("Raden är inte inläst: ett " + t.Kind.One + " skrivs aldrig över, så allt i raden måste gå att läsa.")
		return
	}
	if l.Record == nil {
		t.add(l, values)
		return
	}
	l.out.Status = Unchanged
	if t.isNew(l) { // another row or sheet has named it already
		l.out.Status = New
	}
	t.change(l, values)
	if l.Name == "" {
		l.Name = t.d.Label(l.Record.ID)
	}
}

// isNew says that a row is the first of a record that the book makes.
func (t *merge) isNew(l *line) bool { return t.d.Made(l.Record.ID) && !t.met[l.Record.ID] }

// values reads the row's cells. They are valid until the next row's.
func (t *merge) values(l *line) []value {
	out := t.room[:0]
	moved := false
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Keep && c.Field == nil && !read.IsBlank(l.Row.At(c.Index)) {
			c.Field = ownField(t.d, t.Kind, t.OwnLabel(c))
		}
		for _, g := range t.given(l, c) {
			if t.listed.has(g.Field, t.FileRef(l.Line), l.Name) && (l.Record == nil || t.d.Made(l.Record.ID)) {
				continue
			}
			if at, ok := t.place(l, c, g); ok {
				out = append(out, value{g, c.Year, c.Label, at})
				moved = moved || g.Field != c.Field
			}
		}
	}
	if moved {
		out = t.withoutDoubles(l, out)
	}
	if f := t.Kind.Home(); f != nil && l.Unit != "" && !slices.ContainsFunc(out, func(v value) bool { return v.Field == f }) {
		out = append(out, value{identify.Given{Field: f, Value: l.Unit}, 0, f.Label, nil})
	}
	has := func(f *field.Field) bool { return slices.ContainsFunc(out, func(v value) bool { return v.Field == f }) }
	for _, g := range l.Gives() { // what its group says, where the row says nothing
		if !has(g.Field) {
			out = append(out, value{g, 0, g.Field.Label, nil})
		}
	}
	for _, st := range t.Stated {
		if t.Of(st.Field) == nil && !has(st.Field) {
			out = append(out, value{identify.Given{Field: st.Field, Value: st.Value}, 0, st.Field.Label, nil})
		}
	}
	out = t.withNote(l, out)
	t.room = out[:0]
	return out
}

// given is what the cell of a row in a column gives: several values in one of several
// fields.
func (t *merge) given(l *line, c *match.Column) []identify.Given {
	switch {
	case c.Joint != nil:
		return t.Parts(l.Line, c)
	case c.Field == nil:
		return nil
	}
	t.one = t.one[:0]
	if g, ok := t.Cell(l.Line, c); ok {
		t.one = append(t.one, g)
	}
	return t.one
}

// withoutDoubles lets a field's own column win over text that came to it from
// another field; that text goes to the note.
func (t *merge) withoutDoubles(l *line, values []value) []value {
	var out []value
	for _, v := range values {
		own := t.Of(v.Field)
		if own != nil && own.Label != v.column && !v.Field.Yearly &&
			slices.ContainsFunc(values, func(o value) bool { return o.Field == v.Field && o.column == own.Label }) {
			l.Notes = append(l.Notes, identify.Note{Label: v.column, Text: field.Encode(v.Value)})
			continue
		}
		out = append(out, v)
	}
	return out
}

// add plans a new record.
func (t *merge) add(l *line, values []value) {
	r := field.NewRecord(t.Kind, t.NewID(l.Line))
	l.out.Status, l.out.Record = New, r.ID
	if !t.o.Terse {
		l.out.Cells = make([]Cell, 0, len(values))
	}
	var elsewhere []value
	for _, v := range values {
		if !v.Field.Kept() {
			elsewhere = append(elsewhere, v)
			continue
		}
		if ids, ok := v.Value.([]field.ID); ok && v.Field.IsHeld() {
			v.Value = field.Succeed(nil, ids, t.d.Today())
		} else if told, ok := v.Value.([]field.Holding); ok {
			v.Value = field.Tell(nil, told, t.d.Today())
		}
		r.Put(v.Field, v.Value)
		t.show(l, v, nil)
	}
	r.FillIn(t.d)
	made := []field.Change{{Op: field.Create, Kind: t.Kind, ID: r.ID, Record: r}}
	err := t.may(made)
	if err == nil {
		if err = t.holds(made); err != nil {
			t.later = append(t.later, &waiting{line: l, values: slices.Clone(values), why: err})
		}
	}
	if err != nil {
		l.out.Cells = nil
		l.Skip("Raden är inte inläst: " + said(err))
		return
	}
	t.d.Make(r)
	t.Remember(l.Line, r)
	l.Record = r
	for _, v := range values {
		t.sources.note(t.Table, r, v)
	}
	t.write(l, elsewhere)
}

// change plans what the values change in an existing record.
func (t *merge) change(l *line, values []value) {
	r := t.d.Get(l.Record.ID)
	var wanted []value
	for _, v := range values {
		now := v.Field.Value(t.d, r, v.year)
		if ids, ok := v.Value.([]field.ID); ok && v.Field.IsHeld() {
			held, _ := now.([]field.Holding)
			if sameSet(field.Holders(held, t.d.Today()), ids) {
				continue
			}
			v.Value = field.Succeed(held, ids, t.d.Today())
		} else if told, ok := v.Value.([]field.Holding); ok {
			held, _ := now.([]field.Holding)
			v.Value = field.Tell(held, told, t.d.Today())
		}
		switch {
		case t.same(v, now):
			t.sources.note(t.Table, r, v)
		case t.sources.elsewhere(t.Table, r, v) != "":
			t.Remark(l.Row.Number, v.column, v.Field.Show(t.d, v.Value), "Bladet ”"+t.sources.elsewhere(t.Table, r, v)+"” säger något annat om samma "+t.Kind.One+", och det gäller. Det som står här är inte läst.")
		case t.Kind.Lasting && !t.d.Made(r.ID):
			t.refuse(l, v, fault.New(fault.Conflict, "Ett "+t.Kind.One+" skrivs aldrig över. Det som står i filen är inte inläst."))
		default:
			wanted = append(wanted, v)
		}
	}
	t.write(l, wanted)
}

// write gives the row's record values. What one makes impossible may be possible when
// the others are there, so it is tried once more before it is refused.
func (t *merge) write(l *line, values []value) {
	var later []value
	for _, v := range values {
		if t.give(l, v) != nil {
			later = append(later, v)
		}
	}
	for _, v := range later {
		if err := t.give(l, v); err != nil {
			t.refuseOrWait(l, v, err)
		}
	}
}

// give gives the row's record a value, if what it changes may be so.
func (t *merge) give(l *line, v value) error {
	r := t.d.Get(l.Record.ID)
	now := v.Field.Value(t.d, r, v.year)
	changes, err := v.assign(t.d, r)
	if err == nil {
		err = t.may(changes)
	}
	if err == nil {
		err = t.holds(changes)
	}
	if err != nil || len(changes) == 0 {
		return err
	}
	if !t.isNew(l) {
		l.out.Status = Changed
	}
	t.sources.note(t.Table, r, v)
	t.show(l, v, now)
	t.d.Take(changes)
	return nil
}

// may holds what the kinds say of each record that changes touch, so that one that
// can't be so is told of here and stops nothing else.
func (t *merge) may(changes []field.Change) error {
	for _, c := range changes {
		if c.Kind.Check == nil || c.Op == field.Delete {
			continue
		}
		before, after := t.d.Get(c.ID), c.Record
		if c.Op == field.Set {
			after = before.Clone().Put(c.Field, c.After)
		}
		if err := c.Kind.Check(t.d, before, after); err != nil {
			return err
		}
	}
	return nil
}

// same says that people would call the values the same: names in another
// case, lists in another order, and text with other spaces or letters put together
// in another way.
func (t *merge) same(v value, now field.Value) bool {
	switch was := now.(type) {
	case string:
		is, _ := v.Value.(string)
		if was == is {
			return true
		}
		if v.Field == t.Kind.Title() || v.Field.Vocabulary {
			return text.Key(was) == text.Key(is)
		}
		return text.Clean(was) == text.Clean(is)
	case []field.ID:
		is, _ := v.Value.([]field.ID)
		return sameSet(was, is)
	}
	return field.Equal(now, v.Value)
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

func (t *merge) refuse(l *line, v value, err error) {
	t.Fail(l.Row.Number, v.column, v.Field.Show(t.d, v.Value), said(err))
}

// said is what is wrong with a row or a cell, of a file whose other rows are read.
func said(err error) string {
	if fault.CodeOf(err) == fault.Internal {
		return "Värdet kunde inte sparas."
	}
	return strings.ReplaceAll(err.Error(), " Inget har ändrats.", "")
}

// show tells of a value that the row gives, if anybody wants to know.
func (t *merge) show(l *line, v value, before field.Value) {
	if !t.o.Terse {
		l.out.Cells = append(l.out.Cells, Cell{v.column, v.Field, v.Field.Show(t.d, before), v.Field.Show(t.d, v.Value)})
	}
}
