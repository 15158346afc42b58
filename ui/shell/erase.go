package shell

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/history"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// eraseShown is how many of the entries that hold a text are listed.
const eraseShown = 6

// EraseHistory takes a text out of the history for good: asks for it and why, shows
// where it stands, and asks again.
func (s *Shell) EraseHistory() { s.askErase("", "", "") }

func (s *Shell) askErase(what, why, problem string) {
	text, reason := input.NewText(what, texts.T("shell.erase.what.hint"), nil), input.NewText(why, texts.T("shell.erase.why.hint"), nil)
	d := dialogs.Show(s.Window, dialogs.Options{
		Title: texts.T("shell.erase.title"), Text: texts.T("shell.erase.text"), Confirm: texts.T("shell.erase.find"), Width: 500, Focus: text.Target(),
		Content: widgets.VStack(10, input.NewField(texts.T("shell.erase.what"), "", text), input.NewField(texts.T("shell.erase.why"), texts.T("shell.erase.why.help"), reason)),
		OnClose: func(ok bool) {
			if ok {
				s.findErased(strings.TrimSpace(text.Text()), strings.TrimSpace(reason.Text()))
			}
		},
	})
	d.SetError(problem)
}

// findErased shows where a text stands.
func (s *Shell) findErased(what, why string) {
	p := s.portfolio
	if why == "" {
		s.askErase(what, why, texts.T("shell.erase.why.missing"))
		return
	}
	progress(s, texts.T("shell.erase.finding"), "erase", func(ctx context.Context, _ async.Progress) (app.Traces, error) {
		return p.Erasable(ctx, what)
	}, func(found app.Traces, err error) {
		switch {
		case s.portfolio != p:
		case err != nil:
			s.askErase(what, why, s.Sentence(err))
		default:
			s.sureToErase(what, why, found)
		}
	}, func(app.Traces) {})
}

// sureToErase lists the entries that lose something.
func (s *Shell) sureToErase(what, why string, found app.Traces) {
	rows := []fyne.CanvasObject{}
	for i, e := range found.Entries {
		if i == eraseShown {
			rows = append(rows, widgets.NewText(texts.T("shell.erase.more", text.Count(len(found.Entries)-i)), widgets.Muted))
			break
		}
		it := &history.Item{Entry: e}
		rows = append(rows, widgets.VStack(1, widgets.NewParagraph(history.Label(it), widgets.Normal),
			widgets.NewText(history.Minute(e.At)+" · "+history.By(e), widgets.Muted)))
	}
	dialogs.Show(s.Window, dialogs.Options{
		Title: texts.T("shell.erase.sure.title"), Danger: true, Confirm: texts.T("shell.erase.yes"), Width: 520,
		Text:    texts.T("shell.erase.sure", texts.N("shell.erase.texts", found.Texts), texts.N("shell.erase.entries", len(found.Entries))),
		Content: widgets.VStack(8, rows...),
		OnClose: func(ok bool) {
			if ok {
				s.erase(what, why, found)
			}
		},
	})
}

func (s *Shell) erase(what, why string, found app.Traces) {
	s.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) { return p.Erase(ctx, what, why) }, func(_ app.Entry, err error) {
		if err != nil {
			s.askErase(what, why, s.Sentence(err))
			return
		}
		s.tellErased(found)
	})
}

// tellErased says what may still hold the text.
func (s *Shell) tellErased(found app.Traces) {
	path := s.portfolio.Info().Path
	done := texts.T("shell.erase.done", texts.N("shell.erase.texts", found.Texts), texts.N("shell.erase.entries", len(found.Entries)))
	if s.Services.Copies == nil {
		dialogs.Message(s.Window, texts.T("shell.erase.done.title"), done+" "+texts.T("shell.erase.others"))
		return
	}
	s.Progress(texts.T("shell.copies.listing"), "copies", func(ctx context.Context, _ async.Progress) (any, error) {
		return s.Services.Copies(ctx, path)
	}, func(v any, err error) {
		list, _ := v.([]app.Copy)
		s.showHolding(done, found.Holding(list), err)
	})
}

func (s *Shell) showHolding(done string, copies []app.Copy, err error) {
	if err != nil {
		done += " " + texts.T("shell.erase.copies.unknown")
	}
	options := dialogs.Options{Title: texts.T("shell.erase.done.title"), Text: done + " " + texts.T("shell.erase.others"), Cancel: texts.T("shell.help.close"), Width: 560}
	if len(copies) > 0 {
		rows := []fyne.CanvasObject{widgets.NewParagraph(texts.T("shell.erase.copies"), widgets.Normal)}
		for _, c := range copies {
			rows = append(rows, widgets.NewParagraph(filepath.Base(c.Path), widgets.Muted))
		}
		options.Content = widgets.VStack(6, rows...)
		folder := filepath.Dir(copies[0].Path)
		options.Extra = []fyne.CanvasObject{widgets.NewButton(texts.T("shell.erase.folder"), func() { s.OpenFile(folder) }).WithIcon("folder-open")}
	}
	dialogs.Show(s.Window, options)
}
