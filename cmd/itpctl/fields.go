package main

import (
	"context"
	"flag"
	"slices"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

type fieldsOptions struct{ json bool }

var fieldsCommand = &command{
	name: "fields", args: "[SLAG] [--json]", short: "Visar fälten: nyckel, namn, vad de tar.", most: 1,
	long: "Alternativ som styrmodellen bestämmer visas inte; de skiljer sig mellan kommuner.",
	build: func(fs *flag.FlagSet) runner {
		o := &fieldsOptions{}
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

type fieldInfo struct {
	Kind      string        `json:"kind"`
	Key       string        `json:"key"`
	JSONKey   string        `json:"json_key"`
	Label     string        `json:"label"`
	Type      string        `json:"type"`
	Group     string        `json:"group,omitempty"`
	Help      string        `json:"help,omitempty"`
	Synonyms  []string      `json:"synonyms,omitempty"`
	Choices   []fieldChoice `json:"choices,omitempty"`
	Target    string        `json:"target,omitempty"`
	Required  bool          `json:"required"`
	Yearly    bool          `json:"yearly"`
	ReadOnly  bool          `json:"read_only"`
	Sensitive bool          `json:"sensitive"`

	of   field.Type
	kept bool // in a column of its own
}

type fieldChoice struct {
	Key   string `json:"key"`
	Label string `json:"label"`
}

func (o *fieldsOptions) run(_ context.Context, e *env, args []string) error {
	kinds := slices.DeleteFunc(slices.Clone(app.Kinds), func(k *field.Kind) bool { return k.Silent })
	if len(args) == 1 {
		k := app.KindNamed(strings.ToLower(args[0])) // the municipality's settings too, which aren't a list
		if k == nil {
			var err error
			if k, err = kindNamed(args[0]); err != nil {
				return err
			}
		}
		kinds = []*field.Kind{k}
	}
	out := []fieldInfo{}
	for _, k := range kinds {
		for _, f := range k.Fields() {
			if !f.Hidden {
				out = append(out, infoOf(k, f))
			}
		}
	}
	if o.json {
		return writeJSON(e.out, out)
	}
	t := table{heads: []string{"Slag", "Nyckel", "Namn", "Tar", "Alternativ"}}
	for _, f := range out {
		t.rows = append(t.rows, []string{f.Kind, f.Key, f.Label, f.takes(), f.alternatives()})
	}
	t.write(e.out)
	return nil
}

func infoOf(k *field.Kind, f *field.Field) fieldInfo {
	info := fieldInfo{Kind: k.Plural, Key: f.Key, JSONKey: f.JSONKey(), Label: f.Label, Type: f.Type.Name(), of: f.Type, Group: f.Group, Help: f.Help,
		Synonyms: f.Synonyms, Required: f.Required, Yearly: f.Yearly, ReadOnly: f.ReadOnly, kept: f.Kept(), Sensitive: f.Sensitive}
	for _, o := range f.Options {
		info.Choices = append(info.Choices, fieldChoice{o.Key, o.Label})
	}
	if t := f.Target(); t != nil && f.SaysTargets() {
		info.Target = t.Plural
	}
	return info
}

func (f fieldInfo) takes() string {
	s := f.of.Word()
	if f.Yearly {
		s += " per år"
	}
	switch {
	case f.ReadOnly && f.kept:
		s += " (ur importerad fil)"
	case f.ReadOnly:
		s += " (räknas ut)"
	}
	return s
}

func (f fieldInfo) alternatives() string {
	var out []string
	for _, c := range f.Choices {
		out = append(out, c.Key)
	}
	return strings.Join(out, ", ")
}

type showOptions struct{ json bool }

var showCommand = &command{
	name: "show", args: "FIL REF [--json]", short: "Visar allt om en sak.", least: 2, most: 2,
	build: func(fs *flag.FlagSet) runner {
		o := &showOptions{}
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

func (o *showOptions) run(ctx context.Context, e *env, args []string) error {
	return e.read(ctx, args[0], func(p *app.Portfolio) error {
		r, err := resolve(p, args[1])
		if err != nil {
			return err
		}
		if o.json {
			return writeJSON(e.out, objectOf(p, r))
		}
		say(e.out, "%s\n", called(p, r))
		group := ""
		for _, f := range field.ByGroup(p.Fields(r.Kind)) {
			said := f.Read(p, r, 0)
			if f.Hidden || said == "" {
				continue
			}
			if f.Group != group {
				group = f.Group
				say(e.out, "\n%s\n", group)
			}
			c := field.Column{Field: f}
			say(e.out, "  %s %s\n", pad(c.Phrase(p), 30), several(strings.ReplaceAll(text.Lines(said), "\n", "\n"+pad("", 33))))
		}
		return nil
	})
}
