package economy

import (
	"fmt"
	"strconv"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
)

func months() (out []field.Option) {
	for m := range 12 {
		n, name := strconv.Itoa(m+1), date.MonthName(m+1)
		out = append(out, field.Option{Key: n, Label: text.Capital(name), Synonyms: []string{n, "0" + n, name[:3]}})
	}
	return out
}

// remark says what is to know of a cost row: amounts that don't count, since they stand on
// months, and codes that aren't in the lists of codes.
func remark(w field.World, c *field.Record) field.Value {
	var out []string
	if s := uncounted(w, c); s != "" {
		out = append(out, s)
	}
	if s := besides(w, c); s != "" {
		out = append(out, s)
	}
	out = append(out, unknownCodes(w, c)...)
	if out == nil {
		return nil
	}
	return text.Capital(strings.Join(out, "; "))
}

func remarked() []*field.Kind { return []*field.Kind{CostKind, CodeKind, settings.Kind} }

// uncounted says which amounts of a year's row don't count.
func uncounted(w field.World, c *field.Record) string {
	if CostMonth.Get(c) != "" {
		return ""
	}
	fields := Counting(w, Rows(w, CostOwner.Get(c))).Uncounted(c)
	if fields == nil {
		return ""
	}
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = text.Lower(f.Label)
	}
	return fmt.Sprintf("%s räknas inte: det står på månader", text.And(names))
}
