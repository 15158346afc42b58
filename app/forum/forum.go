// Package forum holds the forums that insatser are prepared and decided in: who is in them,
// their meetings with what is on the agenda, and what somebody is to do after.
package forum

import (
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
)

// Kind is a forum of one of the styrmodell's types: the municipality's, a unit's or a
// portfölj's.
var Kind = field.NewKind(field.Kind{Name: "forum", Plural: "forums", One: "forum", Many: "forum", Also: []string{"råd", "styrgrupp", "nämnd", "beslutsgrupp", "it-råd"}, Neuter: true, Prefix: "FRM",
	Sheet: "Forum", Searched: true, Further: true, Icon: "users", Page: "plan"})

// The fields of a forum.
var (
	Name = field.NewText(Kind, "name", "Forum", field.Required(""), field.Listed, field.Width(30), field.Also("forum", "forumets namn", "grupp", "namn"))
	Type = field.NewChoice(Kind, "type", "Forumtyp", field.Required(""), field.Listed, field.Width(26), field.FromModel("forums"),
		field.Help("Vilket av styrmodellens forum det är. Det avgör vilka insatser som kommer dit, och om det beslutar."), field.Also("forumtyp", "typ av forum", "typ", "slag"))
	Unit = field.NewUnit(Kind, "unit", "Enhet", field.Listed, field.Width(26), field.Help("Den nämnd, förvaltning eller det bolag som forumet är till för. Tomt: hela kommunen."),
		field.Also("förvaltning", "nämnd", "bolag", "organisation"))
	Portfolio = field.NewChoice(Kind, "portfolio", "Portfölj", field.FromModel("portfolios"), field.Help("Portföljen som forumet bereder, där styrmodellen har ett forum för var och en."), field.Also("portfölj", "fokusområde"))
	Caller    = field.NewPerson(Kind, "caller", "Sammankallande", field.Listed, field.Width(18), field.Blank(calledBy), field.Also("sammankallande", "kallar", "ordförande", "ansvarig"))
	Secretary = field.NewPerson(Kind, "secretary", "Sekreterare", field.Also("sekreterare", "protokollförare"))
	Every     = field.NewChoice(Kind, "every", "Hur ofta", field.Listed, field.Width(14), field.Of(
		field.Option{Key: "week", Label: "Varje vecka", Synonyms: []string{"veckovis", "1 gång/vecka"}},
		field.Option{Key: "fortnight", Label: "Varannan vecka", Synonyms: []string{"14 dagar", "var 14:e dag"}},
		field.Option{Key: "month", Label: "Varje månad", Synonyms: []string{"månadsvis", "1 gång/månad", "en gång i månaden"}},
		field.Option{Key: "second_month", Label: "Varannan månad", Synonyms: []string{"sex gånger per år"}},
		field.Option{Key: "quarter", Label: "Varje kvartal", Synonyms: []string{"kvartalsvis", "fyra gånger per år", "4 gånger/år"}},
		field.Option{Key: "tertial", Label: "Varje tertial", Synonyms: []string{"tertialvis", "tre gånger per år"}},
		field.Option{Key: "half_year", Label: "Varje halvår", Synonyms: []string{"halvårsvis", "två gånger per år"}},
		field.Option{Key: "year", Label: "Varje år", Synonyms: []string{"årsvis", "årligen"}},
		field.Option{Key: "needed", Label: "Vid behov", Synonyms: []string{"behov", "ad hoc"}},
	), field.Also("hur ofta", "intervall", "mötesintervall", "frekvens"))
	Next    = field.NewDate(Kind, "next_on", "Nästa möte", field.Listed, field.Width(11), field.Help("Dagen som är bestämd, tills mötet är upplagt."), field.Also("nästa möte", "nästa mötesdag", "kommande möte"))
	Place   = field.NewText(Kind, "place", "Mötesplats", field.Help("Rummet eller länken som gäller om inget annat sägs."), field.Also("mötesplats", "lokal", "rum", "plats"))
	Decides = field.NewText(Kind, "decides", "Beslutar", field.Listed, field.Width(12), field.Help("Om forumet beslutar eller bara ger råd säger styrmodellen."), field.Computed(decidesText))
	Notes   = field.NewLongText(Kind, "notes", "Anteckningar", field.Sensitive, field.Also("anteckningar", "anteckning", "kommentar"))
	Today   = field.NewRefs(Kind, "members_today", "Ledamöter i dag", field.To(org.PersonKind), field.Help("De som är med i dag: var och en som nämns, och den som har en roll som är med."), field.Computed(membersToday), field.Follows(memberKinds))
)

// of is a forum's type in the styrmodell; the zero of one that it doesn't have.
func of(w field.World, r *field.Record) governance.Forum {
	f, _ := governance.Of(w).Forum(Type.Get(r))
	return f
}

// Advising says that a forum gives advice, and doesn't decide.
func Advising(w field.World, r *field.Record) bool {
	f := of(w, r)
	return f.Key != "" && !governance.Of(w).MayDecide(f.Key)
}

func decidesText(w field.World, r *field.Record) field.Value {
	switch {
	case of(w, r).Key == "":
		return nil
	case Advising(w, r):
		return "Ger råd"
	}
	return "Beslutar"
}

// calledBy is who calls by the styrmodell, where nobody is named.
func calledBy(w field.World, r *field.Record) string {
	if who := of(w, r).Calls; who != "" {
		return "(" + who + ")"
	}
	return ""
}
