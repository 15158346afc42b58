package match

import (
	"slices"
	"strings"
	"sync"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/read"
)

// A concept is what a part of a heading means, whatever its form: "avtalets",
// "Avtal" and "avt." are one. It goes by the first of its forms, folded.

// concepts are those that headings are made of, each with the other forms that
// aren't found by taking an ending away. A form of several is decided by the
// rest of the heading.
const concepts = `
ägare äg owner
förvaltning förv förvaltn
förvaltare förv förvaltarna
administratör adm administratörer
manager
ansvarig ansv ansvariga ansvarige resp
ledare ledn led leader
ansvar
kontakt contact
lista listan list
register registret
förteckning
översikt
katalog
personal
person pers
namn name names benämning
rubrik
titel title
beställare beställ
part
leverantör lev leverant vendor supplier leverantörs
tillverkare
användare användar anv user users
teknisk tekn teknik technical tekniskt tekniska
tekniker
funktionell funktionellt
verksamhet
it
enhet
nämnd
bolag
organisation organization org
avdelning department
kontor
sektor
system syst informationssystem sys
applikation applikations app application applications
program programvara programvaru
tjänst
produkt
avtal avt kontrakt contract agreement
projekt proj project projects
insats insatser
aktivitet
initiativ
uppdrag
åtgärd
objekt
information infor info inf
uppgift uppg
personuppgift personuppg
personuppgiftsbiträde
ändamål
data
klassning klassad klassat klassade klassificering klassificerad klassificerat
omklassning omklassas
datum datumet date
dag day
dagar
år års year
månad mån månader månaders
tid
period
från from start startar startat börjar börja påbörjas start started begin
till tom slut slutar slutför utgång utgår upphör end ends avslut
senast senaste
nästa next
uppsägning uppsägn uppsäg upps uppsägnings
uppsagt uppsagd
förlängning förlängn förlängs förläng
villkor
värde
nummer nr no number numret
löp
id
kod code
dnr diarienummer diarienr
diarie
telefon tel tfn phone
mobil
epost mail mejl email
adress address
webb web
länk
url
kommentar komm comment comments
anteckning anteckn note notes
notering
anmärkning anm
övrig övr övrigt övriga
fritext
beskrivning beskr beskriv description
syfte purpose
funktion funktions
användning användnings
område
bakgrund
mål
kategori kat category
typ type
slag
grupp
form
miljö
lösning
modell
drift drifts hosting
driftas driftad
moln molnbaserad molnbaserat cloud
intern internt
extern externt
status
läge
fas phase
skede stage
livscykel livscykeln lifecycle
kritisk kritiskt kritiska kritikalitet kritiskhet krit critical criticality
konfidentialitet konf confidentiality
riktighet integrity
tillgänglighet tillg tillgängl availability
spårbarhet spårb traceability
sekretess
k
r
t
s
nivå
klass
kostnad kostn kost cost costs
utgift
avgift
belopp
summa
total totalt totala totalkostnad
pris
medel
budget budgeterad budgeterat
prognos prognosticerad prognosticerat forecast
utfall verkligt actual
faktisk faktiskt faktiska
licens license
underhåll underhålls
support supporteras
stöd
investering inv invest investerings
inköp inköps
behov
konsult
anslag
ställe
utveckling utvecklings
årlig årligen årligt annual
löpande
antal ant
aktiv aktiva aktivt
unik unika
ja j
nej n
avveckling avvecklas avvecklings
driftsatt driftsattes driftsättning driftsättnings driftstart
anskaffning anskaffad
lagring lagras lagrings
plats
integration integrerad integrerade
koppling kopplade
beroende beroenden
prioritet prio prioritering priority prioriterings
risk
bedömning
rekommendation
beslut
beslutad beslutat
finansiering
nytta nytto nyttor
effekt
portfölj portfolio
pub
puba
systemförvaltning
biträde bitr
gallring gallras
mottagare
registrerade
tredjeland
överföring
ändring
ny
säkerhet säkerhets
skydd skydds
utsedd
formell formellt
ägande
tillhör tillhörande tillhörighet
berörd berörda berört
beställande
planerad planerat planerade planned
beräknad beräknat beräknas
dokument dokumentation
chef
handbok
server
version
konto
kod
redogörelse
ort
hem
sida
överordnad överordn parent
anställd anställda
befattning befattn
företag
huvud
motpart
mätning mäts
lagrar
motivering
redan
grund
laglig
rättslig
`

