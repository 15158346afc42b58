package register

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// bulk sets one field of all chosen rows to one value.
type bulk struct {
	r     *Register
	ids   []field.ID
	draft *record.Draft
	col   field.Column // its field is nil until one is chosen
	row   *input.Field
	empty *input.Check
	says  *widgets.Text
	form  *fyne.Container
}

// bulkItem is the menu's: of the column that the cursor is in, where that can be changed.
func (r *Register) bulkItem(ids []field.ID) widgets.MenuItem {
	label := texts.N("register.bulk", len(ids))
	c, ok := r.source.Column(r.grid.CursorColumn())
	if ok = ok && r.inBulk(c.Field); ok {
		label = texts.N("register.bulk.of", len(ids), c.Phrase(r.s.Portfolio()))
	} else {
		c = field.Column{}
	}
	return widgets.MenuItem{Label: label, Icon: "pencil", Run: func() { r.bulkEdit(ids, c) }}
}

// inBulk tells whether rows may have a field in common: not what tells them apart.
func (r *Register) inBulk(f *field.Field) bool { return f.Editable() && f != r.kind.Title() }

// bulkEdit asks for a field, unless it is given, and for its value.
func (r *Register) bulkEdit(ids []field.ID, c field.Column) {
	b := &bulk{r: r, ids: ids, draft: record.NewDraft(r.s, r.kind), form: container.NewStack(), says: widgets.NewParagraph("", widgets.Muted)}
	b.draft.OnPut = b.say
	b.empty = input.NewCheck(texts.T("register.bulk.empty"), false, func(bool) error { b.say(); return nil })
	p := r.s.Portfolio()
	var options []widgets.Option
	for _, f := range field.ByGroup(p.Fields(r.kind)) {
		if r.inBulk(f) {
			options = append(options, widgets.Option{ID: f.Key, Label: f.Label, Group: f.Group})
		}
	}
	key := ""
	if c.Field != nil {
		key = c.Field.Key
	}
	pick := input.NewSelect(options, key, func(key string) error {
		b.choose(field.Column{Field: p.FieldOf(r.kind, key)})
		b.focus()
		return nil
	})
	if c.Field != nil {
		b.choose(c)
	} else {
		b.say()
	}
	which := input.NewField(texts.T("register.bulk.field"), "", pick)
	which.LabelWidth = record.LabelWidth
	content := widgets.VStack(10, which, b.form, b.says)
	title := texts.T("register.bulk.title", text.Plural(len(ids), r.kind.One, r.kind.Many))
	dialogs.Show(r.s.Window, dialogs.Options{Title: title, Content: content, Width: 520, Height: 230, Confirm: texts.T("register.bulk.yes"), Focus: pick, OnOK: b.change})
	if c.Field != nil {
		b.focus()
	}
}

// choose shows the input of a field, which begins empty.
func (b *bulk) choose(c field.Column) {
	b.col = c
	b.draft.Put(c.Field, nil)
	b.row = b.draft.Input(c)
	switch in := b.row.Input().(type) { // Enter is for the dialog, when something is chosen
	case *input.Select:
		in.Onward = true
	case *input.MultiPicker:
		in.Onward = true
	}
	b.form.Objects = []fyne.CanvasObject{widgets.VStack(6, b.row, widgets.Inset(0, 0, 0, record.LabelWidth, b.empty))}
	b.form.Refresh()
	b.say()
}

// focus gives the value the keyboard.
func (b *bulk) focus() { b.r.s.Window.Canvas().Focus(record.KeyboardOf(b.row)) }

// value is what the rows get: nothing where the field is to be emptied.
func (b *bulk) value() field.Value {
	if b.empty.On() {
		return nil
	}
	return b.draft.Value(b.col.Field)
}

// here are the rows that can be changed from the list, and how many can't: what is kept in
// what others share is changed there.
func (b *bulk) here() (ids []field.ID, away int) {
	p := b.r.s.Portfolio()
	for _, id := range b.ids {
		switch r := p.Get(id); {
		case r == nil:
		case record.Elsewhere(p, r, b.col.Field) != "":
			away++
		default:
			ids = append(ids, id)
		}
	}
	return ids, away
}

// say says what will be changed: how many have another value, which goes.
func (b *bulk) say() {
	if b.col.Field == nil {
		b.says.SetText(texts.T("register.bulk.choose"))
		return
	}
	p, v := b.r.s.Portfolio(), b.value()
	others, same := 0, 0
	ids, away := b.here()
	for _, id := range ids {
		r := p.Get(id)
		switch now := today(p, b.col.Field.Value(p, r, b.col.Year)); {
		case field.Equal(now, today(p, v)):
			same++
		case !field.IsEmpty(now):
			others++
		}
	}
	out := texts.T("register.bulk.what", b.col.Phrase(p), text.Plural(len(ids), b.r.kind.One, b.r.kind.Many))
	switch {
	case field.IsEmpty(v) && !b.empty.On():
		out += some(others, texts.N("register.bulk.now", others))
	case b.empty.On():
		out += some(others, texts.N("register.bulk.goes", others))
	default:
		out += some(others, texts.N("register.bulk.other", others)) + some(same, texts.N("register.bulk.same", same))
	}
	if b.col.Field.IsHeld() && others > 0 {
		out += texts.T("register.bulk.held")
	}
	b.says.SetText(out + some(away, texts.N("register.bulk.away", away)))
	widgets.MakeRoom(b.says, false)
}

// today is a value as it is today: of a role, those who have it.
func today(w field.World, v field.Value) field.Value {
	if _, role := v.([]field.Holding); role {
		return field.Current(v, w.Today())
	}
	return v
}

// some is what is said of n, where there are any.
func some(n int, said string) string {
	if n == 0 {
		return ""
	}
	return said
}

// change sets the value, once there is one; false keeps asking.
func (b *bulk) change() bool {
	if b.col.Field == nil {
		return false
	}
	_ = b.r.s.TakeIn() // what is refused is told at its field, below
	v := b.value()
	ids, _ := b.here()
	switch {
	case len(ids) == 0:
		b.row.SetError(texts.T("register.bulk.none"))
		return false
	case b.empty.On():
	case b.row.Error() != "":
		return false
	case field.IsEmpty(v):
		b.row.SetError(texts.T("register.bulk.novalue"))
		return false
	}
	b.r.s.Act(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		return p.SetMany(ctx, ids, b.col, v)
	}, nil)
	return true
}
