package systems_test

import (
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/management"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// owned is a system in drift that Anna owns.
func owned(t *testing.T, p *app.Portfolio) (sys *field.Record, anna field.ID) {
	t.Helper()
	anna = p.Named(org.PersonKind, "Anna Ek")[0].ID
	at := slices.IndexFunc(p.All(system.Kind), func(r *field.Record) bool { return system.Lifecycle.Get(r) == system.Running })
	sys = apptest.Put(t, p, p.All(system.Kind)[at].ID, system.SystemOwner, []field.Holding{{Person: anna}})
	return sys, anna
}

// tab shows one of the groups of the form that is open.
func tab(s *shell.Shell, group string) {
	for _, b := range uitest.Find[*widgets.TabBar](s) {
		if b.Selected() != group && b.OnSelect != nil && slices.ContainsFunc(b.Items(), func(i widgets.TabItem) bool { return i.ID == group }) {
			b.OnSelect(group)
		}
	}
}

// TestAPlanIsBegunAndCopiedAndFeedsThePlan: from the system's form to the insats.
func TestAPlanIsBegunAndCopiedAndFeedsThePlan(t *testing.T) {
	p := uitest.Open(t)
	sys, anna := owned(t, p)
	s := open(t, p)
	s.Open(sys.ID)
	tab(s, system.RoleGroup)
	uitest.Tap(t, s, "Ny förvaltningsplan …")
	uitest.Tap(t, s, "Gör planen")
	all := p.All(management.Kind)
	if len(all) != 1 || management.Owner.Get(all[0]) != anna || int(management.Year.Get(all[0])) != p.PlanYear() {
		t.Fatalf("%d plans: %q", len(all), uitest.Texts(uitest.Front(s)))
	}
	a := apptest.Add(t, p, management.ActionKind, management.What, "Ny e-tjänst", management.ActionOf, all[0].ID, management.Sort, management.Developing, management.ActionCost, money.FromKronor(140_000))
	tab(s, management.Contents)
	if !uitest.Shows(uitest.Front(s), "Kan bli insatser") {
		t.Fatalf("it shows %q", uitest.Texts(uitest.Front(s)))
	}
	before := len(p.All(plan.Kind))
	for _, l := range uitest.Find[*widgets.ActionList](s) {
		if l.OnAct != nil {
			l.OnAct(string(a.ID))
		}
	}
	made := p.Get(management.Initiative.Get(p.Get(a.ID)))
	if len(p.All(plan.Kind)) != before+1 || made == nil || plan.Client.Get(made) != anna || !slices.Equal(plan.Systems.Get(made), []field.ID{sys.ID}) {
		t.Fatalf("the insats: %v", made)
	}
	if uitest.Shows(uitest.Front(s), "Kan bli insatser") {
		t.Error("it is still offered")
	}
	tab(s, management.Overview)
	year := int(management.Year.Get(all[0])) + 1
	uitest.Tap(t, s, "Plan för "+plain(year)+" som kopia …")
	uitest.Tap(t, s, "Gör planen")
	if all = p.All(management.Kind); len(all) != 2 || len(management.Actions(p, all[1].ID)) != 1 {
		t.Errorf("%d plans: %q", len(all), uitest.Texts(uitest.Front(s)))
	}
}

func plain(year int) string { return management.Year.Show(nil, int64(year)) }

// TestAPlanIsDecidedByItsOwner: who has the role is proposed, and that another decided is said
// before it is written down.
func TestAPlanIsDecidedByItsOwner(t *testing.T) {
	p := uitest.Open(t)
	sys, anna := owned(t, p)
	r := apptest.Add(t, p, management.Kind, management.About, sys.ID, management.Year, int64(2026), management.State, management.Consulted)
	s := open(t, p)
	s.Open(r.ID)
	tab(s, management.People)
	if !uitest.Shows(uitest.Front(s), "(Anna Ek har rollen)") {
		t.Errorf("nobody is proposed: %q", uitest.Texts(uitest.Front(s)))
	}
	tab(s, management.Overview)
	uitest.Tap(t, s, "Besluta …")
	if !uitest.Shows(uitest.Front(s), "Saknas, men hindrar inte: Planen har inga mål.") {
		t.Errorf("what lacks isn't told: %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Besluta")
	r = p.Get(r.ID)
	if management.State.Get(r) != management.Decided || management.DecidedBy.Get(r) != anna || management.Role.Get(r) != "Systemägare" {
		t.Errorf("%s by %q as %q", management.State.Get(r), p.Label(management.DecidedBy.Get(r)), management.Role.Get(r))
	}
	other := apptest.Add(t, p, management.Kind, management.About, sys.ID, management.Year, int64(2027), management.State, management.Consulted)
	s.Open(other.ID)
	uitest.Tap(t, s, "Besluta …") // Anna is proposed, and leaves the role meanwhile
	kim := apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim Lind").ID
	apptest.Put(t, p, sys.ID, system.SystemOwner, []field.Holding{{Person: anna, To: p.Today().AddDays(-1)}, {Person: kim, From: p.Today()}})
	uitest.Tap(t, s, "Besluta")
	if !uitest.Shows(uitest.Front(s), "Anna Ek var inte systemägare "+p.Today().String()+"; det var Kim Lind. Välj en gång till") || management.State.Get(p.Get(other.ID)) == management.Decided {
		t.Errorf("that she isn't the owner isn't said: %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Besluta")
	if got := management.OtherOwner.Field.Read(p, p.Get(other.ID), 0); got == "" {
		t.Errorf("it is %s, and nobody tells", management.State.Get(p.Get(other.ID)))
	}
}

// TestTheOwnerDecidesThatASystemIsPhasedOut from its form; the decision is kept and no step is
// taken.
func TestTheOwnerDecidesThatASystemIsPhasedOut(t *testing.T) {
	p := uitest.Open(t)
	sys, anna := owned(t, p)
	s := open(t, p)
	s.Open(sys.ID)
	if !uitest.CanTap(s, "Besluta om utveckling …") {
		t.Errorf("the form offers %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Besluta om avveckling …")
	if all := strings.Join(uitest.Texts(uitest.Front(s)), "\n"); !strings.Contains(all, "står kvar i sin livscykel") {
		t.Fatalf("the dialog says %s", all)
	}
	uitest.Tap(t, s, "Skriv ned")
	sys = p.Get(sys.ID)
	d := governance.Resolved(p, sys, system.PhaseOut)
	if d == nil || governance.DecisionBy.Get(d) != anna || governance.DecisionRole.Get(d) != "Systemägare" || system.Lifecycle.Get(sys) != system.Running {
		t.Fatalf("it is %s: %v", system.Lifecycle.Get(sys), d)
	}
	if got := system.PhaseOutDecided.Field.Read(p, sys, 0); got != p.Today().String() {
		t.Errorf("decided %q", got)
	}
}
