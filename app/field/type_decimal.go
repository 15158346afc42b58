package field

import (
	"fmt"
	"strings"
	"unicode"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
)

// decimalType is a number with decimals, in hundredths: 99,95 is 9995. What it is a number
// of, such as percent or hours, the field says, or another beside it.
type decimalType struct{ wholeType }

func (decimalType) traits() traits {
	return traits{name: "decimal", word: "tal", prompt: "Tal, med högst två decimaler.", example: "99,5"}
}

// parse takes "99,5", "99.50", "99,5 %" and "1 200".
func (decimalType) parse(f *Field, _ World, s string, _ money.Unit) (Value, string, error) {
	rest := strings.TrimSpace(strings.TrimSuffix(s, "%"))
	o, err := money.Parse(rest, money.Kr) // whose hundredths are öre
	if err != nil || strings.ContainsFunc(rest, unicode.IsLetter) {
		return nil, "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är inget tal med högst två decimaler. Skriv till exempel 99,5.", s))
	}
	n := int64(o)
	if b := f.between; b != nil && (n < b[0]*100 || n > b[1]*100) {
		return nil, "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är inte mellan %d och %d. Skriv ett tal däremellan.", s, b[0], b[1]))
	}
	return n, "", nil
}

func (decimalType) show(_ *Field, _ World, v Value) string {
	return decimals(money.Ore(v.(int64)).Exact())
}

func (decimalType) exact(_ *Field, _ World, v Value) string {
	return strings.Replace(PlainDecimal(v.(int64)), ".", ",", 1)
}

// decimals takes away the zeros that say nothing last in a number with a comma.
func decimals(s string) string {
	if !strings.Contains(s, ",") {
		return s
	}
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ",")
}

// PlainDecimal writes hundredths as machines do: "99.5".
func PlainDecimal(n int64) string {
	return strings.TrimSuffix(strings.TrimRight(money.Ore(n).Decimal(), "0"), ".")
}

// DecimalField is a number with decimals with its typed access.
type DecimalField struct{ *Field }

// Get gives the stored value in hundredths, 0 when empty.
func (f DecimalField) Get(r *Record) int64 { return get[int64](r, f.Field) }

// NewDecimal declares a number with decimals.
func NewDecimal(k *Kind, key, label string, opts ...Opt) DecimalField {
	return DecimalField{New(k, Decimal, key, label, opts...)}
}
