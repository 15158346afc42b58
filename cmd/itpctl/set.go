package main

import (
	"context"
	"flag"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

var setCommand = &command{
	name: "set", args: "FIL REF fält=värde…", short: "Ändrar fält: alla eller inget.", least: 3, most: -1,
	long: `REF är en referens (SYS-0042), ett namn, eller slag och namn ("person:Anna Ek",
"enhet:Socialförvaltningen"); settings är kommunens inställningar. Fälten skrivs
med nyckel eller svenskt namn, belopp per år som operations_budget:2027 eller
"Driftbudget 2027". Ett tomt värde tömmer fältet.`,
	build: func(*flag.FlagSet) runner { return runSet },
}

func runSet(ctx context.Context, e *env, args []string) error {
	given, err := pairs(args[2:], "fält=värde")
	if err != nil {
		return err
	}
	return e.write(ctx, args[0], func(p *app.Portfolio) error {
		r, err := resolve(p, args[1])
		if err != nil {
			return err
		}
		as, err := assignments(p, r.Kind, given)
		if err != nil {
			return err
		}
		was := make([]string, len(as))
		for i, a := range as {
			was[i] = shown(p, r, a.Column)
		}
		entry, err := p.SetTexts(ctx, r.ID, as)
		if err != nil {
			return err
		}
		if len(entry.Changes) == 0 {
			say(e.out, "Inget att ändra: så stod det redan.\n")
			return nil
		}
		now := p.Get(r.ID)
		say(e.out, "%s\n", called(p, now))
		for i, a := range as {
			if is := shown(p, now, a.Column); is != was[i] {
				say(e.out, "  %s: %s → %s\n", a.Column.Phrase(p), was[i], is)
			}
		}
		sayFollowed(e, p, entry)
		return nil
	})
}

// sayFollowed tells of what a change of something else made besides, and what it lacks.
func sayFollowed(e *env, p *app.Portfolio, entry app.Entry) {
	for _, c := range entry.Changes {
		if r := p.Get(c.ID); c.Op == field.Create && r != nil && r.Ref != "" {
			say(e.out, "Tillagt: %s\n", called(p, r))
			for _, m := range governance.Unasked(p, r) {
				say(e.out, "  %s (%s)\n", m.Text, m.Gate.Key)
			}
		}
	}
}

// shown is a field as people read it.
func shown(p *app.Portfolio, r *field.Record, c field.Column) string {
	if s := c.Field.Show(p, c.Field.Value(p, r, c.Year)); s != "" {
		return s
	}
	return "(tomt)"
}

// called is the reference and name of a record.
func called(p *app.Portfolio, r *field.Record) string {
	name := p.Called(r)
	if r.Ref == "" || r.Ref == name {
		return name
	}
	return r.Ref + " " + name
}
