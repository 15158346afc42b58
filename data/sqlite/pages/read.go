package pages

import (
	"context"
	"encoding/binary"
	"io"
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
	f, info, err := open(ctx, at, size)
	if err != nil {
		return info, err
	}
	f.walk(&info)
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

func (f *file) rows(n int64, info *Info, see func(Row) error) error {
	p := f.page(n)
	k := p.kind()
	for c := range p.cells() {
		info.Rows++
		r := Row{Page: n, Standing: info.standing(n), Table: info.names[info.ours[n]], Rowid: c.rowid, Index: k != tableLeaf, Values: c.values}
		if err := see(r); err != nil {
			return err
		}
	}
	return nil
}

// schemaTable is what the table of tables is called.
const schemaTable = "sqlite_schema"

// mostTables is how many trees are followed.
const mostTables = 1000

// walk follows the trees, each page once.
func (f *file) walk(info *Info) {
	info.ours = make([]uint16, f.count+1)
	info.names = []string{"", schemaTable}
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
		for c := range f.page(n).cells() {
			if v := c.values; len(v) == 5 && len(roots) < mostTables {
				name, _ := v[1].(string)
				if at, ok := v[3].(int64); ok && name != "" {
					roots = append(roots, root{name, at})
				}
			}
		}
	}
	for _, r := range roots {
		info.names = append(info.names, r.name)
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
			continue
		}
		p := f.page(n)
		if p.kind() == 0 {
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
