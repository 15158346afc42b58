package chart

import (
	"fmt"
	"image/color"
	"math"
	"strings"

	"itportfoljen/app/base/draw"
)

// Risk is one in a RiskData: how likely and how bad it is, from 1 to the scale's end; 0 is
// that nobody has said. After is what it becomes by its action.
type Risk struct {
	Key, Name   string
	Of          string // what it is a risk of
	Probability int
	Consequence int
	After       [2]int // probability and consequence; zeros: nobody has said
}

// assessed says whether a risk has a place.
func (r *Risk) assessed(size int) bool { return within(r.Probability, r.Consequence, size) }

func within(p, c, size int) bool { return p >= 1 && p <= size && c >= 1 && c <= size }

// RiskData is data for RiskMatrix. Values from Medium and from High on are tinted as such.
type RiskData struct {
	Title        string
	Size         int // 5: the scale goes from 1 to 5
	Medium, High int // probability times consequence
	Risks        []Risk
	Note         string // what is left out, in a sentence; drawn below the key
}

// mostArrows is how many risks may have arrows to what they become; more are a tangle.
const mostArrows = 20

// RiskMatrix draws risks in their cells: consequence to the right, probability upwards, a
// numbered disc for each with a key beside or below. An arrow leads to what a risk is after
// its action. Those that nobody has assessed are listed. The height follows from the key.
func RiskMatrix(data RiskData, w float64, st Style, m draw.Measure) draw.Drawing {
	if len(data.Risks) == 0 {
		return nothing(data.Title, w, 50, st, m)
	}
	if data.Size < 2 {
		data.Size = 5
	}
	b := newBoard(w, 0, st, m)
	f := &matrix{board: b, data: data}
	f.place()
	f.grid()
	f.discs()
	f.arrows()
	f.values()
	f.H = f.key()
	f.say()
	return f.Drawing
}

// matrix is a RiskMatrix in progress.
type matrix struct {
	*board
	data         RiskData
	x, y, cw, ch float64 // where the cells begin, and how large one is
	beside       bool    // the key stands to the right
	at           []disc  // where each risk is; r 0: it has no disc of its own
}

// place decides how large the cells are.
func (f *matrix) place() {
	n := float64(f.data.Size)
	f.x, f.y = f.font*2.6, f.font*0.2
	most := f.W - f.x - 1
	f.beside = f.W >= f.font*56
	if f.beside {
		most = f.W*0.5 - f.x
	}
	f.cw = math.Min(most/n, f.font*10)
	f.ch = math.Min(f.cw*1.02, f.font*6)
}

// cell is the upper left corner of a cell.
func (f *matrix) cell(p, c int) (x, y float64) {
	return f.x + float64(c-1)*f.cw, f.y + float64(f.data.Size-p)*f.ch
}

// grid draws the cells, and the words of the axes.
func (f *matrix) grid() {
	for p := 1; p <= f.data.Size; p++ {
		for c := 1; c <= f.data.Size; c++ {
			x, y := f.cell(p, c)
			word, tint := f.level(p * c)
			fill := mix(f.st.Surface, tint, tints[word])
			f.Add(draw.Rect{X: x, Y: y, W: f.cw, H: f.ch, Fill: fill, Stroke: f.st.Surface, StrokeWidth: 1.5})
			f.Hits = append(f.Hits, draw.Hit{X: x, Y: y, W: f.cw, H: f.ch, Key: CellKey(p, c), Tip: fmt.Sprintf("Sannolikhet %d, konsekvens %d: %d, %s risk", p, c, p*c, word)})
		}
	}
	foot := f.y + float64(f.data.Size)*f.ch
	for i := 1; i <= f.data.Size; i++ {
		_, y := f.cell(i, 1)
		f.text(f.x-5, y+f.ch/2+f.font*0.35, draw.Right, f.st.Ink, false, fmt.Sprint(i))
		x, _ := f.cell(1, i)
		f.text(x+f.cw/2, foot+f.font*1.3, draw.Center, f.st.Ink, false, fmt.Sprint(i))
	}
	f.text(0, foot+f.font*2.7, draw.Left, f.st.Muted, false, f.clip("↑ sannolikhet", f.W/2-f.font))
	f.text(math.Min(f.W, f.x+float64(f.data.Size)*f.cw), foot+f.font*2.7, draw.Right, f.st.Muted, false, f.clip("konsekvens →", f.W/2-f.font))
}

// values writes what each cell comes to, on its own colour where an arrow passes.
func (f *matrix) values() {
	arrows := false
	for _, s := range f.Shapes {
		l, ok := s.(draw.Line)
		arrows = arrows || ok && l.Dash
	}
	for p := 1; p <= f.data.Size; p++ {
		for c := 1; c <= f.data.Size; c++ {
			x, y := f.cell(p, c)
			word, tint := f.level(p * c)
			fill := mix(f.st.Surface, tint, tints[word])
			s := fmt.Sprint(p * c)
			if w := f.width(s); arrows {
				f.Add(draw.Rect{X: x + f.cw - 5 - w, Y: y + f.font*0.3, W: w + 2, H: f.font * 0.9, Fill: fill})
			}
			f.text(x+f.cw-4, y+f.font*1.1, draw.Right, mix(f.st.Ink, fill, 0.3), false, s)
		}
	}
}

