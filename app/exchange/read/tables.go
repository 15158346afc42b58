package read

import (
	"math"
	"slices"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
)

// Lists is what one kind of list goes by: whether a heading is that of a field of it, and
// that of the names of what it lists.
type Lists struct {
	Knows, Names func(Heading) bool
}

// Tables parts a sheet into the tables that stand beside and below each other in it, from
// the left and the top. An empty column or row within a list parts nothing: what follows
// must be a list of its own, by its headings or by its rows.
func Tables(sh *sheet.Sheet, kinds []Lists) []*sheet.Sheet {
	var out []*sheet.Sheet
	for _, beside := range splitBeside(sh, kinds) {
		bands := splitBelow(beside, kinds)
		for _, band := range bands {
			if len(bands) > 1 {
				out = append(out, splitBeside(band, kinds)...)
			} else {
				out = append(out, band)
			}
		}
	}
	return out
}

// mostTables is how many tables a sheet is parted into in each direction.
const mostTables = 64

func anyKnows(kinds []Lists) func(Heading) bool {
	return func(h Heading) bool {
		return slices.ContainsFunc(kinds, func(k Lists) bool { return k.Knows(h) })
	}
}

// span is a run of columns; the last one isn't in it.
type span struct{ from, to int }

// splitBeside parts tables that stand beside each other.
func splitBeside(sh *sheet.Sheet, kinds []Lists) []*sheet.Sheet {
	spans := filledSpans(sh)
	if len(spans) == 0 || len(spans) > mostTables {
		return []*sheet.Sheet{sh}
	}
	tables := spans[:1:1]
	for _, next := range spans[1:] {
		last := &tables[len(tables)-1]
		if newBeside(between(sh, *last), between(sh, next), kinds) {
			tables = append(tables, next)
		} else {
			last.to = next.to
		}
	}
	if len(tables) == 1 {
		tables = repeated(sh, tables[0], kinds)
	}
	if len(tables) == 1 {
		return []*sheet.Sheet{sh}
	}
	var out []*sheet.Sheet
	for i, t := range tables {
		if t.to = math.MaxInt; i+1 < len(tables) {
			t.to = tables[i+1].from // a note beside a table goes with the one to the left
		}
		if i == 0 {
			t.from = 0
		}
		out = append(out, columnsOf(sh, t))
	}
	return out
}

// filledSpans are the runs of columns that have something in a row that says more than
// one thing, as titles don't.
func filledSpans(sh *sheet.Sheet) []span {
	var has []bool
	for _, r := range sh.Rows {
		for len(has) < len(r.Cells) {
			has = append(has, false)
		}
		if n := Filled(r); n < 2 && len(sh.Rows) > 1 && LoneText(r) != "" {
			continue
		}
		for i := range r.Cells {
			has[i] = has[i] || !r.Cells[i].IsEmpty()
		}
	}
	var out []span
	for i, h := range has {
		switch {
		case !h:
		case i > 0 && has[i-1]:
			out[len(out)-1].to = i + 1
		default:
			out = append(out, span{i, i + 1})
		}
	}
	return out
}

// repeated parts a list that goes on beside itself under the same headings.
func repeated(sh *sheet.Sheet, of span, kinds []Lists) []span {
	at := header(sh.Rows, 0, anyKnows(kinds))
	if at < 0 {
		return []span{of}
	}
	r := sh.Rows[at]
	first, second := r.At(of.from), r.At(of.from+1)
	if first.Kind != sheet.Text || second.IsEmpty() || !isNames(HeadingOf(first.Text), kinds) {
		return []span{of}
	}
	out := []span{of}
	for i := of.from + 2; i+1 < of.to; i++ {
		if r.At(i).Text == first.Text && r.At(i+1).Text == second.Text {
			out[len(out)-1].to = i
			out = append(out, span{i, of.to})
		}
	}
	if len(out) > mostTables {
		return []span{of}
	}
	return out
}

func isNames(h Heading, kinds []Lists) bool {
	return slices.ContainsFunc(kinds, func(k Lists) bool { return k.Names(h) })
}

// What speaks for columns being a table of their own, and what it takes.
const (
	otherList = 3 // they begin with what another list calls its names, or this one already has
	maybeList = 1 // they begin with what another list calls its names, and this one a field
	ownRows   = 2 // there are rows with nothing else
	ownStart  = 2 // the headings stand in another row
	ownEnd    = 1 // they end before the others
	sameHeads = 1 // a heading stands in both
	isTable   = 3
)

// newBeside says that columns to the right of an empty one are a table of their own.
func newBeside(left, right []sheet.Row, kinds []Lists) bool {
	known := anyKnows(kinds)
	l, r := header(left, 0, known), header(right, 0, known)
	if l < 0 || r < 0 || Filled(right[r]) < 2 && Filled(left[l]) < 2 || !distinct(right[r+1:], FirstFilled(right[r])) {
		return false
	}
	return besideScore(left, right, l, r, kinds) >= isTable
}

func besideScore(left, right []sheet.Row, l, r int, kinds []Lists) int {
	score := 0
	over, heads := left[l], right[r]
	first := HeadingOf(heads.At(FirstFilled(heads)).Text)
	mine := listOf(over, kinds)
	switch {
	case !isNames(first, kinds):
	case mine == nil || !mine.Knows(first) || mine.Names(first):
		score += otherList
	default:
		score += maybeList
	}
	if over.Number != heads.Number {
		score += ownStart
	}
	seen := map[string]bool{}
	for _, c := range over.Cells {
		seen[text.Fold(c.Text)] = true
	}
	if slices.ContainsFunc(heads.Cells, func(c sheet.Cell) bool { return !c.IsEmpty() && seen[text.Fold(c.Text)] }) {
		score += sameHeads
	}
	if onlyRight(left, right[r+1:], min(Filled(heads), 2)) {
		score += ownRows
	}
	if endsBefore(left, right) {
		score += ownEnd
	}
	return score
}

