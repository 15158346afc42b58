package field

import (
	"math/rand"
	"slices"
	"testing"
)

// What is held is what was put, in whatever order, and a copy is its own.
func TestHeldIsWhatWasPut(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	var h held
	want := map[int]Value{}
	for range 20_000 {
		slot := random.Intn(slotsAtMost)
		if random.Intn(3) == 0 {
			h.put(slot, nil)
			delete(want, slot)
		} else {
			v := random.Int63()
			h.put(slot, v)
			want[slot] = v
		}
		if other := random.Intn(slotsAtMost); h.get(other) != want[other] || h.get(slot) != want[slot] || len(h.values) != len(want) {
			t.Fatalf("slot %d holds %v, want %v", other, h.get(other), want[other])
		}
	}
	was, copied := slices.Clone(h.values), h.clone()
	for slot := range slotsAtMost {
		copied.put(slot, int64(slot))
	}
	if !slices.Equal(h.values, was) || h.same(&copied) {
		t.Fatal("a copy that is put to changes what it was copied from")
	}
	again := h.clone()
	if !h.same(&again) {
		t.Fatal("a copy isn't the same")
	}
}
