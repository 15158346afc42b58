package org

import (
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// leading are the folded titles of who leads a unit, by what it is; the first that somebody
// has tells. A title is one when it is so, or ends so: "IT-enhetschef".
var leading = map[string][]string{
	Group:          {"kommundirektor", "kommunchef", "regiondirektor"},
	Administration: {"forvaltningschef", "forvaltningsdirektor", "kontorschef", "kommundirektor", "direktor"},
	Company:        {"verkstallande direktor", "vd", "bolagschef"},
	Association:    {"forbundsdirektor", "forbundschef", "verkstallande direktor", "direktor"},
	Board:          {"ordforande"},
	Section:        {"enhetschef", "avdelningschef", "verksamhetschef", "sektionschef", "gruppchef", "rektor", "chef"},
}

// Leads are those who lead a unit today, and as what: who is appointed to it there, else who
// belongs to the unit with a title that says so. "" for nobody that is known.
func Leads(w field.World, unit field.ID) (as string, who []field.ID) {
	u := w.Get(unit)
	if u == nil {
		return "", nil
	}
	for _, title := range leading[UnitType.Get(u)] {
		for _, a := range w.Pointing(AppointmentUnit.Field, unit) {
			if leadsAs(AppointmentRole.Get(a), title) {
				if there := field.There(w, AppointmentHolder.Get(a), w.Today()); len(there) > 0 {
					return AppointmentRole.Get(a), there
				}
			}
		}
		for _, p := range w.Pointing(PersonUnit.Field, unit) {
			if leadsAs(PersonTitle.Get(p), title) && !p.Left(w.Today()) {
				as = PersonTitle.Get(p)
				who = append(who, p.ID)
			}
		}
		if len(who) > 0 {
			return as, who
		}
	}
	return "", nil
}

// leadsAs says that a title is one, also in short time: "tf förvaltningschef".
func leadsAs(title, leads string) bool {
	words := strings.Fields(text.Fold(title))
	for len(words) > 0 && slices.Contains([]string{"tf", "tf.", "t.f", "t.f.", "t", "f", "tillforordnad"}, words[0]) {
		words = words[1:]
	}
	folded := strings.Join(words, " ")
	return folded == leads || !strings.Contains(leads, " ") && len(words) == 1 && len(leads) > 4 && strings.HasSuffix(folded, leads) && !strings.HasPrefix(folded, "bitr")
}
