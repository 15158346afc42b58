package hyphen

import (
	"slices"
	"strings"
	"unicode"
)

// parts are what compounds about a municipality and its IT are made of: a word
// is best broken before one of them, and not within it. Each is long enough not
// to stand within other words by chance.
var parts = strings.Fields(`
administr analys användar användning ansvar arbete arbets arkiv avgift avtal avveckling
bedömning behandling behov behörighet bemanning beskrivning beslut bevakning bibliotek bokning bolag budget bygg
dataskydd databas datum digital diarie dokument drift
effekt ekonomi faktura fastighet fritid försörjning förteckning förvalt
godkänn grupp handling handlägg hantering hemtjänst
information införande inköp installation integration inventering
journal katalog klassning koncern konfident konsekvens kontakt kontinuitet kontor kontroll kostnad krav kultur
lagring ledning leverant licens livscykel lokal
marknad medborgar medel mellan miljö myndighet
nummer nytta nämnd nätverk omsorg ordning organisation
period person planering plattform plats portal portfölj process program projekt prognos prövning
rapport redovisning register resurs riktighet räddning
samhälle samordn samtal schema server signering skydd socialtjänst statistik strategi styrelse styrning stöd support system säkerhet
teknik telefoni tillgänglig tillstånd tillsyn tjänst
underhåll underlag underskrift undervisning uppdrag uppföljning uppgift upphandling utbildning utredning utskott utveckling
verksamhet verktyg vård värde växel
ägare ärende återställning åtgärd översyn`)

// jointed marks where the parts of a compound begin, and what lies within them.
func jointed(rs []rune) (begins, inside []bool) {
	begins, inside = make([]bool, len(rs)+1), make([]bool, len(rs)+1)
	low := make([]rune, len(rs))
	for i, r := range rs {
		low[i] = unicode.ToLower(r)
	}
	for i := range low {
		if i > 0 && i < 3 || inside[i] {
			continue
		}
		n := longest(low[i:])
		if n == 0 {
			continue
		}
		begins[i] = i > 0 && hasVowel(rs[:i])
		for k := i + 1; k < i+n; k++ {
			inside[k] = true
		}
	}
	return begins, inside
}

// longest is the length of the longest part that a text begins with.
func longest(text []rune) int {
	n := 0
	for _, p := range byFirst[text[0]] {
		if len(p) > n && len(p) <= len(text) && slices.Equal(p, text[:len(p)]) {
			n = len(p)
		}
	}
	return n
}

// byFirst are the parts by their first letter.
var byFirst = func() map[rune][][]rune {
	m := map[rune][][]rune{}
	for _, p := range parts {
		rs := []rune(p)
		m[rs[0]] = append(m[rs[0]], rs)
	}
	return m
}()
