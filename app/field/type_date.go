package field

import (
	"fmt"
	"time"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
)

// dateType is a day.
type dateType struct{}

func (dateType) traits() traits {
	return traits{name: "date", own: "Datum", word: "dag", prompt: "Datum, till exempel 2027-03-01.", example: "2027-03-31"}
}

func (dateType) holds(v Value) bool { return is[date.Date](v) }

// parse takes a day or a period, and "t.o.m. 2027-12-31"; of a time from one day to
// another it takes the one that the field is about.
func (dateType) parse(f *Field, _ World, s string, _ money.Unit) (Value, string, error) {
	r, err := date.Read(s)
	note := r.Note
	switch {
	case err != nil && f.LastDay && f.Fallback == nil && openEnded[text.Key(s)]:
		return nil, noted("lästes som inget slut", s), nil
	case err != nil:
		return nil, "", err
	case r.Since && r.Until && f.LastDay:
		note = joined(note, "lästes som till "+r.To.String())
	case r.Since && r.Until:
		note = joined(note, "lästes som från "+r.From.String())
	case r.Since && f.LastDay:
		return nil, "", fault.New(fault.Invalid, fmt.Sprintf("”%s” säger från när, och ”%s” är till när. Skriv till exempel 2027-12-31.", s, f.Label))
	}
	if f.LastDay {
		return r.To, noted(note, s), nil
	}
	return r.From, noted(note, s), nil
}

// openEnded are what people write instead of a last day that there isn't.
var openEnded = map[string]bool{"tills vidare": true, "tillsvidare": true, "t.v.": true, "tv": true, "tv.": true, "löpande": true, "inget slut": true, "inget slutdatum": true, "obegränsat": true, "obegränsad": true, "evig": true}

func (dateType) decode(s string) (Value, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return date.Date(0), fmt.Errorf("field: %q is not an ISO date", s)
	}
	return date.FromTime(t), nil
}

func (dateType) show(f *Field, _ World, v Value) string {
	if d := v.(date.Date); f.Monthly && d.Day() == 1 {
		return text.Capital(d.LongMonth())
	}
	return v.(date.Date).String()
}

func (dateType) exact(_ *Field, _ World, v Value) string { return v.(date.Date).String() }

func (dateType) rank(*Field, World) func(Value) Rank {
	return func(v Value) Rank { return Rank{N: int64(v.(date.Date))} }
}

// DateField is a day with its typed access.
type DateField struct{ *Field }

// Get gives the stored value, 0 when empty.
func (f DateField) Get(r *Record) date.Date { return get[date.Date](r, f.Field) }

// NewDate declares a day.
func NewDate(k *Kind, key, label string, opts ...Opt) DateField {
	return DateField{New(k, Date, key, label, opts...)}
}
