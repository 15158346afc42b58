package main

import (
	"context"
	"flag"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/document"
	"itportfoljen/app/field"
)

type documentsOptions struct{ broken, note, json bool }

var documentsCommand = &command{
	name: "documents", args: "FIL [--broken] [--note] [--json]", short: "Visar dokumenten och om filerna finns där länkarna säger.", least: 1, most: 1,
	long: `En fil som har flyttats eller bytt namn hittas inte; ge den ny plats med
itpctl set FIL document:TITEL link=PLATS. En plats på nätverket som inte svarar ges upp efter några sekunder, och
då är inget känt om filerna där. Adresser på webben frågas aldrig.

Med --note antecknas det som inte hittas i portföljen, så att det syns i fönstret.`,
	build: func(fs *flag.FlagSet) runner {
		o := &documentsOptions{}
		fs.BoolVar(&o.broken, "broken", false, "bara de som inte hittas")
		fs.BoolVar(&o.note, "note", false, "antecknar vilka som inte hittas")
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

// states are the words of how a document's link stands.
var states = map[document.State]struct{ word, key string }{
	document.Unlinked: {"ingen länk", "unlinked"}, document.There: {"finns", "there"}, document.Broken: {"hittas inte", "broken"},
	document.Silent: {"platsen svarar inte", "silent"}, document.Elsewhere: {"nås inte härifrån", "elsewhere"}, document.Address: {"på webben", "address"},
}

func (o *documentsOptions) run(ctx context.Context, e *env, args []string) error {
	if o.note {
		return e.write(ctx, args[0], func(p *app.Portfolio) error {
			seen := o.look(ctx, e, p)
			if !document.News(seen) {
				return o.show(e, p, seen)
			}
			if _, err := p.Do(ctx, func(tx *field.Tx) (string, error) { return document.Note(tx, seen) }); err != nil {
				return err
			}
			return o.show(e, p, seen)
		})
	}
	return e.read(ctx, args[0], func(p *app.Portfolio) error { return o.show(e, p, o.look(ctx, e, p)) })
}

func (o *documentsOptions) look(ctx context.Context, e *env, p *app.Portfolio) []document.Seen {
	return document.Look(ctx, p, p.Folder(), e.services.Reach)
}

type documentItem struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Owner string `json:"owner"`
	Link  string `json:"link"`
	State string `json:"state"`
}

func (o *documentsOptions) show(e *env, p *app.Portfolio, all []document.Seen) error {
	shown := all
	if o.broken {
		shown = document.In(all, document.Broken)
	}
	if o.json {
		items := []documentItem{}
		for _, s := range shown {
			r := s.Record
			items = append(items, documentItem{ID: string(r.ID), Name: r.Name(), Owner: refs(p, []field.ID{r.Owner()})[0], Link: document.Link.Get(r), State: states[s.State].key})
		}
		return writeJSON(e.out, items)
	}
	if len(shown) > 0 {
		t := table{heads: []string{"Läge", "Dokument", "Hör till", "Länk"}, long: true}
		for _, s := range shown {
			t.rows = append(t.rows, []string{states[s.State].word, s.Record.Name(), p.Label(s.Record.Owner()), document.Link.Get(s.Record)})
		}
		t.write(e.out)
		say(e.out, "\n")
	}
	said := []string{text.Count(len(document.In(all, document.Broken))) + " inte hittas"}
	if n := len(document.In(all, document.Silent)); n > 0 {
		said = append(said, text.Count(n)+" ligger på en plats som inte svarar")
	}
	if n := len(document.In(all, document.Elsewhere)); n > 0 {
		said = append(said, text.Count(n)+" inte nås härifrån")
	}
	say(e.out, "%s, varav %s.\n", text.Plural(len(all), "dokument", "dokument"), text.And(said))
	return nil
}
