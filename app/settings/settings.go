// Package settings holds what a municipality decides about its portfolio as a
// whole. It is a kind with one record, so that settings are saved, logged and
// undone as everything else.
package settings

import (
	"fmt"
	"regexp"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
)

// hex is a colour. It stands before the field that reads it, so that the field comes
// where it is declared.
var hex = regexp.MustCompile(`^#?([0-9a-fA-F]{6})$`)

// Kind has one record, of ID.
var Kind = field.NewKind(field.Kind{Name: "settings", Plural: "settings", One: "inställning", Many: "inställningar", Silent: true, Words: true})

// ID is the identity of the only record.
const ID field.ID = "settings"

// Of is the record of a municipality with a styrmodell.
func Of(municipality string, model []byte) *field.Record {
	return field.NewRecord(Kind, ID).Put(Name.Field, municipality).Put(Model.Field, string(model))
}

// In is the record of a portfolio; never nil.
func In(w field.World) *field.Record {
	if r := w.Get(ID); r != nil {
		return r
	}
	return field.NewRecord(Kind, ID)
}

// The groups of the form.
const (
	Municipality = "Kommun"
	Governance   = "Styrning"
)

// The settings.
var (
	Name       = field.NewText(Kind, "municipality", "Kommunens namn", field.In(Municipality), field.Help("Står överst i programmet och på rapporterna."), field.Also("kommun", "kommunnamn", "byta namn på kommunen"))
	Department = field.NewText(Kind, "department", "Avsändare", field.In(Municipality), field.Help("Till exempel Kommunledningskontoret; står på rapporterna."), field.Also("förvaltning på rapporter", "avsändarens namn"))
	Sender     = field.NewText(Kind, "sender", "Föredragande", field.In(Municipality), field.Help("Till exempel Anna Ek, IT-chef."), field.Also("it-chefens namn", "undertecknare", "vem rapporten kommer från"))
	Diary      = field.NewText(Kind, "diary", "Diarienummer", field.In(Municipality), field.Help("Till exempel KS 2026/0412."), field.Also("diarium", "dnr", "ärendenummer"))
	Accent     = field.NewText(Kind, "accent", "Färg", field.In(Municipality), field.Normalise(hexColour), field.Help("Kommunens färg som #RRGGBB. Programmet justerar den så att text går att läsa."), field.Also("kommunens färg", "grafisk profil", "färgtema", "accent", "utseende", "profilfärg"))
	Logo       = field.NewText(Kind, "logo", "Kommunvapen eller logotyp", field.In(Municipality), field.Hidden, field.Help("PNG eller JPEG, lagrad i filen."), field.Also("logga", "logo", "vapen", "kommunlogga", "emblem", "bild"))
	PlanYear   = field.NewYear(Kind, "plan_year", "Planår", field.In(Governance), field.Help("Det år som budget och plan visar. Tomt: nästa år från juli, annars innevarande."), field.Also("år", "budgetår", "verksamhetsår", "byta år"))
	NextForum  = field.NewDate(Kind, "next_forum", "Nästa IT-forum", field.In(Governance), field.Also("mötesdag", "it-råd"))
	NextBoard  = field.NewDate(Kind, "next_board", "Nästa ledningsgrupp", field.In(Governance), field.Also("mötesdag", "ledningsgruppens möte"))
	ReviewYear = field.NewNumber(Kind, "review_years", "Klassning gäller, år", field.In(Governance), field.Help("Efter så många år ska klassningen göras om. Tomt: två år."), field.Also("omklassning", "informationsklassning", "krt"))
	ReportEach = field.NewNumber(Kind, "report_months", "Lägesrapport, månader", field.In(Governance), field.Help("Så ofta skriver en pågående insats en lägesrapport. Tomt: varje månad."), field.Also("hur ofta lägesrapport", "statusrapport"))
	Deviation  = field.NewNumber(Kind, "variance_percent", "Avvikelse att kommentera, %", field.In(Governance), field.Help("En kostnad som skiljer sig mer än så från sin budget, och mer än beloppet, ska ha en kommentar, och en åtgärd om den är dyrare. Tomt: 10."), field.Also("avvikelse", "tröskel", "gräns för kommentar"))
	Deviating  = field.NewMoney(Kind, "variance_amount", "Avvikelse att kommentera, kr", field.In(Governance), field.Help("Tomt: 100 000 kr."), field.Also("avvikelse", "tröskel", "gräns för kommentar"))
	CodeString = field.NewText(Kind, "code_string", "Kodsträng", field.In(Governance), field.Help("Kodsträngens delar i ordning, med det som skrivs mellan dem, högst åtta: konto-ansvar-verksamhet. En egen del är ett eget fält på kostnader. Tomt: konto-ansvar-verksamhet-projekt-objekt-motpart."), field.Also("kontering", "kodplan", "konto", "kodsträng"))
	Model      = field.NewLongText(Kind, "model", "Styrmodell", field.In(Governance), field.Hidden)
)

