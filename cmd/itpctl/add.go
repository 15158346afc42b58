package main

import (
	"context"
	"flag"
	"fmt"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/field"
)

var addCommand = &command{
	name: "add", args: "FIL SLAG fält=värde…", short: "Lägger till ett system, en insats, en person …", least: 3, most: -1,
	long:  "Skriver ut den nya referensen. SLAG är systems, plan, persons, units, costs eller frames.",
	build: func(*flag.FlagSet) runner { return runAdd },
}

func runAdd(ctx context.Context, e *env, args []string) error {
	k, err := kindNamed(args[1])
	if err != nil {
		return err
	}
	return e.with(ctx, args[0], func(p *app.Portfolio) error {
		as, err := assignments(p, k, args[2:])
		if err != nil {
			return err
		}
		if err := writable(p); err != nil {
			return err
		}
		r, err := p.Create(ctx, k, as)
		if err != nil {
			return err
		}
		if r.Ref == "" {
			fmt.Fprintf(e.out, "%s är tillagd.\n", r.Name())
			return nil
		}
		fmt.Fprintf(e.out, "%s är tillagd.\n", called(r))
		return nil
	})
}

// kindNamed finds a kind by the name it has on the command line.
func kindNamed(s string) (*field.Kind, error) {
	var known []string
	for _, k := range app.Kinds {
		if k.Silent {
			continue
		}
		known = append(known, k.Plural)
		if n := strings.ToLower(s); n == k.Name || n == k.Plural || n == k.One || n == k.Many {
			return k, nil
		}
	}
	return nil, usage("Slaget ”%s” finns inte.%s De som finns är %s.", s, didYouMean(s, known), strings.Join(known, ", "))
}
