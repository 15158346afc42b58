package ledning

import (
	"cmp"
	"fmt"
	"slices"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/system"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// yearsAhead is how many years the systems are followed forwards, the plan year with them.
const yearsAhead = 5

const quadrantsHeight = 250.0

// lifecycle is how the systems stand and where they are going: year by year, by their fit, and those that are
// on their way out.
func (b *briefing) lifecycle(f *pdf.Flow, style chart.Style) {
	f.H1("Systemens livscykel")
	if b.figures.Systems == 0 {
		nothing(f, "Inga system är inlagda.")
		return
	}
	f.P(b.staged())
	f.Keep(func(f *pdf.Flow) {
		f.H2("År för år")
		f.Drawing(chart.StackedBars(insight.LifecycleChart(b.W, b.figures.Year, b.figures.Year+yearsAhead-1), f.Width(), style, pdf.Measure), "")
	})
	f.Keep(func(f *pdf.Flow) {
		f.H2("Lämplighet (TIME)")
		data := insight.TimeChart(b.W)
		if n := b.figures.InService; data.Untold == n {
			f.P(of(0, n) + " i drift har bedömts tekniskt och funktionellt, så det går inte att säga vilka som är värda att satsa på.")
			return
		}
		f.P(of(b.figures.InService-data.Untold, b.figures.InService) + " i drift har bedömts tekniskt och funktionellt.")
		data.Note = "" // it is said above
		f.Drawing(chart.Quadrants(data, f.Width(), quadrantsHeight, style, pdf.Measure), "")
	})
	b.leaving(f)
}

// of is "3 av 74 system".
func of(n, all int) string {
	return report.Count(n) + " av " + report.Count(all) + " system"
}

// staged says how many systems the part rests on.
func (b *briefing) staged() string {
	n := b.figures
	s := of(n.Systems-n.Unstaged, n.Systems) + " i registret har en livscykel"
	if n.Unstaged == 0 {
		return s + "."
	}
	return s + ". De som saknar livscykel räknas som i drift."
}

// leavers are the systems that are being phased out or have a year to go, the soonest first and those without
// a year last.
func (b *briefing) leavers() (out []*field.Record) {
	for _, r := range system.Kept(b.W) {
		if system.Lifecycle.Get(r) == system.PhaseOut || system.RetireYear.Get(r) != 0 {
			out = append(out, r)
		}
	}
	names := text.Keys{}
	slices.SortStableFunc(out, func(a, c *field.Record) int {
		return cmp.Or(cmp.Compare(uint64(system.RetireYear.Get(a))-1, uint64(system.RetireYear.Get(c))-1), names.Compare(a.Name(), c.Name()))
	})
	return out
}

// leaving lists the systems that are on their way out, and when.
func (b *briefing) leaving(f *pdf.Flow) {
	out := b.leavers()
	var rows []pdf.TableRow
	dated := 0
	for _, r := range out {
		when := pdf.Alarm("år saknas")
		if y := int(system.RetireYear.Get(r)); y != 0 {
			dated++
			when = pdf.Txt(fmt.Sprint(y))
			if y < b.Date.Year() {
				when = pdf.Alarm(fmt.Sprintf("%d, har varit", y))
			}
		}
		support := pdf.Txt(report.Or(system.SupportEnd.Get(r).String()))
		if end := system.SupportEnd.Get(r); !end.IsZero() && end < b.Date {
			support = pdf.Alarm(end.String() + ", slut")
		}
		fit, _ := system.TIME.Value(b.W, r, 0).(string)
		rows = append(rows, pdf.R(pdf.Txt(r.Name()), pdf.Txt(report.Or(b.unitOf(r))), pdf.Txt(report.Or(system.Lifecycle.Show(b.W, system.Lifecycle.Get(r)))), when, support,
			pdf.Txt(report.Or(system.TIME.Show(b.W, fit)))))
	}
	f.H2("På väg ut")
	if len(out) > 0 {
		s := text.Plural(len(out), "system", "system") + " är under avveckling eller har ett avvecklingsår."
		if dated < len(out) {
			s += " Avvecklingsår saknas för " + report.Count(len(out)-dated) + " av " + report.Count(len(out)) + "."
		}
		f.P(s)
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Empty: "Inget system är under avveckling eller har ett avvecklingsår.", Summary: "System på väg ut, de närmaste åren först",
		Cols: []pdf.Col{{Head: "System", Flex: 2, RowHead: true, Hyphen: true}, {Head: "Förvaltning", Flex: 2, Hyphen: true}, {Head: "Livscykel", MaxWidth: 100}, {Head: "Avvecklas"}, {Head: "Stöd till"}, {Head: "TIME"}}})
}
