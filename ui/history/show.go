package history

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// longestName is how much of a record's name stands in a link.
const longestName = 48

// Show shows what an entry changed, as Parts gives it. open, which may be nil, is what a
// record's name leads to.
func Show(w *app.Portfolio, of field.ID, it *Item, most int, open func(field.ID)) fyne.CanvasObject {
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
		leads := open != nil && p.ID != ""
		switch {
		case p.Name == "":
		case leads:
			block.Add(link(p.Name, p.ID, open))
		default:
			name := widgets.NewParagraph(p.Name, style)
			name.Bold = true
			block.Add(name)
		}
		for _, l := range p.Lines {
			if p.Name == "" && leads { // what was added, and is there
				block.Add(link(l, p.ID, open))
				continue
			}
			block.Add(widgets.NewParagraph(l, style))
		}
	}
	if left > 0 {
		rows.Add(widgets.NewText(texts.T("history.more", text.Count(left)), widgets.Muted))
	}
	return rows
}

// link is a name that leads to its record.
func link(name string, id field.ID, open func(field.ID)) fyne.CanvasObject {
	l := widgets.NewLink(text.Shorten(name, longestName), func() { open(id) })
	return widgets.Inset(0, 0, 0, -4, widgets.HStack(0, l)) // its halo stands outside
}
