// Package system holds the systemportfölj: the systems that the
// municipality governs, declared as a catalogue of fields.
package system

import (
	"itportfoljen/app/agreement"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/managed"
	"itportfoljen/app/org"
	"itportfoljen/app/platform"
	"itportfoljen/app/usage"
)

// Kind is a system or förvaltningsobjekt.
var Kind = field.NewKind(field.Kind{Name: "system", Plural: "systems", One: "system", Many: "system", Also: []string{"program", "app", "applikation", "programvara", "verksamhetssystem", "objekt", "mjukvara"}, Neuter: true, Prefix: "SYS",
	Sheet: "Systemportfölj", Common: true, Searched: true, Counted: true, Icon: "layers", Page: "systems"})

// The groups of the form, in order.
const (
	Overview  = "Översikt"
	RoleGroup = "Roller"
	Security  = "Klassning"
	Privacy   = "Personuppgifter"
	Contract  = "Avtal"
	Economy   = "Kostnad"
	Technical = "Teknik"
	Operation = "Drift"
	Notes     = "Anteckningar"
)

// The phases of a system's life, in order.
const (
	Idea         = "idea"
	Planned      = "planned"
	Procurement  = "procurement"
	Introduction = "introduction"
	Running      = "maintained"
	Developing   = "developing"
	PhaseOut     = "phaseout"
	OutOfUse     = "retired"
)

// Service is from when the fields are required that say so: the system is in
// service.
const Service = "service"

// From when who owns it is required: the system is in service, and the styrmodell says that
// it is owned so.
const (
	OwnedByPerson    = "person"
	OwnedByUnit      = "unit"
	OwnedRepresented = "represented"
)

var fit = []field.Option{
	{Key: "high", Label: "Hög", Synonyms: []string{"h", "bra", "god"}, Tone: field.Good},
	{Key: "low", Label: "Låg", Synonyms: []string{"l", "dålig", "bristande"}, Tone: field.Warn},
}