// listOf is the kind of list that a row of headings names.
func listOf(heads sheet.Row, kinds []Lists) *Lists {
	for _, c := range heads.Cells {
		if c.Kind != sheet.Text {
			continue
		}
		for i := range kinds {
			if kinds[i].Names(HeadingOf(c.Text)) {
				return &kinds[i]
			}
		}
	}
	return nil
}

// distinct says that nearly every row has something in a column, and nearly all are
// different.
func distinct(rows []sheet.Row, column int) bool {
	seen := map[string]bool{}
	n := 0
	for _, r := range rows[:min(len(rows), Sampled)] {
		if c := r.At(column); !c.IsEmpty() {
			n++
			seen[text.Fold(c.Text)] = true
		}
	}
	return nearlyAll(n, min(len(rows), Sampled)) && nearlyAll(len(seen), n)
}

// onlyRight says that some row has at least n cells to the right and nothing to the left.
func onlyRight(left, right []sheet.Row, n int) bool {
	i := 0
	for _, r := range right {
		for i < len(left) && left[i].Number < r.Number {
			i++
		}
		if (i == len(left) || left[i].Number != r.Number) && Filled(r) >= n {
			return true
		}
	}
	return false
}

// endsBefore says that the right part is without holes and ends before the left one.
func endsBefore(left, right []sheet.Row) bool {
	first, last := right[0].Number, right[len(right)-1].Number
	return last-first == len(right)-1 && last < left[len(left)-1].Number
}

// splitBelow parts tables that stand below each other.
func splitBelow(sh *sheet.Sheet, kinds []Lists) []*sheet.Sheet {
	known := anyKnows(kinds)
	at := header(sh.Rows, 0, known)
	if at < 0 {
		return []*sheet.Sheet{sh}
	}
	if first := slices.IndexFunc(sh.Rows[:at], func(r sheet.Row) bool { return newHeads(sheet.Row{}, r, known) }); first >= 0 {
		at = first // those below may be better known
	}
	var out []*sheet.Sheet
	from := 0
	for i := at + 2; i+1 < len(sh.Rows) && len(out) < mostTables; i++ {
		titled := LoneText(sh.Rows[i-1]) != ""
		if sh.Rows[i].Number == sh.Rows[i-1].Number+1 && !titled || !newHeads(sh.Rows[at], sh.Rows[i], known) {
			continue
		}
		cut := i
		if titled && i-1 > at+1 {
			cut = i - 1
		}
		out = append(out, rowsOf(sh, from, cut))
		from, at = cut, i
	}
	return append(out, rowsOf(sh, from, len(sh.Rows)))
}

// newHeads says that a row is headings, and others than those of a table above.
func newHeads(heads, r sheet.Row, known func(Heading) bool) bool {
	n, hits, same := 0, 0, 0
	for i, c := range r.Cells {
		switch {
		case c.IsEmpty() || isYear(c):
			continue
		case c.Kind != sheet.Text:
			return false
		}
		n++
		if text.Fold(c.Text) == text.Fold(heads.At(i).Text) {
			same++
		}
		if hits < 2 || 2*hits < n {
			if known(HeadingOf(c.Text)) {
				hits++
			}
		}
	}
	return hits >= 2 && 2*hits >= n && same < n && same <= 1+n/2
}

// rowsOf is a sheet of some of the rows.
func rowsOf(sh *sheet.Sheet, from, to int) *sheet.Sheet {
	out := *sh
	out.Rows = sh.Rows[from:to]
	first, last := out.Rows[0].Number, out.Rows[len(out.Rows)-1].Number
	out.Merged = within(sh.Merged, func(a sheet.Area) bool { return a.Bottom >= first && a.Top <= last })
	out.Comments = within(sh.Comments, func(c sheet.Comment) bool { return c.Row >= first && c.Row <= last })
	return &out
}

// between are the rows that have something in some of the columns, with only those.
func between(sh *sheet.Sheet, s span) []sheet.Row {
	var out []sheet.Row
	for _, r := range sh.Rows {
		r.Cells = r.Cells[min(s.from, len(r.Cells)):min(s.to, len(r.Cells))]
		if slices.ContainsFunc(r.Cells, func(c sheet.Cell) bool { return !c.IsEmpty() }) {
			out = append(out, r)
		}
	}
	return out
}

// columnsOf is a sheet of some of the columns, with their letters kept.
func columnsOf(sh *sheet.Sheet, s span) *sheet.Sheet {
	out := *sh
	out.Rows = between(sh, s)
	for i := range out.Rows {
		if r := &out.Rows[i]; s.from > 0 {
			r.Cells = slices.Concat(make([]sheet.Cell, s.from), r.Cells)
		}
	}
	out.Merged = within(sh.Merged, func(a sheet.Area) bool { return a.Left >= s.from && a.Right < s.to })
	out.Comments = within(sh.Comments, func(c sheet.Comment) bool { return c.Column >= s.from && c.Column < s.to })
	out.Unseen = within(sh.Unseen, func(c int) bool { return c >= s.from && c < s.to })
	return &out
}

func within[T any](all []T, is func(T) bool) []T {
	var out []T
	for _, v := range all {
		if is(v) {
			out = append(out, v)
		}
	}
	return out
}
