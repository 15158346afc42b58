package recount

import (
	"fmt"
	"slices"
	"strings"
)

// Table is a table as the report should have it.
type Table struct {
	Head string // its heading
	From string // what its head begins with
	Rows [][]string
}

// Width is how many columns it has.
func (t Table) Width() int {
	if len(t.Rows) == 0 {
		return 0
	}
	return len(t.Rows[0])
}

// By is what the Budgetrapport's tables part a year's costs by.
var By = []string{"Förvaltningar och enheter", "Konton", "System", "Insatser", "Portföljer"}

// sum is what costs come to, in öre, and whether anybody has said anything of each.
type sum struct {
	budget, expected, actual  int64
	budgeted, believed, spent bool
}

func (s *sum) add(p piece) {
	s.budget, s.expected, s.actual = s.budget+amount(p.budget), s.expected+amount(p.expected), s.actual+amount(p.actual)
	s.budgeted, s.believed, s.spent = s.budgeted || p.budget != nil, s.believed || p.expected != nil, s.spent || p.actual != nil
}

// group is a row of a table before it is written.
type group struct {
	name              string
	drift, investment sum
	rest              bool // what has none of what the table is by: it stands last
}

// Parted are the tables of a year's costs, of the whole municipality or a unit of it, as the
// Budgetrapport has them, each ending in its sum. What nothing has in the year has no table.
func (d *Document) Parted(year int, unit string, stages Stages) []Table {
	pieces := within(d.pieces(year, stages), unit)
	names := map[string]string{}
	for _, s := range d.Systems {
		names[s.Ref] = s.Name
	}
	portfolio := map[string]string{}
	for _, p := range d.Plan {
		names[p.Ref], portfolio[p.Ref] = p.Name, p.Portfolio
	}
	against := d.ended(year) && slices.ContainsFunc(pieces, func(p piece) bool { return p.actual != nil })
	var out []Table
	for _, by := range By {
		key := map[string]func(piece) string{
			"Förvaltningar och enheter": func(p piece) string {
				if unit != "" {
					return p.unit
				}
				return d.level(p.unit)
			},
			"Konton":     func(p piece) string { return p.account },
			"System":     func(p piece) string { return p.system },
			"Insatser":   func(p piece) string { return p.insats },
			"Portföljer": func(p piece) string { return portfolio[p.insats] },
		}[by]
		name := func(key string) string {
			if n, ok := names[key]; ok {
				return n
			}
			return key
		}
		from, none := "Konto", "Utan konto"
		switch by {
		case "Förvaltningar och enheter":
			from, none, name = "Förvaltning eller bolag", "Utan enhet", last
			if unit != "" {
				from = "Enhet"
			}
		case "System":
			from, none = "System", "Inget system"
		case "Insatser":
			from, none = "Insats", "Ingen insats"
		case "Portföljer":
			from, none, name = "Portfölj", "Utan portfölj", func(key string) string { return stages.Portfolios[key] }
		}
		of := map[string]*group{}
		var groups []*group
		var all group
		for _, p := range pieces {
			k := key(p)
			g := of[k]
			if g == nil {
				g = &group{name: name(k), rest: k == ""}
				if g.rest {
					g.name = none
				}
				of[k] = g
				groups = append(groups, g)
			}
			for _, to := range []*group{g, &all} {
				if p.investment {
					to.investment.add(p)
				} else {
					to.drift.add(p)
				}
			}
		}
		slices.SortStableFunc(groups, func(a, b *group) int {
			if a.rest != b.rest {
				return map[bool]int{true: 1, false: -1}[a.rest]
			}
			return strings.Compare(a.name, b.name)
		})
		if len(groups) == 0 || len(groups) == 1 && groups[0].rest {
			continue // nothing has what the table is by
		}
		all.name = "Summa"
		out = append(out, Table{Head: by, From: from, Rows: rows(groups, all, against)})
	}
	return out
}

