package org_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

func person(t *testing.T, p *app.Portfolio, name string, left date.Date) field.ID {
	t.Helper()
	return apptest.Add(t, p, org.PersonKind, org.PersonName, name, org.PersonLeft, left).ID
}

func handOver(p *app.Portfolio, h org.HandOver) (app.Entry, error) {
	return p.Do(context.Background(), h.Do)
}

// days of 2026 about today, the 21st of November.
var (
	spring, lastWeek, yesterday = date.Of(2026, 3, 1), date.Of(2026, 11, 14), date.Of(2026, 11, 20)
	today, newYear, summer      = apptest.Today, date.Of(2027, 1, 1), date.Of(2027, 7, 1)
)

func TestWhoHandsOverKeepsTheTimeAndTheOtherHasTheRest(t *testing.T) {
	type hs = []field.Holding
	h := func(who field.ID, from, to date.Date) field.Holding {
		return field.Holding{Person: who, From: from, To: to}
	}
	for name, c := range map[string]struct {
		before hs
		on     date.Date
		nobody bool
		after  hs // nil: there is nothing to hand over
	}{
		"always held, from today":          {hs{h("a", 0, 0)}, today, false, hs{h("a", 0, yesterday), h("b", today, 0)}},
		"from a day to come":               {hs{h("a", spring, 0)}, newYear, false, hs{h("a", spring, newYear.AddDays(-1)), h("b", newYear, 0)}},
		"from a day that has been":         {hs{h("a", spring, 0)}, lastWeek, false, hs{h("a", spring, lastWeek.AddDays(-1)), h("b", lastWeek, 0)}},
		"for as long as it was to last":    {hs{h("a", spring, summer)}, today, false, hs{h("a", spring, yesterday), h("b", today, summer)}},
		"held since the very day":          {hs{h("a", today, 0)}, today, false, hs{h("b", today, 0)}},
		"begins later":                     {hs{h("a", newYear, 0)}, today, false, hs{h("b", newYear, 0)}},
		"has ended":                        {hs{h("a", 0, spring)}, today, false, nil},
		"has ended, but not by the day":    {hs{h("a", 0, yesterday)}, lastWeek, false, nil},
		"ends before the day":              {hs{h("a", 0, newYear)}, summer, false, nil},
		"ended, and held again":            {hs{h("a", 0, spring), h("a", lastWeek, 0)}, today, false, hs{h("a", 0, spring), h("a", lastWeek, yesterday), h("b", today, 0)}},
		"one of several":                   {hs{h("c", 0, 0), h("a", spring, 0), h("d", newYear, 0)}, today, false, hs{h("c", 0, 0), h("a", spring, yesterday), h("b", today, 0), h("d", newYear, 0)}},
		"the other holds it":               {hs{h("a", spring, 0), h("b", 0, 0)}, today, false, hs{h("a", spring, yesterday), h("b", 0, 0)}},
		"the other holds it for some time": {hs{h("a", spring, 0), h("b", 0, newYear)}, today, false, hs{h("a", spring, yesterday), h("b", 0, 0)}},
		"the other is to hold it":          {hs{h("b", newYear, 0), h("a", spring, 0)}, today, false, hs{h("b", today, 0), h("a", spring, yesterday)}},
		"the other held it before":         {hs{h("b", 0, spring), h("a", lastWeek, 0)}, today, false, hs{h("b", 0, spring), h("a", lastWeek, yesterday), h("b", today, 0)}},
		"to nobody":                        {hs{h("a", spring, 0), h("c", 0, 0)}, today, true, hs{h("a", spring, yesterday), h("c", 0, 0)}},
		"what begins later, to nobody":     {hs{h("a", newYear, 0)}, today, true, hs{}},
	} {
		p := apptest.Empty(t)
		ids := map[field.ID]field.ID{}
		for _, who := range []field.ID{"a", "b", "c", "d"} {
			ids[who] = person(t, p, strings.ToUpper(string(who)), 0)
		}
		of := func(in hs) hs {
			out := slices.Clone(in)
			for i := range out {
				out[i].Person = ids[out[i].Person]
			}
			return out
		}
		sys := apptest.Add(t, p, system.Kind, system.Name, "Lön", system.SystemOwner, of(c.before))
		h := org.HandOver{From: ids["a"], To: ids["b"], On: c.on}
		if c.nobody {
			h.To = ""
		}
		if _, err := handOver(p, h); (err != nil) != (c.after == nil) {
			t.Errorf("%s: %v", name, err)
		}
		want := c.after
		if want == nil {
			want = c.before
		}
		if got := system.SystemOwner.Get(p.Get(sys.ID)); !slices.Equal(got, of(want)) {
			t.Errorf("%s: %v, want %v", name, got, of(want))
		}
	}
}

