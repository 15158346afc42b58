package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf16"

	"github.com/klauspost/compress/zlib" // twice as quick as the standard library's
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
}

func (f *file) add(o object) int {
	f.objs = append(f.objs, o)
	return len(f.objs) - 1
}

func (f *file) dict(format string, args ...any) int {
	return f.add(object{dict: fmt.Sprintf(format, args...)})
}

// level of compression: the default makes files a little smaller and takes half as
// long again.
const level = 4

// compress compresses streams, as many at a time as there are processors. Each
// is compressed by itself, so the outcome is the same however they are shared out.
func compress(streams []*object) {
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(streams)) {
		all.Go(func() {
			// The compressor is kept, for making one costs more than most streams.
			zip, _ := zlib.NewWriterLevel(nil, level)
			for {
				i := int(next.Add(1)) - 1
				if i >= len(streams) {
					return
				}
				o := streams[i]
				out := bytes.NewBuffer(make([]byte, 0, len(o.stream)/4+64))
				zip.Reset(out)
				zip.Write(o.stream)
				zip.Close()
				o.stream, o.packed = out.Bytes(), true
				o.dict = strings.TrimSuffix(o.dict, ">>") + "/Filter/FlateDecode>>"
			}
		})
	}
	all.Wait()
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
	n := len(f.objs)
	xref := make([]entry, n, n+n/perStream+2)
	var plain, data []int
	for i := 1; i < n; i++ {
		switch o := &f.objs[i]; {
		case o.isData:
			data = append(data, i)
		case o.dict != "":
			plain = append(plain, i)
		}
	}
	for len(plain) > 0 {
		k := min(perStream, len(plain))
		id := f.add(f.pack(plain[:k]))
		for j, i := range plain[:k] {
			xref[i] = entry{2, id, j}
		}
		data, xref = append(data, id), append(xref, entry{})
		plain = plain[k:]
	}
	var streams []*object
	for _, i := range data {
		if !f.objs[i].packed {
			streams = append(streams, &f.objs[i])
		}
	}
	compress(streams)
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	for _, i := range data {
		xref[i] = entry{1, out.Len(), 0}
		writeStream(&out, i, &f.objs[i])
	}
	writeXref(&out, xref, root, info)
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

// writeStream writes an object whose stream is as it is to be.
func writeStream(out *bytes.Buffer, id int, o *object) {
	fmt.Fprintf(out, "%d 0 obj\n%s/Length %d>>\nstream\n", id, strings.TrimSuffix(o.dict, ">>"), len(o.stream))
	out.Write(o.stream)
	out.WriteString("\nendstream\nendobj\n")
}

// xrefLine is how many bytes a line of the table of objects takes: its kind, where
// it is, and its number within a stream.
const xrefLine = 7

// writeXref ends the file. Its ID is a hash of all that went before, so that
// the same contents have the same one. Each line says how it differs from the one
// above (a predictor), which compresses to a fraction.
func writeXref(out *bytes.Buffer, xref []entry, root, info int) {
	id := len(xref)
	start := out.Len()
	xref = append(xref, entry{1, start, 0})
	sum := sha256.Sum256(out.Bytes())
	body := make([]byte, 0, len(xref)*(xrefLine+1))
	xref[0] = entry{0, 0, 65535}
	var above [xrefLine]byte
	for _, e := range xref {
		var line [xrefLine]byte
		line[0] = e.kind
		binary.BigEndian.PutUint32(line[1:], uint32(e.a))
		binary.BigEndian.PutUint16(line[5:], uint16(e.b))
		body = append(body, 2) // PNG's "up"
		for i := range line {
			body = append(body, line[i]-above[i])
		}
		above = line
	}
	table := object{dict: fmt.Sprintf("<</Type/XRef/Size %d/W[1 4 2]/DecodeParms<</Predictor 12/Columns %d>>/Root %d 0 R/Info %d 0 R/ID[<%x><%x>]>>",
		id+1, xrefLine, root, info, sum[:16], sum[:16]), stream: body, isData: true}
	compress([]*object{&table})
	writeStream(out, id, &table)
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
