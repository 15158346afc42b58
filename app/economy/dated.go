package economy

import (
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
)

// Dated is an amount as it was said on a day; 0 is a day that nobody knows.
type Dated struct {
	On     date.Date
	Amount money.Ore
}

const unknownDay = "okänd dag"

// Day is the day as it is written.
func (d Dated) Day() string {
	if d.On == 0 {
		return unknownDay
	}
	return d.On.String()
}

// Text is how it is written: "2026-04-30: 120 000".
func (d Dated) Text() string { return d.Day() + ": " + d.Amount.Exact() }

// ReadDated reads one as people write it: "2026-08-31: 125 tkr". ok is false where nothing parts
// the day from the amount. Of a period it is the last day.
func ReadDated(s string) (d Dated, ok bool, err error) {
	day, amount, ok := strings.Cut(s, ":")
	if !ok {
		return d, false, nil
	}
	if day = strings.TrimSpace(day); day != unknownDay {
		span, err := date.Parse(day)
		if err != nil {
			return d, true, err
		}
		d.On = span.To
	}
	d.Amount, err = money.Parse(amount, money.Kr)
	return d, true, err
}
