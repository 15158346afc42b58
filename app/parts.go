package app

import (
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// CountParts adds how many parts of each kind go with a record that is removed.
func (p *Portfolio) CountParts(r *field.Record, into map[*field.Kind]int) {
	for _, f := range r.Kind.PointedBy() {
		if !f.Owning {
			continue
		}
		for _, part := range p.Pointing(f, r.ID) {
			into[part.Kind]++
			p.CountParts(part, into)
		}
	}
}

// PartsInWords is "3 kostnader och 2 beslut"; "" for none.
func PartsInWords(n map[*field.Kind]int) string {
	var out []string
	for _, k := range Kinds {
		if n[k] > 0 {
			out = append(out, text.Plural(n[k], k.One, k.Many))
		}
	}
	return text.And(out)
}
