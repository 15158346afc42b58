package main

import (
	"context"
	"flag"
	"io"
	"maps"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/view"
)

type reportOptions struct {
	set     list
	as, dir string
	check   bool
	replace bool
	one     bool
}

var reportCommand = &command{
	name: "report", args: "FIL [RAPPORT UT.pdf] [--as VAL] [--set nyckel=värde]… [--package MAPP [--one]] [--check]", short: "Gör en rapport som PDF, eller ledningsgruppens paket.", least: 1, most: 3,
	long: `Vilka rapporter som finns och vad de kan ställas in med: itpctl reports. De sparade valen i
en portfölj: itpctl reports FIL. Ett val som är standard gäller när inget annat sägs; det som
sägs med --set går före.

--package gör de rapporter som är valda i fönstret, annars dem för ledningen och controllern,
i mappen, och säger vad en chef kommer att fråga om först. Med --one blir de ett enda dokument
med försättsblad och innehåll. --check säger bara vad som kommer att frågas.`,
	build: func(fs *flag.FlagSet) runner {
		o := &reportOptions{}
		fs.Var(&o.set, "set", "`nyckel=värde`, en inställning; får stå flera gånger")
		fs.StringVar(&o.as, "as", "", "`VAL` som är sparat av rapporten")
		fs.StringVar(&o.dir, "package", "", "`MAPP` som ledningsgruppens paket läggs i")
		fs.BoolVar(&o.one, "one", false, "gör paketet till en enda PDF, med innehåll och sidnummer genom allt")
		fs.BoolVar(&o.check, "check", false, "säger vad som kommer att frågas om, och gör inga rapporter")
		fs.BoolVar(&o.replace, "replace", false, "ersätter paketets filer som redan finns")
		return o.run
	},
}

func (o *reportOptions) run(ctx context.Context, e *env, args []string) error {
	if o.dir != "" || o.check {
		if len(args) > 1 || len(o.set) > 0 || o.as != "" {
			return usage("--package och --check är av hela paketet: skriv dem utan rapport, --as och --set.")
		}
		return e.read(ctx, args[0], func(p *app.Portfolio) error { return o.packet(ctx, e, p) })
	}
	if o.one || o.replace {
		return usage("--one och --replace är av paketet: skriv dem med --package MAPP.")
	}
	if len(args) < 3 {
		return usage("Säg vilken rapport och vilken fil den ska bli.")
	}
	given, err := pairs(o.set, "nyckel=värde")
	if err != nil {
		return err
	}
	if _, err := ending(args[2], ".pdf"); err != nil {
		return err
	}
	return e.read(ctx, args[0], func(p *app.Portfolio) error {
		sets, as, err := o.chosen(p, args[1])
		if err != nil {
			return err
		}
		for _, g := range given {
			sets[g[0]] = g[1]
		}
		r, err := e.services.Report(ctx, p, args[1], sets)
		if err != nil {
			return err
		}
		data, err := r.PDF(ctx, nil)
		if err != nil {
			return err
		}
		err = e.services.WriteFile(args[2], func(w io.Writer) error {
			_, err := w.Write(data)
			return err
		})
		if err != nil {
			return err
		}
		e.wrote(fileWritten, "%s (%s) finns i %s.\n", r.Title(), text.Plural(r.Pages(), "sida", "sidor"), args[2])
		if as != "" {
			say(e.out, "Den är gjord enligt det sparade valet ”%s”.\n", as)
		}
		for _, s := range r.Remarks() {
			say(e.out, "%s\n", s)
		}
		return nil
	})
}

// chosen are the settings of the saved choice that is asked for, else of the standard.
func (o *reportOptions) chosen(p *app.Portfolio, report string) (sets map[string]string, as string, err error) {
	r := view.StandardChoice(p, report, p.Who())
	if o.as != "" {
		if r = view.FindChoice(p, report, p.Who(), o.as); r == nil {
			return nil, "", usage("Rapporten %s har inget sparat val som heter ”%s”. De som finns visas av itpctl reports FIL.", report, o.as)
		}
	}
	if r != nil {
		as = r.Name()
	}
	return maps.Clone(view.Sets(r)), as, nil
}

