package plan

import (
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// How an insats goes and what is special about it, in few words.
var (
	InShort = field.NewText(Kind, "status_in_short", "Läget i korthet", field.In(Progress), field.Listed, field.Width(24), field.Help("Det sämsta ljuset, i ord, vad det gäller och hur gammal lägesrapporten är."),
		field.Computed(inShort), field.Follows(reportKinds))
	Special = field.NewText(Kind, "special", "Särskilt", field.In(Prep), field.Listed, field.Width(20), field.Help("Akut, oplanerad, och krav som insatsen har undantag från."),
		field.Computed(special), field.Follows(specialKinds))
)

func specialKinds() []*field.Kind { return []*field.Kind{VersionKind, governance.DecisionKind} }

// Status is the worst light of an insats in words, and of what: "Hotad: tid, kostnad", or
// "Enligt plan"; "" where it has no lights.
func Status(w field.World, r *field.Record) (said string, tone field.Tone) {
	worst, any := Worst(w, r)
	if !any {
		return "", field.Plain
	}
	if worst.Tone == field.Good {
		return worst.Word, worst.Tone
	}
	var of []string
	for _, l := range Lights(w, r) {
		if l.Tone == worst.Tone {
			of = append(of, text.Lower(l.Label))
		}
	}
	return worst.Word + ": " + strings.Join(of, ", "), worst.Tone
}

func inShort(w field.World, r *field.Record) field.Value {
	said, _ := Status(w, r)
	if age, _ := Aged(w, r); age != "" && said != "" {
		said += " · " + age
	}
	if said == "" {
		return nil
	}
	return said
}

// Specials are what is special about an insats: that it is acute, that it stands in no plan that
// was fastställd, and the gates that it is excepted from today.
func Specials(w field.World, r *field.Record) (out []string) {
	if is, _ := r.Get(Acute.Field).(bool); is {
		out = append(out, "akut")
	}
	if is, _ := unplanned(w, r).(bool); is {
		out = append(out, "oplanerad")
	}
	if gates := governance.ExceptedFrom(w, r); len(gates) > 0 {
		out = append(out, "undantag "+strings.Join(gates, ", "))
	}
	return out
}

func special(w field.World, r *field.Record) field.Value {
	if s := strings.Join(Specials(w, r), " · "); s != "" {
		return s
	}
	return nil
}
