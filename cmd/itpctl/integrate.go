package main

import (
	"context"
	"flag"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/integration"
	"itportfoljen/app/system"
)

type integrateOptions struct{ dry, json bool }

var integrateCommand = &command{
	name: "integrate", args: "FIL [SYSTEM …] [--dry-run] [--json]", short: "Gör integrationer av det som står i Beroende till. Går att ångra.", least: 1, most: -1,
	long: `De system som texten nämner vid namn blir integrationer därifrån. Ett namn som flera
har föreslås inte, och inte det som redan är integrerat. Texten står kvar. Utan SYSTEM
gäller det alla. --dry-run visar bara vad som skulle göras.`,
	build: func(fs *flag.FlagSet) runner {
		o := &integrateOptions{}
		fs.BoolVar(&o.dry, "dry-run", false, "visar bara vad som skulle göras")
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

type offer struct {
	Ref  string   `json:"ref"`
	Name string   `json:"name"`
	From []string `json:"from"`

	of   field.ID
	from []field.ID
}

func (o *integrateOptions) run(ctx context.Context, e *env, args []string) error {
	open := e.write
	if o.dry {
		open = e.read
	}
	return open(ctx, args[0], func(p *app.Portfolio) error {
		offers, rows, err := o.offers(p, args[1:])
		if err != nil {
			return err
		}
		if len(offers) > 0 && !o.dry {
			if _, err := p.Do(ctx, func(tx *field.Tx) (string, error) {
				for _, f := range offers {
					if err := integration.Make(tx, f.of, f.from); err != nil {
						return "", err
					}
				}
				return "Gör integrationer av beroenden", nil
			}); err != nil {
				return err
			}
		}
		switch {
		case o.json:
			return writeJSON(e.out, offers)
		case len(offers) == 0:
			say(e.out, "Inget system nämns i Beroende till som inte redan är integrerat.\n")
			return nil
		}
		t := table{heads: []string{"Ref", "Från", "Till"}, rows: rows}
		t.write(e.out)
		n := text.Plural(len(rows), integration.Information.Kind.One, integration.Information.Kind.Many)
		if o.dry {
			say(e.out, "\n%s kan göras. Inget har ändrats.\n", n)
		} else {
			say(e.out, "\n%s gjordes. Ångra med: itpctl undo %s\n", n, args[0])
		}
		return nil
	})
}

// offers are what the chosen systems, or all, may be linked with. Of two that name each
// other the first is enough.
func (o *integrateOptions) offers(p *app.Portfolio, chosen []string) (offers []offer, rows [][]string, err error) {
	of := p.All(system.Name.Kind)
	if len(chosen) > 0 {
		of = nil
		for _, s := range chosen {
			r, err := p.Find(system.Name.Kind, s)
			if err != nil {
				return nil, nil, err
			}
			of = append(of, r)
		}
	}
	offers = []offer{}
	taken, names := map[[2]field.ID]bool{}, integration.NewNames(p)
	for _, r := range of {
		f := offer{Ref: r.Ref, Name: r.Name(), of: r.ID}
		for _, from := range names.Offered(r.ID) {
			if taken[[2]field.ID{from.ID, r.ID}] || taken[[2]field.ID{r.ID, from.ID}] {
				continue
			}
			taken[[2]field.ID{r.ID, from.ID}] = true
			f.from, f.From = append(f.from, from.ID), append(f.From, from.Ref)
			rows = append(rows, []string{r.Ref, from.Name(), r.Name()})
		}
		if len(f.from) > 0 {
			offers = append(offers, f)
		}
	}
	return offers, rows, nil
}
