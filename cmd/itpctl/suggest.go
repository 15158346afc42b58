package main

import (
	"context"
	"flag"
	"fmt"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/suggest"
)

type suggestOptions struct{ json bool }

var suggestCommand = &command{
	name: "suggest", args: "FIL SLAG [FÄLT] [--json]", short: "Föreslår det som saknas: systemägare, klassning …, och säger varför.", least: 2, most: 3,
	long: `SLAG är ` + text.Or(kindWords()) + `. Utan
FÄLT visas vad som saknas och hur många som saknar det. Inget skrivs: det gör
set, eller fönstret.`,
	build: func(fs *flag.FlagSet) runner {
		o := &suggestOptions{}
		fs.BoolVar(&o.json, "json", false, "för maskiner, med alla förslag")
		return o.run
	},
}

func (o *suggestOptions) run(ctx context.Context, e *env, args []string) error {
	k, err := kindNamed(args[1])
	if err != nil {
		return err
	}
	return e.read(ctx, args[0], func(p *app.Portfolio) error {
		if len(args) < 3 {
			return o.questions(e, p, k)
		}
		c, err := column(p, k, args[2])
		if err != nil {
			return err
		}
		if !c.Field.Editable() || !c.Field.Kept() && c.Field.Shows == nil {
			return usage("%s kan inte föreslås.", c.Field.Label)
		}
		return o.answers(ctx, e, p, suggest.Of(c.Field))
	})
}

type suggestQuestion struct {
	Field string `json:"field"`
	Label string `json:"label"`
	Count int    `json:"count"`
}

// questions are what the records of a kind lack.
func (o *suggestOptions) questions(e *env, p *app.Portfolio, k *field.Kind) error {
	out := []suggestQuestion{}
	t := table{heads: []string{"Fält", "Saknar", "Vad"}, right: []bool{false, true, false}}
	for _, q := range suggest.Questions(p, k) {
		if n := len(q.Wanted(p)); n > 0 {
			out = append(out, suggestQuestion{q.First().Key, q.Label(), n})
			t.rows = append(t.rows, []string{q.First().Key, text.Count(n), q.Label()})
		}
	}
	switch {
	case o.json:
		return writeJSON(e.out, out)
	case len(out) == 0:
		say(e.out, "%s saknar något som krävs.\n", text.Capital(k.None()))
		return nil
	}
	t.write(e.out)
	return nil
}

type suggestItem struct {
	ID      string          `json:"id"`
	Ref     string          `json:"ref,omitempty"`
	Name    string          `json:"name"`
	Unit    string          `json:"unit,omitempty"`
	Answers []suggestAnswer `json:"suggestions"`
}

type suggestAnswer struct {
	Values []string `json:"values"` // of the fields that are asked at once, as they are written
	Text   string   `json:"text"`
	Why    string   `json:"why"`
}

// answers are the records that lack an answer, each with what is suggested.
func (o *suggestOptions) answers(ctx context.Context, e *env, p *app.Portfolio, q suggest.Question) error {
	x := suggest.New(ctx, p, q)
	if x == nil {
		return fault.Wrap(fault.Canceled, "Avbrutet. Inget har ändrats.", ctx.Err())
	}
	items := []suggestItem{}
	t := table{heads: []string{"Ref", text.Capital(q.Kind.One), "Enhet", q.Label(), "Varför"}, long: true}
	with := 0
	for _, r := range q.Wanted(p) {
		item := suggestItem{ID: string(r.ID), Ref: r.Ref, Name: p.Called(r), Unit: p.Label(r.Home()), Answers: []suggestAnswer{}}
		for _, a := range x.For(r) {
			item.Answers = append(item.Answers, suggestAnswer{Values: exactly(p, q, a), Text: a.Text(p, q), Why: a.Why})
		}
		row := []string{item.Ref, item.Name, item.Unit, "–", ""}
		if len(item.Answers) > 0 {
			with++
			row[3], row[4] = item.Answers[0].Text, item.Answers[0].Why
		}
		items, t.rows = append(items, item), append(t.rows, row)
	}
	if o.json {
		return writeJSON(e.out, items)
	}
	if len(items) == 0 {
		say(e.out, "%s saknar %s där det krävs.\n", text.Capital(q.Kind.None()), text.Lower(q.Label()))
		return nil
	}
	t.write(e.out)
	say(e.out, "\n%s\n", fmt.Sprintf("%s saknar %s, förslag för %s.", text.Plural(len(items), q.Kind.One, q.Kind.Many), text.Lower(q.Label()), text.Count(with)))
	return nil
}

// exactly are the values of an answer as set reads them.
func exactly(p *app.Portfolio, q suggest.Question, a suggest.Answer) []string {
	out := make([]string, len(a.Values))
	for i, v := range a.Values {
		out[i] = q.Fields[i].Exact(p, v)
	}
	return out
}
