package input

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/ui/widgets"
)

// overMulti chooses several over a cell. What is ticked is handed over at once, when she
// leaves.
type overMulti struct {
	*overList
	of     *MultiPicker
	chosen []widgets.Option
	ticked bool // other than what the cell has
}

// OpenOver lets the user choose over a cell. Enter takes what is marked: where there is
// commonly one, in the place of the one there, and else besides those there. Ctrl+Enter
// and Ctrl+click tick several, which Enter then takes.
func (m *MultiPicker) OpenOver(c Cell) {
	o := &overMulti{of: m, chosen: m.chosen}
	o.overList = newOverList(c, func(q string) []widgets.Option { return m.offers(q, o.chosen) }, o.clicked)
	o.list.Checks = true
	o.list.OnMark = o.say
	o.field.onTyped = func(q string) { o.typed(q); o.say() }
	o.take = o.enter
	choose := o.field.OnKey
	o.field.OnKey = func(e *fyne.KeyEvent) bool {
		if n := len(o.chosen); e.Name == fyne.KeyBackspace && o.field.Text == "" && n > 0 {
			o.tick(o.chosen[n-1])
			return true
		}
		return choose(e)
	}
	o.field.OnShortcut = func(s fyne.Shortcut) bool {
		c, ok := s.(*desktop.CustomShortcut)
		if !ok || c.Modifier != fyne.KeyModifierControl || c.KeyName != fyne.KeyReturn && c.KeyName != fyne.KeyEnter {
			return false
		}
		switch x, marked := o.list.Current(); {
		case marked && x.ID == createID: // besides those there
			o.ticked = true
			o.pick(x, Down)
		case marked:
			o.tick(x)
		}
		return true
	}
	o.field.Commit = func() error { // the program is closed
		if o.ticked {
			return m.set(o.chosen)
		}
		return nil
	}
	o.chips = container.New(&chipRows{})
	o.showChips()
	o.open()
	o.say()
}

// replaces tells whether one that is taken takes the place of the one there.
func (o *overMulti) replaces() bool { return o.of.One && !o.ticked && len(o.chosen) <= 1 }

func (o *overMulti) clicked(x widgets.Option) {
	ctrl := widgets.Modifiers()&fyne.KeyModifierControl != 0
	if x.ID == createID && ctrl {
		o.ticked = true // besides those there
	}
	if x.ID == createID || o.replaces() && !ctrl {
		o.pick(x, Stay)
		return
	}
	o.tick(x)
}

// tick adds an option, or takes it away, and goes on.
func (o *overMulti) tick(x widgets.Option) {
	o.chosen, o.ticked = toggled(o.chosen, x), true
	o.field.Set("")
	o.showChips()
	o.typed("")
	o.again()
	o.say()
}

func (o *overMulti) showChips() {
	o.chips.Objects = nil
	for _, x := range o.chosen {
		o.chips.Add(widgets.NewChip(x.Label, nil, func() { o.tick(x) }))
	}
}

// enter takes what is marked, or what has been ticked.
func (o *overMulti) enter(w Way) {
	x, ok := o.list.Current()
	if w == Stay {
		x, ok = o.written()
	}
	switch {
	case ok && (w != Stay || !has(o.chosen, x.ID)):
		o.pick(x, w)
	case o.query != "" && w != Stay:
		o.nobody()
	case o.ticked || o.of.unsaved: // what couldn't be saved is tried again
		o.hand(o.chosen, w)
	default:
		o.leave(w)
	}
}

func (o *overMulti) pick(x widgets.Option, w Way) {
	switch {
	case x.ID == createID:
		before, beside := o.of.chosen, o.chosen // what is made is put beside these
		if o.replaces() {
			beside = nil
		}
		o.of.SetChosen(beside)
		if err := o.of.onCreate(o.query); err != nil {
			o.of.SetChosen(before)
			o.explain(err.Error())
			o.again()
			return
		}
		o.leave(w)
	case o.replaces():
		x.Checked = false
		o.hand([]widgets.Option{x}, w)
	default:
		o.hand(toggled(o.chosen, x), w)
	}
}

func (o *overMulti) hand(chosen []widgets.Option, w Way) {
	if err := o.of.set(chosen); err != nil {
		o.explain(err.Error())
		o.again()
		return
	}
	o.leave(w)
}

// say says what Enter does with what is marked.
func (o *overMulti) say() {
	x, ok := o.list.Current()
	if ok {
		o.explain("")
	}
	switch {
	case !ok && o.ticked:
		o.tip("Enter sparar dem som är valda")
	case !ok:
		o.tip("Ctrl+Enter väljer flera")
	case x.ID == createID && o.replaces() && len(o.chosen) == 1, x.ID != createID && o.replaces() && len(o.chosen) == 1 && x.ID != o.chosen[0].ID:
		o.tip("Enter ersätter " + o.chosen[0].Label + " · Ctrl+Enter lägger till")
	case x.ID != createID && has(o.chosen, x.ID) && !o.replaces():
		o.tip("Enter tar bort · Ctrl+Enter gör det och väljer fler")
	case len(o.chosen) > 0 && !o.replaces():
		o.tip("Enter lägger till · Ctrl+Enter väljer fler")
	default:
		o.tip("Enter väljer · Ctrl+Enter väljer flera")
	}
}

// chipRows lays chips in rows of the width that there is.
type chipRows struct{ width float32 }

// MinSize implements fyne.Layout.
func (l *chipRows) MinSize(chips []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, flow(chips, 0, 0, l.width, false))
}

// Layout implements fyne.Layout.
func (l *chipRows) Layout(chips []fyne.CanvasObject, s fyne.Size) {
	l.width = s.Width
	flow(chips, 0, 0, s.Width, true)
}
