package app_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
)

func TestBegin(t *testing.T) {
	store := apptest.NewStore()
	_, err := app.Begin(ctx, apptest.Deps(store), app.Beginning{Model: []byte("ingen modell")})
	refused(t, "no model", err, fault.Unreadable)
	p := apptest.Begin(t, store, apptest.Model())
	if got := settings.Name.Get(p.Settings()); got != "Ekvalla kommun" || p.Model().Name != "Liten modell" || p.Who() != "Anna Ek" || p.Info().ReadOnly {
		t.Errorf("%q %q", got, p.Model().Name)
	}
	_, err = app.Begin(ctx, apptest.Deps(store), app.Beginning{Municipality: "Annan", Model: apptest.Model()})
	refused(t, "where there is one", err, fault.Conflict)
	if err := p.Check(ctx); err != nil {
		t.Error(err)
	}
	if err := p.Close(); err != nil {
		t.Error(err)
	}
}

func TestWithoutSettings(t *testing.T) {
	d := apptest.Deps(apptest.NewStore())
	d.Today, d.NewID = nil, nil
	p, err := app.Open(ctx, d)
	if err != nil {
		t.Fatal(err)
	}
	if p.Settings() == nil || p.Model() == nil || len(p.Options(plan.Phase.Field)) != 0 || !p.LastChange().IsZero() {
		t.Error("an empty store has a model or a change")
	}
	if one, other := p.NewID(), p.NewID(); p.Today() != date.FromTime(apptest.Clock) || one == other {
		t.Errorf("today %s", p.Today())
	}
}

func TestPlanYear(t *testing.T) {
	for _, c := range []struct {
		today date.Date
		set   int64
		want  int
	}{
		{date.Of(2026, 1, 1), 0, 2026}, {date.Of(2026, 6, 30), 0, 2026}, {date.Of(2026, 7, 1), 0, 2027}, {date.Of(2026, 12, 31), 0, 2027}, {date.Of(2026, 12, 31), 2025, 2025},
	} {
		d := apptest.Deps(apptest.NewStore())
		d.Today = func() date.Date { return c.today }
		p, err := app.Begin(ctx, d, app.Beginning{Model: apptest.Model()})
		if err != nil {
			t.Fatal(err)
		}
		if c.set != 0 {
			apptest.Put(t, p, settings.ID, settings.PlanYear, c.set)
		}
		if got := p.PlanYear(); got != c.want {
			t.Errorf("%s, set %d: %d", c.today, c.set, got)
		}
		r := apptest.Add(t, p, plan.Kind, plan.Name, "X")
		if want := fmt.Sprintf("INS-%d-001", c.want); r.Ref != want {
			t.Errorf("reference %s, want %s", r.Ref, want)
		}
		if got := (field.Column{Field: plan.InvestmentBudget.Field}).Phrase(p); got != fmt.Sprint("Investeringsbudget ", c.want) {
			t.Errorf("heading %q", got)
		}
	}
}

func TestTheModelMayBeEdited(t *testing.T) {
	p := apptest.Open(t)
	label := func(key string) string {
		for _, o := range p.Options(plan.Phase.Field) {
			if o.Key == key {
				return o.Label
			}
		}
		return ""
	}
	if label("proposal") != "Förslag" {
		t.Fatalf("phases %v", p.Options(plan.Phase.Field))
	}
	edited := strings.Replace(string(apptest.Model()), "Förslag", "Ansökan", 1)
	apptest.Put(t, p, settings.ID, settings.Model, edited)
	r := named(t, p, plan.Kind, "Byte av diariesystem")
	if got := plan.Phase.Show(p, plan.Phase.Get(r)); got != "Ansökan" || label("proposal") != "Ansökan" {
		t.Errorf("shown as %q", got)
	}
	v, err := p.Parse(r, plan.Phase.Field, "ansökan")
	if err != nil || v != "proposal" {
		t.Errorf("%v %v", v, err)
	}
	es, _ := p.Journal(ctx, app.Query{Limit: 1})
	if _, err := p.TakeBack(ctx, es[0].Number); err != nil || label("proposal") != "Förslag" {
		t.Errorf("taken back it is %q, %v", label("proposal"), err)
	}
	apptest.Put(t, p, settings.ID, settings.Model, strings.Replace(edited, `"key": "proposal"`, `"key": "application"`, 1))
	if got := plan.Phase.Show(p, plan.Phase.Get(r)); got != "proposal" {
		t.Errorf("a phase that is gone is shown as %q", got)
	}
	if got := p.Options(system.Lifecycle.Field); len(got) != len(system.Lifecycle.Options) {
		t.Errorf("options of a field without a list: %v", got)
	}
}

