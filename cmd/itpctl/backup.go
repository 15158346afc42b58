package main

import (
	"context"
	"flag"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
)

type backupOptions struct {
	encrypt bool
	secret  passphrase
}

var backupCommand = &command{
	name: "backup", args: "FIL [KOPIA] [--encrypt]", short: "Gör en säkerhetskopia, också medan andra arbetar.", least: 1, most: 2,
	long: `KOPIA blir en vanlig portfölj, eller med --encrypt en fil som bara öppnas med sin
lösenfras. En fil som redan finns skrivs aldrig över. Utan KOPIA läggs kopian
bland dem som programmet gör av sig självt, om något har ändrats sedan den förra;
se dem med itpctl restore FIL.

Lösenfrasen frågas efter två gånger, eller läses ur --passphrase-file eller
variabeln ITP_PASSPHRASE. Glöms den går kopian inte att öppna.`,
	build: func(fs *flag.FlagSet) runner {
		o := &backupOptions{}
		fs.BoolVar(&o.encrypt, "encrypt", false, "krypterar kopian med en lösenfras")
		o.secret.declare(fs)
		return o.run
	},
}

func (o *backupOptions) run(ctx context.Context, e *env, args []string) error {
	switch {
	case o.encrypt && len(args) < 2:
		return usage("Ange vilken fil den krypterade kopian ska bli.")
	case !o.encrypt && o.secret.file != "":
		return usage("--passphrase-file hör ihop med --encrypt.")
	}
	secret := ""
	if o.encrypt {
		err := free(args[1]) // what has the name may be the only copy of another day
		if err == nil {
			secret, err = o.secret.choose(ctx, e)
		}
		if err != nil {
			return err
		}
	}
	return e.read(ctx, args[0], func(p *app.Portfolio) error {
		if len(args) == 1 {
			return e.backupAmongOthers(ctx, p, args[0])
		}
		err := error(nil)
		if o.encrypt {
			err = e.services.Encrypt(ctx, p, args[1], secret)
		} else {
			err = p.Backup(ctx, args[1])
		}
		if err != nil {
			return err
		}
		e.wrote(fileWritten, "%s är kopierad till %s.\n", args[0], args[1])
		return nil
	})
}

// backupAmongOthers puts a copy among those that the program makes by itself.
func (e *env) backupAmongOthers(ctx context.Context, p *app.Portfolio, called string) error {
	made, err := e.services.KeepCopy(ctx, p, app.CopyAsked)
	if err != nil {
		return repairable(err)
	}
	all, err := e.services.Copies(ctx, p.Info().Path)
	switch {
	case err != nil:
		return err
	case made && len(all) > 0:
		e.wrote(fileWritten, "%s är kopierad till %s.\n", called, all[0].Path)
	default:
		say(e.out, "Inget har ändrats i %s sedan den senaste kopian, så ingen ny behövdes.\n", called)
	}
	return nil
}

// keepCopy makes a copy before something is done. What is asked for is done
// also when no copy can be made, which is said; but not when that is because the
// portfolio is damaged.
func (e *env) keepCopy(ctx context.Context, p *app.Portfolio, why app.CopyReason) error {
	switch _, err := e.services.KeepCopy(ctx, p, why); {
	case fault.CodeOf(err) == fault.Damaged:
		return repairable(err)
	case err != nil:
		say(e.errs, "itpctl: ingen säkerhetskopia (%s): %s\n", why.Label(), fault.Tell(e.log.Logger, err))
	}
	return nil
}
