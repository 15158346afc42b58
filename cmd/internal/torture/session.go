//go:build linux

package torture

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/cmd/internal/wiring"
)

// A session is a child that has a portfolio open as a window has, and writes to
// it: one change for each line that it reads, or as fast as it can.
const (
	sessionFile = "ITP_TORTURE_SESSION"
	sessionSeed = "ITP_TORTURE_SEED"
	sessionStep = "ITP_TORTURE_STEP"
)

// Child is where a program that may be a session begins; it returns in all
// others.
func Child() {
	path := os.Getenv(sessionFile)
	if path == "" {
		return
	}
	seed, _ := strconv.ParseUint(os.Getenv(sessionSeed), 10, 64)
	s := &session{ctx: context.Background(), rng: rand.New(rand.NewPCG(seed, 1))}
	if err := s.run(path, os.Getenv(sessionStep) != ""); err != nil {
		fmt.Println("fel", told(err))
		os.Exit(1)
	}
	os.Exit(0)
}

type session struct {
	ctx context.Context
	rng *rand.Rand
	p   *app.Portfolio
	n   int64
}

// run says "öppen" and "sparad" with the state that is then in the file.
func (s *session) run(path string, steps bool) (err error) {
	if s.p, err = wiring.Services(wiring.Options{Who: who, Today: today, Window: true}).Open(s.ctx, path, app.ToEdit); err != nil {
		return err
	}
	entries, err := s.p.Journal(s.ctx, app.Query{Limit: 1})
	if err != nil {
		return err
	}
	if len(entries) > 0 {
		s.n = entries[0].Number
	}
	fmt.Println("öppen", stateOf(s.p, s.n))
	lines := bufio.NewScanner(os.Stdin)
	for !steps || lines.Scan() {
		e, err := s.step()
		if err != nil {
			return err
		}
		switch {
		case e.Number > 0:
			s.n = e.Number
		case !steps: // nothing was left to do
			continue
		}
		fmt.Println("sparad", stateOf(s.p, s.n))
	}
	return s.p.Close()
}

// kind is what a session changes, and lockIn the field that it writes in.
var (
	kind   = app.KindNamed("systems")
	lockIn = field.Column{Field: kind.Field("lock_in")}
)

// step does one of the things that people do.
func (s *session) step() (app.Entry, error) {
	systems := s.p.All(kind)
	one := systems[s.rng.IntN(len(systems))]
	said := fmt.Sprintf("Inlåsning %d", s.rng.Uint32())
	switch n := s.rng.IntN(16); {
	case n < 7:
		return s.p.SetText(s.ctx, one.ID, lockIn, said)
	case n < 9:
		ids := make([]field.ID, 0, len(systems))
		for _, r := range systems {
			ids = append(ids, r.ID)
		}
		return s.p.SetMany(s.ctx, ids, lockIn, said)
	case n < 11 && len(systems) < 200:
		var made []*field.Record
		for i := range 1 + s.rng.IntN(40) {
			made = append(made, field.NewRecord(kind, s.p.NewID()).Put(kind.Title(), fmt.Sprintf("%s-%d", said, i)))
		}
		return s.p.CreateAll(s.ctx, "Tillagda", made)
	case n < 13 && len(systems) > 60: // never one that an operation is about
		late := systems[20:]
		e, err := s.p.Delete(s.ctx, []field.ID{late[0].ID, late[1+s.rng.IntN(len(late)-1)].ID})
		if fault.CodeOf(err) == fault.Conflict { // something stands in the way
			return app.Entry{}, nil
		}
		return e, err
	case n < 15:
		if _, ok := s.p.CanUndo(); ok {
			return s.p.Undo(s.ctx)
		}
	default:
		if _, ok := s.p.CanRedo(); ok {
			return s.p.Redo(s.ctx)
		}
	}
	return app.Entry{}, nil
}

// begin starts a session; with steps it writes when it is told to.
func (r *rig) begin(dir string, steps bool) *running {
	cmd := exec.CommandContext(r.ctx, r.o.Self)
	cmd.Env = r.environment(sessionFile+"="+filepath.Join(dir, "a.itp"), fmt.Sprintf("%s=%d", sessionSeed, r.rng.Uint64()))
	s := &running{cmd: cmd, lines: make(chan string, 1<<12)}
	if steps {
		cmd.Env = append(cmd.Env, sessionStep+"=1")
		in, err := cmd.StdinPipe()
		must(err)
		s.in = in
	}
	out, err := cmd.StdoutPipe()
	must(err)
	must(cmd.Start())
	go func() {
		for lines := bufio.NewScanner(out); lines.Scan(); {
			s.lines <- lines.Text()
		}
		close(s.lines)
	}()
	return s
}
