package reports_test

import (
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/budget"
	"itportfoljen/app/demo"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/reports"
)

// A report of a portfölj says so in its title and what its sums are of, and its budget is the
// portfölj's line in the whole municipality's budget. What belongs to no portfölj isn't told.
func TestAPortfoliosReportsAreOfIt(t *testing.T) {
	w := ekvalla(t, demo.S)
	parted := budget.Of(w, budget.Query{First: 2027, Last: 2027, Rows: []budget.Dimension{budget.By(budget.ByPortfolio)}})
	for _, o := range w.Options(plan.Portfolio.Field) {
		at := slices.IndexFunc(parted.Total.Parts, func(l *budget.Line) bool { return l.Key == o.Key })
		if at < 0 {
			continue
		}
		sum := parted.Total.Parts[at].Budget
		for name, key := range map[string]string{"ledningsgrupp": o.Key, "verksamhetsplan": o.Label, "budget": strings.ToUpper(o.Label)} {
			doc := build(t, w, name, map[string]string{"portfolj": key})
			text := strings.ReplaceAll(whole(doc), "\n", " ")
			for _, want := range []string{"för portföljen " + o.Label, "av portföljens insatser och det som hör till dem"} {
				if !strings.Contains(text, want) {
					t.Errorf("%s of %s lacks %q", name, o.Label, want)
				}
			}
			for _, not := range []string{"System i drift", "Systemens livscykel", "Avtal att ta ställning till", "i registret"} {
				if strings.Contains(text, not) {
					t.Errorf("%s of %s tells %q", name, o.Label, not)
				}
			}
			for _, r := range w.All(plan.Kind) {
				if plan.Portfolio.Get(r) != o.Key && strings.Contains(text, r.Name()) {
					t.Errorf("%s of %s tells of %s", name, o.Label, r.Name())
				}
			}
			if name == "budget" && sum.Known && !strings.Contains(text, "Summa | "+sum.Ore.Even(money.Kr)) {
				t.Errorf("the budget of %s isn't %s", o.Label, sum.Ore.Even(money.Kr))
			}
		}
	}
}

// A portfölj that isn't there is told with those that are, and an insats outside it isn't taken
// for one of its own.
func TestAPortfolioThatIsntThere(t *testing.T) {
	w := ekvalla(t, demo.S)
	first := w.Options(plan.Portfolio.Field)[0]
	at := slices.IndexFunc(w.all[plan.Kind], func(r *field.Record) bool { return plan.Portfolio.Get(r) != first.Key })
	out := w.all[plan.Kind][at]
	for name, c := range map[string]struct {
		report string
		sets   map[string]string
		says   string
	}{
		"not there": {"budget", map[string]string{"portfolj": "Månen"}, "De som finns är " + first.Label},
		"of none":   {"efterlevnad", map[string]string{"portfolj": first.Key}, "ingen inställning som heter ”portfolj”"},
		"outside":   {"insatsunderlag", map[string]string{"om": string(out.ID), "portfolj": first.Key}, "hör inte till portföljen " + first.Label},
	} {
		if _, err := reports.Build(w, c.report, reports.Options{Sets: c.sets}); fault.CodeOf(err) != fault.Usage || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
	w.model.Portfolios = nil
	if _, err := reports.Build(w, "budget", reports.Options{Sets: map[string]string{"portfolj": first.Key}}); err == nil || !strings.Contains(err.Error(), "Styrmodellen har inga portföljer") {
		t.Errorf("without any: %v", err)
	}
	for _, info := range reports.List() {
		for i, s := range info.Settings {
			if s.Kind == app.SettingPortfolio && info.Settings[0].Kind != app.SettingRecord && info.Settings[i-1].Kind != app.SettingUnit {
				t.Errorf("%s: the portfölj isn't beside the unit", info.Name)
			}
		}
	}
}

// A unit's first page has the unit's own ramar, and doesn't say that a portfölj has none.
func TestAUnitsFirstPageHasItsOwnRamar(t *testing.T) {
	w := town(t, 6, 20)
	w.model.Framing.Per = governance.PerPortfolio
	unit := w.all[org.UnitKind][0]
	w.add(frame.Kind, frame.Unit.Field, unit.ID, frame.Year.Field, int64(2027), frame.Amount.Field, money.FromKronor(700_000))
	for _, r := range w.all[plan.Kind] {
		r.Put(plan.Unit.Field, unit.ID)
	}
	first, _, _ := strings.Cut(whole(build(t, w, "ledningsgrupp", map[string]string{"enhet": unit.Name()})), "Kostnad per förvaltning")
	if !strings.Contains(first, "Ramar 2027") || strings.Contains(first, "ingen ram") {
		t.Errorf("the unit's ram doesn't stand alone:\n%s", first)
	}
}
