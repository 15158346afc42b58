package widgets

import (
	"testing"
	"time"
)

// TestLettersGoToTheOptionThatTheyBegin: a word that is typed without a stop is one, and a
// letter after a while begins anew.
func TestLettersGoToTheOptionThatTheyBegin(t *testing.T) {
	clock := time.Unix(0, 0)
	now = func() time.Time { return clock }
	defer func() { now = time.Now }()
	labels := []string{"Idé", "Planerat", "Införande och test", "I drift", "Avvecklat"}
	for _, c := range []struct {
		typed, chosen, want string
		slowly              bool
	}{
		{"i", "", "Idé", false},
		{"idé", "", "Idé", false},
		{"idr", "", "I drift", false},
		{"inf", "I drift", "Införande och test", false},
		{"i", "Idé", "Införande och test", false},
		{"ii", "Idé", "I drift", false},
		{"iii", "Idé", "Idé", false},
		{"pa", "", "Planerat", false},
		{"pa", "", "Avvecklat", true},
		{"x", "Planerat", "Planerat", false},
	} {
		l := NewOptionList(func(Option) {})
		var options []Option
		for _, label := range labels {
			options = append(options, Option{ID: label, Label: label, Checked: label == c.chosen})
		}
		l.Set(options)
		clock = clock.Add(time.Hour)
		for _, r := range c.typed {
			if l.TypedRune(r); c.slowly {
				clock = clock.Add(2 * time.Second)
			}
		}
		if o, _ := l.Current(); o.Label != c.want {
			t.Errorf("%q with %q chosen marks %q, not %q", c.typed, c.chosen, o.Label, c.want)
		}
	}
}
