package operation_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/operation"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
)

var today = apptest.Today // 2026-11-21

// governed is a small municipality whose model has these gates and a checklist of two.
func governed(t *testing.T, gates ...governance.Gate) *app.Portfolio {
	t.Helper()
	p := apptest.Governed(t, func(m *governance.Model) {
		m.Retirement = []governance.Question{{Key: "equipment", Label: "Utrustningen är återvunnen"}, {Key: "access", Label: "Behörigheter är borttagna"}}
	}, gates...)
	apptest.Fill(t, p)
	return p
}

func lön(p *app.Portfolio) *field.Record { return p.Named(system.Kind, "Lönesystemet")[0] }

func set(p *app.Portfolio, id field.ID, f *field.Field, v string) error {
	_, err := p.SetText(context.Background(), id, field.Column{Field: f}, v)
	return err
}

func TestAVersionInDriftReplacesTheOneBefore(t *testing.T) {
	p := governed(t)
	add := func(number, state string, from date.Date) field.ID {
		return apptest.Add(t, p, operation.VersionKind, operation.VersionNumber, number, operation.VersionOf, lön(p).ID, operation.VersionState, state, operation.VersionFrom, from).ID
	}
	old, other := add("1", operation.VersionRuns, today.AddDays(-400)), add("2", operation.VersionPlanned, today.AddDays(30))
	late := add("3", operation.VersionTested, today.AddDays(-3))
	if err := set(p, other, operation.VersionState.Field, "i drift"); err != nil {
		t.Fatal(err)
	}
	if got := operation.VersionState.Get(p.Get(old)); got != operation.VersionReplaced {
		t.Errorf("the one before is %s", got)
	}
	if got := operation.VersionFrom.Get(p.Get(other)); got != today {
		t.Errorf("taken into use before its day it is from %s", got)
	}
	if err := set(p, late, operation.VersionState.Field, "i drift"); err != nil || operation.VersionFrom.Get(p.Get(late)) != today.AddDays(-3) {
		t.Errorf("a day that has been stands: %v, %s", err, operation.VersionFrom.Get(p.Get(late)))
	}
	if _, err := p.Undo(context.Background()); err != nil || operation.VersionState.Get(p.Get(other)) != operation.VersionRuns {
		t.Errorf("one step takes it all back: %v", err)
	}
}

func TestAVersionWaitsForItsChecks(t *testing.T) {
	p := governed(t, governance.Gate{Key: "V", Of: "system_version", Before: operation.VersionRuns,
		Need: governance.Need{All: []string{"environment_on", "environment_outcome"}, Is: []string{"ok", "remark"}}})
	id := apptest.Add(t, p, operation.VersionKind, operation.VersionNumber, "2", operation.VersionOf, lön(p).ID, operation.VersionState, operation.VersionPlanned).ID
	var stopped *governance.Stopped
	for _, c := range []struct {
		put  []any
		mend *field.Field // nil: it goes
	}{
		{nil, operation.VersionEnvironment.Field},
		{[]any{operation.VersionEnvironment, today}, operation.VersionUndisturbed.Field},
		{[]any{operation.VersionUndisturbed, "failed"}, operation.VersionUndisturbed.Field},
		{[]any{operation.VersionUndisturbed, "remark"}, nil},
	} {
		for i := 0; i < len(c.put); i += 2 {
			apptest.Put(t, p, id, c.put[i], c.put[i+1])
		}
		switch err := set(p, id, operation.VersionState.Field, "I drift"); {
		case c.mend == nil && err != nil:
			t.Error(err)
		case c.mend != nil && (!errors.As(err, &stopped) || stopped.Missing[0].Field != c.mend):
			t.Errorf("after %v: %v", c.put, err)
		}
	}
}

