// Package priority puts insatser in order: how many points each has for the styrmodell's
// criteria, and which of them the ramar have room for.
package priority

import (
	"fmt"
	"strconv"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/goal"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// The fields of an insats that tell how it stands among the others.
var (
	Points = field.NewDecimal(plan.Kind, "points", "Prioritetspoäng", field.In(plan.Prep), field.Each, field.Width(9), field.Help("1–5: styrmodellens kriterier efter sin vikt, räknat på dem som har poäng."), field.Computed(points), field.Blank(blank), field.Follows(kinds))
	Why    = field.NewLongText(plan.Kind, "points_why", "Poäng för poäng", field.In(plan.Prep), field.Help("Poängen för varje kriterium, dess vikt, och vad som saknas."), field.Computed(why), field.Follows(kinds))
)

func kinds() []*field.Kind {
	return []*field.Kind{governance.AnswerOf.Kind, goal.ContributionOf.Kind, economy.CostOwner.Kind}
}

// Mark is the points of an insats for a criterion.
type Mark struct {
	governance.Criterion
	Points int    // 1–5; 0 is that nobody has said, or that what they follow from isn't known
	Why    string // what they follow from, or what is said with them; of none, what is missing
}

// Score is how an insats stands.
type Score struct {
	Marks    []Mark
	Value    int64 // hundredths, 100–500: the mean of the points by weight, of those that there are; 0 is that there are none
	Weighed  int   // the weight of those
	Weight   int   // of all
	Unmarked int   // criteria that weigh something and have no points
}

// Enough says that at least half of the weight has points: of less it can't be said how the
// insats stands.
func (s Score) Enough() bool { return s.Weighed > 0 && 2*s.Weighed >= s.Weight }

// Whole says that each criterion that weighs something has its points.
func (s Score) Whole() bool { return s.Value != 0 && s.Unmarked == 0 }

// Of is the score of an insats by the styrmodell's criteria.
func Of(w field.World, r *field.Record) (out Score) {
	sum := 0
	for _, c := range governance.Of(w).Criteria {
		m := Mark{Criterion: c}
		m.Points, m.Why = mark(w, r, c)
		out.Marks = append(out.Marks, m)
		switch out.Weight += c.Weight; {
		case m.Points > 0:
			out.Weighed += c.Weight
			sum += c.Weight * m.Points
		case c.Weight > 0:
			out.Unmarked++
		}
	}
	if out.Weighed > 0 {
		out.Value = int64((200*sum + out.Weighed) / (2 * out.Weighed)) // rounded to hundredths
	}
	return out
}

// mark is the points that an insats has for a criterion, and why.
func mark(w field.World, r *field.Record, c governance.Criterion) (int, string) {
	switch c.From {
	case governance.FromPriority:
		return byPriority(w, r)
	case governance.FromGoals:
		return byGoals(w, r)
	case governance.FromRisk:
		return byRisk(w, r)
	case governance.FromBenefit:
		return byBenefit(w, r)
	}
	a := governance.AnswerTo(w, r.ID, c.Question())
	if a == nil {
		return 0, "ingen har satt poäng"
	}
	n := strings.Index("12345", governance.AnswerValue.Get(a)) + 1
	if n == 0 {
		return 0, "svaret är inga poäng: " + governance.AnswerValue.Read(w, a, 0)
	}
	return n, text.OneLine(governance.AnswerNote.Get(a))
}

func byPriority(w field.World, r *field.Record) (int, string) {
	n, known := map[string]int{"1": 5, "2": 3, "3": 1}[plan.Priority.Get(r)]
	if !known {
		return 0, "ingen prioritet är satt"
	}
	return n, "prioritet " + plan.Priority.Read(w, r, 0)
}

// byGoals goes by the goal that the insats contributes the most to.
func byGoals(w field.World, r *field.Record) (n int, why string) {
	sizes := map[string]int{"large": 5, "some": 3, "small": 2}
	to := w.Pointing(goal.ContributionOf.Field, r.ID)
	for _, c := range to {
		if size := sizes[goal.ContributionSize.Get(c)]; size > n {
			n, why = size, fmt.Sprintf("%s bidrag till %s", text.Lower(goal.ContributionSize.Read(w, c, 0)), w.Label(goal.ContributionTo.Get(c)))
		}
	}
	switch {
	case n > 0:
		return n, why
	case len(to) > 0:
		return 0, "bidraget till " + w.Label(goal.ContributionTo.Get(to[0])) + " har ingen storlek"
	}
	return 0, "inget mål är nämnt"
}

func byRisk(_ field.World, r *field.Record) (int, string) {
	share, known := plan.RiskScore(r)
	if !known {
		return 0, "risken är inte bedömd"
	}
	return 5 - int(min(share*5, 4)), "risk " + plan.Risk.Get(r)
}

// byBenefit goes by how many years of benefit it takes to pay the whole cost.
func byBenefit(w field.World, r *field.Record) (int, string) {
	cost, costKnown := plan.Cost(w, r)
	benefit, said := r.Get(plan.BenefitPerYear.Field).(money.Ore)
	switch {
	case !said:
		return 0, "nyttan per år är inte värderad"
	case !costKnown:
		return 0, "kostnaden är inte känd"
	case benefit <= 0:
		return 1, "ingen nytta i kronor"
	case cost <= 0:
		return 5, "kostar inget"
	}
	for i, years := range []money.Ore{1, 2, 3, 5} {
		if cost <= benefit*years {
			return 5 - i, fmt.Sprintf("betalar sig på högst %d år", years)
		}
	}
	return 1, "betalar sig inte på 5 år"
}

// Give says how many points an insats has for a criterion, 1–5, or takes them back with 0.
// Faults: NotFound, Invalid.
func Give(tx *field.Tx, id field.ID, c governance.Criterion, n int, note string) error {
	r := tx.Get(id)
	switch {
	case r == nil || !plan.Is(r):
		return fault.New(fault.NotFound, "Insatsen finns inte längre. Inget har ändrats.")
	case c.From != "":
		return fault.New(fault.Invalid, fmt.Sprintf("Poängen för %s räknas fram och kan inte skrivas. Inget har ändrats. Ändra det som de följer av.", c.Label))
	case n < 0 || n > governance.MostPoints:
		_, err := Read(strconv.Itoa(n))
		return err
	case n == 0:
		return governance.Answer(tx, id, c.Question(), "", "")
	}
	return governance.Answer(tx, id, c.Question(), fmt.Sprint(n), note)
}

// Read reads points as people write them: "4", "4 av 5"; nothing is 0.
func Read(typed string) (int, error) {
	s, _, _ := strings.Cut(strings.TrimSpace(typed), " av ")
	if s == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > governance.MostPoints {
		return 0, fault.New(fault.Invalid, fmt.Sprintf("”%s” är inga poäng. Inget har ändrats. Skriv 1–%d, eller inget alls för att ta bort dem.", typed, governance.MostPoints))
	}
	return n, nil
}

func points(w field.World, r *field.Record) field.Value {
	if s := Of(w, r); s.Value > 0 {
		return s.Value
	}
	return nil
}

func blank(w field.World, _ *field.Record) string {
	if len(governance.Of(w).Criteria) == 0 {
		return "styrmodellen har inga kriterier"
	}
	return "inga poäng är satta"
}

func why(w field.World, r *field.Record) field.Value {
	s := Of(w, r)
	if len(s.Marks) == 0 {
		return nil
	}
	var out []string
	for _, m := range s.Marks {
		out = append(out, m.Said(s.Weight))
	}
	return strings.Join(out, "\n")
}

// Said is the points in a line: "Verksamhetsnytta (30 %): 4 av 5, avstämt i forum". weight is
// that of all the criteria.
func (m Mark) Said(weight int) string {
	said := "–"
	if m.Points > 0 {
		said = fmt.Sprintf("%d av %d", m.Points, governance.MostPoints)
	}
	if m.Why != "" {
		said += ", " + m.Why
	}
	return fmt.Sprintf("%s (%s): %s", m.Label, Share(m.Weight, weight), said)
}

// Share is a weight of all as percent: "30 %".
func Share(of, all int) string {
	if all == 0 {
		return "0\u00a0%"
	}
	return fmt.Sprintf("%d\u00a0%%", (200*of+all)/(2*all))
}

// Told is the score of an insats in words: "3,4 – 2 av 5 kriterier saknar poäng"; "" where the
// styrmodell has no criteria.
func Told(w field.World, r *field.Record) string {
	s := Of(w, r)
	n := 0
	for _, m := range s.Marks {
		if m.Weight > 0 {
			n++
		}
	}
	switch {
	case n == 0:
		return ""
	case s.Value == 0:
		return "inga poäng är satta"
	case s.Unmarked == 0:
		return s.Said()
	}
	said := fmt.Sprintf("%s – %d av %s saknar poäng", strings.TrimSuffix(s.Said(), "*"), s.Unmarked, text.Plural(n, "kriterium", "kriterier"))
	if !s.Enough() {
		said += ", mer än halva vikten: den ställs efter dem som har fler"
	}
	return said
}
