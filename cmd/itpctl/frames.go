package main

import (
	"context"
	"flag"
	"fmt"
	"slices"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
)

type framesOptions struct {
	stepOptions
	year int
	json bool
}

var framesCommand = &command{
	name: "frames", args: "FIL [--year ÅR] [--json] | revise RAM BELOPP --role VEM --reason VARFÖR [--ref §] [--on DAG]", short: "Visar ramarna: vad som är sökt, beviljat, använt och kvar.", least: 1, most: 4,
	long: `Ramarna gäller portföljer eller nämnder, förvaltningar och bolag, som styrmodellen säger. Sökt är
insatser som bereds eller väntar på beslut, beviljat de som är beslutade, pågår eller är klara
(budget, annars prognos; en som är stängd eller avbruten räknas med det som den kostade), och
kvar är ramen minus det som är beviljat. Det som inte har någon ram, det som inte hör till
något och det som betalas på annat sätt har egna rader. Ett streck före namnet: en enhet över
har en ram som rymmer raden.
revise ger en beslutad ram ett annat belopp; det som gällde förut finns kvar. En ram läggs in
med add FIL frames, beslutas med move FIL RAM Beslutad, och ett förslag prövas ingen mot.`,
	build: func(fs *flag.FlagSet) runner {
		o := &framesOptions{}
		o.declare(fs)
		fs.IntVar(&o.year, "year", 0, "`ÅR`et; utan det planåret")
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

func (o *framesOptions) run(ctx context.Context, e *env, args []string) error {
	switch {
	case len(args) == 1:
		return e.read(ctx, args[0], func(p *app.Portfolio) error { return o.tell(e, p) })
	case args[1] != "revise":
		return usage("”%s” går inte att göra med ramar.%s Skriv revise, eller inget för att se dem.", args[1], didYouMean(args[1], []string{"revise"}))
	case len(args) < 4:
		return usage("Säg vilken ram och det nya beloppet: itpctl frames FIL revise RAM BELOPP.")
	}
	if err := o.readDays(); err != nil {
		return err
	}
	return e.write(ctx, args[0], func(p *app.Portfolio) error { return o.revise(ctx, e, p, args[2], args[3]) })
}

// revise gives a ram another amount.
func (o *framesOptions) revise(ctx context.Context, e *env, p *app.Portfolio, name, typed string) error {
	r, err := p.Find(frame.Name.Kind, name)
	if err != nil {
		return err
	}
	v, _, err := frame.Amount.Parse(p, typed, money.Kr)
	if err != nil {
		return fault.Wrap(fault.CodeOf(err), err.Error()+" Inget har ändrats.", err)
	}
	amount, _ := v.(money.Ore)
	s, err := o.step(p)
	if err != nil {
		return err
	}
	before := frame.Amount.Get(r)
	if _, err := p.Do(ctx, func(tx *field.Tx) (string, error) {
		return "Ändrad ram: " + r.Name(), frame.Revise(tx, r.ID, amount, s)
	}); err != nil {
		return err
	}
	say(e.out, "%s: %s → %s kr\n", r.Name(), before.Exact(), amount.Exact())
	for _, l := range frame.Use(p, int(frame.Year.Get(r))) {
		if l.Over() && slices.Contains(l.Frames, r.ID) {
			say(e.out, "  %s är nu %s över ramen.\n", l.Label(), l.Beyond().Short())
		}
	}
	return nil
}

type frameLine struct {
	Name        string   `json:"name"`
	Portfolio   string   `json:"portfolio,omitempty"`
	Unit        string   `json:"unit,omitempty"`
	Type        string   `json:"type"`
	State       string   `json:"state"`
	Ram         *string  `json:"ram"`
	Proposal    *string  `json:"proposal"`
	Asked       string   `json:"asked"`
	Allotted    string   `json:"allotted"`
	Used        string   `json:"used"`
	Left        *string  `json:"left"`
	Percent     *int64   `json:"percent"`
	Over        bool     `json:"over"`
	Under       bool     `json:"under"`
	Initiatives []string `json:"initiatives"`
}

type framesTold struct {
	Year  int         `json:"year"`
	Per   string      `json:"per"`
	Lines []frameLine `json:"lines"`
	Total struct {
		Asked    string `json:"asked"`
		Allotted string `json:"allotted"`
		Used     string `json:"used"`
	} `json:"total"`
}

// tell lists the lines of a year.
func (o *framesOptions) tell(e *env, p *app.Portfolio) error {
	year := o.year
	if year == 0 {
		year = p.PlanYear()
	}
	lines := frame.Use(p, year)
	sum := frame.Sum(p, lines)
	if o.json {
		out := framesTold{Year: year, Per: p.Model().FramedBy(), Lines: []frameLine{}}
		for _, l := range lines {
			out.Lines = append(out.Lines, jsonOf(p, l))
		}
		out.Total.Asked, out.Total.Allotted, out.Total.Used = sum.Asked.Decimal(), sum.Allotted.Decimal(), sum.Used.Decimal()
		return writeJSON(e.out, out)
	}
	of := "Portfölj"
	if p.Model().FramedBy() == governance.PerUnit {
		of = "Nämnd/förvaltning"
	}
	say(e.out, "Ramar %d, kr\n", year)
	t := table{heads: []string{of, "Drift/inv.", "Status", "Ram", "Sökt", "Beviljat", "Utfall", "Kvar", "%"}, right: []bool{false, false, false, true, true, true, true, true, true}, whole: !onScreen(e.out)}
	for _, l := range lines {
		name, ram, left, share := l.Name, "–", "–", "–"
		if l.Under {
			name = "– " + name
		}
		switch {
		case l.Ram.Known:
			ram, left = l.Ram.Exact(), l.Left().Exact()
		case l.Proposal.Known:
			ram = "(" + l.Proposal.Exact() + ")"
		}
		if n, ok := l.Share(); ok {
			share = fmt.Sprint(n)
		}
		if l.Over() {
			share += " över"
		}
		t.rows = append(t.rows, []string{name, text.Lower(l.TypeName()), l.State(), ram, l.Asked.Exact(), l.Allotted.Exact(), l.Used.Exact(), left, share})
	}
	t.rows = append(t.rows, []string{"Alla insatser", "", "", "", sum.Asked.Exact(), sum.Allotted.Exact(), sum.Used.Exact(), "", ""})
	t.write(e.out)
	return nil
}

func jsonOf(p *app.Portfolio, l frame.Line) frameLine {
	out := frameLine{Name: l.Name, Portfolio: l.Portfolio, Unit: p.Exact(l.Unit), Type: l.Type, State: l.State(), Asked: l.Asked.Decimal(), Allotted: l.Allotted.Decimal(),
		Used: l.Used.Decimal(), Over: l.Over(), Under: l.Under, Initiatives: refs(p, l.Of)}
	if l.Ram.Known {
		out.Ram, out.Left = some(l.Ram.Decimal()), some(l.Left().Decimal())
	}
	if l.Proposal.Known {
		out.Proposal = some(l.Proposal.Decimal())
	}
	if n, ok := l.Share(); ok {
		out.Percent = &n
	}
	return out
}