// CellKey is the key of a cell: that of its probability and consequence.
func CellKey(probability, consequence int) string {
	return fmt.Sprintf("cell %d %d", probability, consequence)
}

// level is how high a value is, in a word and as a colour.
func (f *matrix) level(v int) (string, color.NRGBA) {
	switch {
	case f.data.High > 0 && v >= f.data.High:
		return "hög", f.st.Bad
	case f.data.Medium > 0 && v >= f.data.Medium:
		return "medel", f.st.Warn
	}
	return "låg", f.st.Good
}

// tints are how much of its colour a cell has: the higher the darker, also in grey.
var tints = map[string]float64{"låg": 0.14, "medel": 0.3, "hög": 0.5}

// discs lays the risks of each cell in it, in their order, without that any lies on another.
// Of more than there is room for the last place says how many.
func (f *matrix) discs() {
	f.at = make([]disc, len(f.data.Risks))
	in := map[[2]int][]int{}
	for i := range f.data.Risks {
		if r := &f.data.Risks[i]; r.assessed(f.data.Size) {
			in[[2]int{r.Probability, r.Consequence}] = append(in[[2]int{r.Probability, r.Consequence}], i)
		}
	}
	for p := f.data.Size; p >= 1; p-- {
		for c := 1; c <= f.data.Size; c++ {
			if of := in[[2]int{p, c}]; len(of) > 0 {
				f.fillCell(p, c, of)
			}
		}
	}
}

// fillCell lays risks in a cell, in rows below its value.
func (f *matrix) fillCell(p, c int, of []int) {
	x, y := f.cell(p, c)
	x, y = x+3, y+f.font*1.25
	w, h := f.cw-6, f.ch-f.font*1.25-3
	r := math.Min(f.font*0.95, math.Min(w, h)/2)
	least := f.font * 0.58
	columns, rows := 1, 1
	for ; ; r -= f.font * 0.05 {
		columns, rows = max(1, int(w/(2*r+2))), max(1, int(h/(2*r+2)))
		if columns*rows >= len(of) || r-f.font*0.05 < least {
			break
		}
	}
	shown := len(of)
	if shown > columns*rows {
		shown = columns*rows - 1
	}
	for i := range min(len(of), columns*rows) {
		cx, cy := x+(float64(i%columns)+0.5)*w/float64(columns), y+(float64(i/columns)+0.5)*h/float64(rows)
		if len(of) <= columns { // one row: together from the left
			cx, cy = x+r+float64(i)*(2*r+3), y+h/2
		}
		if i == shown {
			f.small(cx, cy, r, "+"+fmt.Sprint(len(of)-shown), f.st.Ink)
			continue
		}
		k := of[i]
		f.at[k] = disc{cx, cy, r}
		f.Add(draw.Circle{X: cx, Y: cy, R: r, Fill: f.st.Ink, Stroke: f.st.Surface, StrokeWidth: 0.8})
		f.small(cx, cy, r, fmt.Sprint(k+1), f.st.Surface)
		if key := f.data.Risks[k].Key; key != "" {
			f.Hits = append(f.Hits, draw.Hit{X: cx - r, Y: cy - r, W: 2 * r, H: 2 * r, Key: key, Tip: fmt.Sprintf("%d. %s", k+1, f.data.Risks[k].said(f.data.Size))})
		}
	}
}

// small writes a number within a disc, as large as it fits.
func (f *matrix) small(x, y, r float64, s string, c color.NRGBA) {
	size := f.font * 0.92
	for size > f.font*0.5 && f.m(s, size, true) > 1.75*r {
		size -= 0.25
	}
	f.Add(draw.Text{X: x, Y: y + size*0.35, Size: size, Align: draw.Center, Bold: true, Color: c, Text: s})
}

// arrows lead from risks to the middle of what cell they come to by their actions.
func (f *matrix) arrows() {
	if f.actions() > mostArrows {
		return
	}
	for i := range f.data.Risks {
		r, from := &f.data.Risks[i], f.at[i]
		if from.r == 0 || !within(r.After[0], r.After[1], f.data.Size) || r.After == [2]int{r.Probability, r.Consequence} {
			continue
		}
		x, y := f.cell(r.After[0], r.After[1])
		tx, ty := x+f.cw*0.5, y+f.ch*0.5
		d := math.Hypot(tx-from.x, ty-from.y)
		ux, uy := (tx-from.x)/d, (ty-from.y)/d
		size := f.font * 0.42
		f.Add(draw.Line{X1: from.x + ux*(from.r+1), Y1: from.y + uy*(from.r+1), X2: tx - ux*size*1.6, Y2: ty - uy*size*1.6, Width: 1.1, Color: f.st.Ink, Dash: true})
		f.Add(draw.Polygon{Points: [][2]float64{{tx, ty}, {tx - ux*size*1.8 - uy*size, ty - uy*size*1.8 + ux*size}, {tx - ux*size*1.8 + uy*size, ty - uy*size*1.8 - ux*size}}, Fill: f.st.Ink})
	}
}

