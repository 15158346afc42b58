// Package register is a list of one kind with everything a list has: search,
// filters, chosen columns, sorting, sums, editing in place, several at once,
// and the chosen record beside it. The pages of systems and insatser are made
// of it, and differ only in what they hand in.
package register

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/view"
	"itportfoljen/ui/async"
	"itportfoljen/ui/cells"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// Register is the list and the panel beside it.
type Register struct {
	Panel *record.Panel
	// OnOpen is what Enter and a double click on a name do; nil: they open the panel.
	OnOpen func(id field.ID)
	// OnChanged is called when what is listed has changed: a header may say so.
	OnChanged func()

	s       *shell.Shell
	kind    *field.Kind
	list    *view.List
	source  *record.Source
	grid    *grid.Grid
	split   *widgets.Split
	content fyne.CanvasObject
	hands   *cells.Hands
	open    bool              // the panel is in view
	place   *fyne.Container   // the grid, or what is instead of it
	other   View              // what is instead of the grid
	first   fyne.CanvasObject // shown when the portfolio has none
	bar

	widths  map[string]float32 // of columns, by ID
	kept    []view.Filter      // those in force, or were before just some records were listed
	view    string             // the name of the view that was chosen, "" for all
	written string             // what was remembered last
	offered []Way              // in which the rows may be seen; none: as a list only
}

// bar is what stands above the list.
type bar struct {
	filter                       *input.Search
	filtering, grouping, columns *widgets.Button
	viewing                      *widgets.Button                              // which view is shown
	ways                         *fyne.Container                              // the ways to see the rows, where there are several
	chips                        *widgets.FitRow                              // what is filtered and grouped by
	changes                      map[*widgets.Chip]func(at fyne.CanvasObject) // what they do when tapped, at a place
	notice                       *fyne.Container                              // what there is to say of the list
	under                        *fyne.Container                              // both
	shown                        bool                                         // under is
	listing                      *fyne.Container                              // the bar and the list
}

// New makes a register of a kind; empty shows when the portfolio has none.
func New(s *shell.Shell, k *field.Kind, empty fyne.CanvasObject) *Register {
	r := &Register{s: s, kind: k, Panel: record.NewPanel(s, k), first: empty, widths: map[string]float32{}}
	r.list = view.New(s.Portfolio(), k)
	r.source = record.NewSource(s.Portfolio(), r.list)
	r.source.Unsaved = s.Unsaved
	r.restore()
	r.grid = grid.New(nil, r.gridColumns())
	r.grid.Cells, r.grid.Multi, r.grid.Empty = true, true, r.whenEmpty(empty)
	if k.Prefix != "" {
		r.grid.Frozen = 2
	}
	r.wire()
	r.giveHands()
	r.Panel.OnClose = r.ClosePanel
	r.build()
	return r
}

func (r *Register) wire() {
	g := r.grid
	g.OnSelect = r.selected
	g.OnOpen = func(row int) { r.openRow(r.source.Row(row).ID) }
	g.Jumps = r.named
	g.OnSort = r.sorted
	g.OnMenu = r.menu
	g.OnHeaderMenu = r.headingMenu
	g.OnFold, g.OnFoldAll = r.fold, r.foldLevel
	g.OnColumnResized = r.resized
	g.OnColumnMoved = r.moveColumn
	g.OnType = r.jump
	g.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyDelete && r.writable() && r.deletes() {
			r.deleteSelected()
			return true
		}
		return e.Name == fyne.KeyF4 && g.OpenHelp()
	}
	g.Editable = func(row, col int) bool {
		c, ok := r.source.Column(col)
		of := r.source.Row(row)
		return ok && of != nil && r.writable() && c.Field.Editable() && record.Elsewhere(r.s.Portfolio(), of, c.Field) == ""
	}
	g.WhyNot = r.whyNot
	g.Days = func(_, col int) (date.Date, bool) {
		c, ok := r.source.Column(col)
		return r.s.Portfolio().Today(), ok && record.Days(c.Field)
	}
	g.Chosen = func(_, col int) bool {
		c, ok := r.source.Column(col)
		return ok && record.Chosen(c.Field)
	}
	g.OnChoose = func(row, col int, at fyne.CanvasObject) {
		c, _ := r.source.Column(col)
		record.Choose(r.s, r.source.Row(row), c, at, r.grid.GoOn, func(string) {})
	}
	g.EditText = func(row, col int) string {
		c, _ := r.source.Column(col)
		v, _ := r.source.Value(r.source.Row(row), c)
		return c.Field.Exact(r.s.Portfolio(), v)
	}
	g.OnEdit, g.OnEditAway = r.edit, r.away
	g.OnEditLeft = func(key, column string) {
		c, _ := r.columnOf(column)
		r.s.Abandon(field.ID(key), c)
	}
}

// openRow shows a record where the list's records are shown.
func (r *Register) openRow(id field.ID) {
	if r.OnOpen != nil {
		r.OnOpen(id)
		return
	}
	r.showPanel()
	r.Panel.Show(id)
}

// named tells whether a column says what a row is: its name or its reference.
func (r *Register) named(col int) bool {
	c, ok := r.source.Column(col)
	return !ok || c.Field == r.kind.Lead()
}

