package bench

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/demo"
	"itportfoljen/app/insight"
)

// firstPage is what the window's first page asks, against opening the portfolio that it asks:
// the window is in use when both are done, and the rest waits for it.
func (b *bench) firstPage(file string, size demo.Size, _ *growth) ([]Line, error) {
	var least time.Duration
	opening, err := best(rounds(size), func() error {
		p, err := b.s.Open(b.ctx, file, app.ToEdit)
		if err != nil {
			return err
		}
		from := time.Now()
		year := p.PlanYear()
		insight.FiguresOf(p)
		insight.Todos(p)
		insight.CostPerUnit(p, year-2, year+1)
		insight.Bubbles(p)
		insight.Frames(p)
		insight.Todos(p) // the badges beside it
		if t := time.Since(from); least == 0 || t < least {
			least = t
		}
		return p.Close()
	})
	opening -= least
	return []Line{{What: fmt.Sprintf("Första sidans svar, %s", size), Against: "öppna portföljen", Goal: "≤ 1 ×", Ours: least, Theirs: opening, Met: least <= opening}}, err
}

// copying is the most memory that the day's copy takes beside an open portfolio, which it is
// written from and then looked through.
func (b *bench) copying(file string, size demo.Size, _ *growth) ([]Line, error) {
	place := b.path("kopior")
	before := os.Getenv("ITP_COPIES")
	os.Setenv("ITP_COPIES", place)
	defer os.Setenv("ITP_COPIES", before)
	p, err := b.s.Open(b.ctx, file, app.ToEdit)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	open := live()
	ctx, done := context.WithCancel(b.ctx)
	most := make(chan int64)
	go func() { most <- mostHeap(ctx) }()
	_, err = b.s.KeepCopy(b.ctx, p, app.CopyAsked)
	done()
	if peak := <-most; err == nil {
		ratio := float64(peak) / float64(open)
		return []Line{{What: fmt.Sprintf("Minne som mest, dagens kopia av %s", size), Against: "den öppna portföljen", Goal: "≤ 2,5 × eller 64 MB", Note: number(ratio) + " ×, " + megabytes(peak), Met: ratio <= 2.5 || peak < 64<<20}}, nil
	}
	return nil, err
}

// mostHeap is the most that the heap held, what isn't collected yet too, until the context ends.
func mostHeap(ctx context.Context) (most int64) {
	var m runtime.MemStats
	for ctx.Err() == nil {
		runtime.ReadMemStats(&m)
		most = max(most, int64(m.HeapAlloc))
		time.Sleep(20 * time.Millisecond)
	}
	return most
}
