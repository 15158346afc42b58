package exchange

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/field"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// allSheets is the choice of reading every sheet that can be.
const allSheets = "*"

// chosenSheets stands for the sheets that the user has put together.
const chosenSheets = "+"

// mappingView is the second step: how the sheet was understood.
type mappingView struct {
	in      *importer
	choices *fyne.Container // kind, sheet, heading row, unit, year
	banners *fyne.Container
	body    *fyne.Container
	columns *columnView
	sheets  *sheetView
	raw     *rawView
	next    *widgets.Button
	content fyne.CanvasObject
}

func newMappingView(in *importer) *mappingView {
	v := &mappingView{in: in, choices: widgets.Columns(14, 190), banners: widgets.VStack(8), body: container.NewStack()}
	v.columns, v.sheets, v.raw = newColumnView(in), newSheetView(in), newRawView(in)
	v.next = widgets.NewPrimary(texts.T("exchange.mapping.next"), func() { in.goTo(stepPreview) })
	top := widgets.Inset(6, 22, 12, 22, widgets.VStack(10, widgets.MaxWidth(choiceWidth, v.choices), v.banners))
	v.content = container.NewBorder(top, foot(
		widgets.NewButton(texts.T("exchange.mapping.other"), func() { in.goTo(stepFile) }), widgets.Spacer(), v.next), nil, nil,
		widgets.Inset(0, 22, 0, 22, widgets.NewFrame(v.body)))
	return v
}

// choiceWidth keeps the choices from stretching.
const choiceWidth = 1240

// foot is the line of buttons under a step.
func foot(objects ...fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Inset(12, 22, 14, 22, widgets.HStack(10, objects...))
}

// begin forgets what was shown of the file before.
func (v *mappingView) begin() {
	v.columns.begin()
	v.in.preview.errors.begin()
}

func (v *mappingView) refresh() {
	in := v.in
	if in.book == nil {
		return
	}
	v.renewChoices()
	v.banners.Objects = v.messages()
	v.banners.Refresh()
	var shown fyne.CanvasObject
	switch {
	case in.problem != nil && !in.mappable():
		v.raw.refresh()
		shown = v.raw.content
	case in.res != nil && in.looked() == nil:
		v.sheets.refresh()
		shown = v.sheets.content
	default:
		v.columns.refresh()
		shown = v.columns.content
	}
	v.body.Objects = []fyne.CanvasObject{shown}
	v.body.Refresh()
	if in.problem == nil && in.res != nil {
		v.next.Enable()
	} else {
		v.next.Disable()
	}
	v.content.Refresh()
}

// focus gives the keyboard to what is shown.
func (v *mappingView) focus() {
	if v.in.looked() == nil {
		v.sheets.grid.Focus()
		return
	}
	v.columns.grid.Focus()
}

// renewChoices makes the choices anew; the keyboard stays where it was.
func (v *mappingView) renewChoices() {
	canvas, at := v.in.s.Window.Canvas(), -1
	for i, o := range v.choices.Objects {
		if f, ok := o.(*input.Field); ok && fyne.CanvasObject(f.Input()) == focusedObject(canvas) {
			at = i
		}
	}
	v.choices.Objects = v.fields()
	v.choices.Refresh()
	if at < 0 || at >= len(v.choices.Objects) {
		return
	}
	if f, ok := v.choices.Objects[at].(*input.Field); ok {
		if o, ok := f.Input().(fyne.Focusable); ok {
			canvas.Focus(o)
		}
	}
}

func focusedObject(c fyne.Canvas) fyne.CanvasObject {
	o, ok := c.Focused().(fyne.CanvasObject)
	if !ok {
		return nil
	}
	return o
}

func above(key string, o fyne.CanvasObject) *input.Field {
	help := texts.T("exchange.choice." + key + ".help")
	return input.NewField(texts.T("exchange.choice."+key), help, o).AboveLabel()
}

