package exchange

import (
	"context"
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/field"
	"itportfoljen/ui/async"
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
	in.done = newDoneView(in, e)
	in.show(in.done.content)
	in.s.ToastUndo(texts.T("exchange.done.toast", counts), e)
	in.s.RefreshHeader()
}

// doneView is the last step: what happened, what couldn't be read as it stood, and what
// one may do now. It follows the import's entry, which may be taken back and done again.
type doneView struct {
	in      *importer
	entry   app.Entry
	back    int64 // the entry that has taken it back; 0: none has
	banner  *fyne.Container
	undo    *widgets.Button
	content fyne.CanvasObject
}

func newDoneView(in *importer, e app.Entry) *doneView {
	v := &doneView{in: in, entry: e, banner: container.NewStack()}
	v.undo = widgets.NewButton(texts.T("exchange.done.undo"), v.takeBack).WithIcon("undo-2")
	top := widgets.VStack(14, v.banner, widgets.NewCard(texts.T("exchange.done.title"), "", in.facts()), widgets.HStack(10, v.buttons()...))
	if in.signature != "" && !kept(in.opts).empty() {
		top.Add(widgets.NewParagraph(texts.T("exchange.done.remembered"), widgets.Muted))
	}
	if kept := newKeptView(in); kept.Len() > 0 {
		top.Add(widgets.NewHeading(texts.T("exchange.done.kept"), 3))
		v.content = container.NewBorder(widgets.Inset(8, 22, 8, 22, widgets.MaxWidth(choiceWidth, top)), nil, nil, nil,
			widgets.Inset(0, 22, 14, 22, widgets.NewFrame(kept.grid)))
	} else {
		v.content = container.NewVScroll(widgets.Inset(8, 22, 22, 22, widgets.MaxWidth(860, top)))
	}
	v.tell()
	return v
}

// tell says that it is done, or that it has been taken back.
func (v *doneView) tell() {
	said := widgets.NewBanner(widgets.Good, texts.T("exchange.done.text", countsOf(v.in.res), filepath.Base(v.in.path)), "", nil)
	if v.back != 0 {
		said = widgets.NewBanner(widgets.Info, texts.T("exchange.done.undone", filepath.Base(v.in.path)), texts.T("exchange.done.look"), v.lookAgain)
		v.undo.Disable()
	} else {
		v.undo.Enable()
	}
	v.banner.Objects = []fyne.CanvasObject{said}
	v.banner.Refresh()
}

// changed notes that the import was taken back, or done again.
func (v *doneView) changed(e app.Entry) {
	switch {
	case e.Undoes != 0 && e.Undoes == v.entry.Number:
		v.back = e.Number
	case e.Undoes != 0 && e.Undoes == v.back:
		v.entry, v.back = e, 0
	default:
		return
	}
	v.tell()
}

// lookAgain shows what the file would do to the portfolio as it is now.
func (v *doneView) lookAgain() {
	v.in.goTo(stepPreview)
	v.in.replan()
}

func (v *doneView) takeBack() {
	if !v.in.s.Portfolio().IsNext(v.entry.Number, true) {
		v.in.s.Problem(texts.T("exchange.done.late"))
		return
	}
	v.in.s.UndoEntry(v.entry)
}

func (v *doneView) buttons() []fyne.CanvasObject {
	in, res, path := v.in, v.in.res, v.in.path
	var out []fyne.CanvasObject
	if len(in.waiting) > 0 {
		out = append(out, widgets.NewPrimary(texts.T("exchange.file.next", filepath.Base(in.waiting[0])), in.next))
	}
	if show := in.showButton(res); show != nil {
		out = append(out, show)
	}
	return append(out, v.undo, widgets.NewButton(texts.T("exchange.done.save"), func() { in.saveResult(res, path) }).WithIcon("save"),
		widgets.NewButton(texts.T("exchange.done.again"), in.restart))
}

// facts count what was done.
func (in *importer) facts() fyne.CanvasObject {
	res, facts := in.res, widgets.Columns(8, 420)
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
	fact("skipped", len(res.Skipped()), pillStyle(skippedStyle(res)))
	for _, m := range res.Made {
		if n := len(m.Names); n > 0 {
			add(m.Kind.Fresh(), texts.T("exchange.fact.made", text.Plural(n, m.Kind.One, m.Kind.Many)), widgets.Good)
		}
	}
	if gone := len(res.Gone); res.Retired {
		fact("retired", gone, widgets.Info)
	} else {
		fact("gone", gone, widgets.Neutral)
	}
	fact("errors", len(res.Errors), widgets.Bad)
	fact("remarks", len(res.Remarks), widgets.Warn)
	fact("questions", unanswered(res), widgets.Warn)
	fact("unread", len(res.Unread), widgets.Neutral)
	return facts
}

// pillStyle is a tone as a pill has it.
func pillStyle(s widgets.Style) widgets.Style {
	if s == widgets.Muted {
		return widgets.Neutral
	}
	return s
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
