package reports_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/demo"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/service"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
	"itportfoljen/assets"
	"itportfoljen/reports"
	"itportfoljen/reports/report"
)

// village is a small municipality, made by hand: two systems, a service and what hangs together
// with them.
func village(t testing.TB) *world {
	w := newWorld(t)
	w.settings.Put(settings.Name.Field, "Byborg").Put(settings.Department.Field, "IT-avdelningen")
	care := w.add(org.UnitKind, org.UnitName.Field, "Vårdförvaltningen", org.UnitType.Field, "administration")
	school := w.add(org.UnitKind, org.UnitName.Field, "Skolförvaltningen", org.UnitType.Field, "administration")
	anna := w.add(org.PersonKind, org.PersonName.Field, "Anna Ek", org.PersonTitle.Field, "Enhetschef")
	bo := w.add(org.PersonKind, org.PersonName.Field, "Bo Lund", org.PersonLeft.Field, w.today.AddMonths(-2))
	journal := w.add(system.Kind, system.Name.Field, "Journalen", system.OwnerUnit.Field, care, system.Lifecycle.Field, system.Running, system.Description.Field, "Journal i hemtjänsten.",
		system.SystemOwner.Field, []field.Holding{{Person: anna}}, system.Confidentiality.Field, int64(3), system.Integrity.Field, int64(3), system.Availability.Field, int64(2), system.PersonalData.Field, "yes",
		system.Measures.Field, "Allt är krypterat.", system.Users.Field, int64(120))
	pupils := w.add(system.Kind, system.Name.Field, "Elevregistret", system.OwnerUnit.Field, school, system.Lifecycle.Field, system.PhaseOut, system.SystemOwner.Field, []field.Holding{{Person: bo}})
	w.agree(journal, agreement.End.Field, w.today.AddMonths(5), agreement.NoticeMonths.Field, int64(3))
	w.cost(journal, 2027, economy.Operations, money.FromKronor(240_000))
	w.add(plan.Kind, plan.Name.Field, "Byt elevregister", plan.Unit.Field, school, plan.Systems.Field, []field.ID{pupils}, plan.Phase.Field, "execution", plan.Start.Field, w.today)
	desk := w.add(service.Kind, service.Name.Field, "Arbetsplats", service.Phase.Field, service.Running, service.Audience.Field, "alla anställda", service.Definition.Field, "Dator och konto. Telefon ingår inte.",
		service.Price.Field, money.FromKronor(400), service.PricePer.Field, "per månad", service.Support.Field, "Servicedesk, 1000", service.Notes.Field, "Ej för spridning")
	level := w.add(service.LevelKind, service.LevelName.Field, "Svar i tid", service.LevelOf.Field, []field.ID{desk}, service.State.Field, service.Approved, service.Measure.Field, "response",
		service.Target.Field, int64(40_000), service.In.Field, "hours")
	w.add(service.OutcomeKind, service.OutcomeOf.Field, level, service.OutcomeTo.Field, w.today.AddMonths(-1), service.Outcome.Field, int64(60_000))
	return w
}

// TestGoldenTexts: the registers' reports of a small portfolio say what they said.
func TestGoldenTexts(t *testing.T) {
	w := village(t)
	for name, sets := range map[string]map[string]string{
		"efterlevnad": nil, "systemkort": {"om": "Journalen"}, "roller": nil, "tjanstekatalog": nil, "forvaltning": {"enhet": "Skolförvaltningen"}, "systemforteckning": {"grupp": "livscykel"},
	} {
		golden(t, name, build(t, w, name, sets))
	}
}

