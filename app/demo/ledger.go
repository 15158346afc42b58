package demo

import (
	"fmt"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/ledger"
	"itportfoljen/app/system"
)

// mostBooked is how many systems' invoices the ledger has.
const mostBooked = 60

// makeLedger is what is booked this year to the month before, by system; rules say what the
// invoices of the first ones are for, and of the rest nobody has said yet.
func (g *generator) makeLedger() {
	year, months := g.today.Year(), g.today.Month()-1
	if months == 0 {
		year, months = year-1, 12
	}
	book := field.NewRecord(ledger.Kind, g.newID())
	rows := make([][]ledger.Row, months)
	systems := g.booked(int64(year))
	for n, s := range systems {
		g.invoices(rows, year, n, s)
	}
	var packed []*field.Record
	for m, list := range rows {
		packed = append(packed, ledger.Records(book.ID, ledger.Month{Year: int16(year), Number: int8(m + 1)}, list, g.newID)...)
	}
	book.Put(ledger.Name.Field, fmt.Sprintf("Ekvalla kommun %d", year)).Put(ledger.Company.Field, "Ekvalla kommun").Put(ledger.Number.Field, "212000-0000").
		Put(ledger.Year.Field, int64(year)).Put(ledger.From.Field, date.Of(year, 1, 1)).Put(ledger.To.Field, date.Of(year, 12, 31)).
		Put(ledger.Source.Field, fmt.Sprintf("Ekvalla %d.se, SIE 4E", year)).Put(ledger.Parted.Field, "1 Ansvar, 6 Projekt").
		Put(ledger.Named.Field, "6540 IT-tjänster\n7430 Konsulttjänster")
	g.records = append(g.records, book)
	g.records = append(g.records, packed...)
	for n, s := range systems[:len(systems)*2/3] {
		r := g.record(ledger.RuleKind).Put(ledger.RuleName.Field, s.name).Put(ledger.RuleOrder.Field, int64(10*(n+1))).Put(ledger.RuleAccount.Field, "4000–7999").
			Put(ledger.RuleText.Field, s.name).Put(ledger.RuleTarget.Field, s.id)
		if n%3 == 0 {
			r.Put(ledger.RuleSort.Field, economy.SortLicence)
		}
	}
	for m := range min(months, 3) {
		r := g.record(ledger.ClosedKind).Put(ledger.ClosedYear.Field, int64(year)).Put(ledger.ClosedMonth.Field, int64(m+1))
		if m < 2 { // of the third nobody wrote down when
			r.Put(ledger.ClosedOn.Field, date.Of(year, m+2, 15)).Put(ledger.ClosedBy.Field, "Controller")
		}
	}
}

// bookedSystem is a system whose invoices are booked.
type bookedSystem struct {
	id     field.ID
	name   string
	yearly money.Ore
}

// booked are the first systems with a cost of drift in the year.
func (g *generator) booked(year int64) (out []bookedSystem) {
	sums, counted := map[field.ID]money.Ore{}, economy.Count{}
	for _, c := range g.costs {
		if economy.CostYear.Get(c) == year && economy.CostType.Get(c) == economy.Operations {
			if v, ok := counted.Expected(c); ok {
				sums[economy.CostOwner.Get(c)] += v
			}
		}
	}
	for _, r := range g.records {
		if r.Kind == system.Kind && sums[r.ID] > 0 && len(out) < mostBooked {
			out = append(out, bookedSystem{r.ID, r.Name(), sums[r.ID]})
		}
	}
	return out
}

// invoices are a system's: a quarter's licence in advance, and a consultant now and then. Each
// is booked with its debt.
func (g *generator) invoices(rows [][]ledger.Row, year, n int, s bookedSystem) {
	code := ledger.Codes([]ledger.Object{{Dimension: 1, Code: fmt.Sprint(100 + 10*(n%9))}})
	for m := range rows {
		var v money.Ore
		account, text := "6540", s.name
		switch {
		case m%3 == n%3:
			v = s.yearly / 4
		case (m+n)%7 == 0:
			v, account, text = s.yearly/20, "7430", s.name+" konsult"
		default:
			continue
		}
		day := date.Of(year, m+1, 1+(n*7)%28)
		voucher := fmt.Sprintf("L %d", 1000*(m+1)+n)
		one := ledger.Row{Day: day, Year: int16(year), Month: int8(m + 1), Account: account, Codes: code, Amount: v, Voucher: voucher, Text: text}
		debt := one
		debt.Account, debt.Codes, debt.Amount = "2510", "", -v
		rows[m] = append(rows[m], one, debt)
	}
}
