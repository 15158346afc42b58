package reports_test

import (
	"strings"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/demo"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/app/risk"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
	"itportfoljen/reports/pdf"
)

// One's own words stand first, and only the parts that are ticked follow the first page.
func TestTheLedningsgruppHearsWhatIsToBeSaid(t *testing.T) {
	w := ekvalla(t, demo.S)
	doc := build(t, w, "ledningsgrupp", map[string]string{"budskap": "Ekonomisystemet är försenat.\nVi behöver ett beslut i dag.", "avsnitt": "risker,avtal"})
	pages := lines(doc)
	first := strings.Join(pages[0], "\n")
	said, figures := strings.Index(first, "Ekonomisystemet är försenat.\n"), strings.Index(first, "System i drift")
	if said < 0 || figures < said || !strings.Contains(first, "Vi behöver ett beslut i dag.") {
		t.Errorf("the message isn't first:\n%s", first)
	}
	if got := strings.Join(chapters(doc), ", "); got != "IT-läget inför 2027, Risker, Avtal" {
		t.Errorf("chapters: %s", got)
	}
	for part, heading := range map[string]string{"Beslutsunderlag": "Beslutsunderlag", "Undantag": "" /* the example has none */, "Insatser": "Insatser", "Tidplan": "Tidplan", "Risker": "Risker", "System": "System",
		"Kostnader": "Kostnad per förvaltning", "Avtal": "Avtal"} {
		if got := strings.Join(chapters(build(t, w, "ledningsgrupp", map[string]string{"avsnitt": part})), ", "); got != strings.TrimSuffix("IT-läget inför 2027, "+heading, ", ") {
			t.Errorf("%s alone is ticked: %s", part, got)
		}
	}
}

// chapters are the headings of the first level.
func chapters(doc *pdf.Doc) (out []string) {
	at := map[int]int{}
	for i, e := range doc.Tree() {
		if e.Role == pdf.RoleH1 {
			at[i] = len(out)
			out = append(out, "")
		}
	}
	for _, p := range doc.Pages() {
		for _, it := range p.Items {
			if m, ok := it.Mark.(pdf.TextMark); ok {
				if i, is := at[it.Elem]; is {
					out[i] += m.Text
				}
			}
		}
	}
	return out
}

// Countdowns are from the day that stands on the report, what has expired stands first, and a
// sum says what it rests on.
func TestTheLedningsgruppsDaysAreThoseOfTheReport(t *testing.T) {
	w := newWorld(t)
	w.introduce()
	thing := func(name string, end date.Date) {
		id := w.add(system.Kind, system.Name.Field, name, system.Lifecycle.Field, "production")
		w.agree(id, agreement.End.Field, end, agreement.NoticeMonths.Field, int64(0))
	}
	thing("Snart slut", 20261210)
	thing("Slut", 20261101)
	w.cost(w.all[system.Kind][0].ID, 2027, "operations", 100_000_00)
	before := whole(build(t, w, "ledningsgrupp", nil))
	for _, want := range []string{"Avtal som har gått ut, och att ta ställning till", "\nSlut | – | 2026-11-01, har gått ut", "2026-12-10, om 19 dagar", "vilar på de system som har ett: 1 av 2 system"} {
		if !strings.Contains(before, want) {
			t.Errorf("no %q in\n%s", want, before)
		}
	}
	after := whole(build(t, w, "ledningsgrupp", map[string]string{"datum": "2026-12-09"}))
	if !strings.Contains(after, "2026-12-10, om 1 dag") || !strings.Contains(after, "läget 9 december 2026") {
		t.Errorf("the countdown isn't the report's:\n%s", after)
	}
}

