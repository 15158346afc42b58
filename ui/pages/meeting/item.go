package meeting

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/governance"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// item is the pane of something on the agenda: what it is about at the left, and what the
// meeting says of it at the right.
func (p *Page) item(id field.ID) pane {
	w := p.s.Portfolio()
	it := w.Get(id)
	if it == nil {
		return p.opening()
	}
	head, lacks, next := container.NewStack(), container.NewStack(), container.NewStack()
	facts := container.NewStack()
	form := record.NewForm(p.s, id, forum.ItemRecommendation.Field, forum.ItemNote.Field).Live()
	outcome := p.outcome(id)
	assessed := p.assessment(it)
	renew := func() {
		it := p.s.Portfolio().Get(id)
		if it == nil {
			return
		}
		head.Objects = []fyne.CanvasObject{p.itemHead(it)}
		facts.Objects, lacks.Objects, next.Objects = p.facts(it), p.lacking(it), []fyne.CanvasObject{p.stepsOf(it)}
		for _, c := range []*fyne.Container{head, facts, lacks, next} {
			c.Refresh()
		}
		form.Renew()
		outcome.renew()
		assessed.renew()
	}
	renew()
	left := widgets.VStack(14, facts, lacks, assessed.content)
	right := widgets.VStack(12, form.Content(), outcome.content, widgets.Inset(6, 0, 0, 0, widgets.NewHeading(texts.T("meeting.steps"), 2)), next, p.addStep(it))
	if it := w.Get(id); forum.ItemInitiative.Get(it) == "" {
		return pane{content: widgets.VStack(14, head, widgets.MaxWidth(760, widgets.VStack(14, facts, right))), renew: renew}
	}
	return pane{content: widgets.VStack(14, head, widgets.Columns(32, 360, left, right)), renew: renew}
}

// itemHead is the item, why it is on the agenda, and what it is here for.
func (p *Page) itemHead(it *field.Record) fyne.CanvasObject {
	w := p.s.Portfolio()
	var under []string
	if r := w.Get(forum.ItemInitiative.Get(it)); r != nil {
		under = append(under, r.Ref)
	}
	for _, f := range []*field.Field{forum.ItemWhy.Field, forum.ItemPresenter.Field} {
		if v := f.Read(w, it, 0); v != "" {
			if f == forum.ItemPresenter.Field {
				v = texts.T("meeting.presents", v)
			}
			under = append(under, v)
		}
	}
	name := strings.TrimSpace(forum.ItemParagraph.Get(it) + " " + it.Name())
	row := []fyne.CanvasObject{p.asks(it)}
	if id := forum.ItemInitiative.Get(it); id != "" {
		row = append(row, widgets.NewButton(texts.T("meeting.initiative"), func() { p.s.Open(id) }).WithIcon("external-link").WithKind(widgets.Quiet))
	}
	return widgets.VStack(8, title(name, strings.Join(under, " · ")), widgets.HStack(10, row...))
}

// asks is what the item is here for, to change: a forum that only advises isn't asked to decide.
func (p *Page) asks(it *field.Record) fyne.CanvasObject {
	w := p.s.Portfolio()
	if !p.writable() {
		return widgets.NewPill(forum.ItemAsk.Show(w, forum.ItemAsk.Get(it)), widgets.Info)
	}
	var options []widgets.Option
	for _, o := range forum.MayAsk(w, it) {
		options = append(options, widgets.Option{ID: o.Key, Label: o.Label})
	}
	return input.NewFlatSelect(texts.T("meeting.for"), options, forum.ItemAsk.Get(it), func(key string) error {
		p.s.SetValue(it.ID, field.Column{Field: forum.ItemAsk.Field}, key, func(_ app.Entry, err error) {
			if err != nil {
				p.s.Fail(err)
			}
		})
		return nil
	})
}

// part is a part of a pane.
type part struct {
	content fyne.CanvasObject
	renew   func()
}

// outcome is what the meeting comes to, a button for each: what it is called says whether it is
// advice or a decision, and each button where it leads.
func (p *Page) outcome(id field.ID) part {
	col := field.Column{Field: forum.ItemOutcome.Field}
	buttons := container.NewStack()
	row := bare(buttons)
	head, says := widgets.NewHeading("", 2), widgets.NewParagraph("", widgets.Muted)
	stays, stayCol := p.stays(id), field.Column{Field: forum.ItemStays.Field}
	pick := func(key string) {
		var v field.Value
		if it := p.s.Portfolio().Get(id); it != nil && forum.ItemOutcome.Get(it) != key {
			v = key
		}
		p.s.SaveValue(id, col, v, func(why string) {
			if row.SetError(why); why == "" {
				row.Saved()
			}
		})
	}
	renew := func() {
		w := p.s.Portfolio()
		it := w.Get(id)
		if it == nil {
			return
		}
		now := forum.ItemOutcome.Get(it)
		if v, _, ok := p.s.Unsaved(id, col); ok {
			now, _ = v.(string)
		}
		var all []fyne.CanvasObject
		for _, o := range forum.Outcomes(w, it) {
			label := o.Label
			if to := forum.Led(w, it, o.Key); to != "" && to != o.Label {
				label += " → " + to
			}
			b := widgets.NewButton(label, func() { pick(o.Key) })
			if b.Toggled = o.Key == now; b.Toggled {
				b.Icon = "check"
			}
			if !p.writable() {
				b.Disable()
			}
			all = append(all, b)
		}
		buttons.Objects = []fyne.CanvasObject{widgets.Flow(8, all...)}
		buttons.Refresh()
		head.SetText(forum.OutcomeHead(w, it))
		says.SetText(p.means(it))
		on, _ := it.Get(forum.ItemStays.Field).(bool)
		if v, _, ok := p.s.Unsaved(id, stayCol); ok {
			on, _ = v.(bool)
		}
		if stays.Set(on); forum.ItemInitiative.Get(it) == "" {
			stays.Hide()
		}
		row.Refresh()
	}
	return part{widgets.VStack(6, head, says, row, stays), renew}
}

