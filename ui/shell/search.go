package shell

import (
	"cmp"
	"slices"

	"itportfoljen/app/base/text"
	"itportfoljen/app/find"
	"itportfoljen/app/view"
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

// answers lists what answers to query: things and what can be done, first those of
// which one answers best. run takes in what each does, by ID.
func (s *Shell) answers(query string, run map[string]func()) []input.PaletteItem {
	things, nearest := s.things(query, run)
	actions, near := s.doings(query, run)
	views, named := s.viewsNamed(query, run)
	if actions = append(actions, views...); named > near {
		near = named
	}
	if near > nearest {
		return append(actions, things...)
	}
	return append(things, actions...)
}

// things are the records that answer to query, and how well the best does.
func (s *Shell) things(query string, run map[string]func()) (out []input.PaletteItem, best int) {
	if query == "" {
		return nil, 0
	}
	for _, h := range find.Things(s.portfolio, query, 12) {
		id := string(h.Record.ID)
		out, best = append(out, input.PaletteItem{ID: id, Group: texts.T("shell.palette.things"), Title: h.Title, Detail: h.Detail, Icon: h.Record.Kind.Icon}), max(best, h.Score)
		run[id] = func() { s.Open(h.Record.ID) }
	}
	return out, best
}

// viewsNamed are the views of lists that answer to query by their names, and how well the
// best does.
func (s *Shell) viewsNamed(query string, run map[string]func()) (out []input.PaletteItem, best int) {
	if query == "" {
		return nil, 0
	}
	scores := map[string]int{}
	for _, k := range s.portfolio.Kinds() {
		names := []string{}
		for _, v := range view.Shipped(s.portfolio, k) {
			names = append(names, v.Name)
		}
		for _, r := range view.Saved(s.portfolio, k, s.portfolio.Login()) {
			names = append(names, r.Name())
		}
		for _, name := range names {
			title := texts.T("shell.palette.view", name, k.Many)
			score, ok := text.Match(query, title)
			if !ok {
				continue
			}
			id := "view " + k.Name + " " + name
			scores[id] = score
			out, best = append(out, input.PaletteItem{ID: id, Group: texts.T("shell.palette.actions"), Title: title, Icon: k.Icon}), max(best, score)
			run[id] = func() { s.Go(listOf(k), ShowView{Kind: k, Name: name}) }
		}
	}
	slices.SortStableFunc(out, func(a, b input.PaletteItem) int { return cmp.Compare(scores[b.ID], scores[a.ID]) })
	return out, best
}

// doings are the actions that answer to query, the best first, and how well that does.
func (s *Shell) doings(query string, run map[string]func()) (out []input.PaletteItem, best int) {
	scores := map[string]int{}
	for _, a := range s.actions {
		if !a.enabled() || a.ID == "search" {
			continue
		}
		score, ok := text.Match(query, a.Name())
		if !ok && a.Also != "" {
			score, ok = text.Match(query, a.Also)
		}
		if query != "" && !ok {
			continue
		}
		out = append(out, input.PaletteItem{ID: a.ID, Group: texts.T("shell.palette.actions"), Title: a.Name(), Icon: a.Icon, Shortcut: a.Hint()})
		run[a.ID] = func() { s.runGuarded(a) }
		scores[a.ID], best = score, max(best, score)
	}
	slices.SortStableFunc(out, func(a, b input.PaletteItem) int { return cmp.Compare(scores[b.ID], scores[a.ID]) })
	return out, best
}
