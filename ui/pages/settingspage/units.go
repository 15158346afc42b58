package settingspage

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/record"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// mostUnfolded is how many units the tree shows at first: as many levels as there is room for.
const mostUnfolded = 80

// unitTree shows the units as they lie under each other, with who leads them and how much they
// have. What the list's search and filters keep stands with what it lies under.
type unitTree struct {
	s       *shell.Shell
	w       *app.Portfolio
	reg     *register.Register
	grid    *grid.Grid
	turned  map[field.ID]bool // what has been opened (true) or closed by hand
	rows    []unitRow
	indexed map[string]int
	has     map[field.ID]*unitHas
}

// unitRow is a unit where it stands in the tree.
type unitRow struct {
	unit   *field.Record
	level  int
	branch grid.Branch
	kept   bool // by the list; else it is only on the way to what is
}

var _ register.View = (*unitTree)(nil)

func newUnitTree(s *shell.Shell, reg *register.Register) *unitTree {
	t := &unitTree{s: s, w: s.Portfolio(), reg: reg, turned: map[field.ID]bool{}}
	t.grid = grid.New(t, []grid.Column{
		{ID: "unit", Title: texts.T("settings.units.unit"), Width: 300, MinWidth: 160, Flex: true},
		{ID: "leads", Title: texts.T("settings.units.leads"), Width: 220, Flex: true},
		{ID: "systems", Title: texts.T("settings.units.systems"), Tip: texts.T("settings.units.systems.tip"), Width: 84, Align: grid.AlignRight},
		{ID: "plans", Title: texts.T("settings.units.plans"), Tip: texts.T("settings.units.plans.tip"), Width: 84, Align: grid.AlignRight},
		{ID: "persons", Title: texts.T("settings.units.persons"), Tip: texts.T("settings.units.persons.tip"), Width: 84, Align: grid.AlignRight},
		{ID: "type", Title: org.UnitType.Label, Width: 120},
	})
	g := t.grid
	g.Multi = true
	g.OnOpen = func(row int) { reg.Open(t.rows[row].unit.ID) }
	g.OnSelect = func() {
		if row, _ := g.Cursor(); row >= 0 && row < len(t.rows) {
			reg.Follow(t.rows[row].unit.ID)
		}
	}
	g.OnFold = func(key string, open bool) { t.turn(open, field.ID(key)) }
	g.OnFoldAll = t.turnLevel
	g.OnType = t.jump
	g.OnMenu = t.menu
	g.OnKey = t.key
	if s.Writable() {
		g.Drops, g.OnDrop, g.OnShift = t.drops, t.drop, t.shift
	}
	return t
}

// Content implements register.View.
func (t *unitTree) Content() fyne.CanvasObject { return t.grid }

// Focus implements register.View.
func (t *unitTree) Focus() { t.s.Window.Canvas().Focus(t.grid.Target()) }

// PanelClosed implements register.View.
func (t *unitTree) PanelClosed() {}

// Reload implements register.View.
func (t *unitTree) Reload() {
	w, list := t.w, t.reg.List()
	kept := make(map[field.ID]bool, len(list.Rows()))
	for _, u := range list.Rows() {
		kept[u.ID] = true
	}
	t.has = countHas(w)
	t.lay(kept, len(kept) < list.Total())
	t.grid.Reload()
	t.grid.SetFooter(t.counts(kept, list.Total()), "")
}

// lay puts the units in their places. Of what is kept by a filter all is in view, with what it
// lies under; else what is open.
func (t *unitTree) lay(kept map[field.ID]bool, filtered bool) {
	w := t.w
	leaves := record.TreeOf(w, org.UnitKind)
	wanted := kept
	if filtered {
		wanted = make(map[field.ID]bool, len(kept))
		for id := range kept {
			for u := range org.Up(w, id) {
				wanted[u.ID] = true
			}
		}
	}
	open := opened(leaves)
	t.rows, t.indexed = t.rows[:0], map[string]int{}
	hidden := -1 // what lies deeper than this is folded away
	for i, l := range leaves {
		if !wanted[l.Record.ID] || hidden >= 0 && l.Level > hidden {
			continue
		}
		hidden = -1
		row := unitRow{unit: l.Record, level: l.Level, kept: kept[l.Record.ID]}
		parent := false
		for _, under := range leaves[i+1:] {
			if under.Level <= l.Level {
				break
			}
			if parent = wanted[under.Record.ID]; parent {
				break
			}
		}
		if parent {
			row.branch = grid.Opened
			is, said := t.turned[l.Record.ID]
			if !filtered && (said && !is || !said && l.Level >= open-1) {
				row.branch, hidden = grid.Closed, l.Level
			}
		}
		t.indexed[string(l.Record.ID)] = len(t.rows)
		t.rows = append(t.rows, row)
	}
}

// opened is how many levels are in view before anybody has opened or closed something.
func opened(leaves []record.Leaf) int {
	at := map[int]int{}
	for _, l := range leaves {
		at[l.Level]++
	}
	n, levels := at[0]+at[1], 2
	for at[levels] > 0 && n+at[levels] <= mostUnfolded {
		n, levels = n+at[levels], levels+1
	}
	return levels
}

func (t *unitTree) counts(kept map[field.ID]bool, total int) string {
	all := text.Plural(total, org.UnitKind.One, org.UnitKind.Many)
	if len(kept) < total {
		return texts.T("settings.units.kept", text.Count(len(kept)), all)
	}
	return all
}

