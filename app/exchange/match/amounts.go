package match

import (
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
)

// What tells amounts apart: what they are for, and whether they are planned or spent.
var (
	purposes = []string{"investering", "utveckling", "drift"}
	aspects  = []string{"utfall", "prognos", "budget"}
)

// spending are the concepts that say that a column with a year has amounts.
var spending = text.Set("kostnad utgift avgift belopp summa total pris medel licens underhall support inkop konsult anslag utfall prognos budget drift investering utveckling")

// noSpending are those that make it something else, whatever else it says.
var noSpending = text.Set("ansvarig agare forvaltare administrator manager ledare kontakt person namn bestallare leverantor part anvandare antal nummer kod id dnr datum dag status lage kommentar anteckning notering beskrivning lank nytta effekt stalle konto till fran niva risk")

// How sure it is that a heading with a year is the amounts of a field, when other words
// stand with them, and how much surer what sums them all up is than any of them; what says
// whether it is planned or spent is surer still.
const (
	anAmount = 0.56
	sumOfAll = 0.03
)

// sums says that a heading is that of a sum of others.
func (hs *headings) sums(h read.Heading) bool {
	return slices.ContainsFunc(hs.vocabulary.readings(h), func(r reading) bool {
		return slices.Contains(r.concepts, "summa") || slices.Contains(r.concepts, "total")
	})
}

// namesAspect says that a heading says whether its amounts are planned or spent, as the
// field's are.
func (hs *headings) namesAspect(h read.Heading, f *field.Field) bool {
	i := slices.IndexFunc(aspects, func(a string) bool { return strings.HasSuffix(text.Fold(f.Label), a) })
	return i >= 0 && hs.says(h, aspects[i:i+1])
}

// amounts are the yearly fields that a heading with a year, or a unit of money, means by
// any word for what things cost: "Konsultkostnad 2027", "Äskade medel 2027".
func (hs *headings) amounts(h read.Heading) (found []candidate) {
	if h.Year == 0 && h.Unit == nil {
		return nil
	}
	for _, r := range hs.vocabulary.readings(h) {
		says := func(concept string) bool { return slices.Contains(r.concepts, concept) }
		if r.doubt > 0 || !slices.ContainsFunc(r.concepts, func(c string) bool { return spending[c] }) || slices.ContainsFunc(r.concepts, func(c string) bool { return noSpending[c] }) {
			continue
		}
		purpose, aspect := slices.IndexFunc(purposes, says), slices.IndexFunc(aspects, says)
		var tries [][]string
		if purpose >= 0 && aspect >= 0 {
			tries = append(tries, []string{purposes[purpose], aspects[aspect]})
		}
		if purpose >= 0 {
			tries = append(tries, []string{purposes[purpose]}, []string{purposes[purpose], "kostnad"})
		}
		if aspect >= 0 {
			tries = append(tries, []string{aspects[aspect]})
		}
		for _, want := range append(tries, []string{"kostnad"}) {
			if found := hs.yearly(want); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// yearly are the yearly fields that have a name of just these concepts.
func (hs *headings) yearly(concepts []string) (found []candidate) {
	for _, i := range hs.byConcept[concepts[0]] {
		n := hs.names[i]
		if n.field.Yearly && hs.sameness(reading{concepts: concepts}, n) > 0 && len(n.concepts) == len(concepts) &&
			!slices.ContainsFunc(found, func(c candidate) bool { return c.field == n.field }) {
			found = append(found, candidate{n.field, anAmount, whySimilar, true})
		}
	}
	return found
}
