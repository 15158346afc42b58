package guide

import "fyne.io/fyne/v2"

// sheet lays an object in the middle, no wider than is read with ease, from the top.
type sheet struct{ width, air float32 }

func (l *sheet) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(2*l.air, 2*l.air)
}

func (l *sheet) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	w := min(s.Width-2*l.air, l.width)
	for range 2 { // the second time with wrapped texts at their width
		objects[0].Resize(fyne.NewSize(w, objects[0].MinSize().Height))
	}
	objects[0].Move(fyne.NewPos((s.Width-w)/2, l.air))
}

// beside lays what a record is beside what is asked or, where that is too narrow, above.
type beside struct {
	gap  float32
	wide bool
}

// leastWide is how wide both must be to stand beside each other.
const leastWide = 760

func (l *beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	if l.wide {
		return fyne.NewSize(320, max(a.Height, b.Height))
	}
	return fyne.NewSize(320, a.Height+l.gap+b.Height)
}

func (l *beside) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	a, b := objects[0], objects[1]
	if l.wide = s.Width >= leastWide; !l.wide {
		a.Resize(fyne.NewSize(s.Width, a.MinSize().Height))
		b.Resize(fyne.NewSize(s.Width, b.MinSize().Height))
		a.Move(fyne.Position{})
		b.Move(fyne.NewPos(0, a.MinSize().Height+l.gap))
		return
	}
	w := (s.Width - l.gap) * .42
	for range 2 { // the second time with wrapped texts at their width
		a.Resize(fyne.NewSize(w, max(a.MinSize().Height, b.MinSize().Height)))
		b.Resize(fyne.NewSize(s.Width-l.gap-w, a.Size().Height))
	}
	a.Move(fyne.Position{})
	b.Move(fyne.NewPos(w+l.gap, 0))
}
