package demo

import (
	"fmt"
	"strings"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/text"
	"itportfoljen/app/document"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/app/policy"
	"itportfoljen/app/service"
)

// makeDocuments links some documents of agreements and systems: most lie in the
// portfolio's folder or on the municipality's own servers, a few have been moved, and of
// one there is only the number.
func (g *generator) makeDocuments() {
	for i, a := range g.agreements {
		if i%6 == 1 {
			g.document(i, a.record.ID, "agreement", "Avtal "+a.system.name)
		}
	}
	sorts := []string{"dpa", "risk", "requirements", "guide"}
	names := []string{"PUB-avtal", "Riskanalys", "Kravspecifikation", "Driftdokumentation"}
	for i, s := range g.systems {
		if i%10 == 3 {
			n := i / 10 % len(sorts)
			g.document(i, s.id, sorts[n], names[n]+" "+s.name)
		}
	}
	for i, k := range []*field.Kind{plan.Kind, agreement.SupplierKind, policy.Kind, service.Kind, service.LevelKind} {
		if of := g.firstOf(k); of != nil {
			g.document(61+i, of.ID, []string{"plan", "minutes", "decision", "guide", "sla"}[i],
				[]string{"Projektplan", "Protokoll från leverantörsmöte", "Beslut om styrdokument", "Tjänstebeskrivning", "Undertecknad SLA"}[i])
		}
	}
}

// firstOf is the first record of a kind, nil for none.
func (g *generator) firstOf(k *field.Kind) *field.Record {
	for _, r := range g.records {
		if r.Kind == k {
			return r
		}
	}
	return nil
}

func (g *generator) document(i int, of field.ID, sort, title string) {
	r := g.record(document.Kind).Put(document.Title.Field, title).Put(document.Of.Field, of).Put(document.Sort.Field, sort)
	r.Put(document.Dated.Field, g.today.AddDays(-40-i*29%1300))
	if i%4 != 2 {
		r.Put(document.Number.Field, fmt.Sprintf("KS %d/%03d", g.today.AddDays(-40-i*29%1300).Year(), 100+i*7%800))
	}
	file := title + ".pdf"
	switch i % 5 {
	case 0:
		r.Put(document.Link.Field, `\\filserver.ekvalla.example\IT\Dokument\`+file)
	case 1, 2:
		r.Put(document.Link.Field, "Dokument/"+file)
	case 3:
		r.Put(document.Link.Field, "https://diariet.ekvalla.example/"+strings.ReplaceAll(text.Fold(title), " ", "-"))
	}
	if link := document.Link.Get(r); i%5 == 0 && i%3 == 1 {
		r.Put(document.Kind.Field("missing"), link)
	}
}
