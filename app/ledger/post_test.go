package ledger_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/ledger"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
)

func post(p *app.Portfolio, o ledger.Posting) (out ledger.Posted, e app.Entry, err error) {
	e, err = p.Do(context.Background(), func(tx *field.Tx) (string, error) {
		var err error
		out, err = ledger.Post(tx, o)
		return "Utfall", err
	})
	return out, e, err
}

// utfall are the rows with an utfall: "Lönesystem 202601 drift 6540 100", with a star where a ledger
// has it.
func utfall(w field.World) string {
	var out []string
	for _, c := range w.All(economy.CostKind) {
		if c.Get(economy.CostActual.Field) == nil {
			continue
		}
		s := fmt.Sprintf("%s %d%02d %s %s %s", w.Label(economy.CostOwner.Get(c)), economy.CostYear.Get(c), economy.Month(c), economy.CostType.Get(c), economy.CostAccount.Get(c), economy.CostActual.Get(c).Decimal())
		if economy.Posted(c) {
			s += "*"
		}
		out = append(out, s)
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

// forPosting is a portfolio with a ledger, and rules: for a system, for nothing, for an investment.
func forPosting(t *testing.T, b *ledger.Book) *app.Portfolio {
	t.Helper()
	p := apptest.Open(t)
	a := apptest.Add(t, p, system.Kind, system.Name, "Alfa")
	apptest.Add(t, p, ledger.RuleKind, ledger.RuleName, "Alfa", ledger.RuleOrder, int64(1), ledger.RuleAccount, "6540", ledger.RuleTarget, a.ID)
	apptest.Add(t, p, ledger.RuleKind, ledger.RuleName, "Annat", ledger.RuleOrder, int64(2), ledger.RuleAccount, "5*")
	apptest.Add(t, p, ledger.RuleKind, ledger.RuleName, "Server", ledger.RuleOrder, int64(3), ledger.RuleAccount, "12*", ledger.RuleTarget, a.ID, ledger.RuleType, economy.Investment)
	if _, _, err := take(p, b, ledger.Into{}); err != nil {
		t.Fatal(err)
	}
	return p
}

// TestPost posts after what each case does first, and tells what the utfall then is.
func TestPost(t *testing.T) {
	hand := func(month string, kr int64) func(t *testing.T, p *app.Portfolio) {
		return func(t *testing.T, p *app.Portfolio) {
			puts := []any{economy.CostOwner, p.All(system.Kind)[len(p.All(system.Kind))-1].ID, economy.CostYear, int64(2026), economy.CostType, economy.Operations, economy.CostActual, money.FromKronor(kr)}
			if month != "" {
				puts = append(puts, economy.CostMonth, month)
			}
			apptest.Add(t, p, economy.CostKind, puts...)
		}
	}
	shut := func(t *testing.T, p *app.Portfolio) {
		if _, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) {
			_, err := ledger.Close(tx, 2026, 1, "")
			return "Stängning", err
		}); err != nil {
			t.Fatal(err)
		}
	}
	rows := []string{"202601 6540 100", "202601 6540 20", "202602 6540 30", "202601 5010 7", "202602 7777 3", "202602 1930 -160", "202601 1250 500"}
	for _, c := range []struct {
		name   string
		o      ledger.Posting
		first  []func(t *testing.T, p *app.Portfolio)
		want   string
		book   string // net = posted + aside + left + kept + shut, assets
		refuse fault.Code
	}{
		{"all of it", ledger.Posting{Year: 2026}, nil, "Alfa 202601 drift 6540 120.00*; Alfa 202601 investering 1250 500.00*; Alfa 202602 drift 6540 30.00*", "160 = 150 + 7 + 3 + 0 + 0, 500", ""},
		{"to a month", ledger.Posting{To: ledger.Month{Year: 2026, Number: 1}}, nil, "Alfa 202601 drift 6540 120.00*; Alfa 202601 investering 1250 500.00*", "127 = 120 + 7 + 0 + 0 + 0, 500", ""},
		{"another year", ledger.Posting{Year: 2025}, nil, "", "", fault.NotFound},
		{"somebody has written it", ledger.Posting{}, []func(*testing.T, *app.Portfolio){hand("", 99)}, "", "", fault.Conflict},
		{"and it stays", ledger.Posting{Hand: ledger.Keep}, []func(*testing.T, *app.Portfolio){hand("", 99)}, "Alfa 202600 drift  99.00", "160 = 0 + 7 + 3 + 150 + 0, 0", ""},
		{"or gives way", ledger.Posting{Hand: ledger.Yield}, []func(*testing.T, *app.Portfolio){hand("2", 99)}, "Alfa 202601 drift 6540 120.00*; Alfa 202601 investering 1250 500.00*; Alfa 202602 drift 6540 30.00*", "160 = 150 + 7 + 3 + 0 + 0, 500", ""},
		{"a closed month", ledger.Posting{}, []func(*testing.T, *app.Portfolio){shut}, "Alfa 202602 drift 6540 30.00*", "160 = 30 + 7 + 3 + 0 + 120, 0", ""},
		{"written in a closed month", ledger.Posting{}, []func(*testing.T, *app.Portfolio){hand("1", 5), shut}, "Alfa 202601 drift  5.00; Alfa 202602 drift 6540 30.00*", "160 = 30 + 7 + 3 + 0 + 120, 0", ""},
		{"a year's, with a closed month", ledger.Posting{Hand: ledger.Yield}, []func(*testing.T, *app.Portfolio){hand("", 5), shut}, "Alfa 202600 drift  5.00", "160 = 0 + 7 + 3 + 30 + 120, 0", ""},
	} {
		p := forPosting(t, book(rows...))
		for _, f := range c.first {
			f(t, p)
		}
		out, e, err := post(p, c.o)
		if fault.CodeOf(err) != c.refuse {
			t.Errorf("%s: %v", c.name, err)
		}
		if err != nil {
			if c.refuse == "" || len(e.Changes) > 0 {
				t.Errorf("%s: %v, %d changes", c.name, err, len(e.Changes))
			}
			continue
		}
		if got := utfall(p); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
		kr := func(v money.Ore) string { return strings.TrimSuffix(v.Decimal(), ".00") }
		b := out.Books[0]
		if got := fmt.Sprintf("%s = %s + %s + %s + %s + %s, %s", kr(b.Net), kr(b.Posted), kr(b.Aside), kr(b.Left), kr(b.Kept), kr(b.Shut), kr(b.Assets)); got != c.book {
			t.Errorf("%s: %s", c.name, got)
		}
		if again, e, err := post(p, c.o); err != nil || len(e.Changes) != 0 || !again.Still() {
			t.Errorf("%s again: %d changes, %v", c.name, len(e.Changes), err)
		}
	}
}

