package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// terminal gives both ends of a terminal: the user's and the program's.
func terminal(t *testing.T) (user, program *os.File) {
	t.Helper()
	user, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("no terminals here:", err)
	}
	t.Cleanup(func() { user.Close() })
	n, err := unix.IoctlGetInt(int(user.Fd()), unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(int(user.Fd()), unix.TIOCSPTLCK, 0)
	}
	if err != nil {
		t.Fatal(err)
	}
	program, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { program.Close() })
	return user, program
}

// asked runs the program at a terminal and answers each of its questions; it
// gives all that was said and shown.
func (w *world) asked(args []string, answers ...string) (code int, said string) {
	w.t.Helper()
	user, program := terminal(w.t)
	cmd := exec.Command(binary, args...)
	cmd.Dir, cmd.Stdin = w.dir, program
	out, err := cmd.StderrPipe()
	if err != nil {
		w.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		w.t.Fatal(err)
	}
	in := bufio.NewReader(out)
	for _, a := range answers {
		question, err := in.ReadString(':')
		if err != nil {
			break
		}
		said += question
		fmt.Fprintln(user, a)
	}
	rest := new(strings.Builder)
	_, _ = in.WriteTo(rest)
	_ = cmd.Wait()
	return cmd.ProcessState.ExitCode(), said + rest.String()
}

func TestThePassphraseIsAskedForAtTheTerminal(t *testing.T) {
	w := newWorld(t)
	w.do("new", "a.itp", "--name", "Ekvalla")
	backup := []string{"backup", "a.itp", "k.age", "--encrypt"}
	for _, c := range []struct {
		args    []string
		answers []string
		code    int
		want    string
	}{
		{backup, []string{"åtta hästar", "åtta hundar"}, 1, "Lösenfraserna är inte lika"},
		{backup, []string{"", ""}, 1, "En tom lösenfras skyddar inget"},
		{backup, []string{"åtta hästar", "åtta hästar"}, 0, "Samma lösenfras igen:"},
		{[]string{"restore", "k.age", "b.itp"}, []string{"fel"}, 1, "Lösenfrasen stämmer inte"},
		{[]string{"restore", "k.age", "b.itp"}, []string{"åtta hästar"}, 0, "Kopians lösenfras:"},
	} {
		code, said := w.asked(c.args, c.answers...)
		if code != c.code || !strings.Contains(said, c.want) || strings.Contains(said, "hästar") {
			t.Errorf("%q answered %q: exit %d\n%s", c.args, c.answers, code, said)
		}
	}
	w.do("check", "b.itp")
}
