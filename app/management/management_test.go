package management_test

import (
	"context"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/managed"
	"itportfoljen/app/management"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

var today = apptest.Today // 2026-11-21

// owned is a portfolio with a system, Åsa who owned it until October and Kim who does since.
func owned(t *testing.T, model func(*governance.Model)) (p *app.Portfolio, sys *field.Record, åsa, kim field.ID) {
	t.Helper()
	p = apptest.Governed(t, func(m *governance.Model) {
		m.Thresholds = map[string]int64{management.LargerFrom: int64(money.FromKronor(100_000))}
		if model != nil {
			model(m)
		}
	})
	åsa = apptest.Add(t, p, org.PersonKind, org.PersonName, "Åsa Ek").ID
	kim = apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim Lind").ID
	sys = apptest.Add(t, p, system.Kind, system.Name, "Vårdplan", system.Lifecycle, system.Running,
		system.SystemOwner, []field.Holding{{Person: åsa, To: date.Of(2026, 9, 30)}, {Person: kim, From: date.Of(2026, 10, 1)}}, system.Manager, []field.Holding{{Person: åsa}})
	return p, sys, åsa, kim
}

func do(p *app.Portfolio, what func(tx *field.Tx) error) error {
	_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) { return "Prov", what(tx) })
	return err
}

func move(p *app.Portfolio, r *field.Record, s governance.Step) error {
	return do(p, func(tx *field.Tx) error { return governance.Move(tx, r.ID, s) })
}

func TestWhoDecidedIsSetAgainstWhoHadTheRoleThatDay(t *testing.T) {
	for _, c := range []struct {
		name string
		on   date.Date
		by   string // whose name, "" for a role
		unit bool   // the styrmodell has units own systems
		want string
	}{
		{"the owner", date.Of(2026, 11, 20), "Kim", false, ""},
		{"the owner then", date.Of(2026, 9, 30), "Åsa", false, ""},
		{"the one before", date.Of(2026, 10, 1), "Åsa", false, "Åsa Ek var inte systemägare 2026-10-01; det var Kim Lind"},
		{"the next one too early", date.Of(2026, 9, 30), "Kim", false, "Kim Lind var inte systemägare 2026-09-30; det var Åsa Ek"},
		{"a role", date.Of(2026, 11, 20), "", false, ""},
		{"a nämnd owns", date.Of(2026, 11, 20), "Åsa", true, ""},
	} {
		p, sys, åsa, kim := owned(t, func(m *governance.Model) {
			if c.unit {
				m.Ownership = governance.ByUnit
			}
		})
		r := apptest.Add(t, p, management.Kind, management.About, sys.ID, management.Year, int64(2026), management.State, management.Draft)
		s := governance.Step{To: management.Decided, On: c.on, By: map[string]field.ID{"Åsa": åsa, "Kim": kim}[c.by]}
		if c.by == "" {
			s.Role = "Vårdnämnden"
		}
		if err := move(p, r, s); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		r = p.Get(r.ID)
		if got := management.OtherOwner.Field.Read(p, r, 0); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if role := management.Role.Get(r); (role == "Systemägare") != (c.by != "" && c.want == "" && !c.unit) {
			t.Errorf("%s: decided as %q", c.name, role)
		}
		if on := management.DecidedOn.Get(r); on != c.on {
			t.Errorf("%s: on %s", c.name, on)
		}
	}
}

