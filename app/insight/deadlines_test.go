package insight_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// days are the deadlines as "rule days", in order, and those of which nobody knows the day
// as "rule ?".
func days(d insight.Dates) string {
	var out []string
	for _, x := range d.Known {
		out = append(out, fmt.Sprintf("%s %d", x.Rule, x.Days))
	}
	for _, x := range d.Unknown {
		out = append(out, x.Rule+" ?")
	}
	return strings.Join(out, ", ")
}

// owned gives a system what nobody needs to be reminded of.
func owned(t *testing.T, p *app.Portfolio, vs ...any) *field.Record {
	return apptest.Add(t, p, system.Kind, append([]any{system.Name, "Provet"}, vs...)...)
}

func TestDaysFarAheadAreKnown(t *testing.T) {
	in := func(n int) date.Date { return today.AddDays(n) }
	none := int64(0)
	for _, c := range []struct {
		name string
		make func(t *testing.T, p *app.Portfolio)
		want string
	}{
		{"notice in two years, and the end after", func(t *testing.T, p *app.Portfolio) {
			owned(t, p, system.AgreementEnd, date.Date(20281231), system.NoticeMonths, int64(1))
		}, "notice 740, ending 771"},
		{"an end without notice is a day, and notice is one that nobody knows", func(t *testing.T, p *app.Portfolio) {
			owned(t, p, system.AgreementEnd, in(900))
		}, "ending 900, notice-unknown ?"},
		{"an agreement that runs on has no day", func(t *testing.T, p *app.Portfolio) {
			owned(t, p, system.AgreementTerms, "Tills vidare", system.NoticeMonths, int64(3))
		}, ""},
		{"notice given: only the end", func(t *testing.T, p *app.Portfolio) {
			owned(t, p, system.AgreementEnd, in(400), system.NoticeMonths, none)
			apptest.Put(t, p, p.All(agreement.Kind)[0].ID, agreement.State, agreement.GivenUp)
		}, "ending 400"},
		{"support ends in three years", func(t *testing.T, p *app.Portfolio) { owned(t, p, system.SupportEnd, in(1095)) }, "support 1095"},
		{"support has ended", func(t *testing.T, p *app.Portfolio) { owned(t, p, system.SupportEnd, in(-3)) }, "support-ended -3"},
		{"a class is looked at again", func(t *testing.T, p *app.Portfolio) {
			owned(t, p, system.Confidentiality, int64(1), system.Integrity, int64(1), system.Availability, int64(1), system.ReviewBy, in(200))
		}, "class-review 200"},
		{"a class that should have been", func(t *testing.T, p *app.Portfolio) {
			owned(t, p, system.Confidentiality, int64(1), system.Integrity, int64(1), system.Availability, int64(1), system.ReviewBy, in(-20))
		}, "class-old -20"},
		{"an insats begins, another is ready", func(t *testing.T, p *app.Portfolio) {
			apptest.Add(t, p, plan.Kind, plan.Name, "A", plan.Phase, apptest.Phases[governance.Planned], plan.Start, in(50), plan.End, in(90))
			apptest.Add(t, p, plan.Kind, plan.Name, "B", plan.Phase, apptest.Phases[governance.Running], plan.Start, in(-50), plan.End, in(70))
		}, "begins 50, ready 70"},
		{"benefit is measured", func(t *testing.T, p *app.Portfolio) {
			apptest.Add(t, p, plan.Kind, plan.Name, "A", plan.Phase, apptest.Phases[governance.Done], plan.MeasureOn, in(300))
		}, "measure 300"},
		{"one who holds something leaves", func(t *testing.T, p *app.Portfolio) {
			kim := apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim", org.PersonLeft, in(30))
			owned(t, p, system.SystemOwner, []field.Holding{{Person: kim.ID}})
		}, "person-leaves 30"},
		{"one who holds nothing leaves", func(t *testing.T, p *app.Portfolio) {
			apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim", org.PersonLeft, in(30))
		}, ""},
	} {
		p := apptest.Empty(t)
		c.make(t, p)
		if got := days(insight.Deadlines(p, insight.Asked{})); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestWhatIsAskedForIsWhatComes(t *testing.T) {
	p := apptest.Empty(t)
	top := apptest.Add(t, p, org.UnitKind, org.UnitName, "Barn och utbildning")
	school := apptest.Add(t, p, org.UnitKind, org.UnitName, "Skolan", org.UnitParent, top.ID)
	kim := apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim")
	owned(t, p, system.SupportEnd, today.AddDays(-5))
	owned(t, p, system.SupportEnd, today, system.OwnerUnit, school.ID)
	owned(t, p, system.SupportEnd, today.AddDays(31), system.SystemOwner, []field.Holding{{Person: kim.ID}})
	owned(t, p, system.SupportEnd, today.AddDays(32), system.SystemOwner, []field.Holding{{Person: kim.ID, To: today.AddDays(-1)}})
	for _, c := range []struct {
		name  string
		asked insight.Asked
		want  string
	}{
		{"all", insight.Asked{}, "support-ended -5, support 0, support 31, support 32"},
		{"to come", insight.Asked{From: today}, "support 0, support 31, support 32"},
		{"both days are included", insight.Asked{From: today, To: today.AddDays(31)}, "support 0, support 31"},
		{"with what has passed", insight.Asked{From: today, To: today, Overdue: true}, "support-ended -5, support 0"},
		{"a unit's", insight.Asked{Unit: school.ID}, "support 0"},
		{"that of those under it", insight.Asked{Unit: top.ID}, "support 0"},
		{"what she holds, and not what she held", insight.Asked{Person: kim.ID}, "support 31"},
		{"hers in another's unit", insight.Asked{Person: kim.ID, Unit: top.ID}, ""},
	} {
		if got := days(insight.Deadlines(p, c.asked)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestMonthsComeInOrderAndWhatIsLateFirst(t *testing.T) {
	p := apptest.Empty(t)
	for _, n := range []int{40, -400, 0, 9, -1} {
		owned(t, p, system.SupportEnd, today.AddDays(n))
	}
	var got []string
	for _, m := range insight.Deadlines(p, insight.Asked{}).Months() {
		got = append(got, fmt.Sprint(m.Name, " ", len(m.Days)))
	}
	if want := []string{"försenat 2", "november 2026 2", "december 2026 1"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestADayThatMovesKeepsItsNameInTheCalendar(t *testing.T) {
	p := apptest.Empty(t)
	r := owned(t, p, system.SupportEnd, today.AddDays(300))
	names := func() (out []string) {
		for _, e := range insight.Calendar(p, p.Identity(), "Ekvalla", time.Now(), insight.Deadlines(p, insight.Asked{}).Known).Events {
			out = append(out, e.ID)
		}
		return out
	}
	before := names()
	for _, n := range []int{20, -20} {
		apptest.Put(t, p, r.ID, system.SupportEnd, today.AddDays(n))
		if after := names(); len(after) != 1 || !slices.Equal(before, after) {
			t.Errorf("%q, then %q", before, after)
		}
	}
	if !strings.Contains(before[0], p.Identity()) || !strings.Contains(before[0], string(r.ID)) {
		t.Errorf("%q tells neither portfolio nor record", before[0])
	}
}

func TestTheCalendarTellsOfADayAsLongBeforeAsItTakes(t *testing.T) {
	p := apptest.Empty(t)
	owned(t, p, system.SupportEnd, date.Date(20291231), system.AgreementEnd, date.Date(20291231), system.NoticeMonths, int64(3))
	warns := map[string]int{}
	for _, e := range insight.Calendar(p, p.Identity(), "Ekvalla", time.Now(), insight.Deadlines(p, insight.Asked{}).Known).Events {
		warns[e.Summary] = e.Warn
	}
	for what, want := range map[string]int{"Leverantörens stöd upphör: Provet": 184, "Säg upp eller förläng avtalet: Provet": 92, "Avtalet löper ut: Provet": 0} {
		if got, known := warns[what]; got != want || !known {
			t.Errorf("%s: %d days before, want %d (%v)", what, got, want, warns)
		}
	}
}

func TestManyOfARuleAreOneLineOfTheirMonth(t *testing.T) {
	p := apptest.Empty(t)
	for i, n := range []int{2, 3, 5, 6, 40} {
		owned(t, p, system.SupportEnd, today.AddDays(n))
		if i < 2 {
			apptest.Add(t, p, plan.Kind, plan.Name, fmt.Sprint("Insats ", i), plan.Phase, apptest.Phases[governance.Running], plan.End, today.AddDays(n))
		}
	}
	var got []string
	for _, m := range insight.Deadlines(p, insight.Asked{}).Months() {
		for _, l := range m.Lines() {
			got = append(got, fmt.Sprintf("%s %s: %s, %d", m.Name, l.Due, l.Text, len(l.Records)))
		}
	}
	want := []string{
		"november 2026 2026-11-23: Leverantörens stöd upphör, 4",
		"november 2026 2026-11-23: Insatsen ska vara klar: Insats 0, 1",
		"november 2026 2026-11-24: Insatsen ska vara klar: Insats 1, 1",
		"december 2026 2026-12-31: Leverantörens stöd upphör, 1",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