// What the system is.
var (
	Name = field.NewText(Kind, "name", "System", field.In(Overview), field.Required(""), field.Listed, field.Width(26),
		field.Also("namn", "systemnamn", "applikation", "applikationsnamn", "it-system", "programvara", "program", "produkt", "tjänst", "verksamhetssystem", "informationssystem", "name", "system name", "application", "application name"))
	OwnerUnit = field.NewUnit(Kind, "unit", "Ägande enhet", field.In(Overview), field.Guided("Ange systemens enhet"), field.Required(""), field.Listed, field.Width(24),
		field.Help("Den nämnd, förvaltning eller det bolag som äger systemet."),
		field.Also("organisation", "förvaltning", "enhet", "nämnd", "ägande förvaltning", "verksamhet", "avdelning", "kontor", "sektor", "organisationsenhet", "organisatorisk hemvist", "organization", "department", "owner unit"))
	Description = field.NewLongText(Kind, "description", "Beskrivning", field.In(Overview), field.Guided("Beskriv system"), field.Required(""),
		field.Help("Vad systemet gör för verksamheten, i en eller två meningar."),
		field.Also("verksamhet beskrivning", "beskrivning", "syfte", "användning", "användningsområde", "funktion", "funktionsbeskrivning", "vad används systemet till", "vad gör systemet", "description", "purpose", "summary"))
	Category = field.NewText(Kind, "category", "Kategori", field.In(Overview), field.Vocabulary,
		field.Also("systemkategorier", "systemkategori", "kategori", "typ av system", "systemgrupp", "category"), field.Maybe("typ"))
	Lifecycle = field.NewChoice(Kind, "lifecycle", "Livscykel", field.In(Overview), field.Required(""), field.Listed, field.Width(21), field.Of(
		field.Option{Key: Idea, Label: "Idé", Synonyms: []string{"behov", "behov finns", "förslag", "föreslaget", "föreslagen", "önskemål", "idea"}, Tone: field.Quiet},
		field.Option{Key: Planned, Label: "Planerat", Synonyms: []string{"planerad", "kommande", "beslutat", "beställt", "planeras"}, Tone: field.Accent, Do: "Planera"},
		field.Option{Key: Procurement, Label: "Upphandling", Synonyms: []string{"under upphandling", "upphandlas", "ska upphandlas", "under anskaffning", "anskaffning", "anskaffas", "procurement"}, Tone: field.Accent, Do: "Upphandla"},
		field.Option{Key: Introduction, Label: "Införande och test", Synonyms: []string{"under införande", "införande", "införs", "pilot", "test", "i test", "under test", "testas", "under implementering", "implementeras", "under uppbyggnad"}, Tone: field.Accent, Do: "Inför och testa"},
		field.Option{Key: Running, Label: "I drift", Synonyms: []string{"i förvaltning", "under förvaltning", "förvaltning", "drift", "aktiv", "aktivt", "deployed", "in production", "i bruk", "används", "används idag", "i produktion", "produktion", "driftsatt", "produktionssatt", "i full drift", "skarp drift", "i skarp drift", "förvaltas", "befintligt", "igång", "in use", "active", "live"}, Tone: field.Good, Do: "Ta i drift"},
		field.Option{Key: Developing, Label: "Under vidareutveckling", Synonyms: []string{"under aktiv vidareutveckling", "vidareutveckling", "utvecklas"}, Tone: field.Good},
		field.Option{Key: PhaseOut, Label: "Under avveckling", Synonyms: []string{"avvecklas", "avveckling", "utfasning", "under utfasning", "fasas ut", "ska avvecklas", "kommer att avvecklas", "planeras avvecklas", "planerad avveckling", "avveckling planerad", "avveckling pågår", "ska ersättas", "ersätts", "ska bytas ut", "phase-out"}, Tone: field.Warn, Do: "Börja avveckla", Then: "Styrmodellens checklista för avveckling läggs till, om den har en."},
		field.Option{Key: OutOfUse, Label: "Avvecklat", Synonyms: []string{"avvecklad", "nedlagt", "retired", "ur drift", "nedstängt", "nedstängd", "avstängt", "stängt", "stängd", "ur bruk", "ej i drift", "inte i drift", "ej i bruk", "används ej", "används inte", "används inte längre", "ej aktiv", "inte aktiv", "inaktiv", "utfasat", "utfasad", "borttaget", "borttagen", "avslutat", "utgått", "upphört", "skrotat", "decommissioned"}, Tone: field.Quiet, Do: "Avveckla", Then: "Systemet är därefter ur bruk, och finns kvar i listan."},
	), field.Also("var i systemets livscykel befinner sig systemet?", "livscykel", "livscykelfas", "livscykelstatus", "livscykelläge", "status", "status livscykel", "fas", "lifecycle", "stage"))
	Criticality = field.NewChoice(Kind, "criticality", "Verksamhetskritiskt", field.In(Overview), field.Short("Kritiskt"), field.Of(usage.Degrees...), field.Also("verksamhetskritiskt", "kritikalitet", "verksamhetskritisk", "är systemet kritiskt?", "business critical", "criticality"))
	Assessment  = field.NewChoice(Kind, "it_assessment", "IT-bedömning", field.In(Overview), field.Of(
		field.Option{Key: "develop", Label: "Utveckling", Synonyms: []string{"utveckla", "vidareutveckla", "vidareutveckling"}},
		field.Option{Key: "maintain", Label: "Vidmakthållande", Synonyms: []string{"behåll", "vidmakthåll", "förvalta", "behålla", "behålls", "vidmakthålla"}},
		field.Option{Key: "consolidate", Label: "Konsolidering", Synonyms: []string{"konsolidera", "slå ihop", "slås ihop"}},
		field.Option{Key: "retire", Label: "Avveckling", Synonyms: []string{"avveckla", "avvecklas", "fasa ut"}},
		field.Option{Key: "unknown", Label: "Vet ej", Synonyms: []string{"oklart", "?"}, Tone: field.Quiet},
	), field.Also("it bedömning", "bedömning", "it-avdelningens bedömning", "it:s bedömning", "strategi"))
	Users = field.NewNumber(Kind, "users", "Användare", field.In(Overview), field.Help("Antal aktiva användare."),
		field.Also("aktiva användare", "antal användare", "användare", "användarantal", "unika användare", "users", "number of users"))
	UsedBy = usage.NewBy(Kind, "used_by", "Används av", field.In(Overview), field.To(org.UnitKind), field.Width(24),
		field.Help("De enheter som använder systemet, efter det som står under Användningar; står inget där den enhet som äger det."))
	Concerns = usage.NewConcerned(Kind, "owned_or_used_by", "Ägs eller används av", field.In(Overview), field.To(org.UnitKind), field.Width(24),
		field.Help("Den enhet som äger systemet och de som använder det."))
	UsersCounted  = usage.NewCount(Kind, "users_counted", "Användare enligt enheterna", field.In(Overview), field.Short("Anv. enheterna"), field.Help("Summan av det som står under Användningar."))
	UsedBySeveral = usage.NewSeveral(Kind, "used_by_several", "Delas av flera förvaltningar", field.In(Overview), field.Short("Delas"),
		field.Help("Två eller flera förvaltningar, nämnder eller bolag använder systemet, efter det som står under Användningar."))
	CostSplit = usage.NewSplit(Kind, "cost_split", "Kostnaden är fördelad", field.In(Overview), field.Help("Andelarna under Användningar blir tillsammans 100 %."))
	Object    = field.NewRef(Kind, "managed_object", "Förvaltningsobjekt", field.In(Overview), field.To(managed.Kind), field.Makes, field.WhenGone(field.Detach), field.Width(24),
		field.Help("Det förvaltningsobjekt som systemet hör till; det kan omfatta flera system."), field.Also("förvaltningsobjekt", "hör till förvaltningsobjekt", "objekttillhörighet"))
	Scope = field.NewChoice(Kind, "scope", "Omfattning", field.In(Overview), field.Of(
		field.Option{Key: "shared", Label: "Kommunövergripande", Synonyms: []string{"gemensamt", "kommungemensamt", "övergripande", "hela kommunen", "koncerngemensamt", "gemensam"}},
		field.Option{Key: "board", Label: "Nämndspecifikt", Synonyms: []string{"förvaltningsspecifikt", "lokalt", "eget", "verksamhetsspecifikt", "förvaltningsspecifik", "enskild förvaltning"}},
	), field.Also("omfattning", "gemensamt system", "scope"))
	Support = field.NewChoice(Kind, "support_category", "Kategori av IT-stöd", field.In(Overview), field.FromModel("categories"), field.Help("Som styrmodellen delar in IT-stödet: hur snabbt det förändras, och därmed hur det styrs."),
		field.Also("kategori av it-stöd", "typ av it-stöd"))
	Tags = field.NewTags(Kind, "tags", "Taggar", field.In(Overview))
)