func (v *mappingView) fields() []fyne.CanvasObject {
	in := v.in
	if in.res != nil && len(in.res.Sheets) > 0 || in.several && in.opts.Sheet == "" {
		if in.looked() == nil {
			return []fyne.CanvasObject{widgets.MaxWidth(300, above("sheet", v.sheetSelect()))}
		}
		return append([]fyne.CanvasObject{above("sheet", v.sheetSelect())}, v.amounts()...)
	}
	out := []fyne.CanvasObject{above("kind", v.kindSelect()), above("sheet", v.sheetSelect()), above("header", v.headerSelect())}
	return append(out, v.amounts()...)
}

// amounts are the choices that say what amounts are in and of which year; none where no
// column has any.
func (v *mappingView) amounts() []fyne.CanvasObject {
	r := v.in.looked()
	if r == nil {
		return nil
	}
	has := func(of func(*field.Field) bool) bool {
		return slices.ContainsFunc(r.Columns, func(c match.Column) bool { return c.Field != nil && of(c.Field) })
	}
	var out []fyne.CanvasObject
	if has((*field.Field).InKronor) {
		out = append(out, above("unit", v.unitSelect()))
	}
	if has(func(f *field.Field) bool { return f.Yearly }) {
		out = append(out, v.yearField())
	}
	return out
}

func (v *mappingView) kindSelect() fyne.CanvasObject {
	in := v.in
	var options []widgets.Option
	for _, k := range app.Kinds {
		if !k.Silent {
			options = append(options, widgets.Option{ID: k.Name, Label: text.Capital(k.Many)})
		}
	}
	current := ""
	switch {
	case in.opts.Kind != nil:
		current = in.opts.Kind.Name
	case in.res != nil:
		current = in.res.Kind.Name
	}
	return input.NewSelect(options, current, func(id string) error {
		in.set(func(o *intake.Options) { o.Kind, o.Map, o.Answers = app.KindNamed(id), nil, nil })
		return nil
	})
}

func (v *mappingView) sheetSelect() fyne.CanvasObject {
	in := v.in
	var options []widgets.Option
	if in.several {
		options = append(options, widgets.Option{ID: allSheets, Label: texts.T("exchange.choice.sheet.all")})
	}
	for _, sh := range in.book.Sheets {
		if !sh.Hidden && len(sh.Rows) > 0 {
			options = append(options, widgets.Option{ID: sh.Name, Label: sh.Name})
		}
	}
	current := in.opts.Sheet
	if len(in.opts.Also) > 0 {
		options = append(options, widgets.Option{ID: chosenSheets, Label: listed(in.opts.Sheets())})
	}
	switch {
	case len(in.opts.Also) > 0:
		current = chosenSheets
	case current == "" && in.several:
		current = allSheets
	case current == "":
		if sh := v.raw.sheet(); sh != nil {
			current = sh.Name
		}
	}
	return input.NewSelect(options, current, func(id string) error {
		switch id {
		case chosenSheets:
		case allSheets:
			in.readOnly("")
		default:
			in.readOnly(id)
		}
		return nil
	})
}

// headerSelect offers the first rows of the sheet, with what stands in them.
func (v *mappingView) headerSelect() fyne.CanvasObject {
	in := v.in
	var options []widgets.Option
	if sh := v.raw.sheet(); sh != nil {
		for _, r := range sh.Rows[:min(len(sh.Rows), rawRows)] {
			options = append(options, widgets.Option{ID: strconv.Itoa(r.Number), Label: texts.T("exchange.choice.header.row", r.Number), Detail: rowText(r, 60)})
		}
	}
	current := in.opts.HeaderRow
	if current == 0 && in.res != nil {
		current = in.res.HeaderRow
	}
	shown := ""
	if current != 0 {
		shown = strconv.Itoa(current)
	}
	return input.NewSelect(options, shown, func(id string) error {
		n, err := strconv.Atoi(id)
		in.set(func(o *intake.Options) { o.HeaderRow = n })
		return err
	})
}

func (v *mappingView) unitSelect() fyne.CanvasObject {
	in := v.in
	var options []widgets.Option
	for _, u := range []money.Unit{money.Kr, money.Tkr, money.Mnkr} {
		options = append(options, widgets.Option{ID: u.String(), Label: texts.T("exchange.choice.unit." + u.String())})
	}
	return input.NewSelect(options, in.looked().Unit.String(), func(id string) error {
		for _, u := range []money.Unit{money.Kr, money.Tkr, money.Mnkr} {
			if u.String() == id {
				in.set(func(o *intake.Options) { o.Unit = &u })
			}
		}
		return nil
	})
}

