package register

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/view"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

func (r *Register) width(id string) float32 {
	return float32(r.s.App.Preferences().Float(r.pref("width." + id)))
}

// restore takes up the user's columns and order from last time.
func (r *Register) restore() {
	var ids []string
	if json.Unmarshal([]byte(r.s.App.Preferences().String(r.pref("columns"))), &ids) == nil {
		var columns []field.Column
		for _, id := range ids {
			if c, ok := r.columnOf(id); ok {
				columns = append(columns, c)
			}
		}
		if len(columns) > 0 {
			r.list.SetColumns(columns)
		}
	}
	id, desc, ok := strings.Cut(r.s.App.Preferences().String(r.pref("sort")), " ")
	if ok {
		c, _ := r.columnOf(id)
		d, _ := strconv.ParseBool(desc)
		r.list.Sort(view.Order{Column: c, Desc: d})
	}
	r.source.Load()
}

// syncSort shows the remembered order in the heading.
func (r *Register) syncSort() {
	var by []grid.Sort
	for _, o := range r.list.Sorted() {
		if o.Column.Field != nil {
			by = append(by, grid.Sort{ID: view.ColumnID(o.Column), Desc: o.Desc})
		}
	}
	r.grid.SetSorts(by)
}

func (r *Register) setColumns(columns []field.Column) {
	ids := make([]string, len(columns))
	for i, c := range columns {
		ids[i] = view.ColumnID(c)
	}
	data, err := json.Marshal(ids)
	if err == nil {
		r.s.App.Preferences().SetString(r.pref("columns"), string(data))
	}
	r.list.SetColumns(columns)
	r.source.Load()
	r.grid.SetColumns(r.source.GridColumns(r.width), r.grid.Frozen)
	r.syncSort()
	r.reload()
}

func (r *Register) moveColumn(id string, to int) {
	columns := slices.Clone(r.list.Columns())
	from := slices.IndexFunc(columns, func(c field.Column) bool { return view.ColumnID(c) == id })
	if r.source.HasRef {
		to--
	}
	if from < 0 || to < 0 || to >= len(columns) {
		return
	}
	c := columns[from]
	columns = slices.Insert(slices.Delete(columns, from, from+1), to, c)
	r.setColumns(columns)
}

func (r *Register) chooseColumns() {
	p := r.s.Portfolio()
	var items []input.ColumnChoice
	on := map[string]bool{}
	for _, c := range r.list.Columns() {
		on[view.ColumnID(c)] = true
		items = append(items, input.ColumnChoice{ID: view.ColumnID(c), Title: c.Phrase(p), Group: c.Field.Group, On: true})
	}
	offer := func(c field.Column) {
		if id := view.ColumnID(c); !on[id] {
			items = append(items, input.ColumnChoice{ID: id, Title: c.Phrase(p), Group: c.Field.Group})
		}
	}
	for _, f := range p.Fields(r.kind) {
		if f.Hidden {
			continue
		}
		offer(field.Column{Field: f})
		if f.Yearly {
			for y := p.PlanYear() - 2; y <= p.PlanYear()+2; y++ {
				if y != p.PlanYear() {
					offer(field.Column{Field: f, Year: y})
				}
			}
		}
	}
	chooser := input.NewColumnChooser(items, nil)
	dialogs.Show(r.s.Window, dialogs.Options{Title: texts.T("register.columns"), Content: chooser, Confirm: texts.T("register.columns.use"), OnOK: func() bool {
		var columns []field.Column
		for _, it := range chooser.Items() {
			if c, ok := r.columnOf(it.ID); ok && it.On {
				columns = append(columns, c)
			}
		}
		if len(columns) > 0 {
			r.setColumns(columns)
		}
		return true
	}})
}

// chooseFilter asks for a field and then for its value.
func (r *Register) chooseFilter(anchor fyne.CanvasObject) {
	var items []widgets.MenuItem
	group := ""
	for _, f := range r.s.Portfolio().Fields(r.kind) {
		if !f.Filters() {
			continue
		}
		if f.Group != group && group != "" {
			items = append(items, widgets.MenuItem{})
		}
		group = f.Group
		items = append(items, widgets.MenuItem{Label: f.Label, Run: func() { r.chooseValues(f) }})
	}
	widgets.ShowMenuBelow(anchor, items...)
}

