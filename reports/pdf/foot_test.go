package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func note(text, foot string) []Run { return []Run{{Text: text, Foot: foot}, T(" och mer")} }

// TestFootnotesStandOnTheirPage moves notes down the pages in all that can hold
// them: each stands below its mark, once, in the order of its number.
func TestFootnotesStandOnTheirPage(t *testing.T) {
	for lines := range 60 {
		d := New(Meta{Title: "T"})
		for range lines {
			d.P("rad")
		}
		n := 0
		next := func() []Run { n++; return note(fmt.Sprintf("märke%d", n), fmt.Sprintf("fotnot%d.", n)) }
		d.Text(next()...)
		d.H2Aside("Rubrik", next()...)
		d.RichList(true, next(), next())
		d.Table(Table{Cols: []Col{{Head: "A", RowHead: true}, {Head: "B"}}, Rows: []TableRow{{Cells: []Cell{Rich(next()...)}, Group: true}, R(Rich(next()...), Rich(next()...)), R(Txt("x"))}})
		d.Columns(func(f *Flow) { f.Text(next()...) }, func(f *Flow) { f.RichNote(next()...) })
		d.Box("Ruta", None, func(f *Flow) { f.Checks(Check{Text: next()}) })
		marks, notes := map[int]int{}, map[int]int{}
		for p, page := range d.Pages() {
			low, high, order := 0.0, page.H, 0
			for _, it := range page.Items {
				m, ok := it.Mark.(TextMark)
				if !ok || it.Running != Once {
					continue
				}
				var k int
				if _, err := fmt.Sscanf(m.Text, "märke%d", &k); err == nil {
					marks[k] = p + 1
				}
				if _, err := fmt.Sscanf(m.Text, "fotnot%d.", &k); err == nil {
					if notes[k] != 0 || k < order {
						t.Errorf("%d lines: note %d again or out of order", lines, k)
					}
					notes[k], order = p+1, k
					high = min(high, m.Y-footSize)
				} else if it.Elem >= 0 && m.Size > footSize {
					low = max(low, m.Y)
				}
			}
			if low > high {
				t.Errorf("%d lines: page %d has text at %.0f, notes from %.0f", lines, p+1, low, high)
			}
		}
		for k := 1; k <= n; k++ {
			if marks[k] == 0 || marks[k] != notes[k] {
				t.Errorf("%d lines: mark %d on page %d, its note on page %d", lines, k, marks[k], notes[k])
			}
		}
	}
}

// TestALongFootnoteGoesOn: no word of a note that is longer than its page has
// room for is lost, and the flow keeps most of the page.
func TestALongFootnoteGoesOn(t *testing.T) {
	d := New(Meta{Title: "T"})
	var words []string
	for i := range 3000 {
		words = append(words, fmt.Sprintf("ord%d", i))
	}
	d.Text(note("märke", strings.Join(words, " "))...)
	d.P("sist")
	var all []string
	for i := range d.Pages() {
		for _, it := range d.Pages()[i].Items {
			if m, ok := it.Mark.(TextMark); ok && it.Running == Once && m.Size == footSize {
				all = append(all, strings.Fields(m.Text)...)
				if m.Y > d.Pages()[i].H-bottom {
					t.Fatalf("page %d: %q at %.0f", i+1, m.Text, m.Y)
				}
			}
		}
	}
	if !slices.Equal(all[1:], words) {
		t.Errorf("%d of %d words", len(all)-1, len(words))
	}
	if got := texts(d, 0); !contains(got, "sist@P") {
		t.Error("the note leaves no room")
	}
}

// TestAMarkSticksToItsWord: a line never begins with the mark of a note.
func TestAMarkSticksToItsWord(t *testing.T) {
	e := &engine{doc: New(Meta{})}
	for w := 20.0; w < 160; w += 0.7 {
		runs := e.style([]Run{T("Leverantören säger upp "), {Text: "avtalet ", Foot: "Not."}, T("2027 med \U0001F600 omedelbar verkan")}, look{})
		for _, ln := range breakLines(runs, bodySize, w) {
			if r := runs[ln.pieces[0].run]; r.stick {
				t.Errorf("%.1f wide: a line begins with %q", w, ln.pieces[0].text)
			}
		}
	}
}

func TestNotesInTheTags(t *testing.T) {
	d := New(Meta{Title: "T"})
	d.Text(Run{Text: "Avtalet", Foot: "Uppsagt."}, T(" löper."))
	d.Text(Run{Text: "Igen.", Foot: "Se sida 2."})
	ids := map[string]bool{}
	for _, e := range d.Tree() {
		if e.Role == RoleNote {
			if e.ID == "" || ids[e.ID] || d.Tree()[e.Parent].Role != RoleP {
				t.Errorf("a note has ID %q, in %s", e.ID, d.Tree()[e.Parent].Role)
			}
			ids[e.ID] = true
		}
	}
	if len(ids) != 2 {
		t.Errorf("%d notes", len(ids))
	}
	want := []string{"Avtalet1 löper.", "1 Uppsagt.", "Igen.2", "2 Se sida 2."}
	if got := d.Spoken(0); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
