package identify

import (
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// What may be done with amounts that a heading says have VAT in them.
const (
	takeOut = "25"
	asIs    = "as_is"
)

// withoutVAT is an amount without VAT, as the user has said, where its heading says that there is
// VAT in it: costs are kept without. Ok is false while she hasn't said.
func (t *Table) withoutVAT(l *Line, c *match.Column, v sheet.Cell, value field.Value) (field.Value, bool) {
	amount, is := value.(money.Ore)
	if !is || !t.vat(c) {
		return value, true
	}
	answer := t.pose(l, ask.Question{
		ID:     "vat",
		Text:   "”" + c.Label + "” säger att beloppen är inklusive moms, och kostnader står utan. Vad ska göras med momsen?",
		Effect: "Beloppen läses inte förrän du har svarat.",
	}, func() []ask.Option {
		return []ask.Option{{Key: takeOut, Label: "Räkna bort 25 % moms: " + amount.Exact() + " blir " + withoutQuarter(amount).Exact()}, {Key: asIs, Label: "Läs beloppen som de står"}}
	})
	switch answer {
	case takeOut:
		return withoutQuarter(amount), true
	case asIs:
		return value, true
	}
	t.fail(l, c, v, "Rubriken säger att beloppet är inklusive moms. Svara på frågan om vad som ska göras med momsen.")
	l.keep(c, text.OneLine(read.AsShown(v)))
	return nil, false
}

// withoutQuarter is an amount without 25 % VAT, to the nearest öre.
func withoutQuarter(v money.Ore) money.Ore {
	if v < 0 {
		return -withoutQuarter(-v)
	}
	return v - (v/5 + (v%5+2)/5)
}

// vat remembers which columns have VAT in their amounts.
func (t *Table) vat(c *match.Column) bool {
	has, known := t.vats[c]
	if !known {
		has = t.WithVAT(c)
		if t.vats == nil {
			t.vats = map[*match.Column]bool{}
		}
		t.vats[c] = has
	}
	return has
}
