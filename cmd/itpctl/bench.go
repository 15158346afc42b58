package main

import (
	"context"
	"flag"

	"itportfoljen/app/demo"
	"itportfoljen/cmd/internal/bench"
)

type benchOptions struct{ size string }

var benchCommand = &command{
	name: "bench", args: "[--size S|M|L|XL]", short: "Mäter programmet mot att göra samma sak rått.",
	long: "Mäter alla storlekar till och med den som anges. L tar någon minut.",
	build: func(fs *flag.FlagSet) runner {
		o := &benchOptions{}
		fs.StringVar(&o.size, "size", "L", "`STORLEK`: S, M, L eller XL")
		return o.run
	},
}

func (o *benchOptions) run(ctx context.Context, e *env, _ []string) error {
	size, err := demo.SizeNamed(o.size)
	if err != nil {
		return err
	}
	lines, err := bench.Run(ctx, e.services, string(size), e.errs)
	if err != nil {
		return err
	}
	say(e.out, "\n")
	bench.Write(e.out, lines)
	return nil
}
