package input

import (
	"image/color"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/async"
	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// reporter is an input that tells how a commit went: nil for saved.
type reporter interface{ onReport(func(error)) }

// report is what inputs embed to reach their Field.
type report struct{ to func(error) }

func (r *report) onReport(f func(error)) { r.to = f }

func (r *report) tell(err error) {
	if r.to != nil {
		r.to(err)
	}
}

// Field is a row of a form: label, input, and under it the reason when
// something is wrong. Whoever saves the value says so with Saved, when the disk
// has answered.
type Field struct {
	widget.BaseWidget
	Above      bool    // the label stands above instead of at the left
	LabelWidth float32 // at 100 %; 0 means 128
	Required   bool
	Note       string // small text under the input, e.g. why it is required

	label    string
	help     string
	err      string
	input    fyne.CanvasObject
	text     *canvas.Text
	more     *canvas.Text // a long label's second line
	mark     *canvas.Text
	problem  *widgets.Text
	tick     *canvas.Image
	helpIcon fyne.CanvasObject
	whole    *widgets.Whole // says a label that is cut
	leads    *goMark
	stop     func()
}

var _ fyne.Widget = (*Field)(nil)

// NewField makes a row; help, which may be empty, is a tooltip at the label.
func NewField(label, help string, input fyne.CanvasObject) *Field {
	f := &Field{label: label, help: help, input: input, text: paint.NewText(13, false), more: paint.NewText(13, false), mark: paint.NewText(13, true), problem: widgets.NewParagraph("", widgets.Bad), tick: paint.NewIcon(), leads: newGoMark(), whole: widgets.NewWhole()}
	f.problem.FontSize = 12
	if help != "" {
		f.helpIcon = NewHelpMark(help)
	}
	f.takeUp(input)
	f.tick.Hide()
	f.ExtendBaseWidget(f)
	return f
}

// takeUp lets an input, or each of those that stand together, tell the row of what it refuses, and
// know where it stands.
func (f *Field) takeUp(input fyne.CanvasObject) {
	if c, ok := input.(*fyne.Container); ok {
		for _, o := range c.Objects {
			f.takeUp(o)
		}
		return
	}
	if r, ok := input.(reporter); ok {
		r.onReport(func(err error) {
			if err != nil {
				f.SetError(err.Error())
			} else {
				f.SetError("")
			}
		})
	}
	if in, ok := input.(interface{ inRow(row fyne.CanvasObject) }); ok {
		in.inRow(f)
	}
}

// AboveLabel puts the label above and returns the field.
func (f *Field) AboveLabel() *Field { f.Above = true; return f }

// Label is what the field is called.
func (f *Field) Label() string { return f.label }

// Input is the field's input.
func (f *Field) Input() fyne.CanvasObject { return f.input }

// SetError shows what is wrong under the input, all of it and in view; "" takes
// it away.
func (f *Field) SetError(msg string) {
	if f.err != msg {
		f.err = msg
		f.Refresh()
		widgets.MakeRoom(f, msg != "")
	}
}

// Error is what is wrong.
func (f *Field) Error() string { return f.err }

// SetNote changes the small text under the input.
func (f *Field) SetNote(note string) { f.Note = note; f.Refresh() }

// TickTime is how long the tick of what was saved shows.
const TickTime = 1800 * time.Millisecond

// Saved shows the tick for a moment.
func (f *Field) Saved() {
	if f.stop != nil {
		f.stop()
	}
	f.tick.Show()
	f.showLead()
	f.Refresh()
	f.stop = async.After(TickTime, func() {
		f.tick.Hide()
		f.showLead()
		f.Refresh()
	})
}

// Ticked tells whether the tick shows.
func (f *Field) Ticked() bool { return f.tick.Visible() }

func (f *Field) below() string {
	if f.err != "" {
		return f.err
	}
	return f.Note
}

func (f *Field) labelWidth() float32 {
	w := f.LabelWidth
	if w == 0 {
		w = 128
	}
	return px(w)
}

// CreateRenderer implements fyne.Widget.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{f.text, f.more, f.whole, f.mark, f.input, f.problem, f.tick, f.leads}
	if f.helpIcon != nil {
		objects = append(objects, f.helpIcon)
	}
	return paint.Render(f, objects, func() {
		p := theme.Current()
		paint.SetText(f.text, f.label, 13, p.TextMuted)
		paint.SetText(f.more, "", 13, p.TextMuted)
		mark := ""
		if f.Required {
			mark = "•"
		}
		paint.SetText(f.mark, mark, 13, p.Accent)
		f.problem.Text, f.problem.Style = f.below(), widgets.Bad
		if f.err == "" {
			f.problem.Style = widgets.Muted
		}
		f.problem.Refresh()
		f.problem.Hidden = f.below() == ""
		if f.tick.Visible() {
			paint.SetIcon(f.tick, "check", p.Good.Text)
		}
	}, f.least, f.lay)
}

