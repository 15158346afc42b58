package shell_test

import (
	"testing"

	"itportfoljen/app"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// TestItIsSaidOnceThatOthersGetAtTheFile: with what it means, and not again for
// the same file.
func TestItIsSaidOnceThatOthersGetAtTheFile(t *testing.T) {
	for _, c := range []struct {
		shared app.Sharing
		says   string
	}{
		{app.Sharing{Synced: "OneDrive"}, "ligger i OneDrive"},
		{app.Sharing{Network: true}, "annan dator i nätverket"},
		{app.Sharing{}, ""},
	} {
		p := uitest.Open(t)
		asked := 0
		services := app.Services{Sharing: func(path string) app.Sharing {
			if asked++; path != p.Info().Path {
				t.Errorf("asked about %s", path)
			}
			return c.shared
		}}
		s := uitest.Window(t, p, services, specs(map[string]*page{})...)
		if told := above(s, c.says); told != (c.says != "") || asked != 1 {
			t.Errorf("%+v: told %v, asked %d times", c.shared, told, asked)
		}
		s.ClosePortfolio()
		s.OpenPath("en gång till.itp")
		if above(s, c.says) {
			t.Errorf("%+v: told again", c.shared)
		}
	}
}

func above(s *shell.Shell, text string) bool {
	return text != "" && uitest.Shows(s.Window.Content(), text)
}

// TestWhatMattersMoreIsSaidFirst: who only reads is told why, and of the place
// when that is what there is to say.
func TestWhatMattersMoreIsSaidFirst(t *testing.T) {
	shared := app.Services{Sharing: func(string) app.Sharing { return app.Sharing{Network: true} }}
	s := uitest.Window(t, reading(t), shared, specs(map[string]*page{})...)
	if above(s, "annan dator") || !above(s, "öppen hos Bo") {
		t.Error("the place is told of to who only reads")
	}
	if s.App.Preferences().String("files.shared") != "" {
		t.Error("it counts as told")
	}
}
