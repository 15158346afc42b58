package suggest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// family is what speaks in the same way: of those only the strongest counts.
type family uint8

const (
	byUnit family = iota
	byOthers
	byFields
	byName
	byItself
)

func familyOf(s sort) family {
	switch s {
	case unit, within, both:
		return byUnit
	case points, covered, before:
		return byOthers
	case says:
		return byFields
	case sameWord, named:
		return byName
	}
	return byItself
}

// longest is how many characters two reasons may take together.
const longest = 110

// why says what speaks for an answer: the strongest, and another that is nearly as strong.
func (x *Index) why(r *field.Record, k *candidate) string {
	var reasons []reason
	for _, s := range k.said {
		reasons = append(reasons, s)
	}
	slices.SortFunc(reasons, func(a, b reason) int {
		return cmp.Or(cmp.Compare(b.chance, a.chance), cmp.Compare(a.clue.sort, b.clue.sort))
	})
	out := x.sentence(r, reasons[0])
	if len(reasons) > 1 && reasons[1].chance > reasons[0].chance/2 {
		if both := out + "; " + x.sentence(r, reasons[1]); utf8.RuneCountInString(both) <= longest {
			return both
		}
	}
	return out
}

// sentence says one thing that speaks for an answer.
func (x *Index) sentence(r *field.Record, s reason) string {
	w, c := x.w, s.clue
	switch c.sort {
	case role:
		return "står som " + text.Lower(c.field.Label)
	case home:
		return fmt.Sprintf("%s, %s, hör dit", w.Label(field.ID(c.key)), text.Lower(c.field.Label))
	case post:
		return x.postSentence(r, c)
	case named:
		return "namnet har ordet ”" + asWritten(r, c.key) + "”"
	}
	return x.counted(r, s) + " " + x.where(r, c)
}

// counted is how many of those alike have the answer; a single one is named.
func (x *Index) counted(r *field.Record, s reason) string {
	k := x.kind()
	what := fmt.Sprintf("%s av %s", text.Count(s.have), text.Plural(s.of, k.One, k.Many))
	if s.of == 1 {
		like := x.counts[s.clue.counted()].like
		what = text.Shorten(x.w.Label(like[one(like[0] == r.ID)]), 40)
	}
	if x.q.First().OfPersons() {
		return text.Lower(x.q.Label()) + " för " + what
	}
	return "som " + what
}

// where says what those have in common with the record.
func (x *Index) where(r *field.Record, c clue) string {
	w := x.w
	switch c.sort {
	case unit, within:
		return "på " + w.Label(field.ID(c.key))
	case points:
		if c.field.OfPersons() {
			return fmt.Sprintf("där %s är %s", w.Label(field.ID(c.key)), text.Lower(c.field.Label))
		}
		return fmt.Sprintf("med samma %s, %s", text.Lower(c.field.Label), w.Label(field.ID(c.key)))
	case covered:
		return "med samma " + c.field.Kind.Owner().Target().One
	case before:
		return "som " + w.Label(field.ID(c.key)) + " hade förut"
	case sameWord:
		return "med ”" + asWritten(r, c.key) + "” i namnet"
	case both:
		home, value, _ := strings.Cut(c.key, between)
		return fmt.Sprintf("på %s %s", w.Label(field.ID(home)), x.standing(c.field, value))
	}
	return x.standing(c.field, c.key)
}

// asWritten is a word as it is written in a record's name.
func asWritten(r *field.Record, word string) string {
	for s := range strings.FieldsSeq(r.Name()) {
		if text.Fold(strings.Trim(s, ",.;:()/-")) == word {
			return text.Lower(strings.Trim(s, ",.;:()/-"))
		}
	}
	return word
}

// standing is "där det står Sverige under Var data lagras": whatever the field is called.
func (x *Index) standing(f *field.Field, encoded string) string {
	v, err := field.Decode(f, encoded)
	if err != nil {
		return "med samma " + text.Lower(f.Label)
	}
	return fmt.Sprintf("där det står %s under %s", text.Shorten(f.Show(x.w, v), 30), f.Label)
}

// postSentence is "förvaltningschef på Barn- och utbildningsförvaltningen".
func (x *Index) postSentence(r *field.Record, c clue) string {
	at, steps := r.Home(), 0
	for u := range field.Up(x.w, r.Home()) {
		if steps == c.steps {
			at = u.ID
		}
		steps++
	}
	if c.key == "" {
		return "hör till " + x.w.Label(at)
	}
	return text.Lower(c.key) + " på " + x.w.Label(at)
}
