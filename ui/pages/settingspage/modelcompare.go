package settingspage

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app/exchange/export"
	"itportfoljen/app/governance"
	"itportfoljen/app/modelling"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// comparison is two styrmodeller side by side.
type comparison struct {
	p      *governingPart
	models []*governance.Model
	a, b   *governance.Model
	body   *fyne.Container
	scroll *widgets.Scroll
	dialog *dialogs.Dialog
}

// models are those that there are: the portfolio's first, then those that ship.
func (p *governingPart) models() []*governance.Model {
	own := p.s.Portfolio().Model()
	out := []*governance.Model{own}
	for _, f := range p.s.Services.Models() {
		if m, err := governance.Parse(f.Data); err == nil && m.ID != own.ID {
			out = append(out, m)
		}
	}
	return out
}

// compare shows the portfolio's model beside another, each to be chosen.
func (p *governingPart) compare() {
	c := &comparison{p: p, models: p.models(), body: container.NewStack()}
	c.a, c.b = c.models[0], c.models[min(1, len(c.models)-1)]
	c.scroll = widgets.NewScroll(c.body)
	c.tell()
	first := c.choice(&c.a)
	heads := container.NewGridWithColumns(2, spaced(first), c.choice(&c.b))
	extra := []fyne.CanvasObject{widgets.NewButton(texts.T("settings.model.compare.save"), c.save).WithIcon("file-spreadsheet")}
	if p.writable() {
		extra = append(extra, widgets.NewButton(texts.T("settings.model.compare.copy"), c.change))
	}
	c.dialog = dialogs.Show(p.s.Window, dialogs.Options{Title: texts.T("settings.model.compare.title"), Text: texts.T("settings.model.compare.text"), Width: 1180, Height: 580,
		Content: container.NewBorder(widgets.Inset(0, 12, 8, 0, heads), nil, nil, nil, c.scroll), Cancel: texts.T("settings.model.close"), Extra: extra, Focus: first, OnKey: c.scroll.PageKey})
}

func (c *comparison) choice(of **governance.Model) *input.Select {
	var options []widgets.Option
	for _, m := range c.models {
		options = append(options, widgets.Option{ID: m.ID, Label: m.Name})
	}
	return input.NewSelect(options, (*of).ID, func(id string) error {
		for _, m := range c.models {
			if m.ID == id {
				*of = m
			}
		}
		c.tell()
		return nil
	})
}

// tell lists what differs; what only one has stands alone on its line.
func (c *comparison) tell() {
	var rows []fyne.CanvasObject
	for _, s := range modelling.Compare(c.a, c.b, c.p.s.Portfolio().Kinds()) {
		if len(s.Rows) == 0 {
			continue
		}
		rows = append(rows, widgets.Inset(10, 0, 2, 0, widgets.HStack(8, widgets.NewHeading(s.Title, 3), widgets.NewText(s.Counted(), widgets.Muted))))
		for _, r := range s.Rows {
			rows = append(rows, container.NewGridWithColumns(2, spaced(beside(r.A)), beside(r.B)), widgets.Hairline())
		}
	}
	if len(rows) == 0 {
		rows = append(rows, widgets.NewParagraph(texts.T("settings.model.compare.same"), widgets.Muted))
	}
	c.body.Objects = []fyne.CanvasObject{widgets.Inset(0, 12, 0, 0, widgets.VStack(4, rows...))}
	c.body.Refresh()
	c.scroll.Refresh()
}

func beside(said string) fyne.CanvasObject {
	if said == "" {
		return widgets.NewParagraph("–", widgets.Muted)
	}
	return widgets.NewParagraph(said, widgets.Normal)
}

// spaced keeps the columns apart.
func spaced(o fyne.CanvasObject) fyne.CanvasObject { return widgets.Inset(0, 16, 0, 0, o) }

// save writes the comparison to a workbook, to print or to talk about.
func (c *comparison) save() {
	a, b, kinds := c.a, c.b, c.p.s.Portfolio().Kinds()
	c.p.s.SaveFile(shell.NewFile{Title: texts.T("settings.model.compare.save.title"), Kind: shell.FileKind{".xlsx"}, Name: texts.T("settings.model.compare.name", a.Name, b.Name)}, shell.Writing{Key: "model.compare",
		Write: func(ctx context.Context, path string, _ async.Progress) error {
			return c.p.s.Services.WriteBook(ctx, path, export.Comparison(a, b, kinds), nil)
		}})
}

// change begins the municipality's own model with a copy of the one at the right.
func (c *comparison) change() {
	c.dialog.Close()
	c.p.editFrom(c.b)
}
