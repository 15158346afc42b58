package register

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/field"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// menu is the right-click menu of the chosen rows.
func (r *Register) menu(row int, at fyne.Position) {
	ids := r.Selected()
	enter := "Ctrl+Enter"
	if r.named(r.grid.CursorColumn()) {
		enter = "Enter"
	}
	items := []widgets.MenuItem{
		{Label: texts.T("register.open"), Icon: "eye", Shortcut: enter, Run: func() { r.openRow(ids[0]) }},
		{Label: texts.T("register.export"), Icon: "file-spreadsheet", Run: func() { r.s.Go("exchange", ExportRows{Kind: r.kind, IDs: ids}) }},
	}
	items = append(append(items, r.pointed(row)...), r.wasItem(row)...)
	items = append(append(items, widgets.MenuItem{}), r.hands.Items()...)
	if r.writable() {
		items = append(items, r.guided(ids)...)
		gone := widgets.MenuItem{Label: texts.N("register.delete", len(ids)), Icon: "trash-2", Danger: true, Run: r.deleteSelected}
		if r.deletes() {
			gone.Shortcut = "Del"
		}
		items = append(items, widgets.MenuItem{}, r.bulkItem(ids))
		if len(ids) == 2 && !r.kind.Lasting {
			items = append(items, widgets.MenuItem{Label: texts.T("register.merge"), Icon: "copy", Run: func() { AskMerge(r.s, ids[0], ids[1], r.Select) }})
		}
		if r.retires(ids) {
			items = append(items, widgets.MenuItem{Label: texts.N("register.retire", len(ids)), Icon: "archive", Run: func() { r.retire(ids) }})
		}
		items = append(items, gone)
	}
	widgets.ShowMenu(r.s.Window.Canvas(), at, items...)
}

// Seen is the list as it is shown, for the Excel page: its rows in their order, and its
// columns.
func (r *Register) Seen() ExportRows {
	out := ExportRows{Kind: r.kind, Columns: slices.Clone(r.list.Columns())}
	for _, rec := range r.list.Rows() {
		out.IDs = append(out.IDs, rec.ID)
	}
	if by := r.list.Grouped(); by.Field != nil {
		out.Groups = r.groupsSeen(by)
		if !slices.Contains(out.Columns, by) { // what each row is grouped by
			out.Columns = slices.Insert(out.Columns, min(1, len(out.Columns)), by)
		}
	}
	return out
}

// groupsSeen are the groups of the list with their sums, those that are folded too.
func (r *Register) groupsSeen(by field.Column) *export.Groups {
	out := &export.Groups{By: by.Phrase(r.s.Portfolio())}
	for _, c := range r.list.Columns() {
		if c.Field.Sums() {
			out.Of = append(out.Of, c)
		}
	}
	for _, g := range r.list.Groups() {
		of := export.Group{Label: g.Label, Level: g.Level, Count: g.Count}
		for _, c := range out.Of {
			total, lacks, ok := r.list.SumOf(g, c)
			of.Sums = append(of.Sums, export.Sum{Total: total, Known: ok, Lacks: lacks})
		}
		out.Each = append(out.Each, of)
	}
	return out
}

// ExportRows asks the Excel page to write just these records, with all columns or these.
type ExportRows struct {
	Columns []field.Column
	Kind    *field.Kind
	IDs     []field.ID
	Groups  *export.Groups // nil: the list isn't grouped
}

func (r *Register) deleteSelected() { r.Delete(r.Selected()) }

// Delete asks whether records are to go, and takes them away.
func (r *Register) Delete(ids []field.ID) {
	if len(ids) == 0 {
		return
	}
	what := r.s.Portfolio().Label(ids[0])
	if len(ids) > 1 {
		what = text.Plural(len(ids), r.kind.One, r.kind.Many)
	}
	text := texts.T("register.delete.text")
	if s := app.PartsInWords(r.s.Portfolio().CountParts(ids...)); s != "" {
		text = texts.T("register.delete.parts", s)
	}
	var d *dialogs.Dialog
	var instead []fyne.CanvasObject
	if r.retires(ids) {
		instead = []fyne.CanvasObject{widgets.NewButton(texts.T("register.retire.instead"), func() { d.Close(); r.retire(ids) }).WithIcon("archive")}
	}
	d = dialogs.Show(r.s.Window, dialogs.Options{Title: texts.T("register.delete.title", what), Text: text, Confirm: texts.T("register.delete.yes"), Danger: true, Extra: instead, OnClose: func(ok bool) {
		if !ok {
			return
		}
		r.s.Act(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) { return p.Delete(ctx, ids) }, nil)
	}})
}

// retires says that some of the records can be taken out of use instead of removed.
func (r *Register) retires(ids []field.ID) bool {
	out, p := r.kind.Retiring, r.s.Portfolio()
	return out != nil && slices.ContainsFunc(ids, func(id field.ID) bool {
		rec := p.Get(id)
		return rec != nil && !field.Equal(rec.Get(out.Field), out.Value)
	})
}

// retire takes records out of use; they stay, with all that points at them.
func (r *Register) retire(ids []field.ID) {
	r.s.Act(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) { return p.Retire(ctx, ids) }, nil)
}
