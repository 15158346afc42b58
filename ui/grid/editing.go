package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/ui/widgets"
)

var (
	_ widgets.Editable = (*body)(nil)
	_ desktop.Keyable  = (*body)(nil)
)

// CanEdit tells what Redigera can do to the selected cells now.
func (b *body) CanEdit(what widgets.Edit) bool {
	g := b.grid
	some := len(g.selected) > 0
	changes := some && (g.Changes == nil || g.Changes())
	switch what {
	case widgets.Cut:
		return changes && g.OnCut != nil
	case widgets.Copy:
		return some && g.OnCopy != nil
	case widgets.Paste:
		return changes && g.OnPaste != nil && clipboard().Content() != ""
	case widgets.SelectAll:
		return g.Multi && g.len() > 0
	}
	return changes && g.OnClear != nil
}

// Edit does it, as its key does.
func (b *body) Edit(what widgets.Edit) {
	switch what {
	case widgets.Cut:
		b.TypedShortcut(&fyne.ShortcutCut{Clipboard: clipboard()})
	case widgets.Copy:
		b.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard()})
	case widgets.Paste:
		b.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard()})
	case widgets.SelectAll:
		b.TypedShortcut(&fyne.ShortcutSelectAll{})
	case widgets.Delete:
		b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	}
}

func clipboard() fyne.Clipboard { return fyne.CurrentApp().Clipboard() }

// KeyDown implements desktop.Keyable.
func (b *body) KeyDown(e *fyne.KeyEvent) { widgets.KeyDown(b, e) }

// KeyUp implements desktop.Keyable.
func (b *body) KeyUp(e *fyne.KeyEvent) { widgets.KeyUp(b, e) }
