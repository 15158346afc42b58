package demo

import (
	"fmt"
	"strings"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/system"
)

// made is an agreement that has been made, with what others may share of it.
type made struct {
	record *field.Record
	system sys
}

// makeSuppliers makes some for every ten systems. What one knows of them differs.
func (g *generator) makeSuppliers() {
	names := append([]string{}, suppliers...)
	for i := 0; len(names) < g.counts.systems/12; i++ {
		first, _, _ := strings.Cut(suppliers[i%len(suppliers)], " ")
		branch, round := branches[i/len(suppliers)%len(branches)], i/len(suppliers)/len(branches)
		if name := first + " " + branch; round == 0 {
			names = append(names, name+" AB")
		} else {
			names = append(names, fmt.Sprintf("%s %s AB", name, regions[round%len(regions)]))
		}
	}
	for i, name := range names {
		r := g.record(agreement.SupplierKind)
		r.Put(agreement.SupplierName.Field, name)
		domain := strings.ToLower(asciiOf(strings.TrimSuffix(name, " AB"))) + ".example"
		if i%7 != 5 {
			r.Put(agreement.SupplierNumber.Field, unassigned(i))
		}
		if i%5 != 3 {
			who := surnames[i*11%len(surnames)]
			r.Put(agreement.SupplierContact.Field, givenNames[i%2][i*5%len(givenNames[i%2])]+" "+who)
			r.Put(agreement.SupplierEmail.Field, "kund@"+domain)
		}
		if i%3 != 2 {
			r.Put(agreement.Incidents.Field, fmt.Sprintf("jour@%s, 08-000 %02d %02d", domain, i%100, i*7%100))
		}
		g.suppliers = append(g.suppliers, r.ID)
	}
}

var branches = []string{"Data", "Moln", "Drift", "Digital", "Konsult", "Programvara", "Teknik", "Vård", "Skola", "Geo", "Säkerhet", "Analys"}
var regions = []string{"", "Syd", "Norr", "Väst", "Öst", "Mitt", "Sverige", "Norden", "Global"}

// unassigned is an organisationsnummer that nobody can have, since the third digit of
// real ones is at least 2.
func unassigned(i int) string {
	s := fmt.Sprintf("5510%05d", i*37%100000)
	sum := 0
	for i := range len(s) {
		n := int(s[i] - '0')
		if i%2 == 0 {
			n *= 2
		}
		sum += n/10 + n%10
	}
	s += fmt.Sprint((10 - sum%10) % 10)
	return s[:6] + "-" + s[6:]
}

// asciiOf writes a name as an address has it.
func asciiOf(s string) string {
	return strings.NewReplacer("å", "a", "ä", "a", "ö", "o", "Å", "a", "Ä", "a", "Ö", "o", " ", "", "&", "").Replace(s)
}

// putAgreement gives most systems a supplier and an agreement; the last day to give
// notice falls within 30, 90 or 365 days for some, later for most.
func (g *generator) putAgreement(s sys, r *field.Record, m *model, hosting string) {
	if hosting == "internal" && g.chance(.25) { // made by ourselves, or old
		return
	}
	at := len(m.name)*7 + len(m.category)*3 + g.weighted(80, 10, 10)
	if g.counts.systems > 1000 {
		at += len(g.systems) * 13
	}
	supplier := g.suppliers[at%len(g.suppliers)]
	r.Put(system.Supplier.Field, supplier)
	a := field.NewRecord(agreement.Kind, g.newID())
	a.Put(agreement.Name.Field, "Avtal "+s.name).Put(agreement.Supplier.Field, supplier).Put(agreement.State.Field, agreement.Signed).Put(agreement.Unit.Field, s.unit)
	if g.chance(.8) {
		a.Put(agreement.Number.Field, fmt.Sprintf("KS %d/%04d", g.today.Year()-g.between(0, 6), g.between(12, 980)))
	}
	if g.chance(.5) {
		r.Put(system.LockIn.Field, pick(g, []string{"Låg", "Medel", "Medel", "Hög"}))
	}
	if len(g.agreements)%4 != 1 { // four years of what it costs
		a.Put(agreement.Value.Field, money.FromKronor(int64(s.tkr*4)*1000))
	}
	g.putTerms(a)
	g.agreements = append(g.agreements, made{a, s})
}

