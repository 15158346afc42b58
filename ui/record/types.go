package record

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
)

// look is how a type of value is written in the form and shown in grids.
type look struct {
	// input is the field of the form that has v in it.
	input func(e *editor, v field.Value) fyne.CanvasObject
	align grid.Align
	chars int     // how wide a column is, in characters
	least float32 // how narrow one of a part's table may be, in points
	flex  bool    // one of a part's table shares what is left
	cell  bool    // values are written in the cell; others are chosen in a list, or have a dialog
	day   bool    // values are days, so that how one stands is a matter of time
	// tone colours a cell by the alternative that it has; nil where there are none.
	tone func(cell *grid.Cell, o field.Option)
}

// The least widths: of what is short, of amounts, and of names.
const (
	leastShort  = 44
	leastAmount = 76
	leastName   = 110
)

// looks is the table of the types. It isn't made where it is declared, since an input
// may show others.
var looks [field.TypeCount]look

func init() {
	looks = [field.TypeCount]look{
		field.Text:     {input: (*editor).line, chars: 18, least: leastShort, flex: true, cell: true},
		field.LongText: {input: (*editor).lines, chars: 34, least: leastShort, flex: true},
		field.Tags:     {input: (*editor).tags, chars: 18, least: leastShort, flex: true},
		field.Number:   {input: (*editor).number, align: grid.AlignRight, chars: 10, least: leastShort, cell: true},
		field.Decimal:  {input: (*editor).number, align: grid.AlignRight, chars: 10, least: leastShort, cell: true},
		field.Money:    {input: (*editor).amount, align: grid.AlignRight, chars: 16, least: leastAmount, cell: true},
		field.Date:     {input: (*editor).day, chars: 12, least: leastShort, cell: true, day: true},
		field.Year:     {input: (*editor).number, chars: 10, least: leastShort, cell: true},
		field.Choice:   {input: (*editor).choice, chars: 18, least: leastShort, tone: pill},
		field.Level:    {input: (*editor).choice, align: grid.AlignCenter, chars: 18, least: leastShort, tone: colour},
		field.Bool:     {input: (*editor).choice, chars: 10, least: leastShort},
		field.Person:   {input: (*editor).picker, chars: 18, least: leastName},
		field.Unit:     {input: (*editor).picker, chars: 26, least: leastName},
		field.Ref:      {input: (*editor).picker, chars: 18, least: leastName},
		field.Refs:     {input: (*editor).several, chars: 18, least: leastName},
		field.Roles:    {input: (*editor).several, chars: 18, least: leastName},
	}
}

// line is a text of one line; one of recurring values suggests those there are.
func (e *editor) line(v field.Value) fyne.CanvasObject {
	if e.col.Field.Vocabulary || e.col.Field.Suggests != nil {
		return e.vocabulary(v)
	}
	return e.text(input.NewText(e.exact(v), "", e.typed))
}

func (e *editor) lines(v field.Value) fyne.CanvasObject {
	return e.text(input.NewLongText(e.exact(v), "", 4, e.typed))
}

func (e *editor) amount(v field.Value) fyne.CanvasObject {
	return e.text(input.NewMoney(e.exact(v), e.typed))
}

func (e *editor) number(v field.Value) fyne.CanvasObject {
	return e.text(input.NewNumber(e.exact(v), "", e.typed))
}

// exact is a value written so that it can be read back.
func (e *editor) exact(v field.Value) string { return e.col.Field.Exact(e.s.Portfolio(), v) }

// pill shows an alternative whose tone says something as a pill, and colour in its
// colour.
func pill(cell *grid.Cell, o field.Option) {
	if o.Tone != field.Plain {
		cell.Style, cell.Pill = Style(o.Tone), true
	}
}

func colour(cell *grid.Cell, o field.Option) { cell.Style = Style(o.Tone) }
