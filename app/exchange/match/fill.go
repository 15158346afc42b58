package match

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
)

// fill gives the rows the values that their merged cells and ditto marks mean.
func (l *Layout) fill() {
	if l.Header < 0 || l.Ours || len(l.data()) == 0 || len(l.Columns) == 0 {
		return
	}
	at := map[int]*Column{}
	f := read.Filler{First: l.Columns[0].Index, Names: -1, Heads: -1}
	for i := range l.Columns {
		c := &l.Columns[i]
		at[c.Index] = c
		f.Width = c.Index + 1
		if c.Field == l.Kind.Title() && c.Field != nil && len(l.Kind.Identity) == 0 {
			f.Names = c.Index
		}
		if c.Field == l.Kind.Home() && c.Field != nil {
			f.Heads = c.Index
		}
	}
	f.GoesOn = func(r sheet.Row) bool { return goesOn(r, at, f.Names) }
	f.Words = func(i int) bool { return at[i] != nil && (at[i].Field == nil || !at[i].Field.OfPersons()) }
	rows, told, inherited := read.Fill(l.Sheet, l.data(), f)
	if &rows[0] != &l.data()[0] { // nothing is copied for nothing
		l.rows = slices.Concat(l.rows[:len(l.Below)], rows)
	}
	l.tellShared(at, f.Names)
	if len(inherited) > 0 {
		c := at[f.Heads]
		l.Remark(inherited[0], c.Label, "", "Kolumnen säger bara var den ändras: "+text.Plural(len(inherited), "tom cell", "tomma celler")+" lästes som det som står ovanför.")
	}
	for _, r := range told {
		label := "kolumn " + sheet.Letters(r.Column)
		if c := at[r.Column]; c != nil {
			label = c.Label
		}
		if r.Means == "" {
			l.Remark(r.Row, label, r.Said, "Det finns inget värde ovanför: cellen lästes som tom.")
		} else {
			l.Remark(r.Row, label, r.Said, "Lästes som ”"+ask.Short(r.Means)+"”, som står ovanför.")
		}
	}
}

// tellShared tells of amounts that are merged over several rows: each has the whole of
// it, unless the name is as well.
func (l *Layout) tellShared(at map[int]*Column, names int) {
	for _, a := range l.Sheet.Merged {
		c := at[a.Left]
		if a.Top == a.Bottom || c == nil || c.Field == nil || !c.Field.InKronor() || l.oneName(a, names) {
			continue
		}
		said, n := "", 0
		for _, r := range read.Within(l.data(), a) {
			if v := r.At(a.Left); !read.IsBlank(v) {
				said, n = text.OneLine(v.Text), n+1
			}
		}
		if n > 1 {
			l.Remark(a.Top, c.Label, said, fmt.Sprintf("Beloppet är en cell över rad %d–%d och lästes i var och en: %d gånger i summan. Skriv vars och ens del om det är ett för alla.", a.Top, a.Bottom, n))
		}
	}
}

// oneName says that the name of a range's rows is merged too.
func (l *Layout) oneName(a sheet.Area, names int) bool {
	return slices.ContainsFunc(l.Sheet.Merged, func(n sheet.Area) bool {
		return n.Left <= names && names <= n.Right && n.Top <= a.Top && a.Bottom <= n.Bottom
	})
}

// goesOn says that all that a row says, but for its name, may be more of what stands on
// the row above.
func goesOn(r sheet.Row, at map[int]*Column, names int) bool {
	says := false
	for i, v := range r.Cells {
		if i == names || read.IsBlank(v) {
			continue
		}
		if c := at[i]; c == nil || !c.Grows() {
			return false
		}
		says = true
	}
	return says
}
