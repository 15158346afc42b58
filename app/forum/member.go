package forum

import (
	"cmp"
	"fmt"
	"slices"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
)

// MemberKind is a seat in a forum: of who has a role, or of a person.
var MemberKind = field.NewKind(field.Kind{Name: "forum_member", Plural: "forum_members", One: "ledamot", Many: "ledamöter", Also: []string{"deltagare", "mötesdeltagare", "ordförande"},
	Sheet: "Ledamöter", Further: true, Icon: "user", Page: "plan"})

// How a member is in the forum.
const (
	Ordinary = "member"
	CoOpted  = "co_opted"
)

// The fields of a member.
var (
	MemberRole = field.NewText(MemberKind, "role", "Roll", field.Listed, field.Width(24), field.Vocabulary, field.FromModel("posts"),
		field.Help("En roll i styrmodellen: den som har den är med. Lämnas tomt när en person är med som sig själv."), field.Also("roll", "funktion", "befattning"))
	MemberOf     = field.NewRef(MemberKind, "forum", "Forum", field.Owning, field.To(Kind), field.Required(""), field.Listed, field.Width(28), field.Also("forum", "grupp"))
	MemberPerson = field.NewPerson(MemberKind, "person", "Person", field.Listed, field.Width(20), field.Also("person", "namn", "ledamot"))
	MemberAs     = field.NewChoice(MemberKind, "as", "Med som", field.First, field.Listed, field.Width(12), field.Of(
		field.Option{Key: Ordinary, Label: "Ledamot", Synonyms: []string{"ordinarie", "medlem", "deltagare"}},
		field.Option{Key: CoOpted, Label: "Adjungerad", Synonyms: []string{"adj", "adjungeras", "inbjuden"}, Tone: field.Quiet},
	), field.Also("med som", "deltar som"))
	MemberFrom  = field.NewDate(MemberKind, "from", "Från", field.Listed, field.Width(11), field.Also("från", "från och med"))
	MemberTo    = field.NewDate(MemberKind, "to", "Till", field.LastDay, field.Listed, field.Width(11), field.Also("till", "till och med"))
	MemberToday = field.NewRefs(MemberKind, "today", "I dag", field.To(org.PersonKind), field.Listed, field.Width(24), field.Help("Den som är med i dag: den som nämns, annars den som har rollen."),
		field.Computed(func(w field.World, r *field.Record) field.Value { return listed(seated(w, r)) }), field.Follows(appointments), field.Blank(unseated))
)

func appointments() []*field.Kind { return []*field.Kind{org.AppointmentKind, org.PersonKind} }

func memberKinds() []*field.Kind { return append(appointments(), MemberKind) }

func init() {
	MemberKind.Identity = []*field.Field{MemberOf.Field, MemberRole.Field, MemberPerson.Field, MemberFrom.Field}
	MemberKind.Vital = []*field.Field{MemberOf.Field}
	MemberKind.Columns = []*field.Field{MemberRole.Field, MemberPerson.Field, MemberToday.Field, MemberAs.Field, MemberFrom.Field, MemberTo.Field}
	MemberKind.Caption = func(r *field.Record) string { return cmp.Or(MemberRole.Get(r), MemberKind.One) }
	MemberKind.Check = checkMember
	MemberKind.Over = func(w field.World, r *field.Record) bool {
		to := MemberTo.Get(r)
		return !to.IsZero() && to < w.Today()
	}
}

// checkMember holds that a seat doesn't end before it begins.
func checkMember(_ field.World, _, r *field.Record) error {
	if r != nil && !MemberTo.Get(r).IsZero() && MemberTo.Get(r) < MemberFrom.Get(r) {
		return fault.New(fault.Invalid, fmt.Sprintf("Ledamoten kan inte vara med till %s, före dagen då det började, %s. Inget har ändrats. Rätta den ena.", MemberTo.Get(r), MemberFrom.Get(r)))
	}
	return nil
}

// sits says whether a seat is taken today.
func sits(w field.World, m *field.Record) bool {
	return MemberFrom.Get(m) <= w.Today() && !field.Over(w, m)
}

// seated are those who sit in a seat today: the person that is named, else those who have the
// role. A role that each unit of a sort has is everybody's who has it, in a forum of the
// whole municipality.
func seated(w field.World, m *field.Record) []field.ID {
	if !sits(w, m) {
		return nil
	}
	if id := MemberPerson.Get(m); id != "" {
		if p := w.Get(id); p == nil || p.Left(w.Today()) {
			return nil
		}
		return []field.ID{id}
	}
	of := w.Get(MemberOf.Get(m))
	post, known := postCalled(w, MemberRole.Get(m))
	if of == nil || !known {
		return nil
	}
	if unit := Unit.Get(of); unit != "" {
		if in := org.InPost(w, post, unit); len(in) > 0 {
			return in
		}
		return org.InPost(w, post, "")
	}
	out := slices.Clone(org.InPost(w, post, ""))
	for _, u := range w.All(org.UnitKind) {
		if slices.Contains(post.Of, org.UnitType.Get(u)) {
			for _, id := range org.InPost(w, post, u.ID) {
				out = with(out, id)
			}
		}
	}
	return out
}

// postCalled finds a post of the styrmodell by what people call it.
func postCalled(w field.World, name string) (governance.Post, bool) {
	for _, p := range governance.Of(w).Posts {
		if p.Called(name) {
			return p, true
		}
	}
	return governance.Post{}, false
}

// unseated says why nobody sits in a seat that is taken by a role.
func unseated(w field.World, m *field.Record) string {
	_, known := postCalled(w, MemberRole.Get(m))
	switch {
	case !sits(w, m):
		return ""
	case MemberPerson.Get(m) != "":
		return "har slutat"
	case MemberRole.Get(m) == "":
		return "roll eller person saknas"
	case !known:
		return "rollen finns inte i styrmodellen"
	}
	return "ingen har rollen"
}

// Members are those who are in a forum today, those who are co-opted last.
func Members(w field.World, forum field.ID) (out []field.ID) {
	for _, as := range []string{Ordinary, CoOpted} {
		for _, m := range w.Pointing(MemberOf.Field, forum) {
			if (MemberAs.Get(m) == CoOpted) == (as == CoOpted) {
				for _, id := range seated(w, m) {
					out = with(out, id)
				}
			}
		}
	}
	return out
}

func membersToday(w field.World, r *field.Record) field.Value { return listed(Members(w, r.ID)) }

// with adds an id to those that don't have it.
func with(ids []field.ID, id field.ID) []field.ID {
	if slices.Contains(ids, id) {
		return ids
	}
	return append(ids, id)
}

// listed is the value of ids in a field; nil for none.
func listed(ids []field.ID) field.Value {
	if len(ids) == 0 {
		return nil
	}
	return ids
}
