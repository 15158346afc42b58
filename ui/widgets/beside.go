package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/ui/internal/paint"
)

// besideLeast is what a page of several columns can do with, at 100 %.
const besideLeast = 220

// beside is the layout of something and what belongs to it at its right.
type beside struct{ least float32 }

// Beside puts side at the right of main, as wide as it needs to be, or over it where main would get
// less than least, at 100 %. A nil side is nothing.
func Beside(main, side fyne.CanvasObject, least float32) *fyne.Container {
	if side == nil {
		main.Show()
		return container.NewStack(main)
	}
	return container.New(&beside{least}, main, side)
}

// MinSize implements fyne.Layout.
func (l *beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(px(besideLeast), max(o[0].MinSize().Height, o[1].MinSize().Height))
}

// Layout implements fyne.Layout.
func (l *beside) Layout(o []fyne.CanvasObject, s fyne.Size) {
	main, side := o[0], o[1]
	w := side.MinSize().Width
	if s.Width < w+px(l.least) {
		main.Hide()
		paint.Put(side, 0, 0, s.Width, s.Height)
		return
	}
	main.Show()
	paint.Put(main, 0, 0, s.Width-w, s.Height)
	paint.Put(side, s.Width-w, 0, w, s.Height)
}

// leading is the layout of a list and what is chosen in it.
type leading struct{ width float32 }

// Leading puts a list at the left of what is chosen in it: of a width, at 100 %, but no more than two
// fifths of what there is.
func Leading(list, main fyne.CanvasObject, width float32) *fyne.Container {
	return container.New(&leading{width}, list, main)
}

// MinSize implements fyne.Layout.
func (l *leading) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(px(besideLeast), max(o[0].MinSize().Height, o[1].MinSize().Height))
}

// Layout implements fyne.Layout.
func (l *leading) Layout(o []fyne.CanvasObject, s fyne.Size) {
	w := min(px(l.width), s.Width*2/5)
	paint.Put(o[0], 0, 0, w, s.Height)
	paint.Put(o[1], w, 0, s.Width-w, s.Height)
}
