package economy

import (
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
)

// JoinFrames makes the ramar of a portfölj one a year: their amounts are added.
func JoinFrames(tx *field.Tx, portfolio string) error {
	first := map[int64]field.ID{}
	for _, r := range append([]*field.Record{}, tx.All(FrameKind)...) {
		if FramePortfolio.Get(r) != portfolio {
			continue
		}
		id, there := first[FrameYear.Get(r)]
		if !there {
			first[FrameYear.Get(r)] = r.ID
			continue
		}
		sum := FrameAmount.Get(tx.Get(id)) + FrameAmount.Get(r)
		if err := tx.Delete(r.ID); err != nil {
			return err
		}
		if err := tx.Set(id, FrameAmount.Field, money.Ore(sum)); err != nil {
			return err
		}
	}
	return nil
}
