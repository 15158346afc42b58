package money

import (
	"regexp"
	"slices"
	"strings"

	"itportfoljen/app/base/figure"
)

// Reading is an amount that was read among words.
type Reading struct {
	Amount Ore
	None   bool   // it says that there is no amount of its own: "ingår i driften"
	Yearly bool   // it says "per år"
	Note   string // Swedish: with what reservation it was read, "ungefärligt"; "" for none
}

// Read reads an amount with what people write around it: "250 000 kr/år", "ca 300 tkr",
// "12 500:- exkl moms", "1,5 mkr per år (2025)", "gratis". What is likely and not clear
// is noted. What is no amount for a year or a whole, such as "100–200 tkr" and
// "5 000 kr/mån", is refused. Errors are *fault.Error with code Invalid.
func Read(s string, bare Unit) (Reading, error) {
	amount, err := Parse(s, bare)
	if err == nil {
		return Reading{Amount: amount}, nil
	}
	r := reader{body: key(s)}
	if len(r.body) > mostRead {
		return Reading{}, err
	}
	if why := r.peel(); why != "" {
		return Reading{}, invalid(quoted(s) + " " + why + ". Skriv vad det blir på ett år.")
	}
	switch {
	case free[r.body]:
		return Reading{Yearly: r.yearly, Note: r.note("lästes som 0 kr")}, nil
	case reIncluded.MatchString(r.body):
		return Reading{None: true, Note: r.note("inget eget belopp")}, nil
	case reCurrency.MatchString(r.body):
		return Reading{}, invalid(quoted(s) + " är inte i kronor. Skriv vad det är i kronor.")
	case figure.IsRange(r.body):
		return Reading{}, invalid(quoted(s) + " är ett spann och inte ett belopp. Skriv ett belopp.")
	}
	p := parser{bare: bare, loose: true}
	amount, why := p.parse(r.amount())
	if why != "" {
		return Reading{}, refuse(s, why)
	}
	return Reading{Amount: amount, Yearly: r.yearly, Note: r.note(p.said...)}, nil
}

// What stands instead of an amount.
var (
	free = map[string]bool{"gratis": true, "kostnadsfritt": true, "kostnadsfri": true, "utan kostnad": true, "ingen kostnad": true, "inga kostnader": true,
		"nollkostnad": true, "noll": true, "noll kr": true, "noll kronor": true, "avgiftsfritt": true, "avgiftsfri": true, "ingen avgift": true, "fri licens": true, "free": true}
	reIncluded = regexp.MustCompile(`^(?:ingår|inkluderat|inkluderad|inkluderas|inräknat|inräknad|inbakat|inbakad)(?: .*)?$`)
	reCurrency = regexp.MustCompile(`(?:^|[^\pL])(?:eur|euro|usd|dollar|nok|dkk|gbp|chf|pund)(?:$|[^\pL])|[€$£]`)
)

// reader takes words away from around an amount.
type reader struct {
	body   string
	yearly bool
	said   []string
}

func (r *reader) say(s string) {
	if !slices.Contains(r.said, s) {
		r.said = append(r.said, s)
	}
}

func (r *reader) note(more ...string) string { return strings.Join(append(r.said, more...), ", ") }

// What people write around an amount, the longer before those they begin or end with.
var (
	// Of a year, and of anything else: "kr/mån", "per användare".
	rePer = regexp.MustCompile(` ?(?:/|\b(?:per|pr) ) ?(1 |12 )?([\pL]+)\.?`)

	yearly = []string{"årligen", "om året", "varje år", "p.a.", "p.a", "årsvis", "årsavgift", "årskostnad", "årlig kostnad", "årlig avgift", "i årsavgift", "i årskostnad"}
	other  = regexp.MustCompile(`(?:månad|kvartal|halvår|vecko|dag|tim)(?:vis|en|s|sarvode|saravgift|kostnad|skostnad|savgift|avgift|lig|ligen)?(?:$|[^\pL])|engångs|första året|i veckan`)
	net    = []string{"exklusive mervärdesskatt", "exkl. mervärdesskatt", "exklusive moms", "exkl. moms", "exkl moms", "excl. moms", "excl moms", "exl. moms", "exl moms", "ex. moms", "ex moms",
		"utan moms", "före moms", "moms tillkommer", "+ moms", "+moms", "plus moms", "exkl.", "exkl", "excl. vat", "ex vat"}
	gross = []string{"inklusive mervärdesskatt", "inkl. mervärdesskatt", "inklusive moms", "inkl. moms", "inkl moms", "incl. moms", "ink. moms", "ink moms", "med moms", "efter moms", "incl. vat"}
	reOf  = regexp.MustCompile(`^(.*[\pL:.]-?) ?(?:,|för|år|för år|avser)? ?((?:19|20)\d\d)$`)
)

