package main

import (
	"context"
	"flag"
	"io"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
)

type eraseOptions struct {
	why string
	yes bool
}

var eraseCommand = &command{
	name: "erase", args: "FIL TEXT --why \"ANLEDNING\" [--yes]", short: "Rensar en text ur historiken, för alltid.", least: 2, most: 2,
	long: `Tar bort varje text i journalen som innehåller TEXT, i stora eller små bokstäver: en
personuppgift eller något säkerhetsskyddsklassat som aldrig skulle ha skrivits. Vem som
gjorde vad och när står kvar, och journalens sigill gäller fortfarande. Står texten kvar
i en post ska den tas bort där först. Går inte att ångra.

TEXT kan vara - och läses då från standard in, så att den inte hamnar i skalets historik.
Kopior och filer som gjorts förut har texten kvar; de kopior som programmet gjort räknas upp.`,
	build: func(fs *flag.FlagSet) runner {
		o := &eraseOptions{}
		fs.StringVar(&o.why, "why", "", "`ANLEDNING`en, som står kvar i historiken")
		fs.BoolVar(&o.yes, "yes", false, "rensar utan att fråga")
		return o.run
	},
}

func (o *eraseOptions) run(ctx context.Context, e *env, args []string) error {
	if strings.TrimSpace(o.why) == "" {
		return usage("Ange varför med --why: det står kvar i historiken.")
	}
	what := args[1]
	if what == "-" {
		if !o.yes {
			return usage("När texten läses från standard in måste --yes vara med.")
		}
		data, err := io.ReadAll(io.LimitReader(e.in, 1<<20))
		if err != nil {
			return err
		}
		what = strings.TrimSpace(string(data))
	}
	if !o.yes {
		if err := o.ask(ctx, e, args[0], what); err != nil {
			return err
		}
	}
	return e.write(ctx, args[0], func(p *app.Portfolio) error {
		found, err := p.Erasable(ctx, what)
		if err != nil {
			return err
		}
		entry, err := p.Erase(ctx, what, o.why)
		if err != nil {
			return err
		}
		say(e.out, "%s ur %s. Det står i journalen som ändring %d.\n",
			text.Plural(found.Texts, "text rensad", "texter rensade"), text.Plural(len(found.Entries), "ändring", "ändringar"), entry.Number)
		if found.Who > 0 {
			say(e.out, "Den står kvar som namn på den som har gjort %s.\n", text.Plural(found.Who, "ändring", "ändringar"))
		}
		return e.stillHolding(ctx, p, found)
	})
}

// ask shows what would go.
func (o *eraseOptions) ask(ctx context.Context, e *env, path, what string) error {
	err := e.read(ctx, path, func(p *app.Portfolio) error {
		found, err := p.Erasable(ctx, what)
		if err != nil {
			return err
		}
		for _, entry := range found.Entries {
			describe(p.Recall(entry), entry).write(e)
		}
		say(e.out, "%s i %s.\n", text.Plural(found.Texts, "text", "texter"), text.Plural(len(found.Entries), "ändring", "ändringar"))
		return nil
	})
	if err == nil && !e.asks(ctx, "Rensa för alltid? Skriv ja: ") {
		err = fault.New(fault.Canceled, "Inget har rensats. Svara ja på frågan, eller lägg till --yes.")
	}
	return err
}

// stillHolding lists the copies that were made while the text was in the journal.
func (e *env) stillHolding(ctx context.Context, p *app.Portfolio, found app.Traces) error {
	if e.services.Copies == nil {
		return nil
	}
	all, err := e.services.Copies(ctx, p.Info().Path)
	if err != nil {
		return err
	}
	old := found.Holding(all)
	if len(old) == 0 {
		say(e.out, "Filer som du själv har sparat, exporterat eller skickat kan ha texten kvar, liksom kopior från när portföljen hette något annat.\n")
		return nil
	}
	say(e.out, "De här kopiorna kan ha texten kvar, liksom filer som du själv har sparat, exporterat eller skickat, och kopior från när portföljen hette något annat. Ta bort dem när du inte behöver dem:\n")
	for _, c := range old {
		say(e.out, "  %s\n", c.Path)
	}
	return nil
}
