package field

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
)

// levelType is a consequence level: the number that is the key of one of the
// field's alternatives.
type levelType struct{ wholeType }

func (levelType) traits() traits {
	return traits{name: "level", word: "nivå", known: true, options: true, filters: true}
}

// NewLevel declares a consequence level.
func NewLevel(k *Kind, key, label string, opts ...Opt) NumberField {
	return NumberField{New(k, Level, key, label, opts...)}
}

// parse takes "3", "3 (allvarlig)", "K3" or the level's word. What else
// stands there is told in the remark.
func (levelType) parse(f *Field, w World, s string, _ money.Unit) (Value, string, error) {
	opts := f.Alternatives(w)
	k := text.Fold(s)
	digits := firstNumber(s)
	for _, o := range opts {
		if o.Key != digits && (digits != "" || !optionIs(o, k)) {
			continue
		}
		n, err := strconv.ParseInt(o.Key, 10, 64)
		if err != nil {
			return nil, "", fault.Wrap(fault.Internal, "Nivåerna för "+f.Label+" är inte tal. Inget har ändrats.", err)
		}
		if digits == "" || saysLevel(o, k) {
			return n, "", nil
		}
		return n, "lästes som ”" + o.Label + "”: " + s, nil
	}
	return nil, "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är ingen nivå. Skriv något av %s.", s, labelsOf(opts)))
}

func notDigit(r rune) bool { return r < '0' || r > '9' }

// firstNumber is the first run of digits in s, with a minus that stands
// before it.
func firstNumber(s string) string {
	i := strings.IndexFunc(s, func(r rune) bool { return !notDigit(r) })
	if i < 0 {
		return ""
	}
	minus := ""
	if before := strings.TrimSpace(s[:i]); before == "-" || before == "−" {
		minus = "-"
	}
	s = s[i:]
	if j := strings.IndexFunc(s, notDigit); j > 0 {
		s = s[:j]
	}
	return minus + s
}

// saysLevel says whether a folded text is nothing but the level's number, at
// most after the aspect's letter, and words from its label.
func saysLevel(o Option, folded string) bool {
	label := " " + text.Fold(o.Label) + " "
	for _, word := range strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && notDigit(r) }) {
		if strings.Contains(label, " "+word+" ") {
			continue
		}
		if letter := strings.TrimSuffix(word, o.Key); len(letter) != 1 || !notDigit(rune(letter[0])) {
			return false
		}
	}
	return true
}
