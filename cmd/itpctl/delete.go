package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
)

type deleteOptions struct{ yes bool }

var deleteCommand = &command{
	name: "delete", args: "FIL REF… [--yes]", short: "Tar bort, med kostnader. Går att ångra.", least: 2, most: -1,
	long: "Frågar först, om inte --yes är med. Det som annat pekar på tas inte bort.",
	build: func(fs *flag.FlagSet) runner {
		o := &deleteOptions{}
		fs.BoolVar(&o.yes, "yes", false, "tar bort utan att fråga")
		return o.run
	},
}

func (o *deleteOptions) run(ctx context.Context, e *env, args []string) error {
	if !o.yes {
		if err := o.ask(ctx, e, args); err != nil {
			return err
		}
	}
	return e.write(ctx, args[0], func(p *app.Portfolio) error {
		records, err := removable(p, args[1:])
		if err != nil {
			return err
		}
		var ids []field.ID
		for _, r := range records {
			ids = append(ids, r.ID)
		}
		parts := p.CountParts(ids...)
		entry, err := p.Delete(ctx, ids)
		if err != nil {
			return err
		}
		also := ""
		if s := app.PartsInWords(parts); s != "" {
			also = ", med " + s
		}
		say(e.out, "%s%s. Ångra med: itpctl undo %s\n", entry.Label, also, args[0])
		return nil
	})
}

// ask shows what would go. Nobody has to wait while it is thought over.
func (o *deleteOptions) ask(ctx context.Context, e *env, args []string) error {
	err := e.read(ctx, args[0], func(p *app.Portfolio) error {
		records, err := removable(p, args[1:])
		for _, r := range records {
			say(e.out, "%s\n", called(p, r))
		}
		return err
	})
	if err != nil {
		return err
	}
	if !e.asks(ctx, "Ta bort? Skriv ja: ") {
		return fault.New(fault.Canceled, "Inget har tagits bort. Svara ja på frågan, eller lägg till --yes.")
	}
	return nil
}

// removable finds what a person means, unless it can't be removed.
func removable(p *app.Portfolio, names []string) ([]*field.Record, error) {
	var out []*field.Record
	for _, s := range names {
		r, err := resolve(p, s)
		if err != nil {
			return nil, err
		}
		if r.ID == settings.ID {
			return nil, fault.New(fault.Invalid, fmt.Sprintf("%s kan inte tas bort. Inget har ändrats.", text.Capital(r.Kind.Many)))
		}
		out = append(out, r)
	}
	return out, nil
}

// asks puts a question that is answered with ja or not. Being told to stop is a
// no.
func (e *env) asks(ctx context.Context, question string) bool {
	say(e.errs, "%s", question)
	answer := make(chan string, 1)
	go func() {
		line, _ := bufio.NewReader(e.in).ReadString('\n')
		answer <- line
	}()
	select {
	case line := <-answer:
		line = strings.ToLower(strings.TrimSpace(line))
		return line == "ja" || line == "j"
	case <-ctx.Done():
		return false
	}
}
