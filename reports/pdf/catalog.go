package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

const producer = "IT-portföljen"

// finish adds what the library leaves out and writes the file.
func finish(d *Doc, l *layout, t *tagger, f *file) ([]byte, error) {
	patchFonts(f, &t.used)
	annots := writeAnnots(l, t, f)
	links := make([][]byte, len(l.pages))
	for n, a := range l.annots {
		links[a.page] = append(ref(links[a.page], annots[n]), ' ')
	}
	for i := range l.pages {
		d, err := pageDict(f, i)
		if err != nil {
			return nil, err
		}
		extra := fmt.Sprintf("/StructParents %d/Tabs/S", i)
		if len(links[i]) > 0 {
			extra += "/Annots[" + string(links[i]) + "]"
		}
		*d = strings.TrimSuffix(*d, ">>") + extra + ">>"
	}
	tree := t.tree(f, annots)
	icc := f.add(object{dict: "<</N 3>>", stream: srgbProfile(), isData: true})
	meta := f.add(object{dict: "<</Type/Metadata/Subtype/XML>>", stream: d.xmp(), isData: true, packed: true})
	outline := writeOutline(l, f)
	root := f.dict("<</Type/Catalog/Pages 1 0 R/Lang%s/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"+
		"/StructTreeRoot %d 0 R/Metadata %d 0 R/PageLabels<</Nums[0<</S/D>>]>>%s"+
		"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>]>>",
		str(d.meta.Lang), tree, meta, outline, icc)
	info := f.add(object{dict: d.info()})
	return f.bytes(root, info), nil
}

// writeAnnots writes the links and gives their object numbers.
func writeAnnots(l *layout, t *tagger, f *file) []int {
	out := make([]int, len(l.annots))
	for i, a := range l.annots {
		e := &l.elems[a.elem]
		h := l.pages[a.page].H
		to := ""
		if external(e.Target) {
			to = "/A<</Type/Action/S/URI/URI" + str(asciiURL(e.Target)) + ">>"
		} else {
			at := l.anchors[e.Target]
			to = fmt.Sprintf("/Dest[%d 0 R/XYZ 0 %.2f null]", pageObject(at.page), l.pages[at.page].H-at.y+8)
		}
		contents := e.Alt
		if contents == "" {
			contents = "Länk"
		}
		out[i] = f.dict("<</Type/Annot/Subtype/Link/Rect[%.2f %.2f %.2f %.2f]/Border[0 0 0]/F 4/P %d 0 R/Contents%s/StructParent %d%s>>",
			a.x, h-a.y-a.h, a.x+a.w, h-a.y, pageObject(a.page), str(contents), len(l.pages)+i, to)
	}
	return out
}

// asciiURL escapes what isn't ASCII in an address.
func asciiURL(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if c := s[i]; c <= ' ' || c > '~' {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// outlineLinks are a heading's neighbours in the tree of bookmarks; -1 is none.
// The last in a slice of them is the root.
type outlineLinks struct{ parent, first, last, prev, next, kids int }

// outlineTree hangs every heading under the nearest one above of a higher level.
func outlineTree(hs []heading) []outlineLinks {
	n := len(hs)
	out := make([]outlineLinks, n+1)
	for i := range out {
		out[i] = outlineLinks{n, -1, -1, -1, -1, 0}
	}
	var open []int // the headings we are within, outermost first
	for i, h := range hs {
		for len(open) > 0 && hs[open[len(open)-1]].level >= h.level {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			out[i].parent = open[len(open)-1]
		}
		p := &out[out[i].parent]
		if p.first < 0 {
			p.first = i
		} else {
			out[i].prev = p.last
			out[p.last].next = i
		}
		p.last = i
		p.kids++
		open = append(open, i)
	}
	return out
}

// writeOutline writes the bookmarks, the first level open, and gives the
// catalog's entries for them.
func writeOutline(l *layout, f *file) string {
	n := len(l.outline)
	if n == 0 {
		return ""
	}
	tree := outlineTree(l.outline)
	root := f.add(object{})
	base := len(f.objs)
	ref := func(key string, i int) string {
		if i < 0 {
			return ""
		}
		return fmt.Sprintf("/%s %d 0 R", key, base+i)
	}
	shown := tree[n].kids
	for i, h := range l.outline {
		t := tree[i]
		up, kids := root, ""
		if t.parent < n {
			up = base + t.parent
		}
		switch {
		case t.kids > 0 && t.parent == n:
			shown += t.kids
			kids = fmt.Sprintf("/Count %d", t.kids)
		case t.kids > 0:
			kids = fmt.Sprintf("/Count -%d", t.kids)
		}
		f.dict("<</Title%s/Parent %d 0 R%s%s%s%s%s/Dest[%d 0 R/XYZ 0 %.2f null]>>", str(h.text), up, ref("Prev", t.prev), ref("Next", t.next),
			ref("First", t.first), ref("Last", t.last), kids, pageObject(h.at.page), l.pages[h.at.page].H-h.at.y+8)
	}
	f.objs[root].dict = fmt.Sprintf("<</Type/Outlines%s%s/Count %d>>", ref("First", tree[n].first), ref("Last", tree[n].last), shown)
	mode := ""
	if len(l.pages) > 2 {
		mode = "/PageMode/UseOutlines"
	}
	return fmt.Sprintf("/Outlines %d 0 R%s", root, mode)
}

// info must say the same as the XMP.
func (d *Doc) info() string {
	m := d.meta
	out := "<</Title" + str(m.Title) + "/Producer" + str(producer) + "/Creator" + str(producer)
	if m.Author != "" {
		out += "/Author" + str(m.Author)
	}
	if m.Subject != "" {
		out += "/Subject" + str(m.Subject)
	}
	if !m.Date.IsZero() {
		day := fmt.Sprintf("(D:%08d120000Z)", int(m.Date))
		out += "/CreationDate" + day + "/ModDate" + day
	}
	return out + ">>"
}

func escapeXML(s string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s))
	return b.String()
}

// xmp is the metadata, with the extension schema that PDF/A asks for before it
// accepts the mark of PDF/UA.
func (d *Doc) xmp() []byte {
	m := d.meta
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"" +
		" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n")
	fmt.Fprintf(&b, "<dc:format>application/pdf</dc:format>\n<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n", escapeXML(m.Title))
	fmt.Fprintf(&b, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", escapeXML(m.Lang))
	if m.Author != "" {
		fmt.Fprintf(&b, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", escapeXML(m.Author))
	}
	if m.Subject != "" {
		fmt.Fprintf(&b, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:description>\n", escapeXML(m.Subject))
	}
	if !m.Date.IsZero() {
		day := m.Date.String() + "T12:00:00Z"
		fmt.Fprintf(&b, "<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate><xmp:MetadataDate>%s</xmp:MetadataDate>\n", day, day, day)
	}
	fmt.Fprintf(&b, "<xmp:CreatorTool>%s</xmp:CreatorTool><pdf:Producer>%s</pdf:Producer>\n", producer, producer)
	b.WriteString("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n")
	b.WriteString(extensionSchema)
	b.WriteString("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return b.Bytes()
}

const extensionSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`
