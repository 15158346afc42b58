package settingspage

import (
	"context"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/settings"
	"itportfoljen/ui/async"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// askRestore offers what the draft may begin anew with: the model that ships, and the one that
// the municipality had before.
func (e *modelEditor) askRestore(at fyne.CanvasObject) {
	p := e.p.s.Portfolio()
	async.Run(e.p.s.Runner, "model.former", func(ctx context.Context) (*governance.Model, error) { return former(ctx, p) }, func(was *governance.Model, err error) {
		if err != nil {
			e.p.s.Fail(err)
			return
		}
		var items []widgets.MenuItem
		if was != nil {
			items = append(items, widgets.MenuItem{Label: texts.T("settings.model.edit.former", was.Name), Run: func() { e.restore(was) }}, widgets.MenuItem{})
		}
		for _, f := range e.p.s.Services.Models() {
			if m, err := governance.Parse(f.Data); err == nil {
				items = append(items, widgets.MenuItem{Label: texts.T("settings.model.edit.shipped", m.Name), Run: func() { e.restore(m) }})
			}
		}
		widgets.ShowMenuBelow(at, items...)
	})
}

// restore begins anew with another model; it can be undone as other changes.
func (e *modelEditor) restore(m *governance.Model) {
	if err := e.draft.Restore(m); err != nil {
		e.p.s.Fail(err)
		return
	}
	e.showLine(0)
}

// former is the model that the portfolio had before the one that it has; nil if it has had
// none other.
func former(ctx context.Context, p *app.Portfolio) (*governance.Model, error) {
	entries, err := p.Journal(ctx, app.Query{Record: settings.ID})
	if err != nil {
		return nil, err
	}
	now := settings.Model.Get(settings.In(p))
	for _, e := range entries { // the latest first
		for _, c := range e.Changes {
			was, _ := c.Before.(string)
			if c.Op != field.Set || c.Field != settings.Model.Field || was == "" || was == now {
				continue
			}
			if m, err := governance.Read([]byte(was)); err == nil {
				return m, nil
			}
		}
	}
	return nil, nil
}
