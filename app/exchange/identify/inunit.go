package identify

import (
	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/sheet"
)

// contradicts says that a cell is shown in kronor in a column that is said to be in
// thousands or millions: either is a thousand times the other.
func contradicts(c *match.Column, v sheet.Cell) bool {
	return v.Unit == sheet.Kr && v.Num != 0 && c.Unit != money.Kr && c.Field.InKronor()
}

// unitQuestion is the question of which is right, the same for all columns of a unit.
func unitQuestion(c *match.Column) string { return "unit shown " + c.Unit.String() }

// inUnit is the cell in the unit that the user has said; ok is false while she hasn't.
func inUnit(c *match.Column, v sheet.Cell, answer string) (in sheet.Cell, ok bool) {
	if answer == c.Unit.String() {
		v.Unit = sheet.NoUnit
	}
	return v, answer != ""
}

// askUnit asks which unit a cell is in when it shows another than its column.
func (t *Table) askUnit(l *Line, c *match.Column, v sheet.Cell) (in sheet.Cell, ok bool) {
	if !contradicts(c, v) {
		return v, true
	}
	said, shown := c.Unit.String(), money.Kr.String()
	in, ok = inUnit(c, v, t.pose(l, ask.Question{
		ID:     unitQuestion(c),
		Text:   "”" + c.Label + "” är i " + said + ", men beloppen visas i " + shown + ": ”" + v.Text + " " + shown + "”. Vilket är de i?",
		Effect: "Beloppen läses inte förrän du har svarat.",
	}, func() []ask.Option {
		return []ask.Option{{Key: said, Label: "I " + said + ", som rubriken säger: " + v.Text + " " + said}, {Key: shown, Label: "I kronor, som de visas: " + v.Text + " " + shown}}
	}))
	if !ok {
		t.fail(l, c, v, "Rubriken säger "+said+" men cellen visar "+shown+". Svara på frågan om vilket som gäller.")
	}
	return in, ok
}
