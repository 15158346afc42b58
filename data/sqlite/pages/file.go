// Package pages reads the rows of a SQLite file without SQLite: each page by
// itself, whether or not a tree still reaches it, and as far as a file that has been
// cut off goes. Nothing in the file is trusted: what isn't a sound row is passed
// over, and the work and the memory are bounded by the size of the file.
//
// The format is the one of https://sqlite.org/fileformat, as our files use it: in
// UTF-8, and without reserved space.
package pages

import (
	"bytes"
	"context"
	"encoding/binary"
	"io"
)

// Info is what a file says of itself, and what was found of that.
type Info struct {
	PageSize int
	Pages    int64 // that there are, the last one perhaps in part
	Declared int64 // that the head says that there should be; 0 when it can't be read
	Unread   int64 // that the disk wouldn't give
	Schema   int32 // user_version
	Head     bool  // the head is one of a SQLite file
	Short    bool  // the file ends before it should
	Rows     int

	ours      []uint16 // per page: an index into names
	names     []string
	deadPages map[int64]bool
	holes     []bool // per name: its tree isn't all there
}

// Sizes that pages may have.
var sizes = []int{4096, 1024, 2048, 8192, 16384, 32768, 65536, 512}

const headSize = 100

var magic = []byte("SQLite format 3\x00")

// file is a file by its pages, numbered from 1.
type file struct {
	at     io.ReaderAt
	bytes  int64
	size   int   // of a page
	count  int64 // of pages
	budget int64 // how many bytes of long rows may still be put together
	unread map[int64]bool
}

// open finds out how large the pages are.
func open(ctx context.Context, at io.ReaderAt, size int64) (*file, Info, error) {
	f := &file{at: at, bytes: size, unread: map[int64]bool{}}
	var info Info
	head := make([]byte, headSize)
	n, _ := at.ReadAt(head, 0)
	said := 0
	if n == headSize && bytes.HasPrefix(head, magic) {
		info.Head = true
		said = int(binary.BigEndian.Uint16(head[16:]))
		if said == 1 {
			said = 1 << 16
		}
		info.Declared = int64(binary.BigEndian.Uint32(head[28:]))
		info.Schema = int32(binary.BigEndian.Uint32(head[60:]))
	}
	best := -1
	for _, size := range sizes {
		if err := ctx.Err(); err != nil {
			return nil, info, err
		}
		found := f.trial(size)
		if found > best || found == best && size == said {
			best, info.PageSize = found, size
		}
	}
	f.resize(info.PageSize)
	info.Pages = f.count
	info.Short = info.Declared > 0 && info.PageSize == said && size < info.Declared*int64(said)
	return f, info, nil
}

func (f *file) resize(size int) {
	f.size = size
	f.count = (f.bytes + int64(size) - 1) / int64(size)
	f.budget = 4*f.bytes + 1<<16
	clear(f.unread)
}

// tried is how much of a file is read to find out the size of its pages.
const tried = 4 << 20

// trial counts the rows that there are if pages are so large: with another size
// than the right one, half of them are missed, or nearly all.
func (f *file) trial(size int) (rows int) {
	f.resize(size)
	for n := int64(1); n <= f.count && n*int64(size) <= tried; n++ {
		p := f.page(n)
		for range p.cells() {
			rows++
		}
	}
	return rows
}

// page is one page as it was read: shorter than it should be at the end of a file
// that has been cut off.
type page struct {
	f     *file
	n     int64
	data  []byte
	start int // where the tree's head is: after the file's own in the first
}

// retries is how many more times a page is asked for that the disk doesn't give.
const retries = 2

// page reads a page; one that can't be read is empty.
func (f *file) page(n int64) page {
	p := page{f: f, n: n}
	if n < 1 || n > f.count {
		return p
	}
	if n == 1 {
		p.start = headSize
	}
	from := (n - 1) * int64(f.size)
	data := make([]byte, min(int64(f.size), f.bytes-from))
	got, err := f.at.ReadAt(data, from)
	for range retries {
		if err == nil || err == io.EOF {
			break
		}
		got, err = f.at.ReadAt(data, from) // it may pass
	}
	if err != nil && err != io.EOF {
		f.unread[n] = true
		got = 0
	}
	p.data = data[:got]
	return p
}

// The kinds of pages in trees.
const (
	indexInside = 0x02
	tableInside = 0x05
	indexLeaf   = 0x0a
	tableLeaf   = 0x0d
)

// kind is what the page says that it is; 0 for what is no page of a tree.
func (p page) kind() byte {
	if len(p.data) < p.start+8 {
		return 0
	}
	switch k := p.data[p.start]; k {
	case indexInside, tableInside, indexLeaf, tableLeaf:
		return k
	}
	return 0
}

// declared is how many cells the page says that it has.
func (p page) declared() int {
	if p.kind() == 0 {
		return 0
	}
	return int(binary.BigEndian.Uint16(p.data[p.start+3:]))
}

// pointers are where the page says that its cells begin. Those that can't be are left out.
func (p page) pointers() []int {
	k := p.kind()
	if k == 0 {
		return nil
	}
	head := 8
	if k == indexInside || k == tableInside {
		head = 12
	}
	first := p.start + head
	n := p.declared()
	out := make([]int, 0, min(n, p.f.size/2))
	seen := make(map[int]bool, cap(out))
	for i := range n {
		at := first + 2*i
		if at+2 > len(p.data) {
			break
		}
		to := int(binary.BigEndian.Uint16(p.data[at:]))
		if to >= first && to < len(p.data) && !seen[to] {
			seen[to] = true
			out = append(out, to)
		}
	}
	return out
}

// children are the pages that an inner page points at.
func (p page) children() []int64 {
	k := p.kind()
	if k != indexInside && k != tableInside || len(p.data) < p.start+12 {
		return nil
	}
	var out []int64
	for _, at := range p.pointers() {
		if at+4 <= len(p.data) {
			out = append(out, int64(binary.BigEndian.Uint32(p.data[at:])))
		}
	}
	return append(out, int64(binary.BigEndian.Uint32(p.data[p.start+8:])))
}
