// Package help is the handbook in the window: a page of its own, and a dialog where there is
// no page to go to.
package help

import (
	"net/url"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/docs"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// Page is the page of the handbook.
type Page struct {
	s *shell.Shell
	v *View
}

// Spec tells the window about the page.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: shell.HelpPage, Title: texts.T("help.title"), Icon: "circle-help", Aside: true, New: newPage, Actions: actions, Helps: Open, About: About}
}

// actions are the headings of the handbook, for Ctrl+K.
func actions(s *shell.Shell) (out []*shell.Action) {
	all := book(docs.Handbook)
	for i, sec := range all {
		if i == 0 {
			continue
		}
		detail := ""
		if sec.level > 1 {
			detail = all[sec.chapter].title
		}
		out = append(out, &shell.Action{ID: "handbook " + sec.anchor, Icon: "circle-help", Group: shell.Handbook, Detail: detail,
			Label: func() string { return sec.title }, Run: func() { Open(s, sec.anchor) }})
	}
	return out
}

func newPage(s *shell.Shell) shell.Page {
	p := &Page{s: s, v: NewView(s.Window.Canvas(), s.Runner, address(s))}
	p.v.OnMoved = s.RefreshHeader
	return p
}

// address opens an address in the browser.
func address(s *shell.Shell) func(string) {
	return func(to string) {
		at, err := url.Parse(to)
		if err == nil {
			err = s.App.OpenURL(at)
		}
		s.Fail(err)
	}
}

// Open shows a section of the handbook: on its page, or in a dialog where no portfolio is open
// or something else lies on top.
func Open(s *shell.Shell, anchor string) {
	if s.Opened() && s.Window.Canvas().Overlays().Top() == nil {
		s.Go(shell.HelpPage, anchor)
		return
	}
	v := NewView(s.Window.Canvas(), s.Runner, address(s))
	v.Show(anchor)
	dialogs.Show(s.Window, dialogs.Options{Title: texts.T("help.title"), Content: v.Content, Width: 1040, Height: 560, Cancel: texts.T("help.close"), Focus: v.reader})
}

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.v.Content }

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	return shell.Header{Title: texts.T("help.title"), Actions: []fyne.CanvasObject{widgets.NewButton(texts.T("shell.action.keys"), p.s.ShowKeys)}}
}

// Shown implements shell.Page. A string is the anchor of a section.
func (p *Page) Shown(arg any) {
	anchor, ok := arg.(string)
	if ok || p.v.now.name == "" {
		p.v.Show(anchor)
	}
}

// Focus gives the text the keyboard, so that its keys scroll at once.
func (p *Page) Focus() { p.v.Read() }

// FocusFilter gives the search of the handbook the keyboard.
func (p *Page) FocusFilter() { p.v.Search() }

// Changed implements shell.Page.
func (p *Page) Changed(app.Event) {}

// Escape lets the search go, goes back to the section before, or else leaves the page.
func (p *Page) Escape() {
	switch {
	case p.v.Searching():
		p.v.Stop()
	case !p.v.Back():
		p.s.Back()
	}
}
