package shell

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// Action is something the program can do. The one table of actions feeds the
// menu, the palette and the help.
type Action struct {
	ID       string
	Menu     string // file, edit, go, help; "" for the palette only
	Icon     string
	Key      fyne.KeyName // with Modifier: its shortcut
	Modifier fyne.KeyModifier
	Label    func() string // nil: the text shell.action.<ID>
	Also     string        // other words that Ctrl+K finds it by, beside the text shell.also.<ID>, with commas between
	Group    string        // among what Ctrl+K shows it: Doings, Lists, Papers, Choices, Handbook
	Detail   string        // what Ctrl+K says beside its name; "" for nothing
	Enabled  func() bool   // nil: always
	Run      func()
	Line     bool // a line before it in the menu

	own   bool // its key is that of what has the keyboard, which answers to it itself
	above bool // it is done also while something lies on top
}

// Name is what the action is called now.
func (a *Action) Name() string {
	if a.Label != nil {
		return a.Label()
	}
	return texts.T("shell.action." + a.ID)
}

// Words are the other words that people look for it by.
func (a *Action) Words() []string {
	also := a.Also
	if more := texts.Known("shell.also." + a.ID); more != "" {
		also += ", " + more
	}
	return strings.FieldsFunc(also, func(r rune) bool { return r == ',' })
}

func (a *Action) enabled() bool { return a.Enabled == nil || a.Enabled() }

// Hint is the shortcut as people write it, "Ctrl+Z"; "" for none.
func (a *Action) Hint() string {
	if a.Key == "" {
		return ""
	}
	hint := ""
	if a.Modifier&fyne.KeyModifierControl != 0 {
		hint += "Ctrl+"
	}
	if a.Modifier&fyne.KeyModifierShift != 0 {
		hint += "Skift+"
	}
	return hint + cmp.Or(keyNames[a.Key], string(a.Key))
}

// keyNames are what keys are called where the toolkit's name isn't what people say.
var keyNames = map[fyne.KeyName]string{fyne.KeyPageDown: "Page Down", fyne.KeyPageUp: "Page Up"}

// answers tells whether a key alone is its shortcut. Many actions have none,
// and å, ä, ö and the volume's keys have no name: they don't answer to those.
func (a *Action) answers(key fyne.KeyName) bool {
	return key != "" && a.Key == key && a.Modifier == 0 && !a.own
}

// standardActions are all there are: the frame's own and, in each menu where they
// belong, the pages'.
func (s *Shell) standardActions() []*Action {
	of := map[string][]*Action{}
	for _, spec := range s.specs {
		if spec.Actions != nil {
			for _, a := range spec.Actions(s) {
				of[a.Menu] = append(of[a.Menu], a)
			}
		}
	}
	return slices.Concat(s.fileActions(of["file"]), s.editActions(of["edit"]), of["go"], s.pageActions(), s.helpActions(), of[""], s.partActions())
}

func (s *Shell) fileActions(pages []*Action) []*Action {
	return slices.Concat([]*Action{
		{ID: "new", Menu: "file", Icon: "plus", Run: s.NewPortfolio},
		{ID: "open", Menu: "file", Icon: "folder-open", Key: fyne.KeyO, Modifier: ctrl, Run: s.OpenPortfolio},
		{ID: "example", Menu: "file", Icon: "eye", Run: s.OpenExample},
		{ID: "save", Menu: "file", Icon: "circle-check", Key: fyne.KeyS, Modifier: ctrl, Enabled: s.Opened, Run: s.saved, Line: true},
		{ID: "saveas", Menu: "file", Icon: "save", Key: fyne.KeyS, Modifier: ctrl | shift, Enabled: s.Opened, Run: s.saveAs},
		{ID: "encrypt", Menu: "file", Icon: "save", Enabled: s.Opened, Run: s.saveEncrypted},
		{ID: "restore", Menu: "file", Icon: "archive", Run: s.RestoreCopy},
	}, pages, []*Action{
		{ID: "print", Menu: "file", Icon: "printer", Key: fyne.KeyP, Modifier: ctrl, Enabled: s.Opened, Run: s.print, Line: true},
		{ID: "check", Menu: "file", Icon: "circle-check", Enabled: s.Opened, Run: s.checkFile, Line: true},
		{ID: "closetop", Menu: "file", Icon: "x", Key: fyne.KeyW, Modifier: ctrl, Run: s.closeTop, above: true, Line: true},
		{ID: "close", Menu: "file", Enabled: s.Opened, Run: s.ClosePortfolio},
		{ID: "quit", Menu: "file", Run: s.quit, above: true, Line: true},
	})
}

func (s *Shell) editActions(pages []*Action) []*Action {
	return slices.Concat([]*Action{
		{ID: "undo", Menu: "edit", Icon: "undo-2", Key: fyne.KeyZ, Modifier: ctrl, Enabled: s.canUndo, Run: s.Undo,
			Label: func() string { return s.reversal("shell.action.undo", "shell.action.undo.what", true) }},
		{ID: "redo", Menu: "edit", Icon: "redo-2", Key: fyne.KeyY, Modifier: ctrl, Enabled: s.canRedo, Run: s.Redo,
			Label: func() string { return s.reversal("shell.action.redo", "shell.action.redo.what", false) }},
	}, s.editing(), []*Action{
		{ID: "filter", Menu: "edit", Icon: "list-filter", Key: fyne.KeyF, Modifier: ctrl, Enabled: s.Opened, Run: s.filter, Line: true},
		{ID: "search", Menu: "edit", Icon: "search", Key: fyne.KeyK, Modifier: ctrl, Enabled: s.Opened, Run: s.OpenPalette},
	}, pages, []*Action{
		{ID: "log", Menu: "edit", Icon: "list", Enabled: s.Opened, Run: s.ShowLog, Line: true},
		{ID: "erase", Menu: "edit", Icon: "trash-2", Enabled: s.Writable, Run: s.EraseHistory},
	})
}

