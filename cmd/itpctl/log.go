package main

import (
	"context"
	"flag"
	"fmt"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

type logOptions struct {
	json  bool
	limit int
}

var logCommand = &command{
	name: "log", args: "FIL [REF] [--limit N] [--json]", short: "Visar vem som har ändrat vad, det senaste först.", least: 1, most: 2,
	build: func(fs *flag.FlagSet) runner {
		o := &logOptions{}
		fs.BoolVar(&o.json, "json", false, "för maskiner")
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
			if !c.Field.Hidden {
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
		default:
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
