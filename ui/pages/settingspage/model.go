package settingspage

import (
	"context"
	"fmt"
	"io"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/modelling"
	"itportfoljen/app/settings"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

var modelKind = shell.FileKind{".json"}

// proposal is a change to another styrmodell that the user is shown before it is made.
type proposal struct {
	p       *governingPart
	data    []byte
	answers map[string]string
	change  *modelling.Change
	told    *fyne.Container
	asked   map[string]*input.Field
	dialog  *dialogs.Dialog
	own     bool              // it is the portfolio's own model, changed
	gone    []governance.Rule // rules that nothing carries any longer
	taken   func()            // what is done when it is said yes to
}

// proposeOwn shows what the portfolio's own model, changed, is and does.
func (p *governingPart) proposeOwn(data []byte, gone []governance.Rule, taken func()) {
	q := &proposal{p: p, data: data, answers: map[string]string{}, told: container.NewStack(), asked: map[string]*input.Field{}, own: true, gone: gone, taken: taken}
	q.plan(q.show)
}

// propose works out what a change to a model does and shows it.
func (p *governingPart) propose(data []byte) {
	q := &proposal{p: p, data: data, answers: map[string]string{}, told: container.NewStack(), asked: map[string]*input.Field{}}
	q.plan(q.show)
}

// plan works the change out with the answers that there are, away from the screen.
func (q *proposal) plan(then func()) {
	w, answers := q.p.s.Portfolio(), map[string]string{}
	for old, to := range q.answers {
		answers[old] = to
	}
	async.Run(q.p.s.Runner, "model", func(context.Context) (*modelling.Change, error) { return modelling.Plan(w, q.data, answers) }, func(c *modelling.Change, err error) {
		if err != nil {
			q.p.s.Fail(err)
			q.p.showModel()
			return
		}
		q.change = c
		q.tell()
		then()
	})
}

// show opens the question, with what must be answered first.
func (q *proposal) show() {
	var rows []fyne.CanvasObject
	for _, a := range q.change.Asks {
		rows = append(rows, q.ask(a))
	}
	if len(rows) > 0 {
		rows = append([]fyne.CanvasObject{widgets.NewHeading(texts.T("settings.model.asks"), 3)}, rows...)
	}
	rows = append(rows, q.told)
	title, yes := texts.T("settings.model.change", q.change.To.Name), texts.T("settings.model.change.yes")
	if q.own {
		title, yes = texts.T("settings.model.own", q.change.To.Name), texts.T("settings.model.own.yes")
	}
	scroll := widgets.NewScroll(widgets.Inset(0, 12, 0, 0, widgets.VStack(8, rows...)))
	q.dialog = dialogs.Show(q.p.s.Window, dialogs.Options{Title: title, Text: texts.T("settings.model.change.text"), Width: 820, Height: 520,
		Content: scroll, OnKey: scroll.PageKey, Confirm: yes, OnOK: q.answered, OnClose: func(ok bool) {
			if !ok {
				q.p.showModel()
				return
			}
			if q.taken != nil {
				q.taken()
			}
			q.p.use(q.data, q.answers)
		}})
}

// ask is a line that asks what an alternative becomes.
func (q *proposal) ask(a modelling.Ask) fyne.CanvasObject {
	var options []widgets.Option
	for _, o := range a.Options {
		options = append(options, widgets.Option{ID: o.Key, Label: o.Label})
	}
	if a.Empty {
		options = append(options, widgets.Option{ID: "-", Label: texts.T("settings.model.nothing")})
	}
	key := a.List + "." + a.Old
	row := input.NewField(fmt.Sprintf("%s (%s)", a.OldLabel, a.Things), "", input.NewSelect(options, "", func(id string) error {
		if q.answers[key] = id; id == "-" {
			q.answers[key] = ""
		}
		q.asked[key].SetError("")
		q.dialog.SetError("")
		q.plan(func() {})
		return nil
	}))
	row.LabelWidth = 380
	q.asked[key] = row
	return row
}

// answered says whether all is, and marks what isn't.
func (q *proposal) answered() bool {
	left := 0
	for key, row := range q.asked {
		if _, ok := q.answers[key]; !ok {
			row.SetError(texts.T("settings.model.unanswered"))
			left++
		}
	}
	if left > 0 {
		q.dialog.SetError(texts.N("settings.model.left", left))
	}
	return left == 0
}

// tell writes what the change does.
func (q *proposal) tell() {
	var rows []fyne.CanvasObject
	parts := q.change.Told(q.p.s.Portfolio())
	if q.own {
		parts = append(parts, q.change.Differs(q.p.s.Portfolio().Kinds(), q.gone)...)
	}
	for _, part := range parts {
		rows = append(rows, widgets.Inset(8, 0, 0, 0, widgets.NewHeading(part.Title, 3)))
		for _, line := range part.Lines {
			rows = append(rows, widgets.NewParagraph(line, widgets.Normal))
		}
	}
	q.told.Objects = []fyne.CanvasObject{widgets.VStack(4, rows...)}
	q.told.Refresh()
	if q.dialog != nil {
		q.dialog.Relayout()
	}
}

// use changes to a model, in one entry.
func (p *governingPart) use(data []byte, answers map[string]string) {
	name := ""
	p.s.Write(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
		return w.Do(ctx, func(tx *field.Tx) (string, error) {
			c, err := modelling.Plan(w, data, answers)
			if err != nil {
				return "", err
			}
			name = c.To.Name
			return c.Label(), c.Do(tx)
		})
	}, func(e app.Entry, err error) {
		switch {
		case err != nil:
			p.s.Fail(err)
			p.showModel()
		case e.Number > 0:
			p.s.ToastUndo(texts.T("settings.model.changed", name), e)
		}
	})
}