func TestADecidedPlanStandsUntilItIsOpenedWithAReason(t *testing.T) {
	p, sys, _, kim := owned(t, nil)
	r := apptest.Add(t, p, management.Kind, management.About, sys.ID, management.Year, int64(2026), management.State, management.Draft, management.MaintainBudget, money.FromKronor(10))
	a := apptest.Add(t, p, management.ActionKind, management.What, "Ny version", management.ActionOf, r.ID, management.ActionIs, management.ActionPlanned)
	if name := r.Name(); name != "Förvaltningsplan Vårdplan 2026" {
		t.Errorf("it is called %q", name)
	}
	if err := move(p, r, governance.Step{To: management.Decided}); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("decided by nobody: %v", err)
	}
	if err := move(p, r, governance.Step{To: management.Decided, By: kim, On: date.Of(2026, 11, 1)}); err != nil {
		t.Fatal(err)
	}
	set := func(id field.ID, f *field.Field, v field.Value) fault.Code {
		_, err := p.Set(context.Background(), id, field.Column{Field: f}, v)
		return fault.CodeOf(err)
	}
	for _, c := range []struct {
		name string
		id   field.ID
		f    *field.Field
		v    field.Value
		want fault.Code
	}{
		{"a budget", r.ID, management.MaintainBudget.Field, money.FromKronor(20), fault.Conflict},
		{"goals", r.ID, management.GoalText.Field, "Mer", fault.Conflict},
		{"the year", r.ID, management.Year.Field, int64(2027), fault.Conflict},
		{"who decided", r.ID, management.DecidedBy.Field, nil, fault.Conflict},
		{"the state, without a reason", r.ID, management.State.Field, management.Draft, fault.Invalid},
		{"notes", r.ID, management.Notes.Field, "Följs upp", ""},
		{"what an åtgärd is", a.ID, management.What.Field, "Annat", fault.Conflict},
		{"what it costs", a.ID, management.ActionCost.Field, money.FromKronor(5), fault.Conflict},
		{"how it goes", a.ID, management.ActionIs.Field, management.ActionDone, ""},
		{"who sees to it", a.ID, management.Who.Field, kim, ""},
	} {
		if got := set(c.id, c.f, c.v); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if _, err := p.Delete(context.Background(), []field.ID{a.ID}); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("an åtgärd was removed: %v", err)
	}
	if err := do(p, func(tx *field.Tx) error { // whoever decided becomes one with another
		_, err := org.HandOver{From: kim, On: today}.Do(tx)
		return err
	}); err != nil && fault.CodeOf(err) == fault.Conflict {
		t.Errorf("to hand over is refused: %v", err)
	}
	if err := move(p, r, governance.Step{To: management.Draft, Reason: "Mer pengar"}); err != nil {
		t.Fatal(err)
	}
	r = p.Get(r.ID)
	if management.DecidedBy.Get(r) != "" || !management.DecidedOn.Get(r).IsZero() {
		t.Error("opened again it is still decided")
	}
	if got := management.Version.Field.Read(p, r, 0); got != "2" {
		t.Errorf("version %q", got)
	}
	if got := set(r.ID, management.MaintainBudget.Field, money.FromKronor(20)); got != "" {
		t.Errorf("opened again it stands: %s", got)
	}
	for range 2 { // the step back and what was set
		if _, err := p.Undo(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	if management.State.Get(p.Get(r.ID)) != management.Decided {
		t.Error("undo doesn't give the decision back")
	}
}

func TestAThingHasOnePlanAYear(t *testing.T) {
	p, sys, _, _ := owned(t, nil)
	apptest.Add(t, p, management.Kind, management.About, sys.ID, management.Year, int64(2026))
	begin := func(year int) error {
		return do(p, func(tx *field.Tx) error { _, err := management.Begin(tx, sys.ID, year); return err })
	}
	if err := begin(2026); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("a second of the year: %v", err)
	}
	if err := begin(2027); err != nil {
		t.Error(err)
	}
	if err := begin(27); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("the year 27: %v", err)
	}
	if err := do(p, func(tx *field.Tx) error {
		_, err := management.Begin(tx, tx.All(org.PersonKind)[0].ID, 2026)
		return err
	}); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("of a person: %v", err)
	}
}

func TestAnObjectsPlanIsThatOfItsSystems(t *testing.T) {
	p, sys, _, kim := owned(t, nil)
	object := apptest.Add(t, p, managed.Kind, managed.Name, "Vård", managed.Owner, []field.Holding{{Person: kim}})
	apptest.Put(t, p, sys.ID, system.Object, object.ID)
	var r *field.Record
	if err := do(p, func(tx *field.Tx) (err error) { r, err = management.Begin(tx, object.ID, 2026); return err }); err != nil {
		t.Fatal(err)
	}
	if got := management.Owner.Get(p.Get(r.ID)); got != kim {
		t.Errorf("its owner is %q", got)
	}
	if management.Current.Field.Read(p, p.Get(sys.ID), 0) != "" {
		t.Error("a draft counts")
	}
	if err := move(p, r, governance.Step{To: management.Decided, By: kim, On: date.Of(2026, 2, 1)}); err != nil {
		t.Fatal(err)
	}
	if got := management.Current.Field.Read(p, p.Get(sys.ID), 0); got != "Förvaltningsplan Vård 2026" {
		t.Errorf("the system's plan is %q", got)
	}
	if got := managed.PlanOn.Get(p.Get(object.ID)); got != date.Of(2026, 2, 1) {
		t.Errorf("the object's was decided %s", got)
	}
}

