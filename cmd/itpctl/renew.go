package main

import (
	"context"
	"flag"
	"fmt"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
)

type renewOptions struct {
	until, on string
	option    bool
}

var renewCommand = &command{
	name: "renew", args: "FIL AVTAL [--until DAG] [--option [--on DAG]]", short: "Förlänger ett avtal, eller utnyttjar dess nästa option. Går att ångra.", least: 2, most: 2,
	long: `Utan mer förlängs avtalet med sin förlängningstid från det slut som gäller, med --until
till en dag. --option utnyttjar i stället den option som står på tur: avtalet slutar så
många månader senare som den säger.`,
	build: func(fs *flag.FlagSet) runner {
		o := &renewOptions{}
		fs.StringVar(&o.until, "until", "", "`DAG`en som avtalet gäller till")
		fs.BoolVar(&o.option, "option", false, "utnyttja nästa option")
		fs.StringVar(&o.on, "on", "", "`DAG`en då optionen utnyttjades, annars i dag")
		return o.run
	},
}

func (o *renewOptions) run(ctx context.Context, e *env, args []string) error {
	switch {
	case o.option && o.until != "":
		return usage("--until och --option går inte ihop: en option säger själv hur länge.")
	case o.on != "" && !o.option:
		return usage("--on hör ihop med --option.")
	}
	until, err := optionalDay(o.until, "--until")
	if err != nil {
		return err
	}
	on, err := optionalDay(o.on, "--on")
	if err != nil {
		return err
	}
	return e.write(ctx, args[0], func(p *app.Portfolio) error {
		r, err := p.Find(agreement.Name.Kind, args[1])
		if err != nil {
			return err
		}
		_, err = p.Do(ctx, func(tx *field.Tx) (string, error) {
			if o.option {
				return fmt.Sprintf("Option utnyttjad: %s", r.Name()), agreement.UseNext(tx, r.ID, on)
			}
			return fmt.Sprintf("Förlängt: %s", r.Name()), agreement.Renew(tx, r.ID, until)
		})
		if err != nil {
			return err
		}
		r = p.Get(r.ID)
		say(e.out, "%s gäller till %s.", called(p, r), agreement.End.Get(r))
		if s := agreement.NoticeBy.Read(p, r, 0); s != "" {
			say(e.out, " Säg upp senast: %s.", s)
		}
		say(e.out, "\n")
		return nil
	})
}

// optionalDay reads a day that needn't be said.
func optionalDay(s, flag string) (date.Date, error) {
	if s == "" {
		return 0, nil
	}
	return dayOf(s, flag)
}
