package widgets

import (
	"errors"
	"image"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/draw"
	"itportfoljen/ui/async"
	"itportfoljen/ui/theme"
)

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

func TestTextFieldCommitsRestoresAndRefuses(t *testing.T) {
	var saved []string
	f := NewTextField("gammal", "", func(s string) error {
		if s == "fel" {
			return errors.New("Så kan det inte heta.")
		}
		saved = append(saved, s)
		return nil
	})
	field := NewField("Namn", "", f)
	window(t, field, 400, 100)
	f.entry.SetText("ny")
	f.entry.FocusLost()
	f.entry.FocusLost() // unchanged: not saved again
	f.entry.SetText("fel")
	press(f.entry, fyne.KeyReturn)
	if field.Error() == "" {
		t.Error("the refusal doesn't show")
	}
	press(f.entry, fyne.KeyEscape)
	if f.Text() != "ny" || field.Error() != "" {
		t.Errorf("after Escape: %q, %q", f.Text(), field.Error())
	}
	if !slices.Equal(saved, []string{"ny"}) {
		t.Errorf("saved %q", saved)
	}
}

func TestDateFieldReadsTextAndCalendar(t *testing.T) {
	var saved []date.Date
	f := NewDateField(20270131, func() date.Date { return 20261121 }, func(d date.Date) error { saved = append(saved, d); return nil })
	field := NewField("Till", "", f)
	win, _ := window(t, field, 400, 500)
	f.text.entry.SetText("2027-02-30")
	_ = f.text.Commit()
	if field.Error() == "" || len(saved) != 0 {
		t.Error("a day that doesn't exist was taken")
	}
	f.text.entry.SetText("2027-03-01")
	_ = f.text.Commit()
	f.Open()
	cal := win.Canvas().Overlays().Top().(*Overlay).content.(*Calendar)
	press(cal, fyne.KeyDown, fyne.KeyRight, fyne.KeyReturn)
	f.text.entry.SetText("")
	_ = f.text.Commit()
	if !slices.Equal(saved, []date.Date{20270301, 20270309, 0}) {
		t.Errorf("saved %v", saved)
	}
}

func TestCalendarWeeksBeginOnMonday(t *testing.T) {
	window(t, NewText("", Normal), 100, 100)
	for day, want := range map[date.Date]date.Date{20261121: 20261026, 20270101: 20261228, 20270301: 20270301} {
		if got := NewCalendar(day, day, nil).start(); got != want {
			t.Errorf("%v begins with %v, want %v", day, got, want)
		}
	}
}

func TestSelectPicksClearsAndRefuses(t *testing.T) {
	var picked []string
	s := NewSelect([]Option{{ID: "a", Label: "Alfa"}, {ID: "b", Label: "Beta"}}, "a", func(id string) error {
		if id == "b" {
			return errors.New("Inte den.")
		}
		picked = append(picked, id)
		return nil
	})
	s.Clearable = true
	field := NewField("Val", "", s)
	win, _ := window(t, field, 400, 300)
	choose := func(keys ...fyne.KeyName) {
		s.Open()
		press(win.Canvas().Focused(), keys...)
	}
	choose(fyne.KeyDown, fyne.KeyReturn) // from Alfa, which is marked, to Beta
	if s.Value() != "a" || field.Error() == "" {
		t.Errorf("refused choice: %q, %q", s.Value(), field.Error())
	}
	choose(fyne.KeyUp, fyne.KeyReturn) // Ingen
	if s.Value() != "" || !slices.Equal(picked, []string{""}) {
		t.Errorf("cleared: %q, %q", s.Value(), picked)
	}
	s.Open()
	press(win.Canvas().Focused(), fyne.KeyEscape)
	if win.Canvas().Overlays().Top() != nil {
		t.Error("Escape leaves the list open")
	}
}

func TestPickerSearchesAndCreates(t *testing.T) {
	var asked, created, picked string
	p := NewPicker(Option{}, func(q string) []Option { asked = q; return []Option{{ID: "1", Label: "Anna Ek"}} }, func(id string) error { picked = id; return nil }, func(q string) { created = q })
	win, _ := window(t, p, 400, 300)
	p.Open()
	test.Type(win.Canvas().Focused(), "Åsa")
	press(win.Canvas().Focused(), fyne.KeyDown, fyne.KeyReturn)
	if asked != "Åsa" || created != "Åsa" {
		t.Errorf("asked %q, created %q", asked, created)
	}
	p.Open()
	press(win.Canvas().Focused(), fyne.KeyReturn)
	if picked != "1" || p.Value() != "1" {
		t.Errorf("picked %q", picked)
	}
}

