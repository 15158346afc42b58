package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

// settle passes over what is of the program's own and what others have changed
// since, so that what is said to be next can be taken back.
func (p *Portfolio) settle(ctx context.Context) error {
	for _, undo := range []bool{true, false} {
		for {
			target, sure, ok := p.stack.next(undo)
			if ok && !p.stack.knows(target.Number) {
				silent, err := p.silent(ctx, target)
				if err != nil {
					return err
				}
				p.stack.learn(target.Number, silent)
				continue
			}
			if !ok || sure {
				break
			}
			fits, err := p.fits(ctx, target)
			if err != nil {
				return err
			}
			if fits {
				break
			}
			p.stack.pass(target.Number)
		}
	}
	return nil
}

// silent says whether an entry is of nothing but the program's own.
func (p *Portfolio) silent(ctx context.Context, e Entry) (bool, error) {
	found, err := p.deps.Store.Journal(ctx, Query{Number: e.Number, Brief: true})
	if err != nil && fault.CodeOf(err) != fault.Damaged { // one bad entry spoils only itself
		return false, err
	}
	return err == nil && len(found) == 1 && found[0].Silent(), nil
}

// fits says whether an entry can be taken back as things stand.
func (p *Portfolio) fits(ctx context.Context, e Entry) (bool, error) {
	changes, err := p.backwards(ctx, e, false)
	if err == nil {
		var b *batch
		if b, err = p.prepare(changes, true); err == nil {
			return len(b.tx.Changes()) > 0, nil
		}
	}
	if unfitting(err) {
		err = nil
	}
	return false, err
}

// unfitting says that what an entry did can't be taken back.
func unfitting(err error) bool {
	switch fault.CodeOf(err) {
	case fault.Conflict, fault.NotFound, fault.Invalid, fault.Damaged: // one bad entry spoils only itself
		return true
	}
	return false
}

// CanUndo gives the label of what Undo would take back.
func (p *Portfolio) CanUndo() (label string, ok bool) {
	return p.nextLabel(true)
}

// CanRedo gives the label of what Redo would bring back.
func (p *Portfolio) CanRedo() (label string, ok bool) {
	return p.nextLabel(false)
}

func (p *Portfolio) nextLabel(undo bool) (string, bool) {
	e, _, ok := p.stack.next(undo)
	if e.Erased {
		e.Label = "det som är rensat ur historiken"
	}
	return e.Label, ok
}

// Undo takes back the user's latest entry that isn't already taken back.
func (p *Portfolio) Undo(ctx context.Context) (Entry, error) {
	return p.reverse(ctx, true, 0, "Det finns inget att ångra.")
}

// Redo brings back the latest entry that was undone.
func (p *Portfolio) Redo(ctx context.Context) (Entry, error) {
	return p.reverse(ctx, false, 0, "Det finns inget att göra om.")
}

// IsNext tells whether Reverse takes the entry of that number: it is what Undo
// would take back now or, undo being false, what Redo would bring back, or it is of
// the program's own and nothing has been done since.
func (p *Portfolio) IsNext(number int64, undo bool) bool {
	_, _, ok := p.stack.offered(number, undo)
	return ok
}

// Reverse is Undo or Redo of one entry and no other: it refuses when something
// else has come in between.
func (p *Portfolio) Reverse(ctx context.Context, number int64, undo bool) (Entry, error) {
	return p.reverse(ctx, undo, number, "Det är redan ångrat eller gjort om. Inget har ändrats.")
}

func (p *Portfolio) reverse(ctx context.Context, undo bool, only int64, none string) (Entry, error) {
	p.write.Lock()
	defer p.write.Unlock()
	target, sure, ok := p.stack.next(undo)
	if only != 0 && (ok || p.stack.newest() == only) {
		if target, sure, ok = p.stack.offered(only, undo); !ok {
			return Entry{}, fault.New(fault.Conflict, "Annat har ändrats sedan dess. Inget har ändrats nu. Ångra i tur och ordning med Ctrl+Z.")
		}
	}
	if !ok {
		if last := p.stack.top(); undo && !p.stack.isOwn(last) && !last.Lasting() && last.Number > 0 {
			none = fmt.Sprintf("Det finns inget av ditt att ångra. Det senaste, ändring %d (%s), gjorde %s; det går att ångra i Vad har hänt? eller med dess nummer.", last.Number, last.Label, last.Who)
		}
		return Entry{}, fault.New(fault.NotFound, none)
	}
	return p.inverse(ctx, target, sure)
}

// TakeBack takes back any entry, whoever made it, if what it made still is as it
// made it. Faults: NotFound (no such entry, or one that can't be taken back),
// Conflict (taken back already, or changed since).
func (p *Portfolio) TakeBack(ctx context.Context, number int64) (Entry, error) {
	p.write.Lock()
	defer p.write.Unlock()
	target, sure, err := p.takeable(ctx, number)
	if err != nil {
		return Entry{}, err
	}
	return p.inverse(ctx, target, sure)
}

