package exchange

import (
	"context"
	"errors"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

var errOld = errors.New("the portfolio has changed since the plan was made")

// applied is what was written, and why no copy of what was before could be
// kept: that is told and stops nothing, unless the portfolio is damaged.
type applied struct {
	entry    app.Entry
	uncopied error
}

// apply keeps a copy and writes the plan as one entry, unless the portfolio has
// changed since the preview: then it is planned again and shown.
func (in *importer) apply() {
	if !in.ready() || in.applying != "" && in.s.Runner.Busy("exchange.apply") {
		return
	}
	p, res, version := in.s.Portfolio(), in.res, in.version
	label := texts.T("exchange.label", filepath.Base(in.path))
	in.applying = label
	in.s.Progress(texts.T("exchange.applying"), "exchange.apply", func(ctx context.Context, report async.Progress) (any, error) {
		report(-1, texts.N("exchange.applying.rows", res.New+res.Changed))
		did := applied{}
		if in.s.Services.KeepCopy != nil {
			_, did.uncopied = in.s.Services.KeepCopy(ctx, p, app.CopyImport)
		}
		if fault.CodeOf(did.uncopied) == fault.Damaged {
			return did, nil
		}
		if p.Version() != version {
			return nil, errOld
		}
		var err error
		did.entry, err = p.Apply(app.From(ctx, texts.T("exchange.origin", filepath.Base(in.path))), label, res.Changes)
		return did, err
	}, func(v any, err error) {
		switch {
		case errors.Is(err, errOld):
			in.applying = ""
			in.replan()
			in.s.Problem(texts.T("exchange.old"))
		case err != nil:
			in.applying = ""
			in.s.Fail(err)
			in.replan()
		default:
			did := v.(applied)
			if in.s.CopyTried(did.uncopied); did.entry.Number == 0 {
				in.applying = ""
				return
			}
			in.finish(did.entry)
		}
	})
}

// finish shows what happened. The event of the change may come before the
// answer; the second of them does nothing.
func (in *importer) finish(e app.Entry) {
	if in.applying == "" {
		return
	}
	in.applying = ""
	counts := countsOf(in.res)
	in.remember(counts)
	in.goTo(stepDone)
	in.show(newDoneView(in, e))
	in.s.ToastUndo(texts.T("exchange.done.toast", counts), e)
	in.s.RefreshHeader()
}

// newDoneView is the last step: what happened, and what one may do now.
func newDoneView(in *importer, e app.Entry) fyne.CanvasObject {
	res, path, p := in.res, in.path, in.s.Portfolio()
	undo := widgets.NewButton(texts.T("exchange.done.undo"), nil).WithIcon("undo-2")
	undo.OnTapped(func() {
		if !p.IsNext(e.Number, true) {
			in.s.Problem(texts.T("exchange.done.late"))
			return
		}
		in.s.UndoEntry(e)
		undo.Disable()
	})
	buttons := []fyne.CanvasObject{}
	if show := in.showButton(res); show != nil {
		buttons = append(buttons, show)
	}
	buttons = append(buttons, undo, widgets.NewButton(texts.T("exchange.done.save"), func() { in.saveResult(res, path) }).WithIcon("save"),
		widgets.NewButton(texts.T("exchange.done.again"), in.restart))
	rows := []fyne.CanvasObject{widgets.NewBanner(widgets.Good, texts.T("exchange.done.text", countsOf(res), filepath.Base(path)), "", nil)}
	facts := widgets.VStack(8)
	add := func(word, said string, style widgets.Style) {
		facts.Add(widgets.HStack(10, widgets.MinSize(96, 0, widgets.NewPill(word, style)), widgets.NewText(said, widgets.Normal)))
	}
	fact := func(id string, n int, style widgets.Style) {
		if n > 0 {
			add(texts.T("exchange.word."+id), texts.N("exchange.fact."+id, n), style)
		}
	}
	fact("new", res.New, widgets.Good)
	fact("changed", res.Changed, widgets.Info)
	fact("unchanged", res.Unchanged, widgets.Neutral)
	fact("skipped", len(res.Skipped()), widgets.Warn)
	for _, m := range res.Made {
		if n := len(m.Names); n > 0 {
			add(m.Kind.Fresh(), texts.T("exchange.fact.made", text.Plural(n, m.Kind.One, m.Kind.Many)), widgets.Good)
		}
	}
	fact("errors", len(res.Errors), widgets.Bad)
	fact("remarks", len(res.Remarks), widgets.Warn)
	fact("questions", unanswered(res), widgets.Warn)
	rows = append(rows, widgets.NewCard(texts.T("exchange.done.title"), "", facts), widgets.HStack(10, buttons...))
	if in.signature != "" && !kept(in.opts).empty() {
		rows = append(rows, widgets.NewParagraph(texts.T("exchange.done.remembered"), widgets.Muted))
	}
	return container.NewVScroll(widgets.Inset(8, 22, 22, 22, widgets.MaxWidth(860, widgets.VStack(14, rows...))))
}

// showButton lists what was read, when its kind has a page.
func (in *importer) showButton(res *intake.Result) fyne.CanvasObject {
	for _, part := range append([]*intake.Result{}, in.parts()...) {
		if part.Kind == nil || part.Kind.Page == "" {
			continue
		}
		var ids []field.ID
		for _, r := range part.Rows {
			if (r.Status == intake.New || r.Status == intake.Changed) && r.Record != "" {
				ids = append(ids, r.Record)
			}
		}
		if len(ids) > 0 {
			return widgets.NewPrimary(texts.T("exchange.done.show"), func() {
				in.s.ShowRecords(part.Kind, texts.T("exchange.done.shown", filepath.Base(in.path)), ids)
			})
		}
	}
	return nil
}

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
	return sheet.OutBook{Title: texts.T("exchange.label", name), Sheets: []sheet.Out{rows, issues}}
}

func number(n int) sheet.Cell {
	if n == 0 {
		return sheet.Cell{}
	}
	return sheet.Dec(strconv.Itoa(n), float64(n))
}
