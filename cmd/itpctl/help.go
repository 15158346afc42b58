package main

import (
	"context"
	"flag"
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
			say(e.out, "itpctl %s\n", version)
			if e.log.Path != "" {
				say(e.out, "Logg: %s\n", e.log.Path)
			} else {
				say(e.out, "Logg: ingen, eftersom den inte går att skriva.\n")
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
	say(e.out, "itpctl gör det som IT-portföljen gör, utan fönster.\n\n    itpctl KOMMANDO [FIL …] [--flaggor]\n\nKommandon:\n")
	for _, c := range commands() {
		say(e.out, "  %s %s\n", pad(c.name, 9), c.short)
	}
	say(e.out, `
För alla kommandon:
  --date ÅÅÅÅ-MM-DD  räknas som i dag
  --who NAMN         den som gör ändringen, till loggen

Svaret är 0 när det gick, 1 när det inte gick (inget har ändrats), 2 när
kommandot är felskrivet, 3 när det är gjort men något gick fel efteråt och 4
när en lagad fil inte har allt som fanns i den skadade.
Mer om ett kommando: itpctl help KOMMANDO
`)
	return nil
}

func (c *command) help(e *env) {
	say(e.out, "%s\n\n    %s\n", c.short, c.line())
	if c.long != "" {
		say(e.out, "\n%s\n", several(strings.TrimSpace(c.long)))
	}
	fs := flag.NewFlagSet(c.name, flag.ContinueOnError)
	c.build(fs)
	g := globals{}
	g.declare(fs)
	say(e.out, "\nFlaggor:\n")
	fs.VisitAll(func(f *flag.Flag) {
		value, about := flag.UnquoteUsage(f)
		head := "--" + f.Name
		if value != "" && !isBool(f) {
			head += " " + value
		}
		say(e.out, "  %s %s\n", pad(head, 22), about)
	})
}

// pad fills s up to n characters.
func pad(s string, n int) string {
	return s + strings.Repeat(" ", max(0, n-utf8.RuneCountInString(s)))
}
