package app

import (
	"sync"

	"itportfoljen/app/field"
)

// Event tells what an entry changed.
type Event struct {
	Entry   Entry
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
// the returned function is called.
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

func (b *batch) event(e Entry) Event {
	ev := Event{Entry: e, Kinds: map[*field.Kind]bool{}, Records: map[field.ID]bool{}}
	for _, c := range e.Changes {
		ev.Kinds[c.Kind], ev.Records[c.ID] = true, true
		if r := b.get(c.ID); r != nil {
			if o := owner(r); o != "" { // an amount belongs to its system or insats
				ev.Records[o] = true
				if or := b.get(o); or != nil {
					ev.Kinds[or.Kind] = true
				}
			}
		}
	}
	return ev
}
