package text

import (
	"math/rand/v2"
	"testing"
)

// TestTheFastPassIsTheSameAsTheSlow compares them on random Swedish-like text.
func TestTheFastPassIsTheSameAsTheSlow(t *testing.T) {
	alphabet := []rune("aAzZ09 -_/.,;:()\"'&%+=<>@\n\t\u00a0\u202f–—−§”“’•→€")
	for r := rune(0xC0); r <= 0xFF; r++ {
		alphabet = append(alphabet, r)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		rs := make([]rune, rnd.IntN(20))
		for i := range rs {
			rs[i] = alphabet[rnd.IntN(len(alphabet))]
		}
		s := string(rs)
		fast, ok := foldLatin(s)
		if !ok {
			t.Fatalf("%q isn't taken", s)
		}
		if slow := foldAny(s); fast != slow {
			t.Fatalf("%q folds to %q, slowly to %q", s, fast, slow)
		}
		key, _ := keyLatin(s)
		if slow := keyAny(s); key != slow {
			t.Fatalf("the key of %q is %q, slowly %q", s, key, slow)
		}
	}
	for _, s := range []string{"日本", "e\u0301", "\u200b", "ﬁ", "Ω", "\u0000"} {
		if _, ok := foldLatin(s); ok {
			t.Errorf("%q is taken by the fast one", s)
		}
	}
}
