package async

import (
	"context"
	"errors"
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestLateAnswerNeverOverwritesNewer(t *testing.T) {
	test.NewTempApp(t)
	r := New()
	release, delivered := make(chan struct{}), make(chan string, 2)
	var first context.Context
	started := make(chan struct{})
	finished := make(chan struct{})
	Run(r, "list", func(ctx context.Context) (string, error) {
		first = ctx
		close(started)
		<-release
		defer close(finished)
		return "old", nil
	}, func(s string, _ error) { delivered <- s })
	<-started
	Run(r, "list", func(context.Context) (string, error) { return "new", nil }, func(s string, _ error) { delivered <- s })
	if got := <-delivered; got != "new" {
		t.Fatalf("got %q", got)
	}
	if first.Err() == nil {
		t.Error("the earlier run was not cancelled")
	}
	close(release)
	<-finished
	r.Sync = true
	Run(r, "other", func(context.Context) (string, error) { return "x", nil }, func(s string, _ error) { delivered <- s })
	if got := <-delivered; got != "x" {
		t.Errorf("the late answer came: %q", got)
	}
}

func TestSyncReportsProgressAndError(t *testing.T) {
	r := &Runner{Sync: true}
	var seen []string
	boom := errors.New("boom")
	RunProgress(r, "k", func(_ context.Context, report Progress) (int, error) {
		report(0.5, "halvvägs")
		return 7, boom
	}, func(f float64, s string) { seen = append(seen, s) }, func(v int, err error) {
		if v != 7 || !errors.Is(err, boom) {
			t.Errorf("%d %v", v, err)
		}
	})
	if len(seen) != 1 || r.Busy("k") {
		t.Errorf("progress %v, busy %v", seen, r.Busy("k"))
	}
}

func TestCancelledRunIsSilent(t *testing.T) {
	r := &Runner{Sync: true}
	Run(r, "k", func(ctx context.Context) (int, error) {
		r.Cancel("k")
		return 0, ctx.Err()
	}, func(int, error) { t.Error("delivered") })
}

func TestAfterUnderInstant(t *testing.T) {
	Instant(true)
	defer Instant(false)
	n := 0
	After(0, func() { n++ })
	After(0, func() { n += 10 })()
	Flush()
	Flush()
	if n != 1 {
		t.Errorf("fired %d", n)
	}
}

// TestOwned: an answer that comes too late is let go, and only then.
func TestOwned(t *testing.T) {
	r := New()
	r.Sync = true
	var done, dropped []string
	run := func(answer string, meanwhile func()) {
		RunOwned(r, "open", func(context.Context, Progress) (string, error) {
			meanwhile()
			return answer, nil
		}, nil, func(s string, _ error) { done = append(done, s) }, func(s string) { dropped = append(dropped, s) })
	}
	run("first", func() { run("second", func() {}) })
	run("third", func() { r.Cancel("open") })
	run("fourth", func() {})
	if want := []string{"second", "fourth"}; !slices.Equal(done, want) {
		t.Errorf("delivered %q, want %q", done, want)
	}
	if want := []string{"first", "third"}; !slices.Equal(dropped, want) {
		t.Errorf("let go %q, want %q", dropped, want)
	}
}
