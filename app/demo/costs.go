package demo

import (
	"strconv"
	"strings"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
)

// sorts are what the accounts are of.
var sorts = map[string]string{"6421": economy.SortLicence, "7410": economy.SortConsultant, "6440": economy.SortLicence, "7450": economy.SortOperation, "6910": economy.SortSupport}

// makeCosts gives the municipality a list of codes, most costs their sort and some their whole
// code string, and a few what the controller meets: months beside a year, units that share a cost,
// an income, an agreement that several systems share, costs of a unit and what was believed in
// spring. No chance is taken, so that what else is made stays as it is.
func (g *generator) makeCosts() {
	centres := g.makeCodes()
	this := g.today.Year()
	for n, c := range g.costs {
		account, _, _ := strings.Cut(economy.CostAccount.Get(c), " ")
		switch sort, known := sorts[account]; {
		case n%7 == 3: // nobody has said
		case known:
			c.Put(economy.CostSort.Field, sort)
		case economy.CostType.Get(c) == economy.Investment:
			c.Put(economy.CostSort.Field, economy.SortConsultant).Put(economy.CostWork.Field, economy.Develop)
		}
		if centre := centres[g.adminOf(economy.CostOwner.Get(c))%max(len(centres), 1)]; centre != "" && n%5 != 4 {
			c.Put(economy.CostCentre.Field, centre)
		}
		if c.Get(economy.CostForecast.Field) != nil {
			c.Put(economy.CostForecastOn.Field, g.today)
		}
		if int(economy.CostYear.Get(c)) == this && c.Get(economy.CostForecast.Field) != nil && n%40 == 2 {
			g.believed(c, date.Of(this, 4, 30))
		}
	}
	shared, rows := 0, g.drift(this)
	for _, s := range g.systems {
		row := rows[s.id]
		if row == nil || !models[s.model].shared() {
			continue
		}
		switch shared++; shared {
		case 1:
			g.monthly(row)
		case 2, 3:
			g.payers(row, shared)
		case 4:
			g.more(s.id, this+1, economy.SortSold, "Ersättning från bolagen", -60_000)
		}
	}
	g.agreementCosts()
	if len(g.units) > 0 {
		g.more(g.units[0].id, this+1, economy.SortStaff, "Utbildning i digitala verktyg", 180_000)
	}
}

// makeCodes makes the codes that are known: accounts, of which one has gone, and who is responsible
// at each förvaltning. It gives the latter by administration.
func (g *generator) makeCodes() []string {
	for _, c := range []struct{ code, name string }{{"3510", "Interna intäkter"}, {"3520", "Statsbidrag"}, {"6421", "Licenser"}, {"6440", "Programvara som tjänst"},
		{"6910", "Support och underhåll"}, {"7410", "Konsulter IT"}, {"7450", "Intern IT-drift"}} {
		r := g.record(economy.CodeKind).Put(economy.CodePart.Field, "Konto").Put(economy.CodeCode.Field, c.code).Put(economy.CodeName.Field, c.name)
		if c.code == "7450" {
			r.Put(economy.CodeTo.Field, date.Of(g.today.Year()+1, 12, 31))
		}
	}
	out := make([]string, len(administrations))
	for i, u := range g.units {
		if u.admin >= len(out) || out[u.admin] != "" {
			continue
		}
		out[u.admin] = strconv.Itoa(1000 + 100*u.admin + 10)
		g.record(economy.CodeKind).Put(economy.CodePart.Field, "Ansvar").Put(economy.CodeCode.Field, out[u.admin]).Put(economy.CodeName.Field, u.name).Put(economy.CodeUnit.Field, g.units[i].id)
	}
	return out
}

// adminOf is the administration that a system belongs to; 0 of what else has costs.
func (g *generator) adminOf(owner field.ID) int {
	if g.admins == nil {
		g.admins = map[field.ID]int{}
		for _, s := range g.systems {
			g.admins[s.id] = s.admin
		}
	}
	return g.admins[owner]
}

// drift is the first drift of each owner that year.
func (g *generator) drift(year int) map[field.ID]*field.Record {
	out := map[field.ID]*field.Record{}
	for _, c := range g.costs {
		if owner := economy.CostOwner.Get(c); out[owner] == nil && int(economy.CostYear.Get(c)) == year && economy.CostType.Get(c) == economy.Operations {
			out[owner] = c
		}
	}
	return out
}

// believed is what a row was believed to become in spring.
func (g *generator) believed(c *field.Record, on date.Date) {
	g.record(economy.BeliefKind).Put(economy.BeliefOf.Field, c.ID).Put(economy.BeliefOn.Field, on).Put(economy.BeliefAmount.Field, economy.CostBudget.Get(c))
}

// monthly is what a row has cost so far, month by month.
func (g *generator) monthly(year *field.Record) {
	for m := 1; m < g.today.Month(); m++ {
		r := g.record(economy.CostKind)
		for _, f := range []*field.Field{economy.CostText.Field, economy.CostOwner.Field, economy.CostYear.Field, economy.CostType.Field, economy.CostSort.Field, economy.CostAccount.Field, economy.CostCentre.Field} {
			r.Put(f, year.Get(f))
		}
		part := economy.CostBudget.Get(year) / 12 / 10000 * 10000
		if m%3 == 0 {
			part += 150_000
		}
		r.Put(economy.CostMonth.Field, strconv.Itoa(m)).Put(economy.CostActual.Field, part)
	}
}

// payers part a cost between two förvaltningar.
func (g *generator) payers(c *field.Record, n int) {
	share := int64(6000 + 250*n)
	var units []unit
	for _, u := range g.units {
		if u.admin > 0 && (len(units) == 0 || units[0].admin != u.admin) && len(units) < 2 {
			units = append(units, u)
		}
	}
	for i, u := range units {
		if len(units) == 2 {
			g.record(economy.PayerKind).Put(economy.PayerOf.Field, c.ID).Put(economy.PayerUnit.Field, u.id).Put(economy.PayerShare.Field, []int64{share, 100_00 - share}[i])
		}
	}
}

// more is a cost that nothing else gives.
func (g *generator) more(owner field.ID, year int, sort, text string, kr int64) {
	g.record(economy.CostKind).Put(economy.CostText.Field, text).Put(economy.CostOwner.Field, owner).Put(economy.CostYear.Field, int64(year)).Put(economy.CostType.Field, economy.Operations).
		Put(economy.CostSort.Field, sort).Put(economy.CostBudget.Field, money.FromKronor(kr))
}

// agreementCosts are those of the first agreement that says how several systems share it.
func (g *generator) agreementCosts() {
	shares := map[field.ID]int{}
	for _, c := range g.records {
		if c.Kind != agreement.CoverKind || c.Get(agreement.CoverShare.Field) == nil {
			continue
		}
		of := agreement.CoverOf.Get(c)
		if shares[of]++; shares[of] < 2 {
			continue
		}
		for y := g.today.Year(); y <= g.today.Year()+1; y++ {
			g.more(of, y, economy.SortLicence, "Gemensam licens", 240_000+int64(y-g.today.Year())*6_000)
		}
		return
	}
}
