package app

import (
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// CountParts says how many of each kind go with records that are removed: their parts,
// and what says something of them alone.
func (p *Portfolio) CountParts(of ...field.ID) map[*field.Kind]int {
	n, seen := map[*field.Kind]int{}, map[field.ID]bool{}
	for _, id := range of {
		seen[id] = true
	}
	var count func(id field.ID)
	count = func(id field.ID) {
		r := p.Get(id)
		if r == nil {
			return
		}
		for _, f := range r.Kind.PointedBy() {
			if f.Gone != field.Cascade {
				continue
			}
			for _, part := range p.Pointing(f, id) {
				if !seen[part.ID] {
					seen[part.ID] = true
					n[part.Kind]++
					count(part.ID)
				}
			}
		}
	}
	for _, id := range of {
		count(id)
	}
	return n
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
