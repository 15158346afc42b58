package excel

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"path"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// archive is the zip file that a workbook is, with the bounds on what may be
// unpacked from it.
type archive struct {
	ctx   context.Context
	parts map[string]*zip.File // by lower-case path with slashes, no leading one
	left  int64                // bytes that may still be unpacked
	read  int64                // bytes unpacked of the parts that count as progress
	moved func(read int64)     // tells of progress; may be nil
}

func openArchive(ctx context.Context, f *io.SectionReader) (*archive, error) {
	z, err := zip.NewReader(f, f.Size())
	if err != nil {
		return nil, err
	}
	a := &archive{ctx: ctx, parts: make(map[string]*zip.File, len(z.File)), left: maxUnpacked}
	for _, file := range z.File {
		name := partName(file.Name)
		if _, twice := a.parts[name]; !twice {
			a.parts[name] = file
		}
	}
	return a, nil
}

// partName is how parts are looked up: some writers use backslashes, absolute
// paths or capitals of their own.
func partName(name string) string {
	name = strings.ToLower(strings.ReplaceAll(name, `\`, "/"))
	return strings.TrimPrefix(path.Clean("/"+name), "/")
}

// resolve gives the part that a relationship of the part at base points at.
func resolve(base, target string) string {
	if strings.HasPrefix(strings.ReplaceAll(target, `\`, "/"), "/") {
		return partName(target)
	}
	return partName(path.Dir(base) + "/" + target)
}

// walk reads the part as XML and hands every token to visit; it reads to the
// end, so that the part's checksum is tested. A missing part has no tokens.
func (a *archive) walk(name string, visit func(*scanner, token) error) error {
	file, ok := a.parts[name]
	if !ok {
		return nil
	}
	if file.Flags&1 != 0 {
		return errLocked
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
	s := newScanner(r)
	for {
		tok, err := s.next()
		if err != nil {
			return err
		}
		if tok == tokEOF {
			return discard(bounded)
		}
		if err := visit(s, tok); err != nil {
			return err
		}
	}
}

// boundedReader stops at the bounds, and when the work is cancelled.
type boundedReader struct {
	a            *archive
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
	if b.a.left < 0 || (b.read > ratioFloor && b.read/maxRatio > b.packed) {
		return 0, errTooLarge
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
	switch {
	case bytes.HasPrefix(head, []byte{0xEF, 0xBB, 0xBF}):
		return io.MultiReader(bytes.NewReader(head[3:]), r), nil
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}), bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		return transform.NewReader(whole, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()), nil
	}
	name := declaredEncoding(head)
	if name == "" || name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii" {
		return whole, nil
	}
	enc, err := htmlindex.Get(name)
	if err != nil {
		return nil, err
	}
	return transform.NewReader(whole, enc.NewDecoder()), nil
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
