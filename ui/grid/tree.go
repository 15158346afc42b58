package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// Branch is how a row of a tree stands that others lie under.
type Branch uint8

// The branches.
const (
	Leaf   Branch = iota // nothing lies under it
	Closed               // what lies under it is folded away
	Opened
)

// Tree is where a row lies in a tree; the first cell of the row says it. The rows of a tree
// are rows as others: they are selected, opened and have menus.
type Tree struct {
	Is     bool
	Level  int // 0 is the outermost
	Branch Branch
}

// treeStep is how much deeper each level stands, and chevronRoom what its chevron takes.
const (
	treeStep    = 20
	chevronRoom = 20
)

// tree is where a row lies; its Is is false where rows don't make a tree.
func (g *Grid) tree(row int) Tree {
	if g.src == nil || row < 0 || row >= g.len() || len(g.Columns) == 0 {
		return Tree{}
	}
	return g.src.Cell(row, 0).Tree
}

// turn opens or closes what lies under a row; false where nothing does, or it is so already.
func (g *Grid) turn(row int, open bool) bool {
	want := Closed
	if open {
		want = Opened
	}
	if t := g.tree(row); !t.Is || t.Branch == Leaf || t.Branch == want || g.OnFold == nil {
		return false
	}
	g.OnFold(g.src.Key(row), open)
	return true
}

// treeKey is what an arrow means to a row of a tree: it opens and closes it, and goes to what it
// lies under and to the first that lies under it.
func (g *Grid) treeKey(name fyne.KeyName) bool {
	t := g.tree(g.cursor)
	if !t.Is || g.Cells {
		return false
	}
	switch name {
	case fyne.KeyLeft:
		if g.turn(g.cursor, false) {
			return true
		}
		for row := g.cursor - 1; row >= 0; row-- {
			if g.tree(row).Level < t.Level {
				g.goTo(row, g.column)
				break
			}
		}
	case fyne.KeyRight:
		if !g.turn(g.cursor, true) && t.Branch == Opened && g.cursor+1 < g.len() {
			g.goTo(g.cursor+1, g.column)
		}
	default:
		return false
	}
	return true
}

// shiftKey is what Alt and an arrow mean to a row of a tree: it comes to lie deeper, or less deep.
func (g *Grid) shiftKey(name fyne.KeyName) bool {
	if name != fyne.KeyLeft && name != fyne.KeyRight || g.OnShift == nil || !g.tree(g.cursor).Is {
		return false
	}
	g.OnShift(g.cursor, name == fyne.KeyRight)
	return true
}

// clickTree opens or closes a row by its chevron, with Ctrl all of its level.
func (b *body) clickTree(row int, at fyne.Position, mod fyne.KeyModifier) bool {
	g := b.grid
	t := g.tree(row)
	if !t.Is || t.Branch == Leaf {
		return false
	}
	x := g.treeX(t)
	if at.X < x-px(5) || at.X >= x+px(chevronRoom) {
		return false
	}
	b.input.downRow = -1 // a second click turns it back
	if mod&ctrl != 0 && g.OnFoldAll != nil {
		g.OnFoldAll(t.Level, t.Branch == Closed)
	} else {
		g.turn(row, t.Branch == Closed)
	}
	return true
}

// treeX is where a row's chevron stands.
func (g *Grid) treeX(t Tree) float32 { return g.screenX(0) + px(10) + float32(t.Level)*px(treeStep) }

// fillBranch draws the chevron of a row and gives how much further in its text stands.
func (r *row) fillBranch(g *Grid, col int, c *cell, t Tree) float32 {
	if !t.Is || t.Branch == Leaf {
		if c.branch != nil {
			c.branch.Hide()
		}
		if !t.Is {
			return 0
		}
		return float32(t.Level)*px(treeStep) + px(chevronRoom)
	}
	if c.branch == nil {
		c.branch = paint.NewIcon()
		home := r.home(g, col)
		home.Objects = append(home.Objects, c.branch)
	}
	name := "chevron-right"
	if t.Branch == Opened {
		name = "chevron-down"
	}
	paint.SetIcon(c.branch, name, theme.Current().TextMuted)
	i := px(14)
	paint.Put(c.branch, g.colX[col]+px(10)+float32(t.Level)*px(treeStep), (g.rowH-i)/2, i, i)
	return float32(t.Level)*px(treeStep) + px(chevronRoom)
}

