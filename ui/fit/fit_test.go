package fit

import (
	"fmt"
	"testing"
)

// screen is one at a scale in percent, with a frame as Windows draws it; the
// scale is the one that the toolkit rounds to tenths.
func screen(work Rect, percent int) Screen {
	px := func(n int) int { return (n*percent + 99) / 100 }
	return Screen{Work: work, Scale: float32((percent+5)/10) / 10, Frame: Frame{px(8), px(31), px(8), px(8)}}
}

func wish(w, h float32) Spot            { return Spot{W: w, H: h} }
func at(x, y int, w, h float32) Spot    { return Spot{W: w, H: h, X: x, Y: y, Placed: true} }
func (r Rect) without(taskbar int) Rect { return Rect{r.X, r.Y, r.W, r.H - taskbar} }

var (
	laptop = Rect{0, 0, 1366, 768}
	office = Rect{0, 0, 1920, 1080}
	large  = Rect{0, 0, 2560, 1440}
)

// TestTheWindowFitsEveryScreen: at every scale that Windows offers the whole
// window, with its frame, is within the work area, and as large as it may be.
func TestTheWindowFitsEveryScreen(t *testing.T) {
	for _, r := range []Rect{laptop, office, large} {
		for _, percent := range []int{100, 125, 150, 175, 225} {
			for _, wished := range []Spot{wish(1366, 768), wish(5000, 5000), at(-63, -16, 1366, 768), at(-204, -95, 1366, 768), at(r.W-30, r.H-70, 1366, 768)} {
				t.Run(fmt.Sprintf("%dx%d at %d%% from %v", r.W, r.H, percent, wished), func(t *testing.T) {
					s := screen(r.without(40*percent/100), percent)
					got := Window(wished, []Screen{s})
					inside(t, got, s)
					f := s.free()
					if got.W < wished.W && got.W != s.units(f.W) || got.H < wished.H && got.H != s.units(f.H) {
						t.Errorf("%v is smaller than it need be in %v", got, f)
					}
				})
			}
		}
	}
}

// inside checks that a window with its frame is within a screen's work area.
func inside(t *testing.T, got Spot, s Screen) {
	t.Helper()
	w, h := s.pixels(got.W), s.pixels(got.H)
	if got.X-s.Frame.Left < s.Work.X || got.Y-s.Frame.Top < s.Work.Y || got.X+w+s.Frame.Right > s.Work.X+s.Work.W || got.Y+h+s.Frame.Bottom > s.Work.Y+s.Work.H {
		t.Errorf("%v, %d×%d, isn't within %v", got, w, h, s.Work)
	}
}

func TestWhereTheWindowStands(t *testing.T) {
	main, left, above := screen(office.without(40), 100), screen(Rect{-2560, -200, 2560, 1400}, 100), screen(Rect{200, -900, 1440, 900}, 150)
	top := screen(Rect{0, 48, 1920, 1032}, 100)  // the taskbar at the top
	side := screen(Rect{96, 0, 1824, 1080}, 100) // and at the left
	small := screen(laptop.without(50), 125)     // 1050 × 590 units
	tiny := screen(laptop.without(90), 225)      // 593 × 294 units
	nothing := Screen{Work: Rect{0, 0, 10, 10}, Scale: 1, Frame: Frame{8, 31, 8, 8}}
	for _, c := range []struct {
		name    string
		wish    Spot
		screens []Screen
		want    Spot
	}{
		{"the first time, in the middle", wish(1366, 768), []Screen{main}, at(277, 147, 1366, 768)},
		{"the first time, where it doesn't fit: over all there is", wish(1366, 768), []Screen{small}, at(10, 39, 1035, 514)},
		{"the least that anyone has", wish(1366, 768), []Screen{tiny}, at(18, 70, 578, 256)},
		{"under a taskbar at the top", wish(1904, 993), []Screen{top}, at(8, 79, 1904, 993)},
		{"beside a taskbar at the left", at(0, 31, 1000, 700), []Screen{side}, at(104, 31, 1000, 700)},
		{"where it stood", at(300, 200, 1200, 700), []Screen{main, left}, at(300, 200, 1200, 700)},
		{"where it stood, at negative coordinates", at(-2000, -100, 1200, 700), []Screen{main, left}, at(-2000, -100, 1200, 700)},
		{"above, with another scale: as large as there is room for", at(300, -800, 1366, 768), []Screen{main, above}, at(212, -852, 944, 560)},
		{"the screen has gone: the middle of the main one", at(-2000, -100, 1200, 700), []Screen{main}, at(360, 181, 1200, 700)},
		{"below all screens", at(100, 1200, 1200, 700), []Screen{main, left}, at(360, 181, 1200, 700)},
		{"minimised as Windows does it", at(-32000, -32000, 1200, 700), []Screen{main, left}, at(360, 181, 1200, 700)},
		{"half over the edge: moved in", at(1500, 600, 1200, 700), []Screen{main}, at(712, 332, 1200, 700)},
		{"over two screens: the one with most of it", at(-1000, 100, 1200, 700), []Screen{main, left}, at(-1208, 100, 1200, 700)},
		{"the title above the edge", at(100, 0, 800, 600), []Screen{main}, at(100, 31, 800, 600)},
		{"smaller than the frame", wish(800, 600), []Screen{nothing}, at(8, 31, 0, 0)},
		{"no screens to go by", at(100, 100, 800, 600), nil, Spot{W: 800, H: 600, X: 100, Y: 100}},
		{"maximised stays so", Spot{W: 800, H: 600, X: 100, Y: 100, Placed: true, Maximized: true}, []Screen{main}, Spot{W: 800, H: 600, X: 100, Y: 100, Placed: true, Maximized: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Window(c.wish, c.screens); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}
