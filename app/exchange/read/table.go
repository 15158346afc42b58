package read

import (
	"slices"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
)

// headerRows is how far down a heading row is looked for.
const headerRows = 30

// Header gives the index of the row that is most like headings, or of the one
// that people call want; -1 for none. Headings that are known count most, then
// words; numbers and dates speak against it.
func Header(rows []sheet.Row, want int, known func(Heading) bool) int {
	if want != 0 {
		return belowMerged(rows, slices.IndexFunc(rows, func(r sheet.Row) bool { return r.Number == want }))
	}
	best, bestScore := -1, 0.0
	for i, r := range rows[:min(len(rows), headerRows)] {
		if s := headerScore(r, known); s > bestScore {
			best, bestScore = i, s
		}
	}
	return belowMerged(rows, best)
}

func headerScore(r sheet.Row, known func(Heading) bool) float64 {
	seen := map[string]bool{}
	hits, words, others := 0, 0, 0
	for _, c := range r.Cells {
		switch {
		case c.IsEmpty():
		case c.Kind != sheet.Text:
			others++
		default:
			h := HeadingOf(c.Text)
			if key := text.Key(h.Written); !seen[key] {
				seen[key] = true
				words++
				if known(h) {
					hits++
				}
			}
		}
	}
	if words < 2 && hits == 0 {
		return 0
	}
	return 3*float64(hits) + 0.3*float64(words) - float64(others)
}

// belowMerged moves the heading row down when the row below it only has the
// years, below merged headings.
func belowMerged(rows []sheet.Row, at int) int {
	if at < 0 || at+1 >= len(rows) {
		return at
	}
	years := 0
	for i, c := range rows[at+1].Cells {
		switch {
		case c.IsEmpty() || c.Text == rows[at].At(i).Text: // merged downwards
		case reYear.MatchString(text.OneLine(c.Text)):
			years++
		default:
			return at
		}
	}
	if years < 2 {
		return at
	}
	return at + 1
}

// Headings reads the heading row. A heading that is only a year, or empty
// below a merged one, takes its words from the row above.
func Headings(rows []sheet.Row, at, width int) []Heading {
	out := make([]Heading, width)
	above := sheet.Row{}
	if at > 0 && distinctTexts(rows[at-1]) >= 2 {
		above = rows[at-1]
	}
	for i := range out {
		s := rows[at].At(i).Text
		out[i] = HeadingOf(s)
		if len(out[i].Words) > 0 {
			continue
		}
		over := above.At(i)
		for j := i - 1; over.IsEmpty() && out[i].Year != 0 && j >= 0; j-- {
			over = above.At(j)
		}
		if over.Kind == sheet.Text && !over.IsEmpty() {
			out[i] = HeadingOf(over.Text + " " + s)
		}
	}
	return out
}

func distinctTexts(r sheet.Row) int {
	seen := map[string]bool{}
	for _, c := range r.Cells {
		if c.Kind == sheet.Text && !c.IsEmpty() {
			seen[c.Text] = true
		}
	}
	return len(seen)
}

// BareUnit is what bare amounts are in: as said above the headings or in the
// sheet's name, else kronor.
func BareUnit(sh *sheet.Sheet, header int) money.Unit {
	for _, r := range sh.Rows[:max(header, 0)] {
		for _, c := range r.Cells {
			if c.Kind == sheet.Text && len(c.Text) < 200 {
				if u := unitIn(c.Text); u != nil {
					return *u
				}
			}
		}
	}
	if u := unitIn(sh.Name); u != nil {
		return *u
	}
	return money.Kr
}
