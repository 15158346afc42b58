package systems_test

import (
	"context"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/document"
	"itportfoljen/app/system"
	"itportfoljen/ui/pages/systems"
	"itportfoljen/ui/uitest"
)

func TestDocumentsThatArentFoundAreNotedAndShown(t *testing.T) {
	p := uitest.Open(t)
	of := p.All(system.Kind)[1]
	r := apptest.Add(t, p, document.Kind, document.Title, "Avtal", document.Of, of.ID, document.Link, "/srv/avtal.pdf")
	is := document.Broken
	s := uitest.Window(t, p, app.Services{Reach: func(_ context.Context, paths []string) []document.State {
		out := make([]document.State, len(paths))
		for i := range out {
			out[i] = is
		}
		return out
	}}, systems.Spec())
	look := func() {
		for _, a := range systems.Spec().Actions(s) {
			if a.ID == "documents" {
				a.Run()
			}
		}
	}
	look()
	if !document.Missed(p.Get(r.ID)) || !uitest.Shows(s.Window.Content(), "1 dokument hittas inte. Välj ny plats för det.") || !uitest.Shows(s.Window.Content(), of.Name()) {
		t.Errorf("%q", uitest.Texts(s.Window.Content()))
	}
	is = document.There
	look()
	if document.Missed(p.Get(r.ID)) {
		t.Error("found again, and still missed")
	}
	before := p.Version()
	look()
	if p.Version() != before {
		t.Error("what is no news is written down")
	}
	is = document.Silent
	look()
	if !uitest.Shows(s.Window.Content(), "1 dokument går inte att nå härifrån, så om det finns är inte känt.") {
		t.Errorf("%q", uitest.Texts(s.Window.Content()))
	}
}
