package chart

import (
	"image/color"
	"math"
	"sort"
	"strconv"
	"strings"

	"itportfoljen/app/base/chart/hyphen"
	"itportfoljen/app/base/draw"
)

// nbsp keeps numbers and their units on one line.
const nbsp = "\u00a0"

// board is a drawing in progress.
type board struct {
	draw.Drawing
	st   Style
	m    draw.Measure
	font float64
}

func newBoard(w, h float64, st Style, m draw.Measure) *board {
	b := &board{Drawing: draw.Drawing{W: w, H: h}, st: st, m: m, font: st.Font}
	if b.font <= 0 {
		b.font = 8.5
	}
	if len(b.st.Series) == 0 {
		b.st.Series = DefaultSeries()
	}
	if b.m == nil {
		b.m = func(s string, size float64, bold bool) float64 { return float64(len([]rune(s))) * size * 0.55 }
	}
	return b
}

// nothing says calmly that there are no data.
func nothing(title string, w, h float64, st Style, m draw.Measure) draw.Drawing {
	b := newBoard(w, h, st, m)
	b.text(w/2, h/2+b.font*0.35, draw.Center, st.Muted, false, b.clip("Inget att visa än", w))
	b.Alt = joinSentence(title, "Inget att visa än")
	return b.Drawing
}

func joinSentence(title, rest string) string {
	if title == "" {
		return rest + "."
	}
	return title + ": " + rest + "."
}

func (b *board) width(s string) float64 { return b.m(s, b.font, false) }

func (b *board) text(x, y float64, a draw.Align, c color.NRGBA, bold bool, s string) {
	if s != "" {
		b.Add(draw.Text{X: x, Y: y, Size: b.font, Align: a, Bold: bold, Color: c, Text: s})
	}
}

// clip shortens text with an ellipsis until it fits, at a word where that
// doesn't cost much; nothing fits in too little.
func (b *board) clip(s string, max float64) string {
	if b.width(s) <= max {
		return s
	}
	rs := []rune(s)
	cut := func(n int) string { return strings.TrimRight(string(rs[:n]), " -–") + "…" }
	n := sort.Search(len(rs), func(n int) bool { return b.width(cut(n+1)) > max })
	if n == 0 {
		return ""
	}
	t := cut(n)
	if at := strings.LastIndexByte(string(rs[:min(n+1, len(rs))]), ' '); at > len(t)*6/10 {
		t = strings.TrimRight(t[:at], " ,-–") + "…"
	}
	return t
}

// wrap sets text on at most so many lines, the last one clipped. A word wider
// than a line is hyphenated.
func (b *board) wrap(s string, max float64, most int) []string {
	var out []string
	line := ""
	for rest := strings.TrimSpace(s); rest != ""; {
		if len(out) == most-1 {
			return append(out, b.clip(strings.TrimSpace(line+" "+rest), max))
		}
		word, tail := rest, ""
		if at := strings.IndexByte(rest, ' '); at >= 0 {
			word, tail = rest[:at], strings.TrimSpace(rest[at:])
		}
		joined := strings.TrimSpace(line + " " + word)
		dash := strings.IndexAny(word, "-/") + 1 // where the word has a hyphen of its own
		upTo := joined[:len(joined)-len(word)+dash]
		switch {
		case b.width(joined) <= max:
			line, rest = joined, tail
		case dash > 2 && dash < len(word) && b.width(upTo) <= max:
			out, line, rest = append(out, upTo), "", word[dash:]+" "+tail
		case line != "":
			out, line = append(out, line), ""
		default:
			head, more := hyphen.Split(word, func(t string) bool { return b.width(t) <= max })
			out = append(out, strings.ReplaceAll(head, "\u00ad", "-"))
			rest = strings.TrimSpace(more + " " + tail)
			if rest == "" {
				return out
			}
		}
	}
	if line != "" {
		out = append(out, line)
	}
	return out
}

// series is the colour of the i-th series.
func (b *board) series(i int) color.NRGBA { return b.st.Series[i%len(b.st.Series)] }

// swatch is how something looks in a chart, and what the key calls it.
type swatch struct {
	name  string
	color color.NRGBA
	form  Form
}

