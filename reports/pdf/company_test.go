package pdf_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"itportfoljen/reports/pdf"
)

// pagesWith are the pages, from 0, with a text that holds words.
func pagesWith(doc *pdf.Doc, words string) (out []int) {
	for n, p := range doc.Pages() {
		for _, it := range p.Items {
			if m, ok := it.Mark.(pdf.TextMark); ok && it.Running == pdf.Once && strings.Contains(m.Text, words) {
				out = append(out, n)
				break
			}
		}
	}
	return out
}

// filled is a document with so many lines of text in it.
func filled(lines int) *pdf.Doc {
	doc := pdf.New(pdf.Meta{Title: "Prov"})
	doc.Head("", "", "")
	for n := range lines {
		doc.P(fmt.Sprintf("rad %d", n))
	}
	return doc
}

// TestNobodySignsAnEmptyPage: signatures stand on one page below the last of what is
// signed, wherever on the page they come.
func TestNobodySignsAnEmptyPage(t *testing.T) {
	for lines := range 45 {
		doc := filled(lines)
		doc.H2("Innan ni skriver under")
		doc.Checks(pdf.Check{Text: []pdf.Run{pdf.T("första kravet")}}, pdf.Check{Text: []pdf.Run{pdf.T("andra kravet")}}, pdf.Check{Text: []pdf.Run{pdf.T("sista kravet")}})
		doc.H2("Underskrifter")
		doc.P("Den som tar emot ansvarar.")
		doc.Signatures(pdf.Signature{Role: "Ägare"}, pdf.Signature{Role: "Förvaltare"}, pdf.Signature{Role: "Mottagare"}, pdf.Signature{Role: "Vittne"})
		where := pagesWith(doc, "Underskrifter")
		for _, words := range []string{"sista kravet", "Den som tar", "Ägare", "Förvaltare", "Mottagare", "Vittne"} {
			if got := pagesWith(doc, words); !slices.Equal(got, where) {
				t.Errorf("after %d lines %q is on pages %v, the signatures' heading on %v", lines, words, got, where)
			}
		}
	}
}

// TestALongNameIsWhole: a name that is wider than its line takes two.
func TestALongNameIsWhole(t *testing.T) {
	doc := pdf.New(pdf.Meta{Title: "Prov"})
	name := "Anna-Karin Josefsson-Lindqvist; Mohammed Al-Hassan; Ingrid Öberg"
	doc.Signatures(pdf.Signature{Role: "A", Name: name}, pdf.Signature{Role: "B"}, pdf.Signature{Role: "C"})
	var said []string
	for _, it := range doc.Pages()[0].Items {
		if m, ok := it.Mark.(pdf.TextMark); ok && it.Running == pdf.Once {
			if said = append(said, m.Text); m.Size < 7.5 {
				t.Errorf("%q is set in %.1f points", m.Text, m.Size)
			}
		}
	}
	if !strings.Contains(strings.Join(said, ""), name) {
		t.Errorf("%q isn't in %q", name, said)
	}
}

func numbered(rows int) pdf.Table {
	t := pdf.Table{Cols: []pdf.Col{{Head: "Rubrik", RowHead: true}, {Head: "Värde"}}}
	for n := range rows {
		t.Rows = append(t.Rows, pdf.R(pdf.Txt(fmt.Sprintf("post %d.", n)), pdf.Txt("v")))
	}
	return t
}

// TestShortTablesAreWhole and longer ones begin with two rows at least.
func TestShortTablesAreWhole(t *testing.T) {
	for lines := range 50 {
		doc := filled(lines)
		doc.H2("Kontroller")
		doc.Table(numbered(6))
		where := pagesWith(doc, "Kontroller")
		for _, words := range []string{"Rubrik", "post 0.", "post 5."} {
			if got := pagesWith(doc, words); !slices.Equal(got, where) {
				t.Errorf("after %d lines %q is on pages %v, its heading on %v", lines, words, got, where)
			}
		}
		long := filled(lines)
		long.Table(numbered(40))
		if first, second := pagesWith(long, "post 0."), pagesWith(long, "post 1."); !slices.Equal(first, second) {
			t.Errorf("after %d lines the first row is on pages %v and the second on %v", lines, first, second)
		}
	}
}

