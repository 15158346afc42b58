package shell

import (
	"itportfoljen/app/base/text"
	"itportfoljen/app/find"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
)

// OpenPalette is Ctrl+K: anything by a few letters.
func (s *Shell) OpenPalette() {
	if s.portfolio == nil {
		return
	}
	run := map[string]func(){}
	input.ShowPalette(s.Window.Canvas(), texts.T("shell.palette.placeholder"), func(query string) []input.PaletteItem {
		return s.answers(query, run)
	}, func(it input.PaletteItem) { run[it.ID]() })
}

// answers lists what answers to query: things first, then what can be done.
// run takes in what each does, by ID.
func (s *Shell) answers(query string, run map[string]func()) []input.PaletteItem {
	var out []input.PaletteItem
	if query != "" {
		for _, h := range find.Things(s.portfolio, query, 12) {
			id := string(h.Record.ID)
			out = append(out, input.PaletteItem{ID: id, Group: texts.T("shell.palette.things"), Title: h.Title, Detail: h.Detail, Icon: h.Record.Kind.Icon})
			run[id] = func() { s.Open(h.Record.ID) }
		}
	}
	for _, a := range s.actions {
		if !a.enabled() || a.ID == "search" {
			continue
		}
		if _, ok := text.Match(query, a.Name()); query != "" && !ok {
			continue
		}
		out = append(out, input.PaletteItem{ID: a.ID, Group: texts.T("shell.palette.actions"), Title: a.Name(), Icon: a.Icon, Shortcut: a.Hint()})
		run[a.ID] = func() { s.runGuarded(a) }
	}
	return out
}
