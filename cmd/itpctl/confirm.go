package main

import (
	"context"
	"flag"
	"fmt"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

var confirmCommand = &command{
	name: "confirm", args: "FIL REF KRAV --by PERSON [--on DAG] [--document LÄNK] …", short: "Bekräftar det ett krav i styrmodellen frågar efter.", least: 3, most: 3,
	long: `KRAV är ett av dem i styrmodellen som uppfylls av att någon bekräftar det: vem, när och
var underlaget finns. --withdraw skriver att det inte gäller längre. En bekräftelse skrivs
aldrig över; den följs av en ny.`,
	build: func(fs *flag.FlagSet) runner {
		o := &stepOptions{}
		o.declare(fs)
		fs.StringVar(&o.link, "document", "", "`LÄNK` till underlaget")
		fs.BoolVar(&o.withdraw, "withdraw", false, "det gäller inte längre")
		return o.confirm
	},
}

func (o *stepOptions) confirm(ctx context.Context, e *env, args []string) error {
	return o.about(ctx, e, args[0], args[1], func(p *app.Portfolio, r *field.Record, s governance.Step) error {
		outcome, said := governance.Approved, "bekräftat"
		if o.withdraw {
			outcome, said = governance.Rejected, "gäller inte längre"
		}
		_, err := p.Do(ctx, func(tx *field.Tx) (string, error) {
			return fmt.Sprintf("%s för %s", args[2], r.Name()), governance.Confirm(tx, r.ID, args[2], outcome, s)
		})
		if err == nil {
			say(e.out, "%s: %s %s\n", called(p, r), args[2], said)
		}
		return err
	})
}

// about does something with a thing that is named, by who and when it is said.
func (o *stepOptions) about(ctx context.Context, e *env, file, name string, do func(p *app.Portfolio, r *field.Record, s governance.Step) error) error {
	if err := o.readDays(); err != nil {
		return err
	}
	return e.write(ctx, file, func(p *app.Portfolio) error {
		r, err := resolve(p, name)
		if err != nil {
			return err
		}
		s, err := o.step(p)
		if err != nil {
			return err
		}
		return do(p, r, s)
	})
}
