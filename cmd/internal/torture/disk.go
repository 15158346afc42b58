//go:build linux

package torture

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// disk is what a disk holds while a program works: of each file what is surely
// there, and what has been written since it was last flushed, of which a power
// cut may leave any part. Names are made and taken away in order, and are sure
// when their folder is flushed.
type disk struct {
	dir     string
	names   map[string]*inode
	sure    map[string]*inode
	renames []func(names map[string]*inode)
	open    map[int64]*handle
}

type inode struct {
	sure    []byte
	size    int64 // with what isn't sure
	pending []change
}

// change is a write, or with no data a new size.
type change struct {
	at   int64
	data []byte
}

type handle struct {
	file *inode // nil: the folder
	at   int64
}

// newDisk begins with what lies in a folder.
func newDisk(dir string) *disk {
	d := &disk{dir: dir, names: map[string]*inode{}, sure: map[string]*inode{}, open: map[int64]*handle{}}
	entries, err := os.ReadDir(dir)
	must(err)
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		must(err)
		n := &inode{sure: b, size: int64(len(b))}
		d.names[e.Name()], d.sure[e.Name()] = n, n
	}
	return d
}

// within gives the name in the folder of the path that is a call's argument
// number i; "" is the folder itself. Paths from other folders that are open
// don't lead there.
func (d *disk) within(c call, i int) (name string, ok bool) {
	p := filepath.Clean(string(c.text(i)))
	if !filepath.IsAbs(p) {
		if at := i > 0 && strings.HasSuffix(c.name, "at") || c.name == "renameat2"; at && c.args[i-1] != "AT_FDCWD" {
			return "", false
		}
		p = filepath.Join(d.dir, p)
	}
	if p == d.dir {
		return "", true
	}
	return strings.CutPrefix(p, d.dir+"/")
}

// do carries out a call.
func (d *disk) do(c call) {
	switch c.name {
	case "open", "creat":
		d.opened(c, 0)
	case "openat":
		d.opened(c, 1)
	case "close":
		delete(d.open, c.number(0))
	case "rename":
		d.rename(c, 0, 1, false)
	case "renameat", "renameat2":
		d.rename(c, 1, 3, false)
	case "link":
		d.rename(c, 0, 1, true)
	case "linkat":
		d.rename(c, 1, 3, true)
	case "unlink":
		d.unlink(c, 0)
	case "unlinkat":
		d.unlink(c, 1)
	default:
		d.written(c)
	}
}

// written carries out a call on an open file.
func (d *disk) written(c call) {
	h := d.open[c.number(0)]
	switch {
	case h == nil:
	case h.file == nil && c.name == "fsync":
		d.sure, d.renames = clone(d.names), nil
	case h.file == nil:
	case c.name == "pwrite64":
		h.file.write(c.number(3), c.text(1)[:c.result])
	case c.name == "write":
		h.file.write(h.at, c.text(1)[:c.result])
		h.at += c.result
	case c.name == "lseek":
		h.at = c.result
	case c.name == "ftruncate":
		h.file.truncate(c.number(1))
	case c.name == "fsync", c.name == "fdatasync":
		h.file.sure, h.file.pending = h.file.now(), nil
	default:
		panic("torture: the disk doesn't know " + c.name)
	}
}

func (d *disk) opened(c call, i int) {
	flags := "O_CREAT|O_TRUNC"
	if c.name != "creat" {
		flags = c.args[i+1]
	}
	name, ok := d.within(c, i)
	switch {
	case !ok:
		delete(d.open, c.result)
		return
	case name == "":
		d.open[c.result] = &handle{}
		return
	}
	n := d.names[name]
	if n == nil {
		n = &inode{}
		d.named(func(names map[string]*inode) { names[name] = n })
	}
	if strings.Contains(flags, "O_TRUNC") {
		n.truncate(0)
	}
	d.open[c.result] = &handle{file: n}
}

