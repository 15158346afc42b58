package identify

import (
	"strings"
	"unicode/utf8"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
)

// sortLines tells rows with data from those that only arrange the sheet.
func (t *Table) sortLines() {
	rows := t.Rows()
	last, summed := t.lastFull(rows)
	group, sums := t.Group, newSums(t)
	for i, r := range rows {
		l := &Line{Row: r, group: group}
		t.Lines = append(t.Lines, l)
		lone := read.LoneText(r)
		switch {
		case i < len(t.Below):
			l.Skip(t.Below[i].Reason)
		case t.repeatsHeader(r):
			l.Skip("upprepad rubrikrad")
		case read.IsSum(r):
			l.Skip("summarad")
			sums.check(r)
		case lone != "" && t.isGroup(r, lone, i < last):
			l.Skip("grupprubrik")
			if t.namesUnit(lone) {
				group = lone
			}
		case lone != "" && t.isAside(rows, i, i > last):
			l.Skip("text utanför tabellen: ”" + ask.Short(lone) + "”")
		case summed:
			sums.add(r)
		}
	}
}

// lastFull is the last row with a name and something more, -1 for none, and
// whether there are rows of sums.
func (t *Table) lastFull(rows []sheet.Row) (last int, summed bool) {
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
func (t *Table) nameless(r sheet.Row) bool {
	title := t.Of(t.Kind.Title())
	return title != nil && r.At(title.Index).IsEmpty()
}

// isAside says whether a lone text stands beside the table: not in the name
// column; or below the table, after an empty row or a sum, or as a sentence.
// Else it is a record with only a name.
func (t *Table) isAside(rows []sheet.Row, i int, below bool) bool {
	switch {
	case t.nameless(rows[i]):
		return true
	case !below || i == 0:
		return false
	}
	before, s := rows[i-1], read.LoneText(rows[i])
	return rows[i].Number > before.Number+1 || read.IsSum(before) || t.Lines[i-1].Skipped && read.LoneText(before) != "" ||
		strings.HasSuffix(s, ".") || strings.HasSuffix(s, ":") || utf8.RuneCountInString(s) > 80
}

// isGroup says whether a lone text heads the rows below it.
func (t *Table) isGroup(r sheet.Row, lone string, rowsBelow bool) bool {
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
	_, unit := t.dir.units.isUnit(lone)
	f := t.Kind.Home()
	return unit && f != nil && !t.ofUnits() && t.Of(f) == nil
}

// namesUnit says whether a group's heading is a unit; it isn't when it is one
// of the kind's own words, such as a portfölj or a phase.
func (t *Table) namesUnit(s string) bool {
	if t.Kind.Home() == nil {
		return false
	}
	if _, ok := t.dir.units.isUnit(s); ok {
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
func (t *Table) repeatsHeader(r sheet.Row) bool {
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
	t          *Table
	since, all map[int]money.Ore // by column: since the last sum row, and in all
}

func newSums(t *Table) *sums { return &sums{t, map[int]money.Ore{}, map[int]money.Ore{}} }

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
	cell, known := r.At(c.Index), true
	if contradicts(c, cell) {
		cell, known = s.t.inUnit(c, cell, s.t.desk.Answer(unitQuestion(c)))
	}
	v, _, err := read.Value(s.t.d, c.Field, cell, c.Unit)
	if err != nil || !known {
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
			s.t.Remark(r.Number, c.Label, text.OneLine(r.At(c.Index).Text),
				"Summan stämmer inte med raderna, som är "+s.all[c.Index].Exact()+" kr tillsammans.")
		}
	}
	s.since = map[int]money.Ore{}
}
