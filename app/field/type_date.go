package field

import (
	"fmt"
	"time"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
)

// dateType is a day.
type dateType struct{}

func (dateType) traits() traits {
	return traits{name: "date", word: "dag", prompt: "Datum, till exempel 2027-03-01.", example: "2027-03-31"}
}

func (dateType) holds(v Value) bool { return is[date.Date](v) }

func (dateType) parse(f *Field, _ World, s string, _ money.Unit) (Value, string, error) {
	span, err := date.Parse(s)
	if err != nil {
		return nil, "", err
	}
	if f.LastDay {
		return span.To, "", nil
	}
	return span.From, "", nil
}

func (dateType) decode(s string) (Value, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return date.Date(0), fmt.Errorf("field: %q is not an ISO date", s)
	}
	return date.FromTime(t), nil
}

func (dateType) show(_ *Field, _ World, v Value) string { return v.(date.Date).String() }

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
