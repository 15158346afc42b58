//go:build linux

package torture

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"syscall"
)

// kilobytesLeft is how much room there is on a full disk, in twenty sizes.
var kilobytesLeft = []int64{0, 4, 8, 12, 16, 20, 24, 32, 40, 48, 64, 80, 96, 128, 192, 256, 384, 512, 768, 1024}

// fullDisks does everything on disks with less and less room.
func (r *rig) fullDisks() []*Line {
	l := &Line{What: fmt.Sprintf("Full disk: %d storlekar × %d åtgärder", len(kilobytesLeft), len(operations))}
	disk := filepath.Join(r.dir, "disk")
	must(os.Mkdir(disk, 0o700))
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=8m"); err != nil {
		l.Skipped = fmt.Sprintf("en liten disk går inte att montera (det kräver root): %v", err)
		return []*Line{l}
	}
	defer func() { must(syscall.Unmount(disk, syscall.MNT_DETACH)) }()
	refused := 0
	for _, op := range operations {
		for _, left := range kilobytesLeft {
			if r.picked(0.03) {
				refused += count(r.onFullDisk(l, op, disk, left<<10))
			}
		}
	}
	l.Note = fmt.Sprintf("%d nekades", refused)
	return []*Line{l}
}

// room for whoever says that the disk is full, and what mustn't be said then.
var (
	saysFull   = regexp.MustCompile(`plats|utrymme`)
	saysAmiss  = regexp.MustCompile(`kan bara läsas|bara går att läsa|skadad|behörighet|inte en IT-portfölj|[Ii]nternt fel|Något gick fel`)
	saysDamage = regexp.MustCompile(`skadad|inte en IT-portfölj|[Ii]nternt fel|Något gick fel|plats på disken`)
)

// onFullDisk does an operation with so many bytes left, and says whether it was
// refused.
func (r *rig) onFullDisk(l *Line, op operation, disk string, left int64) (refused bool) {
	dir, lost := filepath.Join(disk, "rum"), l.Lost
	must(os.Mkdir(dir, 0o700))
	defer os.RemoveAll(dir)
	r.furnish(dir)
	filling := filepath.Join(disk, "fyllning")
	fill(filling, left)
	a := r.run(dir, op.args...)
	must(os.Remove(filling))
	l.Times++
	where := fmt.Sprintf("%s med %d kB kvar: %v", op.name, left>>10, a)
	switch {
	case a.code != 0 && a.code != 1 && a.code != 3:
		r.lost(l, where, "svaret är %d", a.code)
	case a.code == 1 && op.reading:
		r.lost(l, where, "läsning nekas")
	case a.code == 1 && !saysFull.MatchString(a.errs):
		r.lost(l, where, "ingenting om att det är fullt")
	case a.code != 0 && saysAmiss.MatchString(a.errs):
		r.lost(l, where, "fel orsak")
	}
	r.tidy(l, dir, append(theRest, "a.itp", op.out)...)
	r.judge(l, op, dir, a)
	r.usable(l, filepath.Join(dir, "a.itp"))
	if l.Lost > lost {
		r.lostWhere(where)
	}
	return a.code == 1
}

// lostWhere tells what it was that went wrong.
func (r *rig) lostWhere(where string) { fmt.Fprintf(r.o.Tell, "      vid %s\n", where) }

// fill fills a disk but for some bytes.
func fill(path string, left int64) {
	f, err := os.Create(path)
	must(err)
	defer f.Close()
	for err == nil {
		_, err = f.Write(make([]byte, 4096))
	}
	info, err := f.Stat()
	must(err)
	must(f.Truncate(max(0, info.Size()-left)))
}
