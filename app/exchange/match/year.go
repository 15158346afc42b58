package match

import (
	"fmt"

	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
)

// settleYear decides which year amounts without one are of: the one that the user has
// said, else that which stands above the headings or in the sheet's or the file's name,
// else the plan's.
func (s *matching) settleYear(l *Layout, heads read.Heads) {
	l.Year = s.o.Year
	if l.Year == 0 && l.Ours {
		l.Year = s.w.PlanYear()
	}
	if l.Year != 0 {
		return
	}
	for _, said := range []struct{ in, from string }{
		{titles(l.Sheet, heads.First), "som står ovanför rubrikerna"},
		{l.Sheet.Name, "som står i bladets namn"},
		{s.book, "som står i filens namn"},
	} {
		if year := read.YearIn(said.in); year != 0 {
			l.Year, l.yearFrom = year, said.from
			return
		}
	}
	l.Year, l.yearFrom = s.w.PlanYear(), "året som planen gäller"
}

// titles is what stands above the headings.
func titles(sh *sheet.Sheet, first int) string {
	out := ""
	for _, r := range sh.Rows[:first] {
		for _, c := range r.Cells {
			if c.Kind == sheet.Text && len(c.Text) < 200 {
				out += c.Text + "\n"
			}
		}
	}
	return out
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
