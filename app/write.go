package app

import (
	"context"
	"fmt"
	"time"

	"itportfoljen/app/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// Apply carries out changes as one entry of the journal: all of them or, on an
// error, none. Created records get their references here. No changes is no
// entry, and no error.
func (p *Portfolio) Apply(ctx context.Context, label string, changes []field.Change) (Entry, error) {
	p.write.Lock()
	defer p.write.Unlock()
	return p.apply(ctx, Entry{Label: label, Changes: changes})
}

func (p *Portfolio) apply(ctx context.Context, e Entry) (Entry, error) {
	if len(e.Changes) == 0 {
		return e, nil
	}
	if err := ctx.Err(); err != nil {
		return e, fault.Wrap(fault.Canceled, "Avbrutet. Inget har ändrats.", err)
	}
	b, err := p.prepare(e.Changes)
	if err != nil {
		return e, err
	}
	e.At, e.Who = p.deps.Now().UTC(), p.deps.Who
	b.stamp(e.At)
	e.Number, err = p.deps.Store.Commit(ctx, e, b.sequences)
	if err != nil {
		return e, err
	}
	p.state.replace(b.now, b.gone)
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
	now       map[field.ID]*field.Record // changed or created
	made      map[field.ID]bool          // created, not yet seen by others
	gone      map[field.ID]*field.Record
	sequences map[string]int
}

func (p *Portfolio) prepare(changes []field.Change) (*batch, error) {
	b := &batch{p: p, now: map[field.ID]*field.Record{}, made: map[field.ID]bool{}, gone: map[field.ID]*field.Record{}, sequences: map[string]int{}}
	for i := range changes {
		var err error
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
	if b.get(c.ID) != nil {
		return fault.New(fault.Conflict, "Det som skulle läggas till finns redan. Inget har ändrats.")
	}
	r := c.Record.Clone()
	if r.Kind.Prefix != "" && r.Ref == "" {
		r.Ref = b.nextRef(r.Kind)
	}
	c.Record = r
	b.now[r.ID], b.made[r.ID] = r, true
	delete(b.gone, r.ID)
	return nil
}

func (b *batch) nextRef(k *field.Kind) string {
	prefix, format := k.Prefix, "%s-%04d"
	if k.Yearly {
		prefix, format = fmt.Sprintf("%s-%d", k.Prefix, b.p.PlanYear()), "%s-%03d"
	}
	n, ok := b.sequences[prefix]
	if !ok {
		n = b.p.state.sequences[prefix]
	}
	b.sequences[prefix] = n + 1
	return fmt.Sprintf(format, prefix, n+1)
}

func (b *batch) delete(c *field.Change) error {
	r := b.get(c.ID)
	if r == nil {
		return fault.New(fault.NotFound, "Det som skulle tas bort finns inte längre. Inget har ändrats.")
	}
	c.Record = r
	delete(b.now, c.ID)
	b.gone[c.ID] = r
	return nil
}

func (b *batch) set(c *field.Change) error {
	r := b.get(c.ID)
	if r == nil {
		return fault.New(fault.NotFound, "Det som skulle ändras finns inte längre. Inget har ändrats.")
	}
	if !field.Equal(r.Get(c.Field), c.Before) {
		return fault.New(fault.Conflict, fmt.Sprintf("%s har ändrats under tiden. Inget har skrivits över. Se det nya värdet och ändra igen.", c.Field.Label))
	}
	if b.now[c.ID] == nil {
		b.now[c.ID] = r.Clone()
	}
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

// validate holds the rules that no change may break.
func (b *batch) validate() error {
	for _, r := range b.now {
		if t, _ := r.Get(r.Kind.Title()).(string); t == "" && r.Kind.Title().Required {
			return fault.New(fault.Invalid, fmt.Sprintf("%s måste ha ett värde. Inget har ändrats.", r.Kind.Title().Label))
		}
		for _, f := range r.Kind.Fields() {
			if err := b.refersTo(r, f); err != nil {
				return err
			}
		}
		if r.Kind == org.UnitKind && b.circular(r) {
			return fault.New(fault.Invalid, fmt.Sprintf("%s kan inte höra till sig själv eller till en enhet under sig. Inget har ändrats.", r.Name()))
		}
	}
	return b.orphans()
}

func (b *batch) refersTo(r *field.Record, f *field.Field) error {
	for _, id := range references(r.Get(f)) {
		if b.get(id) == nil {
			return fault.New(fault.NotFound, fmt.Sprintf("%s: det som %s pekar på finns inte. Inget har ändrats.", r.Name(), f.Label))
		}
	}
	return nil
}

// references lists the records that a value points at.
func references(v field.Value) []field.ID {
	switch v := v.(type) {
	case field.ID:
		return []field.ID{v}
	case []field.ID:
		return v
	case []field.Holding:
		ids := make([]field.ID, len(v))
		for i, h := range v {
			ids[i] = h.Person
		}
		return ids
	}
	return nil
}

func (b *batch) circular(u *field.Record) bool {
	at := org.UnitParent.Get(u)
	for depth := 0; at != "" && depth < 50; depth++ {
		if at == u.ID {
			return true
		}
		parent := b.get(at)
		if parent == nil {
			return false
		}
		at = org.UnitParent.Get(parent)
	}
	return false
}

// orphans refuses to remove what others still point at.
func (b *batch) orphans() error {
	if len(b.gone) == 0 {
		return nil
	}
	for _, k := range Kinds {
		for _, r := range b.p.All(k) {
			if r = b.get(r.ID); r == nil {
				continue
			}
			for _, f := range k.Fields() {
				for _, id := range references(r.Get(f)) {
					if g := b.gone[id]; g != nil && b.now[id] == nil {
						return fault.New(fault.Conflict, fmt.Sprintf("%s används av %s (%s) och kan inte tas bort. Inget har ändrats. Byt där först.", g.Name(), r.Name(), f.Label))
					}
				}
			}
		}
	}
	return nil
}
