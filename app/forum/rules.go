package forum

import (
	"fmt"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

func init() {
	Kind.Views = []field.View{{Name: "Utan sammankallande", Lacks: []*field.Field{Caller.Field}}}
	MeetingKind.Identity = []*field.Field{MeetingOf.Field, MeetingOn.Field, MeetingName.Field}
	MeetingKind.Vital = []*field.Field{MeetingName.Field, MeetingOf.Field, MeetingOn.Field}
	MeetingKind.Over = func(_ field.World, r *field.Record) bool { return State.Get(r) == Closed || State.Get(r) == Canceled }
	MeetingKind.Views = []field.View{{Name: "I år", ThisYear: MeetingOn.Field}}
	ItemKind.Check = checkItem
	governance.Goes(MeetingKind, State.Field)
	governance.Dated(CalledOn.Field, Called)
	governance.Dated(ClosedOn.Field, Closed)
	governance.Offers(MeetingKind, governance.OfferedFrom(State.Field, map[string][]string{
		"": {Called}, Planned: {Called, Canceled}, Called: {Held, Canceled}, Held: {Closed},
	}))
	field.NewRule(onlyOnce, Kind)
}

// onlyOnce holds that a unit, a portfölj or the municipality has one forum of each type: else
// nobody knows which of them an insats goes to.
func onlyOnce(tx *field.Tx) error {
	for _, id := range tx.Touched() {
		r := tx.Get(id)
		if r == nil || r.Kind != Kind || of(tx, r).Key == "" {
			continue
		}
		for _, o := range tx.All(Kind) {
			if o.ID != r.ID && Type.Get(o) == Type.Get(r) && Unit.Get(o) == Unit.Get(r) && Portfolio.Get(o) == Portfolio.Get(r) {
				return fault.New(fault.Conflict, fmt.Sprintf("%s (%s) är redan %s där. Inget har ändrats. Ändra det, eller säg vilken enhet eller portfölj det nya är till för.", o.Name(), o.Ref, text.Lower(Type.Show(tx, Type.Get(r)))))
			}
		}
	}
	return nil
}

// checkItem holds that a forum which only gives advice isn't asked to decide, and that what was
// closed stands as it was written.
func checkItem(w field.World, before, r *field.Record) error {
	if tx, ok := w.(*field.Tx); before != nil && !(ok && tx.Undoing) {
		m := w.Get(ItemOf.Get(before))
		if ok && m != nil && tx.Before(m.ID) != nil { // what closes it may number its items
			m = tx.Before(m.ID)
		}
		if m != nil && State.Get(m) == Closed && (r == nil || !r.Alike(before)) {
			return fault.New(fault.Conflict, fmt.Sprintf("%s är justerat, och ärendet %s skrivs inte om. Inget har ändrats. Ta upp det på nästa möte, eller ångra justeringen.", m.Name(), before.Name()))
		}
	}
	if r == nil || ItemAsk.Get(r) != Decision || before != nil && ItemAsk.Get(before) == Decision {
		return nil
	}
	in := forumOf(w, r)
	if in == nil || !Advising(w, in) {
		return nil
	}
	return fault.New(fault.Invalid, fmt.Sprintf("%s ger råd och beslutar inte. Inget har ändrats. Välj Beredning eller Information för %s.", in.Name(), r.Name()))
}

// forumOf is the forum whose meeting an item is on; nil where that isn't said.
func forumOf(w field.World, item *field.Record) *field.Record {
	if m := w.Get(ItemOf.Get(item)); m != nil {
		return w.Get(MeetingOf.Get(m))
	}
	return nil
}