// stays is what says that an outcome is written down and moves nothing.
func (p *Page) stays(id field.ID) *input.Check {
	check := input.NewCheck(texts.T("meeting.staysput"), false, func(on bool) error {
		var v field.Value
		if on {
			v = true
		}
		p.s.SaveValue(id, field.Column{Field: forum.ItemStays.Field}, v, func(string) {})
		return nil
	})
	if !p.writable() {
		check.Disable()
	}
	return check
}

// bare is a row of a form without a label: what it says stands above it.
func bare(in fyne.CanvasObject) *input.Field {
	row := input.NewField("", "", in)
	row.LabelWidth = 1
	return row
}

// means says what an outcome becomes.
func (p *Page) means(it *field.Record) string {
	w := p.s.Portfolio()
	f := p.forum()
	switch {
	case forum.ItemAsk.Get(it) == forum.Information || forum.ItemInitiative.Get(it) == "":
		return texts.T("meeting.means.heard")
	case f != nil && forum.Advising(w, f):
		return texts.T("meeting.means.advice")
	case forum.ItemAsk.Get(it) == forum.Decision:
		return texts.T("meeting.means.decision")
	}
	return texts.T("meeting.means.prepared")
}

// lacking tells by name what is missing for the insats to go where a yes leads.
func (p *Page) lacking(it *field.Record) []fyne.CanvasObject {
	before, lacks := forum.Lacking(p.s.Portfolio(), it)
	if len(lacks) == 0 {
		return nil
	}
	rows := []fyne.CanvasObject{widgets.NewHeading(texts.T("meeting.lacks", before), 2)}
	for _, m := range lacks {
		word, style := texts.T("meeting.warns"), widgets.Warn
		switch {
		case m.Excepted:
			word, style = texts.T("meeting.excepted"), widgets.Neutral
		case m.Stops():
			word, style = texts.T("meeting.stops"), widgets.Bad
		}
		pill := widgets.NewPill(word, style)
		rows = append(rows, container.NewBorder(nil, nil, container.NewVBox(widgets.Inset(0, 10, 0, 0, pill)), nil, widgets.NewParagraph(m.Text+" ("+m.Gate.Key+")", widgets.Normal)))
	}
	return []fyne.CanvasObject{widgets.VStack(6, rows...)}
}

// assessment are the points of the styrmodell's assessment, with what is answered to each.
func (p *Page) assessment(it *field.Record) part {
	w := p.s.Portfolio()
	insats, points := forum.ItemInitiative.Get(it), w.Model().Assessment
	if insats == "" || len(points) == 0 || forum.ItemAsk.Get(it) == forum.Information {
		return part{container.NewStack(), func() {}}
	}
	count := widgets.NewHeading("", 2)
	rows := []fyne.CanvasObject{count}
	var renews []func()
	for _, q := range points {
		row := p.point(insats, q)
		rows, renews = append(rows, row.content), append(renews, row.renew)
	}
	return part{widgets.VStack(10, rows...), func() {
		if it := p.s.Portfolio().Get(it.ID); it != nil {
			count.SetText(texts.T("meeting.assessment", forum.ItemAssessment.Read(p.s.Portfolio(), it, 0)))
		}
		for _, f := range renews {
			f()
		}
	}}
}

// The answers to a point.
const (
	pointOK     = "ok"
	pointRemark = "remark"
)

// point is a point of the assessment: without remark or with one, and what that is.
func (p *Page) point(insats field.ID, q governance.Question) part {
	said := func() (answer, note string) {
		if a := governance.AnswerTo(p.s.Portfolio(), insats, q); a != nil {
			return governance.AnswerValue.Get(a), governance.AnswerNote.Get(a)
		}
		return "", ""
	}
	var row *input.Field
	save := func(answer, note string) {
		if answer == "" && note != "" { // what is remarked is a remark
			answer = pointRemark
		}
		name := texts.T("meeting.point", q.Label)
		p.s.SaveNamed(name, func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
			return w.Do(ctx, func(tx *field.Tx) (string, error) { return name, forum.Assess(tx, insats, q, answer, note) })
		}, func(why string) {
			if row.SetError(why); why == "" {
				row.Saved()
			}
		})
	}
	_, had := said()
	note := input.NewText(had, texts.T("meeting.remark"), nil)
	note.Live = true
	note.OnCommit = func(s string) error {
		answer, _ := said()
		save(answer, strings.TrimSpace(s))
		return nil
	}
	answers := map[string]*widgets.Button{}
	buttons := make([]fyne.CanvasObject, 0, 2)
	for _, key := range []string{pointOK, pointRemark} {
		b := widgets.NewButton(governance.AnswerValue.Show(p.s.Portfolio(), key), func() {
			now, _ := said()
			if now == key {
				save("", "")
				return
			}
			save(key, strings.TrimSpace(note.Text()))
		})
		if b.Compact = true; !p.writable() {
			b.Disable()
		}
		answers[key], buttons = b, append(buttons, b)
	}
	row = bare(container.NewBorder(nil, nil, widgets.HStack(6, buttons...), nil, widgets.Inset(0, 0, 0, 8, note)))
	return part{widgets.VStack(3, widgets.NewParagraph(q.Label, widgets.Normal), row), func() {
		now, words := said()
		for key, b := range answers {
			if on := now == key || key == pointRemark && now == "no" || key == pointOK && now == "yes"; on != b.Toggled {
				b.Toggled = on
				b.Refresh()
			}
		}
		note.Renew(words)
	}}
}
