package demo

// administration is a förvaltning or a bolag with its nämnd and its enheter.
type administration struct {
	board, name, typ, code string
	users                  int64
	sections               []string
	grow                   []string // how further enheter are named, before an area or place
}

var administrations = []administration{
	{"Kommunstyrelsen", "Kommunledningskontoret", "administration", "10", 210,
		[]string{"IT-avdelningen", "Ekonomiavdelningen", "HR-avdelningen", "Kommunikationsavdelningen", "Kansliavdelningen", "Upphandlingsenheten"}, []string{"Servicekontoret", "Medborgarkontoret", "Kontaktcenter"}},
	{"Barn- och utbildningsnämnden", "Barn- och utbildningsförvaltningen", "administration", "20", 1450,
		[]string{"Förskola", "Grundskola", "Gymnasieskola", "Vuxenutbildning", "Elevhälsan", "Måltidsservice"}, []string{"Förskolan", "Skolan", "Fritidshemmet", "Köket"}},
	{"Socialnämnden", "Socialförvaltningen", "administration", "30", 420,
		[]string{"Individ- och familjeomsorg", "Funktionsstöd", "Arbetsmarknadsenheten"}, []string{"Gruppbostaden", "Daglig verksamhet", "Stödboendet", "Öppenvården"}},
	{"Vård- och omsorgsnämnden", "Vård- och omsorgsförvaltningen", "administration", "40", 1600,
		[]string{"Hemtjänst", "Särskilt boende", "Hälso- och sjukvård", "Biståndsenheten"}, []string{"Hemtjänst", "Särskilt boende", "Träffpunkten", "Hemsjukvården"}},
	{"Samhällsbyggnadsnämnden", "Samhällsbyggnadsförvaltningen", "administration", "50", 260,
		[]string{"Bygglovsenheten", "Plan och exploatering", "Kart- och GIS-enheten", "Gata och park", "Fastighetsenheten"}, []string{"Driftområde", "Förrådet", "Parkområde"}},
	{"Miljö- och hälsoskyddsnämnden", "Miljö- och hälsoskyddskontoret", "administration", "60", 38,
		[]string{"Livsmedel", "Miljötillsyn"}, []string{"Tillsynsområde"}},
	{"Kultur- och fritidsnämnden", "Kultur- och fritidsförvaltningen", "administration", "70", 140,
		[]string{"Bibliotek", "Kulturskolan", "Fritid och anläggningar"}, []string{"Biblioteket", "Fritidsgården", "Idrottshallen", "Badet"}},
	{"", "Ekvallabostäder AB", "company", "81", 85, []string{"Uthyrning", "Förvaltning"}, []string{"Fastighetsområde"}},
	{"", "Ekvalla Energi och Vatten AB", "company", "82", 95, []string{"Vatten och avlopp", "Avfall"}, []string{"Driftcentralen", "Återvinningen", "Verket"}},
}

// places are woods, birds and field names put together: areas and schools.
var placeStarts = []string{"Björk", "Tall", "Ek", "Lind", "Ask", "Alm", "Gran", "Rönn", "Hassel", "Sten", "Berg", "Sjö", "Å", "Norr", "Söder", "Väster", "Öster", "Kvarn", "Hög", "Lill", "Stor", "Kyrk", "Äng", "Lärk", "Svan", "Tran", "Uv", "Säl", "Vass", "Ljung"}
var placeEnds = []string{"by", "vik", "hult", "backa", "dal", "torp", "sätra", "åsen", "lunda", "näs", "gården", "hagen", "vallen", "brunn", "bäcken", "ryd", "kulla", "tuna", "mon", "holmen"}

