package ledger

import (
	"itportfoljen/app/agreement"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// Kind is a ledger that has been read in: a company's or a municipality's year. Its rows are
// facts, kept packed by month in records of RowsKind, so that they are saved, summed, undone
// and repaired as all else and cost a few bytes each.
var Kind = field.NewKind(field.Kind{Name: "ledger", Plural: "ledgers", One: "huvudbok", Many: "huvudböcker", Also: []string{"bokföring", "ekonomisystem", "utfall", "verifikation", "sie"}, Prefix: "HB",
	Sheet: "Huvudböcker", Further: true, Icon: "wallet", Page: "budget"})

// RowsKind is some rows of a month of a ledger, packed. It is the program's own.
var RowsKind = field.NewKind(field.Kind{Name: "ledger_rows", Plural: "ledger_rows", One: "rader i en huvudbok", Many: "rader i huvudböcker", Silent: true})

// The fields of packed rows.
var (
	RowsDigest = field.NewText(RowsKind, "digest", "Summa", field.Required(""))
	RowsOf     = field.NewRef(RowsKind, "ledger", "Huvudbok", field.Owning, field.To(Kind), field.Required(""))
	RowsYear   = field.NewNumber(RowsKind, "year", "År")
	RowsMonth  = field.NewNumber(RowsKind, "month", "Månad")
	RowsPlace  = field.NewNumber(RowsKind, "place", "Nummer")
	RowsCount  = field.NewNumber(RowsKind, "count", "Rader")
	RowsNet    = field.NewMoney(RowsKind, "net", "Kostnader minus intäkter")
	RowsData   = field.NewLongText(RowsKind, "data", "Rader", field.Hidden)
)

// The fields of a ledger. All but the name and the notes are what the files said: one that came
// with a list has neither year nor rows until its file is read in.
var (
	Name    = field.NewText(Kind, "name", "Huvudbok", field.Required(""), field.Listed, field.Width(30), field.Help("Vems bokföring det är, och vilket år."), field.Also("huvudbok"))
	Company = field.NewText(Kind, "company", "Bokförs av", field.FromFile, field.Listed, field.Width(26), field.Also("bokförs av", "företag"))
	Number  = field.NewText(Kind, "number", "Organisationsnummer", field.FromFile, field.Width(14), field.Also("organisationsnummer"))
	Year    = field.NewYear(Kind, "year", "År", field.FromFile, field.Listed, field.Also("räkenskapsår"))
	From    = field.NewDate(Kind, "from", "Året börjar", field.FromFile, field.Width(11))
	To      = field.NewDate(Kind, "to", "Året slutar", field.FromFile, field.LastDay, field.Width(11))
	Booked  = field.NewDate(Kind, "booked", "Bokförd till", field.LastDay, field.Listed, field.Width(12), field.Help("Den sista månaden som det finns rader av."), field.Computed(bookedTo), field.Follows(packedRows))
	Lines   = field.NewNumber(Kind, "rows", "Rader", field.Listed, field.Width(9), field.Help("Så många rader den har här, balanskontona med. Ingen: importera filen."), field.Computed(lines), field.Follows(packedRows))
	Net     = field.NewMoney(Kind, "net", "Kostnader minus intäkter", field.Listed, field.Width(18), field.Help("Summan av kontoklass 3–8: kostnader över noll, intäkter under."), field.Computed(net), field.Follows(packedRows))
	Source  = field.NewText(Kind, "source", "Läst ur", field.FromFile, field.Listed, field.Width(24), field.Help("Filen som lästes senast, och vad den är."))
	Made    = field.NewDate(Kind, "made", "Filen gjord", field.FromFile, field.Width(11))
	Sum     = field.NewText(Kind, "digest", "Kontrollsumma", field.FromFile, field.Help("Av raderna, så att det syns om de är desamma."))
	Parted  = field.NewText(Kind, "dimensions", "Kodsträngens delar", field.FromFile, field.Help("Delarna som filen hade: numret, och vad det kallades."))
	Named   = field.NewLongText(Kind, "accounts", "Kontonamn", field.Hidden) // number and name, a line each
	Notes   = field.NewLongText(Kind, "notes", "Anteckningar", field.Also("anteckningar"))
)

// RuleKind says what the rows of a ledger are for: the first rule that fits a row counts.
var RuleKind = field.NewKind(field.Kind{Name: "ledger_rule", Plural: "ledger_rules", One: "konteringsregel", Many: "konteringsregler", Also: []string{"kontera", "konteringsregler", "fördela utfall"},
	Sheet: "Konteringsregler", Further: true, Icon: "list-filter", Page: "budget"})

// The fields of a rule. What is empty fits all.
var (
	RuleName     = field.NewText(RuleKind, "name", "Regel", field.Required(""), field.Listed, field.Width(26), field.Also("regel", "regelnamn"))
	RuleOrder    = field.NewNumber(RuleKind, "order", "Ordning", field.Listed, field.Width(9), field.Help("Den lägsta prövas först, och den första som passar gäller."), field.Also("ordning", "prioritet"))
	RuleAccount  = field.NewText(RuleKind, "account", "Konto", field.Listed, field.Width(14), field.Help("Ett eller flera: 6540, 65*, 6500–6599, skilda med komma."), field.Also("konto", "konton"))
	RuleAnswer   = field.NewText(RuleKind, "responsibility", "Ansvar", field.Listed, field.Width(12), field.Help("Som för konto."), field.Also("ansvar", "kostnadsställe"))
	RuleActivity = field.NewText(RuleKind, "activity", "Verksamhet", field.Listed, field.Width(12), field.Help("Som för konto."), field.Also("verksamhet"))
	RuleProject  = field.NewText(RuleKind, "project", "Projekt", field.Listed, field.Width(12), field.Help("Som för konto."), field.Also("projekt"))
	RuleObject   = field.NewText(RuleKind, "object", "Objekt", field.Width(12), field.Help("Som för konto."), field.Also("objekt"))
	RuleCounter  = field.NewText(RuleKind, "counterpart", "Motpart", field.Width(12), field.Help("Som för konto."), field.Also("motpart"))
	RuleText     = field.NewText(RuleKind, "text", "Texten innehåller", field.Listed, field.Width(20), field.Help("Ett eller flera ord, skilda med komma: något av dem ska stå i radens text."), field.Also("text", "texten innehåller", "leverantör"))
	RuleTarget   = field.NewRef(RuleKind, "target", "Gäller", field.To(system.Kind, agreement.Kind, plan.Kind, org.UnitKind), field.WhenGone(field.Cascade), field.Listed, field.Width(26),
		field.Help("Systemet, avtalet, insatsen eller enheten som raderna är kostnader för. Tomt: de räknas inte till något."), field.Also("gäller", "system", "till"))
	RuleType = field.NewChoice(RuleKind, "type", "Drift eller investering", field.Listed, field.Width(12), field.Of(
		field.Option{Key: economy.Operations, Label: "Drift", Synonyms: []string{"löpande", "opex"}},
		field.Option{Key: economy.Investment, Label: "Investering", Synonyms: []string{"inv", "capex"}},
	), field.Help("Tomt: drift."), field.Also("drift eller investering"))
	RuleSort = field.NewChoice(RuleKind, "sort", "Kostnadsslag", field.Of(economy.CostSort.Field.Options...), field.Width(14),
		field.Help("Kostnadsslaget som raderna får när de bokförs som utfall. Tomt: det som kontots namn säger."), field.Also("kostnadsslag"))
	RuleNotes = field.NewLongText(RuleKind, "notes", "Anteckningar", field.Also("anteckningar"))
)

// ClosedKind is a month that is closed: what is read in afterwards may not change it.
var ClosedKind = field.NewKind(field.Kind{Name: "closed_month", Plural: "closed_months", One: "stängd månad", Many: "stängda månader", Also: []string{"stänga månad", "periodstängning", "låsa månad", "bokslut"},
	Sheet: "Stängda månader", Further: true, Icon: "archive", Page: "budget"})

// The fields of a closed month.
var (
	ClosedYear  = field.NewYear(ClosedKind, "year", "År", field.Required(""), field.Width(8), field.Also("år"))
	ClosedMonth = field.NewNumber(ClosedKind, "month", "Månad", field.Required(""), field.Width(8), field.Between(1, 12), field.Also("månad"))
	ClosedFor   = field.NewDate(ClosedKind, "closed", "Stängd månad", field.Leads, field.Monthly, field.Listed, field.Width(18), field.Computed(closedFor))
	ClosedOn    = field.NewDate(ClosedKind, "closed_on", "Stängd den", field.Listed, field.Width(12), field.Also("stängd den"))
	ClosedBy    = field.NewText(ClosedKind, "closed_by", "Av", field.Listed, field.Width(20), field.Also("av", "stängd av"))
	ClosedNotes = field.NewText(ClosedKind, "notes", "Anteckning", field.Listed, field.Width(30), field.Also("anteckning"))
)
