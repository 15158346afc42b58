package field

import (
	"strings"

	"itportfoljen/app/base/figure"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
)

// Parse reads what a person typed into a field that holds no references.
// Bare amounts are in unit bare. The remark, when there is one, says in
// Swedish what was taken away in the reading, so that nothing is lost in
// silence ("ca 40" becomes 40). Errors are *fault.Error of code Invalid, with
// no value.
func (f *Field) Parse(w World, s string, bare money.Unit) (v Value, remark string, err error) {
	if f.Multiline() {
		s = strings.TrimSpace(text.Lines(s))
	} else {
		s = text.OneLine(s)
	}
	if s == "" {
		return nil, "", nil
	}
	v, remark, err = types[f.Type].parse(f, w, s, bare)
	if err != nil && !f.Prose() && !f.Points() && figure.Unknown(text.Key(s)) {
		return nil, unknown(s), nil
	}
	return v, remark, err
}

// noted is the remark that a text was read with a reservation; "" for none.
func noted(note, s string) string {
	if note == "" {
		return ""
	}
	return note + ": " + s
}

// joined puts one more note after those that there are.
func joined(note, more string) string {
	if note == "" || more == "" {
		return note + more
	}
	return note + ", " + more
}

// unknown is the remark that a text only says that nobody knows.
func unknown(s string) string { return noted("lästes som tomt", s) }