// TestComplianceTies: the report of how the rules are followed counts what Behind says is
// missing, thing by thing, but for what is excepted.
func TestComplianceTies(t *testing.T) {
	w := ekvalla(t, demo.S)
	missing := 0
	for _, k := range w.Kinds() {
		for _, r := range w.All(k) {
			if field.Over(w, r) {
				continue
			}
			for _, m := range governance.Behind(w, r) {
				if !m.Excepted {
					missing++
				}
			}
		}
	}
	breaches := 0
	for _, c := range governance.Compliances(w, func(*field.Record) bool { return true }) {
		breaches += len(c.Breaches)
		only := map[field.ID]bool{}
		for _, b := range c.Excepted {
			only[b.Of.ID] = true
		}
		for _, b := range c.Breaches {
			delete(only, b.Of.ID)
		}
		if c.Tried != c.Followed+c.Breaking()+len(only) {
			t.Errorf("%s: %d tried, %d followed, %d breaking, %d excepted", c.Rule.Key, c.Tried, c.Followed, c.Breaking(), len(only))
		}
	}
	text := whole(build(t, w, "efterlevnad", nil))
	if breaches != missing || missing == 0 || !strings.Contains(text, "\n"+"Summa | ") || !strings.Contains(text, " | "+report.Count(missing)+" | ") {
		t.Errorf("%d breaches, %d are missing, and the report says:\n%s", breaches, missing, text[:min(len(text), 600)])
	}
	// Some are named, and how many aren't is said; chosen, all are, each once.
	if !strings.Contains(text, "nämns inte här") || strings.Contains(text, "Bilaga: alla namn\n") {
		t.Error("how many aren't named isn't said, or all are")
	}
	all := whole(build(t, w, "efterlevnad", map[string]string{"namn": "ja"}))
	_, appendix, _ := strings.Cut(all, "Bilaga: alla namn\n")
	for _, s := range w.All(system.Kind) {
		departs := slices.ContainsFunc(governance.Compliances(w, func(r *field.Record) bool { return r.ID == s.ID }), func(c governance.Compliance) bool { return len(c.Breaches) > 0 })
		if n := strings.Count(appendix, "\n"+s.Ref+" | "); n > 1 || (n == 1) != departs {
			t.Errorf("%s is named %d times in the appendix, and departs from a rule: %v", s.Ref, n, departs)
		}
	}
	empty := whole(build(t, newWorld(t), "efterlevnad", nil))
	if !strings.Contains(empty, "inget att pröva") || strings.Contains(empty, "100 %") {
		t.Error("an empty portfolio isn't said to have nothing to hold against")
	}
}

// TestRolesTie: the roles that nobody has are those that the key figures count.
func TestRolesTie(t *testing.T) {
	w := ekvalla(t, demo.S)
	owners := 0
	for _, s := range w.All(system.Kind) {
		if slices.Contains(insight.Missing(w, s), system.SystemOwner.Field) {
			owners++
		}
	}
	text := whole(build(t, w, "roller", nil))
	if want := fmt.Sprintf("%d %s", owners, report.RoleMissing); owners == 0 || !strings.Contains(text, want) {
		t.Errorf("no %q in the report", want)
	}
	if f := insight.FiguresOf(w); f.WithoutOwner != owners {
		t.Errorf("%d lack an owner, the figures say %d", owners, f.WithoutOwner)
	}
}

// TestAUnitsPageTies: what a förvaltning's page counts is what is counted of the unit.
func TestAUnitsPageTies(t *testing.T) {
	w := ekvalla(t, demo.S)
	unit := w.all[org.UnitKind][slices.IndexFunc(w.all[org.UnitKind], func(u *field.Record) bool { return u.Name() == "Kommunledningskontoret" })]
	f := insight.FiguresOf(report.Within(w, unit.ID))
	text := whole(build(t, w, "forvaltning", map[string]string{"enhet": unit.Name()}))
	for _, want := range []string{f.Budget.Short(), f.Forecast.Short(), fmt.Sprintf("av %d i drift", f.InService)} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q on the page", want)
		}
	}
	if _, err := reports.Build(w, "forvaltning", reports.Options{}); fault.CodeOf(err) != fault.Usage {
		t.Errorf("without a unit: %v", err)
	}
}

