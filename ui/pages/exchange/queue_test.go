package exchange_test

import (
	"slices"
	"testing"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/system"
	"itportfoljen/ui/pages/exchange"
	"itportfoljen/ui/uitest"
)

// TestSeveralFilesAreReadOneByOne: those that wait are said, one that can't be read is no
// hindrance for the next, and the last leaves none waiting.
func TestSeveralFilesAreReadOneByOne(t *testing.T) {
	w := &world{book: book()}
	c := &uitest.Computer{Paths: []string{"/a/systemlista.xlsx", "/a/avtal.xlsx", "/a/fler.csv"}}
	p := uitest.Open(t)
	s := uitest.WindowOn(t, c, p, w.services(), exchange.Watched())
	s.Go("exchange", "import")
	before := len(p.All(system.Kind))
	if !uitest.CanTap(s, "Välj fil …") {
		t.Fatalf("%q", uitest.Texts(s.Window.Content()))
	}
	uitest.Tap(t, s, "Välj fil …")
	if len(c.Asked) != 1 || !slices.Contains(c.Asked[0].Extensions, ".xlsx") {
		t.Fatalf("asked %v", c.Asked)
	}
	exchange.Step(s, 2)
	exchange.Apply(s)
	if len(p.All(system.Kind)) == before {
		t.Fatal("the first isn't read in")
	}
	w.err = fault.New(fault.Unreadable, "Det är ingen arbetsbok.")
	uitest.Tap(t, s, "Importera avtal.xlsx")
	if !uitest.Shows(s.Window.Content(), "Valt men inte importerat än: fler.csv. En fil i taget importeras.") {
		t.Fatalf("%q", uitest.Texts(s.Window.Content()))
	}
	w.err = nil
	uitest.Tap(t, s, "Importera fler.csv")
	s.Go("exchange", "import")
	if uitest.Shows(s.Window.Content(), "Valt men inte importerat än: fler.csv. En fil i taget importeras.") {
		t.Error("it still waits")
	}
}
