package pdf

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"itportfoljen/app/base/draw"
)

// grid checks that every row of a table covers the columns just once, whatever
// spans them, and gives the cells as "role/scope" with the spans in words.
func grid(t *testing.T, d *Doc, columns int) []string {
	t.Helper()
	var out []string
	tree := d.Tree()
	busy := make([]int, columns) // rows that something above still reaches down
	for _, e := range tree {
		if e.Role != RoleTR {
			continue
		}
		col := 0
		var row []string
		for _, k := range e.Kids {
			c := tree[k]
			for col < columns && busy[col] > 0 {
				col++
			}
			for range max(1, c.ColSpan) {
				if col >= columns || busy[col] > 0 {
					t.Fatalf("row %d: a cell too much", len(out))
				}
				busy[col] = max(1, c.RowSpan)
				col++
			}
			s := string(c.Role)
			if c.Scope != "" {
				s += "/" + c.Scope
			}
			if c.ColSpan > 1 {
				s += fmt.Sprint("→", c.ColSpan)
			}
			if c.RowSpan > 1 {
				s += fmt.Sprint("↓", c.RowSpan)
			}
			row = append(row, s)
		}
		for i := range busy {
			if busy[i] == 0 {
				t.Fatalf("row %d: column %d is empty", len(out), i)
			}
			busy[i]--
		}
		out = append(out, string(tree[e.Parent].Role)+": "+strings.Join(row, " "))
	}
	return out
}

func TestTagsOfATable(t *testing.T) {
	tab := Table{Cols: []Col{{Head: "Nr"}, {Head: "System", RowHead: true}, {Head: "Budget", Over: "2026"}, {Head: "Utfall", Over: "2026"}, {Head: "Budget", Over: "2027"}},
		Rows: []TableRow{
			GroupRow("Skola"),
			R(Cells("1", "Lön", "10", "11", "12")...),
			SumRow(Txt("Summa skola"), Txt(""), Txt("10")),
			R(Cells("2", "", "10")...),
			SumRow(Cell{Runs: []Run{T("Summa")}, Span: 2}, Txt("20")),
			SumRow(Txt(""), Txt(""), Txt("20")),
		}}
	d := New(Meta{})
	d.Table(tab)
	want := []string{
		"THead: TH/Column↓2 TH/Column↓2 TH/Column→2 TH/Column",
		"THead: TH/Column TH/Column TH/Column",
		"TBody: TH/Row→5",
		"TBody: TD TH/Row TD TD TD",
		"TBody: TH/Row TD TD TD TD",
		"TBody: TD TD TD TD TD",
		"TFoot: TH/Row→2 TD TD TD",
		"TFoot: TD TD TD TD TD",
	}
	if got := grid(t, d, 5); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	only := New(Meta{})
	only.Table(Table{NoHead: true, Cols: make([]Col, 2), Rows: []TableRow{SumRow(Cells("Allt", "1")...)}})
	if got := grid(t, only, 2); !slices.Equal(got, []string{"TBody: TH/Row TD"}) {
		t.Errorf("only a sum: %q", got)
	}
}

// TestHeadsAboveHeads: one that is wider than its columns wraps within them, and
// the repeated head is as the first.
func TestHeadsAboveHeads(t *testing.T) {
	tab := Table{Cols: []Col{{Head: "System", RowHead: true}, {Head: "A", Over: "Informationssäkerhetsklassning av systemet"}, {Head: "B", Over: "Informationssäkerhetsklassning av systemet"}}}
	for range 70 {
		tab.Rows = append(tab.Rows, R(Cells(strings.Repeat("namn ", 30), "1", "2")...))
	}
	d := New(Meta{})
	d.Table(tab)
	heads := func(page int) (out []TextMark) {
		for _, it := range d.Pages()[page].Items {
			if m, ok := it.Mark.(TextMark); ok && it.Running == Once && m.Color == inkMuted {
				out = append(out, m)
			}
		}
		for i := range out {
			out[i].Y -= out[len(out)-1].Y
		}
		return out
	}
	first, second := heads(0), heads(1)
	if !contains(texts(d, 0), "Informationssäkerhetsklassning@TH") {
		t.Errorf("the head is broken within a word: %q", texts(d, 0)[:6])
	}
	if len(first) < 4 || !slices.Equal(first, second) {
		t.Errorf("the head is %v and then %v", first, second)
	}
	for _, m := range first {
		if m.X < marginX-0.1 || m.X+m.W > a4Short-marginX+0.1 {
			t.Errorf("%q reaches from %.1f to %.1f", m.Text, m.X, m.X+m.W)
		}
	}
}

