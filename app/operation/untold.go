package operation

import (
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/system"
)

// Where the styrmodell wants changes of drift noted, one that somebody writes straight into
// the system, in a form, a list or a book, is written down as a driftändring that is carried
// out: it is told of until it is noted.
func init() { field.NewSequel(noteUntold, system.Kind) }

// drift are the fields of a system that say how it is run, where and by whom.
var drift = []*field.Field{system.Hosting.Field, system.DataLocation.Field, system.OperationsManager.Field}

func noteUntold(tx *field.Tx) error {
	if !governance.Asks(tx, ChangeKind, CarriedOut) {
		return nil
	}
	for _, id := range tx.Touched() {
		before, now := tx.Before(id), tx.Get(id)
		if before == nil || now == nil || now.Kind != system.Kind || !system.InService(before) || !system.InService(now) || arranged(tx, id) {
			continue
		}
		if fs := changed(tx, before, now); len(fs) > 0 {
			if err := tx.Create(untold(tx, before, now, fs)); err != nil {
				return err
			}
		}
	}
	return nil
}

// arranged says that what changes a system is a driftändring, or that it becomes one with
// another.
func arranged(tx *field.Tx, id field.ID) bool {
	return slices.ContainsFunc(tx.Touched(), func(other field.ID) bool {
		if gone := tx.Gone(other); gone != nil {
			return gone.Kind == system.Kind
		}
		r := tx.Get(other)
		return r != nil && r.Kind == ChangeKind && ChangeOf.Get(r) == id && ChangeState.Get(r) == CarriedOut
	})
}

// changed are the fields of drift that were said and are said otherwise now: to fill in what
// nobody had said changes nothing.
func changed(tx *field.Tx, before, now *field.Record) (out []*field.Field) {
	for _, f := range drift {
		was := f.Show(tx, before.Get(f))
		if was != "" && text.Key(was) != text.Key(f.Show(tx, now.Get(f))) {
			out = append(out, f)
		}
	}
	return out
}

// untold is the driftändring of what was changed.
func untold(tx *field.Tx, before, now *field.Record, fs []*field.Field) *field.Record {
	var names, was []string
	for _, f := range fs {
		names, was = append(names, text.Lower(f.Label)), append(was, f.Label+": "+f.Show(tx, before.Get(f)))
	}
	r := field.NewRecord(ChangeKind, tx.NewID())
	r.Put(ChangeReason.Field, "Ändrat direkt: "+text.And(names)).Put(ChangeOf.Field, now.ID).Put(ChangeState.Field, CarriedOut).Put(ChangeOn.Field, tx.Today()).
		Put(ChangeWas.Field, strings.Join(was, ", "))
	for _, f := range fs {
		switch f {
		case system.Hosting.Field:
			r.Put(ChangeHosting.Field, now.Get(f))
		case system.DataLocation.Field:
			r.Put(ChangePlace.Field, now.Get(f))
		default:
			if holders := field.Holders(system.OperationsManager.Get(now), tx.Today()); len(holders) == 1 {
				r.Put(ChangeManager.Field, holders[0])
			}
		}
	}
	return r
}
