package shell

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// Help shows what the handbook says of what the user is at: the field that is written in, the
// dialog that lies on top, the register in view, else the page.
func (s *Shell) Help() {
	for _, spec := range s.specs {
		if spec.Helps != nil {
			spec.Helps(s, s.helpFor(spec.About))
			return
		}
	}
	s.ShowKeys()
}

// helpFor is the anchor of the handbook's section about what the user is at, "" for none.
func (s *Shell) helpFor(about func(name, page string, near bool) string) string {
	page, subject, names := "", "", []string{}
	for _, spec := range s.specs {
		if spec.ID == s.current {
			page = spec.Help
		}
	}
	c := s.Window.Canvas()
	if at, ok := c.Focused().(interface{ Row() fyne.CanvasObject }); ok {
		if row, ok := at.Row().(*input.Field); ok {
			names = append(names, row.Label())
		}
	}
	if top, ok := c.Overlays().Top().(*widgets.Overlay); ok {
		names = append(names, top.Subject)
	} else if p, ok := s.pages[s.current].(Subject); ok {
		subject = p.Subject()
	}
	for _, name := range names {
		if anchor := about(name, page, false); anchor != "" {
			return anchor
		}
	}
	return cmp.Or(about(subject, page, true), page)
}

// ShowKeys lists the shortcuts: those of the actions, and the keys of lists, the board, the
// timeline and the guided run.
func (s *Shell) ShowKeys() {
	var rows []fyne.CanvasObject
	for _, a := range s.actions {
		if h := a.Hint(); h != "" {
			name := texts.T("shell.action." + a.ID)
			if strings.HasPrefix(a.ID, "page.") {
				name = a.Name()
			}
			rows = append(rows, keyRow(h, name))
		}
	}
	content := widgets.Columns(32, 300,
		widgets.VStack(4, append([]fyne.CanvasObject{widgets.NewText(texts.T("shell.help.everywhere"), widgets.Strong)}, rows...)...),
		widgets.VStack(14, keys(texts.T("shell.help.window"), texts.T("shell.help.window.keys")), keys(texts.T("shell.help.list"), texts.T("shell.help.list.keys")), keys(texts.T("shell.help.table"), texts.T("shell.help.table.keys"))),
		widgets.VStack(14, keys(texts.T("shell.help.board"), texts.T("shell.help.board.keys")), keys(texts.T("shell.help.timeline"), texts.T("shell.help.timeline.keys")), keys(texts.T("shell.help.guide"), texts.T("shell.help.guide.keys"))))
	dialogs.Show(s.Window, dialogs.Options{Title: texts.T("shell.help.title"), Content: content, Width: 1080, Cancel: texts.T("shell.help.close")})
}

// keys are those of one place: a line each, the key and what it does with a tab between.
func keys(title, lines string) fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.NewText(title, widgets.Strong)}
	for line := range strings.Lines(lines) {
		key, does, _ := strings.Cut(strings.TrimSpace(line), "\t")
		rows = append(rows, keyRow(key, does))
	}
	return widgets.VStack(4, rows...)
}

// keyRow is a key and what it does.
func keyRow(key, does string) fyne.CanvasObject {
	const room = 118
	return widgets.HStack(10, widgets.MinSize(room, 0, widgets.MaxWidth(room, widgets.NewParagraph(key, widgets.Muted))), widgets.Grow(widgets.NewParagraph(does, widgets.Normal)))
}
