package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// Given is what the answers to the checklist say of the class of an insats.
type Given struct {
	Class string   // its key; "" while nothing says it
	Why   []string // the answers that give it, in few words
	Open  int      // questions that nobody has answered
}

// ByChecklist is the class that the answers give: the greatest that a yes gives, or the least
// when all is answered and nothing gives more. While questions are open it may become greater.
func ByChecklist(w field.World, r *field.Record) Given {
	m, answers := governance.Of(w), governance.Answers(w, r.ID)
	var g Given
	for _, q := range m.Checklist {
		yes, known := governance.Yes(answers, q.Key)
		switch {
		case !known:
			g.Open++
		case yes && q.Gives != "" && q.Gives == g.Class:
			g.Why = append(g.Why, q.Said())
		case yes && q.Gives != "" && m.Greater(g.Class, q.Gives) == q.Gives:
			g.Class, g.Why = q.Gives, []string{q.Said()}
		}
	}
	if g.Class == "" && g.Open == 0 && classing(m) {
		g.Class = m.Least()
	}
	return g
}

// classing says whether the model's checklist gives classes.
func classing(m *governance.Model) bool {
	return slices.ContainsFunc(m.Checklist, func(q governance.Question) bool { return q.Gives != "" })
}

// Text is "Större: berör flera förvaltningar, extern drift (2 frågor är inte besvarade)".
func (g Given) Text(m *governance.Model) string {
	c, known := m.Class(g.Class)
	if !known {
		return ""
	}
	said := c.Label + ": " + cmp.Or(strings.Join(g.Why, ", "), "inget svar gör den större")
	if g.Open > 0 {
		said += fmt.Sprintf(" (%s)", open(g.Open))
	}
	return said
}

func open(n int) string {
	return text.Plural(n, "fråga är inte besvarad", "frågor är inte besvarade")
}

func classText(w field.World, r *field.Record) field.Value {
	if s := ByChecklist(w, r).Text(governance.Of(w)); s != "" {
		return s
	}
	return nil
}

func classBlank(w field.World, r *field.Record) string {
	if g := ByChecklist(w, r); g.Class == "" && g.Open > 0 && classing(governance.Of(w)) {
		return open(g.Open)
	}
	return ""
}

// class is the class that is decided, else the one that the checklist gives.
func class(w field.World, r *field.Record) string {
	return cmp.Or(Class.Get(r), ByChecklist(w, r).Class)
}

func classLacks(w field.World, r *field.Record) field.Value {
	var names []string
	for _, f := range governance.ClassLacks(w, r) {
		names = append(names, f.Label)
	}
	if len(names) == 0 {
		return nil
	}
	return strings.Join(names, ", ")
}

// route are the phases before the decision that an insats goes through, and those that its
// class is spared.
func route(w field.World, r *field.Record) field.Value {
	m, of := governance.Of(w), class(w, r)
	c, known := m.Class(of)
	if _, says := m.ClassForums[of]; !known || !says {
		return nil
	}
	var goes, spared, forums []string
	for _, p := range m.Phases {
		switch {
		case p.Stage != governance.Prepared && p.Stage != governance.Waiting:
		case m.Passes(p, of):
			goes = append(goes, p.Label)
		default:
			spared, forums = append(spared, p.Label), append(forums, m.ForumName(p.Forum))
		}
	}
	said := strings.Join(goes, ", ")
	if len(spared) > 0 {
		said += fmt.Sprintf(". Hoppar över %s: klassen %s behöver inte gå till %s", text.And(spared), c.Label, text.Or(slices.Compact(forums)))
	}
	return said + "."
}

func routeBlank(w field.World, r *field.Record) string {
	if m := governance.Of(w); len(m.ClassForums) > 0 && class(w, r) == "" {
		return "klassen är inte bestämd"
	}
	return ""
}

func answers() []*field.Kind { return []*field.Kind{governance.AnswerKind} }

// Answer answers a question of the checklist, or answers it anew; "" takes the answer away.
// Faults: NotFound, Invalid.
func Answer(tx *field.Tx, id field.ID, q governance.Question, yes *bool, note string) error {
	r := tx.Get(id)
	if r == nil || r.Kind != Kind {
		return errGone
	}
	value := ""
	if yes != nil {
		value = map[bool]string{true: "yes", false: "no"}[*yes]
	}
	return governance.Answer(tx, id, q, value, note)
}

var errGone = fault.New(fault.NotFound, "Insatsen finns inte längre. Inget har ändrats.")

// Classify decides the class of an insats. Where it isn't what it was, or what the checklist
// gives, it is written down from which, why and by whom. Faults: NotFound, Invalid.
func Classify(tx *field.Tx, id field.ID, to string, s governance.Step) error {
	r := tx.Get(id)
	if r == nil || r.Kind != Kind {
		return errGone
	}
	given, was := ByChecklist(tx, r).Class, Class.Get(r)
	if to == was || was == "" && to == given {
		return tx.Set(id, Class.Field, to)
	}
	return governance.Reclass(tx, id, Class.Field, cmp.Or(was, given), to, s)
}

// Differs says whether the class that is decided isn't what the checklist gives, and nobody
// has said why.
func Differs(w field.World, r *field.Record) bool {
	g, is := ByChecklist(w, r), Class.Get(r)
	if is == "" || g.Class == "" || is == g.Class || g.Open > 0 && governance.Of(w).Greater(is, g.Class) == is {
		return false
	}
	of, _ := governance.Of(w).Class(is)
	return !slices.ContainsFunc(w.Pointing(governance.DecisionOf.Field, r.ID), func(d *field.Record) bool {
		return governance.DecisionType.Get(d) == governance.Classified && of.Called(governance.DecisionTo.Get(d))
	})
}
