package main

import (
	"context"
	"flag"
	"strconv"

	"itportfoljen/app"
)

var undoCommand = &command{
	name: "undo", args: "FIL [NUMMER]", short: "Ångrar det senaste, eller en viss ändring.", least: 1, most: 2,
	long: `NUMMER är ändringens nummer i itpctl log. En äldre ändring går att ångra om det
den gjorde står kvar som den gjorde det.`,
	build: func(*flag.FlagSet) runner { return runUndo },
}

var redoCommand = &command{
	name: "redo", args: "FIL", short: "Gör om det som ångrades.", least: 1, most: 1,
	build: func(*flag.FlagSet) runner {
		return reverse("Gjort igen", (*app.Portfolio).Redo)
	},
}

func runUndo(ctx context.Context, e *env, args []string) error {
	if len(args) == 1 {
		return reverse("Ångrat", (*app.Portfolio).Undo)(ctx, e, args)
	}
	number, err := strconv.ParseInt(args[1], 10, 64)
	if err != nil || number < 1 {
		return usage("”%s” är inget nummer på en ändring. Se numren med itpctl log.", args[1])
	}
	return reverse("Ångrat", func(p *app.Portfolio, ctx context.Context) (app.Entry, error) {
		return p.TakeBack(ctx, number)
	})(ctx, e, args)
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
