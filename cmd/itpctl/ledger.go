package main

import (
	"context"
	"flag"
	"fmt"
	"regexp"
	"strconv"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/ledger"
)

type ledgerOptions struct {
	year, most             int
	json, dryRun           bool
	to, hand, owner, month string
}

var ledgerCommand = &command{
	name: "ledger", args: "FIL [sort | left | post | rows | close ÅÅÅÅ-MM | open ÅÅÅÅ-MM] [--year ÅR] [--json]", short: "Visar huvudböckerna, prövar konteringsreglerna, bokför utfall, stänger månader.", least: 1, most: 3,
	long: `Utan mer räknas huvudböckerna upp. sort prövar konteringsreglerna: hur många rader och hur
mycket som var och en tar, och vad ingen tar; allt tillsammans är kontoklass 3–8 och de
investeringar som en regel nämner. left visar det som ingen regel tar, det största först, och
vad en ny regel kunde vara när en leverantör känns igen i texten. close stänger årets månader
till och med den som sägs; vad som importeras sedan får inte ändra dem. open öppnar från den.
Reglerna läggs till med itpctl add FIL ledger_rules.

post gör utfallet i kostnadsraderna till det som reglerna säger: en rad för varje system, avtal,
insats eller enhet, månad, kostnadsslag och kodsträng. Det som bokfördes förut ger plats, så
samma en gång till ändrar ingenting. Allt redovisas till öret: det som bokförs, det som ingen
regel tar och det som hålls utanför är tillsammans kontoklass 3–8. Har någon skrivit ett utfall
för samma år sägs det, och inget görs förrän --hand säger om det behålls eller ger plats. Stängda
månader ändras inte. rows visar de bokförda raderna bakom ett utfall: --owner, --year, --month.`,
	build: func(fs *flag.FlagSet) runner {
		o := &ledgerOptions{}
		fs.IntVar(&o.year, "year", 0, "bara `ÅR`")
		fs.IntVar(&o.most, "most", 30, "visar högst `ANTAL` rader")
		fs.StringVar(&o.to, "to", "", "bokför till och med `ÅÅÅÅ-MM`")
		fs.StringVar(&o.hand, "hand", "", "utfall som någon har skrivit: `SVAR` keep (behålls) eller yield (ger plats)")
		fs.StringVar(&o.owner, "owner", "", "`VAD` raderna är bokförda på: namn eller referens")
		fs.StringVar(&o.month, "month", "", "bara `MÅNAD`, 1–12 eller ÅÅÅÅ-MM")
		fs.BoolVar(&o.dryRun, "dry-run", false, "visar bara, ändrar inget")
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

func (o *ledgerOptions) run(ctx context.Context, e *env, args []string) error {
	defer sparing()()
	what := ""
	if len(args) > 1 {
		what = args[1]
	}
	switch what {
	case "", "sort", "left", "rows":
		if len(args) > 2 {
			return usage("”%s” är ett för mycket.", args[2])
		}
		return e.read(ctx, args[0], func(p *app.Portfolio) error {
			switch what {
			case "sort":
				return o.sorted(e, p)
			case "left":
				return o.left(e, p)
			case "rows":
				return o.rows(e, p)
			}
			return o.list(e, p)
		})
	case "post":
		if len(args) > 2 {
			return usage("”%s” är ett för mycket.", args[2])
		}
		open := e.write
		if o.dryRun {
			open = e.read
		}
		return open(ctx, args[0], func(p *app.Portfolio) error { return o.post(ctx, e, p) })
	case "close", "open":
		if len(args) < 3 {
			return usage("Säg vilken månad: itpctl ledger %s %s 2026-04.", args[0], what)
		}
		year, month, err := monthOf(args[2])
		if err != nil {
			return err
		}
		return e.write(ctx, args[0], func(p *app.Portfolio) error { return e.closing(ctx, p, what == "close", year, month) })
	}
	return usage("”%s” går inte att göra med huvudböckerna. Skriv sort, left, post, rows, close eller open.", what)
}

var monthForm = regexp.MustCompile(`^(\d{4})-(\d{2})$`)

func monthOf(s string) (year, month int, err error) {
	m := monthForm.FindStringSubmatch(s)
	if m == nil {
		return 0, 0, usage("”%s” är ingen månad. Skriv till exempel 2026-04.", s)
	}
	year, _ = strconv.Atoi(m[1])
	month, _ = strconv.Atoi(m[2])
	return year, month, nil
}

// closing closes or opens months.
func (e *env) closing(ctx context.Context, p *app.Portfolio, shut bool, year, month int) error {
	n := 0
	_, err := p.Do(ctx, func(tx *field.Tx) (label string, err error) {
		if shut {
			n, err = ledger.Close(tx, year, month, e.who)
			return fmt.Sprintf("Stängt till och med %d-%02d", year, month), err
		}
		n, err = ledger.Open(tx, year, month)
		return fmt.Sprintf("Öppnat från och med %d-%02d", year, month), err
	})
	if err == nil {
		one, many := "månad öppnad", "månader öppnade"
		if shut {
			one, many = "månad stängd", "månader stängda"
		}
		say(e.out, "%s.\n", text.Plural(n, one, many))
	}
	return err
}

// list counts the ledgers up.
func (o *ledgerOptions) list(e *env, p *app.Portfolio) error {
	t := table{heads: []string{"Ref", "Huvudbok", "Bokförd till", "Rader", "Kostnader minus intäkter", "Läst ur"}, right: []bool{false, false, false, true, true, false}}
	for _, r := range ledger.Of(p, o.year) {
		rows, sum, ok := ledger.Known(p, r)
		net := sum.Exact()
		if !ok {
			net = "importera filen"
		}
		t.rows = append(t.rows, []string{r.Ref, r.Name(), ledger.Booked.Read(p, r, 0), strconv.FormatInt(rows, 10), net, ledger.Source.Get(r)})
	}
	if len(t.rows) == 0 {
		say(e.out, "Ingen huvudbok är importerad. Importera en med itpctl sie.\n")
		return nil
	}
	t.write(e.out)
	return nil
}

type sortedJSON struct {
	Ledger string      `json:"ledger"`
	Rules  []shareJSON `json:"rules"`
	Total  string      `json:"total"`
}

type shareJSON struct {
	Rule   string `json:"rule"`
	Target string `json:"target,omitempty"`
	Rows   int    `json:"rows"`
	Sum    string `json:"sum"`
}

// sorted shows what each rule takes.
func (o *ledgerOptions) sorted(e *env, p *app.Portfolio) error {
	var all []sortedJSON
	for _, l := range ledger.Of(p, o.year) {
		s, err := ledger.SortOf(p, l)
		if err != nil {
			return err
		}
		one := sortedJSON{Ledger: l.Name()}
		t := table{heads: []string{"Regel", "Gäller", "Rader", "Summa"}, right: []bool{false, false, true, true}}
		var total money.Ore
		rows := 0
		for _, share := range s.Shares {
			name, target := "ingen regel", ""
			if share.Rule != nil {
				name = share.Rule.Name()
				if id := ledger.RuleTarget.Get(share.Rule); id != "" {
					target = p.Label(id)
				}
			}
			total += share.Sum
			rows += share.Rows
			one.Rules = append(one.Rules, shareJSON{name, target, share.Rows, share.Sum.Decimal()})
			t.rows = append(t.rows, []string{name, target, strconv.Itoa(share.Rows), share.Sum.Exact()})
		}
		one.Total = total.Decimal()
		all = append(all, one)
		if !o.json {
			t.rows = append(t.rows, []string{"Tillsammans", "", strconv.Itoa(rows), total.Exact()})
			say(e.out, "%s\n", l.Name())
			t.write(e.out)
			say(e.out, "\n")
		}
	}
	if o.json {
		return writeJSON(e.out, all)
	}
	return nil
}

type leftJSON struct {
	Account string `json:"account"`
	Codes   string `json:"codes,omitempty"`
	Text    string `json:"text,omitempty"`
	Rows    int    `json:"rows"`
	Sum     string `json:"sum"`
	Perhaps string `json:"perhaps,omitempty"`
}

// left shows what no rule takes, and what one might say.
func (o *ledgerOptions) left(e *env, p *app.Portfolio) error {
	guess := ledger.NewGuess(p)
	var all []leftJSON
	more := 0
	for _, l := range ledger.Of(p, o.year) {
		s, err := ledger.SortOf(p, l)
		if err != nil {
			return err
		}
		for _, one := range s.Left {
			if len(all) == o.most {
				more++
				continue
			}
			perhaps := ""
			if r := guess.Of(one.Text); r != nil {
				perhaps = p.Label(r.ID)
			}
			all = append(all, leftJSON{one.Account, ledger.CodesIn(one.Codes), one.Text, one.Rows, one.Sum.Decimal(), perhaps})
		}
	}
	if o.json {
		return writeJSON(e.out, all)
	}
	t := table{heads: []string{"Konto", "Koder", "Text", "Rader", "Summa", "Kanske"}, right: []bool{false, false, false, true, true, false}}
	for _, l := range all {
		t.rows = append(t.rows, []string{l.Account, l.Codes, l.Text, strconv.Itoa(l.Rows), l.Sum, l.Perhaps})
	}
	if len(t.rows) == 0 {
		say(e.out, "Reglerna tar allt.\n")
		return nil
	}
	t.write(e.out)
	if more > 0 {
		say(e.out, "… och %s till; visa fler med --most.\n", text.Plural(more, "rad", "rader"))
	}
	return nil
}
