package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/base/draw"
)

// running are the texts that stand on every page alike, of one kind.
func running(d *Doc, page int, on Running) []TextMark {
	var out []TextMark
	for _, it := range d.Pages()[page].Items {
		if m, ok := it.Mark.(TextMark); ok && it.Running == on {
			out = append(out, m)
		}
	}
	return out
}

func TestALoosePageCanBeFiled(t *testing.T) {
	long := strings.Repeat("Underlag för beslut om informationssäkerhetsklassning ", 6)
	for _, m := range []Meta{
		{Title: "IT-läget", Municipality: "Ekvalla kommun", Diary: "KS 2026/0412", Footer: "Utkast"},
		{Title: long, Municipality: "Ekvalla kommun", Diary: "KS 2026/0412", Footer: long},
		{Title: "IT-läget", Municipality: long},
		{Title: long, Municipality: long, Diary: "KS 1"},
		{Title: long},
		{Title: "IT-läget"},
	} {
		d := New(m)
		d.Head("", "", "")
		d.PageBreak()
		d.P("text")
		d.Paper(true)
		d.P("text")
		if got := running(d, 0, Header); got != nil {
			t.Errorf("the first page has a header: %v", got)
		}
		for i := 1; i < 3; i++ {
			got, x := running(d, i, Header), marginX
			for n, mark := range got {
				whole := []string{joinNonEmpty(" · ", strings.TrimSpace(m.Municipality), m.Diary), strings.TrimSpace(m.Title)}[2-len(got)+n]
				begins, was := strings.CutSuffix(mark.Text, "…")
				if !strings.HasPrefix(whole, begins) || was == (mark.Text == whole) {
					t.Errorf("page %d says %q of %q", i+1, mark.Text, whole)
				}
				if mark.X < x-0.1 || mark.X+mark.W > d.Pages()[i].W-marginX+0.1 {
					t.Errorf("page %d: %q reaches from %.0f to %.0f", i+1, mark.Text, mark.X, mark.X+mark.W)
				}
				x = mark.X + mark.W + gutter/2
			}
			if want := 1 + min(1, len(m.Municipality)); len(got) != want {
				t.Errorf("page %d has %d texts above", i+1, len(got))
			}
			if got := running(d, i, Footer); len(got) != 1+min(1, len(m.Footer)) || got[0].Text != fmt.Sprintf("Sida %d av 3", i+1) {
				t.Errorf("page %d has %v below", i+1, got)
			}
		}
	}
}

// TestPaperTurns: a document holds both kinds of page, each no more often than it
// must, and everything follows the paper.
func TestPaperTurns(t *testing.T) {
	d := New(Meta{Title: "T"})
	upright := d.Width()
	d.Paper(false) // it is
	d.Contents("Innehåll", 2)
	d.Text(PageRef("sida ", "långt"))
	d.Paper(true)
	if d.Width() <= upright {
		t.Errorf("width %.0f after %.0f", d.Width(), upright)
	}
	d.Paper(true)
	d.H2("Brett")
	d.Table(longTable(60))
	d.Anchor("långt")
	d.Columns(func(f *Flow) { f.P(strings.Repeat("Vänster. ", 80)) }, func(f *Flow) { f.P(strings.Repeat("Höger. ", 80)) })
	d.PageBreak()
	d.Paper(false)
	if d.Width() != upright {
		t.Errorf("width %.0f, before %.0f", d.Width(), upright)
	}
	d.P(strings.Repeat("Stående. ", 300))
	d.Paper(true) // at the end: nothing
	var turned []bool
	far := 0.0
	for _, p := range d.Pages() {
		turned = append(turned, p.W > p.H)
		for _, it := range p.Items {
			if m, ok := it.Mark.(TextMark); ok {
				if m.X+m.W > p.W-marginX+0.1 || m.Y > p.H-25 {
					t.Errorf("%q at %.0f, %.0f on paper %.0f wide", m.Text, m.X, m.Y, p.W)
				}
				if p.W > p.H {
					far = max(far, m.X+m.W)
				}
			}
		}
	}
	n := len(turned)
	if turned[0] || !turned[1] || turned[n-1] || slices.Contains(turned[1:n-1], false) || n < 5 {
		t.Errorf("landscape: %v", turned)
	}
	if far < a4Long-marginX-20 {
		t.Errorf("the broad pages are used to %.0f", far)
	}
	if got := texts(d, 0); !contains(got, fmt.Sprintf("sida %d@Link", n-1)) {
		t.Errorf("%q, want page %d", got, n-1)
	}
}

