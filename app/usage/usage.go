// Package usage holds who uses a system: a product that several units use is one system
// with several uses. A system without any is its owning unit's alone, and nobody need
// write that. It knows nothing of systems: what may be used lets itself in.
package usage

import "itportfoljen/app/field"

// Kind is a unit's use of a system.
var Kind = field.NewKind(field.Kind{Name: "system_use", Plural: "system_uses", One: "användning", Many: "användningar", Also: []string{"användare", "delat system", "vem använder", "nyttjande"},
	Sheet: "Användning", Further: true, Icon: "users"})

// Degrees are how critical something may be to those who use it.
var Degrees = []field.Option{
	{Key: "fully", Label: "Helt verksamhetskritiskt", Synonyms: []string{"ja", "helt", "hög", "kritiskt", "kritisk", "mycket kritiskt", "mycket hög", "mkt hög", "samhällsviktigt"}, Tone: field.Bad},
	{Key: "largely", Label: "Till betydande del verksamhetskritiskt", Synonyms: []string{"till betydande del", "betydande", "delvis", "medel", "mellan", "medelhög"}, Tone: field.Warn},
	{Key: "partly", Label: "Till viss del verksamhetskritiskt", Synonyms: []string{"till viss del", "viss del", "låg", "viss", "begränsad"}},
	{Key: "no", Label: "Ej verksamhetskritiskt", Synonyms: []string{"nej", "ej", "inte", "ej kritiskt", "inte kritiskt", "icke kritiskt", "mycket låg", "inte verksamhetskritiskt"}, Tone: field.Quiet},
}

// The fields of a use. What may be used lets itself in.
var (
	Purpose = field.NewText(Kind, "purpose", "Används till", field.Help("Vad enheten gör i systemet, om det skiljer sig från andras."), field.Also("används till", "används för", "användningsområde"))
	Of      = field.NewRef(Kind, "system", "System", field.Owning, field.Required(""), field.Listed, field.Also("system", "systemnamn"))
	Unit    = field.NewUnit(Kind, "unit", "Enhet", field.Required(""), field.WhenGone(field.Cascade), field.Listed, field.Width(24),
		field.Help("Den förvaltning eller enhet som använder systemet."), field.Also("enhet", "förvaltning", "används av", "nyttjas av", "användande enhet", "användande förvaltning"))
	Users = field.NewNumber(Kind, "users", "Användare", field.Listed, field.Between(0, 100_000_000), field.Help("Hur många på enheten som använder systemet."), field.Also("användare", "antal användare"))
	Share = field.NewNumber(Kind, "share", "Andel av kostnaden, %", field.Listed, field.Between(0, 100),
		field.Help("Fördelningsnyckeln: hur stor del av kostnaden som enheten bär. Andelarna blir tillsammans 100."), field.Also("andel", "andel %", "kostnadsandel", "fördelningsnyckel", "fördelning"))
	Criticality = field.NewChoice(Kind, "criticality", "Verksamhetskritiskt", field.Short("Kritiskt"), field.Of(Degrees...),
		field.Help("Hur viktigt systemet är för just den här enheten."), field.Also("verksamhetskritiskt", "kritikalitet"))
	Contact = field.NewRoles(Kind, "contact", "Kontaktperson", field.Listed, field.Help("Vem på enheten som svarar i frågor om systemet."), field.Also("kontaktperson", "kontakt", "superanvändare", "lokal systemförvaltare", "lokal systemansvarig"))
	Comment = field.NewLongText(Kind, "comment", "Kommentar", field.Sensitive, field.Also("kommentar", "anteckning", "anmärkning"))
)
