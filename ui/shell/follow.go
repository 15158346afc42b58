package shell

import (
	"context"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/ui/async"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// seen is what a look at the file found.
type seen struct {
	holder string
	err    error
}

// follow looks at the file, and again each time that another has done something
// for as long as the window only reads.
func (s *Shell) follow() {
	p := s.portfolio
	if p == nil {
		return
	}
	async.Run(s.Runner, "follow", func(ctx context.Context) (seen, error) {
		_, err := p.Follow(ctx)
		return seen{p.Holder(), err}, nil
	}, func(now seen, _ error) {
		if s.portfolio != p {
			return
		}
		s.tellOfFile(now)
		s.followLater()
	})
}

func (s *Shell) followLater() {
	s.followStop()
	if p := s.portfolio; p != nil && p.Info().ReadOnly {
		holder := s.seen.holder
		s.followStop = async.Await(func(ctx context.Context) { _ = p.Watch(ctx, holder) }, s.follow) // which looks, and tells what is wrong
	}
}

// tellOfFile says above the page how the file is open, and what can be done
// about it. It is made anew only when something else is to be said.
func (s *Shell) tellOfFile(now seen) {
	s.seen, s.moved = now, fault.CodeOf(now.err) == fault.Moved
	about, banner := s.aboutFile(now)
	if about == s.said {
		return
	}
	s.said = about
	if about != "" && about == s.sharing() {
		s.told()
	}
	s.banner.Objects = nil
	if banner != nil {
		s.banner.Objects = []fyne.CanvasObject{banner}
	}
	s.fitBanners()
	s.showUnsaved() // which doesn't say the same again
}

func (s *Shell) aboutFile(now seen) (string, *widgets.Banner) {
	info := s.portfolio.Info()
	switch {
	case fault.CodeOf(now.err) == fault.Moved:
		return s.bannerOf(widgets.Bad, now.err.Error(), texts.T("shell.action.saveas"), s.saveAs)
	case info.ReadOnly && info.Why == fault.DiskFull:
		return s.bannerOf(widgets.Warn, texts.T("shell.file.readonly.full"), texts.T("shell.file.again"), s.takeOver)
	case info.ReadOnly && info.Why == fault.Locked && now.holder == "":
		return s.bannerOf(widgets.Info, texts.T("shell.file.free", info.Holder), texts.T("shell.file.takeover"), s.takeOver)
	case info.ReadOnly && info.Why == fault.Locked:
		return s.bannerOf(widgets.Warn, texts.T("shell.file.readonly", now.holder, since(info.Since)), texts.T("shell.action.saveas"), s.saveAs)
	case info.ReadOnly:
		return s.bannerOf(widgets.Warn, texts.T("shell.file.readonly.unknown"), texts.T("shell.action.saveas"), s.saveAs)
	case len(info.SetAside) > 0:
		return s.bannerOf(widgets.Warn, texts.T("shell.file.setaside", info.SetAside[len(info.SetAside)-1]), "", nil)
	case info.Migrated != "":
		return s.bannerOf(widgets.Info, texts.T("shell.file.migrated", info.Migrated), "", nil)
	case s.sharing() != "":
		return s.bannerOf(widgets.Info, s.sharing(), "", nil)
	}
	return "", nil
}

func (s *Shell) bannerOf(style widgets.Style, text, action string, run func()) (string, *widgets.Banner) {
	b := widgets.NewBanner(style, text, action, run).Across()
	if run == nil {
		b.Closable(func() {
			s.banner.Objects = nil
			s.fitBanners()
		})
	}
	return text, b
}

// since is a moment as people write it, with the day when it isn't today.
func since(at time.Time) string {
	at = at.Local()
	if at.Format(time.DateOnly) == time.Now().Format(time.DateOnly) {
		return at.Format("15:04")
	}
	return at.Format("2006-01-02 15:04")
}

// takeOver takes the right to write that somebody has given up. The pages are
// made anew, since they can do more now.
func (s *Shell) takeOver() {
	p := s.portfolio
	s.Progress(texts.T("shell.file.takingover"), "takeover", func(ctx context.Context, _ async.Progress) (any, error) {
		return nil, p.TakeOver(ctx)
	}, func(_ any, err error) {
		if err != nil {
			s.Fail(err)
			s.follow()
			return
		}
		s.tellOfFile(seen{})
		s.renewPages()
		s.Toast(texts.T("shell.file.takenover"))
		s.keepDaily()
	})
}

// continueIn goes on in a copy of a portfolio whose file has gone, with what
// couldn't be saved there.
func (s *Shell) continueIn(path string) {
	waiting := s.failed()
	s.takeNow(opening{
		what: texts.T("shell.file.opening", filepath.Base(path)),
		open: func(ctx context.Context) (*app.Portfolio, error) { return s.Services.Open(ctx, path, app.ToEdit) },
		then: func() {
			for _, u := range waiting {
				s.keep(&unsaved{key: u.key, v: u.v, what: u.what, work: u.work, done: func(string) {}})
			}
			s.Toast(texts.T("shell.file.continued", filepath.Base(path)))
		},
	})
}

// renewPages makes the pages anew and shows the one that is in view.
func (s *Shell) renewPages() {
	s.pages = map[string]Page{}
	s.Go(s.current, nil)
	s.refreshChrome()
	s.refreshBadges()
}
