package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"

	gofpdf "github.com/jung-kurt/gofpdf" // archived; a maintained fork with the same API can stand here

	"itportfoljen/app/base/draw"
	"itportfoljen/assets"
)

// canvas draws marks on pages by the drawing library and gives the library's file,
// which takeApart reads. Nothing outside this file knows the library or its file;
// a test holds what it writes against what it wrote when this was made.
type canvas struct {
	lib  *gofpdf.Fpdf
	pics int
	face Face
	size float64
	text color.NRGBA
	fill color.NRGBA
	line color.NRGBA
	wide float64

	high float64                   // of the page
	seen [faceCount]*[1 << 16]bool // the characters that the library knows of
	ink  []byte                    // what sets the colour of text
	out  []byte                    // for a text on its way
}

func newCanvas(w, h float64, faces [faceCount]bool) *canvas {
	lib := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: w, Ht: h}})
	lib.SetAutoPageBreak(false, 0)
	lib.SetMargins(0, 0, 0)
	lib.SetCompression(false) // the finisher compresses
	lib.SetCatalogSort(true)
	for f, used := range faces {
		if used {
			// The library writes into the buffer, so each document has its own copy.
			lib.AddUTF8FontFromBytes("text", libStyle(Face(f)), bytes.Clone(assets.Must(FontFile(Face(f)))))
		}
	}
	c := &canvas{lib: lib, face: faceCount}
	for f := range c.seen {
		c.seen[f] = new([1 << 16]bool)
	}
	return c
}

func libStyle(f Face) string { return [...]string{"", "B", "I"}[f] }

// page begins a page. The library sets some state again at each; forget ours.
func (c *canvas) page(w, h float64) {
	c.lib.AddPageFormat("P", gofpdf.SizeType{Wd: w, Ht: h})
	c.wide, c.line, c.fill, c.high = -1, color.NRGBA{}, color.NRGBA{}, h
}

func (c *canvas) raw(s string) { c.lib.RawWriteStr(s) }

func (c *canvas) draw(m Mark) {
	switch m := m.(type) {
	case TextMark:
		c.setText(m)
		if c.known(m) {
			c.write(m)
		} else {
			c.lib.Text(m.X, m.Y, m.Text)
		}
	case draw.Rect:
		c.rect(m)
	case draw.Line:
		c.pen(m.Color, m.Width)
		if m.Dash {
			c.lib.SetDashPattern([]float64{2.5, 2}, 0)
		}
		c.lib.Line(m.X1, m.Y1, m.X2, m.Y2)
		if m.Dash {
			c.lib.SetDashPattern(nil, 0)
		}
	case draw.Circle:
		if style := c.paint(m.Fill, m.Stroke, m.StrokeWidth); style != "" {
			c.lib.Circle(m.X, m.Y, m.R, style)
		}
	case draw.Polygon:
		if style := c.paint(m.Fill, color.NRGBA{}, 0); style != "" && len(m.Points) > 2 {
			pts := make([]gofpdf.PointType, len(m.Points))
			for i, p := range m.Points {
				pts[i] = gofpdf.PointType{X: p[0], Y: p[1]}
			}
			c.lib.Polygon(pts, style)
		}
	case Picture:
		c.picture(m)
	}
}

func (c *canvas) setText(m TextMark) {
	if m.Face != c.face || m.Size != c.size {
		c.lib.SetFont("text", libStyle(m.Face), m.Size)
		c.face, c.size = m.Face, m.Size
	}
	if m.Color != c.text {
		c.lib.SetTextColor(int(m.Color.R), int(m.Color.G), int(m.Color.B))
		c.text = m.Color
		c.ink = fmt.Appendf(c.ink[:0], "q %.3f %.3f %.3f rg BT ", float64(m.Color.R)/255, float64(m.Color.G)/255, float64(m.Color.B)/255)
	}
}

// known tells whether all characters of a text have been written by the library, which takes those
// that it writes, and no others, from the font.
func (c *canvas) known(m TextMark) bool {
	known := true
	for _, r := range m.Text {
		if r > 0xFFFF {
			return false
		}
		if !c.seen[m.Face][r] {
			c.seen[m.Face][r], known = true, false
		}
	}
	return known && m.Color.R != m.Color.G // the library writes greys in another way
}

