package main

import (
	"bytes"
	"database/sql"
	"encoding/csv"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"itportfoljen/app"
)

// workbook OUT.xlsx SHEET.csv [PASSWORD] makes a workbook of a table, where numbers
// become numbers. A line "== Name" begins a sheet, and "== Name hidden" one that is hidden.
func workbook(ts *testscript.TestScript, neg bool, args []string) {
	positive(ts, neg, "workbook")
	if len(args) < 2 || len(args) > 3 {
		ts.Fatalf("usage: workbook out.xlsx sheet.csv [password]")
	}
	f := excelize.NewFile()
	defer f.Close()
	sheet, at := "Sheet1", 0
	// By line, since titles and empty rows stand above the table.
	for _, line := range strings.Split(strings.TrimRight(ts.ReadFile(args[1]), "\n"), "\n") {
		if name, ok := strings.CutPrefix(line, "== "); ok {
			sheet, at = beginSheet(ts, f, name, sheet == "Sheet1" && at == 0), 0
			continue
		}
		at++
		cell, err := excelize.CoordinatesToCellName(1, at)
		ts.Check(err)
		row := cellsOf(line)
		ts.Check(f.SetSheetRow(sheet, cell, &row))
	}
	var o excelize.Options
	if len(args) == 3 {
		o.Password = args[2]
	}
	ts.Check(f.SaveAs(ts.MkAbs(args[0]), o))
}

func beginSheet(ts *testscript.TestScript, f *excelize.File, name string, first bool) string {
	name, hidden := strings.CutSuffix(name, " hidden")
	if first {
		ts.Check(f.SetSheetName("Sheet1", name))
	} else {
		_, err := f.NewSheet(name)
		ts.Check(err)
	}
	ts.Check(f.SetSheetVisible(name, !hidden))
	return name
}

func cellsOf(line string) []any {
	r := csv.NewReader(strings.NewReader(line))
	r.Comma = ';'
	cells, _ := r.Read() // none, when the line is empty
	row := make([]any, len(cells))
	for i, s := range cells {
		row[i] = s
		if n, err := strconv.ParseFloat(s, 64); err == nil {
			row[i] = n
		}
	}
	return row
}

// pagesOf are the pages of a file, numbered from 1, but those of some tables and of their indexes.
func pagesOf(ts *testscript.TestScript, name string, spared []string) (out []int) {
	db, err := sql.Open("sqlite", "file:"+name+"?mode=ro")
	ts.Check(err)
	defer db.Close()
	rows, err := db.Query("SELECT name, pageno FROM dbstat ORDER BY pageno")
	ts.Check(err)
	defer rows.Close()
	for rows.Next() {
		var of string
		var at int
		ts.Check(rows.Scan(&of, &at))
		of = strings.TrimPrefix(of, "sqlite_autoindex_")
		if !slices.ContainsFunc(spared, func(s string) bool { return s != "" && (of == s || strings.HasPrefix(of, s+"_")) }) {
			out = append(out, at)
		}
	}
	ts.Check(rows.Err())
	return out
}

// page is how large SQLite's are.
const page = 4096

// spoil HOW FILE [ARGUMENT] does a file harm:
//
//	pages FILE WORD    the pages with the word on them are zeroed
//	every FILE 3 a,b   every third page is zeroed, but none of the tables a and b, nor the schema's
//	noise FILE         all but the beginning and the end is noise
//	newer FILE         it is of a program that isn't made yet
//	cut FILE 2/3       only so much of it is left
func spoil(ts *testscript.TestScript, neg bool, args []string) {
	positive(ts, neg, "spoil")
	args = append(args, "")
	if len(args) < 3 {
		ts.Fatalf("usage: spoil how file [argument]")
	}
	name, argument := ts.MkAbs(args[1]), args[2]
	b, err := os.ReadFile(name)
	ts.Check(err)
	switch args[0] {
	case "pages":
		found := false
		for i := bytes.Index(b, []byte(argument)); i >= 0; i = bytes.Index(b, []byte(argument)) {
			clear(b[i/page*page : min(len(b), (i/page+1)*page)])
			found = true
		}
		if !found {
			ts.Fatalf("%s has no %q", args[1], argument)
		}
	case "every":
		n, err := strconv.Atoi(argument)
		ts.Check(err)
		args = append(args, "")
		spared := append(strings.Split(args[3], ","), "sqlite_schema")
		for i, at := range pagesOf(ts, name, spared) {
			if i%n == n-1 {
				clear(b[(at-1)*page : at*page])
			}
		}
	case "noise":
		for i := 2 * page; i < len(b)-page; i++ {
			b[i] = 0x5a
		}
	case "newer":
		b[62], b[63] = 3, 231 // SQLite keeps user_version there
	case "cut":
		part, of, _ := strings.Cut(argument, "/")
		n, err := strconv.Atoi(part)
		ts.Check(err)
		d, err := strconv.Atoi(of)
		ts.Check(err)
		b = b[:len(b)*n/d]
	default:
		ts.Fatalf("unknown harm %q", args[0])
	}
	ts.Check(os.WriteFile(name, b, 0o600))
}

// runSQL FILE STATEMENT does in a portfolio's tables what the program never does.
func runSQL(ts *testscript.TestScript, neg bool, args []string) {
	positive(ts, neg, "sql")
	if len(args) != 2 {
		ts.Fatalf("usage: sql file statement")
	}
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	defer db.Close()
	_, err = db.Exec(args[1])
	ts.Check(err)
}

// windows is where a script's open portfolios are kept.
type windows struct{}

// openWindow FILE opens a portfolio as the window does, for writing, by Karin;
// close FILE closes it again.
func openWindow(ts *testscript.TestScript, neg bool, args []string) {
	positive(ts, neg, "window")
	open := ts.Value(windows{}).(map[string]*app.Portfolio)
	switch {
	case len(args) == 1:
		p, err := window(ts.MkAbs(args[0]))
		ts.Check(err)
		open[args[0]] = p
		ts.Defer(func() { p.Close() })
	case len(args) == 2 && args[0] == "close" && open[args[1]] != nil:
		ts.Check(open[args[1]].Close())
	default:
		ts.Fatalf("usage: window [close] file")
	}
}