func TestTheFirstPageMayBeTurned(t *testing.T) {
	d := New(Meta{Title: "T"})
	d.Paper(true)
	d.P("text")
	if p := d.Pages(); len(p) != 1 || p[0].W < p[0].H {
		t.Errorf("%d pages, the first %.0f wide", len(p), p[0].W)
	}
	if again := d.Fresh(); again.Width() >= d.Width() {
		t.Error("a fresh document begins turned")
	}
}

// frames are the boxes on a page.
func frames(p Page) []draw.Rect {
	var out []draw.Rect
	for _, it := range p.Items {
		if r, ok := it.Mark.(draw.Rect); ok && it.Elem == Artifact && r.Stroke.A != 0 {
			out = append(out, r)
		}
	}
	return out
}

// TestABoxHoldsItsText moves a box down the page: its text is within it on every
// page, it is drawn beneath, and its heading isn't alone.
func TestABoxHoldsItsText(t *testing.T) {
	for _, rows := range []int{1, 20, 90} {
		for lines := 0; lines < 60; lines += 3 {
			d := New(Meta{Title: "T"})
			for range lines {
				d.P("rad")
			}
			d.Box("Förslag till beslut", Warn, func(f *Flow) {
				f.P("i rutan")
				f.Table(longTable(rows))
				f.Box("", None, func(f *Flow) { f.P("innerst") })
			})
			d.P("efter")
			pages := 0
			for i, p := range d.Pages() {
				var within []TextMark
				for _, it := range p.Items {
					m, ok := it.Mark.(TextMark)
					if ok && it.Running == Once && !strings.HasPrefix(m.Text, "rad") && !strings.HasPrefix(m.Text, "efter") {
						within = append(within, m)
					}
				}
				boxes := frames(p)
				if len(within) == 0 {
					if len(boxes) > 0 {
						t.Errorf("%d rows, %d lines: page %d has an empty box", rows, lines, i+1)
					}
					continue
				}
				pages++
				for _, m := range within {
					if b := boxes[0]; m.X < b.X+boxLeft-0.1 || m.X+m.W > b.X+b.W || m.Y-m.Size*0.7 < b.Y || m.Y+2 > b.Y+b.H {
						t.Errorf("%d rows, %d lines: page %d: %q at %.0f, %.0f isn't in %+v", rows, lines, i+1, m.Text, m.X, m.Y, b)
					}
				}
				if b := boxes[0]; b.Y+b.H > p.H-bottom+5 {
					t.Errorf("%d rows, %d lines: page %d: the box ends at %.0f", rows, lines, i+1, b.Y+b.H)
				}
				if last := within[len(within)-1].Text; strings.HasPrefix(last, "Förslag") {
					t.Errorf("%d rows, %d lines: page %d ends with the heading", rows, lines, i+1)
				}
			}
			if pages > 1 && rows < 60 || pages < 3 && rows > 60 {
				t.Errorf("%d rows, %d lines: the box stands on %d pages", rows, lines, pages)
			}
		}
	}
}

