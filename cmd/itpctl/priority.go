package main

import (
	"context"
	"flag"
	"fmt"
	"strconv"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/priority"
)

type priorityOptions struct {
	points answering
	notes  answering
	json   bool
}

var priorityCommand = &command{
	name: "priority", args: "FIL [--json] | FIL REF [--points KRITERIUM=1–5 …] [--note KRITERIUM=TEXT …]", short: "Insatserna i ordning efter poäng och vikter, och var ramen tar slut; eller en insats poäng.", least: 1, most: 2,
	long: `Utan REF ställs de insatser som inte är beslutade i ordning, portfölj för portfölj: först den med
flest prioritetspoäng. Poängen räknas på styrmodellens kriterier och vikter (criteria). Under
raden där ramen tar slut står de som planårets ram inte räcker till.

Med REF visas insatsens poäng för varje kriterium och vad de följer av. --points sätter poäng som
folk sätter, 1–5, efter kriteriets nyckel; tomt tar bort dem. --note skriver varför.`,
	build: func(fs *flag.FlagSet) runner {
		o := &priorityOptions{}
		fs.Var(&o.points, "points", "`KRITERIUM=1–5`, flera gånger")
		fs.Var(&o.notes, "note", "`KRITERIUM=VARFÖR`, flera gånger")
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

func (o *priorityOptions) run(ctx context.Context, e *env, args []string) error {
	switch {
	case len(args) == 1 && len(o.points)+len(o.notes) > 0:
		return usage("--points och --note sätter en insats poäng: skriv vilken.")
	case len(args) == 2 && o.json:
		return usage("--json visar ordningen, utan REF.")
	case len(args) == 1:
		return e.read(ctx, args[0], func(p *app.Portfolio) error { return o.ranked(e, p) })
	case len(o.points)+len(o.notes) == 0:
		return e.read(ctx, args[0], func(p *app.Portfolio) error {
			r, err := initiative(p, args[1])
			if err == nil {
				e.points(p, r)
			}
			return err
		})
	}
	return e.write(ctx, args[0], func(p *app.Portfolio) error {
		r, err := initiative(p, args[1])
		if err != nil {
			return err
		}
		if _, err := p.Do(ctx, func(tx *field.Tx) (string, error) { return "Poäng för " + r.Name(), o.give(tx, r.ID) }); err != nil {
			return err
		}
		e.points(p, p.Get(r.ID))
		return nil
	})
}

// give writes the points and the notes that are given.
func (o *priorityOptions) give(tx *field.Tx, id field.ID) error {
	notes := map[string]string{}
	for _, typed := range o.notes {
		c, note, err := criterionOf(tx, typed)
		if err != nil {
			return err
		}
		notes[c.Key] = note
	}
	for _, typed := range o.points {
		c, said, err := criterionOf(tx, typed)
		if err != nil {
			return err
		}
		n, err := priority.Read(said)
		if err != nil {
			return err
		}
		note, noted := notes[c.Key]
		if a := governance.AnswerTo(tx, id, c.Question()); a != nil && !noted {
			note = governance.AnswerNote.Get(a)
		}
		delete(notes, c.Key)
		if err := priority.Give(tx, id, c, n, note); err != nil {
			return err
		}
	}
	for key, note := range notes { // of what has its points already
		c, _ := governance.Of(tx).Criterion(key)
		n := 0
		if a := governance.AnswerTo(tx, id, c.Question()); a != nil {
			n, _ = strconv.Atoi(governance.AnswerValue.Get(a))
		}
		if n == 0 {
			return fault.New(fault.Invalid, fmt.Sprintf("%s har inga poäng som folk har satt. Inget har ändrats. Sätt dem med --points %s=1–%d.", c.Label, c.Key, governance.MostPoints))
		}
		if err := priority.Give(tx, id, c, n, note); err != nil {
			return err
		}
	}
	return nil
}

// criterionOf parts KEY=VALUE and finds the criterion.
func criterionOf(w field.World, typed string) (c governance.Criterion, value string, err error) {
	key, value, ok := strings.Cut(typed, "=")
	c, known := governance.Of(w).Criterion(strings.TrimSpace(key))
	if !ok || !known {
		var keys []string
		for _, c := range governance.Of(w).Criteria {
			if c.From == "" {
				keys = append(keys, c.Key)
			}
		}
		return c, "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är inga poäng för ett kriterium. Inget har ändrats. Skriv KRITERIUM=1–%d, med något av kriterierna %s.", typed, governance.MostPoints, text.And(keys)))
	}
	return c, strings.TrimSpace(value), nil
}

// points shows what an insats has for each criterion.
func (e *env) points(p *app.Portfolio, r *field.Record) {
	say(e.out, "%s\n", called(p, r))
	s := priority.Of(p, r)
	for _, m := range s.Marks {
		say(e.out, "  %-12s %s\n", m.Key, m.Said(s.Weight))
	}
	if said := priority.Told(p, r); said != "" {
		say(e.out, "Prioritetspoäng: %s\n", said)
	}
}

type rankedLine struct {
	Portfolio string     `json:"portfolio"`
	Number    int        `json:"number"`
	Ref       string     `json:"ref"`
	Name      string     `json:"name"`
	Points    string     `json:"points,omitempty"`
	Unmarked  int        `json:"without_points"`
	Cost      *money.Ore `json:"cost_ore"` // null: unknown
	Sum       money.Ore  `json:"sum_ore"`
	Below     bool       `json:"below_frame"`
}

// ranked shows the insatser in order.
func (o *priorityOptions) ranked(e *env, p *app.Portfolio) error {
	groups := priority.Rank(p)
	if o.json {
		lines := []rankedLine{}
		for _, g := range groups {
			for _, at := range g.Places {
				l := rankedLine{Portfolio: g.Key, Number: at.Number, Ref: at.Insats.Ref, Name: at.Insats.Name(), Unmarked: at.Score.Unmarked, Sum: at.Sum, Below: at.Below}
				if at.Score.Value > 0 {
					l.Points = field.PlainDecimal(at.Score.Value)
				}
				if at.Cost.Known {
					l.Cost = &at.Cost.Ore
				}
				lines = append(lines, l)
			}
		}
		return writeJSON(e.out, lines)
	}
	if len(groups) == 0 {
		say(e.out, "Inga insatser väntar på beslut.\n")
		return nil
	}
	for i, g := range groups {
		if i > 0 {
			say(e.out, "\n")
		}
		say(e.out, "%s – %s\n", g.Label, g.Told(p.PlanYear()))
		line, ends := g.Below()
		for i, at := range g.Places {
			if ends && i == line {
				say(e.out, "  ---  %s\n", at.Ends())
			}
			say(e.out, "  %3d  %-5s %-14s %-40s %s\n", at.Number, at.Score.Said(), at.Insats.Ref, text.Shorten(at.Insats.Name(), 40), at.Costs())
		}
	}
	return nil
}
