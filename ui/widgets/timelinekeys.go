package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/date"
)

var (
	_ fyne.Focusable    = (*Timeline)(nil)
	_ fyne.Shortcutable = (*Timeline)(nil)
)

// count is how many lines there are, with those in the tray.
func (t *Timeline) count() int { return len(t.lines) + len(t.tray) }

// at is the key of a line, "" for none.
func (t *Timeline) at(i int) string {
	switch {
	case i < 0 || i >= t.count():
		return ""
	case i < len(t.lines):
		return t.lines[i].Key
	}
	return t.tray[i-len(t.lines)]
}

// index is where a line is; −1 for none.
func (t *Timeline) index(key string) int {
	if key == "" {
		return -1
	}
	if t.at(t.row) == key {
		return t.row
	}
	if i := slices.IndexFunc(t.lines, func(l TimelineLine) bool { return l.Key == key }); i >= 0 {
		return i
	}
	if i := slices.Index(t.tray, key); i >= 0 {
		return i + len(t.lines)
	}
	return -1
}

// put moves the cursor without telling anybody.
func (t *Timeline) put(i int) { t.cursor, t.row = t.at(i), i }

// heading tells whether the cursor is at the heading of a group.
func (t *Timeline) heading() bool {
	i := t.index(t.cursor)
	return i >= 0 && i < len(t.lines) && t.lines[i].Heading
}

// act opens what is at the cursor, or folds its group.
func (t *Timeline) act() {
	switch i := t.index(t.cursor); {
	case i < 0:
	case t.heading():
		if t.OnFold != nil {
			t.OnFold(t.cursor, !t.lines[i].Open)
		}
	case t.OnOpen != nil:
		t.OnOpen(t.cursor)
	}
}

// take gives the timeline the keyboard when something in it was pointed at.
func (t *Timeline) take() {
	t.pointed = true
	FocusOn(t)
	t.pointed, t.ring = false, false
}

// Focus gives the timeline the keyboard.
func (t *Timeline) Focus() { FocusOn(t) }

// FocusGained shows the cursor: where it was, else at the first line.
func (t *Timeline) FocusGained() {
	KeyboardTo(nil)
	t.focused, t.ring = true, !t.pointed
	if !t.pointed && t.index(t.cursor) < 0 && t.count() > 0 {
		t.put(0)
		for i, l := range t.lines {
			if !l.Heading {
				t.put(i)
				break
			}
		}
	}
	t.redraw()
	if !t.pointed {
		BringIntoView(t)
	}
}

// FocusLost implements fyne.Focusable.
func (t *Timeline) FocusLost() {
	t.focused, t.ring = false, false
	t.redraw()
}

// KeyDown implements desktop.Keyable.
func (t *Timeline) KeyDown(e *fyne.KeyEvent) { KeyDown(t, e) }

// KeyUp implements desktop.Keyable.
func (t *Timeline) KeyUp(e *fyne.KeyEvent) { KeyUp(t, e) }

// TypedRune shows less time at + and more at −.
func (t *Timeline) TypedRune(r rune) {
	switch r {
	case '+':
		t.zoomBy(1, t.viewW()/2)
	case '-', '−':
		t.zoomBy(-1, t.viewW()/2)
	}
}

// TypedKey moves the cursor among the lines and the days in view, opens, folds, and lets go
// of a bar that is held.
func (t *Timeline) TypedKey(e *fyne.KeyEvent) {
	t.ring = true
	if t.drag != nil {
		if e.Name == fyne.KeyEscape {
			t.cancel()
		}
		return
	}
	page := max(1, int(t.scroll.Size().Height/rowH())-1)
	i := max(0, t.index(t.cursor))
	if asksForMenu(e.Name) && t.OnMenu != nil && t.index(t.cursor) >= 0 && !t.heading() {
		t.reveal(false)
		y := t.headH() + rowH()*float32(i+1) - t.scroll.Offset.Y
		t.OnMenu(t.cursor, PositionOf(t).AddXY(t.namesW(t.Size().Width), min(y, t.Size().Height)))
		return
	}
	switch e.Name {
	case fyne.KeyUp:
		t.step(i - 1)
	case fyne.KeyDown:
		t.step(i + 1)
	case fyne.KeyPageUp:
		t.step(max(0, i-page))
	case fyne.KeyPageDown:
		t.step(min(t.count()-1, i+page))
	case fyne.KeyHome:
		t.step(0)
	case fyne.KeyEnd:
		t.step(t.count() - 1)
	case fyne.KeyLeft:
		t.scrollX(t.scroll.Offset.X - t.viewW()/6)
	case fyne.KeyRight:
		t.scrollX(t.scroll.Offset.X + t.viewW()/6)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.act()
	default:
		PassKey(t, e)
		return
	}
	t.redraw()
}

