package org

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"itportfoljen/app/base/text"
)

// unitHeads are the folded ends that say what kind of unit it is, in the form that they are
// compared in.
var unitHeads = []string{"forvaltningen", "forvaltning", "kontoret", "kontor", "namnden", "namnd", "styrelsen", "styrelse", "avdelningen", "avdelning", "enheten", "enhet",
	"bolaget", "bolag", "forbundet", "forbund", "kansliet", "kansli", "sektorn", "sektor", "fullmaktige", "staben", "stab"}

// headForms gives a head in one form for all.
var headForms = map[string]string{"forvaltningen": "forvaltning", "kontoret": "kontor", "namnden": "namnd", "styrelsen": "styrelse", "avdelningen": "avdelning", "enheten": "enhet",
	"bolaget": "bolag", "forbundet": "forbund", "kansliet": "kansli", "sektorn": "sektor", "staben": "stab"}

// firstParts are folded words that the names of units are put together of, first.
var firstParts = []string{"kommun", "samhalls", "stads", "raddnings", "gymnasie", "arbets", "narings", "over", "individ", "vuxen", "grund"}

// joiners are folded words between those of a name, which an abbreviation may have or not.
var joiners = map[string]bool{"och": true, "o": true, "and": true, "samt": true, "i": true, "for": true, "av": true}

// unitPart is a part of a unit's name: "samhälls", "byggnads", "förvaltningen".
type unitPart struct {
	letters string
	loose   bool // what says nothing: "och", and the head
	joins   bool
	inner   bool // the second of a word put together, which an abbreviation may leave out as it may the loose
}

// unitParts takes a unit's name apart; head is what kind of unit its last part says.
func unitParts(name string) (parts []unitPart, head string) {
	words := nameTokens(strings.ReplaceAll(name, "&", " och "))
	for i, w := range words {
		if joiners[w] && i > 0 && i < len(words)-1 {
			parts = append(parts, unitPart{letters: w, loose: true, joins: true})
			continue
		}
		stem := w
		var tail string
		if i == len(words)-1 {
			for _, h := range unitHeads {
				if rest, ok := strings.CutSuffix(w, h); ok && (rest != "" || len(words) > 1) {
					stem, tail = rest, h
					break
				}
			}
		}
		inner := false
		for _, first := range firstParts {
			if rest, ok := strings.CutPrefix(stem, first); ok && len(rest) > 3 {
				parts, stem, inner = append(parts, unitPart{letters: first}), rest, true
				break
			}
		}
		if stem != "" {
			parts = append(parts, unitPart{letters: stem, inner: inner})
		}
		if tail != "" {
			head = tail
			parts = append(parts, unitPart{letters: tail, loose: true})
		}
	}
	if f := headForms[head]; f != "" {
		head = f
	}
	return parts, head
}

// Spelling is a unit's name in the forms that spellings of it are compared in.
type Spelling struct {
	Key  string // the same for spellings that only differ in spaces, hyphens, "och" and the definite form
	Stem string // the same also without what kind of unit it is
	Head string // that kind, "" for none

	words []string // as written
	areas int      // that it names, as two in "vård och omsorg"
}

// SpellingOf gives the forms of a unit's name.
func SpellingOf(name string) Spelling {
	parts, head := unitParts(name)
	words := nameTokens(name)
	var stem strings.Builder
	areas := 1
	for _, p := range parts {
		if p.joins {
			areas++
		}
		if !p.loose {
			stem.WriteString(p.letters)
		}
	}
	s := stem.String()
	if bare := strings.TrimSuffix(s, "s"); head != "" {
		return Spelling{bare + head, bare, head, words, areas}
	}
	return Spelling{s, stemOf(s), "", words, areas}
}

// stemOf is a name without the endings that come and go: "Sociala", "Kommunledningen".
func stemOf(s string) string {
	for _, end := range []string{"ningen", "a", "en", "s"} {
		if rest, ok := strings.CutSuffix(s, end); ok && len(rest) >= 4 {
			if end == "ningen" {
				rest += "ning"
			}
			return rest
		}
	}
	return s
}

// reShort is a name with its abbreviation: "Barn- och utbildningsförvaltningen (BUF)", "BUF -
// Barn- och utbildningsförvaltningen".
var (
	reShortLast  = regexp.MustCompile(`^(.+?)[\s,]*[(\[]\s*([\pL&.-]{2,8})\s*[)\]]$`)
	reShortFirst = regexp.MustCompile(`^(\p{Lu}[\pL&.]{1,7})\s*(?:[(\[](.+)[)\]]|[-–:,]\s+(.+))$`)
	reShortAfter = regexp.MustCompile(`^(.+?)\s*(?:,|\s[-–])\s*(\p{Lu}[\pL&]{1,5})$`)
)

