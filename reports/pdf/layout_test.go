package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"

	"itportfoljen/app/base/draw"
)

// texts lists a page's text marks as "text@elem's role", without those that stand
// on every page.
func texts(d *Doc, page int) []string {
	var out []string
	tree := d.Tree()
	for _, it := range d.Pages()[page].Items {
		if m, ok := it.Mark.(TextMark); ok && it.Running == Once {
			role := "Artifact"
			if it.Elem != Artifact {
				role = string(tree[it.Elem].Role)
			}
			out = append(out, strings.TrimSpace(m.Text)+"@"+role)
		}
	}
	return out
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func longTable(rows int) Table {
	t := Table{Cols: []Col{{Head: "System", RowHead: true}, {Head: "Kostnad", Align: draw.Right}}}
	for i := range rows {
		t.Rows = append(t.Rows, R(Txt(fmt.Sprintf("System %d", i)), Txt("10 kr")))
	}
	t.Rows = append(t.Rows, SumRow(Txt("Summa"), Txt("99 kr")))
	return t
}

func TestTableHeadIsRepeatedAsArtifact(t *testing.T) {
	d := New(Meta{Title: "T"})
	d.H1("T")
	d.Table(longTable(90))
	if n := len(d.Pages()); n < 3 {
		t.Fatalf("%d pages", n)
	}
	if got := texts(d, 0); !contains(got, "System@TH") {
		t.Error("the first head isn't a TH")
	}
	for i := 1; i < len(d.Pages()); i++ {
		if got := texts(d, i); got[0] != "System@Artifact" {
			t.Errorf("page %d begins with %s", i+1, got[0])
		}
	}
}

// TestNothingIsLeftAlone moves a heading and a table down the page line by line:
// neither a heading, nor a table head, nor a sum may stand alone.
func TestNothingIsLeftAlone(t *testing.T) {
	for lines := range 60 {
		d := New(Meta{Title: "T"})
		for range lines {
			d.P("rad")
		}
		d.H2("Rubrik")
		d.Table(longTable(2))
		for i := range d.Pages() {
			got := texts(d, i)
			last := got[len(got)-1]
			if strings.HasPrefix(last, "Rubrik@") || last == "Kostnad@TH" {
				t.Errorf("%d lines: page %d ends with %s", lines, i+1, last)
			}
			if i > 0 && (got[0] == "Summa@TH" || len(got) > 2 && got[2] == "Summa@TH") {
				t.Errorf("%d lines: page %d begins with the sum", lines, i+1)
			}
		}
	}
}

func TestEverythingStaysOnThePage(t *testing.T) {
	d := New(Meta{Title: "T", Landscape: true})
	d.Head("Över", "", "Under")
	d.Table(longTable(200))
	for i, p := range d.Pages() {
		if p.W < p.H {
			t.Fatal("not landscape")
		}
		for _, it := range p.Items {
			if m, ok := it.Mark.(TextMark); ok && (m.X < marginX-0.1 || m.X+m.W > p.W-marginX+0.1 || m.Y > p.H-25 || (it.Elem != Artifact && m.Y > p.H-bottom+1)) {
				t.Errorf("page %d: %q at %.1f, %.1f", i+1, m.Text, m.X, m.Y)
			}
		}
	}
}

func TestHeadingsNeverSkip(t *testing.T) {
	d := New(Meta{Title: "T"})
	d.H3("a")
	d.H3("b")
	d.H1("c")
	d.H3("d")
	d.Columns(func(f *Flow) { f.H3("e") }, func(f *Flow) { f.H2("f") })
	last := 0
	for _, e := range d.Tree() {
		n := strings.Index("..H1H2H3", string(e.Role)) / 2
		if !strings.HasPrefix(string(e.Role), "H") {
			continue
		}
		if n > last+1 {
			t.Errorf("H%d after H%d", n, last)
		}
		last = n
	}
}

func TestPageReferencesAndContents(t *testing.T) {
	d := New(Meta{Title: "T"})
	d.Head("", "", "")
	d.Text(PageRef("sida ", "mål"), T(" "), PageRef("sida ", "saknas"))
	d.Contents("Innehåll", 2)
	for i := range 40 {
		d.H2(fmt.Sprintf("Avsnitt %d", i))
		d.P(strings.Repeat("Text. ", 100))
	}
	d.Anchor("mål")
	d.H2("Målet")
	page := 0
	for i := range d.Pages() {
		if contains(texts(d, i), "Målet@H2") {
			page = i + 1
		}
	}
	first := texts(d, 0)
	if !contains(first, fmt.Sprintf("sida %d@Link", page)) || !contains(first, "sida –@P") {
		t.Errorf("page %d: %q", page, first)
	}
	if page < 3 {
		t.Fatalf("target on page %d", page)
	}
	entries := 0
	for _, e := range d.Tree() {
		if e.Role == RoleTOCI {
			entries++
		}
	}
	if entries != 41 {
		t.Errorf("%d entries in the contents", entries)
	}
	for i := range d.Pages() {
		got := texts(d, i)
		for n, x := range got {
			if want := fmt.Sprintf("%d@Link", page); x == "Målet@Link" && got[n+1] != want {
				t.Errorf("the contents say %s, want %s", got[n+1], want)
			}
		}
	}
}

func TestPageBreaks(t *testing.T) {
	d := New(Meta{Title: "T"})
	d.PageBreak() // at the top: nothing
	d.P("ett")
	d.PageBreak()
	d.PageBreak()
	d.P("två")
	d.PageBreak() // at the end: nothing
	if n := len(d.Pages()); n != 2 {
		t.Errorf("%d pages", n)
	}
	if got := texts(New(Meta{}), 0); len(got) != 0 {
		t.Errorf("an empty document holds %q", got)
	}
}

func TestKeepTogether(t *testing.T) {
	d := New(Meta{Title: "T"})
	for range 40 {
		d.P("rad")
	}
	d.Keep(func(f *Flow) {
		f.P("första")
		f.Space(200)
		f.P("sista")
	})
	if got := texts(d, 1); !contains(got, "första@P") || !contains(got, "sista@P") {
		t.Errorf("%q", got)
	}
}

func TestTreeIsWellFormed(t *testing.T) {
	d := New(Meta{Title: "T"})
	d.Head("a", "", "b")
	d.KeyFigures(KeyFigure{Label: "L", Value: "1", Note: "n"})
	d.Table(Table{Cols: []Col{{Head: "A"}, {Head: "B"}, {Head: "C"}}, Rows: []TableRow{GroupRow("g"), R(Txt("1")), R(Txt("1"), Cell{Runs: []Run{T("2")}, Span: 9}), R(Cells("1", "2", "3", "4")...)}})
	d.RichList(true, []Run{T("x"), To("y", "https://example.se")})
	tree := d.Tree()
	parents := map[Role]Role{RoleTHead: RoleTable, RoleTBody: RoleTable, RoleTFoot: RoleTable, RoleTH: RoleTR, RoleTD: RoleTR, RoleLI: RoleL, RoleLbl: RoleLI, RoleLBody: RoleLI}
	for i, e := range tree {
		for _, k := range e.Kids {
			if tree[k].Parent != i || k <= i {
				t.Errorf("element %d: kid %d", i, k)
			}
		}
		if want := parents[e.Role]; want != "" && tree[e.Parent].Role != want {
			t.Errorf("%s within %s", e.Role, tree[e.Parent].Role)
		}
		if e.Role == RoleTR {
			n := 0
			for _, k := range e.Kids {
				n += max(1, tree[k].ColSpan)
			}
			if n != 3 {
				t.Errorf("a row of %d columns", n)
			}
		}
	}
}

// TestKeepTallerThanAPage: what can't be kept is set as if it weren't, so that
// no table head is left alone.
func TestKeepTallerThanAPage(t *testing.T) {
	for lines := range 60 {
		d := New(Meta{Title: "T"})
		for range lines {
			d.P("rad")
		}
		d.Keep(func(f *Flow) {
			f.H2("Rubrik")
			f.Table(longTable(60))
		})
		for i := range d.Pages() {
			got := texts(d, i)
			if last := got[len(got)-1]; strings.HasPrefix(last, "Rubrik@") || strings.HasPrefix(last, "Kostnad@") {
				t.Errorf("%d lines: page %d ends with %s", lines, i+1, last)
			}
			if i > 0 && i+1 < len(d.Pages()) && len(got) < 20 {
				t.Errorf("%d lines: page %d holds little: %q", lines, i+1, got)
			}
		}
	}
}

func TestGroupGoesOn(t *testing.T) {
	d := New(Meta{Title: "T"})
	tab := longTable(80)
	tab.Rows = append([]TableRow{GroupRow("Nord")}, tab.Rows...)
	tab.Rows = append(tab.Rows, GroupRow("Syd"))
	tab.Rows = append(tab.Rows, longTable(3).Rows...)
	tab.Rows = append(tab.Rows, SumRow(Txt("Allt"), Txt("1 kr")))
	d.Table(tab)
	for i := range d.Pages() {
		got := strings.Join(texts(d, i), "\n")
		if on := strings.Contains(got, "Nord@Artifact\n, forts.@Artifact"); on != (i > 0) {
			t.Errorf("page %d: %s", i+1, got)
		}
		if strings.Contains(got, "Syd@Artifact") {
			t.Error("a group that doesn't go on is repeated")
		}
	}
	rows := 0
	for _, e := range d.Tree() {
		rows += strings.Count(string(e.Role), "TR")
	}
	if rows != 1+len(tab.Rows) {
		t.Errorf("%d rows in the tree", rows)
	}
}

func TestDenseTable(t *testing.T) {
	airy, dense := New(Meta{}), New(Meta{})
	tab := longTable(200)
	airy.Table(tab)
	tab.Dense = true
	dense.Table(tab)
	if a, b := len(airy.Pages()), len(dense.Pages()); b >= a {
		t.Errorf("dense takes %d pages, airy %d", b, a)
	}
}

// TestFlexColumnsShareTheRoom: columns of long words don't starve one another.
func TestFlexColumnsShareTheRoom(t *testing.T) {
	const long = "Informationssäkerhetsklassningsverktygsförvaltningsorganisation"
	for n := 2; n <= 9; n++ {
		tab := Table{}
		var cells []Cell
		for range n {
			tab.Cols = append(tab.Cols, Col{Head: "Rubrik", Flex: 1})
			cells = append(cells, Txt(long))
		}
		tab.Rows = []TableRow{R(cells...)}
		e := &engine{doc: New(Meta{})}
		l := &tableLay{t: &tab, size: 9, width: 511}
		l.place(l.wants(e, [][]cellLay{e.prepare(l, &tab.Rows[0])}))
		sum := cellGap * float64(n-1)
		for _, w := range l.w {
			if sum += w; w < 30 {
				t.Errorf("%d columns: %.0f", n, l.w)
			}
		}
		if sum > 512 {
			t.Errorf("%d columns take %.0f", n, sum)
		}
	}
}

func TestLogoIsReadOnce(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 40, 50))); err != nil {
		t.Fatal(err)
	}
	d := New(Meta{Title: "T", Logo: file.Bytes()})
	d.Head("", "", "")
	d.Text(PageRef("sida ", "x"))
	pic := func(d *Doc) image.Image {
		for _, it := range d.Pages()[0].Items {
			if p, ok := it.Mark.(Picture); ok {
				return p.Image
			}
		}
		return nil
	}
	again := d.Fresh()
	again.Head("", "", "")
	if a := pic(d); a == nil || a != pic(again) {
		t.Error("the logo is read again")
	}
}

