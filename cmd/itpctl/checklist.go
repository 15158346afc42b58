package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

type checklistOptions struct {
	stepOptions
	answers answering
	notes   answering
	class   string
}

// answering are KEY=VALUE of a flag that may be given several times.
type answering []string

func (a *answering) String() string { return strings.Join(*a, ",") }

// Set takes in one.
func (a *answering) Set(s string) error {
	*a = append(*a, s)
	return nil
}

var checklistCommand = &command{
	name: "checklist", args: "FIL REF [--answer FRÅGA=ja …] [--note FRÅGA=TEXT …] [--class KLASS]", short: "Visar en insats checklista med klassen den ger, och besvarar den.", least: 2, most: 2,
	long: `Visar frågorna med svar, klassen som svaren ger och varför, vad klassen kräver, vägen till
beslut, vem som enligt delegationen beslutar, och vad som redan finns och kanske gör detsamma.
--answer svarar ja eller nej på en fråga efter dess nyckel, tomt tar bort svaret; --note skriver
en anmärkning till den. --class bestämmer klassen. Är den en annan än den som svaren ger, eller
än den var, skrivs det ned varför (--reason) och av vem (--by, --role eller --forum).`,
	build: func(fs *flag.FlagSet) runner {
		o := &checklistOptions{}
		o.declare(fs)
		fs.Var(&o.answers, "answer", "`FRÅGA=ja` eller nej, flera gånger")
		fs.Var(&o.notes, "note", "`FRÅGA=ANMÄRKNING`, flera gånger")
		fs.StringVar(&o.class, "class", "", "insatsens `KLASS`")
		return o.run
	},
}

func (o *checklistOptions) run(ctx context.Context, e *env, args []string) error {
	if err := o.readDays(); err != nil {
		return err
	}
	if len(o.answers)+len(o.notes) == 0 && o.class == "" {
		return e.read(ctx, args[0], func(p *app.Portfolio) error {
			r, err := initiative(p, args[1])
			if err == nil {
				e.checklist(p, r)
			}
			return err
		})
	}
	return e.write(ctx, args[0], func(p *app.Portfolio) error {
		r, err := initiative(p, args[1])
		if err != nil {
			return err
		}
		s, err := o.step(p)
		if err != nil {
			return err
		}
		class, err := choice(p, plan.Class.Field, o.class)
		if err != nil {
			return err
		}
		_, err = p.Do(ctx, func(tx *field.Tx) (string, error) {
			if err := o.answer(tx, r.ID); err != nil || class == "" {
				return "Checklista för " + r.Name(), err
			}
			return "Klass för " + r.Name(), plan.Classify(tx, r.ID, class, s)
		})
		if err == nil {
			e.checklist(p, p.Get(r.ID))
		}
		return err
	})
}

func initiative(p *app.Portfolio, name string) (*field.Record, error) {
	r, err := resolve(p, name)
	if err == nil && !plan.Is(r) {
		err = fault.New(fault.Invalid, fmt.Sprintf("%s är %s och har ingen checklista. Inget har ändrats.", r.Name(), r.Kind.One))
	}
	return r, err
}

// answer writes the answers and the notes that are given.
func (o *checklistOptions) answer(tx *field.Tx, id field.ID) error {
	notes := map[string]string{}
	for _, typed := range o.notes {
		q, note, err := asked(tx, typed)
		if err != nil {
			return err
		}
		notes[q.Key] = note
	}
	given := governance.Answers(tx, id)
	for _, typed := range o.answers {
		q, said, err := asked(tx, typed)
		if err != nil {
			return err
		}
		note, noted := notes[q.Key]
		if was := given[q.Key]; !noted && was != nil {
			note = governance.AnswerNote.Get(was)
		}
		delete(notes, q.Key)
		yes, ok := field.YesNo(said)
		switch {
		case said == "":
			err = plan.Answer(tx, id, q, nil, "")
		case !ok:
			err = fault.New(fault.Invalid, fmt.Sprintf("”%s” är varken ja eller nej. Inget har ändrats.", said))
		default:
			err = plan.Answer(tx, id, q, &yes, note)
		}
		if err != nil {
			return err
		}
	}
	for key, note := range notes { // of what is answered already
		q, _ := governance.Of(tx).Question(key)
		yes, known := governance.Yes(given, key)
		if !known {
			return fault.New(fault.Invalid, fmt.Sprintf("Frågan ”%s” är inte besvarad. Inget har ändrats. Svara på den med --answer %s=ja eller nej.", q.Label, key))
		}
		if err := plan.Answer(tx, id, q, &yes, note); err != nil {
			return err
		}
	}
	return nil
}

// asked parts KEY=VALUE and finds the question.
func asked(w field.World, typed string) (q governance.Question, value string, err error) {
	key, value, ok := strings.Cut(typed, "=")
	q, known := governance.Of(w).Question(strings.TrimSpace(key))
	if !ok || !known {
		var keys []string
		for _, q := range governance.Of(w).Checklist {
			keys = append(keys, q.Key)
		}
		return q, "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är inget svar på checklistan. Inget har ändrats. Skriv FRÅGA=ja eller nej, med någon av frågorna %s.", typed, text.And(keys)))
	}
	return q, strings.TrimSpace(value), nil
}

// checklist shows the questions of an insats, and what follows from the answers.
func (e *env) checklist(p *app.Portfolio, r *field.Record) {
	say(e.out, "%s\n", called(p, r))
	given := governance.Answers(p, r.ID)
	for _, q := range p.Model().Checklist {
		answer, note := "–", ""
		if a := given[q.Key]; a != nil {
			answer, note = governance.AnswerValue.Show(p, governance.AnswerValue.Get(a)), governance.AnswerNote.Get(a)
		}
		if note != "" {
			note = " (" + note + ")"
		}
		say(e.out, "  %-3s  %-14s %s%s\n", answer, q.Key, q.Label, note)
		if q.Key == duplicateQuestion {
			e.alike(p, r)
		}
	}
	for _, f := range []*field.Field{plan.ClassByList.Field, plan.Class.Field, plan.ClassLacks.Field, plan.Route.Field, plan.Proposed.Field} {
		if said := cmp.Or(f.Show(p, f.Value(p, r, 0)), f.Blank(p, r)); said != "" {
			say(e.out, "%s: %s\n", f.Label, said)
		}
	}
}

// duplicateQuestion is the key of the question of whether something does it already.
const duplicateQuestion = "duplicate"

// alike lists what there is that may do the same.
func (e *env) alike(p *app.Portfolio, r *field.Record) {
	for _, l := range plan.Alike(p, r) {
		say(e.out, "         %s %s (%s): %s\n", l.Record.Ref, l.Record.Name(), l.Record.Kind.One, strings.Join(l.Why, "; "))
	}
}