func TestAChangeOfDriftIsWrittenInTheSystem(t *testing.T) {
	p := governed(t, governance.Gate{Key: "C", Of: "operation_change", Before: operation.CarriedOut, Need: governance.Need{Field: "noted_on"}})
	kim := apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim Ny").ID
	old := apptest.Add(t, p, org.PersonKind, org.PersonName, "Bo Gammal").ID
	apptest.Put(t, p, lön(p).ID, system.Hosting, "internal")
	apptest.Put(t, p, lön(p).ID, system.OperationsManager, []field.Holding{{Person: old}})
	id := apptest.Add(t, p, operation.ChangeKind, operation.ChangeReason, "Flytt", operation.ChangeOf, lön(p).ID, operation.ChangeState, operation.ChangePlanned,
		operation.ChangeHosting, "cloud", operation.ChangePlace, "EU", operation.ChangeManager, kim).ID
	carry := func() error {
		_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) {
			return "Flytt", governance.Move(tx, id, governance.Step{To: operation.CarriedOut})
		})
		return err
	}
	var stopped *governance.Stopped
	if err := carry(); !errors.As(err, &stopped) || system.Hosting.Get(lön(p)) != "internal" {
		t.Errorf("it doesn't wait until it is noted: %v", err)
	}
	apptest.Put(t, p, id, operation.ChangeNotedOn, today)
	if err := carry(); err != nil {
		t.Fatal(err)
	}
	r := lön(p)
	if system.Hosting.Get(r) != "cloud" || system.DataLocation.Get(r) != "EU" || !slices.Equal(field.Holders(system.OperationsManager.Get(r), today), []field.ID{kim}) {
		t.Errorf("%s, %s, %v", system.Hosting.Get(r), system.DataLocation.Get(r), system.OperationsManager.Get(r))
	}
	if got := operation.ChangeWas.Get(p.Get(id)); got != "Driftform: Intern drift, Var data lagras: –, Driftansvarig: Bo Gammal" {
		t.Errorf("before it was %q", got)
	}
	if err := set(p, id, operation.ChangePlace.Field, "USA"); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("what was carried out is rewritten: %v", err)
	}
	empty := apptest.Add(t, p, operation.ChangeKind, operation.ChangeReason, "Inget", operation.ChangeOf, lön(p).ID, operation.ChangeNotedOn, today).ID
	if err := set(p, empty, operation.ChangeState.Field, "Genomförd"); fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), "säger inte vad som ändras") {
		t.Errorf("a change of nothing: %v", err)
	}
}

func TestWhatGoesGetsTheChecklist(t *testing.T) {
	p := governed(t, governance.Gate{Key: "R", Of: "system", Before: system.OutOfUse,
		Need: governance.Need{Relation: "retirement_item.system", Where: governance.Values{"point": {"equipment"}}, Having: []string{"done_on"}}})
	id := lön(p).ID
	items := func() []*field.Record { return p.Pointing(operation.ItemOf.Field, id) }
	if err := set(p, id, system.Lifecycle.Field, "Under avveckling"); err != nil || len(items()) != 2 {
		t.Fatalf("%v, %d items", err, len(items()))
	}
	if err := set(p, id, system.Lifecycle.Field, "I drift"); err != nil {
		t.Fatal(err)
	}
	if err := set(p, id, system.Lifecycle.Field, "Under avveckling"); err != nil || len(items()) != 2 {
		t.Errorf("again: %v, %d items", err, len(items()))
	}
	apptest.Put(t, p, items()[1].ID, operation.ItemDone, today)
	if err := set(p, id, system.Lifecycle.Field, "Avvecklat"); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("the other item is ticked off: %v", err)
	}
	apptest.Put(t, p, items()[0].ID, operation.ItemDone, today)
	if err := set(p, id, system.Lifecycle.Field, "Avvecklat"); err != nil {
		t.Error(err)
	}
}

