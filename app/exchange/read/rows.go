package read

import (
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
)

// LoneText is the text of a row that says nothing else, be it in one cell or
// merged over many; empty for other rows.
func LoneText(r sheet.Row) string {
	found, n := "", 0
	for _, c := range r.Cells {
		if IsBlank(c) {
			continue
		}
		if c.Kind != sheet.Text || found != "" && c.Text != found {
			return ""
		}
		found = c.Text
		n++
	}
	if n == 2 {
		return ""
	}
	return text.OneLine(found)
}

// FirstFilled is the column of the first cell that says something, -1 for none.
func FirstFilled(r sheet.Row) int {
	for i, c := range r.Cells {
		if !IsBlank(c) {
			return i
		}
	}
	return -1
}

// Saying are the first rows that say more than one thing, as headings between
// groups and notes below the table don't; all of them when there are none.
func Saying(rows []sheet.Row) []sheet.Row {
	rows = rows[:min(len(rows), Sampled)]
	var out []sheet.Row
	for _, r := range rows {
		if Filled(r) > 1 {
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return rows
	}
	return out
}

// Filled is how many cells of a row say something.
func Filled(r sheet.Row) int {
	n := 0
	for _, c := range r.Cells {
		if !IsBlank(c) {
			n++
		}
	}
	return n
}
