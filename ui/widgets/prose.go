package widgets

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/app/base/text"
	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// Run is a piece of a text in one style.
type Run struct {
	Text   string
	Bold   bool
	Italic bool
	Code   bool
	Link   string // where it leads; "" for nowhere
}

// Prose is a text of runs that breaks into lines as wide as it is given room. What it is
// searched for is marked, and its links go by pointer and keyboard.
type Prose struct {
	widget.BaseWidget
	FontSize float32 // at 100 %; 0 means 13
	Lead     string  // before the first line, at the left of the others: a bullet or a number
	Indent   float32 // of the lines, at 100 %
	Keep     bool    // lines break only where the text has them, as in a listing

	runs    []Run
	onLink  func(to string)
	query   string // folded
	now     int    // which of the marks is the one gone to, -1 for none
	width   float32
	size    float32 // of the text in points, as it was laid out
	height  float32
	objects []fyne.CanvasObject
	marks   []markAt
}

// markAt is where something searched for stands.
type markAt struct{ y float32 }

var _ fyne.Widget = (*Prose)(nil)

// NewProse makes a text; onLink, which may be nil, follows its links.
func NewProse(runs []Run, onLink func(to string)) *Prose {
	p := &Prose{runs: runs, onLink: onLink, now: -1}
	p.ExtendBaseWidget(p)
	return p
}

// Mark marks what answers to a query, "" for nothing, and now, of those, as the one that the
// reader has gone to; -1 for none.
func (p *Prose) Mark(query string, now int) {
	folded := text.Fold(query)
	if p.query == folded && (folded == "" || p.now == now) {
		p.now = now
		return
	}
	p.query, p.now, p.width = folded, now, 0
	p.Refresh()
}