type reportsOptions struct{ json bool }

var reportsCommand = &command{
	name: "reports", args: "[FIL] [--json]", short: "Visar vilka rapporter som finns, och portföljens sparade val av dem.", most: 1,
	build: func(fs *flag.FlagSet) runner {
		o := &reportsOptions{}
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

type reportSetting struct {
	Key     string          `json:"key"`
	Label   string          `json:"label"`
	Help    string          `json:"help,omitempty"`
	Default string          `json:"default,omitempty"`
	Kind    app.SettingKind `json:"kind,omitempty"`
	Choices []string        `json:"choices,omitempty"`
	Of      string          `json:"of,omitempty"` // the kind of which it takes a record
	Needed  bool            `json:"needed,omitempty"`
}

type reportInfo struct {
	Name        string          `json:"name"`
	Title       string          `json:"title"`
	Group       string          `json:"group"`
	Description string          `json:"description,omitempty"`
	Settings    []reportSetting `json:"settings"`
	Saved       []savedChoice   `json:"saved,omitempty"`
}

type savedChoice struct {
	Name     string            `json:"name"`
	By       string            `json:"by"`
	Shared   bool              `json:"shared"`
	Standard bool              `json:"standard"`
	Settings map[string]string `json:"settings"`
}

func (o *reportsOptions) run(ctx context.Context, e *env, args []string) error {
	if len(args) == 0 {
		return o.write(e, nil)
	}
	return e.read(ctx, args[0], func(p *app.Portfolio) error { return o.write(e, p) })
}

// write tells of the reports, and of the choices that a portfolio has; nil for none.
func (o *reportsOptions) write(e *env, p *app.Portfolio) error {
	out := []reportInfo{}
	for _, r := range e.services.Reports() {
		info := reportInfo{Name: r.Name, Title: r.Title, Group: r.Group.Label(), Description: r.Description, Settings: []reportSetting{}}
		for _, s := range r.Settings {
			if p != nil && !p.Asks(s) {
				continue
			}
			if s.Kind == app.SettingPortfolio && p != nil {
				for _, i := range p.Model().Portfolios {
					s.Choices = append(s.Choices, i.Label)
				}
			}
			of := ""
			if s.Kind == app.SettingRecord {
				of = s.Of.Plural
			}
			info.Settings = append(info.Settings, reportSetting{Key: s.Key, Label: s.Label, Help: s.Help, Default: s.Default, Kind: s.Kind, Choices: s.Choices, Of: of, Needed: s.Needed})
		}
		if p != nil {
			for _, c := range view.Choices(p, r.Name, p.Who()) {
				info.Saved = append(info.Saved, savedChoice{c.Name(), view.By.Get(c), view.Shared.Get(c), view.Standard.Get(c), view.Sets(c)})
			}
		}
		out = append(out, info)
	}
	if o.json {
		return writeJSON(e.out, out)
	}
	for _, r := range out {
		say(e.out, "%s  %s\n", pad(r.Name, 18), r.Title)
		if r.Description != "" {
			say(e.out, "%s  %s\n", pad("", 18), r.Description)
		}
		if p == nil {
			for _, s := range r.Settings {
				say(e.out, "%s    --set %s=…  %s\n", pad("", 18), s.Key, s.Label)
			}
		}
		for _, c := range r.Saved {
			from := "ditt"
			if c.Shared {
				from = "delat av " + c.By
			}
			if c.Standard {
				from += ", standard"
			}
			say(e.out, "%s    --as \"%s\"  (%s)\n", pad("", 18), c.Name, from)
		}
	}
	return nil
}
