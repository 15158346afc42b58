// Package grid is the program's list of rows and columns: a sticky header, rows that
// are drawn only while in view, selection by key, and cells that are written in. It
// knows no domain: a Source in, On… callbacks out.
//
//	g := grid.New(source, columns)   // SetSource, SetColumns, Reload, SetSort, SetFooter
//	g.OnOpen, g.OnSort = …           // Select, Selected, ShowRow, Focus, BeginEdit
//
// With Cells set the keyboard goes from cell to cell, as in a table in a form.
package grid

import "itportfoljen/ui/theme"

func px(v float32) float32 { return theme.Px(v) }
