package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

// PDF gives the finished file: PDF/A-2a and PDF/UA-1. The same document gives
// the same bytes.
func (d *Doc) PDF() ([]byte, error) {
	l := d.layout()
	c := newCanvas(l.pages[0].W, l.pages[0].H, l.faces())
	t := newTagger(l)
	for i := range l.pages {
		c.page(l.pages[i].W, l.pages[i].H)
		t.drawPage(c, i)
	}
	raw, err := c.bytes()
	if err != nil {
		return nil, fmt.Errorf("pdf: drawing: %w", err)
	}
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

// takeApart splits the library's file into objects by its own table of offsets.
// Its last two objects, Info and Catalog, are left out: they are written anew.
func takeApart(raw []byte) (*file, error) {
	at := bytes.LastIndex(raw, []byte("startxref\n"))
	table := -1
	if at >= 0 {
		table, _ = strconv.Atoi(string(bytes.SplitN(raw[at+10:], []byte("\n"), 2)[0]))
	}
	if table <= 0 || !bytes.HasPrefix(raw[table:], []byte("xref\n")) {
		return nil, fmt.Errorf("pdf: the library's file has no table of objects")
	}
	lines := bytes.Split(raw[table:at], []byte("\n"))
	var offsets []int
	for _, ln := range lines[3:] {
		if len(ln) < 18 || ln[17] != 'n' {
			break
		}
		o, _ := strconv.Atoi(string(ln[:10]))
		offsets = append(offsets, o)
	}
	ends := append(append([]int(nil), offsets...), table)
	sort.Ints(ends)
	f := &file{objs: make([]object, 1, len(offsets)*4)}
	for _, o := range offsets[:len(offsets)-2] {
		end := ends[sort.SearchInts(ends, o+1)]
		f.objs = append(f.objs, parseObject(raw[o:end]))
	}
	return f, nil
}

var (
	lengthEntry = regexp.MustCompile(`/Length \d+`)
	filterEntry = regexp.MustCompile(`/Filter ?/FlateDecode`)
)

// parseObject reads "n 0 obj … endobj".
func parseObject(b []byte) object {
	body := b[bytes.IndexByte(b, '\n')+1:]
	dict, data, isData := bytes.Cut(body, []byte("\nstream\n"))
	if !isData {
		return object{dict: squeeze(bytes.TrimSuffix(bytes.TrimSpace(body), []byte("endobj")))}
	}
	data = data[:bytes.LastIndex(data, []byte("\nendstream"))]
	d := lengthEntry.ReplaceAll(dict, nil)
	return object{dict: squeeze(d), stream: data, isData: true, packed: filterEntry.Match(dict)}
}

func squeeze(b []byte) string { return strings.Join(strings.Fields(string(b)), " ") }

// pageObject is the number the library gives page i.
func pageObject(i int) int { return 3 + 2*i }

var (
	fontName   = regexp.MustCompile(`/(BaseFont|FontName) /utf8text[BI]?`)
	toUnicodes = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
	styleOf    = regexp.MustCompile(`/BaseFont /utf8text([BI]?)`)
)

// patchFonts gives the subset fonts proper names and maps back to Unicode. The
// library's character codes are Unicode itself.
func patchFonts(f *file, used *[faceCount]*[1 << 16]bool) {
	names := map[string]Face{"": Regular, "B": SemiBold, "I": Italic}
	for i := range f.objs {
		o := &f.objs[i]
		m := toUnicodes.FindStringSubmatch(o.dict)
		if m == nil || o.isData {
			continue
		}
		n, _ := strconv.Atoi(m[1])
		f.objs[n] = object{dict: "<<>>", stream: toUnicode(used[names[styleOf.FindStringSubmatch(o.dict)[1]]]), isData: true}
	}
	for i := range f.objs {
		o := &f.objs[i]
		if o.isData {
			continue
		}
		o.dict = fontName.ReplaceAllStringFunc(o.dict, func(s string) string {
			key, old, _ := strings.Cut(s, " ")
			return key + " /" + subsetName(names[strings.TrimPrefix(old, "/utf8text")])
		})
	}
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