// yearField lets the user say which year amounts without one are of, and tells where the
// one that was found is said.
func (v *mappingView) yearField() fyne.CanvasObject {
	f := above("year", v.yearSelect())
	if from := v.in.looked().YearFrom; from != "" && v.in.opts.Year == 0 {
		f.SetNote(text.Capital(from))
	}
	return f
}

func (v *mappingView) yearSelect() fyne.CanvasObject {
	in := v.in
	current := in.opts.Year
	if current == 0 {
		current = in.looked().Year
	}
	if current == 0 {
		current = in.s.Portfolio().PlanYear()
	}
	var options []widgets.Option
	for _, y := range years(in.s.Portfolio(), current) {
		options = append(options, widgets.Option{ID: strconv.Itoa(y), Label: strconv.Itoa(y)})
	}
	return input.NewSelect(options, strconv.Itoa(current), func(id string) error {
		y, err := strconv.Atoi(id)
		in.set(func(o *intake.Options) { o.Year = y })
		return err
	})
}

// messages say what the user should look at.
func (v *mappingView) messages() []fyne.CanvasObject {
	in := v.in
	if in.problem != nil {
		return []fyne.CanvasObject{widgets.NewBanner(widgets.Bad, in.s.Sentence(in.problem), texts.T("exchange.mapping.again"), in.replan)}
	}
	r := in.looked()
	if r == nil {
		return nil
	}
	var out []fyne.CanvasObject
	if r != in.res {
		out = append(out, widgets.NewBanner(widgets.Info, texts.T("exchange.mapping.one", r.Sheet), texts.T("exchange.mapping.back"), func() { in.lookAt("") }))
	}
	if in.recalled {
		out = append(out, widgets.NewBanner(widgets.Info, texts.T("exchange.mapping.recalled"), texts.T("exchange.mapping.guess"), in.guessAgain))
	}
	matched, left, own := 0, []string{}, []string{}
	for _, c := range r.Columns {
		switch in.stateOf(c) {
		case colLeft:
			left = append(left, headingOf(c))
		case colKept:
			own = append(own, headingOf(c))
		case colField, colRef:
			matched++
		}
	}
	keep := func(on bool) func() {
		return func() { in.set(func(o *intake.Options) { o.KeepUnmatched = on }) }
	}
	switch {
	case len(left) > 0:
		out = append(out, widgets.NewBanner(widgets.Warn, texts.N("exchange.mapping.left", len(left), listed(left)), texts.T("exchange.mapping.keep"), keep(true)))
	case in.opts.KeepUnmatched && len(own) > 0:
		out = append(out, widgets.NewBanner(widgets.Info, texts.N("exchange.mapping.own", len(own), listed(own)), texts.T("exchange.mapping.unkeep"), keep(false)))
	case !in.recalled:
		out = append(out, widgets.NewBanner(widgets.Good, texts.N("exchange.mapping.all", matched), "", nil))
	}
	return out
}

// How much of a long list of columns is named.
const (
	mostListed = 5
	mostRunes  = 34
)

// listed names the first of the columns and counts the rest.
func listed(names []string) string {
	var out []string
	for _, n := range names[:min(len(names), mostListed)] {
		if r := []rune(n); len(r) > mostRunes {
			n = strings.TrimSpace(string(r[:mostRunes])) + "…"
		}
		out = append(out, n)
	}
	s := strings.Join(out, ", ")
	if more := len(names) - len(out); more > 0 {
		s += " " + texts.N("exchange.mapping.more", more)
	}
	return s
}

// years are those that amounts may be of: those around the plan year, and one
// more.
func years(p *app.Portfolio, also int) []int {
	var out []int
	from, to := p.PlanYear()-3, p.PlanYear()+3
	if also != 0 && also < from {
		out = append(out, also)
	}
	for y := from; y <= to; y++ {
		out = append(out, y)
	}
	if also > to {
		out = append(out, also)
	}
	return out
}
