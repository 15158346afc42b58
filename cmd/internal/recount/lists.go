package recount

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// List is a list as the report should have it, in order. The report may show the first of it
// only, and says of how many.
type List struct {
	What string
	Head string // what its heading begins with
	Next string // what the heading after it begins with
	Rows []Row
}

// Row is a row of a list: what it begins with, of which a narrow column only has the beginning,
// and its other cells.
type Row struct {
	Name  string
	Cells []string
	After int // how many cells of the row come after Cells; Follow: Cells follow the name
}

// Follow says that a row's cells are those after its name, of which only the beginning is told.
const Follow = -1

// CheckList tells what of a list a text, a line for each row with " | " between its cells, has
// otherwise: how many there are, which come first, and what each says.
func CheckList(l List, text string) []string {
	lines := strings.Split(plain(text), "\n")
	at := slices.IndexFunc(lines, func(s string) bool { return strings.HasPrefix(s, l.Head) })
	if at < 0 {
		return []string{l.What + ": no " + l.Head}
	}
	shown, all := len(l.Rows), len(l.Rows)
	if _, aside, ok := strings.Cut(lines[at], " | "); ok {
		if _, err := fmt.Sscanf(aside, "%d av %d,", &shown, &all); err != nil {
			return []string{l.What + ": " + lines[at]}
		}
	}
	if all != len(l.Rows) || shown > all {
		return []string{fmt.Sprintf("%s: %d, not %d", l.What, len(l.Rows), all)}
	}
	lines = lines[at+1:]
	if end := slices.IndexFunc(lines, func(s string) bool { return strings.HasPrefix(s, l.Next) }); end >= 0 {
		lines = lines[:end]
	}
	var lacks []string
	for i, row := range l.Rows[:shown] {
		at := slices.IndexFunc(lines, row.on)
		if at < 0 {
			lacks = append(lacks, fmt.Sprintf("%s %d: %s | %s", l.What, i+1, row.Name, strings.Join(row.Cells, " | ")))
			continue
		}
		lines = lines[at+1:] // what comes after must stand after
	}
	return lacks
}

// on says whether a line is the row's.
func (r Row) on(line string) bool {
	cells := strings.Split(line, " | ")
	if len(cells) <= len(r.Cells)+max(r.After, 0) || !strings.HasPrefix(r.Name, strings.TrimSuffix(cells[0], "…")) {
		return false
	}
	if r.After != Follow {
		end := len(cells) - r.After
		return slices.Equal(cells[end-len(r.Cells):end], r.Cells)
	}
	for i, c := range r.Cells {
		if !strings.HasPrefix(cells[i+1], c) {
			return false
		}
	}
	return true
}

// Lists are the lists of the first page of the ledningsgrupp's report.
func (d *Document) Lists(stages Stages) []List {
	agreements := List{What: "avtal", Head: "Avtal att ta ställning till", Next: "Sida ", Rows: d.due()}
	if len(agreements.Rows) > 0 && strings.HasSuffix(agreements.Rows[0].Cells[0], "har gått ut") {
		agreements.Head = "Avtal som har gått ut, och att ta ställning till"
	}
	return []List{
		{What: "beslut", Head: "Beslut som behövs i dag", Next: "Pågående insatser", Rows: d.waiting(stages)},
		{What: "pågående", Head: "Pågående insatser", Next: "Nytta mot risk", Rows: d.running(stages)},
		agreements,
	}
}

// waiting are the insatser that wait for a decision: the first to be decided first, then those of
// the highest priority.
func (d *Document) waiting(stages Stages) []Row {
	var of []insats
	for _, p := range d.Plan {
		if in(p.Phase, stages.Waiting) {
			of = append(of, p)
		}
	}
	slices.SortStableFunc(of, func(a, b insats) int {
		return first(strings.Compare(late(a.DecideBy), late(b.DecideBy)), strings.Compare(late(a.Priority), late(b.Priority)), strings.Compare(a.Name, b.Name))
	})
	var rows []Row
	for i, p := range of {
		var all, invest int64
		said := false
		for _, c := range d.counting() {
			if c.Kind != "initiative" || c.Owner != p.Ref || c.Budget == nil {
				continue
			}
			said = true
			if all += *c.Budget; c.Type == "investering" {
				invest += *c.Budget
			}
		}
		cost := short(all)
		switch {
		case !said:
			cost = "Kostnad saknas."
		case invest == all && all != 0:
			cost += " investering"
		case invest != 0:
			cost += ", varav " + short(invest) + " investering"
		}
		if said {
			cost += ";"
		}
		rows = append(rows, Row{Name: fmt.Sprint(i + 1), After: Follow, Cells: []string{p.Name, cost}})
	}
	return rows
}

