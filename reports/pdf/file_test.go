package pdf_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"itportfoljen/reports/pdf"
)

// opened is a written file taken apart without the writer's help.
type opened struct {
	dicts   map[int]string
	streams map[int][]byte
}

var (
	objHead = regexp.MustCompile(`(?m)^(\d+) 0 obj\n`)
	length  = regexp.MustCompile(`/Length (\d+)>>\nstream\n`)
	inStm   = regexp.MustCompile(`/ObjStm/N (\d+)/First (\d+)`)
	mcid    = regexp.MustCompile(`/(\w+) <</MCID (\d+)>> BDC`)
	refs    = regexp.MustCompile(`(\d+) 0 R`)
	shown   = regexp.MustCompile(`(?s)Td \((.*?[^\\])?\) Tj ET`)
)

func open(t *testing.T, b []byte) *opened {
	t.Helper()
	f := &opened{map[int]string{}, map[int][]byte{}}
	for at := 0; ; {
		m := objHead.FindSubmatchIndex(b[at:])
		if m == nil {
			return f
		}
		id, _ := strconv.Atoi(string(b[at+m[2] : at+m[3]]))
		rest := b[at+m[1]:]
		l := length.FindSubmatchIndex(rest)
		if l == nil {
			t.Fatalf("object %d has no stream", id)
		}
		n, _ := strconv.Atoi(string(rest[l[2]:l[3]]))
		dict, data := string(rest[:l[0]]), rest[l[1]:l[1]+n]
		if strings.Contains(dict, "FlateDecode") && !strings.Contains(dict, "Predictor") {
			z, err := zlib.NewReader(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			data, _ = io.ReadAll(z)
		}
		f.dicts[id], f.streams[id] = dict, data
		f.unpack(dict, data)
		at += m[1] + l[1] + n
	}
}

func (f *opened) unpack(dict string, data []byte) {
	m := inStm.FindStringSubmatch(dict)
	if m == nil {
		return
	}
	n, _ := strconv.Atoi(m[1])
	first, _ := strconv.Atoi(m[2])
	nums := strings.Fields(string(data[:first]))
	for i := range n {
		id, _ := strconv.Atoi(nums[2*i])
		from, _ := strconv.Atoi(nums[2*i+1])
		to := len(data) - first
		if i+1 < n {
			to, _ = strconv.Atoi(nums[2*i+3])
		}
		f.dicts[id] = strings.TrimSpace(string(data[first+from : first+to]))
	}
}

// find gives the objects whose dictionary holds s.
func (f *opened) find(s string) (ids []int) {
	for id := 1; id <= len(f.dicts); id++ {
		if strings.Contains(f.dicts[id], s) {
			ids = append(ids, id)
		}
	}
	return ids
}

func (f *opened) ref(id int, key string) int {
	m := regexp.MustCompile(regexp.QuoteMeta(key) + ` ?(\d+) 0 R`).FindStringSubmatch(f.dicts[id])
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

func documents() map[string]*pdf.Doc {
	return map[string]*pdf.Doc{"demo": demo(), "parts": parts(), "tables": tables(), "stress": stress(), "empty": pdf.New(pdf.Meta{})}
}

// TestMarkedContent checks that every mark has a number of its own on its page,
// that the parent tree leads from it to an element of its role, and that the
// element leads back.
func TestMarkedContent(t *testing.T) {
	for name, doc := range documents() {
		t.Run(name, func(t *testing.T) {
			b, err := doc.PDF()
			if err != nil {
				t.Fatal(err)
			}
			f := open(t, b)
			parents := parentTree(f)
			pages := f.find("/Type /Page ")
			if len(pages) != len(doc.Pages()) {
				t.Fatalf("%d pages, want %d", len(pages), len(doc.Pages()))
			}
			for i, p := range pages {
				owners := refs.FindAllStringSubmatch(f.dicts[parents[i]], -1)
				marks := mcid.FindAllSubmatch(f.streams[f.ref(p, "/Contents")], -1)
				if len(marks) != len(owners) {
					t.Fatalf("page %d: %d marks, %d in the parent tree", i+1, len(marks), len(owners))
				}
				for n, m := range marks {
					owner, _ := strconv.Atoi(owners[n][1])
					d := f.dicts[owner]
					if string(m[2]) != strconv.Itoa(n) || !strings.Contains(d, "/S/"+string(m[1])+"/") || !leadsTo(d, p, n) {
						t.Errorf("page %d: mark %s/%s leads to %s", i+1, m[1], m[2], d)
					}
				}
				balanced(t, f.streams[f.ref(p, "/Contents")])
			}
		})
	}
}

func leadsTo(dict string, page, id int) bool {
	if strings.Contains(dict, fmt.Sprintf("/Pg %d 0 R/K", page)) && regexp.MustCompile(fmt.Sprintf(`[\[ ]%d[\] ]`, id)).MatchString(dict) {
		return true
	}
	return strings.Contains(dict, fmt.Sprintf("<</Type/MCR/Pg %d 0 R/MCID %d>>", page, id))
}

func parentTree(f *opened) map[int]int {
	out := map[int]int{}
	tree := f.ref(f.find("/Type/StructTreeRoot/")[0], "/ParentTree")
	for _, m := range regexp.MustCompile(`(\d+) (\d+) 0 R`).FindAllStringSubmatch(f.dicts[tree], -1) {
		k, _ := strconv.Atoi(m[1])
		out[k], _ = strconv.Atoi(m[2])
	}
	return out
}

// balanced checks that marks never nest and that nothing is drawn outside them.
func balanced(t *testing.T, content []byte) {
	t.Helper()
	depth := 0
	for _, ln := range strings.Split(string(content), "\n") {
		switch {
		case strings.HasSuffix(ln, " BDC") || strings.HasSuffix(ln, " BMC"):
			depth++
		case ln == "EMC":
			depth--
		case depth == 0 && (strings.Contains(ln, " Tj ") || strings.HasSuffix(ln, " f") || strings.HasSuffix(ln, " S")):
			t.Errorf("unmarked: %q", ln)
		}
		if depth < 0 || depth > 1 {
			t.Fatalf("marks nest or don't match at %q", ln)
		}
	}
}

// TestBothBackendsShowTheSame compares the text in the file with the pages that
// the other backend draws.
func TestBothBackendsShowTheSame(t *testing.T) {
	for name, doc := range documents() {
		b, err := doc.PDF()
		if err != nil {
			t.Fatal(err)
		}
		f := open(t, b)
		for i, p := range f.find("/Type /Page ") {
			var want []string
			for _, it := range doc.Pages()[i].Items {
				if m, ok := it.Mark.(pdf.TextMark); ok {
					want = append(want, m.Text)
				}
			}
			var got []string
			for _, m := range shown.FindAllSubmatch(f.streams[f.ref(p, "/Contents")], -1) {
				got = append(got, decode(m[1]))
			}
			if strings.Join(got, "|") != strings.Join(want, "|") {
				t.Errorf("%s page %d:\n%q\n%q", name, i+1, got, want)
			}
		}
	}
}

func decode(b []byte) string {
	var raw []byte
	for i := 0; i < len(b); i++ {
		if b[i] == '\\' {
			i++
			if b[i] == 'r' {
				raw = append(raw, '\r')
				continue
			}
		}
		raw = append(raw, b[i])
	}
	var u []uint16
	for i := 0; i+1 < len(raw); i += 2 {
		u = append(u, uint16(raw[i])<<8|uint16(raw[i+1]))
	}
	return string(utf16.Decode(u))
}

func TestCatalog(t *testing.T) {
	b, err := demo().PDF()
	if err != nil {
		t.Fatal(err)
	}
	f := open(t, b)
	cat := f.dicts[f.find("/Type/Catalog")[0]]
	for _, want := range []string{"/Lang(sv-SE)", "/MarkInfo<</Marked true>>", "/DisplayDocTitle true", "/PageLabels", "/Outlines", "/OutputIntents", "/Metadata"} {
		if !strings.Contains(cat, want) {
			t.Errorf("the catalog lacks %s", want)
		}
	}
	xmp := string(f.streams[f.find("/Subtype/XML")[0]])
	for _, want := range []string{"<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", ">IT-läget inför 2027<", "<xmp:CreateDate>2026-11-21T12:00:00Z<"} {
		if !strings.Contains(xmp, want) {
			t.Errorf("the metadata lack %s", want)
		}
	}
	for _, id := range f.find("/Subtype/Link") {
		d := f.dicts[id]
		if !strings.Contains(d, "/Contents") || !strings.Contains(d, "/StructParent ") {
			t.Errorf("link: %s", d)
		}
	}
	for _, id := range f.find("/ToUnicode") {
		if name := f.dicts[id]; !regexp.MustCompile(`/BaseFont /[A-Z]{6}\+SourceSans3-`).MatchString(name) {
			t.Errorf("font: %s", name)
		}
		if cmap := string(f.streams[f.ref(id, "/ToUnicode")]); !strings.Contains(cmap, "beginbfchar") {
			t.Errorf("cmap: %s", cmap)
		}
	}
	if len(f.find("/Alt")) < 4 {
		t.Error("figures lack their words")
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	want, err := demo().PDF()
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			got, err := demo().PDF()
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("another run differs: %d and %d bytes, %v", len(got), len(want), err)
			}
		})
	}
	wg.Wait()
}

