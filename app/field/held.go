package field

import (
	"math/bits"
	"slices"
)

// held is what a record holds, by the slots of its fields. Only what has a value takes
// room: of a kind's many fields most are empty in most records.
type held struct {
	has    [slotsAtMost / 64]uint64 // a bit for each slot that has a value
	values []Value                  // those, in the order of the slots
}

// slotsAtMost is how many fields a kind may keep.
const slotsAtMost = 192

// at says where among the values that of a slot stands, or would stand, and whether
// there is one.
func (h *held) at(slot int) (i int, has bool) {
	word, bit := slot/64, uint64(1)<<(slot%64)
	for _, w := range h.has[:word] {
		i += bits.OnesCount64(w)
	}
	return i + bits.OnesCount64(h.has[word]&(bit-1)), h.has[word]&bit != 0
}

// get gives a slot's value, nil when it has none.
func (h *held) get(slot int) Value {
	if h.has[slot/64]>>(slot%64)&1 == 0 {
		return nil
	}
	i, _ := h.at(slot)
	return h.values[i]
}

// put gives a slot a value, or with nil none.
func (h *held) put(slot int, v Value) {
	i, has := h.at(slot)
	switch {
	case has && v != nil:
		h.values[i] = v
	case has:
		h.values = slices.Delete(h.values, i, i+1)
		h.has[slot/64] &^= 1 << (slot % 64)
	case v != nil:
		if h.values == nil {
			h.values = make([]Value, 0, 8) // few have less
		}
		h.values = slices.Insert(h.values, i, v)
		h.has[slot/64] |= 1 << (slot % 64)
	}
}

func (h *held) clone() held { return held{h.has, slices.Clone(h.values)} }

func (h *held) same(o *held) bool {
	return h.has == o.has && slices.EqualFunc(h.values, o.values, Equal)
}
