package app_test

import (
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

func TestFind(t *testing.T) {
	p := apptest.Open(t)
	office := named(t, p, org.UnitKind, "Kommunledningskontoret")
	care := named(t, p, org.UnitKind, "Vård- och omsorgsförvaltningen")
	for _, u := range []*field.Record{office, care} {
		apptest.Add(t, p, org.UnitKind, org.UnitName, "Stab", org.UnitParent, u.ID)
	}
	apptest.Add(t, p, org.UnitKind, org.UnitName, "Förbundet")
	apptest.Add(t, p, org.UnitKind, org.UnitName, "Förbundet", org.UnitParent, office.ID)
	apptest.Add(t, p, system.Kind, system.Name, "Lönesystemet")
	apptest.Add(t, p, org.PersonKind, org.PersonName, "Anna Ek", org.PersonEmail, "anna.ek2@ekvalla.example")
	for _, c := range []struct {
		kind *field.Kind
		s    string
		want string // what Exact writes of it
		code fault.Code
	}{
		{system.Kind, "SYS-0002", "HemtjänstPlan", ""},
		{system.Kind, " sys-0002 ", "HemtjänstPlan", ""},
		{system.Kind, "hemtjänstplan", "HemtjänstPlan", ""},
		{system.Kind, "Vad som helst (SYS-0002)", "HemtjänstPlan", ""},
		{system.Kind, string(p.ByRef("SYS-0002").ID), "HemtjänstPlan", ""},
		{system.Kind, "Lönesystemet", "", fault.Ambiguous},
		{system.Kind, "Lönesystemet (SYS-0005)", "Lönesystemet (SYS-0005)", ""},
		{system.Kind, "INS-2027-001", "", fault.NotFound},
		{system.Kind, "Hemtjänst", "", fault.NotFound},
		{system.Kind, "", "", fault.NotFound},
		{plan.Kind, "ins-2027-001", "Byte av diariesystem", ""},
		{org.PersonKind, "Hägg, Per-Åke", "Per-Åke Hägg", ""},
		{org.PersonKind, "PER-AKE.HAGG@ekvalla.example", "Per-Åke Hägg", ""},
		{org.PersonKind, "Anna Ek", "", fault.Ambiguous},
		{org.PersonKind, "Anna Ek <anna.ek2@ekvalla.example>", "Anna Ek <anna.ek2@ekvalla.example>", ""},
		{org.PersonKind, "Sara Öberg; Per-Åke Hägg", "", fault.NotFound},
		{org.UnitKind, "kommunledningskontoret", "Ekvalla kommun / Kommunledningskontoret", ""},
		{org.UnitKind, "Stab", "", fault.Ambiguous},
		{org.UnitKind, "ekvalla kommun / kommunledningskontoret / stab", "Ekvalla kommun / Kommunledningskontoret / Stab", ""},
		{org.UnitKind, "Förbundet", "Förbundet", ""}, // the one at the top: its name is its whole path
	} {
		r, err := p.Find(c.kind, c.s)
		refused(t, c.s, err, c.code)
		if got := ""; r != nil {
			if got = p.Exact(r.ID); got != c.want {
				t.Errorf("%q finds %q, want %q", c.s, got, c.want)
			}
		}
	}
	_, err := p.Find(system.Kind, "Lönesystemet")
	if err == nil || !strings.Contains(err.Error(), "Lönesystemet (SYS-0001), Kommunledningskontoret; Lönesystemet (SYS-0005)") {
		t.Errorf("%v doesn't tell them apart", err)
	}
}

// TestExactIsFoundAgain holds for all records but nameless ones and persons
// that share a name and have no address.
func TestExactIsFoundAgain(t *testing.T) {
	p := apptest.Open(t)
	office := named(t, p, org.UnitKind, "Kommunledningskontoret")
	apptest.Add(t, p, org.UnitKind, org.UnitName, "Ekvalla kommun", org.UnitParent, office.ID)
	apptest.Add(t, p, plan.Kind, plan.Name, "Journal i mobilen")
	apptest.Add(t, p, org.PersonKind, org.PersonName, "sara öberg", org.PersonEmail, "s@x.se")
	for _, k := range []*field.Kind{org.UnitKind, org.PersonKind, system.Kind, plan.Kind} {
		for _, r := range p.All(k) {
			if got, err := p.Find(k, p.Exact(r.ID)); err != nil || got.ID != r.ID {
				t.Errorf("%q finds %v, %v", p.Exact(r.ID), got, err)
			}
		}
	}
}

func TestParse(t *testing.T) {
	p := apptest.Open(t)
	anna, per, sara := named(t, p, org.PersonKind, "Anna Ek").ID, named(t, p, org.PersonKind, "Per-Åke Hägg").ID, named(t, p, org.PersonKind, "Sara Öberg").ID
	pay := named(t, p, system.Kind, "Lönesystemet")
	insats := named(t, p, plan.Kind, "Byte av diariesystem")
	cost := economy.Rows(p, pay.ID)[0]
	now, before := apptest.Today, apptest.Today.AddDays(-1)
	for _, c := range []struct {
		r    *field.Record
		f    *field.Field
		s    string
		want field.Value
		code fault.Code
	}{
		{pay, system.OwnerUnit.Field, "Ekvalla kommun", named(t, p, org.UnitKind, "Ekvalla kommun").ID, ""},
		{pay, system.OwnerUnit.Field, " ", nil, ""},
		{insats, plan.Client.Field, "Öberg, Sara", sara, ""},
		{insats, plan.Client.Field, "Ingen Alls", nil, fault.NotFound},
		{insats, plan.Systems.Field, "SYS-0001; hemtjänstplan;SYS-0001\nDiariet W3", []field.ID{pay.ID, p.ByRef("SYS-0002").ID, p.ByRef("SYS-0003").ID}, ""},
		{insats, plan.Systems.Field, "", nil, ""},
		{insats, plan.Systems.Field, "SYS-0001; borta", nil, fault.NotFound},
		{cost, economy.CostOwner.Field, "Diariet W3", p.ByRef("SYS-0003").ID, ""},
		{cost, economy.CostOwner.Field, "Journal i mobilen", p.ByRef("INS-2027-002").ID, ""},
		{cost, economy.CostOwner.Field, "Anna Ek", nil, fault.NotFound},
		{pay, system.SystemOwner.Field, "Anna Ek", []field.Holding{{Person: anna}}, ""},
		{pay, system.SystemOwner.Field, "Per-Åke Hägg", []field.Holding{{Person: anna, To: before}, {Person: per, From: now}}, ""},
		{pay, system.SystemOwner.Field, "Anna Ek och Sara Öberg", []field.Holding{{Person: anna}, {Person: sara, From: now}}, ""},
		{pay, system.SystemOwner.Field, "", []field.Holding{{Person: anna, To: before}}, ""},
		{pay, system.SystemOwner.Field, "vakant", []field.Holding{{Person: anna, To: before}}, ""},
		{pay, system.SystemOwner.Field, "–", []field.Holding{{Person: anna, To: before}}, ""},
		{pay, system.SystemOwner.Field, "N/A", []field.Holding{{Person: anna, To: before}}, ""},
		{pay, system.SystemOwner.Field, "12345", nil, fault.Invalid},
		{pay, system.SystemOwner.Field, "(vik)", nil, fault.Invalid},
		{pay, system.SystemOwner.Field, "Anna Eek", nil, fault.NotFound},
		{pay, system.SystemOwner.Field, "Fel Namn <sara.oberg@ekvalla.example>", []field.Holding{{Person: anna, To: before}, {Person: sara, From: now}}, ""},
		{pay, system.SystemOwner.Field, "Sara Öberg <annan@adress.se>", []field.Holding{{Person: anna, To: before}, {Person: sara, From: now}}, ""},
		{nil, system.SystemOwner.Field, "Anna Ek", []field.Holding{{Person: anna}}, ""},
		{insats, plan.Phase.Field, "Pågår", "execution", ""},
		{insats, plan.Phase.Field, "inte en fas", nil, fault.Invalid},
		{pay, system.OperationsBudget.Field, "1,5 mnkr", money.FromKronor(1_500_000), ""},
	} {
		v, err := p.Parse(c.r, c.f, c.s)
		refused(t, c.s, err, c.code)
		if c.code == "" && !field.Equal(v, c.want) {
			t.Errorf("%s %q is %v, want %v", c.f.Key, c.s, v, c.want)
		}
	}
}

func TestUnchangedTextOfASharedName(t *testing.T) {
	p := apptest.Open(t)
	for range 2 {
		apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim Ås")
	}
	kim := p.Named(org.PersonKind, "kim ås")[1]
	hs := []field.Holding{{Person: kim.ID}}
	r := apptest.Add(t, p, system.Kind, system.Name, "X", system.Manager, hs)
	v, err := p.Parse(r, system.Manager.Field, system.Manager.Exact(p, hs))
	if err != nil || !field.Equal(v, hs) {
		t.Errorf("%v, %v", v, err)
	}
	_, err = p.Parse(nil, system.Manager.Field, "Kim Ås")
	refused(t, "typed anew", err, fault.Ambiguous)
}

func TestKindNamed(t *testing.T) {
	for name, want := range map[string]*field.Kind{"system": system.Kind, "systems": system.Kind, "plan": plan.Kind, "insatser": plan.Kind, "kostnader": economy.CostKind, "skepp": nil} {
		if got := app.KindNamed(name); got != want {
			t.Errorf("%s is %v", name, got)
		}
	}
	if !slices.Contains(app.Kinds, frame.Kind) {
		t.Error("ramar are no kind")
	}
}

// TestDaysThatAreWrittenOfARoleAreItsDays: as the program itself writes them, and as people do.
func TestDaysThatAreWrittenOfARoleAreItsDays(t *testing.T) {
	p := apptest.Empty(t)
	anna := apptest.Add(t, p, org.PersonKind, org.PersonName, "Anna Ek").ID
	bo := apptest.Add(t, p, org.PersonKind, org.PersonName, "Bo Berg").ID
	day := func(m, d int) date.Date { return date.Of(2026, m, d) }
	type hs = []field.Holding
	for s, want := range map[string]hs{
		"Bo Berg":                            {{Person: anna, To: day(11, 20)}, {Person: bo, From: day(11, 21)}},
		"Bo Berg från 2026-12-01":            {{Person: anna}, {Person: bo, From: day(12, 1)}},
		"Anna Ek; Bo Berg från 2026-12-01":   {{Person: anna}, {Person: bo, From: day(12, 1)}},
		"Anna Ek t.o.m. 2026-11-30":          {{Person: anna, To: day(11, 30)}},
		"Anna Ek (2026-01-01–2026-12-31)":    {{Person: anna, From: day(1, 1), To: day(12, 31)}},
		"Bo Berg (från 2026-11-02)":          {{Person: anna, To: day(11, 20)}, {Person: bo, From: day(11, 2)}},
		"vakant":                             {{Person: anna, To: day(11, 20)}},
		"Anna Ek":                            {{Person: anna}},
		"tidigare Bo Berg":                   nil,
		"Bo Berg från 2026-12-01; Cilla Dal": nil,
		"Anna Ek; Bo Berg t.o.m. 2026-03-01": {{Person: anna}, {Person: bo, To: day(3, 1)}},
		"Anna Ek från 2026-11-21; Anna Ek":   {{Person: anna, From: day(11, 21)}},
	} {
		r := apptest.Add(t, p, system.Kind, system.Name, s, system.SystemOwner, hs{{Person: anna}})
		v, err := p.Parse(r, system.SystemOwner.Field, s)
		if got, _ := v.(hs); !slices.Equal(got, want) || (err != nil) != (want == nil) {
			t.Errorf("%q: %v, want %v: %v", s, got, want, err)
		}
		if want == nil && (fault.CodeOf(err) == "" || !strings.Contains(err.Error(), ".")) {
			t.Errorf("%q: %v", s, err)
		}
	}
}