func (d *disk) rename(c call, from, to int, keep bool) {
	a, ok := d.within(c, from)
	b, also := d.within(c, to)
	if !ok || !also {
		return
	}
	n := d.names[a]
	d.named(func(names map[string]*inode) {
		names[b] = n
		if !keep {
			delete(names, a)
		}
	})
}

func (d *disk) unlink(c call, i int) {
	if name, ok := d.within(c, i); ok {
		d.named(func(names map[string]*inode) { delete(names, name) })
	}
}

// named changes the folder, for now.
func (d *disk) named(change func(map[string]*inode)) {
	change(d.names)
	d.renames = append(d.renames, change)
}

func clone(names map[string]*inode) map[string]*inode {
	out := make(map[string]*inode, len(names))
	for k, v := range names {
		out[k] = v
	}
	return out
}

func (n *inode) write(at int64, data []byte) {
	n.pending = append(n.pending, change{at, data})
	n.size = max(n.size, at+int64(len(data)))
}

func (n *inode) truncate(size int64) {
	n.pending = append(n.pending, change{at: size})
	n.size = size
}

// now is the file with all that has been written.
func (n *inode) now() []byte {
	out := slices.Clone(n.sure)
	for _, c := range n.pending {
		out = c.onto(out)
	}
	return out
}

func (c change) onto(b []byte) []byte {
	end := c.at + int64(len(c.data))
	if c.data == nil && end < int64(len(b)) {
		return b[:end]
	}
	if end > int64(len(b)) {
		b = append(b, make([]byte, end-int64(len(b)))...)
	}
	copy(b[c.at:], c.data)
	return b
}

// underWay says whether anything is on its way to the disk.
func (d *disk) underWay() bool {
	for _, n := range d.names {
		if len(n.pending) > 0 {
			return true
		}
	}
	return false
}

// cut writes what the disk may hold after the power went to a folder.
func (d *disk) cut(rng *rand.Rand, into string) {
	names := clone(d.sure)
	for _, rename := range d.renames[:rng.IntN(len(d.renames)+1)] {
		rename(names)
	}
	for _, name := range sorted(names) {
		must(os.WriteFile(filepath.Join(into, name), names[name].torn(rng), 0o600))
	}
}

func sorted(names map[string]*inode) []string {
	out := make([]string, 0, len(names))
	for name := range names {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// sector is what a disk writes whole or not at all.
const sector = 512

// torn is a file of which any sectors that were written since it was flushed
// have reached the disk, in any order.
func (n *inode) torn(rng *rand.Rand) []byte {
	var chance float64 // that a sector has
	switch rng.IntN(4) {
	case 0: // none
	case 1:
		chance = 1
	case 2: // but for a few
		chance = 0.9
	default:
		chance = rng.Float64()
	}
	upTo := len(n.pending)
	if rng.IntN(3) == 0 { // and nothing after some moment
		upTo = rng.IntN(upTo + 1)
	}
	junk := rng.IntN(2) == 0 // a file may grow before what is in it is written
	out := slices.Clone(n.sure)
	for _, c := range n.pending[:upTo] {
		if c.data == nil {
			if rng.Float64() < chance {
				out = c.onto(out)
			}
			continue
		}
		for at := int64(0); at < int64(len(c.data)); {
			next := min(int64(len(c.data)), at+sector-(c.at+at)%sector)
			piece := change{c.at + at, c.data[at:next]}
			if rng.Float64() < chance {
				out = piece.onto(out)
			} else if junk && rng.IntN(2) == 0 {
				out = grown(rng, out, piece)
			}
			at = next
		}
	}
	return out
}

// grown is a file that is as long as if a piece had been written, with what
// happened to lie on the disk.
func grown(rng *rand.Rand, b []byte, piece change) []byte {
	for end := piece.at + int64(len(piece.data)); int64(len(b)) < end; {
		b = append(b, byte(rng.Uint32()))
	}
	return b
}
