// Package logfile is the programs' own log, for whoever is to find out what
// went wrong: in the user's own folder, bounded in size, written to by several
// programs at once. It holds codes, numbers and kinds of errors; never names,
// what people have written, or paths. Where it can't be written nothing fails.
package logfile

import (
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"itportfoljen/app/base/fault"
)

// Options say whose log it is.
type Options struct {
	Dir              string // "": the user's own, as by Folder
	Program, Version string
}

// Log is a log open for writing.
type Log struct {
	*slog.Logger
	Path string // where it is; "" when it can't be written

	begun time.Time
	crash *crashFile
}

// Start begins a session in the log: what an earlier session left when it
// crashed is taken in, and this one's crash will be caught.
func Start(o Options) *Log {
	l := &Log{Logger: slog.New(slog.DiscardHandler), begun: time.Now()}
	dir := o.Dir
	if dir == "" {
		dir = Folder()
	}
	if dir == "" {
		return l
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return l
	}
	session := fmt.Sprintf("%06x", rand.N(1<<24))
	f := newFile(dir, session)
	log := slog.New(newHandler(f)).With("program", fault.Word(o.Program), "version", fault.Word(o.Version),
		"system", fault.Word(runtime.GOOS+"/"+runtime.GOARCH), "session", fault.Word(session))
	if first := startLine(); log.Handler().Handle(context.Background(), first) != nil {
		return l
	}
	l.Logger, l.Path = log, f.path
	sweep(log, dir)
	l.crash = catchCrash(dir, session)
	return l
}

func startLine() slog.Record {
	r := slog.NewRecord(time.Now(), slog.LevelInfo, "start", 0)
	r.Add("go", fault.Word(runtime.Version()), "cpus", runtime.NumCPU())
	return r
}

// Close ends the session with the program's exit code.
func (l *Log) Close(code int) {
	l.crash.release()
	l.Info("end", "code", code, "ms", time.Since(l.begun).Milliseconds())
}

// Folder is where the log is kept for the user: what the system says that logs
// belong in; "" where the user has no folder.
func Folder() string {
	home, _ := os.UserHomeDir()
	return folder(runtime.GOOS, home, os.Getenv)
}

func folder(system, home string, env func(string) string) string {
	under := func(base string, parts ...string) string {
		if base == "" {
			return ""
		}
		return filepath.Join(append([]string{base}, parts...)...)
	}
	switch system {
	case "windows":
		return under(env("LOCALAPPDATA"), "IT-portföljen", "logg")
	case "darwin":
		return under(home, "Library", "Logs", "IT-portföljen")
	}
	if state := env("XDG_STATE_HOME"); filepath.IsAbs(state) {
		return under(state, "itportfoljen")
	}
	return under(home, ".local", "state", "itportfoljen")
}