// running are those in genomförande: the worst light first, then what is worst against budget.
func (d *Document) running(stages Stages) []Row {
	type status struct {
		insats
		worst            int
		budget, expected int64
		budgeted, hoped  bool
	}
	of := map[string]*status{}
	var all []*status
	for _, p := range d.Plan {
		if in(p.Phase, stages.Running) {
			s := &status{insats: p, worst: min(bad(p.Time), bad(p.Cost), bad(p.Scope))}
			of[p.Ref], all = s, append(all, s)
		}
	}
	for _, c := range d.counting() {
		s := of[c.Owner]
		if s == nil || c.Kind != "initiative" || c.Year != d.Year {
			continue
		}
		if c.Budget != nil {
			s.budget, s.budgeted = s.budget+*c.Budget, true
		}
		if v := c.expected(); v != nil {
			s.expected, s.hoped = s.expected+*v, true
		}
	}
	better := func(s *status) int64 {
		if s.budgeted && s.hoped {
			return s.budget - s.expected
		}
		return 0
	}
	slices.SortStableFunc(all, func(a, b *status) int {
		return first(a.worst-b.worst, compare(better(a), better(b)), strings.Compare(a.Name, b.Name))
	})
	var rows []Row
	for _, s := range all {
		expected, against := "–", "–"
		if s.hoped {
			expected = tkr(s.expected)
		}
		if s.budgeted && s.hoped {
			if against = tkr(better(s)); better(s) > 0 && against != "0" {
				against = "+" + against
			}
		}
		rows = append(rows, Row{Name: s.Name,
			Cells: []string{light(s.Time, "sen"), light(s.Cost, "över"), light(s.Scope, "avviker"), expected, against}})
	}
	return rows
}

// bad orders the lights of an insats, the worst first.
func bad(light string) int {
	switch light {
	case "red":
		return 0
	case "amber":
		return 1
	case "green":
		return 2
	}
	return 3
}

func light(key, red string) string {
	return map[string]string{"green": "ok", "amber": "hotad", "red": red, "": "–"}[key]
}

// due are the agreements that have expired, and those to think of within twelve months.
func (d *Document) due() []Row {
	type turn struct {
		agreement
		expired        bool
		end, by, until string
		name           string
	}
	today := day(d.Date)
	lifecycle, called := map[string]string{}, map[string]string{}
	for _, s := range d.Systems {
		lifecycle[s.Ref], called[s.Ref] = s.Lifecycle, s.Name
	}
	var all []turn
	for _, a := range d.Agreements {
		if a.State != "signed" && a.State != "given_up" && a.State != "" {
			continue
		}
		t := turn{agreement: a, name: a.Name}
		t.end, t.by = a.on(d.Date)
		var names []string
		for _, s := range a.Systems {
			if lifecycle[s] != "retired" {
				names = append(names, called[s])
			}
		}
		if t.expired = t.end < d.Date; t.end == "" || len(a.Systems) > 0 && len(names) == 0 {
			continue
		}
		if len(names) > 0 {
			t.name = strings.Join(names, ", ")
		}
		if t.until = t.end; t.by >= d.Date && a.State != "given_up" {
			t.until = t.by
		}
		if t.expired || t.until <= months(d.Date, 12) {
			all = append(all, t)
		}
	}
	slices.SortStableFunc(all, func(a, b turn) int {
		if a.expired != b.expired {
			return map[bool]int{true: -1, false: 1}[a.expired]
		}
		return first(strings.Compare(a.until, b.until), strings.Compare(a.name, b.name))
	})
	var rows []Row
	for _, t := range all {
		end, by := t.end, t.by
		left := int(day(t.by).Sub(today).Hours() / 24)
		switch {
		case t.expired:
			end, by = end+", har gått ut", "–"
		case t.State == "given_up":
			by = "uppsagt"
		case by == "":
			by = "uppsägningstid saknas"
		case left < 0:
			by += ", passerad"
		case left == 0:
			by += ", i dag"
		case left == 1:
			by += ", om 1 dag"
		case left <= 30:
			by += fmt.Sprintf(", om %d dagar", left)
		}
		rows = append(rows, Row{Name: t.name, After: 1, Cells: []string{end, by}})
	}
	return rows
}

// on is an agreement's end and the last day to give notice of it, on a day: one that goes on by
// itself has its next when it can't be given notice of for this one any longer.
func (a agreement) on(today string) (end, notice string) {
	renewed := 0
	self := a.State != "given_up" && (a.Renewal == "tacit" || a.Renewal == "" && amount(a.Renews) > 0)
	for end = a.End; end != ""; renewed++ {
		if a.Bound > end {
			end = a.Bound
		}
		if notice = ""; a.Notice != nil {
			notice = months(end, -int(*a.Notice))
		}
		past := end < today || notice != "" && notice < today
		if !self || !past || a.Most != nil && int64(renewed)+amount(a.Renewed) >= *a.Most {
			return end, notice
		}
		if amount(a.Renews) <= 0 {
			return "", ""
		}
		end = months(end, int(*a.Renews))
	}
	return "", ""
}

func day(s string) time.Time {
	t, _ := time.Parse(time.DateOnly, s)
	return t
}

// months is a day so many months later, the last of a month still the last.
func months(s string, n int) string {
	t := day(s)
	begin := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := begin.AddDate(0, 1, -1).Day()
	if t.AddDate(0, 0, 1).Day() == 1 || t.Day() > last {
		return begin.AddDate(0, 0, last-1).Format(time.DateOnly)
	}
	return begin.AddDate(0, 0, t.Day()-1).Format(time.DateOnly)
}

// late puts what nobody has said after all else.
func late(s string) string {
	if s == "" {
		return "9999"
	}
	return s
}

func first(orders ...int) int {
	for _, o := range orders {
		if o != 0 {
			return o
		}
	}
	return 0
}

func compare(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
