package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

// object is an indirect object: a dictionary or array, and for streams its data.
type object struct {
	dict   string
	stream []byte
	isData bool // has a stream
	packed bool // the stream is already compressed, or mustn't be
}

// file collects objects and writes them small: everything that may goes into
// compressed object streams.
type file struct {
	objs []object // index 0 is unused
	zip  *zlib.Writer
}

func (f *file) add(o object) int {
	f.objs = append(f.objs, o)
	return len(f.objs) - 1
}

func (f *file) dict(format string, args ...any) int {
	return f.add(object{dict: fmt.Sprintf(format, args...)})
}

// level of compression: the default makes files 5 % smaller and takes half as
// long again.
const level = 4

// deflate compresses; the compressor is kept, for making one costs more than
// most streams.
func (f *file) deflate(b []byte) []byte {
	var out bytes.Buffer
	if f.zip == nil {
		f.zip, _ = zlib.NewWriterLevel(&out, level)
	} else {
		f.zip.Reset(&out)
	}
	f.zip.Write(b)
	f.zip.Close()
	return out.Bytes()
}

// perStream is how many objects share an object stream.
const perStream = 400

// entry is a line of the cross-reference stream.
type entry struct {
	kind byte
	a    int
	b    int
}

// bytes writes the file. Streams and their dictionaries stand by themselves;
// the rest is packed.
func (f *file) bytes(root, info int) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	n := len(f.objs)
	xref := make([]entry, n)
	var plain []int
	for i := 1; i < n; i++ {
		switch o := &f.objs[i]; {
		case o.isData:
			xref[i] = entry{1, out.Len(), 0}
			f.writeStream(&out, i, o)
		case o.dict != "":
			plain = append(plain, i)
		}
	}
	for len(plain) > 0 {
		k := min(perStream, len(plain))
		id := len(xref)
		o := f.pack(plain[:k])
		for j, i := range plain[:k] {
			xref[i] = entry{2, id, j}
		}
		xref = append(xref, entry{1, out.Len(), 0})
		f.writeStream(&out, id, &o)
		plain = plain[k:]
	}
	f.writeXref(&out, xref, root, info)
	return out.Bytes()
}

// pack puts objects in an object stream.
func (f *file) pack(ids []int) object {
	var index, body bytes.Buffer
	for _, i := range ids {
		index.Write(strconv.AppendInt(index.AvailableBuffer(), int64(i), 10))
		index.WriteByte(' ')
		index.Write(strconv.AppendInt(index.AvailableBuffer(), int64(body.Len()), 10))
		index.WriteByte(' ')
		body.WriteString(f.objs[i].dict)
		body.WriteByte('\n')
	}
	first := index.Len()
	index.Write(body.Bytes())
	return object{dict: fmt.Sprintf("<</Type/ObjStm/N %d/First %d>>", len(ids), first), stream: index.Bytes(), isData: true}
}

func (f *file) writeStream(out *bytes.Buffer, id int, o *object) {
	data, filter := o.stream, ""
	if !o.packed {
		data, filter = f.deflate(data), "/Filter/FlateDecode"
	}
	d := strings.TrimSuffix(o.dict, ">>")
	fmt.Fprintf(out, "%d 0 obj\n%s%s/Length %d>>\nstream\n", id, d, filter, len(data))
	out.Write(data)
	out.WriteString("\nendstream\nendobj\n")
}

// writeXref ends the file. Its ID is a hash of all that went before, so that
// the same contents have the same one.
func (f *file) writeXref(out *bytes.Buffer, xref []entry, root, info int) {
	id := len(xref)
	start := out.Len()
	xref = append(xref, entry{1, start, 0})
	sum := sha256.Sum256(out.Bytes())
	var body bytes.Buffer
	xref[0] = entry{0, 0, 65535}
	for i, e := range xref {
		if i > 0 && e.kind == 0 {
			e = entry{0, 0, 0}
		}
		body.WriteByte(e.kind)
		body.Write(binary.BigEndian.AppendUint32(nil, uint32(e.a)))
		body.Write(binary.BigEndian.AppendUint16(nil, uint16(e.b)))
	}
	d := fmt.Sprintf("<</Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%x><%x>]>>", id+1, root, info, sum[:16], sum[:16])
	f.writeStream(out, id, &object{dict: d, stream: body.Bytes(), isData: true})
	fmt.Fprintf(out, "startxref\n%d\n%%%%EOF\n", start)
}

// str is a text string: plain where ASCII suffices, otherwise UTF-16.
func str(s string) string {
	var b bytes.Buffer
	if plainASCII(s) {
		b.WriteByte('(')
		for i := 0; i < len(s); i++ {
			switch c := s[i]; c {
			case '(', ')', '\\':
				b.WriteByte('\\')
				b.WriteByte(c)
			case '\n':
				b.WriteString("\\n")
			default:
				b.WriteByte(c)
			}
		}
		b.WriteByte(')')
		return b.String()
	}
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteByte('>')
	return b.String()
}
