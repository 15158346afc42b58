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
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
)

// TestAListThatIsToldOfChangesIsAsOneMadeAnew: whatever is changed, and however it is
// sorted, filtered, searched and grouped.
func TestAListThatIsToldOfChangesIsAsOneMadeAnew(t *testing.T) {
	for seed := range uint64(12) {
		rng := rand.New(rand.NewPCG(seed, 1))
		p := apptest.Open(t)
		told, show := view.New(p, system.Kind), spec(rng, p)
		told.Show(show)
		query := []string{"", "", "e", "an"}[rng.IntN(4)]
		told.Search(query)
		told.Rows()
		stop := p.Subscribe(func(e app.Event) { told.Changed(e.Version, e.Records) })
		for range 60 {
			what := change(t, rng, p)
			if rng.IntN(4) == 0 {
				continue // several before the list is looked at
			}
			anew := view.New(p, system.Kind)
			anew.Show(show)
			anew.Search(query)
			if got, want := everything(told), everything(anew); got != want {
				t.Fatalf("seed %d, after %s, as %s:\n%s\nwant\n%s", seed, what, show.Encode(system.Kind), got, want)
			}
		}
		stop()
	}
}

// TestAListFollowsWhatAnotherProgramWrites: one event tells of several entries, or of all
// that was read anew.
func TestAListFollowsWhatAnotherProgramWrites(t *testing.T) {
	for seed := range uint64(8) {
		rng := rand.New(rand.NewPCG(seed, 3))
		store := apptest.NewStore()
		theirs := apptest.OpenIn(t, store)
		ours, err := app.Open(ctx, apptest.Deps(store.Another()))
		if err != nil {
			t.Fatal(err)
		}
		told, show := view.New(ours, system.Kind), spec(rng, ours)
		told.Show(show)
		told.Rows()
		stop := ours.Subscribe(func(e app.Event) { told.Changed(e.Version, e.Records) })
		for i := range 25 {
			what := ""
			for range 1 + rng.IntN(3) {
				what = change(t, rng, theirs)
			}
			if i == 20 { // the file's history is another
				apptest.Put(t, theirs, theirs.All(org.PersonKind)[0].ID, org.PersonPhone, "19121212-1212", org.PersonPhone, "")
				if _, err := theirs.Erase(ctx, "19121212-1212", "prov"); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := ours.Follow(ctx); err != nil {
				t.Fatal(err)
			}
			if rng.IntN(3) == 0 {
				continue
			}
			anew := view.New(ours, system.Kind)
			anew.Show(show)
			if got, want := everything(told), everything(anew); got != want {
				t.Fatalf("seed %d, after %s, as %s:\n%s\nwant\n%s", seed, what, show.Encode(system.Kind), got, want)
			}
			if told.Total() != len(theirs.All(system.Kind)) {
				t.Fatalf("seed %d: %d systems, want %d", seed, told.Total(), len(theirs.All(system.Kind)))
			}
		}
		stop()
	}
}

// everything is all that a list shows.
func everything(l *view.List) string {
	s := lines(l)
	for _, c := range l.Columns() {
		total, ok := l.Sum(c)
		s += fmt.Sprintf(" %s=%d/%v", c.Field.Key, total, ok)
		for _, line := range l.Lines() {
			if line.Group != nil {
				sum, lacks, _ := l.SumOf(line.Group, c)
				s += fmt.Sprintf(" %d/%d", sum, lacks)
			}
		}
	}
	return s
}

func spec(rng *rand.Rand, p *app.Portfolio) view.Spec {
	var fields []*field.Field
	for _, f := range p.Fields(system.Kind) {
		if !f.Hidden {
			fields = append(fields, f)
		}
	}
	s := view.Spec{}
	for range rng.IntN(3) {
		s.Orders = append(s.Orders, view.Order{Column: field.Column{Field: fields[rng.IntN(len(fields))]}, Desc: rng.IntN(2) == 0})
	}
	if rng.IntN(2) == 0 {
		s.Filters = []view.Filter{{Field: fields[rng.IntN(len(fields))], Op: []view.Op{view.Lacks, view.Has}[rng.IntN(2)]}}
	}
	for rng.IntN(4) > 0 && s.Group.Field == nil {
		if f := fields[rng.IntN(len(fields))]; view.Groups(f) {
			s.Group = field.Column{Field: f}
		}
	}
	return s
}

// change makes a change that may show in a list of systems, and says what it was.
func change(t *testing.T, rng *rand.Rand, p *app.Portfolio) string {
	t.Helper()
	any := func(k *field.Kind) field.ID { all := p.All(k); return all[rng.IntN(len(all))].ID }
	persons := p.All(org.PersonKind)
	switch n := rng.IntN(11); {
	case n == 0 || len(p.All(system.Kind)) == 0 || len(persons) == 0:
		apptest.Add(t, p, system.Kind, system.Name, fmt.Sprintf("Nytt %d", rng.IntN(1000)))
		return "a new system"
	case n == 1:
		if len(p.All(system.Kind)) > 3 {
			if _, err := p.Delete(ctx, []field.ID{any(system.Kind)}); err != nil {
				t.Fatal(err)
			}
		}
		return "a system removed"
	case n == 2:
		apptest.Put(t, p, any(system.Kind), system.Name, fmt.Sprintf("%c byter", 'A'+rng.IntN(26)))
		return "a name"
	case n == 3:
		apptest.Put(t, p, any(system.Kind), system.SystemOwner, []field.Holding{{Person: persons[rng.IntN(len(persons))].ID}})
		return "an owner"
	case n == 4:
		apptest.Put(t, p, any(org.PersonKind), org.PersonName, fmt.Sprintf("%c Person", 'A'+rng.IntN(26)))
		return "a person's name"
	case n == 5:
		if _, err := p.CreateAll(ctx, "Prov", []*field.Record{apptest.Cost(p, any(system.Kind), 2027, economy.Operations, int64(rng.IntN(1000)))}); err != nil {
			t.Fatal(err)
		}
		return "a cost"
	case n == 6:
		apptest.Put(t, p, any(system.Kind), system.Users, int64(rng.IntN(9)), system.SupportEnd, apptest.Today.AddDays(rng.IntN(900)))
		return "a number and a day"
	case n == 7:
		apptest.Put(t, p, any(org.UnitKind), org.UnitName, fmt.Sprintf("%c Enhet", 'A'+rng.IntN(26)))
		return "a unit's name"
	case n == 8:
		if s := p.All(agreement.SupplierKind); len(s) > 0 {
			apptest.Put(t, p, s[rng.IntN(len(s))].ID, agreement.SupplierName, fmt.Sprintf("%c AB %d", 'A'+rng.IntN(26), rng.IntN(1000)))
		}
		return "a supplier's name"
	case n == 9:
		apptest.Put(t, p, settings.ID, settings.Department, fmt.Sprint(rng.IntN(1000)))
		return "a setting"
	default:
		if _, ok := p.CanUndo(); ok {
			if _, err := p.Undo(ctx); err != nil {
				t.Fatal(err)
			}
		}
		return "something undone"
	}
}

// TestAGroupIsCalledWhatItsPersonIsNow: also when she gets another name while it shows.
func TestAGroupIsCalledWhatItsPersonIsNow(t *testing.T) {
	p := apptest.Open(t)
	who := p.All(org.PersonKind)[0].ID
	for i, r := range p.All(system.Kind) {
		if i < 3 {
			apptest.Put(t, p, r.ID, system.SystemOwner, []field.Holding{{Person: who}})
		}
	}
	l := view.New(p, system.Kind)
	l.Group(field.Column{Field: system.SystemOwner.Field})
	l.Lines()
	defer p.Subscribe(func(e app.Event) { l.Changed(e.Version, e.Records) })()
	apptest.Put(t, p, who, org.PersonName, "Östen Ö")
	anew := view.New(p, system.Kind)
	anew.Group(field.Column{Field: system.SystemOwner.Field})
	if got, want := everything(l), everything(anew); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// TestARelationFilterFollowsWhatIsRemoved: what pointed here and is no more.
func TestARelationFilterFollowsWhatIsRemoved(t *testing.T) {
	for _, rel := range view.Relations(system.Kind) {
		for _, op := range []view.Op{view.Lacks, view.Has} {
			p := apptest.Open(t)
			l := view.New(p, system.Kind)
			l.SetFilters([]view.Filter{{Field: rel, Op: op}})
			l.Rows()
			stop := p.Subscribe(func(e app.Event) { l.Changed(e.Version, e.Records) })
			for range 3 {
				all := p.All(rel.Kind)
				if len(all) == 0 {
					break
				}
				id := all[0].ID
				if o := all[0].Owner(); o != "" {
					id = o
				}
				if _, err := p.Delete(ctx, []field.ID{id}); err != nil {
					t.Log(rel.Kind.Name, rel.Key, err)
				}
				anew := view.New(p, system.Kind)
				anew.SetFilters([]view.Filter{{Field: rel, Op: op}})
				if got, want := everything(l), everything(anew); got != want {
					t.Errorf("%s.%s %s: %d rows, want %d", rel.Kind.Name, rel.Key, op, len(l.Rows()), len(anew.Rows()))
				}
			}
			stop()
		}
	}
}
