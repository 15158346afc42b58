package settingspage

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// asking is a field of the municipality's own while somebody says what it is.
type asking struct {
	p       *fieldsPart
	def     *field.Record // nil for a new one
	kind    *field.Kind
	t       field.Type
	name    *input.Text
	choices *input.Text
	named   *input.Field
	chosen  *input.Field
	open    *input.Check
}

// askField asks what a new field is, or what one that is there is to hold.
func (p *fieldsPart) askField(def *field.Record) {
	a := &asking{p: p, def: def, t: field.OwnTypes()[0], name: input.NewText("", "", nil), choices: input.NewText("", texts.T("settings.fields.choices.example"), nil)}
	title, confirm := texts.T("settings.fields.new"), texts.T("settings.fields.add")
	var rows []fyne.CanvasObject
	var focus fyne.Focusable
	if def == nil {
		a.named = a.row(texts.T("settings.fields.name"), a.name)
		a.open = input.NewCheck(texts.T("settings.fields.open"), false, func(bool) error { return nil })
		rows = append(rows, a.named, a.row(texts.T("settings.fields.of"), a.kinds()))
		focus = a.name.Target()
	} else {
		title, confirm = texts.T("settings.fields.type.title", def.Name()), texts.T("settings.fields.change")
		a.t = settings.TypeOf(def)
		a.choices.SetText(strings.Join(settings.Alternatives(def), "; "))
	}
	a.chosen = a.row(texts.T("settings.fields.choices"), a.choices)
	rows = append(rows, a.row(texts.T("settings.fields.type"), a.types()), a.chosen)
	if a.open != nil {
		rows = append(rows, widgets.Inset(0, 0, 0, record.LabelWidth, a.open))
	}
	a.show()
	dialogs.Show(p.s.Window, dialogs.Options{Title: strings.TrimSuffix(title, " …"), Text: texts.T("settings.fields.type.text"), Content: widgets.VStack(8, rows...), Width: 560, Confirm: confirm, Focus: focus, OnOK: a.save})
}

func (a *asking) row(label string, in fyne.CanvasObject) *input.Field {
	f := input.NewField(label, "", in)
	f.LabelWidth = record.LabelWidth
	return f
}

// kinds chooses whose field it is, of the kinds that people list; at first the first of
// those whose gaps are counted.
func (a *asking) kinds() fyne.CanvasObject {
	var options []widgets.Option
	for _, k := range app.Kinds {
		if k.Silent || k.Sheet == "" {
			continue
		}
		options = append(options, widgets.Option{ID: k.Name, Label: text.Capital(k.Many)})
		if a.kind == nil || k.Counted && !a.kind.Counted {
			a.kind = k
		}
	}
	return input.NewSelect(options, a.kind.Name, func(id string) error { a.kind = app.KindNamed(id); return nil })
}

func (a *asking) types() fyne.CanvasObject {
	var options []widgets.Option
	for _, t := range field.OwnTypes() {
		options = append(options, widgets.Option{ID: t.Name(), Label: t.Own()})
	}
	return input.NewSelect(options, a.t.Name(), func(id string) error {
		for _, t := range field.OwnTypes() {
			if t.Name() == id {
				a.t = t
			}
		}
		a.show()
		return nil
	})
}

// show shows the alternatives of what has such.
func (a *asking) show() {
	if a.t.HasAlternatives() {
		a.chosen.Show()
	} else {
		a.chosen.Hide()
	}
}

func (a *asking) save() bool {
	_ = a.p.s.TakeIn()
	name, choices, t, k := text.Clean(a.name.Text()), a.choices.Text(), a.t, a.kind
	if a.def == nil && name == "" {
		a.named.SetError(texts.T("settings.fields.name.missing"))
		return false
	}
	if a.t.HasAlternatives() && strings.Trim(choices, " ;") == "" {
		a.chosen.SetError(texts.T("settings.fields.choices.missing"))
		return false
	}
	open := a.open != nil && a.open.On()
	a.p.s.Act(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
		return w.Do(ctx, func(tx *field.Tx) (string, error) {
			if a.def != nil {
				return texts.T("settings.fields.type.label", a.def.Name(), text.Lower(t.Own())), settings.Retype(tx, a.def.ID, t, choices)
			}
			return texts.T("settings.fields.new.label", name), settings.Declare(tx, w.NewID(), k, name, t, choices, open)
		})
	}, a.p.Reload)
	return true
}
