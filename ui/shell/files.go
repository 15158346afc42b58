package shell

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// Ext is the ending of portfolio files.
const Ext = ".itp"

// Folder is where file dialogs begin.
func (s *Shell) Folder() string {
	if dir := s.App.Preferences().String("files.folder"); dir != "" {
		return dir
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	if docs := filepath.Join(home, "Documents"); isDir(docs) {
		return docs
	}
	return home
}

// RememberFolder makes file dialogs begin in path's folder.
func (s *Shell) RememberFolder(path string) {
	s.App.Preferences().SetString("files.folder", filepath.Dir(path))
}

// OpenFile opens a file or a folder with the system's own program.
func (s *Shell) OpenFile(path string) {
	async.Run(s.Runner, "openfile "+path, func(context.Context) (any, error) {
		return nil, s.Services.OpenFile(path)
	}, func(_ any, err error) { s.Fail(err) })
}

// OpenPortfolio asks for a file and opens it.
func (s *Shell) OpenPortfolio() {
	s.AskOpen(texts.T("shell.file.open.title"), openable, s.OpenPath)
}

// OpenPath opens a portfolio file.
func (s *Shell) OpenPath(path string) { s.openPath(path, nil, nil) }

var (
	errIsOpen = errors.New("the file is the one that is open")
	errGone   = errors.New("the file isn't there any more")
)

// openPath opens a portfolio file; elsewhere is called when it is in another
// window on this computer, and gone, if there is one, when there is no such file.
func (s *Shell) openPath(path string, elsewhere, gone func()) {
	now := ""
	if s.portfolio != nil {
		now = s.portfolio.Info().Path
	}
	isOpen := func() { s.Toast(texts.T("shell.file.isopen", filepath.Base(path))) }
	if path == now {
		isOpen()
		return
	}
	s.coming = path
	s.take(opening{
		what: texts.T("shell.file.opening", filepath.Base(path)),
		open: func(ctx context.Context) (*app.Portfolio, error) {
			switch {
			case now != "" && sameFile(path, now):
				return nil, errIsOpen
			case gone != nil && !exists(path):
				return nil, errGone
			}
			return s.Services.Open(ctx, path, app.ToEdit)
		},
		elsewhere: elsewhere,
		failed: func(err error) {
			switch {
			case errors.Is(err, errIsOpen):
				isOpen()
			case errors.Is(err, errGone):
				gone()
			default:
				s.unopened(path, err)
			}
		},
	})
}

// OpenExample opens the made-up municipality, kept in the user's own folder
// and made anew when it isn't there.
func (s *Shell) OpenExample() {
	s.take(opening{what: texts.T("shell.file.example"), open: func(ctx context.Context) (*app.Portfolio, error) {
		dir := exampleDir()
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, err
		}
		path := filepath.Join(dir, "exempel"+Ext)
		if _, err := os.Stat(path); err == nil {
			return s.Services.Open(ctx, path, app.ToEdit)
		}
		return s.Services.Example(ctx, path, "S", 1)
	}})
}

// exampleDir is where the example is kept, a folder that nobody looks in.
func exampleDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	return filepath.Join(dir, "itportfoljen")
}

// opening is a portfolio on its way into the window. What isn't needed may be
// nil.
type opening struct {
	what      string // what is done, while it takes time
	open      func(ctx context.Context) (*app.Portfolio, error)
	then      func()      // when it is shown
	elsewhere func()      // when it is in another window on this computer, and that has been told
	failed    func(error) // tells why it couldn't be opened; nil: Fail
}

// opens is the work of opening a portfolio.
const opens = "open"

// take opens a portfolio away from the screen and then shows it. What is open
// stays open when it fails. One that comes too late, because the user stopped it
// or opened another, is let go.
func (s *Shell) take(o opening) { s.settle(func() { s.takeNow(o) }) }