func (g *generator) putTerms(a *field.Record) {
	days := [][2]int{{2, 29}, {31, 89}, {92, 364}, {370, 1500}, {-400, -10}}
	at := g.weighted(2, 4, 22, 42, 8, 16)
	switch (len(g.agreements) + 1) % 20 { // some are urgent, however few there are
	case 4:
		at = 0
	case 12:
		at = 1
	}
	if at == len(days) {
		a.Put(agreement.TermsText.Field, pick(g, []string{"Tills vidare, uppsägning tre månader", "Tills vidare", "Löpande, uppsägning sex månader"}))
		a.Put(agreement.Start.Field, g.ago(10, 120))
		return
	}
	notice := pick(g, []int{1, 3, 3, 3, 6, 6, 9, 12})
	end := g.ahead(days[at][0], days[at][1]).AddMonths(notice)
	start := end.AddMonths(-pick(g, []int{24, 36, 36, 48})).AddDays(1)
	if start > g.today {
		start = g.ago(1, 12)
	}
	a.Put(agreement.Start.Field, start).Put(agreement.End.Field, end)
	if g.chance(.93) {
		a.Put(agreement.NoticeMonths.Field, int64(notice))
	}
	if at < 4 && g.chance(.5) || at == 4 && g.chance(.3) {
		a.Put(agreement.RenewalMonths.Field, int64(pick(g, []int{12, 12, 24})))
	}
}

// addAgreements puts the agreements and what they cover among the records. Every
// sixteenth covers the next system with one as well, some with shares; every
// eighteenth system has an agreement on consultants besides, which is being prepared
// or has been given notice of for some.
func (g *generator) addAgreements() {
	cover := func(a, thing field.ID, what string, share int64) {
		c := field.NewRecord(agreement.CoverKind, g.newID())
		c.Put(agreement.CoverOf.Field, a).Put(agreement.Covered.Field, thing)
		if what != "" {
			c.Put(agreement.CoverText.Field, what)
		}
		if share > 0 {
			c.Put(agreement.CoverShare.Field, share)
		}
		g.covers = append(g.covers, c)
	}
	for i, m := range g.agreements {
		g.records = append(g.records, m.record)
		if start := agreement.Start.Get(m.record); i%6 == 1 {
			d := g.decision(m.record, governance.Stepped, "", start, "").Put(governance.DecisionRole.Field, "IT-chef")
			d.Put(governance.DecisionFrom.Field, "Under beredning").Put(governance.DecisionTo.Field, "Gäller").Put(governance.DecisionRef.Field, m.record.Get(agreement.Number.Field))
		}
		first, second := int64(0), int64(0)
		if i%32 == 7 {
			first, second = 60, 40
		}
		cover(m.record.ID, m.system.id, "", first)
		if i%16 == 7 && i+1 < len(g.agreements) {
			cover(m.record.ID, g.agreements[i+1].system.id, "Gemensamma licenser", second)
		}
		if i%18 == 11 {
			a := field.NewRecord(agreement.Kind, g.newID())
			a.Put(agreement.Name.Field, "Konsultstöd "+m.system.name).Put(agreement.Supplier.Field, g.suppliers[i*5%len(g.suppliers)]).Put(agreement.Unit.Field, m.system.unit)
			a.Put(agreement.State.Field, []string{agreement.Signed, agreement.Planned, agreement.GivenUp}[i/18%3])
			a.Put(agreement.Start.Field, g.today.AddMonths(-10)).Put(agreement.End.Field, g.today.AddMonths(14)).Put(agreement.NoticeMonths.Field, int64(3))
			g.records = append(g.records, a)
			cover(a.ID, m.system.id, "Konsulttimmar", 0)
		}
	}
	g.records = append(g.records, g.covers...)
}
