package exchange

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// columnState is what becomes of a column.
type columnState uint8

const (
	colField    columnState = iota // a field of ours
	colRef                         // tells which record the row is
	colKept                        // becomes a field of the municipality's own
	colLeft                        // nobody has said anything: left out
	colOut                         // the user leaves it out
	colComputed                    // the program works it out itself
)

// The choices that aren't fields, as intake's options write them.
const (
	specOut  = ""
	specKeep = "+"
	specRef  = "ref"
)

func (in *importer) stateOf(c match.Column) columnState {
	spec, chosen := in.opts.Map[c.Heading]
	switch {
	case c.Keep:
		return colKept
	case c.Field != nil || c.Joint != nil:
		return colField
	case chosen && spec == specOut:
		return colOut
	case c.Reference:
		return colRef
	case c.Computed:
		return colComputed
	}
	return colLeft
}

var trustStyles = map[match.Trust]widgets.Style{match.Chosen: widgets.Accent, match.Sure: widgets.Good, match.Likely: widgets.Info, match.Unsure: widgets.Warn}

// certainty is how sure a column is, as a word and a tone.
func (in *importer) certainty(c match.Column) (string, widgets.Style) {
	switch state := in.stateOf(c); {
	case state == colLeft:
		return texts.T("exchange.sure.none"), widgets.Neutral
	case state == colComputed:
		return texts.T("exchange.sure.computed"), widgets.Neutral
	case state == colKept:
		return texts.T("exchange.sure.own"), widgets.Info
	}
	return c.Trust().Label(), trustStyles[c.Trust()]
}

// target is what a column becomes, in words.
func (in *importer) target(c match.Column) (string, widgets.Style) {
	switch in.stateOf(c) {
	case colField:
		return c.Phrase(in.s.Portfolio()), widgets.Normal
	case colRef:
		return texts.T("exchange.target.ref"), widgets.Normal
	case colKept:
		return texts.T("exchange.target.keep"), widgets.Normal
	}
	return texts.T("exchange.target.out"), widgets.Muted
}

// headingOf names a column, by its letter when it has no heading.
func headingOf(c match.Column) string {
	if c.Heading == "" {
		return texts.T("exchange.column.nameless", sheet.Letters(c.Index))
	}
	return c.Heading
}

// columnView lists the columns with the chosen one beside them.
type columnView struct {
	in      *importer
	grid    *grid.Grid
	panel   *fyne.Container
	picker  *input.Select
	content fyne.CanvasObject
}

func newColumnView(in *importer) *columnView {
	v := &columnView{in: in, panel: widgets.VStack(10)}
	v.grid = grid.New(v, []grid.Column{
		{ID: "at", Title: texts.T("exchange.column.at"), Width: 44},
		{ID: "heading", Title: texts.T("exchange.column.heading"), Width: 170, Flex: true},
		{ID: "samples", Title: texts.T("exchange.column.samples"), Width: 170, Flex: true},
		{ID: "field", Title: texts.T("exchange.column.field"), Width: 180, Flex: true},
		{ID: "sure", Title: texts.T("exchange.column.sure"), Width: 96},
		{ID: "why", Title: texts.T("exchange.column.why"), Width: 110},
	})
	v.grid.OnSelect = v.detail
	v.grid.OnOpen = func(int) {
		if v.picker != nil {
			v.picker.Open()
		}
	}
	v.content = beside(in.s, "columns", v.grid, v.panel, 300)
	return v
}

// beside puts a panel at the right of a grid, as wide as the user left it.
func beside(s *shell.Shell, name string, list *grid.Grid, panel fyne.CanvasObject, width float64) fyne.CanvasObject {
	pref := "exchange.panel." + name
	split := widgets.NewSplit(list, widgets.NewScroll(widgets.Inset(14, 18, 14, 18, panel)), float32(s.App.Preferences().FloatWithFallback(pref, width)))
	split.LeastA, split.LeastB = 420, 260
	split.OnMoved = func(w float32) { s.App.Preferences().SetFloat(pref, float64(w)) }
	return split
}

func (v *columnView) columns() []match.Column {
	if r := v.in.looked(); r != nil {
		return r.Columns
	}
	return nil
}

// Len, Key and Cell implement grid.Source.
func (v *columnView) Len() int { return len(v.columns()) }

// Key implements grid.Source.
func (v *columnView) Key(row int) string { return sheet.Letters(v.columns()[row].Index) }

// Cell implements grid.Source.
func (v *columnView) Cell(row, col int) grid.Cell {
	c := v.columns()[row]
	switch col {
	case 0:
		return grid.Cell{Text: sheet.Letters(c.Index), Style: widgets.Muted}
	case 1:
		if c.Heading == "" {
			return grid.Cell{Text: headingOf(c), Style: widgets.Muted}
		}
		return grid.Cell{Text: c.Heading, Style: widgets.Strong}
	case 2:
		return grid.Cell{Text: strings.Join(c.Samples, " · "), Style: widgets.Muted}
	case 3:
		text, style := v.in.target(c)
		return grid.Cell{Text: text, Style: style}
	case 4:
		text, style := v.in.certainty(c)
		return grid.Cell{Text: text, Style: style, Pill: true}
	}
	return grid.Cell{Text: v.why(c), Style: widgets.Muted}
}

// why is what the match rests on; for what the user chose the pill says it.
func (v *columnView) why(c match.Column) string {
	if _, chosen := v.in.opts.Map[c.Heading]; chosen || v.in.stateOf(c) == colLeft {
		return ""
	}
	return c.Why
}

