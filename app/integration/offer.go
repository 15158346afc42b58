package integration

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// leastName is how long a system's name is that is looked for inside a text: a shorter
// one must be all that stands between two commas.
const leastName = 3

// Names are the systems of a portfolio by what they are called; nil for a name that
// several have.
type Names struct {
	w  field.World
	by map[string]*field.Record
}

// NewNames reads the names, which is best done once where many texts are looked in.
func NewNames(w field.World) *Names {
	all := w.All(system.Kind)
	n := &Names{w: w, by: make(map[string]*field.Record, len(all))}
	for _, s := range all {
		key := text.Key(s.Name())
		if _, taken := n.by[key]; taken {
			s = nil
		}
		n.by[key] = s
	}
	delete(n.by, "")
	return n
}

// Offered are the systems that a system says in words that it depends on and isn't
// linked with, in the order in which the text names them. A name that several have, or
// that is only a part of a longer one there, offers none; nor do those that are retired.
func Offered(w field.World, of field.ID) []*field.Record {
	if r := w.Get(of); r == nil || r.Kind != system.Kind || system.DependsOn.Get(r) == "" {
		return nil
	}
	return NewNames(w).Offered(of)
}

// Offered is what the text of one system offers.
func (n *Names) Offered(of field.ID) []*field.Record {
	r := n.w.Get(of)
	if r == nil || r.Kind != system.Kind {
		return nil
	}
	said := text.Key(strings.NewReplacer("\n", ";", "\r", ";").Replace(system.DependsOn.Get(r)))
	if said == "" {
		return nil
	}
	var out []*field.Record
	for _, m := range mentions(said, n.within(said)) {
		s := m.system
		if s == nil || s.ID == of || slices.Contains(out, s) || system.Retired(s) || Linked(n.w, of, s.ID) {
			continue
		}
		out = append(out, s)
	}
	return out
}

// within are the names that occur in a text.
func (n *Names) within(said string) map[string]*field.Record {
	out := map[string]*field.Record{}
	for key, s := range n.by {
		if len(key) <= len(said) && strings.Contains(said, key) {
			out[key] = s
		}
	}
	return out
}

// mention is where a text names a system.
type mention struct {
	from, to int
	system   *field.Record
}

// mentions finds whole words, the longest name first: what is a part of a longer name
// isn't another's.
func mentions(said string, systems map[string]*field.Record) (out []mention) {
	names := make([]string, 0, len(systems))
	for key := range systems {
		names = append(names, key)
	}
	slices.SortFunc(names, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	for _, key := range names {
		for at := 0; ; {
			i := strings.Index(said[at:], key)
			if i < 0 {
				break
			}
			m := mention{at + i, at + i + len(key), systems[key]}
			at = m.to
			inside := func(o mention) bool { return m.from < o.to && o.from < m.to }
			if whole(said, m) && !slices.ContainsFunc(out, inside) {
				out = append(out, m)
			}
		}
	}
	slices.SortFunc(out, func(a, b mention) int { return a.from - b.from })
	return out
}

// whole says that a mention is of whole words, and a short one all of its part.
func whole(said string, m mention) bool {
	before, after := said[:m.from], said[m.to:]
	if utf8.RuneCountInString(said[m.from:m.to]) < leastName {
		before, after = strings.TrimSpace(before), strings.TrimSpace(after)
		return (before == "" || strings.ContainsAny(before[len(before)-1:], ",;")) && (after == "" || strings.ContainsAny(after[:1], ",;"))
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	return !inWord(last) && !inWord(next)
}

func inWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// Linked says that two systems have an integration with each other, or that one goes
// through the other.
func Linked(w field.World, a, b field.ID) bool {
	for _, f := range []*field.Field{From.Field, To.Field, Through.Field} {
		for _, i := range w.Pointing(f, a) {
			if From.Get(i) == b || To.Get(i) == b || Through.Get(i) == b {
				return true
			}
		}
	}
	return false
}

// Make links a system with those that it depends on: information comes from each of
// them. What goes and how is still to be told. The text stays as it is.
func Make(tx *field.Tx, of field.ID, from []field.ID) error {
	r := tx.Get(of)
	if r == nil {
		return fault.New(fault.NotFound, "Systemet som skulle få integrationer finns inte längre. Inget har ändrats.")
	}
	for _, id := range from {
		if Linked(tx, of, id) {
			return fault.New(fault.Conflict, fmt.Sprintf("%s och %s har redan en integration. Inget har ändrats.", r.Name(), tx.Label(id)))
		}
		i := field.NewRecord(Kind, tx.NewID())
		i.Put(From.Field, id).Put(To.Field, of).Put(Direction.Field, OneWay)
		if home := r.Home(); home != "" {
			i.Put(Unit.Field, home)
		}
		if err := tx.Create(i); err != nil {
			return err
		}
	}
	return nil
}
