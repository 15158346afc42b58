package match

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"itportfoljen/app/exchange/read"
)

// settleYear decides which year amounts without one are of: the one that the user has
// said, else that which stands above the headings or in the sheet's or the file's name,
// else the plan's.
func (s *matching) settleYear(l *Layout, heads read.Heads) {
	l.titles = read.Titles(l.Sheet, heads.First)
	l.Year = s.o.Year
	if l.Year == 0 && l.Ours {
		l.Year = s.w.PlanYear()
	}
	if l.Year != 0 {
		return
	}
	sheetName := l.Sheet.Name
	if sheetName == s.fileName() { // the only sheet of a CSV file
		sheetName = ""
	}
	for _, said := range []struct{ in, from string }{
		{strings.Join(l.titles, "\n"), "som står ovanför rubrikerna"},
		{sheetName, "som står i bladets namn"},
		{s.fileName(), "som står i filens namn"},
	} {
		if year := read.YearIn(said.in); year != 0 {
			l.Year, l.yearFrom = year, said.from
			return
		}
	}
	l.Year, l.yearFrom = s.w.PlanYear(), "året som planen gäller"
}

// YearFrom says in Swedish where the year of amounts without one comes from; "" when the
// user has said it, or the list is one of ours.
func (l *Layout) YearFrom() string { return l.yearFrom }

// fileName is the file's name without its ending.
func (s *matching) fileName() string { return strings.TrimSuffix(s.book, filepath.Ext(s.book)) }

// lossTitle is how much less a title says of a column than its own heading.
const lossTitle = 0.3

// ofTitles are the fields that a column with nothing but a year for a heading may be: the
// amounts that the title or the name of the sheet or the file is about.
func (s *matching) ofTitles(l *Layout, c *Column) []candidate {
	for _, said := range slices.Concat(l.titles, []string{l.Sheet.Name, s.fileName()}) {
		h := read.HeadingOf(said)
		h.Year = c.heading.Year
		var out []candidate
		for _, cand := range l.names.find(h) {
			if cand.field.Yearly {
				cand.certainty = max(cand.certainty-lossTitle, leastCertain)
				out = append(out, cand)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// tellYears says which year the amounts went to that have none.
func (l *Layout) tellYears() {
	if l.Header < 0 || l.Ours || l.yearFrom == "" {
		return
	}
	for _, c := range l.Columns {
		if c.Field != nil && c.Field.Yearly && c.undated && len(c.Samples) > 0 {
			l.Remark(l.Sheet.Rows[l.Header].Number, c.Label, "",
				fmt.Sprintf("Beloppen har inget år och lades på %d, %s. Välj ett annat år om det är fel.", c.Year, l.yearFrom))
		}
	}
}