// TestLastRowsHaveCompany: the last page of a table never holds a single row.
func TestLastRowsHaveCompany(t *testing.T) {
	for rows := 30; rows < 90; rows++ {
		d := New(Meta{Title: "T"})
		d.Table(longTable(rows))
		n := 0
		for _, s := range texts(d, len(d.Pages())-1) {
			if strings.HasPrefix(s, "System ") {
				n++
			}
		}
		if n < 3 {
			t.Errorf("%d rows: %d on the last page", rows, n)
		}
	}
}

func TestHeadingWithAside(t *testing.T) {
	d := New(Meta{Title: "T"})
	d.Head("", "", "")
	d.H2Aside(strings.Repeat("Avtal att ta ställning till ", 4), T("5 av 17, alla på "), PageRef("sida ", "x"))
	d.RichNote(T("Se "), PageRef("sida ", "x"))
	d.Anchor("x")
	d.P("Här.")
	got := texts(d, 0)
	for _, want := range []string{"5 av 17, alla på@P", "sida 1@Link", "Se@P"} {
		if !contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
	var right, left float64
	for _, it := range d.Pages()[0].Items {
		if m, ok := it.Mark.(TextMark); ok {
			switch role := d.Tree()[max(it.Elem, 0)].Role; {
			case role == RoleH2:
				left = max(left, m.X+m.W)
			case strings.HasPrefix(m.Text, "5 av"):
				right = m.X
			}
		}
	}
	if left > right {
		t.Errorf("the heading reaches %.0f, its aside begins at %.0f", left, right)
	}
}
