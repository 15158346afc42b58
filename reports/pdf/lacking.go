package pdf

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"itportfoljen/app/base/text"
)

// lacks says which characters the typeface lacks, in a sentence; "" when none.
func (c *cleaner) lacks() string {
	if len(c.missing) == 0 {
		return ""
	}
	const most = 12
	codes := slices.Sorted(maps.Keys(c.missing))
	names := make([]string, 0, most)
	for _, r := range codes[:min(most, len(codes))] {
		names = append(names, fmt.Sprintf("U+%04X", r))
	}
	list := strings.Join(names, ", ")
	if len(codes) > most {
		list += fmt.Sprintf(" och %d till", len(codes)-most)
	}
	if len(codes) == 1 {
		return "Ett tecken (" + list + ") finns inte i rapportens typsnitt och står som □ med sin kod. Uppläst är det som i portföljen."
	}
	return text.Plural(len(codes), "tecken", "tecken") + " (" + list + ") finns inte i rapportens typsnitt och står som □ med sin kod. Upplästa är de som i portföljen."
}

// lacking ends a document that has characters the typeface lacks with saying so.
func (e *engine) lacking() []strip {
	s := e.lacks()
	if s == "" {
		return nil
	}
	e.out.lacks = s
	w, _ := pageSize(e.turned)
	return e.para(e.style([]Run{M(s)}, look{}), footSize, w-2*marginX, 0, 14)
}