// carrying is a row that is dragged onto another.
type carrying struct {
	on    bool
	from  int
	key   string // of the row, wherever it comes to stand
	onto  int    // −1 for none
	may   bool
	frame *canvas.Rectangle
	label *canvas.Rectangle
	says  *canvas.Text
}

func newCarrying() carrying {
	c := carrying{frame: paint.NewRect(4), label: paint.NewRect(6), says: paint.NewText(12, false)}
	c.hide()
	return c
}

func (c *carrying) hide() { c.frame.Hidden, c.label.Hidden, c.says.Hidden = true, true, true }

// carry takes the row that the pointer went down on along to where the pointer is.
func (b *body) carry(at fyne.Position) {
	g, c := b.grid, &b.carrying
	if !c.on {
		row := b.input.downRow
		if row < 0 || row >= g.len() || b.rowAt(at.Y) == row {
			return
		}
		c.on, c.from, c.key = true, row, g.src.Key(row)
	}
	c.onto = -1
	switch {
	case at.Y < 0:
		g.ShowRow(max(0, int(g.offY/g.rowH)-1))
	case at.Y > g.viewH():
		g.ShowRow(min(g.len()-1, int((g.offY+g.viewH())/g.rowH)))
	default:
		c.onto = b.rowAt(at.Y)
	}
	b.showCarried(at)
}

// showCarried frames the row that it would come to, and says what would become of it.
func (b *body) showCarried(at fyne.Position) {
	g, c, p := b.grid, &b.carrying, theme.Current()
	c.hide()
	c.may = false
	if c.onto < 0 || c.onto == c.from {
		b.Refresh()
		return
	}
	var says string
	says, c.may = g.Drops(c.from, c.onto)
	stroke, text := p.Accent, p.Text
	if !c.may {
		stroke, text = p.Bad.Solid, p.Bad.Text
	}
	paint.SetRect(c.frame, theme.WithAlpha(stroke, 0), stroke, 2)
	paint.Put(c.frame, 1, float32(c.onto)*g.rowH-g.offY, b.Size().Width-2, g.rowH-1)
	width := b.Size().Width - px(40)
	says = paint.Fit(says, width, px(12), false)
	w, h := paint.TextWidth(says, px(12), false)+px(20), px(26)
	x := max(4, min(at.X+px(14), b.Size().Width-w-4))
	y := at.Y + px(16)
	if y+h > g.viewH() {
		y = at.Y - h - px(8)
	}
	paint.SetRect(c.label, p.Raised, p.Border, 1)
	paint.Put(c.label, x, y, w, h)
	paint.SetText(c.says, says, 12, text)
	paint.Put(c.says, x+px(10), y, w-px(20), h)
	c.frame.Hidden, c.label.Hidden, c.says.Hidden = false, false, false
	b.Refresh()
}

// keepCarried lets go of a row that isn't where it was taken up any more.
func (b *body) keepCarried() {
	if c := &b.carrying; c.on && (c.from >= b.grid.len() || b.grid.src.Key(c.from) != c.key) {
		b.dropCarried()
	}
}

// dropCarried lets go of the row where it was; false when none is carried.
func (b *body) dropCarried() bool {
	if !b.carrying.on {
		return false
	}
	b.carrying.on = false
	b.carrying.hide()
	b.Refresh()
	return true
}

// endCarry gives the row to the one that it is over.
func (b *body) endCarry() bool {
	c := b.carrying
	if !b.dropCarried() {
		return false
	}
	if c.may && c.onto >= 0 && c.onto != c.from {
		b.grid.OnDrop(c.from, c.onto)
	}
	return true
}