// Who answers for it. Roles are those of Danderyd's, Karlstad's and Lilla
// Edet's guidelines.
var (
	OwnerBody = field.NewUnit(Kind, "owner_body", "Nämnd som systemägare", field.In(RoleGroup), field.Guided("Ange vilken nämnd eller förvaltning som är systemägare"), field.Required(OwnedByUnit), field.Width(24),
		field.Help("Där styrmodellen säger att en nämnd, en förvaltning eller ett bolag är systemägare."),
		field.Also("systemägande nämnd", "systemägarnämnd", "systemägare nämnd"))
	Representative = field.NewRoles(Kind, "owner_representative", "Systemägarrepresentant", field.In(RoleGroup), field.Guided("Utse systemägarrepresentant"), field.Required(OwnedRepresented),
		field.Help("Företräder den nämnd eller styrelse som är systemägare."), field.Also("systemägarrepresentant", "systemägarföreträdare", "systemägarens representant"))
	SystemOwner = field.NewRoles(Kind, "system_owner", "Systemägare", field.In(RoleGroup), field.Guided("Utse systemägare"), field.Required(OwnedByPerson), field.Listed, field.Width(18),
		field.Help("Ansvarar ytterst för systemet: ekonomi, avtal, klassning och att det används rätt."),
		field.Also("systemägare", "ägare", "objektägare", "systemägare verksamhet", "objektägare verksamhet", "system owner", "owner"))
	OwnerDeputy = field.NewRoles(Kind, "owner_deputy", "Ersättare för systemägare", field.In(RoleGroup), field.Also("ersättare systemägare", "ställföreträdande systemägare", "biträdande systemägare"))
	ITOwner     = field.NewRoles(Kind, "it_owner", "Systemägare IT", field.In(RoleGroup), field.Blank(byPost("it_owner")),
		field.Help("Ansvarar för systemet som teknisk leverans. Säger styrmodellen att det är IT-chefen behöver ingen skrivas här: den som har uppdraget visas."), field.Also("systemägare it", "objektägare it", "teknisk systemägare"))
	Manager = field.NewRoles(Kind, "system_manager", "Systemförvaltare", field.In(RoleGroup), field.Guided("Utse systemförvaltare"), field.Required(Service), field.Listed, field.Width(18),
		field.Help("Sköter systemet i vardagen på verksamhetens uppdrag."),
		field.Also("systemansvariga verksamhet", "systemansvarig verksamhet", "systemansvarig", "systemförvaltare", "förvaltningsledare", "objektförvaltare", "systemförvaltare verksamhet", "förvaltningsledare verksamhet", "funktionell förvaltare", "systemadministratör", "kontaktperson verksamhet", "system manager", "contact", "kontaktperson"),
		field.Maybe("ansvarig", "kontakt", "superanvändare"))
	ManagerDeputy    = field.NewRoles(Kind, "manager_deputy", "Ersättare för systemförvaltare", field.In(RoleGroup), field.Also("ersättare systemförvaltare", "biträdande systemförvaltare", "vice systemförvaltare", "backup systemförvaltare"))
	ManagerBy        = field.NewText(Kind, "manager_appointed_by", "Systemförvaltaren utsedd av", field.In(RoleGroup), field.Vocabulary, field.Also("systemförvaltare utsedd av", "utsedd av"))
	ManagerAgreed    = field.NewBool(Kind, "manager_agreed", "Tid och kompetens avtalad", field.In(RoleGroup), field.Help("Systemägaren har gett systemförvaltaren tid och kompetens för uppgiften."), field.Also("tid och kompetens", "tid avsatt för systemförvaltare"))
	TechnicalManager = field.NewRoles(Kind, "technical_manager", "Teknisk systemförvaltare", field.In(RoleGroup), field.Short("Teknisk förvaltare"),
		field.Also("systemansvariga it", "systemansvarig it", "teknisk förvaltare", "teknisk systemförvaltare", "systemförvaltare it", "förvaltningsledare it", "it-ansvarig", "teknisk ansvarig", "systemtekniker", "it-tekniker", "kontaktperson it", "teknisk kontakt", "technical manager"))
	OperationsManager = field.NewRoles(Kind, "operations_manager", "Driftansvarig", field.In(RoleGroup),
		field.Also("driftansvarig", "driftsansvarig", "drift ansvarig"))
	InformationOwner = field.NewRoles(Kind, "information_owner", "Informationsägare", field.In(RoleGroup),
		field.Help("Ansvarar för informationen i systemet och beslutar dess klassning."), field.Also("informationsägare", "informationsansvarig", "information owner", "data owner"))
)

