package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"itportfoljen/app/fault"
	"itportfoljen/app/field"
)

// undoStack knows which entries can be taken back and which brought back. It
// follows from the journal, so undo reaches past the latest opening.
type undoStack struct {
	mu     sync.Mutex
	done   []Entry   // can be undone, the latest last; without changes
	back   []Entry   // undo entries that can be redone, the latest last
	at     time.Time // of the newest entry
	number int64     // the newest entry's
}

// load reads the newest entries, newest first, in place of what was known.
func (s *undoStack) load(recent []Entry) {
	s.mu.Lock()
	s.done, s.back, s.at, s.number = nil, nil, time.Time{}, 0
	s.mu.Unlock()
	for _, e := range slices.Backward(recent) {
		s.push(e)
	}
}

// push takes in an entry that has been written.
func (s *undoStack) push(e Entry) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e.Changes = nil
	s.at, s.number = e.At, e.Number
	is := func(n int64) func(Entry) bool { return func(x Entry) bool { return x.Number == n } }
	switch {
	case e.Undoes == 0:
		s.done, s.back = append(s.done, e), nil
	case slices.ContainsFunc(s.back, is(e.Undoes)): // a redo: takes back an undo
		s.back = slices.DeleteFunc(s.back, is(e.Undoes))
		s.done = append(s.done, e)
	default:
		s.done = slices.DeleteFunc(s.done, is(e.Undoes))
		s.back = append(s.back, e)
	}
}

func (s *undoStack) latest() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.at
}

func (s *undoStack) newest() int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.number
}

func (s *undoStack) last(undo bool) (Entry, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := s.back
	if undo {
		list = s.done
	}
	if len(list) == 0 || (undo && list[len(list)-1].Number <= 1) { // the first entry made the portfolio
		return Entry{}, false
	}
	return list[len(list)-1], true
}

// CanUndo gives the label of what Undo would take back.
func (p *Portfolio) CanUndo() (label string, ok bool) {
	e, ok := p.stack.last(true)
	return e.Label, ok
}

// CanRedo gives the label of what Redo would bring back.
func (p *Portfolio) CanRedo() (label string, ok bool) {
	e, ok := p.stack.last(false)
	return e.Label, ok
}

// Undo takes back the latest entry that isn't already taken back.
func (p *Portfolio) Undo(ctx context.Context) (Entry, error) {
	return p.reverse(ctx, true, 0, "Det finns inget att ångra.")
}

// Redo brings back the latest entry that was undone.
func (p *Portfolio) Redo(ctx context.Context) (Entry, error) {
	return p.reverse(ctx, false, 0, "Det finns inget att göra om.")
}

// IsNext tells whether the entry of that number is what Undo would take back
// now or, undo being false, what Redo would bring back.
func (p *Portfolio) IsNext(number int64, undo bool) bool {
	e, ok := p.stack.last(undo)
	return ok && e.Number == number
}

// Reverse is Undo or Redo of one entry and no other: it refuses when something
// else has come in between.
func (p *Portfolio) Reverse(ctx context.Context, number int64, undo bool) (Entry, error) {
	return p.reverse(ctx, undo, number, "Det är redan ångrat eller gjort om. Inget har ändrats.")
}

func (p *Portfolio) reverse(ctx context.Context, undo bool, only int64, none string) (Entry, error) {
	p.write.Lock()
	defer p.write.Unlock()
	target, ok := p.stack.last(undo)
	if !ok {
		return Entry{}, fault.New(fault.NotFound, none)
	}
	if only != 0 && target.Number != only {
		return Entry{}, fault.New(fault.Conflict, "Annat har ändrats sedan dess. Inget har ändrats nu. Ångra i tur och ordning med Ctrl+Z.")
	}
	return p.inverse(ctx, target, true)
}

// TakeBack takes back an entry that isn't the latest, if what it made still is as
// it made it. Faults: NotFound (no such entry, or one of those that can't be taken
// back), Conflict (taken back already, or changed since).
func (p *Portfolio) TakeBack(ctx context.Context, number int64) (Entry, error) {
	p.write.Lock()
	defer p.write.Unlock()
	target, err := p.stack.find(number)
	if err != nil {
		return Entry{}, err
	}
	return p.inverse(ctx, target, p.IsNext(number, true))
}

// find gives an entry that isn't taken back.
func (s *undoStack) find(number int64) (Entry, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	is := func(e Entry) bool { return e.Number == number }
	switch i := slices.IndexFunc(s.done, is); {
	case i >= 0 && number > 1: // the first entry made the portfolio
		return s.done[i], nil
	case slices.ContainsFunc(s.back, func(e Entry) bool { return e.Undoes == number }):
		return Entry{}, fault.New(fault.Conflict, fmt.Sprintf("Ändring %d är redan ångrad. Inget har ändrats nu.", number))
	}
	return Entry{}, fault.New(fault.NotFound, fmt.Sprintf("Ändring %d går inte att ångra: den finns inte, är en ångring eller är för gammal. Inget har ändrats. Se numren med itpctl log.", number))
}

// inverse writes an entry backwards. Unless it is the next in turn, what it created
// may have changed since, which a removal would take with it.
func (p *Portfolio) inverse(ctx context.Context, target Entry, next bool) (Entry, error) {
	found, err := p.deps.Store.Journal(ctx, Query{Number: target.Number})
	if err != nil {
		return Entry{}, err
	}
	if len(found) != 1 {
		if _, err := p.deps.Store.Newest(ctx); err != nil { // another file than the one that was opened
			return Entry{}, err
		}
		return Entry{}, fault.New(fault.Damaged, "Journalen saknar det som skulle ångras. Inget har ändrats. Kör en kontroll av filen.")
	}
	var changes []field.Change
	for _, c := range slices.Backward(found[0].Changes) {
		if r := p.Get(c.ID); !next && c.Op == field.Create && r != nil && r.Changed != found[0].At.UTC().Format(time.RFC3339) {
			return Entry{}, fault.New(fault.Conflict, fmt.Sprintf("%s har ändrats sedan den lades till. Inget har ändrats nu. Ångra det senare först, eller ta bort den.", p.Called(r)))
		}
		changes = append(changes, c.Inverse())
	}
	return p.apply(ctx, Entry{Label: target.Label, Undoes: target.Number, Changes: changes})
}

// Journal gives what has been done, newest first. What was done to a record's
// parts was done to the record.
func (p *Portfolio) Journal(ctx context.Context, q Query) ([]Entry, error) {
	found, err := p.deps.Store.Journal(ctx, q)
	if err != nil || q.Record == "" {
		return found, err
	}
	for _, c := range p.parts(q.Record) {
		of := q
		of.Record = c.ID
		more, err := p.deps.Store.Journal(ctx, of)
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

// parts are the records that are parts of one.
func (p *Portfolio) parts(id field.ID) []*field.Record {
	r := p.Get(id)
	if r == nil {
		return nil
	}
	var out []*field.Record
	for _, f := range r.Kind.PointedBy() {
		if f.Owning {
			out = append(out, p.Pointing(f, id)...)
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
			kept[n-1].Changes = append(slices.Clip(kept[n-1].Changes), e.Changes...)
			continue
		}
		kept = append(kept, e)
	}
	return kept
}
