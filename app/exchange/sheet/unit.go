package sheet

import (
	"strings"
	"unicode"
)

// UnitOf is the unit of money that the words beside a number are.
func UnitOf(words string) (Unit, bool) {
	switch strings.TrimLeft(squeezed(words), "-−+") {
	case "kr", "sek", "kronor", "krona", ":-", ",-", "kr:-":
		return Kr, true
	case "tkr", "kkr", "tsek", "ksek", "tusenkr", "tusenkronor":
		return Tkr, true
	case "mkr", "mnkr", "msek", "mnsek", "miljkr", "miljoner", "miljonerkr", "miljonerkronor":
		return Mnkr, true
	}
	return NoUnit, false
}

// squeezed is a text in small letters without spaces, dots, brackets and signs.
func squeezed(words string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), strings.ContainsRune(".()[]", r):
			return -1
		}
		return unicode.ToLower(r)
	}, words)
}

// OnlyScales says that the words say no more than that the number is divided.
func OnlyScales(words string) bool {
	switch squeezed(words) {
	case "k", "m", "t", "tusen", "tusental":
		return true
	}
	return false
}
