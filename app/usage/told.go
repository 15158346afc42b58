package usage

import "itportfoljen/app/field"

// What is used tells of those who use it by fields of its own, which follow from its uses.

func told(opts []field.Opt, compute func(w field.World, r *field.Record) field.Value) []field.Opt {
	return append(opts, field.Computed(compute), field.Follows(func() []*field.Kind { return []*field.Kind{Kind} }))
}

// NewBy declares the field of k that tells which units use it, and lets k be used.
func NewBy(k *field.Kind, key, label string, opts ...field.Opt) field.RefsField {
	Of.Admit(k)
	return field.NewRefs(k, key, label, told(opts, func(w field.World, r *field.Record) field.Value {
		if units := Units(w, r); len(units) > 0 {
			return units
		}
		return nil
	})...)
}

// NewConcerned declares the field that tells which units own it or use it.
func NewConcerned(k *field.Kind, key, label string, opts ...field.Opt) field.RefsField {
	return field.NewRefs(k, key, label, told(opts, func(w field.World, r *field.Record) field.Value {
		if units := concerned(w, r); len(units) > 0 {
			return units
		}
		return nil
	})...)
}

// NewCount declares the field that adds the users.
func NewCount(k *field.Kind, key, label string, opts ...field.Opt) field.NumberField {
	return field.NewNumber(k, key, label, told(opts, func(w field.World, r *field.Record) field.Value {
		if n, said := Count(w, r.ID); said > 0 {
			return n
		}
		return nil
	})...)
}

// NewSeveral declares the field that tells whether several förvaltningar use it: nothing
// where nobody has written who does, since that isn't known.
func NewSeveral(k *field.Kind, key, label string, opts ...field.Opt) field.BoolField {
	return field.NewBool(k, key, label, told(opts, func(w field.World, r *field.Record) field.Value {
		if len(Rows(w, r.ID)) == 0 {
			return nil
		}
		return Several(w, r.ID)
	})...)
}

// NewSplit declares the field that tells that the cost is split: nothing where it isn't.
func NewSplit(k *field.Kind, key, label string, opts ...field.Opt) field.BoolField {
	return field.NewBool(k, key, label, told(opts, func(w field.World, r *field.Record) field.Value {
		if Shares.Whole(w, r.ID) {
			return true
		}
		return nil
	})...)
}
