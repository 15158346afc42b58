package people

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// Person is the page of one person.
type Person struct {
	s       *shell.Shell
	id      field.ID
	leaves  date.Date // the last day, as it was shown
	rows    *engaged
	grid    *grid.Grid
	panel   *record.Panel
	editing bool // the panel shows
	banner  *fyne.Container
	about   *fyne.Container
	split   *widgets.Split
	body    *fyne.Container
}

// PersonSpec tells the window about the page of a person.
func PersonSpec() shell.PageSpec {
	return shell.PageSpec{ID: "person", Help: "en-persons-sida", Title: texts.T("people.person"), Icon: org.PersonKind.Icon, Aside: true, New: newPerson}
}

func newPerson(s *shell.Shell) shell.Page {
	p := &Person{s: s, panel: record.NewPanel(s, org.PersonKind), banner: container.NewStack(), about: container.NewStack(), body: container.NewStack()}
	p.rows = &engaged{w: s.Portfolio()}
	p.grid = grid.New(p.rows, columns())
	p.grid.Multi = true
	p.grid.OnOpen = p.open
	p.grid.OnMenu = p.menu
	p.grid.OnType = p.rows.jump
	p.grid.OnCopy = p.copy
	p.grid.OnFold = func(key string, open bool) {
		p.rows.fold(key, !open)
		p.grid.Reload()
	}
	p.grid.OnFoldAll = func(_ int, open bool) {
		p.rows.foldAll(!open)
		p.grid.Reload()
	}
	p.panel.OnClose = func() { p.edit(false) }
	top := container.NewVBox(p.banner, widgets.Surface(p.about), widgets.Hairline())
	p.split = widgets.NewSplit(container.NewBorder(top, nil, nil, nil, p.grid), nil, 430)
	p.split.Covers = true
	p.split.LeastA, p.split.LeastB = 420, 340
	return p
}

// Content implements shell.Page.
func (p *Person) Content() fyne.CanvasObject { return p.body }

// Header implements shell.Page.
func (p *Person) Header() shell.Header {
	r := p.s.Portfolio().Get(p.id)
	if r == nil {
		return shell.Header{Title: texts.T("people.person")}
	}
	h := shell.Header{Title: r.Name(), Subtitle: org.PersonTitle.Get(r)}
	if last := r.Leaves(); !last.IsZero() {
		h.Pill, h.PillStyle = texts.T("people.leaves", last), widgets.Info
		if r.Left(p.s.Portfolio().Today()) {
			h.Pill, h.PillStyle = texts.T("people.left", last), widgets.Neutral
			if p.rows.held > 0 {
				h.PillStyle = widgets.Bad
			}
		}
	}
	if !p.s.Writable() {
		return h
	}
	edit := widgets.NewButton(texts.T("people.edit"), func() { p.edit(!p.editing) }).WithIcon("pencil")
	if p.rows.held+p.rows.coming == 0 {
		h.Actions = []fyne.CanvasObject{edit}
		return h
	}
	h.Actions = []fyne.CanvasObject{edit, widgets.NewPrimary(texts.T("people.handover"), func() { p.handOver(nil) })}
	return h
}

// Shown implements shell.Page.
func (p *Person) Shown(arg any) {
	switch a := arg.(type) {
	case shell.Select:
		p.show(a.ID)
	case shell.Show:
		if len(a.IDs) > 0 {
			p.show(a.IDs[0])
		}
	}
	p.reload()
	if len(p.rows.rows) > 0 {
		p.s.Window.Canvas().Focus(p.grid.Target()) // which isn't drawn yet
	}
}

// show begins with another person.
func (p *Person) show(id field.ID) {
	if id == p.id {
		return
	}
	p.id = id
	p.rows.begin(id)
	p.edit(false)
}

// Changed implements shell.Page.
func (p *Person) Changed(e app.Event) {
	had := p.leaves
	p.reload()
	p.panel.Changed(e)
	if p.editing && e.Records[p.id] && had.IsZero() && !p.leaves.IsZero() && p.rows.held > 0 {
		p.handOver(nil) // whoever writes that she leaves is asked at once who takes over
	}
}

// Escape closes the form, or else leaves the page.
func (p *Person) Escape() bool {
	if p.editing {
		p.edit(false)
		p.grid.Focus()
		return true
	}
	return false
}

func (p *Person) reload() {
	r := p.s.Portfolio().Get(p.id)
	if r == nil {
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmpty("user", texts.T("people.gone"), texts.T("people.gone.text"),
			widgets.NewButton(texts.T("people.gone.list"), func() { p.s.Go("people", nil) }))}
		p.body.Refresh()
		return
	}
	p.rows.load(p.id)
	p.leaves = r.Leaves()
	p.grid.Empty = widgets.NewEmpty("user", texts.T("people.empty", r.Name()), texts.T("people.empty.text"))
	p.grid.Reload()
	foot := texts.T("people.count.none")
	if p.rows.held > 0 {
		foot = texts.N("people.count", p.rows.held)
	}
	p.grid.SetFooter(foot, "")
	p.banner.Objects = p.warning(r)
	p.banner.Refresh()
	p.about.Objects = p.contact(r)
	p.about.Refresh()
	p.body.Objects = []fyne.CanvasObject{p.split}
	p.body.Refresh()
}

