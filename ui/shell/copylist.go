package shell

import (
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// copyList is the dialog that lists copies with what each holds.
type copyList struct {
	s      *Shell
	path   string // of the portfolio; "" for all
	copies []app.Copy
	grid   *grid.Grid
	dialog *dialogs.Dialog
	error  string
}

func newCopyList(s *Shell, path string, copies []app.Copy, problem string) *copyList {
	l := &copyList{s: s, path: path, copies: copies, error: problem}
	l.grid = grid.New(l, []grid.Column{
		{ID: "at", Title: texts.T("shell.copies.at"), Width: 130},
		{ID: "why", Title: texts.T("shell.copies.why"), Width: 170, Flex: true},
		{ID: "systems", Title: texts.T("shell.copies.systems"), Width: 80, Align: grid.AlignRight},
		{ID: "changed", Title: texts.T("shell.copies.changed"), Width: 130},
		{ID: "size", Title: texts.T("shell.copies.size"), Width: 80, Align: grid.AlignRight},
	})
	l.grid.Empty = widgets.NewEmpty("archive", texts.T("shell.copies.none"), texts.T("shell.copies.none.text"))
	l.grid.OnOpen = func(int) { l.dialog.OK() }
	return l
}

func (l *copyList) show() {
	other := widgets.NewButton(texts.T("shell.copies.other"), l.other)
	text := texts.T("shell.copies.text.all")
	if l.path != "" {
		text = texts.T("shell.copies.text", filepath.Base(l.path))
	}
	l.dialog = dialogs.Show(l.s.Window, dialogs.Options{
		Title: texts.T("shell.copies.title"), Text: text, Confirm: texts.T("shell.copies.restore"),
		Content: container.NewStack(widgets.NewFrame(l.grid)), Width: 720, Height: 320, Focus: l.grid.Target(), Extra: []fyne.CanvasObject{other},
		OnOK: l.ok, OnClose: l.close,
	})
	l.dialog.SetError(l.error)
	if len(l.copies) > 0 {
		l.grid.Select(l.Key(0))
	}
}

func (l *copyList) chosen() (app.Copy, bool) {
	row, _ := l.grid.Cursor()
	if row < 0 || row >= len(l.copies) {
		return app.Copy{}, false
	}
	return l.copies[row], true
}

func (l *copyList) ok() bool {
	switch c, ok := l.chosen(); {
	case !ok:
		l.dialog.SetError(texts.T("shell.copies.choose"))
	case c.Damaged:
		l.dialog.SetError(texts.T("shell.copies.damaged.text"))
	default:
		return true
	}
	return false
}

func (l *copyList) close(ok bool) {
	if c, has := l.chosen(); ok && has {
		l.s.restore(c, l.path)
	}
}

// other takes a copy that lies somewhere else.
func (l *copyList) other() {
	l.dialog.Close()
	l.s.AskOpen(texts.T("shell.copies.other"), openable, func(path string) {
		l.s.restore(app.Copy{Path: path}, l.path)
	})
}

// Len implements grid.Source.
func (l *copyList) Len() int { return len(l.copies) }

// Key implements grid.Source.
func (l *copyList) Key(row int) string { return l.copies[row].Path }

// Cell implements grid.Source.
func (l *copyList) Cell(row, col int) grid.Cell {
	c := l.copies[row]
	switch col {
	case 0:
		return grid.Cell{Text: minute(c.At)}
	case 1:
		why := c.Reason.Label()
		if l.path == "" && c.Of != "" {
			why = bare(c.Of) + ", " + why
		}
		return grid.Cell{Text: why, Tip: c.Of}
	case 2:
		if c.Damaged {
			return grid.Cell{Text: texts.T("shell.copies.damaged"), Style: widgets.Bad}
		}
		return grid.Cell{Text: text.Count(c.Systems)}
	case 3:
		return grid.Cell{Text: minute(c.Changed)}
	}
	return grid.Cell{Text: text.Size(c.Size), Style: widgets.Muted}
}

// copyName is what a copy is called in a sentence.
func copyName(c app.Copy) string {
	if c.At.IsZero() {
		return filepath.Base(c.Path)
	}
	return minute(c.At)
}

// minute writes a moment as people here read it; "" for none.
func minute(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Local().Format("2006-01-02 15:04")
}
