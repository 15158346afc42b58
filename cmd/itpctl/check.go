package main

import (
	"context"
	"flag"
	"fmt"

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
		fmt.Fprintf(e.out, "%s är hel: %s lästa, version %d av filen.\n", args[0], text.Plural(n, "post", "poster"), p.Info().Schema)
		return nil
	})
}

var backupCommand = &command{
	name: "backup", args: "FIL KOPIA", short: "Gör en säkerhetskopia, också medan andra arbetar.", least: 2, most: 2,
	long:  "En fil som redan finns skrivs aldrig över. Kopian är en vanlig portfölj.",
	build: func(*flag.FlagSet) runner { return runBackup },
}

func runBackup(ctx context.Context, e *env, args []string) error {
	return e.read(ctx, args[0], func(p *app.Portfolio) error {
		if err := p.Backup(ctx, args[1]); err != nil {
			return err
		}
		e.done = "Filen är skriven"
		fmt.Fprintf(e.out, "%s är kopierad till %s.\n", args[0], args[1])
		return nil
	})
}
