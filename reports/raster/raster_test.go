package raster_test

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"strconv"
	"sync"
	"testing"

	"itportfoljen/app/base/draw"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/raster"
)

func sample() *pdf.Doc {
	doc := pdf.New(pdf.Meta{Title: "Prov på rastrering", Footer: "Utkast"})
	doc.Head("Ekvalla kommun", "", "Till ledningsgruppen")
	doc.P("Räksmörgås på åländsk ö kostar 1\u00a0234\u00a0567 kr – inte 12 %.")
	d := draw.Drawing{W: 200, H: 100, Alt: "Former"}
	d.Add(draw.Rect{X: 0, Y: 0, W: 60, H: 40, Radius: 8, Fill: color.NRGBA{255, 0, 0, 255}, Stroke: color.NRGBA{0, 0, 0, 255}, StrokeWidth: 2},
		draw.Circle{X: 120, Y: 30, R: 25, Fill: color.NRGBA{0, 128, 0, 255}},
		draw.Line{X1: 0, Y1: 80, X2: 200, Y2: 95, Width: 2, Color: color.NRGBA{0, 0, 255, 255}, Dash: true},
		draw.Polygon{Points: [][2]float64{{160, 60}, {190, 60}, {175, 90}}, Fill: color.NRGBA{0, 0, 255, 255}},
		draw.Rect{X: 70, Y: 50, W: 60, H: 40, Hatch: color.NRGBA{255, 0, 0, 255}, HatchStep: 12, Stroke: color.NRGBA{0, 128, 0, 255}, StrokeWidth: 2})
	doc.Drawing(d, "Bildtext")
	return doc
}

// figure finds where the drawing lies on the page.
func figure(t *testing.T, doc *pdf.Doc) (x, y float64) {
	t.Helper()
	for _, e := range doc.Tree() {
		if e.Role == pdf.RoleFigure {
			return e.BBox[0], e.BBox[1]
		}
	}
	t.Fatal("no figure")
	return 0, 0
}

func TestShapesLandWhereThePageSays(t *testing.T) {
	doc := sample()
	const dpi = 144
	img := raster.Page(doc.Pages()[0], dpi)
	if got, want := img.Bounds(), image.Rect(0, 0, 1191, 1684); got != want {
		t.Fatalf("bounds = %v, want %v", got, want)
	}
	fx, fy := figure(t, doc)
	for _, c := range []struct {
		name string
		x, y float64
		want color.RGBA
	}{
		{"rectangle", 30, 20, color.RGBA{255, 0, 0, 255}},
		{"circle", 120, 30, color.RGBA{0, 128, 0, 255}},
		{"polygon", 175, 70, color.RGBA{0, 0, 255, 255}},
		{"rounded corner", 0.2, 0.2, color.RGBA{255, 255, 255, 255}},
		{"between", 80, 30, color.RGBA{255, 255, 255, 255}},
		{"outline of a hatch", 70, 70, color.RGBA{0, 128, 0, 255}},
	} {
		if got := img.At(int((fx+c.x)*2), int((fy+c.y)*2)); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// TestTextStaysInItsBox compares ink with the widths that the layout promised.
func TestTextStaysInItsBox(t *testing.T) {
	doc := sample()
	p := doc.Pages()[0]
	for _, it := range p.Items {
		m, ok := it.Mark.(pdf.TextMark)
		if !ok {
			continue
		}
		one := pdf.Page{W: p.W, H: p.H, Items: []pdf.Item{it}}
		ink := inked(raster.Page(one, 144))
		if ink.Empty() {
			t.Errorf("%q draws nothing", m.Text)
			continue
		}
		if x0, x1 := float64(ink.Min.X)/2, float64(ink.Max.X)/2; x0 < m.X-1.5 || x1 > m.X+m.W+1.5 {
			t.Errorf("%q spans %.1f–%.1f, promised %.1f–%.1f", m.Text, x0, x1, m.X, m.X+m.W)
		}
	}
}

func inked(img image.Image) image.Rectangle {
	var r image.Rectangle
	src := img.(*image.RGBA)
	for y := range src.Rect.Dy() {
		for x := range src.Rect.Dx() {
			if src.Pix[y*src.Stride+x*4+1] < 200 {
				r = r.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return r
}

func TestConcurrentPagesAreAlike(t *testing.T) {
	p := sample().Pages()[0]
	want := raster.Page(p, 60).(*image.RGBA)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			got := raster.Page(p, 60).(*image.RGBA)
			if string(got.Pix) != string(want.Pix) {
				t.Error("a page drawn beside others differs")
			}
		})
	}
	wg.Wait()
}

func BenchmarkPage(b *testing.B) {
	p := sample().Pages()[0]
	for b.Loop() {
		raster.Page(p, 96)
	}
}

// TestWritePages writes the pages as pictures where RASTER_DIR says, to be looked at.
func TestWritePages(t *testing.T) {
	dir := os.Getenv("RASTER_DIR")
	if dir == "" {
		t.Skip("RASTER_DIR is not set")
	}
	for i, p := range sample().Pages() {
		f, err := os.Create(dir + "/page" + strconv.Itoa(i+1) + ".png")
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(f, raster.Page(p, 96)); err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
}
