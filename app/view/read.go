package view

import (
	"fmt"
	"strings"

	"itportfoljen/app/base/fault"
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
//	årskostnad>=100000  slut<=2027-06-30  årskostnad=1000..5000
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
	var err error
	switch {
	case mark == "~" || mark == "!~":
		f.Text = rest
		if f.Op = Contains; mark == "!~" {
			f.Op = Without
		}
	case mark == "!=":
		if f.Op = Has; rest != "" {
			return f, fault.New(fault.Invalid, "Efter != ska det inte stå något: det betyder att fältet finns.")
		}
	case rest == "":
		f.Op = Lacks
	case mark == ">=":
		f.Op = Between
		f.Low, err = limit(f.Field, rest, r)
	case mark == "<=":
		f.Op = Between
		f.High, err = limit(f.Field, rest, r)
	default:
		return among(f, rest, r)
	}
	return f, err
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
		f.Op = Between
		var err error
		if f.Low, err = limit(f.Field, low, r); err == nil {
			f.High, err = limit(f.Field, high, r)
		}
		return f, err
	}
	for s := range strings.SplitSeq(rest, "|") {
		v, err := r.Parse(f.Field, strings.TrimSpace(s))
		if err != nil {
			return f, err
		}
		switch ids := field.References(v); {
		case limited(f.Field) && !f.Field.IsYear():
			f.Op, f.Low, f.High = Between, v, v
			return f, nil
		case f.Field.Points():
			for _, id := range ids {
				f.Values = append(f.Values, string(id))
			}
		default:
			f.Values = append(f.Values, field.Encode(v))
		}
	}
	return f, nil
}

// limited says whether values lie between limits.
func limited(f *field.Field) bool { return f.IsDay() || f.Sums() || f.IsYear() }

func limit(f *field.Field, s string, r Reader) (field.Value, error) {
	if s = strings.TrimSpace(s); s == "" {
		return nil, nil
	}
	if !limited(f) {
		return nil, fault.New(fault.Invalid, fmt.Sprintf("%s har inga gränser: det är inte dagar eller belopp.", f.Label))
	}
	return r.Parse(f, s)
}
