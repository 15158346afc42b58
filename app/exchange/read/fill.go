package read

import (
	"slices"
	"sort"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
)

// Filler says what there is to know of a table when the cells of its rows that mean
// others are filled in.
type Filler struct {
	First  int                   // column of the headings
	Width  int                   // how many columns there are
	Names  int                   // the column of names, -1 for none
	Heads  int                   // a column that may say only where it changes, -1 for none
	GoesOn func(sheet.Row) bool  // whatever its name, a row may go on with what stands above
	Words  func(column int) bool // words such as "se ovan" mean the value above
}

// Repeat is a cell that says that it is as the one above.
type Repeat struct {
	Row, Column int
	Said        string // "se ovan"
	Means       string // "" when there is nothing above
}

// Fill gives the rows of a table as they are to be read: each cell of a merged range has
// its value, and a ditto mark is the value above. What isn't a plain mark, or has nothing
// above it, is told. Rows that need nothing are left as they are.
// Inherited are the rows that got what a column says only where it changes.
func Fill(sh *sheet.Sheet, rows []sheet.Row, f Filler) (filled []sheet.Row, told []Repeat, inherited []int) {
	w := &filling{Filler: f, raw: rows, rows: rows, named: map[int]bool{}}
	for _, a := range sh.Merged {
		if a.Left <= f.Names && f.Names <= a.Right && a.Bottom > a.Top {
			w.each(a, func(i int) { w.named[i] = true })
		}
	}
	for _, a := range sh.Merged {
		w.area(a)
	}
	if slices.ContainsFunc(rows, hasMark) {
		w.repeat()
	}
	w.outline()
	return w.rows, w.told, w.inherited
}

// filling is rows that are being filled; those that change are copied.
type filling struct {
	Filler
	raw, rows []sheet.Row
	copied    map[int]bool
	named     map[int]bool // those that have the name of the row above, merged
	told      []Repeat
	inherited []int
}

// put writes a cell.
func (w *filling) put(row, column int, c sheet.Cell) {
	if w.copied == nil {
		w.copied = map[int]bool{}
		w.rows = slices.Clone(w.rows)
	}
	r := &w.rows[row]
	if !w.copied[row] {
		w.copied[row] = true
		r.Cells = slices.Clone(r.Cells)
	}
	for len(r.Cells) <= column {
		r.Cells = append(r.Cells, sheet.Cell{})
	}
	r.Cells[column] = c
}

// area fills a merged range below the headings. One over the first columns of a single
// row, or over most of the columns, is a heading or a note rather than values.
func (w *filling) area(a sheet.Area) {
	first := rowFrom(w.raw, a.Top)
	if first == len(w.raw) || w.raw[first].Number != a.Top {
		return
	}
	columns := a.Right - a.Left + 1
	if a.Left <= w.First && columns > 1 && (a.Top == a.Bottom || 2*columns > w.Width) || columns > 2 && columns >= w.Width-1 {
		return
	}
	value := w.raw[first].At(a.Left)
	if value.IsEmpty() || a.Top == a.Bottom && Filled(w.raw[first]) < 2 {
		return
	}
	w.each(a, func(i int) {
		if isSumRow(w.raw[i]) || i > first && w.apart(i) {
			return
		}
		for c := a.Left; c <= a.Right; c++ {
			if w.rows[i].At(c).IsEmpty() {
				w.put(i, c, value)
			}
		}
	})
}

// each gives the rows of a range, by index.
func (w *filling) each(a sheet.Area, row func(i int)) {
	first := rowFrom(w.raw, a.Top)
	for i := range Within(w.raw, a) {
		row(first + i)
	}
}

// Within are the rows of a range.
func Within(rows []sheet.Row, a sheet.Area) []sheet.Row {
	first := rowFrom(rows, a.Top)
	return rows[first:max(first, rowFrom(rows, a.Bottom+1))]
}

// rowFrom is the index of the first row with the number or a greater one.
func rowFrom(rows []sheet.Row, number int) int {
	return sort.Search(len(rows), func(i int) bool { return rows[i].Number >= number })
}

