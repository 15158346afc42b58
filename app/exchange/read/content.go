package read

import (
	"strings"
	"unicode"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
)

// Sampled is how many rows are looked at to see what a column holds.
const Sampled = 400

const (
	sampleValues = 30
	shownSamples = 3
)

// Content is a sample of what a column holds.
type Content struct {
	Values []sheet.Cell // distinct
	Filled int          // of the rows looked at
}

// Contents samples the columns of a table.
func Contents(rows []sheet.Row, width int) []Content {
	out := make([]Content, width)
	seen := make([]map[string]bool, width)
	for _, r := range rows[:min(len(rows), Sampled)] {
		for i := 0; i < min(len(r.Cells), width); i++ {
			c := r.Cells[i]
			if IsBlank(c) || c.Kind == sheet.Error || isMark(c) || IsAbove(c) {
				continue
			}
			out[i].Filled++
			if seen[i] == nil {
				seen[i] = map[string]bool{}
			}
			if len(out[i].Values) < sampleValues && !seen[i][c.Text] {
				seen[i][c.Text] = true
				out[i].Values = append(out[i].Values, c)
			}
		}
	}
	return out
}

// Samples are a few of the values, to show people.
func (c Content) Samples() []string {
	var out []string
	for _, v := range c.Values[:min(len(c.Values), shownSamples)] {
		out = append(out, text.OneLine(v.Text))
	}
	return out
}

// Share is the share of the sampled values that a test holds for; there are some.
func (c Content) Share(is func(sheet.Cell) bool) float64 {
	n := 0
	for _, v := range c.Values {
		if is(v) {
			n++
		}
	}
	return float64(n) / float64(len(c.Values))
}

// Looks is what a column's cells are like, counted over the rows that say more
// than one thing.
type Looks struct {
	rows, filled, distinct int
	names                  int // short texts in words
	codes                  int // numbers, dates, addresses, links and identities
	known                  int // names that are those of records already
}

// LookAt looks at a column of a table, in the rows that say something. Known says that a text is the name of
// what the table lists, other that it names something else.
func LookAt(saying []sheet.Row, column int, known, other func(string) bool) Looks {
	var out Looks
	seen := map[string]bool{}
	for _, r := range saying {
		out.rows++
		v := r.At(column)
		if IsBlank(v) || v.Kind == sheet.Error || isMark(v) {
			continue
		}
		out.filled++
		seen[withoutDigits(v.Text)] = true
		switch {
		case isCode(v):
			out.codes++
		case isName(v.Text) && !other(v.Text):
			out.names++
		}
		if known(v.Text) {
			out.known++
		}
	}
	out.distinct = len(seen)
	return out
}

// LikeNames says that the column could have the names: nearly every row has
// something there, nearly all are different, and most are names.
func (k Looks) LikeNames() bool {
	return nearlyAll(k.filled, k.rows) && nearlyAll(k.distinct, k.filled) && 3*k.names >= 2*k.filled
}

// UnlikeNames says that whatever the heading says, the column doesn't have the
// names: most rows have nothing there, or what they have is numbers and codes.
func (k Looks) UnlikeNames() bool { return 2*k.filled < k.rows || k.Codes() }

// Codes says that most of what the column has is numbers and codes.
func (k Looks) Codes() bool { return 3*k.codes >= 2*k.filled }

// Known says that most of what the column has are names of records already.
func (k Looks) Known() bool { return 2*k.known > k.filled }

// nearlyAll is nine of ten, and all but one in a list of some length.
func nearlyAll(n, of int) bool {
	spare := of / 10
	if of >= someLength {
		spare = max(spare, 1)
	}
	return n > 0 && of-n <= spare
}

const someLength = 5

// withoutDigits makes a numbered series one and the same: "Lokal 3", "Lokal 5".
func withoutDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, text.Key(s))
}
