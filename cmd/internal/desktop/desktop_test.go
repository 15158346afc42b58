//go:build migrated_fynedo

package desktop

import (
	"reflect"
	"testing"

	fyneapp "fyne.io/fyne/v2/app"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// TestTheToolkitKeepsItsWindowWhereWeLook: a new version of the toolkit that
// doesn't would leave the window's place forgotten, without a word.
func TestTheToolkitKeepsItsWindowWhereWeLook(t *testing.T) {
	w := fyneapp.NewWithID("se.itportfoljen.test").NewWindow("")
	f := reflect.ValueOf(w).Elem().FieldByName("viewport")
	if !f.IsValid() || f.Type() != reflect.TypeFor[*glfw.Window]() {
		t.Fatalf("%T has no GLFW window named viewport", w)
	}
	if viewport(w) != nil {
		t.Error("a window that isn't shown has one")
	}
}

func TestTheScaleIsTheToolkits(t *testing.T) {
	for _, c := range []struct {
		name    string
		env     string
		setting float32
		mm, px  int
		want    float32
	}{
		{"a laptop", "", 1, 310, 1366, 1},
		{"a sharper one", "", 1, 310, 1920, 1.3},
		{"a screen that doesn't know its size", "", 1, 0, 1920, 1},
		{"the user's setting", "", 1.5, 310, 1366, 1.5},
		{"the environment goes before", "1.25", 1.5, 310, 1366, 1.3},
		{"and adds to the screen's", "2", 1, 310, 1920, 2.6},
		{"auto is none of the user's", "auto", 1.5, 310, 1366, 1},
		{"nonsense is none", "stor", 1.5, 310, 1366, 1.5},
	} {
		got := toTenths(densityScale(c.mm, c.px) * userScale(func(string) string { return c.env }, c.setting))
		if got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
