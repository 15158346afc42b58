package demo

// idea is a sort of insats. A "%s" in the name is a system's name.
type idea struct {
	name, about              string // about is the name of the main system that it touches
	typ, portfolio, category string
	admin                    int // -1: that of the system, or any
	description, benefit     string
	tkr                      float64 // median investment
}

// ideas are the insatser that every municipality recognises, the most usual first.
var ideas = []idea{
	{"Byte av diariesystem", "Diariet W3", "replace", "efficiency", "basic", 0, "Dagens diarium saknar stöd efter nästa år. Nytt system upphandlas med nämndprocess och koppling till e-arkivet.", "Kortare handläggningstid och färre pappersutskick", 1900},
	{"Multifaktor för personal", "Identitetsportalen", "infrastructure", "efficiency", "basic", 0, "Stark autentisering för alla medarbetare, även i vård och omsorg där telefon inte får användas.", "Minskad risk för intrång", 850},
	{"E-tjänst för bygglov med komplettering", "Bygglovsportalen", "new", "service", "differentiating", 4, "Sökande ska kunna komplettera, följa och få beslut digitalt.", "Färre kompletteringar per post och snabbare beslut", 620},
	{"Digital nattillsyn i hemtjänsten", "Tryggnatt", "new", "innovation", "innovative", 3, "Försök i två områden med tillsyn på distans för den som har valt det.", "Ostörd sömn för brukare och färre resor nattetid", 480},
	{"Gemensam identitet för elever och personal", "Identitetsportalen", "integration", "exchange", "basic", 1, "Konton skapas och avslutas från elevregister och lönesystem utan handpåläggning.", "Mindre handpåläggning vid terminsstart", 740},
	{"Uppgradering av lönesystemet", "Lönesystemet", "upgrade", "efficiency", "basic", 0, "Ny huvudversion med bättre stöd för schemaläggare och chefer.", "Färre rättningar i efterhand", 560},
	{"E-arkiv för vård- och omsorgsnämnden", "E-arkivet", "new", "efficiency", "basic", 3, "Leverera avslutade akter till e-arkivet enligt dokumenthanteringsplanen.", "Det gamla systemet kan stängas", 430},
	{"Läkemedelssignering i hela äldreomsorgen", "Signeringslistan", "new", "efficiency", "differentiating", 3, "Digital signering införs på alla särskilda boenden och i hemsjukvården.", "Färre missade läkemedel", 690},
	{"Förstudie om chattstöd i kontaktcenter", "Kontaktnavet", "prestudy", "innovation", "innovative", 0, "Pröva om ett AI-stöd kan svara på vanliga frågor, med krav på källor och loggning.", "Kortare väntetid i telefon", 180},
	{"Avveckling av gamla kartservern", "Kartan", "retire", "efficiency", "basic", 4, "Tjänsterna flyttas till den gemensamma kartplattformen och servern stängs.", "Lägre driftkostnad och mindre risk", 150},
	{"Öppna data om skolor och förskolor", "Förskolekön", "new", "service", "innovative", 1, "Publicera platser, öppettider och köläge i öppet format.", "Lättare för vårdnadshavare att välja", 210},
	{"Reservkraft för datorhallen", "Backupvalvet", "infrastructure", "efficiency", "basic", 0, "Ny reservkraft och kyla enligt kontinuitetsplanen.", "Drift även vid längre elavbrott", 2300},
	{"Utbyte av trådlöst nät i skolorna", "Prov och bedömning", "infrastructure", "efficiency", "basic", 1, "Accesspunkter och switchar byts skola för skola.", "Stabila prov och färre felanmälningar", 3200},
	{"Digitala lås i hemtjänsten, etapp 2", "Nyckelfritt", "upgrade", "efficiency", "differentiating", 3, "Resterande områden får digitala lås.", "Kortare restid och färre borttappade nycklar", 980},
	{"Informationsutbyte med regionen vid utskrivning", "OmsorgsJournalen", "integration", "exchange", "differentiating", 3, "Planering vid utskrivning delas digitalt i stället för per telefon.", "Tryggare hemgång och färre dubbla anteckningar", 720},
	{"Självbetjäning för försörjningsstöd", "Försörjningsstöd Direkt", "new", "service", "differentiating", 2, "E-ansökan med kontroll mot myndigheters uppgifter och stöd för beslut.", "Mer tid till stöd, mindre till rutin", 890},
	{"Samordnad lokalbokning", "Boka Ekvalla", "replace", "service", "basic", 6, "Tre bokningssystem blir ett, med låsstyrning.", "Högre nyttjande av lokaler", 340},
	{"Klassning av alla verksamhetssystem", "Registerförteckningen", "other", "efficiency", "basic", 0, "Genomföra informationsklassning med åtgärdsplan för system som saknar aktuell klassning.", "Rätt skydd till rätt kostnad", 120},
	{"Byte av ekonomisystem", "Ekonomia", "replace", "efficiency", "basic", 0, "Avtalet löper ut. Ny upphandling tillsammans med bolagen.", "Lägre licenskostnad och gemensam kontoplan", 5200},
	{"Sensorer för snöröjning och halka", "Vinterkollen", "new", "innovation", "innovative", 4, "Väglag mäts på tjugo platser under en vinter.", "Halkbekämpning där den behövs", 260},
	{"Digital signering av beslut", "Mötesportalen", "new", "efficiency", "differentiating", 0, "Beslut och protokoll undertecknas elektroniskt och bevaras rätt.", "Kortare ledtid till expediering", 310},
	{"Ny lärplattform för gymnasiet", "Lärrummet", "replace", "service", "basic", 1, "Nuvarande plattform fyller inte kraven på tillgänglighet.", "Ett ställe för uppgifter och omdömen", 870},
	{"Kontinuitetsplan för trygghetslarm", "LarmLinjen", "other", "efficiency", "basic", 3, "Reservrutiner och dubbla larmvägar.", "Larm når fram även vid driftstörning", 190},
	{"Uppkopplade vattenmätare", "Vattendebitering", "new", "efficiency", "differentiating", 8, "Fjärravlästa mätare i hela kommunen under tre år.", "Mindre läckage och inga avläsningar", 4100},
	{"E-tjänst för felanmälan i bostäder", "Besiktning i fickan", "new", "service", "differentiating", 7, "Hyresgäster felanmäler med bild och följer ärendet.", "Färre samtal och snabbare åtgärd", 280},
}

