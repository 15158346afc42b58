package identify

import (
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/read"
)

// byPlace decides of the lone texts whose words don't say what they are, by where they
// and the others stand.
func (s *rows) byPlace(found []*lone) {
	var open []*lone
	units, bares := 0, 0
	for _, l := range found {
		switch l.by.is {
		case undecided:
			open = append(open, l)
		case aUnit:
			units++
		case bare, aValue:
			bares++
		}
	}
	if len(open) == 0 {
		return
	}
	regular := s.regular(found)
	if regular && units == 0 && !slices.ContainsFunc(open, func(l *lone) bool { return !read.IsShort(l.text) }) {
		units = len(open) // BUF, SOC, KLK
	}
	var asked []*lone
	for _, l := range open {
		switch {
		case l.placed && units > 0, units >= len(open) && (regular || s.apart(l.i)) && s.headsFull(l.i) && !l.follows(found):
			l.by.is, l.by.unit = aUnit, l.text
		case bares >= len(open) && (l.placed || regular):
			l.by.is = bare
		case l.placed, regular:
			asked = append(asked, l)
		default:
			s.asRecord(l)
		}
	}
	if len(asked) > 0 {
		s.askGroups(asked)
	}
}

// regular says that every row with data stands under a lone text, and every such text
// above rows with data: a list in groups, whose rows have most of the columns filled.
func (s *rows) regular(found []*lone) bool {
	if len(found) < 2 || found[0].i != s.first {
		return false
	}
	for _, l := range found {
		if !s.headsFull(l.i) {
			return false
		}
	}
	return s.wellFilled(2 * len(found))
}

const (
	leastColumns = 3
	wellFilled   = 0.6
)

// wellFilled says that a table has several columns, and at least so many rows as want with
// most of them filled.
func (s *rows) wellFilled(want int) bool {
	full, cells := 0, 0
	for _, r := range s.all[:min(len(s.all), read.Sampled)] {
		if n := read.Filled(r); n > 1 {
			full++
			cells += n
		}
	}
	columns := 0
	for _, c := range s.t.Columns {
		if len(c.Samples) > 0 {
			columns++
		}
	}
	return columns >= leastColumns && 2*full >= want && float64(cells) >= wellFilled*float64(columns*full)
}

// apart says that an empty row stands above.
func (s *rows) apart(i int) bool { return i == 0 || s.all[i].Number > s.all[i-1].Number+1 }

// follows says that another lone text, of those found, stands directly above.
func (l *lone) follows(found []*lone) bool {
	_, does := slices.BinarySearchFunc(found, l.i-1, func(o *lone, i int) int { return o.i - i })
	return does
}

// asRecord takes a lone text for a record with only a name. Of the first row of a list
// that is said, since it may be a heading.
func (s *rows) asRecord(l *lone) {
	l.by.is = aRecord
	if l.i == s.first && s.headsFull(l.i) && s.wellFilled(1) {
		s.t.Remark(s.all[l.i].Number, s.label(s.title), ask.Short(l.text), "Raden har bara ett namn och lästes som "+s.t.Kind.One+", inte som rubrik till raderna under.")
	}
}

// The answers about what heads groups.
const (
	asUnits    = "units"
	asHeadings = "headings"
	asRecords  = "records"
)

// mostInQuestion is how many headings a question quotes.
const mostInQuestion = 4

// askGroups asks once what the headings of a list are. Until then they give the rows
// below them nothing.
func (s *rows) askGroups(asked []*lone) {
	t := s.t
	var names, keys []string
	for _, l := range asked {
		if key := text.Key(l.text); len(names) < mostInQuestion {
			names, keys = append(names, "”"+ask.Short(l.text)+"”"), append(keys, key)
		}
	}
	said := text.And(names)
	if more := len(asked) - len(names); more > 0 {
		said = strings.Join(names, ", ") + " och " + text.Plural(more, "till", "till")
	}
	home := t.Kind.Home()
	options := []ask.Option{{Key: asHeadings, Label: "Nej, bara rubriker"}}
	what := "Är " + said + " rubriker för raderna under?"
	if t.Of(home) == nil {
		what = "Är " + said + " enheter, som raderna under hör till?"
		options = append([]ask.Option{{Key: asUnits, Label: "Ja, enheter"}}, options...)
	}
	if slices.ContainsFunc(asked, func(l *lone) bool { return !l.placed }) {
		options = append(options, ask.Option{Key: asRecords, Label: "Nej, " + t.Kind.Many + " med bara namn"})
	}
	for _, l := range asked {
		answer := t.desk.Pose(&t.Said, ask.Question{ID: "groups:" + t.Kind.Plural + ":" + strings.Join(keys, ","), Row: s.all[l.i].Number, Lasting: true, Text: what,
			Effect: "De läses som rubriker och raderna under får ingen enhet av dem."}, func() []ask.Option { return options })
		switch answer {
		case asUnits:
			l.by.is, l.by.unit = aUnit, l.text
		case asRecords:
			l.by.is = aRecord
		default:
			l.by.is = bare
		}
	}
}
