package main

import (
	"context"
	"flag"
	"io"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
)

type reportOptions struct{ set list }

var reportCommand = &command{
	name: "report", args: "FIL RAPPORT UT.pdf [--set nyckel=värde]…", short: "Gör en rapport som PDF.", least: 3, most: 3,
	long: "Vilka rapporter som finns och vad de kan ställas in med: itpctl reports.",
	build: func(fs *flag.FlagSet) runner {
		o := &reportOptions{}
		fs.Var(&o.set, "set", "`nyckel=värde`, en inställning; får stå flera gånger")
		return o.run
	},
}

func (o *reportOptions) run(ctx context.Context, e *env, args []string) error {
	given, err := pairs(o.set, "nyckel=värde")
	if err != nil {
		return err
	}
	if _, err := ending(args[2], ".pdf"); err != nil {
		return err
	}
	sets := map[string]string{}
	for _, g := range given {
		sets[g[0]] = g[1]
	}
	return e.read(ctx, args[0], func(p *app.Portfolio) error {
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
		for _, s := range r.Remarks() {
			say(e.out, "%s\n", s)
		}
		return nil
	})
}

type reportsOptions struct{ json bool }

var reportsCommand = &command{
	name: "reports", args: "[--json]", short: "Visar vilka rapporter som finns.",
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
}

type reportInfo struct {
	Name        string          `json:"name"`
	Title       string          `json:"title"`
	Description string          `json:"description,omitempty"`
	Settings    []reportSetting `json:"settings"`
}

func (o *reportsOptions) run(_ context.Context, e *env, _ []string) error {
	out := []reportInfo{}
	for _, r := range e.services.Reports() {
		info := reportInfo{Name: r.Name, Title: r.Title, Description: r.Description, Settings: []reportSetting{}}
		for _, s := range r.Settings {
			info.Settings = append(info.Settings, reportSetting{Key: s.Key, Label: s.Label, Help: s.Help, Default: s.Default, Kind: s.Kind, Choices: s.Choices})
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
		for _, s := range r.Settings {
			say(e.out, "%s    --set %s=…  %s\n", pad("", 18), s.Key, s.Label)
		}
	}
	return nil
}
