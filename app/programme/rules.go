package programme

import (
	"cmp"
	"fmt"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// months is how old a programme may become where the styrmodell says nothing of it.
const months = 36

// What must be done about a programme that is decided.
var (
	revise  = field.Reminder{Rule: "programme-old", Text: "Programmet ska revideras", Field: DecidedOn.Field, Weight: 60}
	ends    = field.Reminder{Rule: "programme-ends", Text: "Programmets period slutar", Field: To.Field, Weight: 55}
	noGoals = field.Reminder{Rule: "programme-goals", Text: "Programmet har inga mål", Field: Name.Field, Badge: "saknas", Tone: field.Warn, Gathered: true, Weight: 25}
)

// ahead is how many months before that a day is told of.
const ahead = 3

func init() {
	Kind.Check = check
	Kind.InUse = func(w field.World, r *field.Record) bool { return State.Get(r) == Decided }
	Kind.Over = func(_ field.World, r *field.Record) bool { return State.Get(r) == Ended }
	Kind.Retiring = &field.Retiring{Field: State.Field, Value: Ended}
	Kind.Remind = remind
	field.NoCircle(Replaces.Field, func(_ field.World, r, old *field.Record) string {
		if old.ID == r.ID {
			return r.Name() + " kan inte ersätta sig självt. Inget har ändrats. Välj ett annat program."
		}
		return fmt.Sprintf("%s kan inte ersätta %s, som själv ersätter det. Inget har ändrats. Ta bort det ena.", r.Name(), old.Name())
	})
	governance.Goes(Kind, State.Field)
	governance.Dated(DecidedOn.Field, Decided)
	governance.After(Kind, settle)
	governance.Offers(Kind, governance.OfferedFrom(State.Field, map[string][]string{
		"": {Prepared, Decided}, Draft: {Prepared, Decided}, Prepared: {Decided, Draft}, Decided: {Ended},
	}))
}

func check(w field.World, _, r *field.Record) error {
	switch {
	case r == nil:
		return nil
	case !To.Get(r).IsZero() && To.Get(r) < From.Get(r):
		return fault.New(fault.Invalid, fmt.Sprintf("%s slutar %s, före dagen då det börjar, %s. Inget har ändrats. Rätta den ena dagen.", r.Name(), To.Get(r), From.Get(r)))
	case DecidedOn.Get(r) > w.Today():
		return fault.New(fault.Invalid, fmt.Sprintf("%s kan inte vara beslutat %s, som inte har varit än. Inget har ändrats. Skriv dagen för beslutet.", r.Name(), DecidedOn.Get(r)))
	}
	return nil
}

// settle says who decided a programme, of what is known, and that what it replaces has ended.
func settle(tx *field.Tx, was *field.Record, s governance.Step) error {
	if s.To != Decided {
		return nil
	}
	for _, set := range []struct {
		f *field.Field
		v string
	}{{DecidedBy.Field, cmp.Or(s.Forum, s.Role, tx.Label(s.By))}, {Reference.Field, s.Reference}, {Document.Field, s.Link}} {
		if set.v == "" {
			continue
		}
		if err := tx.Set(was.ID, set.f, set.v); err != nil {
			return err
		}
	}
	for _, id := range Replaces.Get(was) {
		old := tx.Get(id)
		if old == nil || State.Get(old) == Ended {
			continue
		}
		if err := governance.Move(tx, id, governance.Step{To: Ended, On: s.On, Reason: "Ersatt av " + was.Name()}); err != nil {
			return err
		}
	}
	return nil
}

func remind(w field.World, r *field.Record, say func(field.Reminder)) {
	if State.Get(r) != Decided {
		return
	}
	if on := reviseOn(w, r); !on.IsZero() {
		say(revise.Within(ahead, on))
	}
	if on := To.Get(r); !on.IsZero() {
		say(ends.Within(ahead, on))
	}
	if len(goals(w, r)) == 0 {
		say(noGoals)
	}
}

// reviseOn is by when a programme is decided anew: as the styrmodell says of its class, else
// within three years. Of one that nobody knows when it was decided, the day isn't known.
func reviseOn(w field.World, r *field.Record) date.Date {
	on := DecidedOn.Get(r)
	if on.IsZero() || State.Get(r) == Ended {
		return 0
	}
	c, _ := governance.Of(w).PolicyClass(Class.Get(r))
	return on.AddMonths(cmp.Or(c.Months, months))
}

func reviseBy(w field.World, r *field.Record) field.Value {
	if on := reviseOn(w, r); !on.IsZero() {
		return on
	}
	return nil
}

func replacedBy(w field.World, r *field.Record) field.Value {
	return field.IDs(w.Pointing(Replaces.Field, r.ID))
}

func owner(c governance.PolicyClass) string   { return c.Owner }
func decider(c governance.PolicyClass) string { return c.Decider }

// byModel says who has a part in programmes of the class by the styrmodell.
func byModel(of func(c governance.PolicyClass) string) func(w field.World, r *field.Record) string {
	return func(w field.World, r *field.Record) string {
		c, _ := governance.Of(w).PolicyClass(Class.Get(r))
		if who := of(c); who != "" {
			return "(" + who + ")"
		}
		return ""
	}
}

// counted says how many there are of each word, in order: "2 Beslut, 1 Genomförande".
func counted(words []string) []string {
	n := map[string]int{}
	var order []string
	for _, word := range words {
		if n[word]++; n[word] == 1 {
			order = append(order, word)
		}
	}
	out := make([]string, len(order))
	for i, word := range order {
		out[i] = text.Count(n[word]) + " " + word
	}
	return out
}
