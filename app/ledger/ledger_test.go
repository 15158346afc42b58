package ledger_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/ledger"
	"itportfoljen/app/view"
)

// rows is a row for each of "202601 6540 100": month, konto and kronor.
func rows(list ...string) (out []ledger.Row) {
	for _, s := range list {
		var ym int
		var kr int64
		r := ledger.Row{}
		if _, err := fmt.Sscan(s, &ym, &r.Account, &kr); err != nil {
			panic(err)
		}
		r.Year, r.Month, r.Amount = int16(ym/100), int8(ym%100), money.FromKronor(kr)
		if r.Month > 0 {
			r.Day = date.Of(ym/100, ym%100, 15)
		}
		out = append(out, r)
	}
	return out
}

func book(list ...string) *ledger.Book {
	return &ledger.Book{Kind: "SIE 4E", Company: "Ekvalla kommun", Number: "212000-0001", From: date.Of(2026, 1, 1), To: date.Of(2026, 12, 31), Rows: rows(list...)}
}

func take(p *app.Portfolio, b *ledger.Book, into ledger.Into) (out ledger.Taken, e app.Entry, err error) {
	if into.File == "" {
		into.File = "huvudbok.se"
	}
	e, err = p.Do(context.Background(), func(tx *field.Tx) (string, error) {
		var err error
		out, err = ledger.Take(tx, b, into)
		return "Utfall", err
	})
	return out, e, err
}

// content is what the ledgers hold, row by row.
func content(t *testing.T, w field.World) string {
	t.Helper()
	var out []string
	for _, l := range w.All(ledger.Kind) {
		if err := ledger.Each(w, l.ID, func(r ledger.Row) bool {
			out = append(out, fmt.Sprintf("%d%02d %s %d", r.Year, r.Month, r.Account, r.Amount/100))
			return true
		}); err != nil {
			t.Fatal(err)
		}
	}
	return strings.Join(out, ", ")
}

