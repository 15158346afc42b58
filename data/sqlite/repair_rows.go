package sqlite

import (
	"context"
	"database/sql/driver"
	"os"
	"slices"

	"itportfoljen/app/field"
	"itportfoljen/app/journal"
	"itportfoljen/data/files"
	"itportfoljen/data/sqlite/pages"
)

// evidence is all that was found in a damaged file and in copies of it. What comes
// from the file itself goes before what comes from a copy, and what the trees reach
// before what they don't.
type evidence struct {
	of      *Store // of the version that the file is read as
	tables  []*layout
	names   *journal.Names
	summer  summer
	rows    map[field.ID][]*foundRow
	lists   map[field.ID][]foundItem
	entries map[int64][]*foundEntry
	blocks  map[int64][]*foundBlock
	touched map[[2]int64]map[field.ID]bool // entry and ord
	roots   map[string]int64               // where the trees of the journal begin in every file
	last    map[string][]int               // what the file's table of sequences says
	info    pages.Info                     // of the file itself
	strange map[string]bool                // of the file itself: rows of other tables are in that table's tree
	newest  int                            // the newest migration that it has had
	before  map[int]int64                  // the newest entry before a migration, as the file says it
	source  int                            // being read: 0 is the file itself, others are copies
}

// layout is a kind's table as rows hold it.
type layout struct {
	*table
	place []int // per column of the statements, where it stands in a row
	width int
	read  *rowReader
}

// foundRow is a record's row.
type foundRow struct {
	record   *field.Record // without its lists until they are known
	sum      sum
	standing pages.Standing
	source   int
	sound    bool // the record is what was saved, lists included
}

// foundItem is an element of a list.
type foundItem struct {
	key      string
	ord      int64
	holding  field.Holding
	target   field.ID
	isLink   bool
	standing pages.Standing
	source   int
}

