package main

import (
	"context"
	"flag"
	"fmt"
	"strconv"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/governance"
)

type meetingOptions struct {
	on, out, outcome, recommendation, note, present string
	except, by, role, reason, until                 string
	stays                                           bool
}

var meetingCommand = &command{
	name: "meeting", args: "FIL VAD [FORUM|MÖTE] [ÄRENDE] …", short: "Forumens möten: vad som väntar, kallelse, dagordning, utfall, justering, minnesanteckningar.", least: 2, most: 4,
	long: `VAD är
  list                    mötena, de senaste sist
  queue FORUM             det som väntar på forumet
  since FORUM             det som har ändrats för dess insatser sedan förra justerade mötet
  call FORUM --on DAG     kallar till ett möte; dagordningen får det som väntar
  agenda MÖTE             dagordningen
  item MÖTE NR            skriver ett ärendes utfall (--outcome), rekommendation (--recommendation)
                          och anteckning (--note); --stays låter insatsen stå kvar i sin fas.
                          --except KRAV --by PERSON --reason VARFÖR gör undantag från ett krav som
                          står i vägen för den, om styrmodellen låter någon göra det
  hold MÖTE               mötet är hållet (--present: vilka som var med)
  close MÖTE              justerar mötet: utfallen blir yttranden och beslut, och insatserna går
                          vidare dit de leder. Står ett krav i vägen sägs det och inget skrivs
  minutes MÖTE            minnesanteckningarna, med --out till en fil (.md eller .xlsx)
FORUM och MÖTE är en referens eller ett namn. Nya ärenden läggs till med itpctl add FIL
agenda_items, nästa steg med itpctl add FIL next_steps.`,
	build: func(fs *flag.FlagSet) runner {
		o := &meetingOptions{}
		fs.StringVar(&o.on, "on", "", "`DAG`en för mötet, eller då det justerades")
		fs.StringVar(&o.out, "out", "", "skriver till `UT.md` eller UT.xlsx")
		fs.StringVar(&o.outcome, "outcome", "", "ärendets `UTFALL`")
		fs.StringVar(&o.recommendation, "recommendation", "", "forumets `REKOMMENDATION`")
		fs.StringVar(&o.note, "note", "", "`ANTECKNING`en")
		fs.StringVar(&o.present, "present", "", "`NÄRVARANDE`")
		fs.StringVar(&o.except, "except", "", "`KRAV` att göra undantag från för ärendets insats, flera med komma")
		fs.StringVar(&o.by, "by", "", "`PERSON`en som gör undantaget")
		fs.StringVar(&o.role, "role", "", "`ROLL`en som hon har, när fler än en får göra det")
		fs.StringVar(&o.reason, "reason", "", "`VARFÖR` undantaget görs")
		fs.StringVar(&o.until, "until", "", "sista `DAG`en som undantaget gäller")
		fs.BoolVar(&o.stays, "stays", false, "insatsen står kvar i sin fas")
		return o.run
	},
}

// meetingDeed is something that is done with meetings.
type meetingDeed struct {
	name  string
	needs int // arguments after it
	kind  *field.Kind
	write bool
	do    func(o *meetingOptions, ctx context.Context, e *env, p *app.Portfolio, r *field.Record, rest []string) error
}

var meetingDeeds = []meetingDeed{
	{"list", 0, nil, false, (*meetingOptions).list},
	{"queue", 1, forum.Name.Kind, false, (*meetingOptions).queue},
	{"since", 1, forum.Name.Kind, false, (*meetingOptions).since},
	{"call", 1, forum.Name.Kind, true, (*meetingOptions).call},
	{"agenda", 1, forum.MeetingName.Kind, false, (*meetingOptions).paper},
	{"minutes", 1, forum.MeetingName.Kind, false, (*meetingOptions).paper},
	{"item", 2, forum.MeetingName.Kind, true, (*meetingOptions).item},
	{"hold", 1, forum.MeetingName.Kind, true, (*meetingOptions).hold},
	{"close", 1, forum.MeetingName.Kind, true, (*meetingOptions).close},
}