func TestFreeFields(t *testing.T) {
	store := apptest.NewStore()
	p := apptest.OpenIn(t, store)
	if p.FieldOf(system.Kind, "x_rum") != nil {
		t.Fatal("there before it is made")
	}
	def := apptest.Add(t, p, settings.FreeKind, settings.FreeLabel, "Rum", settings.FreeOf, "system", settings.FreeKey, "x_rum")
	f := p.FieldOf(system.Kind, "x_rum")
	if f == nil || f.Label != "Rum" || !f.Free() || p.FieldOf(plan.Kind, "x_rum") != nil || p.FieldOf(system.Kind, "name") != system.Name.Field {
		t.Fatalf("field %+v", f)
	}
	id := named(t, p, system.Kind, "Lönesystemet").ID
	apptest.Add(t, p, settings.FreeKind, settings.FreeLabel, "Skåp", settings.FreeOf, "system", settings.FreeKey, "x_skap")
	if _, err := p.SetTexts(ctx, id, []app.Assignment{
		{Column: field.Column{Field: f}, Text: "Källaren\nhylla 3"}, {Column: field.Column{Field: p.FieldOf(system.Kind, "x_skap")}, Text: "7"},
	}); err != nil {
		t.Fatal(err)
	}
	p = apptest.Again(t, store)
	f = p.FieldOf(system.Kind, "x_rum")
	if got := f.Value(p, p.Get(id), 0); got != "Källaren\nhylla 3" || f.Exact(p, got) != got {
		t.Errorf("value %q", got)
	}
	if all := p.Fields(system.Kind); all[len(all)-1].Key != "x_skap" || len(all) != len(system.Kind.Fields())+2 {
		t.Errorf("%d fields", len(all))
	}
	l := view.New(p, system.Kind)
	l.SetFilters([]view.Filter{{Field: f, Op: view.Lacks}})
	if got := len(l.Rows()); got != 3 {
		t.Errorf("%d without a room", got)
	}
	if _, err := p.SetText(ctx, id, field.Column{Field: f}, ""); err != nil || f.Value(p, p.Get(id), 0) != nil {
		t.Errorf("cleared: %v %v", f.Value(p, p.Get(id), 0), err)
	}
	if _, err := p.Undo(ctx); err != nil || f.Value(p, p.Get(id), 0) == nil {
		t.Errorf("undone: %v", err)
	}
	if _, err := p.Delete(ctx, []field.ID{def.ID}); err != nil || p.FieldOf(system.Kind, "x_rum") != nil {
		t.Errorf("the field is left: %v", err)
	}
}

func TestJournalTellsWhatWasDone(t *testing.T) {
	p := apptest.Open(t)
	id := named(t, p, system.Kind, "Lönesystemet").ID
	apptest.Put(t, p, id, system.Users, int64(40))
	if _, err := p.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	es, err := p.Journal(ctx, app.Query{Record: id, Limit: 2})
	if err != nil || len(es) != 2 || es[0].Undoes != es[1].Number || es[1].Label != "Användare för Lönesystemet" || es[1].Who != "Anna Ek" {
		t.Fatalf("%+v %v", es, err)
	}
	if c := es[1].Changes[0]; c.Before != nil || c.After != int64(40) || c.Field != system.Users.Field {
		t.Errorf("change %+v", c)
	}
	if !p.LastChange().Equal(es[0].At) || es[0].At.Location() != time.UTC {
		t.Errorf("last change %s, entry %s", p.LastChange(), es[0].At)
	}
	r := p.Get(id)
	if r.Changed <= r.Created || r.Changed != es[0].At.Format(time.RFC3339) {
		t.Errorf("created %s, changed %s", r.Created, r.Changed)
	}
}

