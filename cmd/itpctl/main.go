// Command itpctl does everything that IT-portföljen does and that needs no
// eye: for scripts, tests and servers without a screen.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"

	"itportfoljen/app/base/fault"
	"itportfoljen/data/logfile"
)

// version is set when the program is built for others.
var version = "utveckling"

func main() {
	// Told to stop, by whatever means, it lets the file go as it would at its
	// end; told twice it stops at once. A closed pipe is an answer that couldn't
	// be written, and no reason to die with the file open.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	context.AfterFunc(ctx, stop)
	log := logfile.Start(logfile.Options{Program: "itpctl", Version: version})
	code := run(ctx, log, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	log.Close(code)
	os.Exit(code)
}

// commands in the order of the help.
func commands() []*command {
	return []*command{
		newCommand, demoCommand,
		importCommand, sieCommand, ledgerCommand, budgetCommand, costsCommand, exportCommand, reportCommand, reportsCommand,
		listCommand, fieldsCommand, fieldCommand, tagsCommand, showCommand,
		personCommand, addCommand, setCommand, pasteCommand, deleteCommand, archiveCommand, joinCommand, handoverCommand, documentsCommand, moveCommand, renewCommand, decideCommand, confirmCommand, statusCommand, meetingCommand, checklistCommand, priorityCommand, planCommand, managementCommand, framesCommand, yearCommand, rhythmCommand,
		logCommand, undoCommand, redoCommand, eraseCommand,
		todoCommand, dueCommand, qualityCommand, suggestCommand, relationsCommand, integrateCommand, modelCommand,
		checkCommand, backupCommand, restoreCommand, repairCommand, benchCommand,
		helpCommand(), versionCommand,
	}
}

// run is the program: it gives the exit code, 0 done, 1 refused or failed with
// nothing changed, 2 wrong usage, 3 done but the answer couldn't be given in full, 4
// repaired but not everything is there.
func run(ctx context.Context, log *logfile.Log, args []string, in io.Reader, out, errs io.Writer) int {
	written := &careful{to: out}
	e := &env{in: in, out: written, errs: errs, log: log}
	err := e.dispatch(ctx, args)
	if written.err != nil {
		err = e.unanswered(written.err)
	}
	return e.exit(err)
}

// unanswered is what to say when the answer couldn't be written. Whoever has
// closed the pipe knows.
func (e *env) unanswered(cause error) error {
	if errors.Is(cause, syscall.EPIPE) {
		return errShown
	}
	said := "Inget har ändrats"
	if e.done != "" {
		said = e.done
	}
	return fault.Wrap(fault.DiskFull, said+", men svaret kunde inte skrivas i sin helhet. Kontrollera utrymmet där svaret skulle hamna.", cause)
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