func (v *columnView) begin() { v.grid.ClearSelection(); v.grid.ScrollTo(0, 0) }

func (v *columnView) refresh() {
	v.grid.Reload()
	if row, _ := v.grid.Cursor(); row < 0 && v.Len() > 0 {
		v.grid.Select(v.Key(v.first()))
	}
	v.detail()
}

// first is the column to look at first: one that is unsure, or left out.
func (v *columnView) first() int {
	for _, wanted := range []widgets.Style{widgets.Warn, widgets.Neutral} {
		for i, c := range v.columns() {
			if _, style := v.in.certainty(c); style == wanted {
				return i
			}
		}
	}
	return 0
}

// detail shows the chosen column, and what it may be.
func (v *columnView) detail() {
	c := v.in.s.Window.Canvas()
	if old := v.picker; old != nil && c.Focused() == fyne.Focusable(old) {
		defer func() { // the keyboard stays where it was
			if v.picker != nil {
				c.Focus(v.picker)
			}
		}()
	}
	v.build()
}

func (v *columnView) build() {
	v.picker = nil
	row, _ := v.grid.Cursor()
	if row < 0 || row >= v.Len() {
		show(v.panel, widgets.NewParagraph(texts.T("exchange.column.none"), widgets.Muted))
		return
	}
	c := v.columns()[row]
	word, style := v.in.certainty(c)
	objects := []fyne.CanvasObject{wrapped(headingOf(c), 2)}
	if c.Heading == "" {
		objects = append(objects, widgets.NewParagraph(texts.T("exchange.column.noheading"), widgets.Muted))
	} else {
		objects[0] = widgets.VStack(3, widgets.NewText(texts.T("exchange.column.letter", sheet.Letters(c.Index)), widgets.Muted), objects[0])
		v.picker = v.fieldPicker(c)
		objects = append(objects, input.NewField(texts.T("exchange.column.becomes"), "", v.picker).AboveLabel())
	}
	objects = append(objects, widgets.HStack(8, widgets.NewPill(word, style), widgets.Grow(widgets.NewText(v.why(c), widgets.Muted))))
	if c.Field != nil && c.Field.Help != "" {
		objects = append(objects, widgets.NewParagraph(c.Field.Help, widgets.Muted))
	}
	objects = append(objects, input.Section(texts.T("exchange.column.examples")))
	for _, s := range c.Samples {
		objects = append(objects, widgets.NewParagraph(s, widgets.Normal))
	}
	if len(c.Samples) == 0 {
		objects = append(objects, widgets.NewText(texts.T("exchange.column.empty"), widgets.Muted))
	}
	show(v.panel, objects...)
}

func wrapped(s string, level int) *widgets.Text {
	t := widgets.NewHeading(s, level)
	t.Wrap = true
	return t
}

// outID stands for leaving out: an empty choice would say nothing is chosen.
const outID = "-"

func (v *columnView) fieldPicker(c match.Column) *input.Select {
	in := v.in
	return input.NewSelect(v.options(c), in.specOf(c), func(id string) error {
		if id == outID {
			id = specOut
		}
		in.set(func(o *intake.Options) {
			if o.Map == nil {
				o.Map = map[string]string{}
			}
			for _, other := range v.columns() { // a field comes from one column
				if o.Map[other.Heading] == id && id != specOut && id != specKeep {
					delete(o.Map, other.Heading)
				}
			}
			o.Map[c.Heading] = id
		})
		return nil
	})
}

func (in *importer) specOf(c match.Column) string {
	switch in.stateOf(c) {
	case colField:
		if c.Joint != nil {
			return c.Joint.Key()
		}
		return specFor(c.Field, c.Year)
	case colKept:
		return specKeep
	case colRef:
		return specRef
	}
	return outID
}

func specFor(f *field.Field, year int) string {
	if f.Yearly && year != 0 {
		return f.Key + ":" + strconv.Itoa(year)
	}
	return f.Key
}

// options are what a column may become: the fields of the kind by group, with
// who has them now.
func (v *columnView) options(c match.Column) []widgets.Option {
	in, p := v.in, v.in.s.Portfolio()
	kind := in.looked().Kind
	taken := map[string]string{}
	for _, o := range v.columns() {
		if o.Field != nil && o.Index != c.Index {
			taken[specFor(o.Field, o.Year)] = texts.T("exchange.column.taken", headingOf(o))
		}
	}
	out := []widgets.Option{
		{ID: outID, Label: texts.T("exchange.target.out"), Icon: "x"},
		{ID: specKeep, Label: texts.T("exchange.target.keep.long"), Icon: "plus"},
	}
	if kind.Prefix != "" {
		out = append(out, widgets.Option{ID: specRef, Label: texts.T("exchange.target.ref"), Detail: kind.Prefix + "-…"})
	}
	for _, j := range kind.Joints() {
		out = append(out, widgets.Option{ID: j.Key(), Label: j.Label(), Group: j.Parts[0].Group})
	}
	for _, f := range p.Fields(kind) {
		if !f.Editable() {
			continue
		}
		if !f.Yearly {
			out = append(out, widgets.Option{ID: f.Key, Label: f.Label, Group: f.Group, Detail: taken[f.Key]})
			continue
		}
		for _, y := range years(p, c.Year) {
			id := specFor(f, y)
			out = append(out, widgets.Option{ID: id, Label: field.Column{Field: f, Year: y}.Phrase(p), Group: f.Group, Detail: taken[id]})
		}
	}
	return out
}
