package register_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/system"
	"itportfoljen/ui/async"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

func TestWhatIsFoundInAHiddenFieldIsSaidAndCanBeShown(t *testing.T) {
	p := uitest.Open(t)
	apptest.Put(t, p, sys(t, p, "Lönesystemet").ID, system.LockIn, "Källarens server")
	s := open(t, p)
	search(t, s, "källaren")
	if !uitest.Shows(s.Window.Content(), "1 system har träffen i fält som inte visas: "+system.LockIn.Label+".") {
		t.Fatalf("it isn't said: %q", uitest.Texts(s.Window.Content()))
	}
	uitest.Tap(t, s, "Visa dem i listan")
	if uitest.Shows(s.Window.Content(), "fält som inte visas") || !uitest.Shows(s.Window.Content(), "Källarens server") {
		t.Errorf("the field isn't shown: %q", uitest.Texts(s.Window.Content()))
	}
	search(t, s, "löne")
	if uitest.Shows(s.Window.Content(), "fält som inte visas") {
		t.Error("a name is called hidden")
	}
}

// search writes in the list's search field, instead of what is there.
func search(t *testing.T, s *shell.Shell, query string) {
	t.Helper()
	for _, f := range uitest.Find[*input.Search](s) {
		if f.OnChanged != nil {
			f.OnChanged(query)
			async.Flush()
			return
		}
	}
	t.Fatal("no search field")
}
