package bench

import (
	"bytes"
	"fmt"
	"time"

	"github.com/jung-kurt/gofpdf"

	"itportfoljen/app"
	"itportfoljen/app/demo"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
	"itportfoljen/assets"
	"itportfoljen/cmd/internal/wiring"
)

// reporting is the Systemförteckning against the same cells drawn raw, and all
// reports together.
func (b *bench) reporting(file string, size demo.Size) ([]Line, error) {
	p, err := b.s.Open(b.ctx, file, app.ToEdit)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	ours, theirs, err := pair(3, func() error { return b.pdf(p, "systemforteckning", nil) }, func() error { return drawRaw(p) })
	if err != nil {
		return nil, err
	}
	lines := []Line{{What: fmt.Sprintf("Systemförteckning som PDF, %s rader", count(len(p.All(system.Kind)))), Against: "samma celler rått", Goal: "≤ 2 ×", Ours: ours, Theirs: theirs, Met: ours <= 2*theirs}}
	all, err := best(2, func() error {
		for _, r := range b.s.Reports() {
			if err := b.pdf(p, r.Name, wiring.Needed(p, r)); err != nil {
				return err
			}
		}
		return nil
	})
	return append(lines, Line{What: fmt.Sprintf("Alla rapporter (%d), %s", len(b.s.Reports()), size), Goal: "< 2 s", Ours: all, Met: all < 2*time.Second}), err
}

func (b *bench) pdf(p *app.Portfolio, name string, sets map[string]string) error {
	r, err := b.s.Report(b.ctx, p, name, sets)
	if err != nil {
		return err
	}
	_, err = r.PDF(b.ctx, nil)
	return err
}

// drawRaw draws the same sort of table with the PDF library alone: no tags, no
// wrapping, no headings.
func drawRaw(p *app.Portfolio) error {
	f := gofpdf.New("L", "pt", "A4", "")
	f.AddUTF8FontFromBytes("s", "", assets.Must("fonts/SourceSans3-Regular.ttf"))
	f.SetFont("s", "", 9)
	f.AddPage()
	l := view.New(p, system.Kind)
	width := 780 / float64(len(l.Columns()))
	for _, r := range l.Rows() {
		for _, c := range l.Columns() {
			f.CellFormat(width, 14, l.Text(r, c), "B", 0, "L", false, 0, "")
		}
		f.Ln(14)
	}
	var out bytes.Buffer
	return f.Output(&out)
}
