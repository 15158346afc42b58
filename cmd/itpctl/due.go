package main

import (
	"context"
	"flag"
	"io"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
)

// aYear is how many months ahead the days are told of when nothing is said.
const aYear = 12

type dueOptions struct {
	within                      int
	from, to, unit, person, ics string
	json                        bool
}

var dueCommand = &command{
	name: "due", args: "FIL [--within MÅNADER | --from DAG --to DAG] [--unit ENHET] [--person VEM] [--json] [--ics UT.ics]", least: 1, most: 1,
	short: "Visar kommande datum, månad för månad, och skriver dem till en kalender.",
	long: `Det som har passerat och fortfarande ska göras står först, om inte --from sägs.
Utan --within och --to visas ett år framåt. Det som har en dag som ingen känner,
till exempel när uppsägningstiden saknas, står sist.

Med --ics skrivs dagarna till en kalenderfil som Outlook och andra läser. Den som
importerar en nyare fil får sina dagar flyttade, inte dubbla.`,
	build: func(fs *flag.FlagSet) runner {
		o := &dueOptions{}
		fs.IntVar(&o.within, "within", aYear, "så många `MÅNADER` framåt")
		fs.StringVar(&o.from, "from", "", "från och med `ÅÅÅÅ-MM-DD`")
		fs.StringVar(&o.to, "to", "", "till och med `ÅÅÅÅ-MM-DD`")
		fs.StringVar(&o.unit, "unit", "", "bara det som hör till `ENHET` och enheterna under den")
		fs.StringVar(&o.person, "person", "", "bara det som `VEM` har en roll i")
		fs.StringVar(&o.ics, "ics", "", "skriver till kalenderfilen `UT.ics`")
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

func (o *dueOptions) run(ctx context.Context, e *env, args []string) error {
	if o.within < 0 || o.within > 1200 {
		return usage("--within ska vara mellan 0 och 1200 månader.")
	}
	if o.ics != "" {
		if _, err := ending(o.ics, ".ics"); err != nil {
			return err
		}
	}
	return e.read(ctx, args[0], func(p *app.Portfolio) error {
		asked, err := o.asked(p)
		if err != nil {
			return err
		}
		dates := insight.Deadlines(p, asked)
		switch {
		case o.ics != "":
			return o.write(e, p, dates)
		case o.json:
			return writeJSON(e.out, dueDates(p, dates))
		}
		showDates(e, dates)
		return nil
	})
}

// asked reads which days are asked for.
func (o *dueOptions) asked(p *app.Portfolio) (a insight.Asked, err error) {
	today := p.Today()
	a.From, a.To, a.Overdue = today, today.AddMonths(o.within), o.from == ""
	if o.from != "" {
		if a.From, err = dayOf(o.from, "--from"); err != nil {
			return a, err
		}
		a.To = a.From.AddMonths(o.within)
	}
	if o.to != "" {
		if a.To, err = dayOf(o.to, "--to"); err != nil {
			return a, err
		}
		if a.To < a.From {
			return a, usage("%s är före %s. Låt --to vara den senare dagen.", a.To, a.From)
		}
	}
	a.Unit, err = found(p, units, o.unit)
	if err == nil {
		a.Person, err = found(p, persons, o.person)
	}
	return a, err
}

// found is the record that people name, none for "".
func found(p *app.Portfolio, k *field.Kind, name string) (field.ID, error) {
	if name == "" {
		return "", nil
	}
	r, err := p.Find(k, name)
	if err != nil {
		return "", err
	}
	return r.ID, nil
}

// write writes the days to a calendar file.
func (o *dueOptions) write(e *env, p *app.Portfolio, dates insight.Dates) error {
	c := insight.Calendar(p, p.Identity(), text.OneLine("IT-portföljen "+p.Municipality()), time.Now(), dates.Known)
	if err := e.services.WriteFile(o.ics, func(w io.Writer) error { return c.Write(w) }); err != nil {
		return err
	}
	e.wrote(fileWritten, "%s finns i %s.\n", text.Plural(len(dates.Known), "dag", "dagar"), o.ics)
	if n := len(dates.Unknown); n > 0 {
		say(e.out, "Utan känd dag, och därför inte med: %s\n", text.Count(n))
	}
	return nil
}

// showDates shows the days month by month, what has passed first and what nobody knows
// the day of last.
func showDates(e *env, dates insight.Dates) {
	if len(dates.Known)+len(dates.Unknown) == 0 {
		say(e.out, "Inga datum.\n")
		return
	}
	first := true
	section := func(title string, days []insight.Deadline) {
		if !first {
			say(e.out, "\n")
		}
		first = false
		say(e.out, "%s\n", title)
		t := table{heads: []string{"Dag", "När", "Vad", "Om"}, whole: !onScreen(e.out)}
		for _, d := range days {
			t.rows = append(t.rows, []string{d.Due.String(), d.Badge, d.Text, d.Subject})
		}
		t.write(e.out)
	}
	for _, m := range dates.Months() {
		section(text.Capital(m.Name), m.Days)
	}
	if n := len(dates.Unknown); n > 0 {
		section("Utan känd dag: "+text.Count(n), dates.Unknown)
	}
}

type dueDay struct {
	Due     *string `json:"due"`
	Days    *int    `json:"days"`
	Rule    string  `json:"rule"`
	Text    string  `json:"text"`
	Subject string  `json:"subject"`
	Badge   string  `json:"badge"`
	Kind    string  `json:"kind"`
	Field   string  `json:"field,omitempty"`
	Record  string  `json:"record"`
}

// dueDates are the days as machines read them; one that nobody knows is null.
func dueDates(p *app.Portfolio, dates insight.Dates) []dueDay {
	out := []dueDay{}
	for _, d := range append(dates.Known, dates.Unknown...) {
		day := dueDay{Due: some(d.Due.String()), Rule: d.Rule, Text: d.Text, Subject: d.Subject, Badge: d.Badge, Kind: d.Record.Kind.Plural,
			Record: refs(p, []field.ID{d.Record.ID})[0]}
		if !d.Due.IsZero() {
			day.Days = &d.Days
		}
		if d.Field != nil {
			day.Field = d.Field.Key
		}
		out = append(out, day)
	}
	return out
}
