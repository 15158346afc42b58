package main

import (
	"context"
	"flag"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/field"
)

type budgetOptions struct {
	year                         int
	by, unit, payer, typ, out    string
	asOf, years, show            string
	actual, closed, json, unsaid bool
}

var budgetCommand = &command{
	name: "budget", args: "FIL [--year ÅR] [--by DEL[,DEL]] [--years FRÅN-TILL] [--unit ENHET] [--json] [--out UT.xlsx] [--missing]", least: 1, most: 1,
	short: "Visar årets budget, prognos, utfall och avvikelse, delat på det man vill.",
	long: `Kostnaderna summeras efter det som --by säger: unit (förvaltning eller bolag), place, board,
payer, owner, system, agreement, initiative, supplier, portfolio, sort, type, work, funding,
account, centre, activity, project, object, counterpart, year och month, eller en egen del av
kodsträngen. Med två delar står den andra under den första. Varje summa är summan av sina delar.

Avvikelsen är budget minus prognos, eller minus utfall för ett år som är slut: + är bättre än
budget. En rad utan prognos räknas efter sin budget. Budget och prognos av insatser som är
avslutade eller vilar räknas inte förrän året är slut; med --closed räknas de ändå.

Med --as-of står prognoserna som de var den dagen; budget och utfall är de som står nu.

Med --years 2025-2028 står åren bredvid varandra, med det belopp som --show säger (budget,
prognos eller utfall, flera med komma), och hur det första har ändrats från det första året till
det sista. Varje år är detsamma som med --year.

Med --missing räknas i stället upp de kostnader som skiljer sig så mycket från budgeten att de
ska ha en kommentar, och om de är dyrare en åtgärd, men saknar det. Hur mycket det är säger
inställningarna. Skriv dem med itpctl set FIL ID comment=… action=…`,
	build: func(fs *flag.FlagSet) runner {
		o := &budgetOptions{}
		fs.IntVar(&o.year, "year", 0, "`ÅR`; utan det planåret")
		fs.StringVar(&o.by, "by", budget.ByUnit, "`DELAR` med komma emellan, högst tre")
		fs.StringVar(&o.unit, "unit", "", "bara det som är kostnader för `ENHET` och enheterna under den")
		fs.StringVar(&o.payer, "payer", "", "bara det som `ENHET` och enheterna under den betalar")
		fs.StringVar(&o.typ, "type", "", "bara `SLAG`: drift eller investering")
		fs.StringVar(&o.asOf, "as-of", "", "prognoserna som de var den `DAG`en, 2026-04-30")
		fs.StringVar(&o.years, "years", "", "åren bredvid varandra, `FRÅN-TILL`, 2025-2028")
		fs.StringVar(&o.show, "show", "budget", "med --years: `BELOPP`, flera med komma: budget, prognos, utfall")
		fs.StringVar(&o.out, "out", "", "skriver till arbetsboken `UT.xlsx`, med summor som räknas där")
		fs.BoolVar(&o.actual, "actual", false, "håller budgeten mot utfallet, också för ett år som inte är slut")
		fs.BoolVar(&o.closed, "closed", false, "räknar också insatser som är avslutade eller vilar")
		fs.BoolVar(&o.unsaid, "missing", false, "de kostnader som ska ha en kommentar eller åtgärd och saknar det")
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

func (o *budgetOptions) run(ctx context.Context, e *env, args []string) error {
	if o.out != "" {
		if _, err := ending(o.out, ".xlsx"); err != nil {
			return err
		}
		if err := free(o.out); err != nil {
			return err
		}
	}
	if o.years != "" && (o.year != 0 || o.actual || o.unsaid) {
		return usage("--years går inte ihop med --year, --actual eller --missing.")
	}
	return e.read(ctx, args[0], func(p *app.Portfolio) error {
		if o.years != "" {
			return o.beside(ctx, e, p)
		}
		if o.year == 0 {
			o.year = p.PlanYear()
		}
		against := budget.AgainstOf(p, o.year)
		if o.actual {
			against = budget.ByActual
		}
		if o.unsaid {
			return o.missing(e, p, against)
		}
		q, err := o.query(p)
		if err != nil {
			return err
		}
		t := budget.Of(p, q)
		switch {
		case o.out != "":
			if err := e.services.WriteBook(ctx, o.out, export.Pivot(p, t, against, nil), nil); err != nil {
				return err
			}
			e.wrote(fileWritten, "%s står i %s.\n", t.Title(against), o.out)
		case o.json:
			return writeJSON(e.out, tableJSON(t, against))
		default:
			showBudget(e, t, against)
		}
		return nil
	})
}

// query reads what is asked for.
func (o *budgetOptions) query(p *app.Portfolio) (q budget.Query, err error) {
	q.First, q.Last = o.year, o.year
	if o.asOf != "" {
		span, err := date.Parse(o.asOf)
		if err != nil {
			return q, usage("--as-of: ”%s” är ingen dag. Skriv till exempel 2026-04-30.", o.asOf)
		}
		q.AsOf = span.To
	}
	q.Closed = o.closed || budget.AgainstOf(p, o.year) == budget.ByActual
	parts := strings.Split(o.by, ",")
	if len(parts) > 3 {
		return q, usage("Budgeten delas på högst tre delar, inte %d.", len(parts))
	}
	for _, s := range parts {
		d, err := budget.Find(p, strings.TrimSpace(s))
		if err != nil {
			return q, err
		}
		q.Rows = append(q.Rows, d)
	}
	for _, u := range []struct {
		typed string
		to    *field.ID
	}{{o.unit, &q.Unit}, {o.payer, &q.Payer}} {
		if u.typed == "" {
			continue
		}
		r, err := p.Find(units, u.typed)
		if err != nil {
			return q, err
		}
		*u.to = r.ID
	}
	if o.typ != "" {
		v, _, err := economy.CostType.Parse(p, o.typ, money.Kr)
		if err != nil {
			return q, err
		}
		q.Type, _ = v.(string)
	}
	return q, nil
}

// showBudget writes a table for people.
func showBudget(e *env, t *budget.Table, g budget.Against) {
	var by []string
	for _, d := range t.Query.Rows {
		by = append(by, d.Label)
	}
	out := table{heads: []string{strings.Join(by, ", "), "Budget", "Prognos", "Utfall", "Avvikelse", "%", "Att känna till"}, right: []bool{false, true, true, true, true, true}, long: true}
	add := func(depth int, l *budget.Line) {
		out.rows = append(out.rows, append(append([]string{strings.Repeat("· ", depth) + l.Label}, amountsOf(t, l, g)...), l.Tells()))
	}
	t.Walk(nil)(func(depth int, _ string, l *budget.Line) bool {
		add(depth, l)
		return true
	})
	say(e.out, "%s, kr. Avvikelse: budget minus %s, + är bättre än budget.\n\n", t.Title(g), g.Word())
	if len(out.rows) == 0 {
		say(e.out, "Inga kostnader är inlagda.\n")
	} else {
		total := *t.Total
		total.Lacks, total.Silent = budget.Lacks{}, 0 // which the notes tell
		add(0, &total)
		out.write(e.out)
	}
	if notes := t.Notes(g); len(notes) > 0 {
		say(e.out, "\n%s\n", strings.Join(notes, "\n"))
	}
}

// amountsOf are the columns of amounts of a line.
func amountsOf(t *budget.Table, l *budget.Line, g budget.Against) []string {
	out := []string{orBlank(l.Budget), orBlank(l.Forecast), orBlank(l.Actual), "", ""}
	if v := l.Variance(g); v.Known && t.Total.Held(g).Known {
		out[3] = v.Ore.Signed(money.Kr)
		if percent, ok := l.Percent(g); ok {
			out[4] = budget.PercentText(percent)
		}
	}
	return out
}

func orBlank(t money.Total) string {
	if !t.Known {
		return ""
	}
	return t.Exact()
}

// missing lists what somebody has to say something of.
func (o *budgetOptions) missing(e *env, p *app.Portfolio, g budget.Against) error {
	wants := budget.Unsaid(budget.Wants(p, o.year, g))
	if o.json {
		out := []wantJSON{}
		for _, m := range wants {
			comment, action := m.Missing()
			out = append(out, wantJSON{ID: string(m.Cost.ID), Owner: p.Label(economy.CostOwner.Get(m.Cost)), Cost: p.Label(m.Cost.ID), Budget: m.Amounts.Budget.Decimal(), Held: m.Amounts.Held(g).Decimal(),
				Variance: m.Amounts.Variance(g).Decimal(), Comment: comment, Action: action})
		}
		return writeJSON(e.out, out)
	}
	limit := budget.ThresholdOf(p)
	if len(wants) == 0 {
		say(e.out, "Ingen kostnad %d skiljer sig mer än %d %% och %s kr från sin budget utan att det är sagt varför.\n", o.year, limit.Percent, limit.Amount.Kr())
		return nil
	}
	out := table{heads: []string{"Gäller", "Kostnad", "Budget", text.Capital(g.Word()), "Avvikelse", "Saknar", "ID"}, right: []bool{false, false, true, true, true}}
	for _, m := range wants {
		var lacks []string
		comment, action := m.Missing()
		if comment {
			lacks = append(lacks, "kommentar")
		}
		if action {
			lacks = append(lacks, "åtgärd")
		}
		out.rows = append(out.rows, []string{p.Label(economy.CostOwner.Get(m.Cost)), p.Label(m.Cost.ID), orBlank(m.Amounts.Budget), orBlank(m.Amounts.Held(g)), m.Amounts.Variance(g).Ore.Signed(money.Kr), text.And(lacks), string(m.Cost.ID)})
	}
	out.write(e.out)
	say(e.out, "\n%s mer än %d %% och %s kr från sin budget %d.\n", text.Plural(len(wants), "kostnad skiljer sig", "kostnader skiljer sig"), limit.Percent, limit.Amount.Kr(), o.year)
	return nil
}

type wantJSON struct {
	ID       string `json:"id"`
	Owner    string `json:"owner"`
	Cost     string `json:"cost"`
	Budget   string `json:"budget"`
	Held     string `json:"against"`
	Variance string `json:"variance"`
	Comment  bool   `json:"comment_missing"`
	Action   bool   `json:"action_missing"`
}

type budgetJSON struct {
	Years   string     `json:"years"`
	Against string     `json:"against"`
	By      []string   `json:"by"`
	Lines   []lineJSON `json:"lines"`
	Total   lineJSON   `json:"total"`
	Systems int        `json:"systems"`
	Said    int        `json:"systems_with_amount"`
	Notes   []string   `json:"notes"`
}

// lineJSON has amounts in öre, null where nobody has said.
type lineJSON struct {
	Key      string     `json:"key"`
	Label    string     `json:"label"`
	Budget   *int64     `json:"budget_ore"`
	Forecast *int64     `json:"forecast_ore"`
	Actual   *int64     `json:"actual_ore"`
	Cost     *int64     `json:"cost_ore"`
	Variance *int64     `json:"variance_ore"`
	Percent  *float64   `json:"variance_percent"`
	Rows     int        `json:"rows"`
	Empty    int        `json:"rows_without_amount"`
	Silent   int        `json:"systems_without_amount"`
	Parts    []lineJSON `json:"parts,omitempty"`
}

func tableJSON(t *budget.Table, g budget.Against) budgetJSON {
	out := budgetJSON{Years: t.Years(), Against: map[budget.Against]string{budget.ByForecast: "forecast", budget.ByActual: "actual"}[g], Systems: t.Systems, Said: t.Said, Notes: t.Notes(g), Lines: []lineJSON{}}
	for _, d := range t.Query.Rows {
		out.By = append(out.By, d.Key)
	}
	total := inJSON(t, t.Total, g)
	if total.Parts != nil {
		out.Lines = total.Parts
	}
	total.Parts = nil
	out.Total = total
	return out
}

// inOre is an amount in öre, nil where nobody has said.
func inOre(v money.Total) *int64 {
	if !v.Known {
		return nil
	}
	n := int64(v.Ore)
	return &n
}

func inJSON(t *budget.Table, l *budget.Line, g budget.Against) lineJSON {
	ore := inOre
	out := lineJSON{Key: l.Key, Label: l.Label, Budget: ore(l.Budget), Forecast: ore(l.Forecast), Actual: ore(l.Actual), Cost: ore(l.Cost), Rows: len(l.Rows), Empty: l.Lacks.Amount, Silent: l.Silent}
	if v := l.Variance(g); v.Known && t.Total.Held(g).Known {
		out.Variance = ore(v)
		if percent, ok := l.Percent(g); ok {
			out.Percent = &percent
		}
	}
	for _, p := range l.Parts {
		out.Parts = append(out.Parts, inJSON(t, p, g))
	}
	return out
}
