package plan_test

import (
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
)

func freeze(p *app.Portfolio, f plan.Freezing) error {
	return do(p, func(tx *field.Tx) error { return plan.Freeze(tx, f) })
}

func TestWhatComesAfterThePlanIsUnplanned(t *testing.T) {
	p := apptest.Empty(t)
	add := func(phase string) *field.Record {
		return apptest.Add(t, p, plan.Kind, plan.Name, "I "+phase, plan.Phase, phase)
	}
	idea, first, second := add("idea"), add("proposal"), add("execution")
	unplanned := func(r *field.Record) any { return plan.Unplanned.Value(p, p.Get(r.ID), 0) }
	if got := unplanned(first); got != nil {
		t.Errorf("no plan is fastställd: %v", got)
	}
	if err := freeze(p, plan.Freezing{Year: 2027, By: "IT-chefen", Entry: 3}); err != nil {
		t.Fatal(err)
	}
	later, aside := add("decision"), add("rejected")
	apptest.Put(t, p, idea.ID, plan.Phase, "proposal")
	for _, c := range []struct {
		name string
		r    *field.Record
		want any
	}{{"in it", first, false}, {"running in it", second, false}, {"an idea then", idea, true}, {"after it", later, true}, {"set aside", aside, nil}} {
		if got := unplanned(c.r); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	if err := freeze(p, plan.Freezing{Year: 2027, By: "IT-chefen", Entry: 9}); err != nil || unplanned(later) != false {
		t.Errorf("in the next: %v, %v", err, unplanned(later))
	}
}

func TestAPlanThatCannotBeFrozen(t *testing.T) {
	for _, c := range []struct {
		name  string
		phase string
		f     plan.Freezing
		want  fault.Code
	}{
		{"as it should be", "planned", plan.Freezing{Year: 2027, By: "IT-chefen"}, ""},
		{"today", "planned", plan.Freezing{Year: 2027, By: "IT-chefen", On: today}, ""},
		{"tomorrow", "planned", plan.Freezing{Year: 2027, By: "IT-chefen", On: today.AddDays(1)}, fault.Invalid},
		{"by nobody", "planned", plan.Freezing{Year: 2027}, fault.Invalid},
		{"of no year", "planned", plan.Freezing{By: "IT-chefen"}, fault.Invalid},
		{"only ideas", "idea", plan.Freezing{Year: 2027, By: "IT-chefen"}, fault.Invalid},
		{"only closed", "closed", plan.Freezing{Year: 2027, By: "IT-chefen"}, fault.Invalid},
	} {
		p := apptest.Empty(t)
		apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, c.phase)
		if err := freeze(p, c.f); fault.CodeOf(err) != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestTheSumIsOfWhatStoodThen(t *testing.T) {
	p := apptest.Empty(t)
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, "planned")
	if err := freeze(p, plan.Freezing{Year: 2027, By: "IT-chefen", Entry: 1}); err != nil {
		t.Fatal(err)
	}
	at := func(int64) (field.World, error) { return p, nil }
	frozen := plan.Latest(p)
	for _, c := range []struct {
		name string
		puts []any
		fits bool
	}{
		{"as it was", nil, true}, {"a comment", []any{plan.Comment, "Nytt"}, true}, {"a name", []any{plan.Name, "Annat"}, false}, {"back", []any{plan.Name, "Provet"}, true},
		{"a class", []any{plan.Class, "major"}, false}, {"a phase", []any{plan.Class, "", plan.Phase, "execution"}, false},
	} {
		if c.puts != nil {
			apptest.Put(t, p, r.ID, c.puts...)
		}
		if said, fits, err := plan.Verify(frozen, at); err != nil || fits != c.fits {
			t.Errorf("%s: %q, %v, %v", c.name, said, fits, err)
		}
	}
	if said, fits, err := plan.Verify(field.NewRecord(plan.VersionKind, "x"), at); err != nil || !fits {
		t.Errorf("without a sum: %q, %v", said, err)
	}
}

func TestAPlanIsNeverWrittenOver(t *testing.T) {
	p := apptest.Empty(t)
	apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, "planned")
	if err := freeze(p, plan.Freezing{Year: 2027, By: "IT-chefen"}); err != nil {
		t.Fatal(err)
	}
	id := plan.Latest(p).ID
	if err := do(p, func(tx *field.Tx) error { return tx.Set(id, plan.VersionBy.Field, "En annan") }); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("written over: %v", err)
	}
}
