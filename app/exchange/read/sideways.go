package read

import (
	"slices"
	"strings"
	"unicode/utf8"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
)

// How long a list that lies on its side may be, and how many of its fields have to be
// known.
const (
	mostFields  = 200
	leastFields = 3
)

// Sideways says which kind of list lies on its side: the headings stand in its first
// column and what it lists has a column each. -1 for a table that stands upright.
func Sideways(sh *sheet.Sheet, kinds []Lists) int {
	column := firstColumn(sh)
	if len(sh.Rows) < 2 || len(sh.Rows) > mostFields || column < 0 {
		return -1
	}
	heads := headsDown(sh, column)
	best, down, n := -1, 0, len(heads)
	for i, k := range kinds {
		if hits := fieldsAmong(heads, k); hits > down {
			best, down = i, hits
		}
	}
	if down < leastFields && down < n || down < 2 || 2*down < n || down <= 1+knownAcross(sh, kinds) {
		return -1
	}
	return best
}

// headsDown are the texts in a column, as headings of the rows.
func headsDown(sh *sheet.Sheet, column int) []Heading {
	var out []Heading
	for _, r := range sh.Rows {
		if c := r.At(column); c.Kind == sheet.Text && Filled(r) > 1 {
			out = append(out, HeadingOf(c.Text))
		}
	}
	return out
}

// fieldsAmong counts the headings, each once, that are those of fields of a list.
func fieldsAmong(heads []Heading, k Lists) int {
	seen := map[string]bool{}
	for _, h := range heads {
		if k.Knows(h) {
			seen[h.Key()] = true
		}
	}
	return len(seen)
}

// knownAcross is the most headings that a row has besides its first cell.
func knownAcross(sh *sheet.Sheet, kinds []Lists) int {
	most := 0
	for _, k := range kinds {
		for _, r := range sh.Rows[:min(len(sh.Rows), headerRows)] {
			n, first := 0, FirstFilled(r)
			for i, c := range r.Cells {
				if i > first && c.Kind == sheet.Text && k.Knows(HeadingOf(c.Text)) {
					n++
				}
			}
			most = max(most, n)
		}
	}
	return most
}

func firstColumn(sh *sheet.Sheet) int {
	first := -1
	for _, r := range sh.Rows {
		if i := FirstFilled(r); Filled(r) > 1 && (first < 0 || i < first) {
			first = i
		}
	}
	return first
}

// corners are the folded words that stand over the names of fields.
var corners = map[string]bool{"": true, "uppgift": true, "uppgifter": true, "falt": true, "rubrik": true, "egenskap": true, "parameter": true, "attribut": true, "information": true, "fraga": true, "omrade": true}

// Turned is a table that lies on its side with its columns as rows, each numbered as its
// column is, 1 for A. Names is what its kind calls the names of what it lists, for a
// table whose corner says nothing. It can't be turned when nothing says the names, or when
// what stands beside the fields rather explains them.
func Turned(sh *sheet.Sheet, kind Lists, names string) (*sheet.Sheet, bool) {
	column, width := firstColumn(sh), widthBelow(sh, 0)
	rows := within(sh.Rows, func(r sheet.Row) bool { return Filled(r) > 1 })
	named := slices.ContainsFunc(rows, func(r sheet.Row) bool { return kind.Names(HeadingOf(r.At(column).Text)) })
	corner := text.Fold(rows[0].At(column).Text)
	if !named && !corners[strings.TrimSpace(corner)] || width == column+2 && explains(rows, column+1) {
		return nil, false
	}
	out := *sh
	out.Rows, out.Comments, out.Unseen = nil, nil, nil
	for c := column; c < width; c++ {
		r := sheet.Row{Number: c + 1, Cells: make([]sheet.Cell, len(rows))}
		for i, from := range rows {
			r.Cells[i] = from.At(c)
		}
		if c == column && !named {
			r.Cells[0] = sheet.Str(names)
		}
		if Filled(r) > 0 {
			out.Rows = append(out.Rows, r)
		}
	}
	out.Merged = turnedAreas(sh.Merged, rows)
	return &out, true
}

// explains says that a column explains fields rather than being one thing of a list.
func explains(rows []sheet.Row, column int) bool {
	long := 0
	for _, r := range rows {
		if c := r.At(column); c.Kind == sheet.Text && (utf8.RuneCountInString(c.Text) > longName/2 || isInstruction(c.Text)) {
			long++
		}
	}
	return 3*long >= len(rows)
}

func turnedAreas(areas []sheet.Area, rows []sheet.Row) []sheet.Area {
	var out []sheet.Area
	for _, a := range areas {
		first, last := -1, -1
		for i, r := range rows {
			if r.Number >= a.Top && r.Number <= a.Bottom {
				if first < 0 {
					first = i
				}
				last = i
			}
		}
		if first >= 0 {
			out = append(out, sheet.Area{Left: first, Right: last, Top: a.Left + 1, Bottom: a.Right + 1})
		}
	}
	return out
}
