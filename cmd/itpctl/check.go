package main

import (
	"context"
	"flag"

	"itportfoljen/app"
	"itportfoljen/app/text"
)

var checkCommand = &command{
	name: "check", args: "FIL", short: "Kontrollerar att portföljen är hel.", least: 1, most: 1,
	build: func(*flag.FlagSet) runner { return runCheck },
}

func runCheck(ctx context.Context, e *env, args []string) error {
	return e.read(ctx, args[0], func(p *app.Portfolio) error {
		if err := p.Check(ctx); err != nil {
			return err
		}
		n := 0
		for _, k := range app.Kinds {
			n += len(p.All(k))
		}
		say(e.out, "%s är hel: %s, version %d av filen.\n", args[0], text.Plural(n, "post läst", "poster lästa"), p.Info().Schema)
		return nil
	})
}
