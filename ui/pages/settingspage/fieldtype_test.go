package settingspage_test

import (
	"testing"

	"itportfoljen/app/settings"
	"itportfoljen/app/system"
	"itportfoljen/ui/uitest"
)

// A field of the municipality's own is made here, and holds what is said.
func TestAnOwnFieldIsMadeAndHoldsWhatIsSaid(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, "fields")
	uitest.Tap(t, s, "Nytt eget fält …")
	uitest.Tap(t, s, "Lägg till")
	if !uitest.Shows(uitest.Front(s), "Skriv vad fältet ska heta.") {
		t.Fatal("a field without a name is made")
	}
	uitest.Write(t, s, "Återställningskrav å")
	uitest.Tap(t, s, "Text")
	uitest.Tap(t, s, "Tal")
	uitest.Tap(t, s, "Lägg till")
	own := settings.OwnFields(p)
	if len(own) != 1 || own[0].Kind != system.Kind || settings.TypeOf(own[0].Declared).Name() != "number" {
		t.Fatalf("there are %v", own)
	}
	if !uitest.Shows(s.Window.Content(), "Slag: Tal") {
		t.Error("it doesn't say what it holds")
	}
}
