package input

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"itportfoljen/ui/widgets"
)

// TestTicksAreWhatWasTickedOrLookedFor: a table of what is pressed and typed.
func TestTicksAreWhatWasTickedOrLookedFor(t *testing.T) {
	options := []widgets.Option{{ID: "a", Label: "Drift"}, {ID: "b", Label: "Drift i molnet"}, {ID: "c", Label: "Annat"}, {ID: "any", Label: "Finns"}}
	down, up := fyne.KeyDown, fyne.KeyUp
	for name, c := range map[string]struct {
		ticked []string
		typed  []any // keys and texts
		want   []string
	}{
		"nothing":                            {nil, nil, nil},
		"those there":                        {[]string{"c", "a"}, nil, []string{"a", "c"}},
		"looked for":                         {nil, []any{"annat"}, []string{"c"}},
		"looked for in place of those there": {[]string{"a"}, []any{"annat"}, []string{"c"}},
		"gone to":                            {nil, []any{down}, []string{"b"}},
		"gone to, and others there":          {[]string{"a"}, []any{down}, []string{"a"}},
		"ticked":                             {nil, []any{" ", down, " "}, []string{"a", "b"}},
		"ticked besides those there":         {[]string{"c"}, []any{" "}, []string{"a", "c"}},
		"a tick taken away":                  {[]string{"a", "c"}, []any{" "}, []string{"c"}},
		"the last taken away":                {[]string{"a"}, []any{" "}, nil},
		"a space in what is looked for":      {nil, []any{"drift i"}, []string{"b"}},
		"looked for, gone to and ticked":     {nil, []any{"drift", down, " "}, []string{"b"}},
		"looked for, and ticked one by one":  {nil, []any{"annat", down, " ", fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, " "}, []string{"a", "c"}},
		"one that is alone":                  {[]string{"a"}, []any{up, " "}, []string{"any"}},
		"others than the one that is alone":  {[]string{"any"}, []any{" "}, []string{"a"}},
	} {
		ticks := NewTicks("Sök", options, c.ticked...)
		ticks.Alone = func(id string) bool { return id == "any" }
		changes := 0
		ticks.OnChange = func() { changes++ }
		window(t, ticks, 300, 300)
		flips := 0
		for _, x := range c.typed {
			switch x := x.(type) {
			case fyne.KeyName:
				press(ticks.field, x)
			case string:
				before := changes
				if test.Type(ticks.field, x); changes > before {
					flips++
				}
			}
		}
		if got := ticks.Chosen(); !slices.Equal(got, c.want) || changes != flips {
			t.Errorf("%s: %q, not %q; told %d times of %d", name, got, c.want, changes, flips)
		}
		if ticks.Clear(); len(ticks.ticked) != 0 || changes != flips {
			t.Errorf("%s: cleared, it has %v and tells", name, ticks.ticked)
		}
	}
}

// TestWhatIsLookedForAndIsntThereIsMissed, unless something is ticked instead.
func TestWhatIsLookedForAndIsntThereIsMissed(t *testing.T) {
	ticks := NewTicks("Sök", []widgets.Option{{ID: "a", Label: "Drift"}})
	window(t, ticks, 300, 300)
	test.Type(ticks.field, "qqq")
	if q, missed := ticks.Missed(); !missed || q != "qqq" || len(ticks.Chosen()) != 0 {
		t.Errorf("missed %v %q, chosen %q", missed, q, ticks.Chosen())
	}
	ticks.Flip("a")
	if _, missed := ticks.Missed(); missed || !slices.Equal(ticks.Chosen(), []string{"a"}) {
		t.Errorf("ticked: missed %v, chosen %q", missed, ticks.Chosen())
	}
}