func (f *Field) least() fyne.Size {
	m := f.input.MinSize()
	w, h := m.Width+px(20), m.Height
	if f.Above {
		h += px(21)
	} else {
		w += f.labelWidth()
		if len(f.labelLines(f.labelWidth()-px(10))) > 1 {
			h = max(h, 2*px(17))
		}
	}
	return fyne.NewSize(w, h+f.lowHeight())
}

// lowHeight is the room for what stands under the input, at the field's width
// as it is now.
func (f *Field) lowHeight() float32 {
	if f.below() == "" {
		return 0
	}
	x := float32(0)
	if !f.Above {
		x = f.labelWidth()
	}
	h := f.problem.MinSize().Height
	if w := f.Size().Width - x - px(20); w > 0 {
		h = f.problem.HeightAt(w)
	}
	return h + px(3)
}

func (f *Field) lay(s fyne.Size) {
	x, y := float32(0), px(21)
	room := s.Width - px(20)
	rowH := min(f.input.MinSize().Height, px(33))
	if t, ok := f.input.(*widgets.Text); ok { // beside its first line
		rowH = t.LineHeight()
	}
	if !f.Above {
		x, y = f.labelWidth(), 0
		room = x - px(10)
	}
	labelY, labelH := float32(0), px(20)
	if !f.Above {
		labelH = rowH
	}
	lines := f.labelLines(room)
	f.text.Text, f.more.Text = lines[0], ""
	if f.whole.Say(""); strings.HasSuffix(lines[len(lines)-1], "…") && !strings.HasSuffix(f.label, "…") {
		f.whole.Say(f.label)
	}
	paint.Put(f.whole, 0, 0, room, float32(len(lines))*px(17))
	w := paint.TextWidth(lines[0], px(13), false)
	if len(lines) > 1 {
		labelY, labelH = px(17), px(17)
		paint.Put(f.text, 0, 0, w, labelH)
		f.more.Text = lines[1]
		w = paint.TextWidth(lines[1], px(13), false)
		paint.Put(f.more, 0, labelY, w, labelH)
	} else {
		paint.Put(f.text, 0, 0, w, labelH)
	}
	if f.Required {
		paint.Put(f.mark, w+px(3), labelY, px(8), labelH)
		w += px(9)
	}
	if f.helpIcon != nil {
		paint.Put(f.helpIcon, w+px(1), labelY+(labelH-px(18))/2, px(18), px(18))
	}
	if f.problem.Visible() {
		f.problem.Resize(fyne.NewSize(s.Width-x-px(20), 0))
	}
	low := f.lowHeight()
	h := max(s.Height-y-low, f.input.MinSize().Height)
	if _, long := f.input.(*Text); !long {
		h = f.input.MinSize().Height
	}
	paint.Put(f.input, x, y, max(0, s.Width-x-px(20)), h)
	paint.Put(f.problem, x, y+h+px(3), max(0, s.Width-x-px(20)), low)
	paint.Put(f.leads, s.Width-px(19), y+(rowH-px(22))/2, px(18), px(22))
	paint.Put(f.tick, s.Width-px(16), y+(rowH-px(14))/2, px(14), px(14))
}

// labelLines breaks the label in two where it stands at the left and is too
// long for its room, marks and all.
func (f *Field) labelLines(room float32) []string {
	if f.helpIcon != nil {
		room -= px(20)
	}
	if f.Required {
		room -= px(8)
	}
	if f.Above || room <= 0 || paint.TextWidth(f.label, px(13), false) <= room {
		return []string{paint.Fit(f.label, room, px(13), false)}
	}
	return paint.Wrap(f.label, room, px(13), false, 2)
}

// Section is a small heading between fields.
func Section(title string) fyne.CanvasObject {
	t := widgets.NewText(title, widgets.Strong)
	return widgets.Inset(10, 0, 2, 0, t)
}

// setFrame is the box of inputs that aren't text fields.
func setFrame(rect *canvas.Rectangle, focused, hovered, disabled, wrong bool) {
	p := theme.Current()
	fill, stroke, w := color.Color(p.Input), p.Field, float32(1)
	switch {
	case disabled:
		fill, stroke = p.Background, p.Hairline
	case wrong:
		stroke = p.Bad.Text
	case focused:
		stroke, w = p.Focus, p.Ring
	case hovered:
		stroke = p.TextMuted
	}
	paint.SetRect(rect, fill, stroke, w)
}