// TestTake takes one file after another, and tells what the ledger is then.
func TestTake(t *testing.T) {
	for _, c := range []struct {
		name  string
		books []*ledger.Book
		want  string
		moved int // months that the last one changed
		kept  int
	}{
		{"a first file", []*ledger.Book{book("202601 6540 10", "202601 1930 -10", "202602 6540 5")}, "202601 6540 10, 202601 1930 -10, 202602 6540 5", 2, 0},
		{"the same again", []*ledger.Book{book("202601 6540 10", "202602 6540 5"), book("202601 6540 10", "202602 6540 5")}, "202601 6540 10, 202602 6540 5", 0, 0},
		{"a month more", []*ledger.Book{book("202601 6540 10"), book("202601 6540 10", "202602 6540 5")}, "202601 6540 10, 202602 6540 5", 1, 0},
		{"a month by itself", []*ledger.Book{book("202601 6540 10"), book("202602 6540 5")}, "202601 6540 10, 202602 6540 5", 1, 0},
		{"a month corrected", []*ledger.Book{book("202601 6540 10", "202602 6540 5"), book("202601 6540 10", "202602 6540 7")}, "202601 6540 10, 202602 6540 7", 1, 0},
		{"a month that is nothing now", []*ledger.Book{book("202601 6540 10", "202602 6540 5", "202603 6540 1"), book("202601 6540 10", "202603 6540 1")}, "202601 6540 10, 202603 6540 1", 1, 0},
		{"an older file", []*ledger.Book{book("202601 6540 10", "202602 6540 5", "202603 6540 1"), book("202601 6540 9")}, "202601 6540 9, 202602 6540 5, 202603 6540 1", 1, 2},
		{"months instead of a year", []*ledger.Book{book("202600 6540 10"), book("202601 6540 4", "202602 6540 6")}, "202601 6540 4, 202602 6540 6", 3, 0},
	} {
		p := apptest.Open(t)
		var out ledger.Taken
		var e app.Entry
		for _, b := range c.books {
			var err error
			if out, e, err = take(p, b, ledger.Into{}); err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
		}
		if got := content(t, p); got != c.want || len(out.Moved) != c.moved || len(out.Kept) != c.kept || len(p.All(ledger.Kind)) != 1 {
			t.Errorf("%s: %s, %d moved, %d kept, %d ledgers", c.name, got, len(out.Moved), len(out.Kept), len(p.All(ledger.Kind)))
		}
		if (c.moved == 0) != (len(e.Changes) == 0) {
			t.Errorf("%s: an entry of %d changes", c.name, len(e.Changes))
		}
		l := p.All(ledger.Kind)[0]
		var net money.Ore
		n := int64(0)
		_ = ledger.Each(p, l.ID, func(r ledger.Row) bool {
			if n++; ledger.Result(r.Account) {
				net += r.Amount
			}
			return true
		})
		if rows, sum, ok := ledger.Known(p, l); sum != net || rows != n || !ok {
			t.Errorf("%s: the ledger says %s of %d rows", c.name, sum.Exact(), rows)
		}
		if len(e.Changes) > 0 { // and back
			if _, err := p.Undo(context.Background()); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestTwoYearsAndTwoCompaniesAreLedgersOfTheirOwn(t *testing.T) {
	p := apptest.Open(t)
	last := book("202506 6540 1")
	last.From, last.To = date.Of(2025, 1, 1), date.Of(2025, 12, 31)
	other := book("202601 6540 2")
	other.Company, other.Number = "Ekvalla Bostäder AB", "556000-0001"
	hyphen := book("202602 6540 3")
	hyphen.Company, hyphen.Number = "EKVALLA KOMMUN", "2120000001"
	for _, b := range []*ledger.Book{book("202601 6540 1"), last, other, hyphen} {
		if _, _, err := take(p, b, ledger.Into{}); err != nil {
			t.Fatal(err)
		}
	}
	var names []string
	for _, r := range p.All(ledger.Kind) {
		names = append(names, r.Name())
	}
	if got := strings.Join(names, ", "); got != "Ekvalla kommun 2026, Ekvalla kommun 2025, Ekvalla Bostäder AB 2026" {
		t.Error(got)
	}
	if _, _, err := take(p, book("202601 6540 4"), ledger.Into{Name: "Förskolorna"}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := take(p, book("202601 6540 4"), ledger.Into{}); fault.CodeOf(err) != fault.Ambiguous {
		t.Errorf("which of two: %v", err)
	}
}

func TestAClosedMonthStands(t *testing.T) {
	p := apptest.Open(t)
	ctx := context.Background()
	if _, _, err := take(p, book("202601 6540 1", "202602 6540 2"), ledger.Into{}); err != nil {
		t.Fatal(err)
	}
	do := func(work func(tx *field.Tx) (int, error)) (n int) {
		if _, err := p.Do(ctx, func(tx *field.Tx) (string, error) {
			var err error
			n, err = work(tx)
			return "Stängning", err
		}); err != nil {
			t.Fatal(err)
		}
		return n
	}
	if n := do(func(tx *field.Tx) (int, error) { return ledger.Close(tx, 2026, 1, "Åsa Ek") }); n != 1 {
		t.Errorf("%d closed", n)
	}
	if _, _, err := take(p, book("202601 6540 9"), ledger.Into{}); fault.CodeOf(err) != fault.Conflict || !strings.Contains(err.Error(), "Januari 2026 är stängd") {
		t.Errorf("a closed month: %v", err)
	}
	if _, _, err := take(p, book("202601 6540 1", "202602 6540 3"), ledger.Into{}); err != nil {
		t.Errorf("the month after: %v", err)
	}
	if n := do(func(tx *field.Tx) (int, error) { return ledger.Close(tx, 2026, 2, "") }); n != 1 {
		t.Errorf("%d closed", n)
	}
	if n := do(func(tx *field.Tx) (int, error) { return ledger.Open(tx, 2026, 1) }); n != 2 {
		t.Errorf("%d opened", n)
	}
	if _, _, err := take(p, book("202601 6540 9"), ledger.Into{}); err != nil {
		t.Error(err)
	}
}

// TestRowsComeBack packs rows of every sort and reads them again, over a restart.
func TestRowsComeBack(t *testing.T) {
	p := apptest.Open(t)
	rnd := rand.New(rand.NewPCG(1, 2))
	b := book()
	for range 20_000 {
		m := 1 + rnd.IntN(3)
		b.Rows = append(b.Rows, ledger.Row{Day: date.Of(2026, m, 1+rnd.IntN(28)), Year: 2026, Month: int8(m), Account: fmt.Sprintf("%04d", rnd.IntN(9000)),
			Codes:  ledger.Codes([]ledger.Object{{Dimension: 6, Code: fmt.Sprint("P", rnd.IntN(50))}, {Dimension: 1, Code: fmt.Sprint(rnd.IntN(100))}}),
			Amount: money.Ore(rnd.Int64N(2_000_000_00) - 1_000_000_00), Voucher: fmt.Sprint("A ", rnd.IntN(5000)), Text: strings.Repeat("å", rnd.IntN(40))})
	}
	if _, _, err := take(p, b, ledger.Into{}); err != nil {
		t.Fatal(err)
	}
	want := map[string][]ledger.Row{}
	for _, r := range b.Rows {
		want[fmt.Sprint(r.Month)] = append(want[fmt.Sprint(r.Month)], r)
	}
	n := 0
	err := ledger.Each(p, p.All(ledger.Kind)[0].ID, func(r ledger.Row) bool {
		n++
		k := fmt.Sprint(r.Month)
		if len(want[k]) == 0 || want[k][0] != r {
			t.Fatalf("row %d is %+v", n, r)
		}
		want[k] = want[k][1:]
		return true
	})
	if err != nil || n != len(b.Rows) {
		t.Errorf("%d rows: %v", n, err)
	}
	for _, r := range p.All(ledger.RowsKind) {
		if err := ledger.RowsData.Fits(ledger.RowsData.Get(r)); err != nil {
			t.Error(err)
		}
	}
}

// TestOnlyTheNameAndNotesOfALedgerAreWritten: the rest is what its file said. One that came with
// a list is that which the file of its name is read into.
func TestOnlyTheNameAndNotesOfALedgerAreWritten(t *testing.T) {
	p := apptest.Open(t)
	l := apptest.Add(t, p, ledger.Kind, ledger.Name, "ekvalla kommun 2026", ledger.Notes, "Kommer")
	if _, _, err := take(p, book("202601 6540 10"), ledger.Into{}); err != nil {
		t.Fatal(err)
	}
	if all := p.All(ledger.Kind); len(all) != 1 || ledger.Year.Get(all[0]) != 2026 || ledger.Company.Get(all[0]) != "Ekvalla kommun" {
		t.Fatalf("%d ledgers, of %d by %q", len(all), ledger.Year.Get(all[0]), ledger.Company.Get(all[0]))
	}
	for _, f := range ledger.Kind.Fields() {
		_, err := p.SetText(context.Background(), l.ID, field.Column{Field: f}, "2025")
		if mine := f == ledger.Name.Field || f == ledger.Notes.Field; mine != (err == nil) || !mine && fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%s: %v", f.Key, err)
		}
	}
}

func TestAClosedMonthIsCalledByItsMonth(t *testing.T) {
	p := apptest.Open(t)
	if _, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) {
		_, err := ledger.Close(tx, 2026, 4, "")
		return "Stängning", err
	}); err != nil {
		t.Fatal(err)
	}
	list := view.New(p, ledger.ClosedKind)
	list.Sort(view.Order{Column: field.Column{Field: ledger.ClosedFor.Field}})
	var names []string
	for _, r := range list.Rows() {
		names = append(names, ledger.ClosedFor.Read(p, r, 0))
	}
	if got := strings.Join(names, ", "); got != "Januari 2026, Februari 2026, Mars 2026, April 2026" || list.Columns()[0].Field != ledger.ClosedKind.Lead() {
		t.Errorf("%s, by %s", got, list.Columns()[0].Field.Label)
	}
}

func TestCodes(t *testing.T) {
	r := ledger.Row{Codes: ledger.Codes([]ledger.Object{{Dimension: 21, Code: "a"}, {Dimension: 1, Code: "100"}, {Dimension: 2, Code: ""}})}
	for d, want := range map[int]string{1: "100", 2: "", 21: "a", 6: ""} {
		if got := r.Code(d); got != want {
			t.Errorf("%d: %q", d, got)
		}
	}
}

// TestDimensionsOfEarlierMonthsStay: a file that has fewer parts of the code string takes none
// from the months that others were read of.
func TestDimensionsOfEarlierMonthsStay(t *testing.T) {
	p := apptest.Open(t)
	first, then := book("202601 6540 1"), book("202602 6540 2")
	first.Dimensions = []ledger.Dimension{{Number: 1, Name: "Kst"}, {Number: 6, Name: "Projekt"}}
	then.Dimensions = []ledger.Dimension{{Number: 1, Name: "Ansvar"}}
	for _, b := range []*ledger.Book{first, then} {
		if _, _, err := take(p, b, ledger.Into{}); err != nil {
			t.Fatal(err)
		}
	}
	if got := ledger.Parted.Get(p.All(ledger.Kind)[0]); got != "1 Ansvar, 6 Projekt" {
		t.Error(got)
	}
}
