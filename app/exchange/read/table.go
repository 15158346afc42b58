package read

import (
	"slices"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
)

// headerRows is how far down a heading row is looked for.
const headerRows = 30

// header gives the index of the row that is most like headings, or of the one
// that people call want; -1 for none. Headings that are known count most, then
// words; numbers and dates speak against it, but for years.
func header(rows []sheet.Row, want int, known func(Heading) bool) int {
	if want != 0 {
		return slices.IndexFunc(rows, func(r sheet.Row) bool { return r.Number == want })
	}
	best, bestScore := -1, 0.0
	for i, r := range rows[:min(len(rows), headerRows)] {
		if s := headerScore(r, known); s > bestScore {
			best, bestScore = i, s
		}
	}
	return best
}

func headerScore(r sheet.Row, known func(Heading) bool) float64 {
	seen := map[string]bool{}
	hits, words, others := 0, 0, 0
	for _, c := range r.Cells {
		switch {
		case c.IsEmpty() || c.Kind == sheet.Number && isYear(c):
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
