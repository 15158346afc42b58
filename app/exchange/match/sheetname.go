package match

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// titled is what a sheet's name says of the list in it.
type titled struct {
	name  string // as people wrote it, without what tells copies and years apart
	year  int    // 0 for none
	month int    // "2026-03" is a newer edition than "2026-01"
	copy  bool   // one of another sheet
	aside bool   // put aside: old, an example, a draft
	words []string
}

var (
	reNumbered = regexp.MustCompile(`\s*\(\d{1,3}\)\s*$`)
	reDated    = regexp.MustCompile(`(?:^|[^\d])((?:19|20)\d\d)(?:[-_. ]?(0[1-9]|1[0-2])(?:[-_. ]?[0-3]\d)?)?(?:[^\d]|$)`)
)

// What is said in a sheet's name, folded.
var (
	copyWords  = text.Set("kopia copy backup sakerhetskopia reserv dubblett")
	asideWords = text.Set("gammal gamla gammalt arkiv arkiverad arkiverade historik tidigare foregaende inaktuell inaktuella borttagna borttaget papperskorg slask kladd utkast exempel mall test testdata old")
	bareWords  = text.Set("blad sheet feuil tabelle lista listan tabell data ark export rapport alla allt samtliga ovrigt ovriga gemensamt gemensamma diverse kommungemensamt kommunovergripande ny nya nytt version ver slutlig final aktuell")
	listWords  = text.Set("lista listan forteckning register oversikt inventering tabell av i pa och med for kommunen kommunens")
)

// titleOf reads a sheet's name.
func titleOf(name string) titled {
	t := titled{name: text.OneLine(strings.ReplaceAll(name, "_", " "))}
	if without := reNumbered.ReplaceAllString(t.name, ""); without != t.name {
		t.name, t.copy = without, true
	}
	if m := reDated.FindStringSubmatchIndex(t.name); m != nil {
		t.year, _ = strconv.Atoi(t.name[m[2]:m[3]])
		end := m[3]
		if m[4] >= 0 {
			t.month, _ = strconv.Atoi(t.name[m[4]:m[5]])
			end = m[1]
		}
		t.name = strings.Trim(t.name[:m[2]]+" "+t.name[end:], " -_.,:()")
	}
	var kept []string
	for _, w := range read.Words(t.name) {
		switch {
		case copyWords[w]:
			t.copy = true
			continue
		case asideWords[w]:
			t.aside = true
		}
		kept = append(kept, w)
	}
	for len(kept) > 0 && t.copy && kept[0] == "av" {
		kept = kept[1:]
	}
	t.words = kept
	return t
}

// mostName is how long a sheet's name may be in Excel, which cuts off what is longer.
const mostName = 31

// cutEndings end the names of units that are often cut off.
var cutEndings = []string{"förvaltningen", "nämnden", "kontoret", "avdelningen"}

// whole is a name that Excel has cut off, as it was before: as it stands above the table,
// or with the end that units have.
func whole(name string, above []sheet.Row) string {
	if utf8.RuneCountInString(name) < mostName {
		return name
	}
	for _, r := range above {
		for _, c := range r.Cells {
			if s := text.OneLine(c.Text); c.Kind == sheet.Text && strings.HasPrefix(text.Key(s), text.Key(name)) && len(s) < 2*mostName {
				return s
			}
		}
	}
	for _, end := range cutEndings {
		for i := len(end) - 1; i >= leastCut; i-- {
			if utf8.ValidString(end[:i]) && strings.HasSuffix(name, end[:i]) {
				return name + end[i:]
			}
		}
	}
	return name
}

// leastCut is how many bytes of an ending tell it.
const leastCut = 4

// stem is the same for the editions of a list.
func (t titled) stem() string {
	return strings.Join(slices.DeleteFunc(slices.Clone(t.words), func(w string) bool { return asideWords[w] }), " ")
}

// bare says that the name tells nothing of what is in the sheet: "Blad1", "2026", "System".
func (t titled) bare(k *field.Kind) bool {
	for _, w := range t.words {
		w = strings.TrimRightFunc(w, unicode.IsDigit)
		if w != "" && !bareWords[w] && !listWords[w] && !ofKind(k, w) {
			return false
		}
	}
	return true
}

// lists says that the name is that of the kind, or of a list of it: "Avtal", "Avtalslista".
func (t titled) lists(k *field.Kind) bool {
	words := slices.DeleteFunc(slices.Clone(t.words), func(w string) bool { return listWords[w] || bareWords[w] || w == "it" })
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !ofKind(k, w) })
}

// ofKind says that a folded word is one for the kind's records, or a list of them.
func ofKind(k *field.Kind, word string) bool {
	for _, s := range append([]string{k.One, k.Many, k.Sheet, k.Title().Label, "it-" + k.Many, "it"}, k.Title().Synonyms...) {
		name := read.Squeezed(read.Words(s))
		if word == name || len(name) >= 4 && strings.HasPrefix(word, name) && (len(word)-len(name) <= 3 || listWords[strings.TrimPrefix(word[len(name):], "s")]) {
			return true
		}
	}
	return false
}

// stated are the values that the name is a word for, in fields that no column gives:
// a sheet called "Avvecklade" says what state its systems are in.
func (s *matching) stated(l *Layout, t titled) []Stated {
	out := slices.DeleteFunc(statedBy(s.w, l.Kind, t.words), func(st Stated) bool { return l.Of(st.Field) != nil })
	amounts := func(c Column) bool { return c.Field != nil && c.Field.Yearly }
	names := func(c candidate) bool { return c.field.Yearly }
	if len(out) > 1 || l.first(amounts) != nil && slices.ContainsFunc(l.names.exact[read.Squeezed(t.words)], names) {
		return nil // it could be several things, as "Drift" of amounts is what they are, so it says none of them
	}
	return out
}

// StatedBy are the values of a kind's fields that a text is a word for, in whatever form:
// "Avvecklade system".
func StatedBy(w field.World, k *field.Kind, s string) []Stated { return statedBy(w, k, read.Words(s)) }

func statedBy(w field.World, k *field.Kind, said []string) (out []Stated) {
	words := slices.DeleteFunc(slices.Clone(said), func(w string) bool { return listWords[w] && len(said) > 1 && w != "i" || ofKind(k, w) })
	want := bareForms(words)
	if want == "" {
		return nil
	}
	for _, f := range w.Fields(k) {
		if !f.HasAlternatives() || !f.Words() || !f.Editable() {
			continue
		}
		for _, o := range f.Alternatives(w) {
			if !slices.ContainsFunc(append([]string{o.Label}, o.Synonyms...), func(as string) bool { return bareForms(read.Words(as)) == want }) {
				continue
			}
			if v, _, err := f.Parse(w, o.Label, money.Kr); err == nil {
				out = append(out, Stated{f, v})
			}
		}
	}
	return out
}

// bareForms gives what the forms of some words have in common.
func bareForms(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = text.Uninflected(w)
	}
	return strings.Join(out, " ")
}
