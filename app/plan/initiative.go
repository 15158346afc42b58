// Package plan holds the IT-verksamhetsplan: the insatser from idea to
// effekthemtagning.
package plan

import (
	"regexp"

	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/platform"
	"itportfoljen/app/system"
)

// Kind is an insats.
var Kind = field.NewKind(field.Kind{Name: "initiative", Plural: "plan", One: "insats", Many: "insatser", Also: []string{"projekt", "initiativ", "aktivitet", "utveckling", "idé", "behov", "förstudie"}, Prefix: "INS", Yearly: true,
	Sheet: "IT-verksamhetsplan", Common: true, Searched: true, Counted: true, Icon: "clipboard-list", Page: "plan"})

// How a risk is written: probability times consequence, or a word. It stands before the
// field that reads it, so that the field comes where it is declared.
var product = regexp.MustCompile(`^([1-5])\s*[x×*·]\s*([1-5])$`)

var riskWords = map[string]string{"hög": "Hög", "hog": "Hög", "high": "Hög", "medel": "Medel", "mellan": "Medel", "medium": "Medel", "låg": "Låg", "lag": "Låg", "low": "Låg"}

// The groups of the form, in order.
const (
	Overview = "Översikt"
	Prep     = "Beredning"
	Economy  = "Ekonomi"
	Progress = "Läge"
	Benefit  = "Nytta"
	Closing  = "Avslut"
	Notes    = "Anteckningar"
)

var rag = []field.Option{
	{Key: "green", Label: "Enligt plan", Synonyms: []string{"grön", "ok", "enligt plan", "green", "på plan", "enligt tidplan", "grönt", "följer plan"}, Tone: field.Good},
	{Key: "amber", Label: "Hotad", Synonyms: []string{"gul", "hotad", "risk", "amber", "gult", "osäker"}, Tone: field.Warn},
	{Key: "red", Label: "Avviker", Synonyms: []string{"röd", "sen", "över", "red", "rött", "försenad", "försenat", "avvikelse"}, Tone: field.Bad},
}