// apart says that a row without a name isn't one more of the same range: it is a note, or
// goes on with the row above.
func (w *filling) apart(i int) bool {
	r := w.raw[i]
	return w.Names >= 0 && IsBlank(r.At(w.Names)) && (!w.named[i] || w.GoesOn(r))
}

func isSumRow(r sheet.Row) bool {
	i := FirstFilled(r)
	return i >= 0 && r.Cells[i].Kind == sheet.Text && AddsUp(r.Cells[i].Text) != NotAdding
}

// repeat gives the cells that say that they are as those above their values.
func (w *filling) repeat() {
	last, passed := -1, false // the row with data above, and whether others stand between
	for i := range w.rows {
		r := w.rows[i]
		for c := 0; c < len(r.Cells); c++ {
			said := r.Cells[c]
			mark := isMark(said)
			if !mark && !(IsAbove(said) && w.Words(c)) {
				continue
			}
			var value sheet.Cell
			if last >= 0 && !(c == w.Names && w.GoesOn(r)) {
				value = w.rows[last].At(c)
			}
			w.put(i, c, value)
			if c != w.Names && (!mark || passed || value.IsEmpty()) {
				w.told = append(w.told, Repeat{r.Number, c, text.OneLine(said.Text), text.OneLine(value.Text)})
			}
		}
		if LoneText(w.raw[i]) != "" || isSumRow(w.raw[i]) {
			passed = true
		} else {
			last, passed = i, false
		}
	}
}

func hasMark(r sheet.Row) bool {
	for i := range r.Cells {
		if isMark(r.Cells[i]) || IsAbove(r.Cells[i]) {
			return true
		}
	}
	return false
}

// How long marks and words that mean the value above may be, in bytes.
const (
	longMark  = 16
	longAbove = 32
)

// isMark says that a cell is a ditto mark: one or two quotes or commas, be it between
// dashes, or a word for it.
func isMark(c sheet.Cell) bool {
	if c.Kind != sheet.Text || len(c.Text) > longMark {
		return false
	}
	quotes, commas := 0, 0
	for _, r := range c.Text {
		switch r {
		case '"', '”', '“', '„', '″', '〃', '»', '«', '\'', '’', '‘', '´', '`', '′', '‟', '＂', '˝':
			quotes++
		case ',', '‚':
			commas++
		case '-', '–', '—', '−', '‐', '‑', '_', ' ', '\u00a0', '\t', '.', '|', '/':
			if r == '|' || r == '/' {
				commas++
			}
		default:
			return isDitto(c.Text)
		}
	}
	return quotes > 0 && quotes+commas <= 4 || quotes == 0 && commas == 2 && !strings.Contains(c.Text, ".")
}

// dittos are the lower-case words for a ditto mark.
var dittos = []string{"dito", "ditto", "d:o", "d.o", "do"}

func isDitto(s string) bool {
	s = strings.Trim(s, " .-–—\u00a0\t")
	return slices.ContainsFunc(dittos, func(d string) bool { return strings.EqualFold(s, d) })
}

// asAbove are the lower-case words that say that a value is that of the row above.
var asAbove = []string{"se ovan", "se ovanstående", "samma som ovan", "samma som föregående", "samma som raden ovan", "samma ovan", "som ovan", "enl ovan", "enl. ovan", "enligt ovan", "se raden ovan", "se rad ovan", "se föregående", "se föregående rad", "lika ovan", "lika som ovan", "samma", "ovan", "idem"}

// IsAbove says that a cell says in words that it is as the one above.
func IsAbove(c sheet.Cell) bool {
	if c.Kind != sheet.Text || len(c.Text) > longAbove || len(c.Text) < 4 {
		return false
	}
	switch c.Text[0] {
	case 's', 'S', 'e', 'E', 'o', 'O', 'i', 'I', 'l', 'L', '(', ' ':
	default:
		return false
	}
	s := strings.Trim(c.Text, " ().!\u00a0")
	return slices.ContainsFunc(asAbove, func(w string) bool { return strings.EqualFold(s, w) })
}
