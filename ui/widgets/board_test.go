package widgets

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestBoardMovesByPointerAndKeyboard(t *testing.T) {
	var moves []string
	allow := true
	b := NewBoard([]BoardColumn{{Key: "a", Title: "A", Cards: []BoardCard{{Key: "1", Title: "Ett"}, {Key: "2", Title: "Två"}}}, {Key: "b", Title: "B"}},
		func(card, column string) bool { moves = append(moves, card+column); return allow })
	window(t, b, 700, 400)
	card := b.views[0].cards[1]
	to := PositionOf(b.views[1]).AddXY(20, 60)
	card.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(5, 5), AbsolutePosition: to}})
	card.DragEnd()
	if len(b.views[1].cards) != 1 || b.views[1].cards[0].data.Key != "2" {
		t.Error("the card didn't move")
	}
	allow = false
	b.views[0].cards[0].TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierAlt})
	if len(b.views[0].cards) != 1 || !slices.Equal(moves, []string{"2b", "1b"}) {
		t.Errorf("refused move: %v", moves)
	}
}

func TestBoardShowsManyCardsByTheFifty(t *testing.T) {
	col := BoardColumn{Key: "a", Title: "A"}
	for i := range 3000 {
		col.Cards = append(col.Cards, BoardCard{Key: fmt.Sprint(i), Title: "Kort"})
	}
	b := NewBoard([]BoardColumn{col}, nil)
	window(t, b, 400, 400)
	more := b.views[0].box.Objects[boardStep].(*Button)
	test.Tap(more)
	if n := len(b.views[0].cards); n != 100 {
		t.Errorf("%d cards", n)
	}
}

func TestColumnsPassOutAtTheEdgeOfTheBoard(t *testing.T) {
	var columns []BoardColumn
	for _, key := range []string{"a", "b", "c", "d", "e"} {
		columns = append(columns, BoardColumn{Key: key, Title: key})
	}
	b := NewBoard(columns, nil)
	window(t, b, 400, 400)
	left := PositionOf(b).X
	if at, wide := PositionOf(b.scroll).X, b.scroll.Size().Width; at != left || wide != b.Size().Width {
		t.Errorf("cut at %g, %g wide, in a board at %g, %g wide", at, wide, left, b.Size().Width)
	}
	if x := PositionOf(b.views[0]).X; x != left+boardEdge {
		t.Errorf("the first column is at %g", x)
	}
	b.scroll.ScrollToOffset(fyne.NewPos(10000, 0))
	last := b.views[len(b.views)-1]
	if x := PositionOf(last).X + last.Size().Width; x != left+b.Size().Width-boardEdge {
		t.Errorf("the last column ends at %g in a board that ends at %g", x, left+b.Size().Width)
	}
}
