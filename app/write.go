package app

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"itportfoljen/app/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/text"
)

// broken is a change set that no part of the program should have made.
func broken(what string) error {
	return fault.New(fault.Internal, "Internt fel: "+what+". Inget har ändrats. Försök igen, och anmäl felet om det kommer tillbaka.")
}

// Apply carries out changes as one entry of the journal: all of them or, on an
// error, none. The entry that it gives holds the changes as they were carried
// out, with the references that created records got here; the caller's own are
// left as they are. No changes is no entry, and no error.
func (p *Portfolio) Apply(ctx context.Context, label string, changes []field.Change) (Entry, error) {
	p.write.Lock()
	defer p.write.Unlock()
	return p.apply(ctx, Entry{Label: label, Changes: changes})
}

// apply writes an entry. When another program has written since what is in
// memory was read, that is read first and the changes are tried against it.
func (p *Portfolio) apply(ctx context.Context, e Entry) (Entry, error) {
	if len(e.Changes) == 0 {
		return e, nil
	}
	if err := ctx.Err(); err != nil {
		return e, fault.Wrap(fault.Canceled, "Avbrutet. Inget har ändrats.", err)
	}
	done, err := p.commit(ctx, e)
	if fault.CodeOf(err) == fault.Stale {
		if err := p.catchUp(ctx); err != nil {
			return e, err
		}
		done, err = p.commit(ctx, e)
	}
	return done, err
}

func (p *Portfolio) commit(ctx context.Context, e Entry) (Entry, error) {
	e.Changes = slices.Clone(e.Changes)
	b, err := p.prepare(e.Changes)
	if err != nil {
		return e, err
	}
	e.At, e.Who, e.Label = p.deps.Now().UTC(), p.deps.Who, text.Line(e.Label)
	b.stamp(e.At)
	e.Number, err = p.deps.Store.Commit(ctx, e, p.stack.newest(), b.sequences)
	if err != nil {
		return e, err
	}
	p.state.replace(b.touched, b.now)
	for k, n := range b.sequences {
		p.state.sequences[k] = n
	}
	p.stack.push(e)
	p.subs.publish(b.event(e))
	return e, nil
}

// batch is a set of changes on its way in: what will be after it.
type batch struct {
	p         *Portfolio
	was       map[field.ID]*field.Record // what is changed or removed, as others see it still
	now       map[field.ID]*field.Record // changed or created
	made      map[field.ID]bool          // created, not yet seen by others
	gone      map[field.ID]*field.Record
	touched   []field.ID // all of these in the order of the changes, some more than once
	sequences map[string]int
}

func (p *Portfolio) prepare(changes []field.Change) (*batch, error) {
	b := &batch{p: p, was: map[field.ID]*field.Record{}, now: map[field.ID]*field.Record{}, made: map[field.ID]bool{}, gone: map[field.ID]*field.Record{}, sequences: map[string]int{}}
	for i := range changes {
		var err error
		b.touched = append(b.touched, changes[i].ID)
		switch c := &changes[i]; c.Op {
		case field.Create:
			err = b.create(c)
		case field.Delete:
			err = b.delete(c)
		default:
			err = b.set(c)
		}
		if err != nil {
			return nil, err
		}
	}
	return b, b.validate()
}

func (b *batch) get(id field.ID) *field.Record {
	if r := b.now[id]; r != nil {
		return r
	}
	if b.gone[id] != nil {
		return nil
	}
	return b.p.Get(id)
}

func (b *batch) create(c *field.Change) error {
	if c.Record == nil || c.Record.ID != c.ID {
		return broken("en ny post saknar sitt innehåll")
	}
	if b.get(c.ID) != nil {
		return fault.New(fault.Conflict, "Det som skulle läggas till finns redan. Inget har ändrats.")
	}
	r := c.Record.Clone()
	r.Tidy()
	switch {
	case r.Kind.Prefix != "" && r.Ref == "":
		r.Ref = b.nextRef(r.Kind)
	case r.Ref != "":
		if err := b.keepRef(r); err != nil {
			return err
		}
	}
	c.Kind, c.Record = r.Kind, r
	b.now[r.ID], b.made[r.ID] = r, true
	delete(b.gone, r.ID)
	return nil
}

// nextRef takes the next number of the kind's sequence.
func (b *batch) nextRef(k *field.Kind) string {
	prefix, format := k.Prefix, "%s-%04d"
	if k.Yearly {
		prefix, format = fmt.Sprintf("%s-%d", k.Prefix, b.p.PlanYear()), "%s-%03d"
	}
	n := b.sequence(prefix) + 1
	b.sequences[prefix] = n
	return fmt.Sprintf(format, prefix, n)
}

// sequence is the last number used after a prefix.
func (b *batch) sequence(prefix string) int {
	if n, ok := b.sequences[prefix]; ok {
		return n
	}
	return b.p.state.sequences[prefix]
}

// keepRef lets a record have the reference that it comes with, as what is
// brought back has, and sees to that nothing else gets it.
func (b *batch) keepRef(r *field.Record) error {
	if other := b.p.ByRef(r.Ref); other != nil && other.ID != r.ID && b.gone[other.ID] == nil {
		return fault.New(fault.Conflict, fmt.Sprintf("Referensen %s finns redan. Inget har ändrats.", r.Ref))
	}
	if i := strings.LastIndexByte(r.Ref, '-'); i > 0 {
		if n, err := strconv.Atoi(r.Ref[i+1:]); err == nil && n > b.sequence(r.Ref[:i]) {
			b.sequences[r.Ref[:i]] = n
		}
	}
	return nil
}

func (b *batch) delete(c *field.Change) error {
	r := b.get(c.ID)
	if r == nil {
		return fault.New(fault.NotFound, "Det som skulle tas bort finns inte längre. Inget har ändrats.")
	}
	c.Kind, c.Record = r.Kind, r
	if old := b.p.Get(c.ID); old != nil {
		b.was[c.ID] = old
	}
	delete(b.now, c.ID)
	b.gone[c.ID] = r
	return nil
}

func (b *batch) set(c *field.Change) error {
	r := b.get(c.ID)
	if r == nil {
		return fault.New(fault.NotFound, "Det som skulle ändras finns inte längre. Inget har ändrats.")
	}
	if c.Field == nil || c.Field.Kind != r.Kind || !c.Field.Kept() {
		return broken("ett fält hör inte till det som skulle ändras")
	}
	c.Kind = r.Kind
	if !field.Equal(r.Get(c.Field), c.Before) {
		return fault.New(fault.Conflict, fmt.Sprintf("%s har ändrats under tiden. Inget har skrivits över. Se det nya värdet och ändra igen.", c.Field.Label))
	}
	if b.now[c.ID] == nil {
		b.was[c.ID], b.now[c.ID] = r, r.Clone()
	}
	c.After = c.Field.Tidy(c.After)
	b.now[c.ID].Put(c.Field, c.After)
	return nil
}

func (b *batch) stamp(at time.Time) {
	s := at.Format(time.RFC3339)
	for id, r := range b.now {
		if b.made[id] && r.Created == "" {
			r.Created = s
		}
		r.Changed = s
	}
}
