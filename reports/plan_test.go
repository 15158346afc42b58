package reports_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
)

func TestThePlanSays(t *testing.T) {
	golden(t, "verksamhetsplan", build(t, town(t, 3, 4), "verksamhetsplan", map[string]string{"budskap": "Planen är ett förslag."}))
}

// TestThePlanComesToItsInsatser: the sums are those of what stands in the plan, and no other.
func TestThePlanComesToItsInsatser(t *testing.T) {
	for size, w := range worlds(t) {
		var drift, investing money.Total
		in := plan.Standing(w)
		for _, r := range in {
			drift.Add(economy.Sum(w, r.ID, 2027, economy.Operations, economy.CostBudget))
			investing.Add(economy.Sum(w, r.ID, 2027, economy.Investment, economy.CostBudget))
		}
		if len(in) == 0 {
			continue
		}
		text := whole(build(t, w, "verksamhetsplan", nil))
		for _, want := range []string{
			fmt.Sprintf("\nSumma | %d | %s | %s | ", len(in), drift.Even(money.Tkr), investing.Even(money.Tkr)),
			"\nSumma | " + drift.Kr() + " | " + investing.Kr() + "\n",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no row %q", size, want)
			}
		}
	}
}

// TestThePlanTellsWhatHasChangedSinceItWasSettled, counted forth out of the journal.
func TestThePlanTellsWhatHasChangedSinceItWasSettled(t *testing.T) {
	p := apptest.Open(t)
	there := apptest.Add(t, p, plan.Kind, plan.Name, "Stod i planen", plan.Phase, "proposal")
	f := plan.Freezing{Year: 2027, By: "Kommunstyrelsen", Reference: "KS § 112", Entry: p.Mark().Entry}
	if _, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) { return "Fastställd", plan.Freeze(tx, f) }); err != nil {
		t.Fatal(err)
	}
	if text := whole(build(t, p, "verksamhetsplan", nil)); !strings.Contains(text, "Inget i planen har ändrats") {
		t.Errorf("nothing has changed, and it says\n%s", text)
	}
	apptest.Put(t, p, there.ID, plan.Phase, "decision")
	apptest.Add(t, p, plan.Kind, plan.Name, "Kom sedan", plan.Phase, "proposal")
	text := whole(build(t, p, "verksamhetsplan", nil))
	for _, want := range []string{"Kommunstyrelsen, KS § 112", "summan stämmer", "1 ny insats", "1 ändrad", "Fas: "} {
		if !strings.Contains(strings.ReplaceAll(text, "\n", " "), want) {
			t.Errorf("%q isn't said", want)
		}
	}
	_, unplanned, _ := strings.Cut(text, "Oplanerade insatser")
	if !strings.Contains(unplanned, "Kom sedan") || strings.Contains(unplanned, "Stod i planen") {
		t.Errorf("unplanned: %s", unplanned)
	}
}
