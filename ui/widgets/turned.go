package widgets

import (
	"image"
	"image/color"
	"image/draw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
)

// Turned is one line of text that reads downwards. What there isn't room for ends
// with an ellipsis.
type Turned struct {
	widget.BaseWidget
	Text     string
	Style    Style
	FontSize float32 // at 100 %

	raster *canvas.Raster
	drawn  image.Image
	as     turnedAs
}

var _ fyne.Widget = (*Turned)(nil)

// turnedAs is what a picture of the text depends on.
type turnedAs struct {
	text string
	size fyne.Size
	w, h int
	px   float32
	c    color.NRGBA
}

// NewTurned makes a text that reads downwards.
func NewTurned(text string, style Style) *Turned {
	t := &Turned{Text: text, Style: style, FontSize: 12}
	t.raster = canvas.NewRaster(t.draw)
	t.ExtendBaseWidget(t)
	return t
}

// Length is how much room all of it takes.
func (t *Turned) Length() float32 {
	return paint.TextWidth(t.Text, px(t.FontSize), t.Style == Strong) + px(4)
}

// SetText changes the text.
func (t *Turned) SetText(text string) {
	if t.Text != text {
		t.Text = text
		t.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (t *Turned) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(t, []fyne.CanvasObject{t.raster}, t.raster.Refresh, func() fyne.Size {
		return fyne.NewSize(paint.LineHeight(t.FontSize), px(20))
	}, func(s fyne.Size) { paint.Put(t.raster, 0, 0, s.Width, s.Height) })
}

// draw writes the line as it would stand in a picture of so many pixels lying down,
// and turns it a quarter clockwise.
func (t *Turned) draw(w, h int) image.Image {
	size, bold := t.BaseWidget.Size(), t.Style == Strong
	as := turnedAs{t.Text, size, w, h, px(t.FontSize), t.Style.Colour()}
	if t.drawn != nil && t.as == as {
		return t.drawn
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	t.drawn, t.as = out, as
	if w == 0 || h == 0 || size.Height <= 0 {
		return out
	}
	k := float32(h) / size.Height
	line := canvas.NewText(paint.Fit(t.Text, size.Height, as.px, bold), as.c)
	line.TextSize, line.TextStyle.Bold = as.px*k*turnedFine, bold
	c := software.NewTransparentCanvas()
	c.SetPadded(false)
	c.SetContent(line)
	c.Resize(fyne.NewSize(float32(h*turnedFine), float32(w*turnedFine)))
	turnInto(out, c.Capture())
	return out
}

// turnedFine is how many times finer the line is drawn: small letters drawn as they are
// stand on whole pixels, unevenly.
const turnedFine = 3

// turnInto turns a picture that many times finer a quarter clockwise.
func turnInto(out *image.RGBA, lying image.Image) {
	w, h := out.Bounds().Dx(), out.Bounds().Dy()
	fine := image.NewRGBA(image.Rect(0, 0, h*turnedFine, w*turnedFine))
	draw.Draw(fine, fine.Bounds(), lying, lying.Bounds().Min, draw.Src)
	for y := range h {
		for x := range w {
			var sum [4]int
			for i := range turnedFine * turnedFine {
				at := fine.PixOffset(y*turnedFine+i%turnedFine, (w-1-x)*turnedFine+i/turnedFine)
				for c, v := range fine.Pix[at : at+4] {
					sum[c] += int(v)
				}
			}
			to := out.PixOffset(x, y)
			for c := range sum {
				out.Pix[to+c] = uint8(sum[c] / (turnedFine * turnedFine))
			}
		}
	}
}

// AccessibilityLabel is the text itself.
func (t *Turned) AccessibilityLabel() string { return t.Text }

// AccessibilityRole is text.
func (t *Turned) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
