package forum

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

func init() {
	governance.After(MeetingKind, func(tx *field.Tx, was *field.Record, s governance.Step) error {
		switch s.To {
		case Called:
			return fill(tx, tx.Get(was.ID))
		case Held:
			return number(tx, was)
		case Closed:
			return settle(tx, was)
		}
		return nil
	})
}

// Call calls to a forum's meeting on a day: the one that is planned then, else a new one. Its
// agenda gets what waits. Faults: NotFound, Invalid (no day, or it has been called to).
func Call(tx *field.Tx, forum field.ID, on date.Date) (field.ID, error) {
	f := tx.Get(forum)
	switch {
	case f == nil || f.Kind != Kind:
		return "", fault.New(fault.NotFound, "Forumet som skulle kallas finns inte längre. Inget har ändrats.")
	case on.IsZero():
		return "", fault.New(fault.Invalid, "Säg vilken dag mötet är. Inget har ändrats.")
	}
	m := meetingOn(tx, forum, on)
	if m == nil {
		m = newMeeting(tx, f, on)
		if err := tx.Create(m); err != nil {
			return "", err
		}
	}
	if s := State.Get(m); s != Planned && s != "" {
		return "", fault.New(fault.Conflict, fmt.Sprintf("%s är redan %s. Inget har ändrats. Välj en annan dag.", m.Name(), text.Lower(State.Show(tx, s))))
	}
	return m.ID, governance.Move(tx, m.ID, governance.Step{To: Called})
}

// meetingOn is a forum's meeting on a day; nil for none.
func meetingOn(w field.World, forum field.ID, on date.Date) *field.Record {
	for _, m := range w.Pointing(MeetingOf.Field, forum) {
		if MeetingOn.Get(m) == on && State.Get(m) != Canceled {
			return m
		}
	}
	return nil
}

// fill puts what waits for the forum on the agenda of its meeting.
func fill(tx *field.Tx, m *field.Record) error {
	f := tx.Get(MeetingOf.Get(m))
	if f == nil {
		return nil
	}
	for _, q := range Awaits(tx, m) {
		it := field.NewRecord(ItemKind, tx.NewID()).Put(ItemOf.Field, m.ID).Put(ItemSubject.Field, q.Subject).Put(ItemAsk.Field, q.Ask).Put(ItemWhy.Field, q.Why)
		if q.Initiative != nil {
			it.Put(ItemInitiative.Field, q.Initiative.ID).Put(ItemPresenter.Field, cmp.Or(plan.Manager.Get(q.Initiative), plan.Client.Get(q.Initiative))).Put(ItemRecommendation.Field, q.Initiative.Get(plan.Recommendation.Field))
		}
		if err := tx.Create(it); err != nil {
			return err
		}
	}
	if day := Next.Get(f); !day.IsZero() && day <= MeetingOn.Get(m) { // it is this one
		return tx.Set(f.ID, Next.Field, nil)
	}
	return nil
}

// Awaits is what waits for the forum of a meeting and that calling to it puts on its agenda: what
// isn't there, or on that of another meeting which isn't closed.
func Awaits(w field.World, m *field.Record) (out []Waiting) {
	f := w.Get(MeetingOf.Get(m))
	if f == nil {
		return nil
	}
	for _, q := range Queue(w, f) {
		again := slices.ContainsFunc(out, func(o Waiting) bool { // for two reasons
			return q.Initiative != nil && o.Initiative == q.Initiative || q.Initiative == nil && o.Initiative == nil && o.Subject == q.Subject
		})
		if !again && !listedAlready(w, f, m, q) {
			out = append(out, q)
		}
	}
	return out
}

func listedAlready(w field.World, forum, m *field.Record, q Waiting) bool {
	for _, other := range w.Pointing(MeetingOf.Field, forum.ID) {
		if field.Over(w, other) || q.Initiative == nil && other.ID != m.ID {
			continue
		}
		if slices.ContainsFunc(Items(w, other.ID), func(it *field.Record) bool {
			return q.Initiative != nil && ItemInitiative.Get(it) == q.Initiative.ID || q.Initiative == nil && ItemSubject.Get(it) == q.Subject
		}) {
			return true
		}
	}
	return false
}