// chooseValues lists the values of f that occur, with how many have each.
func (r *Register) chooseValues(f *field.Field) {
	p := r.s.Portfolio()
	counts, order := map[string]int{}, []string{}
	labels := map[string]string{}
	empty := 0
	count := func(key, label string) {
		if counts[key] == 0 {
			order = append(order, key)
			labels[key] = label
		}
		counts[key]++
	}
	label := func(key string, v field.Value) string {
		if f.Points() {
			return p.Label(field.ID(key))
		}
		return f.Exact(p, v)
	}
	for _, rec := range p.All(r.kind) {
		v := f.Value(p, rec, 0)
		found := false
		for key := range view.Keys(p, f, v) {
			found = true
			count(key, label(key, v))
		}
		if !found {
			empty++
		}
	}
	if f.HasAlternatives() {
		at := map[string]int{}
		for i, o := range f.Alternatives(p) {
			at[o.Key], labels[o.Key] = i, o.Label
		}
		slices.SortFunc(order, func(a, b string) int { return at[a] - at[b] })
	} else {
		slices.SortFunc(order, func(a, b string) int { return text.Compare(labels[a], labels[b]) })
	}
	var options []widgets.Option
	for _, k := range order {
		options = append(options, widgets.Option{ID: k, Label: labels[k], Right: text.Count(counts[k])})
	}
	const none = "\x00"
	if empty > 0 {
		options = append(options, widgets.Option{ID: none, Label: texts.T("register.filter.empty"), Right: text.Count(empty)})
	}
	r.askValues(f.Label, options, func(picked []string) {
		fl := view.Filter{Field: f, Values: picked}
		names := make([]string, len(picked))
		for i, k := range picked {
			names[i] = labels[k]
			if k == none {
				fl, names = view.Filter{Field: f, Op: view.Lacks}, []string{texts.T("register.filter.lacks", f.Label)}
				break
			}
		}
		fl.Label = strings.Join(names, ", ")
		r.setFilters(append(slices.Clone(r.list.Filters()), fl))
	})
}

func (r *Register) setFilters(fs []view.Filter) {
	r.list.SetFilters(fs)
	r.chips.Objects = nil
	for i, f := range fs {
		r.chips.Add(widgets.NewChip(f.Label, nil, func() { r.setFilters(slices.Delete(slices.Clone(r.list.Filters()), i, i+1)) }))
		if o := r.guide(f); o != nil {
			r.chips.Add(o)
		}
	}
	r.chips.Refresh()
	r.reload()
}

// menu is the right-click menu of the chosen rows.
func (r *Register) menu(row int, at fyne.Position) {
	ids := r.Selected()
	items := []widgets.MenuItem{
		{Label: texts.T("register.open"), Icon: "eye", Shortcut: "Enter", Run: func() { r.openRow(ids[0]) }},
		{Label: texts.T("register.export"), Icon: "file-spreadsheet", Run: func() { r.s.Go("exchange", ExportRows{Kind: r.kind, IDs: ids}) }},
	}
	items = append(items, r.pointed(row)...)
	items = append(append(items, widgets.MenuItem{}), r.hands.Items()...)
	if r.writable() {
		items = append(items, r.guided(ids)...)
		gone := widgets.MenuItem{Label: texts.N("register.delete", len(ids)), Icon: "trash-2", Danger: true, Run: r.deleteSelected}
		if r.deletes() {
			gone.Shortcut = "Del"
		}
		items = append(items, widgets.MenuItem{}, r.bulkItem(ids), gone)
	}
	widgets.ShowMenu(r.s.Window.Canvas(), at, items...)
}

// Seen is the list as it is shown, for the Excel page: its rows in their order, and its
// columns.
func (r *Register) Seen() ExportRows {
	out := ExportRows{Kind: r.kind, Columns: slices.Clone(r.list.Columns())}
	for _, rec := range r.list.Rows() {
		out.IDs = append(out.IDs, rec.ID)
	}
	return out
}

// ExportRows asks the Excel page to write just these records, with all columns or these.
type ExportRows struct {
	Columns []field.Column
	Kind    *field.Kind
	IDs     []field.ID
}

func (r *Register) deleteSelected() {
	ids := r.Selected()
	if len(ids) == 0 {
		return
	}
	what := r.s.Portfolio().Label(ids[0])
	if len(ids) > 1 {
		what = text.Plural(len(ids), r.kind.One, r.kind.Many)
	}
	text := texts.T("register.delete.text")
	if s := app.PartsInWords(r.s.Portfolio().CountParts(ids...)); s != "" {
		text = texts.T("register.delete.parts", s)
	}
	dialogs.Confirm(r.s.Window, texts.T("register.delete.title", what), text, texts.T("register.delete.yes"), true, func() {
		r.s.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) { return p.Delete(ctx, ids) }, func(e app.Entry, err error) {
			if err != nil {
				r.s.Fail(err)
				return
			}
			r.s.ToastUndo(e.Label, e)
		})
	})
}

// askValues shows a list to tick in; done gets what was ticked, when anything.
func (r *Register) askValues(title string, options []widgets.Option, done func(picked []string)) {
	on := map[string]bool{}
	rows := make([]fyne.CanvasObject, len(options))
	var first fyne.Focusable
	for i, o := range options {
		check := input.NewCheck(o.Label, false, func(is bool) error { on[o.ID] = is; return nil })
		if first == nil {
			first = check
		}
		rows[i] = container.NewBorder(nil, nil, nil, widgets.NewText(o.Right, widgets.Muted), check)
	}
	scroll := container.NewVScroll(widgets.Inset(0, 16, 0, 0, widgets.VStack(4, rows...)))
	dialogs.Show(r.s.Window, dialogs.Options{Title: title, Content: scroll, Width: 420, Height: min(360, float32(len(rows))*34+10), Confirm: texts.T("register.filter.use"), Focus: first, OnOK: func() bool {
		var picked []string
		for _, o := range options {
			if on[o.ID] {
				picked = append(picked, o.ID)
			}
		}
		if len(picked) > 0 {
			done(picked)
		}
		return true
	}})
}
