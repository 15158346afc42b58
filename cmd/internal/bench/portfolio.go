package bench

import (
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"time"

	_ "modernc.org/sqlite" // the raw side of the comparison

	"itportfoljen/app"
	"itportfoljen/app/demo"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
)

// opening is reading the whole portfolio, against SQLite reading every row.
func (b *bench) opening(file string, size demo.Size, g *growth) ([]Line, error) {
	ours, theirs, err := pair(rounds(size), func() error {
		p, err := b.s.Open(b.ctx, file, app.ToEdit)
		if err != nil {
			return err
		}
		return p.Close()
	}, func() error { return scanAll(file) })
	g.open = ours
	return []Line{{What: fmt.Sprintf("Öppna portföljen, %s", size), Against: "SQLite läser samma rader", Goal: "≤ 2 ×", Ours: ours, Theirs: theirs, Met: ours <= 2*theirs}}, err
}

// scanAll reads every column of every row that a portfolio is opened with.
func scanAll(file string) error {
	db, err := sql.Open("sqlite", "file:"+file+"?mode=ro")
	if err != nil {
		return err
	}
	defer db.Close()
	tables := []string{"holding", "link"}
	for _, k := range app.Kinds {
		tables = append(tables, k.Name)
	}
	for _, table := range tables {
		if err := scan(db, table); err != nil {
			return err
		}
	}
	return nil
}

func scan(db *sql.DB, table string) error {
	rows, err := db.Query(`SELECT * FROM "` + table + `"`)
	if err != nil {
		return err
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return err
	}
	cells, into := make([]any, len(names)), make([]any, len(names))
	for i := range cells {
		into[i] = &cells[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
	}
	return rows.Err()
}

// saving is one field changed and on the disk, against a SQLite commit of the
// same three rows.
func (b *bench) saving(file string, size demo.Size, _ *growth) ([]Line, error) {
	p, err := b.s.Open(b.ctx, file, app.ToEdit)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	// The file is whole by itself after each commit, as ours is.
	db, err := sql.Open("sqlite", "file:"+b.path("spara.db")+"?_pragma=journal_mode(TRUNCATE)&_pragma=synchronous(FULL)")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	if _, err := db.Exec("CREATE TABLE IF NOT EXISTS t (id TEXT PRIMARY KEY, v TEXT); CREATE TABLE IF NOT EXISTS j (n INTEGER PRIMARY KEY, at TEXT, v TEXT)"); err != nil {
		return nil, err
	}
	id := p.All(system.Kind)[0].ID
	n := 0
	ours, theirs, err := turns(50, func() {}, func() error {
		n++
		_, err := p.SetText(b.ctx, id, field.Column{Field: system.LockIn.Field}, "Inlåsning "+strconv.Itoa(n))
		return err
	}, func() error { return rawSave(db, n) })
	return []Line{{What: fmt.Sprintf("Spara ett fält, %s", size), Against: "SQLite sparar med fsync", Goal: "≤ 2 ×", Ours: ours, Theirs: theirs, Met: ours <= 2*theirs}}, err
}

func rawSave(db *sql.DB, n int) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, q := range []string{"INSERT OR REPLACE INTO t VALUES ('a', ?)", "INSERT INTO j (at, v) VALUES ('2026-11-21', ?)", "INSERT INTO j (at, v) VALUES ('2026-11-22', ?)"} {
		if _, err := tx.Exec(q, strconv.Itoa(n)); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// frame is how long a picture stands on a screen.
const frame = 16 * time.Millisecond

// sifting is the slowest keystroke of a search: filtered, sorted and the
// visible rows as text.
func (b *bench) sifting(file string, size demo.Size, g *growth) ([]Line, error) {
	p, err := b.s.Open(b.ctx, file, app.ToEdit)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	l := view.New(p, system.Kind)
	l.Sort(view.Order{Column: field.Column{Field: system.Name.Field}})
	l.Texts().Prepare()
	goal, limit := "< 16 ms", frame
	if size == demo.XL {
		goal, limit = "< 50 ms", 50*time.Millisecond
	}
	for _, query := range []string{"l", "lö", "lön", "lönesystem", "lönesystem vis", ""} {
		t, err := shortest(2*rounds(size)+1, func() {}, func() error { l.Search(query); draw(l); return nil })
		if err != nil {
			return nil, err
		}
		g.sift = max(g.sift, t)
	}
	return []Line{{What: fmt.Sprintf("Tangent till filtrerad lista, %s", size), Against: "en bildruta, 16 ms", Goal: goal, Ours: g.sift, Theirs: frame, Met: g.sift < limit}}, nil
}

// draw makes the text of what a tall window shows.
func draw(l *view.List) {
	rows := l.Rows()
	for _, r := range rows[:min(60, len(rows))] {
		for _, c := range l.Columns() {
			_ = l.Text(r, c)
		}
	}
}

// memory is what an open portfolio takes, and a headless import at its peak.
func (b *bench) memory(file string, size demo.Size, _ *growth) ([]Line, error) {
	before := live()
	p, err := b.s.Open(b.ctx, file, app.ToEdit)
	if err != nil {
		return nil, err
	}
	l := view.New(p, system.Kind)
	l.Texts().Prepare()
	open := live() - before
	runtime.KeepAlive(l)
	if err := p.Close(); err != nil {
		return nil, err
	}
	lines := []Line{{What: fmt.Sprintf("Minne, öppen portfölj och lista, %s", size), Goal: "< 250 MB", Note: megabytes(open), Met: open < 250<<20}}
	peak, err := b.importPeak()
	if err != nil || peak == 0 {
		return lines, err
	}
	return append(lines, Line{What: fmt.Sprintf("Minne som mest, import av %s", size), Goal: "< 150 MB", Note: megabytes(peak), Met: peak < 150<<20}), nil
}

func live() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// importPeak imports in a process of its own and gives the most memory that it
// had, 0 where the system doesn't tell.
func (b *bench) importPeak() (int64, error) {
	self, err := os.Executable()
	if err != nil {
		return 0, err
	}
	file := b.path("minne.itp")
	if err := create(b, file); err != nil {
		return 0, err
	}
	cmd := exec.CommandContext(b.ctx, self, "import", file, b.path("ut.xlsx"))
	peak, err := runPeak(cmd)
	if err != nil {
		return 0, fmt.Errorf("bench: import: %w", err)
	}
	return peak, nil
}

func create(b *bench, file string) error {
	_ = os.Remove(file)
	p, err := b.s.Create(b.ctx, file, app.Beginning{Municipality: "Prov", Model: b.s.Models()[0].Data})
	if err != nil {
		return err
	}
	return p.Close()
}
