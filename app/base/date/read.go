package date

import (
	"regexp"
	"strings"

	"itportfoljen/app/base/figure"
)

// Reading is a day or a time that was read among words.
type Reading struct {
	Span                // of a time from one day to another: the first of its first to the last of its last
	Since, Until bool   // it says "från", or "till": the one, the other or both
	Note         string // Swedish: with what reservation it was read; "" for none
}

// Read reads a day, or a time from one to another, with what people write around it:
// "t.o.m. 2027-12-31", "2025-01-01 – 2027-12-31", "2027-12-31, option på ett år",
// "2025-01-01 + 2 år", "prel. juni 2027". Errors are *fault.Error with code Invalid.
func Read(s string) (Reading, error) {
	span, err := Parse(s)
	if err == nil {
		return Reading{Span: span}, nil
	}
	body := keyOf(s)
	if len(body) > mostRead || !strings.ContainsAny(body, "0123456789") {
		return Reading{}, err
	}
	var said []string
	if rest, in, ok := figure.CutAside(body); ok && strings.ContainsAny(rest, "0123456789") {
		body = rest
		said = append(said, "utan ”"+in+"”")
	}
	if rest, loose := figure.Bare(body); loose {
		body = rest
		said = append(said, "ungefärligt")
	}
	if from, to, ok := between(body); ok {
		return Reading{Span{from.From, to.To}, true, true, strings.Join(said, ", ")}, nil
	}
	if m := reThen.FindStringSubmatch(body); m != nil && !reDay.MatchString(m[2]) {
		body = m[1]
		said = append(said, "utan ”"+m[2]+"”")
	}
	body, since, until := cutBound(body)
	if span, again := Parse(body); again == nil {
		return Reading{span, since, until, strings.Join(said, ", ")}, nil
	}
	return Reading{}, err
}

// mostRead is how long a text a day may be.
const mostRead = 120

// reThen is a whole day and something more.
var (
	reThen = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})(?:[ ]?[,;:.]| med| men)[ ]?(\S.*)$`)
	reDay  = regexp.MustCompile(`\d{4}-\d{2}|\d{6}|(?:19|20)\d\d`)
)

// What says from when, and until when.
var (
	sinceWords = []string{"från och med", "fr.o.m.", "fr.o.m", "fr o m", "f.r.o.m.", "from.", "from", "från", "fr.", "fr", "gäller från", "börjar", "startar", "start", "sedan"}
	untilWords = []string{"till och med", "t.o.m.", "t.o.m", "t o m", "tom.", "tom", "till", "senast", "löper ut", "gäller t.o.m.", "gäller till", "giltigt till", "giltigt t.o.m.", "upphör", "slutar", "avslutas", "-"}
)

// cutBound takes away what says from when or until when a day is.
func cutBound(s string) (rest string, since, until bool) {
	for _, w := range sinceWords {
		if rest, ok := figure.CutFirst(s, w); ok {
			return rest, true, false
		}
	}
	for _, w := range untilWords {
		if rest, ok := figure.CutFirst(s, w); ok {
			return rest, false, true
		}
	}
	for _, w := range []string{"och framåt", "och tills vidare", "tills vidare", "-"} {
		if rest, ok := figure.CutLast(s, w); ok {
			return rest, true, false
		}
	}
	return s, false, false
}

// parting is what stands between two days.
var parting = regexp.MustCompile(` ?(?:-->|->|→|--|\.\.\.?|…|-| till och med | t\.? ?o\.? ?m\.? | till | / |/) ?`)

// between reads a time from one day to another, or of a length from a day.
func between(s string) (from, to Span, ok bool) {
	if from, to, ok := during(s); ok {
		return from, to, true
	}
	for _, at := range parting.FindAllStringIndex(s, -1) {
		left, _, wrong := cutBound(strings.TrimSpace(s[:at[0]]))
		right, other, _ := cutBound(strings.TrimSpace(s[at[1]:]))
		if wrong || other || left == "" || right == "" {
			continue
		}
		to, err := Parse(right)
		if err != nil {
			to, err = shortYear(left, right)
		}
		if err != nil {
			continue
		}
		from, err := Parse(left)
		if err != nil { // "jan - dec 2027"
			from, err = Parse(left + " " + to.To.String()[:4])
		}
		if err == nil && from.From < to.To {
			return from, to, true
		}
	}
	return Span{}, Span{}, false
}

// shortYear is the year of "2025-27".
func shortYear(left, right string) (Span, error) {
	if len(left) == 4 && len(right) == 2 && right > left[2:] {
		return Parse(left[:2] + right)
	}
	return Span{}, errUnclear
}

// reDuring is a day and a length, in either order.
var reDuring = regexp.MustCompile(`^(?:(.+?) ?(?:\+|i|,|på) ?(\d[\d,]* ?[\pL]+)|(\d[\d,]* ?[\pL]+) (?:från och med|fr\.? ?o\.? ?m\.?|från|med start|räknat från) (.+))$`)

// during reads a time of whole months from a day: "2025-01-01 + 2 år".
func during(s string) (from, to Span, ok bool) {
	m := reDuring.FindStringSubmatch(s)
	if m == nil {
		return from, to, false
	}
	day, _, until := cutBound(m[1] + m[4])
	from, err := Parse(day)
	if err != nil || until {
		return from, to, false
	}
	n, note, err := Months(m[2] + m[3])
	if err != nil || note != "" || n == 0 || strings.Trim(m[2]+m[3], "0123456789") == "" {
		return from, to, false
	}
	last := from.From.AddMonths(int(n)).AddDays(-1)
	return from, Span{last, last}, last != 0
}

// FromCode reads a number that somebody has written as a day, a month or a year: 260301,
// 20260301, 202603, 2027; ok is false for others. One that may be a day or a month, 201112,
// gives no days.
func FromCode(n int64) (Span, bool) {
	var span Span
	switch {
	case n >= 1950 && n <= lastYear:
		span, _ = monthSpan(int(n), 1, 12)
	case n >= 1950_01 && n <= lastYear*100+12 || n >= 10_00_00 && n <= 99_12_31:
		month, _ := part(int(n/100), int(n%100), 1)
		if n/100 < 1950 || n/100 > lastYear {
			month = Span{}
		}
		oneDay, _ := writtenDay(year(pad2(n/10000)), int(n/100%100), int(n%100))
		switch {
		case month.From != 0 && oneDay.From != 0:
			return Span{}, true
		case month.From != 0:
			span = month
		default:
			span = oneDay
		}
	case n >= 1950_01_01 && n <= lastYear*10000+1231:
		span, _ = writtenDay(int(n/10000), int(n/100%100), int(n%100))
	}
	return span, span.From != 0
}

// pad2 writes two digits.
func pad2(n int64) string { return string([]byte{'0' + byte(n/10%10), '0' + byte(n%10)}) }
