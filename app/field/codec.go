package field

// Decode reads what Encode wrote for field f. An error is a damaged text, not
// a *fault.Error: the caller knows where it stood.
func Decode(f *Field, s string) (Value, error) {
	if s == "" {
		return nil, nil
	}
	return types[f.Type].decode(s)
}

// Show writes a value as people read it in a table or on paper.
func (f *Field) Show(w World, v Value) string {
	if IsEmpty(v) {
		return ""
	}
	v = f.meant(v)
	if is := types[f.Type]; is.holds(v) {
		return is.show(f, w, v)
	}
	return stray(w, v)
}

// Exact writes a value so that reading the text gives the same value again:
// what an edited cell and an exported sheet hold.
func (f *Field) Exact(w World, v Value) string {
	if IsEmpty(v) {
		return ""
	}
	v = f.meant(v)
	if is := types[f.Type]; is.holds(v) {
		return is.exact(f, w, v)
	}
	return stray(w, v)
}

// Rank is what a value is sorted by: N, and then S. What shows nothing, such as a
// role that all have left, is None and comes last.
type Rank struct {
	N    int64
	S    string
	None bool
}

// Ranks makes the ranks of the field's values: texts as Swedish lists have them,
// choices by the order of the alternatives, and what is known by its name by that.
func (f *Field) Ranks(w World) func(Value) Rank {
	is := types[f.Type]
	rank := is.rank(f, w)
	return func(v Value) Rank {
		switch {
		case IsEmpty(v):
			return Rank{None: true}
		case !is.holds(v):
			return Rank{S: stray(w, v)}
		}
		return rank(v)
	}
}
