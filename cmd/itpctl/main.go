// Command itpctl does everything that IT-portföljen does and that needs no
// eye: for scripts, tests and servers without a screen.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"

	"itportfoljen/app/fault"
)

// version is set when the program is built for others.
var version = "utveckling"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// commands in the order of the help.
func commands() []*command {
	return []*command{
		newCommand, demoCommand,
		importCommand, exportCommand, reportCommand, reportsCommand,
		listCommand, fieldsCommand, showCommand,
		addCommand, setCommand, deleteCommand,
		logCommand, undoCommand, redoCommand,
		dueCommand, qualityCommand,
		checkCommand, backupCommand, benchCommand,
		helpCommand(), versionCommand,
	}
}

// run is the program: it gives the exit code, 0 done, 1 refused or failed, 2
// wrong usage.
func run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	written := &careful{to: out}
	e := &env{in: in, out: written, errs: errs}
	err := e.dispatch(ctx, args)
	if written.err != nil {
		err = fault.Wrap(fault.DiskFull, "Svaret kunde inte skrivas ut i sin helhet. Portföljen är orörd av det. Kontrollera utrymmet där svaret skulle hamna.", written.err)
	}
	return e.exit(err)
}

// careful remembers that something couldn't be written, so that half an answer
// isn't taken for a whole one.
type careful struct {
	to  io.Writer
	err error
}

func (c *careful) Write(p []byte) (int, error) {
	n, err := c.to.Write(p)
	if err != nil && c.err == nil {
		c.err = err
	}
	return n, err
}
