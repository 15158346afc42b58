package exchange

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/identify"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// The tabs of the preview.
const (
	viewRows      = "rows"
	viewQuestions = "questions"
	viewErrors    = "errors"
	viewRemarks   = "remarks"
	viewUnread    = "unread"
	viewGone      = "gone"
	viewMade      = "made." // and the kind
)

// previewView is the third step: what would happen, before anything does.
type previewView struct {
	in        *importer
	figures   *fyne.Container
	banner    *fyne.Container
	tabs      *widgets.TabBar
	body      *fyne.Container
	filter    *input.Select
	bar       *fyne.Container
	rows      *rowView
	questions *questionView
	remarks   *remarkView
	names     *nameView
	unread    *unreadView
	gone      *goneView
	errors    *errorView
	state     *widgets.Text
	apply     *widgets.Button
	content   fyne.CanvasObject
}

func newPreviewView(in *importer) *previewView {
	v := &previewView{in: in, figures: widgets.Columns(10, 150), banner: container.NewStack(), body: container.NewStack(), state: widgets.NewText("", widgets.Muted)}
	v.rows, v.questions, v.remarks, v.names, v.unread = newRowView(in), newQuestionView(in), newRemarkView(), newNameView(), newUnreadView(in)
	v.errors, v.gone = newErrorView(in), newGoneView(in)
	v.tabs = widgets.NewTabBar([]widgets.TabItem{{ID: viewRows}}, func(string) { v.choose() })
	v.filter = input.NewFlatSelect(texts.T("exchange.filter"), v.filters(), filterAll, func(id string) error { v.setFilter(id); return nil })
	v.apply = widgets.NewPrimary("", in.apply)
	v.bar = widgets.HStack(8, widgets.Grow(v.tabs), v.filter)
	top := widgets.VStack(8, v.figures, v.banner, v.bar)
	v.content = container.NewBorder(widgets.Inset(6, 22, 0, 22, top), foot(
		widgets.NewButton(texts.T("exchange.back"), func() { in.goTo(stepMapping) }), widgets.Grow(v.state), v.apply), nil, nil,
		widgets.Inset(0, 22, 0, 22, widgets.NewFrame(v.body)))
	return v
}

func (v *previewView) filters() []widgets.Option {
	var out []widgets.Option
	for _, id := range []string{filterAll, string(intake.New), string(intake.Changed), string(intake.Unchanged), string(intake.Skipped), filterErrors} {
		out = append(out, widgets.Option{ID: id, Label: texts.T("exchange.filter." + id)})
	}
	return out
}

func (v *previewView) setFilter(id string) {
	v.filter.SetValue(id)
	v.rows.setFilter(id)
	v.tabs.Select(viewRows)
	v.choose()
}

func (v *previewView) refresh() {
	r := v.in.res
	if r == nil {
		v.apply.Disable()
		return
	}
	v.showFigures(r)
	v.tabs.SetItems(v.tabItems(r))
	if !has(v.tabItems(r), v.tabs.Selected()) {
		v.tabs.Select(viewRows)
	}
	v.rows.load()
	v.showState(r)
	v.choose()
}

func (v *previewView) showFigures(r *intake.Result) {
	errors := 0
	for _, p := range v.in.parts() {
		errors += len(errorRows(p))
	}
	figure := func(id string, n int, style widgets.Style) fyne.CanvasObject {
		if n == 0 {
			style = widgets.Muted
		}
		return widgets.NewKeyFigure(texts.T("exchange.figure."+id), text.Count(n), texts.T("exchange.note."+id), style, func() { v.setFilter(id) })
	}
	v.figures.Objects = []fyne.CanvasObject{
		figure(filterAll, r.RowsRead, widgets.Muted),
		figure(string(intake.New), r.New, widgets.Good),
		figure(string(intake.Changed), r.Changed, widgets.Info),
		figure(string(intake.Unchanged), r.Unchanged, widgets.Muted),
		figure(string(intake.Skipped), len(r.Skipped()), skippedStyle(r)),
		figure(filterErrors, errors, widgets.Bad),
	}
	v.figures.Refresh()
}

// skippedStyle is the tone of the rows that are passed over: those that only arrange the
// list are no trouble.
func skippedStyle(r *intake.Result) widgets.Style {
	for i := range r.Rows {
		if r.Rows[i].Status == intake.Skipped && r.Rows[i].Role == identify.Lists {
			return widgets.Warn
		}
	}
	return widgets.Muted
}

