package reports_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/demo"
	"itportfoljen/app/document"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/goal"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/risk"
	"itportfoljen/app/service"
	"itportfoljen/app/system"
	uses "itportfoljen/app/usage"
	"itportfoljen/assets"
	"itportfoljen/reports"
)

// sitting is a small municipality with a forum that has met and is to meet again, on an insats
// that something is known of in each part of its underlag.
func sitting(t testing.TB) *world {
	w := town(t, 6, 0)
	anna, johan := w.all[org.PersonKind][0].ID, w.all[org.PersonKind][1].ID
	units := w.all[org.UnitKind]
	insats := w.add(plan.Kind, plan.Name.Field, "Byte av diariesystem", plan.Unit.Field, units[0].ID, plan.Phase.Field, "review", plan.Class.Field, "major", plan.Portfolio.Field, w.model.Portfolios[0].Key,
		plan.Description.Field, "Dagens diarium stöds inte efter 2027.", plan.Recommendation.Field, "Tillstyrks, bl.a. därför att stödet upphör. Arkivet ska vara med från början.", plan.DecideBy.Field, w.today.AddDays(12),
		plan.Start.Field, w.today.AddMonths(3), plan.End.Field, w.today.AddMonths(14), plan.Systems.Field, []field.ID{w.all[system.Kind][1].ID}, plan.Manager.Field, johan, plan.Client.Field, anna,
		plan.BenefitPerYear.Field, money.FromKronor(231_000), plan.BenefitNote.Field, "Kortare handläggning", plan.BenefitOwner.Field, anna, plan.Risk.Field, "3×4", plan.Financing.Field, "Driftbudget")
	w.cost(insats, 2027, economy.Investment, money.FromKronor(640_000))
	w.cost(insats, 2028, economy.Operations, money.FromKronor(95_000))
	economy.Rows(w, insats)[0].Put(economy.CostForecast.Field, money.FromKronor(701_500))
	for i, q := range w.model.Checklist[:3] {
		w.add(governance.AnswerKind, governance.AnswerOf.Field, insats, governance.AnswerQuestion.Field, q.Label, governance.AnswerValue.Field, []string{"yes", "no", "no"}[i], governance.AnswerNote.Field, []string{"Över gränsen", "", ""}[i])
	}
	w.add(governance.AnswerKind, governance.AnswerOf.Field, insats, governance.AnswerQuestion.Field, w.model.Assessment[0].Label, governance.AnswerValue.Field, "remark", governance.AnswerNote.Field, "Arkivet saknas")
	w.add(risk.Kind, risk.What.Field, "Leverantören blir försenad", risk.Of.Field, insats, risk.Probability.Field, int64(4), risk.Consequence.Field, int64(4), risk.Action.Field, "Vite i avtalet", risk.Who.Field, johan,
		risk.ProbabilityAfter.Field, int64(2), risk.ConsequenceAfter.Field, int64(3), risk.State.Field, risk.Open, risk.Notes.Field, "Hemlig anteckning")
	g := w.add(goal.Kind, goal.Name.Field, "Alla e-tjänster är tillgängliga", goal.Level.Field, goal.Council)
	w.add(goal.ContributionKind, goal.ContributionOf.Field, insats, goal.ContributionTo.Field, g, goal.Contribution.Field, "Färre steg för den som söker")
	w.add(plan.LegKind, plan.LegName.Field, "Upphandling", plan.LegOf.Field, insats, plan.LegYear.Field, int64(2027), plan.LegFrom.Field, w.today.AddMonths(3), plan.LegTo.Field, w.today.AddMonths(8), plan.LegAmount.Field, money.FromKronor(640_000), plan.LegState.Field, plan.LegPlanned)
	w.add(document.Kind, document.Title.Field, "Projektplan", document.Of.Field, insats, document.Number.Field, "KS 2026/12", document.Link.Field, "hemlig/plan.pdf")
	decision := func(sort, outcome string, on int, pairs ...any) {
		w.add(governance.DecisionKind, append([]any{governance.DecisionOf.Field, insats, governance.DecisionType.Field, sort, governance.DecisionOutcome.Field, outcome, governance.DecisionOn.Field, w.today.AddDays(on)}, pairs...)...)
	}
	decision(governance.Advised, governance.Returned, -40, governance.DecisionForum.Field, "Centralt strategiskt IT-forum", governance.DecisionReason.Field, "Kostnaden för drift saknas.")
	decision(governance.Excepted, governance.Approved, -5, governance.DecisionGate.Field, "Da-38-ramar", governance.DecisionBy.Field, anna, governance.DecisionRole.Field, "IT-chefen", governance.DecisionUntil.Field, w.today.AddDays(90), governance.DecisionReason.Field, "Prövas i upphandlingen.")

	f := w.add(forum.Kind, forum.Name.Field, "Strategiskt IT-forum", forum.Type.Field, "it_forum")
	w.add(forum.MemberKind, forum.MemberOf.Field, f, forum.MemberPerson.Field, anna)
	w.add(forum.MemberKind, forum.MemberOf.Field, f, forum.MemberPerson.Field, johan)
	w.add(forum.MemberKind, forum.MemberOf.Field, f, forum.MemberPerson.Field, w.all[org.PersonKind][3].ID, forum.MemberAs.Field, forum.CoOpted)
	was := w.add(forum.MeetingKind, forum.MeetingName.Field, "Strategiskt IT-forum i oktober", forum.MeetingOf.Field, f, forum.MeetingOn.Field, w.today.AddDays(-40), forum.State.Field, forum.Closed, forum.ClosedOn.Field, w.today.AddDays(-33),
		forum.Present.Field, "Anna Ek, Fatima Al-Hassan (adjungerad), Gäst från länet", forum.Keeper.Field, anna, forum.MeetNotes.Field, "Laget runt.")
	next := w.add(forum.MeetingKind, forum.MeetingName.Field, "Strategiskt IT-forum i december", forum.MeetingOf.Field, f, forum.MeetingOn.Field, w.today.AddDays(10), forum.State.Field, forum.Called, forum.MeetingTime.Field, "9–11", forum.MeetingAt.Field, "Linden")
	for i, m := range []field.ID{was, next} {
		it := w.add(forum.ItemKind, forum.ItemSubject.Field, "Byte av diariesystem", forum.ItemOf.Field, m, forum.ItemInitiative.Field, insats, forum.ItemAsk.Field, forum.Preparation, forum.ItemPresenter.Field, johan)
		if i == 0 {
			w.byID[it].Put(forum.ItemOutcome.Field, governance.Returned).Put(forum.ItemParagraph.Field, "§ 4").Put(forum.ItemNote.Field, "Johan Lind hade annan mening.").Put(forum.ItemStays.Field, true)
		}
		w.add(forum.ItemKind, forum.ItemSubject.Field, "Läget i driften", forum.ItemOf.Field, m, forum.ItemAsk.Field, forum.Information)
	}
	w.add(forum.NextKind, forum.NextText.Field, "Reda ut kostnaden för drift", forum.NextOf.Field, was, forum.NextInitiative.Field, insats, forum.NextWho.Field, johan, forum.NextBy.Field, w.today.AddDays(-3))
	w.add(plan.Kind, plan.Name.Field, "Ny växel", plan.Unit.Field, units[1].ID, plan.Phase.Field, "review")

	sys := w.all[system.Kind][1].ID
	for i, share := range []int64{60, 40} {
		w.add(uses.Kind, uses.Of.Field, sys, uses.Unit.Field, units[[]int{0, 3}[i]].ID, uses.Users.Field, int64(120-i*40), uses.Share.Field, share)
	}
	level := w.add(service.LevelKind, service.LevelName.Field, "Diariets tillgänglighet", service.LevelOf.Field, []field.ID{sys}, service.State.Field, service.Draft, service.Measure.Field, "availability", service.Target.Field, int64(0), service.LevelNotes.Field, "Hemlig anteckning")
	w.byID[level].Put(service.Target.Field, nil).Put(service.Customer.Field, []field.Holding{{Person: anna}})
	return w
}