func TestWhatIsLargerBecomesAnInsatsOnce(t *testing.T) {
	p, sys, åsa, kim := owned(t, nil)
	unit := apptest.Add(t, p, org.UnitKind, org.UnitName, "Omsorgen").ID
	apptest.Put(t, p, sys.ID, system.OwnerUnit, unit)
	var r *field.Record
	if err := do(p, func(tx *field.Tx) (err error) { r, err = management.Begin(tx, sys.ID, 2027); return err }); err != nil {
		t.Fatal(err)
	}
	a := apptest.Add(t, p, management.ActionKind, management.What, "Ny e-tjänst", management.ActionOf, r.ID, management.Sort, management.Developing, management.ActionCost, money.FromKronor(140_000),
		management.By, date.Of(2027, 6, 30), management.Who, åsa, management.ActionIs, management.ActionPlanned)
	if got := rules(p); !strings.Contains(got, "management-larger") {
		t.Errorf("nobody says that it is larger: %q", got)
	}
	var made *field.Record
	propose := func() error {
		return do(p, func(tx *field.Tx) (err error) { made, err = management.Propose(tx, a.ID); return err })
	}
	if err := propose(); err != nil {
		t.Fatal(err)
	}
	made = p.Get(made.ID)
	for f, want := range map[*field.Field]string{plan.Name.Field: "Ny e-tjänst", plan.Systems.Field: "Vårdplan", plan.Client.Field: "Kim Lind", plan.Manager.Field: "Åsa Ek", plan.Unit.Field: "Omsorgen",
		plan.End.Field: "2027-06-30", plan.Origin.Field: "Systemförvaltningsplan", management.Becoming.Field: "Ny e-tjänst"} {
		if got := f.Read(p, made, 0); got != want {
			t.Errorf("%s is %q, want %q", f.Label, got, want)
		}
	}
	if sum, _ := economy.Sum(p, made.ID, 2027, economy.Investment, economy.CostBudget); sum != money.FromKronor(140_000) {
		t.Errorf("it costs %s", sum.Kr())
	}
	if plan.StageOf(p, made) != governance.Idea {
		t.Errorf("it begins as %s", plan.StageOf(p, made))
	}
	if management.Initiative.Get(p.Get(a.ID)) != made.ID {
		t.Error("the åtgärd doesn't say which insats it is")
	}
	if err := propose(); fault.CodeOf(err) != fault.Conflict || len(p.All(plan.Kind)) != 1 {
		t.Errorf("again: %v, %d insatser", err, len(p.All(plan.Kind)))
	}
	if strings.Contains(rules(p), "management-larger") {
		t.Error("it is still said to be larger")
	}
	if owner := management.Owner.Get(p.Get(r.ID)); owner != kim {
		t.Errorf("as systemägare took part %q", owner)
	}
}

