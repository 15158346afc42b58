package settingspage

import (
	"cmp"
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/register"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// within are those of all units that lie in one, itself first.
func (t *unitTree) within(unit field.ID, of func(field.World, field.ID) []field.ID) (out []field.ID) {
	w := t.w
	for _, u := range w.All(org.UnitKind) {
		if org.Within(w, u.ID, unit) {
			out = append(out, of(w, u.ID)...)
		}
	}
	return out
}

// chosen are the units that are selected.
func (t *unitTree) chosen() (out []field.ID) {
	for _, key := range t.grid.Selected() {
		out = append(out, field.ID(key))
	}
	return out
}

// key is what a key means to the units that are selected.
func (t *unitTree) key(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyDelete || !t.s.Writable() {
		return false
	}
	t.reg.Delete(t.chosen())
	return true
}

// menu is what can be done with the units that are selected.
func (t *unitTree) menu(row int, at fyne.Position) {
	u, ids := t.rows[row].unit, t.chosen()
	items := []widgets.MenuItem{{Label: texts.T("register.open"), Icon: "eye", Shortcut: "Enter", Run: func() { t.reg.Open(u.ID) }}}
	if t.s.Writable() {
		items = append(items,
			widgets.MenuItem{Label: texts.T("settings.units.new", text.Shorten(u.Name(), 40)), Icon: "plus", Run: func() { t.createUnder(u.ID) }},
			widgets.MenuItem{Label: texts.T("settings.units.move"), Icon: "list-tree", Shortcut: texts.T("settings.units.move.key"), Run: func() { t.askWhere(ids) }})
	}
	show := func(k *field.Kind, of func(field.World, field.ID) []field.ID) {
		if in := t.within(u.ID, of); len(in) > 0 {
			items = append(items, widgets.MenuItem{Label: texts.T("settings.units.show", text.Plural(len(in), k.One, k.Many)), Icon: k.Icon,
				Run: func() { t.s.ShowRecords(k, texts.T("settings.units.in", u.Name()), in) }})
		}
	}
	items = append(items, widgets.MenuItem{})
	show(system.OwnerUnit.Kind, systemsOf)
	show(plan.Unit.Kind, plansOf)
	show(org.PersonUnit.Kind, personsOf)
	items = append(items, widgets.MenuItem{},
		widgets.MenuItem{Label: texts.T("register.unfold"), Icon: "chevron-down", Run: func() { t.turnAll(true) }},
		widgets.MenuItem{Label: texts.T("register.fold"), Icon: "chevron-right", Run: func() { t.turnAll(false) }})
	if t.s.Writable() {
		items = append(items, widgets.MenuItem{}, widgets.MenuItem{Label: texts.N("register.delete", len(ids)), Icon: "trash-2", Shortcut: "Del", Danger: true, Run: func() { t.reg.Delete(ids) }})
	}
	widgets.ShowMenu(t.s.Window.Canvas(), at, items...)
}

// createUnder asks for a new unit that is to lie under another.
func (t *unitTree) createUnder(unit field.ID) {
	register.AskNewWith(t.s, org.UnitKind, texts.T("settings.units.new.under", t.w.Label(unit)), func(d *record.Draft) { d.Put(org.UnitParent.Field, unit) }, t.Reveal)
}

// askWhere asks what units are to be moved to.
func (t *unitTree) askWhere(ids []field.ID) {
	w := t.w
	list := input.List{Placeholder: texts.T("settings.units.move.search"), Width: 420, OnClose: t.grid.Focus, Find: func(q string) []widgets.Option {
		var out []widgets.Option
		if strings.TrimSpace(q) == "" {
			out = append(out, widgets.Option{Label: texts.T("settings.units.top"), Icon: "arrow-up", Disabled: org.Move{Units: ids}.Refused(w) != nil})
		}
		for _, o := range record.TreeOptions(w, org.UnitKind, q, ids[0]) {
			o.Disabled = o.Disabled || org.Move{Units: ids, Under: field.ID(o.ID)}.Refused(w) != nil
			out = append(out, o)
		}
		return out
	}}
	row := max(0, t.IndexOf(string(ids[0])))
	list.Show(t.s.Window.Canvas(), widgets.At(t.grid.Under(row)), func(o widgets.Option) { t.move(ids, field.ID(o.ID)) })
}

// drops says what dragging a unit onto another does, or why it can't be.
func (t *unitTree) drops(row, onto int) (string, bool) {
	w := t.w
	u, to := t.rows[row].unit, t.rows[onto].unit
	if err := (org.Move{Units: []field.ID{u.ID}, Under: to.ID}).Refused(w); err != nil {
		says, _, _ := strings.Cut(err.Error(), " Inget har ändrats")
		return says, false
	}
	return texts.T("settings.units.drops", u.Name(), to.Name()), true
}

func (t *unitTree) drop(row, onto int) {
	t.move([]field.ID{t.rows[row].unit.ID}, t.rows[onto].unit.ID)
}

// shift lets a unit lie under the one above it among those beside it or, less deep, beside the
// one that it lies under.
func (t *unitTree) shift(row int, deeper bool) {
	w, r := t.w, t.rows[row]
	if !deeper {
		if above := w.Get(org.UnitParent.Get(r.unit)); above != nil {
			t.move([]field.ID{r.unit.ID}, org.UnitParent.Get(above))
		}
		return
	}
	for i := row - 1; i >= 0 && t.rows[i].level >= r.level; i-- {
		if t.rows[i].level == r.level {
			t.move([]field.ID{r.unit.ID}, t.rows[i].unit.ID)
			return
		}
	}
}

// move moves units, after a question when others go along with them.
func (t *unitTree) move(ids []field.ID, under field.ID) {
	w, m := t.w, org.Move{Units: ids, Under: under}
	if err := m.Refused(w); err != nil {
		t.s.Fail(err)
		return
	}
	do := func() {
		t.s.Act(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) { return p.Do(ctx, m.Do) }, func() {
			t.Reveal(ids[0])
			t.grid.Focus()
		})
	}
	along := 0
	for _, id := range ids {
		along += org.Along(w, id)
	}
	if along == 0 {
		do()
		return
	}
	to := cmp.Or(w.Label(under), texts.T("settings.units.top"))
	what := text.Plural(len(ids), org.UnitKind.One, org.UnitKind.Many)
	if len(ids) == 1 {
		what = w.Label(ids[0])
	}
	dialogs.Confirm(t.s.Window, texts.T("settings.units.move.title", what), texts.N("settings.units.move.text", along, what, to), texts.T("settings.units.move.yes"), false, do)
}
