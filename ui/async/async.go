// Package async is the only home of goroutines and of handing work back to
// the screen's goroutine.
package async

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// Progress tells how far the work has come: 0–1, or less than 0 when unknown.
type Progress func(fraction float64, text string)

// Runner runs work away from the screen. A later run with the same key cancels
// the earlier one and its answer is never delivered. Use it from the screen's
// goroutine.
type Runner struct {
	Sync bool // run at once on the caller's goroutine: for tests

	mu   sync.Mutex
	gen  map[string]uint64
	stop map[string]context.CancelFunc
}

// New makes a runner.
func New() *Runner { return &Runner{} }

// Run does work and gives its answer to done on the screen's goroutine, unless
// another run with the same key has begun or it was cancelled.
func Run[T any](r *Runner, key string, work func(ctx context.Context) (T, error), done func(T, error)) {
	RunProgress(r, key, func(ctx context.Context, _ Progress) (T, error) { return work(ctx) }, nil, done)
}

// RunProgress is Run for work that reports how far it has come; onProgress is
// called on the screen's goroutine, at most some 20 times a second.
func RunProgress[T any](r *Runner, key string, work func(ctx context.Context, report Progress) (T, error), onProgress Progress, done func(T, error)) {
	RunOwned(r, key, work, onProgress, done, func(T) {})
}

// RunOwned is RunProgress for an answer that must be let go, such as an open
// file: one that is never delivered is given to drop, away from the screen.
func RunOwned[T any](r *Runner, key string, work func(ctx context.Context, report Progress) (T, error), onProgress Progress, done func(T, error), drop func(T)) {
	ctx, mine := r.begin(key)
	deliver := func(v T, err error) {
		switch {
		case r.current(key, mine):
			r.end(key, mine)
			done(v, err)
		case err == nil && (r.Sync || instant):
			drop(v)
		case err == nil:
			go drop(v)
		}
	}
	if r.Sync || instant {
		deliver(work(ctx, func(f float64, text string) {
			if onProgress != nil {
				onProgress(f, text)
			}
		}))
		return
	}
	var last time.Time
	report := func(f float64, text string) {
		if onProgress == nil || f < 1 && time.Since(last) < 50*time.Millisecond {
			return
		}
		last = time.Now()
		fyne.Do(func() {
			if r.current(key, mine) {
				onProgress(f, text)
			}
		})
	}
	go func() {
		v, err := work(ctx, report)
		fyne.Do(func() { deliver(v, err) })
	}()
}

// Cancel stops the run with that key; its answer is not delivered.
func (r *Runner) Cancel(key string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if stop := r.stop[key]; stop != nil {
		stop()
		delete(r.stop, key)
	}
	if r.gen != nil {
		r.gen[key]++
	}
}

// CancelAll stops everything.
func (r *Runner) CancelAll() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for key, stop := range r.stop {
		stop()
		r.gen[key]++
	}
	clear(r.stop)
}

// Busy tells whether a run with that key is under way.
func (r *Runner) Busy(key string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.stop[key] != nil
}

func (r *Runner) begin(key string) (context.Context, uint64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.gen == nil {
		r.gen, r.stop = map[string]uint64{}, map[string]context.CancelFunc{}
	}
	if stop := r.stop[key]; stop != nil {
		stop()
	}
	ctx, stop := context.WithCancel(context.Background())
	r.stop[key] = stop
	r.gen[key]++
	return ctx, r.gen[key]
}

func (r *Runner) current(key string, mine uint64) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.gen[key] == mine
}

func (r *Runner) end(key string, mine uint64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if stop := r.stop[key]; stop != nil && r.gen[key] == mine {
		stop()
		delete(r.stop, key)
	}
}
