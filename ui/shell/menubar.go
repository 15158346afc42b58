package shell

import (
	"path/filepath"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// nativeMenu is a menu that the computer draws, above all windows.
const nativeMenu = runtime.GOOS == "darwin"

// menuIDs are the menus in their order.
var menuIDs = []string{"file", "edit", "go", "help"}

// installMenu makes the menu from the table, and listens for the shortcuts in it: before
// what has the keyboard, so each run is guarded.
func (s *Shell) installMenu() {
	s.root.OnShortcut = s.shortcut
	for _, a := range s.actions {
		if sc := a.shortcut(); sc != nil {
			s.Window.Canvas().AddShortcut(sc, func(sc fyne.Shortcut) { s.shortcut(sc) })
		}
	}
	var menus []widgets.Menu
	for _, id := range menuIDs {
		menus = append(menus, widgets.Menu{Title: texts.T("shell.menu." + id), Items: func() []widgets.MenuItem { return s.menuItems(id) }})
	}
	s.bar = widgets.NewMenuBar(menus...)
	if nativeMenu {
		s.refreshMenu()
		return
	}
	s.root.SetBar(s.bar)
	s.root.OnAlt = s.toggleMenu
	for i, m := range menus {
		letter := []rune(m.Title)[0]
		s.Window.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyName(letter), Modifier: fyne.KeyModifierAlt}, func(fyne.Shortcut) { s.openMenu(i) })
	}
}

// Menus are those of the window, with what they offer now.
func (s *Shell) Menus() []widgets.Menu { return s.bar.Menus() }

// menuItems are a menu's, as they are now.
func (s *Shell) menuItems(id string) (out []widgets.MenuItem) {
	for _, a := range s.actions {
		if a.Menu != id {
			continue
		}
		if a.Line && len(out) > 0 {
			out = append(out, widgets.MenuItem{})
		}
		out = append(out, widgets.MenuItem{Label: a.Name(), Icon: a.Icon, Shortcut: a.Hint(), Disabled: !a.enabled(), Run: func() { s.runGuarded(a) }})
		if a.ID == "open" {
			out = append(out, s.recentItem())
		}
	}
	return out
}

// recentItem leads to the portfolios used lately.
func (s *Shell) recentItem() widgets.MenuItem {
	it := widgets.MenuItem{Label: texts.T("shell.action.recent"), Icon: "folder-open"}
	for _, path := range s.Recent() {
		it.More = append(it.More, widgets.MenuItem{Label: bare(path) + " – " + filepath.Dir(path), Run: func() { s.OpenPath(path) }})
	}
	it.Disabled = len(it.More) == 0
	return it
}

// covered tells whether something lies on top of the page, other than the menu.
func (s *Shell) covered() bool { return s.Window.Canvas().Overlays().Top() != nil && !s.bar.IsOpen() }

// toggleMenu is what Alt and F10 do: nothing under a dialog.
func (s *Shell) toggleMenu() {
	if !s.covered() && !s.presenting {
		s.bar.Toggle()
	}
}

func (s *Shell) openMenu(i int) {
	if !s.covered() && !s.presenting {
		s.bar.Open(i)
	}
}

// refreshMenu renews the computer's own menu; ours is made when it opens.
func (s *Shell) refreshMenu() {
	if !nativeMenu {
		return
	}
	var menus []*fyne.Menu
	for _, id := range menuIDs {
		menus = append(menus, fyne.NewMenu(texts.T("shell.menu."+id), s.nativeItems(s.menuItems(id), id)...))
	}
	s.Window.SetMainMenu(fyne.NewMainMenu(menus...))
}

// nativeItems are the items of a menu as the toolkit wants them. The shortcuts are those
// of the table; what has the keyboard keeps its own.
func (s *Shell) nativeItems(items []widgets.MenuItem, id string) (out []*fyne.MenuItem) {
	shortcuts := map[string]fyne.Shortcut{}
	for _, a := range s.actions {
		if sc := a.shortcut(); sc != nil && a.Menu == id {
			shortcuts[a.Name()] = sc
		}
	}
	for _, it := range items {
		if it.Label == "" {
			out = append(out, fyne.NewMenuItemSeparator())
			continue
		}
		native := fyne.NewMenuItem(it.Label, it.Run)
		native.Disabled, native.Shortcut = it.Disabled, shortcuts[it.Label]
		native.IsQuit = it.Label == texts.T("shell.action.quit")
		if len(it.More) > 0 {
			native.ChildMenu = fyne.NewMenu("", s.nativeItems(it.More, "")...)
		}
		out = append(out, native)
	}
	return out
}
