package exchange

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/jsonform"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// The steps of reading in.
const (
	stepFile = iota
	stepMapping
	stepPreview
	stepDone
)

// planKey names the planning among the window's runs.
const planKey = "exchange.plan"

// importer is the wizard that reads a workbook in. It holds what the user has
// decided and the plan that follows from it; nothing is written before the
// last step.
type importer struct {
	s          *shell.Shell
	onTemplate func()

	step      int
	path      string
	waiting   []string // files chosen at the same time, not yet read
	book      *sheet.Book
	opts      intake.Options
	res       *intake.Result
	problem   error  // why there is no plan
	version   int64  // of the portfolio that the plan was made against
	several   bool   // the workbook holds several sheets that are read together
	look      string // key of the sheet whose columns are shown while others are read too
	signature string
	recalled  bool // the mapping is one remembered
	planning  bool
	applying  string // label of the entry being written

	steps   *widgets.Steps
	busy    *widgets.Text
	stop    *widgets.Button
	body    *fyne.Container
	content fyne.CanvasObject
	file    *fileView
	mapping *mappingView
	preview *previewView
	done    *doneView // of the last import
}

func newImporter(s *shell.Shell) *importer {
	in := &importer{s: s, body: container.NewStack(), busy: widgets.NewText("", widgets.Muted)}
	in.steps = widgets.NewSteps(texts.T("exchange.step.file"), texts.T("exchange.step.mapping"), texts.T("exchange.step.preview"), texts.T("exchange.step.done"))
	in.steps.OnSelect = func(step int) {
		if in.step != stepDone {
			in.goTo(step)
		}
	}
	in.stop = widgets.NewButton(texts.T("exchange.plan.stop"), in.stopPlanning).WithKind(widgets.Quiet)
	in.stop.Compact = true
	in.stop.Hide()
	in.file, in.mapping, in.preview = newFileView(in), newMappingView(in), newPreviewView(in)
	top := widgets.Inset(10, 22, 6, 22, widgets.HStack(10, widgets.Grow(in.steps), in.busy, in.stop))
	in.content = container.NewBorder(top, nil, nil, nil, in.body)
	in.goTo(stepFile)
	return in
}

// goTo shows a step.
func (in *importer) goTo(step int) {
	in.step = step
	in.steps.SetStep(step)
	var shown fyne.CanvasObject
	switch step {
	case stepMapping:
		in.mapping.refresh()
		shown = in.mapping.content
	case stepPreview:
		in.preview.refresh()
		shown = in.preview.content
	case stepDone:
		return // finish shows it
	default:
		in.file.refresh(nil)
		shown = in.file.content
	}
	in.show(shown)
	switch step { // the list has the keyboard at once
	case stepMapping:
		in.mapping.focus()
	case stepPreview:
		in.preview.rows.grid.Focus()
	}
}

func (in *importer) show(o fyne.CanvasObject) {
	in.body.Objects = []fyne.CanvasObject{o}
	in.body.Refresh()
}

// begin lets the user choose a file; one that she is in the middle of stays until she
// has chosen another.
func (in *importer) begin() {
	if in.step == stepDone {
		in.restart()
	}
	in.file.ask()
}

// restart forgets the file and begins at the first step.
func (in *importer) restart() {
	in.forget()
	in.goTo(stepFile)
	in.s.RefreshHeader()
}

func (in *importer) forget() {
	in.s.Runner.Cancel(planKey)
	in.setPlanning(false)
	in.path, in.book, in.res, in.problem, in.opts = "", nil, nil, nil, intake.Options{}
	in.several, in.recalled, in.signature, in.look = false, false, "", ""
}

// shown plans again what has become old while the page was out of view.
func (in *importer) shown() {
	switch {
	case in.step == stepFile:
		in.file.refresh(nil)
	case in.step != stepDone && in.book != nil && in.version != in.s.Portfolio().Version():
		in.replan()
	}
}

// changed takes in a change of the portfolio: our own, or one that makes the
// plan old.
func (in *importer) changed(e app.Event) {
	switch {
	case in.applying != "" && e.Entry.Label == in.applying && e.Entry.Undoes == 0:
		in.finish(e.Entry)
	case in.step == stepDone && in.done != nil:
		in.done.changed(e.Entry)
	case in.book != nil && (in.step == stepMapping || in.step == stepPreview):
		in.replan()
	}
}

// read is a workbook and the first plan for it.
type read struct {
	book    *sheet.Book
	planned planned
}

// planned is a plan, or why there is none, and the portfolio it was made for.
type planned struct {
	res     *intake.Result
	err     error
	version int64
}

