package org

import (
	"strings"
	"unicode"

	"itportfoljen/app/base/text"
)

// Key is the person's identity across spellings: the name's words, folded and
// with single spaces, "per ake backlund"; from the e-mail's local part when
// there is no name.
func (m Mention) Key() string {
	if tokens := nameTokens(m.Name); len(tokens) > 0 {
		return strings.Join(tokens, " ")
	}
	return strings.Join(emailTokens(m.Email), " ")
}

// DisplayName is the best spelling among mentions of one person: a written
// name beats one made from an e-mail, more diacritics beat fewer, and of
// equals the first is taken.
func DisplayName(ms []Mention) string {
	best, bestScore := "", -1
	for _, m := range ms {
		name, made := m.Name, nameFromEmail(m.Email)
		if name == "" {
			name = made
		}
		score := 2 * diacritics(name)
		if name != made {
			score++ // with as many diacritics, someone has written it
		}
		if name != "" && score > bestScore {
			best, bestScore = name, score
		}
	}
	return best
}

// diacritics counts the letters that fold to something plainer.
func diacritics(name string) int {
	n := 0
	for _, r := range text.Key(name) {
		if unicode.IsLetter(r) && r > unicode.MaxASCII {
			n++
		}
	}
	return n
}

var (
	apostrophes = strings.NewReplacer("'", "", "’", "")
	dots        = strings.NewReplacer(".", " ", "_", " ")
)

// nameTokens are the folded words of a name; hyphens part words, apostrophes
// don't.
func nameTokens(name string) []string {
	folded := apostrophes.Replace(text.Fold(name))
	return strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// emailTokens are the folded words of an address's local part without numbers:
// "asa.ekstrom2@x" gives asa and ekstrom.
func emailTokens(email string) []string {
	local, _, _ := strings.Cut(email, "@")
	local, _, _ = strings.Cut(local, "+")
	letters := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, local)
	if tokens := nameTokens(dots.Replace(letters)); len(tokens) > 0 {
		return tokens
	}
	return nameTokens(local)
}

// nameFromEmail is the name an address suggests: "Asa Ekstrom".
func nameFromEmail(email string) string { return properCase(emailTokens(email)) }

// properCase joins the words of a name and mends what is written all in
// capitals or all in small letters, with the particles of surnames kept low.
// A mixed spelling is the person's own and is left alone.
func properCase(words []string) string {
	name := strings.Join(words, " ")
	oneCase := name == strings.ToUpper(name) || name == strings.ToLower(name)
	if len(words) == 1 && name == strings.ToUpper(name) && len([]rune(name)) <= 4 {
		return name // "IT"
	}
	out := make([]string, len(words))
	for i, w := range words {
		switch {
		case oneCase && i > 0 && i < len(words)-1 && particles[text.Fold(w)]:
			out[i] = strings.ToLower(w)
		case oneCase, len([]rune(w)) >= 4 && w == strings.ToUpper(w):
			out[i] = titleWord(w)
		default:
			out[i] = w
		}
	}
	return strings.Join(out, " ")
}

// titleWord gives "Anna-Karin" for "ANNA-KARIN".
func titleWord(w string) string {
	start := true
	return strings.Map(func(r rune) rune {
		defer func() { start = !unicode.IsLetter(r) && !unicode.IsMark(r) }()
		if start {
			return unicode.ToUpper(r)
		}
		return unicode.ToLower(r)
	}, w)
}
