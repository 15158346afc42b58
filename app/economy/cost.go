// Package economy holds costs per year, and the frames they must stay within.
package economy

import (
	"itportfoljen/app/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/money"
)

// CostKind is a year's amounts for a system or an insats. Several rows may
// share owner, year and type when they differ in account.
var CostKind = field.NewKind(field.Kind{Name: "cost", Plural: "costs", One: "kostnad", Many: "kostnader"})

// The types of cost.
const (
	Operations = "drift"
	Investment = "investering"
)

// The fields of a cost. Owner is a system or an insats.
var (
	CostText  = field.NewText(CostKind, "text", "Benämning", field.Also("benämning", "kostnad", "text"))
	CostOwner = field.NewRef(CostKind, "owner", "Gäller", field.Required(""), field.Listed, field.Also("system", "insats", "gäller", "objekt"))
	CostYear  = field.NewYear(CostKind, "year", "År", field.Required(""), field.Listed, field.Also("år", "year"))
	CostType  = field.NewChoice(CostKind, "type", "Kostnadsslag", field.Required(""), field.Listed, field.Of(
		field.Option{Key: Operations, Label: "Drift", Synonyms: []string{"löpande", "opex"}},
		field.Option{Key: Investment, Label: "Investering", Synonyms: []string{"utveckling", "inv", "capex"}},
	), field.Also("typ", "slag", "kostnadsslag", "type"))
	CostAccount  = field.NewText(CostKind, "account", "Konto", field.Also("konto", "kodsträng", "account"))
	CostBudget   = field.NewMoney(CostKind, "budget", "Budget", field.Listed, field.Also("budget"))
	CostForecast = field.NewMoney(CostKind, "forecast", "Prognos", field.Listed, field.Also("prognos", "forecast"))
	CostActual   = field.NewMoney(CostKind, "actual", "Utfall", field.Listed, field.Also("utfall", "actual"))
	CostComment  = field.NewLongText(CostKind, "comment", "Kommentar", field.Also("kommentar", "anteckning", "comment"))
)

// FrameKind is the ram that fullmäktige or the nämnd gives a portfölj a year.
var FrameKind = field.NewKind(field.Kind{Name: "frame", Plural: "frames", One: "ram", Many: "ramar"})

// The fields of a frame.
var (
	FramePortfolio = field.NewChoice(FrameKind, "portfolio", "Portfölj", field.Required(""), field.Listed, field.FromModel("portfolios"))
	FrameYear      = field.NewYear(FrameKind, "year", "År", field.Required(""), field.Listed)
	FrameAmount    = field.NewMoney(FrameKind, "amount", "Ram", field.Required(""), field.Listed)
)

// Sum adds the amounts of owner's rows of a year and type ("" for both).
// The second result says whether any row has a value there.
func Sum(w field.World, owner field.ID, year int, typ string, amount field.MoneyField) (money.Ore, bool) {
	var total money.Ore
	var any bool
	for _, c := range w.Owned(CostKind, owner) {
		if CostYear.Get(c) != int64(year) || (typ != "" && CostType.Get(c) != typ) {
			continue
		}
		if v, ok := c.Get(amount.Field).(money.Ore); ok {
			total += v
			any = true
		}
	}
	return total, any
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
	write := func(w field.World, r *field.Record, year int, v field.Value) ([]field.Change, error) {
		return setYearly(w, r, year, typ, amount, v)
	}
	return field.NewMoney(k, key, label, append(opts, field.PerYear(read, write))...)
}

func setYearly(w field.World, r *field.Record, year int, typ string, amount field.MoneyField, v field.Value) ([]field.Change, error) {
	var rows []*field.Record
	for _, c := range w.Owned(CostKind, r.ID) {
		if CostYear.Get(c) == int64(year) && CostType.Get(c) == typ {
			rows = append(rows, c)
		}
	}
	switch {
	case len(rows) == 0 && field.IsEmpty(v):
		return nil, nil
	case len(rows) == 0:
		c := field.NewRecord(CostKind, w.NewID())
		c.Put(CostOwner.Field, r.ID).Put(CostYear.Field, int64(year)).Put(CostType.Field, typ).Put(amount.Field, v)
		return []field.Change{{Op: field.Create, Kind: CostKind, ID: c.ID, Record: c}}, nil
	case len(rows) == 1:
		return amount.Assign(w, rows[0], 0, v)
	}
	if now, ok := Sum(w, r.ID, year, typ, amount); ok && field.Equal(now, v) {
		return nil, nil
	}
	return nil, fault.New(fault.Conflict, "Beloppet är summan av flera kostnadsrader och kan inte skrivas över. Ändra raderna var för sig.")
}
