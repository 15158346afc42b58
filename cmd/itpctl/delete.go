package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/economy"
	"itportfoljen/app/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
	"itportfoljen/app/text"
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
	return e.write(ctx, args[0], func(p *app.Portfolio) error {
		var ids []field.ID
		costs := 0
		for _, s := range args[1:] {
			r, err := resolve(p, s)
			if err != nil {
				return err
			}
			if r.Kind == settings.Kind {
				return fault.New(fault.Invalid, fmt.Sprintf("%s kan inte tas bort. Inget har ändrats.", capital(r.Kind.Many)))
			}
			ids = append(ids, r.ID)
			costs += len(p.Owned(economy.CostKind, r.ID))
			fmt.Fprintln(e.out, called(p, r))
		}
		if !o.yes && !e.asks("Ta bort? Skriv ja: ") {
			return fault.New(fault.Canceled, "Inget har tagits bort. Svara ja på frågan, eller lägg till --yes.")
		}
		entry, err := p.Delete(ctx, ids)
		if err != nil {
			return err
		}
		also := ""
		if costs > 0 {
			also = ", med " + text.Plural(costs, "kostnad", "kostnader")
		}
		fmt.Fprintf(e.out, "%s%s. Ångra med: itpctl undo %s\n", entry.Label, also, args[0])
		return nil
	})
}

// asks puts a question that is answered with ja or not.
func (e *env) asks(question string) bool {
	fmt.Fprint(e.errs, question)
	line, _ := bufio.NewReader(e.in).ReadString('\n')
	switch strings.ToLower(strings.TrimSpace(line)) {
	case "ja", "j":
		return true
	}
	return false
}
