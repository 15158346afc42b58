// Package agreement holds the suppliers and the agreements with them, and what an
// agreement covers. It knows nothing of systems: what may be covered lets itself in.
package agreement

import "itportfoljen/app/field"

// What a field is made of is declared before it: they get their order in lists and forms
// as they are made.

// SupplierKind is somebody whom the municipality buys from.
var SupplierKind = field.NewKind(field.Kind{Name: "supplier", Plural: "suppliers", One: "leverantör", Many: "leverantörer", Also: []string{"företag", "bolag", "säljare", "konsult", "kontaktperson hos leverantör"}, Prefix: "LEV",
	Sheet: "Leverantörer", Searched: true, Icon: "briefcase", Page: "agreements"})

// The groups of the forms, in order.
const (
	Overview = "Översikt"
	Contacts = "Kontakt"
	Terms    = "Villkor"
	Renews   = "Förlängning"
	Bought   = "Upphandling"
	Followed = "Uppföljning och stöd"
)

// The fields of a supplier.
var (
	SupplierName = field.NewText(SupplierKind, "name", "Leverantör", field.In(Overview), field.Required(""), field.Listed, field.Width(30),
		field.Also("namn", "företag", "bolag", "leverantörsnamn", "företagsnamn", "supplier", "vendor", "name"))
	SupplierNumber = field.NewText(SupplierKind, "org_number", "Org.nummer", field.In(Overview), field.Listed, field.Width(14), field.Normalise(orgNumber),
		field.Help("Tio siffror. Kontrollsiffran prövas."), field.Also("organisationsnummer", "orgnr", "org.nr", "org nr"))
	SupplierWeb     = field.NewText(SupplierKind, "web", "Webbplats", field.In(Overview), field.Also("webbplats", "hemsida", "webb", "webbsida", "webbadress", "url"))
	SupplierContact = field.NewText(SupplierKind, "contact", "Kontaktperson", field.In(Contacts), field.Sensitive, field.Listed, field.Also("kontaktperson", "kontakt", "kontaktperson hos leverantören", "vår kontakt", "contact"))
	SupplierEmail   = field.NewText(SupplierKind, "email", "E-post", field.In(Contacts), field.Sensitive, field.Listed, field.Also("e-post", "epost", "mejl", "e-postadress", "kontaktpersonens e-post", "email", "e-mail"))
	SupplierPhone   = field.NewText(SupplierKind, "phone", "Telefon", field.In(Contacts), field.Sensitive, field.Also("telefon", "tel", "telefonnummer", "mobil", "mobilnummer", "phone"))
	Incidents       = field.NewText(SupplierKind, "incident_contact", "Incidentkontakt", field.In(Contacts), field.Sensitive, field.Listed,
		field.Help("Vart man vänder sig, också på natten, när något har hänt: nummer eller adress."), field.Also("incidentkontakt", "jour", "support", "incident"))
	SupplierArchived = field.NewBool(SupplierKind, "archived", "Arkiverad", field.In(Overview), field.Help("Anlitas inte längre, och finns kvar för historiens skull."), field.Also("arkiverad", "anlitas inte längre"))
	SupplierNotes    = field.NewLongText(SupplierKind, "notes", "Anteckningar", field.In(Overview), field.Sensitive, field.Also("anteckningar", "anteckning", "kommentar", "notering", "anmärkning", "övrigt"))
)

// Kind is an agreement with a supplier.
var Kind = field.NewKind(field.Kind{Name: "agreement", Plural: "agreements", One: "avtal", Many: "avtal", Also: []string{"kontrakt", "upphandling", "ramavtal", "uppsägning", "avropsavtal", "pub-avtal"}, Neuter: true, Prefix: "AVT",
	Sheet: "Avtal", Searched: true, Icon: "file-text", Page: "agreements"})

// CoverKind is that an agreement covers something, such as a system.
var CoverKind = field.NewKind(field.Kind{Name: "agreement_system", Plural: "agreement_systems", One: "system i avtal", Many: "system i avtal", Also: []string{"vilka system avtalet gäller"}, Neuter: true,
	Sheet: "Avtalens system", Icon: "file-text"})

// The fields of what an agreement covers. What may be covered lets itself in.
var (
	CoverText  = field.NewText(CoverKind, "text", "Avser", field.Help("Vad avtalet gäller för systemet, till exempel licenser eller drift."), field.Also("avser", "omfattning"))
	CoverOf    = field.NewRef(CoverKind, "agreement", "Avtal", field.Owning, field.To(Kind), field.Required(""), field.Listed, field.Also("avtal", "agreement"))
	Covered    = field.NewRef(CoverKind, "system", "System", field.Required(""), field.WhenGone(field.Cascade), field.Listed, field.Also("system"))
	CoverShare = field.NewNumber(CoverKind, "share", "Andel, %", field.Listed, field.Between(0, 100), field.Help("Hur stor del av avtalet som är systemets. Andelarna blir tillsammans 100."), field.Also("andel", "andel %", "share"))
)

// The ways that an agreement goes on after its end. One that says none does so by itself
// when it says for how long.
const (
	Tacit   = "tacit"
	Express = "express"
	Never   = "never"
)

// Who has given notice; nobody said is us.
const (
	Ours   = "ours"
	Theirs = "theirs"
)

// The states of an agreement.
const (
	Signed    = "signed"
	Planned   = "planned"
	GivenUp   = "given_up" // notice has been given: it ends at its end
	Concluded = "ended"
)

// Times are what people head a column by that says from when to when an agreement is.
var Times = []string{"Avtalstid", "avtalsperiod", "avtalets löptid", "löptid", "avtal från-till", "avtal från till", "avtalstid från till", "giltighetstid", "giltighet", "avtalets giltighet",
	"giltighetsperiod", "avtalsperiod från till", "kontraktstid", "kontraktsperiod", "avtalets tid", "contract period", "agreement period"}