// peel takes away what stands around the amount; why is what makes it another amount
// than one of a year, as the end of a sentence.
func (r *reader) peel() (why string) {
	for before := ""; before != r.body; {
		before = r.body
		r.body = strings.Trim(r.body, " ,;")
		if rest, said, ok := figure.CutAside(r.body); ok && strings.ContainsAny(rest, "0123456789") {
			r.aside(rest, said)
		}
		if why := r.per(); why != "" {
			return why
		}
		if r.cut(yearly) {
			r.yearly = true
		}
		if r.cut(gross) {
			r.say("med moms")
		}
		r.cut(net)
		if rest, loose := figure.Bare(r.body); loose {
			r.body = rest
			r.say("ungefärligt")
		}
		if m := reOf.FindStringSubmatch(r.body); m != nil && strings.ContainsAny(m[1], "0123456789") {
			r.body = m[1]
			r.say("utan ”" + m[2] + "”")
		}
	}
	return ""
}

// aside takes away what stands in brackets: what is said there may as well stand
// without.
func (r *reader) aside(rest, said string) {
	about, _ := figure.Bare("1 " + said)
	switch {
	case said == "kr", said == "sek":
		r.body = rest
	case about == "1", slices.Contains(net, said), slices.Contains(gross, said), slices.Contains(yearly, said), rePer.FindString(" "+said) == " "+said:
		r.body = rest + " " + said
	default:
		r.body = rest
		r.say("utan ”" + said + "”")
	}
}

// per takes away "per år"; of anything else it says why it is no amount of a year.
func (r *reader) per() (why string) {
	m := rePer.FindStringSubmatchIndex(r.body)
	if m == nil {
		if other.MatchString(r.body) {
			return "är ett annat belopp än årets"
		}
		return ""
	}
	switch word := r.body[m[4]:m[5]]; {
	case word == "år" || word == "ar" || word == "year" || word == "annum" || word == "kalenderår" || word == "budgetår":
	case m[2] >= 0 && strings.HasPrefix(word, "mån"): // "per 12 månader"
	default:
		return "är per " + word + " och inte per år"
	}
	r.yearly = true
	r.body = r.body[:m[0]] + " " + r.body[m[1]:]
	return ""
}

// cut takes away one of the words from the beginning or the end.
func (r *reader) cut(words []string) bool {
	for _, w := range words {
		for _, cut := range []func(string, string) (string, bool){figure.CutLast, figure.CutFirst} {
			if rest, ok := cut(r.body, w); ok {
				r.body = rest
				return true
			}
		}
	}
	return false
}

var (
	reLetter = regexp.MustCompile(`^([-+]?[\d ,.]*\d) ?(k|t|m|')$`)
	reOre    = regexp.MustCompile(`^(.*\d):(\d\d)((?: ?(?:kr|sek|kronor)\.?)?)$`)
)

// amount is what is left, with a unit of one letter written out: "300 k".
func (r *reader) amount() string {
	if m := reLetter.FindStringSubmatch(r.body); m != nil {
		unit := Tkr
		if m[2] == "m" {
			unit = Mnkr
		}
		r.say("”" + m[2] + "” lästes som " + unit.String())
		return m[1] + " " + unit.String()
	}
	if m := reOre.FindStringSubmatch(r.body); m != nil {
		return m[1] + "," + m[2] + m[3]
	}
	return strings.Join(strings.Fields(r.body), " ")
}
