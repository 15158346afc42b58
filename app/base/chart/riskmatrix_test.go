package chart_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
)

// risksOf is so many risks, every seventh not assessed and every other with an action.
func risksOf(n int) chart.RiskData {
	d := chart.RiskData{Title: "Risker", Size: 5, Medium: 8, High: 15}
	for i := range n {
		r := chart.Risk{Key: fmt.Sprint(i), Name: fmt.Sprintf("Leverantören lägger ned produkten innan ersättaren är upphandlad %d", i), Of: "Verksamhetssystemet", Probability: 1 + i*3%5, Consequence: 1 + i*2%5}
		if i%2 == 0 {
			r.After = [2]int{1, r.Consequence}
		}
		if i%7 == 6 {
			r.Probability, r.After = 0, [2]int{}
		}
		d.Risks = append(d.Risks, r)
	}
	return d
}

// discsOf are those of the drawing, in its order.
func discsOf(d draw.Drawing) (out []draw.Circle) {
	for _, s := range d.Shapes {
		if c, ok := s.(draw.Circle); ok {
			out = append(out, c)
		}
	}
	return out
}

func TestNoRiskLiesOnAnother(t *testing.T) {
	for _, n := range []int{1, 2, 7, 25, 60, 200} {
		for _, w := range []float64{220, 300, 511, 760, 1400} {
			d := risksOf(n)
			for i := range d.Risks { // most of them in one cell
				if i%3 != 0 && d.Risks[i].Probability > 0 {
					d.Risks[i].Probability, d.Risks[i].Consequence = 4, 5
				}
			}
			pic := chart.RiskMatrix(d, w, chart.Paper(), measure)
			all := discsOf(pic)
			for i, a := range all {
				for _, b := range all[:i] {
					if math.Hypot(a.X-b.X, a.Y-b.Y) < a.R+b.R-0.01 {
						t.Fatalf("%d at %v: discs at %.0f,%.0f and %.0f,%.0f of %.1f overlap", n, w, a.X, a.Y, b.X, b.Y, a.R)
					}
				}
			}
			if len(pic.Table) != n+1 {
				t.Errorf("%d at %v: %d rows", n, w, len(pic.Table))
			}
		}
	}
}

func TestARiskStandsInItsCellAndLeadsToWhatItBecomes(t *testing.T) {
	d := chart.RiskData{Size: 5, Medium: 8, High: 15, Risks: []chart.Risk{
		{Key: "a", Name: "Driftstopp", Of: "Lönesystemet", Probability: 4, Consequence: 5, After: [2]int{2, 5}},
		{Key: "b", Name: "Ingen vet", Probability: 3},
		{Key: "c", Name: "Utanför", Probability: 9, Consequence: 1},
	}}
	pic := chart.RiskMatrix(d, 800, chart.Paper(), measure)
	hits := map[string]draw.Hit{}
	for _, h := range pic.Hits {
		if _, has := hits[h.Key]; !has {
			hits[h.Key] = h
		}
	}
	disc, cell, after := discsOf(pic)[0], hits[chart.CellKey(4, 5)], hits[chart.CellKey(2, 5)]
	inside := func(x, y float64, h draw.Hit) bool { return x > h.X && x < h.X+h.W && y > h.Y && y < h.Y+h.H }
	if len(discsOf(pic)) != 1 || !inside(disc.X, disc.Y, cell) {
		t.Errorf("discs %v, the cell %v", discsOf(pic), cell)
	}
	arrows := 0
	for _, s := range pic.Shapes {
		if p, ok := s.(draw.Polygon); ok {
			arrows++
			if !inside(p.Points[0][0], p.Points[0][1], after) {
				t.Errorf("the arrow points at %v, not in %v", p.Points[0], after)
			}
		}
	}
	if arrows != 1 {
		t.Errorf("%d arrows", arrows)
	}
	var said []string
	for _, s := range pic.Shapes {
		if x, ok := s.(draw.Text); ok {
			said = append(said, x.Text)
		}
	}
	all := strings.Join(said, "|")
	for _, want := range []string{"Inte bedömda", "Ingen vet", "Utanför", "4×5 → 2×5", "Driftstopp · Lönesystemet"} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in %q", want, all)
		}
	}
	if want := "Riskmatris: Driftstopp, Lönesystemet, 4×5 → 2×5, hög; Ingen vet, inte bedömd; Utanför, inte bedömd."; pic.Alt != want {
		t.Errorf("%q, want %q", pic.Alt, want)
	}
	if hits[chart.CellKey(4, 5)].Y > hits[chart.CellKey(1, 5)].Y || hits[chart.CellKey(4, 5)].X < hits[chart.CellKey(4, 1)].X {
		t.Error("likely isn't up, or bad isn't to the right")
	}
}

func TestManyArrowsAreLeftOutAndThatIsSaid(t *testing.T) {
	pic := chart.RiskMatrix(risksOf(60), 900, chart.Paper(), measure)
	for _, s := range pic.Shapes {
		if _, ok := s.(draw.Polygon); ok {
			t.Fatal("sixty risks have arrows")
		}
	}
	for _, s := range pic.Shapes {
		if x, ok := s.(draw.Text); ok && x.Text == "Pilar visas för högst 20 risker." {
			return
		}
	}
	t.Error("it doesn't say so")
}