// CutShort parts a unit's name from its abbreviation, where both are written; short is ""
// when they aren't.
func CutShort(s string) (name, short string) {
	s = text.Clean(s)
	if !strings.ContainsAny(s, "([-–:,") {
		return s, ""
	}
	try := func(name, short string) bool {
		return name != "" && Shortens(short, name) == Surely
	}
	if m := reShortLast.FindStringSubmatch(s); m != nil && try(m[1], m[2]) {
		return m[1], m[2]
	}
	if m := reShortFirst.FindStringSubmatch(s); m != nil && try(m[2]+m[3], m[1]) {
		return strings.TrimSpace(m[2] + m[3]), m[1]
	}
	if m := reShortAfter.FindStringSubmatch(s); m != nil && try(m[1], m[2]) {
		return m[1], m[2]
	}
	return s, ""
}

// Likely is how sure it is that a text shortens a name.
type Likely int

// The degrees.
const (
	No Likely = iota
	Maybe
	Surely
)

// reJoined is an abbreviation with an "och" in it: "BoU", "B&U".
var reJoined = regexp.MustCompile(`^\p{Lu}+[o&]\p{Lu}+$`)

// mostShort is how many letters an abbreviation may have.
const mostShort = 20

// Shortens says whether a text is an abbreviation of a unit's name: letters that begin each
// of its parts, or the first alone: "BUF", "BoU", "KLK", "SOC", "Soc.förv".
func Shortens(short, name string) Likely {
	letters := strings.Join(nameTokens(strings.ReplaceAll(short, "&", "o")), "")
	if n := utf8.RuneCountInString(letters); n < 2 || n > mostShort || strings.ContainsAny(letters, "0123456789") {
		return No
	}
	parts, _ := unitParts(name)
	if len(parts) == 0 || parts[0].letters[:1] != letters[:1] {
		return No
	}
	if joined := slices.ContainsFunc(parts, func(p unitPart) bool { return p.joins }); !joined && reJoined.MatchString(short) {
		return No
	}
	total, words := 0, 0
	for _, p := range parts {
		if total += len(p.letters); !p.joins {
			words++
		}
	}
	if words < 2 && len(letters) > 4 || len(letters)*5 > total*4 && !strings.Contains(short, ".") {
		return No
	}
	whole, ok := shortened(letters, parts)
	switch compact := isUpper(short) && len(letters) <= 6 || len(letters) <= 4 || strings.Contains(strings.TrimSuffix(short, "."), ".") || strings.HasSuffix(short, "."); {
	case ok && !whole && compact:
		return Surely
	case ok && !whole, len(letters) >= 3 && len(letters) <= 5 && strings.HasPrefix(parts[0].letters, letters) && letters != parts[0].letters:
		return Maybe
	}
	return No
}

// shortened says that letters begin the parts, in order; whole when none need be cut
// short for it. What is reached after each part is kept, so that it costs no more however
// the parts are alike.
func shortened(letters string, parts []unitPart) (whole, ok bool) {
	type reached [2][4*mostShort + 1]bool // with no part cut short, and with some; by letters
	var at reached
	at[0][0] = true
	for _, p := range parts {
		var next reached
		for cut := range at {
			for i := 0; i <= len(letters); i++ {
				if !at[cut][i] {
					continue
				}
				next[cut][i] = next[cut][i] || p.loose || p.inner
				for n := 1; n <= len(p.letters) && i+n <= len(letters) && p.letters[n-1] == letters[i+n-1]; n++ {
					to := cut
					if n < len(p.letters) {
						to = 1
					}
					next[to][i+n] = true
				}
			}
		}
		at = next
	}
	whole = at[0][len(letters)]
	return whole, whole || at[1][len(letters)]
}

// Same says how alike two names are: Surely when only spaces, hyphens, "och" or the definite
// form differ, Maybe when one says no kind of unit or a letter differs in a long name.
func (n Spelling) Same(o Spelling) Likely {
	switch {
	case n.Key == "" || o.Key == "":
		return No
	case n.Key == o.Key:
		return Surely
	case text.Digits(n.Key) != text.Digits(o.Key):
		return No
	case n.Stem == o.Stem && (n.Head == "" || o.Head == ""):
		return Maybe
	case n.slip(o):
		return Maybe
	}
	return No
}

// Bare says that one name is the other without what kind of unit it is, and names several
// areas, as few other names can: "Vård och omsorg".
func (n Spelling) Bare(o Spelling) bool {
	return n.Stem == o.Stem && n.Head == "" && o.Head != "" && n.areas > 1
}

// slip says that one name may be the other with a slip of the pen.
func (n Spelling) slip(o Spelling) bool {
	a, b := strings.Join(n.words, ""), strings.Join(o.words, "")
	if min(len(a), len(b)) < longName || a[:2] != b[:2] {
		return false
	}
	endA, endB := n.words[len(n.words)-1], o.words[len(o.words)-1]
	return (endA == endB || len(endA) > 2 && len(endB) > 2) && text.Similarity(a, b) >= aSlip
}

const aSlip = 0.93

// longName is how many letters a name must have for one of them to be taken for a slip.
const longName = 12
