package read

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"itportfoljen/app/base/text"
)

// Aside is what a lone text is that names nothing.
type Aside uint8

// The asides. The zero value is that it is none.
const (
	NoAside  Aside = iota
	OfRow          // about the row above: "OBS! nytt avtal på gång"
	OfTable        // about the list: "Källa: IT-avdelningen", "Sida 1 av 3"
	Sentence       // what nobody calls anything, about one or the other
)

var (
	// reOfRow is what begins a note to a row, or goes on with what it says; of folded text.
	reOfRow = regexp.MustCompile(`^(obs|nb|observera)([ .:!]|$)|^(anm|anmarkning|not|notering|kommentar|info|tips|ps|tillagg|undantag)[.:!]` +
		`|^(och|samt|eller|inkl\.?|exkl\.?|inklusive|exklusive|dvs\.?|t\.? ?ex\.?|bl\.? ?a\.?|fr\.? ?o\.? ?m\.?|t\.? ?o\.? ?m\.?|m\.? ?m\.?|etc\.?|med|utan|som|aven|men|ej|inte) .|^[-–—•·→] ?\pL`)
	// reOfTable is what begins a line that tells about the list.
	reOfTable = regexp.MustCompile(`^(kalla|kallor|teckenforklaring|forklaring|forklaringar|fotnot|fotnoter|kontakt|kontaktperson|fragor|bilaga|filter|urval|sortering|datum|upprattad|upprattat|ansvarig for listan|dokumentansvarig)( ?[:=?])` +
		`|^(senast )?(uppdaterad|uppdaterat|andrad|andrat|reviderad|reviderat|utskriven|utskrivet|faststalld|faststallt|beslutad|beslutat|upprattad|framtagen|skapad|sparad|exporterad|uttagen|hamtad|granskad)( |:|$)` +
		`|^(sida|sid\.?|s\.|blad|page) ?\d+( ?(av|\(|/|of)|$)|^(version|ver\.?|utgava) ?\d|^(utskrift|uttag)( |:|$)|^per (den )?\d` +
		`|^\*+\)?[ =]?.|^[¹²³†]|^\(?[a-z0-9]\) .|^not \d|^(alla|samtliga) (belopp|siffror|uppgifter|kostnader|priser) |^(belopp|belopp(en)?|siffror(na)?|kostnader(na)?|priser(na)?) (i|ar|avser|anges|inkl|exkl)\b|^(listan|tabellen|denna lista|detta dokument|uppgifterna|ovanstaende|dokumentet) .` +
		`|^(se|jfr) (aven|flik|fliken|blad|bladet|bilaga|separat|ocksa) |^(gul|rod|gron|gra|bla|orange|kursiv|fet)[a-z-]*( text| rader| falt| celler| markering)? ?(=|ar |betyder )|^slut pa |^(forts|fortsattning) pa |^ej komplett|^\pL{4,}(d|t|n) av[: ]|^(forts|fortsattning) foljer|^utkast$|^fragor`)
)

// plainlySaid is how many words with a full stop are a sentence, however short the last.
const plainlySaid = 5

// AsideOf tells what a text is that stands alone on its row.
func AsideOf(s string) Aside {
	s = text.OneLine(s)
	folded := text.Fold(s)
	words := strings.Count(s, " ") + 1
	switch {
	case reOfTable.MatchString(folded):
		return OfTable
	case reOfRow.MatchString(folded):
		return OfRow
	case utf8.RuneCountInString(s) > longName:
		return Sentence
	case strings.Contains(s, " = "):
		return OfTable
	case words >= 3 && (strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")) && (words >= plainlySaid || !abbreviated(s)):
		return Sentence
	case strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && words >= 2:
		return OfRow
	}
	return NoAside
}

// abbreviated says that a text ends as abbreviations do, "m.m.", "Soc. förv.".
func abbreviated(s string) bool {
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return strings.Count(last, ".") > 1 || utf8.RuneCountInString(last) <= 5 && strings.HasSuffix(last, ".") && !strings.ContainsFunc(last, unicode.IsDigit)
}
