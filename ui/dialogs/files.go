package dialogs

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/fault"
	"itportfoljen/ui/async"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// Want is what a question about the file system is for.
type Want uint8

// The wants.
const (
	OneFile Want = iota
	SeveralFiles
	AFolder
	NewFile // one that is to be
)

// Question asks where in the file system something is, or is to be.
type Question struct {
	Title      string
	Want       Want
	Extensions []string // with the dot, in small letters: ".xlsx"; none means all files
	Start      string   // the folder to begin in; "" is the user's own
	Name       string   // suggested for a file that is to be, without its ending
	Ext        string   // its ending, put on when it is saved without
	Fresh      bool     // it replaces none
	Places     []Place  // besides those that the computer knows
	Folders    []string // used lately, the latest first
	Files      []string // used lately of the same kind, the latest first
}

// Place is a folder that one often begins in.
type Place struct{ Label, Path string }

// Computer is what the computer itself has for choosing files.
type Computer interface {
	// Dialogs says whether it may have dialogs of its own.
	Dialogs() bool
	// Dialog readies one before w, on the screen's goroutine. What it gives shows it and
	// waits for the answer, away from there: absolute paths, none when the user lets it be,
	// ErrNoDialog when the computer has none that can ask this. It ends with the context.
	Dialog(w fyne.Window, q Question) func(ctx context.Context) ([]string, error)
	// Places are the folders that a user of the computer begins in, by what the computer
	// knows without looking for them: a disk may be asleep or a server gone.
	Places() []Place
	// MayWrite tells why the user may not make files in a folder, nil when she may. It may
	// have to wait for the place.
	MayWrite(folder string) error
}

// ErrNoDialog says that the computer has no dialog for a question.
var ErrNoDialog = errors.New("dialogs: the computer has no file dialog")

// Files asks where files are: by the computer's own dialogs, or by ours when it has none,
// when they fail and when the user would rather. Use it from the screen's goroutine.
type Files struct {
	Window   fyne.Window
	Computer Computer    // nil: one that has nothing
	Own      func() bool // the user would rather have ours; nil: never
	// Tell notes why a dialog couldn't be used and gives the sentence for it; nil: the
	// error's own.
	Tell func(error) string

	runner  *async.Runner
	lacking bool // the computer has said that it has none
}

// Ask asks, and gives the paths to done: one, or several of SeveralFiles. When the user
// lets it be, done isn't called. A file that is to be is one that may be written: whoever
// had the name before has been asked about. It writes nothing itself.
func (f *Files) Ask(q Question, done func(paths []string)) {
	if f.runner == nil {
		f.runner = async.New()
	}
	if f.Computer == nil || f.lacking || !f.Computer.Dialogs() || f.Own != nil && f.Own() {
		f.own(q, "", done)
		return
	}
	f.askComputer(q, done)
}

// The works: the computer's dialog, and looking at where a file is to be.
const (
	asking  = "ask"
	looking = "look"
)

// askComputer lets the computer ask, and keeps the window out of reach meanwhile: who never
// sees the computer's dialog has a way on.
func (f *Files) askComputer(q Question, done func([]string)) {
	show := f.Computer.Dialog(f.Window, q)
	answered := false
	var d *Dialog
	leave := func() {
		answered = true
		f.runner.Cancel(asking)
	}
	d = Show(f.Window, Options{Title: q.Title, Text: texts.T("files.waiting"), OnClose: func(bool) {
		if !answered {
			leave()
		}
	}, Extra: []fyne.CanvasObject{widgets.NewButton(texts.T("files.waiting.own"), func() {
		leave()
		d.Close()
		f.own(q, "", done)
	})}})
	async.Run(f.runner, asking, show, func(paths []string, err error) {
		answered = true
		d.Close()
		switch {
		case errors.Is(err, ErrNoDialog):
			f.lacking = q.Want != AFolder || f.lacking // one that asks for files may not know of folders
			f.own(q, "", done)
		case err != nil:
			f.own(q, f.tell(err), done)
		case len(paths) == 0:
		case q.Want == NewFile:
			f.toBe(q, paths[0], done)
		default:
			done(paths)
		}
	})
}

// tell is what a dialog of the computer's that failed is said to have done.
func (f *Files) tell(err error) string {
	var said *fault.Error
	if !errors.As(err, &said) {
		err = fault.Wrap(fault.Internal, texts.T("files.broken"), err)
	}
	if f.Tell == nil {
		return err.Error()
	}
	return f.Tell(err)
}

// own asks by the program's own dialog; problem is what it begins by saying, "" for nothing.
func (f *Files) own(q Question, problem string, done func([]string)) {
	b := newBrowser(f, q, done)
	b.show(problem)
}

// toBe takes the path that the computer's dialog gave for a file that is to be. The computer
// has asked about a file that is there, unless it then was without its ending.
func (f *Files) toBe(q Question, said string, done func([]string)) {
	path := withEnding(said, q.Ext)
	f.look(q, path, func(o outlook) {
		switch problem := o.problem(q, path); {
		case problem != "":
			Show(f.Window, Options{Title: q.Title, Text: problem, Confirm: texts.T("files.again"), OnClose: func(ok bool) {
				if ok {
					f.Ask(q, done)
				}
			}})
		case o == taken && path != said:
			f.replace(path, func() { done([]string{path}) })
		default:
			done([]string{path})
		}
	})
}

// look finds out, away from the screen, what comes of saving at a path.
func (f *Files) look(q Question, path string, then func(outlook)) {
	async.Run(f.runner, looking, func(context.Context) (outlook, error) {
		return lookAt(path, f.mayWrite), nil
	}, func(o outlook, _ error) { then(o) })
}

func (f *Files) mayWrite(folder string) error {
	if f.Computer == nil {
		return nil
	}
	return f.Computer.MayWrite(folder)
}

// replace asks whether a file may go.
func (f *Files) replace(path string, then func()) {
	Confirm(f.Window, texts.T("files.replace.title", base(path)), texts.T("files.replace.text"), texts.T("files.replace"), true, then)
}
