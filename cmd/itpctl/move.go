package main

import (
	"context"
	"flag"
	"fmt"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// stepOptions are what is known of a step or a decision.
type stepOptions struct {
	on, forum, by, role, ref, why, except, until, link string
	matter                                             string
	advice, check, withdraw                            bool
	day, last                                          date.Date
}

func (o *stepOptions) declare(fs *flag.FlagSet) {
	fs.StringVar(&o.on, "on", "", "`DAG`en, annars i dag")
	fs.StringVar(&o.forum, "forum", "", "`FORUM`et i styrmodellen")
	fs.StringVar(&o.by, "by", "", "`PERSON`en som beslutat")
	fs.StringVar(&o.role, "role", "", "`ROLL`en som personen hade, eller delegationen")
	fs.StringVar(&o.ref, "ref", "", "`§` eller diarienummer")
	fs.StringVar(&o.why, "reason", "", "`MOTIVERING`en")
}

var moveCommand = &command{
	name: "move", args: "FIL REF STEG [--check] [--except KRAV --reason VARFÖR] …", short: "Flyttar en insats, ett avtal, ett system eller annat ett steg, om det som krävs finns.", least: 3, most: 3,
	long: `STEG är insatsens fas, systemets livscykel, en tjänsts fas, en versions läge, eller
statusen på ett avtal, en servicenivå, ett styrdokument eller ett undantag. Styrmodellen
säger vad som ska finnas innan steget får tas, också före de faser som hoppas över. Saknas
något flyttas inget, och det som saknas räknas upp. Ett krav som styrmodellen låter någon göra
undantag från går att gå förbi med --except och en motivering; undantaget skrivs ned,
och gäller till --until om den sägs. Upphandling skriver dagen då insatsens upphandling började.
--check visar vad som saknas och flyttar inget.`,
	build: func(fs *flag.FlagSet) runner {
		o := &stepOptions{}
		o.declare(fs)
		fs.StringVar(&o.except, "except", "", "`KRAV` att göra undantag från, flera med komma")
		fs.StringVar(&o.until, "until", "", "sista `DAG`en som undantaget gäller")
		fs.BoolVar(&o.check, "check", false, "visar bara vad som saknas")
		return o.move
	},
}

var decideCommand = &command{
	name: "decide", args: "FIL REF UTFALL [--advice] [--of VAD] [--forum FORUM] [--by PERSON] …", short: "Skriver ned ett beslut, eller ett forums yttrande.", least: 3, most: 3,
	long: `UTFALL är ` + text.Or(outcomes()) + `. Ett beslut skrivs
aldrig över: det som blev fel följs av ett nytt. Inget flyttas; det gör itpctl move. Ett ja
som styrmodellen har krav före, som att insatsen ryms i ramen, skrivs när det som krävs finns,
eller med --except, --by och --reason.
--of säger vad som beslutas om ett system: utveckling eller avveckling. Den som är systemägare
den dagen har då beslutat i den rollen; har någon annan beslutat sägs det.`,
	build: func(fs *flag.FlagSet) runner {
		o := &stepOptions{}
		o.declare(fs)
		fs.StringVar(&o.except, "except", "", "`KRAV` att göra undantag från när beslutet är ja, flera med komma")
		fs.StringVar(&o.until, "until", "", "sista `DAG`en som undantaget gäller")
		fs.BoolVar(&o.advice, "advice", false, "ett forums yttrande, som inte är ett beslut")
		fs.StringVar(&o.matter, "of", "", "`VAD` som beslutas om ett system: utveckling eller avveckling")
		fs.StringVar(&o.link, "document", "", "`LÄNK` till beslutet")
		return o.decide
	},
}

// outcomes are what may be decided.
func outcomes() []string {
	var out []string
	for _, o := range governance.DecisionOutcome.Options {
		out = append(out, text.Lower(o.Label))
	}
	return out
}

// readDays reads --on and --until.
func (o *stepOptions) readDays() (err error) {
	for _, d := range []struct {
		typed, name string
		to          *date.Date
	}{{o.on, "--on", &o.day}, {o.until, "--until", &o.last}} {
		if d.typed != "" && err == nil {
			*d.to, err = dayOf(d.typed, d.name)
		}
	}
	return err
}

// step gathers what is known.
func (o *stepOptions) step(p *app.Portfolio) (s governance.Step, err error) {
	s = governance.Step{On: o.day, Role: o.role, Reference: o.ref, Reason: o.why, Until: o.last, Link: o.link}
	if o.except != "" {
		for key := range strings.SplitSeq(o.except, ",") {
			s.Except = append(s.Except, strings.TrimSpace(key))
		}
	}
	if o.by != "" {
		r, err := p.Find(governance.DecisionBy.Target(), o.by)
		if err != nil {
			return s, err
		}
		s.By = r.ID
	}
	s.Forum, err = forumNamed(p, o.forum)
	return s, err
}

// forumNamed finds one of the styrmodell's by its name or key.
func forumNamed(p *app.Portfolio, typed string) (string, error) {
	if typed == "" {
		return "", nil
	}
	var names []string
	for _, f := range p.Model().Forums {
		if strings.EqualFold(f.Key, typed) || text.Key(f.Label) == text.Key(typed) {
			return f.Label, nil
		}
		names = append(names, f.Label)
	}
	return "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är inget forum i styrmodellen: %s. Inget har ändrats.", typed, strings.Join(names, ", ")))
}

