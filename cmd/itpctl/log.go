package main

import (
	"context"
	"flag"
	"fmt"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

type logOptions struct {
	json  bool
	limit int
	field string
}

var logCommand = &command{
	name: "log", args: "FIL [REF] [--field FÄLT] [--limit N] [--json]", short: "Visar vem som har ändrat vad, det senaste först.", least: 1, most: 2,
	build: func(fs *flag.FlagSet) runner {
		o := &logOptions{}
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		fs.StringVar(&o.field, "field", "", "bara vad `FÄLT` i REF har varit")
		fs.IntVar(&o.limit, "limit", 50, "högst så många, ett `ANTAL`; 0 är alla")
		return o.run
	},
}

// shownChanges is how many changes of an entry people are shown.
const shownChanges = 12

type logEntry struct {
	Number  int64       `json:"number"`
	At      string      `json:"at"`
	Who     string      `json:"who"`
	Session string      `json:"session,omitempty"`
	Origin  string      `json:"origin,omitempty"`
	Seal    string      `json:"seal"`
	Label   string      `json:"label"`
	Erased  bool        `json:"erased,omitempty"`
	Undoes  int64       `json:"undoes,omitempty"`
	Changes []logChange `json:"changes"`
	more    int
}

type logChange struct {
	Op     string `json:"op"`
	Kind   string `json:"kind"`
	Ref    string `json:"ref,omitempty"`
	Name   string `json:"name"`
	Field  string `json:"field,omitempty"`
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
	Erased bool   `json:"erased,omitempty"`
	label  string
	hidden bool
}

func (o *logOptions) run(ctx context.Context, e *env, args []string) error {
	return e.read(ctx, args[0], func(p *app.Portfolio) error {
		q := app.Query{Limit: max(0, o.limit), Brief: !o.json}
		if len(args) == 2 {
			r, err := resolve(p, args[1])
			if err != nil {
				return err
			}
			q.Record = r.ID
			if o.field != "" {
				return o.was(ctx, e, p, r)
			}
		} else if o.field != "" {
			return usage("--field gäller en post: itpctl log FIL REF --field FÄLT.")
		}
		entries, err := p.Journal(ctx, q)
		if err != nil {
			return err
		}
		w := p.Recall(entries...)
		out := make([]logEntry, 0, len(entries))
		for _, entry := range entries {
			out = append(out, describe(w, entry))
		}
		if o.json {
			return writeJSON(e.out, out)
		}
		for _, l := range out {
			l.write(e)
		}
		return nil
	})
}

// was tells what a field of a record has been.
func (o *logOptions) was(ctx context.Context, e *env, p *app.Portfolio, r *field.Record) error {
	c, err := column(p, r.Kind, o.field)
	if err != nil {
		return err
	}
	if !c.Field.Kept() {
		return fault.New(fault.Invalid, fmt.Sprintf("%s räknas fram eller visas ur en annan post, och har ingen egen historik. Läs den postens: itpctl log FIL REF.", c.Field.Label))
	}
	all, err := p.HistoryOf(ctx, r.ID, c.Field)
	if err != nil {
		return err
	}
	if o.limit > 0 && len(all) > o.limit {
		all = all[:o.limit]
	}
	out := []wasEntry{}
	for _, it := range all {
		out = append(out, wasEntry{it.Entry.Number, it.Entry.At.UTC().Format(time.RFC3339), it.Entry.Who, shownOr(it.Lost[0], c.Field.Show(p, it.Before)), shownOr(it.Lost[1], c.Field.Show(p, it.After))})
	}
	if o.json {
		return writeJSON(e.out, out)
	}
	for i, it := range all {
		say(e.out, "%4d  %s  %s  %s → %s\n", it.Entry.Number, it.Entry.At.Local().Format("2006-01-02 15:04"), it.Entry.Who, orEmpty(out[i].Before), orEmpty(out[i].After))
	}
	if len(all) == 0 {
		say(e.out, "%s har aldrig haft något värde.\n", c.Field.Label)
	}
	return nil
}

type wasEntry struct {
	Number int64  `json:"number"`
	At     string `json:"at"`
	Who    string `json:"who"`
	Before string `json:"before"`
	After  string `json:"after"`
}

var ops = map[field.Op]string{field.Set: "set", field.Create: "create", field.Delete: "delete"}

func describe(p app.Recalled, entry app.Entry) logEntry {
	out := logEntry{Number: entry.Number, At: entry.At.UTC().Format(time.RFC3339), Who: entry.Who, Session: entry.Session, Origin: entry.Origin,
		Seal: entry.Seal(), Label: labelOf(entry), Erased: entry.Erased, Undoes: entry.Undoes, Changes: []logChange{}, more: entry.More}
	for _, c := range entry.Changes {
		r := c.Record
		if r == nil {
			r = p.Get(c.ID)
		}
		l := logChange{Op: ops[c.Op], Kind: c.Kind.Name, Name: string(c.ID), Erased: c.Erased}
		if r != nil {
			l.Ref, l.Name = r.Ref, p.Called(r)
		}
		if c.Op == field.Set && c.Field != nil {
			l.Field, l.label = c.Field.Key, c.Field.Label
			if l.hidden = c.Field.Hidden; !l.hidden {
				l.Before, l.After = shownOr(c.Lost[0], c.Field.Show(p, c.Before)), shownOr(c.Lost[1], c.Field.Show(p, c.After))
			}
		}
		out.Changes = append(out.Changes, l)
	}
	return out
}

// usualOrigin is that of what is typed in the window, which goes without saying.
const usualOrigin = "fönstret"

func labelOf(e app.Entry) string {
	if e.Erased {
		return erasedText
	}
	return e.Label
}

const erasedText = "(rensat ur historiken)"

func shownOr(lost bool, value string) string {
	if lost {
		return erasedText
	}
	return value
}

func erased(c logChange) string {
	if !c.Erased {
		return ""
	}
	return " " + erasedText
}

func (l logEntry) write(e *env) {
	at := l.At
	if t, err := time.Parse(time.RFC3339, l.At); err == nil {
		at = t.Local().Format("2006-01-02 15:04")
	}
	undone := ""
	if l.Undoes != 0 {
		undone = fmt.Sprintf("(tar tillbaka %d) ", l.Undoes)
	}
	say(e.out, "%4d  %s  %s  %s%s\n", l.Number, at, l.Who, undone, l.Label)
	if l.Origin != "" && l.Origin != usualOrigin {
		say(e.out, "        från: %s\n", l.Origin)
	}
	for i, c := range l.Changes {
		if i == shownChanges {
			say(e.out, "        … och %s till\n", text.Count(len(l.Changes)-i+l.more))
			break
		}
		what := c.Name
		if c.Ref != "" && c.Ref != c.Name {
			what = c.Ref + " " + c.Name
		}
		switch c.Op {
		case "create":
			say(e.out, "        + %s%s\n", what, erased(c))
		case "delete":
			say(e.out, "        − %s%s\n", what, erased(c))
		case "set":
			if c.hidden { // what the program keeps for itself is nothing to show
				say(e.out, "        %s: %s ändrades%s\n", what, c.label, erased(c))
				continue
			}
			say(e.out, "        %s, %s: %s → %s\n", what, c.label, orEmpty(c.Before), orEmpty(c.After))
		}
	}
}

func orEmpty(s string) string {
	if s == "" {
		return "(tomt)"
	}
	return text.Shorten(s, 60)
}
