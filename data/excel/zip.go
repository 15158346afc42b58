package excel

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"sort"

	"github.com/xuri/excelize/v2"
)

// sortedZip writes the parts of a workbook in the order of their names. The
// library writes streamed sheets in the random order of a map. Parts wait
// packed in memory, so little is held.
type sortedZip struct {
	w     io.Writer
	parts []*zipPart
}

type zipPart struct {
	name   string
	packed bytes.Buffer
	deflat *flate.Writer
	sum    hash.Hash32
	size   uint64
}

func newSortedZip(w io.Writer) excelize.ZipWriter { return &sortedZip{w: w} }

// Create begins a part.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	p := &zipPart{name: name, sum: crc32.NewIEEE()}
	var err error
	if p.deflat, err = flate.NewWriter(&p.packed, 4); err != nil {
		return nil, err
	}
	z.parts = append(z.parts, p)
	return p, nil
}

func (p *zipPart) Write(data []byte) (int, error) {
	n, err := p.deflat.Write(data)
	p.sum.Write(data[:n])
	p.size += uint64(n)
	return n, err
}

// AddFS is in the library's interface; the library never calls it.
func (z *sortedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes all parts.
func (z *sortedZip) Close() error {
	sort.SliceStable(z.parts, func(i, j int) bool { return partOrder(z.parts[i].name) < partOrder(z.parts[j].name) })
	out := zip.NewWriter(z.w)
	for _, p := range z.parts {
		if err := p.deflat.Close(); err != nil {
			return err
		}
		w, err := out.CreateRaw(&zip.FileHeader{
			Name: p.name, Method: zip.Deflate, CRC32: p.sum.Sum32(),
			CompressedSize64: uint64(p.packed.Len()), UncompressedSize64: p.size,
		})
		if err != nil {
			return err
		}
		if _, err := p.packed.WriteTo(w); err != nil {
			return err
		}
	}
	return out.Close()
}

// partOrder puts the list of content types first, where some readers look for
// it to tell what kind of file it is.
func partOrder(name string) string {
	if name == "[Content_Types].xml" {
		return ""
	}
	return name
}