// TestCarriedOver: at every break the sum of the rows so far stands last on the
// one page and first on the other, within the margins, and isn't read aloud.
func TestCarriedOver(t *testing.T) {
	for rows := 20; rows < 140; rows++ {
		tab := Table{Cols: []Col{{Head: "System", RowHead: true}, {Head: "Kostnad", Align: draw.Right}}}
		for i := range rows {
			tab.Rows = append(tab.Rows, R(Txt(fmt.Sprintf("System %d", i)), Txt("10 kr")))
		}
		tab.Rows = append(tab.Rows, SumRow(Txt("Summa"), Txt(fmt.Sprint(rows*10, " kr"))))
		tab.Carried = func(n int) []Cell { return []Cell{Txt("min text"), Txt(fmt.Sprint(10 * min(n, rows)))} }
		d := New(Meta{})
		d.P("Inledning")
		d.Table(tab)
		seen, breaks := 0, 0
		for p := range d.Pages() {
			got := texts(d, p)
			if p > 0 {
				breaks++
				if want := []string{"Transporterat@Artifact", fmt.Sprint(10*seen, "@Artifact")}; !slices.Equal(got[2:4], want) {
					t.Fatalf("%d rows: page %d begins with %q, want %q", rows, p+1, got[:6], want)
				}
			}
			for _, s := range got {
				if strings.HasPrefix(s, "System ") {
					seen++
				}
			}
			if p+1 < len(d.Pages()) {
				if want := []string{"Transport@Artifact", fmt.Sprint(10*seen, "@Artifact")}; !slices.Equal(got[len(got)-2:], want) {
					t.Fatalf("%d rows: page %d ends with %q, want %q", rows, p+1, got[len(got)-4:], want)
				}
			} else if strings.Contains(strings.Join(got, "\n"), "Transport@") {
				t.Fatalf("%d rows: the last page carries on", rows)
			}
			for _, it := range d.Pages()[p].Items {
				if m, ok := it.Mark.(TextMark); ok && it.Running == Once && m.Y > d.Pages()[p].H-bottom+0.1 {
					t.Fatalf("%d rows: %q stands at %.1f", rows, m.Text, m.Y)
				}
			}
		}
		if rows > 60 && breaks == 0 {
			t.Fatalf("%d rows on a page", rows)
		}
	}
}

// TestNothingIsCarriedOver where there is nothing to carry.
func TestNothingIsCarriedOver(t *testing.T) {
	tab := longTable(90)
	d, plain := New(Meta{}), New(Meta{})
	plain.Table(tab)
	tab.Carried = func(int) []Cell { return nil }
	d.Table(tab)
	for i := range plain.Pages() {
		if a, b := texts(d, i), texts(plain, i); !slices.Equal(a, b) {
			t.Errorf("page %d: %q, want %q", i+1, a, b)
		}
	}
}

// TestARowThatIsDividedIsCarried: its amounts stand above the break, so they count.
func TestARowThatIsDividedIsCarried(t *testing.T) {
	d := New(Meta{})
	tab := Table{Cols: []Col{{Head: "Text", Flex: 1}, {Head: "Kostnad"}}, Rows: []TableRow{
		R(Txt("kort"), Txt("10")), R(Txt(strings.Repeat("lång text ", 1200)), Txt("20")), R(Txt("slut"), Txt("30"))}}
	tab.Carried = func(n int) []Cell { return []Cell{{}, Txt("sum " + strconv.Itoa([]int{0, 10, 30, 60}[n]))} }
	d.Table(tab)
	if got := texts(d, 0); !contains(got, "sum 30@Artifact") || contains(got, "sum 10@Artifact") {
		t.Errorf("%q", got)
	}
}

