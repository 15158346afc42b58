package register

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// merging is two records that are to become one, while somebody says how.
type merging struct {
	s          *shell.Shell
	keep, gone field.ID
	take       map[*field.Field]field.Take
	rows       *fyne.Container
}

// AskMerge asks which of two records stays and, field by field where they say different
// things, what it is to say; then makes them one. done gets the one that stayed.
func AskMerge(s *shell.Shell, a, b field.ID, done func(id field.ID)) {
	w := s.Portfolio()
	x, y := w.Get(a), w.Get(b)
	if x == nil || y == nil || x.Kind != y.Kind {
		return
	}
	if filled(w, y) > filled(w, x) {
		a, b, x, y = b, a, y, x
	}
	m := &merging{s: s, keep: a, gone: b, rows: container.NewStack()}
	stays := input.NewField(texts.T("register.merge.stays"), "", input.NewSelect([]widgets.Option{m.option(x), m.option(y)}, string(a), func(id string) error {
		if field.ID(id) != m.keep {
			m.keep, m.gone = m.gone, m.keep
			m.ask()
		}
		return nil
	}))
	stays.LabelWidth = record.LabelWidth
	m.ask()
	dialogs.Show(s.Window, dialogs.Options{Title: texts.T("register.merge.title", w.Label(a), w.Label(b)), Text: texts.T("register.merge.text"),
		Content: widgets.VStack(10, stays, m.rows), Width: 640, Confirm: texts.T("register.merge.yes"), OnOK: func() bool {
			_ = s.TakeIn()
			m.carryOut(done)
			return true
		}})
}

// filled is how many fields of a record say something.
func filled(w *app.Portfolio, r *field.Record) (n int) {
	for _, f := range w.Fields(r.Kind) {
		if f.Kept() && !field.IsEmpty(r.Get(f)) {
			n++
		}
	}
	return n
}

func (m *merging) option(r *field.Record) widgets.Option {
	return widgets.Option{ID: string(r.ID), Label: m.s.Portfolio().Label(r.ID), Detail: r.Ref}
}

// ask shows what the two say differently, with what the one that stays says chosen.
func (m *merging) ask() {
	w := m.s.Portfolio()
	m.take = map[*field.Field]field.Take{}
	var rows []fyne.CanvasObject
	for _, d := range field.Differences(w, w.Get(m.keep), w.Get(m.gone)) {
		options := []widgets.Option{{ID: "first", Label: d.Field.Show(w, d.First)}, {ID: "second", Label: d.Field.Show(w, d.Second)}}
		if d.Field.IsSeveral() {
			options = append(options, widgets.Option{ID: "both", Label: texts.T("register.merge.both")})
		}
		row := input.NewField(d.Field.Label, "", input.NewSelect(options, "first", func(id string) error {
			m.take[d.Field] = map[string]field.Take{"second": field.TakeSecond, "both": field.TakeBoth}[id]
			return nil
		}))
		row.LabelWidth = record.LabelWidth
		rows = append(rows, row)
	}
	says := texts.T("register.merge.same")
	if len(rows) > 0 {
		says = texts.N("register.merge.differ", len(rows))
	}
	m.rows.Objects = []fyne.CanvasObject{widgets.VStack(6, append([]fyne.CanvasObject{widgets.NewParagraph(says, widgets.Muted)}, rows...)...)}
	m.rows.Refresh()
}

func (m *merging) carryOut(done func(id field.ID)) {
	keep, gone, take := m.keep, m.gone, m.take
	m.s.Act(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) { return p.Join(ctx, keep, gone, take) }, func() {
		if done != nil {
			done(keep)
		}
	})
}
