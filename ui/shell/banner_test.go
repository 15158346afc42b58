package shell_test

import (
	"context"
	"errors"
	"testing"

	"itportfoljen/app"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// TestABannerLeavesNoHole: the page stands right under the header when there is none, and has its
// room back when one has gone.
func TestABannerLeavesNoHole(t *testing.T) {
	s, _ := open(t)
	top := func() float32 {
		t.Helper()
		h := uitest.Find[*widgets.Header](s)[0]
		return widgets.PositionOf(s.Body()).Y - widgets.PositionOf(h).Y - h.Size().Height
	}
	if y := top(); y != 0 {
		t.Errorf("the page stands %v under the header", y)
	}
	fails := true
	s.SaveNamed("Prov", func(context.Context, *app.Portfolio) (app.Entry, error) {
		if fails {
			return app.Entry{}, errors.New("x")
		}
		return app.Entry{}, nil
	}, func(string) {})
	if y := top(); y < 20 {
		t.Errorf("the banner has %v", y)
	}
	fails = false
	uitest.Tap(t, s, "Försök igen")
	if y := top(); y != 0 {
		t.Errorf("it leaves a hole of %v", y)
	}
}
