package shell

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// broken tells of a file that can't be read: it may have copies, and what can be read
// of it may be repaired.
func (s *Shell) broken(path string, err error, restore bool) {
	var d *dialogs.Dialog
	how := dialogs.Options{Title: texts.T("shell.error.title"), Text: s.Sentence(err), Width: 520}
	if s.Services.Repair != nil {
		how.Extra = []fyne.CanvasObject{widgets.NewButton(texts.T("shell.repair"), func() {
			d.Close()
			s.repair(path)
		})}
	}
	if restore {
		how.Confirm = texts.T("shell.action.restore")
		how.OnClose = func(ok bool) {
			if ok {
				s.chooseCopy(path)
			}
		}
	} else {
		how.Cancel = texts.T("shell.help.close")
	}
	d = dialogs.Show(s.Window, how)
}

// foundDamaged goes on with the open portfolio for reading only, since what is written in a
// damaged one may be lost with it, and says what can be done.
func (s *Shell) foundDamaged(err error) {
	path := s.portfolio.Info().Path
	s.copyProblem = err.Error()
	told := func() { s.broken(path, err, true) }
	if s.portfolio.Info().ReadOnly {
		told()
		return
	}
	s.take(opening{
		what: texts.T("shell.file.opening", filepath.Base(path)),
		open: func(ctx context.Context) (*app.Portfolio, error) { return s.Services.Open(ctx, path, app.ToRead) },
		then: told,
		failed: func(error) {
			s.detach()
			s.showStart("")
			told()
		},
	})
}

// repair makes a new portfolio of what can be read of a damaged one, and opens it.
func (s *Shell) repair(path string) {
	name := texts.T("shell.repair.name", bare(path))
	s.AskSave(NewFile{Title: texts.T("shell.repair.where"), Kind: portfolioFile, Name: name, In: filepath.Dir(path), Fresh: true}, func(to string) {
		s.Progress(texts.T("shell.repair.working"), "repair", func(ctx context.Context, _ async.Progress) (any, error) {
			return s.Services.Repair(ctx, app.Repairing{Path: path, To: to})
		}, func(v any, err error) {
			if err != nil {
				s.Fail(err)
				return
			}
			s.openRepaired(to, v.(app.Repaired))
		})
	})
}

// openRepaired opens the repaired portfolio and says what it has and lacks.
func (s *Shell) openRepaired(path string, out app.Repaired) {
	s.take(opening{what: texts.T("shell.file.opening", filepath.Base(path)), open: func(ctx context.Context) (*app.Portfolio, error) {
		return s.Services.Open(ctx, path, app.ToEdit)
	}, then: func() {
		dialogs.Show(s.Window, dialogs.Options{
			Title: texts.T("shell.repair.done"), Text: repairedText(out), Content: repairedList(out), Cancel: texts.T("shell.help.close"), Width: 560, Height: 320,
		})
	}})
}

func repairedText(out app.Repaired) string {
	if out.Complete() {
		return texts.N("shell.repair.all", out.Left())
	}
	said := texts.T("shell.repair.some", out.LeftText())
	if out.Unknown != "" {
		said += " " + out.CountedText()
	}
	if out.Last.Number > 0 {
		said += " " + texts.T("shell.repair.last", minute(out.Last.At), text.Count(int(out.Last.Number)))
	}
	return said
}

// linesShown is how much of what is missing the window tells of; itpctl has it all.
const linesShown = 200

// repairedList names what is lost; nil when nothing is.
func repairedList(out app.Repaired) fyne.CanvasObject {
	rows := widgets.VStack(4)
	part := func(head string, lines []string) {
		if len(lines) == 0 {
			return
		}
		rows.Add(widgets.NewHeading(head, 3))
		for _, l := range lines[:min(len(lines), linesShown)] {
			rows.Add(widgets.NewParagraph(l, widgets.Normal))
		}
		if more := len(lines) - linesShown; more > 0 {
			rows.Add(widgets.NewParagraph(texts.T("shell.repair.more", text.Count(more)), widgets.Muted))
		}
	}
	part(texts.T("shell.repair.lost"), lostLines(out.Lost))
	part(texts.T("shell.repair.doubted"), lostLines(app.Gathered(out.Doubted)))
	part(texts.T("shell.repair.removed"), out.Removed)
	if len(out.Bad) > 0 {
		part(texts.T("shell.repair.journal"), []string{texts.N("shell.repair.bad", len(out.Bad))})
	}
	if len(rows.Objects) == 0 {
		return nil
	}
	return rows
}

func lostLines(list []app.LostRecord) []string {
	out := make([]string, len(list))
	for i, l := range list {
		out[i] = l.Called() + ": " + l.Why + "."
	}
	return out
}
