package read

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
)

// Passed is a row below the headings that says what to write in the list rather than
// what somebody has written.
type Passed struct {
	Number int
	Reason string             // Swedish
	Units  map[int]money.Unit // of amounts, by column, of a row of units
}

// mostBelow is how many such rows are looked for.
const mostBelow = 4

// Below are the rows directly below the headings that hold units, instructions or an
// example.
func Below(sh *sheet.Sheet, h Heads) []Passed {
	var out []Passed
	names := slices.IndexFunc(h.Columns, func(c Heading) bool { return c.Written != "" })
	for _, r := range sh.Rows[h.Last+1 : min(len(sh.Rows), h.Last+1+mostBelow)] {
		p := Passed{Number: r.Number}
		switch {
		case unitsIn(r) && (Filled(r) > 1 || FirstFilled(r) > names || parenthesized(r.At(names).Text)):
			p.Reason = "enhetsrad: säger vad kolumnerna är i"
			p.Units = amountUnits(r)
		case numbered(r):
			p.Reason = "kolumnernas nummer"
		case isExample(r.At(FirstFilled(r)).Text, len(out) > 0):
			p.Reason = "exempelrad: visar hur listan fylls i"
		case instructs(r, names) || describes(r, h.Columns, names):
			p.Reason = "anvisningsrad: säger hur listan fylls i"
		default:
			return out
		}
		out = append(out, p)
	}
	return out
}

// forms are the lower-case words and patterns that say what a column's cells are in.
var forms = map[string]bool{
	"antal": true, "st": true, "styck": true, "stycken": true, "månader": true, "månad": true, "mån": true, "dagar": true, "år": true, "timmar": true, "tim": true, "%": true, "procent": true,
	"datum": true, "text": true, "fritext": true, "tal": true, "heltal": true, "siffra": true, "siffror": true, "belopp": true, "lista": true, "rullista": true, "rullgardin": true, "val": true, "flerval": true,
	"ja/nej": true, "j/n": true, "ja / nej": true, "ja eller nej": true, "ja el. nej": true, "nivå": true, "enhet": true, "löpnummer": true, "löpnr": true,
	"e-post": true, "e-postadress": true, "för- och efternamn": true, "förnamn efternamn": true, "förnamn, efternamn": true, "efternamn, förnamn": true, "förnamn och efternamn": true,
	"åååå": true, "yyyy": true, "ååååmm": true, "yyyymm": true, "kr/år": true, "kr per år": true, "tkr/år": true, "tkr per år": true, "mkr/år": true, "kr/mån": true, "kr per månad": true,
}

// unitsIn says that all that a row says is what the columns are in: "(tkr)",
// "ÅÅÅÅ-MM-DD", "antal".
func unitsIn(r sheet.Row) bool {
	n := 0
	for _, c := range r.Cells {
		if c.IsEmpty() {
			continue
		}
		if c.Kind != sheet.Text || !isForm(c.Text) {
			return false
		}
		n++
	}
	return n > 0
}

func isForm(s string) bool {
	s = strings.ToLower(strings.Trim(text.OneLine(s), "()[]<>{}*:. "))
	for _, before := range []string{"belopp ", "i ", "antal "} { // "Belopp i kr", "Antal st"
		s = strings.TrimPrefix(s, before)
	}
	s = strings.TrimSpace(s)
	h := HeadingOf(s)
	return forms[s] || reDayPattern.MatchString(s) || isScale(s) || s != "" && len(h.Words) == 0 && h.Unit != nil && h.Year == 0
}

// reDayPattern is a pattern of a day or a month, in lower case: "åååå-mm-dd", "mm/åå".
var reDayPattern = func() *regexp.Regexp {
	const between, year = ` ?[-/.]? ?`, `(?:å{2,4}|y{2,4}|a{2,4})`
	const day, month = `d{1,2}`, `m{1,2}`
	return regexp.MustCompile(`^(?:` + year + between + month + `(?:` + between + day + `)?|(?:` + day + between + `)?` + month + between + year + `|` + month + between + day + between + year + `)$`)
}()

// isScale says that a text is the ends of a scale: "0–4", "1-5".
func isScale(s string) bool {
	r := []rune(s)
	return len(r) == 3 && unicode.IsDigit(r[0]) && unicode.IsDigit(r[2]) && (r[1] == '-' || r[1] == '–')
}

