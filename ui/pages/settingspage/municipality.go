package settingspage

import (
	"bytes"
	"context"
	"encoding/base64"
	"image"
	_ "image/jpeg" // logos
	_ "image/png"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// mostLogo is how large a logo file may be, in bytes.
const mostLogo = 2 << 20

type municipalityPart struct {
	s       *shell.Shell
	form    *record.Form
	colours *fyne.Container
	logo    *fyne.Container
	content fyne.CanvasObject
}

func newMunicipality(s *shell.Shell) *municipalityPart {
	p := &municipalityPart{s: s, colours: container.NewStack(), logo: container.NewStack()}
	p.form = record.NewForm(s, settings.ID, settings.Name.Field, settings.Department.Field, settings.Sender.Field, settings.Diary.Field, settings.Accent.Field)
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
	if data, err := base64.StdEncoding.DecodeString(settings.Logo.Get(p.s.Portfolio().Settings())); err == nil && len(data) > 0 {
		img := canvas.NewImageFromReader(bytes.NewReader(data), "logo")
		img.FillMode = canvas.ImageFillContain
		img.SetMinSize(fyne.NewSize(90, 90))
		row = append(row, img)
		if writable {
			row = append(row, choose, widgets.NewButton(texts.T("settings.logo.remove"), func() { p.save("") }).WithKind(widgets.Quiet))
		}
	} else if writable {
		row = append(row, choose)
	} else {
		row = append(row, widgets.NewText(texts.T("settings.logo.none"), widgets.Muted))
	}
	p.logo.Objects = []fyne.CanvasObject{widgets.HStack(12, row...)}
	p.logo.Refresh()
}

func (p *municipalityPart) choose() {
	dialogs.OpenFile(p.s.Window, dialogs.FileOptions{Title: texts.T("settings.logo"), Extensions: []string{".png", ".jpg", ".jpeg"}, StartDir: p.s.Folder()}, func(path string) {
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
	data, err := os.ReadFile(path)
	if err != nil {
		return "", fault.Wrap(fault.Unreadable, texts.T("settings.logo.unreadable"), err)
	}
	if len(data) > mostLogo {
		return "", fault.New(fault.TooLarge, texts.T("settings.logo.toolarge"))
	}
	if _, _, err := image.DecodeConfig(bytes.NewReader(data)); err != nil {
		return "", fault.Wrap(fault.Unreadable, texts.T("settings.logo.notimage"), err)
	}
	return base64.StdEncoding.EncodeToString(data), nil
}

func (p *municipalityPart) save(data string) {
	var v field.Value
	if data != "" {
		v = data
	}
	p.s.SetValue(settings.ID, field.Column{Field: settings.Logo.Field}, v, func(_ app.Entry, err error) { p.s.Fail(err) })
}
