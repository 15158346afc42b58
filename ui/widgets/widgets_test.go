package widgets

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"itportfoljen/app/base/draw"
	"itportfoljen/ui/async"
	"itportfoljen/ui/internal/testwindow"
	"itportfoljen/ui/theme"
)

// window shows an object at a size.
func window(t testing.TB, o fyne.CanvasObject, w, h float32) (fyne.Window, *Root) {
	t.Helper()
	win := testwindow.Open(t)
	root := NewRoot(win, o)
	win.Resize(fyne.NewSize(w, h))
	t.Cleanup(root.Release)
	return win, root
}

var press = testwindow.Press

func TestButtonTapsByPointerAndKeyUnlessDisabled(t *testing.T) {
	n := 0
	b := NewPrimary("Spara", func() { n++ })
	window(t, b, 200, 60)
	test.Tap(b)
	press(b, fyne.KeyReturn, fyne.KeySpace)
	b.Disable()
	test.Tap(b)
	if n != 3 {
		t.Errorf("tapped %d", n)
	}
}

func TestTooltipShowsAfterRestAndGoes(t *testing.T) {
	b := NewIconButton("plus", "Lägg till", nil)
	_, root := window(t, b, 200, 60)
	b.MouseIn(&desktop.MouseEvent{})
	if len(root.tips.Objects) != 0 {
		t.Error("shown at once")
	}
	async.Flush()
	if len(root.tips.Objects) != 1 {
		t.Fatal("not shown")
	}
	b.MouseOut()
	if len(root.tips.Objects) != 0 {
		t.Error("still shown")
	}
}

func TestToastUndoesAndGoes(t *testing.T) {
	_, root := window(t, NewText("", Normal), 600, 400)
	undone := false
	root.Toast("Borttaget", Good, "Ångra", func() { undone = true })
	root.Toast("Sparat", Good, "", nil)
	toast := root.toasts.box.Objects[0].(*Toast)
	toast.onAction()
	if !undone || root.Toasts() != 1 {
		t.Errorf("undone %v, left %d", undone, root.Toasts())
	}
	async.Flush()
	if root.Toasts() != 0 {
		t.Error("a toast stays")
	}
}

// TestAToastKeepsWithinTheWindow, with all that it offers and a name that nobody reads.
func TestAToastKeepsWithinTheWindow(t *testing.T) {
	_, root := window(t, NewText("", Normal), 593, 256)
	offered := ""
	toast := root.Toast("Ledningsgruppsrapport för en kommun och en enhet med orimligt långa namn 2026-11-21.pdf är sparad.", Good, "", nil)
	for _, name := range []string{"Öppna", "Visa i mapp"} {
		toast.Offer(name, func() { offered = name })
	}
	if w := toast.MinSize().Width; w > 593 || toast.Size().Width < w || len(toast.said.Objects) < 2 {
		t.Errorf("a toast of %v (%v) in %d lines", w, toast.Size(), len(toast.said.Objects))
	}
	last := toast.body.Objects[len(toast.body.Objects)-2].(*Button)
	if end := last.Position().X + last.Size().Width; end > 593 || last.Position().X < 100 {
		t.Errorf("the last button is at %v", last.Position())
	}
	last.onTap()
	if offered != "Visa i mapp" || root.Toasts() != 0 {
		t.Errorf("did %q, %d toasts", offered, root.Toasts())
	}
}

func TestNavTabsAndActionsFollowTheKeyboard(t *testing.T) {
	got := ""
	nav := NewNav("A", "B", []NavItem{{ID: "1", Label: "Ett", Icon: "list"}, {ID: "2", Label: "Två", Icon: "list"}}, func(id string) { got += "n" + id })
	tabs := NewTabBar([]TabItem{{ID: "1", Label: "Ett"}, {ID: "2", Label: "Två"}}, func(id string) { got += "t" + id })
	list := NewActionList([]TodoItem{{Key: "x", Text: "Gör"}, {Key: "y", Text: "Gör mer"}}, func(key string) { got += key })
	win, _ := window(t, VStack(0, nav, tabs, list), 400, 500)
	win.Canvas().Focus(nav.items[0])
	press(win.Canvas().Focused(), fyne.KeyDown)
	press(win.Canvas().Focused(), fyne.KeyReturn)
	win.Canvas().Focus(tabs.tabs[0])
	press(win.Canvas().Focused(), fyne.KeyRight)
	win.Canvas().Focus(list.rows[0])
	press(win.Canvas().Focused(), fyne.KeyDown)
	press(win.Canvas().Focused(), fyne.KeyReturn)
	if got != "n2t2y" {
		t.Errorf("got %q", got)
	}
	nav.SetBadge("1", 120)
	nav.SetCollapsed(true)
	if w := nav.MinSize().Width; w > 60 || nav.items[0].count.Text != "99+" {
		t.Errorf("collapsed to %v, badge %q", w, nav.items[0].count.Text)
	}
}

