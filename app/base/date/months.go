package date

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/figure"
	"itportfoljen/app/base/text"
)

// What a number of months is written with.
var (
	reLength = regexp.MustCompile(`^(\d+(?:[.,]\d+)?|½|1/2|[\pL]+)? ?-?(månaders|månader|månads|månad|mån|mnd|mdr|months?|m|halvt år|halvårs|halvår|årsvis|års|år|years?|kvartals|kvartal|veckors|veckor|vecka|v|weeks?|dagars|dagar|dag|dgr|d|days?)\b\.?(.*)$`)
	reBare   = regexp.MustCompile(`^-?\d{1,6}\.?$`)

	// What follows and says nothing that the field doesn't.
	reOfNotice = regexp.MustCompile(`^[ ,.]*(?:(?:ömsesidig|skriftlig|före|innan|i förväg|uppsägning|uppsägningstid|varsel|bindningstid|förlängning|i taget)(?:[ ,.].*)?)?$`)
)

// Months reads how many months a text says: "3", "3 mån", "ett halvår", "90 dagar" of 30
// days a month, "2 år". What isn't whole months is rounded up. The note, when there is
// one, says in Swedish with what reservation it was read. Errors are *fault.Error with
// code Invalid.
func Months(s string) (n int64, note string, err error) {
	body := strings.Trim(figure.Plain(text.Key(s)), " .,;")
	for _, w := range []string{"uppsägningstid", "uppsägning", "ömsesidig", "senast", "minst"} {
		body, _ = figure.CutFirst(body, w)
	}
	var said []string
	if rest, in, ok := figure.CutAside(body); ok {
		body = rest
		if !reOfNotice.MatchString(in) {
			said = append(said, "utan ”"+in+"”")
		}
	}
	body, loose := figure.Bare(body)
	if loose {
		said = append(said, "ungefärligt")
	}
	if reBare.MatchString(body) {
		n, err := strconv.ParseInt(strings.TrimSuffix(body, "."), 10, 64)
		return n, strings.Join(said, ", "), err
	}
	m := reLength.FindStringSubmatch(body)
	if m == nil || strings.ContainsAny(m[3], "0123456789") {
		return 0, "", noMonths(s)
	}
	of, ok := howMany(m[1])
	if !ok {
		return 0, "", noMonths(s)
	}
	n, exact := monthsOf(of, m[2])
	if !exact {
		said = append(said, fmt.Sprintf("lästes som %s", text.Plural(int(n), "månad", "månader")))
	}
	if !reOfNotice.MatchString(m[3]) {
		said = append(said, "utan ”"+strings.Trim(m[3], " ,.")+"”")
	}
	return n, strings.Join(said, ", "), nil
}

func noMonths(s string) error {
	return fault.New(fault.Invalid, fmt.Sprintf("”%s” är inget antal månader. Skriv till exempel 3, 3 mån eller 1 år.", text.Shorten(s, 40)))
}

// howMany reads the number before a length; none is one.
func howMany(s string) (float64, bool) {
	switch s {
	case "":
		return 1, true
	case "½", "1/2", "halv", "halvt", "halva":
		return 0.5, true
	}
	if n, ok := figure.Word(s); ok {
		return float64(n), true
	}
	f, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	return f, err == nil && f < 100_000
}

const (
	daysOfMonth = 30
	daysOfYear  = 365.25
)

// monthsOf is how many whole months so many of a length are.
func monthsOf(n float64, length string) (months int64, exact bool) {
	switch {
	case strings.HasPrefix(length, "halv"):
		n *= 6
	case strings.HasPrefix(length, "år"), strings.HasPrefix(length, "year"):
		n *= 12
	case strings.HasPrefix(length, "kv"):
		n *= 3
	case strings.HasPrefix(length, "v"), strings.HasPrefix(length, "w"):
		return monthsOf(7*n, "dagar")
	case strings.HasPrefix(length, "d"):
		if n >= 12*daysOfMonth {
			return int64(math.Round(n * 12 / daysOfYear)), n == 12*daysOfMonth
		}
		n /= daysOfMonth
	}
	return int64(math.Ceil(n)), n == math.Trunc(n)
}
