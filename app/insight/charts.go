package insight

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/money"
	"itportfoljen/app/frame"
)

// The charts' data is made here, so that the window and the reports draw the
// same picture of the same question.

// rest names the bar of those that there was no room for, and is its key: no unit has it.
const rest = "Övriga"

// fold makes units at most n, the most expensive first, and leaves none out: those that there is no
// room for are one, and what has no unit stands for itself.
func fold(units []UnitCost, n int) []UnitCost {
	if len(units) <= n || n < 3 {
		return units[:min(n, len(units))]
	}
	kept, others := slices.Clone(units[:n-1]), slices.Clone(units[n-1:])
	if i := slices.IndexFunc(others, func(u UnitCost) bool { return u.Unit == "" }); i >= 0 {
		kept[n-2], others[i] = others[i], kept[n-2]
	}
	all := UnitCost{Unit: rest, Name: fmt.Sprintf("%s (%d)", rest, len(others)), Years: make([]money.Ore, len(others[0].Years))}
	for _, u := range others {
		for i, v := range u.Years {
			all.Years[i] += v
		}
		all.Total += u.Total
	}
	return append(kept, all)
}

// IsRest says that a bar's key is that of several units, which there was no room for.
func IsRest(key string) bool { return key == rest }

// CostChart shows what each förvaltning costs a year, the most expensive first;
// at most n bars, the last of all others. It is in mnkr, or in tkr where no bar reaches a million.
// Bars carry the unit's identity as key.
func CostChart(units []UnitCost, first, last, n int) chart.Grouped {
	units = fold(units, n)
	data := chart.Grouped{Title: fmt.Sprintf("Kostnad per förvaltning %d–%d", first, last), Unit: "tkr", Years: true}
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
// first; at most n bars, the last of all others. Bars carry the unit's identity as key.
func RankedCosts(units []UnitCost, title string, n int) chart.Ranked {
	data := chart.Ranked{Title: title, Unit: "tkr"}
	for _, u := range fold(units, n) {
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
// largest, or where that is many times all others of the next. Circles carry the insats' identity as key.
func RiskChart(bubbles []Bubble) chart.BubbleData {
	var most, next money.Ore
	for _, b := range bubbles {
		most, next = max(most, b.Benefit), max(next, min(most, b.Benefit))
	}
	if next > 0 && most/chart.FarAbove > next {
		most = next
	}
	data := chart.BubbleData{Title: "Nytta mot risk", XName: "risk", YName: "nytta", YAxis: "nytta per år", SizeName: "kostnad"}
	if most > 0 {
		data.YTop = most.Short()
	}
	for _, b := range bubbles {
		y := 0.0
		if most > 0 {
			y = float64(min(max(b.Benefit, 0), most)) / float64(most)
		}
		group := b.Portfolio
		if group == "" {
			group = "Utan portfölj"
		}
		cost := "saknas"
		if b.Cost.Known {
			cost = b.Cost.Short()
		}
		data.Bubbles = append(data.Bubbles, chart.Bubble{Label: b.Initiative.Name(), X: b.Risk, Y: y, Size: float64(max(b.Cost.Ore, 0)), SizeText: cost, YText: b.Benefit.Short(), Group: group, Key: string(b.Initiative.ID), Above: b.Benefit > most})
	}
	return data
}

// FrameChart shows what is allotted of each ram, in tkr, or what has been used where that is
// more. Bars carry what the ram is of as key: the portfölj's, or the unit's ID.
func FrameChart(lines []frame.Line, year int) chart.Progressed {
	data := chart.Progressed{Title: fmt.Sprintf("Beviljat mot ram %d", year), Unit: "tkr"}
	for _, l := range lines {
		most := max(l.Allotted, l.Used)
		bar := chart.Limit{Label: l.Label(), Key: cmp.Or(l.Portfolio, string(l.Unit)), Value: tkr(most), Limit: tkr(l.Ram.Ore), Unlimited: !l.Ram.Known}
		bar.Text = most.In(money.Tkr) + " / " + l.Ram.In(money.Tkr) + "\u00a0tkr"
		if most != l.Allotted {
			bar.Text = "utfall " + bar.Text
		}
		switch {
		case l.Ram.Known:
		case l.Proposal.Known:
			bar.Text = most.In(money.Tkr) + "\u00a0tkr, förslag " + l.Proposal.In(money.Tkr)
		case l.Sort == frame.Outside || l.Untold:
			bar.Text = most.In(money.Tkr) + "\u00a0tkr"
		default:
			bar.Text = most.In(money.Tkr) + "\u00a0tkr, ingen ram"
		}
		data.Bars = append(data.Bars, bar)
	}
	return data
}

func tkr(v money.Ore) float64 { return float64(v) / float64(money.FromKronor(1000)) }