// rows are groups and their sum in thousands of kronor. Where the rounded rows don't come to the
// rounded sum the largest has the difference.
func rows(groups []*group, all group, against bool) [][]string {
	groups = append(slices.Clone(groups), &all)
	measures := []struct {
		said func(*group) bool
		of   func(*group) int64
	}{
		{func(g *group) bool { return g.drift.budgeted }, func(g *group) int64 { return g.drift.budget }},
		{func(g *group) bool { return g.drift.believed }, func(g *group) int64 { return g.drift.expected }},
		{func(g *group) bool { return g.drift.spent }, func(g *group) int64 { return g.drift.actual }},
		{func(g *group) bool { return g.investment.budgeted }, func(g *group) int64 { return g.investment.budget }},
		{func(g *group) bool { return g.investment.believed }, func(g *group) int64 { return g.investment.expected }},
		{func(g *group) bool { return g.investment.spent }, func(g *group) int64 { return g.investment.actual }},
	}
	spent := all.drift.spent || all.investment.spent
	out := make([][]string, len(groups))
	differ := make([]int64, len(groups))
	for i, g := range groups {
		out[i] = []string{g.name}
	}
	for m, measure := range measures {
		if m%3 == 2 && !spent {
			continue
		}
		ores := make([]int64, len(groups)-1)
		for i, g := range groups[:len(groups)-1] {
			ores[i] = measure.of(g)
		}
		tkr := append(even(ores, 100_000), round(measure.of(&all), 100_000))
		for i, g := range groups {
			said := "–"
			if measure.said(g) {
				said = thousands(tkr[i])
			}
			out[i] = append(out[i], said)
			switch {
			case m%3 == 0:
				differ[i] += tkr[i]
			case against == (m%3 == 2):
				differ[i] -= tkr[i]
			}
		}
	}
	for i, g := range groups {
		budget := g.drift.budget + g.investment.budget
		spent := g.drift.expected + g.investment.expected
		if against {
			spent = g.drift.actual + g.investment.actual
		}
		percent := "–"
		if budget != 0 {
			percent = signed(round(1000*(budget-spent), budget), decimal)
		}
		out[i] = append(out[i], signed(differ[i], thousands), percent)
	}
	return out
}

// even are amounts in units of so many öre that come to their rounded sum.
func even(ores []int64, unit int64) []int64 {
	out := make([]int64, len(ores))
	var whole, given int64
	most := 0
	for i, v := range ores {
		out[i] = round(v, unit)
		whole, given = whole+v, given+out[i]
		if abs(v) > abs(ores[most]) {
			most = i
		}
	}
	if len(out) > 0 {
		out[most] += round(whole, unit) - given
	}
	return out
}

// signed is a difference as it is written: what is better than zero has a plus.
func signed(n int64, write func(int64) string) string {
	if n > 0 {
		return "+" + write(n)
	}
	return write(n)
}

// furniture says whether a line is what stands above or below a page.
func furniture(line string) bool {
	return strings.HasPrefix(line, "Sida ") || strings.Contains(line, " | Budgetrapport ")
}

// CheckTable tells what a text, a line for each row with " | " between its cells, has otherwise
// than a table, whatever pages it stands on and in whatever order its rows stand.
func CheckTable(t Table, text string) []string {
	lines := strings.Split(plain(text), "\n")
	at := -1
	for i, l := range lines {
		if strings.HasPrefix(l, t.From+" | ") && at < 0 && slices.Contains(lines[:i], t.Head) {
			at = i
		}
	}
	if at < 0 {
		return []string{t.Head + ": no table from " + t.From}
	}
	widths, sum := map[int]bool{}, t.Rows[len(t.Rows)-1]
	for _, r := range t.Rows {
		widths[len(r)] = true
	}
	left := map[string]int{}
	lines = lines[at+1:]
	for i, l := range lines {
		cells := strings.Split(l, " | ")
		if furniture(l) || !widths[len(cells)] || len(cells) == 1 || in(cells[0], []string{"Transport", "Transporterat", t.From}) {
			continue
		}
		for _, more := range lines[i+1:] { // a name goes on on the lines after
			if cells[0] == sum[0] || strings.Contains(more, " | ") {
				break
			}
			cells[0] += " " + more
		}
		left[strings.Join(cells, " | ")]++
		if cells[0] == sum[0] {
			break
		}
	}
	var lacks []string
	for _, r := range t.Rows {
		line := plain(strings.Join(r, " | "))
		if left[line] == 0 {
			lacks = append(lacks, fmt.Sprintf("%s: %s", t.Head, line))
			continue
		}
		left[line]--
	}
	for line, n := range left {
		if n > 0 {
			lacks = append(lacks, fmt.Sprintf("%s: it also says %s", t.Head, line))
		}
	}
	slices.Sort(lacks)
	return lacks
}