func (o *meetingOptions) run(ctx context.Context, e *env, args []string) error {
	var names []string
	for _, d := range meetingDeeds {
		if d.name != args[1] {
			names = append(names, d.name)
			continue
		}
		rest := args[2:]
		if len(rest) != d.needs {
			return usage("%s tar %s efter sig.", d.name, text.Plural(d.needs, "sak", "saker"))
		}
		open := e.read
		if d.write {
			open = e.write
		}
		return open(ctx, args[0], func(p *app.Portfolio) error {
			var r *field.Record
			if d.kind != nil {
				var err error
				if r, err = p.Find(d.kind, rest[0]); err != nil {
					return err
				}
				rest = rest[1:]
			}
			return d.do(o, ctx, e, p, r, rest)
		})
	}
	return usage("”%s” går inte att göra med möten.%s Det som går är %s.", args[1], didYouMean(args[1], names), text.And(names))
}

func (o *meetingOptions) list(_ context.Context, e *env, p *app.Portfolio, _ *field.Record, _ []string) error {
	t := table{heads: []string{"Ref", "Datum", "Läge", "Ärenden", "Möte"}, right: []bool{false, false, false, true}, long: true}
	for _, m := range p.All(forum.MeetingName.Kind) {
		t.rows = append(t.rows, []string{m.Ref, forum.MeetingOn.Get(m).String(), forum.State.Read(p, m, 0), strconv.Itoa(len(forum.Items(p, m.ID))), m.Name()})
	}
	if len(t.rows) == 0 {
		say(e.out, "Det finns inga möten.\n")
		return nil
	}
	t.write(e.out)
	return nil
}

func (o *meetingOptions) queue(_ context.Context, e *env, p *app.Portfolio, f *field.Record, _ []string) error {
	t := table{heads: []string{"Ref", "Ärende", "För", "Varför"}, long: true}
	for _, q := range forum.Queue(p, f) {
		ref := ""
		if q.Initiative != nil {
			ref = q.Initiative.Ref
		}
		t.rows = append(t.rows, []string{ref, q.Subject, forum.ItemAsk.Show(p, q.Ask), q.Why})
	}
	if len(t.rows) == 0 {
		say(e.out, "Inget väntar på %s.\n", called(p, f))
		return nil
	}
	t.write(e.out)
	return nil
}

func (o *meetingOptions) since(ctx context.Context, e *env, p *app.Portfolio, f *field.Record, _ []string) error {
	lately, err := sinceLast(ctx, p, f, nil)
	switch {
	case err != nil:
		return err
	case lately.Last == nil:
		say(e.out, "%s har inget justerat möte.\n", called(p, f))
		return nil
	case lately.Unknown != "":
		say(e.out, "%s\n", lately.Unknown)
		return nil
	}
	say(e.out, "Sedan %s, som det stod %s:\n", lately.Last.Name(), lately.On)
	for _, g := range lately.Groups {
		say(e.out, "\n%s\n", g.Title)
		for _, n := range g.News {
			say(e.out, "  %s: %s\n", n.Name, n.Said)
		}
	}
	if lately.Count() == 0 {
		say(e.out, "  Inget har ändrats.\n")
	}
	return nil
}

// sinceLast is what has happened to what a forum is about since its latest closed meeting, other
// than one.
func sinceLast(ctx context.Context, p *app.Portfolio, f, than *field.Record) (forum.Lately, error) {
	return forum.SinceLast(p, f, than, func(m *field.Record) (field.World, error) {
		return p.WhenGiven(ctx, m.ID, forum.State.Field, forum.Closed)
	})
}

func (o *meetingOptions) call(ctx context.Context, e *env, p *app.Portfolio, f *field.Record, _ []string) error {
	on, err := optionalDay(o.on, "--on")
	if err != nil {
		return err
	}
	var id field.ID
	_, err = p.Do(ctx, func(tx *field.Tx) (string, error) {
		var err error
		id, err = forum.Call(tx, f.ID, on)
		return fmt.Sprintf("Kallelse: %s %s", f.Name(), on), err
	})
	if err != nil {
		return err
	}
	say(e.out, "Kallat: %s, %s\n", called(p, p.Get(id)), text.Plural(len(forum.Items(p, id)), "ärende", "ärenden"))
	return nil
}

func (o *meetingOptions) paper(ctx context.Context, e *env, p *app.Portfolio, m *field.Record, _ []string) error {
	var lately forum.Lately
	if f := p.Get(forum.MeetingOf.Get(m)); f != nil {
		var err error
		if lately, err = sinceLast(ctx, p, f, m); err != nil {
			return err
		}
	}
	paper := forum.PaperOf(p, m, lately)
	if o.out == "" {
		for line := range strings.Lines(paper.Markdown()) {
			say(e.out, "%s\n", strings.TrimSuffix(line, "\n"))
		}
		return nil
	}
	ext, err := ending(o.out, ".md", ".xlsx")
	if err != nil {
		return err
	}
	if err := free(o.out); err != nil {
		return err
	}
	if ext == ".md" {
		err = e.services.WriteFile(o.out, paper.Write)
	} else {
		err = e.services.WriteBook(ctx, o.out, export.Minutes(paper), nil)
	}
	if err != nil {
		return err
	}
	e.wrote(fileWritten, "%s är skriven.\n", o.out)
	return nil
}

