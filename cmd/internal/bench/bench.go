// Package bench measures the program against doing the same raw: the Excel
// library's own reader and writer, SQLite itself, the PDF library itself. Both
// sides are measured in the same run, so that the ratio holds on any machine.
package bench

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/demo"
	"itportfoljen/app/system"
)

// Line is one thing measured.
type Line struct {
	What, Against, Goal string
	Ours, Theirs        time.Duration // Theirs 0: nothing to compare with
	Note                string        // instead of times
	Met                 bool
}

// Ratio is how many times longer ours takes.
func (l Line) Ratio() float64 { return float64(l.Ours) / float64(max(1, l.Theirs)) }

// Run measures up to a size and gives the lines. Progress is told to w.
func Run(ctx context.Context, s app.Services, size string, w io.Writer) ([]Line, error) {
	dir, err := os.MkdirTemp("", "itp-bench")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	b := &bench{ctx: ctx, s: s, dir: dir, w: w, grown: map[demo.Size]growth{}}
	var upTo []demo.Size
	for _, sz := range demo.Sizes {
		upTo = append(upTo, sz)
		if string(sz) == size {
			break
		}
	}
	for i, sz := range upTo {
		if err := b.measure(sz, i == len(upTo)-1); err != nil {
			return nil, err
		}
	}
	b.addGrowth(upTo)
	return b.lines, nil
}

type bench struct {
	ctx   context.Context
	s     app.Services
	dir   string
	w     io.Writer
	lines []Line
	grown map[demo.Size]growth
}

// growth is what a size takes.
type growth struct {
	systems                    int
	open, intake, export, sift time.Duration
}

func (b *bench) path(name string) string { return filepath.Join(b.dir, name) }

func (b *bench) tell(format string, args ...any) { fmt.Fprintf(b.w, format+"\n", args...) }

// measure measures a size; only the largest gets lines of its own.
func (b *bench) measure(size demo.Size, largest bool) error {
	b.tell("%s: gör en kommun …", size)
	file := b.path(string(size) + ".itp")
	p, err := b.s.Example(b.ctx, file, string(size), 1)
	if err != nil {
		return err
	}
	g := growth{systems: len(p.All(system.Kind))}
	if err := p.Close(); err != nil {
		return err
	}
	for _, step := range []struct {
		name string
		do   func(file string, size demo.Size, g *growth) ([]Line, error)
		all  bool // at every size
	}{
		{"öppnar", b.opening, true}, {"sparar", b.saving, false}, {"söker", b.sifting, true}, {"grupperar", b.listing, false},
		{"skriver Excel", b.exporting, true}, {"läser Excel", b.importing, true}, {"första sidan", b.firstPage, false}, {"kopierar", b.copying, false}, {"minne", b.memory, false},
	} {
		if !largest && !step.all {
			continue
		}
		b.tell("%s: %s …", size, step.name)
		lines, err := step.do(file, size, &g)
		if err != nil {
			return err
		}
		if largest {
			b.lines = append(b.lines, lines...)
		}
	}
	b.grown[size] = g
	if size == demo.M || largest && size == demo.S {
		b.tell("%s: rapporter …", size)
		lines, err := b.reporting(file, size)
		if err != nil {
			return err
		}
		b.lines = append(b.lines, lines...)
		b.tell("%s: tabeller mot LibreOffice …", size)
		lines, err = b.against(file)
		b.lines = append(b.lines, lines...)
		return err
	}
	return nil
}

// addGrowth compares what a system costs at each size with the size before.
func (b *bench) addGrowth(upTo []demo.Size) {
	for i := 1; i < len(upTo); i++ {
		small, large := b.grown[upTo[i-1]], b.grown[upTo[i]]
		n := float64(large.systems) / float64(small.systems)
		for _, x := range []struct {
			what string
			a, b time.Duration
		}{{"öppna", small.open, large.open}, {"söka", small.sift, large.sift}, {"läsa Excel", small.intake, large.intake}, {"skriva Excel", small.export, large.export}} {
			r := float64(x.b) / float64(x.a) / n
			b.lines = append(b.lines, Line{What: fmt.Sprintf("Tillväxt %s→%s, %s", upTo[i-1], upTo[i], x.what), Against: "linjärt", Goal: "≤ 1,1 ×",
				Note: number(r) + " ×", Met: r <= 1.1})
		}
	}
}

// best is the shortest of n times, each with a clean heap; the shortest is
// disturbed the least.
func best(n int, fn func() error) (time.Duration, error) {
	return shortest(n, runtime.GC, fn)
}

func shortest(n int, before func(), fn func() error) (time.Duration, error) {
	var least time.Duration
	for i := range n {
		before()
		start := time.Now()
		if err := fn(); err != nil {
			return 0, err
		}
		if t := time.Since(start); i == 0 || t < least {
			least = t
		}
	}
	return least, nil
}

// pair measures ours and theirs in turns, so that both meet the same weather.
func pair(n int, ours, theirs func() error) (a, b time.Duration, err error) {
	return turns(n, runtime.GC, ours, theirs)
}

// turns is pair with something to do before each measurement.
func turns(n int, before func(), ours, theirs func() error) (a, b time.Duration, err error) {
	for i := range n {
		x, err := shortest(1, before, ours)
		if err != nil {
			return 0, 0, err
		}
		y, err := shortest(1, before, theirs)
		if err != nil {
			return 0, 0, err
		}
		if i == 0 || x < a {
			a = x
		}
		if i == 0 || y < b {
			b = y
		}
	}
	return a, b, nil
}

// rounds is how many times a size is measured.
func rounds(size demo.Size) int {
	return map[demo.Size]int{demo.S: 7, demo.M: 5, demo.L: 3, demo.XL: 1}[size]
}
