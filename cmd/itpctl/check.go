package main

import (
	"context"
	"flag"

	"itportfoljen/app"
	"itportfoljen/app/fault"
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
		found := p.Examine()
		for _, f := range found {
			ref := ""
			if f.Record != nil && f.Record.Ref != "" {
				ref = f.Record.Ref + " "
			}
			say(e.out, "  %s%s\n", ref, f.Text)
		}
		if len(found) > 0 {
			return fault.New(fault.Invalid, "Filen är hel, men "+text.Plural(len(found), "uppgift", "uppgifter")+" i den stämmer inte. Inget har ändrats. Rätta det som står ovan.")
		}
		return nil
	})
}
