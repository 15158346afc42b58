package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"slices"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
)

type todoOptions struct{ json bool }

var todoCommand = &command{
	name: "todo", args: "FIL [--json]", short: "Visar vad som behöver göras, det mest bråttom först.", least: 1, most: 1,
	build: func(fs *flag.FlagSet) runner {
		o := &todoOptions{}
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

type todoItem struct {
	Rule    string   `json:"rule"`
	Text    string   `json:"text"`
	Subject string   `json:"subject"`
	Badge   string   `json:"badge"`
	Due     *string  `json:"due"`
	Kind    string   `json:"kind"`
	Field   string   `json:"field,omitempty"`
	Records []string `json:"records"`
}

func (o *todoOptions) run(ctx context.Context, e *env, args []string) error {
	return e.read(ctx, args[0], func(p *app.Portfolio) error {
		out := []todoItem{}
		for _, t := range insight.Todos(p) {
			item := todoItem{Rule: t.Rule, Text: t.Text, Subject: t.Subject, Badge: t.Badge, Due: some(t.Due.String()), Field: t.Field, Records: refs(p, t.Records)}
			if t.Kind != nil {
				item.Kind = t.Kind.Plural
			}
			out = append(out, item)
		}
		if o.json {
			return writeJSON(e.out, out)
		}
		if len(out) == 0 {
			say(e.out, "Inget behöver göras just nu.\n")
			return nil
		}
		t := table{heads: []string{"När", "Dag", "Vad", "Om"}, whole: !onScreen(e.out)}
		for _, d := range out {
			t.rows = append(t.rows, []string{d.Badge, str(d.Due), d.Text, d.Subject})
		}
		t.write(e.out)
		return nil
	})
}

// refs are the references of records, or their identities where there are none.
func refs(p *app.Portfolio, ids []field.ID) []string {
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		s := string(id)
		if r := p.Get(id); r != nil && r.Ref != "" {
			s = r.Ref
		}
		out = append(out, s)
	}
	return out
}

type qualityOptions struct{ json bool }

var qualityCommand = &command{
	name: "quality", args: "FIL [--json]", short: "Visar hur fullständig portföljen är och vad som saknas.", least: 1, most: 1,
	build: func(fs *flag.FlagSet) runner {
		o := &qualityOptions{}
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

type qualityKind struct {
	Kind         string  `json:"kind"`
	Records      int     `json:"records"`
	Filled       int     `json:"filled"`
	Wanted       int     `json:"wanted"`
	Completeness float64 `json:"completeness"`
	label        string
}

type qualityGap struct {
	Kind    string   `json:"kind"`
	Field   string   `json:"field"`
	Label   string   `json:"label"`
	Count   int      `json:"count"`
	Records []string `json:"records"`
}

type quality struct {
	Completeness float64       `json:"completeness"`
	Kinds        []qualityKind `json:"kinds"`
	Missing      []qualityGap  `json:"missing"`
}

func (o *qualityOptions) run(ctx context.Context, e *env, args []string) error {
	return e.read(ctx, args[0], func(p *app.Portfolio) error {
		q := qualityOf(p)
		if o.json {
			return writeJSON(e.out, q)
		}
		say(e.out, "Fullständighet: %s\n", percent(q.Completeness))
		for _, k := range q.Kinds {
			say(e.out, "  %s %s (%s, %d av %d uppgifter)\n", pad(text.Capital(k.label), 10), percent(k.Completeness), text.Plural(k.Records, "post", "poster"), k.Filled, k.Wanted)
		}
		if len(q.Missing) > 0 {
			say(e.out, "\nSaknas:\n")
			for _, g := range q.Missing {
				say(e.out, "  %6s  %s, %s\n", text.Count(g.Count), g.Label, app.KindNamed(g.Kind).Many)
			}
		}
		return nil
	})
}

func qualityOf(p *app.Portfolio) quality {
	q := quality{Kinds: []qualityKind{}, Missing: []qualityGap{}}
	filled, wanted := 0, 0
	for _, k := range app.Kinds {
		if !k.Counted {
			continue
		}
		line := qualityKind{Kind: k.Plural, label: k.Many}
		gaps := map[*field.Field]*qualityGap{}
		for _, r := range p.All(k) {
			got, of := insight.Complete(p, r)
			line.Records, line.Filled, line.Wanted = line.Records+1, line.Filled+got, line.Wanted+of
			for _, f := range insight.Missing(p, r) {
				if gaps[f] == nil {
					gaps[f] = &qualityGap{Kind: k.Plural, Field: f.Key, Label: f.Label}
				}
				gaps[f].Count++
				gaps[f].Records = append(gaps[f].Records, r.Ref)
			}
		}
		line.Completeness = share(line.Filled, line.Wanted)
		filled, wanted = filled+line.Filled, wanted+line.Wanted
		q.Kinds = append(q.Kinds, line)
		for _, g := range gaps {
			q.Missing = append(q.Missing, *g)
		}
	}
	q.Completeness = share(filled, wanted)
	slices.SortFunc(q.Missing, func(a, b qualityGap) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Field, b.Field))
	})
	return q
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

// percent rounds down, so that 100 % means that nothing is missing.
func percent(x float64) string { return fmt.Sprintf("%d\u00a0%%", int(x*100)) }

func some(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func str(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