// givenNames are of women and of men, so that double names go together.
var givenNames = [2][]string{
	{"Anna", "Maria", "Karin", "Eva", "Kristina", "Lena", "Sara", "Emma", "Åsa", "Malin", "Jenny", "Linda", "Ulrika", "Elin", "Hanna", "Ida", "Sofia", "Johanna", "Camilla", "Annika", "Helena", "Birgitta", "Monika", "Pia", "Marie", "Josefin", "Amina", "Fatima", "Zahra", "Leila", "Katarzyna", "Maja", "Alice", "Märta", "Ylva", "Disa"},
	{"Lars", "Mikael", "Anders", "Johan", "Erik", "Per", "Karl", "Peter", "Thomas", "Jan", "Daniel", "Fredrik", "Andreas", "Magnus", "Stefan", "Mattias", "Martin", "Jonas", "Henrik", "Niklas", "Björn", "Göran", "Örjan", "Håkan", "Åke", "Ali", "Omar", "Hassan", "Yusuf", "Mehmet", "Oskar", "Viktor", "Gustav", "Axel", "Elias", "Nils"},
}
var surnames = []string{"Ek", "Lindgren", "Bergqvist", "Nyström", "Sandell", "Holmgren", "Öberg", "Åkesson", "Wallin", "Hedlund", "Sjöberg", "Norén", "Dahlin", "Ekström", "Blom", "Fors", "Kvist", "Lund", "Rosén", "Strand", "Hägg", "Nordin", "Ström", "Palm", "Lindahl", "Westman", "Högberg", "Sundin", "Ljung", "Falk", "Hassan", "Ahmed", "Ali", "Yilmaz", "Kowalska", "Nguyen", "Haddad", "Petrović", "Andersson", "Johansson", "Karlsson", "Nilsson", "Eriksson", "Larsson", "Olsson", "Persson", "Svensson", "Gustafsson", "Pettersson", "Jonsson", "Jansson", "Hansson", "Bengtsson", "Jönsson", "Lindberg", "Jakobsson", "Magnusson", "Olofsson", "Lindström", "Lindqvist", "Axelsson", "Berg", "Bergström", "Lundberg", "Lind", "Lundgren", "Mattsson", "Berglund", "Fredriksson", "Sandberg", "Henriksson", "Forsberg", "Danielsson", "Håkansson", "Engström", "Eklund", "Lundin", "Gunnarsson", "Fransson", "Björk", "Bergman", "Samuelsson", "Isaksson", "Österman", "Arvidsson", "Holmqvist", "Nyberg", "af Klint", "von Essen", "de Wall"}

var suppliers = []string{"Nordkod AB", "Tolv System AB", "Rosta AB", "Linnedata AB", "Björkverket Programvara AB", "Fyrsken IT AB", "Kvarnsjö System AB", "Mälarlogik AB", "Stenklippan System AB", "Tallvik Digital AB", "Hjortron Mjukvara AB", "Sydvästdrift AB", "Vintergatan Moln AB", "Ljungdata AB", "Kopparslätten AB", "Åkerlund & Grip AB", "Söderpilen AB", "Havtorn Data AB"}

// profile is what a sort of system's personal data are.
type profile struct{ key, purpose, basis, subjects, categories, recipients, retention string }

var profiles = []profile{
	{"staff", "Administrera anställning, behörighet och arbete.", "Avtal", "Medarbetare, förtroendevalda", "Namn, kontaktuppgifter, befattning, inloggningar", "Leverantör, Skatteverket vid behov", "Två år efter avslutad anställning"},
	{"applicant", "Handlägga ansökningar om anställning.", "Uppgift av allmänt intresse", "Sökande till tjänster", "Namn, kontaktuppgifter, meriter", "Rekryterande chefer", "Två år efter att tjänsten har tillsatts"},
	{"citizen", "Handlägga ärenden och ge service till invånare och företag.", "Myndighetsutövning", "Invånare, sökande, ombud", "Namn, personnummer, kontaktuppgifter, ärendeuppgifter", "Berörda nämnder", "Enligt dokumenthanteringsplanen"},
	{"pupil", "Fullgöra kommunens uppgifter enligt skollagen.", "Uppgift av allmänt intresse", "Barn, elever, vårdnadshavare, personal", "Namn, personnummer, skolplacering, resultat, frånvaro", "Vårdnadshavare, Skolverket, SCB", "När eleven har slutat; betyg bevaras"},
	{"client", "Utreda, besluta om och följa upp insatser enligt socialtjänstlagen och LSS.", "Myndighetsutövning", "Klienter, anhöriga, kontaktpersoner", "Namn, personnummer, sociala förhållanden, hälsa, ekonomi", "Domstol, Inspektionen för vård och omsorg", "Fem år efter sista anteckningen; urval bevaras"},
	{"patient", "Ge vård och omsorg och dokumentera den.", "Rättslig förpliktelse", "Brukare, patienter, anhöriga", "Namn, personnummer, hälsa, insatser, läkemedel", "Regionen, Inspektionen för vård och omsorg", "Tio år efter sista anteckningen"},
	{"customer", "Administrera avtal och betalningar med kunder.", "Avtal", "Kunder, hyresgäster", "Namn, personnummer, adress, avtal, betalningar", "Bank, inkassoföretag", "Sju år för räkenskaper, annars två år efter avslutat avtal"},
}

func profileOf(key string) (profile, bool) {
	for _, p := range profiles {
		if p.key == key {
			return p, true
		}
	}
	return profile{}, false
}
