package main

import (
	"context"
	"flag"
	"fmt"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/tag"
)

type tagsOptions struct{ rename, remove, json bool }

var tagsCommand = &command{
	name: "tags", args: "FIL [--rename GAMMAL NY | --remove TAGG] [--json]", short: "Visar taggarna, byter namn på en eller tar bort den överallt.", least: 1, most: 3,
	long: "Utan flagga räknas taggarna upp, med hur många som har var och en. Det som ändras\ngäller allt som har taggen, och ångras i ett steg. Heter en annan redan NY blir de\nen.",
	build: func(fs *flag.FlagSet) runner {
		o := &tagsOptions{}
		fs.BoolVar(&o.rename, "rename", false, "taggen GAMMAL heter sedan NY")
		fs.BoolVar(&o.remove, "remove", false, "TAGG tas bort från allt som har den")
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

func (o *tagsOptions) run(ctx context.Context, e *env, args []string) error {
	names := args[1:]
	switch {
	case o.rename && o.remove:
		return usage("--rename och --remove går inte ihop.")
	case o.rename && len(names) != 2:
		return usage("--rename tar två namn: det gamla och det nya.")
	case o.remove && len(names) != 1:
		return usage("--remove tar en tagg.")
	case !o.rename && !o.remove && len(names) > 0:
		return usage("Taggarna räknas upp utan namn. Skriv --rename GAMMAL NY eller --remove TAGG för att ändra.")
	case o.json && (o.rename || o.remove):
		return usage("--json räknar upp taggarna och går inte ihop med att ändra dem.")
	case o.rename || o.remove:
		return o.change(ctx, e, args[0], names)
	}
	return e.read(ctx, args[0], func(p *app.Portfolio) error { return o.list(e, p) })
}

func (o *tagsOptions) change(ctx context.Context, e *env, file string, names []string) error {
	return e.write(ctx, file, func(p *app.Portfolio) error {
		where := ""
		for _, u := range tag.Used(p) {
			if field.TagKey(u.Tag) == field.TagKey(names[0]) {
				where = u.Where()
			}
		}
		entry, err := p.Do(ctx, func(tx *field.Tx) (string, error) {
			if o.remove {
				return tag.Removed(names[0]), tag.Remove(tx, names[0])
			}
			return tag.Renamed(names[0], names[1]), tag.Rename(tx, names[0], names[1])
		})
		switch {
		case err != nil:
			return err
		case entry.Number == 0:
			say(e.out, "Taggen heter redan så. Inget har ändrats.\n")
			return nil
		}
		say(e.out, "%s (%s). Ångra med: itpctl undo %s\n", entry.Label, where, file)
		return nil
	})
}

// tagUse is a tag as machines read it.
type tagUse struct {
	Tag   string         `json:"tag"`
	Total int            `json:"total"`
	Kinds map[string]int `json:"kinds"`
}

func (o *tagsOptions) list(e *env, p *app.Portfolio) error {
	out := []tagUse{}
	t := table{heads: []string{"Tagg", "Antal", "Finns på"}, right: []bool{false, true, false}}
	for _, u := range tag.Used(p) {
		kinds := map[string]int{}
		for _, k := range u.Kinds {
			kinds[k.Kind.Plural] = k.Count
		}
		out = append(out, tagUse{u.Tag, u.Total, kinds})
		t.rows = append(t.rows, []string{u.Tag, fmt.Sprint(u.Total), u.Where()})
	}
	switch {
	case o.json:
		return writeJSON(e.out, out)
	case len(out) == 0:
		say(e.out, "Inget har taggar. Skriv dem i fältet Taggar, till exempel: itpctl set FIL REF taggar='moln, skola'\n")
		return nil
	}
	t.write(e.out)
	say(e.out, "\n%s\n", text.Plural(len(out), "tagg", "taggar"))
	return nil
}
