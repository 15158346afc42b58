package shell

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/ui/theme"
)

// unwritten is a shortcut that the toolkit listens for but doesn't write in
// the menu: it would be in English, and too faint to read.
type unwritten struct{ fyne.Shortcut }

// shortcut is what the toolkit listens for. It has its own names for Ctrl+Z
// and Ctrl+Y, and no other name means them.
func (a *Action) shortcut() fyne.Shortcut {
	var key fyne.Shortcut = &desktop.CustomShortcut{KeyName: a.Key, Modifier: a.Modifier}
	if nativeMenu {
		return key
	}
	switch {
	case a.Key == fyne.KeyZ && a.Modifier == fyne.KeyModifierControl:
		key = &fyne.ShortcutUndo{}
	case a.Key == fyne.KeyY && a.Modifier == fyne.KeyModifierControl:
		key = &fyne.ShortcutRedo{}
	}
	return unwritten{key}
}

// nativeMenu is a menu that the computer draws, shortcuts and all.
const nativeMenu = runtime.GOOS == "darwin"

// beforeIt is the air before the shortcuts, at 100 % text size.
const beforeIt = 28

// menuLabels are the names of a menu's actions with their shortcuts in a
// column after them.
func menuLabels(names, hints []string) []string {
	if nativeMenu {
		return names
	}
	size := theme.Px(theme.TextSize)
	width := func(s string) float32 { return fyne.MeasureText(s, size, fyne.TextStyle{}).Width }
	column := float32(0)
	for i, n := range names {
		if hints[i] != "" {
			column = max(column, width(n)+theme.Px(beforeIt))
		}
	}
	out := make([]string, len(names))
	space := width(" ")
	for i, n := range names {
		out[i] = n
		if hints[i] != "" {
			out[i] += strings.Repeat(" ", int((column-width(n))/space+0.5)) + hints[i]
		}
	}
	return out
}
