package field

// A field of the municipality's own is kept as text, as Encode writes it, in records and in
// the journal. What it holds is a matter of what the municipality says today: the text is
// read by that type whenever somebody asks.

// OwnTypes are the types that a field of the municipality's own may be of, the usual first.
func OwnTypes() []Type {
	usual := NewFree(nil, "", "").Type
	out := []Type{usual}
	for _, t := range Types() {
		if t != usual && t.Own() != "" {
			out = append(out, t)
		}
	}
	return out
}

// NewOwn makes a field of the municipality's own of a type, with the alternatives of a choice.
func NewOwn(k *Kind, key, label string, t Type, alternatives []string) *Field {
	f := NewFree(k, key, label)
	if f.Type = t; f.HasAlternatives() {
		for _, s := range alternatives {
			f.Options = append(f.Options, Option{Key: s, Label: s})
		}
	}
	return f
}

// ownValue is what a text is as a value of the field; nil for one that is no such value,
// such as a text from before the field was of its type.
func (f *Field) ownValue(s string) Value {
	v, err := Decode(f, s)
	if err != nil {
		return nil
	}
	return v
}

// kept is a value as the field keeps it.
func (f *Field) kept(v Value) Value {
	if !f.free || IsEmpty(v) {
		return v
	}
	return Encode(v)
}

// keptBy is what a record keeps of the field.
func (f *Field) keptBy(r *Record) Value {
	if s, ok := r.free[f.Key]; f.free && ok {
		return s
	}
	return r.Get(f)
}

// meant is the value that is shown of what may be kept as text.
func (f *Field) meant(v Value) Value {
	if s, ok := v.(string); ok && f.free {
		if v := f.ownValue(s); v != nil {
			return v
		}
	}
	return v
}
