package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// resolve writes down what is decided of a thing before it goes anywhere, such as that a system
// is to be phased out.
func (o *stepOptions) resolve(ctx context.Context, e *env, p *app.Portfolio, r *field.Record, outcome string, s governance.Step) error {
	all := governance.Resolutions(r.Kind)
	i := slices.IndexFunc(all, func(x governance.Resolution) bool { return strings.EqualFold(x.Name, o.matter) })
	switch {
	case o.advice:
		return usage("--of gäller beslut. Ta bort --advice eller --of.")
	case len(all) == 0:
		return fault.New(fault.Invalid, fmt.Sprintf("%s är %s, och där beslutas inte med --of. Inget har ändrats. Ta bort --of, eller flytta med itpctl move.", called(p, r), r.Kind.One))
	case i < 0:
		var names []string
		for _, x := range all {
			names = append(names, x.Name)
		}
		return usage("”%s” beslutas inte om %s.%s Skriv %s.", o.matter, r.Kind.Many, didYouMean(o.matter, names), text.Or(names))
	}
	_, err := p.Do(ctx, func(tx *field.Tx) (string, error) {
		return fmt.Sprintf("Beslut om %s: %s", all[i].Name, r.Name()), governance.Resolve(tx, r.ID, all[i].State, outcome, s)
	})
	if err != nil {
		return err
	}
	say(e.out, "Beslut om %s av %s: %s\n", all[i].Name, called(p, r), governance.DecisionOutcome.Show(p, outcome))
	e.standing(p, p.Get(r.ID))
	return nil
}

// standing tells of what the styrmodell says all the time of a thing that was just decided.
func (e *env) standing(p *app.Portfolio, r *field.Record) {
	for _, m := range governance.Lacks(p, r, []string{""}) {
		if m.Gate.Need.None == "" || m.Excepted {
			continue
		}
		said := lacking(m)
		if f := r.Kind.Field(m.Gate.Need.None); f != nil {
			said += " " + f.Read(p, r, 0) + "."
		}
		say(e.out, "  %s\n", said)
	}
}
