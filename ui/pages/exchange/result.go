package exchange

import (
	"context"
	"path/filepath"
	"strconv"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
)

// saveResult writes what happened to each row as a workbook.
func (in *importer) saveResult(res *intake.Result, path string) {
	s := in.s
	book := resultBook(s.Portfolio(), res, filepath.Base(path))
	name := texts.T("exchange.result.name", s.Portfolio().Today().String())
	s.SaveFile(shell.NewFile{Title: texts.T("exchange.done.save"), Kind: shell.FileKind{formatExcel}, Name: name}, shell.Writing{Key: "exchange.write",
		Write: func(ctx context.Context, path string, report async.Progress) error {
			return s.Services.WriteBook(ctx, path, book, func(f float64) { report(f, "") })
		}})
}

// resultBook lists every row with what happened, and every remark.
func resultBook(p *app.Portfolio, res *intake.Result, name string) sheet.OutBook {
	parts := res.Sheets
	if len(parts) == 0 {
		parts = []*intake.Result{res}
	}
	column := func(id string, width float64) sheet.Column {
		return sheet.Column{Heading: texts.T("exchange.result." + id), Width: width}
	}
	rows := sheet.Out{Name: texts.T("exchange.result.rows"), Columns: []sheet.Column{
		column("sheet", 20), column("row", 8), column("status", 14), column("ref", 13), column("name.column", 34), column("what", 80)},
		Each: func(yield func([]sheet.Cell) error) error {
			for _, part := range parts {
				for i := range part.Rows {
					r := &part.Rows[i]
					ref := r.Ref
					if made := p.Get(r.Record); ref == "" && made != nil {
						ref = made.Ref
					}
					cells := []sheet.Cell{sheet.Str(part.Sheet), number(r.Number), sheet.Str(r.Status.Label()), sheet.Str(ref), sheet.Str(r.Name), sheet.Str(whatOf(r))}
					if err := yield(cells); err != nil {
						return err
					}
				}
			}
			return nil
		}}
	issues := sheet.Out{Name: texts.T("exchange.result.issues"), Columns: []sheet.Column{
		column("sheet", 20), column("row", 8), column("column", 24), column("value", 30), column("message", 90)},
		Each: func(yield func([]sheet.Cell) error) error {
			for _, part := range parts {
				for _, i := range append(append([]ask.Issue{}, part.Errors...), part.Remarks...) {
					if err := yield([]sheet.Cell{sheet.Str(part.Sheet), number(i.Row), sheet.Str(i.Column), sheet.Str(i.Value), sheet.Str(i.Message)}); err != nil {
						return err
					}
				}
			}
			return nil
		}}
	unread := sheet.Out{Name: texts.T("exchange.view.unread"), Columns: []sheet.Column{
		column("sheet", 20), {Heading: texts.T("exchange.unread.part"), Width: 12}, {Heading: texts.T("exchange.unread.name"), Width: 30}, column("message", 90)},
		Each: func(yield func([]sheet.Cell) error) error {
			for _, u := range res.Unread {
				if err := yield([]sheet.Cell{sheet.Str(u.Sheet), sheet.Str(texts.T("exchange.unread." + string(u.Part))), sheet.Str(u.Name), sheet.Str(text.Capital(u.Why))}); err != nil {
					return err
				}
			}
			return nil
		}}
	return sheet.OutBook{Title: texts.T("exchange.label", name), Sheets: []sheet.Out{rows, issues, unread}}
}

func number(n int) sheet.Cell {
	if n == 0 {
		return sheet.Cell{}
	}
	return sheet.Dec(strconv.Itoa(n), float64(n))
}
