package main

import (
	"context"
	"flag"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/field"
	"itportfoljen/app/relations"
	"itportfoljen/app/system"
)

type relationsOptions struct {
	json, stop bool
	out        string
}

var relationsCommand = &command{
	name: "relations", args: "FIL VAD [--stop] [--json] [--out UT.xlsx]", short: "Visar vad en sak hör ihop med, och vad ett stopp skulle röra.", least: 2, most: 2,
	long: `VAD är en referens eller ett namn: SYS-0042, "Lönesystemet". Med --stop visas vad som
rörs om systemet stannar, i två steg: de som inte får sin information, och de som inte
får sin av dem. Med --out blir det en arbetsbok.`,
	build: func(fs *flag.FlagSet) runner {
		o := &relationsOptions{}
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		fs.BoolVar(&o.stop, "stop", false, "vad ett stopp av systemet skulle röra")
		fs.StringVar(&o.out, "out", "", "skriver till `UT.xlsx`")
		return o.run
	},
}

func (o *relationsOptions) run(ctx context.Context, e *env, args []string) error {
	if o.out != "" {
		if _, err := ending(o.out, ".xlsx"); err != nil {
			return err
		}
	}
	return e.read(ctx, args[0], func(p *app.Portfolio) error {
		r, err := resolve(p, args[1])
		switch {
		case err != nil:
			return err
		case o.stop && r.Kind != system.Name.Kind:
			return fault.New(fault.Usage, called(p, r)+" är inget system. Det är vad ett stopp av ett system rör som visas.")
		case o.out != "":
			if err := free(o.out); err != nil {
				return err
			}
			if err := e.services.WriteBook(ctx, o.out, export.Relations(p, r.ID), nil); err != nil {
				return err
			}
			e.wrote(fileWritten, "%s är skriven.\n", o.out)
			return nil
		case o.stop:
			return o.impact(e, p, r)
		}
		return o.neighbours(e, p, r)
	})
}

type relationItem struct {
	Group string   `json:"group"`
	ID    string   `json:"id,omitempty"`
	Ref   string   `json:"ref,omitempty"`
	Name  string   `json:"name"`
	How   []string `json:"how"`
	Both  bool     `json:"both_ways,omitempty"`
}

func (o *relationsOptions) neighbours(e *env, p *app.Portfolio, r *field.Record) error {
	items := []relationItem{}
	t := table{heads: []string{"Vad", "Ref", "Namn", "Hur"}, long: true}
	for _, g := range relations.Of(p, r.ID) {
		title := g.Title
		for _, l := range g.Links {
			it := relationItem{Group: g.Key, ID: string(l.ID), Name: l.Name, How: append([]string{}, l.How...), Both: l.Both}
			if to := p.Get(l.ID); to != nil {
				it.Ref = to.Ref
			}
			items, t.rows = append(items, it), append(t.rows, []string{title, it.Ref, it.Name, l.Said()})
			title = ""
		}
	}
	switch {
	case o.json:
		return writeJSON(e.out, items)
	case len(items) == 0:
		say(e.out, "%s hör inte ihop med något annat än.\n", called(p, r))
		return nil
	}
	say(e.out, "%s\n\n", called(p, r))
	t.write(e.out)
	return nil
}

type stopItem struct {
	Kind string   `json:"kind"`
	ID   string   `json:"id"`
	Ref  string   `json:"ref,omitempty"`
	Name string   `json:"name"`
	Step int      `json:"step"`
	Via  string   `json:"via"`
	What []string `json:"what"`
}

type stopAnswer struct {
	Touched      []stopItem `json:"touched"`
	Users        int64      `json:"users"`
	UsersUnknown []string   `json:"users_unknown"`
}

func (o *relationsOptions) impact(e *env, p *app.Portfolio, r *field.Record) error {
	i := relations.ImpactOf(p, r.ID)
	out := stopAnswer{Touched: []stopItem{}, Users: i.Users, UsersUnknown: []string{}}
	t := table{heads: []string{"Slag", "Ref", "Namn", "Steg", "Genom", "Vad"}, right: []bool{false, false, false, true}, long: true}
	for _, x := range append(append([]relations.Touched{}, i.Systems...), i.Others...) {
		it := stopItem{Kind: x.Record.Kind.Plural, ID: string(x.Record.ID), Ref: x.Record.Ref, Name: x.Record.Name(), Step: x.Step, Via: x.Via, What: append([]string{}, x.By...)}
		out.Touched = append(out.Touched, it)
		t.rows = append(t.rows, []string{text.Capital(x.Record.Kind.One), it.Ref, it.Name, text.Count(it.Step), it.Via, strings.Join(it.What, ", ")})
	}
	for _, u := range i.Unknown {
		out.UsersUnknown = append(out.UsersUnknown, u.Ref)
	}
	if o.json {
		return writeJSON(e.out, out)
	}
	say(e.out, "Om %s stannar: %s.\n", r.Name(), i.Said())
	if len(t.rows) > 0 {
		say(e.out, "\n")
		t.write(e.out)
	}
	var unknown []string
	for _, u := range i.Unknown {
		unknown = append(unknown, called(p, u))
	}
	if len(unknown) > 0 {
		say(e.out, "\nOkänt hur många användare: %s\n", strings.Join(unknown, ", "))
	}
	return nil
}
