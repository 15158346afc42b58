package system_test

import (
	"strings"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
)

// withModel is the tests' styrmodell with more in it.
func withModel(more string) []byte {
	return []byte(strings.Replace(string(apptest.Model()), `"forums": [`, more+` "forums": [`, 1))
}

func TestTheStyrmodellSaysWhatCountsAsOwned(t *testing.T) {
	for _, c := range []struct {
		by                       string
		person, body, represents bool
		want                     string
	}{
		{"", false, true, true, "owner"}, {"", true, false, false, ""}, {"person", false, true, false, "owner"},
		{"unit", true, false, true, "owner-body"}, {"unit", false, true, false, ""},
		{"represented", true, false, false, "owner-body representative"}, {"represented", false, true, false, "representative"},
		{"represented", false, false, true, "owner-body"}, {"represented", false, true, true, ""},
	} {
		p := apptest.Begin(t, apptest.NewStore(), withModel(`"system_owner": "`+c.by+`",`))
		hs := []field.Holding{{Person: apptest.Add(t, p, org.PersonKind, org.PersonName, "Alex").ID}}
		puts := []any{system.Name, "Lön", system.Manager, hs}
		if c.person {
			puts = append(puts, system.SystemOwner, hs)
		}
		if c.body {
			puts = append(puts, system.OwnerBody, apptest.Add(t, p, org.UnitKind, org.UnitName, "Nämnden").ID)
		}
		if c.represents {
			puts = append(puts, system.Representative, hs)
		}
		r := apptest.Add(t, p, system.Kind, puts...)
		var got []string
		for _, todo := range insight.Todos(p) {
			if strings.HasPrefix(todo.Rule, "owner") || todo.Rule == "representative" {
				got = append(got, todo.Rule)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("owned by %q, %+v: %q is missing, want %q", c.by, c, got, c.want)
		}
		if without := insight.FiguresOf(p).WithoutOwner == 1; without != (c.want != "") {
			t.Errorf("owned by %q, %+v: it counts as without an owner: %v", c.by, c, without)
		}
		var listed []string
		for _, v := range view.Shipped(p, system.Kind) {
			l := view.New(p, system.Kind)
			if l.Show(v.Spec); strings.HasPrefix(v.Name, "Utan ") && len(l.Rows()) > 0 {
				listed = append(listed, v.Name)
			}
		}
		views := map[string]string{"": "", "owner": "Utan ägare", "owner-body": "Utan ägare", "representative": "Utan systemägarrepresentant", "owner-body representative": "Utan ägare Utan systemägarrepresentant"}
		if got := strings.Join(listed, " "); got != views[c.want] {
			t.Errorf("owned by %q, %+v: it is listed by %q", c.by, c, got)
		}
		missing := insight.Missing(p, r)
		for _, f := range missing {
			if owned := map[string]bool{"owner": f == system.SystemOwner.Field, "owner-body": f == system.OwnerBody.Field, "representative": f == system.Representative.Field}; (owned["owner"] || owned["owner-body"] || owned["representative"]) && c.want == "" {
				t.Errorf("owned by %q: %s counts as missing", c.by, f.Key)
			}
		}
	}
}

func TestSystemägareITFollowsThePostWhereTheStyrmodellSaysSo(t *testing.T) {
	const posts = `"posts": [{"key": "it_chief", "label": "IT-chef"}],`
	p := apptest.Begin(t, apptest.NewStore(), withModel(posts+`"role_defaults": {"it_owner": "it_chief"},`))
	person := func(name string) []field.Holding {
		return []field.Holding{{Person: apptest.Add(t, p, org.PersonKind, org.PersonName, name).ID}}
	}
	r := apptest.Add(t, p, system.Kind, system.Name, "Lön")
	shown := func() string { return system.ITOwner.Field.Read(p, p.Get(r.ID), 0) }
	if got := shown(); got != "" {
		t.Errorf("nobody is IT-chef, and %q is shown", got)
	}
	apptest.Add(t, p, org.AppointmentKind, org.AppointmentRole, "IT-chef", org.AppointmentHolder, person("Anna Ek"))
	if got := shown(); got != "Anna Ek (IT-chef)" {
		t.Errorf("%q", got)
	}
	if system.ITOwner.Get(p.Get(r.ID)) != nil {
		t.Error("it is written in the system")
	}
	apptest.Put(t, p, r.ID, system.ITOwner, person("Bo Berg"))
	if got := shown(); got != "Bo Berg" {
		t.Errorf("%q is shown where Bo is named", got)
	}
	q := apptest.Begin(t, apptest.NewStore(), withModel(posts))
	apptest.Add(t, q, org.AppointmentKind, org.AppointmentRole, "IT-chef", org.AppointmentHolder, []field.Holding{{Person: apptest.Add(t, q, org.PersonKind, org.PersonName, "Anna").ID}})
	if got := system.ITOwner.Field.Read(q, apptest.Add(t, q, system.Kind, system.Name, "Lön"), 0); got != "" {
		t.Errorf("the model says nothing of it, and %q is shown", got)
	}
}

func TestOverenskommelserAreThoseInForce(t *testing.T) {
	for _, c := range []struct {
		typ, state string
		want       bool
	}{
		{agreement.Internal, agreement.Signed, true}, {agreement.Internal, agreement.Planned, false}, {agreement.Internal, agreement.Concluded, false}, {agreement.Framework, agreement.Signed, false},
	} {
		p := apptest.Empty(t)
		r := apptest.Add(t, p, system.Kind, system.Name, "Lön")
		a := apptest.Add(t, p, agreement.Kind, agreement.Name, "Dela Lön", agreement.Type, c.typ, agreement.State, c.state)
		apptest.Add(t, p, agreement.CoverKind, agreement.CoverOf, a.ID, agreement.Covered, r.ID)
		if got := system.Arrangements.Field.Read(p, p.Get(r.ID), 0) != ""; got != c.want {
			t.Errorf("%s, %s: %v", c.typ, c.state, got)
		}
	}
}

// A form has what the styrmodell's way to own systems asks for, and what says something.
func TestAFormHasTheOwnersThatTheModelKnows(t *testing.T) {
	p := apptest.Open(t) // a person owns
	r := apptest.Record(p, system.Kind, system.Name, "Kartan")
	if !system.OwnerBody.Idle(p, r) || !system.Representative.Idle(p, r) || system.SystemOwner.Idle(p, r) {
		t.Errorf("a nämnd is asked for: %v, who acts for it: %v, and a person isn't: %v", !system.OwnerBody.Idle(p, r), !system.Representative.Idle(p, r), system.SystemOwner.Idle(p, r))
	}
	r.Put(system.OwnerBody.Field, p.All(system.OwnerBody.Field.Targets()[0])[0].ID)
	if system.OwnerBody.Idle(p, r) {
		t.Error("what says something is hidden")
	}
}
