package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
)

// Part is a part of the code string that rules ask of.
type Part struct {
	Field field.TextField
	Names []string // that dimensions have which are this part, in small letters
	Usual int      // the dimension that it is when no name says so; 0 for none
}

// Parts are the parts besides the konto.
var Parts = []Part{
	{RuleAnswer, []string{"ansvar", "kostnadsställe", "kostnadsst", "resultatenhet", "resultatenheter", "enhet", "avdelning", "kst"}, 1},
	{RuleActivity, []string{"verksamhet", "vht", "verks"}, 0},
	{RuleProject, []string{"projekt", "proj"}, 6},
	{RuleObject, []string{"objekt", "anläggning", "aktivitet", "kostnadsbärare"}, 0},
	{RuleCounter, []string{"motpart", "mpart"}, 0},
}

// Dimension is the dimension of a book that a part is: by its name, else the usual one unless
// it has another part's name; 0 for none.
func (p Part) Dimension(dims []Dimension) int {
	named := func(d Dimension, p Part) bool {
		return slices.Contains(p.Names, strings.ToLower(strings.TrimSpace(d.Name)))
	}
	for _, d := range dims {
		if named(d, p) {
			return d.Number
		}
	}
	for _, d := range dims {
		if d.Number == p.Usual && p.Usual > 0 && !slices.ContainsFunc(Parts, func(o Part) bool { return named(d, o) }) {
			return d.Number
		}
	}
	if len(dims) == 0 {
		return p.Usual
	}
	return 0
}

// pattern is what a code must be: one of several, each a code, a beginning or a span.
type pattern []alternative

type alternative struct {
	from, to string // a code or a span
	begins   bool   // from is a beginning
}

// parsePattern reads "6540, 65*, 6500–6599".
func parsePattern(s string) (pattern, error) {
	var out pattern
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' }) {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		from, to, span := strings.Cut(strings.NewReplacer("–", "-", "—", "-").Replace(part), "-")
		from, to = strings.TrimSpace(from), strings.TrimSpace(to)
		switch {
		case span && (from == "" || to == "" || len(from) != len(to) || from > to || strings.ContainsAny(from+to, "*?")):
			return nil, fault.New(fault.Invalid, fmt.Sprintf("”%s” är inget spann av koder: skriv två lika långa koder i ordning, som 6500–6599. Inget har ändrats.", part))
		case span:
			out = append(out, alternative{from: from, to: to})
		case strings.HasSuffix(part, "*"):
			out = append(out, alternative{from: strings.TrimRight(part, "*"), begins: true})
		case strings.Contains(part, "*"):
			return nil, fault.New(fault.Invalid, fmt.Sprintf("”%s” går inte att läsa: en stjärna står sist, som i 65*. Inget har ändrats.", part))
		default:
			out = append(out, alternative{from: part, to: part})
		}
	}
	return out, nil
}

// fits says whether a code is one of them; no alternatives fit all.
func (p pattern) fits(code string) bool {
	if len(p) == 0 {
		return true
	}
	return slices.ContainsFunc(p, func(a alternative) bool {
		if a.begins {
			return strings.HasPrefix(code, a.from)
		}
		return a.from == a.to && code == a.from || a.from != a.to && len(code) == len(a.from) && a.from <= code && code <= a.to
	})
}

// rule is a rule made ready.
type rule struct {
	record  *field.Record
	account pattern
	parts   []pattern // in the order of Parts
	words   []string  // in small letters
}

// Matcher tells which rule a row is for. It remembers which rules the codes fit, so that the
// many rows that are alike cost little.
type Matcher struct {
	rules []rule
	dims  []int // of a book, in the order of Parts
	seen  map[codes][]int
}

// codes is the code string of a row.
type codes struct{ account, codes string }

// NewMatcher makes the rules of w ready, for ledgers with these dimensions.
func NewMatcher(w field.World, dims []Dimension) (*Matcher, error) {
	m := &Matcher{seen: map[codes][]int{}}
	for _, p := range Parts {
		m.dims = append(m.dims, p.Dimension(dims))
	}
	for _, r := range Rules(w) {
		one, err := ready(r)
		if err != nil {
			return nil, err
		}
		m.rules = append(m.rules, one)
	}
	return m, nil
}

// Rules are the rules in the order in which they are tried.
func Rules(w field.World) []*field.Record {
	out := slices.Clone(w.All(RuleKind))
	slices.SortStableFunc(out, func(a, b *field.Record) int {
		return cmp.Or(cmp.Compare(RuleOrder.Get(a), RuleOrder.Get(b)), cmp.Compare(a.Created, b.Created), cmp.Compare(a.ID, b.ID))
	})
	return out
}

