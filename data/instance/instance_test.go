package instance

import (
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

// window is one that can be reached, and what it has been asked.
type window struct {
	*Place
	mu    sync.Mutex
	asked []Message
	once  sync.Once
}

func (w *window) close() { w.once.Do(w.Close) }

func (w *window) heard() []Message {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.asked)
}

// reachable is a window that says yes to one message.
func reachable(t *testing.T, to Message) *window {
	t.Helper()
	w := &window{}
	p, err := Listen(func(m Message) bool {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.asked = append(w.asked, m)
		return m == to
	})
	if err != nil {
		t.Fatal(err)
	}
	w.Place = p
	t.Cleanup(w.close)
	return w
}

// whole is a whole path.
func whole(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(name)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// session keeps the test's windows away from the user's own, where that can be
// done.
func session(t *testing.T) {
	if runtime.GOOS == "windows" {
		return
	}
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	t.Setenv("DISPLAY", ":7")
	t.Setenv("WAYLAND_DISPLAY", "")
}

func TestTheWindowThatHasTheFileIsFound(t *testing.T) {
	session(t)
	has := func(name string) Message { return Message{Has, whole(t, name)} }
	odd, other := has("Åsas  lista ”50 %” \\ 'x'\u00a0.itp"), has("b.itp")
	if Ask(odd) {
		t.Fatal("there is no window yet")
	}
	first, second := reachable(t, other), reachable(t, odd)
	if !Ask(odd) || !Ask(other) || Ask(has("c.itp")) {
		t.Error("the wrong window answered")
	}
	if got := first.heard(); len(got) != 3 || got[0] != odd {
		t.Errorf("the first was asked %q", got)
	}
	if got := second.heard(); len(got) != 2 {
		t.Errorf("the second was asked %q", got)
	}
	second.close()
	if Ask(odd) {
		t.Error("a window that is closed answers")
	}
	third := reachable(t, odd) // in the place that is free again
	if !Ask(odd) || len(third.heard()) != 1 {
		t.Error("the place that came free isn't used")
	}
}

func TestShow(t *testing.T) {
	session(t)
	if reachable(t, Message{Verb: Show}); !Ask(Message{Verb: Show}) {
		t.Error("not answered")
	}
}

// TestMessages: what this program doesn't send isn't heard.
func TestMessages(t *testing.T) {
	abs := whole(t, "a.itp")
	for _, c := range []struct {
		line string
		want bool
	}{
		{Message{Verb: Show}.line(), true},
		{Message{Has, abs}.line(), true},
		{Message{Take, abs + "\xff å"}.line(), true},
		{Message{Has, abs}.line()[:8], false},
		{Message{Show, abs}.line(), false},
		{Message{Has, ""}.line(), false},
		{Message{Has, "a.itp"}.line(), false},
		{Message{Take, abs + "\n"}.line(), false},
		{Message{Take, abs + "\x1b[2J"}.line(), false},
		{Message{Take, abs + "\x00"}.line(), false},
		{Message{"delete", abs}.line(), false},
		{Message{Has, abs + strings.Repeat("x", longest)}.line(), false},
		{"has " + abs + "\n", false},
		{"\n", false},
		{"", false},
	} {
		if m, ok := read(strings.NewReader(c.line)); ok != c.want || ok && m.line() != c.line {
			t.Errorf("%.80q: %v, %v", c.line, m, ok)
		}
	}
}
