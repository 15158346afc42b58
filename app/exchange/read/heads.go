package read

import (
	"slices"
	"strings"
	"unicode/utf8"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
)

// Heads are the headings of a table, that may stand in several rows: years over
// amounts, "Avtal" over "Från" and "Till".
type Heads struct {
	First, Last int // among the sheet's rows; −1 when none were found
	Columns     []Heading
}

// mostHeads is how many rows the headings of a table stand in.
const mostHeads = 3

// HeadsOf finds the headings of a sheet: at the row that people call want, or where
// they are likest.
func HeadsOf(sh *sheet.Sheet, want int, known func(Heading) bool) Heads {
	h := Heads{First: header(sh.Rows, want, known)}
	h.Last = h.First
	if h.First < 0 {
		return h
	}
	g := newHeadFinder(sh, h.First, known)
	for h.Last-h.First < mostHeads-1 && g.below(h.Last) {
		h.Last++
	}
	for h.Last-h.First < mostHeads-1 && g.above(h.First, h.Last) {
		h.First--
	}
	h.Columns = g.columns(h.First, h.Last)
	return h
}

// HeadsAt are headings that are known to stand in one row.
func HeadsAt(sh *sheet.Sheet, at int) Heads {
	h := Heads{First: at, Last: at, Columns: make([]Heading, widthBelow(sh, at))}
	for i := range h.Columns {
		h.Columns[i] = HeadingOf(sh.Rows[at].At(i).Text)
	}
	return h
}

func widthBelow(sh *sheet.Sheet, at int) int {
	width := 0
	for _, r := range sh.Rows[at:] {
		width = max(width, len(r.Cells))
	}
	return width
}

// headFinder looks at the rows around the likeliest headings of a sheet.
type headFinder struct {
	sh     *sheet.Sheet
	known  func(Heading) bool
	merged []sheet.Area // that any of the rows lies in
}

func newHeadFinder(sh *sheet.Sheet, at int, known func(Heading) bool) *headFinder {
	g := &headFinder{sh: sh, known: known}
	first, last := sh.Rows[max(at-mostHeads, 0)].Number, sh.Rows[min(at+mostHeads, len(sh.Rows)-1)].Number
	for _, a := range sh.Merged {
		if a.Bottom >= first && a.Top <= last {
			g.merged = append(g.merged, a)
		}
	}
	return g
}

// partWords are the folded words that say something only below or above others.
var partWords = text.Set(`fran till from tom start slut startdatum slutdatum
	namn epost mail mejl telefon tel tfn mobil titel befattning roll
	agare forvaltare ansvarig ansvariga kontakt kontaktperson handlaggare
	budget utfall prognos kostnad kostnader belopp avvikelse diff plan
	drift driftkostnad investering licens licenser licenskostnad underhall support utveckling
	avtal ekonomi klassning informationsklassning sakerhet teknik verksamhet
	k r t nr nummer datum ar uppsagning uppsagningstid uppgifter grunduppgifter`)

// saysPart says that a cell is a heading or a part of one: one that is known, a year,
// a unit or a word that is one beside others.
func (g *headFinder) saysPart(c sheet.Cell) bool {
	if isYear(c) {
		return true
	}
	if c.Kind != sheet.Text || utf8.RuneCountInString(c.Text) > longName {
		return false
	}
	h := HeadingOf(c.Text)
	return len(h.Words) == 0 && (h.Year != 0 || h.Unit != nil) || g.known(h) || partWords[h.Key()]
}

// isYear says that a cell is a year alone, as a number or written.
func isYear(c sheet.Cell) bool {
	switch c.Kind {
	case sheet.Number:
		return reYear.MatchString(c.Text)
	case sheet.Text:
		h := HeadingOf(c.Text)
		return h.Year != 0 && len(h.Words) == 0 && !isDay(c.Text)
	}
	return false
}

// mayHead says that nothing in a row speaks against its being headings: it has only
// short texts and years.
func mayHead(r sheet.Row) bool {
	for _, c := range r.Cells {
		switch {
		case c.IsEmpty() || isYear(c):
		case c.Kind != sheet.Text || utf8.RuneCountInString(c.Text) > longName || IsAddress(c.Text):
			return false
		case isCode(c) && (isDay(c.Text) || HeadingOf(c.Text).Year == 0 && HeadingOf(c.Text).Unit == nil):
			return false
		}
	}
	return true
}

// below says that the row below one of headings is headings too.
func (g *headFinder) below(at int) bool {
	rows := g.sh.Rows
	if at+1 >= len(rows) || rows[at+1].Number != rows[at].Number+1 || !mayHead(rows[at+1]) {
		return false
	}
	over, r := rows[at], rows[at+1]
	if unitsIn(r) {
		return false
	}
	parts, under, years, others := 0, 0, 0, 0
	starts := g.starts(at, at+1, max(len(over.Cells), len(r.Cells)))
	for i, c := range r.Cells {
		switch {
		case c.IsEmpty():
		case c.Text == over.At(i).Text: // merged downwards
		case !g.saysPart(c):
			others++
		default:
			parts++
			if isYear(c) {
				years++
			}
			if isGroup(over, r, i) || starts[i] != i {
				under++
			}
		}
	}
	switch {
	case parts+others == 0:
		return false
	case g.mergedDown(over.Number, r.Number):
		return true
	case others > 0:
		return false
	}
	return parts >= 2 && (2*under >= parts || years == parts) || parts == 1 && (under == 1 && slices.ContainsFunc(over.Cells, isYear) || years == 1 && ofAmounts(over, r))
}

