package money

// Total is a sum of amounts that may be unknown. One that has got none is
// unknown itself: nothing said isn't nothing.
type Total struct {
	Ore
	Known bool
}

// Add adds an amount, when it is known.
func (t *Total) Add(v Ore, known bool) {
	if known {
		t.Ore, t.Known = t.Ore+v, true
	}
}
