package settingspage

import (
	"strconv"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// programPart is the user's own choices; they stay on this computer.
type programPart struct {
	s       *shell.Shell
	copies  *copiesCard
	named   *input.Field
	mode    *input.Select
	size    *input.Select
	content fyne.CanvasObject
}

// signs says what name the journal has from now on.
func (p *programPart) signs() string { return texts.T("settings.name.now", p.s.Portfolio().Who()) }

func newProgram(s *shell.Shell) *programPart {
	p := &programPart{s: s, copies: newCopiesCard(s)}
	look := s.Look()
	p.mode = input.NewSelect([]widgets.Option{
		{ID: strconv.Itoa(int(theme.System)), Label: texts.T("settings.look.system")},
		{ID: strconv.Itoa(int(theme.Light)), Label: texts.T("settings.look.light")},
		{ID: strconv.Itoa(int(theme.Dark)), Label: texts.T("settings.look.dark")},
		{ID: strconv.Itoa(int(theme.LightContrast)), Label: texts.T("settings.look.light.contrast")},
		{ID: strconv.Itoa(int(theme.DarkContrast)), Label: texts.T("settings.look.dark.contrast")},
	}, strconv.Itoa(int(look.Mode)), func(id string) error {
		n, err := strconv.Atoi(id)
		look := s.Look()
		look.Mode = theme.Mode(n)
		s.SetLook(look)
		return err
	})
	var sizes []widgets.Option
	for _, n := range shell.TextSizes {
		sizes = append(sizes, widgets.Option{ID: strconv.Itoa(n), Label: strconv.Itoa(n) + "\u00a0%"})
	}
	p.size = input.NewSelect(sizes, strconv.Itoa(look.TextPercent), func(id string) error {
		n, err := strconv.Atoi(id)
		look := s.Look()
		look.TextPercent = n
		s.SetLook(look)
		return err
	})
	w := s.Portfolio()
	info := w.Info()
	name := ""
	if w.Who() != w.Login() {
		name = w.Who()
	}
	mine := input.NewText(name, texts.T("settings.name.default", w.Login()), func(typed string) error {
		if err := s.SignAs(typed); err != nil {
			return err
		}
		p.named.SetNote(p.signs())
		p.named.Saved()
		return nil
	})
	p.named = input.NewField(texts.T("settings.name.field"), "", mine)
	p.named.Note = p.signs()
	p.content = sheet(
		widgets.NewCard(texts.T("settings.name"), texts.T("settings.name.text"), p.named),
		widgets.NewCard(texts.T("settings.look"), texts.T("settings.look.text"), widgets.VStack(8,
			input.NewField(texts.T("settings.look.mode"), "", p.mode), input.NewField(texts.T("settings.look.size"), "", p.size))),
		widgets.NewCard(texts.T("settings.file"), "", widgets.VStack(8, append(fileDialogs(s),
			pair(texts.T("settings.file.path"), info.Path), pair(texts.T("settings.file.schema"), strconv.Itoa(info.Schema)), pair(texts.T("settings.version"), s.Version))...)),
		p.copies.content,
	)
	return p
}

func (p *programPart) Content() fyne.CanvasObject { return p.content }
func (p *programPart) Reload()                    { p.copies.reload(); p.looked() }
func (p *programPart) Changed(app.Event)          {}

// fileDialogs is whether the computer's own file dialogs ask, where it may have any: a way
// out if they misbehave.
func fileDialogs(s *shell.Shell) []fyne.CanvasObject {
	if !s.HasFileDialogs() {
		return nil
	}
	return []fyne.CanvasObject{
		input.NewCheck(texts.T("settings.file.dialogs"), !s.OwnFileDialogs(), func(on bool) error {
			s.SetOwnFileDialogs(!on)
			return nil
		}),
		widgets.NewParagraph(texts.T("settings.file.dialogs.text"), widgets.Muted),
	}
}

// looked shows the look that there is now: it may have been chosen elsewhere.
func (p *programPart) looked() {
	look := p.s.Look()
	p.mode.SetValue(strconv.Itoa(int(look.Mode)))
	p.size.SetValue(strconv.Itoa(look.TextPercent))
}
