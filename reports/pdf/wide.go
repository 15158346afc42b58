package pdf

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A table wider than its paper is set in smaller type. When that isn't enough the
// paper is turned, if it may be (turned.go); then the columns that it can do without
// are left out; and when it can't do without enough of them it is divided into
// several with the columns that name the rows in each.
// Nothing is squeezed until it can't be read, and nothing leaves the paper.

const (
	leastSize = 7.5 // of a table's type: what is smaller isn't read
	sizeStep  = 0.5
	readable  = 6.0 // a column holds so many times the size of its type, or its longest word
)

// needed is the width that the columns must have to be read.
func (l *tableLay) needed(wants []want) float64 {
	w := l.air()
	for i := range wants {
		w += l.must(i, wants)
	}
	return w
}

// must is what column i can't do with less than.
func (l *tableLay) must(i int, wants []want) float64 {
	if fixed := l.t.Cols[i].Width; fixed > 0 {
		return fixed
	}
	return max(wants[i].hard, min(wants[i].least, readable*l.size), narrowest)
}

// air is what stands between the columns and after the last.
func (l *tableLay) air() float64 {
	w := cellGap * float64(len(l.t.Cols)-1)
	if l.t.Cols[len(l.t.Cols)-1].right() {
		w += rightPad
	}
	return w
}

// shrink sets the table in the largest type in which it fits the width; ok is
// false when even the smallest doesn't do.
func (l *tableLay) shrink(e *engine, rows [][]cellLay) (wants []want, ok bool) {
	for {
		wants = l.wants(e, rows)
		switch {
		case l.needed(wants) <= l.width:
			return wants, true
		case l.size <= leastSize:
			return wants, false
		}
		l.size = max(l.size-sizeStep, leastSize)
	}
}

// keys are the columns that name a row: the one that does, and a reference or
// two before it.
func (l *tableLay) keys() []int {
	if l.rowCol > 2 {
		return []int{l.rowCol}
	}
	out := make([]int, l.rowCol+1)
	for i := range out {
		out[i] = i
	}
	return out
}

// drop is the table without the columns that must go for the rest to fit, as few
// as possible and in the order that the table says, and their names. It is nil
// when the table can't do without enough of them: then none is.
func (l *tableLay) drop(wants []want) (*Table, []string) {
	var order []int
	for i, c := range l.t.Cols {
		if c.Drop > 0 && i != l.rowCol {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return l.t.Cols[a].Drop - l.t.Cols[b].Drop })
	width := l.needed(wants)
	for n, i := range order {
		width -= l.must(i, wants) + cellGap
		if width > l.width {
			continue
		}
		gone := order[:n+1]
		var left []int
		var names []string
		for i, c := range l.t.Cols {
			switch {
			case !slices.Contains(gone, i):
				left = append(left, i)
			case c.Over != "":
				names = append(names, "”"+c.Over+": "+c.Head+"”")
			default:
				names = append(names, "”"+c.Head+"”")
			}
		}
		if len(left) == 0 {
			break
		}
		return l.t.only(left, false), names
	}
	return nil, nil
}

// dropped sets a table without some of its columns and says which below it.
func (e *engine) dropped(fewer *Table, names []string, w float64, parent int) []strip {
	word := "kolumnen "
	if len(names) > 1 {
		word = "kolumnerna "
	}
	list := word + inWords(names)
	out := e.tableWithin(fewer, w, parent, "utan "+list+" ")
	out[len(out)-1].glue = true
	told := e.para(e.style([]Run{M("Papperet är för smalt för " + list + ", som inte är med.")}, look{}), noteSize, w, parent, 5)
	for i := range len(told) - 1 {
		told[i].glue = true
	}
	return append(out, told...)
}

// inWords is "a, b och c".
func inWords(list []string) string {
	if n := len(list); n > 1 {
		return strings.Join(list[:n-1], ", ") + " och " + list[n-1]
	}
	return strings.Join(list, "")
}

// divide gives the columns of each part of a table that is too wide: alike in
// number where that fits, else as many as there is room for.
func (l *tableLay) divide(wants []want) [][]int {
	keys := l.keys()
	taken := rightPad
	var others []int
	for i := range l.t.Cols {
		if slices.Contains(keys, i) {
			taken += l.must(i, wants) + cellGap
		} else {
			others = append(others, i)
		}
	}
	room := l.width - taken + cellGap
	fill := func(most int) [][]int {
		var parts [][]int
		used := 0.0
		for _, i := range others {
			w := l.must(i, wants) + cellGap
			if n := len(parts); n == 0 || used+w > room || len(parts[n-1]) == most {
				parts, used = append(parts, nil), 0
			}
			parts[len(parts)-1] = append(parts[len(parts)-1], i)
			used += w
		}
		return parts
	}
	parts := fill(len(others))
	if n := len(parts); n > 1 {
		if even := fill((len(others) + n - 1) / n); len(even) == n {
			parts = even
		}
	}
	for i, p := range parts {
		parts[i] = append(slices.Clone(keys), p...)
		slices.Sort(parts[i])
	}
	return parts
}

// divided sets the parts of a table under one another, each told apart.
func (e *engine) divided(t *Table, parts [][]int, w float64, parent int) []strip {
	var out []strip
	for n, cols := range parts {
		part := t.only(cols, n > 0)
		part.Summary = strings.TrimSpace(fmt.Sprintf("%s, del %d av %d", t.Summary, n+1, len(parts)))
		told := e.para(e.style([]Run{M(fmt.Sprintf("Del %d av %d av tabellen, med samma rader", n+1, len(parts)))}, look{}), noteSize, w, parent, 12)
		for i := range told {
			told[i].glue = true
		}
		out = append(append(out, told...), e.table(part, w, parent)...)
	}
	return out
}

// only is the table with some of its columns. Its rows are anchors in one
// place, so a later part has none.
func (t *Table) only(cols []int, later bool) *Table {
	out := *t
	out.Cols, out.Rows = nil, make([]TableRow, len(t.Rows))
	for _, i := range cols {
		out.Cols = append(out.Cols, t.Cols[i])
	}
	for i, r := range t.Rows {
		if !r.Group {
			r.Cells = r.only(cols)
		}
		if later {
			r.Mark = ""
		}
		out.Rows[i] = r
	}
	if t.Carried != nil {
		out.Carried = func(rows int) []Cell { return (&TableRow{Cells: t.Carried(rows)}).only(cols) }
	}
	return &out
}

// only are the cells of a row that stand in some of the columns; one that spans
// several spans those of them that are left.
func (r *TableRow) only(cols []int) []Cell {
	var out []Cell
	at := 0
	for _, c := range r.Cells {
		from := at
		at += max(1, c.Span)
		n := 0
		for _, i := range cols {
			if i >= from && i < at {
				n++
			}
		}
		if n > 0 {
			c.Span = n
			out = append(out, c)
		}
	}
	return out
}

// points writes a size of type.
func points(size float64) string {
	return strings.Replace(strconv.FormatFloat(size, 'f', -1, 64), ".", ",", 1)
}

// tooWide tells of a table that was made smaller or divided.
func (e *engine) tooWide(t *Table, what string) {
	name := "En tabell"
	if t.Summary != "" {
		name = "Tabellen ”" + t.Summary + "”"
	}
	more := "Färre kolumner gör den lättare att läsa."
	if !e.turned {
		more = "Liggande papper eller färre kolumner gör den lättare att läsa."
	}
	e.out.squeezed = append(e.out.squeezed, name+" är bredare än papperet "+what+". "+more)
}
