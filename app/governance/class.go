package governance

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Class finds a class by its key.
func (m *Model) Class(key string) (Item, bool) {
	i := m.rank(key)
	if i < 0 {
		return Item{}, false
	}
	return m.Classes[i], true
}

// rank is the place of a class among the others, the least first.
func (m *Model) rank(class string) int {
	return slices.IndexFunc(m.Classes, func(c Item) bool { return c.Key == class })
}

// Greater is the one of two classes that asks for more; "" is less than any.
func (m *Model) Greater(a, b string) string {
	if m.rank(b) > m.rank(a) {
		return b
	}
	return a
}

// Least is the class that asks for the least; "" where there are none.
func (m *Model) Least() string {
	if len(m.Classes) == 0 {
		return ""
	}
	return m.Classes[0].Key
}

// Question finds a question of the checklist by its key or its words.
func (m *Model) Question(typed string) (Question, bool) {
	i := slices.IndexFunc(m.Checklist, func(q Question) bool { return q.Key == typed || q.Asks(typed) })
	if i < 0 {
		return Question{}, false
	}
	return m.Checklist[i], true
}

// Said is a question in the few words of why: "berör flera förvaltningar".
func (q Question) Said() string { return cmp.Or(q.Short, q.Label) }

// Answers are what has been answered to the questions of a thing's checklist, by their keys.
func Answers(w field.World, id field.ID) map[string]*field.Record {
	return AnswersTo(w, id, Of(w).Checklist)
}

// AnswersTo are what has been answered to some questions about a thing, by their keys.
func AnswersTo(w field.World, id field.ID, questions []Question) map[string]*field.Record {
	out := map[string]*field.Record{}
	for _, q := range questions {
		if a := AnswerTo(w, id, q); a != nil {
			out[q.Key] = a
		}
	}
	return out
}

// AnswerTo is what has been answered to a question about a thing; nil for nothing.
func AnswerTo(w field.World, id field.ID, q Question) *field.Record {
	if a := placeOf(w, id, q); a != nil && AnswerValue.Get(a) != "" {
		return a
	}
	return nil
}

// placeOf is where a question about a thing is answered, also when it isn't yet; nil for
// nowhere.
func placeOf(w field.World, id field.ID, q Question) *field.Record {
	for _, a := range w.Pointing(AnswerOf.Field, id) {
		if q.Asks(AnswerQuestion.Get(a)) {
			return a
		}
	}
	return nil
}

// Answer answers a question about a thing, or answers it anew; "" takes the answer away.
// Faults: those of the kind.
func Answer(tx *field.Tx, id field.ID, q Question, value, note string) error {
	said := placeOf(tx, id, q)
	switch {
	case value == "" && said == nil:
		return nil
	case value == "":
		return tx.Delete(said.ID)
	case said == nil:
		return tx.Create(field.NewRecord(AnswerKind, tx.NewID()).Put(AnswerOf.Field, id).Put(AnswerQuestion.Field, q.Label).
			Put(AnswerValue.Field, value).Put(AnswerNote.Field, field.OrNil(note)))
	}
	if err := tx.Set(said.ID, AnswerValue.Field, value); err != nil {
		return err
	}
	return tx.Set(said.ID, AnswerNote.Field, field.OrNil(note))
}

// Yes says whether a question of a thing's checklist is answered with yes; known is false
// where it isn't answered.
func Yes(answers map[string]*field.Record, key string) (yes, known bool) {
	r := answers[key]
	if r == nil {
		return false, false
	}
	v := AnswerValue.Get(r)
	return v == "yes", v == "yes" || v == "no"
}

// Passes says whether things of a class go to a phase. Those that a class is spared are where
// a forum that only advises prepares or prioritises: who decides is always asked.
func (m *Model) Passes(p Phase, class string) bool {
	forums, said := m.ClassForums[class]
	if !said || p.Forum == "" || p.Stage != Prepared && p.Stage != Waiting {
		return true
	}
	return m.MayDecide(p.Forum) || slices.Contains(forums, p.Forum)
}

// MayDecide says whether a forum, by its key, decides and not only advises. Where the model
// doesn't say of any, any may.
func (m *Model) MayDecide(forum string) bool {
	some := false
	for _, f := range m.Forums {
		if f.Decides && f.Key == forum {
			return true
		}
		some = some || f.Decides
	}
	return !some
}

// onlyAdvises says whether what a forum is called is one of the model's that doesn't decide.
func (m *Model) onlyAdvises(name string) bool {
	for _, f := range m.Forums {
		if f.Called(name) {
			return !m.MayDecide(f.Key)
		}
	}
	return false
}

// decides says whether a step is past the decision: into what is decided, from what isn't.
func (m *Model) decides(from, to string) bool {
	past := m.StageOf(to) == Planned || m.StageOf(to) == Running
	return past && (from == "" || m.StageOf(from).Undecided())
}

