package app

import (
	"context"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
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

// Watch waits until another has written to the file or has taken or given up the
// right to write; holder is who had it when it was last told. What was written is
// still to be taken in, with Follow.
func (p *Portfolio) Watch(ctx context.Context, holder string) error {
	_, err := p.deps.Store.Watch(ctx, Standing{Newest: p.stack.newest(), Holder: holder})
	return err
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

// catchUp takes in the entries that have been written since, or reads everything
// anew where the file isn't the one that it was.
func (p *Portfolio) catchUp(ctx context.Context) error {
	fresh, ok, err := p.since(ctx)
	switch {
	case err != nil:
		return err
	case !ok:
		return p.reload(ctx)
	case len(fresh) == 0:
		return nil
	}
	p.take(fresh)
	return p.settle(ctx)
}

// since gives the entries that aren't in memory; ok is false when the journal no
// longer has the newest that is.
func (p *Portfolio) since(ctx context.Context) (fresh []Entry, ok bool, err error) {
	have := p.stack.top()
	if have.Number == 0 {
		return nil, false, nil
	}
	err = p.deps.Store.Since(ctx, have.Number-1, func(e Entry) error {
		switch {
		case e.Number == have.Number:
			ok = e.Chain == have.Chain
		case ok:
			fresh = append(fresh, e)
		}
		return nil
	})
	return fresh, ok, err
}

// take plays entries that another has written.
func (p *Portfolio) take(fresh []Entry) {
	t := newTape(p.Get)
	ev := Event{Kinds: map[*field.Kind]bool{}, Records: map[field.ID]bool{}}
	sequences := map[string]int{}
	for _, e := range fresh {
		t.forward(e)
		for _, c := range e.Changes {
			if c.Op == field.Create {
				raise(sequences, c.Record.Ref)
			}
		}
		ev.Entry = e
	}
	for _, id := range t.touched {
		for _, r := range []*field.Record{p.Get(id), t.now[id]} {
			if r == nil {
				continue
			}
			ev.Kinds[r.Kind], ev.Records[id] = true, true
			for _, get := range []func(field.ID) *field.Record{p.Get, func(id field.ID) *field.Record { return t.now[id] }} {
				if o := get(r.Owner()); o != nil {
					ev.Kinds[o.Kind], ev.Records[o.ID] = true, true
				}
			}
		}
	}
	p.state.replace(t.touched, t.left())
	p.state.raise(sequences)
	for _, e := range fresh {
		p.stack.push(e)
	}
	p.tell(ev)
}

func (st *state) raise(sequences map[string]int) {
	st.mu.Lock()
	defer st.mu.Unlock()
	for prefix, n := range sequences {
		st.sequences[prefix] = max(st.sequences[prefix], n)
	}
}

// reload reads everything anew.
func (p *Portfolio) reload(ctx context.Context) error {
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
	p.tell(ev)
	return p.settle(ctx)
}

// become takes over what another state holds.
func (st *state) become(fresh *state) {
	st.mu.Lock()
	defer st.mu.Unlock()
	st.byID, st.all, st.lists, st.byRef, st.sequences, st.indexed, st.first = fresh.byID, fresh.all, fresh.lists, fresh.byRef, fresh.sequences, fresh.indexed, fresh.first
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
