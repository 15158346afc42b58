// Package figure knows what people write around a number: that it isn't exact, that it
// is two, what they add in brackets. All texts given to it are keys, as text.Key makes
// them.
package figure

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Plain makes every minus and dash a plain one.
func Plain(s string) string { return plain.Replace(s) }

var plain = strings.NewReplacer("\u2212", "-", "\u2013", "-", "\u2014", "-", "\u2010", "-", "\u2011", "-")

// Before and after a number: that it isn't exact. Longer ones stand before those they
// begin or end with.
var (
	before = []string{"ungefärligen", "ungefär", "uppskattningsvis", "uppskattat till", "uppskattat", "uppskattad", "uppskattning", "uppsk.", "uppsk",
		"beräknat till", "beräknas till", "beräknat", "beräknad", "preliminärt", "preliminär", "prel.", "prel", "cirka", "circa", "c:a", "ca.", "ca",
		"omkring", "kring", "runt", "drygt", "knappt", "nästan", "närmare", "upp till", "upp mot", "upp emot", "uppemot", "mer än", "mera än", "fler än", "flera än",
		"mindre än", "färre än", "minst", "högst", "lägst", "maximalt", "max.", "max", "minimum", "min.", "min", "över", "under", "i genomsnitt", "i snitt", "snitt",
		"+/-", "±", "~", "≈", ">=", "<=", "≥", "≤", ">", "<"}
	after = []string{"uppskattningsvis", "uppskattat", "uppskattad", "uppsk.", "preliminärt", "preliminär", "prel.", "prel", "cirka", "circa", "c:a", "ca.", "ca",
		"eller fler", "eller flera", "eller mer", "el. fler", "el fler", "och uppåt", "och fler", "ungefär", "i snitt", "i genomsnitt", "max", "min", "??", "?", "~", "+"}
)

// Bare takes away the words that say that a number isn't exact; loose says that there
// were some.
func Bare(s string) (rest string, loose bool) {
	for again := true; again; {
		again = false
		for _, w := range before {
			if r, ok := CutFirst(s, w); ok {
				s, loose, again = r, true, true
				break
			}
		}
		for _, w := range after {
			if r, ok := CutLast(s, w); ok {
				s, loose, again = r, true, true
				break
			}
		}
	}
	return s, loose
}

// CutFirst takes a word away from the beginning; it must be one of its own there.
func CutFirst(s, word string) (rest string, ok bool) {
	rest, ok = strings.CutPrefix(s, word)
	if !ok {
		return s, false
	}
	last, _ := utf8.DecodeLastRuneInString(word)
	first, _ := utf8.DecodeRuneInString(rest)
	rest = strings.TrimLeft(rest, " :.,;")
	if rest == "" || unicode.IsLetter(last) && unicode.IsLetter(first) {
		return s, false
	}
	return rest, true
}

// CutLast takes a word away from the end; it must be one of its own there.
func CutLast(s, word string) (rest string, ok bool) {
	rest, ok = strings.CutSuffix(s, word)
	if !ok {
		return s, false
	}
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(rest)
	rest = strings.TrimRight(rest, " ,;")
	if rest == "" || unicode.IsLetter(first) && unicode.IsLetter(last) {
		return s, false
	}
	return rest, true
}

var between = regexp.MustCompile(`\d(?: ?[\p{L}%'.:]{1,9})? ?(?:-|/|\.{2,3}|…| à | á | a |[àá]| till | eller | el\.? | och | to |till)[ ]?(?:ca\.? |cirka )?\d`)

// IsRange says that a text is two numbers where one could have stood: "100-200",
// "10 à 20 tkr".
func IsRange(s string) bool { return between.MatchString(s) }

var aside = regexp.MustCompile(`^(.*\S) ?[(\[]([^()\[\]]*)[)\]]\.?$`)

// CutAside takes away what stands last in brackets: "40 (2025)".
func CutAside(s string) (rest, said string, ok bool) {
	m := aside.FindStringSubmatch(s)
	if m == nil {
		return s, "", false
	}
	return m[1], strings.TrimSpace(m[2]), true
}

var words = map[string]int64{"noll": 0, "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10, "elva": 11, "tolv": 12,
	"femton": 15, "arton": 18, "aderton": 18, "tjugo": 20, "tjugofyra": 24, "tjugofem": 25, "trettio": 30, "trettiosex": 36, "fyrtio": 40, "femtio": 50,
	"sextio": 60, "sjuttio": 70, "åttio": 80, "nittio": 90, "hundra": 100, "etthundra": 100, "tusen": 1000, "ettusen": 1000}

// Word is the number that a word is, "tre".
func Word(s string) (n int64, ok bool) {
	n, ok = words[s]
	return n, ok
}

var nothing = set(`vet ej, vet inte, vet icke, vet ingen, okänt, okänd, okända, oklart, oklar, osäkert, ej känt, ej känd,
	inte känt, ej klart, inte klart, ej klarlagt, ej bestämt, inte bestämt, ej beslutat, inte beslutat,
	ej fastställt, ej fastställd, ej vald, ej valt, inte vald, inte valt, ej upphandlad, ej upphandlat, ej angivet, ej angiven, ej ifyllt, ej utrett, ej utredd, ej satt, saknas,
	uppgift saknas, uppgifter saknas, info saknas, finns ej, finns inte, ej tillgängligt, ej tillgänglig,
	ej tillämpligt, ej tillämplig, inte tillämpligt, ej aktuellt, ej aktuell, inte aktuellt, ej relevant,
	inte relevant, e/t, e.t., e/a, n/a, na, n.a., tbd, tba, kommer, kommer senare, återkommer, kolla, kolla upp,
	kollas, kontrolleras, undersöks, utreds, fylls i senare, att fylla i, ska utredas, under utredning, xx, xxx,
	unknown, null, tomt, blank, ingen uppgift, ingen uppg., ingen info, ingen information, inga uppgifter,
	ospecificerat, ej specificerat, ej angett, har ej, hittar ej, hittar inte, minns ej, går ej att säga,
	går inte att säga`)

// set is the words of a list.
func set(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Split(list, ",") {
		out[strings.TrimSpace(w)] = true
	}
	return out
}

// Unknown says that a text tells that nobody knows, or that there is nothing to tell:
// "vet ej", "?".
func Unknown(s string) bool {
	s = strings.Trim(s, " .!-()")
	return s != "" && (strings.Trim(s, "?") == "" || nothing[strings.TrimRight(s, " ?")])
}