// ofAmounts says that a lone year stands below a heading of amounts.
func ofAmounts(over, r sheet.Row) bool {
	i := FirstFilled(r)
	key := HeadingOf(over.At(i).Text).Key()
	return slices.ContainsFunc([]string{"budget", "utfall", "prognos", "kostnad", "belopp"}, func(w string) bool { return strings.Contains(key, w) })
}

// isGroup says that the heading over a cell is one for several columns: it is empty or
// merged, a year, a word that has the heading's place in others too, or stands over no
// heading of its own.
func isGroup(over, r sheet.Row, i int) bool {
	c := over.At(i)
	if c.IsEmpty() || isYear(c) {
		return true
	}
	next := over.At(i + 1)
	return next.IsEmpty() && !r.At(i+1).IsEmpty() || next.Text == c.Text || i > 0 && over.At(i-1).Text == c.Text
}

// above says that the row over headings holds groups of them.
func (g *headFinder) above(first, last int) bool {
	rows := g.sh.Rows
	if first == 0 || rows[first].Number > rows[first-1].Number+2 || !mayHead(rows[first-1]) {
		return false
	}
	r := rows[first-1]
	if g.mergedDown(r.Number, rows[first].Number) {
		return true
	}
	names, groups, columns := g.names(first-1, last), Filled(r), g.columns(first-1, last)
	starts, areas := g.starts(first-1, last, len(columns)), g.across(r.Number)
	for i, start := range starts {
		part := r.At(start)
		if part.IsEmpty() || start <= names || !g.headed(first-1, last, i) {
			continue
		}
		wide, merged := areas[start]
		across := merged && (groups > 1 || 2*wide < len(columns))
		if across || isYear(part) || partWords[HeadingOf(part.Text).Key()] || len(columns[i].parts) > 1 && g.known(columns[i]) {
			return true
		}
	}
	return false
}

// names is the first column of the headings.
func (g *headFinder) names(first, last int) int {
	out := FirstFilled(g.sh.Rows[first])
	for _, r := range g.sh.Rows[first+1 : last+1] {
		out = min(out, FirstFilled(r))
	}
	return out
}

// mergedDown says that a heading is merged over two rows.
func (g *headFinder) mergedDown(over, below int) bool {
	return slices.ContainsFunc(g.merged, func(a sheet.Area) bool { return a.Top <= over && a.Bottom >= below && a.Top >= over-mostHeads })
}

// across are the merged ranges over several columns of a row: how many more columns than
// the first each has, by that.
func (g *headFinder) across(row int) map[int]int {
	out := map[int]int{}
	for _, a := range g.merged {
		if a.Top <= row && row <= a.Bottom && a.Right > a.Left {
			out[a.Left] = max(out[a.Left], a.Right-a.Left)
		}
	}
	return out
}

// columns are the headings of the columns, of the words in all the rows. What stands over
// the first column, and over others as the same group, is as often a title: it is a part
// only when it makes a known heading.
func (g *headFinder) columns(first, last int) []Heading {
	width := max(widthBelow(g.sh, last), len(g.sh.Rows[first].Cells))
	names, lowest := g.names(first, last), g.sh.Rows[last]
	parts := make([][]string, width)
	for at := first; at < last; at++ {
		for i, start := range g.starts(at, last, width) {
			c := g.sh.Rows[at].At(start)
			titled := start <= names && g.headed(at, last, i)
			if !c.IsEmpty() && !(titled && !g.known(headingOf([]string{c.Text, lowest.At(i).Text}))) {
				parts[i] = append(parts[i], c.Text)
			}
		}
	}
	out := make([]Heading, width)
	for i := range out {
		if c := lowest.At(i); !c.IsEmpty() || len(parts[i]) == 0 {
			parts[i] = append(parts[i], c.Text)
		}
		out[i] = headingOf(parts[i])
	}
	return out
}

// starts are the columns in which what an upper row says of each stands: the column
// itself, the first of a merged range, or the one before it that has something, up to
// where the next group would be.
func (g *headFinder) starts(at, last, width int) []int {
	r, across := g.sh.Rows[at], g.across(g.sh.Rows[at].Number)
	out := make([]int, width)
	filled, merged, end, most := -1, -1, -1, groupWidth(r)
	for i := range out {
		if wide, ok := across[i]; ok {
			merged, end = i, i+wide
		}
		out[i] = i
		switch {
		case !r.At(i).IsEmpty():
			filled = i
		case i <= end:
			out[i] = merged
		case len(across) == 0 && filled >= 0 && i-filled < most && g.headed(at, last, i) && g.headed(at, last, filled):
			out[i] = filled
		}
	}
	return out
}

// headed says that a row below one of groups has a heading in a column.
func (g *headFinder) headed(at, last, column int) bool {
	for _, r := range g.sh.Rows[at+1 : last+1] {
		if !r.At(column).IsEmpty() {
			return true
		}
	}
	return false
}

// groupWidth is how many columns a group has when all in a row have as many, else as
// many as there are.
func groupWidth(r sheet.Row) int {
	width, last := 0, -1
	for i, c := range r.Cells {
		if c.IsEmpty() {
			continue
		}
		switch {
		case last < 0 || width == i-last:
		case width != 0 && i-last != 1:
			return 1 << 30
		}
		if last >= 0 && width == 0 && i-last > 1 {
			width = i - last
		}
		last = i
	}
	if width == 0 {
		return 1 << 30
	}
	return width
}