// TestALongCellSqueezesNoOther: one that is much longer than its column's others
// wraps, and the other columns are as wide as their texts.
func TestALongCellSqueezesNoOther(t *testing.T) {
	for _, long := range []int{0, 20, 200} {
		tab := Table{Cols: []Col{{Head: "System", RowHead: true}, {Head: "Förvaltning"}, {Head: "Anmärkning"}, {Head: "Ägare"}}}
		for i := range 10 {
			note := "kort"
			if i == 4 {
				note += strings.Repeat(" mycket längre", long)
			}
			tab.Rows = append(tab.Rows, R(Cells("Verksamhetssystemet", "Barn- och utbildningsförvaltningen", note, "Anna Andersson Ek")...))
		}
		d := New(Meta{})
		d.Table(tab)
		for _, want := range []string{"Barn- och utbildningsförvaltningen@TD", "Anna Andersson Ek@TD", "Verksamhetssystemet@TH"} {
			if !contains(texts(d, 0), want) {
				t.Errorf("%d words more: no %q in %q", long, want, texts(d, 0))
			}
		}
	}
}

// TestColumnsAreLeftOutInOrder: as few as must, by their Drop, and it is said; and
// none when the table must be divided all the same.
func TestColumnsAreLeftOutInOrder(t *testing.T) {
	table := func(n, may int) Table {
		tab := Table{Summary: "Prov", Cols: []Col{{Head: "System", RowHead: true, Drop: 1}}}
		cells := []string{"Lön"}
		for i := range n {
			c := Col{Head: fmt.Sprint("K", i)}
			if i < may {
				c.Drop = may - i // the later ones go first
			}
			tab.Cols, cells = append(tab.Cols, c), append(cells, "999\u00a0999\u00a0999\u00a0kr")
		}
		tab.Rows = []TableRow{R(Cells(cells...)...)}
		return tab
	}
	for _, c := range []struct {
		n, may, parts int
		gone          string
	}{
		{5, 5, 0, ""},
		{9, 5, 0, "kolumnen ”K4”"},
		{11, 4, 0, "kolumnerna ”K1”, ”K2” och ”K3”"},
		{20, 4, 3, ""},
	} {
		d := New(Meta{})
		d.Table(table(c.n, c.may))
		told, said := strings.Join(d.Remarks(), "\n"), strings.Join(texts(d, 0), "\n")
		if c.gone == "" {
			if strings.Contains(told+said, "kolumnen") || c.parts > 0 != strings.Contains(told, fmt.Sprintf("delad i %d delar", c.parts)) {
				t.Errorf("%d columns: told %q", c.n, told)
			}
			continue
		}
		if !strings.Contains(told, "utan "+c.gone+" ") || !strings.Contains(strings.ReplaceAll(said, "@P\n", " "), "Papperet är för smalt för "+c.gone) {
			t.Errorf("%d columns: told %q, said %q", c.n, told, said)
		}
		for i := range c.n {
			head := fmt.Sprint("K", i)
			if contains(texts(d, 0), head+"@TH") == strings.Contains(c.gone, "”"+head+"”") {
				t.Errorf("%d columns: %s is there or not", c.n, head)
			}
		}
	}
}

// TestLeastType: no table is set in type that isn't read, whatever it asks for.
func TestLeastType(t *testing.T) {
	tab := longTable(3)
	tab.Size = 5
	d := New(Meta{})
	d.Table(tab)
	for _, it := range d.Pages()[0].Items {
		if m, ok := it.Mark.(TextMark); ok && m.Size < 7.5 {
			t.Errorf("%q in %v points", m.Text, m.Size)
		}
	}
}

