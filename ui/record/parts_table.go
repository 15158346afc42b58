package record

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/ui/async"
	"itportfoljen/ui/cells"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// widestPart is how wide a column is at most unless it is dragged wider.
const widestPart = 190

// parts is the table, in the form of what they are parts of, of all its records of
// a kind: edited in place, added to and removed from.
type parts struct {
	s       *shell.Shell
	kind    *field.Kind
	owner   field.ID
	columns []field.Column
	rows    []partRow
	ticked  map[partCell]int // cells that were saved a moment ago

	grid    *grid.Grid
	hands   *cells.Hands
	count   *widgets.Text
	remove  *widgets.Button // nil where nothing can be changed
	add     *widgets.Button
	link    *field.Field    // where a record is found, nil for kinds that are nowhere else
	follow  *widgets.Button // opens that
	pick    *widgets.Button // makes a record of a file
	actions []*rowAction    // what else can be done with a record
	table   fyne.CanvasObject
	none    fyne.CanvasObject
	box     *fyne.Container
	under   *fyne.Container // what the kind has to tell under the table
	content fyne.CanvasObject
}

type partCell struct {
	id field.ID
	f  *field.Field
}

func newParts(s *shell.Shell, k *field.Kind, owner field.ID) *parts {
	t := &parts{s: s, kind: k, owner: owner, columns: partColumns(s.Portfolio(), k), ticked: map[partCell]int{}}
	t.grid = grid.New(nil, t.gridColumns())
	t.grid.Cells, t.grid.Multi, t.grid.Whole, t.grid.Frozen = true, true, true, 1
	t.wire()
	t.hands = cells.Give(s, &cells.Hands{Kind: k, Grid: t.grid, Columns: func() []field.Column { return t.columns }, Rows: t.Len, Record: t.recordAt, Writable: t.writable, Deletes: t.writable})
	t.link = linkOf(k)
	t.count = widgets.NewText("", widgets.Muted)
	head := []fyne.CanvasObject{widgets.NewHeading(text.Capital(k.Many), 3), t.count, widgets.Spacer()}
	head = append(head, t.linkButtons()...)
	head = append(head, t.actionButtons()...)
	if t.writable() {
		t.remove = widgets.NewIconButton("trash-2", texts.T("record.parts.remove", k.One), t.removeRow)
		t.add = widgets.NewButton(texts.T("record.parts.add"), t.askNew).WithIcon("plus").WithTip(texts.T("record.parts.add.what", k.One), "")
		head = append(head, t.remove, t.add)
	}
	t.table = widgets.NewFrame(t.grid)
	t.none = widgets.NewParagraph(t.whenNone(), widgets.Muted)
	t.box, t.under = container.NewStack(), container.NewStack()
	t.content = widgets.Inset(14, 0, 0, 0, widgets.VStack(6, widgets.HStack(8, head...), t.box, t.under))
	t.load()
	t.grid.SetSource(t)
	t.show()
	return t
}

func (t *parts) whenNone() string {
	none := texts.T("record.parts.none", t.kind.Many)
	if t.link != nil && t.writable() {
		none += " " + texts.T("record.link.drop")
	}
	return none
}

func (t *parts) writable() bool { return !t.s.Portfolio().Info().ReadOnly && !t.kind.Lasting }

func (t *parts) gridColumns() []grid.Column {
	out := make([]grid.Column, len(t.columns))
	for i, c := range t.columns {
		is := looks[c.Field.Type]
		out[i] = grid.Column{ID: c.Field.Key, Title: c.Field.Heading(), Tip: c.Field.Help, MinWidth: is.least, Align: is.align, Flex: is.flex}
	}
	return out
}

func (t *parts) pref(id string) string { return "parts." + t.kind.Name + ".width." + id }

func (t *parts) wire() {
	g := t.grid
	g.Passive = func(row int) bool { return t.rows[row].rec == nil }
	g.Editable = func(row, col int) bool {
		return t.writable() && t.rows[row].rec != nil && t.columns[col].Field.Editable()
	}
	g.Chosen = func(_, col int) bool { return Chosen(t.columns[col].Field) }
	g.Days = func(_, col int) (date.Date, bool) { return t.s.Portfolio().Today(), Days(t.columns[col].Field) }
	g.OnChoose = func(row, col int, at fyne.CanvasObject) {
		Choose(t.s, t.rows[row].rec, t.columns[col], at, t.grid.GoOn, t.answered(t.rows[row].rec.ID, t.columns[col]))
	}
	g.EditText = func(row, col int) string {
		v, _ := t.value(t.rows[row].rec, t.columns[col])
		return t.columns[col].Field.Exact(t.s.Portfolio(), v)
	}
	g.OnEdit = func(key, column, typed string) error {
		return t.edit(field.ID(key), t.column(column), typed)
	}
	g.OnEditAway = func(string) string { return texts.T("record.parts.gone") }
	g.OnEditLeft = func(key, column string) { t.s.Abandon(field.ID(key), t.column(column)) }
	g.OnColumnResized = func(id string, w float32) { t.s.App.Preferences().SetFloat(t.pref(id), float64(w)) }
	g.OnSelect = t.showRemove
	g.OnMenu = t.menu
	g.OnKey = func(e *fyne.KeyEvent) bool {
		switch {
		case e.Name == fyne.KeyDelete && t.writable():
			t.removeRow()
		case e.Name == fyne.KeyInsert && t.writable():
			t.askNew()
		case e.Name == fyne.KeyF4:
			return g.OpenHelp()
		default:
			return false
		}
		return true
	}
}

