package async

import (
	"time"

	"fyne.io/fyne/v2"
)

var (
	instant bool
	waiting map[int]func()
	nextID  int
)

// Instant makes every run synchronous and holds timers until Flush: for tests.
func Instant(on bool) {
	instant = on
	waiting = map[int]func(){}
}

// Flush fires the timers that wait under Instant.
func Flush() {
	due := waiting
	waiting = map[int]func(){}
	for _, f := range due {
		f()
	}
}

// After calls f on the screen's goroutine after d, unless stopped first. Use
// it, and stop, from the screen's goroutine.
func After(d time.Duration, f func()) (stop func()) {
	if instant {
		id := nextID
		nextID++
		waiting[id] = f
		return func() { delete(waiting, id) }
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
