package block_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/exchange/block"
	"itportfoljen/app/system"
)

// TestASpellingOfANameIsNotGuessedToBeAnother: neither of one that is there nor of one that
// the block names before.
func TestASpellingOfANameIsNotGuessedToBeAnother(t *testing.T) {
	p := apptest.Open(t)
	apptest.Supplier(t, p, "Visma AB")
	l := listOf(t, p, system.Kind, "supplier")
	pl := paste(t, p, l, cell(t, p, l, "Lönesystemet", "supplier"), "Vismma\nAdvania AB\nAdvania Sverige\nAdvannia", block.Choices{})
	why := "Skriv namnet som det står där, eller lägg till leverantören först om det är en annan."
	want := "HemtjänstPlan, Leverantör: – → Advania AB\n" +
		"! Lönesystemet, Leverantör: ”Vismma” liknar ”Visma AB”. " + why + "\n" +
		"! Diariet W3, Leverantör: ”Advania Sverige” liknar ”Advania AB”. " + why + "\n" +
		"! Skolplattformen, Leverantör: ”Advannia” liknar ”Advania AB”. " + why + "\n+ ny leverantör Advania AB"
	if got := said(pl); got != want {
		t.Error(got)
	}
}