var levels = []field.Option{
	{Key: "0", Label: "0 försumbar", Synonyms: []string{"ingen", "försumbar"}, Tone: field.Quiet},
	{Key: "1", Label: "1 måttlig", Synonyms: []string{"måttlig"}},
	{Key: "2", Label: "2 betydande", Synonyms: []string{"betydande"}},
	{Key: "3", Label: "3 allvarlig", Synonyms: []string{"allvarlig"}, Tone: field.Warn},
	{Key: "4", Label: "4 synnerligen allvarlig", Synonyms: []string{"synnerligen allvarlig"}, Tone: field.Bad},
}

const levelHelp = "Konsekvens om skyddet brister, 0–4 enligt KLASSA. Skriv aldrig in säkerhetsskyddsklassade uppgifter."

// How sensitive its information is (KLASSA).
var (
	Confidentiality = field.NewLevel(Kind, "confidentiality", "Konfidentialitet", field.Guided("Klassa system"), field.Sensitive, field.Short("K"), field.In(Security), field.Required(Service), field.Listed, field.Width(5), field.Of(levels...), field.Help(levelHelp),
		field.Also("k", "konfidentialitet", "sekretess", "confidentiality"))
	Integrity = field.NewLevel(Kind, "integrity", "Riktighet", field.Sensitive, field.Short("R"), field.In(Security), field.Required(Service), field.Listed, field.Width(5), field.Of(levels...), field.Help(levelHelp),
		field.Also("r", "riktighet", "integrity"))
	Availability = field.NewLevel(Kind, "availability", "Tillgänglighet", field.Sensitive, field.Short("T"), field.In(Security), field.Required(Service), field.Listed, field.Width(5), field.Of(levels...), field.Help(levelHelp),
		field.Also("t", "tillgänglighet", "availability"))
	Traceability = field.NewLevel(Kind, "traceability", "Spårbarhet", field.Sensitive, field.Short("S"), field.In(Security), field.Width(5), field.Of(levels...), field.Help(levelHelp),
		field.Also("s", "spårbarhet", "traceability"))
	ClassifiedOn   = field.NewDate(Kind, "classified_on", "Klassad den", field.In(Security), field.Also("klassningsdatum", "klassad", "senast klassad", "datum för klassning", "datum för informationsklassning", "senaste informationsklassning", "datum för senaste klassning"))
	ClassifiedBy   = field.NewText(Kind, "classified_by", "Klassad av", field.In(Security), field.Also("klassad av", "klassning av"))
	ClassNote      = field.NewLongText(Kind, "classification_note", "Motivering", field.Sensitive, field.In(Security), field.Also("motivering", "klassningsmotivering"))
	ReviewBy       = field.NewDate(Kind, "review_by", "Klassas om senast", field.LastDay, field.In(Security), field.Also("nästa klassning", "nästa informationsklassning", "omklassning", "next review"))
	ClassifiedYear = field.NewBool(Kind, "classified_last_year", "Klassning gjord senaste året", field.In(Security),
		field.Also("har informationssäkerhetsklassning genomförts under det senaste året?", "informationsklassad", "informationssäkerhetsklassad"))
	AIRisk = field.NewChoice(Kind, "ai_risk", "AI-risk", field.In(Security), field.Help("Riskklass enligt EU:s AI-förordning."), field.Of(
		field.Option{Key: "none", Label: "Ej applicerbart", Synonyms: []string{"ingen ai", "nej", "ej tillämpligt"}, Tone: field.Quiet},
		field.Option{Key: "minimal", Label: "Minimal risk", Synonyms: []string{"minimal"}},
		field.Option{Key: "limited", Label: "Begränsad risk", Synonyms: []string{"begränsad"}},
		field.Option{Key: "high", Label: "Hög risk", Synonyms: []string{"hög"}, Tone: field.Warn},
		field.Option{Key: "unacceptable", Label: "Oacceptabel risk", Synonyms: []string{"oacceptabel", "förbjuden"}, Tone: field.Bad},
	), field.Also("ai risk", "ai-risk", "ai-riskklass", "riskklass enligt ai-förordningen"))
)