// TestARowThatGoesOnSaysItsName on the page where it does.
func TestARowThatGoesOnSaysItsName(t *testing.T) {
	doc := pdf.New(pdf.Meta{Title: "Prov"})
	doc.Table(pdf.Table{Cols: []pdf.Col{{Head: "Enhet", RowHead: true}, {Head: "Avviker", Flex: 1}},
		Rows: []pdf.TableRow{pdf.R(pdf.Txt("Skolkontoret"), pdf.Txt(strings.Repeat("system med lång benämning, ", 600)))}})
	if n := len(doc.Pages()); n < 2 {
		t.Fatalf("%d page", n)
	}
	if got := pagesWith(doc, "Skolkontoret"); len(got) != len(doc.Pages()) {
		t.Errorf("the row's name is on pages %v of %d", got, len(doc.Pages()))
	}
	heads := 0
	for _, e := range doc.Tree() {
		if e.Role == pdf.RoleTH && e.Scope == "Row" {
			heads++
		}
	}
	if heads != 1 {
		t.Errorf("%d row heads are read, not 1", heads)
	}
}

// TestALongContentsListStandsInTwoColumns on one page, its lines in order and the
// columns about as long.
func TestALongContentsListStandsInTwoColumns(t *testing.T) {
	doc := pdf.New(pdf.Meta{Title: "Prov"})
	doc.Contents("", 2)
	doc.PageBreak()
	doc.H1("Beslut")
	for n := range 60 {
		doc.H2(fmt.Sprintf("%d. Utbildning och bättre användning av systemet", n+1))
		doc.P("text")
	}
	low, last := map[bool]float64{}, ""
	for _, it := range doc.Pages()[0].Items {
		m, ok := it.Mark.(pdf.TextMark)
		if !ok || it.Running != pdf.Once {
			continue
		}
		low[m.X > 300] = max(low[m.X > 300], m.Y)
		if strings.Contains(m.Text, ". ") {
			last = m.Text
		}
	}
	if !strings.HasPrefix(last, "60. ") {
		t.Errorf("the first page ends with %q", last)
	}
	if d := low[true] - low[false]; d < -40 || d > 40 {
		t.Errorf("the columns end at %.0f and %.0f", low[false], low[true])
	}
}

// TestATableIsPoured below two columns of unlike height, so that they end alike, and it
// is one table to who has it read.
func TestATableIsPoured(t *testing.T) {
	doc := pdf.New(pdf.Meta{Title: "Prov"})
	doc.Pour(func(f *pdf.Flow) { f.Table(numbered(6)) }, func(f *pdf.Flow) { f.Table(numbered(9)) }, "Övrigt", func() pdf.Table {
		t := numbered(20)
		for i := range t.Rows {
			t.Rows[i].Cells[0] = pdf.Txt(fmt.Sprintf("uppgift %d", i))
		}
		return t
	}())
	low := map[bool]float64{}
	for _, it := range doc.Pages()[0].Items {
		if m, ok := it.Mark.(pdf.TextMark); ok && it.Running == pdf.Once {
			low[m.X > 300] = max(low[m.X > 300], m.Y)
		}
	}
	if d := low[true] - low[false]; d < -30 || d > 30 {
		t.Errorf("the columns end at %.0f and %.0f", low[false], low[true])
	}
	var tables, headings int
	for _, e := range doc.Tree() {
		switch e.Role {
		case pdf.RoleTable:
			tables++
		case pdf.RoleH1, pdf.RoleH2:
			headings++
		}
	}
	if tables != 3 || headings != 1 {
		t.Errorf("%d tables and %d headings are read", tables, headings)
	}
}
