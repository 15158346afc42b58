package view_test

import (
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
)

// lines are a list's lines: headings with their level and count, and the names under
// them.
func lines(l *view.List) string {
	var out []string
	for _, line := range l.Lines() {
		if g := line.Group; g != nil {
			out = append(out, fmt.Sprintf("%s[%s %d]", strings.Repeat("-", g.Level), g.Label, g.Count))
		} else {
			out = append(out, line.Record.Name())
		}
	}
	return strings.Join(out, " ")
}

func TestGroups(t *testing.T) {
	p := apptest.Open(t)
	anna, per := named(p, org.PersonKind, "Anna Ek"), named(p, org.PersonKind, "Per-Åke Hägg")
	diary := named(p, system.Kind, "Diariet W3")
	apptest.Put(t, p, named(p, system.Kind, "HemtjänstPlan"), system.SystemOwner, nil)
	apptest.Put(t, p, diary, system.SystemOwner, []field.Holding{{Person: per}, {Person: anna}}, system.SupportEnd, apptest.Today, system.Users, int64(5))
	for _, c := range []struct {
		what string
		f    *field.Field
		want string
	}{
		{"none", nil, "Lönesystemet HemtjänstPlan Diariet W3 Skolplattformen"},
		{"a choice, by its order", system.Lifecycle.Field, "[I drift 2] Lönesystemet HemtjänstPlan [Under vidareutveckling 1] Skolplattformen [Under avveckling 1] Diariet W3"},
		{"persons, several together, none last", system.SystemOwner.Field, "[Anna Ek 1] Lönesystemet [Per-Åke Hägg; Anna Ek 1] Diariet W3 [Sara Öberg 1] Skolplattformen [Systemägare saknas 1] HemtjänstPlan"},
		{"days by year", system.SupportEnd.Field, "[2026 1] Diariet W3 [Stöd till saknas 3] Lönesystemet HemtjänstPlan Skolplattformen"},
	} {
		l := view.New(p, system.Kind)
		l.Group(field.Column{Field: c.f})
		if got := lines(l); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.what, got, c.want)
		}
	}
}

func TestUnitsMakeGroupsInGroups(t *testing.T) {
	p := apptest.Open(t)
	l := view.New(p, system.Kind)
	l.Group(field.Column{Field: system.OwnerUnit.Field})
	whole := lines(l)
	if !strings.HasPrefix(whole, "[Ekvalla kommun 4] ") || !strings.Contains(whole, " -[Kommunledningskontoret 2] Lönesystemet Diariet W3") {
		t.Fatalf("the tree is %s", whole)
	}
	office := string(named(p, org.UnitKind, "Kommunledningskontoret"))
	l.Fold(office, true)
	if got := lines(l); strings.Contains(got, "Diariet") || !strings.Contains(got, "-[Kommunledningskontoret 2]") || len(l.Rows()) != 4 {
		t.Errorf("folded: %s, %d rows", got, len(l.Rows()))
	}
	l.Search("diariet")
	if got := lines(l); got != "[Ekvalla kommun › Kommunledningskontoret 1]" {
		t.Errorf("searched: %s", got)
	}
	l.Search("")
	l.FoldAll(false)
	if got := lines(l); got != whole {
		t.Errorf("all unfolded: %s", got)
	}
	l.FoldAll(true)
	if got := lines(l); got != "[Ekvalla kommun 4]" {
		t.Errorf("all folded: %s", got)
	}
	l.FoldLevel(0, false)
	inner := lines(l)
	if !strings.Contains(inner, "-[Kommunledningskontoret 2]") || strings.Contains(inner, "Diariet") {
		t.Errorf("the outermost unfolded: %s", inner)
	}
	l.FoldLevel(1, false)
	if got := lines(l); got != whole {
		t.Errorf("both unfolded: %s", got)
	}
	l.FoldLevel(1, true)
	if got := lines(l); got != inner {
		t.Errorf("the inner folded: %s", got)
	}
}

