package main

import (
	"context"
	"fmt"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/field"
	"itportfoljen/app/rhythm"
)

// side is what a word means as one of the two that are compared: "nu", a day, or a locked state,
// which has its year.
func (o *rhythmOptions) side(ctx context.Context, p *app.Portfolio, word string) (rhythm.Side, error) {
	out := rhythm.Side{Name: word, World: p, Year: o.year}
	if w := text.Key(word); w == "nu" || w == "now" {
		out.Name = "nu"
		return out, nil
	}
	if day, err := date.ParseDay(word); err == nil && len(word) >= 8 && !strings.Contains(word, " ") {
		out.Name = day.String()
		w, err := p.AsOf(ctx, day)
		if err != nil {
			return out, err
		}
		out.World = w
		return out, nil
	}
	r, err := p.Find(rhythm.Name.Kind, word)
	if err != nil {
		return out, err
	}
	return rhythm.SideOf(r, func(entry int64) (field.World, error) { return p.At(ctx, entry) })
}

func (o *rhythmOptions) compare(ctx context.Context, e *env, p *app.Portfolio, first, second string) error {
	if o.by == "" {
		o.by = "owner"
	}
	var by []budget.Dimension
	for word := range strings.SplitSeq(o.by, ",") {
		d, err := budget.Find(p, strings.TrimSpace(word))
		if err != nil {
			return err
		}
		by = append(by, d)
	}
	if o.out != "" {
		if _, err := ending(o.out, ".xlsx"); err != nil {
			return err
		}
		if err := free(o.out); err != nil {
			return err
		}
	}
	var sides [2]rhythm.Side
	var err error
	for i, word := range []string{first, second} {
		if sides[i], err = o.side(ctx, p, word); err != nil {
			return err
		}
	}
	for i := range sides { // what is no state is of the other's year
		if sides[i].Year == 0 {
			sides[i].Year = sides[1-i].Year
		}
		if sides[i].Year == 0 {
			sides[i].Year = p.PlanYear()
		}
	}
	c := rhythm.Compare(sides[0], sides[1], by...)
	if o.out != "" {
		if err := e.services.WriteBook(ctx, o.out, export.Difference(c), nil); err != nil {
			return err
		}
		e.wrote(fileWritten, "%s är skriven: %s, %s.\n", o.out, text.Plural(len(c.Total.Parts), "rad", "rader"), text.Plural(len(c.Rows), "kostnadsrad som skiljer", "kostnadsrader som skiljer"))
		return nil
	}
	if o.json {
		return writeJSON(e.out, comparisonOf(p, c))
	}
	o.tell(e, p, c)
	return nil
}

type comparisonJSON struct {
	A     sideJSON       `json:"a"`
	B     sideJSON       `json:"b"`
	By    []string       `json:"by"`
	Lines []differing    `json:"lines"`
	Rows  []differing    `json:"rows"`
	Total differing      `json:"total"`
	Trend []trendingJSON `json:"trend"`
}

type sideJSON struct {
	Name string `json:"name"`
	Year int    `json:"year"`
}

type differing struct {
	Depth    int        `json:"depth"`
	Key      string     `json:"key"`
	Name     string     `json:"name"`
	Standing string     `json:"standing,omitempty"` // "ny", "borta"
	Budget   differJSON `json:"budget"`
	Forecast differJSON `json:"forecast"`
	Actual   differJSON `json:"actual"`
}

type differJSON struct {
	Before *money.Ore `json:"before_ore"`
	After  *money.Ore `json:"after_ore"`
	Change money.Ore  `json:"change_ore"`
}

type trendingJSON struct {
	Name     string    `json:"name"`
	On       string    `json:"on"`
	Forecast money.Ore `json:"forecast_ore"`
	Said     int       `json:"rows_with_forecast"`
	Rows     int       `json:"rows"`
}

