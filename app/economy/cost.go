// Package economy holds costs per year and month: what they are for, who pays them, and what
// was believed of them.
package economy

import (
	"itportfoljen/app/field"
)

// CostKind is amounts of a year, or of a month, for a system, an agreement, an insats or a
// unit. Several rows a year are the normal case. What of them counts when a cost stands both
// on the year and on months is told by Count.
var CostKind = field.NewKind(field.Kind{Name: "cost", Plural: "costs", One: "kostnad", Many: "kostnader", Also: []string{"pengar", "belopp", "budgetpost", "faktura", "utgift", "intäkt", "prognos", "konto"},
	Sheet: "Kostnader", Repeats: true, Across: true, Icon: "wallet", Page: "budget"})

// The types of cost.
const (
	Operations = "drift"
	Investment = "investering"
)

// What a cost is for, whether it is drift or investering.
const (
	Maintain = "maintain"
	Develop  = "develop"
)

// The sorts of cost, those of income last.
const (
	SortLicence      = "licence"
	SortOperation    = "operation"
	SortMaintenance  = "maintenance"
	SortSupport      = "support"
	SortConsultant   = "consultant"
	SortStaff        = "staff"
	SortEquipment    = "equipment"
	SortDepreciation = "depreciation"
	SortInterest     = "interest"
	SortOther        = "other"
	SortGrant        = "grant"
	SortSold         = "internal_income"
)

// vat is how amounts are meant, said beside each of them.
const vat = "Exklusive moms. En intäkt (bidrag, intern intäkt) minskar kostnaden och står med minus; skrivs den utan minus får den det."

// PayerKind is the part of a cost that a unit pays. The payers of a cost are written
// together, in its field for them, and come to all of it.
var PayerKind = field.NewKind(field.Kind{Name: "cost_payer", Plural: "cost_payers", One: "betalares andel", Many: "betalares andelar", Silent: true})

// The fields of a payer's part.
var (
	PayerOf    = field.NewRef(PayerKind, "cost", "Kostnad", field.Owning, field.To(CostKind), field.Required(""))
	PayerUnit  = field.NewUnit(PayerKind, "unit", "Enhet", field.Required(""))
	PayerShare = field.NewDecimal(PayerKind, "share", "Andel, %", field.Required(""))
)

// BeliefKind is a forecast of a cost that another has followed on.
var BeliefKind = field.NewKind(field.Kind{Name: "cost_forecast", Plural: "cost_forecasts", One: "tidigare prognos", Many: "tidigare prognoser", Silent: true})

// The fields of an earlier forecast. A day that nobody knows is before all others.
var (
	BeliefOf     = field.NewRef(BeliefKind, "cost", "Kostnad", field.Owning, field.To(CostKind), field.Required(""))
	BeliefOn     = field.NewDate(BeliefKind, "on", "Prognos den")
	BeliefAmount = field.NewMoney(BeliefKind, "amount", "Belopp", field.Required(""))
)