// TestWhatIsPostedIsntWrittenByHand, nor moved; what people may write beside it stays when the
// utfall goes.
func TestWhatIsPostedIsntWrittenByHand(t *testing.T) {
	p := forPosting(t, book("202601 6540 100", "202602 6540 50"))
	if _, _, err := post(p, ledger.Posting{}); err != nil {
		t.Fatal(err)
	}
	var jan *field.Record
	for _, c := range p.All(economy.CostKind) {
		if economy.Posted(c) && economy.Month(c) == 1 {
			jan = c
		}
	}
	for _, c := range []struct {
		f      *field.Field
		typed  string
		refuse fault.Code
	}{
		{economy.CostActual.Field, "7", fault.Conflict}, {economy.CostActual.Field, "", fault.Conflict}, {economy.CostAccount.Field, "6541", fault.Conflict}, {economy.CostMonth.Field, "mars", fault.Conflict},
		{economy.CostSort.Field, "Bidrag", fault.Conflict}, {economy.CostComment.Field, "Två fakturor", ""}, {economy.CostBudget.Field, "90", ""}, {economy.CostFunding.Field, "Linje", ""},
	} {
		if _, err := p.SetText(context.Background(), jan.ID, field.Column{Field: c.f}, c.typed); fault.CodeOf(err) != c.refuse {
			t.Errorf("%s %q: %v", c.f.Label, c.typed, err)
		}
	}
	if _, err := p.Delete(context.Background(), []field.ID{p.All(ledger.Kind)[0].ID}); err != nil {
		t.Fatal(err)
	}
	if got := utfall(p); got != "" {
		t.Errorf("without the ledger: %s", got)
	}
	if c := p.Get(jan.ID); c == nil || economy.CostComment.Get(c) != "Två fakturor" || economy.CostLedger.Get(c) != "" {
		t.Error("what was written beside it is gone")
	}
	if _, err := p.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	if got := utfall(p); got != "Alfa 202601 drift 6540 100.00*; Alfa 202602 drift 6540 50.00*" {
		t.Errorf("undone: %s", got)
	}
}

// TestTheBookedIncomeStandsAsBooked: a grant that is paid back in a month is no negative one there.
func TestTheBookedIncomeStandsAsBooked(t *testing.T) {
	b := book("202601 3010 -100", "202602 3010 40")
	b.Accounts = map[string]string{"3010": "Statsbidrag", "6540": "IT-tjänster"}
	p := forPosting(t, b)
	apptest.Add(t, p, ledger.RuleKind, ledger.RuleName, "Bidrag", ledger.RuleOrder, int64(0), ledger.RuleAccount, "3*", ledger.RuleTarget, p.All(org.UnitKind)[0].ID)
	out, _, err := post(p, ledger.Posting{})
	if err != nil || out.Books[0].Net != money.FromKronor(-60) || out.Books[0].Posted != out.Books[0].Net {
		t.Fatalf("%+v %v", out.Books, err)
	}
	for _, c := range p.All(economy.CostKind) {
		if economy.Posted(c) && economy.CostSort.Get(c) != economy.SortGrant {
			t.Errorf("it is of sort %q", economy.CostSort.Get(c))
		}
	}
}

// closedRows are the rows of utfall of the months to one.
func closedRows(w field.World, to int) string {
	return strings.Join(slices.DeleteFunc(strings.Split(utfall(w), "; "), func(s string) bool {
		month, _ := strconv.Atoi(strings.Fields(s)[1][4:])
		return month > to
	}), "; ")
}

