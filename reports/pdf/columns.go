package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// narrowest is the least width of a column.
const narrowest = 12.0

// want is what a column asks for: the width of its longest word that can't be
// hyphenated (an amount, a date), of its longest word, of what most of its cells
// need to stand on one line, and of its longest line.
type want struct{ hard, least, usual, natural float64 }

// mostCells is the share of a column's cells that its usual width is enough for,
// so that a few long ones wrap rather than take the room of other columns.
const mostCells = 0.8

// place decides the columns' x and width. Fixed columns have what they ask for;
// the others never get less than their longest word as long as there is room,
// flexible ones share what is left, and without flexible ones the air is spread.
func (l *tableLay) place(wants []want) {
	cols := l.t.Cols
	n := len(cols)
	l.w, l.x = make([]float64, n), make([]float64, n)
	room := l.width - l.air()
	free := room
	var auto, flex []int
	for i, c := range cols {
		switch {
		case c.Width > 0:
			l.w[i] = c.Width
			free -= c.Width
		case c.Flex > 0:
			flex = append(flex, i)
		default:
			auto = append(auto, i)
		}
	}
	leastFlex, naturalFlex := 0.0, 0.0
	for _, i := range flex {
		leastFlex += wants[i].least
		naturalFlex += wants[i].usual
	}
	left := free
	if len(auto) > 0 {
		reserve := leastFlex
		if len(flex) > 0 {
			// Flowing text deserves at least a third of the room before others stretch out.
			reserve = max(leastFlex, min(naturalFlex, free/3))
		}
		left = free - l.fit(auto, wants, free-reserve)
	}
	if len(flex) > 0 {
		l.share(flex, wants, left)
	} else if left > 0 && len(auto) > 0 {
		l.spread(auto, left)
	}
	l.hold(room)
	x := 0.0
	for i := range cols {
		l.x[i] = x
		x += l.w[i] + cellGap
	}
}

// hold keeps the columns on the paper when not even amounts and dates fit.
func (l *tableLay) hold(room float64) {
	taken := 0.0
	for _, w := range l.w {
		taken += w
	}
	if taken <= room {
		return
	}
	for i := range l.w {
		l.w[i] *= max(room, 0) / taken
	}
}

// fit gives automatic columns their natural width. Without room for that each
// first gets what most of its cells need and the rest is shared; without room even
// for that the widest give way first, down to their longest words, and if those
// don't fit, the widest words are hyphenated. It returns what they take.
func (l *tableLay) fit(auto []int, wants []want, room float64) float64 {
	natural, usual, least := 0.0, 0.0, 0.0
	for _, i := range auto {
		natural += wants[i].natural
		usual += wants[i].usual
		least += wants[i].least
	}
	width, level := func(w want, _ float64) float64 { return w.natural }, room
	switch {
	case least > room:
		width = lowest
	case usual > room:
		width = func(w want, level float64) float64 { return max(min(w.usual, level), w.least) }
	case natural > room:
		width = func(w want, level float64) float64 { return max(min(w.natural, level), w.usual) }
	}
	if natural > room {
		level = waterLevel(auto, wants, room, width)
	}
	taken := 0.0
	for _, i := range auto {
		l.w[i] = width(wants[i], level)
		taken += l.w[i]
	}
	return taken
}

// lowest is a column's width when its longest words must be hyphenated.
func lowest(w want, level float64) float64 { return max(min(w.least, level), w.hard, narrowest) }

// waterLevel is the width that no column exceeds, save for what width insists
// on, when the columns together take room.
func waterLevel(cols []int, wants []want, room float64, width func(w want, level float64) float64) float64 {
	lo, hi := 0.0, room
	for range 40 {
		mid, sum := (lo+hi)/2, 0.0
		for _, i := range cols {
			sum += width(wants[i], mid)
		}
		if sum > room {
			hi = mid
		} else {
			lo = mid
		}
	}
	return lo
}

// share divides room by Flex; a column whose longest word needs more gets that
// first. Without room for all the longest words, the widest are hyphenated and
// Flex says nothing.
func (l *tableLay) share(flex []int, wants []want, room float64) {
	least := 0.0
	for _, i := range flex {
		least += wants[i].least
	}
	if least > room {
		level := waterLevel(flex, wants, room, lowest)
		for _, i := range flex {
			l.w[i] = lowest(wants[i], level)
		}
		return
	}
	open := append([]int(nil), flex...)
	for {
		total := 0.0
		for _, i := range open {
			total += l.t.Cols[i].Flex
		}
		next := open[:0:0]
		spent := 0.0
		for _, i := range open {
			l.w[i] = max(room*l.t.Cols[i].Flex/total, narrowest)
			if wants[i].least > l.w[i] {
				l.w[i] = wants[i].least
				spent += l.w[i]
			} else {
				next = append(next, i)
			}
		}
		if spent == 0 || len(next) == 0 {
			return
		}
		room, open = room-spent, next
	}
}

