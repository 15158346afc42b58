package view

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Reader finds what a filter's words mean.
type Reader struct {
	Column func(name string) (field.Column, error)             // a field by its key or name
	Parse  func(f *field.Field, s string) (field.Value, error) // a value as people write it
}

// marks stand between the field and what is asked of it, the longer first.
var marks = []string{"!~", "!=", ">=", "<=", "~", "="}

// Read reads a filter as it is written on a command line:
//
//	livscykel=Förvaltas|Avvecklas    any of them; "livscykel=" those that lack it
//	systemägare!=                    those that have it
//	namn~lön  namn!~test             the text holds it, or doesn't
//	årskostnad>=100000  slut<=2027-06-30  årskostnad=1000..5000  slut=2027|2028
//	slut=i år                        a day that falls there
func Read(s string, r Reader) (Filter, error) {
	at, mark := len(s), ""
	for _, m := range marks {
		if i := strings.Index(s, m); i >= 0 && i < at {
			at, mark = i, m
		}
	}
	if mark == "" {
		return Filter{}, fault.New(fault.Invalid, fmt.Sprintf("Filtret ”%s” säger inte vad som ska gälla. Skriv till exempel livscykel=Förvaltas, systemägare= (saknas), namn~lön eller slut<=2027-06-30.", s))
	}
	c, err := r.Column(strings.TrimSpace(s[:at]))
	if err != nil {
		return Filter{}, err
	}
	return readFilter(Filter{Field: c.Field, Year: c.Year}, mark, strings.TrimSpace(s[at+len(mark):]), r)
}

func readFilter(f Filter, mark, rest string, r Reader) (Filter, error) {
	switch {
	case mark == "!=":
		if f.Op = Has; rest != "" {
			return f, fault.New(fault.Invalid, "Efter != ska det inte stå något: det betyder att fältet finns.")
		}
		return f, nil
	case rest == "" && mark == "=":
		f.Op = Lacks
		return f, nil
	case rest == "":
		return f, fault.New(fault.Invalid, fmt.Sprintf("Efter %s ska det stå något. Det som saknas söks med =, till exempel systemägare=.", mark))
	case mark == "~" || mark == "!~":
		f.Text = rest
		if f.Op = Contains; mark == "!~" {
			f.Op = Without
		}
		return f, nil
	case mark == ">=":
		return Limits(f, rest, "", r.Parse)
	case mark == "<=":
		return Limits(f, "", rest, r.Parse)
	}
	return among(f, rest, r)
}

// among reads what may follow "=": a span of days, limits, or values.
func among(f Filter, rest string, r Reader) (Filter, error) {
	if f.Field.IsDay() || f.Field.IsYear() {
		if span, ok := spanSaid(rest); ok {
			f.Op, f.Span = During, span
			return f, nil
		}
	}
	if low, high, ok := strings.Cut(rest, ".."); ok && limited(f.Field) {
		return Limits(f, low, high, r.Parse)
	}
	each := strings.Split(rest, "|")
	switch {
	case f.Field.IsDay() && wholeYears(each) != nil:
		f.Values = wholeYears(each)
		return f, nil
	case !limited(f.Field) || f.Field.IsYear():
	case len(each) > 1:
		return f, fault.New(fault.Invalid, fmt.Sprintf("%s tar ett värde eller två gränser, och inte flera med | mellan. Skriv till exempel %s.", f.Field.Label, f.example()))
	default:
		return Limits(f, rest, rest, r.Parse)
	}
	for _, s := range each {
		v, err := r.Parse(f.Field, strings.TrimSpace(s))
		if err != nil {
			return f, err
		}
		switch ids := field.References(v); {
		case f.Field.Points() && len(ids) > 0:
			for _, id := range ids {
				f.Values = append(f.Values, string(id))
			}
		case f.Field.IsTags() && v != nil:
			f.Values = slices.AppendSeq(f.Values, Keys(nil, f.Field, v))
		default: // "" is those that lack it
			f.Values = append(f.Values, field.Encode(v))
		}
	}
	return f, nil
}

// wholeYears are the years that texts name, nil when one of them is something else.
func wholeYears(each []string) (out []string) {
	for _, s := range each {
		span, err := date.Parse(s)
		if y := span.From.Year(); err != nil || span.From != date.Of(y, 1, 1) || span.To != date.Of(y, 12, 31) {
			return nil
		}
		out = append(out, strconv.Itoa(span.From.Year()))
	}
	return out
}

// limited says whether values lie between limits.
func limited(f *field.Field) bool { return f.IsDay() || f.Sums() || f.IsYear() }

// example is how the limits of a filter are written.
func (f Filter) example() string {
	if f.Field.IsDay() {
		return "2027-01-01..2027-12-31"
	}
	return "1000..5000"
}

// Limits makes a filter keep what lies between two limits as people write them, both
// included; "" is none. A period, such as a year, is meant from its first day to its last.
func Limits(f Filter, low, high string, parse func(f *field.Field, s string) (field.Value, error)) (Filter, error) {
	f.Op = Between
	var err error
	if f.Low, err = f.limit(low, false, parse); err == nil {
		f.High, err = f.limit(high, true, parse)
	}
	switch {
	case err != nil:
	case f.Low == nil && f.High == nil:
		err = fault.New(fault.Invalid, fmt.Sprintf("Gränserna för %s saknas. Skriv minst en av dem.", text.Lower(f.Field.Label)))
	case f.High != nil && !between(f.High, f.Low, nil):
		err = fault.New(fault.Invalid, fmt.Sprintf("Inget ligger mellan ”%s” och ”%s”. Skriv den minsta gränsen först.", strings.TrimSpace(low), strings.TrimSpace(high)))
	}
	return f, err
}

func (f Filter) limit(s string, last bool, parse func(f *field.Field, s string) (field.Value, error)) (field.Value, error) {
	switch s = strings.TrimSpace(s); {
	case s == "":
		return nil, nil
	case !limited(f.Field):
		return nil, fault.New(fault.Invalid, fmt.Sprintf("%s har inga gränser: det är inte dagar eller belopp.", f.Field.Label))
	case !f.Field.IsDay():
		return parse(f.Field, s)
	}
	span, err := date.Parse(s)
	switch {
	case err != nil:
		return nil, err
	case last:
		return span.To, nil
	}
	return span.From, nil
}
