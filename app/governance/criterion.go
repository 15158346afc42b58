package governance

import (
	"fmt"
	"slices"

	"itportfoljen/app/field"
)

// Criterion is one of those that insatser are put in order by: how much it weighs, and who
// says how many points an insats has for it.
type Criterion struct {
	Key    string `json:"key"`
	Label  string `json:"label"`
	Short  string `json:"short,omitempty"` // over a narrow column
	Help   string `json:"help,omitempty"`
	Weight int    `json:"weight"`         // against the sum of all the weights
	From   string `json:"from,omitempty"` // one of PointsFrom; "" is that people say the points

	Synonyms []string `json:"synonyms,omitempty"` // what else it is called, or was
}

// Called says whether the criterion is what people call by a name, or called so before.
func (c Criterion) Called(name string) bool { return called(c.Label, c.Synonyms, name) }

// Question is the criterion as people are asked for its points.
func (c Criterion) Question() Question {
	return Question{Key: c.Key, Label: c.Label, Synonyms: c.Synonyms}
}

// What points follow from when nobody says them.
const (
	FromPriority = "priority" // the insats's own priority
	FromGoals    = "goals"    // what it contributes to goals
	FromRisk     = "risk"     // its risk: the lower the more points
	FromBenefit  = "benefit"  // in how many years the benefit has paid what it costs
)

// PointsFrom are those.
func PointsFrom() []string { return []string{FromPriority, FromGoals, FromRisk, FromBenefit} }

// MostPoints are the most points for a criterion; the least is one.
const MostPoints = 5

// PointsOptions are the points that people choose from, the most first.
func PointsOptions() (out []field.Option) {
	for n := MostPoints; n > 0; n-- {
		key := fmt.Sprint(n)
		out = append(out, field.Option{Key: key, Label: key + " av 5", Synonyms: []string{key, key + " poäng"}})
	}
	return out
}

// Criterion finds a criterion by its key or its words.
func (m *Model) Criterion(typed string) (Criterion, bool) {
	i := slices.IndexFunc(m.Criteria, func(c Criterion) bool { return c.Key == typed || c.Called(typed) })
	if i < 0 {
		return Criterion{}, false
	}
	return m.Criteria[i], true
}

// checkCriteria holds that the criteria weigh something, and that their points come from what
// there is.
func (m *Model) checkCriteria() error {
	sum := 0
	for i, c := range m.Criteria {
		at := fmt.Sprintf("criteria[%d].", i)
		switch {
		case c.Weight < 0 || c.Weight > 1000:
			return m.invalid(fmt.Sprintf("har ett kriterium, %s, vars vikt (%d) inte är 0–1000", c.Label, c.Weight), at+"weight")
		case c.From != "" && !slices.Contains(PointsFrom(), c.From):
			return m.meant(c.From, PointsFrom(), fmt.Sprintf("hämtar poängen för %s ur något (%s) som programmet inte känner till", c.Label, c.From), at+"from")
		}
		sum += c.Weight
	}
	if len(m.Criteria) > 0 && sum == 0 {
		return m.invalid("har kriterier men inget som väger något", "criteria[0].weight")
	}
	return nil
}