func TestSplitRemembersTheTrailingWidth(t *testing.T) {
	s := NewSplit(NewText("a", Normal), NewText("b", Normal), 300)
	moved := float32(0)
	s.OnMoved = func(w float32) { moved = w }
	win, _ := window(t, s, 1000, 300)
	s.handle.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-50, 0)})
	s.handle.DragEnd()
	win.Resize(fyne.NewSize(1400, 300))
	if moved != 350 || s.b.Size().Width != 349 {
		t.Errorf("moved %v, width %v", moved, s.b.Size().Width)
	}
	s.SetTrailing(nil)
	if s.a.Size().Width != 1400 {
		t.Errorf("leading is %v wide", s.a.Size().Width)
	}
}

func TestPictureRebuildsAndAnswers(t *testing.T) {
	built, hit := 0, ""
	p := NewPicture(100, 80, func(w, h float64) draw.Drawing {
		built++
		d := draw.Drawing{W: w, H: h, Hits: []draw.Hit{{X: 10, Y: 10, W: 20, H: 20, Key: "stapel", Tip: "12 mnkr"}}}
		var ring draw.Polygon
		for i := range 20 {
			ring.Points = append(ring.Points, [2]float64{float64(i), float64(i % 5)})
		}
		d.Add(draw.Rect{W: 10, H: 10}, draw.Line{X2: 10, Dash: true}, draw.Circle{R: 3}, ring, draw.Text{Text: "x", Align: draw.Right})
		return d
	}, func(key string) { hit = key })
	win, _ := window(t, p, 300, 200)
	before := built
	win.Resize(fyne.NewSize(400, 200))
	p.Tapped(&fyne.PointEvent{Position: fyne.NewPos(15, 15)})
	if built != before+1 || hit != "stapel" {
		t.Errorf("built %d, hit %q", built-before, hit)
	}
	hit = ""
	p.hit = -1
	press(p, fyne.KeyRight)
	if shownTip.tip == nil || shownTip.tip.AccessibilityLabel() != "12 mnkr" {
		t.Error("the arrows don't say what is there")
	}
	press(p, fyne.KeyReturn)
	if hit != "stapel" {
		t.Error("the keyboard can't reach it")
	}
	theme.Apply(fyne.CurrentApp(), theme.Settings{Mode: theme.Dark})
	p.Refresh()
	if built != before+2 {
		t.Error("not rebuilt in the new colours")
	}
}

func TestStepsGoBackOnly(t *testing.T) {
	got := -1
	s := NewSteps("Fil", "Kolumner", "Klart")
	s.OnSelect = func(i int) { got = i }
	window(t, s, 500, 60)
	s.SetStep(1)
	test.Tap(s.items[2])
	if got != -1 {
		t.Error("went ahead")
	}
	test.Tap(s.items[0])
	if got != 0 {
		t.Error("can't go back")
	}
}

func TestAMenuPicksByKeyboard(t *testing.T) {
	win, _ := window(t, NewText("", Normal), 800, 600)
	ran := ""
	ShowMenu(win.Canvas(), fyne.NewPos(10, 10), MenuItem{Label: "A", Disabled: true}, MenuItem{}, MenuItem{Label: "B", Run: func() { ran = "b" }})
	press(win.Canvas().Focused(), fyne.KeyReturn)
	if ran != "b" || win.Canvas().Overlays().Top() != nil {
		t.Errorf("ran %q", ran)
	}
}

func TestWidgetsFollowTheTheme(t *testing.T) {
	card := NewCard("Titel", "", NewParagraph("Text", Normal))
	window(t, VStack(0, card, NewImageView(image.NewRGBA(image.Rect(0, 0, 10, 14)))), 400, 500)
	theme.Apply(fyne.CurrentApp(), theme.Settings{Mode: theme.Dark, TextPercent: 150})
	card.Refresh()
	if card.rect.FillColor != theme.Current().Surface {
		t.Error("old colours")
	}
}
