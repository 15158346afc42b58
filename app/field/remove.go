package field

import "slices"

// Remove removes a record with its parts, and takes it out of what points at it
// where the reference says so. What else points at it stands in the way, which
// Check tells. Removing what will be gone already does nothing.
func (t *Tx) Remove(id ID) error {
	r := t.Get(id)
	if r == nil {
		return nil
	}
	if r.Kind.Removing != nil {
		if err := r.Kind.Removing(t, r); err != nil {
			return err
		}
	}
	for _, f := range r.Kind.PointedBy() {
		for _, other := range slices.Clone(t.Pointing(f, id)) {
			if err := t.letGo(other, f, id); err != nil {
				return err
			}
		}
	}
	return t.Delete(id)
}

// letGo does what f says about a reference to what goes.
func (t *Tx) letGo(r *Record, f *Field, id ID) error {
	switch f.Gone {
	case Cascade:
		return t.Remove(r.ID)
	case Detach:
		return t.Set(r.ID, f, without(r.Get(f), id))
	}
	return nil
}

// without is a reference's value when what it points at has gone.
func without(v Value, id ID) Value {
	switch v := v.(type) {
	case []ID:
		return slices.DeleteFunc(slices.Clone(v), func(x ID) bool { return x == id })
	case []Holding:
		return slices.DeleteFunc(slices.Clone(v), func(h Holding) bool { return h.Person == id })
	}
	return nil
}