func (t *unitTree) turn(open bool, ids ...field.ID) {
	for _, id := range ids {
		t.turned[id] = open
	}
	t.Reload()
}

// turnLevel opens or closes all of a level.
func (t *unitTree) turnLevel(level int, open bool) {
	var ids []field.ID
	for _, r := range t.rows {
		if r.level == level {
			ids = append(ids, r.unit.ID)
		}
	}
	t.turn(open, ids...)
}

// turnAll opens or closes everything.
func (t *unitTree) turnAll(open bool) {
	for _, u := range t.w.All(org.UnitKind) {
		t.turned[u.ID] = open
	}
	t.Reload()
}

// Reveal opens what a unit lies under, and gives it the cursor.
func (t *unitTree) Reveal(id field.ID) {
	if t.w.Get(id) == nil {
		return
	}
	for u := range org.Up(t.w, org.UnitParent.Get(t.w.Get(id))) {
		t.turned[u.ID] = true
	}
	t.Reload()
	t.grid.Select(string(id))
	t.grid.ShowRow(t.IndexOf(string(id)))
}

// jump is the first unit in view whose name begins with what is typed.
func (t *unitTree) jump(prefix string) int {
	want := text.Fold(prefix)
	return slices.IndexFunc(t.rows, func(r unitRow) bool { return strings.HasPrefix(text.Fold(r.unit.Name()), want) })
}

// Len implements grid.Source.
func (t *unitTree) Len() int { return len(t.rows) }

// Key implements grid.Source.
func (t *unitTree) Key(row int) string { return string(t.rows[row].unit.ID) }

// IndexOf finds a row by key, −1 for none.
func (t *unitTree) IndexOf(key string) int {
	if i, ok := t.indexed[key]; ok {
		return i
	}
	return -1
}

// Cell implements grid.Source.
func (t *unitTree) Cell(row, col int) grid.Cell {
	r := t.rows[row]
	style := widgets.Normal
	if !r.kept || org.UnitArchived.Get(r.unit) {
		style = widgets.Muted
	}
	has := t.has[r.unit.ID]
	switch col {
	case 0:
		c := grid.Cell{Text: r.unit.Name(), Style: style, Icon: org.UnitKind.Icon, Tree: grid.Tree{Is: true, Level: r.level, Branch: r.branch}}
		if org.UnitArchived.Get(r.unit) {
			c.Text = texts.T("settings.units.archived", c.Text)
		}
		return c
	case 1:
		as, who := org.Leads(t.w, r.unit.ID)
		return grid.Cell{Text: strings.Join(field.Labels(t.w, who), ", "), Style: style, Tip: text.Capital(as)}
	case 2:
		return countCell(has.all.systems, has.own.systems)
	case 3:
		return countCell(has.all.plans, has.own.plans)
	case 4:
		return countCell(has.all.persons, has.own.persons)
	}
	label := ""
	if o, ok := org.UnitType.OptionOf(t.w, org.UnitType.Value(t.w, r.unit, 0)); ok {
		label = o.Label
	}
	return grid.Cell{Text: label, Style: widgets.Muted}
}

// countCell is how many there are in a unit and what lies under it; its tip how many of them are
// the unit's own.
func countCell(all, own int) grid.Cell {
	switch {
	case all == 0:
		return grid.Cell{Text: "–", Style: widgets.Muted, Blank: true}
	case own == all:
		return grid.Cell{Text: text.Count(all)}
	}
	return grid.Cell{Text: text.Count(all), Tip: texts.T("settings.units.own", text.Count(own))}
}

// unitHas is what a unit has: of its own, and with that of those under it.
type unitHas struct{ own, all has }

type has struct{ systems, plans, persons int }

// countHas counts what the units have today: systems in use, insatser that aren't over, and
// persons who haven't left.
func countHas(w field.World) map[field.ID]*unitHas {
	out := map[field.ID]*unitHas{}
	for _, u := range w.All(org.UnitKind) {
		out[u.ID] = &unitHas{own: has{len(systemsOf(w, u.ID)), len(plansOf(w, u.ID)), len(personsOf(w, u.ID))}}
	}
	for id, h := range out {
		for u := range org.Up(w, id) {
			all := &out[u.ID].all
			all.systems, all.plans, all.persons = all.systems+h.own.systems, all.plans+h.own.plans, all.persons+h.own.persons
		}
	}
	return out
}

func systemsOf(w field.World, unit field.ID) []field.ID {
	return pointing(w, system.OwnerUnit.Field, unit, func(r *field.Record) bool { return field.InUse(w, r) })
}

func plansOf(w field.World, unit field.ID) []field.ID {
	return pointing(w, plan.Unit.Field, unit, func(r *field.Record) bool { return !field.Over(w, r) })
}

func personsOf(w field.World, unit field.ID) []field.ID {
	return pointing(w, org.PersonUnit.Field, unit, func(r *field.Record) bool { return !r.Left(w.Today()) })
}

func pointing(w field.World, f *field.Field, unit field.ID, counts func(*field.Record) bool) (out []field.ID) {
	for _, r := range w.Pointing(f, unit) {
		if counts(r) {
			out = append(out, r.ID)
		}
	}
	return out
}