// What a forum advises is told apart from who decides.
func TestADecisionSaysWhoDecidesAndWhoAdvises(t *testing.T) {
	w := newWorld(t)
	w.introduce()
	id := w.add(plan.Kind, plan.Name.Field, "Ny växel", plan.Phase.Field, "decision", plan.DeciderRole.Field, "kommundirektören", plan.DecideBy.Field, date.Date(20261220),
		plan.Recommendation.Field, "Samordnas med bl.a. Skolverket. Sedan mer.")
	w.add(governance.DecisionKind, governance.DecisionOf.Field, id, governance.DecisionType.Field, governance.Advised, governance.DecisionForum.Field, "IT-forum",
		governance.DecisionOn.Field, date.Date(20261112), governance.DecisionOutcome.Field, "approved")
	text := whole(build(t, w, "ledningsgrupp", nil))
	for _, want := range []string{"Kommundirektören beslutar, senast 2026-12-20.", "bl.a. Skolverket.", "Beslutas av | kommundirektören", "Beslut behövs | 2026-12-20", "Yttrande | IT-forum 2026-11-12: "} {
		if !strings.Contains(strings.ReplaceAll(text, "\n", " "), strings.ReplaceAll(want, "\n", " ")) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// A cost that stands both on the year and on months is decided once, in the line of the first page
// and in the table of the decision's own.
func TestADecisionsMonthsAreNotAddedToTheirYear(t *testing.T) {
	w := newWorld(t)
	w.introduce()
	id := w.add(plan.Kind, plan.Name.Field, "Ny växel", plan.Phase.Field, "decision")
	for month, kkr := range map[string]money.Ore{"": 300, "1": 100, "2": 150} {
		row := []any{economy.CostOwner.Field, id, economy.CostYear.Field, int64(2027), economy.CostType.Field, economy.Investment, economy.CostBudget.Field, kkr * 100_000}
		if month != "" {
			row = append(row, economy.CostMonth.Field, month)
		}
		w.add(economy.CostKind, row...)
	}
	text := strings.ReplaceAll(whole(build(t, w, "ledningsgrupp", nil)), "\u00a0", " ")
	if !strings.Contains(text, "250 tkr investering;") || strings.Contains(text, "550") {
		t.Errorf("not 250 tkr, all of it investering:\n%s", text)
	}
}

func TestFirstPageStandsAlone(t *testing.T) {
	for size, w := range worlds(t) {
		pages := lines(build(t, w, "ledningsgrupp", nil))
		first := strings.Join(pages[0], "\n")
		for _, want := range []string{"Beslut som behövs i dag", "Pågående insatser", "Nytta mot risk", "Avtal att ta ställning till inom tolv månader"} {
			if !strings.Contains(first, want) {
				t.Errorf("%s: the first page lacks %q", size, want)
			}
		}
		if size == "tom" {
			if len(pages) != 1 {
				t.Errorf("an empty portfolio has %d pages", len(pages))
			}
			continue
		}
		if top := pages[1][0]; top != "Innehåll" && top != "Beslutsunderlag" && top != "Insatser" {
			t.Errorf("%s: the first page goes on to the second: %q", size, top)
		}
	}
}

// TestFirstPageHoldsEnough: with names of normal length the first page shows
// four of each, or more.
func TestFirstPageHoldsEnough(t *testing.T) {
	first := strings.Join(lines(build(t, ekvalla(t, demo.S), "ledningsgrupp", nil))[0], "\n")
	for _, want := range []string{"4 av 7, alla på | sida ", "4 av 34, alla på | sida ", "\n4 | "} {
		if !strings.Contains(first, want) {
			t.Errorf("no %q on the first page:\n%s", want, first)
		}
	}
	if strings.Contains(first, "Beslut som behövs i dag |") {
		t.Error("not all four decisions are shown")
	}
}

// No meeting day is made up.
func TestSubtitleWithoutSettings(t *testing.T) {
	w := newWorld(t)
	w.settings.Put(settings.NextBoard.Field, nil).Put(settings.Sender.Field, nil)
	if text := whole(build(t, w, "ledningsgrupp", nil)); !strings.Contains(text, "ledningsgruppen · läget 21 november 2026") {
		t.Errorf("%s", text)
	}
}

// A risk of an insats that is done is no risk that the ledningsgrupp has to think of.
func TestTheRisksAreThoseOfWhatIsNotOver(t *testing.T) {
	w := town(t, 3, 2)
	done := w.all[plan.Kind][0]
	for _, phase := range w.model.Phases {
		if phase.Stage == governance.Closed {
			done.Put(plan.Phase.Field, phase.Key)
		}
	}
	for of, name := range map[*field.Record]string{done: "Var en risk", w.all[plan.Kind][1]: "Är en risk"} {
		w.add(risk.Kind, risk.What.Field, name, risk.Of.Field, of.ID, risk.State.Field, risk.Open, risk.Probability.Field, int64(3), risk.Consequence.Field, int64(4))
	}
	said := whole(build(t, w, "ledningsgrupp", map[string]string{"avsnitt": "risker"}))
	if !strings.Contains(said, "Är en risk") || strings.Contains(said, "Var en risk") {
		t.Errorf("the risks:\n%s", said)
	}
}