// TestTableOfObjects: every object is where the table says, read by the rules of
// its predictor.
func TestTableOfObjects(t *testing.T) {
	for name, doc := range documents() {
		b, err := doc.PDF()
		if err != nil {
			t.Fatal(err)
		}
		start, _ := strconv.Atoi(strings.Fields(string(b[bytes.LastIndex(b, []byte("startxref"))+9:]))[0])
		l := length.FindSubmatchIndex(b[start:])
		n, _ := strconv.Atoi(string(b[start+l[2] : start+l[3]]))
		z, err := zlib.NewReader(bytes.NewReader(b[start+l[1] : start+l[1]+n]))
		if err != nil {
			t.Fatal(err)
		}
		rows, _ := io.ReadAll(z)
		size := regexp.MustCompile(`/Size (\d+)`).FindSubmatch(b[start:])
		if want, _ := strconv.Atoi(string(size[1])); len(rows) != want*8 {
			t.Fatalf("%s: %d bytes for %d objects", name, len(rows), want)
		}
		var line [7]byte
		for i := 0; len(rows) > 0; i, rows = i+1, rows[8:] {
			if rows[0] != 2 {
				t.Fatalf("%s: predictor %d", name, rows[0])
			}
			for j := range line {
				line[j] += rows[1+j]
			}
			at := int(line[1])<<24 | int(line[2])<<16 | int(line[3])<<8 | int(line[4])
			switch want := fmt.Sprintf("%d 0 obj\n", i); {
			case line[0] == 1 && !bytes.HasPrefix(b[at:], []byte(want)):
				t.Errorf("%s: object %d isn't at %d", name, i, at)
			case line[0] == 2 && !bytes.Contains(b, fmt.Appendf(nil, "\n%d 0 obj\n<</Type/ObjStm", at)):
				t.Errorf("%s: object %d is in %d, which holds no objects", name, i, at)
			case line[0] == 0 && i > 0 && bytes.Contains(b, []byte("\n"+want)):
				t.Errorf("%s: object %d is said to be free", name, i)
			}
		}
	}
}

// TestProcessorsDontShow: streams are compressed by as many as there are, and the
// bytes are the same.
func TestProcessorsDontShow(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	alone, err := stress().PDF()
	if err != nil {
		t.Fatal(err)
	}
	runtime.GOMAXPROCS(8)
	many, err := stress().PDF()
	if err != nil || !bytes.Equal(alone, many) {
		t.Errorf("%d and %d bytes, %v", len(alone), len(many), err)
	}
}
