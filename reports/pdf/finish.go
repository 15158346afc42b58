package pdf

import (
	"bytes"
	"fmt"
)

// PDF gives the finished file: PDF/A-2a and PDF/UA-1. The same document gives
// the same bytes.
func (d *Doc) PDF() (data []byte, err error) {
	defer Stop(&err)
	l := d.layout()
	c := newCanvas(l.pages[0].W, l.pages[0].H, l.faces())
	t := newTagger(l)
	for i := range l.pages {
		d.heed()
		if d.progress != nil {
			d.progress(float64(i) / float64(len(l.pages)))
		}
		c.page(l.pages[i].W, l.pages[i].H)
		t.drawPage(c, i)
	}
	raw, err := c.bytes()
	if err != nil {
		return nil, fmt.Errorf("pdf: drawing: %w", err)
	}
	d.heed()
	f, err := takeApart(raw)
	if err != nil {
		return nil, err
	}
	return finish(d, l, t, f)
}

// faces are those in use; the regular one always is.
func (l *layout) faces() [faceCount]bool {
	out := [faceCount]bool{Regular: true}
	for i := range l.pages {
		for _, it := range l.pages[i].Items {
			if m, ok := it.Mark.(TextMark); ok {
				out[m.Face] = true
			}
		}
	}
	return out
}

func subsetName(f Face) string {
	return [...]string{"ITPAAA+SourceSans3-Regular", "ITPAAB+SourceSans3-SemiBold", "ITPAAC+SourceSans3-Italic"}[f]
}

// toUnicode is a CMap from the codes in use to Unicode.
func toUnicode(used *[1 << 16]bool) []byte {
	var codes []int
	for r, is := range used {
		if is {
			codes = append(codes, r)
		}
	}
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for len(codes) > 0 {
		n := min(100, len(codes))
		fmt.Fprintf(&b, "%d beginbfchar\n", n)
		for _, c := range codes[:n] {
			fmt.Fprintf(&b, "<%04X> <%04X>\n", c, c)
		}
		b.WriteString("endbfchar\n")
		codes = codes[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}
