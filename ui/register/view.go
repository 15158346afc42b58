package register

import (
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/ui/shell"
)

// View shows the rows in another way than as a list: in the list's place, under the
// same search and filters, beside the same panel.
type View interface {
	Content() fyne.CanvasObject
	Reload()      // there are other rows, or they have changed
	Focus()       // takes the keyboard
	PanelClosed() // no row is open any more
}

// revealer is a View that shows where a record is, also one that it has folded away.
type revealer interface{ Reveal(id field.ID) }

// grouped is a View that shows the groups of the list too.
type grouped interface{ Grouped() bool }

// groups tells whether the groups of the list are shown.
func (r *Register) groups() bool {
	if r.other == nil {
		return true
	}
	g, ok := r.other.(grouped)
	return ok && g.Grouped()
}

// ShowAs shows the rows in another way; nil is the list.
func (r *Register) ShowAs(v View) {
	if r.other == v {
		return
	}
	r.other = v
	if v == nil {
		r.columns.Show()
	} else {
		r.columns.Hide()
	}
	if r.groups() {
		r.grouping.Show()
	} else {
		r.grouping.Hide()
	}
	r.reload()
}

// reloadOther puts in place the list or what is instead of it. Without rows it says why
// there are none.
func (r *Register) reloadOther() {
	var o fyne.CanvasObject = r.grid
	if r.other != nil {
		r.other.Reload()
		if o = r.other.Content(); len(r.list.Rows()) == 0 {
			o = r.grid.Empty
		}
	}
	if r.place.Objects[0] != o {
		r.place.Objects = []fyne.CanvasObject{o}
		r.place.Refresh()
	}
}

// focus gives the rows the keyboard.
func (r *Register) focus() {
	if r.other != nil && len(r.list.Rows()) > 0 {
		r.other.Focus()
		return
	}
	r.grid.Focus()
}

// Focus gives the rows the keyboard when their page comes into view, before it is drawn.
func (r *Register) Focus() {
	r.split.Refresh() // a window finds only what has been made ready to be drawn
	switch {
	case len(r.list.Rows()) == 0:
	case r.other != nil:
		r.other.Focus()
	default:
		r.s.Window.Canvas().Focus(r.grid.Target())
	}
}

// Open shows a record in the panel.
func (r *Register) Open(id field.ID) {
	r.showPanel()
	r.Panel.Show(id)
}

// Follow shows a record in the panel if it is open.
func (r *Register) Follow(id field.ID) {
	if r.open {
		r.Panel.Show(id)
	}
}

// Fold folds a group of the list, or unfolds it.
func (r *Register) Fold(group string, open bool) {
	r.list.Fold(group, !open)
	r.reload()
}

// Takers are what takes files that are dropped on the panel, while it is open.
func (r *Register) Takers() []shell.Taker {
	if !r.open {
		return nil
	}
	return r.Panel.Takers()
}

// Escape closes the panel or, where none is open, lets go of what is searched for; false
// when there was nothing.
func (r *Register) Escape() bool {
	c := r.s.Window.Canvas()
	switch {
	case r.open:
		r.ClosePanel()
	case r.filter.Text() != "":
		r.filter.Clear()
		r.focus()
	case c.Focused() == r.filter.Target():
		r.focus()
	default:
		return false
	}
	return true
}

// Listed says what the list has, how much of it and by which filters, for what is printed.
func (r *Register) Listed() (title, under string) {
	parts := []string{r.Subtitle()}
	if q := r.filter.Text(); q != "" {
		parts = append(parts, "”"+q+"”")
	}
	for _, f := range r.list.Filters() {
		parts = append(parts, f.Said(r.s.Portfolio(), r.kind))
	}
	return text.Capital(r.kind.Many), strings.Join(parts, " · ")
}

// EnterPanel gives the panel the keyboard; false where it isn't open.
func (r *Register) EnterPanel() bool { return r.split.EnterTrailing(r.s.Window.Canvas()) }

// PanelObject is the panel that is open; nil for none.
func (r *Register) PanelObject() fyne.CanvasObject { return r.split.Trailing() }

// Opened tells whether the panel is open.
func (r *Register) Opened() bool { return r.open }
