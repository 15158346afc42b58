package shell

import (
	"slices"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app/base/fault"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// Escaper is a page that closes something of its own on Escape, the innermost first, such
// as a panel; false when nothing of it is open.
type Escaper interface{ Escape() bool }

const ctrl, shift, alt = fyne.KeyModifierControl, fyne.KeyModifierShift, fyne.KeyModifierAlt

// shortcut is what the toolkit calls the action's keys; nil for none with a modifier, and
// for those that what has the keyboard answers to itself.
func (a *Action) shortcut() fyne.Shortcut {
	switch {
	case a.Key == "" || a.Modifier == 0 || a.own:
		return nil
	case nativeMenu: // the computer's menu has names of its own
	case a.Key == fyne.KeyZ && a.Modifier == ctrl:
		return &fyne.ShortcutUndo{}
	case a.Key == fyne.KeyY && a.Modifier == ctrl:
		return &fyne.ShortcutRedo{}
	}
	return &desktop.CustomShortcut{KeyName: a.Key, Modifier: a.Modifier}
}

// shortcut does what a shortcut means to the window; false for one that it has no use for
// now: then it is for what has the keyboard.
func (s *Shell) shortcut(sc fyne.Shortcut) bool {
	if c, ok := sc.(*desktop.CustomShortcut); ok && c.Modifier == alt && !nativeMenu {
		if letter := []rune(string(c.KeyName)); len(letter) == 1 && unicode.IsLetter(letter[0]) && !s.covered() && !s.presenting {
			return s.bar.OpenBy(letter[0])
		}
	}
	for _, a := range s.actions {
		if own := a.shortcut(); own != nil && own.ShortcutName() == sc.ShortcutName() {
			return s.runGuarded(a)
		}
	}
	return false
}

// key does what a key means that nothing in view had use for: the actions
// whose shortcut has no modifier, the menu, and Escape.
func (s *Shell) key(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		s.escape()
		return
	case fyne.KeyF6:
		if widgets.Modifiers()&shift != 0 && s.portfolio != nil {
			s.part(-1)
			return
		}
	case fyne.KeyF10:
		if widgets.Modifiers()&shift == 0 {
			s.toggleMenu()
		}
		return
	}
	for _, a := range s.actions {
		if a.answers(e.Name) {
			s.runGuarded(a)
		}
	}
}

// escape closes the innermost that is open on the page, else a page that stands aside;
// false when nothing is.
func (s *Shell) escape() bool {
	if p, ok := s.pages[s.current].(Escaper); ok && p.Escape() {
		return true
	}
	if s.aside(s.current) && len(s.before) > 0 {
		s.Back()
		return true
	}
	return false
}

// Do does an action, if it can be done now.
func (s *Shell) Do(a *Action) bool { return s.runGuarded(a) }

// runGuarded does what a shortcut or the menu says; false when it can't be done now. What
// is typed in a field has its own undo, which comes first.
func (s *Shell) runGuarded(a *Action) bool {
	c := s.Window.Canvas()
	if a.ID == "undo" || a.ID == "redo" {
		field, ok := c.Focused().(interface{ Reverse(again bool) bool })
		if ok && field.Reverse(a.ID == "redo") {
			return true
		}
	}
	if c.Overlays().Top() != nil && !a.above || !a.enabled() {
		return false
	}
	s.log.Info("action", "id", fault.Word(a.ID))
	if a.own || a.above {
		a.Run()
		return true
	}
	at, page := c.Focused(), s.current
	c.Unfocus() // a field being typed in is saved first
	if at != nil && c.Overlays().Top() == nil {
		s.refocus(at) // and has the keyboard again after what comes to lie on top
	}
	a.Run()
	if c.Focused() == nil && s.current == page {
		s.refocus(at)
	}
	return true
}

// refocus gives the keyboard back to what had it or, if that has gone, to what it was in.
func (s *Shell) refocus(at fyne.Focusable) {
	if in, ok := at.(interface{ KeyboardHome() fyne.Focusable }); ok && !shows(at) {
		at = in.KeyboardHome()
	}
	if shows(at) {
		s.Window.Canvas().Focus(at)
	}
}

