package main

import (
	"context"
	"strconv"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/app/exchange/export"
)

// beside shows years side by side.
func (o *budgetOptions) beside(ctx context.Context, e *env, p *app.Portfolio) error {
	measures, err := budget.MeasuresOf(o.show)
	if err != nil {
		return err
	}
	q, err := o.query(p)
	if err != nil {
		return err
	}
	q.Closed = o.closed
	first, last, between := strings.Cut(strings.ReplaceAll(o.years, "–", "-"), "-")
	a, errA := strconv.Atoi(strings.TrimSpace(first))
	b, errB := strconv.Atoi(strings.TrimSpace(last))
	if !between || errA != nil || errB != nil {
		return usage("--years: ”%s” är inga år. Skriv det första och det sista, som 2025-2028.", text.Shorten(o.years, 40))
	}
	q.First, q.Last = a, b
	t, err := budget.Beside(p, q)
	if err != nil {
		return err
	}
	switch {
	case o.out != "":
		if err := e.services.WriteBook(ctx, o.out, export.PivotYears(p, t, measures, nil), nil); err != nil {
			return err
		}
		e.wrote(fileWritten, "%s står i %s.\n", t.BesideTitle(measures), o.out)
	case o.json:
		return writeJSON(e.out, besideOf(t))
	default:
		showBeside(e, t, measures)
	}
	return nil
}

// showBeside writes a table of years for people.
func showBeside(e *env, t *budget.Table, measures []budget.Measure) {
	var by []string
	for _, d := range t.Query.Rows {
		by = append(by, d.Label)
	}
	out := table{heads: []string{strings.Join(by, ", ")}, right: []bool{false}, long: true}
	for _, c := range t.Columns {
		for _, m := range measures {
			head := c.Label
			if len(measures) > 1 {
				head = m.Label + " " + c.Label
			}
			out.heads, out.right = append(out.heads, head), append(out.right, true)
		}
	}
	out.heads, out.right = append(out.heads, "Ändring", "%"), append(out.right, true, true)
	add := func(depth int, l *budget.Line) {
		row := []string{strings.Repeat("· ", depth) + l.Label}
		for _, a := range l.Cells {
			for _, m := range measures {
				row = append(row, orBlank(m.Of(a)))
			}
		}
		change, share := "", ""
		if v, percent, ok := l.Change(measures[0]); v.Known {
			if change = v.Ore.Signed(money.Kr); ok {
				share = budget.PercentText(percent)
			}
		}
		out.rows = append(out.rows, append(row, change, share))
	}
	t.Walk(nil)(func(depth int, _ string, l *budget.Line) bool {
		add(depth, l)
		return true
	})
	say(e.out, "%s, kr. Ändring: %s %d minus %d.\n\n", t.BesideTitle(measures), text.Lower(measures[0].Label), t.Query.Last, t.Query.First)
	if len(out.rows) == 0 {
		say(e.out, "Inga kostnader är inlagda.\n")
	} else {
		add(0, t.Total)
		out.write(e.out)
	}
	if notes := t.Notes(budget.ByForecast); len(notes) > 0 {
		say(e.out, "\n%s\n", strings.Join(notes, "\n"))
	}
}

type besideJSON struct {
	Years []int            `json:"years"`
	By    []string         `json:"by"`
	Lines []besideLineJSON `json:"lines"`
	Total besideLineJSON   `json:"total"`
	Notes []string         `json:"notes"`
}

// besideLineJSON has the amounts of each year in öre, null where nobody has said.
type besideLineJSON struct {
	Key      string           `json:"key"`
	Label    string           `json:"label"`
	Budget   []*int64         `json:"budget_ore"`
	Forecast []*int64         `json:"forecast_ore"`
	Actual   []*int64         `json:"actual_ore"`
	Parts    []besideLineJSON `json:"parts,omitempty"`
}

func besideOf(t *budget.Table) besideJSON {
	out := besideJSON{Notes: t.Notes(budget.ByForecast), Lines: []besideLineJSON{}}
	for y := t.Query.First; y <= t.Query.Last; y++ {
		out.Years = append(out.Years, y)
	}
	for _, d := range t.Query.Rows {
		out.By = append(out.By, d.Key)
	}
	out.Total = besideLineOf(t.Total)
	if out.Total.Parts != nil {
		out.Lines, out.Total.Parts = out.Total.Parts, nil
	}
	return out
}

func besideLineOf(l *budget.Line) besideLineJSON {
	out := besideLineJSON{Key: l.Key, Label: l.Label}
	for _, m := range budget.Measures() {
		to := map[string]*[]*int64{"budget": &out.Budget, "forecast": &out.Forecast, "actual": &out.Actual}[m.Key]
		for _, a := range l.Cells {
			*to = append(*to, inOre(m.Of(a)))
		}
	}
	for _, p := range l.Parts {
		out.Parts = append(out.Parts, besideLineOf(p))
	}
	return out
}
