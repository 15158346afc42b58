package text

import "strings"

// endings are those that words get from what they are said of, and what they are taken
// for: the longer before those that they end with.
var endings = [][2]string{{"ade", "ad"}, {"gda", "gd"}, {"igt", "ig"}, {"at", "ad"}, {"ad", "ad"}, {"gt", "gd"}, {"gd", "gd"}, {"da", "d"}, {"dt", "d"}, {"er", ""}, {"a", ""}, {"t", ""}, {"e", ""}}

// leastStem is how many bytes of a word an ending leaves.
const leastStem = 3

// Uninflected gives what the forms of a folded word have in common: "avvecklad",
// "avvecklat" and "avvecklade" come to the same, but not "avveckla".
func Uninflected(word string) string {
	for _, end := range endings {
		if rest, ok := strings.CutSuffix(word, end[0]); ok && len(rest) >= leastStem {
			return rest + end[1]
		}
	}
	return word
}