// TestPostedRowsTie makes random ledgers and rules and posts, corrects, changes rules, closes
// months and undoes: all of the ledger is accounted for each time, the utfall of each thing is what
// adding up the booked rows behind it gives, and what is undone is as it was.
func TestPostedRowsTie(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 3))
	for round := range 6 {
		p := apptest.Open(t)
		targets := []field.ID{"", apptest.Add(t, p, system.Kind, system.Name, "a").ID, apptest.Add(t, p, system.Kind, system.Name, "b").ID,
			apptest.Add(t, p, agreement.Kind, agreement.Name, "c").ID, apptest.Add(t, p, org.UnitKind, org.UnitName, "d").ID}
		for i := range 8 {
			apptest.Add(t, p, ledger.RuleKind, ledger.RuleName, fmt.Sprint(i), ledger.RuleOrder, int64(i), ledger.RuleAccount, fmt.Sprintf("%d%d*", 3+rng.IntN(5), rng.IntN(4)),
				ledger.RuleTarget, targets[rng.IntN(len(targets))], ledger.RuleType, []string{"", economy.Operations, economy.Investment}[rng.IntN(3)])
		}
		make := func() *ledger.Book {
			b := book()
			for range 400 {
				m := 1 + rng.IntN(6)
				b.Rows = append(b.Rows, ledger.Row{Day: date.Of(2026, m, 1), Year: 2026, Month: int8(m), Account: fmt.Sprintf("%d%d%d0", 1+rng.IntN(8), rng.IntN(4), rng.IntN(2)),
					Codes: ledger.Codes([]ledger.Object{{Dimension: 1, Code: fmt.Sprint(rng.IntN(3))}}), Amount: money.Ore(rng.Int64N(900_000) - 300_000), Text: fmt.Sprint("rad ", rng.IntN(9))})
			}
			return b
		}
		check := func(what string, out ledger.Posted) {
			t.Helper()
			for _, b := range out.Books {
				if b.Net != b.Posted+b.Aside+b.Left+b.Kept+b.Shut {
					t.Errorf("round %d, %s: %+v", round, what, b)
				}
			}
			for _, id := range targets[1:] {
				var behind money.Ore
				if err := ledger.Behind(p, id, 2026, 0, nil, func(e ledger.Entry) { behind += e.Amount }); err != nil {
					t.Fatal(err)
				}
				if sum, _ := economy.Sum(p, id, 2026, "", economy.CostActual); sum != behind {
					t.Errorf("round %d, %s: %s in the utfall of %s, %s behind it", round, what, sum.Exact(), p.Label(id), behind.Exact())
				}
			}
		}
		if _, _, err := take(p, make(), ledger.Into{}); err != nil {
			t.Fatal(err)
		}
		out, _, err := post(p, ledger.Posting{})
		if err != nil {
			t.Fatal(err)
		}
		check("first", out)
		for _, c := range p.All(economy.CostKind) { // each row is the booked rows behind it
			if !economy.Posted(c) {
				continue
			}
			var behind money.Ore
			_ = ledger.Behind(p, economy.CostOwner.Get(c), int(economy.CostYear.Get(c)), economy.Month(c), c, func(e ledger.Entry) { behind += e.Amount })
			if behind != economy.CostActual.Get(c) {
				t.Fatalf("round %d: a row of %s has %s behind it", round, economy.CostActual.Get(c).Exact(), behind.Exact())
			}
		}
		if _, e, err := post(p, ledger.Posting{}); err != nil || len(e.Changes) > 0 {
			t.Errorf("round %d: the same again is %d changes, %v", round, len(e.Changes), err)
		}
		rules := p.All(ledger.RuleKind)
		apptest.Put(t, p, rules[rng.IntN(len(rules))].ID, ledger.RuleTarget, targets[1+rng.IntN(4)])
		if out, _, err = post(p, ledger.Posting{}); err != nil {
			t.Fatal(err)
		}
		check("another rule", out)
		if _, _, err := take(p, make(), ledger.Into{}); err != nil {
			t.Fatal(err)
		}
		before := utfall(p)
		if out, _, err = post(p, ledger.Posting{}); err != nil {
			t.Fatal(err)
		}
		check("a corrected file", out)
		if _, err := p.Undo(context.Background()); err != nil || utfall(p) != before {
			t.Errorf("round %d: undone it isn't as it was, %v", round, err)
		}
		if _, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) {
			_, err := ledger.Close(tx, 2026, 3, "")
			return "Stängt", err
		}); err != nil {
			t.Fatal(err)
		}
		before = closedRows(p, 3)
		if out, _, err = post(p, ledger.Posting{}); err != nil { // it refuses what doesn't tie
			t.Fatal(err)
		}
		if b := out.Books[0]; closedRows(p, 3) != before || len(out.Shut) != 3 || b.Shut == 0 || b.Net != b.Posted+b.Aside+b.Left+b.Kept+b.Shut {
			t.Errorf("round %d: closed months have changed, or aren't told: %v %+v", round, out.Shut, b)
		}
	}
}