// What the insats is.
var (
	Name = field.NewText(Kind, "name", "Insats", field.In(Overview), field.Required(""), field.Listed, field.Width(30),
		field.Also("insats", "benämning", "projekt", "projektnamn", "aktivitet", "namn", "åtgärd", "initiativ", "uppdrag", "initiative", "project name", "project"))
	Number = field.NewText(Kind, "number", "Nr", field.In(Overview), field.Width(6), field.Help("Insatsens nummer i er egen plan."), field.Also("nr", "nummer", "löpnr", "id"))
	Unit   = field.NewUnit(Kind, "unit", "Förvaltning", field.In(Overview), field.Guided("Ange insatsernas förvaltning"), field.Required(""), field.Listed, field.Width(24),
		field.Also("förvaltning", "organisation", "enhet", "nämnd", "avdelning", "verksamhet", "department"))
	Phase = field.NewChoice(Kind, "phase", "Fas", field.In(Overview), field.Required(""), field.Listed, field.Width(18), field.FromModel("phases"), field.First,
		field.Also("status", "fas", "läge", "skede", "phase", "stage"))
	Type = field.NewChoice(Kind, "type", "Typ", field.In(Overview), field.Listed, field.Width(14), field.Of(
		field.Option{Key: "new", Label: "Nytt system", Synonyms: []string{"ny", "införande", "nyanskaffning", "anskaffning", "nytt", "nyinförande", "inköp"}},
		field.Option{Key: "upgrade", Label: "Uppgradering", Synonyms: []string{"uppgradera", "vidareutveckling"}},
		field.Option{Key: "replace", Label: "Ersättning", Synonyms: []string{"ersätta", "byte", "upphandling"}},
		field.Option{Key: "retire", Label: "Avveckling", Synonyms: []string{"avveckla"}},
		field.Option{Key: "integration", Label: "Integration", Synonyms: []string{"koppling"}},
		field.Option{Key: "prestudy", Label: "Förstudie", Synonyms: []string{"utredning"}},
		field.Option{Key: "infrastructure", Label: "Infrastruktur", Synonyms: []string{"teknik", "plattform"}},
		field.Option{Key: "other", Label: "Övrigt", Synonyms: []string{"annat"}, Tone: field.Quiet},
	), field.Also("typ", "slag", "typ av insats", "type"))
	Priority = field.NewChoice(Kind, "priority", "Prioritet", field.Short("Prio"), field.In(Overview), field.Listed, field.Width(8), field.Of(
		field.Option{Key: "1", Label: "1 hög", Synonyms: []string{"hög", "1", "hög prioritet", "must"}, Tone: field.Bad},
		field.Option{Key: "2", Label: "2 medel", Synonyms: []string{"medel", "2", "mellan", "normal"}},
		field.Option{Key: "3", Label: "3 låg", Synonyms: []string{"låg", "3"}, Tone: field.Quiet},
	), field.Also("prio", "prioritet", "prioritering", "prioriteringsordning", "priority"))
	Start = field.NewDate(Kind, "start", "Start", field.In(Overview), field.Listed, field.Width(11), field.Help("Dag, månad, kvartal eller termin: Q1 2027 blir 2027-01-01."),
		field.Also("start", "startdatum", "från", "påbörjas", "start date"))
	End = field.NewDate(Kind, "end", "Slut", field.LastDay, field.In(Overview), field.Listed, field.Width(11), field.Help("Dag, månad, kvartal eller termin: Q4 2027 blir 2027-12-31."),
		field.Also("slut", "slutdatum", "till", "klart", "klar", "klart senast", "slutförs", "färdigt", "end date"))
	Systems = field.NewRefs(Kind, "systems", "Berörda system", field.In(Overview), field.To(system.Kind), field.WhenGone(field.Detach), field.Width(24),
		field.Also("berörda system", "system", "berört system", "påverkade system", "systempåverkan", "berörda it-system", "systems"))
	Description = field.NewLongText(Kind, "description", "Beskrivning", field.In(Overview), field.Guided("Beskriv insatser"), field.Required("proposal"),
		field.Also("beskrivning", "bakgrund", "syfte", "mål", "description"))
	Client    = field.NewPerson(Kind, "client", "Beställare", field.In(Overview), field.Settles, field.Also("beställare", "uppdragsgivare", "initiativtagare", "projektägare", "sponsor"))
	Performer = field.NewChoice(Kind, "performer", "Utförs av", field.In(Overview), field.Of(
		field.Option{Key: "own", Label: "Egen personal", Synonyms: []string{"internt", "egna resurser", "intern"}},
		field.Option{Key: "both", Label: "Egen personal och externa", Synonyms: []string{"båda", "internt och externt"}},
		field.Option{Key: "external", Label: "Externa", Synonyms: []string{"externt", "extern", "konsult", "konsulter", "leverantör"}},
	), field.Help("Vem som gör arbetet."), field.Also("utförs av", "utförare"))
	Origin = field.NewChoice(Kind, "origin", "Behovet kommer från", field.In(Overview), field.Of(
		field.Option{Key: "unit", Label: "Verksamheten", Synonyms: []string{"enhet", "enheten", "förvaltningen"}},
		field.Option{Key: "forum", Label: "Ett forum", Synonyms: []string{"forum", "it-forum", "styrgrupp"}},
		field.Option{Key: FromManagement, Label: "Systemförvaltningsplan", Synonyms: []string{"systemplan", "förvaltningsplan"}},
		field.Option{Key: "programme", Label: "Program eller strategi", Synonyms: []string{"program", "strategi", "eförvaltningsprogram"}},
		field.Option{Key: "law", Label: "Lag eller tillsyn", Synonyms: []string{"lag", "lagkrav", "tillsyn"}},
		field.Option{Key: "supplier", Label: "Leverantören", Synonyms: []string{"leverantör"}},
	), field.Also("behovet kommer från", "behovets ursprung", "ursprung"))
	OriginNote = field.NewText(Kind, "origin_note", "Behovet, källa", field.In(Overview), field.Help("Vilken enhet, vilket forum eller vilken plan."), field.Also("behovets källa"))
	Manager    = field.NewPerson(Kind, "manager", "Projektledare", field.In(Overview), field.Settles, field.Also("projektledare", "ansvarig", "insatsledare", "project manager"))
)

