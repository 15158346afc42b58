package history

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// Show shows what an entry changed, as Parts gives it.
func Show(w *app.Portfolio, of field.ID, it *Item, most int) fyne.CanvasObject {
	style := widgets.Normal
	if it.Undone() {
		style = widgets.Muted
	}
	parts, left := Parts(w, of, it, most)
	rows, block := widgets.VStack(8), widgets.VStack(1)
	for i, p := range parts {
		if i == 0 || p.Name != "" || parts[i-1].Name != "" { // those without a name stand close together
			block = widgets.VStack(1)
			rows.Add(block)
		}
		if p.Name != "" {
			name := widgets.NewParagraph(p.Name, style)
			name.Bold = true
			block.Add(name)
		}
		for _, l := range p.Lines {
			block.Add(widgets.NewParagraph(l, style))
		}
	}
	if left > 0 {
		rows.Add(widgets.NewText(texts.T("history.more", text.Count(left)), widgets.Muted))
	}
	return rows
}
