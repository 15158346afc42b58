package settingspage_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// A tag is renamed wherever it is, and that is undone in one step.
func TestATagIsRenamedEverywhere(t *testing.T) {
	p := uitest.Open(t)
	a, b := p.All(system.Kind)[0].ID, p.All(system.Kind)[1].ID
	apptest.Put(t, p, a, system.Tags.Field, "moln, skola")
	apptest.Put(t, p, b, system.Tags.Field, "moln")
	s := open(t, p, "tags")
	for _, want := range []string{"2 taggar", "moln", "2 system", "skola", "1 system"} {
		if !uitest.Shows(s.Window.Content(), want) {
			t.Errorf("nothing says %q: %q", want, uitest.Texts(s.Window.Content()))
		}
	}
	write := func(s *shell.Shell, name string) {
		for _, in := range uitest.Find[*input.Text](s) {
			in.SetText(name)
		}
	}
	for _, b := range uitest.Find[*widgets.Button](s) {
		if b.Icon == "pencil" {
			b.Tapped(nil) // of the first
			break
		}
	}
	write(s, "tjänst, ny")
	uitest.Tap(t, s, "Byt namn")
	if !uitest.Shows(uitest.Front(s), "är inte en tagg") {
		t.Error("two names are taken for one")
	}
	write(s, "Skola")
	uitest.Tap(t, s, "Byt namn")
	has := func() string {
		return field.JoinTags(system.Tags.Get(p.Get(a))) + " / " + field.JoinTags(system.Tags.Get(p.Get(b)))
	}
	if got := has(); got != "skola / skola" {
		t.Errorf("they have %s", got)
	}
	s.Undo()
	if got := has(); got != "moln, skola / moln" {
		t.Errorf("after undo they have %s", got)
	}
}
