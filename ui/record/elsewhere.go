package record

import (
	"strings"

	"itportfoljen/app/field"
	"itportfoljen/ui/texts"
)

// Elsewhere says where a field of a record is changed, when it is kept in records that
// others share, or in several; "" when it is changed where it is shown.
func Elsewhere(w field.World, r *field.Record, f *field.Field) string {
	if r == nil || f.Places == nil {
		return ""
	}
	places := f.Places(w, r)
	if len(places) == 0 {
		return ""
	}
	names := make([]string, len(places))
	for i, p := range places {
		names[i] = strings.TrimSpace(p.Ref + " " + p.Name())
	}
	return texts.N("record.elsewhere", len(places), f.Label, strings.Join(names, ", "))
}
