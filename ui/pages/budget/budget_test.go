package budget_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/booked"
	"itportfoljen/app/ledger"
	"itportfoljen/ui/pages/budget"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// window is the program at the page, with a file that holds b.
type window struct {
	*shell.Shell
	page shell.Page
}

func open(t *testing.T, p *app.Portfolio, b *ledger.Book) *window {
	t.Helper()
	w := &window{}
	spec := budget.Spec()
	fresh := spec.New
	spec.New = func(s *shell.Shell) shell.Page {
		w.page = fresh(s)
		return w.page
	}
	w.Shell = uitest.Window(t, p, app.Services{ReadLedger: func(context.Context, string, booked.Options, func(float64)) (*ledger.Book, error) { return b, nil }}, spec)
	w.Go("budget", nil)
	return w
}

// read reads the file, and shown is all that is said then.
func (w *window) read() { budget.ReadFile(w.page, "huvudbok.se") }

func (w *window) shown() string { return strings.Join(uitest.Texts(uitest.Front(w.Shell)), "\n") }

func book(kr int64, doubt string) *ledger.Book {
	b := &ledger.Book{Kind: "SIE 4E", Basis: ledger.ByVoucher, Company: "Ekvalla kommun", From: date.Of(2026, 1, 1), To: date.Of(2026, 12, 31),
		Rows: []ledger.Row{{Day: date.Of(2026, 1, 15), Year: 2026, Month: 1, Account: "6540", Amount: money.FromKronor(kr), Text: "Licens"}}}
	if doubt != "" {
		b.Notes = []ledger.Note{{Text: doubt, Doubt: true}}
	}
	return b
}

// TestALedgerIsReadIn: what a file does is shown first; it is one entry, and the same again
// changes nothing.
func TestALedgerIsReadIn(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, book(1200, ""))
	s.read()
	if text := s.shown(); !strings.Contains(text, "Januari 2026: inget → 1\u00a0200 kr") || !strings.Contains(text, "ny huvudbok") {
		t.Fatal(text)
	}
	if len(ledger.Of(p, 0)) != 0 {
		t.Fatal("it is read in before anybody has said so")
	}
	uitest.Tap(t, s.Shell, "Importera")
	l := ledger.Of(p, 2026)
	if len(l) != 1 {
		t.Fatal(l)
	}
	if _, sum, _ := ledger.Known(p, l[0]); sum != money.FromKronor(1200) {
		t.Error(sum)
	}
	s.read()
	if text := s.shown(); !strings.Contains(text, "Inget ändras") || uitest.CanTap(s.Shell, "Importera") {
		t.Error(text)
	}
	uitest.Tap(t, s.Shell, "Stäng")
	s.Undo()
	if len(ledger.Of(p, 0)) != 0 {
		t.Error("it isn't undone")
	}
}

// TestADoubtIsSaidBeforeTheButton: what may be wrong is told, and the button says so.
func TestADoubtIsSaidBeforeTheButton(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, book(5, "Konto 6540: periodsaldona ger 5 kr, men filens årssaldo är 6 kr."))
	s.read()
	if text := s.shown(); !strings.Contains(text, "årssaldo är 6 kr") || uitest.CanTap(s.Shell, "Importera") || !uitest.CanTap(s.Shell, "Importera ändå") {
		t.Error(text)
	}
	uitest.Press(s.Shell, fyne.KeyReturn)
	if len(ledger.Of(p, 0)) != 0 {
		t.Error("it is read in by an Enter too many")
	}
}

// TestWhatTheRulesTake stands beside a ledger, with what a name in the text may be.
func TestWhatTheRulesTake(t *testing.T) {
	p := uitest.Open(t)
	apptest.Supplier(t, p, "Licens AB")
	s := open(t, p, book(1200, ""))
	s.read()
	uitest.Tap(t, s.Shell, "Importera")
	s.Open(ledger.Of(p, 0)[0].ID)
	if text := s.shown(); !strings.Contains(text, "Ingen regel: 1 rad, 1\u00a0200 kr") || !strings.Contains(text, "kanske Licens AB") {
		t.Error(text)
	}
}

func TestMonthsAreClosed(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, nil)
	s.Go("budget", shell.ShowView{Kind: ledger.ClosedKind})
	uitest.Tap(t, s.Shell, "Stäng månader …")
	uitest.Tap(t, s.Shell, "Stäng månaderna")
	if n := len(p.All(ledger.ClosedKind)); n != p.Today().AddMonths(-1).Month() {
		t.Errorf("%d months are closed", n)
	}
}

// choose parts the sheet.
func (w *window) choose(by ...string) { budget.Choose(w.page, by...) }
