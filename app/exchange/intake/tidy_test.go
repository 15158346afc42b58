package intake_test

import (
	"context"
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// TestOneLineFieldsHoldOneLine: a break within a cell becomes a space, in the
// fields that hold one line and in those that take what another can't read.
func TestOneLineFieldsHoldOneLine(t *testing.T) {
	p := apptest.Empty(t)
	book := rowsOf("System|Förvaltning|Systemägare|Leverantör|Avtal till|Beskrivning|Egen", 2, func(i int) []string {
		return []string{[]string{"Löne\r\nsystemet", "Annat"}[i], "Kommunen\n/ HR", "Anna\u202e Ek", []string{"Visma\nAB", "Visma AB"}[i], "tills\nvidare\u2028ja", "en\r\ntvå\x1b[31m", "x\ry"}
	})
	r, err := intake.Plan(context.Background(), p, book, intake.Options{KeepUnmatched: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Apply(context.Background(), "Prov", r.Changes); err != nil {
		t.Fatal(err)
	}
	s := p.Named(system.Kind, "Löne systemet")
	if len(s) != 1 {
		t.Fatalf("systems: %v", p.All(system.Kind))
	}
	for f, want := range map[*field.Field]string{
		system.Supplier.Field: "Visma AB", system.AgreementTerms: "tills vidare ja", system.SystemOwner.Field: "Anna Ek",
		system.Description.Field: "en\ntvå", p.FieldOf(system.Kind, "egen"): "x\ny",
	} {
		if got := f.Show(p, f.Value(p, s[0], 0)); got != want {
			t.Errorf("%s is %q, want %q", f.Label, got, want)
		}
	}
	for _, k := range []string{"HR", "Kommunen"} {
		if !strings.Contains(p.Exact(system.OwnerUnit.Get(s[0])), k) {
			t.Errorf("the unit is %q", p.Exact(system.OwnerUnit.Get(s[0])))
		}
	}
}

// TestTooLongIsToldOfAndKept: a value that no field has room for is told of at
// its row, kept in the note, and stops nothing else.
func TestTooLongIsToldOfAndKept(t *testing.T) {
	long := strings.Repeat("å", field.MostLine+1)
	o := intake.Options{KeepUnmatched: true, Map: map[string]string{"Systemägare": "system_owner"}}
	for _, c := range []struct {
		name, heads string
		row         []string
		column      string // told of
	}{
		{"a line", "System|Förvaltning|Leverantör", []string{"A", "Kommunen", long}, "Leverantör"},
		{"what another couldn't read", "System|Förvaltning|Avtal till", []string{"A", "Kommunen", long}, "Avtal till"},
		{"a unit", "System|Förvaltning|Leverantör", []string{"A", "Kommunen / " + long, "Visma"}, "Förvaltning"},
		{"a person", "System|Förvaltning|Systemägare", []string{"A", "Kommunen", "Anna " + long}, "Systemägare"},
		{"an address", "System|Förvaltning|Systemägare", []string{"A", "Kommunen", "Anna Ek <" + strings.Repeat("a", 600) + "@x.se>"}, "Systemägare"},
		{"several lines", "System|Förvaltning|Beskrivning", []string{"A", "Kommunen", strings.Repeat("ord ", 9000)}, "Beskrivning"},
		{"a heading", "System|Förvaltning|" + long, []string{"A", "Kommunen", "x"}, ""},
	} {
		p := apptest.Empty(t)
		book := rowsOf(c.heads, 1, func(int) []string { return c.row })
		r, err := intake.Plan(context.Background(), p, book, o, nil)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		told := len(r.Errors) == 1 && r.Errors[0].Column == c.column && r.Errors[0].Row == 2 && strings.Contains(r.Errors[0].Message, "tecken lång")
		if c.column == "" {
			told = len(r.Errors) == 0
		}
		if !told || r.New != 1 {
			t.Errorf("%s: %d new, errors %.300v", c.name, r.New, r.Errors)
		}
		if _, err := p.Apply(context.Background(), "Prov", r.Changes); err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		s := p.Named(system.Kind, "A")[0]
		if note := system.ImportNote.Get(s); (c.column != "") != strings.Contains(note, c.column+": ") {
			t.Errorf("%s: the note is %.80q", c.name, note)
		}
		again, err := intake.Plan(context.Background(), p, book, o, nil)
		if err != nil || len(again.Changes) != 0 {
			t.Errorf("%s: a second import changes %d, %v", c.name, len(again.Changes), err)
		}
	}
}

// A note has only so much room, and is the same after the same file.
func TestANoteHasItsRoom(t *testing.T) {
	p := apptest.Empty(t)
	heads, row := []string{"System", "Förvaltning"}, []string{"A", "Kommunen"}
	for _, f := range system.Kind.Fields() {
		if f.Type == field.Date && !f.ReadOnly || f.Type == field.Number || f.Type == field.Year || f.Type == field.Text && f.Key != "name" && f.Editable() {
			heads, row = append(heads, f.Label), append(row, strings.Repeat(f.Key+" ", 3000))
		}
	}
	book := rowsOf(strings.Join(heads, "|"), 1, func(int) []string { return row })
	for i := range 2 {
		r, err := intake.Plan(context.Background(), p, book, intake.Options{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if i == 1 && len(r.Changes) != 0 {
			t.Errorf("a second import changes %d", len(r.Changes))
		}
		if _, err := p.Apply(context.Background(), "Prov", r.Changes); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(system.ImportNote.Get(p.All(system.Kind)[0])); n > field.MostText || n < field.MostText/2 {
		t.Errorf("the note is %d long", n)
	}
}
