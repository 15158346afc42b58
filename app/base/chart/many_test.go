package chart_test

import (
	"fmt"
	"math"
	"strings"

	"itportfoljen/app/base/chart"
)

// long are names as municipalities have them.
var long = []string{"Barn- och utbildningsförvaltningen", "IT", "Verksamhetssystemet för äldreomsorgens avgiftshantering och fakturering", "Räddningstjänstförbundet Mellersta Ekvalla", "Samhällsbyggnadsförvaltningen", ""}

func longName(i int) string { return fmt.Sprint(long[i%len(long)], " ", i+1) }

// formed is a budget, a forecast and an actual for each of n.
func formed(n int, scale float64) chart.Grouped {
	g := chart.Grouped{Title: "Budget, prognos och utfall", Unit: "tkr", Series: []chart.Series{{Name: "Budget", Form: chart.Budget}, {Name: "Prognos", Form: chart.Forecast}, {Name: "Utfall"}}}
	for i := range n {
		g.Categories, g.Keys = append(g.Categories, longName(i)), append(g.Keys, fmt.Sprint(i))
		g.Series[0].Values = append(g.Series[0].Values, scale)
		g.Series[1].Values = append(g.Series[1].Values, scale*(1+float64(i%5-2)/9))
		actual := math.NaN()
		if i < n/2 {
			actual = scale * 0.9
		}
		g.Series[2].Values = append(g.Series[2].Values, actual)
	}
	return g
}

func stackedOf(n, parts int, scale float64) chart.Stacked {
	d := chart.Stacked{Title: "Kostnad", Unit: "tkr", Parts: names(parts, "Kostnadsslag med långt namn")}
	for i := range n {
		b := chart.StackedBar{Label: longName(i), Key: fmt.Sprint(i)}
		for j := range parts {
			v := scale * float64((i+j)%4)
			if (i+j)%7 == 6 {
				v = -v
			}
			b.Values = append(b.Values, v)
		}
		d.Bars = append(d.Bars, b)
	}
	return d
}

func stepsOf(n int, scale float64) chart.Steps {
	d := chart.Steps{Title: "Från budget till prognos", Unit: "tkr", Up: "dyrare", Down: "billigare", Steps: []chart.Step{{Label: "Budget 2027", Value: scale, Level: true, Form: chart.Budget, Key: "a"}}}
	at := scale
	for i := range n {
		v := scale * float64(i%5-2) / 50
		at += v
		d.Steps = append(d.Steps, chart.Step{Label: longName(i), Value: v, Key: fmt.Sprint(i)})
	}
	d.Steps = append(d.Steps, chart.Step{Label: "Prognos 2027", Value: at, Level: true, Form: chart.Forecast, Key: "z"})
	return d
}

func framesOf(n int, scale float64) chart.Frames {
	d := chart.Frames{Title: "Ramar 2027", Unit: "tkr"}
	for i := range n {
		d.Bars = append(d.Bars, chart.Framed{Label: longName(i), Ram: scale * float64(i%4), None: i%5 == 4, Asked: scale * float64(i%3), Allotted: scale * 1.2, Used: scale * float64(i%7) / 5, Key: fmt.Sprint(i)})
	}
	return d
}

func variancesOf(n int, scale float64) chart.Variances {
	d := chart.Variances{Title: "Avvikelse", Unit: "tkr"}
	for i := range n {
		v := chart.Variance{Label: longName(i), Value: scale * float64(i%5-2), Percent: float64(i%5-2) * 3.5, Key: fmt.Sprint(i)}
		if i == 1 {
			v.Value, v.Percent = -60*scale, 812.5
		}
		if i%4 == 3 {
			v.Percent = math.NaN()
		}
		d.Bars = append(d.Bars, v)
	}
	return d
}

func quadrantsOf(n int) chart.QuadrantData {
	d := chart.QuadrantData{Title: "Bedömning av systemen", X: "funktionell lämplighet", Y: "teknisk lämplighet", Noun: "system", Note: "124 system har ingen bedömning.",
		Cell: [4]chart.Quadrant{{Name: "Tolerera", What: "tekniken håller, nyttan är låg", Key: "t"}, {Name: "Investera", What: "behåll och utveckla", Key: "i"}, {Name: "Eliminera", What: "avveckla", Key: "e"}, {Name: "Migrera", What: "byt teknik, behåll funktionen", Key: "m"}}}
	for i := range n {
		q := &d.Cell[i%4]
		q.In = append(q.In, chart.Named{Name: longName(i), Key: fmt.Sprint(i)})
	}
	return d
}

func names(n int, name string) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("%s %d", name, i+1)
	}
	return out
}

func grouped(n int, scale float64) chart.Grouped {
	g := chart.Grouped{Title: "Budget och prognos", Unit: "tkr", Categories: names(n, "Barn- och utbildningsförvaltningen"), Keys: names(n, "k"),
		Series: []chart.Series{{Name: "Budget"}, {Name: "Prognos"}}}
	for i := range n {
		g.Series[0].Values = append(g.Series[0].Values, scale*float64(i+1))
		g.Series[1].Values = append(g.Series[1].Values, scale*float64(n-i)*0.7)
	}
	return g
}

func bubbles(n int) chart.BubbleData {
	d := chart.BubbleData{Title: "Nytta mot risk"}
	for i := range n {
		d.Bubbles = append(d.Bubbles, chart.Bubble{Label: fmt.Sprintf("Insats med namn %d", i), X: math.Mod(float64(i)*0.37, 1.2) - 0.1, Y: math.Mod(float64(i)*0.61, 1),
			Size: float64(i * i * 1000), Group: fmt.Sprint("Portfölj ", i%4), Key: fmt.Sprint(i)})
	}
	return d
}

func limits(n int, v float64) chart.Progressed {
	d := chart.Progressed{Title: "Ramar", Unit: "kr"}
	for i := range n {
		d.Bars = append(d.Bars, chart.Limit{Label: "Tillgänglighet, service och annat som hör till", Value: v * float64(i), Limit: v * 2, Key: fmt.Sprint(i)})
	}
	return d
}

func ranked(vs ...float64) chart.Ranked {
	d := chart.Ranked{Title: "Dyrast", Unit: "kr"}
	for i, v := range vs {
		d.Bars = append(d.Bars, chart.Bar{Label: fmt.Sprint("Verksamhetssystemet nummer ", i), Value: v, Key: fmt.Sprint(i), Bad: i == 0})
	}
	return d
}

// neighbourhood has so many things in each of its groups.
func neighbourhood(n int) chart.Neighbourhood {
	d := chart.Neighbourhood{Title: "Samband", Middle: chart.Node{Name: "Verksamhetssystemet för allt", Detail: "SYS-0042", Key: "mitt"}}
	if n == 0 {
		return d
	}
	for i, title := range []string{"Får från", "Lämnar till", "Avtal", "Enheter och andra som hör till"} {
		s := chart.Sector{Title: title, Flow: []chart.Flow{chart.Inward, chart.Outward, chart.Still, chart.Still}[i]}
		for j := range n {
			s.Nodes = append(s.Nodes, chart.Node{Name: fmt.Sprint("Barn- och utbildningsförvaltningens system ", j), Detail: strings.Repeat("uppgifter ", j%3), Key: fmt.Sprint(i, " ", j), Both: j == 1})
		}
		if n > 3 {
			s.More, s.MoreKey = "… och 14 till", fmt.Sprint("fler ", i)
		}
		d.Around = append(d.Around, s)
	}
	return d
}