// Personal data: the register of GDPR article 30.1.
var (
	PersonalData = field.NewChoice(Kind, "personal_data", "Personuppgifter", field.In(Privacy), field.Required(Service), field.Of(
		field.Option{Key: "no", Label: "Nej", Synonyms: []string{"inga", "n", "no", "0", "-", "inga personuppgifter", "innehåller inte", "innehåller ej"}, Tone: field.Quiet},
		field.Option{Key: "yes", Label: "Ja", Synonyms: []string{"x", "j", "yes", "✓", "1"}},
		field.Option{Key: "sensitive", Label: "Ja, känsliga", Synonyms: []string{"ja - känsliga", "känsliga", "ja känsliga", "ja, känsliga personuppgifter", "sensitive", "känsliga personuppgifter"}, Tone: field.Warn},
	), field.Also("innehåller personuppgifter", "personuppgifter", "personuppgiftsbehandling", "pu", "pii", "personal data", "gdpr"))
	Controller      = field.NewUnit(Kind, "controller", "Personuppgiftsansvarig", field.In(Privacy), field.Help("Normalt den nämnd eller det bolag som bestämmer ändamålet."), field.Also("personuppgiftsansvarig", "personuppgiftsansvarig nämnd", "pua"))
	PrivacyPurpose  = field.NewLongText(Kind, "privacy_purpose", "Ändamål", field.In(Privacy), field.Also("ändamål", "ändamål med behandlingen", "ändamål med personuppgiftsbehandlingen"))
	LegalBasis      = field.NewText(Kind, "legal_basis", "Rättslig grund", field.In(Privacy), field.Vocabulary, field.Also("rättslig grund", "laglig grund", "rättslig grund för behandlingen"))
	DataSubjects    = field.NewText(Kind, "data_subjects", "Registrerade", field.In(Privacy), field.Also("kategorier av registrerade", "registrerade"))
	DataCategories  = field.NewText(Kind, "data_categories", "Kategorier av uppgifter", field.In(Privacy), field.Also("kategorier av personuppgifter", "typ av personuppgifter", "vilka personuppgifter"))
	Recipients      = field.NewText(Kind, "recipients", "Mottagare", field.In(Privacy), field.Also("mottagare", "kategorier av mottagare", "mottagare av uppgifter"))
	ThirdCountry    = field.NewText(Kind, "third_country", "Tredjeland och skyddsåtgärd", field.In(Privacy), field.Also("tredjeland", "tredjelandsöverföring", "överföring till tredjeland"))
	Retention       = field.NewText(Kind, "retention", "Gallring", field.In(Privacy), field.Also("gallring", "gallringsfrist", "gallringstid", "gallringsregler", "lagringstid"))
	Measures        = field.NewLongText(Kind, "security_measures", "Skyddsåtgärder", field.In(Privacy), field.Sensitive, field.Also("säkerhetsåtgärder", "skyddsåtgärder", "tekniska skyddsåtgärder"))
	ProcessorSigned = field.NewDate(Kind, "dpa_on", "PUB-avtal", field.In(Privacy), field.Help("Dag då personuppgiftsbiträdesavtalet undertecknades."), field.Also("pub-avtal", "personuppgiftsbiträdesavtal", "biträdesavtal", "pub avtal"), field.Maybe("pub"))
	ImpactAssessed  = field.NewDate(Kind, "dpia_on", "Konsekvensbedömning", field.In(Privacy), field.Help("Dag för konsekvensbedömning (DPIA)."), field.Also("dpia", "konsekvensbedömning"))
)

// Whom it is bought from, and the agreement that covers it: what the fields show and
// set is kept in the agreement.
var (
	Supplier = field.NewRef(Kind, "supplier", "Leverantör", field.Guided("Ange systemens leverantör"), field.Found, field.To(agreement.SupplierKind), field.Makes, field.In(Contract), field.Listed, field.Width(16),
		field.Also("leverantör", "systemleverantör", "avtalsleverantör", "avtalspart", "leverantör/tillverkare", "vendor", "supplier"))
	AgreementTerms = agreement.NewView(Kind, "agreement_terms", "Avtalsvillkor", agreement.TermsText.Field, field.In(Contract), field.Also("avtalsvillkor", "avtalsform", "avtalstyp"))
	AgreementRef   = agreement.NewView(Kind, "agreement_ref", "Avtalets diarienummer", agreement.Number.Field, field.In(Contract), field.Also("diarienummer", "avtalsnummer", "avtal diarienummer", "dnr"))
	AgreementStart = agreement.NewView(Kind, "agreement_start", "Avtal från", agreement.Start.Field, field.In(Contract), field.Also("avtalsstart", "avtal från", "avtal startdatum"))
	AgreementEnd   = agreement.NewView(Kind, "agreement_end", "Avtal till", agreement.End.Field, field.In(Contract), field.Listed, field.Width(20), field.Else(field.TextField{Field: AgreementTerms}),
		field.Also("avtalstiden löper ut datum", "avtalstiden löper ut", "avtal till", "avtal t.o.m.", "avtal gäller till", "avtalsslut", "avtal slutdatum", "avtalets slutdatum", "avtal löper ut", "agreement end", "contract end"))
	NoticeMonths  = agreement.NewView(Kind, "notice_months", "Uppsägningstid, månader", agreement.NoticeMonths.Field, field.In(Contract), field.Also("uppsägningstid", "uppsägningstid månader", "uppsägningstid (mån)", "avtalets uppsägningstid", "notice"))
	RenewalMonths = agreement.NewView(Kind, "renewal_months", "Förlängs med, månader", agreement.RenewalMonths.Field, field.In(Contract), field.Also("förlängning", "avtalsförlängning", "förlängningstid", "automatisk förlängning", "förlängs med", "renewal"))
	NoticeBy      = agreement.NewView(Kind, "notice_by", "Säg upp senast", agreement.NoticeBy.Field, field.In(Contract), field.Also("senast uppsägning"))
	Arrangements  = field.NewRefs(Kind, "arrangements", "Överenskommelser", field.In(Contract), field.To(agreement.Kind), field.Computed(arrangements), field.Follows(agreement.CoverKind.Owner().Targets),
		field.Help("Skriftliga överenskommelser mellan förvaltningar som omfattar systemet och gäller."))
	Agreements = field.NewRefs(Kind, "agreements_in_force", "Avtal som gäller", field.In(Contract), field.To(agreement.Kind), field.Computed(inForce), field.Follows(agreement.CoverKind.Owner().Targets),
		field.Help("Avtal som omfattar systemet och inte är planerade eller avslutade."))
	LockIn = field.NewText(Kind, "lock_in", "Inlåsning", field.In(Contract), field.Vocabulary, field.Also("inlåsningseffekter", "inlåsning"))
)

