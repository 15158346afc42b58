// Package people is the pages of persons: a list of them, with the roles that they are
// appointed to, and the page of one with all that she is and has been in, from where it is
// handed over. Both stand aside: they are reached from where persons are shown.
package people

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// kinds are those of the list, a tab each.
var kinds = register.OnPage("people", org.PersonKind)

// List is the page that lists the persons, and their appointments.
type List struct {
	*register.Tabs
	s *shell.Shell
}

// Spec tells the window about the list of persons.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: "people", Help: "personer", Title: texts.T("people.list"), Icon: "users", Aside: true, New: newList, Actions: func(s *shell.Shell) []*shell.Action {
		return append([]*shell.Action{{ID: "people", Icon: "users", Enabled: s.Opened, Run: func() { s.Go("people", nil) }}}, register.Actions(s, "people", kinds)...)
	}}
}

func newList(s *shell.Shell) shell.Page {
	l := &List{Tabs: register.NewTabs(s, kinds), s: s}
	l.Empty = func(k *field.Kind) fyne.CanvasObject {
		if k != org.PersonKind {
			return nil
		}
		return widgets.NewEmpty("users", texts.T("people.none"), texts.T("people.none.text"), widgets.NewPrimary(texts.T("people.new"), l.Create))
	}
	l.Now().OnOpen = s.Open // a person has a page of her own
	return l
}

// Header implements shell.Page.
func (l *List) Header() shell.Header {
	h := shell.Header{Title: texts.T("people.list"), Subtitle: l.Now().Subtitle()}
	if l.s.Writable() {
		h.Actions = []fyne.CanvasObject{widgets.NewPrimary(register.FreshTitle(l.Kind()), l.Create)}
	}
	return h
}

// Escape closes the panel, or else leaves the page.
func (l *List) Escape() bool { return l.Now().Escape() }
