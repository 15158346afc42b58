package main

import (
	"context"
	"flag"
	"fmt"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/rhythm"
)

type rhythmOptions struct {
	year                         int
	milestone, by, on, note, out string
	rows, json, all              bool
}

var rhythmCommand = &command{
	name: "rhythm", short: "Prognosrytmen: avstämningarna, låsta budgetlägen, vad som skiljer två av dem, och vad som är kvar att göra.", least: 2, most: -1,
	args: "FIL milestones | round --year ÅR --milestone TILLFÄLLE | confirm --year ÅR --milestone TILLFÄLLE VAD… | freeze --year ÅR [--milestone TILLFÄLLE] [--by VEM] [--on DAG] [--note TEXT] | list | check | compare A B [--by VAD] [--rows] [--out BOK.xlsx] [--json]",
	long: `milestones räknar upp styrmodellens avstämningar som kommer, och när de ska vara gjorda.
round säger vad som är kvar före en: vad som har ändrats sedan läget låstes förra gången, vad
som saknar prognos (eller har en från före periodens sista dag; budget eller utfall där det är
det som ska finnas), och vilka avvikelser ingen har kommenterat.

confirm säger att det blir som väntat: kostnader som saknar prognos inför avstämningen, eller har en
som är för gammal, får i dag sin budget eller sin förra prognos. VAD är det som kostar, ett
system, avtal, en insats eller enhet; --all är alla som round räknar upp. Går att ångra.

freeze låser läget: årets kostnadsrader som de står, med journalens nummer, en kontrollsumma
(SHA-256) och summorna av budget, prognos och utfall. Ett låst läge skrivs aldrig över. list
räknar upp dem. check räknar fram raderna som de stod och säger om summorna stämmer.

compare jämför två lägen: ett låst (dess referens eller namn), en dag (2027-04-30: portföljen
som den stod då) eller nu. --by är ` + "owner, unit, sort, type eller account" + `; --rows visar kostnadsraderna
som skiljer, --out skriver en arbetsbok. --year väljer år när inget låst läge säger det.`,
	build: func(fs *flag.FlagSet) runner {
		o := &rhythmOptions{}
		fs.IntVar(&o.year, "year", 0, "`ÅR`et som kostnaderna gäller")
		fs.StringVar(&o.milestone, "milestone", "", "avstämningen: `TILLFÄLLE`, som T1")
		fs.StringVar(&o.by, "by", "", "freeze: `VEM` som låser, annars du; compare: vad kostnaderna samlas på, annars owner")
		fs.StringVar(&o.on, "on", "", "`DAG`en, annars i dag")
		fs.StringVar(&o.note, "note", "", "anteckningen: `TEXT`")
		fs.StringVar(&o.out, "out", "", "skriver jämförelsen till `BOK.xlsx`")
		fs.BoolVar(&o.all, "all", false, "confirm: allt som saknar prognos")
		fs.BoolVar(&o.rows, "rows", false, "visar kostnadsraderna som skiljer")
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

func (o *rhythmOptions) run(ctx context.Context, e *env, args []string) error {
	more := map[string]int{"compare": 2}[args[1]]
	if len(args) != 2+more && args[1] != "confirm" {
		if more == 2 {
			return usage("Säg vilka två lägen som ska jämföras: compare \"T1 2027\" nu.")
		}
		return usage("”%s” hör inte dit.", args[2])
	}
	read := func(do func(p *app.Portfolio) error) error { return e.read(ctx, args[0], do) }
	switch args[1] {
	case "milestones":
		return read(func(p *app.Portfolio) error { return o.milestones(e, p) })
	case "round":
		return read(func(p *app.Portfolio) error { return o.round(ctx, e, p) })
	case "confirm":
		return e.write(ctx, args[0], func(p *app.Portfolio) error { return o.confirm(ctx, e, p, args[2:]) })
	case "freeze":
		return e.write(ctx, args[0], func(p *app.Portfolio) error { return o.freeze(ctx, e, p) })
	case "list":
		return read(func(p *app.Portfolio) error { return o.list(e, p) })
	case "check":
		return read(func(p *app.Portfolio) error { return e.rhythmCheck(ctx, p) })
	case "compare":
		return read(func(p *app.Portfolio) error { return o.compare(ctx, e, p, args[2], args[3]) })
	}
	return usage("”%s” går inte att göra med budgetens lägen. Skriv milestones, round, confirm, freeze, list, check eller compare.", args[1])
}

// known is the milestone that was named. Faults: Usage.
func (o *rhythmOptions) known(p *app.Portfolio) (governance.Recurring, error) {
	if m, ok := p.Model().Milestone(o.milestone); ok {
		return m, nil
	}
	var names []string
	for _, m := range p.Model().Milestones() {
		names = append(names, m.Called())
	}
	if names == nil {
		return governance.Recurring{}, fault.New(fault.Usage, "Styrmodellen har inga avstämningar. Säg vid vilka av årets tillfällen som budgetens läge låses i Inställningar, styrmodellen, Årets gång.")
	}
	return governance.Recurring{}, fault.New(fault.Usage, fmt.Sprintf("Styrmodellen har ingen avstämning ”%s”. Skriv %s.", text.Shorten(o.milestone, 40), text.Or(names)))
}

func (o *rhythmOptions) freeze(ctx context.Context, e *env, p *app.Portfolio) error {
	f := rhythm.Freezing{Year: o.year, By: o.by, Notes: o.note, Entry: p.Mark().Entry}
	if f.By == "" {
		f.By = p.Who()
	}
	if o.milestone != "" {
		m, err := o.known(p)
		if err != nil {
			return err
		}
		f.Milestone = m.Called()
	}
	if o.on != "" {
		day, err := dayOf(o.on, "--on")
		if err != nil {
			return err
		}
		f.On = day
	}
	var made field.ID
	_, err := p.Do(ctx, func(tx *field.Tx) (string, error) {
		r, err := rhythm.Freeze(tx, f)
		if err != nil {
			return "", err
		}
		made = r.ID
		return r.Name() + " låst", nil
	})
	if err != nil {
		return err
	}
	r := p.Get(made)
	say(e.out, "%s: %s, låst %s av %s\n", called(p, r), text.Plural(int(rhythm.Rows.Get(r)), "kostnadsrad", "kostnadsrader"), rhythm.On.Get(r), rhythm.By.Get(r))
	for _, of := range []field.MoneyField{rhythm.Budget, rhythm.Forecast, rhythm.Actual} {
		v, ok := r.Get(of.Field).(money.Ore)
		say(e.out, "  %s: %s\n", of.Label, exact(money.Total{Ore: v, Known: ok}))
	}
	return nil
}

// exact is an amount to the öre, and what is unknown said so.
func exact(t money.Total) string {
	if !t.Known {
		return "inget"
	}
	return t.Exact() + " kr"
}

type milestoneLine struct {
	Milestone string `json:"milestone"`
	Label     string `json:"label"`
	Year      int    `json:"year"`
	From      string `json:"from"`
	Due       string `json:"due"`
	Until     string `json:"until,omitempty"`
}

func (o *rhythmOptions) milestones(e *env, p *app.Portfolio) error {
	lines := []milestoneLine{}
	for _, c := range rhythm.Coming(p) {
		if o.year != 0 && c.Year != o.year {
			continue
		}
		l := milestoneLine{Milestone: c.Milestone.Called(), Label: c.Milestone.Label, Year: c.Year, From: c.From.String(), Due: c.Due.String()}
		if until := c.Milestone.Until(c.Year); !until.IsZero() {
			l.Until = until.String()
		}
		lines = append(lines, l)
	}
	if o.json {
		return writeJSON(e.out, lines)
	}
	if len(lines) == 0 {
		say(e.out, "Ingen avstämning väntar.\n")
		return nil
	}
	t := table{heads: []string{"Avstämning", "År", "Senast", "Siffror till och med", ""}}
	for _, l := range lines {
		t.rows = append(t.rows, []string{l.Milestone, fmt.Sprint(l.Year), l.Due, l.Until, l.Label})
	}
	t.write(e.out)
	return nil
}

type stateLine struct {
	Ref       string     `json:"ref"`
	Name      string     `json:"name"`
	Year      int        `json:"year"`
	Milestone string     `json:"milestone,omitempty"`
	On        string     `json:"frozen_on"`
	By        string     `json:"frozen_by,omitempty"`
	Budget    *money.Ore `json:"budget_ore"`
	Forecast  *money.Ore `json:"forecast_ore"`
	Actual    *money.Ore `json:"actual_ore"`
	Digest    string     `json:"digest,omitempty"`
}

func (o *rhythmOptions) list(e *env, p *app.Portfolio) error {
	lines := []stateLine{}
	t := table{heads: []string{"Ref", "Läge", "Låst", "Av", "Budget", "Prognos", "Utfall", "Journal", "Summa"}, right: []bool{false, false, false, false, true, true, true, true, false}}
	for _, r := range rhythm.States(p, o.year) {
		l := stateLine{Ref: r.Ref, Name: r.Name(), Year: int(rhythm.Year.Get(r)), Milestone: rhythm.Milestone.Get(r), On: rhythm.On.Get(r).String(), By: rhythm.By.Get(r), Digest: rhythm.Sum.Get(r)}
		row := []string{r.Ref, r.Name(), l.On, l.By}
		for i, f := range []field.MoneyField{rhythm.Budget, rhythm.Forecast, rhythm.Actual} {
			if v, ok := r.Get(f.Field).(money.Ore); ok {
				*[...]**money.Ore{&l.Budget, &l.Forecast, &l.Actual}[i] = &v
			}
			row = append(row, f.Show(p, r.Get(f.Field)))
		}
		lines = append(lines, l)
		t.rows = append(t.rows, append(row, rhythm.At.Show(p, r.Get(rhythm.At.Field)), short(rhythm.Sum.Get(r))))
	}
	switch {
	case o.json:
		return writeJSON(e.out, lines)
	case len(lines) == 0:
		say(e.out, "Inget läge är låst.\n")
	default:
		t.write(e.out)
	}
	return nil
}

// rhythmCheck counts the costs of each state forth as they stood, and says whether its sums are right.
func (e *env) rhythmCheck(ctx context.Context, p *app.Portfolio) error {
	return e.sums(ctx, p, rhythm.States(p, 0), rhythm.Verify, "läge", "lägen")
}
