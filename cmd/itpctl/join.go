package main

import (
	"context"
	"flag"

	"itportfoljen/app"
)

var joinCommand = &command{
	name: "join", args: "FIL REF REF", short: "Slår ihop två poster av samma slag till den första. Går att ångra.", least: 3, most: 3,
	long:  "Det som pekar på den andra pekar sedan på den första, och det bara den andra säger\nförs över. För leverantörer, personer och enheter som står under två namn.",
	build: func(*flag.FlagSet) runner { return join },
}

func join(ctx context.Context, e *env, args []string) error {
	return e.write(ctx, args[0], func(p *app.Portfolio) error {
		keep, err := resolve(p, args[1])
		if err != nil {
			return err
		}
		gone, err := resolve(p, args[2])
		if err != nil {
			return err
		}
		entry, err := p.Join(ctx, keep.ID, gone.ID)
		if err != nil {
			return err
		}
		say(e.out, "%s. Kvar är %s. Ångra med: itpctl undo %s\n", entry.Label, called(p, keep), args[0])
		return nil
	})
}
