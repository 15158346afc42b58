package app

import (
	"cmp"
	"maps"
	"slices"
	"sync"

	"itportfoljen/app/field"
)

// Event tells what an entry changed: the kinds and records of its changes, what
// they are parts of, and what shows them.
type Event struct {
	Entry   Entry
	Version int64 // the portfolio's after it
	Kinds   map[*field.Kind]bool
	Records map[field.ID]bool
}

// Touches says whether anything of a kind changed.
func (e Event) Touches(k *field.Kind) bool { return e.Kinds[k] }

type subscribers struct {
	mu   sync.Mutex
	next int
	fns  map[int]func(Event)
}

// Subscribe calls fn after every entry, on the goroutine that wrote it, until
// the returned function is called. The next entry waits for fn, so fn may read
// but not write.
func (p *Portfolio) Subscribe(fn func(Event)) (cancel func()) {
	s := &p.subs
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fns == nil {
		s.fns = map[int]func(Event){}
	}
	id := s.next
	s.next++
	s.fns[id] = fn
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.fns, id)
	}
}

func (s *subscribers) publish(e Event) {
	s.mu.Lock()
	fns := make([]func(Event), 0, len(s.fns))
	for _, fn := range s.fns {
		fns = append(fns, fn)
	}
	s.mu.Unlock()
	for _, fn := range fns {
		fn(e)
	}
}

// event tells what an entry changed. What is owned counts as a part of its
// owner: an amount, and one that is gone too, belongs to its system or insats.
func (b *batch) event(e Entry) Event {
	ev := Event{Entry: e, Kinds: map[*field.Kind]bool{}, Records: map[field.ID]bool{}}
	for _, c := range e.Changes {
		ev.Kinds[c.Kind], ev.Records[c.ID] = true, true
		for _, r := range []*field.Record{b.tx.Before(c.ID), b.tx.Get(c.ID), b.tx.Gone(c.ID)} {
			if r == nil || r.Owner() == "" {
				continue
			}
			ev.Records[r.Owner()] = true
			if o := cmp.Or(b.tx.Get(r.Owner()), b.tx.Gone(r.Owner())); o != nil {
				ev.Kinds[o.Kind] = true
			}
		}
	}
	return ev.shown(b.p)
}

// tell publishes what has changed, with all that shows it now.
func (p *Portfolio) tell(e Event) {
	e.Version = p.Version()
	p.subs.publish(e.shown(p))
}

// vias are the fields by which records point at what shows them: costs at their owner,
// what an agreement covers at its system.
var vias = sync.OnceValue(func() (out []*field.Field) {
	for _, k := range Kinds {
		for _, f := range k.Fields() {
			if f.Via != nil && !slices.Contains(out, f.Via) {
				out = append(out, f.Via)
			}
		}
	}
	return out
})

// shown adds what shows, as w is, something of the records that changed: the system
// that shows the days of its agreement.
func (e Event) shown(w field.World) Event {
	note := func(r *field.Record, via *field.Field) {
		for _, id := range field.References(r.Get(via)) {
			if at := w.Get(id); at != nil {
				e.Kinds[at.Kind], e.Records[id] = true, true
			}
		}
	}
	for _, id := range slices.Collect(maps.Keys(e.Records)) {
		r := w.Get(id)
		if r == nil {
			continue
		}
		for _, via := range vias() {
			owner := via.Kind.Owner()
			switch {
			case via.Kind == r.Kind:
				note(r, via)
			case owner != nil && owner != via && owner.MayPointAt(r.Kind):
				for _, c := range w.Pointing(owner, id) {
					note(c, via)
				}
			}
		}
	}
	return e
}
