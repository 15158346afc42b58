package meeting

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// steps is the pane of what somebody is to do after the meeting.
func (p *Page) steps() pane {
	list := container.NewStack()
	renew := func() {
		w := p.s.Portfolio()
		if steps := w.Pointing(forum.NextOf.Field, p.id); len(steps) > 0 {
			list.Objects = []fyne.CanvasObject{p.stepList(steps)}
		} else {
			list.Objects = []fyne.CanvasObject{widgets.NewParagraph(texts.T("meeting.steps.none"), widgets.Muted)}
		}
		list.Refresh()
	}
	renew()
	return pane{content: widgets.VStack(14, title(texts.T("meeting.steps"), texts.T("meeting.steps.text")), list, widgets.MaxWidth(640, p.addStep(nil))), renew: renew}
}

// stepsOf are those of an item's insats that were said at the meeting.
func (p *Page) stepsOf(it *field.Record) fyne.CanvasObject {
	var own []*field.Record
	for _, x := range p.s.Portfolio().Pointing(forum.NextOf.Field, p.id) {
		if id := forum.NextInitiative.Get(x); id != "" && id == forum.ItemInitiative.Get(it) {
			own = append(own, x)
		}
	}
	if len(own) == 0 {
		return container.NewStack()
	}
	return p.stepList(own)
}

// stepList are steps with who and when, to tick when they are done.
func (p *Page) stepList(steps []*field.Record) fyne.CanvasObject {
	w := p.s.Portfolio()
	var rows []fyne.CanvasObject
	for _, x := range steps {
		check := input.NewCheck(x.Name(), field.Over(w, x), func(on bool) error {
			var v field.Value
			if on {
				v = w.Today()
			}
			p.s.SaveValue(x.ID, field.Column{Field: forum.NextDone.Field}, v, func(string) {})
			return nil
		})
		if !p.s.Writable() {
			check.Disable()
		}
		who, style := w.Label(forum.NextWho.Get(x)), widgets.Muted
		if who == "" {
			who, style = texts.T("meeting.nobody"), widgets.Warn
		}
		if by := forum.NextBy.Get(x); !by.IsZero() {
			who += ", " + texts.T("meeting.by", by)
			if by < w.Today() && !field.Over(w, x) {
				style = widgets.Bad
			}
		}
		rows = append(rows, widgets.VStack(1, check, widgets.Inset(0, 0, 0, 26, widgets.NewParagraph(who, style))))
	}
	return widgets.VStack(8, rows...)
}

// addStep is where a step is written: what, who and when. it is the item that it is about; nil
// for none.
func (p *Page) addStep(it *field.Record) fyne.CanvasObject {
	if !p.writable() {
		return container.NewStack()
	}
	box := container.NewStack()
	var fill func()
	fill = func() {
		draft := record.NewDraft(p.s, forum.NextText.Kind)
		what := input.NewText("", texts.T("meeting.step.what"), func(s string) error {
			draft.Put(forum.NextText.Field, s)
			return nil
		})
		who := draft.Input(field.Column{Field: forum.NextWho.Field}).AboveLabel()
		by := draft.Input(field.Column{Field: forum.NextBy.Field}).AboveLabel()
		row := input.NewField(texts.T("meeting.step.new"), "", what).AboveLabel()
		add := widgets.NewButton(texts.T("meeting.step.add"), func() {
			_ = p.s.TakeIn() // what is refused is told at its field
			_ = what.Commit()
			if said, _ := draft.Value(forum.NextText.Field).(string); said == "" {
				row.SetError(texts.T("meeting.step.missing"))
				return
			}
			if who.Error() == "" && by.Error() == "" {
				p.saveStep(draft, it, fill)
			}
		}).WithIcon("plus")
		box.Objects = []fyne.CanvasObject{widgets.VStack(8, row, widgets.Columns(12, 150, who, by), widgets.HStack(8, add))}
		box.Refresh()
	}
	fill()
	return box
}

// saveStep makes the step of a draft, and then another may be written.
func (p *Page) saveStep(draft *record.Draft, it *field.Record, then func()) {
	draft.Put(forum.NextOf.Field, p.id)
	if it != nil && forum.ItemInitiative.Get(it) != "" {
		draft.Put(forum.NextInitiative.Field, forum.ItemInitiative.Get(it))
	}
	changes, err := draft.Changes()
	if err != nil {
		p.s.Fail(err)
		return
	}
	label := texts.T("meeting.step.label", draft.Value(forum.NextText.Field))
	p.s.Act(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) { return w.Apply(ctx, label, changes) }, then)
}
