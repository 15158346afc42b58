package settingspage

import (
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/settings"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// The settings that are fields, as their forms have them.
var (
	municipal = []*field.Field{settings.Name.Field, settings.Department.Field, settings.Sender.Field, settings.Diary.Field, settings.Accent.Field}
	rhythm    = []*field.Field{settings.PlanYear.Field, settings.NextForum.Field, settings.NextBoard.Field, settings.ReviewYear.Field, settings.ReportEach.Field}
	budgeting = []*field.Field{settings.Deviation.Field, settings.Deviating.Field, settings.CodeString.Field}
)

// found is a setting that Ctrl+K goes to.
type found struct {
	tab  string
	name string // what Ctrl+K calls it
	at   string // the label of its row or the text of its button, where it isn't its name
	also string // other words that people look for it by, with commas between
}

// all are the settings: each row that can be changed and what is done beside them.
func all() (out []found) {
	of := func(tab string, fields []*field.Field) {
		for _, f := range fields {
			out = append(out, found{tab: tab, name: f.Label, also: strings.Join(f.Synonyms, ",")})
		}
	}
	of(municipality, municipal)
	logo := settings.Logo.Field
	out = append(out, found{municipality, logo.Label, texts.T("settings.logo.choose"), strings.Join(logo.Synonyms, ",")})
	of(governing, rhythm)
	of(governing, budgeting)
	return append(out,
		found{governing, texts.T("settings.model"), "", texts.T("settings.also.model")},
		found{governing, texts.T("settings.found.compare"), texts.T("settings.model.compare"), texts.T("settings.also.compare")},
		found{governing, texts.T("settings.found.edit"), texts.T("settings.model.edit"), texts.T("settings.also.edit")},
		found{governing, texts.T("settings.found.export"), texts.T("settings.model.export"), texts.T("settings.also.export")},
		found{governing, texts.T("settings.found.import"), texts.T("settings.model.import"), texts.T("settings.also.import")},
		found{governing, texts.T("settings.frames"), texts.T("settings.frames.open"), texts.T("settings.also.frames")},
		found{program, texts.T("settings.name"), texts.T("settings.name.field"), texts.T("settings.also.name")},
		found{program, texts.T("settings.look.mode"), "", texts.T("settings.also.mode")},
		found{program, texts.T("settings.look.size"), "", texts.T("settings.also.size")},
		found{program, texts.T("settings.found.copies"), texts.T("settings.copies.choose"), texts.T("settings.also.copies")},
		found{program, texts.T("settings.copies.now"), "", texts.T("settings.also.now")},
		found{fields, texts.T("settings.found.field"), texts.T("settings.fields.new"), texts.T("settings.also.field")},
	)
}

// findings are the tabs and the settings in them, for Ctrl+K.
func findings(s *shell.Shell) (out []*shell.Action) {
	for _, tab := range tabs {
		if tab != persons { // that page has its own
			out = append(out, &shell.Action{ID: "settings." + tab, Icon: "settings", Group: shell.Choices, Enabled: s.Opened, Run: func() { s.Go("settings", tab) }})
		}
	}
	for _, f := range all() {
		out = append(out, &shell.Action{ID: "setting " + f.tab + " " + f.name, Icon: "settings", Group: shell.Choices, Also: f.also, Enabled: s.Opened,
			Detail: texts.T("settings.tab." + f.tab), Label: func() string { return f.name }, Run: func() { s.Go("settings", f) }})
	}
	return append(out, &shell.Action{ID: "new" + org.UnitKind.Name, Icon: "plus", Also: strings.Join(org.UnitKind.Also, ","), Enabled: s.Writable,
		Label: func() string { return register.FreshTitle(org.UnitKind) }, Run: func() { s.Go("settings", shell.CreateOf{Kind: org.UnitKind}) }})
}

// goTo shows a setting and gives it the keyboard, which scrolls to it. One that can't be
// changed, in a portfolio that is only read, has its tab in view.
func (p *Page) goTo(f found) {
	p.view(f.tab)
	at := f.at
	if at == "" {
		at = f.name
	}
	found := widgets.Seek(p.part(f.tab).Content(), func(o fyne.CanvasObject) bool {
		switch o := o.(type) {
		case *input.Field:
			return o.Label() == at && record.KeyboardOf(o) != nil
		case *widgets.Button:
			return o.Text == at
		}
		return false
	})
	switch o := found.(type) {
	case *input.Field:
		widgets.FocusOn(record.KeyboardOf(o))
	case *widgets.Button:
		widgets.FocusOn(o)
	default:
		return
	}
	widgets.BringIntoView(found)
}