// TestReadersDuringWrites is for the race detector: readers see whole
// entries while others write.
func TestReadersDuringWrites(t *testing.T) {
	p := apptest.Open(t)
	pay := named(t, p, system.Kind, "Lönesystemet").ID
	const rounds = 40
	var all sync.WaitGroup
	done := make(chan struct{})
	defer p.Subscribe(func(e app.Event) { _ = p.Label(pay) })()
	for range 3 {
		all.Go(func() {
			l := view.New(p, system.Kind)
			for {
				select {
				case <-done:
					return
				default:
				}
				l.Search("lön")
				l.Rows()
				insight.FiguresOf(p)
				insight.Todos(p)
				_, _ = p.Find(org.PersonKind, "anna ek")
				_, _, _, _ = p.FieldOf(system.Kind, "x_a"), p.Model(), p.Options(plan.Phase.Field), p.Exact(pay)
				_, _ = p.CanUndo()
				for _, c := range economy.Rows(p, pay) {
					_ = economy.CostBudget.Get(c)
				}
			}
		})
	}
	var writers sync.WaitGroup
	for w := range 2 {
		writers.Go(func() {
			for i := range rounds {
				if _, err := p.Set(ctx, pay, field.Column{Field: system.OperationsBudget.Field, Year: 2030 + w}, nil); err != nil {
					t.Error(err)
				}
				if _, err := p.SetText(ctx, pay, field.Column{Field: system.OperationsActual.Field, Year: 2030}, fmt.Sprint(i)); err != nil {
					t.Error(err)
				}
				def := apptest.Record(p, settings.FreeKind, settings.FreeLabel, fmt.Sprintf("A %d %d", w, i), settings.FreeOf, "system", settings.FreeKey, fmt.Sprintf("x_%d_%d", w, i))
				e, err := p.CreateAll(ctx, "Eget fält", []*field.Record{def})
				if err != nil {
					t.Error(err)
				}
				if _, err := p.TakeBack(ctx, e.Number); err != nil {
					t.Error(err)
				}
			}
		})
	}
	writers.Wait()
	close(done)
	all.Wait()
	rows := 0
	for _, c := range economy.Rows(p, pay) {
		if economy.CostYear.Get(c) == 2030 {
			rows++
		}
	}
	if rows > 1 {
		t.Errorf("two writers made %d rows of one year", rows)
	}
}

func TestListsHandedOutNeverChange(t *testing.T) {
	p := apptest.Open(t)
	before := p.All(system.Kind)
	kept := slices.Clone(before)
	costs := economy.Rows(p, before[0].ID)
	row := costs[0]
	apptest.Put(t, p, before[0].ID, system.Users, int64(1), system.OperationsActual, field.Value(nil))
	apptest.Put(t, p, row.ID, economy.CostText, "ny")
	if _, err := p.Delete(ctx, []field.ID{before[1].ID}); err != nil {
		t.Fatal(err)
	}
	apptest.Add(t, p, system.Kind, system.Name, "Ny")
	if !slices.Equal(before, kept) || costs[0] != row || system.Users.Get(before[0]) != 0 {
		t.Error("a list or record that was handed out has changed")
	}
}

func TestIdentities(t *testing.T) {
	now := time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)
	clock := now
	next := app.UUIDs(func() time.Time { return clock })
	seen := map[field.ID]bool{}
	last := field.ID("")
	for i := range 10_000 { // more than one millisecond has room for
		switch i {
		case 5000:
			clock = now.Add(-time.Hour) // the clock is set back
		case 6000:
			clock = now.Add(time.Hour)
		}
		id := next()
		if len(id) != 36 || id[14] != '7' || !strings.ContainsRune("89ab", rune(id[19])) {
			t.Fatalf("%s is no UUIDv7", id)
		}
		if seen[id] || id <= last {
			t.Fatalf("%s after %s", id, last)
		}
		seen[id], last = true, id
	}
	a, b, c := app.SeededUUIDs(now, 1), app.SeededUUIDs(now, 1), app.SeededUUIDs(now, 2)
	for range 3 {
		if x, y, z := a(), b(), c(); x != y || x == z {
			t.Errorf("seeded: %s %s %s", x, y, z)
		}
	}
}