// What costs are called is the same before and after; which of the fields a column is
// follows from its year. costs may be of running a system or not.
var (
	runningCosts     = []string{"driftkostnad", "årskostnad", "kostnad per år", "löpande kostnad", "annual cost"}
	developmentCosts = []string{"utvecklingskostnad", "investeringskostnad"}
	costs            = []string{"kostnad", "totalkostnad", "systemkostnad", "licenskostnad", "licensavgift", "årsavgift", "underhållskostnad", "supportkostnad"}
)

// What it costs, a year at a time.
var (
	OperationsBudget = economy.NewYearly(Kind, "operations_budget", "Driftbudget", economy.Operations, economy.CostBudget, field.In(Economy), field.Listed,
		field.Also("driftbudget", "budget drift", "drift"), field.Also(runningCosts...), field.Maybe("budget"), field.Maybe(costs...))
	OperationsForecast = economy.NewYearly(Kind, "operations_forecast", "Driftprognos", economy.Operations, economy.CostForecast, field.In(Economy), field.Also("driftprognos", "prognos drift"), field.Maybe("prognos"))
	OperationsActual   = economy.NewYearly(Kind, "operations_actual", "Driftutfall", economy.Operations, economy.CostActual, field.In(Economy), field.Also("driftutfall", "utfall drift"), field.Also(runningCosts...), field.Maybe("utfall"), field.Maybe(costs...))
	DevelopmentBudget  = economy.NewYearly(Kind, "development_budget", "Utvecklingsbudget", economy.Investment, economy.CostBudget, field.In(Economy),
		field.Help("Utveckling och investering i systemet: kostnader som är investering."), field.Also("utvecklingsbudget", "budget utveckling", "investeringsbudget", "investering"), field.Also(developmentCosts...))
	FromAgreements = agreement.NewPortion(Kind, "from_agreements", "Kostnad genom avtal", field.In(Economy), field.Width(14),
		field.Help("Systemets del av vad dess avtal kostar planåret, efter andelarna i avtalet. Räknas på avtalet, inte här."))
	DevelopmentActual = economy.NewYearly(Kind, "development_actual", "Utvecklingsutfall", economy.Investment, economy.CostActual, field.In(Economy), field.Also("utvecklingsutfall", "utfall utveckling", "utfall investering"), field.Also(developmentCosts...))
)

