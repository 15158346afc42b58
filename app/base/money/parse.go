package money

import (
	"math"
	"strconv"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/figure"
	"itportfoljen/app/base/text"
)

// What people write before or after the number. Longer ones stand before
// those they end or begin with.
var units = []struct {
	word string
	exp  int // power of ten in öre
}{
	{"miljarder kronor", 11}, {"miljarder kr", 11}, {"miljarder", 11}, {"mdkr", 11}, {"mdr kr", 11}, {"mdr", 11},
	{"miljoner kronor", 8}, {"miljoner kr", 8}, {"miljoner", 8}, {"miljon kronor", 8}, {"miljon kr", 8}, {"mnkr", 8}, {"mkr", 8}, {"msek", 8}, {"mnsek", 8},
	{"milj. kr", 8}, {"milj kr", 8}, {"mn kr", 8}, {"mn sek", 8}, {"miljon", 8}, {"milj", 8}, {"mio", 8}, {"mn", 8},
	{"tusen kronor", 5}, {"tusen kr", 5}, {"tusen", 5}, {"tkr", 5}, {"kkr", 5}, {"tsek", 5}, {"ksek", 5},
	{"kronor", 2}, {"krona", 2}, {"sek", 2}, {"kr", 2},
	{":-", 2}, {",-", 2}, {".-", 2},
}

// artefactDecimals is how many decimals a person may have written; more come
// from a float and are rounded to whole öre.
const artefactDecimals = 6

// mostRead is how long a text an amount may be.
const mostRead = 100

const notAmount = "är inget belopp"

// apostrophes makes every apostrophe a plain one.
var apostrophes = strings.NewReplacer("\u2019", "'", "\u00b4", "'", "\u2032", "'")

// key is a text with plain signs.
func key(s string) string { return apostrophes.Replace(figure.Plain(text.Key(s))) }

// Parse reads an amount as people write it: "1 234,50", "1234.5", "12 tkr",
// "1,5 mnkr", "60 000:-", "1.234,50", "(500)", "−280". A number without a unit
// is in bare. Every kind of space may stand between thousands. A number such
// as "1.234", which may be either thousands or decimals, is refused, and so
// are fractions of an öre, unless more than six decimals show that they come
// from a float: then the amount is rounded half away from zero.
// Errors are *fault.Error with code Invalid.
func Parse(s string, bare Unit) (Ore, error) {
	p := parser{bare: bare}
	amount, why := p.parse(key(s))
	if why != "" {
		return 0, refuse(s, why)
	}
	return amount, nil
}

// parser reads what is an amount and nothing else. A loose one takes what is likeliest
// where a text may be two things, and says what it took.
type parser struct {
	bare  Unit
	loose bool
	said  []string
}

// parse reads a key; why is what is wrong, as the end of a sentence.
func (p *parser) parse(body string) (amount Ore, why string) {
	if len(body) > mostRead {
		return 0, notAmount
	}
	negative := false
	if in, ok := strings.CutPrefix(body, "("); ok && strings.HasSuffix(in, ")") {
		negative, body = true, strings.TrimSpace(strings.TrimSuffix(in, ")"))
	}
	body, sign := cutSign(body)
	body, exp, named := cutUnit(body, p.bare)
	if sign == "" {
		body, sign = cutSign(body)
	}
	if negative && sign != "" {
		return 0, "har både parentes och tecken"
	}
	negative = negative || sign == "-"

	n, why := p.number(body, exp, named)
	if why != "" {
		return 0, why
	}
	return p.ore(n, exp, negative)
}

func cutSign(s string) (rest, sign string) {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		return strings.TrimSpace(s[1:]), s[:1]
	}
	return s, ""
}

// cutUnit takes the unit away from before or after the number and gives its
// power of ten in öre; named says that the text had one.
func cutUnit(s string, bare Unit) (rest string, exp int, named bool) {
	for _, u := range units {
		if rest, ok := strings.CutSuffix(strings.TrimSuffix(s, "."), u.word); ok && rest != "" {
			return strings.TrimSpace(rest), u.exp, true
		}
	}
	for _, u := range units {
		if rest, ok := strings.CutPrefix(s, u.word); ok && rest != "" {
			return strings.TrimSpace(rest), u.exp, true
		}
	}
	return s, bare.exp10(), false
}

// number is digits × 10^-decimals.
type number struct {
	digits   string
	decimals int
}

