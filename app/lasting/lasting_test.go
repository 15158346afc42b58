package lasting_test

import (
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/field"
	"itportfoljen/app/lasting"
)

// kept keeps answers on top of what w has, and tells what they change: "create" or the
// fields that are set.
func kept(t *testing.T, w field.World, answers ...lasting.Given) (*field.Tx, []string) {
	t.Helper()
	tx := field.NewTx(w)
	if err := lasting.Keep(tx, answers); err != nil {
		t.Fatal(err)
	}
	var did []string
	for _, c := range tx.Changes() {
		if c.Op == field.Create {
			did = append(did, "create")
		} else {
			did = append(did, c.Field.Key)
		}
	}
	return tx, did
}

func TestAnAnswerIsKeptInsteadOfTheOneBefore(t *testing.T) {
	w, did := kept(t, intaketest.New(), lasting.Given{"unit:lkf", "lokalkontoret", "Vilken enhet är ”LKF”?", "Lokalkontoret"})
	if !slices.Equal(did, []string{"create"}) {
		t.Errorf("the first answer did %q", did)
	}
	if _, did = kept(t, w, lasting.Given{"unit:lkf", "lokalkontoret", "Vad är ”LKF”?", "Lokalkontoret"}); len(did) != 0 {
		t.Errorf("the same answer in other words did %q", did)
	}
	for range 20 { // the same book changes the same in the same order
		tx, did := kept(t, w, lasting.Given{"unit:lkf", "new", "Vilken enhet är ”LKF”?", "Lägg till LKF"})
		if !slices.Equal(did, []string{"answer", "said"}) {
			t.Fatalf("another answer did %q", did)
		}
		if got := lasting.Answers(tx); len(got) != 1 || got["unit:lkf"] != "new" {
			t.Fatalf("the answers are %v", got)
		}
	}
}

func TestAQuestionTooLongToBeKeptIsAskedAgain(t *testing.T) {
	if _, did := kept(t, intaketest.New(), lasting.Given{"unit:" + strings.Repeat("x", 100_000), "new", "", ""}); len(did) != 0 {
		t.Errorf("it did %q", did)
	}
}
