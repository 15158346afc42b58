package intake

import (
	"cmp"
	"slices"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// importable are the kinds that a sheet may list, likeliest first.
func importable(w field.World) []*field.Kind {
	var common, others []*field.Kind
	for _, k := range w.Kinds() {
		switch {
		case k.Sheet == "":
		case k.Common:
			common = append(common, k)
		default:
			others = append(others, k)
		}
	}
	return append(common, others...)
}

// neededOf are the fields without which a row of a kind says nothing.
func neededOf(k *field.Kind) []*field.Field {
	if len(k.Vital) > 0 {
		return k.Vital
	}
	return []*field.Field{k.Title()}
}

// headerRows is how far down a heading row is looked for.
const headerRows = 30

// layout is how a sheet is to be read as one kind of thing.
type layout struct {
	kind   *field.Kind
	sheet  *sheet.Sheet
	header int // index among the sheet's rows; -1 when none was found
	cols   []col
	unit   money.Unit
	exact  bool    // our own export: the keys are known
	rating float64 // how well the headings fit the kind

	questions []Question // about the columns
}

// col is a column with what reading it takes.
type col struct {
	Column
	heading heading
	label   string // what issues and notes call it; one of a kind
	unit    money.Unit
	kept    int // texts whose reading is remembered
}

func (l *layout) columns() []Column {
	var out []Column
	for _, c := range l.cols {
		out = append(out, c.Column)
	}
	return out
}

// of gives the column of a field, nil when there is none.
func (l *layout) of(f *field.Field) *col {
	for i := range l.cols {
		if l.cols[i].Field == f && f != nil {
			return &l.cols[i]
		}
	}
	return nil
}

// usable says that the sheet can be read as the kind.
func (l *layout) usable() bool {
	if l.header < 0 {
		return false
	}
	if slices.ContainsFunc(l.cols, func(c col) bool { return c.Reference }) && l.exact {
		return true
	}
	for _, f := range neededOf(l.kind) {
		if l.of(f) == nil {
			return false
		}
	}
	return true
}

// data are the rows below the headings.
func (l *layout) data() []sheet.Row { return l.sheet.Rows[l.header+1:] }

// findHeader gives the index of the row that is most like headings of the
// kind: names of fields count most, then words; numbers and dates speak
// against it.
func findHeader(m *matcher, rows []sheet.Row, want int) int {
	best, bestScore := -1, 0.0
	for i, r := range rows[:min(len(rows), headerRows)] {
		if want != 0 {
			if r.Number == want {
				return i
			}
			continue
		}
		if s := headerScore(m, r); s > bestScore {
			best, bestScore = i, s
		}
	}
	if want != 0 {
		return slices.IndexFunc(rows, func(r sheet.Row) bool { return r.Number == want })
	}
	return best
}

func headerScore(m *matcher, r sheet.Row) float64 {
	seen := map[string]bool{}
	hits, words, others := 0, 0, 0
	for _, c := range r.Cells {
		switch {
		case c.IsEmpty():
		case c.Kind != sheet.Text:
			others++
		default:
			h := readHeading(c.Text)
			if key := text.Key(h.written); !seen[key] {
				seen[key] = true
				words++
				if m.knows(h) {
					hits++
				}
			}
		}
	}
	if words < 2 && hits == 0 {
		return 0
	}
	return 3*float64(hits) + 0.3*float64(words) - float64(others)
}

// belowMerged moves the heading row down when the row below it only has the
// years, below merged headings.
func belowMerged(rows []sheet.Row, at int) int {
	if at < 0 || at+1 >= len(rows) {
		return at
	}
	years := 0
	for i, c := range rows[at+1].Cells {
		switch {
		case c.IsEmpty() || c.Text == rows[at].At(i).Text: // merged downwards
		case reYear.MatchString(written(c)):
			years++
		default:
			return at
		}
	}
	if years < 2 {
		return at
	}
	return at + 1
}

// headings reads the heading row. A heading that is only a year, or empty
// below a merged one, takes its words from the row above.
func headings(rows []sheet.Row, at, width int) []heading {
	out := make([]heading, width)
	above := sheet.Row{}
	if at > 0 && distinctTexts(rows[at-1]) >= 2 {
		above = rows[at-1]
	}
	for i := range out {
		s := rows[at].At(i).Text
		out[i] = readHeading(s)
		if len(out[i].words) > 0 {
			continue
		}
		over := above.At(i)
		for j := i - 1; over.IsEmpty() && out[i].year != 0 && j >= 0; j-- {
			over = above.At(j)
		}
		if over.Kind == sheet.Text && !over.IsEmpty() {
			out[i] = readHeading(over.Text + " " + s)
		}
	}
	return out
}

func distinctTexts(r sheet.Row) int {
	seen := map[string]bool{}
	for _, c := range r.Cells {
		if c.Kind == sheet.Text && !c.IsEmpty() {
			seen[c.Text] = true
		}
	}
	return len(seen)
}

// bareUnit finds what bare amounts are in: said above the headings, or in the
// sheet's name.
func bareUnit(sh *sheet.Sheet, header int, o Options) money.Unit {
	if o.Unit != nil {
		return *o.Unit
	}
	for _, r := range sh.Rows[:max(header, 0)] {
		for _, c := range r.Cells {
			if c.Kind == sheet.Text && len(c.Text) < 200 {
				if u := unitIn(c.Text); u != nil {
					return *u
				}
			}
		}
	}
	if u := unitIn(sh.Name); u != nil {
		return *u
	}
	return money.Kr
}

// better orders layouts, the best first.
func better(a, b *layout) int {
	if a.usable() != b.usable() {
		if a.usable() {
			return -1
		}
		return 1
	}
	return cmp.Compare(b.rating, a.rating)
}