// takeable is an entry that may be taken back, if what it did still is so. sure says that
// nobody else has written since.
func (p *Portfolio) takeable(ctx context.Context, number int64) (target Entry, sure bool, err error) {
	found, err := p.deps.Store.Journal(ctx, Query{Number: number})
	switch {
	case err != nil:
		return Entry{}, false, err
	case len(found) == 0:
		return Entry{}, false, fault.New(fault.NotFound, fmt.Sprintf("Det finns ingen ändring med nummer %d. Inget har ändrats. Se numren med itpctl log.", number))
	case found[0].Lasting():
		return Entry{}, false, fault.New(fault.NotFound, fmt.Sprintf("Ändring %d går inte att ångra: den skapade portföljen, uppgraderade filen, lagade den eller rensade i historiken. Inget har ändrats.", number))
	}
	done, err := p.stands(ctx, number)
	if err == nil && !done {
		err = fault.New(fault.Conflict, fmt.Sprintf("Ändring %d är redan ångrad. Inget har ändrats nu.", number))
	}
	if err != nil {
		return Entry{}, false, err
	}
	return found[0], p.IsNext(number, true) && number > p.stack.others(), nil
}

// stands says that an entry isn't taken back, or is brought back again.
func (p *Portfolio) stands(ctx context.Context, number int64) (bool, error) {
	by, err := p.deps.Store.Journal(ctx, Query{Undoes: number, Brief: true})
	for _, e := range by {
		if still, err := p.stands(ctx, e.Number); still || err != nil {
			return false, err
		}
	}
	return true, err
}

// inverse writes an entry backwards. sure says that nothing but what is taken back
// has been written since.
func (p *Portfolio) inverse(ctx context.Context, target Entry, sure bool) (Entry, error) {
	changes, err := p.backwards(ctx, target, sure)
	if err != nil {
		return Entry{}, err
	}
	done, err := p.apply(ctx, Entry{Label: target.Label, Undoes: target.Number, Changes: changes})
	if err == nil && done.Number == 0 {
		p.stack.pass(target.Number)
		err = asItWas()
	}
	if err == nil {
		_ = p.settle(ctx) // it is done, whatever comes next
	}
	return done, err
}

func asItWas() error {
	return fault.New(fault.Conflict, "Det är redan som det var innan. Inget har ändrats.")
}

// backwards gives the changes that take an entry back. Unless it is sure, what the
// entry created may have changed since, which a removal would take with it.
func (p *Portfolio) backwards(ctx context.Context, target Entry, sure bool) ([]field.Change, error) {
	found, err := p.deps.Store.Journal(ctx, Query{Number: target.Number})
	if err != nil {
		return nil, err
	}
	if len(found) != 1 {
		if _, err := p.deps.Store.Newest(ctx); err != nil { // another file than the one that was opened
			return nil, err
		}
		return nil, fault.New(fault.Damaged, "Journalen saknar det som skulle ångras. Inget har ändrats. Kör en kontroll av filen.")
	}
	var changes []field.Change
	for _, c := range slices.Backward(found[0].Changes) {
		if c.Erased {
			return nil, fault.New(fault.Conflict, "Det som skulle ångras är rensat ur historiken. Inget har ändrats.")
		}
		if r := p.Get(c.ID); !sure && c.Op == field.Create && r != nil && !r.Alike(c.Record) {
			return nil, fault.New(fault.Conflict, fmt.Sprintf("%s har ändrats sedan den lades till. Inget har ändrats nu. Ångra det senare först, eller ta bort den.", p.Called(r)))
		}
		changes = append(changes, c.Inverse())
	}
	return changes, nil
}

// Journal gives what has been done, newest first. What was done to a record's
// parts was done to the record, also to those that are gone.
func (p *Portfolio) Journal(ctx context.Context, q Query) ([]Entry, error) {
	found, err := p.deps.Store.Journal(ctx, q)
	if err != nil {
		return nil, err
	}
	for _, e := range found {
		for i, c := range e.Changes { // the journal knows the municipality's own fields by their keys
			if c.Field != nil && c.Field.Free() {
				if f := p.FieldOf(c.Field.Kind, c.Field.Key); f != nil {
					e.Changes[i].Field = f
				}
			}
		}
	}
	if q.Record == "" {
		return found, nil
	}
	asked := map[field.ID]bool{q.Record: true}
	for _, id := range partsIn(found, q.Record) {
		if asked[id] {
			continue
		}
		asked[id] = true
		of := q
		of.Record = id
		more, err := p.Journal(ctx, of) // a part has parts
		if err != nil {
			return nil, err
		}
		found = merge(found, more)
	}
	if q.Limit > 0 && len(found) > q.Limit {
		found = found[:q.Limit]
	}
	return found, nil
}

// partsIn are the parts of a record that entries tell of and that may have parts of
// their own.
func partsIn(es []Entry, of field.ID) (out []field.ID) {
	for _, e := range es {
		for _, c := range e.Changes {
			if c.Owner == of && slices.ContainsFunc(c.Kind.PointedBy(), func(f *field.Field) bool { return f.Owning }) {
				out = append(out, c.ID)
			}
		}
	}
	return out
}

// merge puts two lists of entries, each newest first, together; an entry in
// both gets the changes of both.
func merge(a, b []Entry) []Entry {
	out := slices.Concat(a, b)
	slices.SortStableFunc(out, func(x, y Entry) int { return cmp.Compare(y.Number, x.Number) })
	kept := out[:0]
	for _, e := range out {
		if n := len(kept); n > 0 && kept[n-1].Number == e.Number {
			all := slices.Clip(kept[n-1].Changes)
			for _, c := range e.Changes { // a part's own stand among its owner's already
				if !slices.ContainsFunc(kept[n-1].Changes, func(o field.Change) bool { return o.ID == c.ID && o.Op == c.Op && o.Field == c.Field }) {
					all = append(all, c)
				}
			}
			kept[n-1].Changes = all
			continue
		}
		kept = append(kept, e)
	}
	return kept
}
