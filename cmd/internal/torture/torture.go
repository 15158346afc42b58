//go:build linux

// Package torture does to portfolios what the world does to files: programs are
// killed, the power goes, disks fill up and stumble, others write, copy, move
// and replace. It counts what was acknowledged and is gone, what is half done,
// what is left lying, and answers that aren't true.
package torture

import (
	"context"
	"fmt"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"itportfoljen/app"
	"itportfoljen/cmd/internal/wiring"
)

// Options say how much is done, and with what.
type Options struct {
	Program string    // itpctl
	Self    string    // this program, which begins with Child
	N       float64   // 1: all of it
	Seed    uint64    // the same gives the same blows, as far as timing lets it
	Only    string    // only the parts whose name begins so
	Tell    io.Writer // progress, and each loss as it is found
}

// Line is one thing that was done, and what came of it.
type Line struct {
	What    string
	Times   int
	Inside  int // of these in the middle of writing
	Writing bool
	Acked   int // changes that were acknowledged and looked for
	Lost    int // every fault, not only what is gone
	Note    string
	Skipped string // why it wasn't done
}

// part is a group of lines.
type part struct {
	name string
	do   func(*rig) []*Line
}

var parts = []part{
	{"dödad", (*rig).kills},
	{"strömavbrott", (*rig).powerCuts},
	{"full disk", (*rig).fullDisks},
	{"diskfel", (*rig).diskErrors},
	{"signaler", (*rig).signals},
	{"skrivare", (*rig).together},
	{"kopior", (*rig).copies},
	{"journaler", (*rig).strangers},
	{"borttagen", (*rig).moved},
	{"skador", (*rig).damage},
}

// Run does it all and gives a line for each thing done. An error says that it
// couldn't be done at all.
func Run(ctx context.Context, o Options) (lines []*Line, err error) {
	dir, err := os.MkdirTemp("", "itp-torture-")
	if err != nil {
		return nil, err
	}
	r := &rig{ctx: ctx, o: o, dir: dir, s: wiring.Services(wiring.Options{Who: who, Today: today})}
	defer func() {
		if r.losses == 0 {
			_ = os.RemoveAll(dir)
		}
	}()
	for _, name := range []string{"HOME", "ITP_COPIES"} { // what the programs keep for the user stays here
		if err := os.Setenv(name, filepath.Join(dir, strings.ToLower(name))); err != nil {
			return nil, err
		}
	}
	if err := r.prepare(); err != nil {
		return nil, err
	}
	for _, p := range parts {
		if !strings.HasPrefix(p.name, o.Only) {
			continue
		}
		fmt.Fprintf(o.Tell, "%s …\n", p.name)
		r.rng = rand.New(rand.NewPCG(o.Seed, hash(p.name)))
		lines = append(lines, p.do(r)...)
		if err := ctx.Err(); err != nil {
			return lines, err
		}
	}
	return lines, nil
}

func hash(s string) uint64 {
	h := fnv.New64a()
	_, _ = io.WriteString(h, s)
	return h.Sum64()
}

const (
	who   = "Prövare"
	today = 20261121
	day   = "2026-11-21"
)

// rig is what the parts share.
type rig struct {
	ctx   context.Context
	o     Options
	rng   *rand.Rand
	dir   string
	s     app.Services
	start state             // what the portfolio that everything begins from holds
	made  map[string][]byte // what each operation writes when nobody disturbs it

	mu     sync.Mutex
	losses int
	rooms  int
}

// times scales a number of times, at least once.
func (r *rig) times(n int) int { return max(1, int(float64(n)*r.o.N)) }

// picked says whether one of many is done: all of them when it is to be all of
// it, at least some otherwise.
func (r *rig) picked(least float64) bool { return r.rng.Float64() < max(least, r.o.N) }

// room is a new folder.
func (r *rig) room() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.rooms++
	dir := filepath.Join(r.dir, fmt.Sprintf("%05d", r.rooms))
	must(os.Mkdir(dir, 0o700))
	return dir
}

// clear removes a room in which nothing was lost; others are kept to be looked
// at.
func (r *rig) clear(dir string, l *Line, lost int) {
	if l.Lost == lost {
		_ = os.RemoveAll(dir)
	}
}

// toldAtMost is how many losses of a line are told in words.
const toldAtMost = 12

// lost counts a fault.
func (r *rig) lost(l *Line, dir, format string, args ...any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	l.Lost++
	r.losses++
	if l.Lost <= toldAtMost {
		fmt.Fprintf(r.o.Tell, "  FEL %s: %s (%s)\n", l.What, fmt.Sprintf(format, args...), dir)
	}
}

// must is for the rig's own files: without them nothing can be said.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