// area is an area that looks so.
func (b *board) area(s swatch, x, y, w, h float64) draw.Rect {
	r := s.form.Rect(x, y, w, h, s.color, b.st.Surface)
	if s.form == Actual {
		r.Stroke, r.StrokeWidth = darker(s.color), 0.4
	}
	return r
}

// legend draws names with swatches from the left, on as many rows as needed,
// and gives the height taken.
func (b *board) legend(names []string, colors []color.NRGBA, x, y, max float64) float64 {
	all := make([]swatch, len(names))
	for i, n := range names {
		all[i] = swatch{n, colors[i], Actual}
	}
	return b.keys(all, x, y, max)
}

// keys draws what swatches stand for, as legend.
func (b *board) keys(all []swatch, x, y, max float64) float64 {
	row := b.font * 1.6
	cx, cy := x, y
	for _, s := range all {
		n := b.clip(s.name, max-12)
		w := 12 + b.width(n)
		if cx > x && cx+w > x+max {
			cx, cy = x, cy+row
		}
		r := b.area(s, cx, cy+row/2-4, 8, 8)
		r.HatchStep = 2.4
		if s.form == Actual {
			r.Radius, r.StrokeWidth = 2, 0.5
		}
		b.Add(r)
		b.text(cx+12, cy+row/2+b.font*0.35, draw.Left, b.st.Ink, false, n)
		cx += w + 14
	}
	return cy - y + row
}

// darker is an outline that keeps shapes apart in grey.
func darker(c color.NRGBA) color.NRGBA {
	return color.NRGBA{R: uint8(int(c.R) * 6 / 10), G: uint8(int(c.G) * 6 / 10), B: uint8(int(c.B) * 6 / 10), A: 255}
}

// on is the ink that reads on a fill.
func (b *board) on(fill color.NRGBA) color.NRGBA {
	if 0.299*float64(fill.R)+0.587*float64(fill.G)+0.114*float64(fill.B) < 140 {
		return color.NRGBA{255, 255, 255, 255}
	}
	return color.NRGBA{0x1B, 0x24, 0x30, 255}
}

// Number is a number as Swedes write it, with at most so many decimals.
func Number(v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "–"
	}
	s := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	whole, frac, _ := strings.Cut(s, ".")
	frac = strings.TrimRight(frac, "0")
	var out strings.Builder
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			out.WriteString(nbsp)
		}
		out.WriteRune(r)
	}
	if frac != "" {
		out.WriteString("," + frac)
	}
	if v < 0 && strings.Trim(s, "0.") != "" {
		return "−" + out.String()
	}
	return out.String()
}

// decimals is how many a number of this size deserves.
func decimals(largest float64) int {
	switch {
	case largest < 1:
		return 2
	case largest < 20:
		return 1
	}
	return 0
}

// amount is a number with its unit.
func amount(v float64, unit string, dec int) string {
	if unit == "" || math.IsNaN(v) || math.IsInf(v, 0) {
		return Number(v, dec)
	}
	return Number(v, dec) + nbsp + unit
}

// ticks are round numbers that span the values and zero, some four to six.
func ticks(lo, hi float64) []float64 {
	lo, hi = math.Min(lo, 0), math.Max(hi, 0)
	if hi == lo {
		hi = 1
	}
	raw := (hi - lo) / 4
	unit := math.Pow(10, math.Floor(math.Log10(raw)))
	step := 10 * unit
	for _, k := range []float64{1, 2, 2.5, 5} {
		if k*unit >= raw*0.999 {
			step = k * unit
			break
		}
	}
	var out []float64
	for i := math.Floor(lo/step + 1e-9); ; i++ {
		out = append(out, i*step)
		if i*step >= hi*0.9999 {
			return out
		}
	}
}

// sane drops what can't be drawn.
func sane(v float64) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	return v
}

// told lists parts in a sentence, the first dozen and how many more there are.
func told(parts []string) string {
	if len(parts) > 12 {
		return strings.Join(parts[:12], "; ") + "; och " + strconv.Itoa(len(parts)-12) + " till"
	}
	return strings.Join(parts, "; ")
}