// about are the reports of this file with what they are of.
var about = map[string]map[string]string{
	"insatsunderlag":      {"om": "Byte av diariesystem"},
	"dagordning":          {"om": "Strategiskt IT-forum i december"},
	"minnesanteckningar":  {"om": "Strategiskt IT-forum i oktober", "justerare": "Johan Lind"},
	"sla":                 {"om": "Diariets tillgänglighet"},
	"delat":               {"om": "Diariet W3"},
	"produktionssattning": {"om": "Diariet W3"},
	"overlamning":         {"om": "Byte av diariesystem"},
}

func TestTheForumsPapersSay(t *testing.T) {
	w := sitting(t)
	for name, sets := range about {
		golden(t, name, build(t, w, name, sets))
	}
}

// TestAnUnderlagTiesToTheRules: its figures are app's, and each condition stands as app says.
func TestAnUnderlagTiesToTheRules(t *testing.T) {
	for _, w := range []*world{sitting(t), ekvalla(t, demo.S), hard(t)} {
		for _, r := range w.all[plan.Kind][:2] {
			text := whole(build(t, w, "insatsunderlag", map[string]string{"om": string(r.ID)}))
			if total, known := plan.Cost(w, r); known && !strings.Contains(text, total.Kr()) {
				t.Errorf("%s: the sum %s isn't there", r.Ref, total.Kr())
			}
			to, all := plan.Conditions(w, r)
			lacks := 0
			for _, c := range all {
				if !strings.Contains(text, c.Gate.Key) {
					t.Errorf("%s: %s isn't told", r.Ref, c.Gate.Key)
				}
				if c.Open() {
					lacks++
				}
			}
			if said := fmt.Sprintf("%d av %d krav saknas", lacks, len(all)); to != "" && lacks > 0 && !strings.Contains(text, said) {
				t.Errorf("%s: not %q", r.Ref, said)
			}
		}
	}
}

