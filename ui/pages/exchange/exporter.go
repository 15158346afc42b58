package exchange

import (
	"context"
	"io"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
	"itportfoljen/ui/async"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// What can be written out; rows are those that a list handed over.
const (
	whatAll      = "all"
	whatSystems  = "systems"
	whatPlan     = "plan"
	whatRows     = "rows"
	whatBudget   = "budget"
	whatTemplate = "template"
)

// The formats, as file endings.
const (
	formatExcel = ".xlsx"
	formatCSV   = ".csv"
	formatJSON  = ".json"
)

var whatIcons = map[string]string{whatAll: "archive", whatSystems: "layers", whatPlan: "kanban", whatRows: "list", whatBudget: "wallet", whatTemplate: "file-spreadsheet"}

// exporter writes the portfolio, or a part of it, to a file.
type exporter struct {
	s        *shell.Shell
	what     string
	format   string
	unit     field.ID
	years    []int
	public   bool
	rows     register.ExportRows
	written  string // the file written last
	choices  *fyne.Container
	cards    map[string]*input.Choice
	settings *fyne.Container
	button   *widgets.Button
	content  fyne.CanvasObject
}

func newExporter(s *shell.Shell) *exporter {
	x := &exporter{s: s, what: whatAll, format: formatExcel, choices: widgets.VStack(10), settings: widgets.VStack(12)}
	x.button = widgets.NewPrimary(texts.T("exchange.export.write"), x.ask)
	cols := widgets.Columns(16, 400, x.choices, widgets.NewCard(texts.T("exchange.export.settings"), "", x.settings))
	x.content = widgets.NewScroll(widgets.Inset(18, 22, 22, 22, widgets.MaxWidth(1080, cols)))
	x.build()
	return x
}

// offer takes in rows from a list.
func (x *exporter) offer(rows register.ExportRows) {
	x.rows, x.what = rows, whatRows
	if len(rows.IDs) == 0 {
		x.what = whatAll
	}
}

func (x *exporter) shown() { x.build() }

// build makes the cards of what can be written out.
func (x *exporter) build() {
	x.choices.Objects, x.cards = nil, map[string]*input.Choice{}
	ids := []string{whatAll, whatSystems, whatPlan, whatBudget, whatTemplate}
	if len(x.rows.IDs) > 0 {
		ids = append([]string{whatRows}, ids...)
	}
	for _, id := range ids {
		title, about := texts.T("exchange.what."+id), texts.T("exchange.about."+id)
		if id == whatRows {
			title = texts.T("exchange.rows.chosen", text.Plural(len(x.rows.IDs), x.rows.Kind.One, x.rows.Kind.Many))
			if x.rows.Columns != nil {
				title = texts.T("exchange.rows.seen", text.Plural(len(x.rows.IDs), x.rows.Kind.One, x.rows.Kind.Many))
				about = texts.T("exchange.about.seen")
			}
		}
		x.cards[id] = input.NewChoice(whatIcons[id], title, about, func() { x.choose(id) })
		x.choices.Add(x.cards[id])
	}
	x.choices.Refresh()
	x.choose(x.what)
}

func (x *exporter) choose(what string) {
	x.what = what
	for id, c := range x.cards {
		c.SetSelected(id == what)
	}
	x.buildSettings()
}

// options are what was chosen, as export wants it.
func (x *exporter) options() export.Options {
	o := export.Options{What: export.What(x.what), Unit: x.unit, Years: x.years, Public: x.public}
	if x.what == whatRows {
		o.What, o.Records = export.Of(x.rows.Kind), x.rows.IDs
		if x.rows.Columns != nil {
			o.Columns, o.Groups = map[*field.Kind][]field.Column{x.rows.Kind: x.rows.Columns}, x.groups()
		}
	}
	if x.what == whatTemplate {
		return export.Options{What: export.Empty}
	}
	return o
}

// groups are those of the list, when all of it is written: their sums are of all of it.
func (x *exporter) groups() *export.Groups {
	if x.unit != "" {
		return nil
	}
	return x.rows.Groups
}

// formats are those that can hold what is chosen: CSV one table, JSON the
// whole portfolio.
func (x *exporter) formats() []widgets.Option {
	out := []widgets.Option{{ID: formatExcel, Label: texts.T("exchange.format.xlsx")}}
	if x.what == whatSystems || x.what == whatPlan || x.what == whatRows {
		out = append(out, widgets.Option{ID: formatCSV, Label: texts.T("exchange.format.csv")})
	}
	if x.what == whatAll && x.unit == "" && !x.public {
		out = append(out, widgets.Option{ID: formatJSON, Label: texts.T("exchange.format.json")})
	}
	return out
}

func (x *exporter) buildSettings() {
	formats := x.formats()
	x.format = among(formats, x.format)
	format := input.NewSelect(formats, x.format, func(id string) error { x.format = id; x.buildSettings(); return nil })
	rows := []fyne.CanvasObject{input.NewField(texts.T("exchange.export.format"), "", format)}
	if x.what != whatTemplate && x.format != formatJSON {
		rows = append(rows,
			input.NewField(texts.T("exchange.export.unit"), texts.T("exchange.export.unit.help"), x.unitPicker()),
			input.NewField(texts.T("exchange.export.years"), texts.T("exchange.export.years.help"), x.yearPicker()),
			input.NewField("", "", input.NewCheck(texts.T("exchange.export.public"), x.public, func(on bool) error { x.public = on; x.buildSettings(); return nil })))
	}
	rows = append(rows, widgets.NewParagraph(texts.T("exchange.about."+strings.TrimPrefix(x.format, ".")), widgets.Muted), widgets.HStack(0, widgets.Spacer(), x.button))
	if x.written != "" {
		path := x.written
		open := widgets.NewButton(texts.T("shell.save.open"), func() { x.s.OpenFile(path) })
		folder := widgets.NewButton(texts.T("shell.save.folder"), func() { x.s.ShowInFolder(path) })
		rows = append(rows, widgets.Hairline(), widgets.NewParagraph(texts.T("exchange.written.last", path), widgets.Muted), widgets.HStack(8, open, folder))
	}
	x.settings.Objects = rows
	x.settings.Refresh()
	x.content.Refresh()
}

func among(options []widgets.Option, id string) string {
	for _, o := range options {
		if o.ID == id {
			return id
		}
	}
	return options[0].ID
}

func (x *exporter) unitPicker() fyne.CanvasObject {
	p := x.s.Portfolio()
	var current widgets.Option
	if u := p.Get(x.unit); u != nil {
		current = widgets.Option{ID: string(u.ID), Label: u.Name()}
	}
	return record.NewUnitPicker(x.s, current, texts.T("exchange.export.unit.all"), func(unit field.ID) error { x.unit = unit; x.buildSettings(); return nil })
}

func (x *exporter) yearPicker() fyne.CanvasObject {
	var options []widgets.Option
	for _, y := range years(x.s.Portfolio(), 0) {
		options = append(options, widgets.Option{ID: strconv.Itoa(y), Label: strconv.Itoa(y)})
	}
	var chosen []string
	for _, y := range x.years {
		chosen = append(chosen, strconv.Itoa(y))
	}
	pick := input.NewMultiSelect(options, chosen, func(ids []string) error {
		x.years = nil
		for _, id := range ids {
			if y, err := strconv.Atoi(id); err == nil {
				x.years = append(x.years, y)
			}
		}
		return nil
	})
	pick.Placeholder = texts.T("exchange.export.years.auto")
	return pick
}

// name is what the file is called until the user says otherwise: "Ekvalla
// kommun 2026-11-21".
func (x *exporter) name() string {
	p := x.s.Portfolio()
	parts := []string{settings.Name.Get(p.Settings())}
	if x.what != whatAll {
		parts = append(parts, texts.T("exchange.name."+x.what))
	}
	if u := p.Get(x.unit); u != nil && x.what != whatTemplate {
		parts = append(parts, u.Name())
	}
	if x.what != whatTemplate {
		parts = append(parts, p.Today().String())
	}
	return strings.Join(parts, " ")
}

func (x *exporter) saveTemplate() {
	x.what, x.format = whatTemplate, formatExcel
	x.build()
	x.ask()
}

func (x *exporter) ask() {
	x.s.SaveFile(shell.NewFile{Title: texts.T("exchange.export.title"), Kind: shell.FileKind{x.format}, Name: x.name()}, x.writing())
}

func (x *exporter) writing() shell.Writing {
	s, p, o, format := x.s, x.s.Portfolio(), x.options(), x.format
	return shell.Writing{Key: "exchange.write", Write: func(ctx context.Context, path string, report async.Progress) error {
		switch format {
		case formatJSON:
			return s.Services.WriteFile(path, func(w io.Writer) error { return export.JSON(p, w) })
		case formatCSV:
			return s.Services.WriteTable(ctx, path, export.Book(p, o).Sheets[0])
		}
		return s.Services.WriteBook(ctx, path, export.Book(p, o), func(f float64) { report(f, texts.T("exchange.writing.rows")) })
	}, Then: func(path string) {
		x.written = path
		x.buildSettings()
		s.Wrote(path)
	}}
}