// amountUnits are the units of money that a row of units says, by column.
func amountUnits(r sheet.Row) map[int]money.Unit {
	out := map[int]money.Unit{}
	for i, c := range r.Cells {
		if u := unitIn(c.Text); u != nil {
			out[i] = *u
		}
	}
	return out
}

// numbered says that a row only numbers the columns.
func numbered(r sheet.Row) bool {
	n := 0
	for _, c := range r.Cells {
		if c.IsEmpty() {
			continue
		}
		n++
		if strings.Trim(c.Text, "() .") != strconv.Itoa(n) {
			return false
		}
	}
	return n > 2
}

// isExample says that a row begins as an example does: "Exempel", "T.ex. Lönesystemet", and
// below an instruction "Exempelsystemet" too.
func isExample(s string, below bool) bool {
	s = strings.ToLower(text.OneLine(s))
	if below && strings.HasPrefix(s, "exempel") {
		return true
	}
	for _, w := range []string{"exempel", "ex", "ex.", "t.ex", "t.ex.", "t ex"} {
		rest, ok := strings.CutPrefix(strings.TrimLeft(s, "("), w)
		if ok && (rest == "" || strings.HasPrefix(rest, ":") || rest[0] == ' ' && w != "ex" || rest == ")") {
			return true
		}
	}
	return strings.HasSuffix(s, "(exempel)") || strings.HasSuffix(s, "(ex)")
}

// orders are the lower-case words that begin an instruction.
var orders = text.Set(`ange anges välj väljs skriv skrivs fyll fylls lämna klistra markera kryssa sätt beskriv notera uppge hämta hämtas namnge bedöm räkna använd kopiera
	obligatorisk obligatoriskt frivillig frivilligt valfri valfritt måste max format t.ex t.ex. tex exempelvis ex. ex exempel helst`)

// questioning are those that begin one when it is a question.
var questioning = text.Set("vem vilken vilket vilka när hur vad finns är")

// isInstruction says that a text tells what to write: it begins with an order, or is a
// pattern or a text in parentheses.
func isInstruction(s string) bool {
	s = text.OneLine(s)
	if isForm(s) || parenthesized(s) {
		return true
	}
	first, _, _ := strings.Cut(strings.TrimLeft(strings.ToLower(s), "(*[<\"”"), " ")
	first = strings.TrimRight(first, ":,!")
	return orders[first] || questioning[first] && strings.HasSuffix(s, "?")
}

func parenthesized(s string) bool {
	s = text.OneLine(s)
	return utf8.RuneCountInString(s) > 2 && (s[0] == '(' && s[len(s)-1] == ')' || s[0] == '[' && s[len(s)-1] == ']' || s[0] == '<' && s[len(s)-1] == '>')
}

// instructs says that a row tells how to fill in the list: what stands in the first
// column is an instruction and so is at least one more, or most of the others are.
func instructs(r sheet.Row, names int) bool {
	told, others := 0, 0
	for _, c := range r.Cells {
		switch {
		case c.IsEmpty():
		case c.Kind == sheet.Text && isInstruction(c.Text):
			told++
		case c.Kind != sheet.Text:
			return false
		default:
			others++
		}
	}
	first := r.At(names)
	if first.Kind == sheet.Text && isInstruction(first.Text) {
		return told > 1 || others == 0 && !isForm(first.Text)
	}
	return told >= 2 && told > 2*others
}

// describes says that a row tells in words what each column is for: "Systemets namn" below
// "System", "Ansvarig förvaltning" below "Förvaltning".
func describes(r sheet.Row, heads []Heading, names int) bool {
	told, others := 0, 0
	for i, c := range r.Cells {
		switch {
		case c.IsEmpty():
		case c.Kind == sheet.Text && i < len(heads) && describesHeading(c.Text, heads[i]):
			told++
		case i == names || c.Kind != sheet.Text:
			return false
		default:
			others++
		}
	}
	return told >= 2 && told >= 2*others
}

// stem is how much of a word stays the same in its other forms.
const stem = 5

func describesHeading(s string, h Heading) bool {
	said := Words(s)
	return len(said) > 1 && slices.ContainsFunc(h.Words, func(w string) bool {
		return len(w) >= stem && slices.ContainsFunc(said, func(o string) bool { return strings.HasPrefix(o, w[:stem]) && o != w || o == w && len(said) > 2 })
	})
}
