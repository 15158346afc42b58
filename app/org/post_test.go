package org_test

import (
	"context"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
)

// postsModel is the tests' styrmodell with roles that the kommun, each förvaltning and each
// nämnd must have.
func postsModel() []byte {
	return []byte(strings.Replace(string(apptest.Model()), `"forums": [`, `"posts": [
		{"key": "it_chief", "label": "IT-chef", "synonyms": ["chef IT"], "of": ["group"], "appointed_by": "Kommundirektören"},
		{"key": "it_coordinator", "label": "IT-samordnare", "of": ["administration"]},
		{"key": "data_protection", "label": "Dataskyddsombud", "of": ["board"]},
		{"key": "controller", "label": "Controller"}], "forums": [`, 1))
}

// posted is a kommun with a nämnd and a förvaltning.
func posted(t *testing.T) (p *app.Portfolio, town, board, office field.ID) {
	p = apptest.Begin(t, apptest.NewStore(), postsModel())
	unit := func(name, typ string, parent field.ID) field.ID {
		return apptest.Add(t, p, org.UnitKind, org.UnitName, name, org.UnitType, typ, org.UnitParent, parent).ID
	}
	town = unit("Kommunen", org.Group, "")
	board = unit("Vårdnämnden", org.Board, town)
	return p, town, board, unit("Vårdförvaltningen", org.Administration, board)
}

func posts(p *app.Portfolio) string {
	var out []string
	for _, todo := range insight.Todos(p) {
		if rule, is := strings.CutPrefix(todo.Rule, "post-"); is {
			out = append(out, rule+"@"+todo.Subject)
		}
	}
	return strings.Join(out, " ")
}

func TestRolesThatTheStyrmodellAsksForAreMissed(t *testing.T) {
	p, town, board, office := posted(t)
	if todos := insight.Todos(p); len(todos) != 1 || todos[0].Rule != "posts" || len(todos[0].Records) != 3 {
		t.Errorf("before anybody is appointed: %+v", todos)
	}
	apptest.Add(t, p, org.AppointmentKind, org.AppointmentRole, "Controller")
	if got, want := posts(p), "it_chief@Kommunen data_protection@Vårdnämnden it_coordinator@Vårdförvaltningen"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for name, c := range map[string]struct {
		role string
		unit field.ID
		left date.Date
		from date.Date
		to   date.Date
		want bool // it is held
	}{
		"in the förvaltning":         {"IT-samordnare", office, 0, 0, 0, true},
		"written otherwise":          {" it-SAMORDNARE", office, 0, 0, 0, true},
		"in the nämnd above":         {"IT-samordnare", board, 0, 0, 0, false},
		"in the whole municipality":  {"IT-samordnare", "", 0, 0, 0, false},
		"she left yesterday":         {"IT-samordnare", office, yesterday, 0, 0, false},
		"she leaves today":           {"IT-samordnare", office, today, 0, 0, true},
		"begins tomorrow":            {"IT-samordnare", office, 0, today.AddDays(1), 0, false},
		"her time was over":          {"IT-samordnare", office, 0, 0, yesterday, false},
		"her last day":               {"IT-samordnare", office, 0, 0, today, true},
		"another role":               {"Controller", office, 0, 0, 0, false},
		"of the kommun, by its unit": {"Chef IT", town, 0, 0, 0, true},
		"of the kommun, by no unit":  {"IT-chef", "", 0, 0, 0, true},
	} {
		p, town, board, office := posted(t)
		at := map[field.ID]field.ID{"": ""}
		for i, id := range []field.ID{town, board, office} { // those of this portfolio
			at[[]field.ID{town, board, office}[i]] = id
		}
		kim := person(t, p, "Kim", c.left)
		apptest.Add(t, p, org.AppointmentKind, org.AppointmentRole, c.role, org.AppointmentUnit, at[c.unit], org.AppointmentHolder, []field.Holding{{Person: kim, From: c.from, To: c.to}})
		missing := 3
		if c.want {
			missing = 2
		}
		if got := len(strings.Fields(posts(p))); got != missing {
			t.Errorf("%s: %q is missing", name, posts(p))
		}
	}
}

func TestAUnitShowsTheRolesThatNobodyHolds(t *testing.T) {
	p, _, _, office := posted(t)
	shown := func() string { return org.UnitVacant.Field.Read(p, p.Get(office), 0) }
	if got := shown(); got != "IT-samordnare" {
		t.Errorf("%q", got)
	}
	a := apptest.Add(t, p, org.AppointmentKind, org.AppointmentRole, "IT-samordnare", org.AppointmentUnit, office, org.AppointmentHolder, []field.Holding{{Person: person(t, p, "Kim", 0)}})
	if got := shown(); got != "" {
		t.Errorf("%q", got)
	}
	if got := org.UnitAppointments.Field.Read(p, p.Get(office), 0); got != a.Name() {
		t.Errorf("%q", got)
	}
}

func TestAUnitThatIsNoMoreLacksNobody(t *testing.T) {
	p, _, _, office := posted(t)
	apptest.Put(t, p, office, org.UnitArchived, true)
	if got := org.UnitVacant.Field.Read(p, p.Get(office), 0); got != "" {
		t.Errorf("it shows %q", got)
	}
	apptest.Add(t, p, org.AppointmentKind, org.AppointmentRole, "Controller")
	if got, want := posts(p), "it_chief@Kommunen data_protection@Vårdnämnden"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestARoleIsHeldInOneAppointment(t *testing.T) {
	p, town, _, office := posted(t)
	apptest.Add(t, p, org.AppointmentKind, org.AppointmentRole, "IT-samordnare", org.AppointmentUnit, office)
	for _, c := range []struct {
		role string
		unit field.ID
		want string
	}{
		{"it-samordnare", office, "Vårdförvaltningen har redan uppdraget it-samordnare (UPP-0001)."},
		{"Controller", office, ""}, {"IT-samordnare", town, ""}, {"IT-samordnare", "", ""}, {"IT-samordnare", "", "kommunen har redan uppdraget"},
	} {
		r := field.NewRecord(org.AppointmentKind, p.NewID()).Put(org.AppointmentRole.Field, c.role).Put(org.AppointmentUnit.Field, c.unit)
		_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) { return "Prov", tx.Create(r) })
		if err == nil && c.want != "" || err != nil && (c.want == "" || !strings.HasPrefix(err.Error(), c.want)) {
			t.Errorf("%s: %v, want %q", c.role, err, c.want)
		}
	}
}

func TestAnAppointmentIsHandedOver(t *testing.T) {
	p, _, _, office := posted(t)
	kim, bo := person(t, p, "Kim", 0), person(t, p, "Bo", 0)
	a := apptest.Add(t, p, org.AppointmentKind, org.AppointmentRole, "IT-samordnare", org.AppointmentUnit, office, org.AppointmentHolder, []field.Holding{{Person: kim}})
	if n := org.CountHeld(p, kim); n != 1 {
		t.Fatalf("Kim holds %d", n)
	}
	if _, err := p.Do(context.Background(), org.HandOver{From: kim, To: bo}.Do); err != nil {
		t.Fatal(err)
	}
	if got := org.AppointmentHolder.Get(p.Get(a.ID)); len(got) != 2 || got[0].Person != kim || got[0].To != yesterday || got[1].Person != bo || got[1].From != today {
		t.Errorf("%+v", got)
	}
}
