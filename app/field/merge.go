package field

import "slices"

// merged carries a change of a list over to what others have made of the list
// meanwhile: what the change added is added, and what it took out is taken out.
// What is there already, or gone already, is no conflict. ok is false where both
// have changed the same element, and for values that are neither lists nor tags.
func (f *Field) merged(now, before, after Value) (v Value, ok bool) {
	if f.IsTags() {
		return orNone(mergedTags(tagsOf(now), tagsOf(before), tagsOf(after))), true
	}
	return merged(now, before, after)
}

func merged(now, before, after Value) (v Value, ok bool) {
	switch after := after.(type) {
	case []ID:
		before, one := listOf[ID](before)
		now, two := listOf[ID](now)
		out, fits := mergeList(now, before, after, func(id ID) ID { return id })
		return out, one && two && fits
	case []Holding:
		before, one := listOf[Holding](before)
		now, two := listOf[Holding](now)
		out, fits := mergeList(now, before, after, func(h Holding) Holding { h.To = 0; return h })
		return out, one && two && fits
	case nil:
		switch before.(type) {
		case []ID:
			return merged(now, before, []ID{})
		case []Holding:
			return merged(now, before, []Holding{})
		}
	}
	return nil, false
}

// listOf is a value as a list, an empty one for none.
func listOf[T any](v Value) ([]T, bool) {
	if v == nil {
		return nil, true
	}
	list, ok := v.([]T)
	return list, ok
}

// mergeList merges lists whose elements are told apart by key. What is added comes
// after what it came after, or last when that has gone.
func mergeList[T comparable](now, before, after []T, key func(T) T) (out []T, ok bool) {
	find := func(list []T, one T) int { return slices.IndexFunc(list, func(x T) bool { return key(x) == key(one) }) }
	for _, list := range [][]T{now, before, after} {
		for i, x := range list {
			if find(list, x) != i {
				return nil, false // one key twice: nobody knows which is which
			}
		}
	}
	out = slices.Clone(now)
	for _, was := range before {
		i, at := find(after, was), find(out, was)
		switch {
		case i >= 0 && after[i] == was: // not ours to change
		case at < 0 && i < 0: // gone already
		case at < 0 || out[at] != was && (i < 0 || out[at] != after[i]):
			return nil, false
		case i < 0:
			out = slices.Delete(out, at, at+1)
		default:
			out[at] = after[i]
		}
	}
	for i, is := range after {
		if find(before, is) >= 0 {
			continue
		}
		if at := find(out, is); at >= 0 {
			if out[at] != is {
				return nil, false
			}
			continue
		}
		at := len(out)
		if i > 0 {
			if before := find(out, after[i-1]); before >= 0 {
				at = before + 1
			}
		}
		out = slices.Insert(out, at, is)
	}
	return out, true
}
