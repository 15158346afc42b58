package reports_test

import (
	"context"
	"errors"
	"testing"

	"itportfoljen/app/base/fault"
	"itportfoljen/reports"
)

// givenUp is a context that ends when it has been asked so many times.
type givenUp struct {
	context.Context
	left int
}

func (g *givenUp) Err() error {
	if g.left--; g.left < 0 {
		return context.Canceled
	}
	return nil
}

// A report that nobody waits for any more ends as a fault.Canceled, wherever it had come: while
// it was laid out, or written.
func TestAReportThatIsGivenUpEnds(t *testing.T) {
	w := town(t, 40, 10)
	for _, info := range reports.List() {
		sets, ok := needs(w, info)
		if !ok {
			continue
		}
		asked := &givenUp{Context: t.Context(), left: 1 << 30}
		doc, err := reports.Build(w, info.Name, reports.Options{Sets: sets, Context: asked})
		if err != nil {
			t.Fatal(err)
		}
		of := 1<<30 - asked.left
		if of < 20 && len(doc.Pages()) > 1 {
			t.Errorf("%s asks %d times", info.Name, of)
		}
		for _, at := range []int{0, of / 4, of / 2, of - 2} {
			_, err := reports.Build(w, info.Name, reports.Options{Sets: sets, Context: &givenUp{Context: t.Context(), left: at}})
			if fault.CodeOf(err) != fault.Canceled {
				t.Errorf("%s given up at %d of %d: %v", info.Name, at, of, err)
			}
		}
		var told []float64
		doc.Heed(t.Context(), func(f float64) { told = append(told, f) })
		if _, err := doc.PDF(); err != nil || len(told) != len(doc.Pages()) {
			t.Errorf("%s: %v, %d of %d pages told of", info.Name, err, len(told), len(doc.Pages()))
		}
		doc.Heed(&givenUp{Context: t.Context(), left: 1}, nil)
		if _, err := doc.PDF(); !errors.Is(err, context.Canceled) {
			t.Errorf("%s written though given up: %v", info.Name, err)
		}
	}
}
