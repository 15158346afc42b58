package record

import (
	"slices"

	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/widgets"
)

// Form is the fields of one record under each other, saved as one leaves them.
type Form struct {
	editors []*editor
	content fyne.CanvasObject
}

// NewForm makes a form of some fields of a record.
func NewForm(s *shell.Shell, id field.ID, fields ...*field.Field) *Form {
	f := &Form{}
	rows := make([]fyne.CanvasObject, len(fields))
	for i, fd := range fields {
		ed := newEditor(s, id, field.Column{Field: fd})
		f.editors = append(f.editors, ed)
		rows[i] = ed.row
	}
	f.content = widgets.VStack(8, rows...)
	return f
}

// Live puts the labels above, and saves texts also as one types them.
func (f *Form) Live() *Form {
	for _, ed := range f.editors {
		ed.row.Above = true
		if in, ok := ed.row.Input().(*input.Text); ok {
			in.Live = true
		}
	}
	return f
}

// Keyboard is what takes the typing of a field, nil where it isn't in the form.
func (f *Form) Keyboard(of *field.Field) fyne.Focusable {
	for _, ed := range f.editors {
		if ed.col.Field == of {
			return ed.keyboard()
		}
	}
	return nil
}

// Refused says that something in it couldn't be taken.
func (f *Form) Refused() bool {
	return slices.ContainsFunc(f.editors, func(ed *editor) bool { return ed.row.Error() != "" })
}

// Content is the form's object.
func (f *Form) Content() fyne.CanvasObject { return f.content }

// Renew shows the values as they are now, without disturbing who types.
func (f *Form) Renew() {
	for _, ed := range f.editors {
		ed.show()
	}
}