// edit saves what was written in a cell. Of a record that has gone it stays there,
// or when the whole form goes the window tells of it.
func (t *parts) edit(id field.ID, c field.Column, typed string) error {
	p := t.s.Portfolio()
	if rec := p.Get(id); rec != nil {
		return Write(t.s, rec, c, typed, t.answered(id, c))
	}
	v, err := p.Parse(nil, c.Field, typed)
	if err == nil && p.Get(t.owner) == nil {
		t.s.SaveValue(id, c, v, func(string) {})
		return nil
	}
	return fault.New(fault.NotFound, texts.T("record.parts.gone"))
}

func (t *parts) column(id string) field.Column {
	for _, c := range t.columns {
		if c.Field.Key == id {
			return c
		}
	}
	return field.Column{}
}

// recordAt is the record of a row; a sum is none's.
func (t *parts) recordAt(row int) (field.ID, bool) {
	rec := t.rows[row].rec
	if rec == nil {
		return "", false
	}
	return rec.ID, true
}

// load reads the rows as they are now.
func (t *parts) load() { t.rows = partRows(t.s.Portfolio(), t.kind, t.owner, t.columns) }

// show shows the records as they are now, without disturbing who types in one.
func (t *parts) show() {
	t.load()
	n := 0
	for _, r := range t.rows {
		if r.rec != nil {
			n++
		}
	}
	t.count.SetText(text.Count(n))
	t.count.Hidden = n == 0
	t.grid.FitColumns(widestPart, func(id string) float32 { return float32(t.s.App.Preferences().Float(t.pref(id))) })
	t.grid.Reload()
	shown := t.table
	if n == 0 && !t.grid.Editing() {
		shown = t.none
	}
	if len(t.box.Objects) == 0 || t.box.Objects[0] != shown {
		t.box.Objects = []fyne.CanvasObject{shown}
	}
	t.box.Refresh()
	t.showUnder()
	t.showRemove()
}

func (t *parts) showRemove() {
	t.showActions()
	if t.follow != nil {
		if t.linked() == "" {
			t.follow.Disable()
		} else {
			t.follow.Enable()
		}
	}
	if t.remove == nil {
		return
	}
	if t.remove.Hidden = len(t.rows) == 0; t.current() == nil {
		t.remove.Disable()
	} else {
		t.remove.Enable()
	}
}

// current is the record with the cursor, nil for none.
func (t *parts) current() *field.Record {
	if _, key := t.grid.Cursor(); key != "" {
		return t.s.Portfolio().Get(field.ID(key))
	}
	return nil
}

// concerned tells whether a change touches what the table shows.
func (t *parts) concerned(e app.Event) bool {
	for _, r := range t.rows {
		if r.rec != nil && (e.Records[r.rec.ID] || refersTo(r.rec, e)) {
			return true
		}
	}
	return false
}

// answered shows in a cell what the disk says to what was written there.
func (t *parts) answered(id field.ID, c field.Column) func(why string) {
	at := partCell{id, c.Field}
	return func(why string) {
		if why == "" {
			t.ticked[at]++
			async.After(input.TickTime, func() {
				t.ticked[at]--
				t.grid.Reload()
			})
		}
		t.grid.Reload()
	}
}

// menu is the right-click menu of a row.
func (t *parts) menu(row int, at fyne.Position) {
	items := append(append(t.linkItems(), t.actionItems()...), t.hands.Items()...)
	if t.writable() {
		items = append(items, widgets.MenuItem{}, widgets.MenuItem{Label: strings.TrimSpace(texts.T("record.parts.remove", t.kind.One)), Icon: "trash-2", Shortcut: "Del", Danger: true, Run: t.removeRow})
	}
	widgets.ShowMenu(t.s.Window.Canvas(), at, items...)
}
