package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// persons is the kind of those who hold roles.
var persons = org.PersonName.Kind

type personOptions struct{ json bool }

var personCommand = &command{
	name: "person", args: "FIL VEM [--json]", short: "Visar vad en person har och har haft: roller, insatser, beslut.", least: 2, most: 2,
	long: "VEM är ett namn, en e-postadress eller namnet följt av adressen: \"Anna Ek <anna@x.se>\".",
	build: func(fs *flag.FlagSet) runner {
		o := &personOptions{}
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

// standings are the words of how what a person is in stands.
var standings = map[org.Standing]struct{ word, key string }{
	org.Now: {"har", "now"}, org.Coming: {"får", "coming"}, org.Settled: {"har gjort", "settled"}, org.Past: {"har haft", "past"},
}

type engagedItem struct {
	Role     string  `json:"role"`
	Kind     string  `json:"kind"`
	Field    string  `json:"field"`
	ID       string  `json:"id"`
	Ref      string  `json:"ref,omitempty"`
	Name     string  `json:"name"`
	From     *string `json:"from"`
	To       *string `json:"to"`
	Standing string  `json:"standing"`
}

func (o *personOptions) run(ctx context.Context, e *env, args []string) error {
	return e.read(ctx, args[0], func(p *app.Portfolio) error {
		who, err := p.Find(persons, args[1])
		if err != nil {
			return err
		}
		all := org.Engaged(p, who.ID)
		slices.SortStableFunc(all, func(a, b org.Engagement) int { return cmp.Compare(a.Standing, b.Standing) })
		if o.json {
			items := make([]engagedItem, len(all))
			for i, g := range all {
				items[i] = engagedItem{Role: g.Role(), Kind: g.Record.Kind.Plural, Field: g.Field.Key, ID: string(g.Record.ID), Ref: g.Record.Ref, Name: p.Called(g.Record),
					From: some(g.From.String()), To: some(g.To.String()), Standing: standings[g.Standing].key}
			}
			return writeJSON(e.out, items)
		}
		said := []string{who.Name(), org.PersonTitle.Get(who), p.Label(org.PersonUnit.Get(who)), org.PersonEmail.Get(who)}
		say(e.out, "%s\n", strings.Join(slices.DeleteFunc(said, func(s string) bool { return s == "" }), ", "))
		held := org.CountHeld(p, who.ID)
		if left := org.PersonLeft.Get(who); !left.IsZero() {
			say(e.out, "Slutat: %s\n", left)
		}
		if who.Left(p.Today()) && held > 0 {
			say(e.out, "%s har slutat men har %s kvar. Lämna över med: itpctl handover %s %s TILL\n", who.Name(), text.Plural(held, "roll", "roller"), args[0], quoted(args[1]))
		}
		if len(all) == 0 {
			say(e.out, "%s har inga roller och har inte haft några.\n", who.Name())
			return nil
		}
		t := table{heads: []string{"", "Roll", "Vad", "Från", "Till"}}
		for _, g := range all {
			t.rows = append(t.rows, []string{standings[g.Standing].word, g.Role(), called(p, g.Record), g.From.String(), g.To.String()})
		}
		say(e.out, "\n")
		t.write(e.out)
		say(e.out, "\n%s i dag\n", text.Plural(held, "roll", "roller"))
		return nil
	})
}

// quoted is an argument as it is written on a command line.
func quoted(s string) string {
	if strings.ContainsAny(s, " <>;&|") {
		return `"` + s + `"`
	}
	return s
}

type handoverOptions struct {
	roles             list
	on                string
	left, vacant, dry bool
}

var handoverCommand = &command{
	name: "handover", args: "FIL FRÅN [TILL] [--role ROLL]… [--on DAG] [--left] [--dry-run]", short: "Lämnar över det en person har till en annan. Går att ångra.", least: 2, most: 3,
	long: `Alla roller följer med, eller de som --role nämner: system_owner, Systemägare. Den som
lämnar står kvar i historiken med sin tid. Det som är avslutat eller beslutat ändras
inte. Utan TILL, med --vacant, blir rollerna obesatta.`,
	build: func(fs *flag.FlagSet) runner {
		o := &handoverOptions{}
		fs.Var(&o.roles, "role", "bara `ROLL`en; kan anges flera gånger")
		fs.StringVar(&o.on, "on", "", "den nyas första `DAG`, annars i dag")
		fs.BoolVar(&o.left, "left", false, "den som lämnar har slutat, dagen före")
		fs.BoolVar(&o.vacant, "vacant", false, "ingen tar över än: rollerna blir obesatta")
		fs.BoolVar(&o.dry, "dry-run", false, "visar bara vad som skulle ändras")
		return o.run
	},
}

func (o *handoverOptions) run(ctx context.Context, e *env, args []string) error {
	if (len(args) == 3) == o.vacant {
		return usage("Säg vem som tar över, eller --vacant när ingen gör det.")
	}
	var on date.Date
	if o.on != "" {
		var err error
		if on, err = dayOf(o.on, "--on"); err != nil {
			return err
		}
	}
	open := e.write
	if o.dry {
		open = e.read
	}
	return open(ctx, args[0], func(p *app.Portfolio) error {
		h := org.HandOver{On: cmp.Or(on, p.Today())}
		for i, to := range []*field.ID{&h.From, &h.To}[:len(args)-1] {
			r, err := p.Find(persons, args[1+i])
			if err != nil {
				return fault.Wrap(fault.CodeOf(err), err.Error()+" Inget har ändrats.", err)
			}
			*to = r.ID
		}
		if o.left {
			h.Left = h.On.AddDays(-1)
		}
		var err error
		if h.Fields, err = o.chosen(p, h.From); err != nil {
			return err
		}
		changes, err := h.Preview(p)
		if err != nil {
			return err
		}
		writePassing(e, p, h, changes)
		if o.dry {
			say(e.out, "\nInget har ändrats.\n")
			return nil
		}
		entry, err := p.Do(ctx, h.Do)
		if err != nil {
			return err
		}
		say(e.out, "\n%s. Ångra med: itpctl undo %s\n", entry.Label, args[0])
		return nil
	})
}

// chosen are the fields that --role names, of those that name who hands over; nil for all.
func (o *handoverOptions) chosen(p *app.Portfolio, from field.ID) (out []*field.Field, err error) {
	var known []string
	fields := map[*field.Field]bool{}
	for _, g := range org.Engaged(p, from) {
		fields[g.Field] = true
		known = append(known, g.Role())
	}
	for _, name := range o.roles {
		n := len(out)
		for f := range fields {
			if strings.EqualFold(f.Key, name) || text.Key(f.Label) == text.Key(name) {
				out = append(out, f)
			}
		}
		if len(out) == n {
			slices.Sort(known)
			has := ""
			if known = slices.Compact(known); len(known) > 0 {
				has = fmt.Sprintf(" %s har: %s.", p.Label(from), text.And(known))
			}
			return nil, fault.New(fault.Invalid, fmt.Sprintf("%s har inte rollen ”%s”. Inget har ändrats.%s", p.Label(from), name, has))
		}
	}
	return out, nil
}

// writePassing lists what changes when something is handed over.
func writePassing(e *env, p *app.Portfolio, h org.HandOver, changes []field.Change) {
	t := table{heads: []string{"Roll", "Vad", "Före", "Efter"}}
	for _, c := range changes {
		before, after := h.Words(p, c)
		t.rows = append(t.rows, []string{org.Role(c.Field), called(p, p.Get(c.ID)), before, after})
	}
	t.write(e.out)
}
