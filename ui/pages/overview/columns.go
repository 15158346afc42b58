package overview

import "fyne.io/fyne/v2"

// columns places the cards of what is to be done, the costs, the risk and the rams: in three columns,
// in two or in one, as there is room.
type columns struct{ gap float32 }

const (
	leftShare  = 0.54
	sideBySide = 880
	abreast    = 1640
	firstShare = 0.4
)

// place is where a card stands: its left edge, its width and the card that it stands below, −1 for none.
type place struct {
	x, width float32
	below    int
}

func (l *columns) places(w float32) [4]place {
	switch {
	case w < sideBySide:
		return [4]place{{0, w, -1}, {0, w, 0}, {0, w, 1}, {0, w, 2}}
	case w < abreast:
		left := float32(int((w - l.gap) * leftShare))
		x, right := left+l.gap, w-l.gap-left
		return [4]place{{0, left, -1}, {0, left, 0}, {x, right, -1}, {x, right, 2}}
	}
	first := float32(int((w - 2*l.gap) * firstShare))
	rest := float32(int((w - 2*l.gap - first) / 2))
	return [4]place{{0, first, -1}, {first + l.gap, rest, -1}, {first + rest + 2*l.gap, rest, -1}, {first + l.gap, rest, 1}}
}

// MinSize is the height in the columns that there were room for last.
func (l *columns) MinSize(cards []fyne.CanvasObject) (m fyne.Size) {
	w := float32(0)
	for _, c := range cards {
		w = max(w, c.Position().X+c.Size().Width)
		m.Width = max(m.Width, c.MinSize().Width)
	}
	for _, foot := range l.feet(cards, l.places(w)) {
		m.Height = max(m.Height, foot)
	}
	return m
}

// feet are how far down the cards go.
func (l *columns) feet(cards []fyne.CanvasObject, at [4]place) (foot [4]float32) {
	for i, c := range cards {
		foot[i] = c.MinSize().Height
		if b := at[i].below; b >= 0 {
			foot[i] += foot[b] + l.gap
		}
	}
	return foot
}

func (l *columns) Layout(cards []fyne.CanvasObject, s fyne.Size) {
	at := l.places(s.Width)
	foot := l.feet(cards, at)
	for i, c := range cards {
		c.Move(fyne.NewPos(at[i].x, foot[i]-c.MinSize().Height))
		c.Resize(fyne.NewSize(at[i].width, c.MinSize().Height))
	}
}
