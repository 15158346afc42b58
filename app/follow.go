package app

import (
	"context"

	"itportfoljen/app/field"
	"itportfoljen/app/text"
)

// Follow takes in what another program has written to the file since it was
// read, and tells whether that was anything. Those who subscribe get an event of
// all that differs.
func (p *Portfolio) Follow(ctx context.Context) (bool, error) {
	p.write.Lock()
	defer p.write.Unlock()
	n, err := p.deps.Store.Newest(ctx)
	if err != nil || n == p.stack.newest() {
		return false, err
	}
	return true, p.catchUp(ctx)
}

// Holder tells who has the right to write the file now, "" for nobody.
func (p *Portfolio) Holder() string { return text.Line(p.deps.Store.Holder()) }

// TakeOver takes the right to write when nobody else has it, and takes in what
// has been written before it lets anyone write.
func (p *Portfolio) TakeOver(ctx context.Context) error {
	p.write.Lock()
	defer p.write.Unlock()
	if err := p.deps.Store.TakeOver(ctx); err != nil {
		return err
	}
	return p.catchUp(ctx)
}

// catchUp reads everything anew.
func (p *Portfolio) catchUp(ctx context.Context) error {
	snap, err := p.deps.Store.Load(ctx)
	if err != nil {
		return err
	}
	fresh := newState(snap)
	ev := p.state.difference(fresh)
	p.state.become(fresh)
	p.stack.load(snap.Recent)
	if len(snap.Recent) > 0 {
		ev.Entry = snap.Recent[0]
	}
	p.subs.publish(ev)
	return nil
}

// become takes over what another state holds.
func (st *state) become(fresh *state) {
	st.mu.Lock()
	defer st.mu.Unlock()
	st.byID, st.all, st.lists, st.byRef, st.sequences, st.indexed = fresh.byID, fresh.all, fresh.lists, fresh.byRef, fresh.sequences, fresh.indexed
	st.version++
}

// difference tells which records aren't alike in two states, and whose parts
// they are.
func (st *state) difference(fresh *state) Event {
	ev := Event{Kinds: map[*field.Kind]bool{}, Records: map[field.ID]bool{}}
	st.mu.RLock()
	defer st.mu.RUnlock()
	differs := func(r *field.Record) {
		ev.Kinds[r.Kind], ev.Records[r.ID] = true, true
		for _, of := range []*state{st, fresh} {
			if o := of.byID[r.Owner()]; o != nil {
				ev.Kinds[o.Kind], ev.Records[o.ID] = true, true
			}
		}
	}
	for id, r := range fresh.byID {
		if old := st.byID[id]; old == nil || !old.Same(r) {
			differs(r)
		}
	}
	for id, r := range st.byID {
		if fresh.byID[id] == nil {
			differs(r)
		}
	}
	return ev
}
