package field

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
)

// numberType is a whole number, and yearType a year.
type (
	numberType struct{ wholeType }
	yearType   struct{ wholeType }
)

func (numberType) traits() traits {
	return traits{name: "number", word: "heltal", prompt: "Heltal.", example: "12", sums: true}
}

func (yearType) traits() traits {
	return traits{name: "year", word: "år", prompt: "Årtal.", example: "2028"}
}

// wholeType is what the types have in common whose values are whole numbers.
type wholeType struct{}

func (wholeType) holds(v Value) bool { return is[int64](v) }

func (wholeType) decode(s string) (Value, error) { return strconv.ParseInt(s, 10, 64) }

func (wholeType) show(_ *Field, _ World, v Value) string { return strconv.FormatInt(v.(int64), 10) }

func (wholeType) exact(_ *Field, _ World, v Value) string { return strconv.FormatInt(v.(int64), 10) }

func (wholeType) rank(*Field, World) func(Value) Rank {
	return func(v Value) Rank { return Rank{N: v.(int64)} }
}

// show writes a number as an amount is written, without the öre.
func (numberType) show(_ *Field, _ World, v Value) string {
	n := v.(int64)
	if n > math.MaxInt64/100 || n < math.MinInt64/100 {
		return strconv.FormatInt(n, 10)
	}
	return money.Ore(n * 100).Kr()
}

// parse takes "40", "ca 40" and "1 200 st".
func (numberType) parse(f *Field, _ World, s string, _ money.Unit) (Value, string, error) {
	t := text.Key(s)
	rest, approx := t, false
	for _, p := range []string{"ca.", "ca", "cirka", "c:a", "ungefär", "~", "≈"} {
		if after, ok := strings.CutPrefix(t, p); ok {
			rest, approx = strings.TrimSpace(after), true
			break
		}
	}
	rest = strings.TrimSuffix(strings.TrimSuffix(rest, " st"), " st.")
	n, err := strconv.ParseInt(rest, 10, 64)
	if err != nil {
		o, err := money.Parse(rest, money.Kr)
		if err != nil || o%100 != 0 {
			return nil, "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är inte ett heltal. Skriv till exempel 40.", s))
		}
		n = int64(o / 100)
	}
	if b := f.between; b != nil && (n < b[0] || n > b[1]) {
		return nil, "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är inte mellan %d och %d. Skriv ett heltal däremellan.", s, b[0], b[1]))
	}
	if approx {
		return n, "ungefärligt: " + s, nil
	}
	return n, "", nil
}

func (yearType) parse(_ *Field, _ World, s string, _ money.Unit) (Value, string, error) {
	n, err := strconv.ParseInt(strings.TrimSuffix(s, ".0"), 10, 64)
	if err == nil && n == 9999 {
		return nil, "9999 lästes som inget år", nil
	}
	if err != nil || n < 1950 || n > 2199 {
		return nil, "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är inte ett årtal. Skriv till exempel 2027.", s))
	}
	return n, "", nil
}

// NumberField is a whole number, a year or a level with its typed access.
type NumberField struct{ *Field }

// Get gives the stored value, 0 when empty.
func (f NumberField) Get(r *Record) int64 { return get[int64](r, f.Field) }

// NewNumber declares a whole number.
func NewNumber(k *Kind, key, label string, opts ...Opt) NumberField {
	return NumberField{New(k, Number, key, label, opts...)}
}

// NewYear declares a year.
func NewYear(k *Kind, key, label string, opts ...Opt) NumberField {
	return NumberField{New(k, Year, key, label, opts...)}
}
