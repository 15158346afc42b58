package logfile

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"

	"itportfoljen/app/base/fault"
)

// known are the errors that say all they know by being who they are.
var known = []struct {
	err  error
	name fault.Word
}{
	{io.EOF, "io.EOF"}, {io.ErrUnexpectedEOF, "io.ErrUnexpectedEOF"}, {io.ErrShortWrite, "io.ErrShortWrite"},
	{fs.ErrNotExist, "fs.ErrNotExist"}, {fs.ErrExist, "fs.ErrExist"}, {fs.ErrPermission, "fs.ErrPermission"}, {fs.ErrClosed, "fs.ErrClosed"},
	{os.ErrDeadlineExceeded, "os.ErrDeadlineExceeded"}, {context.Canceled, "context.Canceled"}, {context.DeadlineExceeded, "context.DeadlineExceeded"},
	{sql.ErrNoRows, "sql.ErrNoRows"}, {sql.ErrTxDone, "sql.ErrTxDone"}, {sql.ErrConnDone, "sql.ErrConnDone"},
	{errors.ErrUnsupported, "errors.ErrUnsupported"},
}

// mostErrors bounds how much is told of one error.
const mostErrors = 20

// describe tells the kinds of an error and its causes, the outermost first:
// types, codes and numbers, and where our own were made. What errors say of
// themselves is left out, since it names files and what is in them.
func describe(err error) string {
	var told []string
	walk(err, func(e error) bool {
		told = append(told, kind(e))
		return len(told) < mostErrors
	})
	return strings.Join(told, " < ")
}

// walk visits err and its causes until visit has had enough.
func walk(err error, visit func(error) bool) bool {
	if err == nil {
		return true
	}
	if !visit(err) {
		return false
	}
	switch e := err.(type) {
	case interface{ Unwrap() error }:
		return walk(e.Unwrap(), visit)
	case interface{ Unwrap() []error }:
		for _, cause := range e.Unwrap() {
			if !walk(cause, visit) {
				return false
			}
		}
	}
	return true
}

// kind tells one error's kind.
func kind(err error) string {
	switch e := err.(type) {
	case *fault.Error:
		return fmt.Sprintf("%T %s [%s]", e, e.Code, calls(e.Made()))
	case *fault.Panic:
		return fmt.Sprintf("%T %T [%s]", e, e.Value, calls(e.Stack()))
	case *fs.PathError:
		return fmt.Sprintf("%T %s", e, operation(e.Op))
	case *os.LinkError:
		return fmt.Sprintf("%T %s", e, operation(e.Op))
	case *os.SyscallError:
		return fmt.Sprintf("%T %s", e, operation(e.Syscall))
	case syscall.Errno:
		return fmt.Sprintf("%T %d", e, uint(e))
	case interface{ Code() int }: // SQLite's
		return fmt.Sprintf("%T %d", e, e.Code())
	}
	for _, k := range known {
		if err == k.err { // it and nothing around it
			return string(k.name)
		}
	}
	return fmt.Sprintf("%T", err)
}

var plainWord = regexp.MustCompile(`^[A-Za-z0-9_]{1,24}$`)

// operation is the system's word for what was tried.
func operation(op string) string {
	if plainWord.MatchString(op) {
		return op
	}
	return "?"
}

// mostCalls bounds how far back calls are told.
const mostCalls = 24

// calls tells where something was called, the innermost first.
func calls(pcs []uintptr) string {
	if len(pcs) == 0 {
		return ""
	}
	var told []string
	frames := runtime.CallersFrames(pcs)
	for len(told) < mostCalls {
		f, more := frames.Next()
		told = append(told, place(f.Function, f.File, fmt.Sprint(f.Line)))
		if !more {
			break
		}
	}
	return strings.Join(told, " < ")
}

// place is a function and where in its file; of the path only the file's own
// name is told, since the package is in the function's name.
func place(function, file, line string) string {
	return function + " " + path.Base(filepath.ToSlash(file)) + ":" + line
}

// here is who is writing to the log, without the log itself.
func here() string {
	pcs := make([]uintptr, mostCalls)
	pcs = pcs[:runtime.Callers(3, pcs)]
	var own []uintptr
	for i, pc := range pcs {
		f, _ := runtime.CallersFrames(pcs[i : i+1]).Next()
		if pc != 0 && !strings.HasPrefix(f.Function, "log/slog.") {
			own = append(own, pc)
		}
	}
	return calls(own)
}