// number reads digits with separators.
func (p *parser) number(s string, exp int, named bool) (n number, why string) {
	s, power, ok := cutExponent(s)
	if !ok || s == "" || strings.Trim(s, "0123456789 ',.") != "" || !strings.ContainsAny(s, "0123456789") {
		return n, notAmount
	}
	comma, dot := strings.Count(s, ","), strings.Count(s, ".")
	mark := "" // the decimal mark
	switch {
	case comma > 0 && dot > 0:
		mark = ","
		if strings.LastIndex(s, ".") > strings.LastIndex(s, ",") {
			mark = "."
		}
		if strings.Count(s, mark) > 1 {
			return n, notAmount
		}
	case comma == 1:
		mark = ","
	case dot == 1:
		mark = "."
	}
	whole, fraction, marked := s, "", false
	if mark != "" {
		whole, fraction, marked = strings.Cut(s, mark)
	}
	if marked && (fraction == "" || strings.Trim(fraction, "0123456789") != "") {
		return n, notAmount
	}
	if marked && comma+dot == 1 && power == 0 && unclear(whole, fraction, mark, exp, named) {
		if !p.loose || exp != Kr.exp10() { // no krona has three decimals
			return n, "kan läsas på två sätt: skriv tusental med mellanslag och decimaler med komma"
		}
		p.said = append(p.said, "”"+mark+"” lästes som tusental")
		whole, fraction = whole+fraction, ""
	}
	digits, ok := joinThousands(whole)
	if !ok || digits == "" && fraction == "" {
		return n, "är inget belopp: kontrollera hur siffrorna är grupperade"
	}
	return number{digits + fraction, len(fraction) - power}, ""
}

// unclear says that the one separator may as well stand between thousands.
// A comma is the Swedish decimal mark and is trusted in tkr and mnkr; a dot is
// trusted there only in what looks written by a machine.
func unclear(whole, fraction, mark string, exp int, named bool) bool {
	if len(fraction) != 3 || len(whole) == 0 || len(whole) > 3 || whole[0] == '0' {
		return false
	}
	if exp == Kr.exp10() {
		return true
	}
	return mark == "." && (named || fraction[2] == '0')
}

// cutExponent takes away the exponent of "1.5e+06".
func cutExponent(s string) (rest string, power int, ok bool) {
	i := strings.IndexByte(s, 'e')
	if i < 0 {
		return s, 0, true
	}
	power, err := strconv.Atoi(s[i+1:])
	if err != nil || power < -30 || power > 30 || strings.ContainsAny(s[:i], " ',") {
		return s, 0, false
	}
	return s[:i], power, true
}

// joinThousands takes the separators away; groups must be of three digits, the
// first of one to three, and one kind of separator throughout.
func joinThousands(s string) (digits string, ok bool) {
	i := strings.IndexAny(s, " ',.")
	if i < 0 {
		return s, true
	}
	groups := strings.Split(s, s[i:i+1])
	for j, g := range groups {
		if strings.Trim(g, "0123456789") != "" || len(g) > 3 || len(g) == 0 || j > 0 && len(g) < 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// ore gives the amount when the number is in units of 10^exp öre.
func (p *parser) ore(n number, exp int, negative bool) (amount Ore, why string) {
	digits, shift := strings.TrimLeft(n.digits, "0"), exp-n.decimals
	up := false
	if shift < 0 {
		cut := max(len(digits)+shift, 0)
		tail := strings.Repeat("0", max(-shift-len(digits), 0)) + digits[cut:]
		digits = digits[:cut]
		if strings.Trim(tail, "0") != "" {
			if n.decimals <= artefactDecimals {
				if !p.loose {
					return 0, "har delar av ett öre"
				}
				p.said = append(p.said, "avrundat till hela ören")
			}
			up = tail[0] >= '5'
		}
		shift = 0
	}
	if digits == "" {
		digits, shift = "0", 0
	}
	value, err := strconv.ParseUint(digits, 10, 64)
	fits := err == nil
	for ; fits && shift > 0; shift-- {
		value, fits = times(value, 10)
	}
	if up && fits && value < math.MaxUint64 {
		value++
	}
	if !fits || value > uint64(Most) {
		return 0, "är för stort: högst 100 miljarder kronor"
	}
	if negative {
		return Ore(-value), ""
	}
	return Ore(value), ""
}

// Computed reads a number as a spreadsheet keeps it, "12746.2125" or "1.5E-3", which is
// in a unit: rounded to whole öre, half away from zero. Errors are *fault.Error with
// code Invalid.
func Computed(s string, in Unit) (Ore, error) {
	body, sign := cutSign(key(s))
	body, power, ok := cutExponent(body)
	whole, fraction, _ := strings.Cut(body, ".")
	if !ok || whole+fraction == "" || strings.Trim(whole+fraction, "0123456789") != "" {
		return Parse(s, in)
	}
	p := parser{loose: true}
	amount, why := p.ore(number{whole + fraction, len(fraction) - power}, in.exp10(), sign == "-")
	if why != "" {
		return 0, refuse(s, why)
	}
	return amount, nil
}

// refuse makes the error "“x” <why>.", with long text cut.
func refuse(s, why string) error {
	if strings.TrimSpace(text.Key(s)) == "" {
		return invalid("Beloppet är tomt.")
	}
	return invalid(quoted(s) + " " + why + ". Skriv till exempel 1 234,50 eller 12 tkr.")
}

// quoted is as much of a text as a sentence has.
func quoted(s string) string { return "”" + text.Shorten(s, 40) + "”" }

func invalid(sentence string) error { return fault.New(fault.Invalid, sentence) }
