package main

import (
	"context"
	"flag"
	"fmt"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

var statusCommand = &command{
	name: "status", args: "FIL INSATS [--on DAG] [--by PERSON]", short: "Skriver en ny lägesrapport, som en kopia av den förra.", least: 2, most: 2,
	long: `En insats utan lägesrapport börjar med det som insatsen själv säger om läget. Ändra sedan
rapporten med itpctl set; insatsens eget läge följer den senaste.`,
	build: func(fs *flag.FlagSet) runner {
		o := &stepOptions{}
		fs.StringVar(&o.on, "on", "", "`DAG` för rapporten; utan den i dag")
		fs.StringVar(&o.by, "by", "", "`PERSON` som rapporterar; utan den projektledaren")
		return o.report
	},
}

func (o *stepOptions) report(ctx context.Context, e *env, args []string) error {
	return o.about(ctx, e, args[0], args[1], func(p *app.Portfolio, r *field.Record, s governance.Step) error {
		var made *field.Record
		_, err := p.Do(ctx, func(tx *field.Tx) (label string, err error) {
			made, err = plan.Report(tx, r.ID, s.On, s.By)
			return fmt.Sprintf("Lägesrapport för %s", r.Name()), err
		})
		if err == nil {
			say(e.out, "%s: %s\n", called(p, r), called(p, p.Get(made.ID)))
		}
		return err
	})
}
