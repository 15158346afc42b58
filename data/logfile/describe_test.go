package logfile

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"itportfoljen/app/base/fault"
)

// secrets stand in what errors say of themselves.
var secrets = []string{"Hemliga", "hemliga", "åsa", "Åsa", "/home", "systemet.itp", "CONSTRAINT"}

func free(t *testing.T, text string) {
	t.Helper()
	for _, s := range secrets {
		if strings.Contains(text, s) {
			t.Errorf("%q stands in %q", s, text)
		}
	}
}

// engine is an error as SQLite's.
type engine struct{ code int }

func (e *engine) Error() string { return "CONSTRAINT Hemliga systemet" }
func (e *engine) Code() int     { return e.code }

func TestDescribeTellsKindsAndNoTexts(t *testing.T) {
	const name = "/home/åsa/Hemliga systemet.itp"
	text := errors.New("Hemliga systemet")
	for _, c := range []struct {
		err  error
		want string // %: anything
	}{
		{text, "*errors.errorString"},
		{fmt.Errorf("%s: %w", name, text), "*fmt.wrapError < *errors.errorString"},
		{&fs.PathError{Op: "open", Path: name, Err: syscall.ENOENT}, "*fs.PathError open < syscall.Errno 2"},
		{&fs.PathError{Op: name, Path: name, Err: fs.ErrNotExist}, "*fs.PathError ? < fs.ErrNotExist"},
		{&os.LinkError{Op: "rename", Old: name, New: name, Err: syscall.EXDEV}, "*os.LinkError rename < syscall.Errno %"},
		{os.NewSyscallError("fsync", syscall.EIO), "*os.SyscallError fsync < syscall.Errno %"},
		{&engine{787}, "*logfile.engine 787"},
		{fault.New(fault.Damaged, "”Hemliga systemet” är skadad."), "*fault.Error damaged [itportfoljen/data/logfile.TestDescribeTellsKindsAndNoTexts describe_test.go:% < %]"},
		{fault.Wrap(fault.Internal, name, &engine{1}), "*fault.Error internal [%] < *logfile.engine 1"},
		{&fault.Error{Code: fault.Locked, Text: name}, "*fault.Error locked []"},
		{errors.Join(io.EOF, fmt.Errorf("%s", name), context.Canceled), "*errors.joinError < io.EOF < % < context.Canceled"},
		{caught("Hemliga systemet"), "*fault.Panic string [%logfile.thrower describe_test.go:%]"},
		{caught(text), "*fault.Panic *errors.errorString [%] < *errors.errorString"},
	} {
		got := describe(c.err)
		free(t, got)
		if pattern := strings.ReplaceAll(regexp.QuoteMeta(c.want), "%", ".*"); !regexp.MustCompile("^" + pattern + "$").MatchString(got) {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

func thrower(value any) { panic(value) }

func caught(value any) (err error) {
	defer func() { err = fault.Caught(recover()) }()
	thrower(value)
	return nil
}

func TestDescribeIsBounded(t *testing.T) {
	err := error(io.EOF)
	for range 1000 {
		err = errors.Join(err, err)
	}
	if n := strings.Count(describe(err), " < "); n >= mostErrors {
		t.Errorf("%d causes told", n)
	}
}

type person struct{ Name string }

func (p person) LogValue() slog.Value { return slog.StringValue(p.Name) }
func (p person) String() string       { return p.Name }

func TestOnlyNumbersAndOurOwnWordsAreLogged(t *testing.T) {
	var out bytes.Buffer
	log := slog.New(newHandler(&out)).With("who", "Åsa Ek").WithGroup("in")
	log.Error("saving", "file", "/home/åsa", "rows", 12, "ok", true, "share", 0.5, "person", person{"Åsa Ek"}, "pointer", &person{"Åsa"}, "list", []string{"Hemliga"},
		"err", fault.New(fault.Locked, "Hemliga"), "op", fault.Word("import"), slog.Group("more", "msg", "Åsa", "level", "Hemliga", "time", "/home"), "none", nil)
	got := out.String()
	free(t, got)
	for _, want := range []string{"msg=saving", "who=\"(6 tecken)\"", "in.rows=12", "in.ok=true", "in.share=0.5", "in.op=import", "*fault.Error locked", "in.more.level=\"(7 tecken)\"", "describe_test.go:"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s isn't in %s", want, got)
		}
	}
	if strings.Count(got, "\n") != 1 {
		t.Errorf("%q isn't a line", got)
	}
}