// TypedShortcut moves the bar with Alt and an arrow, its end with Shift too.
func (t *Timeline) TypedShortcut(s fyne.Shortcut) {
	if WindowShortcut(t, s) {
		return
	}
	k, ok := s.(*desktop.CustomShortcut)
	by := map[fyne.KeyName]int{}
	if ok {
		by = map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1}
	}
	if !ok || by[k.KeyName] == 0 || t.drag != nil || t.heading() || t.index(t.cursor) < 0 {
		PassShortcut(t, s)
		return
	}
	switch k.Modifier {
	case fyne.KeyModifierAlt:
		t.Nudge(by[k.KeyName], false)
	case fyne.KeyModifierAlt | fyne.KeyModifierShift:
		t.Nudge(by[k.KeyName], true)
	default:
		PassShortcut(t, s)
	}
}

// Nudge moves the cursor's bar a step, or only its end. What has no days gets them from the
// next step on.
func (t *Timeline) Nudge(by int, end bool) {
	if t.Fixed {
		if t.OnFixed != nil {
			t.OnFixed()
		}
		return
	}
	r, u := t.rowOf(t.cursor), t.zoom.Step
	from, to := shifted(r.From, r.To, u, by)
	switch {
	case !r.Dated():
		if from = u.After(u.Begin(t.Today), 1); by < 0 {
			from = u.Begin(t.Today)
		}
		to = u.After(from, 1).AddDays(-1)
	case end && r.To.IsZero():
		from, to = r.From, u.Last(r.From)
	case end:
		from = r.From // also when it then ends before: the page says why it may not
	}
	t.change(t.cursor, from, to)
	t.revealDays(from, to)
}

// step moves the cursor to a line, and tells of it.
func (t *Timeline) step(i int) {
	if i < 0 || i >= t.count() {
		return
	}
	t.put(i)
	t.reveal(false)
	if !t.heading() && t.OnCursor != nil {
		t.OnCursor(t.cursor)
	}
}

// reveal brings the cursor's line into view, and its days when asked.
func (t *Timeline) reveal(days bool) {
	i := t.index(t.cursor)
	if i < 0 || t.viewW() <= 0 {
		return
	}
	h := rowH()
	if i >= len(t.lines) {
		s, y := t.below.scroll, float32(i-len(t.lines))*h
		if y < s.Offset.Y || y+h > s.Offset.Y+s.Size().Height {
			s.ScrollToOffset(fyne.NewPos(0, max(0, min(y, h*float32(len(t.tray))-s.Size().Height))))
		}
		return
	}
	y, view := float32(i)*h, t.scroll.Size().Height
	switch {
	case y < t.scroll.Offset.Y:
		t.scrollY(y)
	case y+h > t.scroll.Offset.Y+view:
		t.scrollY(y + h - view)
	}
	if days && !t.lines[i].Heading {
		if r := t.rowOf(t.cursor); r.Dated() {
			t.revealDays(r.From, r.To)
		}
	}
}

// revealDays brings a bar into view when none of it is.
func (t *Timeline) revealDays(from, to date.Date) {
	r := chart.GanttRow{From: from, To: to}
	if !r.Dated() {
		return
	}
	a, b := r.Reach(t.scale(), chart.GanttStub(font()))
	w := float64(t.viewW() / px(1))
	if b > w*0.02 && a < w*0.98 {
		return
	}
	if from.IsZero() {
		from = to
	}
	t.scrollX(float32(float64(t.from.DaysUntil(from))*t.zoom.perDay)*px(1) - t.viewW()*0.2)
}
