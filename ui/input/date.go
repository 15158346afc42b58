package input

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/app/base/date"
	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/widgets"
)

// Date is a day as text, in any usual way of writing, with a calendar.
type Date struct {
	widget.BaseWidget
	report
	OnCommit func(date.Date) error
	Today    func() date.Date

	text   *Text
	button *widgets.Button
	value  date.Date
}

var _ fyne.Widget = (*Date)(nil)

// NewDate makes a date field; today says which day it is.
func NewDate(d date.Date, today func() date.Date, onCommit func(date.Date) error) *Date {
	f := &Date{OnCommit: onCommit, Today: today, value: d}
	f.text = NewText(d.String(), "åååå-mm-dd", func(s string) error {
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
	f.button = widgets.NewIconButton("calendar", "Kalender", f.Open)
	f.ExtendBaseWidget(f)
	return f
}

func (f *Date) commit(d date.Date) error {
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
func (f *Date) Renew(d date.Date) { f.value = d; f.text.Renew(d.String()) }

// Refuse keeps what is written although it couldn't be saved; see Text.
func (f *Date) Refuse(stored date.Date) { f.value = stored; f.text.Refuse(stored.String()) }

// Accept ends what Refuse began.
func (f *Date) Accept() { f.text.Accept() }

// OnRestore is called when Escape has put back what was.
func (f *Date) OnRestore(run func()) { f.text.OnRestore = run }

// Target is what to give the keyboard to.
func (f *Date) Target() fyne.Focusable { return f.text.entry }

// Open shows the calendar.
func (f *Date) Open() {
	shown := f.value
	if d, err := date.ParseDay(f.text.Text()); err == nil {
		shown = d
	}
	OpenCalendar(f, f.Today(), shown, func(d date.Date) { f.tell(f.commit(d)) })
}

// OpenCalendar shows the calendar by an object, and gives the day that is picked.
func OpenCalendar(at fyne.CanvasObject, today, shown date.Date, done func(date.Date)) {
	c := widgets.CanvasOf(at)
	if c == nil {
		return
	}
	var overlay *widgets.Overlay
	cal := NewCalendar(today, shown, func(d date.Date) {
		overlay.Close()
		done(d)
	})
	overlay = widgets.NewOverlay(c, cal, widgets.Below(at, 0))
	overlay.ShowFocus(cal)
}

// CreateRenderer implements fyne.Widget.
func (f *Date) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(f, []fyne.CanvasObject{f.text, f.button}, func() {}, func() fyne.Size {
		return fyne.NewSize(px(140), f.text.MinSize().Height)
	}, func(s fyne.Size) {
		w := min(s.Width, px(170))
		paint.Put(f.text, 0, 0, w, s.Height)
		d := s.Height - px(8)
		paint.Put(f.button, w-d-px(4), px(4), d, d)
	})
}