// choice reads one of a field's alternatives.
func choice(p *app.Portfolio, f *field.Field, typed string) (string, error) {
	if typed == "" {
		return "", nil
	}
	v, err := p.Parse(nil, f, typed)
	if err != nil {
		return "", fault.Wrap(fault.CodeOf(err), err.Error()+" Inget har ändrats.", err)
	}
	key, _ := v.(string)
	return key, nil
}

// going finds what goes through states, such as an insats.
func going(p *app.Portfolio, name string) (*field.Record, error) {
	r, err := resolve(p, name)
	if err == nil && r.Kind.Step == nil && len(governance.ActsOf(r.Kind)) == 0 {
		err = fault.New(fault.Invalid, fmt.Sprintf("%s är %s och har inga steg att gå. Inget har ändrats.", r.Name(), r.Kind.One))
	}
	return r, err
}

// noStep says what may be done with what goes through no steps and has only acts.
func noStep(r *field.Record, typed string) error {
	var names []string
	for _, act := range governance.ActsOf(r.Kind) {
		names = append(names, governance.ActOf(r.Kind, act).Label)
	}
	return fault.New(fault.Invalid, fmt.Sprintf("%s går inte att flytta till ”%s”. Inget har ändrats. Det som går är %s.", r.Name(), typed, text.Or(names)))
}

func (o *stepOptions) move(ctx context.Context, e *env, args []string) error {
	if err := o.readDays(); err != nil {
		return err
	}
	if o.check {
		return e.read(ctx, args[0], func(p *app.Portfolio) error { return o.lacks(e, p, args) })
	}
	return e.write(ctx, args[0], func(p *app.Portfolio) error {
		r, err := going(p, args[1])
		if err != nil {
			return err
		}
		s, err := o.step(p)
		if err != nil {
			return err
		}
		if act := governance.ActNamed(r.Kind, args[2]); act != "" {
			return e.perform(ctx, p, r, act, s)
		}
		step := r.Kind.Step
		if step == nil {
			return noStep(r, args[2])
		}
		if s.To, err = choice(p, step, args[2]); err != nil {
			return err
		}
		from, spared := step.Show(p, r.Get(step)), governance.SparedBy(p, r, s.To)
		warnings := governance.LacksBefore(p, r, s.To)
		entry, err := p.Do(ctx, func(tx *field.Tx) (string, error) {
			return step.Label + " för " + r.Name(), governance.Move(tx, r.ID, s)
		})
		if err != nil {
			return err
		}
		if entry.Number == 0 {
			say(e.out, "%s: %s är redan %s.\n", called(p, r), text.Lower(step.Label), orEmpty(from))
			return nil
		}
		say(e.out, "%s: %s → %s\n", called(p, r), orEmpty(from), step.Show(p, s.To))
		if spared != "" {
			say(e.out, "  %s\n", spared)
		}
		e.warn(warnings)
		e.standing(p, p.Get(r.ID))
		return nil
	})
}

