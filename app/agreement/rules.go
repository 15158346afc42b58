package agreement

import (
	"fmt"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

func init() {
	End.Standing = standing
	Kind.Views = []field.View{
		{Name: "Avtal i år", ThisYear: End.Field},
		{Name: "Säg upp i år", ThisYear: NoticeBy.Field},
		{Name: "Utan avtalsansvarig", Lacks: []*field.Field{Manager.Field}},
		{Name: "Dyrast", Most: Value.Field},
	}
	Kind.Retiring = &field.Retiring{Field: State.Field, Value: Concluded}
	SupplierKind.Retiring = &field.Retiring{Field: SupplierArchived.Field, Value: true}
	SupplierKind.InUse = func(_ field.World, r *field.Record) bool { return !SupplierArchived.Get(r) }
	Kind.Called = []*field.Field{Number.Field, Supplier.Field}
	CoverKind.Identity = []*field.Field{CoverOf.Field, Covered.Field, CoverText.Field}
	CoverKind.Vital = []*field.Field{CoverOf.Field, Covered.Field}
	CoverKind.Columns = []*field.Field{Covered.Field, CoverShare.Field, CoverText.Field}
	CoverKind.Caption = func(*field.Record) string { return CoverKind.One }
	CoverKind.Check = checkCover
	Kind.Check = checkDates
	Kind.Detail = func(w field.World, r *field.Record) string {
		if s := w.Label(Supplier.Get(r)); s != "" {
			return r.Ref + ", " + s
		}
		return r.Ref
	}
}

func checkDates(_ field.World, before, r *field.Record) error {
	if r == nil || before != nil && sameDays(before, r) {
		return nil
	}
	start, end, bound := Start.Get(r), End.Get(r), BoundUntil.Get(r)
	switch {
	case !start.IsZero() && !end.IsZero() && end < start:
		return fault.New(fault.Invalid, fmt.Sprintf("%s slutar %s, före dagen då det börjar, %s. Inget har ändrats. Rätta den ena.", r.Name(), end, start))
	case !start.IsZero() && !bound.IsZero() && bound < start:
		return fault.New(fault.Invalid, fmt.Sprintf("%s är bundet till %s, före dagen då det börjar, %s. Inget har ändrats. Rätta den ena.", r.Name(), bound, start))
	case !end.IsZero() && end < bound && !renewsItself(r) && !Bound(r):
		return fault.New(fault.Invalid, fmt.Sprintf("%s är bundet till %s men slutar redan %s och förlängs inte av sig självt. Inget har ändrats. Rätta den ena dagen, eller fyll i Förlängs med först.", r.Name(), bound, end))
	}
	return nil
}

// sameDays says that two say the same of when an agreement begins and ends.
func sameDays(a, b *field.Record) bool {
	for _, f := range []*field.Field{Start.Field, End.Field, BoundUntil.Field, Renewal.Field, RenewalMonths.Field} {
		if !field.Equal(a.Get(f), b.Get(f)) {
			return false
		}
	}
	return true
}

func checkCover(_ field.World, _, r *field.Record) error {
	if r == nil {
		return nil
	}
	if CoverOf.Get(r) == "" || Covered.Get(r) == "" {
		return fault.New(fault.Invalid, "Det som ett avtal omfattar måste säga både avtalet och systemet. Inget har ändrats. Fyll i båda.")
	}
	if n, said := r.Get(CoverShare.Field).(int64); said && (n < 0 || n > 100) {
		return fault.New(fault.Invalid, fmt.Sprintf("Andelen %d %% är inte mellan 0 och 100. Inget har ändrats. Skriv ett tal däremellan.", n))
	}
	return nil
}

// Shares are those of what an agreement covers.
var Shares = field.NewShares(field.Shares{Of: CoverOf.Field, Among: Covered.Field, Share: CoverShare.Field, Twice: func(agreement, thing string) string {
	return fmt.Sprintf("%s omfattar redan %s. Inget har ändrats. Ta bort den ena raden under System i avtal först.", agreement, thing)
}})
