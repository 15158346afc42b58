package figure_test

import (
	"testing"

	"itportfoljen/app/base/figure"
)

func TestBare(t *testing.T) {
	for in, want := range map[string]string{
		"ca 300 tkr": "300 tkr", "ca.300": "300", "ca: 300": "300", "c:a 300": "300", "~300": "300", "300 ca": "300", "300+": "300", ">= 100": "100", "minst ca 100": "100",
		"uppskattningsvis 300": "300", "upp till 300": "300", "300?": "300", "max 300": "300", "över 300": "300", "300 eller fler": "300",
	} {
		if got, loose := figure.Bare(in); got != want || !loose {
			t.Errorf("%q is %q, %v", in, got, loose)
		}
	}
	for _, in := range []string{"300", "carl", "300 tkr", "överskott", "maxi", "", "ca", "minsta 3"} {
		if got, loose := figure.Bare(in); got != in || loose {
			t.Errorf("%q is %q, %v", in, got, loose)
		}
	}
}

func TestIsRange(t *testing.T) {
	for _, s := range []string{"100-200", "100 - 200 tkr", "100 tkr - 200 tkr", "10 à 20", "10 a 20", "10 till 20", "10 eller 20", "mellan 10 och 20", "1-1,5 mkr", "10...20", "ca 10 - ca 20", "3/6"} {
		if !figure.IsRange(s) {
			t.Errorf("%q is one number", s)
		}
	}
	for _, s := range []string{"100", "1 200", "-280", "60 000:-", "1.234,50", "12'500", "(280)", "1 200 st"} {
		if figure.IsRange(s) {
			t.Errorf("%q is two numbers", s)
		}
	}
}

func TestUnknown(t *testing.T) {
	for _, s := range []string{"vet ej", "vet ej.", "okänt", "?", "??", "oklart?", "ej klart", "n/a", "saknas", "tbd", "(okänt)"} {
		if !figure.Unknown(s) {
			t.Errorf("%q tells something", s)
		}
	}
	for _, s := range []string{"", "-", ".", "nej", "0", "ingen", "tills vidare", "300?"} {
		if figure.Unknown(s) {
			t.Errorf("%q tells nothing", s)
		}
	}
}
