package report

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/frame"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/programme"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
)

// A report of a unit has what is the unit's, also when somebody asks what points at
// it, and nothing of kinds that belong to no unit.
func TestAUnitsReportHasOnlyWhatIsItsOwn(t *testing.T) {
	p := apptest.Open(t)
	here, there := p.Named(org.UnitKind, "Vård- och omsorgsförvaltningen")[0], p.Named(org.UnitKind, "Barn- och utbildningsförvaltningen")[0]
	apptest.Add(t, p, system.Kind, system.Name, "Delat", system.OwnerUnit, here.ID)
	sys := p.Named(system.Kind, "Delat")[0]
	for name, unit := range map[string]*field.Record{"Vår": here, "Deras": there} {
		apptest.Add(t, p, plan.Kind, plan.Name, name, plan.Unit, unit.ID, plan.Systems, []field.ID{sys.ID})
	}
	apptest.Add(t, p, frame.Kind, frame.Portfolio, "core", frame.Year, int64(2031), frame.Amount, money.Ore(1))
	w := Within(p, here.ID)
	if got := w.Pointing(plan.Systems.Field, sys.ID); len(got) != 1 || got[0].Name() != "Vår" {
		t.Errorf("%d insatser point at the system", len(got))
	}
	for _, k := range []*field.Kind{frame.Kind, settings.Kind, settings.FreeKind, field.NewKind(field.Kind{Name: "unheard"})} {
		if n := len(w.All(k)); n != 0 {
			t.Errorf("%d of %s, which no unit has", n, k.Name)
		}
	}
	if len(w.All(org.UnitKind)) != len(p.All(org.UnitKind)) || len(w.All(system.Kind)) == 0 || len(w.All(system.Kind)) == len(p.All(system.Kind)) {
		t.Error("the units aren't all there, or the systems all or none")
	}
}

// A report of another day, and of a unit, remembers what is worked out of what it is made of, not what
// is worked out of the portfolio, and still knows how that was before.
func TestAWorldForOneReportRemembersForItself(t *testing.T) {
	p := apptest.Open(t)
	here := p.Named(org.UnitKind, "Vård- och omsorgsförvaltningen")[0]
	for name, w := range map[string]World{"dated": dated{newUpon(p), p.Today().AddDays(9)}, "scoped": Within(p, here.ID)} {
		made := 0
		keep := w.(interface {
			Keep(key any, make func() any) any
		}).Keep
		for range 2 {
			keep("a", func() any { made++; return made })
		}
		if made != 1 {
			t.Errorf("%s: made %d times", name, made)
		}
		if got := p.Keep("a", func() any { return "the portfolio's" }); got != "the portfolio's" {
			t.Errorf("%s: the portfolio has %v", name, got)
		}
		first := p.All(system.Kind)[0]
		apptest.Put(t, p, first.ID, system.Name, "Ett "+name)
		if was, err := w.WhenGiven(t.Context(), first.ID, system.Name.Field, "Ett "+name); err != nil || was.Get(first.ID).Name() != "Ett "+name {
			t.Errorf("%s: %v", name, err)
		}
		apptest.Put(t, p, first.ID, system.Tags, "Viktigt")
		if got := field.TagSpelled(w, field.TagKey("viktigt")); got != "Viktigt" {
			t.Errorf("%s: the tag is %q", name, got)
		}
	}
}

// A portfölj's report has its insatser and ramar and what is of them, by themselves or by what
// refers to them; no systems, and nothing of other portföljer.
func TestAPortfoliosReportHasOnlyWhatIsItsOwn(t *testing.T) {
	p := apptest.Open(t)
	unit := p.Named(org.UnitKind, "Vård- och omsorgsförvaltningen")[0]
	mine, other := p.Model().Portfolios[0].Key, p.Model().Portfolios[1].Key
	sys := apptest.Add(t, p, system.Kind, system.Name, "Delat", system.OwnerUnit, unit.ID)
	var ids []field.ID
	for name, key := range map[string]string{"Vår": mine, "Deras": other, "Ingens": ""} {
		r := apptest.Add(t, p, plan.Kind, plan.Name, name, plan.Portfolio, key, plan.Systems, []field.ID{sys.ID})
		apptest.Add(t, p, economy.CostKind, economy.CostOwner, r.ID, economy.CostYear, int64(2027), economy.CostBudget, money.FromKronor(1000))
		ids = append(ids, r.ID)
	}
	apptest.Add(t, p, economy.CostKind, economy.CostOwner, sys.ID, economy.CostYear, int64(2027), economy.CostBudget, money.FromKronor(9000))
	for _, key := range []string{mine, other} {
		apptest.Add(t, p, frame.Kind, frame.Portfolio, key, frame.Year, int64(2027), frame.Amount, money.FromKronor(5000))
	}
	apptest.Add(t, p, programme.Kind, programme.Name, "Alla", programme.Initiatives, ids)
	meeting := apptest.Add(t, p, forum.MeetingKind, forum.MeetingName, "I november", forum.MeetingOf, apptest.Add(t, p, forum.Kind, forum.Name, "Nämndens forum", forum.Type, "it").ID, forum.MeetingOn, p.Today())
	for _, id := range ids {
		apptest.Add(t, p, forum.ItemKind, forum.ItemOf, meeting.ID, forum.ItemSubject, "Fråga", forum.ItemInitiative, id)
	}
	w := InPortfolio(p, mine)
	for k, want := range map[*field.Kind]int{plan.Kind: 1, economy.CostKind: 1, frame.Kind: 1, programme.Kind: 1, forum.ItemKind: 1, system.Kind: 0, settings.Kind: 0} {
		if got := len(w.All(k)); got != want {
			t.Errorf("%d of %s, want %d", got, k.Name, want)
		}
	}
	if got := w.Pointing(plan.Systems.Field, sys.ID); len(got) != 1 || got[0].Name() != "Vår" {
		t.Errorf("%d insatser point at the system", len(got))
	}
	if len(w.All(org.UnitKind)) != len(p.All(org.UnitKind)) {
		t.Error("the units aren't all there to be named")
	}
}
