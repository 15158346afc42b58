package identify

import (
	"cmp"
	"fmt"
	"strings"

	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
)

// rows sorts the rows of a table: those with data from those that only arrange it.
type rows struct {
	t      *Table
	all    []sheet.Row
	title  int             // the column of names, -1 for none
	at     []*match.Column // by index
	across map[int]bool    // numbers of the rows whose text is merged over several columns
	last   int             // the last row with a name and something more, -1 for none
	first  int             // the first row that isn't the headings once more or about the list
	summed bool            // some rows add up others
	groups map[int]group
	now    group  // that the row stands in
	within string // the unit whose rows are parted by what isn't units
	sums   *sums
	above  int // the last line with data that nothing but what goes on with it stands below, -1 for none
}

// sortLines tells rows with data from those that only arrange the sheet.
func (t *Table) sortLines() {
	s := &rows{t: t, all: t.Rows(), title: -1, now: group{unit: t.Group}, sums: newSums(t), above: -1}
	if c := t.Of(t.Kind.Title()); c != nil {
		s.title = c.Index
	}
	s.lookThrough()
	s.findGroups()
	s.findSubtotals()
	t.Lines = make([]*Line, 0, len(s.all))
	for i, r := range s.all {
		l := &Line{Row: r, group: s.now.unit, gives: s.now.gives}
		t.Lines = append(t.Lines, l)
		s.sort(i, l)
		if !l.Skipped {
			s.above = i
		} else if s.above >= 0 && !l.goesOn {
			s.above = -1
		}
	}
	s.tellPutAside()
}

// sort decides what one row is.
func (s *rows) sort(i int, l *Line) {
	t, r := s.t, l.Row
	lone := read.LoneText(r)
	group, heads := s.groups[i]
	switch {
	case t.repeatsHeader(r):
		l.pass(Arranges, "upprepad rubrikrad")
	case i < len(t.Below):
		l.pass(Arranges, t.Below[i].Reason)
	case s.isSum(i):
		l.pass(Arranges, s.sumReason(r))
		s.sums.check(r)
	case heads:
		s.enter(i, l, group)
	case lone != "" && s.isAside(i, lone):
		s.passNote(i, l, lone)
	case s.goesOn(i):
		s.continues(i, l)
	default:
		s.now.fillIn(l)
		if s.summed {
			s.sums.add(r)
		}
	}
}

// lookThrough finds where the table's rows begin and end, and whether some add up others.
func (s *rows) lookThrough() {
	for i := range s.t.Columns {
		c := &s.t.Columns[i]
		for len(s.at) <= c.Index {
			s.at = append(s.at, nil)
		}
		s.at[c.Index] = c
	}
	for _, m := range s.t.Sheet.Merged {
		if m.Top == m.Bottom && m.Right > m.Left && m.Left <= max(s.title, 0) {
			if s.across == nil {
				s.across = map[int]bool{}
			}
			s.across[m.Top] = true
		}
	}
	s.last, s.first = -1, -1
	for i, r := range s.all {
		lone := read.LoneText(r)
		switch {
		case i < len(s.t.Below):
			continue
		case s.addsUp(r) != read.NotAdding:
			s.summed = true
		case lone == "" && !s.nameless(r):
			s.last = i
		case lone == "" && s.onlyAmounts(r):
			s.summed = true
		}
		if s.first < 0 && (lone == "" || read.AsideOf(lone) == read.NoAside) {
			s.first = i
		}
	}
}

// nameless says that a row lacks the name that its kind has.
func (s *rows) nameless(r sheet.Row) bool { return s.title >= 0 && read.IsBlank(r.At(s.title)) }

// column is the table's column of an index, nil for none.
func (s *rows) column(i int) *match.Column {
	if i < 0 || i >= len(s.at) {
		return nil
	}
	return s.at[i]
}

// isAside says whether a lone text stands beside the table: not in the name
// column; or as a note, or below the table, after an empty row or a sum. Else it is a
// record with only a name.
func (s *rows) isAside(i int, lone string) bool {
	r := s.all[i]
	switch {
	case s.nameless(r):
		return !s.isValue(r)
	case s.title >= 0 && read.AsideOf(lone) != read.NoAside && s.last >= 0:
		return true
	case i <= s.last || i == 0:
		return false
	}
	before := s.all[i-1]
	return r.Number > before.Number+1 || s.t.Lines[i-1].Skipped && (s.addsUp(before) != read.NotAdding || read.LoneText(before) != "") ||
		strings.HasSuffix(lone, ".") || strings.HasSuffix(lone, ":")
}

// isValue says that what stands alone on a row is a value of its column, "12" or
// "2027-01-01": the row is one with data that has lost its name.
func (s *rows) isValue(r sheet.Row) bool {
	at := read.FirstFilled(r)
	c := s.column(at)
	if c == nil || c.Field == nil || read.In(c.Field) != read.Values || at < s.title {
		return false
	}
	_, _, err := read.Value(s.t.d, c.Field, r.At(at), c.Unit)
	return err == nil
}

