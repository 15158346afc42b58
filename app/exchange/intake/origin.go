package intake

import (
	"context"

	"itportfoljen/app/exchange/identify"
	"itportfoljen/app/exchange/jsonform"
	"itportfoljen/app/field"
	"itportfoljen/app/journal"
)

// journaled is a portfolio that knows what it has written.
type journaled interface {
	Identity() string
	Wrote(ctx context.Context, m journal.Mark) (bool, error)
}

// origin tells where a workbook with a mark was written.
func origin(ctx context.Context, w field.World, mark string) (identify.Origin, error) {
	m, marked := journal.ReadMark(mark)
	p, ok := w.(journaled)
	if !marked || !ok {
		return identify.Unknown, nil
	}
	here, err := p.Wrote(ctx, m)
	if err != nil || here {
		return identify.Here, err
	}
	return identify.Elsewhere, nil
}

// fromElsewhere tells what a workbook, or a document, of another copy is read as.
func fromElsewhere(w field.World, format, mark string) string {
	m, _ := journal.ReadMark(mark)
	it := "Arbetsboken"
	if format == jsonform.Format {
		it = "Dokumentet"
	}
	s := it + " är från en annan portfölj"
	if p, ok := w.(journaled); ok && m.Portfolio == p.Identity() {
		s = it + " är från en annan kopia av portföljen, som har gått sin egen väg"
	}
	return s + ". Raderna känns igen på sin identitet eller sitt namn, inte på referensen."
}
