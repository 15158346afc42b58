package match

import (
	"testing"

	"itportfoljen/app/exchange/intake/intaketest"
)

func BenchmarkHeadingsOfAllKinds(b *testing.B) {
	w := intaketest.New()
	for b.Loop() {
		v := newVocabulary(w)
		for _, k := range importable(w) {
			newHeadings(w, k, v)
		}
	}
}
