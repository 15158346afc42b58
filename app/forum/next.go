package forum

import (
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
)

// NextKind is what somebody is to do after a meeting, or for an insats.
var NextKind = field.NewKind(field.Kind{Name: "next_step", Plural: "next_steps", One: "nästa steg", Many: "nästa steg", Also: []string{"att göra", "uppföljning", "aktivitetslista", "uppdrag från möte"}, Neuter: true,
	Sheet: "Nästa steg", Further: true, Repeats: true, Icon: "chevron-right", Page: "plan"})

// The fields of a next step.
var (
	NextText       = field.NewText(NextKind, "what", "Nästa steg", field.Required(""), field.Listed, field.Width(36), field.Also("nästa steg", "uppgift", "åtgärd", "att göra"))
	NextOf         = field.NewRef(NextKind, "about", "Från", field.Owning, field.To(MeetingKind, plan.Kind), field.Required(""), field.Listed, field.Width(28), field.Help("Mötet där det sades, eller insatsen som det hör till."), field.Also("från", "möte", "hör till"))
	NextInitiative = field.NewRef(NextKind, "initiative", "Insats", field.To(plan.Kind), field.WhenGone(field.Detach), field.Listed, field.Width(26), field.Help("Insatsen som det gäller, när det sades på ett möte."), field.Also("insats", "gäller insats"))
	NextWho        = field.NewPerson(NextKind, "who", "Vem", field.Listed, field.Width(18), field.Also("vem", "ansvarig", "utförare"))
	NextBy         = field.NewDate(NextKind, "by", "Senast", field.LastDay, field.Listed, field.Width(11), field.Also("senast", "klart senast", "förfaller"))
	NextDone       = field.NewDate(NextKind, "done_on", "Klart den", field.Listed, field.Width(11), field.Also("klart den", "klart", "klar", "gjort"))
	NextNote       = field.NewText(NextKind, "note", "Kommentar", field.Also("kommentar", "anteckning"))
)

func init() {
	NextKind.Identity = []*field.Field{NextOf.Field, NextText.Field}
	NextKind.Vital = NextKind.Identity
	NextKind.Columns = []*field.Field{NextText.Field, NextInitiative.Field, NextWho.Field, NextBy.Field, NextDone.Field, NextNote.Field}
	NextKind.Over = func(_ field.World, r *field.Record) bool { return !NextDone.Get(r).IsZero() }
}