// spread gives air to columns, more to the wide ones and little to numbers.
func (l *tableLay) spread(auto []int, air float64) {
	total := 0.0
	for _, i := range auto {
		total += l.w[i] + 10
	}
	for _, i := range auto {
		l.w[i] += air * (l.w[i] + 10) / total
	}
}

// wants measures the columns. Cells that span several are not asked.
func (l *tableLay) wants(e *engine, rows [][]cellLay) []want {
	l.common(rows)
	out := make([]want, len(l.t.Cols))
	lines := make([][]float64, len(l.t.Cols))
	for i, c := range l.t.Cols {
		if !l.t.NoHead {
			out[i] = measure([]styled{{text: e.clean(c.Head)}}, l.size)
		}
	}
	for _, cells := range rows {
		for i := range cells {
			c := &cells[i]
			if c.span > 1 || len(c.runs) == 0 && c.kind != spark || l.t.Cols[c.col].Width > 0 {
				continue
			}
			w := l.cellWant(c)
			o := &out[c.col]
			o.hard = max(o.hard, w.hard)
			o.least = max(o.least, w.least)
			o.natural = max(o.natural, w.natural)
			if c.shown() { // the empty ones need nothing and say nothing
				lines[c.col] = append(lines[c.col], w.natural)
			}
		}
	}
	for i, c := range l.t.Cols {
		if c.MaxWidth > 0 {
			out[i].natural = min(out[i].natural, c.MaxWidth)
		}
		// A word longer than a third of the table is hyphenated rather than obeyed.
		out[i].least = min(out[i].least, l.width/3)
		if c.Hyphen {
			out[i].least = min(out[i].least, 60)
		}
		out[i].hard = min(out[i].hard, l.width/3)
		out[i].least = max(out[i].least, out[i].hard)
		out[i].natural = max(out[i].natural, out[i].least)
		out[i].usual = out[i].natural
	}
	l.wantOver(e, out)
	l.usual(out, lines)
	return out
}

// wantOver widens columns that share a head above them alike, so that they have
// room for its longest word.
func (l *tableLay) wantOver(e *engine, wants []want) {
	if l.t.NoHead {
		return
	}
	for _, o := range l.t.overs() {
		n := float64(o.to - o.from)
		word := min(measure([]styled{{text: e.clean(l.t.Cols[o.from].Over)}}, l.size).least, l.width/3)
		least, natural := cellGap*(n-1), cellGap*(n-1)
		for i := o.from; i < o.to; i++ {
			least += wants[i].least
			natural += wants[i].natural
		}
		for i := o.from; i < o.to; i++ {
			wants[i].least += max(0, word-least) / n
			wants[i].natural += max(0, word-natural) / n
			wants[i].usual = wants[i].natural
		}
	}
}

// usual finds what most cells of each column need, where there isn't room for all
// that all of them do.
func (l *tableLay) usual(wants []want, lines [][]float64) {
	natural := l.air()
	for i := range wants {
		natural += wants[i].natural
	}
	if natural <= l.width {
		return
	}
	for i, ws := range lines {
		if len(ws) > 0 {
			slices.Sort(ws)
			n := int(math.Ceil(mostCells*float64(len(ws)))) - 1
			wants[i].usual = min(max(ws[n], wants[i].least), wants[i].natural)
		}
	}
}

// cellWant measures a cell.
func (l *tableLay) cellWant(c *cellLay) want {
	w, extra := measure(c.runs, l.size), l.extra(c)
	out := want{hard: w.hard + extra, least: w.least + extra, natural: w.natural + extra}
	switch c.kind {
	case bar:
		number := l.places[c.col].number + barGap
		return want{hard: number + barLeast, least: number + barLeast, natural: number + barNatural}
	case spark:
		out.natural = sparkNatural
	}
	return out
}

// measure is the longest word and line of runs, with a hair to spare.
func measure(runs []styled, size float64) want {
	var w want
	cur := 0.0
	for _, r := range runs {
		for n, part := range strings.Split(r.text, "\n") {
			if n > 0 {
				cur = 0
			}
			pw := r.wide(part, size)
			cur += pw
			w.natural = max(w.natural, cur)
			if pw <= w.hard {
				continue
			}
			for part != "" {
				word, rest := nextWord(part)
				if word == "" {
					part = rest[1:]
					continue
				}
				ww := r.wide(word, size)
				w.least = max(w.least, ww)
				if ww > w.hard && wholeOnly(word) {
					w.hard = ww
				}
				part = rest
			}
		}
	}
	w.hard += 0.1
	w.least += 0.1
	w.natural += 0.1
	return w
}

// wholeOnly says that a word must never be divided: it has no syllables to speak
// of, such as an amount or a date, or is short.
func wholeOnly(word string) bool {
	run := 0
	for _, r := range word {
		if !unicode.IsLetter(r) {
			run = 0
		} else if run++; run > 6 {
			return false
		}
	}
	return !strings.Contains(word, "://") && len(word) < 40
}

// spanWidth is the width of columns taken together.
func (l *tableLay) spanWidth(col, span int) float64 {
	last := col + span - 1
	return l.x[last] + l.w[last] - l.x[col]
}
