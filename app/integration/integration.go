// Package integration holds what systems send to each other and to others: what, how,
// how often, and whether it is about persons. It is also what offentlighets- och
// sekretesslagen 4:2 wants told of: what is regularly fetched from or given to others.
package integration

import (
	"itportfoljen/app/agreement"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// Kind is an integration: information that goes from one to another.
var Kind = field.NewKind(field.Kind{Name: "integration", Plural: "integrations", One: "integration", Many: "integrationer", Also: []string{"koppling", "api", "filöverföring", "gränssnitt", "dataflöde", "informationsutbyte"}, Prefix: "INT",
	Sheet: "Integrationer", Searched: true, Further: true, Icon: "arrow-left-right", Page: "systems"})

// The groups of the form, in order.
const (
	Overview  = "Översikt"
	Technical = "Teknik"
	Notes     = "Anteckningar"
)

// The states of an integration.
const (
	Planned = "planned"
	Running = "running"
	Ending  = "ending" // it runs, and is going to be taken away
	Ended   = "ended"
)

// Which way the information goes.
const (
	OneWay = "one"
	Both   = "both"
)

// What goes, and between whom.
var (
	Information = field.NewText(Kind, "information", "Information", field.In(Overview), field.Listed, field.Width(26),
		field.Help("Vad som förs över, till exempel personaluppgifter eller fakturor."),
		field.Also("informationsmängd", "information som överförs", "vilken information", "vad", "vad som överförs", "uppgifter", "innehåll", "data", "integration", "integrationsnamn", "benämning", "namn", "koppling", "information"))
	From = field.NewRef(Kind, "from", "Från system", field.In(Overview), field.To(system.Kind), field.WhenGone(field.Cascade), field.Listed, field.Width(22),
		field.Help("Systemet som lämnar informationen."), field.Also("källsystem", "sändande system", "avsändare", "avsändande system", "ursprungssystem", "system a", "från", "from system", "source system"))
	To = field.NewRef(Kind, "to", "Till system", field.In(Overview), field.To(system.Kind), field.WhenGone(field.Cascade), field.Listed, field.Width(22),
		field.Help("Systemet som får informationen."), field.Also("målsystem", "mottagande system", "mottagarsystem", "destinationssystem", "system b", "till", "to system", "target system"))
	Outside = field.NewText(Kind, "outside", "Utomstående", field.In(Overview), field.Vocabulary, field.Listed, field.Width(16),
		field.Help("Den utanför kommunen som lämnar eller får informationen, till exempel Skatteverket: lämna då systemet i den änden tomt."),
		field.Also("extern part", "extern avsändare", "extern mottagare", "annan part", "mottagare", "avsändare utanför kommunen", "outside"))
	Direction = field.NewChoice(Kind, "direction", "Riktning", field.In(Overview), field.First, field.Of(
		field.Option{Key: OneWay, Label: "Åt ena hållet", Synonyms: []string{"enkelriktad", "envägs", "en väg", "→", "->", "enkel"}},
		field.Option{Key: Both, Label: "Åt båda hållen", Synonyms: []string{"dubbelriktad", "tvåvägs", "två vägar", "båda", "båda riktningarna", "↔", "<->", "dubbel"}},
	), field.Also("riktning", "dataflöde", "flödesriktning", "direction"))
	State = field.NewChoice(Kind, "state", "Status", field.In(Overview), field.Listed, field.Width(14), field.Of(
		field.Option{Key: Running, Label: "I drift", Synonyms: []string{"drift", "aktiv", "aktivt", "produktion", "i produktion", "driftsatt", "pågående", "används", "active"}, Tone: field.Good},
		field.Option{Key: Planned, Label: "Planerad", Synonyms: []string{"planerat", "kommande", "under utveckling", "beställd", "under införande", "test", "planned"}, Tone: field.Accent},
		field.Option{Key: Ending, Label: "Ska avvecklas", Synonyms: []string{"avvecklas", "under avveckling", "utfasas"}, Tone: field.Warn},
		field.Option{Key: Ended, Label: "Avslutad", Synonyms: []string{"avvecklad", "nedlagd", "stängd", "ur drift", "borttagen", "ended"}, Tone: field.Quiet},
	), field.Also("status", "läge", "state"))
	Frequency = field.NewChoice(Kind, "frequency", "Hur ofta", field.In(Overview), field.Listed, field.Width(13), field.Of(
		field.Option{Key: "instant", Label: "Genast", Synonyms: []string{"realtid", "i realtid", "direkt", "löpande", "kontinuerligt", "händelsestyrd", "händelsestyrt", "momentant", "realtime"}},
		field.Option{Key: "hourly", Label: "Varje timme", Synonyms: []string{"timvis", "en gång i timmen", "flera gånger per dag", "flera gånger om dagen", "hourly"}},
		field.Option{Key: "daily", Label: "Varje dygn", Synonyms: []string{"dagligen", "varje dag", "nattligen", "varje natt", "natt", "en gång per dygn", "1 gång/dygn", "dygnsvis", "daily"}},
		field.Option{Key: "weekly", Label: "Varje vecka", Synonyms: []string{"veckovis", "en gång i veckan", "en gång per vecka", "weekly"}},
		field.Option{Key: "monthly", Label: "Varje månad", Synonyms: []string{"månadsvis", "en gång i månaden", "en gång per månad", "monthly"}},
		field.Option{Key: "yearly", Label: "Någon gång om året", Synonyms: []string{"årligen", "varje år", "en gång per år", "årsvis", "terminsvis", "kvartalsvis", "halvårsvis", "yearly"}},
		field.Option{Key: "asked", Label: "Vid behov", Synonyms: []string{"på begäran", "vid förfrågan", "manuellt vid behov", "ad hoc"}},
	), field.Also("frekvens", "hur ofta", "intervall", "periodicitet", "uppdateringsfrekvens", "när", "schema", "frequency"))
	PersonalData = field.NewChoice(Kind, "personal_data", "Personuppgifter", field.In(Overview), field.Listed, field.Width(14), field.Of(
		field.Option{Key: "no", Label: "Nej", Synonyms: []string{"inga", "n", "no", "0", "-", "inga personuppgifter"}, Tone: field.Quiet},
		field.Option{Key: "yes", Label: "Ja", Synonyms: []string{"x", "j", "yes", "✓", "1"}},
		field.Option{Key: "sensitive", Label: "Ja, känsliga", Synonyms: []string{"ja - känsliga", "känsliga", "ja känsliga", "ja, känsliga personuppgifter", "känsliga personuppgifter"}, Tone: field.Warn},
	), field.Also("innehåller personuppgifter", "personuppgifter", "pu", "gdpr", "personal data"))
	Unit = field.NewUnit(Kind, "unit", "Ansvarig enhet", field.In(Overview), field.Help("Den nämnd, förvaltning eller det bolag som svarar för integrationen."),
		field.Also("ansvarig enhet", "enhet", "förvaltning", "nämnd", "unit"))
	Manager = field.NewRoles(Kind, "manager", "Integrationsansvarig", field.In(Overview), field.Help("Den som ser till att informationen kommer fram, och som man vänder sig till."),
		field.Also("integrationsansvarig", "ansvarig", "ägare", "kontaktperson", "förvaltare", "owner"))
)

// How it is done.
var (
	Method = field.NewChoice(Kind, "method", "Hur", field.In(Technical), field.Listed, field.Width(13), field.Of(
		field.Option{Key: "file", Label: "Fil", Synonyms: []string{"filöverföring", "filer", "sftp", "ftp", "csv", "xml", "filimport", "filexport", "file"}},
		field.Option{Key: "api", Label: "API", Synonyms: []string{"rest", "rest-api", "webbtjänst", "web service", "webservice", "soap", "graphql", "ws"}},
		field.Option{Key: "database", Label: "Databas", Synonyms: []string{"databaskoppling", "sql", "vy", "databasvy", "odbc", "direkt mot databas"}},
		field.Option{Key: "message", Label: "Meddelande", Synonyms: []string{"meddelandekö", "kö", "mq", "händelse", "service bus", "meddelanden", "shs", "edi", "peppol"}},
		field.Option{Key: "login", Label: "Inloggning", Synonyms: []string{"sso", "saml", "oidc", "ldap", "federation", "single sign-on"}},
		field.Option{Key: "manual", Label: "Manuellt", Synonyms: []string{"manuell", "för hand", "e-post", "mejl", "inmatning", "excel", "papper"}, Tone: field.Warn},
		field.Option{Key: "robot", Label: "Robot", Synonyms: []string{"rpa", "skärmskrapning"}},
		field.Option{Key: "other", Label: "Annat", Synonyms: []string{"övrigt", "annan"}, Tone: field.Quiet},
	), field.Also("hur", "överföringssätt", "metod", "teknik", "typ av integration", "integrationstyp", "integrationssätt", "protokoll", "format", "typ", "method"))
	Through = field.NewRef(Kind, "through", "Via system", field.In(Technical), field.To(system.Kind), field.WhenGone(field.Detach),
		field.Help("Det system som informationen går genom, till exempel en integrationsmotor. Stannar det kommer inget fram."), field.Also("via", "går via", "integrationsmotor", "integrationssystem", "via"))
	Platform = field.NewText(Kind, "platform", "Plattform", field.In(Technical), field.Vocabulary, field.Help("Med vilken teknik eller plattform den är byggd."),
		field.Also("plattform", "integrationsplattform", "verktyg", "platform"))
	Agreement = field.NewRef(Kind, "agreement", "Avtal", field.In(Technical), field.To(agreement.Kind), field.WhenGone(field.Detach),
		field.Help("Avtalet som integrationen görs eller sköts enligt."), field.Also("avtal", "agreement"))
	NotesText = field.NewLongText(Kind, "notes", "Anteckningar", field.In(Notes), field.Sensitive, field.Also("anteckningar", "anteckning", "beskrivning", "kommentar", "övrigt", "notes"))
)
