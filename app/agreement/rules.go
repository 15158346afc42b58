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
	if r == nil {
		return nil
	}
	start, end := Start.Get(r), End.Get(r)
	if before != nil && start == Start.Get(before) && end == End.Get(before) {
		return nil
	}
	if !start.IsZero() && !end.IsZero() && end < start {
		return fault.New(fault.Invalid, fmt.Sprintf("%s slutar %s, före dagen då det börjar, %s. Inget har ändrats. Rätta den ena.", r.Name(), end, start))
	}
	return nil
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

// Shares of an agreement are of one whole: they may come to less while somebody is
// writing them, and never to more.
var _ = field.NewRule(func(tx *field.Tx) error {
	asked := map[field.ID]bool{}
	for _, id := range tx.Touched() {
		r := tx.Now()[id]
		if r == nil || r.Kind != CoverKind || asked[CoverOf.Get(r)] {
			continue
		}
		asked[CoverOf.Get(r)] = true
		if err := checkShares(tx, CoverOf.Get(r)); err != nil {
			return err
		}
	}
	return nil
}, CoverKind)

// checkShares holds that an agreement covers each thing once, and that its shares
// aren't more than the whole.
func checkShares(w field.World, agreement field.ID) error {
	seen := map[field.ID]bool{}
	for _, c := range Covers(w, agreement) {
		if seen[Covered.Get(c)] {
			return fault.New(fault.Conflict, fmt.Sprintf("%s omfattar redan %s. Inget har ändrats. Ta bort den ena raden under System i avtal först.", w.Label(agreement), w.Label(Covered.Get(c))))
		}
		seen[Covered.Get(c)] = true
	}
	if sum, _ := Shares(w, agreement); sum > 100 {
		return fault.New(fault.Invalid, fmt.Sprintf("Andelarna i %s blir %d %% och kan inte bli mer än 100. Inget har ändrats. Minska en av dem först.", w.Label(agreement), sum))
	}
	return nil
}

// Shares adds the shares of what an agreement covers; said is how many say theirs.
func Shares(w field.World, agreement field.ID) (sum int64, said int) {
	for _, c := range Covers(w, agreement) {
		if n, ok := c.Get(CoverShare.Field).(int64); ok {
			sum, said = sum+n, said+1
		}
	}
	return sum, said
}
