package main

import (
	"context"
	"flag"
	"fmt"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/management"
)

type managementOptions struct{ year int }

var managementCommand = &command{
	name: "management", args: "FIL new SYSTEM [--year ÅR] | copy PLAN [--year ÅR] | propose ÅTGÄRD | list", short: "Systemförvaltningsplaner: ny, kopia av förra årets, åtgärd till insats.", least: 2, most: 3,
	long: `new gör ett utkast för ett system eller förvaltningsobjekt, med dem som har rollerna i dag.
copy gör nästa års plan som en kopia: åtgärder som inte är klara följer med och förs över i
den gamla. propose gör en åtgärd till en insats i IT-verksamhetsplanen, med systemet,
beställaren och kostnaden ifyllda; en andra gång görs ingen ny. list visar planerna.
Planen går vidare med itpctl move FIL PLAN Samråd, Beslutad --by VEM, och öppnas igen med
itpctl move FIL PLAN Utkast --reason VARFÖR.`,
	build: func(fs *flag.FlagSet) runner {
		o := &managementOptions{}
		fs.IntVar(&o.year, "year", 0, "`ÅR`et som planen gäller; utan det planåret, eller året efter det som kopieras")
		return o.run
	},
}

// managementDeed is something that is done with a plan or an åtgärd.
type managementDeed struct {
	label string
	find  func(p *app.Portfolio, name string) (*field.Record, error)
	do    func(tx *field.Tx, id field.ID, year int) (*field.Record, error)
}

// deeds are those that make something.
func (o *managementOptions) deeds() map[string]managementDeed {
	of := func(k *field.Kind) func(p *app.Portfolio, name string) (*field.Record, error) {
		return func(p *app.Portfolio, name string) (*field.Record, error) { return p.Find(k, name) }
	}
	return map[string]managementDeed{
		"new":  {"Ny förvaltningsplan", resolve, management.Begin},
		"copy": {"Förvaltningsplan som kopia", of(management.Name.Kind), management.Follow},
		"propose": {"Insats ur förvaltningsplan", of(management.What.Kind), func(tx *field.Tx, id field.ID, _ int) (*field.Record, error) {
			return management.Propose(tx, id)
		}},
	}
}

func (o *managementOptions) run(ctx context.Context, e *env, args []string) error {
	if args[1] == "list" {
		return e.read(ctx, args[0], e.managementPlans)
	}
	deed, known := o.deeds()[args[1]]
	switch {
	case !known:
		return usage("”%s” går inte att göra med förvaltningsplaner.%s Skriv new, copy, propose eller list.", args[1], didYouMean(args[1], []string{"new", "copy", "propose", "list"}))
	case len(args) < 3:
		return usage("Säg vad det gäller: itpctl management FIL %s VAD.", args[1])
	}
	return e.write(ctx, args[0], func(p *app.Portfolio) error {
		r, err := deed.find(p, args[2])
		if err != nil {
			return err
		}
		year := o.year
		if year == 0 && args[1] == "new" {
			year = p.PlanYear()
		}
		var made *field.Record
		_, err = p.Do(ctx, func(tx *field.Tx) (label string, err error) {
			made, err = deed.do(tx, r.ID, year)
			return fmt.Sprintf("%s: %s", deed.label, r.Name()), err
		})
		if err != nil {
			return err
		}
		made = p.Get(made.ID)
		say(e.out, "%s: %s\n", called(p, r), called(p, made))
		if n := len(management.Actions(p, made.ID)); n > 0 {
			say(e.out, "  %s följer med.\n", text.Plural(n, "åtgärd", "åtgärder"))
		}
		return nil
	})
}

// managementPlans shows the plans there are.
func (e *env) managementPlans(p *app.Portfolio) error {
	t := table{heads: []string{"Ref", "År", "Status", "Version", "Beslutad", "Av", "Åtgärder", "Plan"}, right: []bool{false, true, false, true, false, false, true}, long: true}
	for _, r := range p.All(management.Name.Kind) {
		row := []string{r.Ref}
		for _, f := range []*field.Field{management.Year.Field, management.State.Field, management.Version.Field, management.DecidedOn.Field} {
			row = append(row, f.Show(p, f.Value(p, r, 0)))
		}
		by := management.DecidedBy.Show(p, r.Get(management.DecidedBy.Field))
		if by == "" {
			by = management.Role.Get(r)
		}
		t.rows = append(t.rows, append(row, by, text.Count(len(management.Actions(p, r.ID))), r.Name()))
	}
	if len(t.rows) == 0 {
		say(e.out, "Det finns inga systemförvaltningsplaner.\n")
		return nil
	}
	t.write(e.out)
	return nil
}
