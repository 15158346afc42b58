package reporting

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/settings"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/texts"
)

// name is what the file is called: "Ledningsgruppsrapport Ekvalla kommun 2026-11-21".
func (p *Page) name() string {
	world := p.s.Portfolio()
	day := world.Today().String()
	for _, set := range p.info().Settings {
		if set.Kind == app.SettingDate && p.values[set.Key] != "" {
			day = p.values[set.Key]
		}
	}
	name := strings.Join(strings.Fields(p.info().Title+" "+settings.Name.Get(world.Settings())+" "+day), " ")
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`<>:"/\|?*`, r) {
			return '-'
		}
		return r
	}, name)
}

const ending = ".pdf"

func (p *Page) askSave() {
	s := p.s
	dialogs.SaveFile(s.Window, dialogs.FileOptions{Title: texts.T("reports.save.title"), Extensions: []string{ending}, Ext: ending, StartDir: s.Folder(), DefaultName: p.name() + ending}, func(path string) {
		p.write(path, func() {
			s.RememberFolder(path)
			s.ToastAction(texts.T("reports.saved", filepath.Base(path)), texts.T("reports.openfile"), func() { s.OpenFile(path) })
		})
	})
}

// openReport writes the report to the user's cache and shows it with the
// system's own program. Each has a name of its own: a viewer may hold the one
// before.
func (p *Page) openReport() {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	path := filepath.Join(dir, "itportfoljen", "pdf", p.name()+" "+time.Now().Format("150405")+ending)
	p.write(path, func() { p.s.OpenFile(path) })
}

// write makes the report anew, so that it is of what is in the portfolio now.
func (p *Page) write(path string, then func()) {
	s, world, info, values := p.s, p.s.Portfolio(), p.info(), p.settings()
	s.Progress(texts.T("reports.writing", info.Title), "reports.write", func(ctx context.Context, report async.Progress) (any, error) {
		report(0.1, texts.T("reports.writing.layout"))
		rep, err := s.Services.Report(ctx, world, info.Name, values)
		if err != nil {
			return nil, err
		}
		report(0.5, texts.T("reports.writing.file"))
		data, err := rep.PDF()
		if err != nil {
			return nil, err
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return nil, err
		}
		return nil, s.Services.WriteFile(path, func(w io.Writer) error {
			_, err := w.Write(data)
			return err
		})
	}, func(_ any, err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		then()
	})
}