func TestRules(t *testing.T) {
	p := governed(t)
	apptest.Add(t, p, operation.VersionKind, operation.VersionNumber, "7.1", operation.VersionOf, lön(p).ID)
	other := apptest.Add(t, p, system.Kind, system.Name, "Diariet")
	for name, c := range map[string]struct {
		kind *field.Kind
		puts []any
		says string
	}{
		"a version that there is":   {operation.VersionKind, []any{operation.VersionNumber, " 7.1", operation.VersionOf, lön(p).ID}, "Lönesystemet har redan en version 7.1 (VER-"},
		"another version":           {operation.VersionKind, []any{operation.VersionNumber, "7.10", operation.VersionOf, lön(p).ID}, ""},
		"it is another system's":    {operation.VersionKind, []any{operation.VersionNumber, "7.1", operation.VersionOf, other.ID}, ""},
		"a version of nothing":      {operation.VersionKind, []any{operation.VersionNumber, "2"}, "säger inte vilket system"},
		"a test that ends at first": {operation.TestKind, []any{operation.TestName, "Test", operation.TestOf, lön(p).ID, operation.TestFrom, today, operation.TestTo, today.AddDays(-1)}, "före dagen då testet börjar"},
		"a test of one day":         {operation.TestKind, []any{operation.TestName, "Test", operation.TestOf, lön(p).ID, operation.TestFrom, today, operation.TestTo, today}, ""},
		"more than all":             {operation.TrainingKind, []any{operation.TrainingName, "Kurs", operation.TrainingOf, lön(p).ID, operation.TrainingTrained, int64(9), operation.TrainingOfHow, int64(8)}, "9 har gått av 8"},
		"all":                       {operation.TrainingKind, []any{operation.TrainingName, "Kurs", operation.TrainingOf, lön(p).ID, operation.TrainingTrained, int64(8), operation.TrainingOfHow, int64(8)}, ""},
	} {
		_, err := p.CreateAll(context.Background(), "Prov", []*field.Record{apptest.Record(p, c.kind, c.puts...)})
		if (err == nil) != (c.says == "") || err != nil && (!strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), "Inget har ändrats")) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhatIsChangedStraightInTheSystemIsWrittenDown(t *testing.T) {
	noted := governance.Gate{Key: "C", Of: "operation_change", Before: operation.CarriedOut, Need: governance.Need{Field: "noted_on"}}
	for _, c := range []struct {
		name  string
		gates []governance.Gate
		was   []any
		puts  []any
		want  string // what is written down; "" for nothing
	}{
		{"nobody asks", nil, []any{system.Hosting, "internal"}, []any{system.Hosting, "cloud"}, ""},
		{"another driftform", []governance.Gate{noted}, []any{system.Hosting, "internal"}, []any{system.Hosting, "cloud"}, "Ändrat direkt: driftform; Driftform: Intern drift"},
		{"filled in", []governance.Gate{noted}, nil, []any{system.Hosting, "cloud"}, ""},
		{"taken away", []governance.Gate{noted}, []any{system.Hosting, "internal"}, []any{system.Hosting, nil}, "Ändrat direkt: driftform; Driftform: Intern drift"},
		{"another place", []governance.Gate{noted}, []any{system.DataLocation, "EU"}, []any{system.DataLocation, "USA"}, "Ändrat direkt: var data lagras; Var data lagras: EU"},
		{"the same place in other letters", []governance.Gate{noted}, []any{system.DataLocation, "EU"}, []any{system.DataLocation, "eu"}, ""},
		{"something else", []governance.Gate{noted}, []any{system.Hosting, "internal"}, []any{system.Category, "Lön"}, ""},
		{"to come still", []governance.Gate{noted}, []any{system.Hosting, "internal", system.Lifecycle, system.Procurement}, []any{system.Hosting, "cloud"}, ""},
		{"out of use", []governance.Gate{noted}, []any{system.Hosting, "internal", system.Lifecycle, system.OutOfUse}, []any{system.Hosting, "cloud"}, ""},
	} {
		p := governed(t, c.gates...)
		s := apptest.Add(t, p, system.Kind, append([]any{system.Name, "Provet"}, c.was...)...)
		apptest.Put(t, p, s.ID, c.puts[0], c.puts[1])
		got := ""
		for _, r := range p.Pointing(operation.ChangeOf.Field, s.ID) {
			got += operation.ChangeReason.Get(r) + "; " + operation.ChangeWas.Get(r)
			if r.Ref == "" || operation.ChangeState.Get(r) != operation.CarriedOut {
				t.Errorf("%s: it is %q, %s", c.name, r.Ref, operation.ChangeState.Get(r))
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if _, err := p.Undo(context.Background()); err != nil || len(p.Pointing(operation.ChangeOf.Field, s.ID)) > 0 {
			t.Errorf("%s: one step doesn't take it all back: %v", c.name, err)
		}
	}
}

func TestWhoRunsItChangesWithTheDriftansvarig(t *testing.T) {
	p := governed(t, governance.Gate{Key: "C", Of: "operation_change", Before: operation.CarriedOut, Need: governance.Need{Field: "noted_on"}})
	kim := apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim Ny").ID
	old := apptest.Add(t, p, org.PersonKind, org.PersonName, "Bo Gammal").ID
	apptest.Put(t, p, lön(p).ID, system.OperationsManager, []field.Holding{{Person: old}})
	if rows := p.Pointing(operation.ChangeOf.Field, lön(p).ID); len(rows) > 0 {
		t.Fatalf("the first one changes nothing: %v", rows)
	}
	apptest.Put(t, p, lön(p).ID, system.OperationsManager, field.Succeed(system.OperationsManager.Get(lön(p)), []field.ID{kim}, today))
	rows := p.Pointing(operation.ChangeOf.Field, lön(p).ID)
	if len(rows) != 1 || operation.ChangeManager.Get(rows[0]) != kim || operation.ChangeWas.Get(rows[0]) != "Driftansvarig: Bo Gammal" {
		t.Errorf("%v", rows)
	}
}

func TestReminders(t *testing.T) {
	in := func(n int) date.Date { return today.AddDays(n) }
	noted := governance.Gate{Key: "C", Of: "operation_change", Before: operation.CarriedOut, Need: governance.Need{Field: "noted_on"}}
	checked := governance.Gate{Key: "V", Of: "system_version", Before: operation.VersionRuns, Need: governance.Need{Field: "environment_on"}}
	for _, c := range []struct {
		name string
		kind *field.Kind
		puts []any
		want string
	}{
		{"a version to come, far ahead", operation.VersionKind, []any{operation.VersionState, operation.VersionPlanned, operation.VersionFrom, today.AddMonths(1).AddDays(1)}, ""},
		{"in a month, unchecked", operation.VersionKind, []any{operation.VersionState, operation.VersionPlanned, operation.VersionFrom, today.AddMonths(1)}, "version-lacks"},
		{"in a month, checked", operation.VersionKind, []any{operation.VersionState, operation.VersionPlanned, operation.VersionFrom, in(20), operation.VersionEnvironment, today}, ""},
		{"late", operation.VersionKind, []any{operation.VersionState, operation.VersionTested, operation.VersionFrom, in(-1)}, "version-late"},
		{"in drift", operation.VersionKind, []any{operation.VersionState, operation.VersionRuns, operation.VersionFrom, in(-1)}, ""},
		{"without a day", operation.VersionKind, []any{operation.VersionState, operation.VersionPlanned}, ""},
		{"a test that ends today", operation.TestKind, []any{operation.TestTo, in(0)}, ""},
		{"a test that has ended", operation.TestKind, []any{operation.TestTo, in(-1)}, "test-over"},
		{"with an outcome", operation.TestKind, []any{operation.TestTo, in(-1), operation.TestOutcome, "failed"}, ""},
		{"training today", operation.TrainingKind, []any{operation.TrainingPlanned, in(0)}, ""},
		{"training that was to be", operation.TrainingKind, []any{operation.TrainingPlanned, in(-1)}, "training-late"},
		{"training that was", operation.TrainingKind, []any{operation.TrainingPlanned, in(-1), operation.TrainingDone, in(-1)}, ""},
		{"a change nobody noted", operation.ChangeKind, []any{operation.ChangeState, operation.ChangePlanned}, "change-waits"},
		{"a noted one", operation.ChangeKind, []any{operation.ChangeState, operation.ChangePlanned, operation.ChangeNotedOn, in(-3), operation.ChangeOn, in(0)}, ""},
		{"a noted one that is late", operation.ChangeKind, []any{operation.ChangeState, operation.ChangePlanned, operation.ChangeNotedOn, in(-3), operation.ChangeOn, in(-1)}, "change-late"},
		{"one that was dropped", operation.ChangeKind, []any{operation.ChangeState, operation.ChangeDropped, operation.ChangeOn, in(-1)}, ""},
		{"an item of one in use", operation.ItemKind, nil, ""},
	} {
		p := governed(t, noted, checked)
		r := apptest.Record(p, c.kind, append([]any{c.kind.Title(), "Provet", c.kind.Owner(), lön(p).ID}, c.puts...)...)
		var got []string
		c.kind.Remind(p, r, func(m field.Reminder) {
			if m.Pressing(p.Today()) {
				got = append(got, m.Rule)
			}
		})
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		apptest.Put(t, p, lön(p).ID, system.Lifecycle, system.OutOfUse)
		got = nil
		c.kind.Remind(p, r, func(m field.Reminder) {
			if m.Pressing(p.Today()) {
				got = append(got, m.Rule)
			}
		})
		if c.kind == operation.ItemKind != (strings.Join(got, " ") == "retirement-left") || c.kind != operation.ItemKind && got != nil {
			t.Errorf("%s, of a system out of use: %q", c.name, got)
		}
	}
}
