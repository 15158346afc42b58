package intake

import (
	"slices"

	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/identify"
	"itportfoljen/app/exchange/match"
)

// merge is one sheet whose rows become changes.
type merge struct {
	*session
	*identify.Table
	res   *Result
	later []*waiting       // rows and values that a rule stands against until others are read
	room  []value          // for the values of one row after another
	one   []identify.Given // what a cell gives, used again for the next

	kin     []kin // cells that wait until all rows are read
	kinRead bool  // they are, or are being
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
	t.readKin()
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

// build lays what a row says against the record that it is about, or plans a new one.
func (t *merge) build(l *line) {
	values := t.values(l)
	if l.Record == nil && t.Kind.Lasting && slices.ContainsFunc(t.Errors, func(i ask.Issue) bool { return i.Row == l.Row.Number }) {
		l.Skip("Raden är inte importerad: ett " + t.Kind.One + " skrivs aldrig över, så allt i raden måste gå att läsa.")
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
