package async

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
)

var (
	instant bool
	waiting map[int]func()
	nextID  int
	holding bool
	held    []func()
)

// Instant makes every run synchronous and holds timers until Flush: for tests.
func Instant(on bool) {
	instant, holding = on, false
	waiting, held = map[int]func(){}, nil
}

// Hold keeps the work given to queues under Instant until Release: for tests of
// what shows before the disk has answered.
func Hold() { holding = true }

// Release does the work that was held, in its order.
func Release() {
	due := held
	holding, held = false, nil
	for _, f := range due {
		f()
	}
}

// Flush fires the timers that wait under Instant.
func Flush() {
	due := waiting
	waiting = map[int]func(){}
	for _, f := range due {
		f()
	}
}

// Await waits for something outside the program, such as another's writing in the
// file, and calls f on the screen's goroutine when wait returns, unless stopped
// first. Under Instant nothing is waited for: Flush has it come. Use it, and stop,
// from the screen's goroutine.
func Await(wait func(ctx context.Context), f func()) (stop func()) {
	if instant {
		return later(f)
	}
	ctx, cancel := context.WithCancel(context.Background())
	stopped := false
	go func() {
		defer cancel()
		wait(ctx)
		fyne.Do(func() {
			if !stopped {
				f()
			}
		})
	}()
	return func() {
		stopped = true
		cancel()
	}
}

// After calls f on the screen's goroutine after d, unless stopped first. Use
// it, and stop, from the screen's goroutine.
func After(d time.Duration, f func()) (stop func()) {
	if instant {
		return later(f)
	}
	stopped := false
	t := time.AfterFunc(d, func() {
		fyne.Do(func() {
			if !stopped {
				f()
			}
		})
	})
	return func() {
		stopped = true
		t.Stop()
	}
}

// later puts f among what Flush does.
func later(f func()) (stop func()) {
	id := nextID
	nextID++
	waiting[id] = f
	return func() { delete(waiting, id) }
}
