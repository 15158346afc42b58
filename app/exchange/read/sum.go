package read

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
)

// Adding is how surely a text says that its row adds up or weighs others.
type Adding uint8

// The ways of saying so. The zero value is that it doesn't.
const (
	NotAdding  Adding = iota
	MaybeNames        // "Saldo", "Snitt": it may as well be what something is called
	BeginsSo          // "Summa Time": it begins so, and says something else too
	Adds              // "Summa", "Total kostnad (kr)", "Antal system: 12"
)

// sumWords are folded words for what adds up others, weighs for what says something
// else of them, and weak for what may as well be a name.
var (
	sumWords = text.Set("summa summor sum total totalt totala totaler tot subtotal summering summerat sammanlagt sammantaget tillsammans")
	weighs   = text.Set("antal medel medelvarde medeltal snitt genomsnitt genomsnittlig genomsnittligt differens diff avvikelse varav saldo median netto kvar moms betala")
	weak     = text.Set("medel snitt saldo median netto kvar diff antal")
)

// fillers are the folded words that say what is added up, and nothing else.
var fillers = text.Set(`kostnad kostnader kostnaden budget budgeten utfall prognos belopp kr tkr mkr mnkr sek ksek msek kronor
	system systemen st stycken alla samtliga per ar arets aret helar arlig arligen manad manader kvartal inkl exkl inklusive exklusive moms och for i av med mot till fran hela
	drift driftkostnad driftkostnader investering investeringar licens licenser licenskostnad licenskostnader anvandare rader poster insatser insatserna projekt avtal avtalen
	leverantorer enheter personer kommunen kommun forvaltning forvaltningen enheten avdelningen portfoljen summarum ovan ovanstaende netto brutto period perioden tabell sidan
	preliminart prel totalt total summa grand sub del oversikt intakter utgifter lopande`)

// isSumWord knows the compounds too: delsumma, årssumma, totalkostnad.
func isSumWord(w string) bool {
	return sumWords[w] || len(w) > len("summa") && (strings.HasSuffix(w, "summa") || strings.HasSuffix(w, "summering")) ||
		strings.HasPrefix(w, "total") && fillers[strings.TrimPrefix(w, "total")]
}

// mostSumText is how long a text may be that names a row of sums.
const mostSumText = 80

// AddsUp says how surely a text says that its row adds up others.
func AddsUp(s string) Adding {
	if len(s) > mostSumText || len(s) < len("tot") || !mayAddUp(s) {
		return NotAdding
	}
	words := Words(strings.Replace(text.Fold(s), "s:a", "summa", 1))
	if len(words) == 0 {
		return NotAdding
	}
	if len(words) > 1 && words[0] == "att" {
		words = words[1:]
	}
	first, last := words[0], words[len(words)-1]
	sums := isSumWord(first) || len(words) > 1 && (first == "grand" || first == "sub" || first == "del") && isSumWord(words[1])
	rest := words[1:]
	switch {
	case sums:
	case weighs[first] || strings.HasPrefix(first, "medel") && fillers[strings.TrimPrefix(first, "medel")]:
		if first == "varav" || first == "differens" || first == "avvikelse" {
			return Adds
		}
	case len(words) > 1 && sumWords[last]: // "Drift totalt"
		sums, rest = true, words[:len(words)-1]
	default:
		return NotAdding
	}
	plain := !slices.ContainsFunc(rest, func(w string) bool { return !fillers[w] && !isNumber(w) && !isSumWord(w) })
	switch {
	case plain && (sums || len(rest) > 0 || !weak[first]):
		return Adds
	case sums:
		return BeginsSo
	case plain:
		return MaybeNames
	}
	return NotAdding
}

// stems are what any word that AddsUp knows begins with.
var stems = []string{"sum", "tot", "s:a", "sub", "grand", "del", "samman", "tillsammans", "antal", "medel", "snitt", "genomsnitt", "diff", "avvik", "varav", "saldo", "median", "netto", "kvar", "moms", "att betala"}

// mayAddUp says, at no cost, that a text may add up others: nearly none does.
func mayAddUp(s string) bool {
	for i := range len(s) {
		switch c := s[i] | 0x20; {
		case c == 's' && hasPrefix(s[i:], "summ"):
			return true
		case i > 0 && (s[i-1]|0x20 >= 'a' && s[i-1]|0x20 <= 'z' || s[i-1] >= 0x80):
		case slices.ContainsFunc(stems, func(stem string) bool { return c == stem[0] && hasPrefix(s[i:], stem) }):
			return true
		}
	}
	return false
}

func hasPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// BeyondSum is what a text says beside that its row adds up others: "KLK" of
// "Delsumma KLK:".
func BeyondSum(s string) string {
	s = strings.TrimRight(text.OneLine(s), ": ")
	if head, tail, ok := strings.Cut(s, " "); ok {
		if at := strings.LastIndexByte(s, ' '); AddsUp(head) == NotAdding && isSumWord(text.Fold(s[at+1:])) {
			return s[:at]
		}
		return strings.TrimLeft(tail, "-–: ")
	}
	return ""
}

func isNumber(w string) bool {
	return !strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsDigit(r) })
}

// IsFigure says that a cell holds a figure, be it with a word or two for what was
// counted: "300", "2 st", "1 200 kr", "(3 system)".
func IsFigure(c sheet.Cell) bool {
	switch c.Kind {
	case sheet.Number, sheet.Bool, sheet.Error:
		return true
	case sheet.Date:
		return false
	}
	if IsBlank(c) || AddsUp(c.Text) == Adds {
		return true
	}
	if utf8.RuneCountInString(c.Text) > mostSumText {
		return false
	}
	if _, err := money.Parse(c.Text, money.Kr); err == nil {
		return true
	}
	return isCount(c.Text)
}

// isCount says that a text is a number and at most two words, "3 system", "2 av 5".
func isCount(s string) bool {
	words := Words(s)
	return len(words) > 0 && isNumber(words[0]) && !slices.ContainsFunc(words[1:], func(w string) bool { return !isNumber(w) && strings.ContainsFunc(w, unicode.IsDigit) }) &&
		len(words) <= 4 && countWords(words) <= 2
}

func countWords(words []string) (n int) {
	for _, w := range words {
		if !isNumber(w) {
			n++
		}
	}
	return n
}

// Weighs says that a text tells something else of rows than what they come to: their
// number, mean or difference.
func Weighs(s string) bool {
	words := Words(s)
	return len(words) > 0 && (weighs[words[0]] || strings.HasPrefix(words[0], "medel"))
}
