package input

import (
	"fyne.io/fyne/v2"

	"itportfoljen/ui/widgets"
)

// PaletteItem is something the palette can find.
type PaletteItem struct {
	ID, Group, Title, Detail, Icon, Shortcut string
}

// ShowPalette opens the search over everything. search is asked at once with
// "" and at every keystroke; results come back in the order to show them, items
// of a group together.
func ShowPalette(c fyne.Canvas, placeholder string, search func(query string) []PaletteItem, onPick func(PaletteItem)) *widgets.Overlay {
	var overlay *widgets.Overlay
	var found []PaletteItem
	list := newSearchList(placeholder, func(q string) []widgets.Option {
		found = search(q)
		options := make([]widgets.Option, len(found))
		for i, it := range found {
			options[i] = widgets.Option{ID: string(rune(i + 1)), Label: it.Title, Detail: it.Detail, Icon: it.Icon, Right: it.Shortcut, Group: it.Group}
		}
		return options
	}, func(o widgets.Option) {
		overlay.Close()
		if i := int([]rune(o.ID)[0]) - 1; i < len(found) {
			onPick(found[i])
		}
	})
	list.list.MaxHeight = 380
	list.fixedH = true
	overlay = widgets.NewOverlay(c, list, func(window, least fyne.Size) (fyne.Position, fyne.Size) {
		w := min(px(620), window.Width-32)
		h := min(least.Height, window.Height-px(140))
		return fyne.NewPos(float32(int((window.Width-w)/2)), px(84)), fyne.NewSize(w, h)
	})
	list.overlay = overlay
	overlay.ShowFocus(list.field)
	return overlay
}
