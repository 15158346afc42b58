package chart

import (
	"fmt"
	"math"
	"strings"

	"itportfoljen/app/base/draw"
)

// keyRow is the height of a row of the key of bubbles.
func (b *board) keyRow() float64 { return b.font * 1.4 }

// How much of the height the key and the note take at most: where names are cut, and where all are whole.
const (
	mostKey      = 0.36
	mostWholeKey = 0.6
)

// keyed draws bubbles with a key of as many rows as it needs, at most so many. Names are whole, or else also
// cut; it says whether all of them that are to be whole are there.
func (b *board) keyed(data BubbleData, note string, most int, whole bool) bool {
	for rows := 0; ; {
		f := b.bubbles(data, rows, note, whole)
		if len(f.unnamed) == 0 || rows > 0 && f.lost == 0 {
			return true
		}
		need := len(b.keyPlaces(data, f.unnamed))
		if need = max(rows+1, need); rows >= most || whole && need > most {
			return false
		}
		rows = min(need, most)
	}
}

// place is where a name of the key stands in its row, and how wide it is with its number.
type place struct {
	i    int // of the bubble
	x, w float64
}

// keyPlaces are the names of some bubbles one after another, row by row.
func (b *board) keyPlaces(data BubbleData, of []int) (rows [][]place) {
	gap, x := b.font*1.1, 0.0
	for _, i := range of {
		w := math.Min(b.keyNumber(99)+b.width(data.Bubbles[i].Label), b.W)
		if len(rows) == 0 || x+w > b.W {
			rows, x = append(rows, nil), 0
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], place{i, x, w})
		x += w + gap
	}
	return rows
}

// keyNumber is how wide a number of the key is, with the air after it.
func (b *board) keyNumber(n int) float64 { return b.width(fmt.Sprint(n)) + b.font*0.4 }

// key numbers the bubbles that couldn't be named, and names them below y, in so many rows.
func (f *field) key(data BubbleData, y float64, rows int) {
	b := f.b
	var numbered []int
	for _, i := range f.unnamed {
		room := len(b.keyPlaces(data, append(numbered, i))) <= rows
		if !room || !f.number(len(numbered)+1, i) {
			f.lost++
			continue
		}
		numbered = append(numbered, i)
	}
	places := b.keyPlaces(data, numbered)
	n, base, end := 0, y, 0.0
	for at, row := range places {
		base = y + float64(at)*b.keyRow() + b.font*1.4
		for _, p := range row {
			n++
			start := p.x + b.keyNumber(n)
			b.text(p.x, base, draw.Left, b.st.Ink, true, fmt.Sprint(n))
			b.text(start, base, draw.Left, b.st.Ink, false, b.clip(data.Bubbles[p.i].Label, b.W-start))
			end = p.x + p.w
		}
	}
	if f.lost > 0 {
		said := fmt.Sprintf("… och %d utan namn här", f.lost)
		if end += b.font * 1.1; end+b.width(said) <= b.W {
			b.text(end, base, draw.Left, b.st.Muted, false, said)
		} else if len(places) < rows {
			b.text(0, base+b.keyRow(), draw.Left, b.st.Muted, false, said)
		}
	}
}

// number writes a bubble's number beside it, else in it.
func (f *field) number(n, i int) bool {
	s := fmt.Sprint(n)
	if f.name(s, i, true) {
		return true
	}
	c, w := f.disc[i], f.b.width(s)
	if at := (box{c.x - w/2, c.y - f.b.font*0.6, w, f.b.font * 1.2}); w <= c.r*1.8 && f.b.font <= c.r*2 && f.seen(at, i) {
		f.write([]string{s}, at, draw.Left, f.b.on(f.fillAt(i)))
		return true
	}
	return false
}

