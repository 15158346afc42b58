package excel

import (
	"slices"
	"strings"
	"unicode"

	"itportfoljen/app/exchange/sheet"
	"itportfoljen/data/internal/packed"
)

// shown makes the cell of a number as the format shows it; exact is the number as a
// decimal, which is never rounded as the format may round it.
func (f *format) shown(exact string, num float64) sheet.Cell {
	s := f.of(num)
	words := s.words
	if s != &f.sections[0] && s.placeable && !s.worded() {
		words = f.sections[0].words // a loss in red, nought as a dash: of the same as the others
	}
	switch {
	case s.odd:
		return sheet.Dec(exact, num)
	case !s.placeable:
		return s.named(exact, num)
	case s.pattern:
		if shown, ok := s.filled(exact); ok {
			return sheet.Cell{Kind: sheet.Text, Text: shown, Num: num}
		}
	}
	cell := sheet.Dec(s.padded(exact), num)
	unit, ok := sheet.UnitOf(words[0] + words[1])
	switch {
	case words == [2]string{} || s.scale > 0 && sheet.OnlyScales(words[0]+words[1]):
		if s.scale > 0 {
			cell.Unit = sheet.Whole
		}
	case ok:
		cell.Unit = unit
		if unit != sheet.Kr { // what is shown in kronor is stored in them
			cell.Text = packed.Divided(cell.Text, 3*s.scale)
		}
	default:
		cell.Kind, cell.Text = sheet.Text, around(words, strings.Replace(packed.Divided(cell.Text, 3*s.scale), ".", ",", 1))
	}
	return cell
}

// named is a number that is shown as a word, such as 1 as "Ja"; a mere sign or nothing
// stands for the number itself.
func (s *section) named(exact string, num float64) sheet.Cell {
	word := oneLine(s.words[0])
	if !strings.ContainsFunc(word, unicode.IsLetter) {
		return sheet.Dec(exact, num)
	}
	return sheet.Cell{Kind: sheet.Text, Text: word, Num: num}
}

// padded has the zeros before a whole number that the format shows.
func (s *section) padded(exact string) string {
	if s.decimals || len(exact) >= s.zeros || !digits(exact) {
		return exact
	}
	return strings.Repeat("0", min(s.zeros, mostZeros)-len(exact)) + exact
}

// mostZeros bounds how many zeros a format can put before a number.
const mostZeros = 30

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// filled puts a whole number's digits in their places from the right; what there is no
// place for stands in the first.
func (s *section) filled(exact string) (string, bool) {
	first, _ := s.places()
	always := slices.IndexFunc(s.parts, func(p part) bool { return p.place == '0' })
	places, sign := 0, false
	for i, p := range s.parts {
		if p.place != 0 {
			places++
		}
		sign = sign || i > first && !parting(p.literal)
	}
	if !digits(exact) || len(exact) > places && !sign || places > mostZeros {
		return "", false
	}
	shown, left := "", exact
	for i := len(s.parts) - 1; i >= 0; i-- {
		p := s.parts[i]
		digit := ""
		switch {
		case p.place == 0:
			digit = p.literal
		case p.place == ',' || p.place == 'G':
		case i == first:
			digit, left = left, ""
		case left != "":
			digit, left = left[len(left)-1:], left[:len(left)-1]
		}
		if digit == "" && p.place != 0 && always >= 0 && i >= always {
			digit = "0"
		}
		shown = digit + shown
	}
	return oneLine(shown), true
}

// around puts the words of a format around a number; a sign of it stands first.
func around(words [2]string, number string) string {
	before, after := words[0], words[1]
	if rest, negative := strings.CutPrefix(number, "-"); negative {
		before = strings.Map(signless, before)
		after = strings.TrimSuffix(strings.TrimRight(after, " "), ")")
		if strings.TrimSpace(before) == "" {
			before = "-"
		} else {
			rest = number
		}
		number = rest
	}
	return oneLine(before + number + after)
}

// oneLine is a text with one space where there are several.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// signless leaves out the signs that a format has of its own for numbers below zero.
func signless(r rune) rune {
	if r == '-' || r == '−' || r == '(' {
		return -1
	}
	return r
}