// number numbers the items of a meeting that is held, those that have no paragraph.
func number(tx *field.Tx, m *field.Record) error {
	if on := MeetingOn.Get(m); on > tx.Today() {
		return fault.New(fault.Invalid, fmt.Sprintf("%s är den %s, som inte har varit än. Inget har ändrats. Rätta datumet om mötet flyttades.", m.Name(), on))
	}
	for i, it := range Items(tx, m.ID) {
		if ItemParagraph.Get(it) == "" {
			if err := tx.Set(it.ID, ItemParagraph.Field, fmt.Sprintf("§ %d", i+1)); err != nil {
				return err
			}
		}
	}
	return nil
}

// settle makes what a meeting said of each item advice or a decision on its insats, and moves
// the insats where that leads. What is in the way is told item by item, and nothing is done.
func settle(tx *field.Tx, m *field.Record) error {
	f := tx.Get(MeetingOf.Get(m))
	if f == nil {
		return nil
	}
	var all []Stop
	for _, it := range Items(tx, m.ID) {
		stops, err := conclude(tx, f, m, it)
		if err != nil {
			return err
		}
		all = append(all, stops...)
	}
	if len(all) == 0 {
		return nil
	}
	var why []string
	for _, s := range all {
		why = append(why, s.head+": "+s.Text)
	}
	return fault.New(fault.Conflict, fmt.Sprintf("%s kan inte justeras än. %s. Inget har ändrats. %s.", m.Name(), strings.Join(why, "; "), mending(all)))
}

// Stop is what is in the way of closing a meeting with one of its items.
type Stop struct {
	Text    string              // "Beskrivningen saknas (Da-2; undantag: IT-chefen)"
	Missing *governance.Missing // what the gate asks for; nil where it is the outcome that is missing
	head    string              // the item
}

// stopOf is what a gate has to say.
func stopOf(head string, m governance.Missing) Stop {
	note := m.Gate.Key
	if m.Gate.Except != "" {
		note += "; undantag: " + m.Gate.Except
	}
	return Stop{Text: fmt.Sprintf("%s (%s)", strings.TrimSuffix(m.Text, "."), note), Missing: &m, head: head}
}

// mending says what may be done about what is in the way.
func mending(all []Stop) string {
	of := func(is func(g governance.Gate) bool) bool {
		return slices.ContainsFunc(all, func(s Stop) bool { return s.Missing != nil && is(s.Missing.Gate) })
	}
	ways := []string{"Åtgärda det som saknas"}
	if of(func(g governance.Gate) bool {
		return slices.ContainsFunc(g.Need.Ways(), func(n governance.Need) bool { return n.Frame != "" })
	}) {
		ways = append(ways, "ändra ramen med ett nytt beslut")
	}
	if of(func(g governance.Gate) bool { return g.Except != "" }) {
		ways = append(ways, "skriv undantaget på ärendet (vem som gör det och varför)")
	}
	return text.Or(append(ways, "välj Stannar i fasen för ärendet"))
}

