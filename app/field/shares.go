package field

import (
	"fmt"

	"itportfoljen/app/base/fault"
)

// Shares are rows that part what they belong to among things, each thing once: what an
// agreement covers, the units that use a system. A row may say how many per cent are the
// thing's. They may come to less than the whole while somebody is writing them, and never
// to more.
type Shares struct {
	Of    *Field // what is parted: the rows' owner
	Among *Field // whose a share is
	Share *Field // per cent

	// Twice says that what is parted names a thing already.
	Twice func(of, thing string) string
}

// NewShares holds what is true of such rows.
func NewShares(s Shares) *Shares {
	s.Among.share = s.Share // two that become one have both their shares
	NewRule(s.hold, s.Of.Kind)
	return &s
}

// Sum adds the shares of what is parted; said is how many rows say theirs.
func (s *Shares) Sum(w World, of ID) (sum int64, said int) {
	for _, r := range w.Pointing(s.Of, of) {
		if n, ok := r.Get(s.Share).(int64); ok {
			sum, said = sum+n, said+1
		}
	}
	return sum, said
}

// Short says that shares have been said, and come to less than the whole.
func (s *Shares) Short(w World, of ID) bool {
	sum, said := s.Sum(w, of)
	return said > 0 && sum < allOfIt
}

// Whole says that shares have been said, and come to the whole.
func (s *Shares) Whole(w World, of ID) bool {
	sum, said := s.Sum(w, of)
	return said > 0 && sum == allOfIt
}

// allOfIt is the whole, in per cent.
const allOfIt = 100

// hold asks of what is parted by any row that changes, each once.
func (s *Shares) hold(tx *Tx) error {
	asked := map[ID]bool{}
	for _, id := range tx.Touched() {
		r := tx.Now()[id]
		if r == nil || r.Kind != s.Of.Kind {
			continue
		}
		of, _ := r.Get(s.Of).(ID)
		if asked[of] {
			continue
		}
		asked[of] = true
		if err := s.check(tx, of); err != nil {
			return err
		}
	}
	return nil
}

func (s *Shares) check(w World, of ID) error {
	seen := map[ID]bool{}
	for _, r := range w.Pointing(s.Of, of) {
		thing, _ := r.Get(s.Among).(ID)
		if seen[thing] {
			return fault.New(fault.Conflict, s.Twice(w.Label(of), w.Label(thing)))
		}
		seen[thing] = true
	}
	if sum, _ := s.Sum(w, of); sum > allOfIt {
		return fault.New(fault.Invalid, fmt.Sprintf("Andelarna i %s blir %d %% och kan inte bli mer än 100. Inget har ändrats. Minska en av dem först.", w.Label(of), sum))
	}
	return nil
}
