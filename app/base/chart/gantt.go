package chart

import (
	"image/color"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/draw"
)

// Look is how a bar looks: how far what it stands for has come. The looks differ in
// lightness and height as well as in colour.
type Look uint8

// The looks.
const (
	Thought  Look = iota // an idea, or being prepared: an outline
	Awaited              // waits for a decision: light, with a strong outline
	Decided              // decided and not begun: between light and dark
	Ongoing              // dark
	Finished             // low
	Halted               // set aside: low, an outline
)

// Light is how something goes, beside its word.
type Light uint8

// The lights: a disc, a triangle and a square.
const (
	Unlit Light = iota
	Green
	Amber
	Red
)

// Sign is what a milestone is, and with that its form.
type Sign uint8

// The signs.
const (
	SignDecision    Sign = iota // a diamond
	SignProcurement             // a disc
	SignPart                    // an etapp: a triangle
	SignDeadline                // a decided end: a line
	SignEnd                     // avslut: a square
)

// signNames are what the key of a picture calls them.
var signNames = [...]string{"beslut", "upphandling", "etapp", "beslutat slut", "avslut"}

// Milestone is a day in a row.
type Milestone struct {
	On   date.Date
	Sign Sign
	Text string // "Beslut väntas"; what is said of it
	Open bool   // it is yet to come, or to be done: drawn hollow
}

// Period is the days From to To, both included.
type Period struct{ From, To date.Date }

// GanttRow is something that goes on for a time. A day that is zero isn't known.
type GanttRow struct {
	Key, Name string
	Part      bool // of the row above
	From, To  date.Date
	Done      []Period // what of it is done
	Look      Look
	Phase     string // in words
	Light     Light
	Status    string // what the light says: "hotad: tid"
	Marks     []Milestone
}

// Dated says whether a row has a place on the line: a day is known, and it doesn't end
// before it begins.
func (r *GanttRow) Dated() bool {
	return (!r.From.IsZero() || !r.To.IsZero()) && !r.Reversed()
}

// Reversed says that a row ends before it begins.
func (r *GanttRow) Reversed() bool { return !r.From.IsZero() && !r.To.IsZero() && r.To < r.From }

// When is the days of a row in words.
func (r *GanttRow) When() string {
	switch {
	case r.From.IsZero() && r.To.IsZero():
		return "utan datum"
	case r.To.IsZero():
		return "från " + r.From.ShortYear() + ", slut saknas"
	case r.From.IsZero():
		return "till " + r.To.ShortYear() + ", start saknas"
	case r.Reversed():
		return r.From.ShortYear() + "–" + r.To.ShortYear() + ", slutar före start"
	case r.From.Year() == r.To.Year():
		return r.From.Short() + "–" + r.To.ShortYear()
	}
	return r.From.ShortYear() + "–" + r.To.ShortYear()
}

// Said is all that a row says, in words.
func (r *GanttRow) Said() string {
	return strings.Join(filled(r.Name, r.When(), r.Phase, r.Status), ", ")
}

// filled are those that say something.
func filled(parts ...string) (out []string) {
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}

// marked are a row's milestones in words.
func (r *GanttRow) marked() string {
	var out []string
	for _, m := range r.Marks {
		if !m.On.IsZero() {
			out = append(out, m.Text+" "+m.On.String())
		}
	}
	return strings.Join(out, ", ")
}

// GanttGroup is rows under a heading; "" is no heading.
type GanttGroup struct {
	Title string
	Rows  []GanttRow
}

// GanttData is data for Gantt.
type GanttData struct {
	Title  string
	Today  date.Date
	Groups []GanttGroup
}

// farthest is how many years from today the line of a picture reaches, whatever the rows
// say: one that is written a thousand years off must not make all others a dot.
const farthest = 15

// Gantt draws when things go on, a bar each under the headings of their groups. What is
// known of one that lacks a day is drawn open on that side; those without any are listed
// below. The height follows from the number of rows.
func Gantt(data GanttData, w float64, st Style, m draw.Measure) draw.Drawing {
	lines, undated := data.lines()
	if len(lines) == 0 && len(undated) == 0 {
		return nothing(data.Title, w, 50, st, m)
	}
	b := newBoard(w, 0, st, m)
	y := 0.0
	if len(lines) > 0 {
		v := GanttView{W: w, Names: b.ganttNames(lines), Today: data.Today}
		from, to := data.span()
		v.Scale = Fit(from, to, v.Names, w-v.Names)
		g := &gantt{b, v}
		foot := b.timeHeight(v.Scale) + float64(len(lines))*GanttRowHeight(b.font)
		y = b.timeHead(v.Scale, v.Names, w, 0, foot)
		g.stripes(len(lines), y)
		for _, l := range lines {
			g.line(l, y)
			y += GanttRowHeight(b.font)
		}
		g.today(0, foot)
		y = g.key(lines, foot+b.font*0.6)
	}
	b.H = b.undated(undated, y)
	b.sayGantt(data)
	return b.Drawing
}

