package view_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
)

// TestEveryListIsToldOfWhatItShows: of each kind, whatever is changed in others; and what
// changes a list concerns it.
func TestEveryListIsToldOfWhatItShows(t *testing.T) {
	for _, k := range []*field.Kind{system.Kind, agreement.Kind, agreement.SupplierKind, agreement.CoverKind, org.PersonKind, org.UnitKind, plan.Kind, economy.CostKind} {
		for seed := range uint64(60) {
			l := newFollowed(t, k, seed)
			for range 25 {
				if !l.step(t) {
					break
				}
			}
			l.stop()
		}
	}
}

// followed is a list that is told of changes, with one like it that is always made anew.
type followed struct {
	rng       *rand.Rand
	p         *app.Portfolio
	list      *view.List
	show      view.Spec
	seed      uint64
	was       string
	concerned bool
	stop      func()
}

func newFollowed(t *testing.T, k *field.Kind, seed uint64) *followed {
	p := apptest.Open(t)
	a := apptest.Add(t, p, agreement.Kind, agreement.Name, "Avtal", agreement.State, agreement.Signed)
	for _, r := range p.All(system.Kind)[:2] {
		apptest.Add(t, p, agreement.CoverKind, agreement.CoverOf, a.ID, agreement.Covered, r.ID)
	}
	l := &followed{rng: rand.New(rand.NewPCG(seed, 4)), p: p, list: view.New(p, k), seed: seed}
	l.show = anySpec(l.rng, p, k)
	l.list.Show(l.show)
	l.was = everything(l.list)
	l.stop = p.Subscribe(func(e app.Event) {
		l.list.Changed(e.Version, e.Records)
		l.concerned = l.concerned || l.list.Concerns(e.Touches)
	})
	return l
}

// step makes a change; false when the list isn't as it should be after it.
func (l *followed) step(t *testing.T) bool {
	t.Helper()
	l.concerned = false
	what := anyChange(t, l.rng, l.p)
	anew := view.New(l.p, l.list.Kind())
	anew.Show(l.show)
	want := everything(anew)
	how := fmt.Sprintf("%s, seed %d, after %s, as %s", l.list.Kind().Name, l.seed, what, l.show.Encode(l.list.Kind()))
	if want != l.was && !l.concerned {
		t.Errorf("%s: it doesn't concern the list", how)
		return false
	}
	if l.was = want; l.rng.IntN(4) == 0 {
		return true // several before the list is looked at
	}
	if got := everything(l.list); got != want {
		t.Errorf("%s:\n%s\nwant\n%s", how, got, want)
		return false
	}
	return true
}

// anySpec is some way to show a list of a kind.
func anySpec(rng *rand.Rand, p *app.Portfolio, k *field.Kind) view.Spec {
	var fields []*field.Field
	for _, f := range p.Fields(k) {
		if !f.Hidden {
			fields = append(fields, f)
		}
	}
	column := func() field.Column { return field.Column{Field: fields[rng.IntN(len(fields))]} }
	s := view.Spec{Columns: []field.Column{column(), column(), column()}}
	for range rng.IntN(3) {
		s.Orders = append(s.Orders, view.Order{Column: column(), Desc: rng.IntN(2) == 0})
	}
	if c := column(); view.Groups(c.Field) {
		s.Group = c
	}
	f := view.Filter{Field: column().Field, Op: []view.Op{view.Lacks, view.Has, view.Among, view.Contains}[rng.IntN(4)], Text: "a"}
	if rel := view.Relations(k); len(rel) > 0 && f.Op != view.Contains && rng.IntN(2) == 0 {
		f.Field = rel[rng.IntN(len(rel))]
	}
	if f.Op == view.Among {
		f.Values = []string{""}
		if vs, _ := view.New(p, k).Values(field.Column{Field: f.Field}, nil); len(vs) > 0 {
			f.Values = append(f.Values, vs[rng.IntN(len(vs))].Key)
		}
	}
	switch rng.IntN(4) {
	case 0:
		s.Filters = []view.Filter{{Op: view.InUse}}
	case 1, 2:
		s.Filters = []view.Filter{f}
	}
	return s
}

// anyChange changes something of any kind, and says what; some changes are refused.
func anyChange(t *testing.T, rng *rand.Rand, p *app.Portfolio) string {
	t.Helper()
	pick := func(k *field.Kind) field.ID {
		if all := p.All(k); len(all) > 0 {
			return all[rng.IntN(len(all))].ID
		}
		return ""
	}
	set := func(f *field.Field, v field.Value) string {
		_, _ = p.Set(ctx, pick(f.Kind), field.Column{Field: f}, v)
		return "setting " + f.Kind.Name + "." + f.Key
	}
	kinds := []*field.Kind{agreement.Kind, agreement.SupplierKind, agreement.CoverKind, org.PersonKind, org.UnitKind, plan.Kind, economy.CostKind, system.Kind}
	k := kinds[rng.IntN(len(kinds))]
	switch rng.IntN(8) {
	case 0:
		return set(agreement.End.Field, apptest.Today.AddDays(rng.IntN(900)-200))
	case 1:
		_, _ = p.CreateAll(ctx, "Prov", []*field.Record{apptest.Record(p, agreement.CoverKind, agreement.CoverOf, pick(agreement.Kind), agreement.Covered, pick(system.Kind))})
		return "covering a system"
	case 2:
		return set(org.PersonLeft.Field, apptest.Today.AddDays(rng.IntN(20)-10))
	case 3:
		if len(p.All(k)) > 2 {
			_, _ = p.Delete(ctx, []field.ID{pick(k)})
		}
		return "removing of " + k.Name
	case 4, 5:
		fs := k.Pointers()
		if len(fs) == 0 {
			break
		}
		f := fs[rng.IntN(len(fs))]
		to := pick(f.Targets()[0])
		switch {
		case to == "":
		case f.IsHeld():
			return set(f, []field.Holding{{Person: to}})
		case f.IsList():
			return set(f, []field.ID{to})
		}
		return set(f, to)
	}
	return change(t, rng, p)
}

// TestAgreementsGroupedByWhatTheyCoverFollowItsName: that is said by others' records.
func TestAgreementsGroupedByWhatTheyCoverFollowItsName(t *testing.T) {
	p := apptest.Open(t)
	a := apptest.Add(t, p, agreement.Kind, agreement.Name, "Avtal", agreement.State, agreement.Signed)
	pay := p.All(system.Kind)[0].ID
	apptest.Add(t, p, agreement.CoverKind, agreement.CoverOf, a.ID, agreement.Covered, pay)
	l := view.New(p, agreement.Kind)
	l.Group(field.Column{Field: agreement.Things.Field})
	l.Lines()
	concerned := false
	defer p.Subscribe(func(e app.Event) { l.Changed(e.Version, e.Records); concerned = l.Concerns(e.Touches) })()
	apptest.Put(t, p, pay, system.Name, "Nya lön")
	if got, want := lines(l), "[Nya lön 1] Avtal"; got != want || !concerned {
		t.Errorf("%s, want %s; it concerns the list: %v", got, want, concerned)
	}
}
