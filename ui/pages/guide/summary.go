package guide

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// mostTold is how many answers the summary lists; the rest is in the log.
const mostTold = 60

// summary is how it went: how many were answered and skipped, and each answer with what
// takes it back.
func (p *Page) summary() fyne.CanvasObject {
	x := p.run
	p.leave = widgets.NewPrimary(texts.T("guide.leave"), p.s.Back)
	if len(x.items) == 0 {
		return widgets.NewEmpty("circle-check", texts.T("guide.none"), texts.T("guide.none.text", x.q.Label()), p.leave)
	}
	n, skipped := x.count(answered), x.count(skipped)
	title := widgets.NewHeading(texts.N("guide.done", n), 1)
	rows := []fyne.CanvasObject{title}
	if other := x.count(elsewhere) + x.count(gone); other > 0 {
		rows = append(rows, widgets.NewParagraph(texts.N("guide.others", other), widgets.Muted))
	}
	if skipped > 0 {
		rows = append(rows, widgets.NewParagraph(texts.N("guide.skipped", skipped), widgets.Normal))
	}
	rows = append(rows, p.buttons(n, skipped))
	if n > 0 {
		rows = append(rows, widgets.Hairline(), p.told())
	}
	frame := widgets.NewFrame(widgets.Inset(20, 22, 18, 22, widgets.VStack(12, rows...)))
	return container.NewVScroll(container.New(&sheet{width: 860, air: 22}, frame))
}

func (p *Page) buttons(answers, skipped int) fyne.CanvasObject {
	buttons := []fyne.CanvasObject{p.leave}
	if skipped > 0 {
		buttons = append(buttons, widgets.NewButton(texts.N("guide.again", skipped), func() { p.run.again(); p.show() }))
	}
	if answers > 0 && len(p.entries()) > 0 {
		buttons = append(buttons, widgets.Spacer(), widgets.NewButton(texts.T("guide.undoall"), p.undoAll).WithIcon("undo-2").WithKind(widgets.Quiet))
	}
	return widgets.Flow(8, buttons...)
}

// told lists the answers, the latest first.
func (p *Page) told() fyne.CanvasObject {
	w, rows, n := p.s.Portfolio(), []fyne.CanvasObject{}, 0
	for i := len(p.run.items) - 1; i >= 0; i-- {
		it := p.run.items[i]
		r := w.Get(it.id)
		if it.state != answered || r == nil {
			continue
		}
		if n++; n > mostTold {
			continue
		}
		said := widgets.NewText(it.answer, widgets.Muted)
		line := []fyne.CanvasObject{widgets.Grow(widgets.NewText(w.Called(r), widgets.Normal)), said}
		switch {
		case it.why != "":
			said.Set(texts.T("guide.unsaved"), widgets.Bad)
		case it.entry != 0:
			line = append(line, widgets.NewLink(texts.T("guide.undo"), func() { p.s.TakeBack(it.entry, nil) }))
		}
		rows = append(rows, widgets.HStack(14, line...))
	}
	if n > mostTold {
		rows = append(rows, widgets.NewParagraph(texts.N("guide.rest", n-mostTold), widgets.Muted))
	}
	return widgets.VStack(8, rows...)
}

// entries are what the run has written, the latest first.
func (p *Page) entries() (out []int64) {
	seen := map[int64]bool{}
	for i := len(p.run.items) - 1; i >= 0; i-- {
		if it := p.run.items[i]; it.state == answered && it.entry != 0 && !seen[it.entry] {
			seen[it.entry] = true
			out = append(out, it.entry)
		}
	}
	return out
}

// undoAll takes back all that the run has written, each as an entry of its own. What
// somebody has changed since stays, and is told of.
func (p *Page) undoAll() {
	entries, answers, failed := p.entries(), 0, 0
	for _, it := range p.run.items {
		if it.state == answered && it.entry != 0 {
			answers++
		}
	}
	var why error
	p.s.Write(func(ctx context.Context, to *app.Portfolio) (last app.Entry, err error) {
		for _, n := range entries {
			e, err := to.TakeBack(ctx, n)
			if err != nil {
				failed, why = failed+1, err
				continue
			}
			last = e
		}
		return last, nil
	}, func(app.Entry, error) {
		if failed > 0 {
			p.s.Problem(texts.N("guide.kept", failed, p.s.Sentence(why)))
			return
		}
		p.s.Toast(texts.N("guide.undone", answers))
	})
}