// How it is run and for how long.
var (
	Hosting = field.NewChoice(Kind, "hosting", "Driftform", field.In(Technical), field.Listed, field.Width(14), field.Of(
		field.Option{Key: "internal", Label: "Intern drift", Synonyms: []string{"internt", "intern", "egen drift", "lokal", "on-prem", "on premise", "lokal drift", "lokalt", "onprem", "on premises", "egen server", "egna servrar", "egen regi", "i egen regi", "driftas internt", "kommunens drift", "kommunens servrar", "eget datacenter"}},
		field.Option{Key: "external", Label: "Extern drift", Synonyms: []string{"externt", "extern", "hostad", "outsourcad", "entreprenad", "driftas externt", "hos leverantör", "hos leverantören", "leverantörens drift", "leverantören", "driftpartner", "extern leverantör", "extern hosting", "hosted", "hosting", "outsourcing"}},
		field.Option{Key: "cloud", Label: "Molntjänst", Synonyms: []string{"moln (saas)", "moln", "saas", "molntjänst, eu", "cloud", "paas", "iaas", "molnet", "i molnet", "molntjänster", "molnbaserat", "molnlösning", "publikt moln", "publik molntjänst", "moln/saas", "saas/moln", "saas-tjänst", "azure", "aws"}},
	), field.Also("drift internt eller externt", "driftform", "drift", "typ av drift", "driftas", "driftlösning", "driftmodell", "moln", "molntjänst", "moln eller lokalt", "on-prem/moln", "hosting", "driftmiljö"))
	DataLocation = field.NewText(Kind, "data_location", "Var data lagras", field.In(Technical), field.Vocabulary, field.Also("datalagring", "var lagras data", "var lagras informationen", "lagringsplats", "plats för data", "data location"))
	InUseFrom    = field.NewText(Kind, "in_use_from", "I drift sedan", field.In(Technical), field.Normalise(partDate), field.Help("År, månad eller dag: 2018, 2018-03 eller 2018-03-01."),
		field.Also("drift år", "driftsatt", "i drift sedan", "i bruk sedan", "driftsättningsår", "driftsättningsdatum", "startår", "infört år", "införandeår", "anskaffningsår", "in operation since"))
	SupportEnd = field.NewDate(Kind, "support_end", "Stöd till", field.LastDay, field.In(Technical), field.Help("Dag då leverantörens stöd för versionen upphör."), field.Also("support till", "end of support", "stöd upphör", "end of life"))
	RetireYear = field.NewYear(Kind, "retire_year", "Avvecklingsår", field.In(Technical), field.Also("avvecklingsår", "avvecklas år", "planerad avveckling", "avvecklas", "retirement year"))
	Adaptable  = field.NewChoice(Kind, "adaptable", "Anpassningsbart", field.In(Technical), field.Of(
		field.Option{Key: "yes", Label: "Ja", Synonyms: []string{"j", "x"}},
		field.Option{Key: "partly", Label: "Delvis", Synonyms: []string{"delivs"}},
		field.Option{Key: "no", Label: "Nej", Synonyms: []string{"n"}},
	), field.Also("är systemet anpassningsbart?", "anpassningsbart"))
	TechnicalFit  = field.NewChoice(Kind, "technical_fit", "Teknisk lämplighet", field.In(Technical), field.Of(fit...), field.Also("teknisk lämplighet", "teknisk status", "technical fit"))
	FunctionalFit = field.NewChoice(Kind, "functional_fit", "Funktionell lämplighet", field.In(Technical), field.Of(fit...), field.Also("funktionell lämplighet", "funktionell status", "verksamhetsnytta", "functional fit"))
	TIME          = field.NewChoice(Kind, "time", "Bedömning (TIME)", field.In(Technical), field.Help("Följer av lämpligheten: båda hög investera, bara funktionell migrera, bara teknisk tolerera, båda låg eliminera."), field.Of(
		field.Option{Key: "invest", Label: "Investera", Tone: field.Good},
		field.Option{Key: "tolerate", Label: "Tolerera"},
		field.Option{Key: "migrate", Label: "Migrera", Tone: field.Accent},
		field.Option{Key: "eliminate", Label: "Eliminera", Tone: field.Warn},
	), field.Computed(timeQuadrant))
	Lifespan = field.NewChoice(Kind, "lifespan", "Beräknad livslängd", field.In(Technical), field.Of(
		field.Option{Key: "months", Label: "Högst 6 månader", Synonyms: []string{"3-6 månader", "försök"}},
		field.Option{Key: "short", Label: "Upp till 2 år", Synonyms: []string{"1-2 år", "1 år", "2 år"}},
		field.Option{Key: "medium", Label: "3–5 år", Synonyms: []string{"3-5 år", "3 år", "4 år", "5 år"}},
		field.Option{Key: "long", Label: "6–9 år", Synonyms: []string{"6-9 år"}},
		field.Option{Key: "decade", Label: "10 år eller mer", Synonyms: []string{"10 år", "minst 10 år", "mer än 10 år", "över 10 år"}},
	), field.Help("Hur länge systemet är tänkt att användas."), field.Also("beräknad livslängd", "livslängd", "förväntad livslängd"))
	Platforms = field.NewRefs(Kind, "platforms", "Plattform", field.In(Technical), field.To(platform.Kind), field.WhenGone(field.Detach),
		field.Help("De delar av plattformen, och de gemensamma lösningar, som systemet står på."), field.Also("plattform", "teknisk plattform", "står på"))
	Duplicates = field.NewRefs(Kind, "duplicates", "Dubblerar gemensam lösning", field.In(Technical),
		field.Help("Gemensamma lösningar för systemets kategori som det varken står på eller har undantag från."), field.Computed(duplicates), field.Follows(against))
	DependsOn = field.NewLongText(Kind, "depends_on", "Beroende till", field.In(Technical), field.Help("System som det här systemet är beroende av."), field.Also("beroende till", "beroenden", "integrationer", "kopplingar", "kopplingar till andra system", "dependencies"))
	// What the owner has decided: the decisions are parts of the system, and the latest of each counts.
	DevelopmentDecided = field.NewDate(Kind, "development_decided_on", "Utveckling beslutad", field.In(Technical), field.Help("Dagen då det beslutades att systemet ska vidareutvecklas, om det senaste beslutet är bifall."), field.Computed(decidedOn(Developing)), field.Follows(said))
	PhaseOutDecided    = field.NewDate(Kind, "phaseout_decided_on", "Avveckling beslutad", field.In(Technical), field.Help("Dagen då det beslutades att systemet ska avvecklas, om det senaste beslutet är bifall."), field.Computed(decidedOn(PhaseOut)), field.Follows(said))
	OtherOwner         = field.NewText(Kind, "decided_by_other", "Beslutat av annan", field.In(Technical), field.Help("Den som beslutade om utveckling eller avveckling var inte systemägare den dagen."), field.Computed(otherOwner), field.Follows(said))
)

