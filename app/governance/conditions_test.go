package governance_test

import (
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// TestConditionsOfADecision: that the financing is there, that the IT-avdelning was asked of each
// system to come and has answered, and that who is to own it accepts that, as the models ask.
func TestConditionsOfADecision(t *testing.T) {
	financed := governance.Gate{Key: "FIN", Before: "decision", Need: governance.Need{Field: plan.Financing.Key}}
	asked := governance.Gate{Key: "IT", Before: "execution", When: map[string][]string{plan.Type.Key: {"new", "replace"}}, Need: governance.Need{Relation: plan.Systems.Key,
		Where: map[string][]string{system.Lifecycle.Key: {"", system.Idea, system.Planned, system.Procurement, system.Introduction}}, Having: []string{"it_asked_on", "it_answer"}, Each: true}}
	accepted := governance.Gate{Key: "ÄG", Before: "decision", When: map[string][]string{plan.Type.Key: {"new", "replace"}}, Need: governance.Need{Confirmed: true}}
	answered := []any{system.ITAskedOn, apptest.Today, system.ITAnswer, "yes"}
	for _, c := range []struct {
		name    string
		to      string
		puts    []any
		systems [][]any  // of the insats
		said    []string // outcomes of what is confirmed of ÄG, in order
		days    int      // from today to the last of them
		want    string
	}{
		{"nothing is there", "decision", []any{plan.Type, "new"}, nil, nil, 0, "FIN ÄG"},
		{"what only upgrades has no new owner", "decision", []any{plan.Type, "upgrade"}, nil, nil, 0, "FIN"},
		{"financed", "decision", []any{plan.Type, "new", plan.Financing, "Driftbudget"}, nil, nil, 0, "ÄG"},
		{"accepted", "decision", []any{plan.Type, "replace"}, nil, []string{governance.Approved}, 0, "FIN"},
		{"accepted the other day", "decision", []any{plan.Type, "new"}, nil, []string{governance.Approved}, -9, "FIN"},
		{"accepted, and taken back", "decision", []any{plan.Type, "new"}, nil, []string{governance.Approved, governance.Rejected}, 0, "FIN ÄG"},
		{"all is there", "decision", []any{plan.Type, "new", plan.Financing, "Driftbudget"}, nil, []string{governance.Approved}, 0, ""},
		{"further, with all there", "execution", []any{plan.Type, "new", plan.Financing, "Driftbudget"}, [][]any{answered}, []string{governance.Approved}, 0, ""},
		{"no system is named", "execution", []any{plan.Type, "new"}, nil, nil, 0, "FIN IT ÄG"},
		{"nobody has asked", "execution", []any{plan.Type, "new"}, [][]any{{}}, nil, 0, "FIN IT ÄG"},
		{"asked and not answered", "execution", []any{plan.Type, "new"}, [][]any{answered[:2]}, nil, 0, "FIN IT ÄG"},
		{"one of two", "execution", []any{plan.Type, "new"}, [][]any{answered, {}}, nil, 0, "FIN IT ÄG"},
		{"of what is in drift it isn't asked", "execution", []any{plan.Type, "new"}, [][]any{answered, {system.Lifecycle, system.Running}}, nil, 0, "FIN ÄG"},
		{"a no is an answer", "execution", []any{plan.Type, "new"}, [][]any{{system.ITAskedOn, apptest.Today, system.ITAnswer, "no"}}, nil, 0, "FIN ÄG"},
		{"what only upgrades", "execution", []any{plan.Type, "upgrade"}, [][]any{{}}, nil, 0, "FIN"},
	} {
		p := governed(t, financed, asked, accepted)
		r := insats(p)
		var ids []field.ID
		for _, puts := range c.systems {
			if len(puts) == 0 || puts[0] != any(system.Lifecycle) {
				puts = append([]any{system.Lifecycle, system.Planned}, puts...)
			}
			ids = append(ids, apptest.Add(t, p, system.Kind, append([]any{system.Name, "Ett system"}, puts...)...).ID)
		}
		apptest.Put(t, p, r.ID, append([]any{plan.Systems, ids}, c.puts...)...)
		for _, outcome := range c.said {
			if err := confirm(p, "ÄG", outcome, governance.Step{By: anna(t, p), On: p.Today().AddDays(c.days), Reason: "Nämnden godtar ansvaret och kostnaden."}); err != nil {
				t.Fatal(err)
			}
		}
		var got []string
		for _, m := range governance.LacksBefore(p, p.Get(r.ID), c.to) {
			if m.Stops() {
				got = append(got, m.Gate.Key)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