func (v *previewView) tabItems(r *intake.Result) []widgets.TabItem {
	out := []widgets.TabItem{{ID: viewRows, Label: texts.T("exchange.view.rows")}}
	for _, t := range []widgets.TabItem{
		{ID: viewQuestions, Count: len(r.Questions)}, {ID: viewErrors, Count: len(r.Errors)}, {ID: viewRemarks, Count: len(r.Remarks)}, {ID: viewUnread, Count: len(r.Unread)}, {ID: viewGone, Count: len(r.Gone)},
	} {
		if t.Count > 0 || t.ID == viewErrors && len(v.errors.said) > 0 {
			t.Label, t.Count = texts.T("exchange.view."+t.ID)+" "+text.Count(t.Count), 0
			out = append(out, t)
		}
	}
	for _, m := range r.Made {
		if n := len(m.Names); n > 0 {
			out = append(out, widgets.TabItem{ID: viewMade + m.Kind.Name, Label: texts.T("exchange.view.made", m.Kind.Many) + " " + text.Count(n)})
		}
	}
	return out
}

func has(items []widgets.TabItem, id string) bool {
	for _, t := range items {
		if t.ID == id {
			return true
		}
	}
	return false
}

func unanswered(r *intake.Result) int {
	n := 0
	for _, q := range r.Questions {
		if q.Answer == "" {
			n++
		}
	}
	return n
}

// showState says what the button would do, and what still waits.
func (v *previewView) showState(r *intake.Result) {
	v.banner.Objects = nil
	if n := unanswered(r); n > 0 && v.tabs.Selected() != viewQuestions {
		v.banner.Objects = []fyne.CanvasObject{widgets.NewBanner(widgets.Warn, texts.N("exchange.questions.wait", n), texts.T("exchange.questions.show"), func() {
			v.tabs.Select(viewQuestions)
			v.refresh()
		})}
	}
	v.banner.Refresh()
	readOnly := v.in.s.Portfolio().Info().ReadOnly
	switch {
	case readOnly:
		v.state.SetText(texts.T("exchange.readonly"))
	case len(r.Changes) == 0:
		v.state.SetText(texts.T("exchange.nothing"))
	default:
		v.state.SetText(texts.T("exchange.notyet"))
	}
	v.apply.SetText(texts.T("exchange.apply", countsOf(r)))
	if len(r.Changes) == 0 {
		v.apply.SetText(texts.T("exchange.apply.nothing"))
	}
	if readOnly || len(r.Changes) == 0 || !v.in.ready() {
		v.apply.Disable()
	} else {
		v.apply.Enable()
	}
	v.content.Refresh()
}

// countsOf says how many rows are new and how many change, "12 nya och 3
// ändrade"; what is zero isn't said.
func countsOf(r *intake.Result) string {
	fresh, changed := texts.N("exchange.count.new", r.New), texts.N("exchange.count.changed", r.Changed)
	switch {
	case r.New > 0 && r.Changed > 0:
		return texts.T("exchange.count.both", fresh, changed)
	case r.Changed > 0:
		return changed
	case r.New > 0:
		return fresh
	}
	return otherCounts(r)
}

// otherCounts says what is done when no row is new or changes.
func otherCounts(r *intake.Result) string {
	var said []string
	if len(r.Changes) > 0 {
		for _, m := range r.Made {
			if n := len(m.Names); n > 0 {
				said = append(said, text.Plural(n, m.Kind.Fresh(), "nya "+m.Kind.Many))
			}
		}
		if r.Retired {
			said = append(said, texts.N("exchange.count.retired", len(r.Gone)))
		}
	}
	if len(said) == 0 {
		return texts.N("exchange.count.rows", r.RowsRead)
	}
	return text.And(said)
}

func (v *previewView) choose() {
	r := v.in.res
	if r == nil {
		return
	}
	v.showState(r)
	var shown fyne.CanvasObject
	switch v.tabs.Selected() {
	case viewQuestions:
		v.questions.refresh()
		shown = v.questions.content
	case viewErrors:
		v.errors.refresh()
		shown = v.errors.content
	case viewRemarks:
		v.remarks.set(v.in.parts())
		shown = v.remarks.content
	case viewUnread:
		v.unread.refresh()
		shown = v.unread.content
	case viewGone:
		v.gone.refresh()
		shown = v.gone.content
	default:
		shown = v.rows.content
	}
	for _, m := range r.Made {
		if v.tabs.Selected() == viewMade+m.Kind.Name {
			v.names.set(text.Capital(m.Kind.One), m.Names)
			shown = v.names.content
		}
	}
	if v.tabs.Selected() == viewRows {
		v.filter.Show()
	} else {
		v.filter.Hide()
	}
	v.body.Objects = []fyne.CanvasObject{shown}
	v.body.Refresh()
	v.bar.Refresh()
}
