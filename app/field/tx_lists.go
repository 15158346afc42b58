package field

import "slices"

// All gives the records of a kind as they will be, in reference order. The
// slice is not to be changed.
func (t *Tx) All(k *Kind) []*Record {
	if !t.dirty[k] {
		return t.World.All(k)
	}
	if list, made := t.lists[k]; made {
		return list
	}
	base := t.World.All(k)
	list := make([]*Record, 0, len(base)+8)
	for _, r := range base {
		if t.now[r.ID] == nil && t.gone[r.ID] == nil {
			list = append(list, r)
		}
	}
	for _, r := range t.now {
		if r.Kind == k {
			list = append(list, r)
		}
	}
	slices.SortFunc(list, InOrder)
	t.lists[k] = list
	return list
}

// Pointing gives the records whose stored field f will point at id, in
// reference order.
func (t *Tx) Pointing(f *Field, id ID) []*Record {
	base := t.World.Pointing(f, id)
	if !t.dirty[f.Kind] {
		return base
	}
	out := make([]*Record, 0, len(base)+1)
	for _, r := range base {
		if t.now[r.ID] == nil && t.gone[r.ID] == nil {
			out = append(out, r)
		}
	}
	out = append(out, t.pointers(f)[id]...)
	slices.SortFunc(out, InOrder)
	return out
}

// pointers indexes what changed here by what it points at.
func (t *Tx) pointers(f *Field) map[ID][]*Record {
	if by := t.refs[f]; by != nil {
		return by
	}
	by := map[ID][]*Record{}
	t.refs[f] = by
	for _, r := range t.now {
		if r.Kind == f.Kind {
			point(by, f, r)
		}
	}
	return by
}

func point(by map[ID][]*Record, f *Field, r *Record) {
	for _, id := range References(r.Get(f)) {
		if had := by[id]; !slices.Contains(had, r) {
			by[id] = append(had, r)
		}
	}
}

// point takes a record into the indexes that there are, and unpoint out of them.
func (t *Tx) point(r *Record) {
	for f, by := range t.refs {
		if f.Kind == r.Kind {
			point(by, f, r)
		}
	}
}

func (t *Tx) unpoint(r *Record) {
	for f, by := range t.refs {
		if f.Kind != r.Kind {
			continue
		}
		for _, id := range References(r.Get(f)) {
			by[id] = slices.DeleteFunc(by[id], func(o *Record) bool { return o == r })
		}
	}
}

// put makes r what stands where old stood; either may be nil.
func (t *Tx) put(old, r *Record) {
	k := kindOf(old, r)
	t.dirty[k] = true
	t.redeclare(k)
	if old != nil {
		delete(t.now, old.ID)
		t.unpoint(old)
	}
	if r == nil {
		t.gone[old.ID] = old
	} else {
		delete(t.gone, r.ID)
		t.now[r.ID] = r
		t.point(r)
	}
	if list, made := t.lists[k]; made {
		t.lists[k] = relisted(list, old, r)
	}
}

func kindOf(old, r *Record) *Kind {
	if old != nil {
		return old.Kind
	}
	return r.Kind
}

// relisted is a list with r where old stood. What is only added or changed is so
// in place: whoever goes through the list comes to it, or has passed.
func relisted(list []*Record, old, r *Record) []*Record {
	if old == nil {
		if n := len(list); n == 0 || InOrder(list[n-1], r) < 0 {
			return append(list, r)
		}
		i, _ := slices.BinarySearchFunc(list, r, InOrder)
		return slices.Insert(slices.Clone(list), i, r)
	}
	i, found := slices.BinarySearchFunc(list, old, InOrder)
	switch {
	case !found:
		return list
	case r == nil:
		return slices.Delete(slices.Clone(list), i, i+1)
	}
	list[i] = r
	return list
}
