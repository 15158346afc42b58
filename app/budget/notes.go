package budget

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"itportfoljen/app/base/text"
)

// Title says what a table is of: "Budget och prognos 2027".
func (t *Table) Title(g Against) string {
	title := fmt.Sprintf("Budget och %s %s", g.Word(), t.Years())
	if !t.Query.AsOf.IsZero() {
		title += ", prognosen som den var " + t.Query.AsOf.String()
	}
	return title
}

// Years are those that are asked for: "2027", "2026–2028".
func (t *Table) Years() string {
	switch q := t.Query; {
	case q.First == 0 && q.Last == 0:
		return "alla år"
	case q.First == q.Last:
		return strconv.Itoa(q.First)
	case q.First == 0:
		return fmt.Sprintf("till och med %d", q.Last)
	case q.Last == 0:
		return fmt.Sprintf("från och med %d", q.First)
	default:
		return fmt.Sprintf("%d–%d", q.First, q.Last)
	}
}

// Said is how many of the systems somebody has said an amount of: "62 av 80 system har ett belopp".
func Said(said, systems int) string {
	return fmt.Sprintf("%s av %s system har ett belopp", text.Count(said), text.Count(systems))
}

// Notes are what to know of a table, sentences in Swedish: what isn't known, and what doesn't count.
func (t *Table) Notes(g Against) (out []string) {
	if t.Systems > 0 {
		out = append(out, Said(t.Said, t.Systems)+".")
	}
	l := t.Total.Lacks
	if l.Amount > 0 {
		out = append(out, text.Plural(l.Amount, "kostnadsrad saknar", "kostnadsrader saknar")+" belopp.")
	}
	switch {
	case g == ByForecast && l.Forecast > 0:
		out = append(out, text.Plural(l.Forecast, "rad utan prognos räknas efter sin", "rader utan prognos räknas efter sin")+" budget.")
	case g == ByActual && !t.Total.Actual.Known && len(t.Total.Rows) > 0:
		out = append(out, "Inget utfall är bokfört, så det finns ingen avvikelse att visa.")
	case g == ByActual && t.Total.Actual.Known && l.Actual > 0:
		out = append(out, text.Plural(l.Actual, "rad saknar utfall och räknas som noll", "rader saknar utfall och räknas som noll")+".")
	}
	if t.LeftOut > 0 {
		out = append(out, fmt.Sprintf("Budget %s kr och prognos %s kr av %s eller vilar räknas inte.", t.Left.Budget.Kr(), t.Left.Forecast.Kr(), text.Plural(t.LeftOut, "insats som är avslutad", "insatser som är avslutade")))
	}
	return out
}

// PercentText shows a percentage with its sign and a decimal, so that a column of them stands in
// line: "+4,5", "−12,0"; what rounds to nothing is "0,0".
func PercentText(percent float64) string {
	s := strings.Replace(strconv.FormatFloat(math.Abs(percent), 'f', 1, 64), ".", ",", 1)
	switch {
	case s == "0,0":
		return s
	case percent < 0:
		return "−" + s
	}
	return "+" + s
}

// Tells is what a line says of itself beside its amounts: what it lacks; "" for nothing.
func (l *Line) Tells() string {
	var parts []string
	if l.Lacks.Amount > 0 {
		parts = append(parts, text.Plural(l.Lacks.Amount, "rad utan belopp", "rader utan belopp"))
	}
	if l.Silent > 0 {
		parts = append(parts, text.Plural(l.Silent, "system utan belopp", "system utan belopp"))
	}
	return text.And(parts)
}
