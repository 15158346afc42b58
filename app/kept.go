package app

import "sync"

// kept is what has been worked out of the portfolio as it is, until something changes.
type kept struct {
	mu      sync.Mutex
	version int64
	of      map[any]any
}

// Keep gives what make works out, and remembers it under the key until something changes. What
// is given is shared and not to be changed; make may be asked more than once.
func (p *Portfolio) Keep(key any, make func() any) any {
	now := p.Version()
	p.kept.mu.Lock()
	if p.kept.version != now || p.kept.of == nil {
		p.kept.version, p.kept.of = now, map[any]any{}
	}
	v, ok := p.kept.of[key]
	p.kept.mu.Unlock()
	if ok {
		return v
	}
	v = make()
	p.kept.mu.Lock()
	if p.kept.version == now && p.Version() == now {
		p.kept.of[key] = v
	}
	p.kept.mu.Unlock()
	return v
}
