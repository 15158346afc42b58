package identify

import (
	"slices"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
)

// findSubtotals finds the groups' headings that have the sum of the rows below beside
// them: a unit in the place of a name, and amounts that tie. What looks like one and
// doesn't tie is a record, and told.
func (s *rows) findSubtotals() {
	if s.title < 0 || s.t.Kind.Home() == nil || s.t.ofUnits() || s.t.Ours {
		return
	}
	var at []int
	for i, r := range s.all {
		if i >= len(s.t.Below) && i < s.last && s.maySum(r) {
			at = append(at, i)
		}
	}
	for n, i := range at {
		end := len(s.all)
		if n+1 < len(at) {
			end = at[n+1]
		}
		end = s.groupEnd(i+1, end)
		if end == i+1 {
			continue
		}
		name := tidyGroup(s.all[i].At(s.title).Text)
		if !s.sumsUp(i, end) {
			if len(at) > 1 {
				s.t.Remark(s.all[i].Number, s.label(s.title), name, "”"+ask.Short(name)+"” ser ut som en enhet över sina rader, men beloppen är inte deras summa: raden lästes som "+s.t.Kind.One+".")
			}
			continue
		}
		if s.groups == nil {
			s.groups = map[int]group{}
		}
		s.groups[i] = group{is: aUnit, text: name, unit: name, column: s.title, sums: true}
	}
}

// maySum says that a row has a unit in the place of its name and otherwise only amounts.
func (s *rows) maySum(r sheet.Row) bool {
	n := 0
	for i, v := range r.Cells {
		if i == s.title || read.IsBlank(v) {
			continue
		}
		if c := s.column(i); c == nil || c.Field == nil || !c.Field.InKronor() || v.Kind == sheet.Date || !read.IsFigure(v) {
			return false
		}
		n++
	}
	name := r.At(s.title)
	return n > 0 && name.Kind == sheet.Text && s.addsUp(r) == read.NotAdding && s.t.soundsUnit(text.OneLine(name.Text))
}

// groupEnd is where the rows end that stand under a heading.
func (s *rows) groupEnd(from, to int) int {
	for i := from; i < to; i++ {
		if s.addsUp(s.all[i]) != read.NotAdding || s.groups[i].is == aUnit || s.nameless(s.all[i]) {
			return i
		}
	}
	return to
}

// sumsUp says that every amount of a row is the sum of those of the rows below, up to one.
func (s *rows) sumsUp(head, end int) bool {
	n := 0
	for i := range s.t.Columns {
		c := &s.t.Columns[i]
		is, ok := s.sums.amount(c, s.all[head])
		if !ok {
			continue
		}
		var sum money.Ore
		for _, r := range s.all[head+1 : end] {
			v, _ := s.sums.amount(c, r)
			sum += v
		}
		if sum != is {
			return false
		}
		n++
	}
	return n > 0 && slices.ContainsFunc(s.all[head+1:end], func(r sheet.Row) bool { return read.LoneText(r) == "" })
}
