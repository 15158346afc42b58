// Package economy holds costs per year, and the frames they are seen
// against: to go over one is told, and never stopped.
package economy

import (
	"fmt"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// CostKind is a year's amounts for a system or an insats. Several rows may
// share owner, year and type when they differ in account.
var CostKind = field.NewKind(field.Kind{Name: "cost", Plural: "costs", One: "kostnad", Many: "kostnader",
	Sheet: "Kostnader", Repeats: true, Icon: "wallet"})

// The types of cost.
const (
	Operations = "drift"
	Investment = "investering"
)

// The fields of a cost. Owner is of a kind that has yearly amounts: see NewYearly.
var (
	CostText  = field.NewText(CostKind, "text", "Benämning", field.Also("benämning", "kostnad", "kostnadspost", "beskrivning", "text"))
	CostOwner = field.NewRef(CostKind, "owner", "Gäller", field.Owning, field.Required(""), field.Listed, field.Also("system", "insats", "gäller", "objekt", "avser system", "gäller system", "systemnamn"))
	CostYear  = field.NewYear(CostKind, "year", "År", field.Required(""), field.Listed, field.Also("år", "budgetår", "kalenderår", "year"))
	CostType  = field.NewChoice(CostKind, "type", "Kostnadsslag", field.Required(""), field.First, field.Listed, field.Of(
		field.Option{Key: Operations, Label: "Drift", Synonyms: []string{"löpande", "opex"}},
		field.Option{Key: Investment, Label: "Investering", Synonyms: []string{"utveckling", "inv", "capex"}},
	), field.Also("typ", "slag", "kostnadsslag", "kostnadstyp", "typ av kostnad", "type"))
	CostAccount  = field.NewText(CostKind, "account", "Konto", field.Also("konto", "kontonummer", "kontering", "kodsträng", "account"))
	CostBudget   = field.NewMoney(CostKind, "budget", "Budget", field.Listed, field.Also("budget", "budgeterat belopp"), field.Maybe("belopp"))
	CostForecast = field.NewMoney(CostKind, "forecast", "Prognos", field.Listed, field.Also("prognos", "prognosbelopp", "forecast"))
	CostActual   = field.NewMoney(CostKind, "actual", "Utfall", field.Listed, field.Also("utfall", "bokfört", "ackumulerat utfall", "actual"))
	CostComment  = field.NewLongText(CostKind, "comment", "Kommentar", field.Also("kommentar", "anteckning", "comment"))
)

// FrameKind is the ram that fullmäktige or the nämnd gives a portfölj a year.
var FrameKind = field.NewKind(field.Kind{Name: "frame", Plural: "frames", One: "ram", Many: "ramar", Sheet: "Ramar", Icon: "wallet"})

// The fields of a frame.
var (
	FramePortfolio = field.NewChoice(FrameKind, "portfolio", "Portfölj", field.Required(""), field.Listed, field.FromModel("portfolios"))
	FrameYear      = field.NewYear(FrameKind, "year", "År", field.Required(""), field.Listed)
	FrameAmount    = field.NewMoney(FrameKind, "amount", "Ram", field.Required(""), field.Listed)
)

// Rows are the cost rows of an owner.
func Rows(w field.World, owner field.ID) []*field.Record { return w.Pointing(CostOwner.Field, owner) }

// Sum adds one amount (budget, forecast or actual) of owner's rows of a year
// and type, "" for both types; ok says whether any row has it.
func Sum(w field.World, owner field.ID, year int, typ string, amount field.MoneyField) (total money.Ore, ok bool) {
	for _, c := range Rows(w, owner) {
		if CostYear.Get(c) != int64(year) || (typ != "" && CostType.Get(c) != typ) {
			continue
		}
		if v, has := c.Get(amount.Field).(money.Ore); has {
			total, ok = total+v, true
		}
	}
	return total, ok
}

// Expected is what a row is expected to cost: its forecast, else its budget;
// ok is false when it has neither.
func Expected(c *field.Record) (v money.Ore, ok bool) {
	if v, ok = c.Get(CostForecast.Field).(money.Ore); !ok {
		v, ok = c.Get(CostBudget.Field).(money.Ore)
	}
	return v, ok
}

// SumExpected adds what owner's rows of a year and type, "" for both types,
// are expected to cost; ok says whether any row says.
func SumExpected(w field.World, owner field.ID, year int, typ string) (total money.Ore, ok bool) {
	for _, c := range Rows(w, owner) {
		if CostYear.Get(c) != int64(year) || (typ != "" && CostType.Get(c) != typ) {
			continue
		}
		if v, has := Expected(c); has {
			total, ok = total+v, true
		}
	}
	return total, ok
}

// NewYearly declares a field of k that shows and sets one of a year's amounts,
// kept as a cost row, so that lists and forms read as people think while the
// sums have one home.
func NewYearly(k *field.Kind, key, label, typ string, amount field.MoneyField, opts ...field.Opt) field.MoneyField {
	read := func(w field.World, r *field.Record, year int) field.Value {
		if v, ok := Sum(w, r.ID, year, typ, amount); ok {
			return v
		}
		return nil
	}
	CostOwner.Admit(k)
	write := func(w field.World, r *field.Record, year int, v field.Value) ([]field.Change, error) {
		return setYearly(w, r, year, typ, amount, v)
	}
	opts = append(opts, field.PerYear(CostOwner.Field, read, write))
	if amount.Field == CostActual.Field {
		opts = append(opts, field.Afterwards)
	}
	return field.NewMoney(k, key, label, opts...)
}

// setYearly makes the year's amount v: in the row that has it, in the only row
// of the year and type, or in a new one. A sum of several rows can't be set.
func setYearly(w field.World, r *field.Record, year int, typ string, amount field.MoneyField, v field.Value) ([]field.Change, error) {
	var rows, having []*field.Record
	for _, c := range Rows(w, r.ID) {
		if CostYear.Get(c) != int64(year) || CostType.Get(c) != typ {
			continue
		}
		rows = append(rows, c)
		if c.Get(amount.Field) != nil {
			having = append(having, c)
		}
	}
	switch {
	case len(having) == 0 && field.IsEmpty(v):
		return nil, nil
	case len(having) == 1:
		return amount.Assign(w, having[0], 0, v)
	case len(rows) == 1:
		return amount.Assign(w, rows[0], 0, v)
	case len(rows) == 0:
		c := field.NewRecord(CostKind, w.NewID())
		c.Put(CostOwner.Field, r.ID).Put(CostYear.Field, int64(year)).Put(CostType.Field, typ).Put(amount.Field, v)
		return []field.Change{{Op: field.Create, Kind: CostKind, ID: c.ID, Record: c}}, nil
	}
	if now, ok := Sum(w, r.ID, year, typ, amount); ok && field.Equal(now, v) {
		return nil, nil
	}
	return nil, fault.New(fault.Conflict, fmt.Sprintf("Kostnaden %d är delad på %s och kan inte skrivas som ett belopp. Inget har ändrats. Ändra raderna var för sig.", year, text.Plural(len(rows), "rad", "rader")))
}