// The fields of a cost. Owner is of a kind that has costs: see Costs and NewYearly.
var (
	CostText  = field.NewText(CostKind, "text", "Benämning", field.Also("benämning", "kostnad", "kostnadspost", "beskrivning", "text"))
	CostOwner = field.NewRef(CostKind, "owner", "Gäller", field.Owning, field.Required(""), field.Listed, field.Also("system", "insats", "gäller", "objekt", "avser system", "gäller system", "systemnamn"))
	CostYear  = field.NewYear(CostKind, "year", "År", field.Required(""), field.Listed, field.Also("år", "budgetår", "kalenderår", "year"))
	CostMonth = field.NewChoice(CostKind, "month", "Månad", field.Listed, field.Of(months()...),
		field.Help("Tomt: hela året. Står samma kostnad både på året och på månader räknas månaderna, budget, prognos och utfall var för sig."), field.Also("månad", "månadsnummer", "month"))
	CostType = field.NewChoice(CostKind, "type", "Drift/investering", field.Short("Drift/inv."), field.Required(""), field.First, field.Listed, field.Of(
		field.Option{Key: Operations, Label: "Drift", Synonyms: []string{"löpande", "opex"}},
		field.Option{Key: Investment, Label: "Investering", Synonyms: []string{"utveckling", "inv", "capex"}},
	), field.Also("drift/investering", "typ", "slag", "kostnadsslag", "kostnadstyp", "typ av kostnad", "type"))
	CostWork = field.NewChoice(CostKind, "work", "Vidmakthålla/utveckla", field.Short("Vidm./utv."), field.Of(
		field.Option{Key: Maintain, Label: "Vidmakthålla", Synonyms: []string{"vidmakthållande", "förvalta", "run"}},
		field.Option{Key: Develop, Label: "Utveckla", Synonyms: []string{"vidareutveckla", "vidareutveckling", "change"}},
	), field.Help("Vad pengarna går till, vare sig det är drift eller investering."), field.Also("vidmakthålla/utveckla", "vidmakthållande/utveckling", "vidmakthålla eller utveckla"))
	CostSort = field.NewChoice(CostKind, "sort", "Kostnadsslag", field.Listed, field.Of(
		field.Option{Key: SortLicence, Label: "Licens", Synonyms: []string{"licenser", "licence", "saas", "programvara"}},
		field.Option{Key: SortOperation, Label: "Drift", Synonyms: []string{"driftkostnad", "hosting"}},
		field.Option{Key: SortMaintenance, Label: "Förvaltning", Synonyms: []string{"systemförvaltning"}},
		field.Option{Key: SortSupport, Label: "Support", Synonyms: []string{"underhåll", "support och underhåll"}},
		field.Option{Key: SortConsultant, Label: "Konsult", Synonyms: []string{"konsulter", "konsultkostnad", "konsulttjänster"}},
		field.Option{Key: SortStaff, Label: "Personal", Synonyms: []string{"lön", "löner", "personalkostnad", "egen tid"}},
		field.Option{Key: SortEquipment, Label: "Utrustning/hyra", Synonyms: []string{"utrustning", "hyra", "leasing", "hårdvara"}},
		field.Option{Key: SortDepreciation, Label: "Avskrivning", Synonyms: []string{"avskrivningar"}},
		field.Option{Key: SortInterest, Label: "Ränta", Synonyms: []string{"räntor", "internränta"}},
		field.Option{Key: SortOther, Label: "Övrigt", Synonyms: []string{"övriga kostnader", "annat"}},
		field.Option{Key: SortGrant, Label: "Intäkt: bidrag", Synonyms: []string{"bidrag", "statsbidrag", "eu-bidrag"}, Tone: field.Accent},
		field.Option{Key: SortSold, Label: "Intäkt: intern", Synonyms: []string{"intern intäkt", "interna intäkter", "internintäkt", "intäkt"}, Tone: field.Accent},
	), field.Help("Bidrag och interna intäkter räknas av: deras belopp står med minus."), field.Also("kostnadsslag", "kostnadsart", "kostnadsgrupp", "slag av kostnad"))
	CostAccount = field.NewText(CostKind, "account", "Konto", code, field.Also("konto", "kontonummer", "account"))
	CostCentre  = field.NewText(CostKind, "centre", "Ansvar", code, field.Also("ansvar", "ansvarskod", "kostnadsställe", "kostnadsställekod"))
	CostDoing   = field.NewText(CostKind, "activity", "Verksamhetskod", code, field.Also("verksamhetskod", "kod verksamhet"))
	CostProject = field.NewText(CostKind, "project", "Projektkod", code, field.Also("projektkod", "projektnummer"))
	CostObject  = field.NewText(CostKind, "object", "Objektkod", code, field.Also("objektkod", "objektnummer"))
	CostOther   = field.NewText(CostKind, "counterpart", "Motpart", code, field.Also("motpart", "motpartskod"))
	CostFunding = field.NewChoice(CostKind, "funding", "Finansiering", field.Of(
		field.Option{Key: "line", Label: "Linje", Synonyms: []string{"driftbudget", "linjen", "egen driftbudget", "inom ram"}},
		field.Option{Key: "portfolio", Label: "Portfölj", Synonyms: []string{"portföljmedel", "portföljen"}},
		field.Option{Key: "equity", Label: "Eget kapital", Synonyms: []string{"disposition av eget kapital"}},
		field.Option{Key: "central", Label: "Central", Synonyms: []string{"centralt", "centrala medel", "kommungemensamt"}},
		field.Option{Key: "grant", Label: "Bidrag", Synonyms: []string{"statsbidrag", "extern finansiering"}},
		field.Option{Key: "special", Label: "Särskilt beslut", Synonyms: []string{"särskilt kf-beslut", "kf-beslut"}},
	), field.Help("Varifrån pengarna kommer; drift eller investering är en annan sak."), field.Also("finansiering", "finansieringskälla", "finansieringsform", "finansieras av"))
	CostBudget     = field.NewMoney(CostKind, "budget", "Budget", field.Listed, field.Help(vat), field.Also("budget", "budgeterat belopp"), field.Maybe("belopp"))
	CostForecast   = field.NewMoney(CostKind, "forecast", "Prognos", field.Listed, field.Help("Den senaste. Det som troddes förut finns kvar under Tidigare prognoser. "+vat), field.Also("prognos", "prognosbelopp", "forecast"))
	CostForecastOn = field.NewDate(CostKind, "forecast_on", "Prognos den", field.Help("När prognosen gjordes. Tomt: den dag då den skrevs."), field.Also("prognos den", "prognosdatum", "prognos per", "prognosdag"))
	CostActual     = field.NewMoney(CostKind, "actual", "Utfall", field.Listed, field.Help(vat), field.Also("utfall", "bokfört", "ackumulerat utfall", "actual"))
	CostLedger     = field.NewRef(CostKind, "ledger", "Utfall ur", field.FromFile, field.Width(20), field.WhenGone(field.Detach), field.Help("Huvudboken som utfallet är bokfört i. Det skrivs då inte för hand: konteringsreglerna säger vad som är bokfört här."))
	CostBooked     = field.NewMoney(CostKind, "booked", "Bokfört", field.Hidden) // what was posted out of it, which the utfall then is
	CostPayers     = field.NewLongText(CostKind, "payers", "Betalas av", field.Elsewhere(PayerOf.Field, payersText, setPayers),
		field.Help("Enheterna och deras andelar, tillsammans 100 %: Vård 60 %; Skola 40 %. Tomt: den enhet som systemet, avtalet eller insatsen hör till."), field.Also("betalas av", "betalare", "betalande enhet", "betalande enheter", "finansieras av enhet"))
	CostEarlier = field.NewLongText(CostKind, "earlier", "Tidigare prognoser", field.Elsewhere(BeliefOf.Field, earlierText, setEarlier),
		field.Help("Vad som troddes förut och när: 2026-04-30: 120 000; 2026-08-31: 125 000. Skrivs av sig självt när prognosen ändras."), field.Also("tidigare prognoser", "prognoshistorik"))
	CostRemark = field.NewText(CostKind, "remark", "Att känna till", field.Listed, field.Computed(remark), field.Follows(remarked),
		field.Help("Belopp som inte räknas, eftersom de också står på månader, och koder som inte finns i kodplanen eller inte gäller det året."))
	CostComment = field.NewLongText(CostKind, "comment", "Kommentar", field.Help("Varför den skiljer sig från budgeten, och annat att känna till."), field.Also("kommentar", "anteckning", "comment"))
	CostAction  = field.NewLongText(CostKind, "action", "Åtgärd", field.Help("Vad som görs åt att den blir dyrare än budgeten."), field.Also("åtgärd", "åtgärder", "action"))
)

// Amounts are what a cost has: budget, forecast and actual.
func Amounts() [3]field.MoneyField {
	return [...]field.MoneyField{CostBudget, CostForecast, CostActual}
}

// Costs lets records of k have costs.
func Costs(k *field.Kind) { CostOwner.Admit(k) }

// Rows are the cost rows of an owner.
func Rows(w field.World, owner field.ID) []*field.Record { return w.Pointing(CostOwner.Field, owner) }

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
	Costs(k)
	write := func(w field.World, r *field.Record, year int, v field.Value) ([]field.Change, error) {
		return setYearly(w, r, year, typ, amount, v)
	}
	opts = append(opts, field.PerYear(CostOwner.Field, read, write))
	if amount.Field == CostActual.Field {
		opts = append(opts, field.Afterwards)
	}
	return field.NewMoney(k, key, label, opts...)
}