// seen says that no name and no circle on top of a bubble's own is in the way within it.
func (f *field) seen(a box, own int) bool {
	for _, t := range f.taken {
		if a.hits(t) {
			return false
		}
	}
	for i, d := range f.disc {
		if i != own && d.r <= f.disc[own].r && a.touches(d) {
			return false
		}
	}
	return true
}

// largestDisc is the size that the largest disc stands for, and whether some bubble is larger: one that is
// many times the next would make dots of all others.
func largestDisc(bubbles []Bubble) (size float64, cut bool) {
	most, next := 0.0, 0.0
	for _, x := range bubbles {
		switch v := sane(x.Size); {
		case v > most:
			most, next = v, most
		case v > next:
			next = v
		}
	}
	if next > 0 && most > outlierDisc*next {
		return next * 2.5, true
	}
	return most, false
}

// outlierDisc is how many times the next size the largest is before its disc isn't drawn in full.
const outlierDisc = 8

// outliers says which bubbles are larger than their circles, and which lie above the scale.
func (d *BubbleData) outliers() string {
	var said []string
	size, cut := largestDisc(d.Bubbles)
	for _, x := range d.Bubbles {
		if cut && sane(x.Size) > size {
			said = append(said, strings.TrimSpace(x.Label+" är större än sin cirkel: "+strings.TrimSpace(d.SizeName+" "+orElse(x.SizeText, Number(x.Size, 0))))+".")
		}
		if x.Above {
			said = append(said, strings.TrimSpace(x.Label+" ligger ovanför skalan: "+strings.TrimSpace(orElse(d.YName, "nytta")+" "+x.YText))+".")
		}
	}
	if len(said) > 2 {
		return fmt.Sprintf("%d är större än sina cirklar eller ligger ovanför skalan; tabellen säger hur mycket.", len(said))
	}
	return strings.Join(said, " ")
}

// outlier marks what is larger than it is drawn: with a ring, and with an arrow above what lies above the scale.
func (f *field) outlier(x Bubble, c disc) {
	if sane(x.Size) > f.most {
		f.b.Add(draw.Circle{X: c.x, Y: c.y, R: math.Max(c.r-2, 1), Stroke: f.b.st.Surface, StrokeWidth: 1})
	}
	if x.Above {
		f.b.Add(draw.Polygon{Points: [][2]float64{{c.x, c.y - c.r + 0.5}, {c.x - 3.5, c.y - c.r + 5.5}, {c.x + 3.5, c.y - c.r + 5.5}}, Fill: f.b.st.Surface})
	}
}

func (b *board) describeBubbles(data BubbleData, note string) {
	xName, yName := data.axes()
	b.Table = [][]string{{"", xName, yName, orElse(data.SizeName, "storlek"), "grupp"}}
	var parts []string
	for _, x := range data.Bubbles {
		b.Table = append(b.Table, []string{x.Label, level(x.X), orElse(x.YText, level(x.Y)), x.size(), x.Group})
		parts = append(parts, x.Label+" "+data.said(x))
	}
	b.alt(orElse(data.Title, "Bubbeldiagram"), parts, note)
}

// axes are what the axes are called.
func (d *BubbleData) axes() (x, y string) { return orElse(d.XName, "risk"), orElse(d.YName, "nytta") }

// size is how large a circle is, in words.
func (x Bubble) size() string { return orElse(x.SizeText, Number(x.Size, 0)) }

// said is what a circle shows: "låg risk, nytta 310 tkr, kostnad 850 tkr".
func (d *BubbleData) said(x Bubble) string {
	xName, yName := d.axes()
	y := level(x.Y) + " " + yName
	if x.YText != "" {
		y = yName + " " + x.YText
	}
	return level(x.X) + " " + xName + ", " + y + ", " + strings.TrimSpace(d.SizeName+" "+x.size())
}

// level is a share in words.
func level(v float64) string {
	switch {
	case v < 1.0/3:
		return "låg"
	case v < 2.0/3:
		return "medelhög"
	}
	return "hög"
}