// How it is prepared and decided.
var (
	Portfolio   = field.NewChoice(Kind, "portfolio", "Portfölj", field.In(Prep), field.Listed, field.Width(26), field.FromModel("portfolios"), field.Also("portfölj", "fokusområde", "målområde", "portfolio"))
	Category    = field.NewChoice(Kind, "category", "Kategori", field.In(Prep), field.FromModel("categories"), field.Also("kategori", "kategori av it-stöd", "category"))
	Class       = field.NewChoice(Kind, "class", "Klass", field.In(Prep), field.FromModel("classes"), field.Help("Rutin, större eller strategisk enligt checklistan."), field.Also("klass", "insatsklass"))
	ClassByList = field.NewText(Kind, "class_by_checklist", "Klass enligt checklistan", field.In(Prep), field.Help("Den klass som svaren på checklistan ger, och vilka svar som gör det."), field.Computed(classText), field.Blank(classBlank), field.Follows(answers))
	ClassLacks  = field.NewText(Kind, "class_lacks", "Saknas för klassen", field.In(Prep), field.Help("Det som styrmodellen vill ha ifyllt för insatser i klassen, och som inte är det."), field.Computed(classLacks), field.Follows(classKinds))
	Route       = field.NewText(Kind, "route", "Väg till beslut", field.In(Prep), field.Help("De faser som insatser i klassen går igenom före beslut, och de som hoppas över."), field.Computed(route), field.Blank(routeBlank))
	Risk        = field.NewText(Kind, "risk", "Risk (S × K)", field.In(Prep), field.Normalise(risk), field.Width(9),
		field.Help("Sannolikhet gånger konsekvens, 1–5 vardera: 3×4. Eller hög, medel, låg. När en av insatsens risker ändras blir det den högstas."), field.Also("risk (s x k)", "risk", "riskvärde", "risknivå", "risk sxk"))
	Recommendation = field.NewLongText(Kind, "recommendation", "Rekommendation", field.In(Prep), field.Help("Forumets samlade bedömning."), field.Also("rekommendation", "bedömning"))
	Decider        = field.NewPerson(Kind, "decider", "Beslutsfattare", field.In(Prep), field.Settles, field.Help("Den som beslutar om insatsen, om det är en person."), field.Also("beslutsfattare", "beslutas av person"))
	DeciderRole    = field.NewText(Kind, "decider_role", "Beslutas av", field.In(Prep), field.Vocabulary, field.Help("Rollen eller organet som beslutar: IT-chefen, kommunstyrelsen."), field.Also("beslutas av", "beslutande organ", "beslutsorgan", "beslutsinstans"))
	Political      = field.NewBool(Kind, "political", "Politiskt beslut", field.In(Prep), field.Help("Insatsen behöver ett politiskt beslut. Tomt: som checklistan säger."), field.Blank(politicalBlank), field.Also("politiskt beslut", "politiskt", "kräver politiskt beslut"))
	Proposed       = field.NewText(Kind, "proposed_decider", "Föreslagen beslutsfattare", field.In(Prep), field.Help("Den som beslutar enligt styrmodellens delegation, och varför."), field.Computed(proposedText), field.Blank(proposedBlank), field.Follows(delegationKinds))
	Handler        = field.NewPerson(Kind, "handler", "Handläggare", field.In(Prep), field.Settles, field.Help("Den som handlägger ärendet till beslut, när en behövs."), field.Also("handläggare", "ärendehandläggare"))
	Acute          = field.NewBool(Kind, "acute", "Akut", field.In(Prep), field.Help("Insatsen kan inte vänta på forumets bedömning."), field.Also("akut", "brådskande"))
	AcuteWhy       = field.NewText(Kind, "acute_why", "Varför akut", field.In(Prep), field.Also("varför akut", "skäl för akut"))
	Unplanned      = field.NewBool(Kind, "unplanned", "Oplanerad", field.In(Prep), field.Help("Insatsen står inte i den senast fastställda planen."), field.Computed(unplanned), field.Blank(unplannedBlank), field.Follows(versions))
	DecideBy       = field.NewDate(Kind, "decide_by", "Beslut behövs senast", field.LastDay, field.In(Prep), field.Also("beslut senast"))
	DecidedOn      = field.NewDate(Kind, "decided_on", "Beslutad den", field.In(Prep), field.Also("beslutad den"))
	DecisionRef    = field.NewText(Kind, "decision_ref", "Beslut § / diarienummer", field.In(Prep), field.Also("diarienummer", "dnr", "beslut diarienummer", "§", "paragraf"))
	// What lists say of a decision becomes one: the decision is a record of its own.
	Decided       = field.NewChoice(Kind, "decision_outcome", "Beslutets utfall", field.In(Prep), field.Of(governance.DecisionOutcome.Options...), field.Incoming, field.Elsewhere(governance.DecisionOf.Field, decidedOutcome, writeOutcome), field.Also("utfall", "beslutsutfall"))
	DecidedIn     = field.NewChoice(Kind, "decision_forum", "Forum", field.In(Prep), field.FromModel("forums"), field.Incoming, field.Elsewhere(governance.DecisionOf.Field, decidedForum, writeForum), field.Also("forum", "beredande forum", "beslutsforum"))
	ProcurementOn = field.NewDate(Kind, "procurement_on", "Upphandling påbörjad", field.In(Prep), field.Help("Dagen då upphandlingen började. Det som styrmodellen vill ha innan frågas efter då."), field.Also("upphandling påbörjad", "upphandlingsstart", "upphandling startad"))
	Area          = field.NewText(Kind, "area", "Löser behov inom", field.In(Prep), field.Vocabulary, field.Help("Området som insatsen ger stöd för, med samma ord som systemens kategori. Finns en gemensam lösning för det sägs det."), field.Also("löser behov inom", "behovsområde", "funktionsområde"))
	Platforms     = field.NewRefs(Kind, "platforms", "Plattform", field.In(Prep), field.To(platform.Kind), field.WhenGone(field.Detach), field.Help("De delar av plattformen, och de gemensamma lösningar, som insatsen bygger på."), field.Also("plattform", "teknisk plattform", "bygger på"))
	Deviates      = field.NewBool(Kind, "deviates", "Avviker från plattformen", field.In(Prep), field.Help("Lösningen följer inte teknisk plattform eller arkitektur, och behöver ett undantag."), field.Also("avviker från plattformen", "avviker från plattform", "utanför plattformen"))
	OffPlatform   = field.NewText(Kind, "off_platform", "Undantag saknas för", field.In(Prep), field.Help("Det i plattformen som insatsen avviker från utan att ett undantag är beviljat."), field.Computed(offPlatform), field.Follows(against))
	Duplicates    = field.NewRefs(Kind, "duplicates", "Dubblerar gemensam lösning", field.In(Prep), field.Help("Gemensamma lösningar för området som insatsen varken bygger på eller har undantag från."), field.Computed(duplicates), field.Follows(against))
	Financing     = field.NewText(Kind, "financing", "Finansiering", field.In(Prep), field.Vocabulary, field.Also("finansiering", "finansieringskälla", "finansieringsform", "finansieras av"))
)