// conclude does what follows on one item, and says what is in the way.
func conclude(tx *field.Tx, f, m, it *field.Record) (stops []Stop, err error) {
	outcome, r := ItemOutcome.Get(it), tx.Get(ItemInitiative.Get(it))
	head := strings.TrimSpace(ItemParagraph.Get(it) + " " + it.Name())
	switch {
	case r == nil || ItemAsk.Get(it) == Information && !told(tx, f, r) || ItemAsk.Get(it) != Information && outcome == Noted:
		return nil, nil
	case outcome == "" && ItemAsk.Get(it) != Information:
		return []Stop{{Text: "utfallet saknas", head: head}}, nil
	}
	label := cmp.Or(of(tx, f).Label, f.Name())
	s := governance.Step{On: MeetingOn.Get(m), Forum: label, Reference: strings.TrimSpace(m.Ref + " " + ItemParagraph.Get(it)), Reason: cmp.Or(ItemNote.Get(it), ItemRecommendation.Get(it))}
	if ItemAsk.Get(it) == Information {
		s.Reason = cmp.Or(s.Reason, "Till forumet för information.")
		return nil, governance.Hear(tx, r.ID, s)
	}
	var stopped *governance.Stopped
	switch err := say(tx, f, it, r, outcome, s); {
	case errors.As(err, &stopped): // before the decision itself
		for _, lack := range stopped.Missing {
			stops = append(stops, stopOf(head, lack))
		}
	case err != nil:
		return nil, err
	}
	s.To = leads(tx, f, it, tx.Get(r.ID), outcome)
	if s.To == "" || ItemStays.Get(it) || s.To == plan.Phase.Get(r) {
		return stops, nil
	}
	for _, lack := range governance.LacksBefore(tx, tx.Get(r.ID), s.To) {
		same := func(o Stop) bool { return o.Missing != nil && o.Missing.Gate.Key == lack.Gate.Key }
		if lack.Stops() && !slices.ContainsFunc(stops, same) {
			stops = append(stops, stopOf(head, lack))
		}
	}
	if len(stops) > 0 {
		return stops, nil
	}
	return nil, governance.Move(tx, r.ID, s)
}

// say writes down what the forum said of an insats, also in the insats itself.
func say(tx *field.Tx, f, it, r *field.Record, outcome string, s governance.Step) error {
	if ItemAsk.Get(it) != Decision || Advising(tx, f) {
		if words := ItemRecommendation.Get(it); words != "" {
			if err := tx.Set(r.ID, plan.Recommendation.Field, words); err != nil {
				return err
			}
		}
		return governance.Say(tx, r.ID, governance.Advised, outcome, s)
	}
	if outcome == governance.Approved {
		if err := tx.Set(r.ID, plan.DecidedOn.Field, s.On); err != nil {
			return err
		}
		if err := tx.Set(r.ID, plan.DecisionRef.Field, s.Reference); err != nil {
			return err
		}
	}
	return governance.Say(tx, r.ID, governance.Decided, outcome, s)
}

// leads is the phase that an outcome takes an insats to; "" for none. A yes takes it to the
// next, where advice reaches no further than to the decision; a no that decides puts it aside,
// and so does sending it back, to a förstudie or to rest.
func leads(w field.World, f, it, r *field.Record, outcome string) string {
	m := governance.Of(w)
	decided := ItemAsk.Get(it) == Decision && !Advising(w, f)
	if outcome != governance.Approved {
		if _, known := m.Phase(outcome); !known || outcome == governance.Rejected && !decided {
			return ""
		}
		return outcome
	}
	from, _ := m.Phase(plan.Phase.Get(r))
	if from.Forum != Type.Get(f) {
		return ""
	}
	to := ""
	if from.Stage == governance.Aside {
		to = governance.FollowingFrom(w, r, back(m, Type.Get(f)))
	} else if next := governance.Offered(w, r); len(next) > 0 {
		to = next[0]
	}
	if decided || m.StageOf(to).Undecided() {
		return to
	}
	return ""
}

// back is the phase in which a forum prepares what it takes up again after it was set aside.
func back(m *governance.Model, forum string) (key string) {
	for _, p := range m.Phases {
		if p.Forum == forum && p.Stage != governance.Aside && (key == "" || p.Stage == governance.Prepared) {
			key = p.Key
		}
	}
	return key
}

// told says whether an insats is one that the forum is to be told of, since somebody assessed it
// alone.
func told(w field.World, f, r *field.Record) bool {
	return governance.ToTell(w, r) && governance.Of(w).Acute.Forum == Type.Get(f)
}
