package intake

import (
	"slices"
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// How much of a column is looked at to see what it holds.
const (
	sampleRows   = 400
	sampleValues = 30
	shownSamples = 3
)

// content is a sample of what a column holds.
type content struct {
	values []sheet.Cell // distinct
	filled int          // of the rows looked at
}

func sampleColumns(rows []sheet.Row, width int) []content {
	out := make([]content, width)
	seen := make([]map[string]bool, width)
	for _, r := range rows[:min(len(rows), sampleRows)] {
		for i := 0; i < min(len(r.Cells), width); i++ {
			c := r.Cells[i]
			if isBlank(c) || c.Kind == sheet.Error {
				continue
			}
			out[i].filled++
			if seen[i] == nil {
				seen[i] = map[string]bool{}
			}
			if len(out[i].values) < sampleValues && !seen[i][c.Text] {
				seen[i][c.Text] = true
				out[i].values = append(out[i].values, c)
			}
		}
	}
	return out
}

func (c content) samples() []string {
	var out []string
	for _, v := range c.values[:min(len(c.values), shownSamples)] {
		out = append(out, strings.Join(strings.Fields(text.Clean(v.Text)), " "))
	}
	return out
}

// fit is the share of the sampled values that the field can take; 1 for a
// field that takes any text, and for an empty column.
func (s *session) fit(f *field.Field, c content) float64 {
	if len(c.values) == 0 || f.Free() {
		return 1
	}
	able := 0.0
	for _, v := range c.values {
		able += readers[f.Type].takes(s, f, v)
	}
	return able / float64(len(c.values))
}

// personLike says whether a cell may name somebody: a name of at least two
// words, an address, or words for nobody. An acronym doesn't.
func personLike(c sheet.Cell) float64 {
	if c.Kind != sheet.Text {
		return 0
	}
	ms := org.ParseMentions(c.Text)
	for _, m := range ms {
		words := strings.Fields(text.Fold(m.Name))
		if m.Email == "" && (len(words) < 2 || slices.ContainsFunc(words, func(w string) bool { return noName[w] })) {
			return 0
		}
	}
	if len(ms) == 0 {
		return 0.5
	}
	return 1
}

// noName are folded words that are in the names of offices, not of persons.
var noName = map[string]bool{"of": true, "the": true, "for": true, "office": true, "division": true, "department": true, "administration": true, "agency": true, "commission": true, "-": true,
	"enhet": true, "enheten": true, "avdelning": true, "avdelningen": true, "gruppen": true, "team": true}

// byContent guesses a field for a column whose heading says nothing: the one
// choice whose words it holds, addresses, or units that exist, for the field of
// the unit that a thing belongs to.
func byContent(w field.World, k *field.Kind, c content, units *units) []candidate {
	if len(c.values) < 2 {
		return nil
	}
	var out []candidate
	for _, f := range w.Fields(k) {
		if !f.Editable() || f.Free() {
			continue
		}
		share := 0.0
		switch {
		case ofWords(f):
			share = wordShare(w, f, c)
		case f == k.Home():
			share = units.known(c)
		case f.Prose() && f.Key == "email":
			share = addressShare(c)
		}
		if share >= 0.8 {
			out = append(out, candidate{f, 0.4 + 0.2*share, whyContent})
		}
	}
	if len(out) > 1 { // the content fits several fields: it says nothing
		return nil
	}
	return out
}

// wordShare counts values that are a choice's words; single letters, numbers,
// yes and no could be anything.
func wordShare(w field.World, f *field.Field, c content) float64 {
	n := 0
	for _, v := range c.values {
		if len([]rune(v.Text)) <= 3 {
			return 0
		}
		if _, _, err := f.Parse(w, v.Text, money.Kr); err == nil {
			n++
		}
	}
	return float64(n) / float64(len(c.values))
}

func addressShare(c content) float64 {
	n := 0
	for _, v := range c.values {
		if isAddress(text.Clean(v.Text)) {
			n++
		}
	}
	return float64(n) / float64(len(c.values))
}
