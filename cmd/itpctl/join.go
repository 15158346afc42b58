package main

import (
	"context"
	"flag"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

type joinOptions struct {
	take, both list
	dryRun     bool
}

var joinCommand = &command{
	name: "join", args: "FIL REF REF [--take FÄLT] [--both FÄLT] [--dry-run]", short: "Slår ihop två poster av samma slag till den första. Går att ångra.", least: 3, most: 3,
	long: "Det som pekar på den andra pekar sedan på den första, och det bara den andra säger\nförs över. Säger båda något gäller den första, om inte --take eller --both säger annat;\n--dry-run visar vad de säger olika. Har båda en rad om samma (samma enhets användning,\nsamma versions nummer) och raderna säger olika görs inget. För det som står under\ntvå namn.",
	build: func(fs *flag.FlagSet) runner {
		o := &joinOptions{}
		fs.Var(&o.take, "take", "`FÄLT` som tas från den andra; får stå flera gånger")
		fs.Var(&o.both, "both", "`FÄLT` som får bådas: en lista; får stå flera gånger")
		fs.BoolVar(&o.dryRun, "dry-run", false, "visa bara vad de säger olika")
		return o.run
	},
}

func (o *joinOptions) run(ctx context.Context, e *env, args []string) error {
	if o.dryRun {
		return e.read(ctx, args[0], func(p *app.Portfolio) error { return o.preview(ctx, e, p, args) })
	}
	return e.write(ctx, args[0], func(p *app.Portfolio) error {
		keep, gone, take, err := o.which(p, args)
		if err != nil {
			return err
		}
		entry, err := p.Join(ctx, keep.ID, gone.ID, take)
		if err != nil {
			return err
		}
		say(e.out, "%s. Kvar är %s. Ångra med: itpctl undo %s\n", entry.Label, called(p, p.Get(keep.ID)), args[0])
		return nil
	})
}

// which are the two, and whose values are taken.
func (o *joinOptions) which(p *app.Portfolio, args []string) (keep, gone *field.Record, take map[*field.Field]field.Take, err error) {
	if keep, err = resolve(p, args[1]); err != nil {
		return nil, nil, nil, err
	}
	if gone, err = resolve(p, args[2]); err != nil {
		return nil, nil, nil, err
	}
	take = map[*field.Field]field.Take{}
	for _, named := range []struct {
		names list
		take  field.Take
	}{{o.take, field.TakeSecond}, {o.both, field.TakeBoth}} {
		for _, name := range named.names {
			c, err := column(p, keep.Kind, name)
			if err != nil {
				return nil, nil, nil, err
			}
			take[c.Field] = named.take
		}
	}
	return keep, gone, take, nil
}

// preview shows what the two say differently, and what would be.
func (o *joinOptions) preview(_ context.Context, e *env, p *app.Portfolio, args []string) error {
	keep, gone, take, err := o.which(p, args)
	if err != nil {
		return err
	}
	tx := field.NewTx(p)
	if err := tx.Join(keep.ID, gone.ID, take); err != nil {
		return err
	}
	if err := p.Try(tx.Changes()); err != nil {
		return err
	}
	differ := field.Differences(p, keep, gone)
	t := table{heads: []string{"Fält", called(p, keep), called(p, gone), "Blir"}}
	for _, d := range differ {
		t.rows = append(t.rows, []string{d.Field.Label, d.Field.Show(p, d.First), d.Field.Show(p, d.Second), d.Field.Show(tx, tx.Get(keep.ID).Get(d.Field))})
	}
	if len(differ) > 0 {
		t.write(e.out)
		say(e.out, "\n")
	}
	say(e.out, "De säger %s olika. Inget har ändrats (--dry-run).\n", text.Plural(len(differ), "sak", "saker"))
	return nil
}
