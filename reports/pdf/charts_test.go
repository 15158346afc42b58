package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/draw"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/raster"
)

var insatser = []string{"Byte av diariesystem", "Ny lönemodul", "Gemensamt verksamhetssystem för samhällsbyggnadsförvaltningens alla enheter", "Journal i mobilen", "E-tjänst för bygglov", "VA-mätare på distans", "Multifaktor för personal"}

// timeline is so many insatser of all sorts in three groups.
func timeline(n int) chart.GanttData {
	d := chart.GanttData{Title: "Tidslinje för insatser", Today: date.Date(20261121)}
	phases := []string{"Beredning", "Inför beslut", "Beslutad", "Genomförande", "Effekthemtagning", "Vilande"}
	for i := range n {
		if len(d.Groups) < 3 {
			d.Groups = append(d.Groups, chart.GanttGroup{Title: []string{"Samverkan och effektivitet", "Tillgänglighet och service", "Innovation"}[i]})
		}
		from := date.Of(2026, 3+i*5%22, 1+i*9%27)
		r := chart.GanttRow{Key: fmt.Sprint(i), Name: insatser[i%len(insatser)], From: from, To: from.AddMonths(3 + i*4%13), Look: chart.Look(i % 6), Phase: phases[i%6]}
		switch i % 6 {
		case 1:
			r.Marks = []chart.Milestone{{On: from.AddMonths(-1), Sign: chart.SignDecision, Text: "Beslut senast", Open: true}}
		case 2:
			r.To = 0
		case 3:
			r.Light, r.Status = chart.Light(1+i/6%3), []string{"enligt plan", "tid hotad", "tid sen"}[i/6%3]
			r.Done = []chart.Period{{From: from, To: from.AddMonths(2)}}
			r.Marks = []chart.Milestone{{On: from, Sign: chart.SignDecision, Text: "Beslutad"}, {On: from.AddMonths(1), Sign: chart.SignProcurement, Text: "Upphandling"}, {On: from.AddMonths(2), Sign: chart.SignPart, Text: "Etapp 1"}, {On: r.To.AddMonths(-1), Sign: chart.SignDeadline, Text: "Beslutat slut"}}
		case 4:
			r.Marks = []chart.Milestone{{On: r.To, Sign: chart.SignEnd, Text: "Avslut"}}
		case 5:
			r.From, r.To = 0, 0
		}
		g := &d.Groups[i%len(d.Groups)]
		g.Rows = append(g.Rows, r)
	}
	return d
}

// risks is so many risks, some with an action and some that nobody has assessed.
func risks(n int) chart.RiskData {
	d := chart.RiskData{Title: "Risker", Size: 5, Medium: 8, High: 15}
	for i := range n {
		r := chart.Risk{Key: fmt.Sprint(i), Name: []string{"Nyckelpersonen slutar", "Leverantören blir försenad", "Data går förlorade vid flytten", "Användarna hinner inte utbildas"}[i%4], Of: insatser[i%7], Probability: 1 + i*3%5, Consequence: 2 + i*2%4}
		if i%2 == 0 {
			r.After = [2]int{max(1, r.Probability-2), max(1, r.Consequence-1)}
		}
		if i%7 == 5 {
			r.Probability, r.After = 0, [2]int{}
		}
		d.Risks = append(d.Risks, r)
	}
	return d
}

// TestChartsAreTaggedFigures: a chart is one figure with its words, lies on the page whole,
// and is drawn in pixels too, whatever it has to show.
func TestChartsAreTaggedFigures(t *testing.T) {
	for _, n := range []int{0, 1, 7, 30, 200} {
		for _, c := range []struct {
			name string
			make func(w float64, st chart.Style) draw.Drawing
		}{
			{"tidslinje", func(w float64, st chart.Style) draw.Drawing { return chart.Gantt(timeline(n), w, st, pdf.Measure) }},
			{"riskmatris", func(w float64, st chart.Style) draw.Drawing { return chart.RiskMatrix(risks(n), w, st, pdf.Measure) }},
		} {
			doc := pdf.New(pdf.Meta{Title: "Prov på " + c.name, Footer: "Utkast"})
			doc.Head("Ekvalla kommun", "", "")
			want := c.make(doc.Width(), doc.ChartStyle())
			doc.Drawing(want, "Bildtext")
			b := save(t, fmt.Sprint(c.name, n), doc)
			if missing := doc.Missing(); len(missing) > 0 {
				t.Errorf("%s %d: the typeface lacks %q", c.name, n, missing)
			}
			figures := 0
			for _, e := range doc.Tree() {
				if e.Role != pdf.RoleFigure {
					continue
				}
				figures++
				if e.Alt != want.Alt || !strings.HasSuffix(e.Alt, ".") {
					t.Errorf("%s %d: says %q, not %q", c.name, n, e.Alt, want.Alt)
				}
			}
			page := doc.Pages()[0]
			if figures != 1 || len(b) == 0 || raster.Page(page, 40).Bounds().Empty() {
				t.Errorf("%s %d: %d figures in %d bytes", c.name, n, figures, len(b))
			}
		}
	}
}
