package intake

import (
	"strings"
	"unicode/utf8"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// table is one sheet while it is read.
type table struct {
	*session
	*match.Layout
	res    *Result
	lines  []*line
	tell   func(float64)
	id     *match.Column // our own references; nil when there are none
	taken  map[field.ID]*line
	words  map[*match.Column]map[string]string // spelling of recurring words, by key
	parsed map[parseKey]parsed
	kept   map[*match.Column]int      // texts whose reading is remembered
	byKey  map[string][]*field.Record // existing records without a name, by what tells them apart
	named  map[string]*namesakes      // those with a name
	sets   map[slice]map[field.ID]bool
}

// line is one row below the headings and what has been found out about it.
type line struct {
	row    sheet.Row
	out    Row
	group  string // the unit that a group row above names
	unit   field.ID
	record *field.Record             // the one it updates; nil for a new one
	early  map[*match.Column]reading // cells read to identify the row
	notes  []note
}

// note is a text that no field could take.
type note struct{ label, text string }

// done says that the line is settled: skipped.
func (l *line) done() bool { return l.out.Status == Skipped }

func (l *line) skip(reason string) { l.out.Status, l.out.Reason = Skipped, reason }

// sortLines tells rows with data from those that only arrange the sheet.
func (t *table) sortLines() {
	rows := t.Rows()
	last, summed := t.lastFull(rows)
	group, sums := "", newSums(t)
	for i, r := range rows {
		l := &line{row: r, group: group, out: Row{Number: r.Number}}
		t.lines = append(t.lines, l)
		lone := read.LoneText(r)
		switch {
		case t.repeatsHeader(r):
			l.skip("upprepad rubrikrad")
		case read.IsSum(r):
			l.skip("summarad")
			sums.check(r)
		case lone != "" && t.isGroup(r, lone, i < last):
			l.skip("grupprubrik")
			if t.namesUnit(lone) {
				group = lone
			}
		case lone != "" && t.isAside(rows, i, i > last):
			l.skip("text utanför tabellen: ”" + ask.Short(lone) + "”")
		case summed:
			sums.add(r)
		}
	}
}

// lastFull is the last row with a name and something more, -1 for none, and
// whether there are rows of sums.
func (t *table) lastFull(rows []sheet.Row) (last int, summed bool) {
	last = -1
	for i, r := range rows {
		switch {
		case read.IsSum(r):
			summed = true
		case read.LoneText(r) == "" && !t.nameless(r):
			last = i
		}
	}
	return last, summed
}

// nameless says that a row lacks the name that its kind has.
func (t *table) nameless(r sheet.Row) bool {
	title := t.Of(t.Kind.Title())
	return title != nil && r.At(title.Index).IsEmpty()
}

// isAside says whether a lone text stands beside the table: not in the name
// column; or below the table, after an empty row or a sum, or as a sentence.
// Else it is a record with only a name.
func (t *table) isAside(rows []sheet.Row, i int, below bool) bool {
	switch {
	case t.nameless(rows[i]):
		return true
	case !below || i == 0:
		return false
	}
	before, s := rows[i-1], read.LoneText(rows[i])
	return rows[i].Number > before.Number+1 || read.IsSum(before) || t.lines[i-1].done() && read.LoneText(before) != "" ||
		strings.HasSuffix(s, ".") || strings.HasSuffix(s, ":") || utf8.RuneCountInString(s) > 80
}

// isGroup says whether a lone text heads the rows below it.
func (t *table) isGroup(r sheet.Row, lone string, rowsBelow bool) bool {
	if !rowsBelow {
		return false
	}
	title := t.Of(t.Kind.Title())
	if title == nil || r.At(title.Index).IsEmpty() {
		return utf8.RuneCountInString(lone) <= 100
	}
	// In the name column it is a record with only a name, unless it is merged
	// over more columns or names a unit that the rows below lack.
	if len(r.Cells) > title.Index+2 && r.At(title.Index+1).Text == r.At(title.Index).Text {
		return true
	}
	_, unit := t.units.isUnit(lone)
	f := t.Kind.Home()
	return unit && f != nil && t.Kind != org.UnitKind && t.Of(f) == nil
}

// namesUnit says whether a group's heading is a unit; it isn't when it is one
// of the kind's own words, such as a portfölj or a phase.
func (t *table) namesUnit(s string) bool {
	if t.Kind.Home() == nil {
		return false
	}
	if _, ok := t.units.isUnit(s); ok {
		return true
	}
	for _, f := range t.d.Fields(t.Kind) {
		if !f.HasAlternatives() || !f.Words() || f.ReadOnly {
			continue
		}
		if _, _, err := f.Parse(t.d, s, money.Kr); err == nil {
			return false
		}
	}
	return true
}

// repeatsHeader says that the row is the headings once more.
func (t *table) repeatsHeader(r sheet.Row) bool {
	same, filled := 0, 0
	for _, c := range t.Columns {
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

// sums compares the sheet's own sums with those of its rows.
type sums struct {
	t          *table
	since, all map[int]money.Ore // by column: since the last sum row, and in all
}

func newSums(t *table) *sums { return &sums{t, map[int]money.Ore{}, map[int]money.Ore{}} }

func (s *sums) add(r sheet.Row) {
	for i := range s.t.Columns {
		c := &s.t.Columns[i]
		if v, ok := s.amount(c, r); ok {
			s.since[c.Index] += v
			s.all[c.Index] += v
		}
	}
}

func (s *sums) amount(c *match.Column, r sheet.Row) (money.Ore, bool) {
	if c.Field == nil || !c.Field.InKronor() || r.At(c.Index).IsEmpty() {
		return 0, false
	}
	v, _, err := read.Value(s.t.d, c.Field, r.At(c.Index), c.Unit)
	if err != nil {
		return 0, false
	}
	o, ok := v.(money.Ore)
	return o, ok
}

// check remarks on a sum that is neither that of all rows above nor that of
// the rows since the last sum.
func (s *sums) check(r sheet.Row) {
	for i := range s.t.Columns {
		c := &s.t.Columns[i]
		v, ok := s.amount(c, r)
		if ok && v != s.all[c.Index] && v != s.since[c.Index] {
			s.t.res.Remark(r.Number, c.Label, text.OneLine(r.At(c.Index).Text),
				"Summan stämmer inte med raderna, som är "+s.all[c.Index].Exact()+" kr tillsammans.")
		}
	}
	s.since = map[int]money.Ore{}
}
