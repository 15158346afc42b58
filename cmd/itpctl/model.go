package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/modelling"
	"itportfoljen/app/settings"
)

type modelOptions struct {
	maps list
	dry  bool
	all  bool
	out  string
}

var modelCommand = &command{
	name: "model", args: "FIL show | list | compare [A] B [--out UT.xlsx] | export UT.json | check IN.json | use MODELL [--dry-run] [--map GAMMAL=NY] …", short: "Visar, jämför, exporterar, prövar och byter styrmodell.", least: 2, most: 4,
	long: `MODELL, A och B är en av dem som följer med (danderyd, karlstad …) eller en fil som slutar på
.json; compare med bara B jämför portföljens egen. use säger vad bytet gör: vad insatser,
system och ramar får för nya värden, vilka krav som då inte är uppfyllda, roller som ingen
har. Det som inte går att para ihop frågas efter och besvaras med --map, efter nyckel eller
namn; inget efter = tömmer. Bytet är en ändring, och ångras som en. Hur en modell skrivs står
i docs/styrmodell.md.`,
	build: func(fs *flag.FlagSet) runner {
		o := &modelOptions{}
		fs.Var(&o.maps, "map", "`GAMMAL=NY`: vad ett värde blir i den nya modellen; flera går")
		fs.BoolVar(&o.dry, "dry-run", false, "säger bara vad bytet skulle göra")
		fs.BoolVar(&o.all, "all", false, "compare nämner också listor utan skillnad")
		fs.StringVar(&o.out, "out", "", "compare skriver jämförelsen till `FIL.xlsx`")
		return o.run
	},
}

// doings are what model may be told, with how many arguments each takes at least and most.
var doings = []struct {
	name        string
	least, most int
	do          func(o *modelOptions, ctx context.Context, e *env, file string, args []string) error
}{
	{"show", 0, 0, (*modelOptions).show},
	{"list", 0, 0, (*modelOptions).list},
	{"compare", 1, 2, (*modelOptions).compare},
	{"export", 1, 1, (*modelOptions).export},
	{"check", 1, 1, (*modelOptions).check},
	{"use", 1, 1, (*modelOptions).use},
}

func (o *modelOptions) run(ctx context.Context, e *env, args []string) error {
	var names []string
	for _, d := range doings {
		names = append(names, d.name)
		if d.name != args[1] {
			continue
		}
		rest := args[2:]
		switch {
		case len(rest) < d.least:
			return usage("Det fattas något efter %s.", d.name)
		case len(rest) > d.most:
			return usage("”%s” är ett för mycket.", rest[d.most])
		case d.name != "use" && (o.dry || len(o.maps) > 0):
			return usage("--dry-run och --map hör ihop med use.")
		case d.name != "compare" && o.all:
			return usage("--all hör ihop med compare.")
		case d.name != "compare" && o.out != "":
			return usage("--out hör ihop med compare.")
		}
		return d.do(o, ctx, e, args[0], rest)
	}
	return usage("”%s” går inte att göra med en styrmodell.%s Det som går är %s.", args[1], didYouMean(args[1], names), text.And(names))
}

// largestModel is more than any model is.
const largestModel = 4 << 20

// modelFile reads a model as it is written: one that ships, or a file.
func modelFile(e *env, name string) ([]byte, error) {
	var ids []string
	for _, m := range e.services.Models() {
		if text.Key(m.ID) == text.Key(name) || text.Key(m.Name) == text.Key(name) {
			return m.Data, nil
		}
		ids = append(ids, m.ID)
	}
	if !strings.EqualFold(filepath.Ext(name), ".json") {
		return nil, usage("Styrmodellen ”%s” finns inte.%s De som följer med är %s; en egen är en fil som slutar på .json.", name, didYouMean(name, ids), text.And(ids))
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fault.Wrap(fault.NotFound, fmt.Sprintf("Filen ”%s” gick inte att öppna. Inget har ändrats. Kontrollera namnet och mappen.", filepath.Base(name)), err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, largestModel))
	if err != nil {
		return nil, fault.Wrap(fault.Unreadable, fmt.Sprintf("Filen ”%s” gick inte att läsa. Inget har ändrats.", filepath.Base(name)), err)
	}
	return data, nil
}