// TestThePaperTurnsForATable with its headings, and back after it; only where it
// is asked for and is enough, and never where it fits or stands within something.
func TestThePaperTurnsForATable(t *testing.T) {
	table := func(n int, turn bool) Table {
		tab := Table{Turn: turn, Cols: []Col{{Head: "System", RowHead: true}}}
		cells := []string{"Lön"}
		for i := range n {
			tab.Cols, cells = append(tab.Cols, Col{Head: fmt.Sprint("K", i)}), append(cells, "999\u00a0999\u00a0999\u00a0kr")
		}
		tab.Rows = []TableRow{R(Cells(cells...)...)}
		return tab
	}
	for _, c := range []struct {
		what string
		make func(d *Doc)
		want string // a letter for each page: upright or turned
	}{
		{"fits", func(d *Doc) { d.H2("A"); d.Table(table(3, true)); d.P("slut") }, "u"},
		{"not asked for", func(d *Doc) { d.H2("A"); d.Table(table(11, false)); d.P("slut") }, "u"},
		{"first", func(d *Doc) { d.Head("", "", ""); d.H2("A"); d.Table(table(11, true)) }, "t"},
		{"between", func(d *Doc) { d.P("före"); d.H2("A"); d.Table(table(11, true)); d.P("efter") }, "utu"},
		{"two", func(d *Doc) {
			d.P("före")
			d.Table(table(11, true))
			d.H2("B")
			d.Table(table(11, true))
			d.P("efter")
		}, "uttu"},
		{"before turned paper", func(d *Doc) { d.P("före"); d.Table(table(11, true)); d.Paper(true); d.P("efter") }, "utt"},
		{"before a page break", func(d *Doc) { d.P("före"); d.Table(table(11, true)); d.PageBreak(); d.P("efter") }, "utu"},
		{"on turned paper", func(d *Doc) { d.Paper(true); d.H2("A"); d.Table(table(11, true)); d.P("efter") }, "t"},
		{"not enough", func(d *Doc) { d.P("före"); d.Table(table(40, true)); d.P("efter") }, "u"},
		{"within", func(d *Doc) { d.P("före"); d.Keep(func(f *Flow) { f.Table(table(11, true)) }) }, "u"},
	} {
		d := New(Meta{})
		c.make(d)
		got := ""
		for _, p := range d.Pages() {
			if p.W > p.H {
				got += "t"
			} else {
				got += "u"
			}
			for _, it := range p.Items {
				if m, ok := it.Mark.(TextMark); ok && (m.X < marginX-0.1 || m.X+m.W > p.W-marginX+0.1) {
					t.Errorf("%s: %q from %.1f to %.1f", c.what, m.Text, m.X, m.X+m.W)
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: pages %q, want %q", c.what, got, c.want)
		}
		if turned := strings.Contains(c.want, "t"); turned && len(d.Remarks()) > 0 {
			t.Errorf("%s: told %q", c.what, d.Remarks())
		}
	}
}

// TestRowsWithNotesAndLinks: a note stands on its row's page, below what is carried
// over, and a link is a link, also where the table is divided.
func TestRowsWithNotesAndLinks(t *testing.T) {
	tab := Table{Cols: []Col{{Head: "System", RowHead: true}, {Head: "Kostnad", Align: draw.Right}}}
	for i := range 90 {
		name := To(fmt.Sprintf("System %d", i), "https://exempel.se")
		if i%20 == 5 {
			name.Foot = fmt.Sprintf("Not till rad %d.", i)
		}
		tab.Rows = append(tab.Rows, R(Rich(name), Txt("10")))
	}
	tab.Carried = func(n int) []Cell { return []Cell{{}, Txt(fmt.Sprint(n * 10))} }
	d := New(Meta{})
	d.Table(tab)
	notes, links := 0, 0
	for i, p := range d.Pages() {
		transport, note := 0.0, p.H
		got := strings.Join(texts(d, i), "\n")
		for _, it := range p.Items {
			m, ok := it.Mark.(TextMark)
			switch {
			case !ok:
			case m.Text == "Transport":
				transport = m.Y
			case strings.Contains(m.Text, "Not till rad "):
				note = min(note, m.Y-m.Size)
				notes++
				row := strings.TrimSuffix(m.Text[strings.Index(m.Text, "rad ")+4:], ".")
				if !strings.Contains(got, "System "+strings.TrimSpace(row)+"@Link") {
					t.Errorf("page %d: %q stands apart from its row", i+1, m.Text)
				}
			case strings.HasPrefix(m.Text, "System ") && it.Elem != Artifact && d.Tree()[it.Elem].Role == RoleLink:
				links++
			}
		}
		if transport > note {
			t.Errorf("page %d: what is carried over at %.1f is below a note at %.1f", i+1, transport, note)
		}
		if i+1 < len(d.Pages()) && transport == 0 {
			t.Errorf("page %d carries nothing over", i+1)
		}
	}
	if notes != 5 || links != 90 {
		t.Errorf("%d notes and %d links", notes, links)
	}
}