// multiples are words that mean something else together, or than each by itself.
var multiples = map[string]string{
	"t o m": "till", "fr o m": "fran", "f o m": "fran", "loper ut": "till", "gar ut": "till", "loper till": "till", "upphor att galla": "till",
	"sag upp": "uppsagning", "klassas om": "omklassning", "e post": "epost", "e mail": "epost", "e postadress": "epost adress", "e mailadress": "epost adress",
	"galler fran": "fran", "galler till": "till", "borjar galla": "fran", "end of life": "support till",
	"org nr": "org nummer", "for och efternamn": "namn", "fornamn och efternamn": "namn", "data owner": "information agare",
	"i bruk": "driftsatt", "i drift": "driftsatt", "togs i drift": "driftsatt", "tagen i drift": "driftsatt",
	"on prem": "onprem", "prio ordning": "prioritet", "diarie nr": "dnr", "diarie nummer": "dnr", "it s": "it", "budgetar": "budget ar", "kalenderar": "kalender ar", "planar": "plan ar", "sista dag": "till dag",
}

// glue are folded words that say nothing of which field it is.
var glue = text.Set(text.Fold(`i för på om med och samt eller det de en ett som vad vilka vilken vilket finns har görs gör ska kan ange ev eventuell eventuellt
nuvarande aktuell aktuellt befintlig innehåller behandlas behandlar hanterar hanteras gäller löper giltig giltigt giltighet dess hos per samtliga övergripande kort
kortfattad exkl inkl moms ca cirka the of is for and a andra mot vår vårt våra`))

// forms gives the concepts of each folded form.
var forms = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(concepts), "\n") {
		words := strings.Fields(text.Fold(line))
		for _, w := range words {
			if !slices.Contains(out[w], words[0]) {
				out[w] = append(out[w], words[0])
			}
		}
	}
	return out
})

// isConcept says that a word is a concept that is known.
func isConcept(c string) bool { return slices.Contains(forms()[c], c) }

// wordEndings are those of Swedish nouns, adjectives and verbs, folded, the longest first.
var wordEndings = []string{"ernas", "arnas", "ornas", "erna", "arna", "orna", "ens", "ets", "ers", "na", "ns", "en", "et", "er", "ar", "or", "s", "n", "t", "a"}

// shortestStem is how short a word may become when its ending is taken away.
const shortestStem = 3

// stemmed gives the concepts of a word by itself, with or without its ending.
func stemmed(w string) []string {
	if c := forms()[w]; c != nil {
		return c
	}
	for _, e := range wordEndings {
		stem, ok := strings.CutSuffix(w, e)
		if !ok || len(stem) < shortestStem {
			continue
		}
		if c := forms()[stem]; c != nil {
			return c
		}
	}
	return nil
}

// shortestPart is how short the parts of a compound are, but for the shorts.
const shortestPart = 3

// shorts are parts of two letters that compounds end with: "avtalsnr".
var shorts = map[string][]string{"nr": {"nummer"}, "id": {"id"}}

// parted takes a compound apart, "avtalsslutdatum" as avtal, slut and datum; nil when
// some part of it isn't known. Each part has the concepts that it may be.
func parted(w string) [][]string {
	if c := stemmed(w); c != nil {
		return [][]string{c}
	}
	if c := shorts[w]; c != nil {
		return [][]string{c}
	}
	for i := len(w) - 2; i >= shortestPart; i-- {
		first := forms()[w[:i]]
		if first == nil {
			continue
		}
		rest := w[i:]
		after := parted(rest)
		if after == nil && rest[0] == 's' && len(rest) > 2 {
			after = parted(rest[1:])
		}
		if after != nil {
			return append([][]string{first}, after...)
		}
	}
	return nil
}

// part is a word of a heading as it is written.
type part struct {
	word string // folded
	cut  bool   // a full stop follows: most likely it is cut short
}

// partsOf are the words of a heading, without what stands in square brackets, numbers
// and units.
func partsOf(h read.Heading) []part {
	var out []part
	rest := text.Fold(h.Written)
	for _, w := range h.Words {
		i := strings.Index(rest, w)
		cut := false
		if i >= 0 { // unit words and years stand between
			rest = rest[i+len(w):]
			cut = strings.HasPrefix(rest, ".")
		}
		if strings.Trim(w, "0123456789") != "" {
			out = append(out, part{w, cut})
		}
	}
	return out
}