func modelNamed(e *env, name string) (*governance.Model, error) {
	data, err := modelFile(e, name)
	if err != nil {
		return nil, err
	}
	return governance.Parse(data)
}

// show tells what the portfolio's model is made of.
func (o *modelOptions) show(ctx context.Context, e *env, file string, _ []string) error {
	return e.read(ctx, file, func(p *app.Portfolio) error {
		m := p.Model()
		say(e.out, "%s\n%s\nKälla: %s\n", m.Name, m.Description, m.Source)
		for _, part := range modelling.Contents(m, p.Kinds()) {
			say(e.out, "\n%s (%d)\n", part.Title, len(part.Lines))
			for _, line := range part.Lines {
				say(e.out, "  %s\n", line)
			}
		}
		return nil
	})
}

// list tells which models there are, and which the portfolio has.
func (o *modelOptions) list(ctx context.Context, e *env, file string, _ []string) error {
	return e.read(ctx, file, func(p *app.Portfolio) error {
		t := table{heads: []string{"Modell", "Namn", "När"}}
		known := false
		for _, m := range e.services.Models() {
			name := m.Name
			if m.ID == p.Model().ID {
				name, known = name+" (portföljens)", true
			}
			t.rows = append(t.rows, []string{m.ID, name, m.Description})
		}
		if m := p.Model(); !known {
			t.rows = append(t.rows, []string{m.ID, m.Name + " (portföljens)", m.Description})
		}
		t.write(e.out)
		return nil
	})
}

func (o *modelOptions) compare(ctx context.Context, e *env, file string, names []string) error {
	return e.read(ctx, file, func(p *app.Portfolio) error {
		two := []*governance.Model{p.Model()}
		for _, name := range names {
			m, err := modelNamed(e, name)
			if err != nil {
				return err
			}
			two = append(two, m)
		}
		a, b := two[len(two)-2], two[len(two)-1]
		if o.out != "" {
			return o.writeComparison(ctx, e, a, b, p.Kinds())
		}
		say(e.out, "%s jämförd med %s. Synonymer och hjälptexter jämförs inte.\n", a.Name, b.Name)
		for _, s := range modelling.Compare(a, b, p.Kinds()) {
			if len(s.Rows) == 0 && !o.all {
				continue
			}
			say(e.out, "\n%s (%s)\n", s.Title, s.Counted())
			for _, r := range s.Rows {
				switch {
				case r.B == "":
					say(e.out, "  bara %s: %s\n", a.Name, r.A)
				case r.A == "":
					say(e.out, "  bara %s: %s\n", b.Name, r.B)
				default:
					say(e.out, "  %s: %s\n  %s: %s\n", a.Name, r.A, pad(b.Name, len(a.Name)), r.B)
				}
			}
		}
		return nil
	})
}

// writeComparison writes two models side by side to a workbook.
func (o *modelOptions) writeComparison(ctx context.Context, e *env, a, b *governance.Model, kinds []*field.Kind) error {
	if _, err := ending(o.out, ".xlsx"); err != nil {
		return err
	}
	if err := free(o.out); err != nil {
		return err
	}
	err := e.services.WriteBook(ctx, o.out, export.Comparison(a, b, kinds), nil)
	if err == nil {
		e.wrote(fileWritten, "Jämförelsen av %s och %s står i %s.\n", a.Name, b.Name, o.out)
	}
	return err
}

