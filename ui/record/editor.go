package record

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
)

// LabelWidth is the room for the labels of a record's form; what stands between
// its fields has the same.
const LabelWidth = 150

// editor edits one field: of a record in the portfolio, or of a draft.
type editor struct {
	s      *shell.Shell
	of     holder
	col    field.Column
	row    *input.Field
	failed bool // what shows couldn't be saved
	alone  bool // its row isn't shown, only its input over a cell

	renew  func()                                         // shows the value as it is now, unless it is being typed in
	refuse func()                                         // keeps what is written although it couldn't be saved
	accept func()                                         // ends what refuse began
	there  bool                                           // it is shown from elsewhere, and changed there
	way    func(id field.ID, m governance.Missing) func() // to where what is missing is filled in; nil: nowhere
}

// holder has the value that an editor shows.
type holder interface {
	record() *field.Record // as it is now, nil when it is gone
	stored() field.Value
	// shown is what was written last and why it isn't saved or, when it is,
	// what is stored.
	shown() (v field.Value, why string)
	// put takes a value, and tells whether that was all; else answered gets what
	// the disk says.
	put(v field.Value, answered func(why string)) bool
	// follow lets answered have what the disk says to what an earlier editor put.
	follow(answered func(why string))
	letGo() // of what isn't saved
}

// newEditor makes the row of a form for a field of a record: its input when it
// may be changed, else its value.
func newEditor(s *shell.Shell, id field.ID, col field.Column) *editor {
	e := &editor{s: s, of: &saved{s: s, id: id, col: col}, col: col}
	return e.build()
}

func (e *editor) build() *editor {
	label := e.col.Field.Label
	if e.col.Field.Yearly {
		label = e.col.Phrase(e.s.Portfolio())
	}
	e.renew, e.refuse, e.accept = func() {}, func() {}, func() {}
	e.row = input.NewField(label, e.col.Field.Help, e.input())
	e.row.LabelWidth = LabelWidth
	e.row.Required = e.col.Field.Required
	e.leads()
	if _, why := e.of.shown(); why != "" {
		e.show()
	}
	e.of.follow(e.answered)
	e.hideIdle()
	return e
}

// hideIdle hides what says nothing and isn't to: it would only be in the way of what can be
// filled in.
func (e *editor) hideIdle() {
	if e.col.Field.Idle(e.s.Portfolio(), e.of.record()) && field.IsEmpty(e.now()) {
		e.row.Hide()
	} else {
		e.row.Show()
	}
}

// now is the value that is shown.
func (e *editor) now() field.Value {
	v, _ := e.of.shown()
	return v
}

func (e *editor) put(v field.Value) {
	if of, ok := e.of.(*saved); ok && gated(e.col.Field) && !field.IsEmpty(v) {
		e.step(of, v)
		return
	}
	if e.of.put(v, e.answered) {
		e.renew()
	}
}

// answered tells at the field what the disk said.
func (e *editor) answered(why string) {
	if why != "" {
		e.fail(why)
		return
	}
	e.succeed()
	e.renew()
	e.row.Saved()
}

// show shows the value as it is now, and says why when it isn't saved,
// wherever it was written.
func (e *editor) show() {
	_, why := e.of.shown()
	if e.failed && why == "" {
		e.succeed()
	}
	e.renew()
	e.hideIdle()
	if why != "" {
		e.fail(why)
	}
}

func (e *editor) fail(why string) {
	e.failed = true
	e.row.SetError(why)
	e.refuse()
}

func (e *editor) succeed() {
	e.failed = false
	e.row.SetError("")
	e.accept()
}

// keyboard is what takes the typing, nil for nothing.
func (e *editor) keyboard() fyne.Focusable { return KeyboardOf(e.row) }

// KeyboardOf is what takes the typing in a row of a form, nil for nothing.
func KeyboardOf(row *input.Field) fyne.Focusable {
	switch in := row.Input().(type) {
	case interface{ Target() fyne.Focusable }:
		return in.Target()
	case fyne.Focusable:
		return in
	}
	return nil
}

// saved is a field of a record in the portfolio.
type saved struct {
	s   *shell.Shell
	id  field.ID
	col field.Column
	// told gets what the disk says, besides the editor; nil: nobody does.
	told func(why string)
}

func (f *saved) record() *field.Record { return f.s.Portfolio().Get(f.id) }

func (f *saved) stored() field.Value {
	if r := f.record(); r != nil {
		return f.col.Field.Value(f.s.Portfolio(), r, f.col.Year)
	}
	return nil
}

func (f *saved) shown() (field.Value, string) {
	if v, why, ok := f.s.Unsaved(f.id, f.col); ok {
		return v, why
	}
	return f.stored(), ""
}

func (f *saved) put(v field.Value, answered func(why string)) bool {
	if these := unmade(f.s.Portfolio(), v); len(these) > 0 {
		f.make(these, v, f.heard(answered))
	} else {
		f.s.SaveValue(f.id, f.col, v, f.heard(answered))
	}
	return false
}

func (f *saved) heard(answered func(why string)) func(why string) {
	return func(why string) {
		answered(why)
		if f.told != nil {
			f.told(why)
		}
	}
}

func (f *saved) follow(answered func(why string)) { f.s.Follow(f.id, f.col, answered) }

func (f *saved) letGo() { f.s.Abandon(f.id, f.col) }
