package view_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
)

// TestWhatIsSaidToLackAValueIsWhatAFilterOnThatKeeps: also a role whose holder has left.
func TestWhatIsSaidToLackAValueIsWhatAFilterOnThatKeeps(t *testing.T) {
	p := apptest.Open(t)
	apptest.Put(t, p, named(p, org.PersonKind, "Anna Ek"), org.PersonLeft, apptest.Today.AddDays(-1))
	l := view.New(p, system.Kind)
	for _, f := range p.Fields(system.Kind) {
		_, lacking := l.Values(field.Column{Field: f}, nil)
		alone, beside := view.Filter{Field: f, Op: view.Lacks}, view.Filter{Field: f, Values: []string{"", "odd"}}
		if n, m := l.Count([]view.Filter{alone}), l.Count([]view.Filter{beside}); n != lacking || m != lacking {
			t.Errorf("%s: %d are said to lack it, %d do, and %d beside others", f.Key, lacking, n, m)
		}
	}
	if _, lacking := l.Values(field.Column{Field: system.SystemOwner.Field}, nil); lacking != 2 {
		t.Errorf("%d lack an owner", lacking)
	}
}

// TestAnAlternativeThatIsNoMoreComesLast among the values to filter by.
func TestAnAlternativeThatIsNoMoreComesLast(t *testing.T) {
	p := apptest.Open(t)
	for phase, name := range map[string]string{"idea": "Ny", "closed": "Klar"} {
		apptest.Add(t, p, plan.Kind, plan.Name, name, plan.Phase, phase)
	}
	older := apptest.Add(t, p, plan.Kind, plan.Name, "Äldre", plan.Phase, "idea")
	older.Put(plan.Phase.Field, "gone") // as a file from before the styrmodell was changed
	values, _ := view.New(p, plan.Kind).Values(field.Column{Field: plan.Phase.Field}, nil)
	if last := values[len(values)-1]; last.Key != "gone" {
		t.Errorf("%v", values)
	}
}
