package record

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/widgets"
)

// RowAction is something that can be done with a record in the table of what it is a part of: a
// button over the table, and a word in the menu of its row.
type RowAction struct {
	Icon   string
	Label  func() string
	For    func(r *field.Record) bool // nil: all records
	Writes bool                       // it changes something
	Run    func(s *shell.Shell, r *field.Record)
}

// rowActions are what can be done with records, by their kinds.
var rowActions = map[*field.Kind][]RowAction{}

// Does declares what can be done with the records of a kind in such a table.
func Does(k *field.Kind, actions ...RowAction) { rowActions[k] = append(rowActions[k], actions...) }

// rowAction is an action and its button.
type rowAction struct {
	RowAction
	button *widgets.Button
}

// actionButtons are those of the table's kind.
func (t *parts) actionButtons() (out []fyne.CanvasObject) {
	for _, a := range rowActions[t.kind] {
		if a.Writes && !t.writable() {
			continue
		}
		one := &rowAction{RowAction: a}
		one.button = widgets.NewIconButton(a.Icon, a.Label(), func() { t.act(one) })
		t.actions, out = append(t.actions, one), append(out, one.button)
	}
	return out
}

// actionItems are what the menu of a row can do with its record.
func (t *parts) actionItems() (out []widgets.MenuItem) {
	for _, a := range t.actions {
		if t.mayAct(a) {
			out = append(out, widgets.MenuItem{Label: a.Label(), Icon: a.Icon, Run: func() { t.act(a) }})
		}
	}
	if len(out) > 0 {
		out = append(out, widgets.MenuItem{})
	}
	return out
}

func (t *parts) mayAct(a *rowAction) bool {
	r := t.current()
	return r != nil && (a.For == nil || a.For(r))
}

func (t *parts) act(a *rowAction) {
	if t.mayAct(a) {
		a.Run(t.s, t.current())
	}
}

// showActions shows which of the actions can be done where the cursor is.
func (t *parts) showActions() {
	for _, a := range t.actions {
		if t.mayAct(a) {
			a.button.Enable()
		} else {
			a.button.Disable()
		}
		a.button.Hidden = len(t.rows) == 0
	}
}
