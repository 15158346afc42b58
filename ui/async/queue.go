package async

import (
	"sync"

	"fyne.io/fyne/v2"
)

// Queue does work one at a time in the order it was given, away from the
// screen: saving. Nothing given is ever dropped.
type Queue struct {
	mu      sync.Mutex
	waiting []func()
	busy    bool
	idle    *sync.Cond
}

// NewQueue makes an empty queue.
func NewQueue() *Queue {
	q := &Queue{}
	q.idle = sync.NewCond(&q.mu)
	return q
}

// Do does work in its turn and then calls done on the screen's goroutine.
func (q *Queue) Do(work func(), done func()) {
	if instant {
		now := func() { work(); done() }
		if holding {
			held = append(held, now)
		} else {
			now()
		}
		return
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	q.waiting = append(q.waiting, func() {
		work()
		fyne.Do(done)
	})
	if !q.busy {
		q.busy = true
		go q.run()
	}
}

// Wait returns when everything given has been done: before closing.
func (q *Queue) Wait() {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.busy {
		q.idle.Wait()
	}
}

func (q *Queue) run() {
	for {
		q.mu.Lock()
		if len(q.waiting) == 0 {
			q.busy = false
			q.idle.Broadcast()
			q.mu.Unlock()
			return
		}
		next := q.waiting[0]
		q.waiting = q.waiting[1:]
		q.mu.Unlock()
		next()
	}
}
