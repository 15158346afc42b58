package match

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// How much what tells of the kind counts, against one column that only the kind has.
const (
	leastTelling = 0.25 // of a heading that every kind has
	saidByName   = 0.5  // the sheet's name
	saidByNames  = 0.4  // the names, of persons
	seldomListed = 0.25 // by a kind that people seldom list
	saidFirst    = 1.5  // by what stands before the names, and is another kind's
)

// commonFrom is how many kinds have a heading that says little of which it is; those of
// more say nothing: "Namn".
const commonFrom = 3

// rate says how well each of the ways to lay out a sheet suits it. A heading tells the
// more, the fewer kinds have it and the better what stands below it fits; so does what
// the sheet is called, and names of persons.
func (s *matching) rate(all []*Layout) {
	having := map[int]int{}
	for _, l := range all {
		for i := range l.Columns {
			if l.matches(&l.Columns[i]) {
				having[l.Columns[i].Index]++
			}
		}
	}
	for _, l := range all {
		s.rateOne(l, having)
	}
	for _, l := range all {
		if l.tellsOf(all) {
			l.rating -= saidFirst
		}
	}
}

// tellsOf says that the layout would read what the sheet tells of the things it lists, and
// not the things: before its names stands a column that another kind has for its names,
// by its own word, and that this kind has no field for.
func (l *Layout) tellsOf(all []*Layout) bool {
	title := l.Of(l.Kind.Title())
	if title == nil || title.Why == whyChosen {
		return false
	}
	return slices.ContainsFunc(all, func(o *Layout) bool {
		c := o.Of(o.Kind.Title())
		if o == l || !o.Kind.Common || c == nil || c.Index >= title.Index || c.Joint != nil || !o.names.ofOwn(c.heading) {
			return false
		}
		i := slices.IndexFunc(l.Columns, func(mine Column) bool { return mine.Index == c.Index })
		return i >= 0 && !l.matches(&l.Columns[i])
	})
}

// rateOne rates one layout. Having says how many kinds have each column's heading.
func (s *matching) rateOne(l *Layout, having map[int]int) {
	byName, persons := s.callsFor(l), s.listsPersons(l)
	told := byName || persons || l.Kind.Common
	l.rating = 0
	for i := range l.Columns {
		c := &l.Columns[i]
		if c.Field == nil && c.Joint == nil && !c.Reference {
			continue
		}
		n, own := having[c.Index], l.names.ofOwn(c.heading)
		number := l.names.counts(c.heading)
		c.Common = (n > commonFrom || number || c.maybe && !c.Field.Yearly) && !byName && !own && c.Why != whyChosen
		told = told || own || n < commonFrom && !number
		if !number {
			l.rating += max(min(c.Certainty, sureSynonym), leastCertain) * (leastTelling + (1-leastTelling)/float64(max(n, 1))) * c.telling()
		}
	}
	if byName {
		l.rating += saidByName
	}
	if persons {
		l.rating += saidByNames
	}
	if !told { // people seldom list it, and nothing says that they have
		l.rating -= seldomListed
	}
}

// matches says that the column's heading means something to the kind, be it taken or not.
func (l *Layout) matches(c *Column) bool {
	return c.Field != nil || c.Joint != nil || c.Reference || c.Computed || len(l.find(c)) > 0
}

// telling is how much the column's content says that it is the field: known words most,
// and words that aren't those speak against it.
func (c *Column) telling() float64 {
	switch {
	case c.Field == nil || c.Means != nil || len(c.Samples) == 0 || c.Why == whyChosen:
		return 1
	case c.Field.KnownWords() && c.share == 0:
		return -0.2
	case c.Field.KnownWords():
		return 0.2 + c.share
	}
	return 0.4 + 0.6*c.share
}

// ofOwn says that a heading names what the kind lists: "Projekt", "Avtal".
func (hs *headings) ofOwn(h read.Heading) bool {
	return slices.ContainsFunc(hs.vocabulary.readings(h), func(r reading) bool {
		return slices.ContainsFunc(r.concepts, func(c string) bool { return hs.own[c] })
	})
}

// counts says that a heading is that of the rows' numbers: "Nr", "Id".
func (hs *headings) counts(h read.Heading) bool {
	return slices.ContainsFunc(hs.vocabulary.readings(h), func(r reading) bool {
		return slices.Equal(r.concepts, runningID) || slices.Equal(r.concepts, runningNumber)
	})
}

// callsFor says that the sheet's name, or the file's when that is all there is, is a word
// for what the kind lists. That of a unit says whose the list is.
func (s *matching) callsFor(l *Layout) bool {
	name := titleOf(l.Sheet.Name).name
	return name != "" && !s.known.LikeUnit(name) && l.names.ofOwn(read.HeadingOf(name))
}

// listsPersons says that the kind is one that others name as persons, and that the names
// in the sheet look like those: two or three words with capital letters.
func (s *matching) listsPersons(l *Layout) bool {
	c := l.Of(l.Kind.Title())
	return c != nil && s.arePersons(l.Kind) && s.personsIn(l, c)
}

// personsIn says that nearly all that a column has looks like names of persons.
func (s *matching) personsIn(l *Layout, c *Column) bool {
	like, n := 0, 0
	for _, r := range l.data()[:min(len(l.data()), read.Sampled)] {
		if v := r.At(c.Index); !read.IsBlank(v) {
			if n++; s.likePerson(v) {
				like++
			}
		}
	}
	return n > 1 && 10*like >= 9*n
}

// arePersons says that records of the kind are what fields of persons point at.
func (s *matching) arePersons(k *field.Kind) bool {
	for _, other := range importable(s.w) {
		for _, f := range s.w.Fields(other) {
			if f.OfPersons() {
				return slices.Contains(f.Targets(), k)
			}
		}
	}
	return false
}

func (s *matching) likePerson(c sheet.Cell) bool {
	words := strings.Fields(text.OneLine(c.Text))
	if len(words) < 2 || len(words) > 3 || s.known.Person(c) < 1 {
		return false
	}
	return !slices.ContainsFunc(words, func(w string) bool {
		r, _ := utf8.DecodeRuneInString(w)
		return !unicode.IsUpper(r)
	})
}