// actions is how many risks become something else by an action.
func (f *matrix) actions() (n int) {
	for i := range f.data.Risks {
		if r := &f.data.Risks[i]; r.assessed(f.data.Size) && within(r.After[0], r.After[1], f.data.Size) {
			n++
		}
	}
	return n
}

// values are a risk's numbers: "4×5 → 2×3".
func (r *Risk) values(size int) string {
	if !r.assessed(size) {
		return "inte bedömd"
	}
	s := fmt.Sprintf("%d×%d", r.Probability, r.Consequence)
	if within(r.After[0], r.After[1], size) {
		s += fmt.Sprintf(" → %d×%d", r.After[0], r.After[1])
	}
	return s
}

func (r *Risk) said(size int) string {
	return strings.Join(filled(r.Name, r.Of, r.values(size)), ", ")
}

// key lists the risks by their numbers, and those that nobody has assessed; it gives how
// high the picture is.
func (f *matrix) key() float64 {
	foot := f.y + float64(f.data.Size)*f.ch + f.font*3.2
	x, y, w := 0.0, foot+f.font*0.6, f.W
	if f.beside {
		x = f.x + float64(f.data.Size)*f.cw + f.font*2
		y, w = f.y, f.W-x
	}
	columns := max(1, min(3, int(w/(f.font*30))))
	wide, row := w/float64(columns), f.font*1.55
	var known, unknown []int
	for i := range f.data.Risks {
		if f.data.Risks[i].assessed(f.data.Size) {
			known = append(known, i)
		} else {
			unknown = append(unknown, i)
		}
	}
	list := func(of []int, number bool) {
		lines := (len(of) + columns - 1) / columns
		for n, i := range of {
			f.keyed(i, number, x+float64(n/max(lines, 1))*wide, y+float64(n%max(lines, 1))*row, wide-f.font, row)
		}
		y += float64(lines) * row
	}
	list(known, true)
	if f.actions() > mostArrows {
		f.text(x, y+f.font*1.2, draw.Left, f.st.Muted, false, f.clip(fmt.Sprintf("Pilar visas för högst %d risker.", mostArrows), w))
		y += row
	}
	if len(unknown) > 0 {
		f.text(x, y+f.font*1.3, draw.Left, f.st.Muted, true, f.clipBold("Inte bedömda", w))
		y += f.font * 1.9
		list(unknown, false)
	}
	if f.data.Note != "" {
		f.text(x, y+f.font*1.6, draw.Left, f.st.Muted, false, f.clip(f.data.Note, w))
		y += f.font * 2.2
	}
	return math.Max(foot, y)
}

// keyed is a line of the key.
func (f *matrix) keyed(i int, number bool, x, y, w, row float64) {
	r := &f.data.Risks[i]
	base, left := y+f.font*1.05, x
	if number {
		f.text(x+f.font*1.5, base, draw.Right, f.st.Ink, true, fmt.Sprint(i+1))
		left += f.font * 2
		values := r.values(f.data.Size)
		f.text(x+w, base, draw.Right, f.st.Muted, false, values)
		w -= f.width(values) + f.font
	}
	name := r.Name
	if r.Of != "" {
		name += " · " + r.Of
	}
	f.text(left, base, draw.Left, f.st.Ink, false, f.clip(name, x+w-left))
	if r.Key != "" {
		f.Hits = append(f.Hits, draw.Hit{X: x, Y: y, W: w, H: row, Key: r.Key, Tip: r.said(f.data.Size)})
	}
}

// say tells in words and as a table what the picture shows.
func (f *matrix) say() {
	f.Table = [][]string{{"Nr", "Risk", "Gäller", "Sannolikhet", "Konsekvens", "Värde", "Efter åtgärd"}}
	var parts []string
	for i := range f.data.Risks {
		r := &f.data.Risks[i]
		line := []string{fmt.Sprint(i + 1), r.Name, r.Of, "–", "–", "inte bedömd", "–"}
		word := ""
		if r.assessed(f.data.Size) {
			line[3], line[4], line[5] = fmt.Sprint(r.Probability), fmt.Sprint(r.Consequence), fmt.Sprint(r.Probability*r.Consequence)
			word, _ = f.level(r.Probability * r.Consequence)
		}
		if within(r.After[0], r.After[1], f.data.Size) {
			line[6] = fmt.Sprintf("%d×%d", r.After[0], r.After[1])
		}
		f.Table = append(f.Table, line)
		if len(parts) < mostRowsTold && len([]rune(strings.Join(parts, "; ")))+len([]rune(r.Name))+len([]rune(r.Of)) < 2000 {
			parts = append(parts, strings.Join(filled(r.said(f.data.Size), word), ", "))
		}
	}
	said := strings.Join(parts, "; ")
	if n := len(f.data.Risks) - len(parts); n > 0 {
		said += fmt.Sprintf("; och %d till", n)
	}
	f.Alt = joinSentence(orElse(f.data.Title, "Riskmatris"), strings.TrimPrefix(said, "; "))
	if f.data.Note != "" {
		f.Alt += " " + f.data.Note
	}
}
