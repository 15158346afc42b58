package field

import (
	"fmt"
	"strings"

	"itportfoljen/app/base/fault"
)

// Finding is something in a portfolio that no rule lets in any more, or that only
// damage, another program or an older version can have brought.
type Finding struct {
	Record *Record
	Text   string // a Swedish sentence
}

// Examine looks every record through, and finds what the rules would refuse.
func Examine(w World) []Finding {
	var out []Finding
	for _, k := range w.Kinds() {
		for _, r := range w.All(k) {
			for _, text := range examine(w, r) {
				out = append(out, Finding{r, text})
			}
		}
		out = append(out, circlesOf(w, k)...)
	}
	return out
}

// Notices are what is to know of records and is no fault.
func Notices(w World) (out []Finding) {
	for _, k := range w.Kinds() {
		if k.Notice == nil {
			continue
		}
		for _, r := range w.All(k) {
			if s := k.Notice(w, r); s != "" {
				out = append(out, Finding{r, s})
			}
		}
	}
	return out
}

func examine(w World, r *Record) (out []string) {
	name := Called(r, w.Get)
	if title := r.Kind.Title(); title.Required && IsEmpty(r.Get(title)) {
		out = append(out, fmt.Sprintf("%s har inget värde i %s.", name, title.Label))
	}
	for _, f := range r.Kind.fields {
		out = append(out, examineValue(w, r, f, name)...)
	}
	for _, rule := range []func(World, *Record) error{r.Kind.Examine, alone(r.Kind.Check)} {
		if rule == nil {
			continue
		}
		if err := rule(w, r); err != nil {
			out = append(out, fmt.Sprintf("%s: %s", name, plainly(err)))
		}
	}
	return out
}

// alone asks a rule of a record as if it were new.
func alone(check func(w World, before, after *Record) error) func(World, *Record) error {
	if check == nil {
		return nil
	}
	return func(w World, r *Record) error { return check(w, nil, r) }
}

func examineValue(w World, r *Record, f *Field, name string) (out []string) {
	v := r.Get(f)
	if v == nil {
		return nil
	}
	if !f.Accepts(v) {
		return []string{fmt.Sprintf("%s har ett värde av fel slag i %s.", name, f.Label)}
	}
	for _, id := range References(v) {
		switch target := w.Get(id); {
		case target == nil:
			out = append(out, fmt.Sprintf("%s: det som %s pekar på finns inte.", name, f.Label))
		case !f.MayPointAt(target.Kind):
			out = append(out, fmt.Sprintf("%s: %s kan inte vara %s.", name, f.Label, target.Name()))
		}
	}
	if !f.HasAlternatives() || len(f.Alternatives(w)) == 0 {
		return out
	}
	if _, known := f.OptionOf(w, v); !known {
		out = append(out, fmt.Sprintf("%s: ”%s” är inget av alternativen för %s.", name, Encode(v), f.Label))
	}
	return out
}

// plainly is what a rule says without what it says of a change.
func plainly(err error) string {
	if fault.CodeOf(err) == fault.Internal {
		return "något hör inte ihop."
	}
	return unchanged.Replace(err.Error())
}

var unchanged = strings.NewReplacer(" Inget har ändrats.", "")
