package match

import (
	"slices"

	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// headedFrom is how many of a sheet's first rows are looked at for headings that say both
// ends of something.
const headedFrom = 30

// tellsEnds says that a row of the sheet has a heading for each end of what the kind goes
// between, by its own words. Words that other kinds have as well, as ”Från” and ”Till”, say it
// where what stands below them is there to go between.
func (s *matching) tellsEnds(k *field.Kind, sh *sheet.Sheet) bool {
	if k.Ends == nil {
		return false
	}
	for i, r := range sh.Rows[:min(len(sh.Rows), headedFrom)] {
		from, to := s.endIn(k, k.Ends.From, r), s.endIn(k, k.Ends.To, r)
		if from >= 0 && to >= 0 && (s.onlyOf(k, r, from, to) || s.goesBetween(k.Ends, sh.Rows[i+1:], from, to)) {
			return true
		}
	}
	return false
}

// endIn is the column of a row that an end is the exact heading of; -1 for none.
func (s *matching) endIn(k *field.Kind, end *field.Field, r sheet.Row) int {
	names := Names{k, s.headings(k)}
	return slices.IndexFunc(r.Cells, func(c sheet.Cell) bool {
		return !read.IsBlank(c) && names.Named(read.HeadingOf(c.Text)) == end
	})
}

// onlyOf says that no other kind has either of two headings.
func (s *matching) onlyOf(k *field.Kind, r sheet.Row, from, to int) bool {
	return !slices.ContainsFunc(importable(s.w), func(other *field.Kind) bool {
		hs := s.headings(other)
		return other != k && (len(hs.exact[read.HeadingOf(r.At(from).Text).Key()]) > 0 || len(hs.exact[read.HeadingOf(r.At(to).Text).Key()]) > 0)
	})
}

// goesBetween says that most rows below have one at either end that the portfolio knows.
func (s *matching) goesBetween(e *field.TwoEnds, rows []sheet.Row, from, to int) bool {
	known, n := 0, 0
	for _, r := range rows[:min(len(rows), read.Sampled)] {
		if read.IsBlank(r.At(from)) && read.IsBlank(r.At(to)) {
			continue
		}
		n++
		if s.known.Named(e.From.Target(), r.At(from).Text) || s.known.Named(e.To.Target(), r.At(to).Text) {
			known++
		}
	}
	return n > 0 && 2*known > n
}