func TestTheNextYearsPlanIsACopy(t *testing.T) {
	p, sys, åsa, kim := owned(t, nil)
	r := apptest.Add(t, p, management.Kind, management.About, sys.ID, management.Year, int64(2026), management.GoalText, "Färre avbrott", management.MaintainBudget, money.FromKronor(90), management.Owner, åsa)
	for _, is := range []string{management.ActionPlanned, management.ActionRunning, management.ActionDone, management.ActionDropped} {
		apptest.Add(t, p, management.ActionKind, management.What, is, management.ActionOf, r.ID, management.ActionIs, is, management.By, date.Of(2026, 12, 31))
	}
	apptest.Add(t, p, management.ActionKind, management.What, "sedan", management.ActionOf, r.ID, management.ActionIs, management.ActionPlanned, management.By, date.Of(2027, 3, 31))
	if err := move(p, r, governance.Step{To: management.Decided, By: kim}); err != nil {
		t.Fatal(err)
	}
	var next *field.Record
	follow := func(year int) error {
		return do(p, func(tx *field.Tx) (err error) { next, err = management.Follow(tx, r.ID, year); return err })
	}
	if err := follow(2026); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("of the same year: %v", err)
	}
	if err := follow(0); err != nil {
		t.Fatal(err)
	}
	next = p.Get(next.ID)
	if management.Year.Get(next) != 2027 || management.State.Get(next) != management.Draft || management.GoalText.Get(next) != "Färre avbrott" || management.Owner.Get(next) != kim || !management.DecidedOn.Get(next).IsZero() {
		t.Errorf("it is %d, %s, %q, owned by %s", management.Year.Get(next), management.State.Get(next), management.GoalText.Get(next), p.Label(management.Owner.Get(next)))
	}
	var got []string
	for _, a := range management.Actions(p, next.ID) {
		got = append(got, a.Name()+" "+management.By.Get(a).String())
	}
	if s := strings.Join(got, ", "); s != "planned , running , sedan 2027-03-31" {
		t.Errorf("with it come %q", s)
	}
	moved := 0
	for _, a := range management.Actions(p, r.ID) {
		if management.ActionIs.Get(a) == management.ActionMoved {
			moved++
		}
	}
	if moved != 3 {
		t.Errorf("%d are moved in the old plan", moved)
	}
	if err := follow(0); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("again: %v", err)
	}
}

func TestPlansRemind(t *testing.T) {
	for _, c := range []struct {
		name string
		puts []any
		want string
	}{
		{"a draft of this year", []any{management.Year, int64(2026), management.State, management.Draft}, "management-undecided"},
		{"consulted", []any{management.Year, int64(2026), management.State, management.Consulted}, "management-undecided"},
		{"decided", []any{management.Year, int64(2026), management.State, management.Decided, management.DecidedOn, date.Of(2026, 1, 9)}, ""},
		{"the next year's", []any{management.Year, int64(2027), management.State, management.Draft}, "management-undecided"},
		{"the one after that", []any{management.Year, int64(2028), management.State, management.Draft}, ""},
		{"last year's", []any{management.Year, int64(2025), management.State, management.Draft}, ""},
	} {
		p, sys, _, _ := owned(t, nil)
		apptest.Add(t, p, management.Kind, append([]any{management.About, sys.ID}, c.puts...)...)
		if got := rules(p); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestActionsRemindAndAddUp(t *testing.T) {
	for _, c := range []struct {
		name   string
		budget int64
		puts   []any
		want   string
	}{
		{"late", 0, []any{management.By, today.AddDays(-1)}, "management-action"},
		{"today", 0, []any{management.By, today}, ""},
		{"late and done", 0, []any{management.By, today.AddDays(-1), management.ActionIs, management.ActionDone}, ""},
		{"as much as there is", 100, []any{management.ActionCost, money.FromKronor(100)}, ""},
		{"more than there is", 100, []any{management.ActionCost, money.FromKronor(101)}, "management-budget"},
		{"more, but dropped", 100, []any{management.ActionCost, money.FromKronor(101), management.ActionIs, management.ActionDropped}, ""},
		{"of another sort", 100, []any{management.ActionCost, money.FromKronor(101), management.Sort, management.Developing}, ""},
		{"larger", 0, []any{management.ActionCost, money.FromKronor(100_000)}, "management-larger"},
		{"nearly", 0, []any{management.ActionCost, money.FromKronor(99_999)}, ""},
	} {
		p, sys, _, _ := owned(t, nil)
		puts := []any{management.About, sys.ID, management.Year, int64(2026)}
		if c.budget > 0 {
			puts = append(puts, management.MaintainBudget, money.FromKronor(c.budget))
		}
		r := apptest.Add(t, p, management.Kind, puts...)
		apptest.Add(t, p, management.ActionKind, append([]any{management.What, "A", management.ActionOf, r.ID, management.Sort, management.Maintaining}, c.puts...)...)
		apptest.Put(t, p, r.ID, management.Role, "Nämnden", management.State, management.Decided)
		if got := rules(p); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// rules are those of plans and åtgärder that there is something to do by.
func rules(p *app.Portfolio) string {
	var out []string
	for _, todo := range insight.Todos(p) {
		if strings.HasPrefix(todo.Rule, "management-") {
			out = append(out, todo.Rule)
		}
	}
	return strings.Join(out, " ")
}
