package desktop

import (
	"strings"
	"testing"
)

// TestProbe: without a desktop, and with one that doesn't answer, there is a
// sentence that says which.
func TestProbe(t *testing.T) {
	for _, c := range []struct{ display, want string }{
		{"", "varken DISPLAY eller WAYLAND_DISPLAY är satt"},
		{":7777", "Skrivbordet svarar inte"},
	} {
		t.Setenv("DISPLAY", c.display)
		t.Setenv("WAYLAND_DISPLAY", "")
		err := Probe()
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), c.display) || !strings.Contains(err.Error(), "itpctl") {
			t.Errorf("%q: %v", c.display, err)
		}
	}
}
