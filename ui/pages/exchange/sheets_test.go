package exchange_test

import (
	"context"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/ui/pages/exchange"
	"itportfoljen/ui/uitest"
)

// threeSheets are two lists that are read together, and one that is put aside.
func threeSheets() *sheet.Book {
	b := bookOf("Skolan", [][]string{{"System", "Användare", "Kommentar från Ulla"}, {"Kartan", "4", "bra"}})
	b.Sheets = append(b.Sheets,
		bookOf("Vården", [][]string{{"System", "Användare"}, {"Posten", "7"}}).Sheets[0],
		bookOf("Gammalt", [][]string{{"System", "Användare"}, {"Huset", "9"}}).Sheets[0])
	b.Sheets[2].Hidden = true
	return b
}

// TestTheColumnsOfOneSheetAreSeenWhileAllAreRead: and what is chosen there holds.
func TestTheColumnsOfOneSheetAreSeenWhileAllAreRead(t *testing.T) {
	s := open(t, uitest.Open(t), &world{book: threeSheets()})
	drop(s, "/tmp/systemlista.xlsx")
	if !shows(s.Window.Content(), "Vården") || !shows(s.Window.Content(), "läses inte") {
		t.Fatal("the sheets aren't listed")
	}
	exchange.OpenSheet(s, 0)
	if !shows(s.Window.Content(), "Kommentar från Ulla") || !shows(s.Window.Content(), "Kolumnerna i bladet Skolan.") {
		t.Fatal("the columns aren't shown")
	}
	exchange.Field(s, "Kommentar från Ulla", "+")
	if r := exchange.Result(s); len(r.Sheets) != 2 || r.New != 2 || !r.Sheets[0].Columns[2].Keep {
		t.Errorf("%d sheets, %d new, %+v", len(r.Sheets), r.New, r.Sheets[0].Columns[2])
	}
	exchange.AllSheets(s)
	if shows(s.Window.Content(), "Kolumnerna i bladet") || !shows(s.Window.Content(), "Vården") {
		t.Error("the way back doesn't list the sheets")
	}
}

// TestASheetThatIsPutAsideIsReadAlso: from the list of sheets, and from what isn't read.
func TestASheetThatIsPutAsideIsReadAlso(t *testing.T) {
	for name, also := range map[string]func(t *testing.T) int{
		"from the sheets": func(t *testing.T) int {
			s := open(t, uitest.Open(t), &world{book: threeSheets()})
			drop(s, "/tmp/systemlista.xlsx")
			exchange.OpenSheet(s, 2)
			return exchange.Result(s).New
		},
		"from what isn't read": func(t *testing.T) int {
			s := open(t, uitest.Open(t), &world{book: threeSheets()})
			drop(s, "/tmp/systemlista.xlsx")
			exchange.Step(s, 2)
			exchange.View(s, "unread")
			exchange.ReadAlso(s, 0)
			if !shows(s.Window.Content(), "Skolan, Vården, Gammalt") {
				t.Error("the choice of sheets doesn't say which")
			}
			return exchange.Result(s).New
		},
	} {
		t.Run(name, func(t *testing.T) {
			if n := also(t); n != 3 {
				t.Errorf("%d new", n)
			}
		})
	}
}

// TestWhatTheListNoLongerHasIsNamedAndOpens: before and after it is read in.
func TestWhatTheListNoLongerHasIsNamedAndOpens(t *testing.T) {
	p := uitest.Empty(t)
	for _, name := range []string{"Kartan", "Posten", "Huset", "Lyran"} {
		if _, err := p.Create(context.Background(), system.Kind, []app.Assignment{{Column: field.Column{Field: system.Kind.Title()}, Text: name}}); err != nil {
			t.Fatal(err)
		}
	}
	s := open(t, p, &world{book: bookOf("System", [][]string{{"System", "Användare"}, {"Kartan", "4"}, {"Posten", "5"}, {"Huset", "6"}})})
	drop(s, "/tmp/systemlista.xlsx")
	exchange.Step(s, 2)
	exchange.View(s, "gone")
	if !shows(s.Window.Content(), "Lyran") || !shows(s.Window.Content(), "Borta 1") {
		t.Fatal("it isn't shown")
	}
	exchange.Answer(s, "gone:"+system.Kind.Plural, "retire")
	exchange.Apply(s)
	if !shows(s.Window.Content(), "Lyran") || !shows(s.Window.Content(), "1 post står inte i listan och märktes som ur bruk.") {
		t.Error("it isn't told of afterwards")
	}
	if r := p.Get(exchange.Kept(s)[0]); r == nil || r.Name() != "Lyran" || !system.Retired(r) {
		t.Error("it doesn't open, or isn't retired")
	}
}

// TestARowThatHeadsOthersIsNoTrouble: it says what it became.
func TestARowThatHeadsOthersIsNoTrouble(t *testing.T) {
	s := open(t, uitest.Open(t), &world{book: bookOf("System", [][]string{
		{"System", "Användare", "Leverantör"}, {"Skolkontoret"}, {"Kartan", "4", "Nord AB"}, {"Miljökontoret"}, {"Posten", "5", "Nord AB"}})})
	drop(s, "/tmp/systemlista.xlsx")
	exchange.Step(s, 2)
	exchange.Row(s, 0)
	if !shows(s.Window.Content(), "grupprubrik") || !shows(s.Window.Content(), "Enheten Skolkontoret gäller raderna under") {
		t.Errorf("%q", uitest.Texts(s.Window.Content()))
	}
}
