package widgets

import (
	"image"
	"testing"
)

// TestATurnedTextReadsDownwards: all of it is there, and nothing where there is none.
func TestATurnedTextReadsDownwards(t *testing.T) {
	text := NewTurned("Analys av effekthemtagning", Strong)
	window(t, text, 20, 400)
	w, h := 20, int(text.Length())
	text.Resize(text.MinSize().AddWidthHeight(0, text.Length()-text.MinSize().Height))
	drawn := func(from, to int) (n int) {
		img := text.draw(w, h)
		for y := from; y < to; y++ {
			for x := range w {
				if _, _, _, a := img.At(x, y).RGBA(); a > 0x4000 {
					n++
				}
			}
		}
		return n
	}
	if n := drawn(0, 12); n == 0 {
		t.Error("it doesn't begin at the top")
	}
	if n := drawn(h-16, h-4); n == 0 {
		t.Error("its end isn't there")
	}
	if n := drawn(h-1, h); n > 0 {
		t.Error("its last letter is cut")
	}
	if text.draw(w, h) != image.Image(text.drawn) {
		t.Error("the same is drawn twice")
	}
	text.SetText("")
	if n := drawn(0, h); n > 0 {
		t.Error("there is something where there is no text")
	}
}
