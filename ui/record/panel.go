package record

import (
	"cmp"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// historyTab is the tab after the catalogue's groups.
const historyTab = "\x00history"

// Panel shows one record beside a list: what it is, what is missing, and its
// fields by group, edited in place.
type Panel struct {
	OnClose func()
	// Extra adds what only some kinds have under a group's fields; nil: nothing.
	Extra func(r *field.Record, group string) []fyne.CanvasObject
	// Over is what stands above a group's fields, such as what is done with them; nil: nothing.
	Over func(r *field.Record, group string) []fyne.CanvasObject
	// Ways is how one comes to where what isn't fields of the record is filled in; nil: as
	// the kinds say.
	Ways func(f *field.Field) func()
	// Mend is how what a gate asks for of a record is filled in, where that is no field; nil:
	// it always is one.
	Mend func(id field.ID, m governance.Missing) func()
	// Buttons stand at the foot; nil: none.
	Buttons func(r *field.Record) []fyne.CanvasObject

	s    *shell.Shell
	kind *field.Kind
	id   field.ID
	tab  string
	year int
	box  *fyne.Container

	top, gaps *fyne.Container // the head, and what is missing: renewed by themselves
	extra     *fyne.Container
	steps     *fyne.Container // the steps that are offered, under the state
	editors   []*editor
	held      []*held         // the days of roles, under each of them
	parts     []*parts        // the tables under the fields
	rows      *fyne.Container // all of it, under each other
}

// NewPanel makes an empty panel.
func NewPanel(s *shell.Shell, k *field.Kind) *Panel {
	return &Panel{s: s, kind: k, box: container.NewStack()}
}

// Content is the panel's object.
func (p *Panel) Content() fyne.CanvasObject { return p.box }

// Record is the identity of what is shown, "" for nothing.
func (p *Panel) Record() field.ID { return p.id }

// Show shows a record; "" shows what to do instead.
func (p *Panel) Show(id field.ID) {
	if p.id != id {
		p.id = id
		p.build()
	}
}

// ShowField shows the group that a field is in.
func (p *Panel) ShowField(key string) {
	if f := p.kind.Field(key); f != nil {
		p.tab = f.Group
		p.build()
	}
}

// GoTo shows a field, and gives it the keyboard where it takes any.
func (p *Panel) GoTo(key string) {
	p.ShowField(key)
	if f := p.Field(key); f != nil {
		p.s.Window.Canvas().Focus(f)
	}
}

// Changed shows the record as it is now, without disturbing who types in it.
func (p *Panel) Changed(e app.Event) {
	r := p.s.Portfolio().Get(p.id)
	touched := func(t *parts) bool { return t.concerned(e) }
	if p.id == "" || (!e.Records[p.id] && !refersTo(r, e) && !p.referred(e) && !slices.ContainsFunc(p.parts, touched)) {
		if r != nil { // what waits for a forum is of insatser that it doesn't point at
			p.showExtra(r)
		}
		return
	}
	if r == nil && p.typing() { // what is written is told of rather than lost
		_ = p.s.TakeIn()
	}
	moved := func(ed *editor) bool { return ed.there != ed.elsewhere() }
	if r == nil || p.tab == historyTab || slices.ContainsFunc(p.editors, moved) {
		p.build()
		return
	}
	p.top.Objects = []fyne.CanvasObject{p.head(r)}
	p.top.Refresh()
	p.gaps.Objects = p.missing(r)
	p.gaps.Refresh()
	for _, ed := range p.editors {
		ed.show()
	}
	for _, h := range p.held {
		h.show()
	}
	for _, t := range p.parts {
		t.show()
	}
	p.steps.Objects = p.offered(r)
	p.steps.Refresh()
	p.showExtra(r)
	p.rows.Refresh()
}

// showExtra shows what else the page says of the record, as it is now.
func (p *Panel) showExtra(r *field.Record) {
	if p.Extra == nil || p.tab == historyTab {
		return
	}
	p.extra.Objects = p.Extra(r, p.tab)
	p.extra.Refresh()
}

// referred says whether something that changed points at the record.
func (p *Panel) referred(e app.Event) bool {
	w := p.s.Portfolio()
	for _, f := range p.kind.PointedBy() {
		if !e.Touches(f.Kind) {
			continue
		}
		for id := range e.Records {
			if r := w.Get(id); r != nil && r.Kind == f.Kind && slices.Contains(field.References(r.Get(f)), p.id) {
				return true
			}
		}
	}
	return false
}

func refersTo(r *field.Record, e app.Event) bool {
	if r == nil {
		return true
	}
	for _, f := range r.Kind.Fields() {
		for _, id := range field.References(r.Get(f)) {
			if e.Records[id] {
				return true
			}
		}
	}
	return false
}

// Rows is how many fields the form shows.
func (p *Panel) Rows() int { return len(p.editors) }

// Field is what takes the typing of a field that the form shows, nil for none.
func (p *Panel) Field(key string) fyne.Focusable {
	for _, ed := range p.editors {
		if ed.col.Field.Key == key {
			return ed.keyboard()
		}
	}
	return nil
}

// typing tells whether one of the form's fields has the keyboard.
func (p *Panel) typing() bool {
	now := p.s.Window.Canvas().Focused()
	if slices.ContainsFunc(p.parts, func(t *parts) bool { return t.grid.Editing() }) {
		return true
	}
	return now != nil && slices.ContainsFunc(p.editors, func(ed *editor) bool { return ed.keyboard() == now })
}

func (p *Panel) build() {
	defer p.box.Refresh()
	r := p.s.Portfolio().Get(p.id)
	if r == nil {
		p.parts = nil
		p.box.Objects = []fyne.CanvasObject{widgets.Surface(container.NewCenter(widgets.NewText(texts.T("record.none"), widgets.Muted)))}
		return
	}
	groups := p.groups()
	if p.tab == "" || (p.tab != historyTab && !has(groups, p.tab)) {
		p.tab = groups[0].ID
	}
	tabs := widgets.NewTabBar(append(groups, widgets.TabItem{ID: historyTab, Label: texts.T("record.history")}), func(id string) { p.tab = id; p.build() })
	tabs.Select(p.tab)
	p.top = container.NewStack(p.head(r))
	top := widgets.VStack(6, p.top, tabs)
	body := widgets.NewScroll(widgets.Inset(12, 16, 16, 16, p.body(r)))
	var foot fyne.CanvasObject
	if p.Buttons != nil {
		if b := p.Buttons(r); len(b) > 0 {
			foot = container.NewVBox(widgets.Hairline(), widgets.Inset(10, 16, 10, 16, widgets.HStack(8, b...)))
		}
	}
	p.box.Objects = []fyne.CanvasObject{widgets.Surface(container.NewBorder(widgets.Inset(14, 16, 0, 16, top), foot, nil, nil, body))}
}

func has(tabs []widgets.TabItem, id string) bool {
	for _, t := range tabs {
		if t.ID == id {
			return true
		}
	}
	return false
}

// groups are the catalogue's groups that have fields to show, in order, each
// with how many required fields are empty.
func (p *Panel) groups() []widgets.TabItem {
	w := p.s.Portfolio()
	var out []widgets.TabItem
	at := map[string]int{}
	for _, f := range w.Fields(p.kind) {
		if f.Hidden {
			continue
		}
		if _, ok := at[f.Group]; !ok {
			at[f.Group] = len(out)
			out = append(out, widgets.TabItem{ID: f.Group, Label: groupLabel(f.Group)})
		}
	}
	for _, k := range partKinds(p.kind) {
		if tab := p.partTab(k); !has(out, tab) {
			out = append(out, widgets.TabItem{ID: tab, Label: text.Capital(k.Many)})
		}
	}
	return out
}

// partTab is the tab that has the table of a kind's records. Those that have a
// year's amounts stand with the fields that show such amounts, those that say so, or that are
// called as a group of fields is, within that group; others have a tab of their own.
func (p *Panel) partTab(k *field.Kind) string {
	if partYear(k) != nil {
		for _, f := range p.kind.Fields() {
			if f.Yearly && !f.Hidden {
				return f.Group
			}
		}
	}
	for _, in := range []string{k.Within, text.Capital(k.Many)} {
		if in != "" && slices.ContainsFunc(p.kind.Fields(), func(f *field.Field) bool { return f.Group == in && !f.Hidden }) {
			return in
		}
	}
	return "\x00parts of " + k.Name
}

// ShowParts shows the table of a kind's records.
func (p *Panel) ShowParts(k *field.Kind) {
	p.tab = p.partTab(k)
	p.build()
}

func groupLabel(g string) string {
	if g == "" {
		return texts.T("record.general")
	}
	return g
}

func (p *Panel) head(r *field.Record) fyne.CanvasObject {
	over := r.Kind.One
	if r.Ref != "" {
		over = r.Ref + " · " + over
	}
	top := []fyne.CanvasObject{widgets.NewText(over, widgets.Muted), widgets.Spacer()}
	for _, f := range r.Kind.Fields() {
		if f.Standing == nil || !looks[f.Type].day {
			continue
		}
		if st, ok := f.Standing(p.s.Portfolio(), r); ok && (st.Tone == field.Bad || st.Tone == field.Warn) {
			top = append(top, widgets.NewPill(cmp.Or(st.Why, f.Label+" "+st.Text), Style(st.Tone)))
		}
	}
	if about := p.s.ReportsAbout(r.Kind); len(about) > 0 {
		top = append(top, p.reports(r.ID, about))
	}
	if r.Owner() == "" {
		top = append(top, widgets.NewIconButton("network", texts.T("related.show"), func() { p.s.Go(shell.Related, shell.Select{ID: r.ID}) }))
	}
	if p.OnClose != nil {
		top = append(top, widgets.NewIconButton("x", texts.T("record.close"), p.OnClose))
	}
	called := field.Called(r, p.s.Portfolio().Get)
	if r.Name() == "" { // a name is written as it is: eFörvaltningsprogram
		called = text.Capital(called)
	}
	return widgets.VStack(2, widgets.HStack(8, top...), widgets.NewHeading(called, 1))
}

func (p *Panel) body(r *field.Record) fyne.CanvasObject {
	if p.tab == historyTab {
		p.parts = nil
		return p.history(r)
	}
	p.gaps, p.editors, p.held, p.parts = container.NewStack(p.missing(r)...), nil, nil, nil
	p.steps = container.NewStack(p.offered(r)...)
	rows := []fyne.CanvasObject{p.gaps}
	if p.Over != nil {
		rows = append(rows, p.Over(r, p.tab)...)
	}
	yearly := false
	var inputs []fyne.CanvasObject
	for _, f := range p.s.Portfolio().Fields(p.kind) {
		if f.Group != p.tab || f.Hidden {
			continue
		}
		yearly = yearly || f.Yearly
		ed := newEditor(p.s, r.ID, field.Column{Field: f, Year: p.year})
		ed.way = p.Lead
		p.editors = append(p.editors, ed)
		inputs = append(inputs, ed.row)
		if f.IsHeld() && f.Editable() && p.s.Writable() {
			h := newHeld(ed)
			p.held, inputs = append(p.held, h), append(inputs, h.content)
		}
		if f == p.kind.Step {
			inputs = append(inputs, p.steps)
		}
	}
	if yearly {
		rows = append(rows, p.yearPicker())
	}
	rows = append(rows, inputs...)
	for _, k := range partKinds(p.kind) {
		if p.partTab(k) == p.tab {
			t := newParts(p.s, k, r.ID)
			p.parts, rows = append(p.parts, t), append(rows, t.content)
		}
	}
	if p.Extra != nil {
		p.extra = widgets.VStack(8, p.Extra(r, p.tab)...)
		rows = append(rows, p.extra)
	}
	p.rows = widgets.VStack(8, rows...)
	return p.rows
}

func (p *Panel) yearPicker() fyne.CanvasObject {
	plan := p.s.Portfolio().PlanYear()
	var years []widgets.Option
	for y := plan - 3; y <= plan+4; y++ {
		years = append(years, widgets.Option{ID: strconv.Itoa(y), Label: strconv.Itoa(y)})
	}
	now := p.year
	if now == 0 {
		now = plan
	}
	return input.NewFlatSelect(texts.T("record.year"), years, strconv.Itoa(now), func(id string) error {
		p.year, _ = strconv.Atoi(id)
		p.build()
		return nil
	})
}