// warning says that somebody has left, or leaves, and still holds something, with the way
// out.
func (p *Person) warning(r *field.Record) []fyne.CanvasObject {
	last := r.Leaves()
	if last.IsZero() || p.rows.held == 0 {
		return nil
	}
	style, says := widgets.Bad, texts.N("people.left.still", p.rows.held, r.Name())
	if !r.Left(p.s.Portfolio().Today()) {
		style, says = widgets.Warn, texts.N("people.leaves.still", p.rows.held, r.Name(), last)
	}
	action := ""
	if p.s.Writable() {
		action = texts.T("people.left.go")
	}
	return []fyne.CanvasObject{widgets.NewBanner(style, says, action, func() { p.handOver(nil) }).Across()}
}

// contact is how the person is reached, nothing where nobody knows.
func (p *Person) contact(r *field.Record) []fyne.CanvasObject {
	var row []fyne.CanvasObject
	if mail := org.PersonEmail.Get(r); mail != "" {
		row = append(row, widgets.NewText(mail, widgets.Normal), widgets.NewIconButton("copy", texts.T("people.copy"), func() {
			p.s.App.Clipboard().SetContent(mail)
			p.s.Toast(texts.T("people.copied", mail))
		}))
	}
	if phone := org.PersonPhone.Get(r); phone != "" {
		row = append(row, widgets.NewText(phone, widgets.Normal))
	}
	if unit := org.PersonUnit.Get(r); unit != "" {
		row = append(row, widgets.NewLink(p.s.Portfolio().Label(unit), func() { p.s.Open(unit) }))
	}
	if len(row) == 0 {
		return nil
	}
	return []fyne.CanvasObject{widgets.Inset(8, widgets.Edge, 8, widgets.Edge, widgets.HStack(10, row...))}
}

// edit shows the person's form beside what she is in, or takes it away.
func (p *Person) edit(on bool) {
	p.editing = on
	if !on {
		p.split.SetTrailing(nil)
		return
	}
	p.panel.Show(p.id)
	p.split.SetTrailing(p.panel.Content())
	if f := p.panel.Field(org.PersonName.Key); f != nil {
		p.s.Window.Canvas().Focus(f)
	}
}

// open shows what a row is about: what it is a part of, for a part.
func (p *Person) open(row int) {
	if e := p.rows.at(row); e != nil {
		p.s.Open(whole(e.Record))
	}
}

// whole is the record, or what it is a part of.
func whole(r *field.Record) field.ID {
	if owner := r.Owner(); owner != "" {
		return owner
	}
	return r.ID
}

// menu is what can be done with the chosen rows.
func (p *Person) menu(row int, at fyne.Position) {
	e := p.rows.at(row)
	if e == nil {
		return
	}
	items := []widgets.MenuItem{{Label: texts.T("people.open"), Icon: "eye", Shortcut: "Enter", Run: func() { p.open(row) }}}
	if e.Field.IsHeld() && e.Standing != org.Settled && p.s.Writable() {
		items = append(items, widgets.MenuItem{Label: texts.T("record.held.open"), Icon: "calendar", Run: func() { record.AskDays(p.s, e.Record.ID, e.Field) }})
	}
	if ids := p.chosen(); len(ids) > 0 && p.s.Writable() {
		label := texts.T("people.handover.some")
		if len(ids) == 1 {
			label = texts.T("people.handover.this", text.Shorten(p.s.Portfolio().Called(p.s.Portfolio().Get(ids[0])), 40))
		}
		items = append(items, widgets.MenuItem{Label: label, Icon: "users", Run: func() { p.handOver(ids) }})
	}
	widgets.ShowMenu(p.s.Window.Canvas(), at, items...)
}

// copy puts the chosen rows on the clipboard as a table that Excel takes.
func (p *Person) copy() {
	keys := p.grid.Selected()
	if len(keys) == 0 {
		return
	}
	p.s.App.Clipboard().SetContent(p.rows.table(keys))
	p.s.Toast(texts.N("people.copied.rows", len(keys)))
}

// chosen are the records of the chosen rows that may be handed over.
func (p *Person) chosen() (out []field.ID) {
	for _, key := range p.grid.Selected() {
		if e := p.rows.at(p.rows.IndexOf(key)); e != nil && e.Standing < org.Settled && !slices.Contains(out, e.Record.ID) {
			out = append(out, e.Record.ID)
		}
	}
	return out
}