// What costs are called is the same before and after; which of the fields a column is
// follows from its year. costs may be of operations or of the investment.
var (
	runningCosts    = []string{"driftkostnad"}
	investmentCosts = []string{"investeringskostnad", "investeringsutgift"}
	costs           = []string{"kostnad", "projektkostnad"}
)

// What it costs, a year at a time.
var (
	OperationsBudget   = economy.NewYearly(Kind, "operations_budget", "Driftbudget", economy.Operations, economy.CostBudget, field.In(Economy), field.Listed, field.Also("drift", "driftbudget", "tillkommande driftkostnad"), field.Also(runningCosts...), field.Maybe("budget", "projektbudget", "beräknad kostnad"), field.Maybe(costs...))
	InvestmentBudget   = economy.NewYearly(Kind, "investment_budget", "Investeringsbudget", economy.Investment, economy.CostBudget, field.In(Economy), field.Listed, field.Also("investering", "investeringsbudget", "investeringsmedel", "inv"), field.Also(investmentCosts...))
	OperationsForecast = economy.NewYearly(Kind, "operations_forecast", "Driftprognos", economy.Operations, economy.CostForecast, field.In(Economy), field.Also("driftprognos", "prognos drift"), field.Maybe("prognos"))
	InvestmentForecast = economy.NewYearly(Kind, "investment_forecast", "Investeringsprognos", economy.Investment, economy.CostForecast, field.In(Economy), field.Also("investeringsprognos", "prognos investering"))
	OperationsActual   = economy.NewYearly(Kind, "operations_actual", "Driftutfall", economy.Operations, economy.CostActual, field.In(Economy), field.Also("driftutfall", "utfall drift"), field.Also(runningCosts...), field.Maybe("utfall", "upparbetat"), field.Maybe(costs...))
	InvestmentActual   = economy.NewYearly(Kind, "investment_actual", "Investeringsutfall", economy.Investment, economy.CostActual, field.In(Economy), field.Also("investeringsutfall", "utfall investering"), field.Also(investmentCosts...))
)

