package overview

import "fyne.io/fyne/v2"

// halves puts two stacks side by side, a little wider to the left, or one over
// the other where there is no room.
type halves struct{ gap float32 }

const (
	leftShare  = 0.54
	sideBySide = 880
)

func (l *halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	if objects[0].Size().Width > 0 && objects[1].Position().Y > 0 {
		return fyne.NewSize(max(a.Width, b.Width), a.Height+l.gap+b.Height)
	}
	return fyne.NewSize(max(a.Width, b.Width), max(a.Height, b.Height))
}

func (l *halves) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	a, b := objects[0], objects[1]
	if s.Width < sideBySide {
		a.Resize(fyne.NewSize(s.Width, a.MinSize().Height))
		a.Move(fyne.NewPos(0, 0))
		b.Resize(fyne.NewSize(s.Width, b.MinSize().Height))
		b.Move(fyne.NewPos(0, a.MinSize().Height+l.gap))
		return
	}
	left := float32(int((s.Width - l.gap) * leftShare))
	a.Resize(fyne.NewSize(left, a.MinSize().Height))
	a.Move(fyne.NewPos(0, 0))
	b.Resize(fyne.NewSize(s.Width-l.gap-left, b.MinSize().Height))
	b.Move(fyne.NewPos(left+l.gap, 0))
}
