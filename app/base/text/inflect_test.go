package text_test

import (
	"strings"
	"testing"

	"itportfoljen/app/base/text"
)

func TestFormsOfAWordComeToTheSame(t *testing.T) {
	for _, forms := range []string{"avvecklad avvecklat avvecklade", "stangd stangt stangda", "viktig viktigt viktiga", "kritisk kritiskt kritiska", "aktiv aktivt aktiva",
		"hog hogt hoga hoge", "modern modernt moderna", "planerad planerat planerade", "nedlagd nedlagt nedlagda", "godkand godkanda"} {
		words := strings.Fields(forms)
		for _, w := range words {
			if text.Uninflected(w) != text.Uninflected(words[0]) {
				t.Errorf("%s is %s and %s is %s", w, text.Uninflected(w), words[0], text.Uninflected(words[0]))
			}
		}
	}
	for _, apart := range [][2]string{{"avveckla", "avvecklad"}, {"planera", "planerad"}, {"beslut", "beslutad"}, {"avslut", "avslutad"}, {"ny", "nya"}} {
		if text.Uninflected(apart[0]) == text.Uninflected(apart[1]) {
			t.Errorf("%s and %s are both %s", apart[0], apart[1], text.Uninflected(apart[0]))
		}
	}
}
