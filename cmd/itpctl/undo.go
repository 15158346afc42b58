package main

import (
	"context"
	"flag"

	"itportfoljen/app"
)

var undoCommand = &command{
	name: "undo", args: "FIL", short: "Ångrar det senaste.", least: 1, most: 1,
	build: func(*flag.FlagSet) runner {
		return reverse("Ångrat", (*app.Portfolio).Undo)
	},
}

var redoCommand = &command{
	name: "redo", args: "FIL", short: "Gör om det som ångrades.", least: 1, most: 1,
	build: func(*flag.FlagSet) runner {
		return reverse("Gjort igen", (*app.Portfolio).Redo)
	},
}

func reverse(done string, do func(*app.Portfolio, context.Context) (app.Entry, error)) runner {
	return func(ctx context.Context, e *env, args []string) error {
		return e.write(ctx, args[0], func(p *app.Portfolio) error {
			entry, err := do(p, ctx)
			if err != nil {
				return err
			}
			say(e.out, "%s: %s.\n", done, entry.Label)
			return nil
		})
	}
}
