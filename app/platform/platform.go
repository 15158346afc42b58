// Package platform holds the technical platform and the gemensamma lösningar: what systems
// stand on and what the municipality has decided to have one of.
package platform

import (
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
)

// Kind is a component or a standard of the platform, or a gemensam lösning.
var Kind = field.NewKind(field.Kind{Name: "platform", Plural: "platforms", One: "plattformsdel", Many: "plattformsdelar", Also: []string{"infrastruktur", "server", "databas", "gemensam lösning", "e-legitimation", "teknisk plattform"}, Prefix: "PLA",
	Sheet: "Plattform", Searched: true, Further: true, Icon: "columns-3", Page: "systems"})

// The groups of the form, in order.
const (
	Overview = "Översikt"
	Decision = "Beslut"
)

// What a part of the platform is.
const (
	Component = "component"
	Standard  = "standard"
	Shared    = "shared" // a gemensam lösning: nobody makes another for its area
)

// The states of a part of the platform.
const (
	Planned = "planned"
	Current = "current"
	Leaving = "leaving"
	Gone    = "gone"
)

// The fields of a part of the platform.
var (
	Name = field.NewText(Kind, "name", "Plattformsdel", field.In(Overview), field.Required(""), field.Listed, field.Width(28),
		field.Also("komponent", "plattform", "teknik", "standard", "gemensam lösning", "namn", "benämning"))
	Area = field.NewText(Kind, "area", "Plattformsområde", field.In(Overview), field.Listed, field.Width(18), field.Vocabulary, field.Help("Till exempel arkitektur, infrastruktur, databas, klient, integration eller identitet."),
		field.Also("plattformsområde", "teknikområde", "lager", "område"))
	Sort = field.NewChoice(Kind, "sort", "Slag", field.In(Overview), field.First, field.Listed, field.Width(16), field.Of(
		field.Option{Key: Component, Label: "Komponent", Synonyms: []string{"produkt", "teknisk komponent", "programvara"}},
		field.Option{Key: Standard, Label: "Standard", Synonyms: []string{"teknisk standard", "format", "protokoll"}},
		field.Option{Key: Shared, Label: "Gemensam lösning", Synonyms: []string{"gemensam", "gemensam tjänst", "kommungemensam lösning", "förvaltningsgemensam"}, Tone: field.Accent},
	), field.Also("slag", "typ"))
	State = field.NewChoice(Kind, "state", "Läge", field.In(Overview), field.Listed, field.Width(12), field.Of(
		field.Option{Key: Planned, Label: "Planerad", Synonyms: []string{"kommande", "planeras", "planerat"}, Tone: field.Accent},
		field.Option{Key: Current, Label: "Nuvarande", Synonyms: []string{"nu", "aktuell", "i bruk", "används", "rekommenderad", "beslutad"}, Tone: field.Good},
		field.Option{Key: Leaving, Label: "Utgår", Synonyms: []string{"under avveckling", "fasas ut", "avvecklas", "utfasas"}, Tone: field.Warn},
		field.Option{Key: Gone, Label: "Utgången", Synonyms: []string{"utgått", "avvecklad", "borttagen", "utfasad"}, Tone: field.Quiet},
	), field.Also("läge", "status"))
	From   = field.NewDate(Kind, "from", "Används från", field.In(Overview), field.Also("används från", "från", "införd", "fr.o.m."))
	To     = field.NewDate(Kind, "to", "Utgår den", field.LastDay, field.In(Overview), field.Listed, field.Width(12), field.Help("Sista dagen som något får stå på den."), field.Also("utgår den", "till", "utgår", "t.o.m.", "avvecklas den"))
	Common = field.NewText(Kind, "common_for", "Gemensam för", field.In(Overview), field.Listed, field.Width(24),
		field.Help("Det område, eller de områden med komma emellan, som en gemensam lösning gäller: samma ord som systemens kategori. En insats eller ett system som gör detsamma på annat sätt dubblerar den."),
		field.Also("gemensam för", "gemensam för område", "verksamhetsområde", "funktionsområde"))
	Unit  = field.NewUnit(Kind, "unit", "Ansvarig enhet", field.In(Overview), field.Also("ansvarig enhet", "enhet", "förvaltning"))
	Owner = field.NewRoles(Kind, "owner", "Ansvarig", field.In(Overview), field.Also("ansvarig", "ägare", "plattformsansvarig", "arkitekt"))
	Notes = field.NewLongText(Kind, "notes", "Beskrivning", field.In(Overview), field.Also("beskrivning", "anteckningar", "kommentar"))

	DecidedBy  = field.NewText(Kind, "decided_by", "Beslutad av", field.In(Decision), field.Vocabulary, field.Also("beslutad av", "beslutat av", "fastställd av"))
	DecidedOn  = field.NewDate(Kind, "decided_on", "Beslutad den", field.In(Decision), field.Also("beslutad den", "beslutsdatum"))
	Reference  = field.NewText(Kind, "reference", "§ / diarienummer", field.In(Decision), field.Also("§", "diarienummer", "dnr"))
	ReplacedBy = field.NewRef(Kind, "replaced_by", "Ersätts av", field.In(Decision), field.To(Kind), field.WhenGone(field.Detach), field.Also("ersätts av", "ersatt av"))
)

// Ahead is how many months before it goes that a part of the platform is leaving, whatever
// its state says.
const Ahead = 12

// Leaves says whether a part of the platform is leaving or gone on a day, and the day when
// it goes; zero when nobody has said.
func Leaves(r *field.Record, on date.Date) (day date.Date, leaves bool) {
	day = To.Get(r)
	state := State.Get(r)
	return day, state == Leaving || state == Gone || !day.IsZero() && day <= on.AddMonths(Ahead)
}

// HasGone says whether nothing may stand on it any more on a day.
func HasGone(r *field.Record, on date.Date) bool {
	to := To.Get(r)
	return State.Get(r) == Gone || !to.IsZero() && to < on
}
