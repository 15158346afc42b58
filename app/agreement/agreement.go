// Package agreement holds the suppliers and the agreements with them, and what an
// agreement covers. It knows nothing of systems: what may be covered lets itself in.
package agreement

import "itportfoljen/app/field"

// What a field is made of is declared before it: they get their order in lists and forms
// as they are made.

// SupplierKind is somebody whom the municipality buys from.
var SupplierKind = field.NewKind(field.Kind{Name: "supplier", Plural: "suppliers", One: "leverantör", Many: "leverantörer", Prefix: "LEV",
	Sheet: "Leverantörer", Searched: true, Icon: "briefcase", Page: "agreements"})

// The groups of the forms, in order.
const (
	Overview = "Översikt"
	Contacts = "Kontakt"
	Terms    = "Villkor"
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
var Kind = field.NewKind(field.Kind{Name: "agreement", Plural: "agreements", One: "avtal", Many: "avtal", Neuter: true, Prefix: "AVT",
	Sheet: "Avtal", Searched: true, Icon: "file-text", Page: "agreements"})

// CoverKind is that an agreement covers something, such as a system.
var CoverKind = field.NewKind(field.Kind{Name: "agreement_system", Plural: "agreement_systems", One: "system i avtal", Many: "system i avtal", Neuter: true,
	Sheet: "Avtalens system", Icon: "file-text"})

// The fields of what an agreement covers. What may be covered lets itself in.
var (
	CoverText  = field.NewText(CoverKind, "text", "Avser", field.Help("Vad avtalet gäller för systemet, till exempel licenser eller drift."), field.Also("avser", "omfattning"))
	CoverOf    = field.NewRef(CoverKind, "agreement", "Avtal", field.Owning, field.To(Kind), field.Required(""), field.Listed, field.Also("avtal", "agreement"))
	Covered    = field.NewRef(CoverKind, "system", "System", field.Required(""), field.WhenGone(field.Cascade), field.Listed, field.Also("system"))
	CoverShare = field.NewNumber(CoverKind, "share", "Andel, %", field.Listed, field.Between(0, 100), field.Help("Hur stor del av avtalet som är systemets. Andelarna blir tillsammans 100."), field.Also("andel", "andel %", "share"))
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

// mostMonths is a hundred years: more is a slip, such as a year.
const mostMonths = 1200

// The fields of an agreement.
var (
	Name = field.NewText(Kind, "name", "Avtal", field.In(Overview), field.Required(""), field.Listed, field.Width(28),
		field.Also("avtalsnamn", "benämning", "avtal", "avtalsrubrik", "avtalsområde", "kontrakt", "agreement", "contract"))
	Supplier = field.NewRef(Kind, "supplier", "Leverantör", field.In(Overview), field.To(SupplierKind), field.Makes, field.Listed, field.Width(20),
		field.Also("leverantör", "avtalspart", "motpart", "avtalsmotpart", "entreprenör", "supplier", "vendor"))
	State = field.NewChoice(Kind, "state", "Status", field.In(Overview), field.First, field.Listed, field.Width(14), field.Of(
		field.Option{Key: Signed, Label: "Gäller", Synonyms: []string{"tecknat", "aktivt", "gällande", "signed", "active", "tecknad", "aktiv", "giltigt", "i kraft", "löpande", "löper", "pågående"}, Tone: field.Good},
		field.Option{Key: Planned, Label: "Under beredning", Synonyms: []string{"upphandlas", "upphandling", "planerat", "förhandlas", "planned", "under upphandling", "under förhandling", "ej tecknat"}, Tone: field.Accent},
		field.Option{Key: GivenUp, Label: "Uppsagt", Synonyms: []string{"sagt upp", "uppsagd", "uppsagt avtal"}, Tone: field.Warn},
		field.Option{Key: Concluded, Label: "Avslutat", Synonyms: []string{"avslutad", "upphört", "ended", "utgånget", "utgått", "gått ut", "har gått ut", "löpt ut"}, Tone: field.Quiet},
	), field.Also("status", "avtalsstatus"))
	Unit = field.NewUnit(Kind, "unit", "Ansvarig enhet", field.In(Overview), field.Listed, field.Width(22),
		field.Help("Den nämnd, förvaltning eller det bolag som svarar för avtalet."), field.Also("ansvarig enhet", "enhet", "förvaltning", "nämnd", "avdelning", "unit"))
	Manager = field.NewRoles(Kind, "manager", "Avtalsansvarig", field.In(Overview), field.Help("Följer upp avtalet och ser till att det sägs upp eller förlängs i tid."),
		field.Also("avtalsansvarig", "kontraktsansvarig", "avtalsägare", "avtalsförvaltare", "avtalshandläggare", "ansvarig"))
	Things = field.NewRefs(Kind, "systems", "Omfattar", field.In(Overview), field.Listed, field.Width(28), field.Help("De system som avtalet omfattar."), field.Computed(things), field.Follows(Covered.Targets))
	Number = field.NewText(Kind, "number", "Diarienummer", field.In(Overview), field.Listed, field.Found, field.Also("diarienummer", "avtalsnummer", "avtals-id", "ärendenummer", "dnr"))
	Value  = field.NewMoney(Kind, "value", "Avtalsvärde", field.In(Overview), field.Whole, field.Help("Vad avtalet beräknas kosta under hela sin tid, med förlängningar. Det som betalas ett år står under Kostnad på systemet."),
		field.Also("avtalsvärde", "kontraktsvärde", "värde", "avtalssumma", "avtalsbelopp", "totalt avtalsvärde", "uppskattat avtalsvärde", "value"))

	TermsText = field.NewText(Kind, "terms", "Avtalsvillkor", field.In(Terms), field.Help("Till exempel tills vidare, eller det som avtalet säger om uppsägning."), field.Also("avtalsvillkor", "avtalsform", "avtalstyp", "villkor"))
	Start     = field.NewDate(Kind, "start", "Avtal från", field.In(Terms), field.Also("avtal från", "avtalsstart", "avtal startdatum", "startdatum"))
	End       = field.NewDate(Kind, "end", "Avtal till", field.LastDay, field.In(Terms), field.Listed, field.Width(13), field.Else(TermsText),
		field.Also("avtal till", "avtal t.o.m.", "gäller till", "t.o.m.", "avtalsslut", "avtal slutdatum", "slutdatum", "löper ut"))
	NoticeMonths  = field.NewNumber(Kind, "notice_months", "Uppsägningstid, månader", field.In(Terms), field.Guided("Ange avtalens uppsägningstid"), field.Short("Uppsägning mån"), field.Months, field.Between(0, mostMonths), field.Also("uppsägningstid", "uppsägningstid månader", "uppsägningstid (mån)", "notice"))
	RenewalMonths = field.NewNumber(Kind, "renewal_months", "Förlängs med, månader", field.In(Terms), field.Short("Förlängs mån"), field.Months, field.Between(0, mostMonths), field.Help("Automatisk förlängning om avtalet inte sägs upp."), field.Also("förlängning", "avtalsförlängning", "förlängningstid", "automatisk förlängning", "förlängs med", "renewal"))
	NoticeBy      = field.NewDate(Kind, "notice_by", "Säg upp senast", field.In(Terms), field.Listed, field.Width(20), field.Help("Sista dag att säga upp avtalet: slutet minus uppsägningstiden, framrullat om avtalet förlängs av sig självt."), field.Computed(noticeBy), field.Blank(noticeUnknown))
	NoticeOn      = field.NewDate(Kind, "notice_on", "Uppsagt den", field.In(Terms), field.Help("Dag då uppsägningen lämnades. Då förlängs avtalet inte mer."), field.Also("uppsagt", "uppsagt den"))
	_             = field.NewJoint(Kind, []*field.Field{Start.Field, End.Field}, field.Until, Times...)
	NotesText     = field.NewLongText(Kind, "notes", "Anteckningar", field.In(Overview), field.Sensitive, field.Also("anteckningar", "anteckning", "kommentar", "övrigt"))
)
