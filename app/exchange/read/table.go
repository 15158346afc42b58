package read

import (
	"regexp"
	"slices"
	"strings"

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

// longTitle is how long a text may be that stands above a table and says what it is about.
const longTitle = 200

// Titles are the lines of the texts above the headings.
func Titles(sh *sheet.Sheet, first int) []string { return titlesIn(sh.Rows[:first]) }

func titlesIn(rows []sheet.Row) []string {
	var out []string
	for _, r := range rows {
		for _, c := range r.Cells {
			if c.Kind == sheet.Text && len(c.Text) < longTitle {
				out = append(out, strings.Split(c.Text, "\n")...)
			}
		}
	}
	return out
}

// BareUnit is what bare amounts are in: as said above the headings, or among them of the
// whole list, in a note right below them or at the foot, or in the sheet's name, else
// kronor. What a heading says is of its columns.
func BareUnit(sh *sheet.Sheet, h Heads) money.Unit {
	said := Titles(sh, h.First)
	for _, r := range sh.Rows[h.First:h.Last] {
		said = append(said, ofWhole(r)...)
	}
	said = append(said, notesOfAmounts(sh.Rows[h.Last+1:])...)
	for _, s := range append(said, sh.Name) {
		if u := unitIn(s); u != nil {
			return *u
		}
	}
	return money.Kr
}

// reOfAmounts is a note about all amounts, of folded text: "Alla belopp anges i tkr".
var reOfAmounts = regexp.MustCompile(`^[(*\s]*(?:(?:alla|samtliga) )?(?:belopp|siffror|kostnader|priser|summor)(?:en|na)?\b[^0-9]*$`)

// mostNotes is how many rows at the foot of a list may be notes.
const mostNotes = 10

// notesOfAmounts are those about all amounts, right below the headings or at the foot.
func notesOfAmounts(rows []sheet.Row) (out []string) {
	for i, r := range rows {
		if i >= mostBelow && i < len(rows)-mostNotes {
			continue
		}
		if s := LoneText(r); s != "" && len(s) < longTitle && reOfAmounts.MatchString(text.Fold(s)) {
			out = append(out, s)
		}
	}
	return out
}

// ofWhole are the texts among headings that tell of the whole list: "Belopp i tkr", or a
// unit alone when the row says no other.
func ofWhole(heads sheet.Row) []string {
	var lines, alone []string
	units := map[money.Unit]bool{}
	for _, s := range titlesIn([]sheet.Row{heads}) {
		h := HeadingOf(s)
		switch {
		case AsideOf(s) == OfTable:
			lines = append(lines, s)
		case h.Unit != nil:
			units[*h.Unit] = true
			if len(h.Words) == 0 && h.Year == 0 {
				alone = append(alone, s)
			}
		}
	}
	if len(units) == 1 {
		lines = append(lines, alone...)
	}
	return lines
}
