package identify

import (
	"fmt"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/sheet"
)

// lastYear is the last that people mean when they write a day: 9999-12-31 is how a
// system writes that there is none.
const lastYear = 2199

// untilFurther is what such a day means in words.
const untilFurther = "Tills vidare"

// The answers to what such a day means.
const (
	noEnd  = "open"
	theDay = "day"
)

// endless reads a day that nobody lives to see: whether it means until further notice is
// asked once for the field. The record that has the day already keeps it.
func (t *Table) endless(l *Line, c *match.Column, v sheet.Cell, d date.Date) (Given, bool) {
	f := c.Field
	if t.holds(l, c, d) {
		return Given{f, d}, true
	}
	answer := t.pose(l, ask.Question{
		ID: "endless:" + f.Kind.Name + "." + f.Key, Lasting: true,
		Text:   fmt.Sprintf("I kolumnen ”%s” står %s. Betyder det tills vidare?", ask.Short(c.Label), d),
		Effect: "Inget datum importeras; det som står i filen behålls som anteckning.",
	}, func() []ask.Option {
		return []ask.Option{{Key: noEnd, Label: "Ja, tills vidare"}, {Key: theDay, Label: "Nej, det är det datumet"}}
	})
	switch answer {
	case theDay:
		return Given{f, d}, true
	case noEnd:
		t.remarkOnce(l, c, d.String(), d.String()+" lästes som tills vidare, som du har svarat.")
		if f.Fallback != nil {
			return Given{f.Fallback, untilFurther}, true
		}
		return Given{}, false
	}
	l.keep(c, text.OneLine(v.Text))
	return Given{}, false
}
