package main

import (
	"context"
	"flag"

	"itportfoljen/app"
	"itportfoljen/app/field"
)

var archiveCommand = &command{
	name: "archive", args: "FIL REF…", short: "Tar ur bruk i stället för att ta bort. Går att ångra.", least: 2, most: -1,
	long:  "Ett system avvecklas, ett avtal avslutas, en leverantör eller enhet arkiveras. Det\nfinns kvar, med allt som pekar på det, och styrmodellens krav gäller.",
	build: func(*flag.FlagSet) runner { return archive },
}

func archive(ctx context.Context, e *env, args []string) error {
	return e.write(ctx, args[0], func(p *app.Portfolio) error {
		records, err := removable(p, args[1:])
		if err != nil {
			return err
		}
		var ids []field.ID
		for _, r := range records {
			ids = append(ids, r.ID)
		}
		entry, err := p.Retire(ctx, ids)
		switch {
		case err != nil:
			return err
		case entry.Number == 0:
			say(e.out, "Det är redan ur bruk. Inget har ändrats.\n")
			return nil
		}
		say(e.out, "%s. Ångra med: itpctl undo %s\n", entry.Label, args[0])
		return nil
	})
}
