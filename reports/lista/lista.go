// Package lista prints a list as the window shows it.
package lista

import (
	"context"

	"itportfoljen/app"
	"itportfoljen/app/base/draw"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// manyColumns are easier to read on paper that lies down.
const manyColumns = 5

// Build lays out a table. What there is no room for beside the rest goes on in a table of its
// own, with the rows' names. Errors are as those of a report.
func Build(ctx context.Context, w report.World, t app.Paper) (*pdf.Doc, error) {
	r := report.Report{Info: report.Info{Name: "lista", Title: t.Title}, Write: func(j *report.Job) (*pdf.Doc, error) {
		doc := j.Doc(t.Title, len(t.Columns) > manyColumns)
		doc.Head(j.Over(), j.Title(t.Title), report.Joined(" · ", t.Under, report.Day(j.Date)))
		doc.Table(table(t))
		if t.Note != "" {
			doc.Note(t.Note)
		}
		return doc, nil
	}}
	return r.Build(w, report.Options{Printed: true, Context: ctx})
}

func table(t app.Paper) pdf.Table {
	out := pdf.Table{Dense: true, Size: 8, Summary: t.Title}
	for i, c := range t.Columns {
		col := pdf.Col{Head: c.Head, RowHead: i == name(t)}
		if c.Right {
			col.Align = draw.Right
		}
		out.Cols = append(out.Cols, col)
	}
	for _, r := range t.Rows {
		switch {
		case r.Heading:
			out.Rows = append(out.Rows, pdf.GroupRow(r.Cells[0]))
		case r.Sum:
			out.Rows = append(out.Rows, pdf.SumRow(pdf.Cells(r.Cells...)...))
		default:
			out.Rows = append(out.Rows, pdf.R(pdf.Cells(r.Cells...)...))
		}
	}
	return out
}

// name is the column that names the rows: the first, or the next where that has a reference.
func name(t app.Paper) int {
	if len(t.Columns) > 1 && t.Columns[0].Head == "Ref" {
		return 1
	}
	return 0
}
