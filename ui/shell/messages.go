package shell

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/assets"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// Toast tells that something is done.
func (s *Shell) Toast(text string) { s.root.Toast(text, widgets.Good, "", nil) }

// undoable is a toast that tells of an entry, and offers to take it back, or to bring it
// back: as long as nothing else has been done.
type undoable struct {
	entry  int64
	undo   bool
	offers bool              // to turn it
	of     map[field.ID]bool // the records that it tells of
	toast  *widgets.Toast
}

// ToastUndo tells that an entry is written and offers to take that one back.
func (s *Shell) ToastUndo(text string, e app.Entry) {
	s.toastReverse(text, widgets.Good, e, true)
}

func (s *Shell) toastReverse(text string, style widgets.Style, e app.Entry, undo bool) {
	if p := s.portfolio; p == nil || !p.IsNext(e.Number, undo) { // nothing was written, or more has been since
		t := s.root.Toast(text, style, "", nil)
		if e.Number != 0 {
			s.undoable = append(s.undoable, &undoable{entry: e.Number, undo: undo, of: recordsOf(e), toast: t})
		}
		return
	}
	action := texts.T("shell.action.redo")
	if undo {
		action = texts.T("shell.action.undo")
	}
	t := s.root.Toast(text, style, action, func() { s.reverse(e.Number, undo) })
	s.undoable = append(s.undoable, &undoable{e.Number, undo, true, recordsOf(e), t})
}

// recordsOf are the records that an entry touches.
func recordsOf(e app.Entry) map[field.ID]bool {
	out := make(map[field.ID]bool, len(e.Changes))
	for _, c := range e.Changes {
		out[c.ID] = true
	}
	return out
}

// dropToasts takes the offer from the toasts whose entry is no longer the one to take back,
// since more has been done. Those that tell of what has been taken back, or of a record that has
// changed again, tell what isn't so any more, and go.
func (s *Shell) dropToasts(ev app.Event) {
	changed := func(u *undoable) bool {
		for id := range u.of {
			if ev.Records[id] {
				return true
			}
		}
		return false
	}
	s.undoable = slices.DeleteFunc(s.undoable, func(u *undoable) bool {
		switch by := ev.Entry; {
		case u.toast.Closed():
			return true
		case by.Undoes == u.entry, by.Number > u.entry && changed(u):
			u.toast.Close()
			return true
		case u.offers && !s.portfolio.IsNext(u.entry, u.undo):
			u.offers = false
			u.toast.DropAction()
		}
		return false
	})
}

// Problem tells what went wrong, in a sentence.
func (s *Shell) Problem(sentence string) {
	dialogs.Message(s.Window, texts.T("shell.error.title"), sentence)
}

// Fail tells what went wrong. What the user stopped is no failure.
func (s *Shell) Fail(err error) {
	if err == nil || errors.Is(err, context.Canceled) || fault.CodeOf(err) == fault.Canceled {
		return
	}
	s.Problem(s.Sentence(err))
}

// Progress does long work with a measure of how far it has come and a way to
// stop it. Work that is done in a blink shows nothing.
func (s *Shell) Progress(title, key string, work func(ctx context.Context, report async.Progress) (any, error), done func(any, error)) {
	progress(s, title, key, work, done, func(any) {})
}

// progress is Progress for an answer that is given to drop when the user has
// stopped the work, or begun other work of the same key.
func progress[T any](s *Shell, title, key string, work func(ctx context.Context, report async.Progress) (T, error), done func(T, error), drop func(T)) {
	var shown *widgets.Progress
	over := false
	wait := async.After(progressAfter, func() {
		if !over {
			shown = widgets.ShowProgress(s.Window.Canvas(), title, func() {
				over = true
				s.Runner.Cancel(key)
				shown.Close()
			})
		}
	})
	async.RunOwned(s.Runner, key, work, func(f float64, text string) {
		if shown != nil && !over {
			shown.Set(f, text)
		}
	}, func(v T, err error) {
		over = true
		wait()
		if shown != nil {
			shown.Close()
		}
		done(v, err)
	}, drop)
}

// showLicences lists what the program is made of.
func (s *Shell) showLicences() {
	rows := []fyne.CanvasObject{widgets.NewParagraph(texts.T("shell.licences.lead"), widgets.Normal)}
	for line := range strings.Lines(string(assets.Must("licences.txt"))) {
		rows = append(rows, widgets.NewParagraph(strings.TrimSpace(line), widgets.Muted))
	}
	scroll := container.NewVScroll(widgets.Inset(0, 16, 0, 0, widgets.VStack(4, rows...)))
	dialogs.Show(s.Window, dialogs.Options{Title: texts.T("shell.licences.title", s.Version), Content: scroll, Width: 640, Height: 440, Cancel: texts.T("shell.help.close")})
}
