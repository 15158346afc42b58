package bench

import (
	"context"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/demo"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/cmd/internal/wiring"
)

// The tests hold that the measuring works, not what it gives.

func newBench(t testing.TB, size demo.Size) (b *bench, file string) {
	t.Helper()
	b = &bench{ctx: context.Background(), s: wiring.Services(wiring.Options{Today: 20261121}), dir: t.TempDir(), w: io.Discard, grown: map[demo.Size]growth{}}
	file = b.path("a.itp")
	p, err := b.s.Example(b.ctx, file, string(size), 1)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	return b, file
}

func TestSteps(t *testing.T) {
	b, file := newBench(t, demo.S)
	var g growth
	for _, step := range []func(string, demo.Size, *growth) ([]Line, error){b.opening, b.saving, b.sifting, b.listing, b.exporting, b.importing} {
		lines, err := step(file, demo.S, &g)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range lines {
			if l.What == "" || l.Ours <= 0 || l.Theirs <= 0 {
				t.Errorf("%+v", l)
			}
		}
	}
	lines, err := b.reporting(file, demo.S)
	if err != nil || len(lines) != 2 {
		t.Fatal(lines, err)
	}
}

func TestTable(t *testing.T) {
	var b strings.Builder
	Write(&b, []Line{
		{What: "Öppna", Against: "rått", Goal: "≤ 2 ×", Ours: 1500 * time.Millisecond, Theirs: time.Second, Met: true},
		{What: "Minne", Goal: "< 250 MB", Note: megabytes(300 << 20)},
	})
	for _, want := range []string{"1,50 s", "1,00 s", "1,50 ×", "nått", "300 MB", "missat"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

// What a child takes is its own: what the measuring program has taken isn't counted in.
func TestThePeakIsTheChildsOwn(t *testing.T) {
	big := make([]byte, 256<<20)
	for i := 0; i < len(big); i += 4096 {
		big[i] = 1
	}
	n, err := runPeak(exec.Command(os.Args[0], "-test.run", "^$"))
	runtime.KeepAlive(big)
	if err != nil || n != 0 && (n < 1<<20 || n > 200<<20) {
		t.Errorf("a test that does nothing had %d bytes, %v", n, err)
	}
	if _, err := runPeak(exec.Command(os.Args[0], "-test.unknown")); err == nil {
		t.Error("a child that failed was measured")
	}
}

func benchmark(b *testing.B, fn func(x *bench, file string) error) {
	x, file := newBench(b, demo.L)
	if _, err := x.exporting(file, demo.XL, &growth{}); err != nil { // the workbook to read
		b.Fatal(err)
	}
	for b.Loop() {
		if err := fn(x, file); err != nil {
			b.Fatal(err)
		}
	}
}

// The benchmarks are for profiles: go test -bench Import -cpuprofile …

func BenchmarkImport(b *testing.B) {
	benchmark(b, func(x *bench, _ string) error { return x.importOnce(x.path("ut.xlsx")) })
}

func BenchmarkOpen(b *testing.B) {
	benchmark(b, func(x *bench, file string) error {
		p, err := x.s.Open(x.ctx, file, app.ToEdit)
		if err != nil {
			return err
		}
		return p.Close()
	})
}

func BenchmarkSift(b *testing.B) {
	benchmark(b, func(x *bench, file string) error {
		_, err := x.sifting(file, demo.S, &growth{})
		return err
	})
}

func BenchmarkExport(b *testing.B) {
	benchmark(b, func(x *bench, file string) error {
		_, err := x.exporting(file, demo.XL, &growth{})
		return err
	})
}

func BenchmarkSave(b *testing.B) {
	x, file := newBench(b, demo.L)
	p, err := x.s.Open(x.ctx, file, app.ToEdit)
	if err != nil {
		b.Fatal(err)
	}
	defer p.Close()
	id := p.All(system.Kind)[0].ID
	for n := 0; b.Loop(); n++ {
		if _, err := p.SetText(x.ctx, id, field.Column{Field: system.LockIn.Field}, strconv.Itoa(n)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkList(b *testing.B) {
	benchmark(b, func(x *bench, file string) error {
		lines, err := x.listing(file, demo.L, &growth{})
		for _, l := range lines {
			b.Logf("%s: %v mot %v", l.What, l.Ours, l.Theirs)
		}
		return err
	})
}

// LibreOffice is asked for the same table in both ways, or it is said that it wasn't.
func TestTablesAreMeasuredAgainstLibreOffice(t *testing.T) {
	b, file := newBench(t, demo.S)
	var said strings.Builder
	b.w = &said
	defer func(rows []int) { officeRows = rows }(officeRows)
	officeRows = []int{20}
	lines, err := b.against(file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := exec.LookPath("soffice"); err != nil {
		if len(lines) != 0 || !strings.Contains(said.String(), "INTE MÄTT") {
			t.Errorf("%v, and %q", lines, said.String())
		}
		return
	}
	if len(lines) != 4 || lines[0].Ours <= 0 || lines[0].Theirs <= 0 || lines[0].Ours >= lines[0].Theirs {
		t.Errorf("%+v", lines)
	}
}
