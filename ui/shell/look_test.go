package shell_test

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/uitest"
)

// TestHighContrastIsOneStepAway: from Ctrl+K, in what is dark and in what is light, and back.
func TestHighContrastIsOneStepAway(t *testing.T) {
	s, _ := open(t)
	do := func(words, action string) {
		t.Helper()
		s.OpenPalette()
		uitest.Write(t, s, words)
		uitest.Tap(t, s, texts.T("shell.action."+action))
	}
	s.SetLook(theme.Settings{Mode: theme.Dark, TextPercent: 100})
	if do("synnedsättning", "contrast"); s.Look().Mode != theme.DarkContrast || !theme.Current().High || !theme.Current().Dark {
		t.Errorf("it is %+v", s.Look())
	}
	if do("mörkt läge", "theme"); s.Look().Mode != theme.LightContrast {
		t.Errorf("light, it is %+v", s.Look())
	}
	if do("kontrast", "contrast"); s.Look().Mode != theme.Light || theme.Current().High {
		t.Errorf("back, it is %+v", s.Look())
	}
	for _, c := range []struct {
		action string
		want   int
	}{{"larger", 110}, {"larger", 125}, {"smaller", 110}, {"usualsize", 100}, {"smaller", 90}, {"smaller", 80}, {"smaller", 80}} {
		if do(texts.T("shell.action."+c.action), c.action); s.Look().TextPercent != c.want {
			t.Errorf("%s: %d, not %d", c.action, s.Look().TextPercent, c.want)
		}
	}
}

// TestTheComputersContrastIsAskedFor when the window comes, and shown as long as the user
// hasn't chosen otherwise.
func TestTheComputersContrastIsAskedFor(t *testing.T) {
	async.Instant(true)
	t.Cleanup(func() { async.Instant(false) })
	on := true
	s := shell.New(test.NewTempApp(t), shell.Options{HighContrast: func() bool { return on }})
	s.Start("")
	if !theme.Current().High {
		t.Error("the computer's high contrast isn't followed")
	}
	s.SetLook(theme.Settings{Mode: theme.Light, TextPercent: 100})
	if theme.Current().High {
		t.Error("the user's own choice doesn't hold")
	}
}
