// Package dialogs is every dialog of the program: Enter confirms, Escape
// cancels, and the first field or button has the keyboard.
package dialogs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/ui/widgets"
)

// Dialog is an open dialog.
type Dialog struct {
	overlay *widgets.Overlay
	confirm *widgets.Button
	onOK    func() bool
	done    bool
	onClose func(ok bool)
	problem *widgets.Text
}

// Options is how a dialog of one's own looks.
type Options struct {
	Title   string
	Text    string // a paragraph under the title; may be empty
	Content fyne.CanvasObject
	Confirm string // "" means no confirming button
	Cancel  string // "" means "Avbryt"
	Danger  bool
	Width   float32 // at 100 %; 0 means 440
	Height  float32 // of text and content, where there is room; 0 means what they need
	Focus   fyne.Focusable
	Extra   []fyne.CanvasObject // at the left of the buttons
	OnOK    func() bool         // false keeps the dialog open
	OnClose func(ok bool)
	// OnShortcut gets the shortcuts that what has the keyboard has no use for.
	OnShortcut func(fyne.Shortcut)
	// OnKey gets the keys that what has the keyboard has no use for; true is one that it used.
	OnKey func(*fyne.KeyEvent) bool
}

// Show opens a dialog of one's own.
func Show(w fyne.Window, o Options) *Dialog {
	d := &Dialog{onOK: o.OnOK, onClose: o.OnClose, problem: widgets.NewParagraph("", widgets.Bad)}
	d.problem.Hide()
	buttons := append([]fyne.CanvasObject{}, o.Extra...)
	buttons = append(buttons, widgets.Spacer())
	cancel := o.Cancel
	if cancel == "" {
		cancel = "Avbryt"
	}
	no := widgets.NewButton(cancel, func() { d.close(false) })
	focus := o.Focus
	if o.Confirm != "" {
		d.confirm = widgets.NewPrimary(o.Confirm, d.OK)
		if o.Danger {
			d.confirm.Kind = widgets.Danger
		}
		buttons = append(buttons, no, d.confirm)
		if focus == nil {
			focus = d.confirm
			if o.Danger { // what can't be taken back isn't one Enter away
				focus = no
			}
		}
	} else {
		buttons = append(buttons, no)
		if focus == nil {
			focus = no
		}
	}
	foot := widgets.Inset(14, 0, 0, 0, widgets.VStack(8, d.problem, widgets.HStack(10, buttons...)))
	width := o.Width
	if width == 0 {
		width = 440
	}
	inner := container.NewBorder(widgets.NewHeading(o.Title, 2), foot, nil, nil, widgets.Asks(width, o.Height, o.body()))
	d.overlay = widgets.NewOverlay(w.Canvas(), widgets.Pad(20, inner), nil)
	d.overlay.Modal, d.overlay.Subject = true, o.Title
	d.overlay.OnEnter = d.OK
	d.overlay.OnShortcut = o.OnShortcut
	d.overlay.OnKey = o.OnKey
	d.overlay.OnClose = func() { d.finish(false) }
	d.overlay.ShowFocus(focus)
	return d
}

// body is what stands between the title and the buttons, and scrolls in a window
// that is too small for it.
func (o Options) body() fyne.CanvasObject {
	var text, content fyne.CanvasObject
	if o.Text != "" {
		text = widgets.Inset(6, 0, 0, 0, widgets.NewParagraph(o.Text, widgets.Muted))
	}
	if o.Content != nil {
		content = widgets.Inset(12, 0, 0, 0, o.Content)
	}
	if content == nil {
		return container.NewBorder(text, nil, nil, nil)
	}
	return container.NewBorder(text, nil, nil, nil, content)
}

// OK confirms, as the button and Enter do.
func (d *Dialog) OK() {
	if d.confirm == nil {
		d.close(false)
		return
	}
	if d.confirm.Disabled() || d.onOK != nil && !d.onOK() {
		return
	}
	d.close(true)
}

// Close takes the dialog away unconfirmed.
func (d *Dialog) Close() { d.close(false) }

// IsOpen tells whether the dialog shows.
func (d *Dialog) IsOpen() bool { return d.overlay.IsOpen() }

// SetError says above the buttons what is wrong; "" takes it away.
func (d *Dialog) SetError(msg string) {
	d.problem.SetText(msg)
	if msg == "" {
		d.problem.Hide()
	} else {
		d.problem.Show()
	}
	d.overlay.Relayout()
}

// SetConfirmEnabled makes the confirming button usable or not.
func (d *Dialog) SetConfirmEnabled(on bool) {
	if d.confirm == nil {
		return
	}
	if on {
		d.confirm.Enable()
	} else {
		d.confirm.Disable()
	}
}

// Relayout fits the dialog anew after its content has changed size.
func (d *Dialog) Relayout() { d.overlay.Relayout() }

func (d *Dialog) close(ok bool) {
	if ok {
		d.finishLater(ok)
		return
	}
	d.overlay.Close()
}

// finishLater closes first, so that what follows may open another dialog.
func (d *Dialog) finishLater(ok bool) {
	d.done = true
	d.overlay.Close()
	if d.onClose != nil {
		d.onClose(ok)
	}
}

func (d *Dialog) finish(ok bool) {
	if d.done {
		return
	}
	d.done = true
	if d.onClose != nil {
		d.onClose(ok)
	}
}

// Confirm asks; done is only called on yes.
func Confirm(w fyne.Window, title, text, confirm string, danger bool, done func()) *Dialog {
	return Show(w, Options{Title: title, Text: text, Confirm: confirm, Danger: danger, OnClose: func(ok bool) {
		if ok && done != nil {
			done()
		}
	}})
}

// Message tells something.
func Message(w fyne.Window, title, text string) *Dialog {
	return Show(w, Options{Title: title, Text: text, Cancel: "Stäng"})
}
