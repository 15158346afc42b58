package shell

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"itportfoljen/app/base/text"
	"itportfoljen/app/find"
	"itportfoljen/app/view"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
)

// The groups of what Ctrl+K finds, which their actions name.
const (
	Doings   = ""         // what can be done, and the pages
	Lists    = "lists"    // the registers, and the views of them
	Papers   = "reports"  // the reports
	Choices  = "settings" // the settings and their tabs
	Handbook = "handbook" // the handbook's headings
	things   = "things"   // the portfolio's own records
	columns  = "columns"  // the fields of records
)

// weights are how much what a group finds counts, in percent, beside what others do: what
// is done before what is read about it.
var weights = map[string]int{Doings: 100, Lists: 97, Papers: 98, Choices: 97, Handbook: 85, things: 100, columns: 45}

const (
	nearestShown = 5 // are first, whatever their groups
	ofGroup      = 8 // and so many more of each
	mostThings   = 12
	leastWord    = 4 // letters of a word that is looked for without the others
)

// answer is something that Ctrl+K has found.
type answer struct {
	item  input.PaletteItem // without its group's name
	group string
	score int
	run   func()
}

// OpenPalette is Ctrl+K: anything by a few letters.
func (s *Shell) OpenPalette() {
	if s.portfolio == nil {
		return
	}
	var found []answer
	input.ShowPalette(s.Window.Canvas(), texts.T("shell.palette.placeholder"), func(query string) (items []input.PaletteItem) {
		found = s.answers(query)
		for _, a := range found {
			items = append(items, a.item)
		}
		return items
	}, func(it input.PaletteItem) {
		if i := slices.IndexFunc(found, func(a answer) bool { return a.item.ID == it.ID }); i >= 0 {
			found[i].run()
		}
	})
}

// Answers are what Ctrl+K answers to query, in order. Those that are actions have their IDs.
func (s *Shell) Answers(query string) (items []input.PaletteItem) {
	for _, a := range s.answers(query) {
		items = append(items, a.item)
	}
	return items
}

// Actions are all that can be done, from the menus and by Ctrl+K.
func (s *Shell) Actions() []*Action { return s.actions }

// answers is what answers to query: first the nearest, whatever they are, then the rest
// group by group. Without a query it is what the menus have.
func (s *Shell) answers(query string) []answer {
	if query == "" {
		return s.menus()
	}
	all := s.all(query)
	if words := strings.Fields(query); len(all) == 0 && len(words) > 1 { // some word of it may be known
		for _, w := range words {
			if utf8.RuneCountInString(w) >= leastWord {
				all = append(all, s.all(w)...)
			}
		}
		all = once(all)
	}
	slices.SortStableFunc(all, func(a, b answer) int { return cmp.Compare(b.score, a.score) })
	groups := map[string][]answer{}
	var order []string // by the best of each
	for _, a := range all {
		if groups[a.group] == nil {
			order = append(order, a.group)
		}
		groups[a.group] = append(groups[a.group], a)
	}
	var out []answer
	if len(order) > 1 {
		for _, a := range all[:min(nearestShown, len(all))] {
			groups[a.group] = groups[a.group][1:]
			a.item.Group = texts.T("shell.palette.nearest")
			out = append(out, a)
		}
	}
	for _, g := range order {
		most := ofGroup
		if len(order) == 1 {
			most = mostThings
		}
		for _, a := range groups[g][:min(most, len(groups[g]))] {
			a.item.Group = groupName(g)
			out = append(out, a)
		}
	}
	return out
}

// all is what answers to query, in no order.
func (s *Shell) all(query string) []answer {
	return slices.Concat(s.things(query), s.doings(query), s.viewsNamed(query), s.columnsNamed(query))
}

// once has each answer once, by the best of its scores.
func once(all []answer) (out []answer) {
	at := map[string]int{}
	for _, a := range all {
		if i, ok := at[a.item.ID]; !ok {
			at[a.item.ID] = len(out)
			out = append(out, a)
		} else if a.score > out[i].score {
			out[i] = a
		}
	}
	return out
}

// menus is what can be done from the menus, as they have it.
func (s *Shell) menus() (out []answer) {
	for _, a := range s.actions {
		if a.Menu != "" && a.ID != "search" && a.enabled() {
			found := s.doing(a)
			found.item.Group = groupName(Doings)
			out = append(out, found)
		}
	}
	return out
}

func groupName(g string) string { return texts.T("shell.palette." + cmp.Or(g, "actions")) }

// doing is an action as an answer.
func (s *Shell) doing(a *Action) answer {
	return answer{group: a.Group, run: func() { s.runGuarded(a) }, item: input.PaletteItem{ID: a.ID, Title: a.Name(), Detail: a.Detail, Icon: a.Icon, Shortcut: a.Hint()}}
}

// things are the records that answer to query.
func (s *Shell) things(query string) (out []answer) {
	for _, h := range find.Things(s.portfolio, query, mostThings) {
		out = append(out, answer{group: things, score: h.Score, run: func() { s.Open(h.Record.ID) }, item: input.PaletteItem{ID: string(h.Record.ID), Title: h.Title, Detail: h.Detail, Icon: h.Record.Kind.Icon}})
	}
	return out
}

// doings are the actions that answer to query.
func (s *Shell) doings(query string) (out []answer) {
	for _, a := range s.actions {
		if !a.enabled() || a.ID == "search" {
			continue
		}
		if score, ok := find.Named(query, a.Name(), a.Words()); ok {
			found := s.doing(a)
			found.score = weighed(score, a.Group)
			out = append(out, found)
		}
	}
	return out
}

func weighed(score int, group string) int { return score * weights[group] / 100 }

// viewsNamed are the views of lists that answer to query by their names.
func (s *Shell) viewsNamed(query string) (out []answer) {
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
			if score, ok := text.Match(query, title); ok {
				out = append(out, answer{group: Lists, score: weighed(score, Lists), run: func() { s.Go(listOf(k), ShowView{Kind: k, Name: name}) },
					item: input.PaletteItem{ID: "view " + k.Name + " " + name, Title: title, Icon: k.Icon}})
			}
		}
	}
	return out
}

// columnsNamed are the fields that answer to query, of the kinds that have a list: the list
// shows them.
func (s *Shell) columnsNamed(query string) (out []answer) {
	for _, k := range s.portfolio.Kinds() {
		if !registered(k) {
			continue
		}
		for _, f := range s.portfolio.Fields(k) {
			if f.Hidden || f == k.Title() {
				continue
			}
			if score, ok := find.Named(query, f.Label, f.Synonyms); ok {
				out = append(out, answer{group: columns, score: weighed(score, columns), run: func() { s.Go(listOf(k), ShowField{Kind: k, Key: f.Key}) },
					item: input.PaletteItem{ID: "field " + k.Name + " " + f.Key, Title: f.Label, Detail: texts.T("shell.palette.field", k.Many), Icon: k.Icon}})
			}
		}
	}
	return out
}
