// Package risk holds the risks of insatser and systems: how likely, how bad, what is done
// about them, and how they are then.
package risk

import (
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// Kind is a risk.
var Kind = field.NewKind(field.Kind{Name: "risk", Plural: "risks", One: "risk", Many: "risker", Also: []string{"riskanalys", "riskregister", "hot", "sannolikhet", "konsekvens", "riskhantering"}, Prefix: "RIS",
	Sheet: "Risker", Further: true, Across: true, Icon: "triangle-alert", Page: "plan"})

// The states of a risk.
const (
	Open     = "open"
	Accepted = "accepted"
	Handled  = "handled"
	Gone     = "closed"
)

// The fields of a risk.
var (
	What        = field.NewText(Kind, "what", "Risk", field.Required(""), field.Listed, field.Width(34), field.Help("Vad som kan hända, och vad det leder till."), field.Also("risk", "riskbeskrivning", "händelse"))
	Of          = field.NewRef(Kind, "about", "Gäller", field.Owning, field.To(plan.Kind, system.Kind), field.Required(""), field.Listed, field.Width(26), field.Help("Insatsen eller systemet."), field.Also("gäller", "insats", "system", "projekt"))
	Probability = field.NewNumber(Kind, "probability", "Sannolikhet", field.Listed, field.Width(8), field.Between(1, Scale), field.Help("1 mycket låg, 5 mycket hög."), field.Also("sannolikhet", "s"))
	Consequence = field.NewNumber(Kind, "consequence", "Konsekvens", field.Listed, field.Width(8), field.Between(1, Scale), field.Help("1 försumbar, 5 mycket allvarlig."), field.Also("konsekvens", "k"))
	Value       = field.NewNumber(Kind, "value", "Riskvärde", field.Listed, field.Width(8), field.Help("Sannolikhet gånger konsekvens."), field.Computed(product(Probability, Consequence)))
	State       = field.NewChoice(Kind, "state", "Läge", field.First, field.Listed, field.Width(12), field.Of(
		field.Option{Key: Open, Label: "Öppen", Synonyms: []string{"öppet", "aktiv", "pågår"}, Tone: field.Warn},
		field.Option{Key: Accepted, Label: "Accepterad", Synonyms: []string{"accepteras", "godtagen"}},
		field.Option{Key: Handled, Label: "Åtgärdad", Synonyms: []string{"åtgärdat", "hanterad", "reducerad"}, Tone: field.Good},
		field.Option{Key: Gone, Label: "Stängd", Synonyms: []string{"avslutad", "borta", "inte aktuell"}, Tone: field.Quiet},
	), field.Also("läge", "status"))
	Action           = field.NewText(Kind, "action", "Åtgärd", field.Listed, field.Width(30), field.Also("åtgärd", "riskåtgärd", "hantering"))
	Who              = field.NewPerson(Kind, "responsible", "Ansvarig", field.Listed, field.Also("ansvarig", "riskägare", "vem"))
	By               = field.NewDate(Kind, "by", "Klart senast", field.LastDay, field.Listed, field.Width(11), field.Also("klart senast", "senast", "när"))
	ProbabilityAfter = field.NewNumber(Kind, "probability_after", "Sannolikhet efter", field.Width(8), field.Between(1, Scale), field.Help("Efter åtgärden."), field.Also("sannolikhet efter", "sannolikhet efter åtgärd"))
	ConsequenceAfter = field.NewNumber(Kind, "consequence_after", "Konsekvens efter", field.Width(8), field.Between(1, Scale), field.Help("Efter åtgärden."), field.Also("konsekvens efter", "konsekvens efter åtgärd"))
	ValueAfter       = field.NewNumber(Kind, "value_after", "Riskvärde efter", field.Listed, field.Width(8), field.Computed(product(ProbabilityAfter, ConsequenceAfter)))
	Notes            = field.NewLongText(Kind, "notes", "Anteckningar", field.Sensitive, field.Also("anteckning", "anteckningar", "kommentar"))
)

// product is probability times consequence, when both are known.
func product(probability, consequence field.NumberField) func(field.World, *field.Record) field.Value {
	return func(_ field.World, r *field.Record) field.Value {
		if p, c := probability.Get(r), consequence.Get(r); p > 0 && c > 0 {
			return p * c
		}
		return nil
	}
}

// Level is how likely and how bad a risk is as it stands: after its action when that is done,
// else before. ok is false when nobody has said, and of one that is gone.
func Level(r *field.Record) (probability, consequence int, ok bool) {
	p, c := Probability.Get(r), Consequence.Get(r)
	switch State.Get(r) {
	case Gone:
		return 0, 0, false
	case Handled:
		if pa, ca := ProbabilityAfter.Get(r), ConsequenceAfter.Get(r); pa > 0 && ca > 0 {
			p, c = pa, ca
		}
	}
	return int(p), int(c), p > 0 && c > 0
}

// Untreated says that something is left to do about a risk: nobody has dealt with it or closed it.
func Untreated(r *field.Record) bool { return State.Get(r) != Handled && State.Get(r) != Gone }

// Highest is the worst of the risks of a thing as they stand; nil when none is known.
func Highest(w field.World, of field.ID) (worst *field.Record) {
	most := 0
	for _, r := range w.Pointing(Of.Field, of) {
		if p, c, ok := Level(r); ok && p*c > most {
			worst, most = r, p*c
		}
	}
	return worst
}
