package read

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// noise is what people write in a cell instead of leaving it empty.
var noise = map[string]bool{"-": true, "--": true, ".": true, "..": true, "–": true, "—": true}

// IsBlank says that a cell holds nothing, or only noise.
func IsBlank(c sheet.Cell) bool {
	return c.IsEmpty() || c.Kind == sheet.Text && len(c.Text) <= 8 && noise[text.Clean(c.Text)]
}

// Says reports whether a cell says something to a field: noise does when "-"
// is one of the field's own words.
func Says(w field.World, f *field.Field, c sheet.Cell) bool {
	if !IsBlank(c) {
		return true
	}
	if c.IsEmpty() || !f.KnownWords() {
		return false
	}
	_, _, err := f.Parse(w, c.Text, money.Kr)
	return err == nil
}

// Value reads a cell for a field that holds no references: its value, what is
// to be said of how it was read, and why it can't be.
func Value(w field.World, f *field.Field, c sheet.Cell, unit money.Unit) (v field.Value, remark string, err error) {
	switch {
	case c.Kind == sheet.Error:
		return nil, "", Lacks(c)
	case (c.Kind == sheet.Number || c.Kind == sheet.Date) && types[f.Type].number != nil:
		return types[f.Type].number(w, f, c, unit)
	case c.Kind == sheet.Date && f.Prose():
		return yearIn(w, f, c, unit)
	case f.Prose():
		return f.Parse(w, AsShown(c), unit)
	}
	if v, remark, err = f.Parse(w, c.Text, unit); err != nil {
		if v, remark, ok := counted(w, f, c); ok {
			return v, remark, nil
		}
	}
	return v, remark, err
}

// isCode says that a cell holds a number, a date, an amount, an address, a link
// or an identity rather than words.
func isCode(c sheet.Cell) bool {
	s := text.Clean(c.Text)
	if c.Kind != sheet.Text || !strings.ContainsFunc(s, unicode.IsLetter) {
		return true
	}
	if IsAddress(s) || strings.Contains(s, "://") || strings.HasPrefix(text.Fold(s), "www.") {
		return true
	}
	if !strings.Contains(s, " ") && strings.ContainsFunc(s, unicode.IsDigit) {
		return true
	}
	if _, err := date.Parse(s); err == nil {
		return true
	}
	_, err := money.Parse(s, money.Kr)
	return err == nil
}

// IsAddress says that a clean text looks like an e-mail address.
func IsAddress(s string) bool {
	return strings.Count(s, "@") == 1 && !strings.Contains(s, " ")
}

// How many characters a name and an abbreviation ("EDP", "LISA") may have.
const (
	longName  = 80
	shortForm = 6
)

// mostInitials is how many letters an abbreviation of a unit may have.
const mostInitials = 5

// IsShort says that a text is an abbreviation in capitals, as those of units are: "BUN",
// "B&U".
func IsShort(s string) bool {
	n := utf8.RuneCountInString(s)
	return n > 1 && n <= mostInitials && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsUpper(r) && r != '&' })
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

// reWithRef is a name with its reference: "Lönesystemet (SYS-0042)".
var reWithRef = regexp.MustCompile(`^(.*?)\s*\(([\pL]{2,5}-[\d-]+)\)$`)

// reRef is a reference alone.
var reRef = regexp.MustCompile(`^[\pL]{2,5}-\d[\d-]*$`)

// IsRef says that a clean text looks like a reference alone: "SYS-0042".
func IsRef(s string) bool { return reRef.MatchString(s) }

// CutRef parts a clean text such as "Lönesystemet (SYS-0042)" into the name and
// the reference; ok is false when it isn't both.
func CutRef(s string) (name, ref string, ok bool) {
	if !strings.HasSuffix(s, ")") {
		return s, "", false
	}
	if m := reWithRef.FindStringSubmatch(s); m != nil {
		return m[1], m[2], true
	}
	return s, "", false
}
