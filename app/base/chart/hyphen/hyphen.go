// Package hyphen divides long Swedish words where a reader expects it: at soft
// hyphens, between the parts of compounds, and between syllables.
package hyphen

import (
	"strings"
	"unicode"
)

// joints are endings of first parts in Swedish compounds; a word is best broken
// after one of them. Before a vowel only the first ones are sure.
var joints = []string{
	"ings", "hets", "skaps", "ions", "tets", "ments", "gifts", "afts", "system", "verksamhet", "kontor", "skydds",
}

var weakJoints = []string{
	"dels", "ens", "ets", "ans", "doms", "lags", "kommun", "data", "tjänst", "digital", "omsorg", "mässig", "rätts", "social", "person",
}

func isVowel(r rune) bool { return strings.ContainsRune("aeiouyåäöéAEIOUYÅÄÖÉ", r) }

// Split splits a word so that head, with its hyphen, fits. It prefers soft
// hyphens, then joints of compounds, then syllables; text without syllables,
// such as an address, is cut where the line ends. The hyphen at
// the end of head is U+00AD, so that the word stays whole for search and speech;
// fits is asked with an ordinary one. Head always holds at least one rune, so that
// the caller gets on.
func Split(word string, fits func(string) bool) (head, tail string) {
	rs := []rune(word)
	best, bestScore := -1, -1
	begins, inside := jointed(rs)
	for i := 1; i < len(rs); i++ {
		score := breakScore(rs, i, begins[i], inside[i])
		if score < 0 || rs[i] == 's' && begins[i+1] && score < 4 { // the s that links stays with the first part
			continue
		}
		if !fits(string(bare(rs[:i])) + "-") {
			break
		}
		if rating := score*100 + i*12; rating >= bestScore {
			best, bestScore = i, rating
		}
	}
	if best > 0 {
		return string(bare(rs[:best])) + "\u00ad", string(rs[best:])
	}
	return cut(rs, fits)
}

// cut divides where the line ends: with a hyphen between letters, without one in
// addresses and numbers.
func cut(rs []rune, fits func(string) bool) (head, tail string) {
	address := isAddress(rs)
	mark := func(n int) string {
		if !address && n < len(rs) && unicode.IsLetter(rs[n-1]) && unicode.IsLetter(rs[n]) {
			return "\u00ad"
		}
		return ""
	}
	n := 1
	for n < len(rs)-1 && fits(string(bare(rs[:n+1]))+strings.ReplaceAll(mark(n+1), "\u00ad", "-")) {
		n++
	}
	return string(bare(rs[:n])) + mark(n), string(rs[n:])
}

// isAddress says that a word is one of the web or of mail, or a path, where a
// hyphen would change it: it has a sign of them other than at its end.
func isAddress(rs []rune) bool {
	return strings.ContainsAny(strings.TrimRight(string(rs), ".:"), "./:@")
}

func bare(rs []rune) []rune {
	out := make([]rune, 0, len(rs))
	for _, r := range rs {
		if r != '\u00ad' {
			out = append(out, r)
		}
	}
	return out
}

// breakScore rates a break before rune i, where a part of the compound begins or
// which lies inside one: 4 soft hyphen, 3 a known part, 1 what ends as one, 0
// syllable, -1 no.
func breakScore(rs []rune, i int, begins, inside bool) int {
	if rs[i-1] == '\u00ad' {
		return 4
	}
	if i < 3 || len(rs)-i < 3 {
		return -1
	}
	for _, r := range rs[max(0, i-3):min(len(rs), i+3)] {
		if !unicode.IsLetter(r) {
			return -1
		}
	}
	if begins {
		return 3
	}
	before := strings.ToLower(string(rs[max(0, i-10):i]))
	if i >= 5 && !inside && hasVowel(rs[i:]) && (endsIn(before, joints) || !isVowel(rs[i]) && endsIn(before, weakJoints) || linkingS(rs, i)) {
		return 1
	}
	// One consonant goes to the next line, if a vowel follows it.
	if i+1 < len(rs) && !isVowel(rs[i]) && isVowel(rs[i+1]) && !digraph(rs[i-1], rs[i]) && hasVowel(rs[:i]) {
		return 0
	}
	return -1
}

// linkingS is an s between two parts of a compound: after one consonant and
// before another that it doesn't begin a word with.
func linkingS(rs []rune, i int) bool {
	return rs[i-1] == 's' && !isVowel(rs[i-2]) && rs[i-2] != 's' && strings.ContainsRune("bdfghlmnrv", rs[i])
}

func endsIn(s string, endings []string) bool {
	for _, e := range endings {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

func hasVowel(rs []rune) bool {
	for _, r := range rs {
		if isVowel(r) {
			return true
		}
	}
	return false
}

// digraph are pairs that stand for one sound.
func digraph(a, b rune) bool {
	switch strings.ToLower(string([]rune{a, b})) {
	case "ch", "ck", "sj", "sk", "tj", "kj", "ph", "th", "ng", "gn":
		return true
	}
	return false
}
