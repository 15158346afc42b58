package read

import (
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
)

// sumWords begin the rows that add up others.
var sumWords = map[string]bool{"summa": true, "total": true, "totalt": true, "totalsumma": true, "delsumma": true, "sum": true, "subtotal": true, "summering": true}

// IsSum says that the row adds up others: a word for that stands first and
// nothing but amounts follow.
func IsSum(r sheet.Row) bool {
	first := ""
	for _, c := range r.Cells {
		switch {
		case c.IsEmpty():
		case first == "" && c.Kind != sheet.Text:
			return false
		case first == "":
			first, _, _ = strings.Cut(strings.TrimRight(text.Fold(c.Text), ": "), " ")
			if !sumWords[first] {
				return false
			}
		case c.Kind == sheet.Text && !IsBlank(c):
			if _, err := money.Parse(c.Text, money.Kr); err != nil {
				return false
			}
		}
	}
	return first != ""
}

// LoneText is the text of a row that says nothing else, be it in one cell or
// merged over many; empty for other rows.
func LoneText(r sheet.Row) string {
	found, n := "", 0
	for _, c := range r.Cells {
		if c.IsEmpty() {
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

// saying are the first rows that say more than one thing, as headings between
// groups and notes below the table don't; all of them when there are none.
func saying(rows []sheet.Row) []sheet.Row {
	rows = rows[:min(len(rows), Sampled)]
	var out []sheet.Row
	for _, r := range rows {
		if filled(r) > 1 {
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return rows
	}
	return out
}

func filled(r sheet.Row) int {
	n := 0
	for _, c := range r.Cells {
		if !IsBlank(c) {
			n++
		}
	}
	return n
}
