package chart

import (
	"math"

	"itportfoljen/app/base/draw"
)

// continued is what a group's heading says where it goes on from the page before.
const continued = " (forts.)"

// GanttPages is Gantt in drawings of at most a height, for pages: all have the same scale, with its years
// and months over the rows of each, and a group that goes on says so. first is the height of the first
// drawing and rest that of the others. The key stands under each, and what has no day comes last.
func GanttPages(data GanttData, w, first, rest float64, st Style, m draw.Measure) (out []draw.Drawing) {
	lines, undated := data.lines()
	if len(lines) == 0 && len(undated) == 0 {
		return []draw.Drawing{nothing(data.Title, w, 50, st, m)}
	}
	whole := newBoard(w, 0, st, m)
	v := GanttView{W: w, Names: whole.ganttNames(lines), Today: data.Today}
	if len(lines) > 0 {
		from, to := data.span()
		v.Scale = Fit(from, to, v.Names, w-v.Names)
	}
	row := GanttRowHeight(whole.font)
	height := func(page int) float64 {
		if page == 0 {
			return first
		}
		return rest
	}
	for at := 0; at < len(lines); {
		b := newBoard(w, 0, st, m)
		g := &gantt{b, v}
		probe := &gantt{newBoard(w, 0, st, m), v}
		below := probe.key(lines, b.font*0.6) // as high as the key can be
		n := max(2, int((height(len(out))-b.timeHeight(v.Scale)-below)/row))
		var page []GanttLine
		if h := heading(lines[:at]); h != "" && lines[at].Row != nil {
			page, n = append(page, GanttLine{Heading: h + continued}), n-1
		}
		more := pageOf(lines, at, n)
		page, at = append(page, more...), at+len(more)
		foot := b.timeHeight(v.Scale) + float64(len(page))*row
		y := b.timeHead(v.Scale, v.Names, w, 0, foot)
		g.stripes(len(page), y)
		for _, l := range page {
			g.line(l, y)
			y += row
		}
		g.today(0, foot)
		b.H = g.key(lines, foot+b.font*0.6)
		out = append(out, sayPage(b, data, page, len(out)))
	}
	for len(undated) > 0 {
		b := newBoard(w, 0, st, m)
		columns := max(1, int(w/(b.font*26)))
		y, last := 0.0, len(out)-1
		if last >= 0 && out[last].H+b.font*2+b.font*1.55*math.Ceil(float64(len(undated))/float64(columns)) <= height(last) {
			b.Drawing, y = out[last], out[last].H // they have room under the last rows
			out = out[:last]
		}
		fits := max(1, int((height(len(out))-y-b.font*2)/(b.font*1.55))) * columns
		part := undated[:min(len(undated), fits)]
		undated = undated[len(part):]
		b.H = b.undated(part, y)
		var rows []GanttLine
		for _, r := range part {
			rows = append(rows, GanttLine{Row: r})
		}
		out = append(out, sayPage(b, data, rows, len(out)))
	}
	return out
}

// pageOf is at most n lines from one on; a heading isn't left last, nor are parts taken from what they
// are of when that costs less than half of the page.
func pageOf(lines []GanttLine, at, n int) []GanttLine {
	end := min(len(lines), at+n)
	for whole := end; whole < len(lines) && whole > at+n/2; whole-- {
		if r := lines[whole].Row; r == nil || !r.Part {
			end = whole
			break
		}
	}
	for end < len(lines) && end > at+1 && lines[end-1].Row == nil {
		end--
	}
	return lines[at:end]
}

// heading is the last heading of some lines.
func heading(lines []GanttLine) string {
	for i := len(lines) - 1; i >= 0; i-- {
		if lines[i].Row == nil {
			return lines[i].Heading
		}
	}
	return ""
}

// sayPage says what a page has, after what it may already say.
func sayPage(b *board, data GanttData, page []GanttLine, before int) draw.Drawing {
	part := GanttData{Title: orElse(data.Title, "Tidslinje"), Today: data.Today}
	if before > 0 {
		part.Title += ", fortsättning"
	}
	group := GanttGroup{}
	for _, l := range page {
		if l.Row == nil {
			if len(group.Rows) > 0 {
				part.Groups = append(part.Groups, group)
			}
			group = GanttGroup{Title: l.Heading}
			continue
		}
		group.Rows = append(group.Rows, *l.Row)
	}
	part.Groups = append(part.Groups, group)
	said, table := b.Alt, b.Table
	b.sayGantt(part)
	if said != "" {
		b.Alt = said + " " + b.Alt
		b.Table = append(table, b.Table[1:]...)
	}
	return b.Drawing
}
