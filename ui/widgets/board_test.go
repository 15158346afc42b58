package widgets

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// sample are columns with so many cards each, named a, b …
func sample(counts ...int) []BoardColumn {
	var out []BoardColumn
	for i, n := range counts {
		c := BoardColumn{Key: string(rune('a' + i)), Title: "Fas " + string(rune('A'+i))}
		for j := range n {
			c.Cards = append(c.Cards, BoardCard{Key: fmt.Sprintf("%s%d", c.Key, j+1), Title: fmt.Sprintf("Insats %s%d", c.Key, j+1), Subtitle: "Förvaltning"})
		}
		out = append(out, c)
	}
	return out
}

// boardOf shows a board in a window; every move is allowed, and noted.
func boardOf(t testing.TB, w, h float32, columns []BoardColumn) (*Board, *[]string) {
	t.Helper()
	moves := []string{}
	b := NewBoard(columns, func(card, column string) bool { moves = append(moves, card+">"+column); return true })
	window(t, b, w, h)
	return b, &moves
}

// cardOf is what draws a card, nil when it isn't in view.
func cardOf(b *Board, key string) *boardCard {
	for _, v := range b.views {
		for _, c := range v.cards.drawn {
			if c.data.Key == key && !v.folded {
				return c
			}
		}
	}
	return nil
}

// hold drags a card to a place in the window, without letting it go.
func hold(b *Board, c *boardCard, to fyne.Position) {
	c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(5, 5), AbsolutePosition: to}})
}

func middleOf(o fyne.CanvasObject) fyne.Position {
	return PositionOf(o).AddXY(o.Size().Width/2, o.Size().Height/2)
}

func (b *Board) press(mod fyne.KeyModifier, key fyne.KeyName) {
	b.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: mod})
}

// where is the cursor, as column:card, with > for a column that is folded.
func where(b *Board) string {
	s := b.cursor.column + ":" + b.cursor.card
	if col := b.columnOf(b.cursor.column); col >= 0 && b.folded(col) {
		return ">" + s
	}
	return s
}

func TestARefusedMoveLeavesTheCard(t *testing.T) {
	b, _ := boardOf(t, 800, 400, sample(2, 1))
	b.OnMove = func(string, string) bool { return false }
	b.Select("a1")
	b.press(fyne.KeyModifierAlt, fyne.KeyRight)
	if col, _ := b.find("a1"); col != 0 {
		t.Errorf("it is in column %d", col)
	}
	b.OnMove, b.Fixed = func(string, string) bool { t.Error("asked to move in a board that is fixed"); return true }, true
	told := 0
	b.OnFixed = func() { told++ }
	b.press(fyne.KeyModifierAlt, fyne.KeyRight)
	if told != 1 {
		t.Errorf("a key that moves a card in a board that is fixed is told of %d times", told)
	}
	card := cardOf(b, "a1")
	for range 2 {
		hold(b, card, middleOf(b.views[1]))
		hold(b, card, middleOf(b.views[1]))
		if b.drag != nil {
			t.Error("a card is lifted from a board that is fixed")
		}
		card.DragEnd()
	}
	if told != 3 {
		t.Errorf("two drags in a board that is fixed are told of %d times", told-1)
	}
}

func TestArrowsGoBetweenCardsAndColumns(t *testing.T) {
	b, _ := boardOf(t, 1000, 500, sample(3, 0, 1, 3))
	b.SetChosen(map[string]bool{"b": true})
	opened := ""
	b.OnOpen = func(card string) { opened = card }
	b.Focus()
	for _, c := range []struct {
		keys string
		want string
	}{
		{"", "a:a1"}, {"Down Down", "a:a3"}, {"Down", "a:a3"}, {"Right", ">b:"}, {"Right", "c:c1"}, {"Right", "d:d3"}, {"Home", "d:d1"}, {"End", "d:d3"},
		{"Up Up Up", "d:"}, {"Left", "c:"}, {"Left Left", "a:"}, {"Left", "a:"}, {"Down", "a:a1"}, {"Next", "a:a3"}, {"Prior", "a:a1"},
	} {
		for _, k := range strings.Fields(c.keys) {
			press(b, fyne.KeyName(k))
		}
		if got := where(b); got != c.want {
			t.Fatalf("after %s at %s, want %s", c.keys, got, c.want)
		}
	}
	if press(b, fyne.KeyReturn); opened != "a1" {
		t.Errorf("Enter opens %q", opened)
	}
	b.press(fyne.KeyModifierControl, fyne.KeyRight)
	if b.press(fyne.KeyModifierControl, fyne.KeyDown); where(b) != "d:d3" {
		t.Errorf("Ctrl with arrows goes to %s", where(b))
	}
}

func TestTheKeyboardComesWithTheCursorInViewAndAClickMovesNothing(t *testing.T) {
	b, _ := boardOf(t, 600, 400, sample(30, 2, 2, 2, 2, 30))
	b.OnOpen = func(string) {}
	b.Select("f20")
	CanvasOf(b).Unfocus()
	away := func() { b.scroll.ScrollToOffset(fyne.NewPos(0, 0)); b.views[0].scrollTo(900) }
	away()
	b.Focus()
	if cardOf(b, "f20") == nil || b.scroll.Offset.X == 0 {
		t.Error("the cursor isn't in view")
	}
	CanvasOf(b).Unfocus()
	away()
	card := b.views[0].cards.drawn[1]
	key := card.data.Key
	if card.Tapped(nil); where(b) != "a:"+key || b.scroll.Offset.X != 0 || b.ring {
		t.Errorf("a click on %s comes to %s", key, where(b))
	}
}