// TestWhoHasLeftHeldNothingAfterThat: what is handed over late was held until the last day.
func TestWhoHasLeftHeldNothingAfterThat(t *testing.T) {
	for name, c := range map[string]struct{ left, from, until date.Date }{
		"left a week ago":          {lastWeek, spring, lastWeek},
		"left yesterday":           {yesterday, spring, yesterday},
		"leaves today":             {today, spring, yesterday},
		"leaves later":             {newYear, spring, yesterday},
		"given it after that":      {spring, lastWeek, yesterday},
		"left the day it was hers": {lastWeek, lastWeek, lastWeek},
	} {
		p := apptest.Empty(t)
		anna, bo := person(t, p, "Anna Ek", c.left), person(t, p, "Bo Berg", 0)
		sys := apptest.Add(t, p, system.Kind, system.Name, "Lön", system.SystemOwner, []field.Holding{{Person: anna, From: c.from}})
		if _, err := handOver(p, org.HandOver{From: anna, To: bo}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		want := []field.Holding{{Person: anna, From: c.from, To: c.until}, {Person: bo, From: today}}
		if got := system.SystemOwner.Get(p.Get(sys.ID)); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

func TestAllThatAPersonHoldsIsHandedOverInOneEntry(t *testing.T) {
	p := apptest.Open(t)
	anna, bo := p.Named(org.PersonKind, "Anna Ek")[0].ID, person(t, p, "Bo Berg", 0)
	held := []field.Holding{{Person: anna}}
	pay := p.ByRef("SYS-0001")
	apptest.Put(t, p, pay.ID, system.Manager, held)
	deal := apptest.Add(t, p, agreement.Kind, agreement.Name, "Löneavtalet", agreement.Manager, held)
	phase := func(s governance.Stage) string { return apptest.Phases[s] }
	led := apptest.Add(t, p, plan.Kind, plan.Name, "Ny lön", plan.Phase, phase(governance.Running), plan.Manager, anna, plan.BenefitOwner, anna)
	done := apptest.Add(t, p, plan.Kind, plan.Name, "Gammal lön", plan.Phase, phase(governance.Done), plan.Manager, anna, plan.BenefitOwner, anna)
	said := apptest.Add(t, p, governance.DecisionKind, governance.DecisionOf, led.ID, governance.DecisionType, governance.Decided, governance.DecisionOn, spring, governance.DecisionBy, anna)

	h := org.HandOver{From: anna, To: bo, Left: newYear}
	preview, err := h.Preview(p)
	if err != nil || len(preview) != 7 { // the last that she has left
		t.Fatalf("%d changes: %v", len(preview), err)
	}
	if org.CountHeld(p, anna) != 6 {
		t.Errorf("Anna holds %d", org.CountHeld(p, anna))
	}
	e, err := handOver(p, h)
	if err != nil {
		t.Fatal(err)
	}
	if want := "Överlämnat: 6 roller från Anna Ek till Bo Berg"; e.Label != want {
		t.Errorf("%q, want %q", e.Label, want)
	}
	if n := org.CountHeld(p, anna); n != 0 {
		t.Errorf("Anna still holds %d", n)
	}
	for what, ok := range map[string]bool{
		"the system":          slices.Equal(system.SystemOwner.Get(p.Get(pay.ID)), []field.Holding{{Person: anna, To: yesterday}, {Person: bo, From: today}}),
		"the agreement":       slices.Equal(agreement.Manager.Get(p.Get(deal.ID)), []field.Holding{{Person: anna, To: yesterday}, {Person: bo, From: today}}),
		"the insats":          plan.Manager.Get(p.Get(led.ID)) == bo && plan.BenefitOwner.Get(p.Get(led.ID)) == bo,
		"the one that is led": plan.Manager.Get(p.Get(done.ID)) == anna && plan.BenefitOwner.Get(p.Get(done.ID)) == bo,
		"the decision":        governance.DecisionBy.Get(p.Get(said.ID)) == anna,
		"who left":            org.PersonLeft.Get(p.Get(anna)) == newYear,
	} {
		if !ok {
			t.Errorf("%s isn't as it should be", what)
		}
	}
	if _, err := p.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	if org.CountHeld(p, anna) != 6 || org.CountHeld(p, bo) != 0 || !org.PersonLeft.Get(p.Get(anna)).IsZero() {
		t.Error("one undo doesn't take it all back")
	}
}

func TestSomeRolesOrSomeRecordsAreHandedOver(t *testing.T) {
	p := apptest.Open(t)
	anna, bo := p.Named(org.PersonKind, "Anna Ek")[0].ID, person(t, p, "Bo Berg", 0)
	held := []field.Holding{{Person: anna}}
	one, two := p.ByRef("SYS-0001").ID, p.ByRef("SYS-0003").ID
	for _, id := range []field.ID{one, two} {
		apptest.Put(t, p, id, system.SystemOwner, held)
		apptest.Put(t, p, id, system.Manager, held)
	}
	left := func(h org.HandOver) (out []string) {
		t.Helper()
		h.From, h.To = anna, bo
		if _, err := handOver(p, h); err != nil {
			t.Fatal(err)
		}
		for _, e := range org.Engaged(p, anna) {
			if e.Standing == org.Now {
				out = append(out, e.Field.Label+" "+e.Record.Ref)
			}
		}
		return out
	}
	if got := left(org.HandOver{Fields: []*field.Field{system.SystemOwner.Field}}); !slices.Equal(got, []string{"Systemförvaltare SYS-0001", "Systemförvaltare SYS-0003"}) {
		t.Errorf("after the owners, %q are left", got)
	}
	if got := left(org.HandOver{Records: []field.ID{two}}); !slices.Equal(got, []string{"Systemförvaltare SYS-0001"}) {
		t.Errorf("after the one system, %q are left", got)
	}
}

func TestWhatCannotBeHandedOverIsRefusedInASentence(t *testing.T) {
	p := apptest.Open(t)
	anna := p.Named(org.PersonKind, "Anna Ek")[0].ID
	bo, gone, leaving := person(t, p, "Bo Berg", 0), person(t, p, "Cia Dal", yesterday), person(t, p, "Dag Ek", newYear)
	for want, h := range map[string]org.HandOver{
		"Anna Ek kan inte lämna över till sig själv.":                      {From: anna, To: anna},
		"Cia Dal har slutat (2026-11-20) och kan inte ta över.":            {From: anna, To: gone},
		"Cia Dal har slutat (2026-11-20) och kan inte ta över. ":           {From: anna, To: gone, On: lastWeek},
		"Dag Ek slutar 2027-01-01, före 2027-07-01, och kan inte ta över.": {From: anna, To: leaving, On: summer},
		"Bo Berg har inget att lämna över. ":                               {From: bo, To: anna},
		"Bo Berg har inget att lämna över av det som är valt.":             {From: bo, To: anna, Fields: []*field.Field{system.SystemOwner.Field}},
		"finns inte längre":    {From: anna, To: "borta"},
		"Den som skulle lämna": {From: p.ByRef("SYS-0001").ID, To: bo},
	} {
		before := p.Version()
		_, err := handOver(p, h)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "Inget har ändrats.") || fault.CodeOf(err) == fault.Internal {
			t.Errorf("%v, want %q", err, want)
		}
		if p.Version() != before {
			t.Errorf("%q has changed something", want)
		}
	}
	if _, err := handOver(p, org.HandOver{From: anna, To: leaving}); err != nil {
		t.Errorf("one who leaves later may take over until then: %v", err)
	}
}

// Whatever is held, and whenever: afterwards no role is the first's from the day, and what
// others hold, and what the first held before the day, is as it was.
func TestAfterAHandoverNothingIsHeldAndNothingElseHasChanged(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	day := func() date.Date { return today.AddDays(rng.IntN(41) - 20) }
	for try := range 300 {
		p := apptest.Empty(t)
		var who []field.ID
		for i := range 4 {
			who = append(who, person(t, p, fmt.Sprintf("Kim %c", 'A'+i), 0))
		}
		for i := range 3 {
			var hs []field.Holding
			for _, id := range who { // each at most twice, apart
				if from := day(); rng.IntN(3) > 0 {
					hs = append(hs, field.Holding{Person: id, To: from})
					if rng.IntN(2) > 0 {
						hs = append(hs, field.Holding{Person: id, From: from.AddDays(1 + rng.IntN(5))})
					}
				}
			}
			rng.Shuffle(len(hs), func(i, j int) { hs[i], hs[j] = hs[j], hs[i] })
			apptest.Add(t, p, system.Kind, system.Name, fmt.Sprintf("S%d", i), system.SystemOwner, hs)
		}
		h := org.HandOver{From: who[0], To: who[1], On: day()}
		if rng.IntN(4) == 0 {
			h.To = ""
		}
		was := map[field.ID][]field.Holding{}
		for _, s := range p.All(system.Kind) {
			was[s.ID] = system.SystemOwner.Get(s)
		}
		if _, err := handOver(p, h); err != nil {
			continue
		}
		for _, s := range p.All(system.Kind) {
			is := system.SystemOwner.Get(s)
			for d := today.AddDays(-30); d < today.AddDays(30); d = d.AddDays(1) {
				if d < h.On || d < today { // what had ended is left
					continue
				}
				if slices.Contains(field.Holders(is, d), h.From) {
					t.Fatalf("%d: %v is still held on %s: %v became %v", try, s.Name(), d, was[s.ID], is)
				}
				held := slices.Contains(field.Holders(was[s.ID], d), h.From) || slices.Contains(field.Holders(was[s.ID], d), who[1])
				if has := slices.Contains(field.Holders(is, d), who[1]); h.To != "" && has != held {
					t.Fatalf("%d: the other holds %v on %s: %t: %v became %v", try, s.Name(), d, has, was[s.ID], is)
				}
			}
			for d := today.AddDays(-30); d < today.AddDays(30); d = d.AddDays(1) {
				for i, id := range who {
					if i == 1 && h.To != "" || i == 0 && d >= h.On {
						continue
					}
					if slices.Contains(field.Holders(was[s.ID], d), id) != slices.Contains(field.Holders(is, d), id) {
						t.Fatalf("%d: %d is another on %s: %v became %v", try, i, d, was[s.ID], is)
					}
				}
				if n := len(field.Holders(is, d)); n != len(slices.Compact(slices.Sorted(slices.Values(field.Holders(is, d))))) {
					t.Fatalf("%d: somebody holds it twice on %s: %v", try, d, is)
				}
			}
		}
	}
}
