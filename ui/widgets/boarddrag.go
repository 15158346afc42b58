package widgets

import (
	"time"

	"fyne.io/fyne/v2"

	"itportfoljen/ui/async"
)

// How a card that is held scrolls the board, and unfolds what it is held over. A card
// that only passes the edge scrolls nothing; the nearer the edge, the faster.
const (
	edgeZone    = 52
	edgeWait    = 160 * time.Millisecond
	edgeStep    = 16 * time.Millisecond
	edgeSlowest = 120 // in a second
	edgeFastest = 1100
	unfoldWait  = 450 * time.Millisecond
)

// boardDrag is a card that is held.
type boardDrag struct {
	card      BoardCard
	grip, at  fyne.Position // where in the card it is held, and where in the window it is
	ghost     *boardCard
	width     float32 // the columns keep it: nothing moves under the pointer
	over      int     // the column that it is held over; −1 for none
	opened    map[string]bool
	cancelled bool // let go of by Esc; the button is still down
	scrolls   func()
	unfolds   func()
}

// dragged lifts a card, or moves the one that is held.
func (b *Board) dragged(c *boardCard, e *fyne.DragEvent) {
	if b.OnMove == nil {
		return
	}
	if b.Fixed {
		if !b.told {
			b.told = true
			b.refuse()
		}
		return
	}
	if b.drag == nil {
		b.lift(c, e)
	}
	if b.drag.cancelled {
		return
	}
	b.drag.at = e.AbsolutePosition
	b.drag.ghost.Move(e.AbsolutePosition.Subtract(PositionOf(b)).Subtract(b.drag.grip))
	b.retarget()
	b.scrollEdges()
}

func (b *Board) lift(c *boardCard, e *fyne.DragEvent) {
	c.tipper.Hide()
	d := &boardDrag{card: c.data, over: -1, opened: map[string]bool{}, grip: e.Position.SubtractXY(e.Dragged.DX, e.Dragged.DY), width: c.column.BaseWidget.Size().Width}
	d.ghost = newBoardCard(c.column)
	d.ghost.floating = true
	d.ghost.Resize(c.Size())
	d.ghost.show(c.index, c.data)
	col := b.columns[c.column.index]
	b.cursor = boardCursor{col.Key, c.data.Key, c.index}
	for i, c := range b.columns {
		d.opened[c.Key] = !b.folded(i) // what is unfolded stays so
	}
	b.drag = d
	b.take() // so that Esc comes here
	b.layer.Objects = []fyne.CanvasObject{d.ghost}
	b.layer.Refresh()
	b.reshade()
}

// letGo takes the card away from the pointer.
func (b *Board) letGo() {
	d := b.drag
	for _, stop := range []func(){d.scrolls, d.unfolds} {
		if stop != nil {
			stop()
		}
	}
	d.scrolls, d.unfolds = nil, nil
	b.layer.Objects = nil
	b.layer.Refresh()
}

// cancel lets a card that is held go home.
func (b *Board) cancel() {
	b.drag.cancelled = true
	b.letGo()
	b.drag.over, b.drag.opened, b.drag.width = -1, nil, 0
	b.relay()
	b.reveal()
}

// dropped puts the card in the column that it is held over.
func (b *Board) dropped() {
	d := b.drag
	if b.told = false; d == nil {
		return
	}
	b.letGo()
	b.drag = nil
	b.relay()
	if !d.cancelled && d.over >= 0 {
		b.move(d.card.Key, d.over)
	}
	b.reveal()
}

// columnAt is the column at a place in the window; −1 outside them.
func (b *Board) columnAt(at fyne.Position) int {
	in := at.Subtract(PositionOf(b))
	if s := b.BaseWidget.Size(); in.X < 0 || in.Y < 0 || in.X >= s.Width || in.Y >= s.Height {
		return -1
	}
	in.X += b.scroll.Offset.X
	if in.X < b.width { // the air beside the outermost is theirs
		in.X = max(boardEdge, min(in.X, b.width-boardEdge))
	}
	for i, p := range b.places {
		if in.X >= p.x-columnGap/2 && in.X <= p.x+p.w+columnGap/2 && in.Y >= p.y-columnGap/2 && in.Y < p.y+p.h+columnGap/2 {
			return i
		}
	}
	return -1
}

