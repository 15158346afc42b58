package reports_test

import (
	"context"
	"fmt"
	"maps"
	"strings"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/demo"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/rhythm"
	"itportfoljen/app/system"
	"itportfoljen/assets"
	"itportfoljen/reports"
)

// What has changed since the ledningsgrupp last met is counted forth out of the journal, and since
// a day or a locked state where that is asked for.
func TestTheLedningsgruppHearsWhatHasChanged(t *testing.T) {
	p := apptest.Open(t)
	unit := apptest.Add(t, p, org.UnitKind, org.UnitName, "Vård", org.UnitType, org.Administration)
	other := apptest.Add(t, p, org.UnitKind, org.UnitName, "Skola", org.UnitType, org.Administration)
	old := apptest.Add(t, p, system.Kind, system.Name, "Gamla journalen", system.OwnerUnit, unit.ID, system.Lifecycle, system.PhaseOut)
	steady := apptest.Add(t, p, system.Kind, system.Name, "Schemat", system.OwnerUnit, other.ID, system.Lifecycle, system.Running)
	insats := apptest.Add(t, p, plan.Kind, plan.Name, "Ny växel", plan.Unit, unit.ID, plan.Phase, "proposal")
	cost := apptest.Add(t, p, economy.CostKind, economy.CostOwner, old.ID, economy.CostYear, int64(2027), economy.CostType, economy.Operations, economy.CostBudget, money.FromKronor(100_000))
	apptest.Add(t, p, economy.CostKind, economy.CostOwner, steady.ID, economy.CostYear, int64(2027), economy.CostType, economy.Operations, economy.CostBudget, money.FromKronor(50_000))
	deal := apptest.Add(t, p, agreement.Kind, agreement.Name, "Växelavtalet", agreement.State, agreement.Planned, agreement.End, date.Date(20281231))
	said := func(sets map[string]string) string {
		t.Helper()
		all := map[string]string{"avsnitt": "förändringar"}
		maps.Copy(all, sets)
		return strings.ReplaceAll(whole(build(t, p, "ledningsgrupp", all)), "\u00a0", " ")
	}
	if text := said(nil); !strings.Contains(text, "Inget justerat möte med ledningsgruppen finns") {
		t.Errorf("no meeting has been held, and it says\n%s", text)
	}
	board := apptest.Add(t, p, forum.Kind, forum.Name, "Kommunens ledningsgrupp", forum.Type, "it")
	meeting := apptest.Add(t, p, forum.MeetingKind, forum.MeetingName, "Ledningsgruppen i november", forum.MeetingOf, board.ID, forum.MeetingOn, date.Date(20261103))
	apptest.Put(t, p, meeting.ID, forum.State, forum.Closed)
	if text := said(nil); !strings.Contains(strings.ReplaceAll(text, "\n", " "), "Inget har hänt med insatser, avtal eller system sedan Kommunens ledningsgrupp 2026-11-03 (justerat ") || !strings.Contains(text, "är desamma som då") {
		t.Errorf("nothing has changed, and it says\n%s", text)
	}
	locked := rhythm.Freezing{Year: 2027, Milestone: "Ram", By: "Controllern", Entry: p.Mark().Entry}
	if _, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) { _, err := rhythm.Freeze(tx, locked); return "Läget låst", err }); err != nil {
		t.Fatal(err)
	}
	apptest.Put(t, p, insats.ID, plan.Phase, "execution", plan.TimeStatus, "red")
	apptest.Put(t, p, old.ID, system.Lifecycle, system.OutOfUse)
	apptest.Put(t, p, deal.ID, agreement.State, agreement.Signed)
	apptest.Put(t, p, cost.ID, economy.CostBudget, money.FromKronor(120_000))
	apptest.Add(t, p, system.Kind, system.Name, "Nya journalen", system.OwnerUnit, unit.ID, system.Lifecycle, system.Running)
	golden(t, "ledning-forandringar", build(t, p, "ledningsgrupp", map[string]string{"avsnitt": "förändringar"}))
	for _, sets := range []map[string]string{nil, {"sedan": "Ram 2027"}, {"sedan": "LL-0001"}} {
		text := strings.ReplaceAll(said(sets), "\n", " ")
		for _, want := range []string{"Förslag → Genomförande", "Gamla journalen | var under avveckling", "Nya journalen | i drift", "Växelavtalet | ", "Vård | 100 000 | 120 000 | +20 000", "4 oförändrade | 2 565 000 | 2 565 000 | 0", "Summa | 2 665 000 | 2 685 000 | +20 000"} {
			if !strings.Contains(text, want) {
				t.Errorf("%v: no %q in\n%s", sets, want, text)
			}
		}
	}
	if text := strings.ReplaceAll(said(map[string]string{"enhet": "Skola"}), "\n", " "); strings.Contains(text, "journalen |") || !strings.Contains(text, "är desamma som då") {
		t.Errorf("the other unit's stand in a unit's:\n%s", text)
	}
	if text := said(map[string]string{"sedan": "2020-01-01"}); !strings.Contains(text, "går inte att räkna fram") {
		t.Errorf("before there was a portfolio:\n%s", text)
	}
	for _, wrong := range []map[string]string{{"sedan": "i våras"}, {"sedan": "2027-05-01"}, {"sedan": "LL-0009"}, {"sedan": "LL-0001", "datum": "2026-01-15"}} {
		if _, err := reports.Build(p, "ledningsgrupp", reports.Options{Sets: wrong}); fault.CodeOf(err) != fault.Usage {
			t.Errorf("%v: %v", wrong, err)
		}
	}
}

