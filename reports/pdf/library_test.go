package pdf

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"itportfoljen/app/base/draw"
)

var rewrite = flag.Bool("library", false, "write what the drawing library gives anew")

// picName is what the library calls a picture, after what it is compressed to.
var picName = regexp.MustCompile(`/I[0-9a-f]{40} `)

// TestWhatTheLibraryWrites: its file is read by position, so another library, or
// another version of it, must be looked at before it is let in. If this fails, look
// through what library.go says of the file, run the checks of PDF/A and PDF/UA, and
// write the expected text anew with go test ./reports/pdf -run Library -library.
func TestWhatTheLibraryWrites(t *testing.T) {
	c := newCanvas(a4Short, a4Long, [faceCount]bool{Regular: true, SemiBold: true})
	c.page(a4Short, a4Long)
	c.raw("/P <</MCID 0>> BDC")
	c.draw(TextMark{X: 10, Y: 20, Size: 9, Text: "Åtgärd (a\\b)\u00a0–", Color: ink})
	c.draw(TextMark{X: 10, Y: 40, Size: 7.5, Face: SemiBold, Text: "1 234,5", Color: inkBad})
	c.raw("EMC")
	c.draw(draw.Line{X1: 1, Y1: 2, X2: 30, Y2: 4, Width: 0.6, Color: hair, Dash: true})
	c.draw(draw.Rect{X: 5, Y: 6, W: 70, H: 8, Fill: zebra, Stroke: ink, StrokeWidth: 1})
	c.draw(draw.Rect{X: 5, Y: 6, W: 70, H: 8, Radius: 3, Fill: zebra})
	c.draw(draw.Circle{X: 9, Y: 9, R: 3, Fill: teal})
	c.draw(draw.Polygon{Points: [][2]float64{{1, 1}, {2, 1}, {2, 3}}, Fill: teal})
	c.page(a4Long, a4Short)
	img := image.NewNRGBA(image.Rect(0, 0, 2, 1))
	img.SetNRGBA(0, 0, color.NRGBA{R: 255, A: 255})
	c.draw(Picture{X: 1, Y: 2, W: 3, H: 4, Image: img})
	raw, err := c.bytes()
	if err != nil {
		t.Fatal(err)
	}
	f, err := takeApart(raw)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for i, o := range f.objs[1:] {
		switch {
		case !o.isData:
			fmt.Fprintf(&b, "%d: %s\n", i+1, o.dict)
		case strings.Contains(o.dict, "Length1") || o.packed: // compressed: the bytes are the compressor's
			fmt.Fprintf(&b, "%d: %s stream\n", i+1, o.dict)
		case len(o.stream) > 5000:
			fmt.Fprintf(&b, "%d: %s stream of %d bytes\n", i+1, o.dict, len(o.stream))
		default:
			fmt.Fprintf(&b, "%d: %s stream\n%q\n", i+1, o.dict, strings.Split(string(o.stream), "\n"))
		}
	}
	text := picName.ReplaceAllString(b.String(), "/I… ")
	name := filepath.Join("testdata", "library.txt")
	if *rewrite {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	got, expected := strings.Split(text, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(got), len(expected)) {
		if i >= len(got) || i >= len(expected) || got[i] != expected[i] {
			t.Fatalf("the drawing library writes another file than library.go reads, from line %d:\n%s\nwanted\n%s", i+1,
				strings.Join(got[min(i, len(got)):min(i+2, len(got))], "\n"), strings.Join(expected[min(i, len(expected)):min(i+2, len(expected))], "\n"))
		}
	}
}

// TestWhatIsSavedIsGivenBack: each part that is drawn leaves the graphics state as it was. PDF/A
// allows 28 that are saved at once, which the many small boxes of a long chart would pass.
func TestWhatIsSavedIsGivenBack(t *testing.T) {
	c := newCanvas(a4Short, a4Long, [faceCount]bool{Regular: true})
	c.page(a4Short, a4Long)
	for i := range 40 {
		y := float64(20 * i)
		c.draw(draw.Rect{X: 5, Y: y, W: 70, H: 8, Radius: 3, Fill: zebra, Stroke: ink, StrokeWidth: 1})
		c.draw(draw.Rect{X: 5, Y: y, W: 70, H: 8, Radius: 3, Stroke: ink, StrokeWidth: 1})
		c.draw(draw.Rect{X: 5, Y: y, W: 70, H: 8, Fill: zebra})
		c.draw(draw.Circle{X: 9, Y: y, R: 3, Fill: teal})
		c.draw(draw.Line{X1: 1, Y1: y, X2: 30, Y2: y, Width: 0.6, Color: hair, Dash: true})
		c.draw(draw.Polygon{Points: [][2]float64{{1, 1}, {2, 1}, {2, 3}}, Fill: teal})
		c.draw(TextMark{X: 10, Y: y, Size: 9, Text: "Text", Color: ink})
	}
	raw, err := c.bytes()
	if err != nil {
		t.Fatal(err)
	}
	f, err := takeApart(raw)
	if err != nil {
		t.Fatal(err)
	}
	seen := false
	for _, o := range f.objs[1:] {
		if !o.isData || !strings.Contains(string(o.stream), " Tf") {
			continue
		}
		seen = true
		depth, most := 0, 0
		for _, word := range strings.Fields(string(o.stream)) {
			switch word {
			case "q":
				depth++
				most = max(most, depth)
			case "Q":
				depth--
			}
		}
		if depth != 0 || most > 2 {
			t.Errorf("%d states are left, %d at once", depth, most)
		}
	}
	if !seen {
		t.Error("no page")
	}
}

// TestTextIsWrittenAsTheLibraryWritesIt: what is written past it is what it would write.
func TestTextIsWrittenAsTheLibraryWritesIt(t *testing.T) {
	for _, text := range []string{"Åtgärd (a\\b)\u00a0–", "1 234,5", "\u0d28\u285c\u0a29 öäå", "", "a\rb"} {
		c := newCanvas(a4Short, a4Long, [faceCount]bool{Regular: true})
		c.page(a4Long, a4Short)
		m := TextMark{X: 10.126, Y: 40.005, Size: 9, Text: text, Color: inkBad}
		c.setText(m)
		c.lib.Text(m.X, m.Y, m.Text)
		c.write(m)
		raw, err := c.bytes()
		if err != nil {
			t.Fatal(err)
		}
		if n := bytes.Count(raw, append(bytes.Clone(c.out), '\n')); n != 2 {
			t.Errorf("%q: %d of two are %q", text, n, c.out)
		}
	}
}