// export writes the portfolio's model, as it is kept.
func (o *modelOptions) export(ctx context.Context, e *env, file string, args []string) error {
	if _, err := ending(args[0], ".json"); err != nil {
		return err
	}
	if err := free(args[0]); err != nil {
		return err
	}
	return e.read(ctx, file, func(p *app.Portfolio) error {
		err := e.services.WriteFile(args[0], func(w io.Writer) error {
			_, err := w.Write([]byte(strings.TrimSpace(settings.Model.Get(settings.In(p))) + "\n"))
			return err
		})
		if err == nil {
			e.wrote(fileWritten, "Styrmodellen %s står i %s.\n", p.Model().Name, args[0])
		}
		return err
	})
}

// check tells all that is wrong with a file, line by line.
func (o *modelOptions) check(ctx context.Context, e *env, file string, args []string) error {
	data, err := modelFile(e, args[0])
	if err != nil {
		return err
	}
	return e.read(ctx, file, func(p *app.Portfolio) error {
		m, flaws := governance.Flaws(data)
		for _, f := range flaws {
			say(e.out, "%s\n", f.String())
		}
		if len(flaws) > 0 {
			return fault.New(fault.Invalid, fmt.Sprintf("%s i %s. Inget har ändrats.", text.Plural(len(flaws), "fel", "fel"), filepath.Base(args[0])))
		}
		for _, word := range m.Unknown(p.Kinds()) {
			say(e.out, "%s finns inte i programmet, så kravet är aldrig uppfyllt.\n", word)
		}
		say(e.out, "%s går att använda: %s och %s.\n", m.Name, text.Plural(len(m.Phases), "fas", "faser"), text.Plural(len(m.Gates), "krav", "krav"))
		return nil
	})
}

func (o *modelOptions) use(ctx context.Context, e *env, file string, args []string) error {
	data, err := modelFile(e, args[0])
	if err != nil {
		return err
	}
	maps, err := pairs(o.maps, "GAMMAL=NY")
	if err != nil {
		return err
	}
	answers := map[string]string{}
	for _, m := range maps {
		answers[m[0]] = m[1]
	}
	if o.dry {
		return e.read(ctx, file, func(p *app.Portfolio) error {
			c, err := modelling.Plan(p, data, answers)
			if err == nil {
				tellChange(e, p, c)
				say(e.out, "\nInget har ändrats.\n")
			}
			return err
		})
	}
	return e.write(ctx, file, func(p *app.Portfolio) error {
		var c *modelling.Change
		done, err := p.Do(ctx, func(tx *field.Tx) (label string, err error) {
			if c, err = modelling.Plan(p, data, answers); err != nil {
				return "", err
			}
			return c.Label(), c.Do(tx)
		})
		switch {
		case err != nil && c != nil && len(c.Asks) > 0:
			tellChange(e, p, c)
			say(e.out, "\n")
			return err
		case err != nil:
			return err
		case done.Number == 0:
			say(e.out, "Styrmodellen är redan %s. Inget har ändrats.\n", c.To.Name)
			return nil
		}
		tellChange(e, p, c)
		say(e.out, "\nStyrmodellen är nu %s. Ångra med: itpctl undo %s %d\n", c.To.Name, file, done.Number)
		return nil
	})
}

// tellChange says what a change of model does.
func tellChange(e *env, p *app.Portfolio, c *modelling.Change) {
	say(e.out, "Från %s till %s.\n", c.From.Name, c.To.Name)
	for _, part := range c.Told(p) {
		say(e.out, "\n%s\n", part.Title)
		for _, line := range part.Lines {
			say(e.out, "  %s\n", line)
		}
	}
	if len(c.Asks) > 0 {
		say(e.out, "\nBehöver svar\n")
	}
	for i, question := range c.Questions() {
		var keys []string
		for _, o := range c.Asks[i].Options {
			keys = append(keys, o.Key)
		}
		say(e.out, "  %s\n    Svara med --map %s.%s=%s\n", question, c.Asks[i].List, c.Asks[i].Old, strings.Join(keys, "|"))
	}
}
