package identify

import (
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
)

// addsUp says how surely a row says that it adds up others: in its first cell, in that of
// its name, or, when it has none, in any.
func (s *rows) addsUp(r sheet.Row) read.Adding {
	_, is := s.sumText(r)
	return is
}

// sumText is the text that says so.
func (s *rows) sumText(r sheet.Row) (at int, is read.Adding) {
	at = read.FirstFilled(r)
	if at < 0 {
		return -1, read.NotAdding
	}
	if is = adding(r.At(at)); is != read.NotAdding {
		return at, is
	}
	if s.title != at && s.title >= 0 {
		if is = adding(r.At(s.title)); is != read.NotAdding {
			return s.title, is
		}
	}
	if !s.nameless(r) {
		return -1, read.NotAdding
	}
	for i := at + 1; i < len(r.Cells); i++ {
		if is = adding(r.Cells[i]); is == read.Adds {
			return i, is
		}
	}
	return -1, read.NotAdding
}

func adding(c sheet.Cell) read.Adding {
	if c.Kind != sheet.Text {
		return read.NotAdding
	}
	return read.AddsUp(c.Text)
}

// mostBeside is how many other texts may stand on a row that plainly adds up others.
const mostBeside = 1

// isSum says that a row adds up others: a word for that, and nothing in it that only a
// record has. One without a word is told by its amounts, which are what the rows above
// come to.
func (s *rows) isSum(i int) bool {
	r := s.all[i]
	at, is := s.sumText(r)
	if is == read.NotAdding {
		return s.summed && s.nameless(r) && s.onlyAmounts(r) && s.sums.tie(r)
	}
	if s.t.own.said(r) {
		return false
	}
	others, figures, dates := s.beside(r, at)
	switch {
	case dates > 0:
		return false
	case is == read.Adds:
		return others <= mostBeside || s.nameless(r) || others <= 2*mostBeside && s.sums.tie(r)
	case others > 0:
		return false
	case is == read.BeginsSo:
		return figures > 0 || s.ofWhat(read.BeyondSum(r.At(at).Text))
	}
	return i > s.last || s.t.Lines[i-1].Skipped && s.addsUp(s.all[i-1]) != read.NotAdding || figures > 0 && s.sums.tie(r)
}

// beside counts what stands on a row beside the text at a column: other texts, figures
// and dates. A unit is what is added up.
func (s *rows) beside(r sheet.Row, at int) (others, figures, dates int) {
	for i, v := range r.Cells {
		c := s.column(i)
		switch {
		case i == at || read.IsBlank(v) || v.Text == r.At(at).Text:
		case v.Kind == sheet.Date:
			dates++
		case read.IsFigure(v):
			figures++
		case c == nil || c.Field == nil || i != s.title && (c.Field.OfUnits() || c.Field.InKronor()):
		default:
			others++
		}
	}
	return others, figures, dates
}

// ofWhat says that a text is a unit whose rows may be added up.
func (s *rows) ofWhat(rest string) bool {
	if _, unit := s.t.dir.units.isUnit(rest); unit || rest != "" && rest == s.now.text {
		return true
	}
	return read.IsShort(rest)
}

// onlyAmounts says that a row has nothing but amounts, and maybe a text where units
// stand: "Hela kommunen".
func (s *rows) onlyAmounts(r sheet.Row) bool {
	n := 0
	for i, v := range r.Cells {
		if read.IsBlank(v) {
			continue
		}
		c := s.column(i)
		switch {
		case c == nil || c.Field == nil:
			return false
		case c.Field.InKronor() && v.Kind != sheet.Date && read.IsFigure(v):
			n++
		case !c.Field.OfUnits():
			return false
		}
	}
	return n > 0
}

// sumReason says that a row is passed over as a sum, and what it says of itself when
// that isn't plain.
func (s *rows) sumReason(r sheet.Row) string {
	at, is := s.sumText(r)
	switch {
	case at < 0:
		return "summarad utan rubrik: beloppen är de som raderna ovanför blir tillsammans"
	case is == read.Adds:
		return "summarad"
	}
	return "summarad: ”" + ask.Short(text.OneLine(r.At(at).Text)) + "”"
}

// sums compares the sheet's own sums with those of its rows.
type sums struct {
	t          *Table
	since, all map[int]money.Ore // by column: since the last sum row, and in all
	rows       int               // that were added
}

func newSums(t *Table) *sums {
	return &sums{t: t, since: map[int]money.Ore{}, all: map[int]money.Ore{}}
}

func (s *sums) add(r sheet.Row) {
	s.rows++
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
		cell, known = inUnit(c, cell, s.t.desk.Answer(unitQuestion(c)))
	}
	v, _, err := read.Value(s.t.d, c.Field, cell, c.Unit)
	if err != nil || !known {
		return 0, false
	}
	o, ok := v.(money.Ore)
	return o, ok
}

// tie says that a row's amounts, of which there are some, are those of the rows above.
func (s *sums) tie(r sheet.Row) bool {
	n := 0
	for i := range s.t.Columns {
		c := &s.t.Columns[i]
		v, ok := s.amount(c, r)
		if !ok {
			continue
		}
		if v != s.all[c.Index] && v != s.since[c.Index] {
			return false
		}
		n++
	}
	return n > 0 && s.rows > 1
}

// check remarks on a sum that is neither that of all rows above nor that of
// the rows since the last sum. What weighs the rows in another way has no sum to keep.
func (s *sums) check(r sheet.Row) {
	if at := read.FirstFilled(r); at >= 0 && read.Weighs(r.At(at).Text) {
		return
	}
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
