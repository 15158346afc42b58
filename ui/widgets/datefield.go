package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/app/base/date"
	"itportfoljen/ui/internal/paint"
)

// DateField is a day as text, in any usual way of writing, with a calendar.
type DateField struct {
	widget.BaseWidget
	report
	OnCommit func(date.Date) error
	Today    func() date.Date

	text    *TextField
	button  *Button
	value   date.Date
	overlay *Overlay
}

var _ fyne.Widget = (*DateField)(nil)

// NewDateField makes a date field; today says which day it is.
func NewDateField(d date.Date, today func() date.Date, onCommit func(date.Date) error) *DateField {
	f := &DateField{OnCommit: onCommit, Today: today, value: d}
	f.text = NewTextField(d.String(), "åååå-mm-dd", func(s string) error {
		d := date.Date(0)
		if strings.TrimSpace(s) != "" {
			var err error
			if d, err = date.ParseDay(s); err != nil {
				return err
			}
		}
		return f.commit(d)
	})
	f.text.onReport(func(err error) { f.tell(err) })
	f.button = NewIconButton("calendar", "Kalender", f.Open)
	f.ExtendBaseWidget(f)
	return f
}

func (f *DateField) commit(d date.Date) error {
	f.text.wrong = false
	if f.OnCommit != nil {
		if err := f.OnCommit(d); err != nil {
			return err
		}
	}
	if f.text.wrong { // taken, and refused already
		return nil
	}
	f.value = d
	f.text.SetText(d.String())
	return nil
}

// Renew shows what is stored now, but never over what is being written.
func (f *DateField) Renew(d date.Date) { f.value = d; f.text.Renew(d.String()) }

// Refuse keeps what is written although it couldn't be saved; see TextField.
func (f *DateField) Refuse(stored date.Date) { f.value = stored; f.text.Refuse(stored.String()) }

// Accept ends what Refuse began.
func (f *DateField) Accept() { f.text.Accept() }

// OnRestore is called when Escape has put back what was.
func (f *DateField) OnRestore(run func()) { f.text.OnRestore = run }

// Target is what to give the keyboard to.
func (f *DateField) Target() fyne.Focusable { return f.text.entry }

// Open shows the calendar.
func (f *DateField) Open() {
	c := CanvasOf(f)
	if c == nil {
		return
	}
	shown := f.value
	if d, err := date.ParseDay(f.text.Text()); err == nil {
		shown = d
	}
	cal := NewCalendar(f.Today(), shown, func(d date.Date) {
		f.overlay.Close()
		err := f.commit(d)
		f.tell(err)
	})
	f.overlay = NewOverlay(c, cal, Below(f, 0))
	f.overlay.ShowFocus(cal)
}

// CreateRenderer implements fyne.Widget.
func (f *DateField) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(f, []fyne.CanvasObject{f.text, f.button}, func() {}, func() fyne.Size {
		return fyne.NewSize(px(140), f.text.MinSize().Height)
	}, func(s fyne.Size) {
		w := min(s.Width, px(170))
		paint.Put(f.text, 0, 0, w, s.Height)
		d := s.Height - px(8)
		paint.Put(f.button, w-d-px(4), px(4), d, d)
	})
}
