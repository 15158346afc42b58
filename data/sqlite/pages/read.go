package pages

import (
	"context"
	"encoding/binary"
	"io"
	"maps"
	"slices"
)

// Standing says how a page is held by the file.
type Standing int

// The standings, the best first.
const (
	Reached Standing = iota // by the tree of a table
	Stray                   // by nothing that could be read
	Dead                    // it is free to be used again: what it holds is old
)

// Row is a row that was found.
type Row struct {
	Page     int64
	Standing Standing
	Table    string // whose tree reaches the page; "" when none does. It may be another's
	Rowid    int64  // 0 in a table without
	Index    bool   // it is of an index or of a table without rowids
	Values   []any  // nil, int64, string or []byte
}

// Read gives every sound row to see: first those that are reached by the trees,
// then others, then those of pages that are free. It stops at an error of see.
func Read(ctx context.Context, at io.ReaderAt, size int64, see func(Row) error) (Info, error) {
	return ReadRooted(ctx, at, size, nil, see)
}

// ReadRooted is Read for who knows where the trees of some tables begin, should the
// file no longer say it.
func ReadRooted(ctx context.Context, at io.ReaderAt, size int64, known map[string]int64, see func(Row) error) (Info, error) {
	f, info, err := open(ctx, at, size)
	if err != nil {
		return info, err
	}
	f.walk(&info, known)
	f.free(&info)
	for _, s := range []Standing{Reached, Stray, Dead} {
		for n := int64(1); n <= f.count; n++ {
			if info.standing(n) != s {
				continue
			}
			if err := ctx.Err(); err != nil {
				return info, err
			}
			if err := f.rows(n, &info, see); err != nil {
				return info, err
			}
		}
	}
	info.Unread = int64(len(f.unread))
	return info, nil
}

func (i *Info) standing(n int64) Standing {
	switch {
	case i.ours[n] > 0:
		return Reached
	case i.deadPages[n]:
		return Dead
	}
	return Stray
}

// Whole says that all of a table is there: every page of its tree, and every row that
// they say that they have.
func (i *Info) Whole(table string) bool {
	at := slices.Index(i.names, table)
	return at > 0 && !i.holes[at]
}

func (f *file) rows(n int64, info *Info, see func(Row) error) error {
	p := f.page(n)
	k := p.kind()
	found := 0
	if k == tableInside {
		found = len(p.pointers())
	}
	for c := range p.cells() {
		info.Rows++
		found++
		r := Row{Page: n, Standing: info.standing(n), Table: info.names[info.ours[n]], Rowid: c.rowid, Index: k != tableLeaf, Values: c.values}
		if err := see(r); err != nil {
			return err
		}
	}
	if found != p.declared() {
		info.holes[info.ours[n]] = true
	}
	return nil
}

// schemaTable is what the table of tables is called.
const schemaTable = "sqlite_schema"

// mostTables is how many trees are followed.
const mostTables = 1000

// walk follows the trees, each page once.
func (f *file) walk(info *Info, known map[string]int64) {
	info.ours = make([]uint16, f.count+1)
	info.names = []string{"", schemaTable}
	info.holes = make([]bool, len(info.names))
	f.follow(info, 1, 1)
	type root struct {
		name string
		page int64
	}
	var roots []root
	for n := int64(1); n <= f.count; n++ {
		if info.ours[n] != 1 {
			continue
		}
		p, found := f.page(n), 0
		for c := range p.cells() {
			found++
			if v := c.values; len(v) == 5 && len(roots) < mostTables {
				name, _ := v[1].(string)
				if at, ok := v[3].(int64); ok && name != "" {
					roots = append(roots, root{name, at})
				}
			}
		}
		if p.kind() != tableInside && found < p.declared() {
			info.holes[1] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(known)) {
		if info.holes[1] && !slices.ContainsFunc(roots, func(r root) bool { return r.name == name || r.page == known[name] }) {
			roots = append(roots, root{name, known[name]})
		}
	}
	for _, r := range roots {
		info.names, info.holes = append(info.names, r.name), append(info.holes, false)
		f.follow(info, r.page, uint16(len(info.names)-1))
	}
}

// follow marks the pages of the tree with a root as a table's.
func (f *file) follow(info *Info, root int64, table uint16) {
	todo := []int64{root}
	for len(todo) > 0 {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if n < 1 || n > f.count || info.ours[n] != 0 {
			info.holes[table] = true
			continue
		}
		p := f.page(n)
		if p.kind() == 0 {
			info.holes[table] = true
			continue
		}
		info.ours[n] = table
		todo = append(todo, p.children()...)
	}
}

// free finds the pages that the file has no use for.
func (f *file) free(info *Info) {
	info.deadPages = map[int64]bool{}
	if !info.Head {
		return
	}
	head := f.page(1)
	if len(head.data) < headSize {
		return
	}
	next := int64(binary.BigEndian.Uint32(head.data[32:]))
	for next >= 1 && next <= f.count && !info.deadPages[next] && info.ours[next] == 0 {
		info.deadPages[next] = true
		data := f.page(next).data
		if len(data) < 8 {
			return
		}
		n := int(binary.BigEndian.Uint32(data[4:]))
		for i := 0; i < n && 8+4*i+4 <= len(data); i++ {
			info.deadPages[int64(binary.BigEndian.Uint32(data[8+4*i:]))] = true
		}
		next = int64(binary.BigEndian.Uint32(data))
	}
}
