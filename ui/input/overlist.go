package input

import (
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/ui/widgets"
)

// overList is a list over a cell with a search field.
type overList struct {
	*over
	query string
	find  func(query string) []widgets.Option
	// ownText is that what is written may be taken as it is, though others begin so.
	ownText bool
}

func newOverList(cell Cell, find func(query string) []widgets.Option, onPick func(widgets.Option)) *overList {
	o := &overList{over: newOver(NewEntry(""), cell), find: find}
	o.list = widgets.NewOptionList(onPick)
	o.list.Waits = true
	o.list.OnMark = func() {
		if _, ok := o.list.Current(); ok {
			o.explain("")
		}
	}
	o.field.onTyped = o.typed
	return o
}

// open shows the list with what is written, which is nothing at first.
func (o *overList) open() bool {
	o.list.Set(o.find(""))
	if !o.show() {
		return false
	}
	o.list.Mark(o.list.Marked()) // in view
	return true
}

func (o *overList) typed(q string) {
	o.query = strings.TrimSpace(q)
	o.explain("")
	options := o.find(o.query)
	o.list.Set(options)
	if o.query != "" {
		o.list.Mark(likeliest(options, o.query, o.ownText))
	}
	o.relayout()
}

// likeliest is the option that whoever writes the query means: one that begins so, else
// where what is written may be taken as it is that, and else the first; −1 for none.
// Nothing is made of a slip of the keyboard: what makes a new one she marks herself.
func likeliest(options []widgets.Option, query string, ownText bool) int {
	begins, own, first := -1, -1, -1
	for i, o := range options {
		switch {
		case o.Disabled || o.Separator || o.ID == "":
			continue
		case o.ID == createID:
			own = i
			continue
		case text.Fold(o.Label) == text.Fold(query):
			return i
		case begins < 0 && strings.HasPrefix(text.Fold(o.Label), text.Fold(query)):
			begins = i
		}
		if first < 0 {
			first = i
		}
	}
	switch {
	case begins >= 0:
		return begins
	case own >= 0 && ownText:
		return own
	}
	return first
}

// written is the option that is written in full; ok is false for none. It is what a
// click beside takes.
func (o *overList) written() (found widgets.Option, ok bool) {
	if o.query == "" {
		return found, false
	}
	for _, x := range o.find(o.query) {
		switch {
		case x.ID != "" && x.ID != createID && text.Fold(x.Label) == text.Fold(o.query):
			if ok { // two of the name: she has to say which
				return widgets.Option{}, false
			}
			found, ok = x, true
		case x.ID == createID && o.ownText && !ok:
			return x, true
		}
	}
	return found, ok
}

// nobody says that what is written is nothing there is.
func (o *overList) nobody() {
	why := "Inget i listan heter så. Sök på något annat, eller tryck Esc."
	if slices.ContainsFunc(o.find(o.query), func(x widgets.Option) bool { return x.ID == createID }) {
		why = "Inget i listan heter så. Nedåtpil och Enter lägger till det."
	}
	o.explain(why)
}

// OpenOver lets the user choose over a cell. Enter takes what is marked and goes down,
// Tab takes it and goes on, Escape lets go.
func (s *Select) OpenOver(c Cell) {
	var o *overList
	take := func(x widgets.Option, w Way) {
		if err := s.taken(x, o.query); err != nil {
			o.explain(err.Error())
			o.again()
			return
		}
		o.leave(w)
	}
	o = newOverList(c, func(q string) []widgets.Option { return s.offers(q) }, func(x widgets.Option) { take(x, Stay) })
	o.ownText = s.OwnText
	o.take = func(w Way) {
		x, ok := o.list.Current()
		if w == Stay {
			x, ok = o.written()
		}
		switch {
		case ok:
			take(x, w)
		case s.unsaved && (o.query == "" || w == Stay): // what couldn't be saved is tried again
			take(s.current, w)
		case o.query == "" || w == Stay:
			o.leave(w)
		default:
			o.nobody()
		}
	}
	o.field.Commit = func() error { // the program is closed
		if x, ok := o.written(); ok {
			return s.taken(x, o.query)
		}
		return nil
	}
	o.open()
}

// taken does what the choice of an option means.
func (s *Select) taken(x widgets.Option, query string) error {
	if x.ID == createID {
		return s.onCreate(query)
	}
	return s.choose(x)
}
