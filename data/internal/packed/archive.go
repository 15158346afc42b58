// Package packed reads what workbooks of every make are: zip files with XML in them,
// within bounds that keep a hostile one from taking the machine's memory.
package packed

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"path"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// The bounds of what is read.
const (
	MaxFile     = 100 << 20 // bytes on disk
	MaxUnpacked = 300 << 20 // bytes of all parts that are read
	MaxRatio    = 200       // unpacked to packed, in a part beyond RatioFloor
	RatioFloor  = 16 << 20
)

// What stops the reading.
var (
	ErrDTD      = errors.New("xml: document type declarations and entities are refused")
	ErrSyntax   = errors.New("xml: syntax error")
	ErrTooLarge = errors.New("packed: beyond the safe limits")
	ErrLocked   = errors.New("packed: a part of the zip file is encrypted")
)

// Archive is the zip file that a workbook is, with the bounds on what may be
// unpacked from it.
type Archive struct {
	Parts map[string]*zip.File // by lower-case path with slashes, no leading one

	ctx   context.Context
	left  int64            // bytes that may still be unpacked
	moved func(read int64) // tells of progress; may be nil
	read  int64            // bytes unpacked since progress is told of
}

// Open reads what the zip file lists. A section of a file, unlike the file itself,
// takes a place outside it, which a damaged archive may point at, for the file's end
// and not for an error of the disk.
func Open(ctx context.Context, f *io.SectionReader) (*Archive, error) {
	z, err := zip.NewReader(f, f.Size())
	if err != nil {
		return nil, err
	}
	a := &Archive{ctx: ctx, Parts: make(map[string]*zip.File, len(z.File)), left: MaxUnpacked}
	for _, file := range z.File {
		name := PartName(file.Name)
		if _, twice := a.Parts[name]; !twice {
			a.Parts[name] = file
		}
	}
	return a, nil
}

// PartName is how parts are looked up: some writers use backslashes, absolute
// paths or capitals of their own.
func PartName(name string) string {
	name = strings.ToLower(strings.ReplaceAll(name, `\`, "/"))
	return strings.TrimPrefix(path.Clean("/"+name), "/")
}

// Resolve gives the part that a relationship of the part at base points at.
func Resolve(base, target string) string {
	if strings.HasPrefix(strings.ReplaceAll(target, `\`, "/"), "/") {
		return PartName(target)
	}
	return PartName(path.Dir(base) + "/" + target)
}

// Report has progress told of every percent of the parts, which are read from now on; it
// may be nil.
func (a *Archive) Report(progress func(fraction float64), parts ...string) {
	if progress == nil {
		return
	}
	total, told := int64(1), -1.0
	for _, name := range parts {
		if file := a.Parts[name]; file != nil {
			total += int64(min(file.UncompressedSize64, MaxUnpacked))
		}
	}
	a.moved = func(read int64) {
		if fraction := min(float64(read)/float64(total), 0.99); fraction >= told+0.01 {
			told = fraction
			progress(fraction)
		}
	}
}

// Walk reads the part as XML and hands every token to visit; it reads to the
// end, so that the part's checksum is tested. A missing part has no tokens.
func (a *Archive) Walk(name string, visit func(*Scanner, Token) error) error {
	file, ok := a.Parts[name]
	if !ok {
		return nil
	}
	if file.Flags&1 != 0 {
		return ErrLocked
	}
	rc, err := file.Open()
	if err != nil {
		return err
	}
	defer rc.Close()
	bounded := &boundedReader{a: a, r: rc, packed: int64(file.CompressedSize64)}
	r, err := utf8Reader(bounded)
	if err != nil {
		return err
	}
	s := NewScanner(r)
	for {
		tok, err := s.Next()
		if err != nil {
			return err
		}
		if tok == EOF {
			return discard(bounded)
		}
		if err := visit(s, tok); err != nil {
			return err
		}
	}
}

// WalkOwn is Walk but for elements that are foreign to what the part is.
func (a *Archive) WalkOwn(name string, visit func(*Scanner, Token) error) error {
	return a.Walk(name, func(s *Scanner, tok Token) error {
		if tok == Start && s.foreign() {
			return s.pass()
		}
		return visit(s, tok)
	})
}

// boundedReader stops at the bounds, and when the work is cancelled.
type boundedReader struct {
	a            *Archive
	r            io.Reader
	packed, read int64
}

func (b *boundedReader) Read(p []byte) (int, error) {
	if err := b.a.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := b.r.Read(p)
	b.read += int64(n)
	b.a.left -= int64(n)
	if b.a.left < 0 || (b.read > RatioFloor && b.read/MaxRatio > b.packed) {
		return 0, ErrTooLarge
	}
	if b.a.moved != nil {
		b.a.read += int64(n)
		b.a.moved(b.a.read)
	}
	return n, err
}

// utf8Reader turns a part in another encoding into UTF-8. Nearly every part
// is UTF-8 and passes as it is.
func utf8Reader(r io.Reader) (io.Reader, error) {
	head := make([]byte, 128)
	n, err := io.ReadFull(r, head)
	if err != nil && err != io.ErrUnexpectedEOF && err != io.EOF {
		return nil, err
	}
	head = head[:n]
	whole := io.MultiReader(bytes.NewReader(head), r)
	if bytes.HasPrefix(head, []byte{0xEF, 0xBB, 0xBF}) {
		return io.MultiReader(bytes.NewReader(head[3:]), r), nil
	}
	if order, ok := sixteen(head); ok {
		return transform.NewReader(whole, unicode.UTF16(order, unicode.UseBOM).NewDecoder()), nil
	}
	name := declaredEncoding(head)
	switch {
	case name == "", name == "utf-8", name == "utf8", name == "us-ascii", name == "ascii":
		return whole, nil
	case strings.HasPrefix(name, "utf-16"), strings.HasPrefix(name, "ucs-2"), strings.HasPrefix(name, "iso-10646-ucs-2"):
		return whole, nil // the declaration itself is in bytes: it was written to a text and saved as another
	}
	enc, err := htmlindex.Get(name)
	if err != nil {
		return nil, err
	}
	return transform.NewReader(whole, enc.NewDecoder()), nil
}

// sixteen says that a part is in UTF-16, by its mark or, where it has none, by the zero
// that every other byte of its first tag is.
func sixteen(head []byte) (unicode.Endianness, bool) {
	switch {
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}), bytes.HasPrefix(head, []byte("<\x00")):
		return unicode.LittleEndian, true
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}), bytes.HasPrefix(head, []byte("\x00<")):
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

// declaredEncoding is the encoding in the XML declaration, in lower case.
func declaredEncoding(head []byte) string {
	if !bytes.HasPrefix(head, []byte("<?xml")) {
		return ""
	}
	decl, _, _ := strings.Cut(string(head), "?>")
	_, after, ok := strings.Cut(decl, "encoding=")
	if !ok || len(after) < 2 {
		return ""
	}
	value, _, _ := strings.Cut(after[1:], after[:1])
	return strings.ToLower(strings.TrimSpace(value))
}

// discard reads r to its end, so that its checksum is tested.
func discard(r io.Reader) error {
	_, err := io.Copy(io.Discard, r)
	return err
}

// Mimetype is what the part of that name says that the file is; empty where there is none.
func (a *Archive) Mimetype() string {
	file := a.Parts["mimetype"]
	if file == nil || file.Flags&1 != 0 {
		return ""
	}
	rc, err := file.Open()
	if err != nil {
		return ""
	}
	defer rc.Close()
	kind, _ := io.ReadAll(io.LimitReader(rc, 200))
	return string(kind)
}
