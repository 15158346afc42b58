package shell

import (
	"context"
	"path/filepath"
	"runtime/debug"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// The endings of copies: packed ones that the program makes, and encrypted ones.
const (
	packedExt    = ".gz"
	encryptedExt = ".age"
)

// keepDaily keeps a copy at the first opening of the day. The window is up and
// in use meanwhile.
func (s *Shell) keepDaily() {
	s.copyProblem = ""
	info := s.portfolio.Info()
	if s.Services.KeepCopy == nil || info.ReadOnly || filepath.Dir(info.Path) == exampleDir() {
		return
	}
	s.KeepCopy(app.CopyOpening, nil)
}

// KeepCopy keeps a copy away from the screen and then calls done, which may be
// nil, unless it couldn't be made: that is told by itself.
func (s *Shell) KeepCopy(why app.CopyReason, done func(made bool)) {
	p := s.portfolio
	s.saves.Wait()
	async.Run(s.Runner, "copy."+string(why), func(ctx context.Context) (bool, error) {
		made, err := s.Services.KeepCopy(ctx, p, why)
		debug.FreeOSMemory() // looking through a copy takes as much as the portfolio; the window stays for days
		return made, err
	}, func(made bool, err error) {
		s.CopyTried(err)
		if err == nil && done != nil {
			done(made)
		}
	})
}

// CopyTried tells of a copy that couldn't be made, and remembers it until one
// can. Nothing else is stopped by it, unless it is the portfolio that is damaged.
func (s *Shell) CopyTried(err error) {
	if fault.CodeOf(err) == fault.Damaged && s.portfolio != nil {
		s.foundDamaged(err)
		return
	}
	if s.copyProblem = s.Sentence(err); err != nil {
		s.root.Toast(texts.T("shell.copies.failed", s.copyProblem), widgets.Warn, texts.T("shell.copies.settings"), func() { s.Go("settings", "program") })
	}
}

// CopyProblem is why the latest copy couldn't be made, "" when it could.
func (s *Shell) CopyProblem() string { return s.copyProblem }

// RestoreCopy lists the copies of the open portfolio, or of all when none is,
// and puts the chosen one in its place.
func (s *Shell) RestoreCopy() {
	path := ""
	if s.portfolio != nil {
		path = s.portfolio.Info().Path
	}
	s.chooseCopy(path)
}

// chooseCopy lists the copies of the portfolio at path, or of all for "".
func (s *Shell) chooseCopy(path string) {
	s.Progress(texts.T("shell.copies.listing"), "copies", func(ctx context.Context, _ async.Progress) (any, error) {
		return s.Services.Copies(ctx, path)
	}, func(v any, err error) {
		list, _ := v.([]app.Copy)
		newCopyList(s, path, list, s.Sentence(err)).show()
	})
}

// restore puts a copy in the place of the portfolio at path, which may be open
// here, or where the user chooses for "".
func (s *Shell) restore(c app.Copy, path string) {
	if path == "" {
		s.unpack(c, "")
		return
	}
	title := texts.T("shell.copies.sure", bare(path))
	dialogs.Confirm(s.Window, title, texts.T("shell.copies.sure.text", copyName(c)), texts.T("shell.copies.restore"), true, func() {
		s.putBack(c, "", path)
	})
}

// unpack makes a new portfolio of a copy.
func (s *Shell) unpack(c app.Copy, passphrase string) {
	name := filepath.Base(c.Path)
	if c.Of != "" {
		name = filepath.Base(c.Of)
	}
	for _, ext := range []string{encryptedExt, packedExt, Ext} {
		name = strings.TrimSuffix(name, ext)
	}
	s.AskSave(NewFile{Title: texts.T("shell.copies.where"), Kind: portfolioFile, Name: name, Fresh: true}, func(path string) {
		s.putBack(c, passphrase, path)
	})
}

// putBack closes what is open, restores the copy to path and opens that. An
// encrypted copy is asked about until its passphrase is right.
func (s *Shell) putBack(c app.Copy, passphrase, path string) {
	if s.portfolio == nil {
		s.tryPutBack(c, passphrase, path, "")
		return
	}
	again := s.portfolio.Info().Path // to be opened again when nothing came of it
	s.closeThen(func() { s.tryPutBack(c, passphrase, path, again) })
}

func (s *Shell) tryPutBack(c app.Copy, passphrase, path, again string) {
	s.Progress(texts.T("shell.copies.restoring"), "restore", func(ctx context.Context, _ async.Progress) (any, error) {
		return s.Services.Restore(ctx, c.Path, passphrase, path)
	}, func(v any, err error) {
		switch {
		case err == nil:
			s.openRestored(c, path, v.(string))
		case fault.CodeOf(err) == fault.Encrypted:
			problem := ""
			if passphrase != "" {
				problem = s.Sentence(err)
			}
			s.askPassphrase(c.Path, problem, func(typed string) { s.tryPutBack(c, typed, path, again) }, func() { s.reopen(again) })
		default:
			s.reopen(again)
			s.Fail(err)
		}
	})
}

func (s *Shell) reopen(path string) {
	if path != "" {
		s.OpenPath(path)
	}
}

// openRestored opens the restored portfolio and says what happened.
func (s *Shell) openRestored(c app.Copy, path, kept string) {
	s.take(opening{what: texts.T("shell.file.opening", filepath.Base(path)), open: func(ctx context.Context) (*app.Portfolio, error) {
		return s.Services.Open(ctx, path, app.ToEdit)
	}, then: func() {
		said := texts.T("shell.copies.restored", copyName(c))
		if kept != "" {
			said += " " + texts.T("shell.copies.kept", kept)
		}
		dialogs.Message(s.Window, texts.T("shell.copies.done"), said)
	}})
}

// askPassphrase asks for a copy's passphrase; cancel is called when the user
// has none.
func (s *Shell) askPassphrase(path, problem string, done func(typed string), cancel func()) {
	field := input.NewPassword("", nil)
	d := dialogs.Show(s.Window, dialogs.Options{
		Title: texts.T("shell.secret.title"), Text: texts.T("shell.secret.text", filepath.Base(path)), Confirm: texts.T("shell.secret.open"),
		Content: input.NewField(texts.T("shell.secret"), "", field), Focus: field.Target(), Width: 460,
		OnOK: func() bool { return field.Text() != "" },
		OnClose: func(ok bool) {
			if ok {
				done(field.Text())
			} else {
				cancel()
			}
		}})
	d.SetError(problem)
}

// saveEncrypted writes a copy that opens only with a passphrase, which is asked
// for twice.
func (s *Shell) saveEncrypted() {
	first, second := input.NewPassword("", nil), input.NewPassword("", nil)
	var d *dialogs.Dialog
	d = dialogs.Show(s.Window, dialogs.Options{
		Title: texts.T("shell.encrypt.title"), Text: texts.T("shell.encrypt.text"), Confirm: texts.T("shell.encrypt.next"),
		Content: widgets.VStack(10, input.NewField(texts.T("shell.secret"), "", first), input.NewField(texts.T("shell.secret.again"), "", second)),
		Focus:   first.Target(), Width: 480,
		OnOK: func() bool {
			switch {
			case first.Text() == "":
				d.SetError(texts.T("shell.secret.empty"))
			case first.Text() != second.Text():
				d.SetError(texts.T("shell.secret.unlike"))
			default:
				return true
			}
			return false
		},
		OnClose: func(ok bool) {
			if ok {
				s.encryptTo(first.Text())
			}
		}})
}

func (s *Shell) encryptTo(passphrase string) {
	p := s.portfolio
	name := bare(p.Info().Path) + " " + p.Today().String() + Ext + packedExt
	s.AskSave(NewFile{Title: texts.T("shell.encrypt.title"), Kind: encryptedFile, Name: name}, func(path string) {
		s.saves.Wait()
		s.WriteFile(path, Writing{What: texts.T("shell.file.copying"), Key: "copy", Write: func(ctx context.Context, path string, _ async.Progress) error {
			return s.Services.Encrypt(ctx, p, path, passphrase)
		}})
	})
}

// unopened tells why a file couldn't be opened. A copy is unpacked first, and
// for a broken one there may be copies.
func (s *Shell) unopened(path string, err error) {
	c := app.Copy{Path: path}
	switch fault.CodeOf(err) {
	case fault.Packed:
		s.unpack(c, "")
	case fault.Encrypted:
		s.askPassphrase(path, "", func(typed string) { s.unpack(c, typed) }, func() {})
	case fault.Damaged:
		s.broken(path, err, true)
	case fault.Unreadable:
		if strings.EqualFold(filepath.Ext(path), Ext) { // its head may be gone
			s.broken(path, err, false)
			return
		}
		s.Fail(err)
	default:
		s.Fail(err)
	}
}
