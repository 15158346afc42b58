// Package people is the pages of persons: a list of them, and the page of one with all
// that she is and has been in, from where it is handed over. Both stand aside: they are
// reached from where persons are shown.
package people

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/org"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// List is the page that lists the persons.
type List struct {
	s    *shell.Shell
	list *register.Register
}

// Spec tells the window about the list of persons.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: "people", Title: texts.T("people.list"), Icon: "users", Aside: true, New: newList, Actions: func(s *shell.Shell) []*shell.Action {
		return []*shell.Action{{ID: "people", Icon: "users", Enabled: s.Opened, Run: func() { s.Go("people", nil) }}}
	}}
}

func newList(s *shell.Shell) shell.Page {
	l := &List{s: s}
	empty := widgets.NewEmpty("users", texts.T("people.none"), texts.T("people.none.text"), widgets.NewPrimary(texts.T("people.new"), l.create))
	l.list = register.New(s, org.PersonKind, empty)
	l.list.OnOpen = s.Open
	l.list.OnChanged = s.RefreshHeader
	return l
}

func (l *List) create() { register.AskNew(l.s, org.PersonKind, l.list.Select) }

// Content implements shell.Page.
func (l *List) Content() fyne.CanvasObject { return l.list.Content() }

// Header implements shell.Page.
func (l *List) Header() shell.Header {
	h := shell.Header{Title: texts.T("people.list"), Subtitle: l.list.Subtitle()}
	if l.s.Writable() {
		h.Actions = []fyne.CanvasObject{widgets.NewPrimary(texts.T("people.new"), l.create)}
	}
	return h
}

// Shown implements shell.Page.
func (l *List) Shown(arg any) {
	l.list.Reload()
	l.list.Asked(arg)
	l.list.Focus()
}

// Changed implements shell.Page.
func (l *List) Changed(e app.Event) { l.list.Changed(e) }

// Escape closes the panel, or else leaves the page.
func (l *List) Escape() {
	if l.list.Opened() {
		l.list.ClosePanel()
		return
	}
	l.s.Back()
}