// Plain is the text without its styles.
func (p *Prose) Plain() string {
	var b strings.Builder
	for _, r := range p.runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Hits counts the places where a text has what is searched for.
func Hits(plain, query string) int { return len(hits(plain, text.Fold(query))) }

// hits are where in a text, in runes, what is searched for begins and ends.
func hits(plain, folded string) (out [][2]int) {
	if folded == "" {
		return nil
	}
	var flat []rune // a rune for each of the text's, so that places are the same
	for _, r := range plain {
		f, _ := utf8.DecodeRuneInString(text.Fold(string(r)))
		if r == ' ' || r == '\n' || r == '\u00a0' {
			f = ' '
		}
		flat = append(flat, f)
	}
	want := []rune(folded)
	for i := 0; i+len(want) <= len(flat); i++ {
		if slices.Equal(flat[i:i+len(want)], want) {
			out = append(out, [2]int{i, i + len(want)})
			i += len(want) - 1
		}
	}
	return out
}

// MarkTop is how far down the mark with a number stands.
func (p *Prose) MarkTop(n int) float32 {
	if n < 0 || n >= len(p.marks) {
		return 0
	}
	return p.marks[n].y
}

// piece is a part of a word in one style; mark is the number of the hit it is in, -1 for none.
type piece struct {
	Run
	mark  int
	space bool
	brk   bool // a line ends here
}

// pieces are the text cut at spaces, styles and hits.
func (p *Prose) pieces() (out []piece) {
	found := hits(p.Plain(), p.query)
	at, hit := 0, 0
	for _, r := range p.runs {
		start := 0
		runes := []rune(r.Text)
		flush := func(end int) {
			if end > start {
				mark := -1
				if hit < len(found) && at+start >= found[hit][0] {
					mark = hit
				}
				part := r
				part.Text = string(runes[start:end])
				out = append(out, piece{Run: part, mark: mark})
			}
			start = end
		}
		for i, c := range runes {
			for hit < len(found) && at+i >= found[hit][1] {
				flush(i)
				hit++
			}
			if hit < len(found) && at+i == found[hit][0] {
				flush(i)
			}
			if c == ' ' || c == '\n' {
				flush(i)
				mark := -1
				if hit < len(found) && at+i >= found[hit][0] {
					mark = hit
				}
				part := r
				part.Text = " "
				out = append(out, piece{Run: part, mark: mark, space: true, brk: c == '\n' && p.Keep})
				start = i + 1
			}
		}
		flush(len(runes))
		at += len(runes)
	}
	return out
}

func (p *Prose) points() float32 {
	if p.FontSize == 0 {
		return theme.TextSize
	}
	return p.FontSize
}

func (r Run) style() fyne.TextStyle {
	return fyne.TextStyle{Bold: r.Bold, Italic: r.Italic && !r.Bold, Monospace: r.Code}
}

// widths are those of words that paint doesn't measure, which handbooks repeat.
var widths = map[widthOf]float32{}

type widthOf struct {
	text  string
	style fyne.TextStyle
	size  float32
}

func (r Run) width(size float32) float32 {
	if !r.Italic && !r.Code || r.Bold && !r.Code {
		return paint.TextWidth(r.Text, size, r.Bold)
	}
	k := widthOf{r.Text, r.style(), size}
	w, ok := widths[k]
	if !ok {
		w = fyne.MeasureText(r.Text, size, r.style()).Width
		widths[k] = w
	}
	return w
}

// set lays the text out in a width.
func (p *Prose) set(width float32) {
	size := px(p.points())
	if p.width == width && p.size == size {
		return
	}
	p.width, p.size, p.objects, p.marks = width, size, nil, nil
	left, line := px(p.Indent), float32(int(size*1.5+0.5))
	if p.Lead != "" {
		lead := paint.NewText(p.points(), false)
		paint.SetText(lead, p.Lead, p.points(), theme.Current().TextMuted)
		paint.Put(lead, left-px(20), 0, px(20), line)
		p.objects = append(p.objects, lead)
	}
	x, y := left, float32(0)
	var word []piece // since the last space
	var row []piece  // on the line
	wordWidth := float32(0)
	newLine := func() {
		p.draw(row, left, y, line)
		row, x, y = nil, left, y+line
	}
	take := func() {
		if x+wordWidth > width+0.5 && len(row) > 0 && !p.Keep {
			for len(row) > 0 && row[len(row)-1].space {
				row = row[:len(row)-1]
			}
			newLine()
		}
		row, x = append(row, word...), x+wordWidth
		word, wordWidth = nil, 0
	}
	for _, pc := range p.pieces() {
		if !pc.space {
			word, wordWidth = append(word, pc), wordWidth+pc.width(size)
			continue
		}
		take()
		if pc.brk {
			newLine()
			continue
		}
		if len(row) > 0 {
			row, x = append(row, pc), x+pc.width(size)
		}
	}
	take()
	newLine()
	p.height = y
}

// draw makes the objects of a line.
func (p *Prose) draw(row []piece, x, y, line float32) {
	c := theme.Current()
	for len(row) > 0 {
		n, s := 1, row[0].Text
		for n < len(row) && row[n].Run.like(row[0].Run) && row[n].mark == row[0].mark {
			s += row[n].Text
			n++
		}
		r := row[0].Run
		r.Text = s
		w := float32(0)
		for _, pc := range row[:n] {
			w += pc.width(p.size)
		}
		if n < len(row) { // what comes after stands close
			w = fyne.MeasureText(s, p.size, r.style()).Width
		}
		if m := row[0].mark; m >= 0 {
			ground := paint.NewRect(3)
			fill := c.Warn.Ground
			if m == p.now {
				fill = c.Selected
				paint.SetRect(ground, fill, c.Accent, 1.5)
			} else {
				paint.SetRect(ground, fill, c.Warn.Solid, 1)
			}
			paint.Put(ground, x-1, y+1, w+2, line-2)
			p.objects = append(p.objects, ground)
			for len(p.marks) <= m {
				p.marks = append(p.marks, markAt{y})
			}
		} else if r.Code {
			ground := paint.NewRect(3)
			paint.SetRect(ground, c.Background, nil, 0)
			paint.Put(ground, x-1, y+2, w+2, line-4)
			p.objects = append(p.objects, ground)
		}
		if r.Link != "" && p.onLink != nil && strings.TrimSpace(s) != "" {
			l := newProseLink(r, p.points(), func() { p.onLink(r.Link) })
			paint.Put(l, x, y, w, line)
			p.objects = append(p.objects, l)
		} else {
			t := canvas.NewText(s, c.Text)
			t.TextSize, t.TextStyle = p.size, r.style()
			paint.Put(t, x, y, w, line)
			p.objects = append(p.objects, t)
		}
		x += w
		row = row[n:]
	}
}

func (r Run) like(o Run) bool {
	return r.Bold == o.Bold && r.Italic == o.Italic && r.Code == o.Code && r.Link == o.Link
}

// HeightAt is how tall the text is at a width.
func (p *Prose) HeightAt(width float32) float32 {
	p.set(width)
	return p.height
}

// CreateRenderer implements fyne.Widget.
func (p *Prose) CreateRenderer() fyne.WidgetRenderer {
	dark := theme.Current().Dark
	return paint.RenderFunc(p, func() []fyne.CanvasObject { return p.objects }, func() {
		if now := theme.Current().Dark; now != dark { // the colours are others
			dark, p.width = now, 0
		}
		p.set(p.roomy(p.Size().Width))
	}, func() fyne.Size {
		p.set(p.roomy(p.Size().Width))
		return fyne.NewSize(px(40), p.height)
	}, func(s fyne.Size) { p.set(p.roomy(s.Width)) })
}

// roomy is the width to lay out in, before anybody has said one too.
func (p *Prose) roomy(width float32) float32 {
	if width <= 0 {
		return px(600)
	}
	return width
}

// proseLink is a link on a line of a text.
type proseLink struct {
	Control
	run         Run
	points      float32
	text        *canvas.Text
	under, halo *canvas.Rectangle
}

func newProseLink(r Run, points float32, follow func()) *proseLink {
	l := &proseLink{run: r, points: points, text: paint.NewText(points, r.Bold), under: paint.NewRect(0), halo: paint.NewRect(4)}
	l.Extend(l, follow)
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *proseLink) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(l, []fyne.CanvasObject{l.halo, l.text, l.under}, func() {
		c := theme.Current().Accent
		paint.SetText(l.text, l.run.Text, l.points, c)
		l.text.TextStyle = l.run.style()
		paint.SetRect(l.under, c, nil, 0)
		paint.SetHalo(l.halo, l.Ringed())
	}, func() fyne.Size { return fyne.NewSize(0, 0) }, func(s fyne.Size) {
		paint.Put(l.halo, -2, 0, s.Width+4, s.Height)
		paint.Put(l.text, 0, 0, s.Width, s.Height)
		paint.Put(l.under, 0, s.Height-px(3), s.Width, 1)
	})
}

// AccessibilityLabel reads the link.
func (l *proseLink) AccessibilityLabel() string { return l.run.Text }

// AccessibilityRole is link.
func (l *proseLink) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }
