package settingspage

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app/governance"
	"itportfoljen/app/modelling"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// modelEditor changes a styrmodell part by part: the parts, the lines of the one in view, and
// the form of one line. Which parts and columns there are the draft says. Nothing is changed
// in the portfolio before what it does has been shown.
type modelEditor struct {
	p      *governingPart
	draft  *modelling.Draft
	list   modelling.List
	line   int // in view; −1 for none
	flaws  []modelling.Wrong
	told   bool // flaws are shown
	parts  *grid.Grid
	lines  *grid.Grid
	form   *fyne.Container
	fields map[string]*input.Field // of the line in view, by column
	tools  map[string]*widgets.Button
	help   *widgets.Text
	undo   *widgets.Button
	dialog *dialogs.Dialog
}

// edit opens the portfolio's own model.
func (p *governingPart) edit() { p.editFrom(p.s.Portfolio().Model()) }

// editFrom opens a copy of a model, which becomes the municipality's own.
func (p *governingPart) editFrom(m *governance.Model) {
	draft, err := modelling.NewDraft(m, p.s.Portfolio().Kinds())
	if err != nil {
		p.s.Fail(err)
		return
	}
	e := &modelEditor{p: p, draft: draft, line: -1, form: container.NewStack(), help: widgets.NewParagraph("", widgets.Muted), tools: map[string]*widgets.Button{}}
	e.undo = widgets.NewButton(texts.T("settings.model.edit.undo"), e.takeBack).WithIcon("undo-2")
	restore := widgets.NewButton(texts.T("settings.model.edit.restore"), nil)
	restore.OnTapped(func() { e.askRestore(restore) })
	e.dialog = dialogs.Show(p.s.Window, dialogs.Options{Title: texts.T("settings.model.edit.title", m.Name), Text: texts.T("settings.model.edit.text"), Width: 1240, Height: 620,
		Content: e.lay(), Confirm: texts.T("settings.model.edit.yes"), Extra: []fyne.CanvasObject{e.undo, restore}, Focus: e.parts.Target(), OnOK: e.preview, OnShortcut: func(sc fyne.Shortcut) {
			if _, is := sc.(*fyne.ShortcutUndo); is {
				e.takeBack()
			}
		}})
	e.showList(draft.Lists[0].Key, 0)
}

// lay lays out the parts at the left, the lines and the form.
func (e *modelEditor) lay() fyne.CanvasObject {
	e.parts = grid.New(partsOf{e}, []grid.Column{{ID: "part", Title: texts.T("settings.model.edit.part"), Width: 120, Flex: true}, {ID: "n", Title: "", Width: 40, Align: grid.AlignRight}})
	e.parts.OnSelect = func() {
		if i, _ := e.parts.Cursor(); i >= 0 && i < len(e.draft.Lists) && e.draft.Lists[i].Key != e.list.Key {
			e.showList(e.draft.Lists[i].Key, 0)
		}
	}
	e.lines = grid.New(linesOf{e}, []grid.Column{{ID: "line", Title: texts.T("settings.model.edit.line"), Width: 150, Flex: true}, {ID: "detail", Title: "", Width: 140}})
	e.lines.OnSelect = func() {
		if i, _ := e.lines.Cursor(); i >= 0 && i != e.line {
			e.showLine(i)
		}
	}
	e.lines.OnKey = func(k *fyne.KeyEvent) bool {
		if k.Name == fyne.KeyDelete && !e.list.Fixed && e.line >= 0 {
			e.remove()
			return true
		}
		return false
	}
	tool := func(id, icon, tip string, run func()) fyne.CanvasObject {
		e.tools[id] = widgets.NewIconButton(icon, tip, run)
		return e.tools[id]
	}
	bar := widgets.HStack(4, tool("add", "plus", texts.T("settings.model.edit.add"), e.add), tool("copy", "copy", texts.T("settings.model.edit.copy"), e.duplicate),
		tool("up", "arrow-up", texts.T("settings.model.edit.up"), func() { e.move(-1) }), tool("down", "arrow-down", texts.T("settings.model.edit.down"), func() { e.move(1) }),
		widgets.Spacer(), tool("remove", "trash-2", texts.T("settings.model.edit.remove"), e.remove))
	middle := container.NewBorder(widgets.Inset(0, 0, 6, 0, bar), nil, nil, nil, widgets.NewFrame(e.lines))
	right := container.NewBorder(widgets.Inset(2, 0, 10, 0, e.help), nil, nil, nil, widgets.NewScroll(widgets.Inset(0, 14, 8, 0, e.form)))
	split := widgets.NewSplit(widgets.Inset(0, 10, 0, 0, middle), widgets.Inset(0, 0, 0, 14, right), 560)
	split.LeastA, split.LeastB = 240, 380
	return container.NewBorder(nil, nil, widgets.MinSize(236, 0, widgets.Inset(0, 12, 0, 0, widgets.NewFrame(e.parts))), nil, split)
}

// partsOf and linesOf are what the two grids show.
type partsOf struct{ e *modelEditor }

func (p partsOf) Len() int           { return len(p.e.draft.Lists) }
func (p partsOf) Key(row int) string { return p.e.draft.Lists[row].Key }
func (p partsOf) Cell(row, col int) grid.Cell {
	l := p.e.draft.Lists[row]
	wrong := slices.ContainsFunc(p.e.flaws, func(w modelling.Wrong) bool { return w.List == l.Key })
	switch {
	case col == 0 && wrong && p.e.told:
		return grid.Cell{Text: l.Title, Style: widgets.Bad, Icon: "triangle-alert"}
	case col == 0:
		return grid.Cell{Text: l.Title}
	case l.Fixed:
		return grid.Cell{}
	}
	return grid.Cell{Text: fmt.Sprint(len(p.e.draft.Lines(l.Key))), Style: widgets.Muted}
}

type linesOf struct{ e *modelEditor }

func (l linesOf) Len() int           { return len(l.e.draft.Lines(l.e.list.Key)) }
func (l linesOf) Key(row int) string { return l.e.draft.Lines(l.e.list.Key)[row].Key }
func (l linesOf) Cell(row, col int) grid.Cell {
	line := l.e.draft.Lines(l.e.list.Key)[row]
	if col == 1 {
		return grid.Cell{Text: l.e.list.Detail(l.e.draft.Base(), line), Style: widgets.Muted}
	}
	said := l.e.list.Said(line)
	cell := grid.Cell{Text: said, Tip: said}
	if said == "" {
		cell.Text, cell.Blank = texts.T("settings.model.edit.unnamed"), true
	}
	if l.e.told && slices.ContainsFunc(l.e.flaws, func(w modelling.Wrong) bool { return w.List == l.e.list.Key && w.Line == row }) {
		cell.Style, cell.Icon = widgets.Bad, "triangle-alert"
	}
	return cell
}

// showList shows a part, with a line of it.
func (e *modelEditor) showList(key string, line int) {
	e.list = e.draft.List(key)
	e.help.SetText(e.list.Help)
	_ = e.p.s.TakeIn()
	e.lines.ClearSelection()
	e.lines.ScrollTo(0, 0)
	for _, id := range []string{"add", "copy", "up", "down", "remove"} {
		if e.list.Fixed || e.list.Loose && (id == "up" || id == "down") {
			e.tools[id].Hide()
		} else {
			e.tools[id].Show()
		}
	}
	e.parts.Select(key)
	e.showLine(line)
}

// showLine shows the form of a line, or of the nearest that there is.
func (e *modelEditor) showLine(i int) {
	lines := e.draft.Lines(e.list.Key)
	e.line = min(i, len(lines)-1)
	e.lines.Reload()
	if e.line >= 0 {
		e.lines.Select(lines[e.line].Key)
		e.lines.ShowRow(e.line)
	}
	e.renew()
	e.showForm("")
}

// renew shows what can be done now.
func (e *modelEditor) renew() {
	n := len(e.draft.Lines(e.list.Key))
	enable := func(b *widgets.Button, on bool) {
		if on {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	enable(e.tools["copy"], e.line >= 0)
	enable(e.tools["remove"], e.line >= 0)
	enable(e.tools["up"], e.line > 0)
	enable(e.tools["down"], e.line >= 0 && e.line < n-1)
	enable(e.undo, e.draft.Undoable())
	if e.told {
		_, _, _, e.flaws = e.draft.Made(e.p.s.Portfolio().Today())
	}
	e.lines.Reload()
	e.parts.Reload()
}

func (e *modelEditor) add() {
	e.showLine(e.draft.Add(e.list.Key, e.line))
	e.focus(e.list.Columns[0].Key)
}

func (e *modelEditor) duplicate() { e.showLine(e.draft.Duplicate(e.list.Key, e.line)) }

func (e *modelEditor) move(by int) {
	e.draft.Move(e.list.Key, e.line, e.line+by)
	e.showLine(e.line + by)
}

func (e *modelEditor) remove() {
	e.draft.Remove(e.list.Key, e.line)
	e.showLine(e.line)
}

func (e *modelEditor) takeBack() {
	if e.draft.Undo() {
		e.showLine(max(e.line, 0))
	}
}

// preview shows what the model does, or where it is wrong.
func (e *modelEditor) preview() bool {
	_ = e.p.s.TakeIn()
	data, changed, gone, flaws := e.draft.Made(e.p.s.Portfolio().Today())
	e.flaws, e.told = flaws, len(flaws) > 0
	switch {
	case len(flaws) > 0:
		e.dialog.SetError(texts.N("settings.model.edit.flaws", len(flaws)))
		e.goTo(flaws[0])
		return false
	case !changed && e.draft.Name() == e.p.s.Portfolio().Model().Name:
		return true
	}
	e.dialog.SetError("")
	e.renew()
	e.p.proposeOwn(data, gone, e.dialog.Close)
	return false
}

// goTo shows where something is wrong.
func (e *modelEditor) goTo(w modelling.Wrong) {
	if w.List == "" {
		e.dialog.SetError(w.Text)
		return
	}
	e.showList(w.List, max(w.Line, 0))
	if w.Line < 0 {
		e.dialog.SetError(w.Text)
	}
	e.focus(w.Column)
}