// TestNoRecommendationIsCut: however it is abbreviated, it stands whole, in the underlag and in
// the agenda's.
func TestNoRecommendationIsCut(t *testing.T) {
	w := sitting(t)
	for _, name := range []string{"insatsunderlag", "dagordning"} {
		if text := whole(build(t, w, name, about[name])); !strings.Contains(text, "Arkivet ska vara med från början.") {
			t.Errorf("%s cuts the recommendation:\n%s", name, text)
		}
	}
}

// TestPublicForumPapers leave out what is sensitive, and papers to sign never have it.
func TestPublicForumPapers(t *testing.T) {
	w := sitting(t)
	for name, sets := range about {
		sets = maps.Clone(sets)
		open := name == "sla" || name == "delat" || name == "produktionssattning" || name == "overlamning"
		if !open {
			sets["publik"] = "ja"
		}
		text := whole(build(t, w, name, sets))
		for _, secret := range []string{"Hemlig anteckning", "hemlig/plan.pdf", "Hemligt skydd", "Gäst från länet"} {
			if strings.Contains(text, secret) {
				t.Errorf("%s tells %q", name, secret)
			}
		}
	}
	if text := whole(build(t, w, "minnesanteckningar", about["minnesanteckningar"])); !strings.Contains(text, "Gäst från länet") {
		t.Error("the minutes don't say who was there")
	}
}

