// Package grid is the program's list of rows and columns: a sticky header, rows that
// are drawn only while in view, selection by key, and cells that are written in. It
// knows no domain: a Source in, On… callbacks out (hooks.go).
//
//	g := grid.New(source, columns)   // SetSource, SetColumns, Reload, SetSorts, SetFooter
//	g.OnOpen, g.OnSort = …           // Select, Selected, Range, ShowRow, Focus, BeginEdit
//
// With Cells set the cursor is a cell, as in a spreadsheet, and what is selected is a
// rectangle of them or whole rows: rows by key, columns by ID, so that it stays when the
// list is ordered or filtered anew. Without, the cursor is a row. A Source may have
// headings over groups of rows (groups.go).
package grid

import "itportfoljen/ui/theme"

func px(v float32) float32 { return theme.Px(v) }
