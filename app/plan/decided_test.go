package plan_test

import (
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// joint is the one of insatser's that is called so.
func joint(t *testing.T, name string) *field.Joint {
	t.Helper()
	for _, j := range plan.Kind.Joints() {
		if j.Names[0] == name {
			return j
		}
	}
	t.Fatalf("no joint is called %s", name)
	return nil
}

// TestWhatPeopleWriteOfADecision is its outcome, day, reference and who decided, in any order.
func TestWhatPeopleWriteOfADecision(t *testing.T) {
	p := apptest.Empty(t)
	for _, c := range []struct{ joint, text, want string }{
		{"Beslut", "Bifall", "approved|||"},
		{"Beslut", "ja", "approved|||"},
		{"Beslut", "Nej", "rejected|||"},
		{"Beslut", "avslås", "rejected|||"},
		{"Beslut", "Återremiss", "returned|||"},
		{"Beslut", "Förstudie först", "prestudy|||"},
		{"Beslut", "bordlagt", "dormant|||"},
		{"Beslut", "2026-03-10", "|2026-03-10||"},
		{"Beslut", "KS § 14", "||KS § 14|KS"},
		{"Beslut", "Bifall KS 2026-03-10 § 14", "approved|2026-03-10|§ 14|KS"},
		{"Beslut", "Kommunstyrelsen 2026-03-10, § 14b, bifall", "approved|2026-03-10|§ 14b|Kommunstyrelsen"},
		{"Beslut", "Avslag (dnr 2026/0123)", "rejected||dnr 2026/0123|"},
		{"Beslut", "Avvaktar budget", "refused"},
		{"Beslut", "Kommunstyrelsen", "refused"},
		{"Beslut", "Bifall 2026-13-45", "refused"},
		{"Beslutsdatum", apptest.Today.String(), apptest.Today.String() + "|"},
		{"Beslutsdatum", "2026-03-10", "2026-03-10|"},
		{"Beslutsdatum", "mars 2026", "2026-03-31|"},
		{"Beslutsdatum", "2027-02-01", "|2027-02-01"},
		{"Beslutsdatum", "efter sommaren kanske", "refused"},
	} {
		j := joint(t, c.joint)
		values, _, err := j.Parse(p, c.text)
		got := "refused"
		if err == nil {
			var all []string
			for _, v := range values {
				all = append(all, field.Encode(v))
			}
			got = strings.Join(all, "|")
		}
		if got != c.want {
			t.Errorf("%s %q: %q (%v), want %q", c.joint, c.text, got, err, c.want)
		}
	}
}

// TestAnOutcomeThatIsWrittenIsADecision of its own, which is never written over.
func TestAnOutcomeThatIsWrittenIsADecision(t *testing.T) {
	p := apptest.Governed(t, func(m *governance.Model) {
		m.Forums = append(m.Forums, governance.Forum{Key: "board", Label: "Nämnden", Decides: true})
	})
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.DecidedOn, apptest.Today.AddDays(-30), plan.DecisionRef, "§ 4", plan.DeciderRole, "Nämnden")
	write := func(f *field.Field, v field.Value) error {
		return do(p, func(tx *field.Tx) error { return tx.Assign(r.ID, field.Column{Field: f}, v) })
	}
	said := func() (out []string) {
		for _, d := range p.Pointing(governance.DecisionOf.Field, r.ID) {
			out = append(out, strings.Join([]string{governance.DecisionType.Get(d), governance.DecisionOutcome.Get(d), governance.DecisionOn.Get(d).String(), governance.DecisionRef.Get(d), governance.DecisionRole.Get(d)}, " "))
		}
		return out
	}
	first := "decision rejected " + apptest.Today.AddDays(-30).String() + " § 4 Nämnden"
	second := "decision approved " + apptest.Today.String() + " § 4 Nämnden"
	for _, c := range []struct {
		f       *field.Field
		v       field.Value
		refused string
		want    []string
	}{
		{plan.Decided.Field, "rejected", "", []string{first}},
		{plan.Decided.Field, "rejected", "", []string{first}},
		{plan.Decided.Field, nil, "skrivs aldrig över", []string{first}},
		{plan.DecidedIn.Field, "board", "skrivs aldrig över", []string{first}},
		{plan.Decided.Field, "approved", "", []string{first, second}},
	} {
		err := write(c.f, c.v)
		if c.refused == "" && err != nil || c.refused != "" && (err == nil || !strings.Contains(err.Error(), c.refused)) {
			t.Errorf("%s %v: %v", c.f.Label, c.v, err)
		}
		if got := said(); strings.Join(got, "; ") != strings.Join(c.want, "; ") {
			t.Errorf("%s %v: %q, want %q", c.f.Label, c.v, got, c.want)
		}
	}
	if got := plan.Decided.Value(p, p.Get(r.ID), 0); got != "approved" {
		t.Errorf("it shows %v", got)
	}
}

// TestTheForumOfADecisionIsItsAlsoUnderAFormerName, whether it decided or had it before that.
func TestTheForumOfADecisionIsItsAlsoUnderAFormerName(t *testing.T) {
	p := apptest.Governed(t, func(m *governance.Model) {
		m.Forums = append(m.Forums, governance.Forum{Key: "board", Label: "Nämnden", Synonyms: []string{"Styrelsen"}, Decides: true}, governance.Forum{Key: "advice", Label: "Rådet", Synonyms: []string{"Gruppen"}})
	})
	for _, c := range []struct {
		forum, reason string
		want          any
	}{
		{"Nämnden", "", "board"}, {"Styrelsen", "", "board"}, {"", "Behandlad i Rådet.", "advice"}, {"", "Behandlad i Gruppen.", "advice"},
		{"Okänd", "Behandlad i Gruppen.", "advice"}, {"Okänd", "", nil}, {"", "Rådet", nil}, {"", "", nil},
	} {
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet "+c.forum+c.reason)
		apptest.Add(t, p, governance.DecisionKind, governance.DecisionOf, r.ID, governance.DecisionType, governance.Decided, governance.DecisionOn, apptest.Today,
			governance.DecisionForum, c.forum, governance.DecisionReason, c.reason)
		if got := plan.DecidedIn.Value(p, p.Get(r.ID), 0); got != c.want {
			t.Errorf("%q, %q: %v, want %v", c.forum, c.reason, got, c.want)
		}
	}
}