// shows tells whether something is in a window.
func shows(at fyne.Focusable) bool {
	o, ok := at.(fyne.CanvasObject)
	return ok && o.Visible() && !widgets.PositionOf(o).IsZero()
}

// closeTop is what Ctrl+W does: it closes what lies on top, else what is open on the page,
// and else asks whether to close the portfolio.
func (s *Shell) closeTop() {
	if o, ok := s.Window.Canvas().Overlays().Top().(*widgets.Overlay); ok {
		o.Leave()
		return
	}
	if s.portfolio == nil || s.covered() || s.escape() {
		return
	}
	dialogs.Confirm(s.Window, texts.T("shell.close.title"), texts.T("shell.close.text"), texts.T("shell.action.close"), false, s.ClosePortfolio)
}

// saved says that all is saved, when the disk has answered to what was written last. What
// couldn't be saved says so above the page.
func (s *Shell) saved() {
	if s.portfolio.Info().ReadOnly {
		s.Toast(texts.T("shell.saved.readonly"))
		return
	}
	if why := s.Sentence(s.TakeIn()); why != "" {
		s.Problem(why)
		return
	}
	p := s.portfolio
	s.saves.Do(func() {}, func() {
		switch at := p.LastChange(); {
		case s.portfolio != p || len(s.failed()) > 0:
		case at.IsZero():
			s.Toast(texts.T("shell.saved.nothing"))
		default:
			s.Toast(texts.T("shell.saved", s.lastSaved()))
		}
	})
}

// filter gives the field that filters the page the keyboard: the first that there is. A
// page without one has the search over all.
func (s *Shell) filter() {
	if f, ok := widgets.First[*input.Search](s.body); ok {
		s.Window.Canvas().Focus(f.Target())
		return
	}
	s.OpenPalette()
}

// turn goes to the next tab of the panel or the page, whichever has the keyboard or, of a page
// without tabs, to the next page. What the tab shows has the keyboard then.
func (s *Shell) turn(by int) {
	c, page := s.Window.Canvas(), s.pages[s.current]
	if p, ok := page.(Paneled); ok {
		at, _ := c.Focused().(fyne.CanvasObject)
		if bar, tabs := widgets.First[*widgets.TabBar](p.PanelObject()); tabs && at != nil && within(at, p.PanelObject()) {
			c.Unfocus()
			bar.Turn(by)
			p.EnterPanel()
			return
		}
	}
	if bar, ok := widgets.First[*widgets.TabBar](s.body); ok && len(bar.Items()) > 1 {
		c.Unfocus()
		bar.Turn(by)
		s.arrive(page)
		return
	}
	pages := s.listedPages()
	at := slices.IndexFunc(pages, func(p PageSpec) bool { return p.ID == s.current })
	if at < 0 {
		return
	}
	s.Go(pages[(at+by+len(pages))%len(pages)].ID, nil)
}

// editing are the actions on what has the keyboard. Their keys are its own, and stand in
// the menu to be learnt.
func (s *Shell) editing() (out []*Action) {
	for _, e := range []struct {
		id, icon string
		key      fyne.KeyName
		mod      fyne.KeyModifier
		what     widgets.Edit
	}{
		{"cut", "scissors", fyne.KeyX, ctrl, widgets.Cut},
		{"copy", "copy", fyne.KeyC, ctrl, widgets.Copy},
		{"paste", "clipboard-list", fyne.KeyV, ctrl, widgets.Paste},
		{"selectall", "check", fyne.KeyA, ctrl, widgets.SelectAll},
		{"delete", "x", fyne.KeyDelete, 0, widgets.Delete},
	} {
		at := func() (widgets.Editable, bool) {
			on, ok := s.Window.Canvas().Focused().(widgets.Editable)
			return on, ok && on.CanEdit(e.what)
		}
		out = append(out, &Action{ID: e.id, Menu: "edit", Icon: e.icon, Key: e.key, Modifier: e.mod, own: true, Line: e.id == "cut",
			Enabled: func() bool { _, ok := at(); return ok },
			Run: func() {
				if on, ok := at(); ok {
					on.Edit(e.what)
				}
			}})
	}
	return out
}