func ready(r *field.Record) (one rule, err error) {
	one.record = r
	if one.account, err = parsePattern(RuleAccount.Get(r)); err != nil {
		return one, err
	}
	for _, p := range Parts {
		pat, err := parsePattern(p.Field.Get(r))
		if err != nil {
			return one, err
		}
		one.parts = append(one.parts, pat)
	}
	for _, s := range strings.FieldsFunc(RuleText.Get(r), func(r rune) bool { return r == ',' || r == ';' }) {
		if s = text.Key(s); s != "" {
			one.words = append(one.words, s)
		}
	}
	return one, nil
}

// Of is the rule of a row; nil for none.
func (m *Matcher) Of(r Row) *field.Record {
	key := codes{r.Account, r.Codes}
	fit, ok := m.seen[key]
	if !ok {
		fit = m.fitting(r)
		m.seen[key] = fit
	}
	said := ""
	for _, i := range fit {
		one := m.rules[i]
		if len(one.words) == 0 {
			return one.record
		}
		if said == "" {
			said = text.Key(r.Text)
		}
		if slices.ContainsFunc(one.words, func(w string) bool { return strings.Contains(said, w) }) {
			return one.record
		}
	}
	return nil
}

// fitting are the rules that a row's codes fit, whatever its text, to the first that asks for no
// text.
func (m *Matcher) fitting(r Row) (out []int) {
	parts := make([]string, len(m.dims))
	for i, d := range m.dims {
		if d > 0 {
			parts[i] = r.Code(d)
		}
	}
	for i, one := range m.rules {
		fits := one.account.fits(r.Account)
		for j, p := range one.parts {
			fits = fits && p.fits(parts[j])
		}
		if !fits {
			continue
		}
		if out = append(out, i); len(one.words) == 0 {
			break
		}
	}
	return out
}

// Share is what became of some rows: those of a rule, or those that no rule fits.
type Share struct {
	Rule *field.Record // nil: none
	Rows int
	Sum  money.Ore
}

// Left are rows that no rule fits, gathered by what they are: texts that differ in their
// numbers alone are the same, and one of them is shown.
type Left struct {
	Account, Codes, Text string
	Rows                 int
	Sum                  money.Ore
}

// Sorted is how rows of income and cost fall out on the rules.
type Sorted struct {
	Shares []Share // in the order of the rules; the last is what is left over
	Left   []Left  // the largest first
}

// Sort tries the rules on rows of classes 3–8, and on those of the balance that a rule of
// investments names.
func (m *Matcher) Sort(rows func(see func(Row) bool) error) (out Sorted, err error) {
	shares := map[*field.Record]*Share{nil: {}}
	type gathered struct{ account, codes, text string }
	left := map[gathered]*Left{}
	err = rows(func(r Row) bool {
		one := m.Of(r)
		if !Result(r.Account) && (one == nil || RuleType.Get(one) != economy.Investment) {
			return true
		}
		s := shares[one]
		if s == nil {
			s = &Share{Rule: one}
			shares[one] = s
		}
		s.Rows++
		s.Sum += r.Amount
		if one == nil {
			key := gathered{r.Account, r.Codes, gist(r.Text)}
			l := left[key]
			if l == nil {
				l = &Left{Account: r.Account, Codes: r.Codes, Text: r.Text}
				left[key] = l
			}
			l.Rows++
			l.Sum += r.Amount
		}
		return true
	})
	for _, one := range m.rules {
		if s := shares[one.record]; s != nil {
			out.Shares = append(out.Shares, *s)
		} else {
			out.Shares = append(out.Shares, Share{Rule: one.record})
		}
	}
	out.Shares = append(out.Shares, *shares[nil])
	for _, l := range left {
		out.Left = append(out.Left, *l)
	}
	slices.SortFunc(out.Left, func(a, b Left) int {
		return cmp.Or(cmp.Compare(b.Sum.Abs(), a.Sum.Abs()), cmp.Compare(a.Account, b.Account), cmp.Compare(a.Codes, b.Codes), cmp.Compare(a.Text, b.Text))
	})
	return out, err
}

// gist is a text without its numbers.
func gist(s string) string {
	if !strings.ContainsAny(s, "0123456789") {
		return s
	}
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return -1
		}
		return r
	}, s)
}
