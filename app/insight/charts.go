package insight

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/money"
)

// The charts' data is made here, so that the window and the reports draw the
// same picture of the same question.

// CostChart shows what each förvaltning costs a year, the most expensive first;
// at most n of them. It is in mnkr, or in tkr where no bar reaches a million.
// Bars carry the unit's identity as key.
func CostChart(units []UnitCost, first, last, n int) chart.Grouped {
	units = units[:min(n, len(units))]
	data := chart.Grouped{Title: fmt.Sprintf("Kostnad per förvaltning %d–%d", first, last), Unit: "tkr"}
	scale := tkr
	for _, u := range units {
		if slices.Max(u.Years) >= money.FromKronor(1_000_000) {
			data.Unit, scale = "mnkr", func(v money.Ore) float64 { return tkr(v) / 1000 }
		}
	}
	for y := first; y <= last; y++ {
		s := chart.Series{Name: fmt.Sprint(y)}
		for _, u := range units {
			s.Values = append(s.Values, scale(u.Years[y-first]))
		}
		data.Series = append(data.Series, s)
	}
	for _, u := range units {
		data.Categories = append(data.Categories, ShortUnit(u.Name))
		data.Keys = append(data.Keys, string(u.Unit))
	}
	return data
}

// RankedCosts shows what each förvaltning costs in all, the most expensive
// first; at most n of them. Bars carry the unit's identity as key.
func RankedCosts(units []UnitCost, title string, n int) chart.Ranked {
	data := chart.Ranked{Title: title, Unit: "tkr"}
	for _, u := range units[:min(n, len(units))] {
		data.Bars = append(data.Bars, chart.Bar{Label: ShortUnit(u.Name), Value: tkr(u.Total), Text: u.Total.Short(), Key: string(u.Unit)})
	}
	return data
}

// ShortUnit leaves out what goes without saying in a chart: "Vård- och
// omsorgsförvaltningen" becomes "Vård och omsorg". What wouldn't be a name by
// itself is left as it is.
func ShortUnit(name string) string {
	short := name
	for _, tail := range []string{"sförvaltningen", "förvaltningen", "sförvaltning", "förvaltning"} {
		if s, ok := strings.CutSuffix(short, tail); ok && s != "" {
			short = s
			break
		}
	}
	switch {
	case short == name || short == "Social":
		return name
	case strings.HasSuffix(short, "styrelse"):
		return short + "n"
	}
	return strings.Replace(short, "- och ", " och ", 1)
}

// RiskChart places insatser by risk and benefit; the benefit is a share of the
// largest. Circles carry the insats' identity as key.
func RiskChart(bubbles []Bubble) chart.BubbleData {
	var most money.Ore
	for _, b := range bubbles {
		most = max(most, b.Benefit)
	}
	data := chart.BubbleData{Title: "Nytta mot risk", XName: "risk", YName: "nytta", YAxis: "nytta per år", SizeName: "kostnad"}
	if most > 0 {
		data.YTop = most.Short()
	}
	for _, b := range bubbles {
		y := 0.0
		if most > 0 {
			y = float64(max(b.Benefit, 0)) / float64(most)
		}
		group := b.Portfolio
		if group == "" {
			group = "Utan portfölj"
		}
		cost := "saknas"
		if b.Cost.Known {
			cost = b.Cost.Short()
		}
		data.Bubbles = append(data.Bubbles, chart.Bubble{Label: b.Initiative.Name(), X: b.Risk, Y: y, Size: float64(max(b.Cost.Ore, 0)), SizeText: cost, YText: b.Benefit.Short(), Group: group, Key: string(b.Initiative.ID)})
	}
	return data
}

// FrameChart shows what is allotted of each ram, in tkr. Bars carry the
// portfölj as key.
func FrameChart(frames []FrameUse, year int) chart.Progressed {
	data := chart.Progressed{Title: fmt.Sprintf("Beviljat mot ram %d", year), Unit: "tkr"}
	for _, f := range frames {
		bar := chart.Limit{Label: f.Label, Key: f.Key, Value: tkr(f.Allotted), Limit: tkr(f.Frame.Ore), Unlimited: !f.Frame.Known}
		bar.Text = f.Allotted.In(money.Tkr) + " / " + f.Frame.In(money.Tkr) + "\u00a0tkr"
		if !f.Frame.Known {
			bar.Text = f.Allotted.In(money.Tkr) + "\u00a0tkr, ingen ram"
		}
		data.Bars = append(data.Bars, bar)
	}
	return data
}

func tkr(v money.Ore) float64 { return float64(v) / float64(money.FromKronor(1000)) }
