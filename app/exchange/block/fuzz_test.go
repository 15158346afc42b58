package block_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/exchange/block"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// FuzzPaste: whatever is on the clipboard, what is planned would be taken in, and every
// cell that changes has another value after.
func FuzzPaste(f *testing.F) {
	for _, s := range []string{
		"Ref\tSystem\tÄgare\nSYS-0001\tLön\tKarin Ny <karin@x.se>; Bo Ny\n\tDiariet W3\tvakant", "Avvecklat\t#N/A\n\t####", "Driftbudget 2027 (tkr)\n1,5\n-\n",
		"Lönesystemet\tA / B / C\tEk, Anna och Sara Öberg\tx\t99999999999999999999\t2027-13-01", "\"a\nb\"\t\"\t\"\n\n",
	} {
		f.Add(s, uint8(1), false)
	}
	p := apptest.Open(f)
	var l block.List
	l.Kind = system.Kind
	for _, r := range p.All(system.Kind) {
		l.Rows = append(l.Rows, r.ID)
	}
	l.Columns = []field.Column{{}}
	for _, c := range p.Fields(system.Kind) {
		l.Columns = append(l.Columns, field.Column{Field: c})
	}
	f.Fuzz(func(t *testing.T, s string, left uint8, keep bool) {
		rows, err := block.Read(s)
		if err != nil || len(rows) == 0 {
			return
		}
		col := int(left) % len(l.Columns)
		pl, err := block.Paste(t.Context(), p, l, block.Area{Left: col, Right: col, Bottom: int(left) % 3}, rows, block.Choices{KeepEmpty: keep, NoneNew: keep}, nil)
		if err != nil {
			t.Fatal(err)
		}
		tx := field.NewTx(p)
		for _, c := range pl.Changes {
			if err := tx.Carry(c); err != nil {
				t.Fatalf("%q: %v", s, err)
			}
		}
		if err := tx.Check(); err != nil {
			t.Fatalf("%q: what was planned is refused: %v", s, err)
		}
		for _, c := range pl.Left {
			if c.Why == "" {
				t.Fatalf("%q: %s, %s is left without a reason", s, c.Name, c.Column)
			}
		}
	})
}