// write writes a text as the library does, without its five strings on the way: a table is mostly text.
func (c *canvas) write(m TextMark) {
	b := append(c.out[:0], c.ink...)
	b = strconv.AppendFloat(b, m.X, 'f', 2, 64)
	b = append(b, ' ')
	b = strconv.AppendFloat(b, c.high-m.Y, 'f', 2, 64)
	b = append(b, " Td ("...)
	for _, r := range m.Text {
		for _, x := range [2]byte{byte(r >> 8), byte(r)} {
			switch x {
			case '\\', '(', ')':
				b = append(b, '\\', x)
			case '\r':
				b = append(b, '\\', 'r')
			default:
				b = append(b, x)
			}
		}
	}
	c.out = append(b, ") Tj ET Q"...)
	c.raw(string(c.out))
}

func (c *canvas) rect(m draw.Rect) {
	if lines := m.HatchLines(); lines != nil { // between the fill and the outline
		edge := m
		m.Stroke, m.StrokeWidth, m.Hatch = color.NRGBA{}, 0, color.NRGBA{}
		c.rect(m)
		for _, l := range lines {
			c.draw(l)
		}
		m.Fill, m.Stroke, m.StrokeWidth = color.NRGBA{}, edge.Stroke, edge.StrokeWidth
	}
	style := c.paint(m.Fill, m.Stroke, m.StrokeWidth)
	if style == "" {
		return
	}
	if r := min(m.Radius, m.W/2, m.H/2); r > 0.1 {
		c.lib.RoundedRect(m.X, m.Y, m.W, m.H, r, "1234", style)
		c.raw("Q") // the library saves the graphics state before the path and never gives it back
		return
	}
	c.lib.Rect(m.X, m.Y, m.W, m.H, style)
}

// paint sets colours and gives the library's word for what to do with a shape.
func (c *canvas) paint(fill, stroke color.NRGBA, w float64) string {
	style := ""
	if fill.A != 0 {
		if fill != c.fill {
			c.lib.SetFillColor(int(fill.R), int(fill.G), int(fill.B))
			c.fill = fill
		}
		style = "F"
	}
	if stroke.A != 0 && w > 0 {
		c.pen(stroke, w)
		style += "D"
	}
	return style
}

func (c *canvas) pen(col color.NRGBA, w float64) {
	if col != c.line {
		c.lib.SetDrawColor(int(col.R), int(col.G), int(col.B))
		c.line = col
	}
	if w != c.wide {
		c.lib.SetLineWidth(w)
		c.wide = w
	}
}

func (c *canvas) picture(p Picture) {
	name := fmt.Sprintf("p%d", c.pics)
	c.pics++
	var b bytes.Buffer
	if err := png.Encode(&b, opaque{p.Image}); err != nil {
		c.lib.SetError(err)
		return
	}
	opt := gofpdf.ImageOptions{ImageType: "png"}
	c.lib.RegisterImageOptionsReader(name, opt, &b)
	c.lib.ImageOptions(name, p.X, p.Y, p.W, p.H, false, opt, 0, "")
}

// opaque makes the encoder write three channels, so that the file needs no mask.
type opaque struct{ image.Image }

func (opaque) Opaque() bool { return true }

// bytes is the library's file.
func (c *canvas) bytes() ([]byte, error) {
	var b bytes.Buffer
	if err := c.lib.Output(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
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
	shortenFonts(f)
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

// fontKeys is the library's long names of fonts in pages' contents, and short ones.
var fontKeys = regexp.MustCompile(`/F([0-9a-f]{40}) `)

// shortenFonts gives the fonts short names, which stand at every change of type.
func shortenFonts(f *file) {
	var long [][]byte
	for i := range f.objs {
		o := &f.objs[i]
		if o.isData {
			continue
		}
		for _, m := range fontKeys.FindAllString(o.dict, -1) {
			if !slices.ContainsFunc(long, func(b []byte) bool { return string(b) == m }) {
				long = append(long, []byte(m))
			}
		}
	}
	for i := range f.objs {
		o := &f.objs[i]
		for n, name := range long {
			short := "/F" + strconv.Itoa(n) + " "
			switch {
			case !o.isData:
				o.dict = strings.ReplaceAll(o.dict, string(name), short)
			case !o.packed && bytes.Contains(o.stream, name):
				o.stream = bytes.ReplaceAll(o.stream, name, []byte(short))
			}
		}
	}
}

// pageDict is page i's dictionary, to which entries may be added before its end.
func pageDict(f *file, i int) (*string, error) {
	if n := pageObject(i); n < len(f.objs) && strings.Contains(f.objs[n].dict, "/Type /Page ") {
		return &f.objs[n].dict, nil
	}
	return nil, fmt.Errorf("pdf: object %d isn't page %d: the library numbers its pages in another way", pageObject(i), i+1)
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