// whyNot says why a cell can't be written in.
func (r *Register) whyNot(row, col int) string {
	c, ok := r.source.Column(col)
	switch {
	case !r.writable():
		return texts.T("register.whynot.readonly")
	case !ok:
		return texts.T("register.whynot.ref")
	case r.source.Row(row) == nil:
		return ""
	case c.Field.Editable():
		return record.Elsewhere(r.s.Portfolio(), r.source.Row(row), c.Field)
	}
	if c.Field.Kept() {
		return texts.T("register.whynot.read", c.Field.Label)
	}
	return texts.T("register.whynot.computed", c.Field.Label)
}

func (r *Register) writable() bool { return !r.s.Portfolio().Info().ReadOnly }

// Content is the register's object.
func (r *Register) Content() fyne.CanvasObject { return r.content }

// List is what is listed.
func (r *Register) List() *view.List { return r.list }

// Reload reads the list anew.
func (r *Register) Reload() {
	if first := r.first; first != nil {
		r.grid.Empty = r.whenEmpty(first)
	}
	r.reload()
	found := r.list.Texts()
	async.Run(r.s.Runner, r.pref("texts"), func(context.Context) (struct{}, error) { found.Prepare(); return struct{}{}, nil }, func(struct{}, error) {})
}

func (r *Register) reload() {
	r.source.Load()
	r.syncHead()
	r.grid.Reload()
	r.footer()
	r.reloadOther()
	r.syncBar()
	r.remember()
	if r.OnChanged != nil {
		r.OnChanged()
	}
}

// Changed takes in a change.
func (r *Register) Changed(e app.Event) {
	r.list.Changed(e.Version, e.Records)
	if r.list.Concerns(e.Touches) {
		r.reload()
	}
	r.Panel.Changed(e)
}

// Select shows one record, letting go of filters that hide it.
func (r *Register) Select(id field.ID) {
	if !r.list.Reveal(id) {
		r.clear()
		r.list.Reveal(id)
	}
	r.reload()
	r.grid.Select(string(id))
	r.grid.ShowRow(r.source.IndexOf(string(id)))
	if v, ok := r.other.(revealer); ok {
		v.Reveal(id)
	}
	r.showPanel()
	r.Panel.Show(id)
}

// Only lists just these records, under a name that a chip shows.
func (r *Register) Only(label string, ids []field.ID) {
	ids = append([]field.ID{}, ids...) // none is no rows, and not all
	r.filter.Clear()
	r.list.Search("")
	r.setFilters([]view.Filter{{Label: label, IDs: ids}})
	if len(ids) == 1 {
		r.Select(ids[0])
	}
}

// Subtitle says how many are listed, of how many.
func (r *Register) Subtitle() string {
	n, total := len(r.list.Rows()), r.list.Total()
	if n == total {
		return text.Plural(total, r.kind.One, r.kind.Many)
	}
	return texts.T("register.of", text.Count(n), text.Plural(total, r.kind.One, r.kind.Many))
}

func (r *Register) selected() {
	r.footer()
	if _, key := r.grid.Cursor(); key != "" && r.open && !r.grid.OnHeading() { // an open panel follows; a click opens none
		r.Panel.Show(field.ID(key))
	}
}

// edit saves what was written in a cell.
func (r *Register) edit(key, column, typed string) error {
	c, _ := r.columnOf(column)
	rec := r.s.Portfolio().Get(field.ID(key))
	if rec == nil {
		return fault.New(fault.NotFound, r.away(key))
	}
	return record.Write(r.s, rec, c, typed, func(string) {})
}

// away says why a row that is being written in isn't listed any more.
func (r *Register) away(key string) string {
	rec := r.s.Portfolio().Get(field.ID(key))
	if rec == nil {
		return texts.T("register.gone")
	}
	return texts.T("register.away", r.s.Portfolio().Called(rec))
}

// jump finds the first row that begins with what is typed, by what stands in the
// cursor's column: the reference, or the name.
func (r *Register) jump(prefix string) int {
	want := text.Fold(prefix)
	c, byName := r.source.Column(r.grid.CursorColumn())
	byName = byName && c.Field == r.kind.Lead()
	for row := range r.source.Len() {
		rec := r.source.Row(row)
		if rec == nil {
			continue
		}
		what := rec.Ref
		if byName {
			what = field.Called(rec, r.s.Portfolio().Get)
		}
		if strings.HasPrefix(text.Fold(what), want) {
			return row
		}
	}
	return -1
}

func (r *Register) showPanel() {
	if !r.open {
		r.open = true
		r.split.SetTrailing(r.Panel.Content())
	}
}

// ClosePanel gives the list all the room.
func (r *Register) ClosePanel() {
	if !r.open {
		return
	}
	r.open = false
	r.split.SetTrailing(nil)
	if r.other != nil {
		r.other.PanelClosed()
	}
	r.focus()
}

// whenEmpty is shown for no rows: what to do first when there are none at all,
// else that nothing passes the filter.
func (r *Register) whenEmpty(first fyne.CanvasObject) fyne.CanvasObject {
	if r.list.Total() == 0 && first != nil {
		return first
	}
	return widgets.NewEmpty("search", texts.T("register.nohits"), texts.T("register.nohits.text"), widgets.NewButton(texts.T("register.clear"), r.clear))
}

func (r *Register) clear() {
	r.filter.Clear()
	r.list.Search("")
	r.setFilters(nil)
}
