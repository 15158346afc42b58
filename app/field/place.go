package field

import "slices"

// UnitOf gives the unit that a record belongs to: its own, its owner's, or for a
// unit itself. known is false for what is the whole municipality's, and belongs to
// no unit.
func UnitOf(w World, r *Record) (unit ID, known bool) {
	switch {
	case r.Kind.owner != nil:
		if o := w.Get(r.Owner()); o != nil {
			return UnitOf(w, o)
		}
		return "", true
	case r.Kind.Answers == Unit:
		return r.ID, true
	case r.Kind.home != nil:
		return r.Home(), true
	}
	return "", false
}

// OfUnits says whether records of the kind belong to units, by themselves or by
// their owners; those of other kinds are the whole municipality's.
func (k *Kind) OfUnits() bool {
	return k.owner != nil && slices.ContainsFunc(k.owner.Targets(), (*Kind).OfUnits) || k.Answers == Unit || k.home != nil
}

// InOrderOf puts kinds in an order in which each comes after those it refers to,
// and else in the order they came.
func InOrderOf(kinds ...*Kind) []*Kind {
	var out []*Kind
	seen := map[*Kind]bool{}
	var add func(k *Kind)
	add = func(k *Kind) {
		if seen[k] || !slices.Contains(kinds, k) {
			return
		}
		seen[k] = true
		for _, f := range k.fields {
			if !f.Stored() {
				continue // it tells of others, and doesn't refer to them
			}
			for _, target := range f.Targets() {
				add(target)
			}
		}
		out = append(out, k)
	}
	for _, k := range kinds {
		add(k)
	}
	return out
}

// Known are the values, besides its name and reference, that Ctrl+K finds a record
// by.
func (r *Record) Known(w World) []string {
	var out []string
	for _, f := range r.Kind.fields {
		if !f.Found {
			continue
		}
		if v := r.Get(f); !IsEmpty(v) {
			out = append(out, f.Show(w, v))
		}
	}
	return out
}

// Told is what tells a record from others of its name in few words.
func Told(w World, r *Record) string {
	if r.Kind.Detail != nil {
		return r.Kind.Detail(w, r)
	}
	unit := w.Label(r.Home())
	switch {
	case unit == "":
		return r.Ref
	case r.Ref == "":
		return unit
	}
	return r.Ref + " · " + unit
}