// TestTheSumsOfGroupsAddUpToTheWhole: each record stands in one group.
func TestTheSumsOfGroupsAddUpToTheWhole(t *testing.T) {
	p := apptest.Open(t)
	c := field.Column{Field: system.OperationsBudget.Field}
	for _, by := range p.Fields(system.Kind) {
		if !view.Groups(by) {
			continue
		}
		l := view.New(p, system.Kind)
		l.Group(field.Column{Field: by})
		whole, _ := l.Sum(c)
		var parts int64
		n, outer := 0, 0
		for _, line := range l.Lines() {
			if line.Group != nil && line.Group.Level == 0 {
				sum, _, _ := l.SumOf(line.Group, c)
				parts, outer = parts+sum, outer+line.Group.Count
			}
			if line.Record != nil {
				n++
			}
		}
		if parts != whole || whole != int64(money.FromKronor(2_515_000)) || n != 4 || outer != 4 {
			t.Errorf("by %s: %d of %d öre, %d rows, %d counted", by.Key, parts, whole, n, outer)
		}
	}
	l := view.New(p, system.Kind)
	l.Group(field.Column{Field: system.Lifecycle.Field})
	for _, line := range l.Lines() {
		if g := line.Group; g != nil && g.Label == "Under införande" {
			if _, lacks, ok := l.SumOf(g, field.Column{Field: system.Users.Field}); ok || lacks != 0 {
				t.Error("a column that isn't shown has a sum")
			}
		}
	}
}

func TestSeveralOrdersTheFirstBeforeTheOthers(t *testing.T) {
	p := apptest.Open(t)
	l := view.New(p, system.Kind)
	l.Sort(view.Order{Column: field.Column{Field: system.Lifecycle.Field}, Desc: true}, view.Order{Column: field.Column{Field: system.Name.Field}})
	shows(t, "by lifecycle backwards and name", l, "Diariet W3", "Skolplattformen", "HemtjänstPlan", "Lönesystemet")
}

func TestWhatMatchedInAHiddenFieldIsSaid(t *testing.T) {
	p := apptest.Open(t)
	pay := apptest.Put(t, p, named(p, system.Kind, "Lönesystemet"), system.LockIn, "Källarens server")
	l := view.New(p, system.Kind)
	for query, want := range map[string]string{"": "", "löne": "", "kallaren": system.LockIn.Label, "löne server": system.LockIn.Label} {
		l.Search(query)
		got := ""
		if f, value, ok := l.Matched(pay); ok {
			if got = f.Label; value != "Källarens server" {
				t.Errorf("%q: %q", query, value)
			}
		}
		if got != want {
			t.Errorf("%q matched in %q, want %q", query, got, want)
		}
	}
	l.SetColumns([]field.Column{{Field: system.LockIn.Field}})
	l.Search("källaren")
	if _, _, ok := l.Matched(pay); ok {
		t.Error("a shown column is called hidden")
	}
}

func TestRelations(t *testing.T) {
	p := apptest.Open(t)
	diary := named(p, system.Kind, "Diariet W3")
	change := p.Pointing(plan.Systems.Field, diary)[0]
	l := view.New(p, system.Kind)
	for _, c := range []struct {
		f    view.Filter
		said string
		want []string
	}{
		{view.Filter{Field: plan.Systems.Field, Op: view.Has}, "Insatser finns", []string{"HemtjänstPlan", "Diariet W3"}},
		{view.Filter{Field: plan.Systems.Field, Op: view.Lacks}, "Insatser saknas", []string{"Lönesystemet", "Skolplattformen"}},
		{view.Filter{Field: plan.Systems.Field, Values: []string{string(change.ID)}}, "Insatser: Byte av diariesystem", []string{"Diariet W3"}},
	} {
		l.SetFilters([]view.Filter{c.f})
		shows(t, c.said, l, c.want...)
		if got := c.f.Said(p, system.Kind); got != c.said {
			t.Errorf("said %q, want %q", got, c.said)
		}
	}
	l.SetFilters([]view.Filter{{Field: plan.Systems.Field, Op: view.Has}})
	apptest.Put(t, p, change.ID, plan.Systems, []field.ID{named(p, system.Kind, "Lönesystemet")})
	shows(t, "the relation has changed", l, "Lönesystemet", "HemtjänstPlan")
}