// export writes the portfolio's model to a file.
func (p *governingPart) export() {
	w := p.s.Portfolio()
	data := settings.Model.Get(settings.In(w))
	p.s.SaveFile(shell.NewFile{Title: texts.T("settings.model.export.title"), Kind: modelKind, Name: w.Model().Name}, shell.Writing{Key: "model.write",
		Write: func(_ context.Context, path string, _ async.Progress) error {
			return p.s.Services.WriteFile(path, func(to io.Writer) error { _, err := io.WriteString(to, data); return err })
		}})
}

// take reads a model from a file, and shows what a change to it does.
func (p *governingPart) take() {
	p.s.AskOpen(texts.T("settings.model.import"), modelKind, func(path string) {
		async.Run(p.s.Runner, "model.read", func(context.Context) ([]byte, error) { return readModel(path) }, func(data []byte, err error) {
			if err != nil {
				p.s.Fail(err)
				return
			}
			p.takeIn(data)
		})
	})
}

// takeIn proposes a model that is well written, and says all that is wrong with one that isn't.
func (p *governingPart) takeIn(data []byte) {
	_, flaws := governance.Flaws(data)
	if len(flaws) == 0 {
		p.propose(data)
		return
	}
	var rows []fyne.CanvasObject
	for _, f := range flaws {
		rows = append(rows, widgets.NewParagraph(f.String(), widgets.Normal))
	}
	dialogs.Show(p.s.Window, dialogs.Options{Title: texts.T("settings.model.flawed"), Text: texts.T("settings.model.flawed.text"), Width: 720, Height: 320,
		Content: widgets.NewScroll(widgets.Inset(0, 12, 0, 0, widgets.VStack(6, rows...))), Cancel: texts.T("settings.model.close")})
}

// largestModel is more than any model is.
const largestModel = 4 << 20

func readModel(path string) ([]byte, error) {
	unreadable := func(err error) error {
		return fault.Wrap(fault.Unreadable, texts.T("settings.model.unreadable"), err)
	}
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > largestModel {
		return nil, unreadable(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, unreadable(err)
	}
	return data, nil
}
