package demo

import (
	"fmt"
	"strconv"

	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// putLevels classifies most systems; some long ago.
func (g *generator) putLevels(r *field.Record, m *model) {
	if g.chance(.08) {
		return
	}
	for i, f := range []field.NumberField{system.Confidentiality, system.Integrity, system.Availability} {
		r.Put(f.Field, g.near(m.levels[i]))
	}
	if g.chance(.4) {
		r.Put(system.Traceability.Field, g.near(m.levels[1]))
	}
	if g.chance(.06) { // classified, but nobody wrote when
		return
	}
	months := g.between(0, 40)
	on := g.ago(months, months+1)
	r.Put(system.ClassifiedOn.Field, on).Put(system.ClassifiedBy.Field, pick(g, []string{"Leila Ahmed", "Karin Sjöberg", "Systemförvaltaren och säkerhetschefen", "Workshop i förvaltningen"}))
	r.Put(system.ClassifiedYear.Field, on.DaysUntil(g.today) <= 365)
	if g.chance(.7) {
		r.Put(system.ReviewBy.Field, on.AddMonths(24))
	}
	if g.chance(.4) {
		r.Put(system.ClassNote.Field, classNote(m))
	}
	if m.personalData == "sensitive" && g.chance(.05) {
		r.Put(system.AIRisk.Field, "high")
	} else if g.chance(.75) {
		r.Put(system.AIRisk.Field, []string{"none", "minimal", "limited"}[g.weighted(85, 10, 5)])
	}
}

func classNote(m *model) string {
	switch {
	case m.levels[0] >= 4:
		return "Uppgifterna omfattas av stark sekretess, och ett röjande kan skada enskilda allvarligt."
	case m.levels[2] >= 4:
		return "Verksamheten klarar bara kortare avbrott innan invånare påverkas."
	case m.levels[0] >= 3:
		return "Innehåller uppgifter med sekretess eller skyddsbehov."
	}
	return "Begränsade följder om information röjs, ändras eller saknas en tid."
}

// near is the level itself, or sometimes one step off.
func (g *generator) near(level int64) int64 {
	if g.chance(.16) {
		level += int64(g.between(-1, 1))
	}
	return min(max(level, 0), 4)
}

func (g *generator) putTechnical(r *field.Record, m *model, lifecycle string) (hosting string) {
	hosting = m.hosting
	if g.chance(.15) {
		hosting = pick(g, []string{"internal", "external", "cloud"})
	}
	r.Put(system.Hosting.Field, hosting)
	if g.chance(.85) {
		r.Put(system.DataLocation.Field, g.location(hosting))
	}
	if lifecycle != "planned" {
		year := g.today.Year() - g.between(1, 16)
		since := strconv.Itoa(year)
		if g.chance(.4) {
			since = fmt.Sprintf("%04d-%02d", year, g.between(1, 12))
		}
		r.Put(system.InUseFrom.Field, since)
	}
	switch g.weighted(55, 10, 25, 10) {
	case 1:
		r.Put(system.SupportEnd.Field, g.ahead(20, 360))
	case 2:
		r.Put(system.SupportEnd.Field, g.ahead(400, 1800))
	case 3:
		r.Put(system.SupportEnd.Field, g.ago(1, 14))
	}
	switch lifecycle {
	case "phaseout":
		r.Put(system.RetireYear.Field, int64(g.today.Year()+g.between(0, 2)))
	case "retired":
		r.Put(system.RetireYear.Field, int64(g.today.Year()-g.between(0, 3)))
	}
	r.Put(system.Adaptable.Field, []string{"yes", "partly", "no"}[g.weighted(25, 50, 25)])
	technical, functional := .72, .76
	if lifecycle == "phaseout" || lifecycle == "retired" {
		technical, functional = .2, .35
	}
	if g.chance(.88) {
		r.Put(system.TechnicalFit.Field, g.fit(technical)).Put(system.FunctionalFit.Field, g.fit(functional))
	}
	return hosting
}

func (g *generator) fit(p float64) string {
	if g.chance(p) {
		return "high"
	}
	return "low"
}

func (g *generator) location(hosting string) string {
	switch hosting {
	case "internal":
		return "Egen datorhall"
	case "external":
		return "Leverantörens datorhall i Sverige"
	}
	return []string{"Sverige", "EU/EES", "EU/EES, support från tredjeland"}[g.weighted(50, 42, 8)]
}

func (g *generator) putPrivacy(r *field.Record, m *model, admin int, hosting string) {
	if g.chance(.05) {
		return
	}
	r.Put(system.PersonalData.Field, m.personalData)
	p, ok := profileOf(m.profile)
	if m.personalData == "no" || !ok {
		return
	}
	r.Put(system.Controller.Field, g.staff[admin].board)
	if g.chance(.9) {
		r.Put(system.PrivacyPurpose.Field, p.purpose).Put(system.LegalBasis.Field, p.basis).Put(system.DataSubjects.Field, p.subjects).Put(system.DataCategories.Field, p.categories)
	}
	if g.chance(.7) {
		r.Put(system.Recipients.Field, p.recipients).Put(system.Retention.Field, p.retention)
	}
	if g.chance(.6) {
		r.Put(system.Measures.Field, pick(g, []string{"Behörighet efter roll, loggning och stark autentisering.", "Kryptering i vila och under överföring. Loggar granskas varje månad.", "Behörighet beslutas av chef och ses över varje halvår.", "Endast åtkomst från kommunens nät eller med e-legitimation."}))
	}
	if r.Get(system.DataLocation.Field) == "EU/EES, support från tredjeland" {
		r.Put(system.ThirdCountry.Field, "USA vid support, EU-kommissionens standardavtalsklausuler")
	} else if g.chance(.3) {
		r.Put(system.ThirdCountry.Field, "Nej")
	}
	if hosting != "internal" && g.chance(.85) {
		r.Put(system.ProcessorSigned.Field, g.ago(2, 60))
	}
	if m.personalData == "sensitive" && g.chance(.65) {
		r.Put(system.ImpactAssessed.Field, g.ago(1, 48))
	}
}
