package identify

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
)

// clearKey is the same for names that only differ in case, spaces, hyphens and the like:
// "Tid-bok", "tidbok". Full stops between digits stay.
func clearKey(name string) string {
	r := []rune(text.Key(name))
	var b strings.Builder
	for i, c := range r {
		between := c == '.' && i > 0 && i < len(r)-1 && unicode.IsDigit(r[i-1]) && unicode.IsDigit(r[i+1])
		apart := i > 0 && i < len(r)-1 && unicode.IsDigit(r[i-1]) && unicode.IsDigit(r[i+1]) // "1 2" isn't 12
		if between || apart || !unicode.IsSpace(c) && !strings.ContainsRune("-–—‐.,:;'’´`\"”", c) {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// reVersion is a version last in a name: "2.0", "v3", "version 4". A number alone isn't one.
var reVersion = regexp.MustCompile(`(?i)[\s,(–-]+(?:v\.?\s?\d+(?:\.\d+)*|version\s+\d+(?:\.\d+)*|ver\.?\s?\d+(?:\.\d+)*|\d+\.\d+(?:\.\d+)*|\d+\.x)\)?$`)

// reMarked is a word that says which of two it is: "Tidbok (gamla)", "gamla Tidbok".
var reMarked = regexp.MustCompile(`(?i)^(?:gamla|gammal|gammalt|tidigare|f\.d\.|nya|nytt|ny)\s+|[\s,–-]*[(\[]?\b(?:gamla|gammal|gammalt|old|nya|ny|nytt|new|utgår|avvecklas|tidigare|pilot|test)\b[)\]]?$`)

// unmarked is a name without its version and words such as "gamla".
func unmarked(name string) string {
	s := reMarked.ReplaceAllString(reVersion.ReplaceAllString(text.OneLine(name), ""), "")
	if s = strings.TrimSpace(s); s == "" {
		return name
	}
	return s
}

// turnedKey is the same for names of the same words in another order.
func turnedKey(name string) string {
	words := read.Words(name)
	slices.Sort(words)
	return strings.Join(words, " ")
}

// tellsApart says that names differ in what tells things of one name apart: digits, single
// letters, Roman numerals or signs: "Skola 1", "Modul B", "Etapp II", "C++".
func tellsApart(a, b string) bool { return apartWords(a) != apartWords(b) }

func apartWords(s string) string {
	var out []string
	for _, w := range read.Words(s) {
		if len([]rune(w)) == 1 || strings.ContainsFunc(w, unicode.IsDigit) || strings.Trim(w, "ivx") == "" {
			out = append(out, w)
		}
	}
	for _, r := range s {
		if strings.ContainsRune("+#*", r) {
			out = append(out, string(r))
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// reOfUnit is a name with a unit after it: "Tidbok (SOC)", "Tidbok - SOC", "Tidbok, SOC".
var reOfUnit = regexp.MustCompile(`^(.*\S)\s*(?:[(\[]([^()\[\]]+)[)\]]|,\s*([^,]+)|\s[-–—]\s(.+))$`)

// ofUnit parts a name from the unit that stands after it; ok is false when none does.
func (t *Table) ofUnit(name string) (bare string, unit field.ID, ok bool) {
	if t.ofUnits() || t.Kind.Home() == nil || !strings.ContainsAny(name, "([,-–—") {
		return name, "", false
	}
	m := reOfUnit.FindStringSubmatch(text.OneLine(name))
	if m == nil {
		return name, "", false
	}
	s := m[2] + m[3] + m[4]
	if id, ok := t.dir.units.find(s); ok {
		return m[1], id, true
	}
	if is := t.dir.units.forms.means(s); is.sure && len(is.names) == 1 {
		if id, ok := t.dir.units.find(is.names[0]); ok {
			return m[1], id, true
		}
	}
	return name, "", false
}

// alikes finds records by what spellings of their names have in common.
type alikes struct{ clear, folded, turned, bare map[string][]*field.Record }

const mostAlike = 20 // records that may have a key in common

func (t *Table) alikes() *alikes {
	if t.likes != nil {
		return t.likes
	}
	a := &alikes{map[string][]*field.Record{}, map[string][]*field.Record{}, map[string][]*field.Record{}, map[string][]*field.Record{}}
	t.likes = a
	for _, r := range t.d.All(t.Kind) {
		name := r.Name()
		a.note(a.clear, clearKey(name), r)
		if bare, unit, ok := t.ofUnit(name); ok && unit == r.Home() {
			a.note(a.clear, clearKey(bare), r)
		}
		a.note(a.folded, text.Fold(clearKey(name)), r)
		a.note(a.turned, turnedKey(name), r)
		for _, bare := range []string{unmarked(name), t.withoutMaker(name)} {
			if bare != name {
				a.note(a.bare, text.Fold(clearKey(bare)), r)
			}
		}
	}
	return a
}

func (a *alikes) note(by map[string][]*field.Record, key string, r *field.Record) {
	if all := by[key]; key != "" && len(all) < mostAlike && !slices.Contains(all, r) {
		by[key] = append(all, r)
	}
}

// withoutMaker is a name without the supplier that stands before it.
func (t *Table) withoutMaker(name string) string {
	first, rest, ok := strings.Cut(text.OneLine(name), " ")
	if !ok || !t.makers()[text.Fold(first)] {
		return name
	}
	return rest
}

// makers are the folded first words of the suppliers that the portfolio and the table have.
func (t *Table) makers() map[string]bool {
	if t.firms != nil {
		return t.firms
	}
	t.firms = map[string]bool{}
	note := func(name string) {
		if first, _, _ := strings.Cut(text.OneLine(name), " "); len([]rune(first)) > 2 {
			t.firms[text.Fold(first)] = true
		}
	}
	t.supplies("")
	for s := range t.makes {
		note(s)
	}
	for _, k := range t.suppliers {
		for _, r := range t.d.All(k) {
			note(r.Name())
		}
	}
	return t.firms
}