// lines are the rows that have a place on the line of time, under the headings of their
// groups, and those that haven't.
func (d *GanttData) lines() (lines []GanttLine, undated []*GanttRow) {
	for i := range d.Groups {
		heading := d.Groups[i].Title != ""
		for j := range d.Groups[i].Rows {
			r := &d.Groups[i].Rows[j]
			if !r.Dated() {
				undated = append(undated, r)
				continue
			}
			if heading {
				lines = append(lines, GanttLine{Heading: d.Groups[i].Title})
				heading = false
			}
			lines = append(lines, GanttLine{Row: r})
		}
	}
	return lines, undated
}

// span is the whole months from the first day to the last, at most some years from today.
func (d *GanttData) span() (from, to date.Date) {
	reach := func(day date.Date) {
		if day.IsZero() {
			return
		}
		if from.IsZero() || day < from {
			from = day
		}
		to = max(to, day)
	}
	for _, g := range d.Groups {
		for i := range g.Rows {
			if r := &g.Rows[i]; r.Dated() {
				reach(r.From)
				reach(r.To)
				for _, m := range r.Marks {
					reach(m.On)
				}
			}
		}
	}
	if t := d.Today; !t.IsZero() {
		if t >= from && t <= Year.After(to, 1) || t < from && t >= Year.After(from, -1) {
			reach(t)
		}
		if lo, hi := Year.After(t, -farthest), Year.After(t, farthest); from < hi && to > lo {
			from, to = max(from, lo), min(to, hi)
		}
	}
	return Month.Begin(from), Month.Last(to)
}

// ganttNames is how wide the column of names is.
func (b *board) ganttNames(lines []GanttLine) float64 {
	widest := 0.0
	for _, l := range lines {
		if l.Row != nil {
			widest = max(widest, l.indent(b.font)+b.width(l.Row.Name))
		}
	}
	return min(widest+b.font*1.2, b.W*0.36)
}

// undated lists what has no place on the line, and says why.
func (b *board) undated(rows []*GanttRow, y float64) float64 {
	if len(rows) == 0 {
		return y
	}
	row := b.font * 1.55
	b.text(0, y+b.font*1.3, draw.Left, b.st.Muted, true, b.clip("Utan datum", b.W*0.9))
	y += b.font * 2
	columns := max(1, int(b.W/(b.font*26)))
	wide := b.W / float64(columns)
	for i, r := range rows {
		x, top := float64(i%columns)*wide, y+float64(i/columns)*row
		said := r.Name
		if r.Reversed() {
			said += " (slutar före start)"
		}
		b.text(x, top+b.font, draw.Left, b.st.Ink, false, b.clip(said, wide-b.font))
		if r.Key != "" {
			b.Hits = append(b.Hits, draw.Hit{X: x, Y: top, W: wide - b.font, H: row, Key: r.Key, Tip: r.Said()})
		}
	}
	return y + row*float64((len(rows)+columns-1)/columns)
}

// mostRowsTold is how many rows the words name.
const mostRowsTold = 20

// sayGantt says in words and as a table what the picture shows.
func (b *board) sayGantt(data GanttData) {
	b.Table = [][]string{{"Grupp", "Namn", "Start", "Slut", "Läge", "Milstolpar"}}
	var parts []string
	n := 0
	for _, g := range data.Groups {
		for i := range g.Rows {
			r := &g.Rows[i]
			b.Table = append(b.Table, []string{g.Title, r.Name, orElse(r.From.String(), "–"), orElse(r.To.String(), "–"), strings.Join(filled(r.Phase, r.Status), ", "), r.marked()})
			if n++; n <= mostRowsTold && len([]rune(strings.Join(parts, "; ")))+len([]rune(r.Said())) < 2000 {
				parts = append(parts, r.Said())
			}
		}
	}
	said := strings.Join(parts, "; ")
	if n > len(parts) {
		said += "; och " + Number(float64(n-len(parts)), 0) + " till"
	}
	b.Alt = joinSentence(orElse(data.Title, "Tidslinje"), strings.TrimPrefix(said, "; "))
}

// mix is a colour between two: 0 the first, 1 the second.
func mix(a, c color.NRGBA, t float64) color.NRGBA {
	f := func(x, y uint8) uint8 { return uint8(float64(x)*(1-t) + float64(y)*t + 0.5) }
	return color.NRGBA{R: f(a.R, c.R), G: f(a.G, c.G), B: f(a.B, c.B), A: 255}
}
