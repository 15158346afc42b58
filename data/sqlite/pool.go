package sqlite

import (
	"context"
	"runtime"
	"sync"
)

// pool keeps connections that only read.
type pool struct {
	path string
	mode mode
	room chan struct{} // one token per connection in use
	mu   sync.Mutex
	idle []*conn
}

func newPool(path string, m mode) *pool {
	return &pool{path: path, mode: m, room: make(chan struct{}, max(2, min(4, runtime.GOMAXPROCS(0))))}
}

// with lends a connection to fn.
func (p *pool) with(ctx context.Context, fn func(*conn) error) error {
	select {
	case p.room <- struct{}{}:
		defer func() { <-p.room }()
	case <-ctx.Done():
		return ctx.Err()
	}
	c, err := p.take(ctx)
	if err != nil {
		return err
	}
	defer p.give(c)
	return fn(c)
}

func (p *pool) take(ctx context.Context) (*conn, error) {
	p.mu.Lock()
	if n := len(p.idle); n > 0 {
		c := p.idle[n-1]
		p.idle = p.idle[:n-1]
		p.mu.Unlock()
		return c, nil
	}
	p.mu.Unlock()
	return connect(ctx, p.path, p.mode)
}

func (p *pool) give(c *conn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.idle = append(p.idle, c)
}

// close waits for those in use and closes all.
func (p *pool) close() error {
	for range cap(p.room) {
		p.room <- struct{}{}
	}
	var first error
	for _, c := range p.idle {
		if err := c.close(); err != nil && first == nil {
			first = err
		}
	}
	p.idle = nil
	return first
}
