package demo

import (
	"fmt"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
)

// wholeAgreements says more of the agreements: what they are, how they go on, how they were
// bought and how they are followed up. As in real registers most is known of some and nothing
// of others. No chance is drawn: what is made besides stays as it was.
func (g *generator) wholeAgreements() {
	for i, m := range g.agreements {
		r := m.record
		if i%5 != 4 {
			r.Put(agreement.Type.Field, demoTypes[i%len(demoTypes)])
		}
		if agreement.End.Get(r) != 0 {
			g.goesOn(i, r)
		}
		g.isBought(i, r)
		if i%4 == 2 {
			r.Put(agreement.EachMonths.Field, int64(12))
			g.reviewed(i, r)
		}
		if i%3 == 0 {
			r.Put(agreement.Help.Field, "Leverantörens kundtjänst, vardagar 8–17, svar inom fyra timmar")
		}
	}
	g.makeCallOffs()
}

var demoTypes = []string{agreement.Licence, agreement.Cloud, agreement.Support, agreement.Cloud, agreement.Operation, agreement.Framework, agreement.Licence}

// goesOn says how an agreement with an end goes on. Every third of those that don't renew
// themselves has options.
func (g *generator) goesOn(i int, r *field.Record) {
	end := agreement.End.Get(r)
	switch {
	case agreement.RenewalMonths.Get(r) > 0:
		r.Put(agreement.Renewal.Field, agreement.Tacit)
		if i%9 == 2 {
			r.Put(agreement.TheirMonths.Field, int64(6))
		}
		if start := agreement.Start.Get(r); i%7 == 3 && start.AddMonths(24).AddDays(-1) <= end {
			r.Put(agreement.BoundUntil.Field, start.AddMonths(24).AddDays(-1))
		}
	case i%3 == 0 && end >= g.today:
		r.Put(agreement.Renewal.Field, agreement.Express).Put(agreement.OptionTerms.Field, "2 × 12 månader")
		for n := range 2 {
			o := g.record(agreement.OptionKind).Put(agreement.OptionText.Field, fmt.Sprintf("Förlängning %d", n+1)).Put(agreement.OptionOf.Field, r.ID)
			o.Put(agreement.OptionMonths.Field, int64(12)).Put(agreement.OptionState.Field, agreement.OptionOpen)
			if i%6 == 0 { // of the others nobody has looked
				o.Put(agreement.OptionDay.Field, end.AddMonths(12*n-3))
			}
		}
	case i%4 == 1:
		r.Put(agreement.Renewal.Field, agreement.Never)
	}
	if i%11 == 5 {
		r.Put(agreement.LeadMonths.Field, int64(9))
	}
}

func (g *generator) isBought(i int, r *field.Record) {
	if i%4 != 3 {
		r.Put(agreement.Route.Field, []string{"open", "call_off", "direct", "joint", "mini"}[i%5])
	}
	if i%6 == 1 {
		r.Put(agreement.CaseNumber.Field, fmt.Sprintf("UPP %d/%03d", g.today.Year()-2-i%4, 11+i*7%400))
	}
	if i%8 == 3 {
		r.Put(agreement.Index.Field, "AKI, tjänstemän, SNI J").Put(agreement.IndexBase.Field, "131,4").Put(agreement.IndexOn.Field, agreement.Start.Get(r))
	}
	if t := agreement.Type.Get(r); (t == agreement.Operation || t == agreement.Cloud) && i%3 != 1 {
		r.Put(agreement.ITAsked.Field, agreement.Start.Get(r).AddMonths(-3))
		if i%3 == 0 {
			r.Put(agreement.ITAnswer.Field, "Inget att erinra, inloggning via kommunens katalog")
		}
	}
	if v := agreement.Value.Get(r); agreement.Type.Get(r) == agreement.Framework && v > 0 {
		r.Put(agreement.Ceiling.Field, v)
	}
}

// reviewed says how an agreement was followed up a year ago; some weren't.
func (g *generator) reviewed(i int, r *field.Record) {
	on := g.today.AddMonths(-11).AddDays(-i % 40)
	if i%8 == 6 || agreement.Start.Get(r) > on {
		return
	}
	v := g.record(agreement.ReviewKind).Put(agreement.ReviewText.Field, "Årlig uppföljning").Put(agreement.ReviewOf.Field, r.ID).Put(agreement.ReviewOn.Field, on)
	if i%12 == 2 {
		v.Put(agreement.Deviations.Field, "Två driftstopp längre än avtalat. Vite har begärts.")
	}
	if len(g.persons) > 0 {
		v.Put(agreement.ReviewBy.Field, g.persons[i%len(g.persons)].id)
	}
}

// makeCallOffs are the avrop from the ramavtal, of which one comes to more than may be bought,
// and a PUB-avtal under every ninth cloud service.
func (g *generator) makeCallOffs() {
	for i, m := range g.agreements {
		r := m.record
		most := agreement.Ceiling.Get(r)
		switch t := agreement.Type.Get(r); {
		case t == agreement.Framework && most > 0:
			for n := range 2 {
				a := g.under(r, agreement.CallOff, fmt.Sprintf("Avrop %d från %s", n+1, r.Name()))
				switch {
				case n == 0 && i%7 == 5 && i < 10:
					a.Put(agreement.Value.Field, most)
				case n == 0 || i%2 == 1:
					a.Put(agreement.Value.Field, money.FromKronor(int64(most)/100/4/1000*1000+1000))
				}
			}
		case t == agreement.Cloud && i%9 == 1:
			g.under(r, agreement.Processor, "PUB-avtal "+m.system.name)
		}
	}
}

// under makes an agreement under another, for the same time.
func (g *generator) under(main *field.Record, typ, name string) *field.Record {
	a := g.record(agreement.Kind).Put(agreement.Name.Field, name).Put(agreement.Type.Field, typ).Put(agreement.Parent.Field, main.ID).Put(agreement.State.Field, agreement.Signed)
	for _, f := range []*field.Field{agreement.Supplier.Field, agreement.Unit.Field, agreement.Start.Field, agreement.End.Field, agreement.NoticeMonths.Field} {
		if v := main.Get(f); v != nil {
			a.Put(f, v)
		}
	}
	return a
}
