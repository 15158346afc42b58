package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// looks is what a column's cells are like, counted over the rows that say more
// than one thing.
type looks struct {
	rows, filled, distinct int
	names                  int // short texts in words
	codes                  int // numbers, dates, addresses, links and identities
	known                  int // names that records of the kind have already
}

// longName is more characters than a name has.
const longName = 80

// shortForm is how long an abbreviation may be: "EDP", "LISA".
const shortForm = 6

// looksOf looks at a column of the sheet.
func (s *session) looksOf(l *layout, c *col) looks {
	var out looks
	seen, others := map[string]bool{}, s.pointedAt(l.kind)
	for _, r := range l.saying() {
		out.rows++
		v := r.At(c.Index)
		if isBlank(v) || v.Kind == sheet.Error {
			continue
		}
		out.filled++
		seen[withoutDigits(v.Text)] = true
		switch {
		case isCode(v):
			out.codes++
		case isName(v.Text) && !s.isOne(others, v.Text):
			out.names++
		}
		if s.isOne([]*field.Kind{l.kind}, v.Text) {
			out.known++
		}
	}
	out.distinct = len(seen)
	return out
}

// likeNames says that the column could have the names: nearly every row has
// something there, nearly all are different, and most are names.
func (k looks) likeNames() bool {
	return nearlyAll(k.filled, k.rows) && nearlyAll(k.distinct, k.filled) && 3*k.names >= 2*k.filled
}

// unlikeNames says that whatever the heading says, the column doesn't have the
// names: most rows have nothing there, or what they have is numbers and codes.
func (k looks) unlikeNames() bool { return 2*k.filled < k.rows || 3*k.codes >= 2*k.filled }

// nearlyAll is nine of ten, and all but one in a list of some length.
func nearlyAll(n, of int) bool {
	spare := of / 10
	if of >= someLength {
		spare = max(spare, 1)
	}
	return n > 0 && of-n <= spare
}

const someLength = 5

// saying are the first rows that say more than one thing, as headings between
// groups and notes below the table don't; all of them when there are none.
func (l *layout) saying() []sheet.Row {
	rows := l.data()[:min(len(l.data()), sampleRows)]
	var out []sheet.Row
	for _, r := range rows {
		if filledCells(r) > 1 {
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return rows
	}
	return out
}

func filledCells(r sheet.Row) int {
	n := 0
	for _, c := range r.Cells {
		if !isBlank(c) {
			n++
		}
	}
	return n
}

// withoutDigits makes a numbered series one and the same: "Lokal 3", "Lokal 5".
func withoutDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, text.Key(s))
}

// isCode says that a cell holds a number, a date, an amount, an address, a link
// or an identity rather than words.
func isCode(v sheet.Cell) bool {
	s := text.Clean(v.Text)
	if v.Kind != sheet.Text || !strings.ContainsFunc(s, unicode.IsLetter) {
		return true
	}
	if isAddress(s) || strings.Contains(s, "://") || strings.HasPrefix(text.Fold(s), "www.") {
		return true
	}
	if _, err := date.Parse(s); err == nil {
		return true
	}
	if _, err := money.Parse(s, money.Kr); err == nil {
		return true
	}
	return !strings.Contains(s, " ") && strings.ContainsFunc(s, unicode.IsDigit)
}

func isAddress(s string) bool {
	return strings.Count(s, "@") == 1 && !strings.Contains(s, " ")
}

// isName says that a text is as short as a name and no abbreviation.
func isName(s string) bool {
	s = text.Clean(s)
	n := utf8.RuneCountInString(s)
	if n < 2 || n > longName || strings.Contains(s, "\n") {
		return false
	}
	return n > shortForm || strings.Contains(s, " ") || s != strings.ToUpper(s)
}

// pointedAt are the other kinds that fields of kind k point at, such as persons
// and units.
func (s *session) pointedAt(k *field.Kind) []*field.Kind {
	var out []*field.Kind
	for _, f := range s.d.Fields(k) {
		for _, other := range f.Targets() {
			if other != k && !slices.Contains(out, other) {
				out = append(out, other)
			}
		}
	}
	return out
}

// isOne says that a text names a record of one of the kinds.
func (s *session) isOne(kinds []*field.Kind, written string) bool {
	return slices.ContainsFunc(kinds, func(k *field.Kind) bool { return len(s.links(k).find(written)) > 0 })
}