// DefaultReviewYears is how long a classification holds when nothing is set.
const DefaultReviewYears = 2

// ReviewYears is how long a classification holds.
func ReviewYears(w field.World) int {
	if years := int(ReviewYear.Get(In(w))); years > 0 {
		return years
	}
	return DefaultReviewYears
}

// ReportMonths is how old the lägesrapport of a running insats may be.
func ReportMonths(w field.World) int { return max(int(ReportEach.Get(In(w))), 1) }

// The least deviation from a budget that has to be told of when nothing is set.
const (
	defaultDeviation           = 10
	defaultDeviating money.Ore = 100_000_00
)

// VariancePercent is the share of a budget, in per cent, that a cost may differ from it by before
// somebody has to say why.
func VariancePercent(w field.World) int64 {
	if v, said := In(w).Get(Deviation.Field).(int64); said {
		return max(v, 0)
	}
	return defaultDeviation
}

// VarianceAmount is the amount that it may differ by.
func VarianceAmount(w field.World) money.Ore {
	if v, said := In(w).Get(Deviating.Field).(money.Ore); said {
		return max(v, 0)
	}
	return defaultDeviating
}

func hexColour(s string) (string, error) {
	m := hex.FindStringSubmatch(s)
	if m == nil {
		return "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är ingen färg. Skriv sex tecken efter #, till exempel #17616D.", s))
	}
	return "#" + m[1], nil
}

// FreeKind declares a field of the municipality's own.
var FreeKind = field.NewKind(field.Kind{Name: "free_field", Plural: "free_fields", One: "eget fält", Many: "egna fält", Neuter: true, Silent: true, Declares: true})

// The fields of a free field. Of is the name of the kind that has it; Key is
// what its values are kept under and no other field of the kind has. Both are
// for good; only the label, and whether it is open to all, may change.
var (
	FreeLabel = field.NewText(FreeKind, "label", "Namn", field.Required(""))
	FreeOf    = field.NewText(FreeKind, "of", "Hör till")
	FreeKey   = field.NewText(FreeKind, "key", "Nyckel")
	FreeType  = field.NewChoice(FreeKind, "type", "Slag", field.Of(typeOptions()...), field.Help("Vad fältet rymmer. Det som redan står måste gå att läsa som det."))
	FreeWords = field.NewText(FreeKind, "choices", "Alternativ", field.Help("Det som går att välja, med semikolon emellan, när slaget är val."))
	FreeOpen  = field.NewBool(FreeKind, "open", "Offentligt", field.Help("Får stå i offentliga versioner. Ett eget fält är känsligt tills någon öppnar det."))
)

// NewOwn makes the record that declares a field of the municipality's own.
func NewOwn(id field.ID, k *field.Kind, key, label string) *field.Record {
	return field.NewRecord(FreeKind, id).Put(FreeLabel.Field, label).Put(FreeOf.Field, k.Name).Put(FreeKey.Field, key)
}

// Own is the field of k that a record declares.
func Own(k *field.Kind, def *field.Record) *field.Field {
	f := field.NewOwn(k, FreeKey.Get(def), FreeLabel.Get(def), TypeOf(def), Alternatives(def))
	f.Sensitive, f.Help = !FreeOpen.Get(def), "Eget fält."
	return f
}
