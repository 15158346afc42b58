package shell

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// FileKind is a sort of file, by its endings in small letters. The first is put on
// the name of a file that is saved.
type FileKind []string

var (
	portfolioFile = FileKind{Ext}
	encryptedFile = FileKind{encryptedExt}
	// openable are the files that a portfolio can be had from.
	openable = FileKind{Ext, packedExt, encryptedExt}
)

// Has says whether a file is of the kind, by its name.
func (k FileKind) Has(path string) bool {
	return slices.Contains(k, strings.ToLower(filepath.Ext(path)))
}

// AskOpen asks for a file of a kind. It, and those below, are the only ways that the
// window asks for a place in the file system.
func (s *Shell) AskOpen(title string, kind FileKind, done func(path string)) {
	s.files.Ask(s.question(title, dialogs.OneFile, kind), func(paths []string) {
		s.used(paths...)
		done(paths[0])
	})
}

// AskFiles asks for one file of a kind or more.
func (s *Shell) AskFiles(title string, kind FileKind, done func(paths []string)) {
	s.files.Ask(s.question(title, dialogs.SeveralFiles, kind), func(paths []string) {
		s.used(paths...)
		done(paths)
	})
}

// AskFolder asks for a folder.
func (s *Shell) AskFolder(title string, done func(path string)) {
	s.files.Ask(s.question(title, dialogs.AFolder, nil), func(paths []string) {
		s.usedFolder(paths[0])
		done(paths[0])
	})
}

// NewFile is a file that is to be.
type NewFile struct {
	Title string // of the question where
	Kind  FileKind
	Name  string // that is suggested, without an ending
	In    string // where the question begins; "": where the last file was
	Fresh bool   // it replaces none
}

// AskSave asks where a file is to be and, once, whether one that is there may go. It
// writes nothing.
func (s *Shell) AskSave(f NewFile, done func(path string)) {
	q := s.question(f.Title, dialogs.NewFile, f.Kind)
	q.Name, q.Ext, q.Fresh = FileName(f.Name), f.Kind[0], f.Fresh
	q.Start = cmp.Or(f.In, q.Start)
	s.files.Ask(q, func(paths []string) {
		s.used(paths...)
		done(paths[0])
	})
}

// question is a question that begins where the answer to the last one was, with what was
// used lately at hand.
func (s *Shell) question(title string, want dialogs.Want, kind FileKind) dialogs.Question {
	q := dialogs.Question{Title: title, Want: want, Extensions: kind, Start: s.Folder(), Folders: s.list(usedFolders)}
	for _, path := range s.list(usedFiles) {
		if len(kind) == 0 || kind.Has(path) {
			q.Files = append(q.Files, path)
		}
	}
	if s.portfolio != nil && s.portfolio.Folder() != "" && s.portfolio.Folder() != exampleDir() {
		q.Places = append(q.Places, dialogs.Place{Label: texts.T("shell.file.place"), Path: s.portfolio.Folder()})
	}
	return q
}

// Where the files and folders that were chosen lately are kept, on this computer.
const (
	usedFiles   = "files.used"
	usedFolders = "files.folders"
	mostUsed    = 20 // a kind of file shows its own
)

// used lets the next question begin where the answer to this was.
func (s *Shell) used(paths ...string) {
	for _, path := range paths {
		s.note(usedFiles, path, mostUsed)
	}
	s.usedFolder(filepath.Dir(paths[0]))
	s.RememberFolder(paths[0])
}

func (s *Shell) usedFolder(dir string) { s.note(usedFolders, dir, maxRecent) }

// FileName is a name that files may have on every system.
func FileName(name string) string { return cmp.Or(text.FileName(name), texts.T("shell.save.name")) }

// Writing is how a file is written when it is known where.
type Writing struct {
	What  string // is done, while it takes time; "": that the file is written
	Key   string // of the work
	Write func(ctx context.Context, path string, report async.Progress) error
	Then  func(path string) // nil: Wrote
}

// SaveFile asks where a file is to be and writes it.
func (s *Shell) SaveFile(f NewFile, w Writing) {
	s.AskSave(f, func(path string) { s.WriteFile(path, w) })
}

// WriteFile writes a file where it is known to be wanted.
func (s *Shell) WriteFile(path string, w Writing) {
	if w.What == "" {
		w.What = texts.T("shell.save.writing", filepath.Base(path))
	}
	if w.Then == nil {
		w.Then = s.Wrote
	}
	s.Progress(w.What, w.Key, func(ctx context.Context, report async.Progress) (any, error) {
		return nil, w.Write(ctx, path, report)
	}, func(_ any, err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		w.Then(path)
	})
}

// Wrote tells that a file is written and offers to open it, unless that is for this
// program to do, and to show where it is.
func (s *Shell) Wrote(path string) {
	toast := s.root.Toast(texts.T("shell.save.done", filepath.Base(path)), widgets.Good, "", nil)
	if !openable.Has(path) {
		toast.Offer(texts.T("shell.save.open"), func() { s.OpenFile(path) })
	}
	toast.Offer(texts.T("shell.save.folder"), func() { s.ShowInFolder(path) })
}

// WroteFolder tells that files are written, and offers to show the folder that they are in.
func (s *Shell) WroteFolder(what, dir string) {
	s.root.Toast(what, widgets.Good, "", nil).Offer(texts.T("shell.save.folder"), func() { s.OpenFile(dir) })
}

// ShowInFolder opens the folder that a file is in.
func (s *Shell) ShowInFolder(path string) { s.OpenFile(filepath.Dir(path)) }

// OwnFileDialogs says whether the user would rather have the program's own file dialogs
// than the computer's.
func (s *Shell) OwnFileDialogs() bool { return s.App.Preferences().Bool("files.own") }

// SetOwnFileDialogs is that choice, which stays on this computer.
func (s *Shell) SetOwnFileDialogs(own bool) { s.App.Preferences().SetBool("files.own", own) }

// HasFileDialogs says whether the computer may have file dialogs, so that there is a choice.
func (s *Shell) HasFileDialogs() bool { return s.files.Computer != nil && s.files.Computer.Dialogs() }
