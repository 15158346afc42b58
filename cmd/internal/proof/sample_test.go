package proof_test

import (
	"slices"
	"strings"

	"itportfoljen/app/field"
)

// sample is a text that a person could type in the field.
func sample(w field.World, f *field.Field) string {
	switch {
	case f.OfPersons():
		return "Åsa Ekström"
	case f.OfUnits():
		return "Ekvalla kommun / Vård- och omsorgsförvaltningen"
	case f.Points():
		return pointedAt(w, f, end(f))
	case f.Key == "email":
		return "asa.ekstrom@ekvalla.example"
	case f.Key == "in_use_from":
		return "2018-03"
	case f.Key == "risk" && !f.HasAlternatives():
		return "4×4" // as the risk that it follows from
	case f.Kind.Name == "risk" && f.Key == "state":
		return "Åtgärdad" // one that is gone gives none
	case f.Kind.Name == "risk" && (strings.HasPrefix(f.Key, "probability") || strings.HasPrefix(f.Key, "consequence")):
		return "4"
	case f.Key == "org_number":
		return "556012-5790"
	case f.IsDay() && (f.Key == "start" || f.Key == "valid_from" || f.Key == "from"):
		return "2026-01-01" // before an end that another sample has
	case f.IsDay() && (f.Key == "date" || f.Key == "asked_on" && f.Kind.Name == "exemption" || f.Key == "decided_on" && slices.Contains([]string{"stage", "management_plan", "programme", "frame"}, f.Kind.Name)):
		return "2026-11-20" // it has been
	case f.IsDay() && f.Key == "next":
		return "2029-01-31" // after the day that another sample has
	case f.Key == "state" && f.Kind.Name == "management_plan":
		return "Samråd" // one that is decided stands fast
	case f.Key == "state" && f.Kind.Name == "agreement_option":
		return "Utnyttjad" // or the day when it was has no place
	case f.Key == "payers":
		return "Ekvalla kommun 60 %; Ekvalla kommun / Vård- och omsorgsförvaltningen 40 %"
	case f.Key == "earlier" && f.Kind.Name == "frame":
		return "2026-04-30: 120\u00a0000 | Kommunfullmäktige | § 9"
	case f.Key == "earlier" && f.Kind.Name == "cost":
		return "2026-04-30: 120 tkr"
	case f.Key == "sort" && f.Kind.Name == "cost":
		return "Licens" // an income would turn the sign of what other samples have
	case f.Prose() && !f.Multiline():
		return "=Värde för " + f.Key
	}
	return f.Example(w)
}

// first is a text for a field that isn't its sample.
func first(w field.World, f *field.Field) string {
	switch {
	case f.IsYear():
		return "2031"
	case f.IsDay() && f.Key == "date":
		return "2026-05-06" // it has been
	case f.IsDay():
		return "2031-05-06"
	case f.Sums():
		return "7"
	case f.SaysTargets():
		return pointedAt(w, f, 1+end(f))
	case f.OfUnits():
		return pointedAt(w, f, 0)
	case f.HasAlternatives():
		return f.Alternatives(w)[0].Label
	}
	return "Före " + f.Key
}