// The part about livscykel counts what the key figures do, and says what it rests on; an empty
// register is said to be empty.
func TestTheLedningsgruppSeesWhichSystemsLeave(t *testing.T) {
	for _, name := range []string{"danderyd", "karlstad", "stockholm", "lilla-edet", "boras"} {
		m, err := governance.Parse(assets.Must("models/" + name + ".json"))
		if err != nil {
			t.Fatal(err)
		}
		w := newWorld(t)
		w.model, w.settings = m, demo.Settings(w.today)
		for _, r := range demo.Generate(demo.S, 1, w.today, m, w.NewID) {
			w.keep(r)
		}
		f := insight.FiguresOf(w)
		text := strings.ReplaceAll(whole(build(t, w, "ledningsgrupp", map[string]string{"avsnitt": "livscykel,förändringar"})), "\n", " ")
		leave := 0
		for _, r := range system.Kept(w) {
			if system.RetireYear.Get(r) != 0 || system.Lifecycle.Get(r) == system.PhaseOut {
				leave++
			}
		}
		for _, want := range []string{fmt.Sprintf("%d av %d system i registret har en livscykel", f.Systems-f.Unstaged, f.Systems), fmt.Sprintf("%d system är under avveckling eller har ett avvecklingsår", leave),
			fmt.Sprintf("av %d system i drift har bedömts", f.InService), "Förändringar sedan förra rapporten"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q in\n%s", name, want, text)
			}
		}
	}
	w := newWorld(t)
	w.add(plan.Kind, plan.Name.Field, "Ny växel")
	if text := whole(build(t, w, "ledningsgrupp", map[string]string{"avsnitt": "livscykel"})); !strings.Contains(text, "Inga system är inlagda.") {
		t.Errorf("no systems:\n%s", text)
	}
	w = newWorld(t)
	w.add(system.Kind, system.Name.Field, "Utan år", system.Lifecycle.Field, system.PhaseOut)
	w.add(system.Kind, system.Name.Field, "Borde vara borta", system.Lifecycle.Field, system.Running, system.RetireYear.Field, int64(2025))
	w.add(system.Kind, system.Name.Field, "Okänt")
	golden(t, "ledning-livscykel", build(t, w, "ledningsgrupp", map[string]string{"avsnitt": "livscykel"}))
}
