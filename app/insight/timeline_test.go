package insight_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/chart"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/plan"
)

// TestABarHasTheWorstLight of an insats that goes on: its latest lägesrapport's, also those that
// the insats has none of itself.
func TestABarHasTheWorstLight(t *testing.T) {
	for _, c := range []struct {
		name   string
		stage  governance.Stage
		own    []any
		report []any
		light  chart.Light
		said   string
	}{
		{"none", governance.Running, nil, nil, chart.Unlit, ""},
		{"all well", governance.Running, []any{plan.TimeStatus, "green"}, nil, chart.Green, "enligt plan"},
		{"two as bad", governance.Running, []any{plan.TimeStatus, "amber", plan.CostStatus, "amber", plan.ScopeStatus, "green"}, nil, chart.Amber, "hotad: tid, kostnad"},
		{"what only a report has", governance.Running, []any{plan.TimeStatus, "green"}, []any{plan.ReportQuality, "red"}, chart.Red, "avviker: kvalitet"},
		{"not begun", governance.Planned, []any{plan.TimeStatus, "red"}, nil, chart.Unlit, ""},
	} {
		p := apptest.Empty(t)
		r := apptest.Add(t, p, plan.Kind, append([]any{plan.Name, "Provet", plan.Phase, apptest.Phases[c.stage]}, c.own...)...)
		if c.report != nil {
			apptest.Add(t, p, plan.ReportKind, append([]any{plan.ReportOf, r.ID, plan.ReportOn, apptest.Today}, c.report...)...)
		}
		if row := insight.Bar(p, p.Get(r.ID)); row.Light != c.light || row.Status != c.said {
			t.Errorf("%s: %v %q, want %v %q", c.name, row.Light, row.Status, c.light, c.said)
		}
	}
}
