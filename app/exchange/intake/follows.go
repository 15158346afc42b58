package intake

import (
	"slices"

	"itportfoljen/app/exchange/identify"
	"itportfoljen/app/field"
)

// follows are the records that what is planned will make besides, when it is written: the
// options that an agreement says in words, the driftändring that a new driftform is. What stops
// there is told when it is written, so that here only what will be there counts.
func follows(d *identify.Draft) (out []identify.Made) {
	planned := len(d.Changes())
	if d.Follow() != nil {
		return nil
	}
	for _, c := range d.Changes()[planned:] {
		r := d.Get(c.ID)
		if c.Op != field.Create || r == nil || c.Kind.Silent {
			continue
		}
		i := slices.IndexFunc(out, func(m identify.Made) bool { return m.Kind == c.Kind })
		if i < 0 {
			i, out = len(out), append(out, identify.Made{Kind: c.Kind})
		}
		name := r.Name()
		if of := d.Label(r.Owner()); of != "" {
			name = of + ", " + name
		}
		out[i].Names = append(out[i].Names, name)
	}
	return out
}