func TestABoxInTheTags(t *testing.T) {
	d := New(Meta{Title: "T"})
	d.H1("Kapitel")
	d.H2("Ärende")
	d.Box("Förslag till beslut", None, func(f *Flow) { f.P("att byta") })
	d.Box("", Bad, func(f *Flow) { f.P("utan rubrik") })
	d.Box("", Bad, func(*Flow) {})
	var got []string
	tree := d.Tree()
	for _, k := range tree[0].Kids {
		s := string(tree[k].Role)
		for _, kk := range tree[k].Kids {
			s += " " + string(tree[kk].Role)
		}
		got = append(got, s)
	}
	if want := "H1, H2, Sect H3 P, Div P"; strings.Join(got, ", ") != want {
		t.Errorf("%v, want %s", got, want)
	}
	for i, e := range tree[1:] {
		if !slices.Contains(tree[e.Parent].Kids, i+1) {
			t.Errorf("%s isn't in its parent's list", e.Role)
		}
	}
}

// TestTheLastPageHoldsSomething: a few lines that would stand alone on a last
// page are drawn in, or get company, wherever the document ends.
func TestTheLastPageHoldsSomething(t *testing.T) {
	drawnIn := 0
	for lines := 30; lines < 120; lines++ {
		for _, kept := range []bool{false, true} {
			d := New(Meta{Title: "T"})
			d.Head("", "", "")
			for i := range lines {
				if i%9 == 0 {
					d.H2("Rubrik")
				}
				d.P("rad")
			}
			if kept {
				d.Keep(func(f *Flow) {
					f.H3("Sist")
					f.P("slut")
				})
			}
			pages := d.Pages()
			n := len(pages)
			low := 0.0
			for _, it := range pages[n-1].Items {
				if m, ok := it.Mark.(TextMark); ok && it.Running == Once {
					low = max(low, m.Y)
				}
			}
			for i := range n {
				got := texts(d, i)
				if last := got[len(got)-1]; strings.HasPrefix(last, "Rubrik@") || strings.HasPrefix(last, "Sist@") {
					t.Errorf("%d lines: page %d ends with %s", lines, i+1, last)
				}
				for _, it := range pages[i].Items {
					if m, ok := it.Mark.(TextMark); ok && it.Running == Once && m.Y > pages[i].H-bottom {
						t.Errorf("%d lines: page %d: %q at %.0f", lines, i+1, m.Text, m.Y)
					}
				}
			}
			full := (low - topNext) / (pages[n-1].H - bottom - topNext)
			if n > 1 && full < 0.13 {
				t.Errorf("%d lines, kept %v: the last of %d pages is %.0f %% full", lines, kept, n, full*100)
			}
			if gap := between(d, "rad"); gap < 1.32*bodySize+4.99 {
				drawnIn++
				if gap < 1.32*bodySize+3.9 {
					t.Errorf("%d lines: %.1f from line to line", lines, gap)
				}
			}
		}
	}
	if drawnIn == 0 {
		t.Error("nothing is ever drawn in")
	}
}

// between is the least distance between texts that say s, on the first page.
func between(d *Doc, s string) float64 {
	least, before := 1e9, -1e9
	for _, it := range d.Pages()[0].Items {
		if m, ok := it.Mark.(TextMark); ok && strings.TrimSpace(m.Text) == s {
			least, before = min(least, m.Y-before), m.Y
		}
	}
	return least
}

func TestUnequalColumns(t *testing.T) {
	for _, c := range []struct{ share, want float64 }{{0.5, 0.5}, {0.3, 0.3}, {0, 1.0 / 6}, {2, 5.0 / 6}} {
		d := New(Meta{Title: "T"})
		var l, r float64
		d.ColumnsAt(c.share, func(f *Flow) { l = f.Width(); f.P("v") }, func(f *Flow) { r = f.Width(); f.P("h") })
		if got := l / (l + r); got < c.want-0.001 || got > c.want+0.001 || l+r+gutter > d.Width()+0.01 {
			t.Errorf("a share of %.2f gives %.0f and %.0f of %.0f", c.share, l, r, d.Width())
		}
	}
}
