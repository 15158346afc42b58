//go:build linux

package torture

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// A recording is what a program asked of the system about files, in order, as
// strace saw it.
type recording struct {
	calls []call
	a     answer
}

// call is one system call that went well.
type call struct {
	name   string
	args   []string // as strace writes them
	result int64
}

const recorded = "open,openat,creat,close,write,pwrite64,writev,pwritev,ftruncate,truncate,fallocate,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,lseek,copy_file_range,dup,dup2,dup3"

// straceMissing says why strace can't be used, "" when it can.
func straceMissing() string {
	if out, err := exec.Command("strace", "-f", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		return fmt.Sprintf("strace går inte att köra här: %v %s", err, oneLine(string(out)))
	}
	return ""
}

// traced runs a command within strace.
func traced(cmd *exec.Cmd, flags ...string) {
	path, err := exec.LookPath("strace")
	must(err)
	cmd.Args = append(append([]string{"strace", "-f", "-qq", "--seccomp-bpf", "-e", "signal=none"}, flags...), append([]string{cmd.Path}, cmd.Args[1:]...)...)
	cmd.Path = path
}

// record runs a command and writes down what it does to files.
func (r *rig) record(cmd *exec.Cmd) recording {
	log := filepath.Join(r.room(), "strace")
	defer os.RemoveAll(filepath.Dir(log))
	traced(cmd, "-xx", "-s", "1000000", "-o", log, "-e", "trace="+recorded)
	var rec recording
	rec.a = finish(cmd)
	f, err := os.Open(log)
	must(err)
	defer f.Close()
	rec.calls, err = parseTrace(f)
	must(err)
	return rec
}

// parseTrace reads what strace writes. A call that another thread came in the
// middle of is put together, where it ended.
func parseTrace(from io.Reader) (out []call, err error) {
	begun := map[string]string{}
	lines := bufio.NewReaderSize(from, 1<<20)
	for {
		line, err := lines.ReadString('\n')
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		pid, said, _ := strings.Cut(strings.TrimSpace(line), " ")
		said = strings.TrimSpace(said)
		if rest, cut := strings.CutSuffix(said, "<unfinished ...>"); cut {
			begun[pid] = strings.TrimRight(rest, " ")
			continue
		}
		if rest, resumed := strings.CutPrefix(said, "<... "); resumed {
			_, rest, _ = strings.Cut(rest, " resumed>")
			said = begun[pid] + rest
		}
		if c, ok := parseCall(said); ok {
			out = append(out, c)
		}
	}
}

// parseCall reads name(arguments) = result; those that failed changed nothing.
func parseCall(s string) (c call, ok bool) {
	head, result, ok := cutLast(s, " = ")
	name, args, opened := strings.Cut(head, "(")
	if !ok || !opened {
		return c, false
	}
	number, _, _ := strings.Cut(result, " ")
	n, err := strconv.ParseInt(number, 0, 64)
	if err != nil || n < 0 {
		return c, false
	}
	args = strings.TrimSuffix(strings.TrimRight(args, " "), ")")
	return call{name, splitArgs(args), n}, true
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// splitArgs splits at commas outside quotes and brackets. What is quoted is in
// hexadecimal, and has none of them.
func splitArgs(s string) []string {
	var out []string
	deep, from := 0, 0
	for i, b := range []byte(s) {
		switch b {
		case '{', '[':
			deep++
		case '}', ']':
			deep--
		case ',':
			if deep == 0 {
				out, from = append(out, strings.TrimSpace(s[from:i])), i+1
			}
		}
	}
	return append(out, strings.TrimSpace(s[from:]))
}

// text is an argument's bytes.
func (c call) text(i int) []byte {
	if i >= len(c.args) {
		return nil
	}
	quoted := strings.Trim(c.args[i], `"`)
	out := make([]byte, 0, len(quoted)/4)
	for ; len(quoted) >= 4 && quoted[0] == '\\'; quoted = quoted[4:] {
		n, err := strconv.ParseUint(quoted[2:4], 16, 8)
		must(err)
		out = append(out, byte(n))
	}
	return bytes.Clone(out)
}

func (c call) number(i int) int64 {
	n, err := strconv.ParseInt(c.args[i], 0, 64)
	must(err)
	return n
}
