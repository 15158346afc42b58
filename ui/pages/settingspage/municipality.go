package settingspage

import (
	"context"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/picture"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
	"itportfoljen/ui/async"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

type municipalityPart struct {
	s       *shell.Shell
	form    *record.Form
	colours *fyne.Container
	logo    *fyne.Container
	content fyne.CanvasObject
}

func newMunicipality(s *shell.Shell) *municipalityPart {
	p := &municipalityPart{s: s, colours: container.NewStack(), logo: container.NewStack()}
	p.form = record.NewForm(s, settings.ID, municipal...)
	p.content = sheet(
		widgets.NewCard(texts.T("settings.municipality"), texts.T("settings.municipality.text"), widgets.VStack(8, p.form.Content(), p.colours)),
		widgets.NewCard(texts.T("settings.logo"), texts.T("settings.logo.text"), p.logo),
	)
	return p
}

func (p *municipalityPart) Content() fyne.CanvasObject { return p.content }

func (p *municipalityPart) Reload() {
	p.form.Renew()
	p.colours.Objects = nil
	if !p.s.Portfolio().Info().ReadOnly {
		p.colours.Objects = []fyne.CanvasObject{colours(p.s)}
	}
	p.colours.Refresh()
	p.showLogo()
}

func (p *municipalityPart) Changed(e app.Event) {
	if e.Touches(settings.Kind) {
		p.Reload()
		p.s.ApplyTheme()
	}
}

func (p *municipalityPart) showLogo() {
	choose := widgets.NewButton(texts.T("settings.logo.choose"), p.choose)
	writable := !p.s.Portfolio().Info().ReadOnly
	var row []fyne.CanvasObject
	stored := settings.Logo.Get(p.s.Portfolio().Settings())
	if img, err := shownLogo(stored); err != nil {
		row = append(row, widgets.NewText(p.s.Sentence(err), widgets.Warn))
	} else if img != nil {
		row = append(row, img)
	}
	if writable {
		row = append(row, choose)
		if stored != "" {
			row = append(row, widgets.NewButton(texts.T("settings.logo.remove"), func() { p.save("") }).WithKind(widgets.Quiet))
		}
	} else if stored == "" {
		row = append(row, widgets.NewText(texts.T("settings.logo.none"), widgets.Muted))
	}
	p.logo.Objects = []fyne.CanvasObject{widgets.HStack(12, row...)}
	p.logo.Refresh()
}

// shownLogo is the stored picture to look at; nil when there is none.
func shownLogo(stored string) (fyne.CanvasObject, error) {
	data, err := picture.FromText(stored)
	if data == nil || err != nil {
		return nil, err
	}
	decoded, err := picture.Decode(data)
	if err != nil {
		return nil, err
	}
	img := canvas.NewImageFromImage(decoded)
	img.FillMode = canvas.ImageFillContain
	img.SetMinSize(fyne.NewSize(90, 90))
	return img, nil
}

func (p *municipalityPart) choose() {
	p.s.AskOpen(texts.T("settings.logo"), shell.FileKind{".png", ".jpg", ".jpeg"}, func(path string) {
		async.Run(p.s.Runner, "logo", func(context.Context) (string, error) { return readLogo(path) }, func(data string, err error) {
			if err != nil {
				p.s.Fail(err)
				return
			}
			p.save(data)
		})
	})
}

func readLogo(path string) (string, error) {
	unreadable := func(err error) error {
		return fault.Wrap(fault.Unreadable, texts.T("settings.logo.unreadable"), err)
	}
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() { // a pipe would be waited for
		return "", unreadable(err)
	}
	f, err := os.Open(path)
	if err != nil {
		return "", unreadable(err)
	}
	defer f.Close()
	data, err := picture.Read(f)
	if err != nil {
		return "", fault.Wrap(fault.CodeOf(err), err.Error()+" "+texts.T("settings.logo.kept"), err)
	}
	return picture.Text(data), nil
}

func (p *municipalityPart) save(data string) {
	var v field.Value
	if data != "" {
		v = data
	}
	p.s.SetValue(settings.ID, field.Column{Field: settings.Logo.Field}, v, func(_ app.Entry, err error) { p.s.Fail(err) })
}
