package sqlite

import (
	"context"
	"runtime"
	"sync"
)

// pool keeps connections that only read.
type pool struct {
	connect func(context.Context) (*conn, error)
	room    chan struct{} // one token per connection in use
	mu      sync.Mutex
	idle    []*conn
}

func newPool(connect func(context.Context) (*conn, error)) *pool {
	return &pool{connect: connect, room: make(chan struct{}, max(2, min(4, runtime.GOMAXPROCS(0))))}
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

// borrow lends one connection and as many more as are free, up to n in all;
// give each back with giveBack.
func (p *pool) borrow(ctx context.Context, n int) ([]*conn, error) {
	var out []*conn
	for range n {
		if len(out) > 0 {
			select {
			case p.room <- struct{}{}:
			default:
				return out, nil
			}
		} else {
			select {
			case p.room <- struct{}{}:
			case <-ctx.Done():
				return nil, ctx.Err()
			}
		}
		c, err := p.take(ctx)
		if err != nil {
			<-p.room
			if len(out) > 0 {
				return out, nil
			}
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

func (p *pool) giveBack(conns []*conn) {
	for _, c := range conns {
		p.give(c)
		<-p.room
	}
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
	return p.connect(ctx)
}

func (p *pool) give(c *conn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.idle = append(p.idle, c)
}

// forget closes what isn't in use, with what it remembers of the file.
func (p *pool) forget() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range p.idle {
		_ = c.close()
	}
	p.idle = nil
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
