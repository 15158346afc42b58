package plan

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

func init() {
	Decider.Fallback = DeciderRole.Field
	field.NewJointIn(Kind, []*field.Field{DecidedOn.Field, DecideBy.Field}, decisionDay, "Beslutsdatum", "beslutsdag", "beslut datum", "datum för beslut")
	field.NewJoint(Kind, []*field.Field{Decided.Field, DecidedOn.Field, DecisionRef.Field, DeciderRole.Field}, decisionWords, "Beslut", "fattat beslut", "beslut utfall")
}

// latestDecision is the last decision of an insats, nil for none.
func latestDecision(w field.World, id field.ID) (last *field.Record) {
	for _, d := range w.Pointing(governance.DecisionOf.Field, id) {
		if governance.DecisionType.Get(d) == governance.Decided && (last == nil || governance.DecisionOn.Get(d) >= governance.DecisionOn.Get(last)) {
			last = d
		}
	}
	return last
}

func decidedOutcome(w field.World, r *field.Record) field.Value {
	if d := latestDecision(w, r.ID); d != nil {
		return d.Get(governance.DecisionOutcome.Field)
	}
	return nil
}

// writeOutcome makes a decision of an outcome. It is of the day that the insats was decided on,
// unless there is a later one or that hasn't been.
func writeOutcome(w field.World, r *field.Record, v field.Value) ([]field.Change, error) {
	last := latestDecision(w, r.ID)
	switch {
	case field.Equal(decidedOutcome(w, r), v):
		return nil, nil
	case field.IsEmpty(v):
		return nil, fault.New(fault.Conflict, "Ett beslut skrivs aldrig över. Inget har ändrats. Skriv det nya utfallet.")
	}
	on := DecidedOn.Get(r)
	if on.IsZero() || on > w.Today() || last != nil && on <= governance.DecisionOn.Get(last) {
		on = w.Today()
	}
	d := field.NewRecord(governance.DecisionKind, w.NewID()).Put(governance.DecisionOf.Field, r.ID).Put(governance.DecisionType.Field, governance.Decided)
	d.Put(governance.DecisionOn.Field, on).Put(governance.DecisionOutcome.Field, v)
	if by := Decider.Get(r); by != "" {
		d.Put(governance.DecisionBy.Field, by)
	}
	for to, s := range map[*field.Field]string{governance.DecisionRole.Field: DeciderRole.Get(r), governance.DecisionRef.Field: DecisionRef.Get(r)} {
		if s != "" {
			d.Put(to, s)
		}
	}
	return []field.Change{{Op: field.Create, Kind: d.Kind, ID: d.ID, Record: d, Owner: r.ID}}, nil
}

// decidedForum is the forum of the last decision, else the one that the phase belongs to.
func decidedForum(w field.World, r *field.Record) field.Value {
	m := governance.Of(w)
	if d := latestDecision(w, r.ID); d != nil {
		by, before := governance.DecisionForum.Get(d), treatedIn(governance.DecisionReason.Get(d))
		if i := slices.IndexFunc(m.Forums, func(f governance.Forum) bool { return f.Called(by) || f.Called(before) }); i >= 0 {
			return m.Forums[i].Key
		}
	}
	if p, _ := m.Phase(Phase.Get(r)); p.Forum != "" {
		return p.Forum
	}
	return nil
}

// treated is what a decision says of a forum that had the insats before it and didn't decide.
func treated(forum string) string { return treatedBefore + forum + "." }

const treatedBefore = "Behandlad i "

// treatedIn is the forum of what treated says; "" of another reason.
func treatedIn(reason string) string {
	forum, is := strings.CutPrefix(reason, treatedBefore)
	if !is {
		return ""
	}
	return strings.TrimSuffix(forum, ".")
}

// writeForum says in which forum the decision was made that the insats got just now. One that
// only advises has decided nothing, which the decision says; one that is written down stands.
func writeForum(w field.World, r *field.Record, v field.Value) ([]field.Change, error) {
	m, d := governance.Of(w), latestDecision(w, r.ID)
	key, _ := v.(string)
	change, is := w.(interface {
		Before(id field.ID) *field.Record
	})
	switch {
	case field.Equal(decidedForum(w, r), v):
		return nil, nil
	case key == "" || d == nil:
		return nil, fault.New(fault.Conflict, fmt.Sprintf("%s har inget beslut, och fasen %s hör inte till %s. Inget har ändrats. Forumet följer av fasen.", r.Name(), Phase.Show(w, Phase.Get(r)), m.ForumName(key)))
	case !is || change.Before(d.ID) != nil:
		return nil, fault.New(fault.Conflict, "Ett beslut skrivs aldrig över. Inget har ändrats. Skriv ett nytt beslut, med forumet.")
	}
	if !m.MayDecide(key) {
		return governance.DecisionReason.Assign(w, d, 0, treated(m.ForumName(key)))
	}
	return governance.DecisionForum.Assign(w, d, 0, m.ForumName(key))
}

// decisionDay parts a day of decision: one that has been is when it was decided, one to come
// when it is needed.
func decisionDay(w field.World, s string) (field.Parted, bool) {
	r, err := date.Read(s)
	if err != nil {
		return field.Parted{}, false
	}
	if r.To <= w.Today() {
		return field.Parted{Texts: []string{r.To.String(), ""}, Note: r.Note}, true
	}
	return field.Parted{Texts: []string{"", r.To.String()}, Note: r.Note}, true
}

var (
	reDecisionRef = regexp.MustCompile(`(?:\b(\p{Lu}{2,5}) )?§ ?\d+\w?(?:/\d+)?|(?i:\b(?:dnr|diarienr|diarienummer)\.?:? ?[^\s,;)]+)`)
	reDecisionDay = regexp.MustCompile(`\b(?:19|20)\d\d-\d\d-\d\d\b`)
)

// decisionWords parts what is said of a decision: its outcome, day, reference and who decided, as
// in "Bifall KS 2026-03-10 § 14". It is none of it that a text alone says who.
func decisionWords(s string) (field.Parted, bool) {
	day, ref, body := reDecisionDay.FindString(s), "", ""
	if m := reDecisionRef.FindStringSubmatch(s); m != nil {
		ref, body = m[0], m[1]
	}
	rest := strings.TrimSpace(strings.Replace(strings.Replace(s, day, " ", 1), ref, " ", 1))
	words, outcome := strings.FieldsFunc(rest, func(r rune) bool { return r == ' ' || r == ',' || r == ';' || r == ':' || r == '(' || r == ')' }), ""
	for i := range words {
		for n := min(2, len(words)-i); n > 0 && outcome == ""; n-- {
			if said := outcomeOf(strings.Join(words[i:i+n], " ")); said != "" {
				outcome, words = said, append(words[:i:i], words[i+n:]...)
			}
		}
		if outcome != "" {
			break
		}
	}
	who := cmp.Or(strings.Join(words, " "), body)
	if outcome == "" && day == "" && ref == "" {
		return field.Parted{}, false
	}
	return field.Parted{Texts: []string{outcome, day, ref, who}}, true
}

// outcomeOf is the outcome that a word says, as the alternative is called; "" for none. A yes is
// a yes.
func outcomeOf(word string) string {
	if yes, known := field.YesNo(word); known {
		return map[bool]string{true: "Bifall", false: "Avslag"}[yes]
	}
	key := text.Key(word)
	for _, o := range governance.DecisionOutcome.Options {
		if text.Key(o.Label) == key {
			return o.Label
		}
		for _, s := range o.Synonyms {
			if text.Key(s) == key {
				return o.Label
			}
		}
	}
	return ""
}