// moreIdeas make the rest: each with a system.
var moreIdeas = []idea{
	{"Uppgradering av %s", "", "upgrade", "efficiency", "basic", -1, "Ny version med rättningar och nya lagkrav.", "Fortsatt stöd från leverantören", 180},
	{"Införande av %s", "", "new", "service", "differentiating", -1, "Systemet konfigureras, testas och införs med utbildning.", "Enklare arbete i vardagen", 540},
	{"Ersättning av %s", "", "replace", "efficiency", "basic", -1, "Avtalet upphör och systemet upphandlas på nytt.", "Lägre kostnad och bättre stöd", 760},
	{"Avveckling av %s", "", "retire", "efficiency", "basic", -1, "Information flyttas eller gallras och systemet stängs.", "Lägre driftkostnad", 90},
	{"Integration till %s", "", "integration", "exchange", "differentiating", -1, "Information överförs maskinellt i stället för att skrivas in två gånger.", "Färre fel och mindre dubbelarbete", 220},
	{"Förstudie: framtida behov av %s", "", "prestudy", "innovation", "innovative", -1, "Behov, marknad och kostnad belyses inför beslut.", "Bättre underlag för beslut", 110},
	{"Mobil åtkomst till %s", "", "upgrade", "service", "differentiating", -1, "Medarbetare når systemet säkert utanför kontoret.", "Mindre restid", 160},
	{"Flytt av %s till molntjänst", "", "infrastructure", "efficiency", "basic", -1, "Driften flyttas efter klassning och prövning av var data lagras.", "Mindre egen drift", 380},
	{"Informationsklassning och åtgärder för %s", "", "other", "efficiency", "basic", -1, "Klassning, riskanalys och åtgärdsplan.", "Rätt skydd för informationen", 60},
	{"Utbildning och bättre användning av %s", "", "other", "usage", "basic", -1, "Genomgång av arbetssätt, behörigheter och utbildning av användare.", "Systemet används som det var tänkt", 70},
	{"Tillgänglighetsanpassning av %s", "", "upgrade", "service", "differentiating", -1, "Brister mot lagen om tillgänglighet till digital offentlig service åtgärdas.", "Fler klarar ärendet på egen hand", 130},
	{"Arkivering ur %s", "", "other", "efficiency", "basic", -1, "Uttag till e-arkivet och gallring enligt plan.", "Information bevaras och kan återsökas", 140},
}

// phaseWeight is how common a phase is in a portfolio in mid-life; one of a name that
// isn't here is rare.
func phaseWeight(key string) float64 {
	switch key {
	case "execution":
		return 26
	case "planned":
		return 13
	case "review":
		return 9
	case "closing", "benefits", "idea", "proposal", "decision":
		return 8
	case "management", "closed":
		return 6
	case "dormant", "prestudy":
		return 3
	}
	return 1.5
}
