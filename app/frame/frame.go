// Package frame holds the ramar: how much a portfölj, or a nämnd, förvaltning or bolag, may
// use a year for drift and for investering, who decided that, and what it was before. It says
// what of each is asked for, allotted and used, and whether an insats has room.
package frame

import (
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
)

// Kind is a ram.
var Kind = field.NewKind(field.Kind{Name: "frame", Plural: "frames", One: "ram", Many: "ramar", Also: []string{"budgetram", "anslag", "investeringsram", "tilldelning", "pengar"},
	Sheet: "Ramar", Searched: true, Icon: "wallet", Page: "budget"})

// EarlierKind is what a ram was, before another decision.
var EarlierKind = field.NewKind(field.Kind{Name: "frame_earlier", Plural: "frames_earlier", One: "tidigare ram", Many: "tidigare ramar", Silent: true})

// The fields of an earlier decision. A day that nobody knows is before all others.
var (
	EarlierOf        = field.NewRef(EarlierKind, "frame", "Ram", field.Owning, field.To(Kind), field.Required(""))
	EarlierOn        = field.NewDate(EarlierKind, "on", "Beslutad den")
	EarlierAmount    = field.NewMoney(EarlierKind, "amount", "Belopp", field.Required(""))
	EarlierBy        = field.NewText(EarlierKind, "by", "Beslutad av")
	EarlierReference = field.NewText(EarlierKind, "reference", "§ / diarienummer")
	EarlierReason    = field.NewText(EarlierKind, "reason", "Skäl")
)

// The groups of the form, in order.
const (
	Overview = "Översikt"
	Decision = "Beslut"
	Usage    = "Användning"
)

// The states of a ram. One that nothing is said of counts as decided, on a day that nobody has
// said: so the ramar of older files do.
const (
	Proposed = "proposed"
	Decided  = "decided"
)

// The types of a ram are those of a cost; one of both has none.
var types = []field.Option{
	{Key: economy.Operations, Label: "Drift", Synonyms: []string{"löpande", "opex", "driftram"}},
	{Key: economy.Investment, Label: "Investering", Synonyms: []string{"inv", "capex", "investeringsram"}},
}

const both = "Drift och investering"