// advising is why a forum can't decide.
func advising(forum string) error {
	return fault.New(fault.Conflict, fmt.Sprintf("%s ger råd och beslutar inte. Inget har ändrats. Skriv det som ett yttrande, och beslutet av den som beslutar.", forum))
}

// classes are how the class of a kind's things is known.
var classes = map[*field.Kind]func(w field.World, r *field.Record) string{}

// Classes declares what the class of a kind's things is: "" while it isn't known. By it they
// are spared forums and must have something filled in.
func Classes(k *field.Kind, of func(w field.World, r *field.Record) string) { classes[k] = of }

// classOf is the class of a thing whose kind has one.
func classOf(w field.World, r *field.Record) string {
	if of := classes[r.Kind]; of != nil {
		return of(w, r)
	}
	return ""
}

// ClassLacks are the fields that the class of a thing asks for and that aren't filled in.
func ClassLacks(w field.World, r *field.Record) (out []*field.Field) {
	for _, key := range Of(w).ClassNeeds[classOf(w, r)] {
		if f := r.Kind.Field(key); f != nil && field.IsEmpty(f.Value(w, r, 0)) {
			out = append(out, f)
		}
	}
	return out
}

// Spared are the phases between two that things of a class don't go to.
func (m *Model) Spared(class, from, to string) (out []Phase) {
	for _, key := range m.Passed(from, to) {
		if p, ok := m.Phase(key); ok && key != to && !m.Passes(p, class) {
			out = append(out, p)
		}
	}
	return out
}

// SparedBy says which phases a thing skips on its way to another, and why; "" for none.
func SparedBy(w field.World, r *field.Record, to string) string {
	m, class := Of(w), classOf(w, r)
	c, known := m.Class(class)
	if !known || r.Kind.Step == nil || r.Kind.Step.Model != "phases" {
		return ""
	}
	var phases, forums []string
	for _, p := range m.Spared(class, field.Encode(r.Get(r.Kind.Step)), to) {
		phases = append(phases, p.Label)
		if name := m.ForumName(p.Forum); !slices.Contains(forums, name) {
			forums = append(forums, name)
		}
	}
	if len(phases) == 0 {
		return ""
	}
	return fmt.Sprintf("Hoppar över %s: klassen %s behöver inte gå till %s.", text.And(phases), c.Label, text.Or(forums))
}

// Following is the phase that a thing is offered to go to from where it is: the next that
// its class passes; "" for none.
func Following(w field.World, r *field.Record) string {
	return FollowingFrom(w, r, field.Encode(r.Get(r.Kind.Step)))
}

// Reclass gives a thing another class, and writes down from which, to which, why and by whom:
// what was before is kept. Faults: NotFound, Invalid.
func Reclass(tx *field.Tx, id field.ID, f *field.Field, from, to string, s Step) error {
	r := tx.Get(id)
	_, known := Of(tx).Class(to)
	switch {
	case r == nil:
		return errGone
	case !known:
		return fault.New(fault.Invalid, fmt.Sprintf("”%s” är ingen klass i styrmodellen. Inget har ändrats.", to))
	case s.Reason == "":
		return fault.New(fault.Invalid, "Skriv varför klassen ändras. Inget har ändrats.")
	case s.Forum == "" && s.By == "" && s.Role == "":
		return fault.New(fault.Invalid, "Säg vilket forum eller vem som ändrar klassen. Inget har ändrats.")
	}
	if err := tx.Set(id, f, to); err != nil {
		return err
	}
	return tx.Create(s.decision(tx, r, Classified).Put(DecisionFrom.Field, f.Show(tx, field.OrNil(from))).Put(DecisionTo.Field, f.Show(tx, to)))
}

// checkClasses holds that what the model says of classes is in it.
func (m *Model) checkClasses() error {
	classes, forums := keys(m.Options("classes")), keys(m.Options("forums"))
	for i, q := range m.Checklist {
		if q.Gives != "" && !slices.Contains(classes, q.Gives) {
			return m.meant(q.Gives, classes, fmt.Sprintf("har en fråga, %s, som ger en klass som inte finns (%s)", q.Key, q.Gives), fmt.Sprintf("checklist[%d].gives", i))
		}
	}
	for _, list := range []struct {
		name string
		of   map[string][]string
	}{{"class_needs", m.ClassNeeds}, {"class_forums", m.ClassForums}} {
		for _, key := range slices.Sorted(maps.Keys(list.of)) {
			if !slices.Contains(classes, key) {
				return m.meant(key, classes, fmt.Sprintf("talar i %s om en klass som inte finns (%s)", list.name, key), list.name+"."+key)
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(m.ClassForums)) {
		for _, forum := range m.ClassForums[key] {
			if !slices.Contains(forums, forum) {
				return m.meant(forum, forums, fmt.Sprintf("låter klassen %s gå till ett forum som inte finns (%s)", key, forum), "class_forums."+key)
			}
		}
	}
	return nil
}
