package shell_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

func TestAPageThatStandsAsideIsLeftForWhereItWasReachedFrom(t *testing.T) {
	pages := map[string]*page{}
	all := specs(pages)
	for _, id := range []string{"person", "guide"} {
		all = append(all, shell.PageSpec{ID: id, Icon: "user", Aside: true, New: func(*shell.Shell) shell.Page { return &page{o: container.NewStack()} }})
	}
	s := uitest.Window(t, uitest.Open(t), app.Services{}, all...)
	if uitest.Shows(s.Window.Content(), "Tillbaka") {
		t.Error("there is a way back from the first page")
	}
	s.Go("systems", nil)
	s.Go("person", nil)
	s.Go("guide", nil)
	s.Go("guide", nil)
	for _, want := range []string{"person", "systems", "systems"} {
		if s.Back(); s.Current() != want {
			t.Fatalf("back is %q, want %q", s.Current(), want)
		}
	}
	s.Go("person", nil)
	uitest.Press(s, fyne.KeyEscape)
	if s.Current() != "systems" {
		t.Errorf("Escape goes to %q", s.Current())
	}
	s.Go("person", nil)
	s.Go("plan", nil)
	if s.Back(); s.Current() != "plan" {
		t.Errorf("back from a page of the navigation is %q", s.Current())
	}
}