func TestMultiPickerAddsAndRemoves(t *testing.T) {
	var ids []string
	m := NewMultiSelect([]Option{{ID: "a", Label: "Alfa"}, {ID: "b", Label: "Beta"}}, []string{"a"}, func(now []string) error { ids = now; return nil })
	win, _ := window(t, m, 300, 300)
	m.Open()
	press(win.Canvas().Focused(), fyne.KeyDown, fyne.KeyReturn)
	if !slices.Equal(ids, []string{"a", "b"}) {
		t.Errorf("added: %v", ids)
	}
	press(win.Canvas().Focused(), fyne.KeyEscape)
	test.Tap(m.chips[0])
	if !slices.Equal(ids, []string{"b"}) {
		t.Errorf("removed: %v", ids)
	}
}

func TestACheckIsTickedUnlessRefused(t *testing.T) {
	var seen []bool
	c := NewCheck("SSO", false, func(on bool) error { seen = append(seen, on); return nil })
	window(t, c, 200, 40)
	for range 2 {
		test.Tap(c)
	}
	if !slices.Equal(seen, []bool{true, false}) {
		t.Errorf("%v", seen)
	}
	c.OnChange = func(bool) error { return errors.New("nej") }
	test.Tap(c)
	if c.On() {
		t.Error("a refused tick stayed")
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

func TestPaletteAndMenuPickByKeyboard(t *testing.T) {
	win, _ := window(t, NewText("", Normal), 800, 600)
	picked := ""
	ShowPalette(win.Canvas(), "Sök", func(q string) []PaletteItem {
		return []PaletteItem{{ID: "1", Title: q + "1"}, {ID: "2", Title: q + "2"}}
	}, func(it PaletteItem) { picked = it.Title })
	test.Type(win.Canvas().Focused(), "h")
	press(win.Canvas().Focused(), fyne.KeyDown, fyne.KeyReturn)
	if picked != "h2" {
		t.Errorf("picked %q", picked)
	}
	ran := ""
	ShowMenu(win.Canvas(), fyne.NewPos(10, 10), MenuItem{Label: "A", Disabled: true}, MenuItem{}, MenuItem{Label: "B", Run: func() { ran = "b" }})
	press(win.Canvas().Focused(), fyne.KeyReturn)
	if ran != "b" || win.Canvas().Overlays().Top() != nil {
		t.Errorf("ran %q", ran)
	}
}

func TestChooserTicksAndOrders(t *testing.T) {
	var got []ColumnChoice
	c := NewColumnChooser([]ColumnChoice{{ID: "a", Title: "A"}, {ID: "b", Title: "B"}}, func(now []ColumnChoice) { got = now })
	window(t, c, 400, 500)
	c.swap(1, 0)
	if got[0].ID != "b" {
		t.Errorf("%v", got)
	}
	c.swap(0, -1)
	if c.Items()[0].ID != "b" {
		t.Error("moved out of the list")
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
	press(p, fyne.KeyRight, fyne.KeyReturn)
	if hit != "stapel" {
		t.Error("the keyboard can't reach it")
	}
	theme.Apply(fyne.CurrentApp(), theme.Settings{Mode: theme.Dark})
	p.Refresh()
	if built != before+2 {
		t.Error("not rebuilt in the new colours")
	}
}

func TestWidgetsFollowTheTheme(t *testing.T) {
	g := NewGrid(numbered(3), []GridColumn{{ID: "a", Title: "A", Width: 100}})
	card := NewCard("Titel", "", NewParagraph("Text", Normal))
	window(t, VStack(0, card, MinSize(100, 100, g), NewImageView(image.NewRGBA(image.Rect(0, 0, 10, 14)))), 400, 500)
	light := g.rows[0].ground.FillColor
	theme.Apply(fyne.CurrentApp(), theme.Settings{Mode: theme.Dark, TextPercent: 150})
	g.Refresh()
	card.Refresh()
	if g.rows[0].ground.FillColor == light || card.rect.FillColor != theme.Current().Surface {
		t.Error("old colours")
	}
	if g.rowH < 45 {
		t.Errorf("rows are %v high at 150 %%", g.rowH)
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

func TestTabPassesByWhatDoesNothing(t *testing.T) {
	search := NewSearchField("Sök", "Ctrl K", nil)
	opened := 0
	search.OnOpen = func() { opened++ }
	figure := NewKeyFigure("System", "83", "", Normal, nil)
	last := NewButton("Sist", func() {})
	win, _ := window(t, VStack(4, search, figure, last), 300, 300)
	win.Canvas().FocusNext()
	press(win.Canvas().Focused(), fyne.KeyReturn)
	win.Canvas().FocusNext()
	if win.Canvas().Focused() != fyne.Focusable(last) || opened != 1 {
		t.Errorf("focus is on %T, opened %d", win.Canvas().Focused(), opened)
	}
}
