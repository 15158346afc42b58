package main

import (
	"context"
	"flag"
	"fmt"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
)

type planOptions struct {
	year        int
	by, ref, on string
}

var planCommand = &command{
	name: "plan", args: "FIL freeze --year ÅR --by VEM [--ref §] [--on DAG] | versions | check", short: "Fastställer IT-verksamhetsplanen, visar fastställda planer och prövar dem.", least: 2, most: 2,
	long: `freeze skriver ned att planen är fastställd som den står: år, dag, vem, § eller
diarienummer, journalens nummer och en kontrollsumma (SHA-256) av innehållet: insatserna med
fas, enhet, klass och budget per år. En fastställd plan skrivs aldrig över. En insats som inte
står i den senaste är oplanerad. versions räknar upp dem. check räknar fram planen som den stod
och säger om summan stämmer.`,
	build: func(fs *flag.FlagSet) runner {
		o := &planOptions{}
		fs.IntVar(&o.year, "year", 0, "`ÅR`et som planen gäller")
		fs.StringVar(&o.by, "by", "", "personen, rollen eller organet som fastställde: `VEM`")
		fs.StringVar(&o.ref, "ref", "", "`§` eller diarienummer")
		fs.StringVar(&o.on, "on", "", "`DAG`en, annars i dag")
		return o.run
	},
}

func (o *planOptions) run(ctx context.Context, e *env, args []string) error {
	switch args[1] {
	case "freeze":
		return e.write(ctx, args[0], func(p *app.Portfolio) error { return o.freeze(ctx, e, p) })
	case "versions":
		return e.read(ctx, args[0], func(p *app.Portfolio) error { return e.versions(p) })
	case "check":
		return e.read(ctx, args[0], func(p *app.Portfolio) error { return e.planCheck(ctx, p) })
	}
	return usage("”%s” går inte att göra med planen. Skriv freeze, versions eller check.", args[1])
}

func (o *planOptions) freeze(ctx context.Context, e *env, p *app.Portfolio) error {
	f := plan.Freezing{Year: o.year, By: o.by, Reference: o.ref}
	if o.on != "" {
		day, err := dayOf(o.on, "--on")
		if err != nil {
			return err
		}
		f.On = day
	}
	newest, err := p.Journal(ctx, app.Query{Limit: 1, Brief: true})
	if err != nil {
		return err
	}
	for _, entry := range newest {
		f.Entry = entry.Number
	}
	_, err = p.Do(ctx, func(tx *field.Tx) (string, error) {
		return fmt.Sprintf("IT-verksamhetsplan %d fastställd", o.year), plan.Freeze(tx, f)
	})
	if err == nil {
		last := plan.Latest(p)
		say(e.out, "%s: %s, fastställd %s av %s\n", called(p, last), text.Plural(int(plan.VersionSize.Get(last)), "insats", "insatser"), plan.VersionOn.Get(last), plan.VersionBy.Get(last))
	}
	return err
}

func (e *env) versions(p *app.Portfolio) error {
	t := table{heads: []string{"Ref", "Plan", "Fastställd", "Av", "§", "Insatser", "Journal", "Summa"}, right: []bool{false, false, false, false, false, true, true, false}}
	for _, r := range plan.Versions(p) {
		row := []string{r.Ref}
		for _, f := range []*field.Field{plan.VersionName.Field, plan.VersionOn.Field, plan.VersionBy.Field, plan.VersionRef.Field, plan.VersionSize.Field, plan.VersionAt.Field} {
			row = append(row, f.Show(p, r.Get(f)))
		}
		t.rows = append(t.rows, append(row, short(plan.VersionSum.Get(r))))
	}
	if len(t.rows) == 0 {
		say(e.out, "Ingen plan är fastställd.\n")
		return nil
	}
	t.write(e.out)
	return nil
}

// short is the beginning of a sum, enough to tell it from others.
func short(sum string) string { return sum[:min(len(sum), 12)] }

// planCheck counts each plan forth as it stood, and says whether its sum is right.
func (e *env) planCheck(ctx context.Context, p *app.Portfolio) error {
	return e.sums(ctx, p, plan.Versions(p), plan.Verify, "plan", "planer")
}

// sums tells of each record whether its sum is right, by verify, which sees what stood then.
func (e *env) sums(ctx context.Context, p *app.Portfolio, of []*field.Record, verify func(r *field.Record, at func(entry int64) (field.World, error)) (said string, fits bool, err error), one, many string) error {
	wrong := 0
	for _, r := range of {
		said, fits, err := verify(r, func(entry int64) (field.World, error) { return p.At(ctx, entry) })
		if err != nil {
			return err
		}
		if !fits {
			wrong++
		}
		say(e.out, "%s: %s\n", called(p, r), said)
	}
	if wrong > 0 {
		return fault.New(fault.Conflict, fmt.Sprintf("%s stämmer inte med sin summa. Det som står i portföljen är orört.", text.Plural(wrong, one, many)))
	}
	return nil
}
