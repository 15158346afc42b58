package people

import (
	"cmp"
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// pastKey names the heading over what is no longer.
const pastKey = "past"

// engaged is what a person is in as rows: a heading for each role with its records under
// it, and last what has been.
type engaged struct {
	w            field.World
	folded       map[string]bool
	groups       []group
	rows         []row
	indexed      map[string]int
	held, coming int
}

// group is a heading and what stands under it.
type group struct {
	key, title string
	rows       []row
}

// row is a heading, or what stands under one.
type row struct {
	key  string
	of   *group          // a heading's
	is   *org.Engagement // else what it shows
	name string
}

func columns() []grid.Column {
	column := func(id string, width float32) grid.Column {
		return grid.Column{ID: id, Title: texts.T("people.column." + id), Width: width, MinWidth: 44}
	}
	what := column("what", 260)
	what.Flex = true
	return []grid.Column{what, column("ref", 104), column("role", 170), column("unit", 230), column("from", 96), column("to", 96)}
}

// longGroup is how many rows a group may begin unfolded with, where there are others.
const longGroup = 25

// begin shows a person's groups, the long ones folded so that all are seen.
func (g *engaged) begin(id field.ID) {
	g.folded = map[string]bool{pastKey: true}
	g.load(id)
	for _, x := range g.groups {
		g.folded[x.key] = x.key == pastKey || len(x.rows) > longGroup && len(g.groups) > 1
	}
	g.arrange()
}

// load reads what a person is in.
func (g *engaged) load(id field.ID) {
	all := org.Engaged(g.w, id)
	g.groups, g.held, g.coming = nil, 0, 0
	past := group{key: pastKey, title: texts.T("people.past")}
	for i := range all {
		e := &all[i]
		r := row{key: strings.Join([]string{e.Field.Kind.Name, e.Field.Key, string(e.Record.ID), e.From.String(), e.To.String()}, " "), is: e, name: text.Capital(field.Called(e.Record, g.w.Get))}
		switch e.Standing {
		case org.Past:
			past.rows = append(past.rows, r)
			continue
		case org.Now:
			g.held++
		case org.Coming:
			g.coming++
		}
		key := e.Field.Kind.Name + " " + e.Field.Key
		at := slices.IndexFunc(g.groups, func(x group) bool { return x.key == key })
		if at < 0 {
			at = len(g.groups)
			g.groups = append(g.groups, group{key: key, title: e.Role()})
		}
		g.groups[at].rows = append(g.groups[at].rows, r)
	}
	slices.SortStableFunc(g.groups, func(a, b group) int { return cmp.Compare(rank(a), rank(b)) })
	for _, x := range g.groups {
		sortRows(x.rows)
	}
	if len(past.rows) > 0 {
		slices.SortStableFunc(past.rows, func(a, b row) int { return cmp.Compare(b.is.To, a.is.To) })
		g.groups = append(g.groups, past)
	}
	g.arrange()
}

// rank puts what was done after what is held.
func rank(g group) int {
	if g.rows[0].is.Standing == org.Settled {
		return 1
	}
	return 0
}

// sortRows orders by name, what is done by day with the latest first.
func sortRows(rows []row) {
	keys := make(map[string]string, len(rows))
	for _, r := range rows {
		keys[r.key] = text.SortKey(r.name)
	}
	slices.SortStableFunc(rows, func(a, b row) int {
		if a.is.Standing == org.Settled {
			return cmp.Compare(b.is.From, a.is.From)
		}
		return cmp.Compare(keys[a.key], keys[b.key])
	})
}

// arrange lays out the rows that aren't folded away.
func (g *engaged) arrange() {
	g.rows, g.indexed = nil, map[string]int{}
	for i := range g.groups {
		x := &g.groups[i]
		g.rows = append(g.rows, row{key: x.key, of: x})
		if !g.folded[x.key] {
			g.rows = append(g.rows, x.rows...)
		}
	}
	for i, r := range g.rows {
		g.indexed[r.key] = i
	}
}

func (g *engaged) fold(key string, away bool) {
	g.folded[key] = away
	g.arrange()
}

func (g *engaged) foldAll(away bool) {
	for _, x := range g.groups {
		g.folded[x.key] = away
	}
	g.arrange()
}

// at is what a row shows, nil for a heading and for none.
func (g *engaged) at(row int) *org.Engagement {
	if row < 0 || row >= len(g.rows) {
		return nil
	}
	return g.rows[row].is
}

// jump is the first row that begins with what is typed.
func (g *engaged) jump(prefix string) int {
	want := text.Fold(prefix)
	return slices.IndexFunc(g.rows, func(r row) bool { return r.is != nil && strings.HasPrefix(text.Fold(r.name), want) })
}

// Len implements grid.Source.
func (g *engaged) Len() int { return len(g.rows) }

// Key implements grid.Source.
func (g *engaged) Key(row int) string { return g.rows[row].key }

// IndexOf finds a row by key, −1 for none.
func (g *engaged) IndexOf(key string) int {
	if i, ok := g.indexed[key]; ok {
		return i
	}
	return -1
}

// Heading is what stands over a group, and how much it has.
func (g *engaged) Heading(row int) (grid.Heading, bool) {
	of := g.rows[row].of
	if of == nil {
		return grid.Heading{}, false
	}
	return grid.Heading{Text: of.title, Count: text.Count(len(of.rows)), Open: !g.folded[of.key]}, true
}

// Cell implements grid.Source.
func (g *engaged) Cell(row, col int) grid.Cell {
	r := g.rows[row]
	if r.is == nil {
		return grid.Cell{}
	}
	e := r.is
	style := widgets.Normal
	if e.Standing == org.Past {
		style = widgets.Muted
	}
	switch col {
	case 0:
		return grid.Cell{Text: r.name, Style: style, Icon: e.Record.Kind.Icon}
	case 1:
		return grid.Cell{Text: e.Record.Ref, Style: widgets.Muted}
	case 2:
		return grid.Cell{Text: e.Role(), Style: widgets.Muted}
	case 3:
		return grid.Cell{Text: g.w.Label(home(g.w, e.Record)), Style: style}
	case 4:
		if e.Standing == org.Coming {
			return grid.Cell{Text: e.From.String(), Style: widgets.Info, Pill: true}
		}
		return grid.Cell{Text: e.From.String(), Style: style}
	}
	if e.Standing == org.Settled { // it was on a day
		return grid.Cell{}
	}
	return grid.Cell{Text: e.To.String(), Style: style}
}

// table is some rows with headings, as Excel takes them.
func (g *engaged) table(keys []string) string {
	columns := columns()
	line := make([]string, len(columns))
	for i, c := range columns {
		line[i] = c.Title
	}
	out := []string{strings.Join(line, "\t")}
	for _, key := range keys {
		if row := g.IndexOf(key); row >= 0 {
			for i := range columns {
				line[i] = g.Cell(row, i).Text
			}
			out = append(out, strings.Join(line, "\t"))
		}
	}
	return strings.Join(out, "\r\n")
}

// home is the unit of a record, or of what it is a part of.
func home(w field.World, r *field.Record) field.ID {
	if unit := r.Home(); unit != "" {
		return unit
	}
	if owner := w.Get(r.Owner()); owner != nil {
		return owner.Home()
	}
	return ""
}
