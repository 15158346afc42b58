package logfile

import (
	"cmp"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
)

const (
	crashGlob  = "krasch-*"
	maxCrash   = 1 << 20 // of a crash file that is read
	mostStacks = 10      // goroutines that are told of
)

// crashFile is where the runtime writes when the program dies. It lies beside
// the log until the next session takes it in.
type crashFile struct{ path string }

// catchCrash asks the runtime to write there. The file is held locked for as
// long as the program lives, so that others leave it.
func catchCrash(dir, session string) *crashFile {
	path := filepath.Join(dir, "krasch-"+session+".txt")
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return nil
	}
	defer f.Close() // the runtime has its own copy, with the lock
	if hold(f) != nil || debug.SetCrashOutput(f, debug.CrashOptions{}) != nil {
		os.Remove(path)
		return nil
	}
	return &crashFile{path}
}

// release ends it: the program is about to end as it should.
func (c *crashFile) release() {
	if c == nil {
		return
	}
	if debug.SetCrashOutput(nil, debug.CrashOptions{}) == nil {
		os.Remove(c.path)
	}
}

// sweep takes in what sessions that are no more have left.
func sweep(log *slog.Logger, dir string) {
	left, err := filepath.Glob(filepath.Join(globQuote(dir), crashGlob))
	if err != nil {
		return
	}
	for _, path := range left {
		tellCrash(log, filepath.Base(path), claim(path))
	}
}

// content is what could be read.
func content(f *os.File) string {
	text, _ := io.ReadAll(io.LimitReader(f, maxCrash)) // half an account is better than none
	return string(text)
}

// tellCrash writes what the runtime said: why, and each goroutine's calls.
func tellCrash(log *slog.Logger, name, text string) {
	if strings.TrimSpace(text) == "" {
		return // killed, which the runtime never hears of
	}
	of := fault.Word(reSession.FindString(name))
	why, stacks := readCrash(text)
	log.Warn("crash", "of", of, "why", fault.Word(why), "goroutines", len(stacks))
	stacks = slices.DeleteFunc(stacks, stack.idle)
	for _, s := range stacks[:min(len(stacks), mostStacks)] {
		log.Warn("crash stack", "of", of, "state", fault.Word(s.state), "stack", fault.Word(strings.Join(s.calls, " < ")))
	}
}

type stack struct {
	state string
	calls []string
}

// idle says that it is one of the runtime's own.
func (s stack) idle() bool {
	return !slices.ContainsFunc(s.calls, func(c string) bool { return !strings.HasPrefix(c, "runtime.") })
}

var (
	reSession = regexp.MustCompile(`[0-9a-f]{6}`)
	// What the runtime says in its own words. What a program throws is not among
	// them: it may hold anything.
	reWhy       = regexp.MustCompile(`^(?:panic: (?:runtime error: |interface conversion: |assignment to entry )[\w \[\]\-:.,{}*()/]+|fatal error: [\w \-.:,()]+|SIG[A-Z]+: [a-z ]+|\[signal SIG[\w :=\[\]]+\])`)
	reThrown    = regexp.MustCompile(`^panic: (?:\(([\w./*]+)\) )?`)
	reGoroutine = regexp.MustCompile(`^goroutine \d+ (?:gp=\w+ m=\w+ (?:mp=\w+ )?)?\[([\w ,().+\-]+)\]:$`)
	reCall      = regexp.MustCompile(`^(?:created by )?([\w./*()\[\]·\-~%@]+?)(?:\([^()]*\)| in goroutine \d+)?$`)
	reWhere     = regexp.MustCompile(`^\t(.+):(\d+)(?: [\w+= ]+)?$`)
)

// readCrash reads the runtime's account of a crash and leaves out all that the
// program had in hand: what was thrown, arguments, and the paths of files.
func readCrash(text string) (why string, stacks []stack) {
	var reasons []string
	call := ""
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		if m := reGoroutine.FindStringSubmatch(line); m != nil {
			stacks, call = append(stacks, stack{state: m[1]}), ""
			continue
		}
		if len(stacks) == 0 {
			if s := reason(line); s != "" {
				reasons = append(reasons, s)
			}
			continue
		}
		last := &stacks[len(stacks)-1]
		if m := reWhere.FindStringSubmatch(line); m != nil && call != "" && len(last.calls) < mostCalls {
			last.calls = append(last.calls, place(call, strings.ReplaceAll(m[1], `\`, "/"), m[2]))
		}
		call = ""
		if m := reCall.FindStringSubmatch(line); m != nil {
			call = m[1]
		}
	}
	return cmp.Or(strings.Join(reasons, "; "), "?"), stacks
}

// reason is why the program died, as far as it can be told.
func reason(line string) string {
	if s := reWhy.FindString(line); s != "" {
		return s
	}
	if m := reThrown.FindStringSubmatch(line); m != nil {
		if m[1] != "" {
			return "panic: " + m[1]
		}
		return fmt.Sprintf("panic: (%d tecken)", len([]rune(line))-len("panic: "))
	}
	return ""
}

var globSigns = strings.NewReplacer(`*`, `[*]`, `?`, `[?]`, `[`, `[[]`)

// globQuote keeps a folder's name from being read as a pattern.
func globQuote(dir string) string { return globSigns.Replace(dir) }
