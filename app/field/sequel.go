package field

// Sequel is what follows on changes, whatever made them: a form, a list, a book that was read
// in. It belongs to the same entry, and is taken back with it.
type Sequel struct {
	// Follow makes the changes that follow. It is asked once, however many records changed.
	Follow func(tx *Tx) error
}

// NewSequel declares what follows on changes of kinds.
func NewSequel(follow func(tx *Tx) error, on ...*Kind) *Sequel {
	s := &Sequel{Follow: follow}
	for _, k := range on {
		k.sequels = append(k.sequels, s)
	}
	return s
}

// Follow makes what follows on what changed here, each sequel once. What is taken back has
// taken its sequel with it.
func (t *Tx) Follow() error {
	if t.Undoing {
		return nil
	}
	asked := map[*Sequel]bool{}
	for _, id := range t.Touched() {
		r := t.now[id]
		if r == nil {
			r = t.gone[id]
		}
		for _, s := range r.Kind.sequels {
			if asked[s] {
				continue
			}
			asked[s] = true
			if err := s.Follow(t); err != nil {
				return err
			}
		}
	}
	return nil
}
