package agreement

import (
	"fmt"
	"strings"
	"unicode"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

func init() {
	SupplierKind.Number = SupplierNumber.Field
	SupplierKind.Naming = &field.Naming{The: "leverantören", Alike: alike}
	SupplierKind.Detail = func(_ field.World, r *field.Record) string {
		if n := SupplierNumber.Get(r); n != "" {
			return n
		}
		return r.Ref
	}
}

// forms are the company forms that people leave out.
var forms = map[string]bool{"ab": true, "aktiebolag": true, "publ": true, "hb": true, "kb": true, "as": true, "oy": true, "inc": true, "ltd": true, "gmbh": true, "sverige": true, "sweden": true}

// alike is a supplier's name without company form, dots and signs.
func alike(name string) string {
	var words []string
	for _, w := range strings.FieldsFunc(text.Fold(strings.ReplaceAll(name, ".", "")), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if !forms[w] {
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}

// orgNumber tidies an organisationsnummer to 556677-8899 and tries its check digit
// (Luhn). Sixteen before, as the EU writes it, and the VAT number's letters and last
// two digits are taken away.
func orgNumber(s string) (string, error) {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
	if strings.HasPrefix(strings.ToUpper(strings.TrimSpace(s)), "SE") && len(digits) == 12 {
		digits = strings.TrimSuffix(digits, "01")
	}
	if len(digits) == 12 {
		digits = strings.TrimPrefix(digits, "16")
	}
	odd := strings.Trim(strings.ToUpper(s), "0123456789- SE")
	switch {
	case len(digits) != 10 || odd != "":
		return "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är inget organisationsnummer. Skriv tio siffror, till exempel 556677-8899.", s))
	case luhn(digits) != 0:
		return "", fault.New(fault.Invalid, fmt.Sprintf("”%s” kan inte vara ett organisationsnummer: kontrollsiffran stämmer inte. Se efter på fakturan.", s))
	}
	return digits[:6] + "-" + digits[6:], nil
}

// luhn is 0 for digits whose last one is right.
func luhn(digits string) int {
	sum := 0
	for i := range len(digits) {
		n := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			n *= 2
		}
		sum += n/10 + n%10
	}
	return sum % 10
}
