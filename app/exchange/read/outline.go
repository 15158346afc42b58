package read

import (
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
)

// outline fills in a column that stands before the names and says only where it changes,
// as people write what a group of rows has in common: a value, and nothing below it until
// the next. Whether it is such a column is told by all of it: no value stands twice after
// itself or comes again, and most cells are empty.
func (w *filling) outline() {
	if w.Heads < 0 || w.Heads >= w.Names || !w.isOutline() {
		return
	}
	var value sheet.Cell
	for i := range w.rows {
		switch v := w.rows[i].At(w.Heads); {
		case !w.says(i):
			if LoneText(w.raw[i]) != "" || isSumRow(w.raw[i]) {
				value = sheet.Cell{} // a heading of another sort, or the end of the group
			}
		case !IsBlank(v):
			value = v
		case !value.IsEmpty():
			w.put(i, w.Heads, value)
			w.inherited = append(w.inherited, w.rows[i].Number)
		}
	}
}

// says that a row is one of data: it has a name and isn't a sum.
func (w *filling) says(i int) bool { return !IsBlank(w.rows[i].At(w.Names)) && !isSumRow(w.raw[i]) }

func (w *filling) isOutline() bool {
	seen, before := map[string]bool{}, ""
	values, blanks := 0, 0
	for i := range w.rows {
		if !w.says(i) {
			continue
		}
		v := w.rows[i].At(w.Heads)
		key := text.Key(v.Text)
		switch {
		case IsBlank(v):
			blanks++
		case v.Kind != sheet.Text || key == before || seen[key]:
			return false
		default:
			values++
			seen[key], before = true, key
		}
		if values == 0 {
			return false // the first row says nothing to go on with
		}
	}
	return blanks > 0 && blanks >= values
}