// What is asked of it before it is run, and what was agreed on then.
var (
	ITAskedOn = field.NewDate(Kind, "it_asked_on", "IT-avdelningen tillfrågad", field.In(Operation), field.Help("Dag då IT-avdelningen fick frågan om drift."),
		field.Also("it tillfrågad", "it-avdelningen tillfrågad om drift", "it-enheten tillfrågad"))
	ITAnswer = field.NewChoice(Kind, "it_answer", "IT-avdelningens svar", field.In(Operation), field.Of(
		field.Option{Key: "yes", Label: "Tar driften", Synonyms: []string{"ja"}, Tone: field.Good},
		field.Option{Key: "terms", Label: "Tar driften med villkor", Synonyms: []string{"villkor", "ja, med villkor", "ja med villkor"}, Tone: field.Warn},
		field.Option{Key: "no", Label: "Tar inte driften", Synonyms: []string{"nej"}},
	), field.Also("it:s svar om drift", "svar om drift", "it-enhetens svar"))
	ITTerms        = field.NewLongText(Kind, "it_terms", "Villkor för drift", field.In(Operation), field.Help("Vad IT-avdelningen kräver, eller vem som sköter driften i stället."), field.Also("driftvillkor"))
	EnvironmentOn  = field.NewDate(Kind, "environment_on", "Driftmiljön kontrollerad", field.In(Operation), field.Help("Dag då IT-avdelningen såg att systemet inte stör annat i driftmiljön."), field.Also("kontroll av driftmiljö", "driftmiljö kontrollerad"))
	FunctionOn     = field.NewDate(Kind, "function_on", "Funktionen kontrollerad", field.In(Operation), field.Help("Dag då systemförvaltaren såg att systemet gör det som det ska."), field.Also("kontroll av funktion", "funktionskontroll", "acceptanstest", "godkänd av systemförvaltaren"))
	LaunchOn       = field.NewDate(Kind, "launch_on", "Produktionssättning överenskommen", field.In(Operation), field.Help("Dag för den skriftliga överenskommelsen om produktionssättning."), field.Also("överenskommelse om produktionssättning", "produktionssättning"))
	HandedOn       = field.NewDate(Kind, "handed_on", "Överlämnat till förvaltning", field.In(Operation), field.Help("Dag då projektet lämnade över till systemförvaltningen."), field.Also("överlämnat", "överlämnande", "överlämning"))
	RiskOn         = field.NewDate(Kind, "risk_on", "Riskanalys", field.In(Operation), field.Help("Dag för senaste riskanalysen."), field.Also("riskanalys gjord", "risk- och sårbarhetsanalys", "rsa"))
	ContinuityOn   = field.NewDate(Kind, "continuity_on", "Kontinuitetsplan", field.In(Operation), field.Help("Dag då kontinuitetsplanen fastställdes."), field.Also("kontinuitetsplan fastställd"))
	Authentication = field.NewChoice(Kind, "authentication", "Inloggning", field.In(Operation), field.Of(
		field.Option{Key: "strong", Label: "Stark autentisering", Synonyms: []string{"mfa", "e-legitimation", "bankid", "siths", "tvåfaktor", "flerfaktor", "2fa"}, Tone: field.Good},
		field.Option{Key: "single", Label: "Kommunens inloggning", Synonyms: []string{"sso", "ad", "single sign-on", "federerad"}},
		field.Option{Key: "password", Label: "Eget lösenord", Synonyms: []string{"lösenord"}, Tone: field.Warn},
	), field.Also("inloggning", "autentisering", "inloggningsmetod", "authentication"))
	EService     = field.NewBool(Kind, "e_service", "E-tjänst", field.In(Operation), field.Help("Invånare eller företag använder systemet själva."), field.Also("e-tjänst", "är e-tjänst"))
	AccessibleOn = field.NewDate(Kind, "accessible_on", "Digital tillgänglighet granskad", field.In(Operation), field.Help("Dag då någon såg att ingen stängs ute (WCAG)."), field.Also("tillgänglighetsgranskad", "tillgänglighetsgranskning", "wcag", "webbtillgänglighet"))
	OpennessOn   = field.NewDate(Kind, "openness_on", "Offentlighet och sekretess prövad", field.In(Operation), field.Help("Dag då kraven på offentlighet, sekretess och integritet gicks igenom."), field.Also("offentlighet och sekretess", "sekretessprövning"))
	GuidelinesOn = field.NewDate(Kind, "guidelines_on", "Riktlinjerna prövade", field.In(Operation), field.Help("Dag då någon såg att systemet följer kommunens riktlinjer för IT."), field.Also("riktlinjer följs", "följer riktlinjer", "prövat mot riktlinjer"))
	ReuseOn      = field.NewDate(Kind, "reuse_on", "Återanvändning prövad", field.In(Operation), field.Help("Dag då någon såg vad som redan finns att bygga på, och vad andra kan använda."), field.Also("återanvändning"))
	SeparatedOn  = field.NewDate(Kind, "separated_on", "Skilt från interna system", field.In(Operation), field.Help("Dag då någon såg att det som är öppet för utomstående är skilt från de interna systemen."), field.Also("åtskilt från interna system", "nätseparerat", "åtskilt"))
)

// What else is worth keeping.
var (
	ITNotes    = field.NewLongText(Kind, "notes", "Anteckningar", field.Sensitive, field.In(Notes), field.Also("anteckningar - it", "anteckningar", "anteckning", "kommentar", "kommentarer", "kommentar it", "notering", "anmärkning", "övrigt", "övrig information", "fritext", "notes", "comments", "remarks"))
	ImportNote = field.NewLongText(Kind, "import_note", "Från import", field.Sensitive, field.In(Notes), field.Help("Det som stod i Excel men inte gick att importera i något fält."))
)

// Members are the systems of a förvaltningsobjekt.
var Members = managed.NewMembers(managed.Kind, "systems", "Ingående system", Object.Field)
