package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
)

// How wide the board's columns are, at 100 % text size: never narrower than they can be
// read or wider than is any use. All are unfolded where that leaves them roomy.
const (
	columnLeast = 136
	columnRoomy = 200
	columnMost  = 300
	columnStrip = 30
	columnGap   = 10
)

// boardEdge is the air beside the outermost columns. It scrolls with them, so
// that the cards pass out at the edge of the page.
const boardEdge = 16

// boardSlot is what the layout knows of a column.
type boardSlot struct {
	empty  bool    // it folds first where there isn't room for all
	done   bool    // and then those that are done
	chosen *bool   // folded or not by the user, whatever the room
	held   bool    // unfolded for now
	strip  float32 // how long its strip must be
}

// boardPlace is where a column stands.
type boardPlace struct {
	x, y, w, h float32
	folded     bool
}

// layBoard gives the columns their places, and says how wide they are together. The
// unfolded share what the strips leave; width > 0 gives them that width instead. Strips
// beside each other stand under each other as long as there is room.
func layBoard(slots []boardSlot, size fyne.Size, width float32) ([]boardPlace, float32) {
	places := make([]boardPlace, len(slots))
	fold := func(empty, done bool) (open int) {
		for i, s := range slots {
			folds := s.empty && empty || s.done && done
			if s.chosen != nil {
				folds = *s.chosen
			}
			places[i].folded = folds && !s.held
			if !places[i].folded {
				open++
			}
		}
		return open
	}
	share := func(open int) float32 {
		room := size.Width - 2*boardEdge + columnGap
		for i := 0; i < len(slots); {
			if !places[i].folded {
				i++
				continue
			}
			for _, k := range stripsFrom(slots, places, i, size.Height) {
				room -= px(columnStrip) + columnGap
				i += k
			}
		}
		return room/float32(max(open, 1)) - columnGap
	}
	open := fold(false, false)
	if share(open) < px(columnRoomy) {
		open = fold(true, false)
	}
	if share(open) < px(columnRoomy) {
		open = fold(true, true)
	}
	if width == 0 {
		width = min(px(columnMost), max(px(columnLeast), share(open)))
	}
	x := float32(boardEdge)
	for i := 0; i < len(slots); {
		if !places[i].folded {
			places[i] = boardPlace{x: x, w: width, h: size.Height}
			x += width + columnGap
			i++
			continue
		}
		for _, k := range stripsFrom(slots, places, i, size.Height) {
			stack(slots[i:i+k], places[i:i+k], x, size.Height)
			x += px(columnStrip) + columnGap
			i += k
		}
	}
	return places, x - columnGap + boardEdge
}

// stripsFrom tells how the folded columns from i on, up to the next unfolded, stand
// under each other: how many in each strip.
func stripsFrom(slots []boardSlot, places []boardPlace, i int, height float32) []int {
	n := 0
	for i+n < len(slots) && places[i+n].folded {
		n++
	}
	pack := func(most int) (out []int) {
		for at := i; at < i+n; {
			k, h := 1, slots[at].strip
			for k < most && at+k < i+n && h+columnGap+slots[at+k].strip <= height {
				h += columnGap + slots[at+k].strip
				k++
			}
			out = append(out, k)
			at += k
		}
		return out
	}
	strips := pack(n)
	if even := pack((n + len(strips) - 1) / len(strips)); len(even) == len(strips) {
		return even
	}
	return strips
}

// stack puts strips under each other.
func stack(slots []boardSlot, places []boardPlace, x, height float32) {
	rest := height - columnGap*float32(len(slots)-1)
	for _, s := range slots {
		rest -= s.strip
	}
	y := float32(0)
	for i, s := range slots {
		h := max(0, s.strip+rest/float32(len(slots)))
		places[i] = boardPlace{x: x, y: y, w: px(columnStrip), h: h, folded: true}
		y += h + columnGap
	}
}

// boardRow is the columns where the board says that they stand. Between them the wheel
// scrolls sideways.
type boardRow struct {
	widget.BaseWidget
	board *Board
}

var _ fyne.Scrollable = (*boardRow)(nil)

func newBoardRow(b *Board) *boardRow {
	r := &boardRow{board: b}
	r.ExtendBaseWidget(r)
	return r
}

// Scrolled scrolls the board sideways.
func (r *boardRow) Scrolled(e *fyne.ScrollEvent) { r.board.wheel(nil, e) }

// CreateRenderer implements fyne.Widget.
func (r *boardRow) CreateRenderer() fyne.WidgetRenderer {
	return paint.RenderFunc(r, func() []fyne.CanvasObject {
		o := make([]fyne.CanvasObject, len(r.board.views))
		for i, v := range r.board.views {
			o[i] = v
		}
		return o
	}, func() {}, func() fyne.Size { return fyne.NewSize(r.board.width, px(100)) }, func(fyne.Size) {
		for i, v := range r.board.views {
			p := r.board.places[i]
			paint.Put(v, p.x, p.y, p.w, p.h)
		}
	})
}