// takeNow is take for who brings along what isn't saved.
func (s *Shell) takeNow(o opening) {
	progress(s, o.what, opens, func(ctx context.Context, _ async.Progress) (*app.Portfolio, error) {
		return o.open(ctx)
	}, func(p *app.Portfolio, err error) { s.opened(o, p, err) }, s.letGo)
}

func (s *Shell) opened(o opening, p *app.Portfolio, err error) {
	switch {
	case err != nil && o.failed != nil:
		o.failed(err)
		return
	case err != nil:
		s.Fail(err)
		return
	case p.Info().Here:
		s.openedElsewhere(p, o.elsewhere)
		return
	}
	s.remember(p.Info().Path)
	s.attach(p)
	if o.then != nil {
		o.then()
	}
}

// letGo closes a portfolio that nobody will see.
func (s *Shell) letGo(p *app.Portfolio) {
	if err := p.Close(); err != nil {
		s.log.Error("closing a portfolio that came too late", "err", err)
	}
}

// ClosePortfolio lets the portfolio go and shows the start page.
func (s *Shell) ClosePortfolio() { s.closeThen(func() {}) }

// closeThen lets the portfolio go, unless the user then would rather not, and
// goes on.
func (s *Shell) closeThen(then func()) {
	s.settle(func() {
		s.detach()
		s.showStart("")
		then()
	})
}

// saveAs writes a whole copy to a file of the user's choice.
func (s *Shell) saveAs() {
	name := texts.T("shell.file.saveas.name", bare(s.portfolio.Info().Path))
	s.AskSave(NewFile{Title: texts.T("shell.file.saveas.title"), Kind: portfolioFile, Name: name}, s.SaveCopy)
}

// SaveCopy writes a whole copy to path. When the file of the portfolio has gone
// the window goes on in the copy.
func (s *Shell) SaveCopy(path string) {
	p := s.portfolio
	s.saves.Wait()
	s.WriteFile(path, Writing{What: texts.T("shell.file.copying"), Key: "copy", Write: func(ctx context.Context, path string, _ async.Progress) error {
		return s.Services.Copy(ctx, p, path)
	}, Then: func(path string) {
		if s.moved {
			s.continueIn(path)
			return
		}
		s.Wrote(path)
	}})
}

// bare is the name of a portfolio's file without its ending.
func bare(path string) string { return strings.TrimSuffix(filepath.Base(path), Ext) }

func (s *Shell) checkFile() {
	p := s.portfolio
	s.saves.Wait()
	s.Progress(texts.T("shell.file.checking"), "check", func(ctx context.Context, _ async.Progress) (any, error) {
		if err := p.Check(ctx); err != nil {
			return nil, err
		}
		return p.Examine(), nil
	}, func(v any, err error) {
		found, _ := v.([]field.Finding)
		switch {
		case err != nil:
			s.Fail(err)
		case len(found) > 0:
			s.tellFindings(found)
		default:
			s.Toast(texts.T("shell.file.checked"))
		}
	})
}

// tellFindings lists what is wrong in a file that is whole; each leads to its
// record.
func (s *Shell) tellFindings(found []field.Finding) {
	var d *dialogs.Dialog
	items := make([]widgets.TodoItem, 0, len(found))
	for i, f := range found {
		item := widgets.TodoItem{Key: strconv.Itoa(i), Text: f.Text}
		if f.Record != nil {
			item.Detail = f.Record.Ref
		}
		items = append(items, item)
	}
	list := widgets.NewActionList(items, func(key string) {
		i, _ := strconv.Atoi(key)
		if d.Close(); found[i].Record != nil {
			s.Open(found[i].Record.ID)
		}
	})
	d = dialogs.Show(s.Window, dialogs.Options{
		Title: texts.T("shell.file.findings.title"), Text: texts.N("shell.file.findings", len(found)), Cancel: texts.T("shell.help.close"),
		Content: container.NewVScroll(list), Width: 620, Height: 320,
	})
}
