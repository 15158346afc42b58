package input

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// Answer is one of the answers to a question.
type Answer struct {
	ID, Label, Detail string
	Why               string // what speaks for it, on a line of its own
	Icon              string // instead of its number
	Unsure            bool   // it isn't marked until somebody does
}

// Answers is a question's answers: a field to type in, which keeps the keyboard, and a
// list under it that what is typed picks from. Enter takes the marked one; arrows mark
// another, and a digit takes one.
type Answers struct {
	widget.BaseWidget
	// Find gives the answers to show for what is typed, and what to say under them.
	Find   func(typed string) (answers []Answer, note string, style widgets.Style)
	OnTake func(Answer)
	OnMark func(a Answer, marked bool)
	// OnKey has the keys first, and OnShortcut the shortcuts; true: handled.
	OnKey      func(*fyne.KeyEvent) bool
	OnShortcut func(fyne.Shortcut) bool
	Digits     bool // a digit is no part of what is typed, and takes an answer

	field   *Entry
	answers []Answer
	rows    []*answerRow
	marked  int
	note    *widgets.Text
}

var _ fyne.Widget = (*Answers)(nil)

// NewAnswers makes an empty list; long: what is typed may have several lines, which
// Shift+Enter breaks.
func NewAnswers(placeholder string, long bool) *Answers {
	a := &Answers{marked: -1, note: widgets.NewParagraph("", widgets.Muted)}
	if a.field = NewEntry(placeholder); long {
		a.field = newLongEntry(3)
		a.field.PlaceHolder = placeholder
	}
	a.field.TabKey = true
	a.field.onTyped = a.typed
	a.field.OnKey = a.key
	a.field.OnShortcut = func(s fyne.Shortcut) bool { return a.OnShortcut != nil && a.OnShortcut(s) }
	a.ExtendBaseWidget(a)
	return a
}

// Target is what to give the keyboard to.
func (a *Answers) Target() fyne.Focusable { return a.field }

// Text is what is typed.
func (a *Answers) Text() string { return a.field.Text }

// Marked is the answer that Enter takes.
func (a *Answers) Marked() (Answer, bool) {
	if a.marked < 0 || a.marked >= len(a.answers) {
		return Answer{}, false
	}
	return a.answers[a.marked], true
}

// Clear empties the field and shows the answers there are.
func (a *Answers) Clear() {
	a.field.Set("")
	a.Renew()
}

// Renew looks for the answers anew.
func (a *Answers) Renew() {
	var style widgets.Style
	var note string
	a.answers, note, style = a.Find(a.field.Text)
	a.note.Set(note, style)
	a.note.Hidden = note == ""
	a.rows = nil
	for i := range a.answers {
		a.rows = append(a.rows, newAnswerRow(a, i))
	}
	a.marked = -1
	if len(a.answers) > 0 && !a.answers[0].Unsure {
		a.marked = 0
	}
	a.Refresh()
	a.tellMark()
}

func (a *Answers) tellMark() {
	if a.OnMark != nil {
		m, ok := a.Marked()
		a.OnMark(m, ok)
	}
}

func (a *Answers) typed(s string) {
	if n, err := strconv.Atoi(s); a.Digits && err == nil && len(s) == 1 {
		a.field.Set("")
		if n >= 1 && n <= len(a.answers) {
			a.take(n - 1)
		}
		return
	}
	a.Renew()
}

func (a *Answers) take(i int) {
	if i >= 0 && i < len(a.answers) {
		a.OnTake(a.answers[i])
	}
}

// mark marks an answer, round the ends.
func (a *Answers) mark(i int) {
	if n := len(a.answers); n > 0 {
		a.marked = (i + n) % n
		for _, r := range a.rows {
			r.Refresh()
		}
		a.tellMark()
	}
}