// differingOf is a line for machines.
func differingOf(l rhythm.Line) differing {
	known := func(t money.Total) *money.Ore {
		if !t.Known {
			return nil
		}
		return &t.Ore
	}
	d := differing{Key: l.Key, Name: l.Name, Standing: l.Standing()}
	for i, ch := range l.Changes() {
		by, _ := ch.By()
		*[...]*differJSON{&d.Budget, &d.Forecast, &d.Actual}[i] = differJSON{known(ch.A), known(ch.B), by}
	}
	return d
}

func comparisonOf(w field.World, c rhythm.Comparison) comparisonJSON {
	out := comparisonJSON{A: sideJSON{c.A.Name, c.A.Year}, B: sideJSON{c.B.Name, c.B.Year}, By: []string{}, Lines: []differing{}, Rows: []differing{}, Total: differingOf(c.Total), Trend: []trendingJSON{}}
	for _, d := range c.By {
		out.By = append(out.By, d.Key)
	}
	for depth, l := range c.Walk {
		d := differingOf(l)
		d.Depth = depth
		out.Lines = append(out.Lines, d)
	}
	for _, l := range c.Rows {
		out.Rows = append(out.Rows, differingOf(l))
	}
	for _, t := range rhythm.Trend(w, "", c.B.Year) {
		out.Trend = append(out.Trend, trendingJSON{t.Name, t.On.String(), t.Expected.Ore, t.Said, t.Rows})
	}
	return out
}

// tell writes what differs: the lines, and of the rows those that do.
func (o *rhythmOptions) tell(e *env, p *app.Portfolio, c rhythm.Comparison) {
	title := func(s rhythm.Side) string {
		if strings.Contains(s.Name, fmt.Sprint(s.Year)) {
			return s.Name
		}
		return fmt.Sprintf("%s (%d)", s.Name, s.Year)
	}
	say(e.out, "%s → %s\n\n", title(c.A), title(c.B))
	write := func(of string, lines func(yield func(depth int, l rhythm.Line) bool)) {
		t := table{heads: []string{of, "Budget", "Ändring", "%", "Prognos", "Ändring", "%", "Utfall", "Ändring", "%", ""}, right: []bool{false, true, true, true, true, true, true, true, true, true, false}}
		same := 0
		for depth, l := range lines {
			if !l.Changed() {
				same++
				continue
			}
			l.Name = strings.Repeat("  ", depth) + l.Name
			t.rows = append(t.rows, differs(l))
		}
		total := c.Total
		total.Name = "Summa"
		t.rows = append(t.rows, differs(total))
		t.write(e.out)
		if same > 0 {
			say(e.out, "%s är som förut.\n", text.Plural(same, "rad", "rader"))
		}
	}
	write(c.By[0].Label, c.Walk)
	if o.rows && len(c.Rows) > 0 {
		say(e.out, "\n")
		write("Kostnadsrad", rhythm.Comparison{Total: rhythm.Line{Parts: c.Rows}}.Walk)
	}
	if trend := rhythm.Trend(p, "", c.B.Year); trend != nil {
		say(e.out, "\nPrognosen för %d som den såg ut:\n", c.B.Year)
		for _, t := range trend {
			say(e.out, "  %s\n", t.Told())
		}
	}
}

// differs is a line with what it is on the later side, and how much it has changed.
func differs(l rhythm.Line) []string {
	row := []string{l.Name}
	for _, ch := range l.Changes() {
		by, ok := ch.By()
		after, change := "", ""
		if ch.B.Known {
			after = ch.B.Exact()
		}
		if ok && by != 0 {
			change = signed(by)
		}
		share := ch.Share()
		if by == 0 {
			share = ""
		}
		row = append(row, after, change, share)
	}
	return append(row, l.Standing())
}

// signed is a change to the öre, with its sign.
func signed(v money.Ore) string {
	if v > 0 {
		return "+" + v.Exact()
	}
	return v.Exact()
}
