package recount

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// horizon is how many years the Budgetrapport looks ahead, its own among them, and dearest is how
// many of what costs it names.
const (
	horizon = 5
	dearest = 25
)

// outlook is what something costs in the years ahead.
type outlook struct {
	name, kind string
	years      [horizon]ahead
}

// ahead is a year of it. In what way it is known is "" where it isn't.
type ahead struct {
	ore   int64
	known string // "entered", "agreed" or "extended"
	over  bool   // it has ended before the year
}

// whole is what something costs in all of the years together.
func (o outlook) whole() (ore int64) {
	for _, y := range o.years {
		ore += y.ore
	}
	return ore
}

// Ahead are the tables of the years from one on, or from the document's own where that has ended:
// the whole cost of what the municipality, or a unit of it, has, and what costs. Behind them is of
// how many costs each year is made.
func (d *Document) Ahead(year int, unit string, stages Stages) (tables []Table, known Figure) {
	if d.ended(year) {
		year, _ = strconv.Atoi(d.Date[:4])
	}
	all := d.ahead(year, unit, stages)
	ways := []struct{ name, way string }{{"Inlagd, prognos eller budget", "entered"}, {"Beräknad av avtalet", "agreed"}, {"Beräknad, om avtalet förlängs", "extended"}}
	whole := Table{Head: "Hela kostnaden, tkr", From: "Så är den känd"}
	of := make([]outlook, len(ways))
	var sum outlook
	for i, w := range ways {
		of[i].name = w.name
		for _, o := range all {
			for y, a := range o.years {
				if a.known == w.way {
					of[i].years[y].ore += a.ore
					of[i].years[y].known = "entered"
				}
			}
		}
	}
	for _, o := range all {
		for y, a := range o.years {
			if a.known != "" {
				sum.years[y].ore += a.ore
				sum.years[y].known = "entered"
			}
		}
	}
	sum.name = "Summa"
	whole.Rows = written(of, sum)
	named := slices.Clone(all[:min(dearest, len(all))])
	for i := range named {
		named[i].name += " | , " + named[i].kind
	}
	if n := len(all) - dearest; n > 0 {
		rest := outlook{name: fmt.Sprintf("Övriga (%s)", thousands(int64(n)))}
		for _, o := range all[dearest:] {
			for y, a := range o.years {
				if a.known != "" {
					rest.years[y].ore += a.ore
					rest.years[y].known = "entered"
				}
			}
		}
		named = append(named, rest)
	}
	return []Table{whole, d.types(year, unit, stages), {Head: "Vad som kostar, tkr", From: "Kostnad", Rows: written(named, sum)}}, Figure{"kostnader med belopp", counts(all, year)}
}

// counts says how many have an amount each year.
func counts(all []outlook, year int) string {
	said := make([]string, horizon)
	for i := range said {
		n := 0
		for _, o := range all {
			if o.years[i].known != "" {
				n++
			}
		}
		said[i] = fmt.Sprintf("%s (%d)", thousands(int64(n)), year+i)
	}
	return "belopp: " + strings.Join(said, ", ") + "."
}

// written are outlooks and their sum in thousands of kronor.
func written(of []outlook, sum outlook) [][]string {
	out := make([][]string, len(of)+1)
	for i, o := range of {
		out[i] = append(out[i], strings.Split(o.name, " | ")...)
	}
	out[len(of)] = []string{sum.name}
	for y := range horizon {
		ores := make([]int64, len(of))
		for i, o := range of {
			ores[i] = o.years[y].ore
		}
		tkr := append(even(ores, 100_000), round(sum.years[y].ore, 100_000))
		for i, o := range append(slices.Clone(of), sum) {
			said := thousands(tkr[i])
			switch a := o.years[y]; {
			case a.known == "agreed":
				said += "*"
			case a.known == "extended":
				said = "(" + said + ")"
			case a.known == "" && a.over:
				said = "slut"
			case a.known == "":
				said = "–"
			}
			out[i] = append(out[i], said)
		}
	}
	return out
}

// ahead are what costs anything, the dearest first.
func (d *Document) ahead(year int, unit string, stages Stages) []outlook {
	of := map[string]*outlook{}
	var keys []string
	add := func(key, name, kind string, over func(y int) bool) {
		o := &outlook{name: name, kind: kind}
		for i := range o.years {
			o.years[i].over = over(year + i)
		}
		of[key] = o
		keys = append(keys, key)
	}
	for _, s := range d.Systems {
		if unit == "" || under(s.Unit, unit) {
			add(s.Ref, s.Name, "system", func(y int) bool { return s.Retired != nil && int(*s.Retired) < y || s.Lifecycle == "retired" })
		}
	}
	for _, a := range d.Agreements {
		if unit == "" || under(a.Unit, unit) {
			add(a.Ref, a.Name, "avtal", func(y int) bool { return a.Longest != "" && a.Longest[:4] < fmt.Sprint(y) })
		}
	}
	away := map[string]bool{}
	for _, p := range d.Plan {
		if unit == "" || under(p.Unit, unit) {
			away[p.Ref] = in(p.Phase, stages.Away)
			add(p.Ref, p.Name, "insats", func(y int) bool { return p.End != "" && p.End[:4] < fmt.Sprint(y) })
		}
	}
	for _, u := range d.Units {
		if unit == "" || under(u.path(), unit) {
			add(u.ID, u.Name, "enhet", func(int) bool { return false })
		}
	}
	yearly := map[string]map[int]int64{}
	for _, c := range d.counting() {
		o := of[c.Owner]
		v := c.expected()
		if o == nil || v == nil || away[c.Owner] {
			continue
		}
		if yearly[c.Owner] == nil {
			yearly[c.Owner] = map[int]int64{}
		}
		yearly[c.Owner][c.Year] += *v
		if i := c.Year - year; i >= 0 && i < horizon {
			o.years[i].ore += *v
			o.years[i].known = "entered"
		}
	}
	for _, a := range d.Agreements {
		o := of[a.Ref]
		if o == nil || yearly[a.Ref] == nil || a.State == "planned" {
			continue
		}
		for i := range o.years {
			y := year + i
			base, ok := 0, false
			for known := range yearly[a.Ref] {
				if known < y && (!ok || known > base) {
					base, ok = known, true
				}
			}
			if o.years[i].known != "" || !ok {
				continue
			}
			months := monthsTo(a.Longest, y)
			if months == 0 {
				continue
			}
			o.years[i].known = "agreed"
			if end, _ := a.on(d.Date); end != "" && end < fmt.Sprintf("%d-12-31", y) && (a.Longest == "" || a.Longest > end) {
				o.years[i].known = "extended"
			}
			o.years[i].ore = round(yearly[a.Ref][base]*int64(months), 12)
		}
	}
	var out []outlook
	for _, k := range keys {
		if slices.ContainsFunc(of[k].years[:], func(a ahead) bool { return a.known != "" }) {
			out = append(out, *of[k])
		}
	}
	slices.SortStableFunc(out, func(a, b outlook) int {
		return first(compare(b.whole(), a.whole()), strings.Compare(a.name, b.name))
	})
	return out
}

// monthsTo is how many months of a year there are to a day, that which it is in among them; all
// where the day is unknown.
func monthsTo(end string, year int) int {
	switch y := fmt.Sprint(year); {
	case end == "" || end[:4] > y:
		return 12
	case end[:4] == y:
		n, _ := strconv.Atoi(end[5:7])
		return n
	}
	return 0
}