func (s *Store) newEvidence(ctx context.Context) (*evidence, error) {
	ev := &evidence{
		of: s, names: s.names, rows: map[field.ID][]*foundRow{}, lists: map[field.ID][]foundItem{}, entries: map[int64][]*foundEntry{},
		blocks: map[int64][]*foundBlock{}, touched: map[[2]int64]map[field.ID]bool{}, last: map[string][]int{}, strange: map[string]bool{}, roots: map[string]int64{}, before: map[int]int64{},
	}
	c, err := connect(ctx, "", memory)
	if err != nil {
		return nil, err
	}
	defer c.close()
	if err := migrate(ctx, c, "", 0, s.options); err != nil {
		return nil, err
	}
	err = c.each(ctx, "SELECT name, rootpage FROM sqlite_schema WHERE name IN ('entry', 'touched')", nil, func(row []driver.Value) error {
		ev.roots[text(row[0])], _ = row[1].(int64)
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, t := range s.tables {
		l := &layout{table: t, read: t.newRowReader()}
		at := map[string]int{}
		err := c.each(ctx, "SELECT name, cid FROM pragma_table_info(?)", []driver.Value{t.kind.Name}, func(row []driver.Value) error {
			n, _ := row[1].(int64)
			at[text(row[0])] = int(n)
			return nil
		})
		if err != nil {
			return nil, err
		}
		l.width = len(at)
		columns := slices.Clone(ownColumns)
		for _, f := range t.scalars {
			columns = append(columns, f.Key)
		}
		for _, name := range columns {
			l.place = append(l.place, at[name])
		}
		ev.tables = append(ev.tables, l)
	}
	return ev, nil
}

// gather reads all that can be read of a file.
func (ev *evidence) gather(ctx context.Context, path string, source int) (pages.Info, error) {
	f, err := os.Open(path)
	if err != nil {
		return pages.Info{}, files.Explain(err, path)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return pages.Info{}, files.Explain(err, path)
	}
	ev.source = source
	return pages.ReadRooted(ctx, f, info.Size(), ev.roots, func(r pages.Row) error {
		ev.row(r)
		return nil
	})
}

// row takes in a row by what it looks like, whichever table it is said to be of.
func (ev *evidence) row(r pages.Row) {
	if ev.source == 0 && (r.Table == "entry" && !isEntry(r.Values) || r.Table == "touched" && !fits(r.Values, "tii")) {
		ev.strange[r.Table] = true
	}
	if r.Index {
		ev.inIndex(r)
		return
	}
	switch v := r.Values; {
	case isEntry(v):
		ev.entry(r)
	case fits(v, "iibb"):
		ev.block(r)
	case fits(v, "-ttt"), fits(v, "-ttt-"), fits(v, "-ttti"):
		if r.Standing != pages.Dead {
			ev.migration(r)
		}
	default:
		ev.record(r)
	}
}

// migration takes in the row of one. Where two say otherwise the least is believed.
func (ev *evidence) migration(r pages.Row) {
	number := int(r.Rowid)
	ev.newest = max(ev.newest, number)
	if len(r.Values) < 5 || number < marksEntry {
		return
	}
	if at, said := r.Values[4].(int64); said && at > 0 {
		if known, found := ev.before[number]; !found || at < known {
			ev.before[number] = at
		}
	}
}

func isEntry(v []any) bool { return fits(v, "-tttttbibt") || fits(v, "-tttttb-bt") }

// fits compares a row's values with a form: -, i, t or b for each; in small letters
// as they must be.
func fits(values []any, form string) bool {
	if len(values) != len(form) {
		return false
	}
	for i, v := range values {
		if letter(v) != form[i] {
			return false
		}
	}
	return true
}

func letter(v any) byte {
	switch v.(type) {
	case nil:
		return '-'
	case int64:
		return 'i'
	case string:
		return 't'
	}
	return 'b'
}

func (ev *evidence) inIndex(r pages.Row) {
	v := r.Values
	switch {
	case fits(v, "tii"):
		entry, ord := v[1].(int64), v[2].(int64)
		at := [2]int64{entry, ord}
		if ev.touched[at] == nil {
			ev.touched[at] = map[field.ID]bool{}
		}
		ev.touched[at][field.ID(text(v[0]))] = true
	case fits(v, "ttit"):
		ev.item(text(v[0]), foundItem{key: text(v[1]), ord: v[2].(int64), target: field.ID(text(v[3])), isLink: true}, r)
	case len(v) == 6 && fits(v[:4], "ttit"):
		h, err := readHolding([]driver.Value{nil, nil, v[3], v[4], v[5]}, map[string]field.ID{})
		if err == nil {
			ev.item(text(v[0]), foundItem{key: text(v[1]), ord: v[2].(int64), holding: h}, r)
		}
	case fits(v, "ti") && r.Table == "sequence" && ev.source == 0:
		ev.last[text(v[0])] = append(ev.last[text(v[0])], int(v[1].(int64)))
	}
}

func (ev *evidence) item(owner string, it foundItem, r pages.Row) {
	it.standing, it.source = r.Standing, ev.source
	id := field.ID(owner)
	for _, known := range ev.lists[id] {
		if known.key == it.key && known.ord == it.ord && known.holding == it.holding && known.target == it.target && known.isLink == it.isLink {
			return
		}
	}
	ev.lists[id] = append(ev.lists[id], it)
}

// record takes in a row that may be a record's, of the kinds that it can be of. The
// sum, once the lists are there, says whether it is.
func (ev *evidence) record(r pages.Row) {
	for _, l := range ev.tables {
		// A row from before a column was added is shorter; only its tree tells of what.
		if len(r.Values) != l.width && (r.Table != l.kind.Name || len(r.Values) > l.width) || len(r.Values) <= len(ownColumns) {
			continue
		}
		row := make([]driver.Value, len(l.place))
		for i, at := range l.place {
			if at < len(r.Values) {
				row[i] = r.Values[at]
			}
		}
		if text(row[0]) == "" {
			continue
		}
		rec, s, err := l.read.record(row)
		if err != nil {
			continue
		}
		ev.add(&foundRow{record: rec, sum: s, standing: r.Standing, source: ev.source})
	}
}

func (ev *evidence) add(r *foundRow) {
	id := r.record.ID
	for _, known := range ev.rows[id] {
		if known.sum == r.sum && known.record.Same(r.record) {
			return
		}
	}
	ev.rows[id] = append(ev.rows[id], r)
}
