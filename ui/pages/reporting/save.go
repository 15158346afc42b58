package reporting

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"time"

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
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	dir = filepath.Join(dir, "itportfoljen", "pdf")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		p.s.Fail(err)
		return
	}
	p.s.WriteFile(filepath.Join(dir, shell.FileName(p.name()+" "+time.Now().Format("150405"))+pdfFile[0]), p.writing(p.s.OpenFile))
}

// writing makes the report anew, so that it is of what is in the portfolio now.
func (p *Page) writing(then func(path string)) shell.Writing {
	s, world, info, values := p.s, p.s.Portfolio(), p.info(), p.settings()
	return shell.Writing{What: texts.T("reports.writing", info.Title), Key: "reports.write", Then: then, Write: func(ctx context.Context, path string, report async.Progress) error {
		report(-1, texts.T("reports.writing.layout"))
		rep, err := s.Services.Report(ctx, world, info.Name, values)
		if err != nil {
			return err
		}
		data, err := rep.PDF(ctx, func(f float64) { report(f, texts.T("reports.writing.file")) })
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		return s.Services.WriteFile(path, func(w io.Writer) error {
			_, err := w.Write(data)
			return err
		})
	}}
}
