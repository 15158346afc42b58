package field

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/figure"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
)

// numberType is a whole number, and yearType a year.
type (
	numberType struct{ wholeType }
	yearType   struct{ wholeType }
)

func (numberType) traits() traits {
	return traits{name: "number", own: "Tal", word: "heltal", prompt: "Heltal.", example: "12", sums: true}
}

func (yearType) traits() traits {
	return traits{name: "year", word: "år", prompt: "Årtal.", example: "2028"}
}

// wholeType is what the types have in common whose values are whole numbers.
type wholeType struct{}

func (wholeType) holds(v Value) bool { return is[int64](v) }

func (wholeType) decode(s string) (Value, error) { return strconv.ParseInt(s, 10, 64) }

func (wholeType) show(_ *Field, _ World, v Value) string { return strconv.FormatInt(v.(int64), 10) }

func (wholeType) exact(_ *Field, _ World, v Value) string { return strconv.FormatInt(v.(int64), 10) }

func (wholeType) rank(*Field, World) func(Value) Rank {
	return func(v Value) Rank { return Rank{N: v.(int64)} }
}

// show writes a number as an amount is written, without the öre.
func (numberType) show(_ *Field, _ World, v Value) string {
	n := v.(int64)
	if n > math.MaxInt64/100 || n < math.MinInt64/100 {
		return strconv.FormatInt(n, 10)
	}
	return money.Ore(n * 100).Kr()
}

// parse takes "40", "ca 40", "1 200 st" and, of a number of months, "1 år".
func (numberType) parse(f *Field, _ World, s string, _ money.Unit) (Value, string, error) {
	n, note, err := f.number(s)
	if err != nil {
		return nil, "", err
	}
	if b := f.between; b != nil && (n < b[0] || n > b[1]) {
		return nil, "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är inte mellan %d och %d. Skriv ett heltal däremellan.", s, b[0], b[1]))
	}
	return n, noted(note, s), nil
}

func (f *Field) number(s string) (n int64, note string, err error) {
	if f.Months {
		return date.Months(s)
	}
	return count(s, text.Key(f.Label))
}

// counted are what a number of something is called without saying more than the field.
var counted = regexp.MustCompile(`^(?:st|st\.|stycken|styck|antal|användare|anv\.?|personer|pers\.?|anställda|medarbetare|konton|licenser|lic\.?|elever|klienter|enheter|system|users)$`)

var (
	reCount   = regexp.MustCompile(`^(?:(?:antal|totalt|tot\.?|summa)[: ] ?)?([-+]?\d[\d .,']*|[\pL]+) ?(.*)$`)
	reGrouped = regexp.MustCompile(`^\d{1,3}[.,]\d{3}$`)
	reTens    = regexp.MustCompile(`^(?:ett |en )?(tiotal|hundratal|tusental)( [\pL]+)?$`)
)

var tens = map[string]int64{"tiotal": 10, "hundratal": 100, "tusental": 1000}

// count reads a number of something: "40 användare", "ca 1,2 tusen", "100+", "40 (2025)".
// The note says with what reservation; what it is a number of may be said by the label.
func count(s, label string) (n int64, note string, err error) {
	if n, ok := whole(text.Key(s), 1); ok {
		return n, "", nil
	}
	refused := fault.New(fault.Invalid, fmt.Sprintf("”%s” är inte ett heltal. Skriv till exempel 40.", s))
	body := figure.Plain(text.Key(s))
	var said []string
	if rest, in, ok := figure.CutAside(body); ok {
		body = rest
		said = append(said, "utan ”"+in+"”")
	}
	if rest, loose := figure.Bare(body); loose {
		body = rest
		said = append(said, "ungefärligt")
	}
	if m := reTens.FindStringSubmatch(body); m != nil {
		return tens[m[1]], "ungefärligt", nil
	}
	m := reCount.FindStringSubmatch(body)
	if m == nil || figure.IsRange(body) {
		return 0, "", refused
	}
	times, of := thousands(m[2])
	digits := strings.TrimRight(m[1], " .,")
	if reGrouped.MatchString(digits) {
		digits = strings.NewReplacer(".", "", ",", "").Replace(digits)
		said = append(said, fmt.Sprintf("lästes som %s", digits))
	}
	n, ok := whole(digits, times)
	if !ok {
		n, ok = figure.Word(m[1])
		n *= times
	}
	ofLabel := of != "" && strings.HasSuffix(label, " "+of)
	switch {
	case !ok || strings.ContainsAny(of, "0123456789+*/=<>:") || !ofLabel && measured.MatchString(of):
		return 0, "", refused
	case of != "" && !ofLabel && !counted.MatchString(of):
		said = append(said, "utan ”"+of+"”")
	}
	return n, strings.Join(said, ", "), nil
}

// measured is what a number of something can't be in.
var measured = regexp.MustCompile(`^%|^(?:procent|t?kr|mn?kr|kronor|sek|mån|månad|månader|år|dagar|veckor|timmar|tim|h|eller|till|à|och|av)\b`)

// thousands takes "tusen" away from what a number is of.
func thousands(of string) (times int64, rest string) {
	for _, w := range []string{"tusen", "k"} {
		if rest, ok := strings.CutPrefix(of+" ", w+" "); ok {
			return 1000, strings.TrimSpace(rest)
		}
	}
	return 1, of
}

// whole reads digits, with spaces or signs between thousands, as a whole number when
// multiplied.
func whole(s string, times int64) (int64, bool) {
	if strings.Trim(s, "-+0123456789e .,'\u2212") != "" {
		return 0, false
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil && n <= math.MaxInt64/1000 && n >= math.MinInt64/1000 {
		return n * times, true
	} else if err == nil && times == 1 {
		return n, true
	}
	o, err := money.Parse(s, money.Kr)
	if err != nil || int64(o)*times%100 != 0 {
		return 0, false
	}
	return int64(o) * times / 100, true
}

// parse takes a year, and of another time the year that it falls in.
func (yearType) parse(_ *Field, _ World, s string, _ money.Unit) (Value, string, error) {
	n, err := strconv.ParseInt(strings.TrimSuffix(s, ".0"), 10, 64)
	if err == nil && n == 9999 {
		return nil, "9999 lästes som inget år", nil
	}
	remark := ""
	if err != nil {
		var r date.Reading
		if r, err = date.Read(s); err == nil && r.From.Year() == r.To.Year() {
			n, remark = int64(r.From.Year()), noted(fmt.Sprintf("lästes som %d", r.From.Year()), s)
		}
	}
	if err != nil || n < 1950 || n > 2199 {
		return nil, "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är inte ett årtal. Skriv till exempel 2027.", s))
	}
	return n, remark, nil
}

// NumberField is a whole number, a year or a level with its typed access.
type NumberField struct{ *Field }

// Get gives the stored value, 0 when empty.
func (f NumberField) Get(r *Record) int64 { return get[int64](r, f.Field) }

// NewNumber declares a whole number.
func NewNumber(k *Kind, key, label string, opts ...Opt) NumberField {
	return NumberField{New(k, Number, key, label, opts...)}
}

// NewYear declares a year.
func NewYear(k *Kind, key, label string, opts ...Opt) NumberField {
	return NumberField{New(k, Year, key, label, opts...)}
}
