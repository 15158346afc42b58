// Command itpctl does everything that IT-portföljen does and that needs no
// eye: for scripts, tests and servers without a screen.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
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
	e := &env{in: in, out: out, errs: errs}
	return e.exit(e.dispatch(ctx, args))
}
