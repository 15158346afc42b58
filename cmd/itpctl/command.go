package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/cmd/internal/wiring"
	"itportfoljen/data/logfile"
)

// command is one thing that the program can be told to do.
type command struct {
	name  string
	args  string // what stands after the name: "FIL BOK"
	short string // one Swedish line
	long  string // more Swedish, for the command's own help
	least int    // arguments
	most  int    // arguments; -1: any number
	// build declares the flags and gives the function that does it.
	build func(fs *flag.FlagSet) runner
}

type runner func(ctx context.Context, e *env, args []string) error

// env is what a command has around it.
type env struct {
	in        io.Reader
	out, errs io.Writer
	log       *logfile.Log
	who       string
	today     date.Date
	services  app.Services
	done      string // what can't be said to have failed any more, "Ändringen är sparad"
}

// usageError is a wrong way to call the program: exit 2.
type usageError struct {
	text    string
	command *command // whose usage is shown; nil: the program's
}

func (u *usageError) Error() string { return u.text }

func usage(format string, args ...any) error { return &usageError{text: fmt.Sprintf(format, args...)} }

// errShown says that the reason is known already: no more words.
var errShown = errors.New("shown")

// exit tells people what went wrong and gives the exit code.
func (e *env) exit(err error) int {
	var wrong *usageError
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errShown):
		return e.failed()
	case errors.Is(err, errIncomplete):
		return 4
	case errors.As(err, &wrong):
		say(e.errs, "itpctl: %s\n", wrong.text)
		if wrong.command != nil {
			say(e.errs, "Så här: %s\n", wrong.command.line())
			say(e.errs, "Mer hjälp: itpctl help %s\n", wrong.command.name)
		} else {
			say(e.errs, "Kommandona: itpctl help\n")
		}
		return 2
	}
	say(e.errs, "itpctl: %s\n", fault.Tell(e.log.Logger, err))
	switch fault.CodeOf(err) {
	case fault.Usage:
		return 2
	case fault.Unopened:
		return 3
	}
	return e.failed()
}

// failed is the exit code of what didn't go well to the end.
func (e *env) failed() int {
	if e.done != "" {
		return 3
	}
	return 1
}

// dispatch finds the command and does it. Flags may stand anywhere.
func (e *env) dispatch(ctx context.Context, args []string) error {
	name, rest := split(args)
	switch name {
	case "":
		if len(rest) > 0 && isHelp(rest[0]) {
			return help(e, "")
		}
		if len(rest) > 0 && strings.TrimLeft(rest[0], "-") == "version" {
			name, rest = "version", nil
			break
		}
		_ = help(&env{out: e.errs}, "")
		return usage("Säg vad som ska göras.")
	}
	c := find(name)
	if c == nil {
		return usage("Kommandot ”%s” finns inte.%s", name, didYouMean(name, names()))
	}
	e.log.Info("command", "name", fault.Word(c.name))
	err := e.do(ctx, c, rest)
	var wrong *usageError
	if errors.As(err, &wrong) && wrong.command == nil {
		wrong.command = c
	}
	return err
}

func (e *env) do(ctx context.Context, c *command, args []string) error {
	fs := flag.NewFlagSet(c.name, flag.ContinueOnError)
	g := globals{}
	g.declare(fs)
	do := c.build(fs)
	for _, a := range args {
		if a == "--" {
			break
		}
		if isHelp(a) {
			return help(e, c.name)
		}
	}
	rest, err := parse(fs, args)
	if err != nil {
		return err
	}
	if err := g.apply(e); err != nil {
		return err
	}
	switch {
	case len(rest) < c.least:
		return usage("Det fattas något efter %s.", c.name)
	case c.most >= 0 && len(rest) > c.most:
		return usage("”%s” är ett för mycket.", rest[c.most])
	}
	return do(ctx, e, rest)
}

// globals are the flags that every command takes.
type globals struct {
	day, who string
	wait     float64
}

func (g *globals) declare(fs *flag.FlagSet) {
	fs.StringVar(&g.day, "date", "", "`ÅÅÅÅ-MM-DD` räknas som i dag")
	fs.StringVar(&g.who, "who", "", "`NAMN` på den som gör ändringen, till loggen")
	fs.Float64Var(&g.wait, "wait", 10, "`SEKUNDER` att vänta på den som skriver i portföljen")
	fs.StringVar(&g.who, "user", "", "samma som --who (`NAMN`)")
}

func (g *globals) apply(e *env) error {
	if g.day != "" {
		var err error
		if e.today, err = dayOf(g.day, "--date"); err != nil {
			return err
		}
	}
	e.who = text.Clean(g.who)
	if !(g.wait >= 0 && g.wait <= 3600) { // nor what is no number
		return usage("--wait ska vara mellan 0 och 3600 sekunder.")
	}
	wait := max(time.Millisecond, time.Duration(g.wait*float64(time.Second)))
	e.services = wiring.Services(wiring.Options{Who: e.who, Today: e.today, Wait: wait, Log: e.log.Logger, Waiting: func(who string) {
		say(e.errs, "Väntar på att %s ska bli klar med portföljen …\n", who)
	}})
	return nil
}

// dayOf reads the day that a flag says.
func dayOf(s, flag string) (date.Date, error) {
	span, err := date.Parse(s)
	if err != nil || span.From != span.To || span.From == 0 {
		return 0, usage("”%s” efter %s är ingen dag. Skriv till exempel 2026-11-21.", s, flag)
	}
	return span.From, nil
}

// split finds the command's name: the first argument that is neither a flag
// nor the value of a global one.
func split(args []string) (name string, rest []string) {
	for i := 0; i < len(args); i++ {
		a := args[i]
		if !strings.HasPrefix(a, "-") {
			return a, append(append([]string(nil), args[:i]...), args[i+1:]...)
		}
		switch strings.TrimLeft(a, "-") {
		case "date", "who", "user", "wait":
			i++
		}
	}
	return "", args
}

func isHelp(a string) bool { return a == "-h" || a == "-help" || a == "--help" }

func find(name string) *command {
	for _, c := range commands() {
		if c.name == name {
			return c
		}
	}
	return nil
}

func names() []string {
	var out []string
	for _, c := range commands() {
		out = append(out, c.name)
	}
	return out
}

// line is the command as it is written.
func (c *command) line() string {
	s := "itpctl " + c.name
	if c.args != "" {
		s += " " + c.args
	}
	return s
}
