package recount

import (
	"fmt"
	"strconv"
	"strings"
)

// Ramar are the ramar of units for both types that are decided, or that nothing is said of, as
// the first page has them: what is granted, the ram, and the unit, a line of its own for each.
func (d *Document) Ramar(stages Stages) []Figure {
	var out []Figure
	for _, r := range d.Frames {
		if r.Year != d.Year || r.Portfolio != "" || r.Type != "" || r.State == "proposed" {
			continue
		}
		granted, used := d.granted(r.Unit, stages)
		most, word := granted, ""
		if used > granted {
			most, word = used, "utfall "
		}
		line := fmt.Sprintf("%s%s / %s tkr", word, tkr(most), tkr(r.Amount))
		if most > r.Amount {
			line += ", över"
		}
		name := r.Unit[strings.LastIndex(r.Unit, " / ")+1:]
		out = append(out, Figure{"ram", "\n" + line + " | " + strings.TrimPrefix(name, "/ ") + "\n"})
	}
	return out
}

// granted is what insatser in a unit, or below it, are allotted and have used of the year: the
// budget, else the forecast, and of what has ended what it cost.
func (d *Document) granted(unit string, stages Stages) (granted, used int64) {
	of := map[string]insats{}
	for _, p := range d.Plan {
		of[p.Ref] = p
	}
	for _, c := range d.counting() {
		p := of[c.Owner]
		if c.Kind != "initiative" || c.Year != d.Year || !in(c.Funding, []string{"", "line", "equity"}) {
			continue
		}
		cost := c.Budget
		if cost == nil {
			cost = c.Forecast
		}
		for by, share := range c.shares(p.Unit) {
			if by != unit && !strings.HasPrefix(by, unit+" / ") {
				continue
			}
			part := func(v *int64) int64 { return round(amount(v)*share, 10_000) }
			used += part(c.Actual)
			switch {
			case in(p.Phase, stages.Decided):
				granted += part(cost)
			case in(p.Phase, stages.Ended):
				granted += part(c.Actual)
			}
		}
	}
	return granted, used
}

// shares are who pays a cost, in hundredths of a per cent; what nobody is said to pay is its unit's own.
func (c cost) shares(home string) map[string]int64 {
	out, left := map[string]int64{}, int64(10_000)
	for _, s := range strings.Split(c.Payers, "; ") {
		s = strings.TrimSuffix(plain(s), " %")
		at := strings.LastIndex(s, " ")
		v, err := strconv.ParseFloat(strings.Replace(s[at+1:], ",", ".", 1), 64)
		if at < 0 || err != nil {
			continue
		}
		out[s[:at]] += int64(v*100 + 0.5)
		left -= int64(v*100 + 0.5)
	}
	if left != 0 {
		out[home] += left
	}
	return out
}