// pageActions go to the pages, the first nine by Ctrl and their number.
func (s *Shell) pageActions() (out []*Action) {
	digits := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9}
	for i, spec := range s.listedPages() {
		a := &Action{ID: "page." + spec.ID, Menu: "go", Icon: spec.Icon, Enabled: s.Opened, Line: i == 0,
			Label: func() string { return spec.Title }, Run: func() { s.Go(spec.ID, nil) }}
		if i < len(digits) {
			a.Key, a.Modifier = digits[i], ctrl
		}
		out = append(out, a)
	}
	return append(out,
		&Action{ID: "nextpart", Menu: "go", Icon: "arrow-left-right", Key: fyne.KeyF6, Enabled: s.Opened, Run: func() { s.part(1) }, Line: true},
		&Action{ID: "nexttab", Menu: "go", Icon: "chevron-right", Key: fyne.KeyTab, Modifier: ctrl, Enabled: s.Opened, Run: func() { s.turn(1) }},
		&Action{ID: "beforetab", Menu: "go", Icon: "chevron-left", Key: fyne.KeyTab, Modifier: ctrl | shift, Enabled: s.Opened, Run: func() { s.turn(-1) }})
}

func (s *Shell) helpActions() []*Action {
	return []*Action{
		{ID: "help", Menu: "help", Icon: "circle-help", Key: fyne.KeyF1, Run: s.Help},
		{ID: "keys", Menu: "help", Icon: "list", Key: fyne.KeyF1, Modifier: shift, Run: s.ShowKeys},
		{ID: "theme", Menu: "help", Icon: "moon", Key: fyne.KeyD, Modifier: ctrl | shift, Run: s.toggleTheme, Line: true},
		{ID: "contrast", Menu: "help", Icon: "contrast", Run: s.toggleContrast},
		{ID: "larger", Icon: "a-large-small", Run: func() { s.resize(1) }},
		{ID: "smaller", Icon: "a-large-small", Run: func() { s.resize(-1) }},
		{ID: "usualsize", Icon: "a-large-small", Run: func() { s.resize(0) }},
		{ID: "fullscreen", Menu: "help", Icon: "eye", Key: fyne.KeyF11, Run: s.FullScreen},
		{ID: "logfile", Menu: "help", Icon: "file-text", Enabled: s.hasLog, Run: func() { s.OpenFile(s.logPath) }, Line: true},
		{ID: "logfolder", Menu: "help", Icon: "folder-open", Enabled: s.hasLog, Run: func() { s.OpenFile(filepath.Dir(s.logPath)) }},
		{ID: "licences", Menu: "help", Icon: "list", Run: s.showLicences, Line: true},
		{ID: "about", Menu: "help", Icon: "circle-help", Run: s.ShowAbout},
	}
}

// Opened says whether there is a portfolio.
func (s *Shell) Opened() bool { return s.portfolio != nil }

// Writable says whether there is a portfolio that may be changed.
func (s *Shell) Writable() bool { return s.Opened() && !s.portfolio.Info().ReadOnly }

func (s *Shell) hasLog() bool { return s.logPath != "" }

func (s *Shell) canUndo() bool {
	if s.portfolio == nil || s.portfolio.Info().ReadOnly {
		return false
	}
	_, ok := s.portfolio.CanUndo()
	return ok
}

func (s *Shell) canRedo() bool {
	if s.portfolio == nil || s.portfolio.Info().ReadOnly {
		return false
	}
	_, ok := s.portfolio.CanRedo()
	return ok
}

// reversal is the undo or redo label, with what it would take back.
func (s *Shell) reversal(plain, what string, undo bool) string {
	if s.portfolio == nil {
		return texts.T(plain)
	}
	label, ok := s.portfolio.CanRedo()
	if undo {
		label, ok = s.portfolio.CanUndo()
	}
	if !ok {
		return texts.T(plain)
	}
	return texts.T(what, label)
}

// Undo takes back what was done last.
func (s *Shell) Undo() { s.reverse(0, true) }

// UndoEntry takes back one entry, if nothing else has been done since.
func (s *Shell) UndoEntry(e app.Entry) { s.reverse(e.Number, true) }

// Redo brings back what was undone last.
func (s *Shell) Redo() { s.reverse(0, false) }

// reverse takes back, or brings back, one entry and no other, or whichever is
// next when it is 0.
func (s *Shell) reverse(entry int64, undo bool) {
	s.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		switch {
		case entry != 0:
			return p.Reverse(ctx, entry, undo)
		case undo:
			return p.Undo(ctx)
		}
		return p.Redo(ctx)
	}, func(e app.Entry, err error) {
		switch {
		case err != nil:
			s.Fail(err)
		case undo:
			s.toastReverse(texts.T("shell.undo.done", e.Label), widgets.Neutral, e, false)
		default:
			s.root.Toast(texts.T("shell.redo.done", e.Label), widgets.Neutral, "", nil)
		}
	})
}

// TakeBack takes back any entry, whoever made it, and offers to bring it back. A
// failure that done, which may be nil, doesn't take is shown.
func (s *Shell) TakeBack(number int64, done func(app.Entry, error)) {
	s.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) { return p.TakeBack(ctx, number) }, func(e app.Entry, err error) {
		switch {
		case done != nil:
			done(e, err)
		case err != nil:
			s.Fail(err)
		default:
			s.toastReverse(texts.T("shell.undo.done", e.Label), widgets.Neutral, e, false)
		}
	})
}
