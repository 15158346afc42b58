package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/ui/async"
)

func TestACardIsDraggedToAnotherColumnAndTheCursorFollows(t *testing.T) {
	b, moves := boardOf(t, 800, 400, sample(3, 1))
	card := cardOf(b, "a2")
	hold(b, card, middleOf(b.views[1]))
	if b.drag.over != 1 || len(b.layer.Objects) != 1 {
		t.Fatalf("held over %d", b.drag.over)
	}
	card.DragEnd()
	if !slices.Equal(*moves, []string{"a2>b"}) || where(b) != "b:a2" || !b.focused || len(b.layer.Objects) != 0 {
		t.Errorf("%v, the cursor is at %s", *moves, where(b))
	}
}

func TestEscWhileDraggingSendsTheCardHome(t *testing.T) {
	b, moves := boardOf(t, 800, 400, sample(2, 1))
	card := cardOf(b, "a1")
	hold(b, card, middleOf(b.views[1]))
	press(b, fyne.KeyEscape)
	hold(b, card, middleOf(b.views[1])) // the button is still down
	if len(b.layer.Objects) != 0 {
		t.Error("the card follows the pointer after Esc")
	}
	card.DragEnd()
	if len(*moves) != 0 || where(b) != "a:a1" || b.drag != nil {
		t.Errorf("%v, the cursor is at %s", *moves, where(b))
	}
	hold(b, card, middleOf(b.views[1])) // and the next time it can be dragged
	card.DragEnd()
	if len(*moves) != 1 {
		t.Error("it can't be dragged again")
	}
}

func TestAFoldedColumnTakesACardAndUnfoldsWhileOneIsHeldOverIt(t *testing.T) {
	b, moves := boardOf(t, 700, 500, sample(2, 1, 0, 2, 1))
	card := cardOf(b, "a1")
	hold(b, card, middleOf(b.views[2]))
	if !b.folded(2) {
		t.Fatal("it unfolds at once")
	}
	was := PositionOf(b.views[1])
	async.Flush()
	if b.folded(2) || PositionOf(b.views[1]) != was || b.drag.over != 2 {
		t.Fatalf("held over %d, folded %v, at %v", b.drag.over, b.folded(2), PositionOf(b.views[1]))
	}
	hold(b, card, middleOf(b.views[0]))
	if card.DragEnd(); !b.folded(2) || len(*moves) != 0 {
		t.Errorf("let go elsewhere it stays unfolded; %v", *moves)
	}
	hold(b, card, middleOf(b.views[2])) // quicker than it unfolds
	card.DragEnd()
	if !slices.Equal(*moves, []string{"a1>c"}) || where(b) != "c:a1" {
		t.Errorf("%v, at %s", *moves, where(b))
	}
}

func TestTheWheelScrollsWhatItIsOver(t *testing.T) {
	b, _ := boardOf(t, 500, 300, sample(20, 1, 2, 2, 2, 2))
	turn := func(o fyne.Scrollable, dx, dy float32) {
		o.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(dx, dy)})
	}
	full, short := b.views[0], b.views[1]
	turn(full.cards, 0, -60)
	if full.scroll.Offset.Y != 60 || b.scroll.Offset.X != 0 {
		t.Errorf("over a full column: %v, %v", full.scroll.Offset, b.scroll.Offset)
	}
	turn(full.cards, -40, 0) // with Shift
	async.Flush()
	if full.scroll.Offset.Y != 60 || b.scroll.Offset.X != 40 {
		t.Errorf("with Shift: %v, %v", full.scroll.Offset, b.scroll.Offset)
	}
	turn(short.cards, 0, -40)
	if b.scroll.Offset.X != 80 {
		t.Errorf("over a column with room left: %v", b.scroll.Offset)
	}
	turn(full.cards, 0, -40) // it came under the pointer while the wheel turned
	if b.scroll.Offset.X != 120 || full.scroll.Offset.Y != 60 {
		t.Errorf("a turn that has begun sideways: %v, %v", b.scroll.Offset, full.scroll.Offset)
	}
	async.Flush()
	turn(b.row, 0, 40)
	if b.scroll.Offset.X != 80 {
		t.Errorf("over the background: %v", b.scroll.Offset)
	}
}

func TestACardHeldAtAnEdgeScrolls(t *testing.T) {
	b, moves := boardOf(t, 500, 400, sample(20, 1, 2, 2, 2, 20))
	at := PositionOf(b)
	card := cardOf(b, "a1")
	hold(b, card, at.AddXY(b.Size().Width-10, 200))
	if b.scroll.Offset.X != 0 {
		t.Error("it scrolls at once")
	}
	async.Flush()
	first := b.scroll.Offset.X
	for range 200 {
		async.Flush()
	}
	if end := b.width - b.scroll.Size().Width; first <= 0 || first > 25 || b.scroll.Offset.X != end {
		t.Errorf("scrolled %g first, and to %g of %g", first, b.scroll.Offset.X, end)
	}
	if b.drag.over != 5 {
		t.Errorf("held over %d", b.drag.over)
	}
	hold(b, card, at.AddXY(b.Size().Width-80, b.Size().Height-10))
	for range 5 {
		async.Flush()
	}
	if y := b.views[5].scroll.Offset.Y; y <= 0 {
		t.Error("the column that it is held over doesn't scroll")
	}
	hold(b, card, at.AddXY(b.Size().Width/2, 200)) // away from the edges
	x := b.scroll.Offset.X
	async.Flush()
	if async.Flush(); b.scroll.Offset.X != x {
		t.Error("it goes on scrolling")
	}
	card.DragEnd()
	if len(*moves) != 1 {
		t.Errorf("%v", *moves)
	}
}

func TestTheNearerTheEdgeTheFaster(t *testing.T) {
	window(t, NewText("", Normal), 10, 10)
	for _, c := range []struct{ at, least, most float32 }{{200, 0, 0}, {449, 1, 3}, {475, 3, 12}, {500, 15, 20}, {900, 15, 20}, {20, -15, -3}, {-50, -20, -15}} {
		if got := pull(c.at, 500); got < c.least || got > c.most {
			t.Errorf("at %g it scrolls %g in a step", c.at, got)
		}
	}
}

func TestADragStepBuildsNothing(t *testing.T) {
	b, _ := boardOf(t, 900, 400, sample(100, 100, 100))
	card := cardOf(b, "a1")
	hold(b, card, middleOf(b.views[1]))
	was, ghost := slices.Clone(b.views[1].cards.drawn), b.drag.ghost
	for i := range 30 {
		hold(b, card, middleOf(b.views[1]).AddXY(float32(i), float32(i)))
	}
	if !slices.Equal(was, b.views[1].cards.drawn) || b.drag.ghost != ghost {
		t.Error("a step of a drag makes the cards anew")
	}
	card.DragEnd()
}