func (a *Answers) key(e *fyne.KeyEvent) bool {
	if a.OnKey != nil && a.OnKey(e) {
		return true
	}
	switch e.Name {
	case fyne.KeyDown:
		a.mark(a.marked + 1)
	case fyne.KeyUp:
		a.mark(max(a.marked, 0) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if a.field.MultiLine && widgets.Modifiers()&fyne.KeyModifierShift != 0 {
			return false
		}
		a.take(a.marked)
	default:
		return false
	}
	return true
}

// CreateRenderer implements fyne.Widget.
func (a *Answers) CreateRenderer() fyne.WidgetRenderer {
	return paint.RenderFunc(a, func() []fyne.CanvasObject {
		o := []fyne.CanvasObject{a.field, a.note}
		for _, r := range a.rows {
			o = append(o, r)
		}
		return o
	}, func() {
		for _, r := range a.rows {
			r.Refresh()
		}
	}, func() fyne.Size {
		h := a.field.MinSize().Height + px(10)
		for _, r := range a.rows {
			h += r.height(a.Size().Width) + px(4)
		}
		if !a.note.Hidden {
			h += a.note.MinSize().Height + px(6)
		}
		return fyne.NewSize(px(280), h)
	}, func(s fyne.Size) {
		h := a.field.MinSize().Height
		paint.Put(a.field, 0, 0, s.Width, h)
		y := h + px(10)
		for _, r := range a.rows {
			rh := r.height(s.Width)
			paint.Put(r, 0, y, s.Width, rh)
			y += rh + px(4)
		}
		a.note.Resize(fyne.NewSize(s.Width, a.note.MinSize().Height))
		paint.Put(a.note, 0, y+px(2), s.Width, a.note.MinSize().Height)
	})
}

// answerRow is one answer: its number, what it is, and why.
type answerRow struct {
	widgets.Control
	of                    *Answers
	index                 int
	ground, badge         *canvas.Rectangle
	number, label, detail *canvas.Text
	why                   *widgets.Text
	icon                  *canvas.Image
}

func newAnswerRow(a *Answers, i int) *answerRow {
	r := &answerRow{of: a, index: i, ground: paint.NewRect(8), badge: paint.NewRect(6), number: paint.NewText(12, true), label: paint.NewText(14, true),
		detail: paint.NewText(13, false), why: widgets.NewParagraph(a.answers[i].Why, widgets.Muted), icon: paint.NewIcon()}
	r.why.MaxLines = 2
	r.number.Alignment = fyne.TextAlignCenter
	r.Extend(r, func() { a.take(i) })
	r.PassTab()
	return r
}

func (r *answerRow) answer() Answer {
	if r.index < len(r.of.answers) {
		return r.of.answers[r.index]
	}
	return Answer{}
}

// CreateRenderer implements fyne.Widget.
func (r *answerRow) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(r, []fyne.CanvasObject{r.ground, r.badge, r.number, r.icon, r.label, r.detail, r.why}, func() {
		p, a, on := theme.Current(), r.answer(), r.of.marked == r.index
		fill, stroke := p.Surface, p.Hairline
		if r.Hovered() {
			fill = p.Hover
		}
		badge, number := p.Neutral.Ground, p.Neutral.Text
		if on {
			fill, stroke, badge, number = p.AccentSoft, p.Accent, p.AccentFill, p.OnAccent
		}
		paint.SetRect(r.ground, fill, stroke, 1)
		paint.SetRect(r.badge, badge, nil, 0)
		digit := ""
		if a.Icon == "" && r.of.Digits {
			digit = strconv.Itoa(r.index + 1)
		}
		r.badge.Hidden = digit == ""
		paint.SetText(r.number, digit, 12, number)
		paint.SetIcon(r.icon, a.Icon, p.Accent)
		paint.SetText(r.label, a.Label, 14, p.Text)
		paint.SetText(r.detail, a.Detail, 13, p.TextMuted)
		r.why.Hidden = a.Why == ""
		r.why.Refresh()
	}, func() fyne.Size {
		return fyne.NewSize(px(220), r.height(r.Size().Width))
	}, func(s fyne.Size) {
		a := r.answer()
		paint.Put(r.ground, 0, 0, s.Width, s.Height)
		x, line := px(14), px(36)
		if a.Why != "" {
			line = px(32)
		}
		if a.Icon != "" || r.of.Digits {
			paint.Put(r.badge, px(10), (s.Height-px(22))/2, px(22), px(22))
			paint.Put(r.number, px(10), (s.Height-px(22))/2, px(22), px(22))
			paint.Put(r.icon, px(13), (s.Height-px(16))/2, px(16), px(16))
			x = px(44)
		}
		room := s.Width - x - px(14)
		w := min(room, paint.TextWidth(a.Label, px(14), true)+1)
		r.label.Text = paint.Fit(a.Label, w+1, px(14), true)
		paint.Put(r.label, x, 0, w, line)
		r.detail.Text = paint.Fit(a.Detail, max(0, room-w-px(12)), px(13), false)
		r.Cuts(a.Label, r.label.Text, a.Detail, r.detail.Text)
		paint.Put(r.detail, x+w+px(12), 0, max(0, room-w-px(12)), line)
		paint.Put(r.why, x, px(28), room, max(0, s.Height-px(32)))
	})
}

// height is how high the row is at a width: the reason may take two lines.
func (r *answerRow) height(width float32) float32 {
	why := r.answer().Why
	if why == "" {
		return px(36)
	}
	lines := 1
	if width > 0 {
		lines = len(paint.Wrap(why, width-px(58), px(13), false, 2))
	}
	return px(37) + float32(lines)*paint.LineHeight(13)
}

// AccessibilityLabel reads the answer and why.
func (r *answerRow) AccessibilityLabel() string {
	a := r.answer()
	return a.Label + " " + a.Detail + ". " + a.Why
}

// AccessibilityRole is button.
func (r *answerRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