func TestTheCursorFollowsAMovedCardAndComesBackWithIt(t *testing.T) {
	columns := sample(2, 1, 0)
	b, _ := boardOf(t, 700, 500, columns)
	b.SetChosen(map[string]bool{"c": true})
	b.Focus()
	press(b, fyne.KeyDown)
	b.press(fyne.KeyModifierAlt, fyne.KeyRight)
	b.press(fyne.KeyModifierAlt, fyne.KeyRight)
	if where(b) != "c:a2" { // it is unfolded for as long as the cursor is there
		t.Fatalf("the cursor is at %s", where(b))
	}
	CanvasOf(b).Unfocus() // a toast's Ångra is clicked
	b.SetColumns(columns)
	if where(b) != "a:a2" || !b.focused || !b.folded(2) {
		t.Errorf("after undo the cursor is at %s", where(b))
	}
}

func TestWhatTheUserFoldsIsTold(t *testing.T) {
	var told map[string]bool
	b, _ := boardOf(t, 700, 500, sample(2, 1, 0, 2, 1))
	b.OnFold = func(chosen map[string]bool) { told = maps.Clone(chosen) }
	if !b.folded(2) {
		t.Fatal("the empty one isn't folded")
	}
	b.views[2].Tapped(nil)
	if b.folded(2) || !maps.Equal(told, map[string]bool{"c": false}) {
		t.Errorf("a click unfolds: %v", told)
	}
	press(b, fyne.KeyReturn) // the cursor is there
	if !b.folded(2) || len(told) != 0 {
		t.Errorf("Enter folds, and what would be so anyway is no choice: %v", told)
	}
	b.views[0].fold.Tapped(nil)
	if !b.folded(0) || !maps.Equal(told, map[string]bool{"a": true}) {
		t.Errorf("the arrow in the heading folds: %v", told)
	}
	again, _ := boardOf(t, 700, 500, sample(2, 1, 0, 2, 1))
	again.SetChosen(told)
	if !again.folded(0) {
		t.Error("what was chosen isn't taken up")
	}
}

func TestTheOpenCardStaysInViewBesideThePanel(t *testing.T) {
	b := NewBoard(sample(2, 2, 2, 2, 2, 30), nil)
	split := NewSplit(b, nil, 400)
	window(t, split, 1000, 400)
	b.Select("f20")
	split.SetTrailing(NewText("Panel", Normal))
	c := cardOf(b, "f20")
	if c == nil {
		t.Fatal("the card isn't in view")
	}
	at, view := PositionOf(c), PositionOf(b).AddXY(b.Size().Width, b.Size().Height)
	if at.X < PositionOf(b).X || at.X+c.Size().Width > view.X || at.Y+c.Size().Height > view.Y || view.X > 620 {
		t.Errorf("the card is at %v, the board ends at %v", at, view)
	}
}

func TestOnlyCardsInViewAreDrawnByTheSameFew(t *testing.T) {
	b, _ := boardOf(t, 600, 400, sample(500, 1))
	list := b.views[0].cards
	first := len(list.drawn)
	if first == 0 || first > 12 {
		t.Fatalf("%d cards are drawn", first)
	}
	made := map[*boardCard]bool{}
	for y := float32(0); y < 20000; y += 130 {
		b.views[0].scrollTo(y)
		for _, c := range list.drawn {
			made[c] = true
		}
	}
	if len(made) > first+4 {
		t.Errorf("%d widgets for %d in view", len(made), first)
	}
	b.Select("a400")
	if c := cardOf(b, "a400"); c == nil || c.Position().Y < b.views[0].scroll.Offset.Y {
		t.Error("a card far down isn't brought into view")
	}
	was := slices.Clone(list.drawn)
	if b.SetColumns(sample(500, 1)); !slices.Equal(was, list.drawn) {
		t.Error("the same cards are drawn anew")
	}
}

func TestColumnsPassOutAtTheEdgeOfTheBoard(t *testing.T) {
	b, _ := boardOf(t, 400, 400, sample(1, 1, 1, 1, 1))
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

func BenchmarkBoardReload500(b *testing.B) {
	board, _ := boardOf(b, 1153, 600, sample(200, 100, 100, 50, 30, 20))
	columns := [][]BoardColumn{sample(200, 100, 100, 50, 30, 20), sample(199, 101, 100, 50, 30, 20)}
	for i := 0; b.Loop(); i++ {
		board.SetColumns(columns[i%2])
	}
}

func BenchmarkBoardDragStep500(b *testing.B) {
	board, _ := boardOf(b, 1153, 600, sample(200, 100, 100, 50, 30, 20))
	card := cardOf(board, "a1")
	for i := 0; b.Loop(); i++ {
		hold(board, card, fyne.NewPos(float32(100+i*7%900), float32(100+i*3%400)))
	}
	card.DragEnd()
}

func BenchmarkBoardWheelStep500(b *testing.B) {
	board, _ := boardOf(b, 1153, 600, sample(200, 100, 100, 50, 30, 20))
	down := float32(-40)
	for i := 0; b.Loop(); i++ {
		if i%200 == 199 {
			down = -down
		}
		board.views[0].cards.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, down)})
	}
}