// TestAMeetingThatHasNotBeenSaysSo, and no day is made up for the next.
func TestAMeetingThatHasNotBeenSaysSo(t *testing.T) {
	w := sitting(t)
	text := whole(build(t, w, "minnesanteckningar", map[string]string{"om": "Strategiskt IT-forum i december"}))
	for _, want := range []string{"Mötet är inte hållet", "Ingen dag för nästa möte är bestämd.", "Skrivs när mötet är hållet."} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// TestEveryModelHasItsPapers: what a styrmodell has nothing of is let be or said.
func TestEveryModelHasItsPapers(t *testing.T) {
	for _, name := range []string{"boras", "danderyd", "karlstad", "lilla-edet", "stockholm"} {
		w := sitting(t)
		m, err := governance.Parse(assets.Must("models/" + name + ".json"))
		if err != nil {
			t.Fatal(err)
		}
		w.model = m
		for report, sets := range about {
			doc := build(t, w, report, sets)
			inside(t, name+" "+report, doc)
			if text := whole(doc); strings.Contains(text, "%!") {
				t.Errorf("%s %s:\n%s", name, report, text)
			}
		}
	}
}

// TestForumPapersAreOfEachThing: none fails, whatever the insats, the meeting or the system is.
func TestForumPapersAreOfEachThing(t *testing.T) {
	w := ekvalla(t, demo.S)
	for _, info := range reports.List() {
		if about[info.Name] == nil {
			continue
		}
		of := info.Settings[0]
		if of.Kind != app.SettingRecord {
			t.Fatalf("%s isn't about something first", info.Name)
		}
		for i, r := range w.all[of.Of] {
			if i < 30 {
				doc := build(t, w, info.Name, map[string]string{of.Key: string(r.ID)})
				inside(t, info.Name+" "+r.Ref, doc)
			}
		}
	}
}

// TestTheSharesOfASharedSystemComeToItsBudget, and each unit's is what app/usage gives it.
func TestTheSharesOfASharedSystemComeToItsBudget(t *testing.T) {
	w := sitting(t)
	s := w.all[system.Kind][1]
	total, _ := economy.Sum(w, s.ID, w.PlanYear(), economy.Operations, economy.CostBudget)
	var sum money.Ore
	text := whole(build(t, w, "delat", about["delat"]))
	for i, part := range uses.Amounts(w, s.ID, total) {
		u := uses.Unit.Get(uses.Rows(w, s.ID)[i])
		if own, ok := uses.PartOf(w, s.ID, u).Of(total); !ok || own != part || !strings.Contains(text, w.Label(u)+" | "+[]string{"120", "80"}[i]+" | "+[]string{"60", "40"}[i]+" | "+part.Kr()) {
			t.Errorf("%s has %s, and by itself %s, in\n%s", w.Label(u), part.Kr(), own.Kr(), text)
		}
		sum += part
	}
	if sum != total {
		t.Errorf("the shares come to %s of %s", sum.Kr(), total.Kr())
	}
}

// TestACostOfMonthsIsPaidOnce: a year's row whose months are what counts isn't told with them.
func TestACostOfMonthsIsPaidOnce(t *testing.T) {
	w := sitting(t)
	s := w.all[system.Kind][1]
	year := int64(w.PlanYear())
	cost := func(month string, kr int64) {
		r := field.NewRecord(economy.CostKind, w.NewID()).Put(economy.CostOwner.Field, s.ID).Put(economy.CostYear.Field, year).
			Put(economy.CostType.Field, economy.Operations).Put(economy.CostText.Field, "Drift delad").Put(economy.CostBudget.Field, money.FromKronor(kr))
		if month != "" {
			r.Put(economy.CostMonth.Field, month)
		}
		w.keep(r)
		w.add(economy.PayerKind, economy.PayerOf.Field, r.ID, economy.PayerUnit.Field, w.all[org.UnitKind][0].ID, economy.PayerShare.Field, int64(10000))
	}
	cost("", 777_000)
	cost("1", 3_300)
	text := whole(build(t, w, "delat", about["delat"]))
	if strings.Contains(text, money.FromKronor(777_000).Kr()) || !strings.Contains(text, money.FromKronor(3_300).Kr()) {
		t.Errorf("what counts isn't what is told:\n%s", text)
	}
}
