package main

import (
	"context"
	"flag"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

var addCommand = &command{
	name: "add", args: "FIL SLAG fält=värde…", short: "Lägger till ett system, en insats, en person …", least: 3, most: -1,
	long:  "Svarar med den nya referensen. SLAG är " + text.Or(kindWords()) + ".",
	build: func(*flag.FlagSet) runner { return runAdd },
}

func runAdd(ctx context.Context, e *env, args []string) error {
	k, err := kindNamed(args[1])
	if err != nil {
		return err
	}
	given, err := pairs(args[2:], "fält=värde")
	if err != nil {
		return err
	}
	return e.write(ctx, args[0], func(p *app.Portfolio) error {
		as, err := assignments(p, k, given)
		if err != nil {
			return err
		}
		r, err := p.Create(ctx, k, as)
		if err != nil {
			return err
		}
		say(e.out, "Tillagt: %s\n", called(p, r))
		return nil
	})
}

// kindNamed finds a kind by the name it has on the command line.
func kindNamed(s string) (*field.Kind, error) {
	if k := app.KindNamed(strings.ToLower(s)); k != nil && !k.Silent {
		return k, nil
	}
	known := kindWords()
	return nil, usage("Slaget ”%s” finns inte.%s De som finns är %s.", s, didYouMean(s, known), strings.Join(known, ", "))
}

// kindWords are what the kinds are called on the command line.
func kindWords() []string {
	var out []string
	for _, k := range app.Kinds {
		if !k.Silent {
			out = append(out, k.Plural)
		}
	}
	return out
}
