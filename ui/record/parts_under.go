package record

import (
	"fyne.io/fyne/v2"

	"itportfoljen/ui/widgets"
)

// The widths of what stands under a table: of the first column, and of the others.
const (
	underFirst = 52
	underOther = 104
)

// showUnder shows what the kind has to tell under the table.
func (t *parts) showUnder() {
	t.under.Objects = nil
	if t.kind.Under != nil {
		if title, rows := t.kind.Under(t.s.Portfolio(), t.owner); len(rows) > 0 {
			t.under.Objects = []fyne.CanvasObject{widgets.Inset(8, 0, 0, 0, small(title, rows))}
		}
	}
	t.under.Refresh()
}

// small is a table of words, the first row its headings.
func small(title string, rows [][]string) fyne.CanvasObject {
	out := []fyne.CanvasObject{widgets.NewHeading(title, 3)}
	for i, row := range rows {
		var cells []fyne.CanvasObject
		for j, s := range row {
			text, width := widgets.NewText(s, widgets.Normal), float32(underOther)
			if i == 0 {
				text.Style = widgets.Muted
			}
			if j == 0 {
				width = underFirst
			} else {
				text.Align = fyne.TextAlignTrailing
			}
			cells = append(cells, widgets.MinSize(width, 0, text))
		}
		out = append(out, widgets.HStack(8, cells...))
	}
	return widgets.VStack(4, out...)
}
