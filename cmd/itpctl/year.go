package main

import (
	"context"
	"flag"
	"fmt"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/insight"
)

type yearOptions struct {
	year        int
	forum       string
	plans, json bool
}

var yearCommand = &command{
	name: "year", args: "FIL [--year ÅR] [--json | --plan [--forum FORUM]]", short: "Årshjulet: forumens möten, budget, uppföljning, plan och styrdokument, månad för månad.", least: 1, most: 1,
	long: `Möten som finns står med sitt läge. Ett forum som möts regelbundet och saknar möte får dagar
som förslag: samma veckodag som det senaste kända mötet. De är ingens beslut förrän någon lägger
upp dem. Det som kommer varje år står i styrmodellen (year); styrdokumentens dagar i registret.

Med --plan läggs mötena som föreslås upp, planerade, i en ändring som går att ångra; med --forum
bara ett forums.`,
	build: func(fs *flag.FlagSet) runner {
		o := &yearOptions{}
		fs.IntVar(&o.year, "year", 0, "`ÅR`et, annars innevarande")
		fs.StringVar(&o.forum, "forum", "", "bara `FORUM`")
		fs.BoolVar(&o.plans, "plan", false, "lägger upp mötena som föreslås")
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

func (o *yearOptions) run(ctx context.Context, e *env, args []string) error {
	switch {
	case o.year != 0 && (o.year < 1900 || o.year > 2200):
		return usage("--year ska vara ett år, med fyra siffror.")
	case o.forum != "" && !o.plans:
		return usage("--forum säger vilket forums möten --plan ska lägga upp.")
	case o.json && o.plans:
		return usage("--json och --plan går inte ihop.")
	case o.plans:
		return e.write(ctx, args[0], func(p *app.Portfolio) error { return o.plan(ctx, e, p) })
	}
	return e.read(ctx, args[0], func(p *app.Portfolio) error { return o.show(e, p) })
}

// of is the year that is asked for.
func (o *yearOptions) of(p *app.Portfolio) int {
	if o.year == 0 {
		return p.Today().Year()
	}
	return o.year
}

type yearLine struct {
	On       string `json:"on"`
	Sort     string `json:"sort"`
	Text     string `json:"text"`
	State    string `json:"state,omitempty"`
	Proposed bool   `json:"proposed"`
	Ref      string `json:"ref,omitempty"`
}

func (o *yearOptions) show(e *env, p *app.Portfolio) error {
	days := insight.Year(p, o.of(p))
	if o.json {
		lines := []yearLine{}
		for _, d := range days {
			l := yearLine{On: d.On.String(), Sort: d.Sort, Text: d.Text, State: d.Badge, Proposed: d.Proposed}
			if r := p.Get(d.Record); r != nil {
				l.Ref = r.Ref
			}
			lines = append(lines, l)
		}
		return writeJSON(e.out, lines)
	}
	if len(days) == 0 {
		say(e.out, "Inget är känt om %d.\n", o.of(p))
		return nil
	}
	month := ""
	for _, d := range days {
		if m := text.Capital(d.On.LongMonth()); m != month {
			if month != "" {
				say(e.out, "\n")
			}
			month = m
			say(e.out, "%s\n", m)
		}
		state := ""
		if d.Badge != "" {
			state = " (" + d.Badge + ")"
		}
		say(e.out, "  %s  %s: %s%s\n", d.On, insight.YearSort(d.Sort), d.Text, state)
	}
	if n := insight.Proposals(days); n > 0 {
		say(e.out, "\n%s är förslag. itpctl year --plan lägger upp dem.\n", text.Plural(n, "möte", "möten"))
	}
	return nil
}

func (o *yearOptions) plan(ctx context.Context, e *env, p *app.Portfolio) error {
	var only []field.ID
	if o.forum != "" {
		f, err := p.Find(forum.Name.Kind, o.forum)
		if err != nil {
			return err
		}
		only = append(only, f.ID)
	}
	var made []field.ID
	_, err := p.Do(ctx, func(tx *field.Tx) (string, error) {
		var err error
		made, err = forum.PlanYear(tx, o.of(p), only...)
		return fmt.Sprintf("Möten %d upplagda", o.of(p)), err
	})
	if err != nil {
		return err
	}
	for _, id := range made {
		say(e.out, "%s\n", called(p, p.Get(id)))
	}
	say(e.out, "%s\n", text.Plural(len(made), "möte är upplagt.", "möten är upplagda."))
	return nil
}
