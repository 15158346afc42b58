package exchange_test

import (
	"testing"

	"itportfoljen/app/system"
	"itportfoljen/ui/pages/exchange"
	"itportfoljen/ui/uitest"
)

// TestTheDoneStepFollowsUndo: the page never says that a list is in the portfolio when
// it isn't.
func TestTheDoneStepFollowsUndo(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, &world{book: book()})
	drop(s, "/tmp/systemlista.xlsx")
	exchange.Step(s, 2)
	exchange.Apply(s)
	if !shows(s.Window.Content(), "Klart:") {
		t.Fatal("it isn't done")
	}
	s.Undo()
	if shows(s.Window.Content(), "Klart:") || !shows(s.Window.Content(), "Importen av systemlista.xlsx är ångrad.") {
		t.Error("the page doesn't say that it is taken back")
	}
	s.Redo()
	if !shows(s.Window.Content(), "Klart:") {
		t.Error("the page doesn't say that it is done again")
	}
}

// TestAKeptValueOpensItsRecord: what couldn't be read stands under what was done, and
// leads to where it is kept.
func TestAKeptValueOpensItsRecord(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, &world{book: bookOf("Blad1", [][]string{
		{"System", "Användare"},
		{"Kartan", "40"},
		{"Posten", "fler än vi vet"},
	})})
	drop(s, "/tmp/systemlista.xlsx")
	exchange.Step(s, 2)
	exchange.Apply(s)
	if !shows(s.Window.Content(), "fler än vi vet") || !shows(s.Window.Content(), "Posten") {
		t.Fatal("the cell isn't shown")
	}
	if r := p.Get(exchange.Kept(s)[0]); r == nil || r.Name() != "Posten" {
		t.Error("it leads to no record")
	}
}

// TestATextIsSaidOnceWhatItMeans: a text that can't be read is one line however many
// cells have it, and what it is said to mean is read in them all.
func TestATextIsSaidOnceWhatItMeans(t *testing.T) {
	p := uitest.Open(t)
	b := bookOf("Blad1", [][]string{
		{"System", "Användare"},
		{"Kartan", "100–200"},
		{"Posten", "100–200"},
		{"Huset", "7"},
	})
	s := open(t, p, &world{book: b})
	drop(s, "/tmp/systemlista.xlsx")
	exchange.Step(s, 2)
	exchange.View(s, "errors")
	if got := exchange.Meanings(s); len(got) != 1 || len(got[0].Rows) != 2 {
		t.Fatalf("%+v", got)
	}
	exchange.Mean(s, 0, "150")
	if r := exchange.Result(s); len(r.Errors) != 0 {
		t.Errorf("still not read: %+v", r.Errors)
	}
	if !shows(s.Window.Content(), "betyder 150") {
		t.Error("what it means isn't seen")
	}
	exchange.Apply(s)
	for _, r := range p.All(system.Kind) {
		if name := r.Name(); (name == "Kartan" || name == "Posten") && system.Users.Get(r) != 150 {
			t.Errorf("%s has %d users", name, system.Users.Get(r))
		}
	}
	b.Sheets[0].Rows[1].Cells[0].Text = "Kartan två"
	drop(s, "/tmp/systemlista.xlsx")
	if r := exchange.Result(s); len(r.Errors) != 0 {
		t.Errorf("what was said is forgotten: %+v", r.Errors)
	}
}

// TestWhatIsntReadIsListed: a hidden sheet is told of, and may be read by itself.
func TestWhatIsntReadIsListed(t *testing.T) {
	b := bookOf("System", [][]string{{"System", "Användare"}, {"Kartan", "4"}})
	old := bookOf("Gammalt", [][]string{{"System", "Användare"}, {"Posten", "4"}}).Sheets[0]
	old.Hidden = true
	b.Sheets = append(b.Sheets, old)
	s := open(t, uitest.Open(t), &world{book: b})
	drop(s, "/tmp/systemlista.xlsx")
	exchange.Step(s, 2)
	exchange.View(s, "unread")
	if !shows(s.Window.Content(), "Gammalt") || !shows(s.Window.Content(), "Läs bladet för sig") {
		t.Fatal("the sheet isn't listed")
	}
	exchange.ReadUnread(s, 0)
	if r := exchange.Result(s); r == nil || r.Sheet != "Gammalt" {
		t.Error("it isn't read")
	}
}
