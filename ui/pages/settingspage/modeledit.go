package settingspage

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app/governance"
	"itportfoljen/app/modelling"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// modelEditor changes the lists of the portfolio's styrmodell that are changed most.
type modelEditor struct {
	p      *governingPart
	model  *governance.Model
	lists  []modelling.List
	lines  map[string][]modelling.Line
	shown  modelling.List
	body   *fyne.Container
	dialog *dialogs.Dialog
}

// edit opens the lists, of a copy that is saved as the municipality's own.
func (p *governingPart) edit() {
	m, err := modelling.Copy(p.s.Portfolio().Model())
	if err != nil {
		p.s.Fail(err)
		return
	}
	e := &modelEditor{p: p, model: m, lists: modelling.Lists(), lines: map[string][]modelling.Line{}, body: container.NewStack()}
	var tabs []widgets.TabItem
	for _, l := range e.lists {
		e.lines[l.Key] = l.Lines(m)
		tabs = append(tabs, widgets.TabItem{ID: l.Key, Label: l.Title})
	}
	bar := widgets.NewTabBar(tabs, nil)
	bar.OnSelect = func(id string) {
		bar.Select(id)
		e.show(id)
	}
	e.show(e.lists[0].Key)
	e.dialog = dialogs.Show(p.s.Window, dialogs.Options{Title: texts.T("settings.model.edit.title", m.Name), Text: texts.T("settings.model.edit.text"), Width: 980, Height: 560,
		Content: container.NewBorder(widgets.Inset(0, 0, 8, 0, bar), nil, nil, nil, e.body), Confirm: texts.T("settings.model.edit.yes"), OnOK: e.save})
}

// show lays out a list.
func (e *modelEditor) show(key string) {
	for _, l := range e.lists {
		if l.Key == key {
			e.shown = l
		}
	}
	var rows []fyne.CanvasObject
	for i := range e.lines[key] {
		rows = append(rows, e.row(i))
	}
	if len(rows) == 0 {
		rows = append(rows, widgets.NewParagraph(texts.T("settings.model.edit.none"), widgets.Muted))
	}
	var heads []fyne.CanvasObject
	for _, c := range e.shown.Columns {
		heads = append(heads, spaced(widgets.NewText(c.Label, widgets.Muted)))
	}
	var add fyne.CanvasObject
	if !e.shown.Fixed {
		add = widgets.Inset(8, 0, 0, 0, widgets.HStack(0, widgets.NewButton(texts.T("settings.model.edit.add"), e.add)))
	}
	head := widgets.HStack(0, widgets.Grow(container.NewGridWithColumns(len(heads), heads...)), widgets.MinSize(e.tail(), 0, container.NewWithoutLayout()))
	e.body.Objects = []fyne.CanvasObject{container.NewBorder(widgets.Inset(0, 12, 4, 0, head), add, nil, nil, widgets.NewScroll(widgets.Inset(0, 12, 0, 0, widgets.VStack(6, rows...))))}
	e.body.Refresh()
}

// tail is how wide the three buttons after a line are.
func (e *modelEditor) tail() float32 {
	if e.shown.Fixed {
		return 0
	}
	return 3*widgets.NewIconButton("arrow-up", "", nil).MinSize().Width + 3*tight
}

// tight is between the buttons.
const tight = 4

// spaced keeps the columns apart.
func spaced(o fyne.CanvasObject) fyne.CanvasObject { return widgets.Inset(0, 8, 0, 0, o) }

// row is a line of the list in view.
func (e *modelEditor) row(i int) fyne.CanvasObject {
	lines := e.lines[e.shown.Key]
	var cells []fyne.CanvasObject
	for j, c := range e.shown.Columns {
		cells = append(cells, spaced(e.cell(lines[i].Cells, j, c)))
	}
	grid := container.NewGridWithColumns(len(cells), cells...)
	if e.shown.Fixed {
		return grid
	}
	up := widgets.NewIconButton("arrow-up", texts.T("settings.model.edit.up"), func() { e.move(i, i-1) })
	down := widgets.NewIconButton("arrow-down", texts.T("settings.model.edit.down"), func() { e.move(i, i+1) })
	if i == 0 {
		up.Disable()
	}
	if i == len(lines)-1 {
		down.Disable()
	}
	return widgets.HStack(tight, widgets.Grow(grid), up, down, widgets.NewIconButton("trash-2", texts.T("settings.model.edit.remove"), func() { e.remove(i) }))
}

func (e *modelEditor) cell(cells []string, j int, c modelling.Column) fyne.CanvasObject {
	if c.Said {
		return widgets.NewParagraph(cells[j], widgets.Normal)
	}
	if len(c.Options) > 0 {
		var options []widgets.Option
		for _, o := range c.Options {
			options = append(options, widgets.Option{ID: o.Key, Label: o.Label})
		}
		return input.NewSelect(options, cells[j], func(id string) error { cells[j] = id; return nil })
	}
	in := input.NewText(cells[j], "", nil)
	in.OnChanged = func(typed string) { cells[j] = typed }
	return in
}

func (e *modelEditor) add() {
	e.lines[e.shown.Key] = append(e.lines[e.shown.Key], modelling.Line{Cells: make([]string, len(e.shown.Columns))})
	e.show(e.shown.Key)
}

func (e *modelEditor) move(from, to int) {
	lines := e.lines[e.shown.Key]
	lines[from], lines[to] = lines[to], lines[from]
	e.show(e.shown.Key)
}

func (e *modelEditor) remove(i int) {
	e.lines[e.shown.Key] = slices.Delete(slices.Clone(e.lines[e.shown.Key]), i, i+1)
	e.show(e.shown.Key)
}

// save makes the copy the municipality's own, if it can be governed by. What that does is
// shown first where it does something more than change words.
func (e *modelEditor) save() bool {
	data, changed, err := e.made()
	if err != nil {
		e.dialog.SetError(e.p.s.Sentence(err))
		return false
	}
	if !changed {
		return true
	}
	w := e.p.s.Portfolio()
	async.Run(e.p.s.Runner, "model", func(context.Context) (*modelling.Change, error) { return modelling.Plan(w, data, nil) }, func(c *modelling.Change, err error) {
		switch {
		case err != nil:
			e.p.s.Fail(err)
		case len(c.Asks)+len(c.Broken) > 0:
			e.p.propose(data)
		default:
			e.p.use(data, nil)
		}
	})
	return true
}

// made is the model with what is written, and whether anything was changed.
func (e *modelEditor) made() (data []byte, changed bool, err error) {
	m, err := modelling.Copy(e.model)
	if err != nil {
		return nil, false, err
	}
	before, err := modelling.Export(m)
	if err != nil {
		return nil, false, err
	}
	for _, l := range e.lists {
		if err := l.Store(m, e.lines[l.Key]); err != nil {
			return nil, false, err
		}
	}
	if data, err = modelling.Export(m); err != nil || string(data) == string(before) {
		return nil, false, err
	}
	modelling.Own(m, e.p.s.Portfolio().Today())
	if data, err = modelling.Export(m); err == nil {
		_, err = governance.Parse(data)
	}
	return data, true, err
}
