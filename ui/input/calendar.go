package input

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"itportfoljen/app/base/date"
	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

var weekdays = [...]string{"må", "ti", "on", "to", "fr", "lö", "sö"}

// Calendar is a month with weeks from Monday and week numbers. Arrows move the
// day, Page Up and Down the month; Enter picks.
type Calendar struct {
	widgets.Control
	OnPick func(date.Date)

	today, picked, at date.Date
	first             date.Date // the shown month
	title             *canvas.Text
	heads             []*canvas.Text
	weeks             []*canvas.Text
	days              []*calendarDay
	prev, next        *widgets.Button
	toToday           *widgets.Button
}

var _ fyne.Widget = (*Calendar)(nil)

// NewCalendar shows the month of picked, or of today when that is zero.
func NewCalendar(today, picked date.Date, onPick func(date.Date)) *Calendar {
	c := &Calendar{OnPick: onPick, today: today, picked: picked, at: picked, title: paint.NewText(13, true)}
	if c.at.IsZero() {
		c.at = today
	}
	c.first = date.Of(c.at.Year(), c.at.Month(), 1)
	c.title.Alignment = fyne.TextAlignCenter
	for range 7 {
		c.heads = append(c.heads, paint.NewText(11, false))
	}
	for range 6 {
		c.weeks = append(c.weeks, paint.NewText(11, false))
	}
	for i := range 42 {
		c.days = append(c.days, newCalendarDay(c, i))
	}
	c.prev = widgets.NewIconButton("chevron-left", "Föregående månad", func() { c.turn(-1) })
	c.next = widgets.NewIconButton("chevron-right", "Nästa månad", func() { c.turn(1) })
	c.toToday = widgets.NewButton("I dag "+today.Short(), func() { c.pick(today) }).WithKind(widgets.Quiet)
	c.toToday.Compact = true
	c.Extend(c, nil)
	c.HandleKeys(c.key)
	return c
}

func (c *Calendar) pick(d date.Date) {
	c.picked, c.at = d, d
	c.Refresh()
	if c.OnPick != nil {
		c.OnPick(d)
	}
}

func (c *Calendar) turn(months int) {
	c.first = c.first.AddMonths(months)
	c.at = c.at.AddMonths(months)
	c.Refresh()
}

func (c *Calendar) move(days int) {
	c.at = c.at.AddDays(days)
	c.first = date.Of(c.at.Year(), c.at.Month(), 1)
	c.Refresh()
}

func (c *Calendar) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyLeft:
		c.move(-1)
	case fyne.KeyRight:
		c.move(1)
	case fyne.KeyUp:
		c.move(-7)
	case fyne.KeyDown:
		c.move(7)
	case fyne.KeyPageUp:
		c.turn(-1)
	case fyne.KeyPageDown:
		c.turn(1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.pick(c.at)
	default:
		return false
	}
	return true
}

// start is the Monday that the shown page begins with.
func (c *Calendar) start() date.Date { return c.first.AddDays(-((int(c.first.Weekday()) + 6) % 7)) }

// CreateRenderer implements fyne.Widget.
func (c *Calendar) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{c.title, c.prev, c.next, c.toToday}
	for _, t := range c.heads {
		objects = append(objects, t)
	}
	for _, t := range c.weeks {
		objects = append(objects, t)
	}
	for _, d := range c.days {
		objects = append(objects, d)
	}
	return paint.Render(c, objects, func() {
		p := theme.Current()
		paint.SetText(c.title, date.MonthName(c.first.Month())+" "+strconv.Itoa(c.first.Year()), 13, p.Text)
		for i, t := range c.heads {
			t.Alignment = fyne.TextAlignCenter
			paint.SetText(t, weekdays[i], 11, p.TextMuted)
		}
		start := c.start()
		for i, t := range c.weeks {
			_, w := start.AddDays(7 * i).ISOWeek()
			t.Alignment = fyne.TextAlignCenter
			paint.SetText(t, "v"+strconv.Itoa(w), 11, p.TextMuted)
		}
		for _, d := range c.days {
			d.Refresh()
		}
	}, func() fyne.Size { return fyne.NewSize(px(268), px(276)) }, func(s fyne.Size) {
		air, cell := px(10), px(30)
		paint.Put(c.title, air, air, s.Width-2*air, px(26))
		paint.Put(c.prev, air, air, px(26), px(26))
		paint.Put(c.next, s.Width-air-px(26), air, px(26), px(26))
		left := air + px(32)
		w := (s.Width - left - air) / 7
		for i, t := range c.heads {
			paint.Put(t, left+float32(i)*w, px(40), w, px(18))
		}
		for i, t := range c.weeks {
			paint.Put(t, air-px(2), px(59)+float32(i)*cell, px(30), cell)
		}
		for i, d := range c.days {
			paint.Put(d, left+float32(i%7)*w, px(59)+float32(i/7)*cell, w, cell)
		}
		m := c.toToday.MinSize()
		paint.Put(c.toToday, (s.Width-m.Width)/2, px(59)+6*cell+px(4), m.Width, m.Height)
	})
}

type calendarDay struct {
	widgets.Control
	calendar *Calendar
	index    int
	disc     *canvas.Rectangle
	text     *canvas.Text
}

func newCalendarDay(c *Calendar, i int) *calendarDay {
	d := &calendarDay{calendar: c, index: i, disc: paint.NewRect(7), text: paint.NewText(13, false)}
	d.text.Alignment = fyne.TextAlignCenter
	d.Extend(d, func() { c.pick(d.date()) })
	d.PassTab()
	return d
}

func (d *calendarDay) date() date.Date { return d.calendar.start().AddDays(d.index) }

// CreateRenderer implements fyne.Widget.
func (d *calendarDay) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(d, []fyne.CanvasObject{d.disc, d.text}, func() {
		p, c, day := theme.Current(), d.calendar, d.date()
		ink, fill, stroke, w := p.Text, theme.WithAlpha(p.Raised, 0), p.Focus, float32(0)
		if day.Month() != c.first.Month() {
			ink = p.Disabled
		} else if d.index%7 > 4 {
			ink = p.TextMuted
		}
		if d.Hovered() {
			fill = p.Pressed
		}
		if day == c.today {
			w, stroke = 1, p.Accent
		}
		if day == c.at && c.Focused() {
			w, stroke = p.Ring, p.Focus
		}
		if day == c.picked {
			fill, ink = p.AccentFill, p.OnAccent
		}
		paint.SetRect(d.disc, fill, stroke, w)
		d.text.TextStyle.Bold = day == c.today
		paint.SetText(d.text, strconv.Itoa(day.Day()), 13, ink)
	}, func() fyne.Size { return fyne.NewSize(px(28), px(28)) }, func(s fyne.Size) {
		side := min(s.Height-2, s.Width)
		paint.Put(d.disc, (s.Width-side)/2, 1, side, s.Height-2)
		paint.Put(d.text, 0, 0, s.Width, s.Height)
	})
}