// retarget finds the column that the card is held over now. A folded one unfolds when it
// is held there for a while, and folds again when it is let go.
func (b *Board) retarget() {
	d := b.drag
	if d == nil || d.cancelled {
		return
	}
	over := b.columnAt(d.at)
	if over == d.over {
		return
	}
	for _, i := range []int{d.over, over} {
		if d.over = over; i >= 0 {
			b.views[i].shade()
		}
	}
	if d.unfolds != nil {
		d.unfolds()
		d.unfolds = nil
	}
	if over >= 0 && b.folded(over) {
		key := b.columns[over].Key
		d.unfolds = async.After(unfoldWait, func() {
			d.unfolds = nil
			d.opened[key] = true
			b.relay()
			b.retarget()
		})
	}
}

// scrollEdges begins to scroll when the card is near an edge.
func (b *Board) scrollEdges() {
	d := b.drag
	if dx, dy := b.pull(); dx == 0 && dy == 0 {
		if d.scrolls != nil {
			d.scrolls()
			d.scrolls = nil
		}
		return
	}
	if d.scrolls == nil {
		d.scrolls = async.After(edgeWait, b.scrollOn)
	}
}

// scrollOn scrolls a step, and goes on for as long as the card is near the edge.
func (b *Board) scrollOn() {
	d := b.drag
	d.scrolls = nil
	dx, dy := b.pull()
	moved := false
	if most := b.width - b.scroll.Size().Width; dx != 0 {
		if x := max(0, min(b.scroll.Offset.X+dx, most)); x != b.scroll.Offset.X {
			b.scroll.ScrollToOffset(fyne.NewPos(x, 0))
			moved = true
		}
	}
	if dy != 0 && d.over >= 0 {
		v := b.views[d.over]
		moved = v.scrollTo(v.scroll.Offset.Y+dy) || moved
	}
	b.retarget()
	if moved {
		d.scrolls = async.After(edgeStep, b.scrollOn)
	}
}

// pull is how far a card that is held scrolls the board, and the column that it is over,
// in a step.
func (b *Board) pull() (dx, dy float32) {
	in, size := b.drag.at.Subtract(PositionOf(b)), b.BaseWidget.Size()
	if in.Y < 0 || in.Y > size.Height {
		return 0, 0
	}
	dx = pull(in.X, size.Width)
	if over := b.drag.over; over >= 0 && b.views[over].overflows() {
		top := b.views[over].headH()
		dy = pull(in.Y-top, size.Height-top)
	}
	return dx, dy
}

// pull is how fast a place along a length scrolls: the faster the nearer an end.
func pull(at, length float32) float32 {
	zone := min(px(edgeZone), length/4)
	speed := func(depth float32) float32 {
		depth = min(1, depth/zone)
		return (edgeSlowest + (edgeFastest-edgeSlowest)*depth*depth) * float32(edgeStep.Seconds())
	}
	switch {
	case at < zone:
		return -speed(zone - at)
	case at > length-zone:
		return speed(at - (length - zone))
	}
	return 0
}

// wheel scrolls the column, when it has more cards than there is room for, else the
// board sideways. A turn of the wheel that has begun sideways goes on so, whatever comes
// under the pointer.
func (b *Board) wheel(v *boardColumn, e *fyne.ScrollEvent) {
	dx, dy := e.Scrolled.DX, e.Scrolled.DY
	hideTip()
	if dx == 0 && v != nil && v.overflows() && !b.sideways {
		v.scrollTo(v.scroll.Offset.Y - dy)
		b.retarget()
		return
	}
	if dx == 0 {
		dx = dy
	}
	b.scroll.Scrolled(&fyne.ScrollEvent{PointEvent: e.PointEvent, Scrolled: fyne.NewDelta(dx, 0)})
	if b.wheelEnds != nil {
		b.wheelEnds()
	}
	b.sideways = true
	b.wheelEnds = async.After(250*time.Millisecond, func() { b.sideways, b.wheelEnds = false, nil })
}
