package bench

import (
	"bufio"
	"database/sql"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"itportfoljen/app"
	"itportfoljen/app/demo"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// columns is how many the measured workbook has.
const columns = 30

// exporting is the systems as a workbook, against the library's stream writer
// with the same cells.
func (b *bench) exporting(file string, size demo.Size, g *growth) ([]Line, error) {
	p, err := b.s.Open(b.ctx, file, app.ToEdit)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	all := p.All(system.Kind)
	systems := export.Table(p, system.Kind, fullest(p, export.Columns(p, system.Kind, all, nil), all), all)
	ours, theirs, err := pair(rounds(size), func() error {
		return b.s.WriteBook(b.ctx, b.path("ut.xlsx"), sheet.OutBook{Sheets: []sheet.Out{systems}}, nil)
	}, func() error { return streamRaw(b.path("rå.xlsx"), systems) })
	g.export = ours
	return []Line{{What: fmt.Sprintf("Skriva .xlsx, %s × %d", count(g.systems), columns), Against: "bibliotekets strömskrivare", Goal: "≤ 1,3 ×", Ours: ours, Theirs: theirs, Met: ours.Seconds() <= 1.3*theirs.Seconds()}}, err
}

// fullest are the columns that most systems have something in, as many as the measured
// workbook has besides the reference and in their order: a field that is new, and empty,
// moves no yardstick.
func fullest(w field.World, all []field.Column, of []*field.Record) []field.Column {
	filled := map[field.Column]int{}
	for _, c := range all {
		for _, r := range of {
			if !field.IsEmpty(c.Field.Value(w, r, c.Year)) {
				filled[c]++
			}
		}
	}
	most := slices.Clone(all)
	slices.SortStableFunc(most, func(a, b field.Column) int { return filled[b] - filled[a] })
	most = most[:min(columns-1, len(most))]
	return slices.DeleteFunc(slices.Clone(all), func(c field.Column) bool { return !slices.Contains(most, c) })
}

func streamRaw(path string, out sheet.Out) error {
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	heads := make([]any, len(out.Columns))
	for i, c := range out.Columns {
		heads[i] = c.Heading
	}
	if err := w.SetRow("A1", heads); err != nil {
		return err
	}
	n := 1
	values := make([]any, len(heads))
	err = out.Each(func(cells []sheet.Cell) error {
		n++
		for i, c := range cells {
			switch c.Kind {
			case sheet.Empty:
				values[i] = nil
			case sheet.Number:
				values[i] = c.Num
			case sheet.Date:
				values[i] = c.Date.Time()
			default:
				values[i] = c.Text
			}
		}
		at, err := excelize.CoordinatesToCellName(1, n)
		if err != nil {
			return err
		}
		return w.SetRow(at, values)
	})
	if err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	to, err := os.Create(path)
	if err != nil {
		return err
	}
	defer to.Close()
	buffered := bufio.NewWriter(to)
	if err := f.Write(buffered); err != nil {
		return err
	}
	if err := buffered.Flush(); err != nil {
		return err
	}
	return to.Sync()
}

// importing is a workbook that is read, planned and saved, against the
// library's row iterator and inserting the rows as they are.
func (b *bench) importing(_ string, size demo.Size, g *growth) ([]Line, error) {
	book := b.path("ut.xlsx")
	ours, theirs, err := pair(rounds(size), func() error { return b.importOnce(book) }, func() error { return insertRaw(book, b.path("rå.db")) })
	g.intake = ours
	return []Line{{What: fmt.Sprintf("Importera .xlsx, %s × %d", count(g.systems), columns), Against: "radläsare + INSERT", Goal: "≤ 1,5 ×", Ours: ours, Theirs: theirs, Met: ours.Seconds() <= 1.5*theirs.Seconds()}}, err
}

func (b *bench) importOnce(book string) error {
	file := b.path("in.itp")
	if err := create(b, file); err != nil {
		return err
	}
	p, err := b.s.Open(b.ctx, file, app.ToEdit)
	if err != nil {
		return err
	}
	defer p.Close()
	read, err := b.s.ReadBook(b.ctx, book, nil)
	if err != nil {
		return err
	}
	plan, err := intake.Plan(b.ctx, p, read, intake.Options{}, nil)
	if err != nil {
		return err
	}
	_, err = p.Apply(b.ctx, "Import", plan.Changes)
	return err
}

func insertRaw(book, file string) error {
	for _, suffix := range []string{"", "-wal", "-shm"} {
		_ = os.Remove(file + suffix)
	}
	db, err := sql.Open("sqlite", "file:"+file+"?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)")
	if err != nil {
		return err
	}
	defer db.Close()
	f, err := excelize.OpenFile(book)
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := f.Rows(f.GetSheetName(0))
	if err != nil {
		return err
	}
	defer rows.Close()
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	names := make([]string, columns)
	for i := range names {
		names[i] = fmt.Sprintf("c%d", i)
	}
	if _, err := tx.Exec("CREATE TABLE t (" + strings.Join(names, ", ") + ")"); err != nil {
		return err
	}
	insert, err := tx.Prepare("INSERT INTO t VALUES (?" + strings.Repeat(", ?", columns-1) + ")")
	if err != nil {
		return err
	}
	values := make([]any, columns)
	for rows.Next() {
		cells, err := rows.Columns()
		if err != nil {
			return err
		}
		clear(values)
		for i, c := range cells[:min(columns, len(cells))] {
			values[i] = c
		}
		if _, err := insert.Exec(values...); err != nil {
			return err
		}
	}
	if err := rows.Error(); err != nil {
		return err
	}
	return tx.Commit()
}
