package settingspage_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/plan"
	"itportfoljen/assets"
	"itportfoljen/ui/input"
	"itportfoljen/ui/pages/settingspage"
	"itportfoljen/ui/uitest"
)

// TestAChangeOfModelAsksWhatItCantTell: the portfölj that Karlstad hasn't is asked for, nothing
// is done without an answer, and what the change does is told before it is made.
func TestAChangeOfModelAsksWhatItCantTell(t *testing.T) {
	p := uitest.Open(t)
	r := p.All(plan.Kind)[0]
	apptest.Put(t, p, r.ID, plan.Portfolio.Field, "innovation")
	s := open(t, p, "governance")
	uitest.Find[*input.Select](s)[0].Open()
	uitest.Tap(t, s, "Karlstad")
	for _, want := range []string{"Byta styrmodell till Karlstad?", "Vad blir det här i den nya modellen?", "Innovation (1 insats)", "Forum utan ledamöter"} {
		if !uitest.Shows(uitest.Front(s), want) {
			t.Errorf("nothing says %q: %q", want, uitest.Texts(uitest.Front(s)))
		}
	}
	uitest.Tap(t, s, "Byt styrmodell")
	if p.Model().ID != "danderyd" || !uitest.Shows(uitest.Front(s), "Välj vad det blir.") {
		t.Fatalf("it is %s without an answer: %q", p.Model().ID, uitest.Texts(uitest.Front(s)))
	}
	choices := uitest.Find[*input.Select](s)
	choices[len(choices)-1].Open()
	uitest.Tap(t, s, "Information som resurs")
	if !uitest.Shows(uitest.Front(s), "Portfölj Innovation blir Information som resurs, ert svar (1 insats)") {
		t.Errorf("the answer isn't told: %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Byt styrmodell")
	if p.Model().ID != "karlstad" || plan.Portfolio.Get(p.Get(r.ID)) != "information" {
		t.Fatalf("%s, %s", p.Model().ID, plan.Portfolio.Get(p.Get(r.ID)))
	}
	es, _ := p.Journal(t.Context(), app.Query{Limit: 1})
	s.UndoEntry(es[0])
	if p.Model().ID != "danderyd" || plan.Portfolio.Get(p.Get(r.ID)) != "innovation" {
		t.Errorf("undone: %s, %s", p.Model().ID, plan.Portfolio.Get(p.Get(r.ID)))
	}
}

func TestModelsStandSideBySide(t *testing.T) {
	s := open(t, uitest.Open(t), "governance")
	uitest.Tap(t, s, "Jämför …")
	for _, want := range []string{"Jämför styrmodeller", "Faser", "Förslag (forum: Ledningsgrupp på förvaltning)", "Kartläggning", "Krav"} {
		if !uitest.Shows(uitest.Front(s), want) {
			t.Errorf("nothing says %q", want)
		}
	}
	choices := uitest.Find[*input.Select](s)
	choices[len(choices)-1].Open()
	uitest.Tap(t, s, "Danderyd")
	if !uitest.Shows(uitest.Front(s), "De två är lika.") {
		t.Errorf("a model differs from itself: %q", uitest.Texts(uitest.Front(s)))
	}
}

// TestAModelIsTakenInFromAFile, with the same question as one that ships; what is wrong in it
// is told by line, and one that can't be read is refused.
func TestAModelIsTakenInFromAFile(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, "governance")
	take := settingspage.TakeIn(s)
	take([]byte(strings.Replace(string(assets.Must("models/karlstad.json")), `"stage": "idea"`, `"stege": "idea"`, 1)))
	if !uitest.Shows(uitest.Front(s), "Filen går inte att använda som styrmodell") || !uitest.Shows(uitest.Front(s), "Menade du ”stage”?") {
		t.Errorf("%q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Stäng")
	own := bytes.ReplaceAll(bytes.Replace(assets.Must("models/danderyd.json"), []byte(`"id": "danderyd"`), []byte(`"id": "ekvalla"`), 1), []byte(`"name": "Danderyd"`), []byte(`"name": "Ekvalla"`))
	take(own)
	uitest.Tap(t, s, "Byt styrmodell")
	if p.Model().ID != "ekvalla" {
		t.Errorf("it is %s", p.Model().ID)
	}
	path := filepath.Join(t.TempDir(), "borta.json")
	if _, err := settingspage.ReadModel(path); err == nil || !strings.Contains(err.Error(), "Inget har ändrats.") {
		t.Errorf("%v", err)
	}
	if err := os.WriteFile(path, own, 0o600); err != nil {
		t.Fatal(err)
	}
	if data, err := settingspage.ReadModel(path); err != nil || !bytes.Equal(data, own) {
		t.Errorf("%v", err)
	}
}
