package agreement

import "itportfoljen/app/field"

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

	TermsText = field.NewText(Kind, "terms", "Avtalsvillkor", field.In(Terms), field.Help("Till exempel tills vidare, eller det som avtalet säger om uppsägning."), field.Also("avtalsvillkor", "avtalsform", "villkor"))
	Type      = field.NewChoice(Kind, "type", "Avtalstyp", field.In(Overview), field.Width(18), field.Of(types...), field.Else(TermsText),
		field.Help("Avgör vad styrmodellen kräver innan avtalet tecknas. Ett ramavtal räknar sina avrop."), field.Also("avtalstyp", "avtalsslag", "typ av avtal", "kontraktstyp", "typ", "contract type", "agreement type"))
	Parent = field.NewRef(Kind, "parent", "Ligger under", field.In(Overview), field.To(Kind), field.WhenGone(field.Detach), field.Width(20),
		field.Help("Det avtal som detta hör till: ramavtalet som avropet görs från, huvudavtalet till ett SLA eller ett PUB-avtal."), field.Also("huvudavtal", "överordnat avtal", "hör till avtal", "avrop från", "avropas från", "avropat från", "ramavtalets namn", "parent agreement"))
	ContractOwner = field.NewUnit(Kind, "contract_owner", "Kontraktsägare", field.In(Overview), field.Help("Den nämnd eller enhet som är part i avtalet, om det är en annan än den som svarar för det."), field.Also("kontraktsägare", "avtalstecknare", "tecknat av", "contract owner"))

	Start = field.NewDate(Kind, "start", "Avtal från", field.In(Terms), field.Also("avtal från", "avtalsstart", "avtal startdatum", "startdatum"))
	End   = field.NewDate(Kind, "end", "Avtal till", field.LastDay, field.In(Terms), field.Listed, field.Width(13), field.Else(TermsText),
		field.Also("avtal till", "avtal t.o.m.", "gäller till", "t.o.m.", "avtalsslut", "avtal slutdatum", "slutdatum", "löper ut"))
	NoticeMonths  = field.NewNumber(Kind, "notice_months", "Uppsägningstid, månader", field.In(Terms), field.Guided("Ange avtalens uppsägningstid"), field.Short("Uppsägning mån"), field.Months, field.Between(0, mostMonths), field.Also("uppsägningstid", "uppsägningstid månader", "uppsägningstid (mån)", "notice"))
	RenewalMonths = field.NewNumber(Kind, "renewal_months", "Förlängs med, månader", field.In(Terms), field.Short("Förlängs mån"), field.Months, field.Between(0, mostMonths), field.Help("Hur länge i taget. Av sig självt om avtalet inte sägs upp, när Förlängs inte säger något annat."), field.Also("förlängning", "avtalsförlängning", "förlängningstid", "automatisk förlängning", "förlängs med", "renewal"))

	Renewal = field.NewChoice(Kind, "renewal", "Förlängs", field.In(Renews), field.Of(
		field.Option{Key: Tacit, Label: "Av sig självt", Synonyms: []string{"automatisk", "automatiskt", "automatisk förlängning", "förlängs automatiskt", "tyst förlängning", "ja"}},
		field.Option{Key: Express, Label: "Efter överenskommelse", Synonyms: []string{"efter överenskommelse", "genom överenskommelse", "skriftlig överenskommelse", "manuell", "manuellt", "aktiv förlängning", "överenskommelse"}},
		field.Option{Key: Never, Label: "Förlängs inte", Synonyms: []string{"nej", "ingen", "ingen förlängning", "kan inte förlängas", "utan förlängning"}},
	), field.Help("Om avtalet går vidare när ingen gör något. Utan svar gör det det när en förlängningstid står."), field.Also("förlängningsvillkor", "förlängningsform", "typ av förlängning", "förlängningssätt"))
	MostRenewals = field.NewNumber(Kind, "most_renewals", "Förlängs högst, gånger", field.In(Renews), field.Between(0, 100), field.Also("antal förlängningar", "max antal förlängningar", "högsta antal förlängningar", "förlängningar högst"))
	Renewed      = field.NewNumber(Kind, "renewed", "Förlängt, gånger", field.In(Renews), field.Between(0, 100), field.Help("Hur många gånger avtalet har förlängts till det slut som står. Räknas upp när det förlängs här."), field.Also("förlängt gånger", "gjorda förlängningar", "antal gjorda förlängningar"))
	BoundUntil   = field.NewDate(Kind, "bound_until", "Bundet till", field.LastDay, field.In(Renews), field.Help("Första bindningstidens sista dag: avtalet kan inte sluta före den, när det än sägs upp."),
		field.Also("bindningstid", "bindningstid till", "bindningstid t.o.m.", "bunden till", "bundet t.o.m.", "första bindningstid", "initial bindningstid"))
	NoticeFrom = field.NewChoice(Kind, "notice_from", "Uppsagt av", field.In(Renews), field.Of(
		field.Option{Key: Ours, Label: "Kommunen", Synonyms: []string{"oss", "vi", "beställaren", "köparen"}},
		field.Option{Key: Theirs, Label: "Leverantören", Synonyms: []string{"motparten", "säljaren"}},
	), field.Help("Avgör vems uppsägningstid som räknas när avtalet sägs upp."), field.Also("uppsagt av", "uppsägning från"))
	TheirMonths = field.NewNumber(Kind, "their_notice_months", "Leverantörens uppsägningstid, månader", field.In(Renews), field.Short("Lev. uppsägning mån"), field.Months, field.Between(0, mostMonths), field.Also("leverantörens uppsägningstid", "uppsägningstid leverantör", "motpartens uppsägningstid", "leverantörens uppsägningstid (mån)"))

	NoticeBy   = field.NewDate(Kind, "notice_by", "Säg upp senast", field.In(Terms), field.Listed, field.Width(20), field.Help("Sista dag att säga upp avtalet: slutet minus uppsägningstiden, framrullat om avtalet förlängs av sig självt, och aldrig till ett slut före Bundet till."), field.Computed(noticeBy), field.Blank(noticeUnknown))
	NoticeOn   = field.NewDate(Kind, "notice_on", "Uppsagt den", field.In(Terms), field.Help("Dag då uppsägningen lämnades. Då förlängs avtalet inte mer."), field.Also("uppsagt", "uppsagt den"))
	LeadMonths = field.NewNumber(Kind, "lead_months", "Påminn, månader före", field.In(Terms), field.Months, field.Between(0, mostMonths), field.Help("Hur långt före sista dagen som avtalet ska synas under Att göra. Annars tre månader."),
		field.Also("påminnelse", "påminn", "påminnelse månader före", "bevakning", "bevakas månader före", "framförhållning"))
	_ = field.NewJoint(Kind, []*field.Field{Start.Field, End.Field}, field.Until, Times...)

	OptionTerms = field.NewText(Kind, "option_terms", "Optioner i avtalet", field.In(Renews), field.Help("Som avtalet säger det, till exempel 2 × 12 månader. Optionerna själva är rader under Optioner."),
		field.Also("option", "optioner", "optionsår", "förlängningsoption", "förlängningsoptioner", "option på förlängning", "optionstid", "optionsperiod", "antal optionsår"))
	OptionBy = field.NewDate(Kind, "option_by", "Option senast", field.In(Renews), field.Help("Sista dag att utnyttja nästa option."), field.Computed(optionBy), field.Follows(options), field.Blank(optionUnknown))
	Longest  = field.NewDate(Kind, "longest", "Kan längst gälla till", field.In(Renews), field.Help("Slutet med alla optioner och förlängningar som återstår. Tomt när det inte har någon gräns, eller ingen vet hur länge det förlängs."), field.Computed(longest), field.Follows(options))
	TheirsBy = field.NewDate(Kind, "their_notice_by", "Leverantören kan säga upp till", field.In(Renews), field.Help("Efter den dagen går avtalet vidare, om ni inte säger upp det. Tomt när det slutar av sig självt."), field.Computed(theirsBy))

	Route      = field.NewChoice(Kind, "procurement", "Upphandlingsform", field.In(Bought), field.Of(routes...), field.Also("upphandlingsform", "upphandlingsförfarande", "förfarande", "upphandlad", "upphandlat", "typ av upphandling", "upphandlingstyp", "inköpsform", "anskaffningsform"))
	CaseNumber = field.NewText(Kind, "procurement_number", "Upphandlingens diarienummer", field.In(Bought), field.Found, field.Also("upphandlingens diarienummer", "diarienummer upphandling", "dnr upphandling", "upphandlingens dnr"))
	Ceiling    = field.NewMoney(Kind, "ceiling", "Takvolym", field.In(Bought), field.Whole, field.Help("Det mesta som får köpas på avtalet, som upphandlingen sade."), field.Also("takvolym", "takbelopp", "takvärde", "högsta värde", "maxvolym", "maxbelopp", "takpris", "ceiling"))
	UsedBefore = field.NewMoney(Kind, "used", "Använt utan avrop här", field.In(Bought), field.Whole, field.Help("Det som har köpts på avtalet och inte står som ett avrop under det."), field.Also("använt", "utnyttjat", "utnyttjad volym", "utnyttjat belopp", "förbrukat", "förbrukad volym", "avropat belopp", "avropat värde"))
	Used       = field.NewMoney(Kind, "used_total", "Använt av taket", field.In(Bought), field.Whole, field.Help("Avropens värden och det som har använts utan avrop."), field.Computed(used), field.Follows(self))
	Left       = field.NewMoney(Kind, "left", "Kvar av taket", field.In(Bought), field.Whole, field.Computed(left), field.Blank(leftUnknown), field.Follows(self))
	Index      = field.NewText(Kind, "price_index", "Prisindex", field.In(Bought), field.Vocabulary, field.Help("Vilket index priset följer, till exempel AKI eller KPI."), field.Also("prisindex", "index", "indexering", "indexreglering", "prisjustering", "prisreglering", "indexklausul", "indexuppräkning"))
	IndexBase  = field.NewText(Kind, "index_base", "Indexets bastal", field.In(Bought), field.Also("bastal", "indexets bastal", "basindex", "indextal"))
	IndexOn    = field.NewDate(Kind, "index_on", "Indexets basdag", field.In(Bought), field.Also("basmånad", "indexets basmånad", "basdatum", "bastidpunkt"))
	ITAsked    = field.NewDate(Kind, "it_asked", "IT-avdelningen tillfrågad", field.In(Bought), field.Also("it-avdelningen tillfrågad", "it tillfrågad", "it-enheten tillfrågad", "samråd med it", "it konsulterad"))
	ITAnswer   = field.NewText(Kind, "it_answer", "IT-avdelningens svar", field.In(Bought), field.Help("Vad IT-avdelningen svarade, och på vilka villkor."), field.Also("it-avdelningens svar", "svar från it", "it-enhetens svar", "it:s svar"))

	EachMonths = field.NewNumber(Kind, "review_months", "Följs upp var, månader", field.In(Followed), field.Months, field.Between(0, mostMonths), field.Also("uppföljningsintervall", "följs upp var"))
	LastReview = field.NewDate(Kind, "last_review", "Senast uppföljt", field.In(Followed), field.Computed(lastReview), field.Follows(reviews))
	NextReview = field.NewDate(Kind, "next_review", "Nästa uppföljning", field.In(Followed), field.Help("Dagen som bestämdes vid den senaste uppföljningen, annars så många månader efter den, eller efter att avtalet började."), field.Computed(nextReview), field.Follows(reviews), field.Blank(reviewUnknown))
	Help       = field.NewText(Kind, "support_route", "Så får man hjälp", field.In(Followed), field.Help("Vart man vänder sig, när det är öppet och hur fort man får svar."), field.Also("supportväg", "support", "supportkontakt", "kontaktväg", "felanmälan", "så får man hjälp", "kundtjänst"))
	HelpBy     = field.NewRoles(Kind, "support_by", "Svarar för supporten", field.In(Followed), field.Help("Den hos oss som ser till att man får den hjälp som avtalet säger."), field.Also("supportansvarig", "ansvarig för support", "svarar för support"))

	Tags      = field.NewTags(Kind, "tags", "Taggar", field.In(Overview))
	NotesText = field.NewLongText(Kind, "notes", "Anteckningar", field.In(Overview), field.Sensitive, field.Also("anteckningar", "anteckning", "kommentar", "övrigt"))
)
