package field_test

import (
	"math"
	"slices"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// forms are values of each Go type that fields hold.
var forms = []field.Value{
	"a", "0", "null", "rad\nrad", " å ",
	int64(0), int64(-1), int64(math.MaxInt64), int64(math.MinInt64),
	money.Ore(0), money.Ore(-1), money.Ore(math.MaxInt64),
	date.Of(1, 1, 1), date.Of(2028, 2, 29), date.Of(9999, 12, 31),
	true, false,
	field.ID("x-1"), []field.ID{"a", "b"},
	[]field.Holding{{Person: "a"}, {Person: "b", From: 20260101, To: 20261231}},
}

// samples are values of the field's type.
func samples(f *field.Field) (out []field.Value) {
	for _, v := range forms {
		if f.Accepts(v) {
			out = append(out, v)
		}
	}
	return out
}

func TestEncodeReadsBack(t *testing.T) {
	for _, k := range app.Kinds {
		for _, f := range k.Stored() {
			for _, v := range append(samples(f), nil) {
				got, err := field.Decode(f, field.Encode(v))
				if err != nil || !field.Equal(got, v) || !f.Accepts(got) {
					t.Errorf("%s.%s: %#v came back as %#v, %v", k.Name, f.Key, v, got, err)
				}
			}
		}
	}
}

func TestDecodeRefusesWhatIsDamaged(t *testing.T) {
	for f, texts := range map[*field.Field][]string{
		system.Users.Field:          {"x", "1.5", "99999999999999999999"},
		plan.BenefitPerYear.Field:   {"1 kr"},
		system.SupportEnd.Field:     {"2027-02-30", "2027-13-01", "20270101", "2027-1-001", "0000-01-01", "igår"},
		system.ClassifiedYear.Field: {"ja"},
		system.SystemOwner.Field:    {"{", `"a"`},
		plan.Systems.Field:          {"[1]"},
	} {
		for _, s := range texts {
			if v, err := field.Decode(f, s); err == nil {
				t.Errorf("%s reads %q as %v", f.Key, s, v)
			}
		}
	}
}

func TestAccepts(t *testing.T) {
	for _, f := range []*field.Field{system.Name.Field, system.Users.Field, plan.BenefitPerYear.Field, plan.Start.Field, system.ClassifiedYear.Field, plan.Client.Field, system.SystemOwner.Field, plan.Systems.Field} {
		for _, g := range []*field.Field{system.Name.Field, system.Users.Field, plan.BenefitPerYear.Field, plan.Start.Field, system.ClassifiedYear.Field, plan.Client.Field, system.SystemOwner.Field, plan.Systems.Field} {
			if got := f.Accepts(samples(g)[0]); got != (f == g) {
				t.Errorf("%s accepts %T: %v", f.Key, samples(g)[0], got)
			}
		}
		if !f.Accepts(nil) {
			t.Errorf("%s doesn't accept nothing", f.Key)
		}
	}
}

func TestShowAndExact(t *testing.T) {
	p := apptest.Open(t)
	anna, per := p.Named(org.PersonKind, "Anna Ek")[0].ID, p.Named(org.PersonKind, "Per-Åke Hägg")[0].ID
	office, pay := p.Named(org.UnitKind, "Kommunledningskontoret")[0].ID, p.ByRef("SYS-0001").ID
	apptest.Add(t, p, system.Kind, system.Name, "Lönesystemet")
	const nb = "\u00a0"
	for _, c := range []struct {
		f           *field.Field
		v           field.Value
		show, exact string
	}{
		{system.Name.Field, "Löner", "Löner", "Löner"},
		{system.Users.Field, int64(1234567), "1" + nb + "234" + nb + "567", "1234567"},
		{system.Users.Field, int64(0), "0", "0"},
		{system.Users.Field, int64(math.MaxInt64), "9223372036854775807", "9223372036854775807"},
		{system.RetireYear.Field, int64(2030), "2030", "2030"},
		{system.Confidentiality.Field, int64(0), "0", "0"},
		{plan.BenefitPerYear.Field, money.Ore(123450), "1" + nb + "235", "1" + nb + "234,50"},
		{system.Lifecycle.Field, "maintained", "I drift", "I drift"},
		{system.Lifecycle.Field, "okänd", "okänd", "okänd"},
		{plan.Phase.Field, "idea", "Idé", "Idé"},
		{system.ClassifiedYear.Field, false, "Nej", "Nej"},
		{plan.Start.Field, date.Of(2027, 2, 1), "2027-02-01", "2027-02-01"},
		{plan.Unit.Field, office, "Kommunledningskontoret", "Ekvalla kommun / Kommunledningskontoret"},
		{plan.Unit.Field, field.ID("borta"), "", ""},
		{plan.Systems.Field, []field.ID{pay, "borta", p.ByRef("SYS-0002").ID}, "Lönesystemet; HemtjänstPlan", "Lönesystemet (SYS-0001); HemtjänstPlan"},
		{system.Manager.Field, []field.Holding{{Person: anna, To: apptest.Today.AddDays(-1)}, {Person: per, To: apptest.Today}, {Person: anna, From: apptest.Today.AddDays(1)}}, "Per-Åke Hägg", "Per-Åke Hägg"},
		{system.Name.Field, nil, "", ""},
		{system.Manager.Field, []field.Holding{}, "", ""},
	} {
		if show, exact := c.f.Show(p, c.v), c.f.Exact(p, c.v); show != c.show || exact != c.exact {
			t.Errorf("%s %v: shown %q, want %q; exactly %q, want %q", c.f.Key, c.v, show, c.show, exact, c.exact)
		}
	}
	if o, ok := plan.Phase.OptionOf(p, "execution"); !ok || o.Tone != field.Good {
		t.Errorf("option %+v", o)
	}
	if _, ok := system.Confidentiality.OptionOf(p, int64(9)); ok {
		t.Error("level 9 is an option")
	}
}

func TestSucceed(t *testing.T) {
	const today, yesterday, before, later = date.Date(20261121), date.Date(20261120), date.Date(20250101), date.Date(20270101)
	type hs = []field.Holding
	for _, c := range []struct {
		name string
		now  hs
		who  []field.ID
		want hs
	}{
		{"the first is since nobody knows", nil, []field.ID{"a"}, hs{{Person: "a"}}},
		{"nobody", nil, nil, nil},
		{"stays", hs{{Person: "a", From: before}}, []field.ID{"a"}, hs{{Person: "a", From: before}}},
		{"is followed", hs{{Person: "a"}}, []field.ID{"b"}, hs{{Person: "a", To: yesterday}, {Person: "b", From: today}}},
		{"gets company", hs{{Person: "a"}}, []field.ID{"b", "a"}, hs{{Person: "a"}, {Person: "b", From: today}}},
		{"leaves it", hs{{Person: "a", From: before}}, nil, hs{{Person: "a", From: before, To: yesterday}}},
		{"a slip of today", hs{{Person: "a", To: yesterday}, {Person: "b", From: today}}, []field.ID{"c"}, hs{{Person: "a", To: yesterday}, {Person: "c", From: today}}},
		{"history is kept", hs{{Person: "a", From: before, To: before}}, []field.ID{"a"}, hs{{Person: "a", From: before, To: before}, {Person: "a", From: today}}},
		{"a coming one is kept", hs{{Person: "a"}, {Person: "b", From: later}}, []field.ID{"c"}, hs{{Person: "a", To: yesterday}, {Person: "b", From: later}, {Person: "c", From: today}}},
		{"each once", nil, []field.ID{"a", "a"}, hs{{Person: "a"}}},
		{"an agreed end is moved up", hs{{Person: "a", To: later}}, []field.ID{"b"}, hs{{Person: "a", To: yesterday}, {Person: "b", From: today}}},
	} {
		given := slices.Clone(c.now)
		if got := field.Succeed(c.now, c.who, today); !slices.Equal(got, c.want) {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
		if !slices.Equal(c.now, given) {
			t.Errorf("%s: changed what it was given", c.name)
		}
	}
}

func TestHoldersByDay(t *testing.T) {
	h := []field.Holding{{Person: "a", From: 20260101, To: 20260630}, {Person: "b", From: 20260630}, {Person: "c", To: 20251231}}
	for d, want := range map[date.Date][]field.ID{20251231: {"c"}, 20260101: {"a"}, 20260630: {"a", "b"}, 20260701: {"b"}} {
		if got := field.Holders(h, d); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", d, got, want)
		}
	}
}