// The fields of a ram.
var (
	Name = field.NewText(Kind, "name", "Benämning", field.In(Overview), field.Listed, field.Width(30), field.Help("Tomt: efter det som ramen gäller, och året."), field.Also("benämning", "ramens namn", "namn"))
	// A ram is of the one or of the other.
	Portfolio = field.NewChoice(Kind, "portfolio", "Portfölj", field.In(Overview), field.Listed, field.Width(24), field.FromModel("portfolios"), field.Also("portfölj", "portfolio"))
	Unit      = field.NewUnit(Kind, "unit", "Nämnd eller förvaltning", field.Short("Nämnd/förvaltning"), field.In(Overview), field.Listed, field.Width(24),
		field.Help("Ramen gäller enheten och alla under den. Fyll i den eller portföljen, inte båda: då gäller portföljen."), field.Also("nämnd eller förvaltning", "nämnd", "förvaltning", "enhet"))
	Year = field.NewYear(Kind, "year", "År", field.In(Overview), field.Required(""), field.Listed, field.Width(6), field.Also("år", "budgetår"))
	Type = field.NewChoice(Kind, "type", "Drift/investering", field.Short("Drift/inv."), field.In(Overview), field.Listed, field.Width(12), field.Of(types...),
		field.Help("Tomt: en ram för båda."), field.Also("drift/investering", "typ", "slag"))
	Amount = field.NewMoney(Kind, "amount", "Ram", field.In(Overview), field.Required(""), field.Listed, field.Help("Ändras en beslutad ram finns det som gällde förut kvar under Tidigare beslut."), field.Also("ram", "rambelopp", "ram kr"))
	State  = field.NewChoice(Kind, "state", "Status", field.In(Overview), field.Listed, field.Width(11), field.Of(
		field.Option{Key: Proposed, Label: "Förslag", Synonyms: []string{"föreslagen", "föreslås", "preliminär", "äskad"}, Tone: field.Accent, Do: "Gör till förslag"},
		field.Option{Key: Decided, Label: "Beslutad", Synonyms: []string{"beslutat", "fastställd", "antagen", "gäller"}, Tone: field.Good, Do: "Besluta", Then: "Från och med nu prövas insatsernas beslut mot ramen."},
	), field.Help("Bara en beslutad ram prövas insatserna mot. Tomt räknas som beslutad, utan att någon har sagt när."), field.Also("status", "läge"))
	Goal  = field.NewLongText(Kind, "goal", "Mål och ambition", field.In(Overview), field.Help("Vad pengarna ska räcka till och ge."), field.Also("mål och ambition", "ambition", "mål", "syfte"))
	Notes = field.NewLongText(Kind, "notes", "Anteckningar", field.In(Overview), field.Also("anteckningar", "anteckning", "kommentar"))

	DecidedBy = field.NewText(Kind, "decided_by", "Beslutad av", field.In(Decision), field.Vocabulary, field.Width(20), field.Blank(decider), field.Normalise(unbarred), field.Help("Organet eller personen som beslutade beloppet."), field.Also("beslutad av", "beslutat av", "beslutsfattare"))
	DecidedOn = field.NewDate(Kind, "decided_on", "Beslutad den", field.In(Decision), field.Listed, field.Width(11), field.Help("Dagen då beloppet beslutades. Ändras beloppet blir det dagen för ändringen."), field.Also("beslutad den", "beslutsdatum"))
	Reference = field.NewText(Kind, "reference", "§ / diarienummer", field.In(Decision), field.Normalise(unbarred), field.Also("§", "paragraf", "diarienummer", "dnr"))
	Reason    = field.NewText(Kind, "reason", "Skäl till ändringen", field.In(Decision), field.Normalise(unbarred), field.Help("Varför en beslutad ram fick ett annat belopp."), field.Also("skäl till ändringen", "skäl", "motivering"))
	Earlier   = field.NewLongText(Kind, "earlier", "Tidigare beslut", field.In(Decision), field.Elsewhere(EarlierOf.Field, earlierText, setEarlier),
		field.Help("Vad ramen har varit, en rad för varje beslut: 2026-11-23: 1 200 000 | Kommunfullmäktige | § 112 | skäl. Skrivs av sig självt när en beslutad ram ändras."), field.Also("tidigare beslut", "tidigare ramar", "revideringar"))

	Asked    = field.NewMoney(Kind, "asked", "Sökt", field.In(Usage), field.Listed, field.Help("Insatser som bereds eller väntar på beslut, och etapper som ännu inte är beslutade."), field.Computed(of(func(l Line) money.Ore { return l.Asked })), field.Follows(used))
	Allotted = field.NewMoney(Kind, "allotted", "Beviljat", field.In(Usage), field.Listed, field.Help("Insatser som är beslutade, pågår eller är klara: budget, annars prognos. En som är stängd eller avbruten räknas med det som den kostade."), field.Computed(of(func(l Line) money.Ore { return l.Allotted })), field.Follows(used))
	Used     = field.NewMoney(Kind, "used", "Utfall", field.In(Usage), field.Listed, field.Computed(of(func(l Line) money.Ore { return l.Used })), field.Follows(used))
	Left     = field.NewMoney(Kind, "left", "Kvar", field.In(Usage), field.Listed, field.Help("Den beslutade ramen, annars förslaget, minus det som är beviljat. Minus: mer är beviljat än ramen."), field.Computed(of(Line.Left)), field.Follows(used))
)

// TypeName is what a ram of a type is of: "drift", "investering", or both where it is "".
func TypeName(typ string) string {
	for _, o := range types {
		if o.Key == typ {
			return o.Label
		}
	}
	return both
}

// Guards says that insatser are held to a ram: it is decided, or nothing else is said.
func Guards(r *field.Record) bool { return State.Get(r) != Proposed }
