package main

import (
	"bufio"
	"context"
	"flag"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"itportfoljen/app/base/fault"
)

// passphrase is where a passphrase comes from: never an argument, which others
// on the computer can see.
type passphrase struct{ file string }

// secretVar is the variable that may hold the passphrase.
const secretVar = "ITP_PASSPHRASE"

func (p *passphrase) declare(fs *flag.FlagSet) {
	fs.StringVar(&p.file, "passphrase-file", "", "läser lösenfrasen ur första raden i `FIL`")
}

func (p *passphrase) isGiven() bool { return p.file != "" || os.Getenv(secretVar) != "" }

// read gives the passphrase from the file or the variable.
func (p *passphrase) read() (string, error) {
	if p.file == "" {
		return os.Getenv(secretVar), nil
	}
	f, err := os.Open(p.file)
	if err != nil {
		return "", p.unreadable(err)
	}
	defer f.Close()
	line, err := bufio.NewReader(io.LimitReader(f, 1<<16)).ReadString('\n')
	if err != nil && err != io.EOF {
		return "", p.unreadable(err)
	}
	if line = strings.TrimRight(line, "\r\n"); line == "" {
		return "", fault.New(fault.Invalid, "Första raden i ”"+p.file+"” är tom, och en tom lösenfras skyddar inget. Inget har ändrats.")
	}
	return line, nil
}

func (p *passphrase) unreadable(err error) error {
	return fault.Wrap(fault.Unreadable, "Filen ”"+p.file+"” med lösenfrasen går inte att läsa. Inget har ändrats. Kontrollera namnet och att du har behörighet.", err)
}

// choose gives the passphrase of a copy to be made: one that is typed is typed
// twice.
func (p *passphrase) choose(ctx context.Context, e *env) (string, error) {
	if p.isGiven() {
		return p.read()
	}
	first, err := e.prompt(ctx, "Lösenfras för kopian: ")
	if err != nil {
		return "", err
	}
	second, err := e.prompt(ctx, "Samma lösenfras igen: ")
	switch {
	case err != nil:
		return "", err
	case first == "":
		return "", fault.New(fault.Invalid, "En tom lösenfras skyddar inget. Inget har ändrats.")
	case first != second:
		return "", fault.New(fault.Invalid, "Lösenfraserna är inte lika. Inget har ändrats. Försök igen.")
	}
	return first, nil
}

// prompt asks on the terminal without showing what is typed.
func (e *env) prompt(ctx context.Context, question string) (string, error) {
	f, ok := e.in.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return "", usage("Lösenfrasen kan inte frågas efter här. Lägg den i en fil och ange den med --passphrase-file, eller i variabeln %s.", secretVar)
	}
	before, err := term.GetState(int(f.Fd()))
	if err != nil {
		return "", err
	}
	say(e.errs, "%s", question)
	type answer struct {
		typed []byte
		err   error
	}
	typed := make(chan answer, 1)
	go func() {
		b, err := term.ReadPassword(int(f.Fd()))
		typed <- answer{b, err}
	}()
	defer say(e.errs, "\n")
	select {
	case a := <-typed:
		return string(a.typed), a.err
	case <-ctx.Done(): // the terminal would stay mute
		_ = term.Restore(int(f.Fd()), before)
		return "", fault.New(fault.Canceled, "Avbrutet. Inget har ändrats.")
	}
}
