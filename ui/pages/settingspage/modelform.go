package settingspage

import (
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/date"
	"itportfoljen/app/modelling"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// showForm lays out the line in view, column by column, with what is wrong beside each. The
// keyboard is given to a column, "" for none.
func (e *modelEditor) showForm(focus string) {
	e.fields = map[string]*input.Field{}
	var rows []fyne.CanvasObject
	if e.line < 0 {
		rows = append(rows, widgets.NewParagraph(texts.T("settings.model.edit.none"), widgets.Muted))
	} else {
		line, setting := e.draft.Lines(e.list.Key)[e.line], e.draft.Setting()
		for _, c := range e.list.Columns {
			if c.Asked != nil && !c.Asked(line.Cells) {
				continue
			}
			row := input.NewField(c.Label, c.Help, e.input(setting, c, line))
			row.LabelWidth, row.Required = 170, c.Must
			e.fields[c.Key] = row
			rows = append(rows, row)
		}
	}
	e.form.Objects = []fyne.CanvasObject{widgets.VStack(8, rows...)}
	e.form.Refresh()
	e.tellFlaws()
	if focus != "" {
		e.focus(focus)
	}
}

// focus gives the keyboard to a column of the line in view.
func (e *modelEditor) focus(column string) {
	if row := e.fields[column]; row != nil {
		if to := record.KeyboardOf(row); to != nil {
			widgets.FocusOn(to)
		}
	}
}

// tellFlaws says beside each column what is wrong with it; what is wrong with the line as a
// whole stands at its first.
func (e *modelEditor) tellFlaws() {
	said := map[string]string{}
	if e.told {
		for _, w := range e.flaws {
			if w.List == e.list.Key && w.Line == e.line {
				at := w.Column
				if e.fields[at] == nil && len(e.list.Columns) > 0 {
					at = e.list.Columns[0].Key
				}
				said[at] = w.Text
			}
		}
	}
	for key, row := range e.fields {
		row.SetError(said[key])
	}
}

// set writes in a column; again says that the form is to be laid out anew.
func (e *modelEditor) set(c modelling.Column, cell string, again bool) {
	e.draft.Set(e.list.Key, e.line, c.Key, cell)
	e.renew()
	if again {
		e.showForm(c.Key)
	} else {
		e.tellFlaws()
	}
}

// unset is the key of the alternative that is nothing, which a choice has no key for.
const unset = "\x00"

// input is what a column is written in.
func (e *modelEditor) input(s modelling.Setting, c modelling.Column, line modelling.Line) fyne.CanvasObject {
	cell := line.Cells[c.Key]
	typed := func(in *input.Text) fyne.CanvasObject {
		in.OnChanged = func(text string) { e.set(c, text, false) }
		return in
	}
	switch c.Sort {
	case modelling.Told:
		return widgets.NewParagraph(orDash(cell), widgets.Normal)
	case modelling.Long:
		return typed(input.NewLongText(cell, "", 3, nil))
	case modelling.Amount:
		return typed(input.NewMoney(cell, nil))
	case modelling.Number:
		return typed(input.NewNumber(cell, "", nil))
	case modelling.Yes:
		return input.NewCheck("", cell != "", func(on bool) error {
			e.set(c, map[bool]string{true: "ja"}[on], true)
			return nil
		})
	case modelling.Day:
		d, _ := date.ParseDay(cell)
		return input.NewDate(d, e.p.s.Portfolio().Today, func(d date.Date) error {
			text := ""
			if !d.IsZero() {
				text = d.String()
			}
			e.set(c, text, false)
			return nil
		})
	case modelling.Choice:
		return e.choice(s, c, line)
	case modelling.Many, modelling.Words:
		return e.several(s, c, line)
	}
	return typed(input.NewText(cell, "", nil))
}

func (e *modelEditor) options(s modelling.Setting, c modelling.Column, line modelling.Line) (out []widgets.Option) {
	if c.Options == nil {
		return nil
	}
	for _, o := range c.Options(s, line.Cells) {
		id := o.Key
		if id == "" {
			id = unset
		}
		out = append(out, widgets.Option{ID: id, Label: o.Label})
	}
	return out
}

func (e *modelEditor) choice(s modelling.Setting, c modelling.Column, line modelling.Line) fyne.CanvasObject {
	now := line.Cells[c.Key]
	if now == "" {
		now = unset
	}
	return input.NewSelect(e.options(s, c, line), now, func(id string) error {
		e.set(c, strings.TrimPrefix(id, unset), true)
		return nil
	})
}

// several are chips of what is chosen, and for words also of what is written.
func (e *modelEditor) several(s modelling.Setting, c modelling.Column, line modelling.Line) fyne.CanvasObject {
	options := e.options(s, c, line)
	label := func(id string) string {
		for _, o := range options {
			if o.ID == id {
				return o.Label
			}
		}
		return id
	}
	var chosen []widgets.Option
	for id := range strings.SplitSeq(line.Cells[c.Key], "\n") {
		if id != "" {
			chosen = append(chosen, widgets.Option{ID: id, Label: label(id)})
		}
	}
	store := func(ids []string) error { e.set(c, strings.Join(ids, "\n"), false); return nil }
	find := func(q string) []widgets.Option { // what is written beside may have changed
		return input.Matching(e.options(s, c, e.draft.Lines(e.list.Key)[e.line]), q)
	}
	if c.Sort == modelling.Many {
		return input.NewMultiPicker(chosen, find, store, nil)
	}
	var picker *input.MultiPicker
	picker = input.NewMultiPicker(chosen, find, store, func(typed string) error {
		now := append(picker.Chosen(), typed)
		var all []widgets.Option
		for _, id := range now {
			all = append(all, widgets.Option{ID: id, Label: label(id)})
		}
		picker.SetChosen(all)
		return store(now)
	})
	return picker
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}
