package demo

import (
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/licence"
	"itportfoljen/app/system"
)

// makeLicences counts licences of every sixth system, and two that are of none. As in life
// some are too few, many aren't used, and of some nobody has counted. No chance is taken,
// so that what else is made stays as it is.
func (g *generator) makeLicences() {
	administrator := g.persons[2*len(administrations)%len(g.persons)]
	byID := map[field.ID]*field.Record{}
	for _, r := range g.records {
		if r.Kind == system.Kind {
			byID[r.ID] = r
		}
	}
	for i, s := range g.systems {
		if i%6 != 2 || s.lifecycle == "planned" {
			continue
		}
		n := i / 6
		r := g.record(licence.Kind).Put(licence.Name.Field, s.name+[]string{" användare", " licens", " samtidiga", " bas"}[n%4]).Put(licence.System.Field, s.id).Put(licence.Unit.Field, s.unit)
		of := byID[s.id]
		r.Put(licence.Supplier.Field, of.Get(system.Supplier.Field))
		for _, a := range g.agreements[min(i, len(g.agreements)):min(i+4, len(g.agreements))] {
			if a.system.id == s.id {
				r.Put(licence.Agreement.Field, a.record.ID)
			}
		}
		r.Put(licence.Metric.Field, []string{"user", "user", "concurrent", "device"}[n%4]).Put(licence.Form.Field, []string{licence.Subscription, "perpetual", licence.Subscription}[n%3])
		if n%5 != 4 {
			r.Put(licence.Administrator.Field, []field.Holding{{Person: administrator.id, From: g.today.AddMonths(-20)}})
		}
		g.countLicences(r, n, max(system.Users.Get(of), 10))
		if n%3 != 1 {
			r.Put(licence.Ends.Field, date.LastOfMonth(g.today.Year()+n%3, 1+n%12))
		}
		r.Put(licence.Cost.Field, money.FromKronor(int64(s.tkr*.4)*1000))
	}
	g.record(licence.Kind).Put(licence.Name.Field, "Kontorsprogram, hela kommunen").Put(licence.Metric.Field, "site").Put(licence.Form.Field, licence.Subscription).
		Put(licence.Unit.Field, g.staff[0].unit).Put(licence.Cost.Field, money.FromKronor(2_400_000)).Put(licence.Ends.Field, g.today.AddMonths(2))
	g.record(licence.Kind).Put(licence.Name.Field, "Ritprogram").Put(licence.Metric.Field, "concurrent").Put(licence.Unit.Field, g.staff[0].unit).Put(licence.Owned.Field, int64(12))
}

// countLicences says how many there are and are used: a few too many, a few hardly any.
func (g *generator) countLicences(r *field.Record, n int, users int64) {
	owned := users + users/10
	used := users
	switch n % 8 {
	case 1:
		used = owned + 1 + users/20
	case 4:
		used = users / 2
	case 6: // nobody has counted
		r.Put(licence.Owned.Field, owned)
		return
	}
	r.Put(licence.Owned.Field, owned).Put(licence.Used.Field, used).Put(licence.CountedOn.Field, g.today.AddDays(-20-n%7*70))
}