// TestEachModelHasItsReports: whatever styrmodell a portfolio has, the reports that speak of
// its rules and roles are made, and name them.
func TestEachModelHasItsReports(t *testing.T) {
	for _, name := range []string{"danderyd", "karlstad", "stockholm", "lilla-edet", "boras"} {
		m, err := governance.Parse(assets.Must("models/" + name + ".json"))
		if err != nil {
			t.Fatal(err)
		}
		w := newWorld(t)
		w.model = m
		w.settings = demo.Settings(w.today)
		for _, r := range demo.Generate(demo.S, 1, w.today, m, w.NewID) {
			w.keep(r)
		}
		text := whole(build(t, w, "efterlevnad", nil))
		for _, r := range m.Rules {
			if !strings.Contains(text, r.Key) {
				t.Errorf("%s: no %s", name, r.Key)
			}
		}
		for _, other := range []string{"roller", "systemkort", "tjanstekatalog"} {
			build(t, w, other, nil)
		}
	}
}

// TestNothingSensitiveIsPublic: a mark in every sensitive text stands in no public version of
// any report that has one.
func TestNothingSensitiveIsPublic(t *testing.T) {
	const mark = "Xhemligt"
	w := ekvalla(t, demo.S)
	marked := 0
	for _, k := range w.Kinds() {
		for _, r := range w.All(k) {
			for _, f := range k.Fields() {
				if !f.Sensitive || !f.Prose() || !f.Kept() {
					continue
				}
				r.Put(f, mark)
				marked++
			}
		}
	}
	if marked == 0 {
		t.Fatal("nothing is sensitive")
	}
	public, told := 0, 0
	for _, info := range reports.List() {
		if !slices.ContainsFunc(info.Settings, func(s reports.Setting) bool { return s.Key == report.Public.Key }) {
			continue
		}
		public++
		sets, ok := needs(w, info)
		if !ok {
			continue
		}
		if strings.Contains(whole(build(t, w, info.Name, sets)), mark) {
			told++
		}
		sets[report.Public.Key] = report.Yes
		if text := whole(build(t, w, info.Name, sets)); strings.Contains(text, mark) {
			i := strings.Index(text, mark)
			t.Errorf("%s: the public version says %q", info.Name, text[max(0, i-200):i+len(mark)])
		}
	}
	if public < 3 || told == 0 {
		t.Errorf("%d reports have a public version, and %d tell what is sensitive in the other", public, told)
	}
}

// TestARegisterIsGroupedAndChosen: the systems are grouped, sorted and picked out as is asked.
func TestARegisterIsGroupedAndChosen(t *testing.T) {
	w := village(t)
	text := whole(build(t, w, "systemforteckning", map[string]string{"livscykel": "Under avveckling", "grupp": "ingen gruppering"}))
	if strings.Contains(text, "Journalen") || !strings.Contains(text, "Elevregistret") || !strings.Contains(text, "1 av 2 i registret") {
		t.Errorf("the others are there, or it isn't said:\n%s", text)
	}
	text = whole(build(t, w, "systemforteckning", map[string]string{"grupp": "livscykel", "kolumner": "name,operations_budget,lifecycle"}))
	if first, last := strings.Index(text, "I drift, 1 system"), strings.Index(text, "Under avveckling, 1 system"); first < 0 || last < first {
		t.Errorf("the stages don't stand in order:\n%s", text)
	}
	if !strings.Contains(text, "1 av 2") {
		t.Errorf("how many have an amount isn't said:\n%s", text)
	}
	wide := map[string]string{"liggande": "nej", "trangt": "utelämna kolumner", "kolumner": "name,description,system_owner,system_manager,supplier,unit,criticality,users,agreement_start,agreement_end,notice_by,operations_budget,operations_forecast"}
	doc := build(t, ekvalla(t, demo.S), "systemforteckning", wide)
	if told := strings.Join(doc.Remarks(), " "); !strings.Contains(told, "Driftprognos") || strings.Contains(told, "delad") {
		t.Errorf("what is left out isn't told: %q", told)
	}
}
