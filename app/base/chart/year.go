package chart

import (
	"fmt"
	"image/color"
	"math"
	"strings"

	"itportfoljen/app/base/draw"
)

// YearMark is a day in a month of a year.
type YearMark struct {
	Day    int
	Text   string
	Series int  // which of the sorts it is
	Open   bool // nobody has decided it: drawn hollow
	Key    string
}

// YearMonth is a month of a year.
type YearMonth struct {
	Name  string
	Marks []YearMark // the first day first
	Now   bool       // it is the month that is
}

// YearData is data for YearWheel: twelve months, and what the sorts of marks are called.
type YearData struct {
	Title string
	Sorts []string
	Month [12]YearMonth
	Empty string // what a month without marks says; "" nothing
}

// Lengths of a year, in text sizes.
const (
	yearHead = 2.2
	yearLine = 1.62
	yearPad  = 0.9
	yearGap  = 1.0
)

// YearWheel draws the months of a year as cards in rows, each with its days under each other. It is as
// tall as it needs to be for its width.
func YearWheel(data YearData, w float64, st Style, m draw.Measure) draw.Drawing {
	b := newBoard(w, 0, st, m)
	f := b.font
	cols := min(max(int(w/(f*19)), 1), 4)
	gap := yearGap * f
	cw := (w - float64(cols-1)*gap) / float64(cols)
	colors := make([]color.NRGBA, len(data.Sorts))
	for i := range colors {
		colors[i] = b.series(i)
	}
	y := 0.0
	if len(data.Sorts) > 0 {
		y = b.legend(data.Sorts, colors, 0, 0, w) + f*0.6
	}
	b.Table = [][]string{{"Dag", "Vad", "Slag"}}
	marks := 0
	for row := 0; row*cols < 12; row++ {
		most := 1.0
		for i := row * cols; i < min(12, (row+1)*cols); i++ {
			most = max(most, b.yearLines(data.Month[i], cw))
		}
		h := yearHead*f + most*yearLine*f + yearPad*f
		for i := row * cols; i < min(12, (row+1)*cols); i++ {
			b.yearMonth(data, i, float64(i-row*cols)*(cw+gap), y, cw, h)
			marks += len(data.Month[i].Marks)
		}
		y += h + gap
	}
	b.H = max(y-gap, f)
	b.Alt = joinSentence(data.Title, fmt.Sprintf("%d dagar i tolv månader", marks))
	return b.Drawing
}

// yearRoom is the width of a mark's text.
func (b *board) yearRoom(w float64) float64 { return w - (2*yearPad+3.4)*b.font }

// yearLines is how many lines a month needs.
func (b *board) yearLines(month YearMonth, w float64) (n float64) {
	for _, mark := range month.Marks {
		n += float64(len(b.wrap(mark.Text, b.yearRoom(w), 2)))
	}
	return n
}

func (b *board) yearMonth(data YearData, i int, x, y, w, h float64) {
	f, month := b.font, data.Month[i]
	edge := b.st.Grid
	if month.Now {
		edge = b.st.Accent
	}
	b.Add(draw.Rect{X: x, Y: y, W: w, H: h, Radius: f * 0.7, Fill: b.st.Surface, Stroke: edge, StrokeWidth: 1})
	b.text(x+yearPad*f, y+1.45*f, draw.Left, b.st.Ink, true, b.clip(month.Name, w-2*yearPad*f))
	line := y + yearHead*f
	if len(month.Marks) == 0 {
		b.text(x+yearPad*f, line+f, draw.Left, b.st.Muted, false, b.clip(data.Empty, w-2*yearPad*f))
	}
	for _, mark := range month.Marks {
		lines := b.wrap(mark.Text, b.yearRoom(w), 2)
		c := b.series(mark.Series)
		dot := draw.Circle{X: x + yearPad*f + f*0.4, Y: line + f*0.68, R: f * 0.36, Fill: c}
		if mark.Open {
			dot.Fill, dot.Stroke, dot.StrokeWidth = b.st.Surface, c, math.Max(1, f*0.14)
		}
		b.Add(dot)
		b.text(x+(yearPad+2.5)*f, line+f, draw.Right, b.st.Muted, false, fmt.Sprint(mark.Day))
		ink := b.st.Ink
		if mark.Open {
			ink = b.st.Muted
		}
		for n, s := range lines {
			b.text(x+(yearPad+3)*f, line+f+float64(n)*yearLine*f, draw.Left, ink, false, s)
		}
		tall := float64(len(lines)) * yearLine * f
		if mark.Key != "" {
			b.Hits = append(b.Hits, draw.Hit{X: x + yearPad*f*0.5, Y: line - f*0.15, W: w - yearPad*f, H: tall, Key: mark.Key, Tip: mark.Text})
		}
		sort := ""
		if mark.Series < len(data.Sorts) {
			sort = data.Sorts[mark.Series]
		}
		b.Table = append(b.Table, []string{fmt.Sprintf("%d %s", mark.Day, strings.ToLower(month.Name)), mark.Text, sort})
		line += tall
	}
}
