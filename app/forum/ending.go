package forum

import (
	"cmp"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// Ending is what closing a meeting does with one of its items.
type Ending struct {
	Item, Initiative *field.Record // Initiative is nil where it is about none
	Head             string        // "§ 2 Byte av telefoni"
	Said             string        // what is written down, "Yttrande: Bifall"; "" for nothing
	From, To         string        // the phases of the insats, the same where it stays; "" without one
	Stops            []Stop        // what is in the way
}

// Moves says whether the insats goes on.
func (e Ending) Moves() bool { return e.From != e.To }

// Endings are what closing a meeting would do as it stands, item by item, and what is in the
// way. Nobody sees the world that it is tried in.
func Endings(w field.World, m *field.Record) (out []Ending, err error) {
	f := w.Get(MeetingOf.Get(m))
	if f == nil {
		return nil, nil
	}
	tx := field.NewTx(w)
	for _, it := range Items(w, m.ID) {
		e := Ending{Item: it, Head: strings.TrimSpace(ItemParagraph.Get(it) + " " + it.Name())}
		r := w.Get(ItemInitiative.Get(it))
		if r != nil {
			e.Initiative, e.From = r, shown(w, tx.Get(r.ID), plan.Phase.Field)
		}
		stops, err := conclude(tx, f, m, it)
		if err != nil {
			stops = []Stop{{Text: strings.TrimSuffix(err.Error(), ".")}}
		}
		e.Stops = stops
		if r != nil {
			e.To = shown(w, tx.Get(r.ID), plan.Phase.Field)
		}
		if v := ItemOutcome.Read(w, it, 0); v != "" {
			e.Said = outcomeHead(w, f, it) + ": " + v
		} else if r != nil && ItemAsk.Get(it) == Information {
			e.Said = "Till forumet för information"
		}
		out = append(out, e)
	}
	return out, nil
}

// Except lets who may make exceptions from what is in the way of an item's insats, before the
// meeting is closed: it is written down with the meeting's reference and day, and holds for the
// step that closing takes. Faults: those of the exception.
func Except(tx *field.Tx, item field.ID, s governance.Step) error {
	it := tx.Get(item)
	if it == nil || it.Kind != ItemKind || tx.Get(ItemInitiative.Get(it)) == nil {
		return fault.New(fault.NotFound, "Ärendet gäller ingen insats att göra undantag för. Inget har ändrats.")
	}
	if m := tx.Get(ItemOf.Get(it)); m != nil {
		s.Reference = cmp.Or(s.Reference, strings.TrimSpace(m.Ref+" "+ItemParagraph.Get(it)))
		if day := MeetingOn.Get(m); day <= tx.Today() {
			s.On = cmp.Or(s.On, day)
		}
	}
	return governance.Except(tx, ItemInitiative.Get(it), s)
}

// Close closes a meeting: one that is called to, and whose day has come, is held first.
// Faults: those of the steps.
func Close(tx *field.Tx, id field.ID, s governance.Step) error {
	if m := tx.Get(id); m != nil && State.Get(m) == Called {
		if err := governance.Move(tx, id, governance.Step{To: Held, On: MeetingOn.Get(m)}); err != nil {
			return err
		}
	}
	s.To = Closed
	return governance.Move(tx, id, s)
}

// Led is the phase, in words, that an outcome of an item would take its insats to; "" where it
// stays.
func Led(w field.World, it *field.Record, outcome string) string {
	f, r := forumOf(w, it), w.Get(ItemInitiative.Get(it))
	if f == nil || r == nil || ItemAsk.Get(it) == Information || outcome == Noted {
		return ""
	}
	to := leads(w, f, it, r, outcome)
	if to == plan.Phase.Get(r) {
		return ""
	}
	return plan.Phase.Show(w, to)
}

// Lacking is what is missing for an item's insats to go where a yes leads, also what only warns;
// where nothing is, what is for the phases after that, until it is decided. before is that
// phase in words.
func Lacking(w field.World, it *field.Record) (before string, out []governance.Missing) {
	f, r := forumOf(w, it), w.Get(ItemInitiative.Get(it))
	if f == nil || r == nil || ItemAsk.Get(it) == Information {
		return "", nil
	}
	m, seen := governance.Of(w), map[string]bool{}
	for to := leads(w, f, it, r, governance.Approved); to != "" && to != plan.Phase.Get(r) && !seen[to]; to = governance.FollowingFrom(w, r, to) {
		if seen[to] = true; m.StageOf(to) == governance.Running {
			break
		}
		if out = governance.LacksBefore(w, r, to); len(out) > 0 {
			return plan.Phase.Show(w, to), out
		}
	}
	return "", nil
}

// MayAsk are what an item may ask of its forum: one that only advises isn't asked to decide.
func MayAsk(w field.World, it *field.Record) (out []field.Option) {
	f := forumOf(w, it)
	for _, o := range ItemAsk.Options {
		if o.Key != Decision || f == nil || !Advising(w, f) || ItemAsk.Get(it) == Decision {
			out = append(out, o)
		}
	}
	return out
}

// Outcomes are what an item may come to: what is only heard goes to the papers.
func Outcomes(_ field.World, it *field.Record) (out []field.Option) {
	for _, o := range ItemOutcome.Options {
		if cmp.Or(ItemAsk.Get(it), Information) != Information && ItemInitiative.Get(it) != "" || o.Key == Noted {
			out = append(out, o)
		}
	}
	return out
}

// OutcomeHead is what the outcome of an item is: "Beslut", or "Yttrande" where it is advice.
func OutcomeHead(w field.World, it *field.Record) string { return outcomeHead(w, forumOf(w, it), it) }

// Assess answers a point of the assessment of an insats, or takes the answer away where it is
// "". Faults: those of the kind.
func Assess(tx *field.Tx, insats field.ID, q governance.Question, answer, note string) error {
	return governance.Answer(tx, insats, q, answer, note)
}
