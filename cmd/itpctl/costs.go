package main

import (
	"context"
	"flag"
	"fmt"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/years"
)

type costsOptions struct {
	from, to, years, round int
	index, unit, sort      string
	typ, what              string
	over, dryRun, json     bool
	propose, all           bool
}

var costsCommand = &command{
	name: "costs", args: "FIL copy --from ÅR --to ÅR [--index 3,5] [--dry-run] | FIL ahead [--years 5]", short: "Gör ett års budget av ett annats, och visar vad åren framåt kostar.", least: 2, most: 2,
	long: `copy gör budgeten för --to av --from, rad för rad: prognosen där den finns, annars budgeten
(--what budget, forecast eller actual tar bara det). --index räknar upp med så många procent, och
--round avrundar till hela 1, 100 eller 1000 kronor. Det som är slut före året – avvecklade system,
avtal som slutar, avslutade insatser – hoppas över, och vad och varför sägs. Det som redan har en
budget för året rörs inte utan --over. Samma en gång till ändrar ingenting.

ahead visar vad åren framåt kostar: det som står på rader, och för avtal det som kan beräknas av
deras senaste kända år, med ett antaget --index för dem vars pris följer ett prisindex. Det
beräknade är märkt, liksom det som kräver att avtalet förlängs; efter ett avtals slut står det.
Med --propose skrivs det beräknade som prognoser; det som kräver en förlängning bara med --all.`,
	build: func(fs *flag.FlagSet) runner {
		o := &costsOptions{}
		fs.IntVar(&o.from, "from", 0, "`ÅR` att kopiera från, eller det första av åren framåt")
		fs.IntVar(&o.to, "to", 0, "`ÅR` att göra en budget för")
		fs.IntVar(&o.years, "years", 5, "`ANTAL` år framåt")
		fs.IntVar(&o.round, "round", 1, "avrundar till hela `KRONOR`: 1, 100 eller 1000")
		fs.StringVar(&o.index, "index", "0", "räknar upp med `PROCENT`, som 3,5")
		fs.StringVar(&o.unit, "unit", "", "bara det som hör till `ENHET` och enheterna under den")
		fs.StringVar(&o.sort, "sort", "", "bara `KOSTNADSSLAG`, som licens")
		fs.StringVar(&o.typ, "type", "", "bara `SLAG`: drift eller investering")
		fs.StringVar(&o.what, "what", "", "`VAD` budgeten görs av: budget, forecast eller actual")
		fs.BoolVar(&o.over, "over", false, "en budget som redan finns ger plats")
		fs.BoolVar(&o.propose, "propose", false, "skriver det beräknade som prognoser på avtalen")
		fs.BoolVar(&o.all, "all", false, "också det som kräver att avtalet förlängs")
		fs.BoolVar(&o.dryRun, "dry-run", false, "visar bara, ändrar inget")
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

func (o *costsOptions) run(ctx context.Context, e *env, args []string) error {
	open := e.write
	if o.dryRun || args[1] == "ahead" && !o.propose {
		open = e.read
	}
	switch args[1] {
	case "copy":
		return open(ctx, args[0], func(p *app.Portfolio) error { return o.copy(ctx, e, p) })
	case "ahead":
		return open(ctx, args[0], func(p *app.Portfolio) error { return o.ahead(ctx, e, p) })
	}
	return usage("”%s” går inte att göra med kostnader. Skriv copy eller ahead; summorna visar itpctl budget.", args[1])
}

// indexOf reads how much is added, in hundredths of a per cent.
func indexOf(p *app.Portfolio, s string) (int64, error) {
	n, err := years.ReadIndex(p, s)
	if err != nil {
		return 0, usage("--index: ”%s” är ingen uppräkning. Skriv procent mellan −100 och 1 000, som --index 3,5.", s)
	}
	return n, nil
}

// choiceOf is the key of an alternative that is written as people or machines call it.
func choiceOf(p *app.Portfolio, f *field.Field, flag, s string) (string, error) {
	if s == "" {
		return "", nil
	}
	v, _, err := f.Parse(p, s, money.Kr)
	key, ok := v.(string)
	if err != nil || !ok || key == "" {
		return "", usage("--%s: ”%s” finns inte.", flag, s)
	}
	return key, nil
}

// copying is what the flags ask for.
func (o *costsOptions) copying(p *app.Portfolio) (c years.Copying, err error) {
	c = years.Copying{From: o.from, To: o.to, What: years.What(o.what), Round: int64(o.round), Over: o.over}
	switch {
	case o.from == 0 || o.to == 0:
		return c, usage("Säg vilket år budgeten görs av och för: --from 2026 --to 2027.")
	case o.round != 1 && o.round != 100 && o.round != 1000:
		return c, usage("--round ska vara 1, 100 eller 1000.")
	}
	switch c.What {
	case years.Expected, years.Budget, years.Forecast, years.Actual:
	default:
		return c, usage("--what ska vara budget, forecast eller actual, inte ”%s”.", o.what)
	}
	if c.Index, err = indexOf(p, o.index); err != nil {
		return c, err
	}
	if c.Sort, err = choiceOf(p, economy.CostSort.Field, "sort", o.sort); err != nil {
		return c, err
	}
	if c.Type, err = choiceOf(p, economy.CostType.Field, "type", o.typ); err != nil {
		return c, err
	}
	if o.unit != "" {
		u, err := p.Find(units, o.unit)
		if err != nil {
			return c, err
		}
		c.Unit = u.ID
	}
	return c, nil
}

type copiedJSON struct {
	Was      string         `json:"was"`
	Is       string         `json:"is"`
	Made     int            `json:"made"`
	Changed  int            `json:"changed"`
	Replaced int            `json:"replaced"`
	Same     int            `json:"same"`
	Done     []copiedOfJSON `json:"copied"`
	Left     []copiedOfJSON `json:"left"`
}

type copiedOfJSON struct {
	Owner string `json:"owner"`
	Type  string `json:"type"`
	Was   string `json:"was"`
	Is    string `json:"is"`
	Why   string `json:"why,omitempty"`
}

// copy makes a year's budget, or shows what it would be.
func (o *costsOptions) copy(ctx context.Context, e *env, p *app.Portfolio) error {
	c, err := o.copying(p)
	if err != nil {
		return err
	}
	var done years.Copied
	work := func(tx *field.Tx) (string, error) {
		var err error
		done, err = years.Copy(tx, c)
		return c.Label(), err
	}
	if o.dryRun {
		_, err = work(field.NewTx(p))
	} else {
		_, err = p.Do(ctx, work)
	}
	if err != nil {
		return err
	}
	if o.json {
		out := copiedJSON{done.Was.Decimal(), done.Is.Decimal(), done.Made, done.Changed, done.Replaced, done.Same, []copiedOfJSON{}, []copiedOfJSON{}}
		for _, d := range done.Done {
			out.Done = append(out.Done, copiedOfJSON{p.Label(d.Owner), d.Type, d.Was.Decimal(), d.Is.Decimal(), ""})
		}
		for _, d := range done.Left {
			out.Left = append(out.Left, copiedOfJSON{p.Label(d.Owner), d.Type, d.Was.Decimal(), d.Is.Decimal(), d.Why})
		}
		return writeJSON(e.out, out)
	}
	t := table{heads: []string{"Gäller", "Drift/inv.", fmt.Sprint(c.From), fmt.Sprintf("Budget %d", c.To)}, right: []bool{false, false, true, true}}
	for _, d := range done.Done {
		t.rows = append(t.rows, []string{p.Label(d.Owner), d.Type, d.Was.Exact(), d.Is.Exact()})
	}
	if len(t.rows) > 0 {
		t.rows = append(t.rows, []string{"Tillsammans", "", done.Was.Exact(), done.Is.Exact()})
		t.write(e.out)
	}
	for _, d := range done.Left {
		say(e.out, "Hoppas över: %s, %s, %s kr: %s.\n", p.Label(d.Owner), d.Type, d.Was.Exact(), d.Why)
	}
	if done.Same > 0 {
		say(e.out, "%s\n", done.Already())
	}
	switch {
	case done.Still():
		say(e.out, "Inget ändras.\n")
	case o.dryRun:
		say(e.out, "%s. Inget är skrivet.\n", text.Capital(done.Counts()))
	default:
		say(e.out, "%s.\n", text.Capital(done.Counts()))
	}
	return nil
}