// How it goes.
var (
	TimeStatus  = field.NewChoice(Kind, "time_status", "Tid", field.In(Progress), field.Of(rag...), field.Also("status tid", "tid"))
	CostStatus  = field.NewChoice(Kind, "cost_status", "Kostnad", field.In(Progress), field.Of(rag...), field.Also("status kostnad", "kostnadsläge"))
	ScopeStatus = field.NewChoice(Kind, "scope_status", "Innehåll", field.In(Progress), field.Of(rag...), field.Also("status innehåll", "innehåll"))
	StatusNote  = field.NewLongText(Kind, "status_note", "Lägeskommentar", field.In(Progress), field.Also("lägesrapport", "lägeskommentar", "statuskommentar", "kommentar status"))
)

// What it gives.
var (
	BenefitNote     = field.NewText(Kind, "benefit_note", "Nytta i ord", field.In(Benefit), field.Help("För nytta som är svår att värdera."), field.Also("nytta", "effekt", "effektmål", "nyttoeffekt", "förväntad nytta", "nyttor"))
	BenefitPerYear  = field.NewMoney(Kind, "benefit_per_year", "Nytta per år", field.In(Benefit), field.Else(BenefitNote), field.Also("nytta per år", "årlig nytta", "nettonytta", "annual benefit"))
	BenefitRealised = field.NewMoney(Kind, "benefit_realised", "Hemtagen nytta per år", field.In(Benefit), field.Also("hemtagen nytta", "realiserad nytta"))
	BenefitOwner    = field.NewPerson(Kind, "benefit_owner", "Hemtagningsansvarig", field.In(Benefit), field.Help("Den som ska se till att nyttan blir av."), field.Also("hemtagningsansvarig", "nyttoansvarig"))
	MeasureOn       = field.NewDate(Kind, "measure_on", "Nytta mäts den", field.In(Benefit), field.Also("mäts den", "nästa mätning"))
)

// How it ended, against what was decided. The budget and the end that were decided are
// written down when it is, and may be filled in.
var (
	DecidedBudget = field.NewMoney(Kind, "decided_budget", "Budget enligt beslutet", field.In(Closing), field.Whole, field.Help("Insatsens hela budget när den beslutades. Skrivs då, om den är känd."), field.Also("budget enligt beslutet"))
	DecidedEnd    = field.NewDate(Kind, "decided_end", "Beslutat slut", field.LastDay, field.In(Closing), field.Help("Slutet som gällde när insatsen beslutades. Skrivs då, om det är känt."), field.Also("beslutat slut", "beslutat slutdatum"))
	EndedOn       = field.NewDate(Kind, "ended_on", "Avslutad den", field.In(Closing), field.Help("Dagen då genomförandet var slut, eller stoppades. Går insatsen vidare igen töms den."), field.Also("avslutad den", "avslutsdatum", "faktiskt slut"))
	CostOutcome   = field.NewText(Kind, "cost_outcome", "Kostnad mot beslut", field.In(Closing), field.Help("Utfallet mot den beslutade budgeten, när båda är kända."), field.Computed(costOutcome), field.Follows(costKinds))
	TimeOutcome   = field.NewText(Kind, "time_outcome", "Tid mot beslut", field.In(Closing), field.Help("Dagen då insatsen avslutades mot det beslutade slutet."), field.Computed(timeOutcome))
	Result        = field.NewLongText(Kind, "result", "Resultat mot mål", field.In(Closing), field.Required("closed"), field.Help("Vad insatsen gav, mot vad den skulle ge."), field.Also("måluppfyllelse", "resultat mot mål"))
	Learnt        = field.NewLongText(Kind, "lessons", "Lärdomar", field.In(Closing), field.Required("closed"), field.Help("Det som andra bör veta. Visas i insatser som rör samma system."), field.Also("lärdomar", "erfarenheter", "lärdom"))
	Lessons       = field.NewLongText(Kind, "lessons_near", "Lärdomar från andra", field.In(Prep), field.Help("Vad avslutade insatser som rör samma system lärde."), field.Computed(lessonsNear), field.Follows(themselves))
)

// What else is worth keeping.
var (
	Tags       = field.NewTags(Kind, "tags", "Taggar", field.In(Notes))
	Comment    = field.NewLongText(Kind, "comment", "Kommentar", field.In(Notes), field.Also("kommentar", "kommentarer", "anteckning", "anteckningar", "notering", "anmärkning", "övrigt", "notes"))
	ImportNote = field.NewLongText(Kind, "import_note", "Från import", field.In(Notes), field.Help("Det som stod i Excel men inte gick att importera i något fält."))
)