// perform does what is done on a day, such as to begin an upphandling.
func (e *env) perform(ctx context.Context, p *app.Portfolio, r *field.Record, act string, s governance.Step) error {
	f := governance.ActOf(r.Kind, act)
	warnings := governance.Lacks(p, r, []string{act})
	_, err := p.Do(ctx, func(tx *field.Tx) (string, error) {
		return f.Label + " för " + r.Name(), governance.Perform(tx, r.ID, act, s)
	})
	if err != nil {
		return err
	}
	say(e.out, "%s: %s %s\n", called(p, r), f.Label, f.Show(p, p.Get(r.ID).Get(f)))
	e.warn(warnings)
	return nil
}

// warn tells of what was missing and didn't stop.
func (e *env) warn(missing []governance.Missing) {
	for _, m := range missing {
		if !m.Stops() {
			say(e.out, "  %s\n", lacking(m))
		}
	}
}

// lacks lists what is missing.
func (o *stepOptions) lacks(e *env, p *app.Portfolio, args []string) error {
	r, err := going(p, args[1])
	if err != nil {
		return err
	}
	missing, to := []governance.Missing(nil), ""
	if act := governance.ActNamed(r.Kind, args[2]); act != "" {
		missing, to = governance.Lacks(p, r, []string{act}), governance.ActOf(r.Kind, act).Label
	} else if r.Kind.Step == nil {
		return noStep(r, args[2])
	} else {
		if to, err = choice(p, r.Kind.Step, args[2]); err != nil {
			return err
		}
		missing, to = governance.LacksBefore(p, r, to), r.Kind.Step.Show(p, to)
	}
	if len(missing) == 0 {
		say(e.out, "Inget saknas för att %s ska kunna gå till %s.\n", called(p, r), to)
	}
	for _, m := range missing {
		say(e.out, "  %s\n", lacking(m))
	}
	return nil
}

// lacking is a line about what is missing.
func lacking(m governance.Missing) string {
	what := map[governance.Effect]string{governance.Stop: "stoppar", governance.Warn: "varning", governance.Record: "noteras"}[m.Gate.Effect]
	if m.Excepted {
		what = "undantaget"
	}
	line := fmt.Sprintf("%s  %s: %s", m.Gate.Key, what, m.Text)
	var ways []string
	if m.Mendable() {
		ways = append(ways, "fyll i "+m.Field.Label)
	} else if k := m.Among(); k != nil {
		ways = append(ways, "skriv det bland "+k.Many)
	}
	if m.Gate.Need.Confirmable() {
		ways = append(ways, "bekräfta med itpctl confirm")
	}
	if len(ways) > 0 {
		line += " " + text.Capital(text.Or(ways)) + "."
	}
	if m.Stops() && m.Gate.Except != "" {
		line += " Undantag: " + m.Gate.Except + "."
	}
	return line
}

func (o *stepOptions) decide(ctx context.Context, e *env, args []string) error {
	if err := o.readDays(); err != nil {
		return err
	}
	return e.write(ctx, args[0], func(p *app.Portfolio) error {
		r, err := going(p, args[1])
		if err != nil {
			return err
		}
		s, err := o.step(p)
		if err != nil {
			return err
		}
		outcome, err := choice(p, governance.DecisionOutcome.Field, args[2])
		if err != nil {
			return err
		}
		if o.matter != "" {
			return o.resolve(ctx, e, p, r, outcome, s)
		}
		what, kind, other := "Beslut", governance.Decided, ""
		if plan.Is(r) && !o.advice {
			other = plan.Decide(p, r).Other(p, s)
		}
		if o.advice {
			what, kind = "Yttrande", governance.Advised
		}
		_, err = p.Do(ctx, func(tx *field.Tx) (string, error) {
			return fmt.Sprintf("%s: %s", what, r.Name()), governance.Say(tx, r.ID, kind, outcome, s)
		})
		if err != nil {
			return err
		}
		say(e.out, "%s för %s: %s\n", what, called(p, r), governance.DecisionOutcome.Show(p, outcome))
		if other != "" {
			say(e.out, "  %s\n", other)
		}
		return nil
	})
}
