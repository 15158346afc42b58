package main

import (
	"context"
	"flag"
	"fmt"
	"strings"
	"unicode/utf8"
)

// helpCommand is a function since it looks among the commands itself.
func helpCommand() *command {
	return &command{
		name: "help", args: "[KOMMANDO]", short: "Visar den här hjälpen, eller ett kommandos.", most: 1,
		build: func(*flag.FlagSet) runner {
			return func(_ context.Context, e *env, args []string) error {
				if len(args) == 0 {
					return help(e, "")
				}
				return help(e, args[0])
			}
		},
	}
}

var versionCommand = &command{
	name: "version", short: "Visar programmets version och var dess logg finns.",
	build: func(*flag.FlagSet) runner {
		return func(_ context.Context, e *env, _ []string) error {
			fmt.Fprintln(e.out, "itpctl", version)
			if e.log.Path != "" {
				fmt.Fprintln(e.out, "Logg: "+e.log.Path)
			} else {
				fmt.Fprintln(e.out, "Logg: ingen, eftersom den inte går att skriva.")
			}
			return nil
		}
	},
}

// help writes the program's help, or a command's.
func help(e *env, name string) error {
	if name != "" {
		c := find(name)
		if c == nil {
			return usage("Kommandot ”%s” finns inte.%s", name, didYouMean(name, names()))
		}
		c.help(e)
		return nil
	}
	fmt.Fprint(e.out, "itpctl gör det som IT-portföljen gör, utan fönster.\n\n    itpctl KOMMANDO [FIL …] [--flaggor]\n\nKommandon:\n")
	for _, c := range commands() {
		fmt.Fprintf(e.out, "  %s %s\n", pad(c.name, 9), c.short)
	}
	fmt.Fprint(e.out, `
För alla kommandon:
  --date ÅÅÅÅ-MM-DD  räknas som i dag
  --who NAMN         den som gör ändringen, till loggen

Svaret är 0 när det gick, 1 när det inte gick (inget har ändrats), 2 när
kommandot är felskrivet. Mer om ett kommando: itpctl help KOMMANDO
`)
	return nil
}

func (c *command) help(e *env) {
	fmt.Fprintf(e.out, "%s\n\n    %s\n", c.short, c.line())
	if c.long != "" {
		fmt.Fprintf(e.out, "\n%s\n", strings.TrimSpace(c.long))
	}
	fs := flag.NewFlagSet(c.name, flag.ContinueOnError)
	c.build(fs)
	g := globals{}
	g.declare(fs)
	fmt.Fprint(e.out, "\nFlaggor:\n")
	fs.VisitAll(func(f *flag.Flag) {
		value, about := flag.UnquoteUsage(f)
		head := "--" + f.Name
		if value != "" && !isBool(f) {
			head += " " + value
		}
		fmt.Fprintf(e.out, "  %s %s\n", pad(head, 22), about)
	})
}

// pad fills s up to n characters.
func pad(s string, n int) string {
	return s + strings.Repeat(" ", max(0, n-utf8.RuneCountInString(s)))
}
