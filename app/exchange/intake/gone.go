package intake

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/field"
)

// Missing is a record that the list no longer has.
type Missing struct {
	Record    field.ID
	Ref, Name string
}

// listing is what a book's sheets of one kind list, of what was there before.
type listing struct {
	kind  *field.Kind
	ours  bool
	last  *Result
	has   map[field.ID]bool // those that a row is about
	units map[field.ID]bool // that rows belong to
	doubt map[string]bool   // names and references that a row or an open question may mean
	names []string          // of rows that are passed over, which may be other spellings
}

// mark notes what a sheet lists.
func (s *session) mark(t *merge, lines []line) {
	if !t.Kind.Common {
		return
	}
	i := slices.IndexFunc(s.listings, func(l *listing) bool { return l.kind == t.Kind })
	if i < 0 {
		i = len(s.listings)
		s.listings = append(s.listings, &listing{kind: t.Kind, has: map[field.ID]bool{}, units: map[field.ID]bool{}, doubt: map[string]bool{}})
	}
	of := s.listings[i]
	of.ours, of.last = of.ours || t.Ours, t.res
	for i := range lines {
		l := &lines[i]
		if r := l.Record; r != nil {
			of.has[r.ID] = true
			of.units[cmp.Or(l.Unit, r.Home())] = true
		}
		if l.Skipped && l.Name != "" {
			of.doubt[text.Key(l.Name)] = true
			of.names = append(of.names, l.Name)
		}
	}
	for _, q := range t.res.Questions {
		if q.Answer == "" {
			for _, o := range q.Options {
				of.doubt[text.Key(o.Key)] = true
			}
		}
	}
}

// How much of what is there a list must have to be a newer edition of it: more than half,
// and of one of ours, which may be of chosen records, nearly all.
const (
	leastListed = 2
	nearlyAll   = 0.8
	mostly      = 0.5
)

// findGone tells of the records that a list which plainly is a newer edition of what is
// there no longer has, and asks what to do about them. Of a list of some units' records
// only theirs are gone.
func (s *session) findGone(res *Result) {
	for _, l := range s.listings {
		gone := s.goneFrom(l)
		if len(gone) == 0 {
			continue
		}
		for _, r := range gone {
			res.Gone = append(res.Gone, Missing{r.ID, r.Ref, r.Name()})
		}
		if l.last != res {
			l.last.Gone = res.Gone[len(res.Gone)-len(gone):]
		}
		s.tellGone(res, l, gone)
	}
}

func (s *session) goneFrom(l *listing) (gone []*field.Record) {
	live, listed := map[field.ID]int{}, map[field.ID]int{}
	all, has := 0, 0
	var left []*field.Record
	for _, r := range s.d.All(l.kind) {
		was := s.d.Before(r.ID)
		if was == nil || isOver(s.d, was) && !l.has[r.ID] {
			continue
		}
		all++
		live[was.Home()]++
		if l.has[r.ID] {
			has++
			listed[was.Home()]++
		} else {
			left = append(left, was)
		}
	}
	part := mostly
	if l.ours {
		part = nearlyAll
	}
	edition := func(has, all int) bool { return has >= leastListed && float64(has) > part*float64(all) }
	whole := edition(has, all)
	everyUnit := whole && len(l.units) > 1
	compared := 0
	for _, r := range left {
		u := r.Home()
		if !everyUnit && !(whole && (l.units[u] || u == "")) && !(u != "" && l.units[u] && edition(listed[u], live[u])) {
			continue
		}
		if !l.doubt[text.Key(r.Name())] && !l.doubt[text.Key(r.Ref)] && !l.spells(r.Name(), &compared) {
			gone = append(gone, r)
		}
	}
	return gone
}

// How alike a name must be to that of a row which is passed over to be in doubt, and how
// much is compared.
const (
	alike        = 0.8
	mostCompared = 20_000
)

// spells says that a row that is passed over may be about the name.
func (l *listing) spells(name string, compared *int) bool {
	for _, s := range l.names {
		if *compared++; *compared > mostCompared {
			return false
		}
		if text.Similarity(s, name) >= alike {
			return true
		}
	}
	return false
}

// isOver says that nobody expects a record in a list: it is retired, or done with.
func isOver(w field.World, r *field.Record) bool {
	out := r.Kind.Retiring
	return out != nil && field.Equal(r.Get(out.Field), out.Value) || r.Kind.Over != nil && r.Kind.Over(w, r)
}

// goneID begins the questions about what a list no longer has.
const goneID = "gone:"

// AboutGone says that a question is whether what the list no longer has is out of use.
func AboutGone(q ask.Question) bool { return strings.HasPrefix(q.ID, goneID) }

// retire is the answer that what a list no longer has is out of use.
const retire = "retire"

// mostGone is how many of them a sentence names.
const mostGone = 5

// tellGone asks whether those that are gone are out of use, if their kind has a word for
// that, and else only tells of them.
func (s *session) tellGone(res *Result, l *listing, gone []*field.Record) {
	var names []string
	for _, r := range gone[:min(len(gone), mostGone)] {
		names = append(names, ask.Short(r.Name()))
	}
	if more := len(gone) - len(names); more > 0 {
		names = append(names, text.Count(more)+" till")
	}
	said := fmt.Sprintf("Borta ur listan: %s som finns i portföljen står inte i den: %s.", text.Plural(len(gone), l.kind.One, l.kind.Many), text.And(names))
	out := l.kind.Retiring
	if out == nil || l.ours {
		s.tell(res, l.last, ask.Issue{Message: said + " Inget av det har ändrats."})
		return
	}
	value := out.Field.Show(s.d, out.Value)
	q := ask.Question{ID: goneID + l.kind.Plural, Text: said + " Ska " + itThem(len(gone)) + " markeras som " + text.Lower(value) + "?", Effect: "Inget av det ändras."}
	var asked ask.Said
	answer := s.desk.Pose(&asked, q, func() []ask.Option {
		return []ask.Option{{Key: leave, Label: "Nej, ändra inget"}, {Key: retire, Label: "Ja, sätt " + out.Field.Label + " till " + value}}
	})
	res.Questions = append(res.Questions, asked.Questions...)
	if l.last != res {
		l.last.Questions = append(l.last.Questions, asked.Questions...)
	}
	if answer != retire {
		return
	}
	res.Retired = true
	for _, r := range gone {
		change := field.Change{Op: field.Set, Kind: r.Kind, ID: r.ID, Field: out.Field, Before: s.d.Get(r.ID).Get(out.Field), After: out.Value}
		s.d.Take([]field.Change{change})
	}
}

// tell adds a remark on the whole to a sheet's result and to that of the book.
func (s *session) tell(res, part *Result, i ask.Issue) {
	res.Remarks = append(res.Remarks, i)
	if part != res {
		part.Remarks = append(part.Remarks, i)
	}
}

func itThem(n int) string {
	if n == 1 {
		return "det"
	}
	return "de"
}
