package input

import (
	"fyne.io/fyne/v2"

	"itportfoljen/ui/widgets"
)

var _ widgets.Editable = (*Entry)(nil)

func clipboard() fyne.Clipboard { return fyne.CurrentApp().Clipboard() }

// CanEdit tells what can be done to the text now: what is hidden isn't given to the
// clipboard.
func (e *Entry) CanEdit(what widgets.Edit) bool {
	chosen, fixed := e.SelectedText() != "", e.Disabled()
	switch what {
	case widgets.Cut:
		return chosen && !fixed && !e.Password
	case widgets.Copy:
		return chosen && !e.Password
	case widgets.Paste:
		return !fixed && clipboard().Content() != ""
	case widgets.SelectAll:
		return e.Text != ""
	}
	return chosen && !fixed
}

// Edit does it.
func (e *Entry) Edit(what widgets.Edit) {
	switch what {
	case widgets.Cut:
		e.TypedShortcut(&fyne.ShortcutCut{Clipboard: clipboard()})
	case widgets.Copy:
		e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard()})
	case widgets.Paste:
		e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard()})
	case widgets.SelectAll:
		e.selectEverything()
	case widgets.Delete:
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	}
}

// TappedSecondary opens the menu of a text.
func (e *Entry) TappedSecondary(at *fyne.PointEvent) {
	if e.inert {
		return
	}
	if !e.hasFocus {
		widgets.FocusOn(e)
	}
	item := func(what widgets.Edit, label, icon, key string) widgets.MenuItem {
		return widgets.MenuItem{Label: label, Icon: icon, Shortcut: key, Disabled: !e.CanEdit(what), Run: func() { e.Edit(what) }}
	}
	widgets.ShowMenu(widgets.CanvasOf(e), at.AbsolutePosition,
		item(widgets.Cut, "Klipp ut", "scissors", "Ctrl+X"),
		item(widgets.Copy, "Kopiera", "copy", "Ctrl+C"),
		item(widgets.Paste, "Klistra in", "clipboard-list", "Ctrl+V"),
		item(widgets.Delete, "Ta bort", "x", "Delete"),
		widgets.MenuItem{},
		item(widgets.SelectAll, "Markera allt", "", "Ctrl+A"))
}

// KeyDown implements desktop.Keyable.
func (e *Entry) KeyDown(k *fyne.KeyEvent) {
	widgets.KeyDown(e, k)
	e.Entry.KeyDown(k)
}

// KeyUp implements desktop.Keyable.
func (e *Entry) KeyUp(k *fyne.KeyEvent) {
	widgets.KeyUp(e, k)
	e.Entry.KeyUp(k)
}
