package reporting

import (
	"context"

	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
)

// name is what the file is called: "Ledningsgruppsrapport Ekvalla kommun 2026-11-21".
func (p *Page) name() string { return p.s.Portfolio().FileOf(p.info(), "", p.values) }

var pdfFile = shell.FileKind{".pdf"}

func (p *Page) askSave() {
	info, day := p.info(), p.day()
	p.s.SaveFile(shell.NewFile{Title: texts.T("reports.save.title"), Kind: pdfFile, Name: p.name()}, p.writing(func(path string) {
		p.made(info, day)
		p.s.Wrote(path)
	}))
}

// openReport writes the report to the user's cache and shows it with the
// system's own program. Each has a name of its own: a viewer may hold the one
// before.
func (p *Page) openReport() {
	p.s.ShowPDF(p.name(), p.writing(nil))
}

// Print makes the report as Ctrl+P does.
func (p *Page) Print() { p.openReport() }

// writing makes the report anew, so that it is of what is in the portfolio now.
func (p *Page) writing(then func(path string)) shell.Writing {
	s, world, info, values := p.s, p.s.Portfolio(), p.info(), p.settings()
	return shell.Writing{What: texts.T("reports.writing", info.Title), Key: "reports.write", Then: then, Write: func(ctx context.Context, path string, report async.Progress) error {
		report(-1, texts.T("reports.writing.layout"))
		rep, err := s.Services.Report(ctx, world, info.Name, values)
		if err != nil {
			return err
		}
		return s.WritePDF(ctx, path, rep, func(f float64) { report(f, texts.T("reports.writing.file")) })
	}}
}