func (o *meetingOptions) item(ctx context.Context, e *env, p *app.Portfolio, m *field.Record, rest []string) error {
	items := forum.Items(p, m.ID)
	n, err := strconv.Atoi(rest[0])
	if err != nil || n < 1 || n > len(items) {
		return fault.New(fault.Invalid, fmt.Sprintf("%s har inget ärende %s, utan %s. Inget har ändrats.", called(p, m), rest[0], text.Plural(len(items), "ärende", "ärenden")))
	}
	it := items[n-1]
	outcome, err := choice(p, forum.ItemOutcome.Field, o.outcome)
	if err != nil {
		return err
	}
	given := stepOptions{except: o.except, by: o.by, role: o.role, why: o.reason, until: o.until}
	if err := given.readDays(); err != nil {
		return err
	}
	exception, err := given.step(p)
	if err != nil {
		return err
	}
	if o.except == "" && (o.by != "" || o.role != "" || o.reason != "" || o.until != "") {
		return usage("--by, --role, --reason och --until hör till --except, som säger vilket krav undantaget är från.")
	}
	_, err = p.Do(ctx, func(tx *field.Tx) (string, error) {
		if o.except != "" {
			if err := forum.Except(tx, it.ID, exception); err != nil {
				return "", err
			}
		}
		for _, set := range []struct {
			f *field.Field
			v string
		}{{forum.ItemOutcome.Field, outcome}, {forum.ItemRecommendation.Field, o.recommendation}, {forum.ItemNote.Field, o.note}} {
			if set.v != "" {
				if err := tx.Set(it.ID, set.f, set.v); err != nil {
					return "", err
				}
			}
		}
		if o.stays {
			return "Utfall: " + it.Name(), tx.Set(it.ID, forum.ItemStays.Field, true)
		}
		return "Utfall: " + it.Name(), nil
	})
	if err == nil {
		it = p.Get(it.ID)
		say(e.out, "%s: %s\n", it.Name(), orEmpty(forum.ItemOutcome.Read(p, it, 0)))
		if o.except != "" {
			say(e.out, "  Undantag från %s: %s, %s\n", o.except, p.Label(exception.By), o.reason)
		}
	}
	return err
}

func (o *meetingOptions) hold(ctx context.Context, e *env, p *app.Portfolio, m *field.Record, _ []string) error {
	return o.goes(ctx, e, p, m, forum.Held)
}

func (o *meetingOptions) close(ctx context.Context, e *env, p *app.Portfolio, m *field.Record, _ []string) error {
	before := map[field.ID]string{}
	for _, it := range forum.Items(p, m.ID) {
		if r := p.Get(forum.ItemInitiative.Get(it)); r != nil {
			before[r.ID] = r.Kind.Step.Read(p, r, 0)
		}
	}
	if err := o.goes(ctx, e, p, m, forum.Closed); err != nil {
		return err
	}
	for _, it := range forum.Items(p, m.ID) {
		if r := p.Get(forum.ItemInitiative.Get(it)); r != nil && before[r.ID] != r.Kind.Step.Read(p, r, 0) {
			say(e.out, "  %s: %s → %s\n", called(p, r), before[r.ID], r.Kind.Step.Read(p, r, 0))
		}
	}
	return nil
}

// goes takes a meeting to a state.
func (o *meetingOptions) goes(ctx context.Context, e *env, p *app.Portfolio, m *field.Record, to string) error {
	on, err := optionalDay(o.on, "--on")
	if err != nil {
		return err
	}
	_, err = p.Do(ctx, func(tx *field.Tx) (string, error) {
		if o.present != "" {
			if err := tx.Set(m.ID, forum.Present.Field, o.present); err != nil {
				return "", err
			}
		}
		return forum.State.Label + " för " + m.Name(), governance.Move(tx, m.ID, governance.Step{To: to, On: on})
	})
	if err == nil {
		say(e.out, "%s: %s\n", called(p, m), forum.State.Show(p, to))
	}
	return err
}