// passNote passes over a lone text, and keeps it with the row above when it is about
// that one.
func (s *rows) passNote(i int, l *Line, lone string) {
	kind := read.AsideOf(lone)
	if kind != read.OfTable && s.touches(i) && (kind == read.OfRow || s.nameless(l.Row)) {
		s.continues(i, l)
		return
	}
	l.Skip("text utanför tabellen: ”" + ask.Short(lone) + "”")
}

// enter begins a group. One that is no unit and stands directly below a unit's heading
// parts that unit's rows, as those that follow it do.
func (s *rows) enter(i int, l *Line, g group) {
	l.pass(g.role(), g.reason(s))
	switch {
	case g.is == aRecord || g.is == noRows:
		return
	case g.unit != "":
		s.within = ""
	case i > 0 && s.groups[i-1].unit != "":
		s.within = s.groups[i-1].unit
	}
	if s.now = g; g.unit == "" {
		s.now.unit = cmp.Or(s.within, s.t.Group)
	}
}

// repeatsHeader says that the row is the headings once more.
func (t *Table) repeatsHeader(r sheet.Row) bool {
	same, filled := 0, 0
	for i := range t.Columns {
		c := &t.Columns[i]
		v := r.At(c.Index)
		if v.IsEmpty() {
			continue
		}
		filled++
		if v.Kind == sheet.Text && c.Heading != "" && strings.EqualFold(v.Text, t.Sheet.Rows[t.Header].At(c.Index).Text) {
			same++
		}
	}
	return same >= 2 && 2*same > filled
}

// touches says that a row stands directly below one with data, or what goes on with it.
func (s *rows) touches(i int) bool {
	return s.above >= 0 && s.all[i].Number == s.all[i-1].Number+1
}

// goesOn says that a row without a name only goes on with what the row above it says, in
// columns that hold lists and prose.
func (s *rows) goesOn(i int) bool {
	r := s.all[i]
	if !s.nameless(r) || !s.touches(i) || s.t.Ours {
		return false
	}
	for at, v := range r.Cells {
		if !read.IsBlank(v) && (v.Kind != sheet.Text || !s.grows(at)) {
			return false
		}
	}
	return read.Filled(r) > 0
}

// grows says that what stands in a column may go on in the row below, or is kept as a note.
func (s *rows) grows(at int) bool {
	c := s.column(at)
	if c == nil || c.Field == nil {
		return c == nil || !c.Reference && !c.Computed
	}
	return c.Grows()
}

// continues gives what a row says to the one above: its lists and long texts go on, and
// the rest is kept as a note.
func (s *rows) continues(i int, l *Line) {
	above := s.t.Lines[s.above]
	var said []string
	for at, v := range l.Row.Cells {
		if read.IsBlank(v) {
			continue
		}
		said = append(said, strings.TrimSpace(v.Text))
		c, into := s.column(at), above.Row.At(at)
		if c != nil && c.Field != nil && s.grows(at) && read.AsideOf(v.Text) != read.OfTable && !(read.AsideOf(v.Text) == read.OfRow && read.In(c.Field) != read.Prose) &&
			(into.Kind == sheet.Text || read.IsBlank(into)) {
			above.extend(at, v.Text)
			continue
		}
		above.addNote(s.label(at)+" (raden under)", v.Text)
	}
	quoted := ask.Short(strings.Join(said, "; "))
	l.goesOn = true
	l.pass(Arranges, fmt.Sprintf("fortsättning på rad %d: ”%s”", above.Row.Number, quoted))
	s.t.Remark(l.Row.Number, s.label(read.FirstFilled(l.Row)), quoted, fmt.Sprintf("Raden saknar namn och hör till raden ovanför: texten läggs till det som står på rad %d eller behålls där som anteckning.", above.Row.Number))
}

// label is what a column is called.
func (s *rows) label(at int) string {
	if c := s.column(at); c != nil {
		return c.Label
	}
	return "kolumn " + sheet.Letters(max(at, 0))
}

// extend lets a cell go on.
func (l *Line) extend(at int, more string) {
	c := l.Row.At(at)
	if read.IsBlank(c) {
		c = sheet.Str(more)
	} else {
		c.Text += "\n" + more
	}
	l.put(at, c)
}

// put lets the row have a cell that it doesn't have in the sheet, which stays as it is.
func (l *Line) put(at int, c sheet.Cell) {
	cells := make([]sheet.Cell, max(len(l.Row.Cells), at+1))
	copy(cells, l.Row.Cells)
	cells[at] = c
	l.Row.Cells = cells
}

// addNote keeps a text that no field takes. What is said under one label is one note.
func (l *Line) addNote(label, s string) {
	for i := range l.Notes {
		if l.Notes[i].Label == label {
			l.Notes[i].Text += "; " + s
			return
		}
	}
	l.Notes = append(l.Notes, Note{label, s})
}
