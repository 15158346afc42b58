package text

import "strings"

// And lists words in a sentence: "a, b och c"; "" for none.
func And(words []string) string { return listed(words, " och ") }

// Or lists words to choose among: "a, b eller c"; "" for none.
func Or(words []string) string { return listed(words, " eller ") }

// Set is the words of a list that is written with spaces between.
func Set(list string) map[string]bool {
	out := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		out[word] = true
	}
	return out
}

func listed(words []string, last string) string {
	n := len(words) - 1
	if n < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:n], ", ") + last + words[n]
}