// open reads a file and plans it with everything guessed.
func (in *importer) open(path string) {
	in.restart()
	p := in.s.Portfolio()
	in.s.RememberFolder(path)
	in.s.Progress(texts.T("exchange.reading", filepath.Base(path)), "exchange.read", func(ctx context.Context, report async.Progress) (any, error) {
		book, err := in.s.Services.ReadBook(ctx, path, func(f float64) { report(0.6*f, texts.T("exchange.reading.file")) })
		if err != nil {
			return nil, err
		}
		book = jsonform.Book(p, book)
		return read{book, makePlan(ctx, p, book, intake.Options{}, func(f float64) { report(0.6+0.4*f, texts.T("exchange.reading.plan")) })}, nil
	}, func(v any, err error) {
		if err != nil {
			in.goTo(stepFile)
			in.file.refresh(err)
			return
		}
		r := v.(read)
		in.path, in.book = path, r.book
		in.take(r.planned)
		in.mapping.begin()
		in.goTo(stepMapping)
		in.s.RefreshHeader()
		in.recall()
	})
}

func makePlan(ctx context.Context, p *app.Portfolio, book *sheet.Book, o intake.Options, progress func(float64)) planned {
	version := p.Version()
	res, err := intake.Plan(ctx, p, book, o, progress)
	return planned{res, err, version}
}

// replan plans again, away from the screen; a later change overtakes it.
func (in *importer) replan() {
	p, book, o := in.s.Portfolio(), in.book, in.opts
	o.Map, o.Answers = maps.Clone(o.Map), maps.Clone(o.Answers)
	in.setPlanning(true)
	async.RunProgress(in.s.Runner, planKey, func(ctx context.Context, report async.Progress) (planned, error) {
		return makePlan(ctx, p, book, o, func(f float64) { report(f, "") }), nil
	}, func(f float64, _ string) {
		in.busy.SetText(texts.T("exchange.plan.busy", int(100*f)))
	}, func(made planned, _ error) {
		in.setPlanning(false)
		in.take(made)
		in.refresh()
	})
}

func (in *importer) take(made planned) {
	in.res, in.problem, in.version = made.res, made.err, made.version
	in.several = in.several || in.res != nil && len(in.res.Sheets) > 0
	if in.problem != nil && in.step == stepPreview {
		in.goTo(stepMapping)
	}
}

func (in *importer) refresh() {
	switch in.step {
	case stepMapping:
		in.mapping.refresh()
	case stepPreview:
		in.preview.refresh()
	}
}

func (in *importer) setPlanning(on bool) {
	in.planning = on
	in.busy.SetText("")
	if on {
		in.busy.SetText(texts.T("exchange.plan.busy", 0))
		in.stop.Show()
	} else {
		in.stop.Hide()
	}
}

// stopPlanning keeps what was decided but makes no plan: any new decision
// plans again.
func (in *importer) stopPlanning() {
	in.s.Runner.Cancel(planKey)
	in.setPlanning(false)
	in.res, in.problem = nil, errStopped()
	in.goTo(stepMapping)
}

// set changes what is decided and plans again.
func (in *importer) set(change func(o *intake.Options)) {
	change(&in.opts)
	in.replan()
}

// parts are the sheets that are read.
func (in *importer) parts() []*intake.Result {
	switch {
	case in.res == nil:
		return nil
	case len(in.res.Sheets) > 0:
		return in.res.Sheets
	}
	return []*intake.Result{in.res}
}

// looked is the sheet whose columns are shown: the only one, or that which the user has
// opened. Nil: all of them are listed.
func (in *importer) looked() *intake.Result {
	if in.res == nil || len(in.res.Sheets) == 0 {
		return in.res
	}
	for _, p := range in.res.Sheets {
		if in.look == partKey(p) {
			return p
		}
	}
	return nil
}

// partKey tells the sheets that are read apart; one may hold several lists, beside and
// below each other.
func partKey(r *intake.Result) string {
	first := 0
	if len(r.Columns) > 0 {
		first = r.Columns[0].Index
	}
	return fmt.Sprintf("%s\x00%d\x00%d", r.Sheet, r.HeaderRow, first)
}

// lookAt shows the columns of a sheet, "" for the list of them; what is read stays.
func (in *importer) lookAt(key string) {
	in.look = key
	in.mapping.columns.begin()
	in.goTo(stepMapping)
}

// readOnly reads a sheet by itself, "" for those that go together.
func (in *importer) readOnly(name string) {
	in.look = ""
	in.set(func(o *intake.Options) { o.Sheet, o.Also, o.HeaderRow, o.Answers = name, nil, 0, nil })
}

// readAlso reads a sheet with those that are read.
func (in *importer) readAlso(name string) {
	var names []string
	for _, p := range in.parts() {
		if !slices.Contains(names, p.Sheet) {
			names = append(names, p.Sheet)
		}
	}
	in.look = ""
	in.set(func(o *intake.Options) {
		names = append(names, name)
		o.Sheet, o.Also = names[0], names[1:]
	})
}

// mappable says that what hinders the plan is for the user to tell what a column
// is: there is a row of headings, but what it lacks isn't there by name.
func (in *importer) mappable() bool {
	if in.res == nil {
		return false
	}
	headed := 0
	for _, c := range in.res.Columns {
		if c.Heading != "" {
			headed++
		}
	}
	return 2*headed > len(in.res.Columns)
}

// ready says that the plan is there and is the latest.
func (in *importer) ready() bool { return in.res != nil && in.problem == nil && !in.planning }
