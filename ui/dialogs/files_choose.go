package dialogs

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"itportfoljen/ui/async"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// enterPath takes a path that was written: a folder is gone to, a file marked. Whether it is
// there is looked up away from the screen.
func (b *browser) enterPath(s string) error {
	b.wanted = false
	b.seek(written(s, b.read.dir, home(), os.Getenv))
	return nil
}

// seek goes to a folder, or to the folder of a file and marks the file.
func (b *browser) seek(path string) {
	b.busy(path, texts.T("files.reading", path))
	type found struct{ file, around bool }
	async.Run(b.runner, "folder", func(context.Context) (found, error) {
		info, err := os.Stat(path)
		if err != nil {
			around, wrong := os.Stat(filepath.Dir(path))
			return found{around: wrong == nil && around.IsDir()}, err
		}
		return found{file: !info.IsDir()}, nil
	}, func(f found, err error) {
		b.rest()
		switch {
		case err == nil && !f.file:
			b.visit(path, "")
		case err == nil || f.around && b.q.Want == NewFile:
			b.seekFile(path)
		case os.IsPermission(err):
			b.dialog.SetError(unread(path, err))
		default:
			b.dialog.SetError(texts.T("files.err.none", path))
		}
	})
}

// seekFile shows a file where it is, or is to be.
func (b *browser) seekFile(path string) {
	if b.q.Want == OneFile || b.q.Want == SeveralFiles {
		if !hasEnding(path, b.q.Extensions) {
			b.dialog.SetError(texts.T("files.err.kind", strings.Join(b.q.Extensions, ", ")))
			return
		}
	}
	b.goTo(filepath.Dir(path), base(path), func(err error) {
		if err != nil {
			b.dialog.SetError(unread(filepath.Dir(path), err))
			return
		}
		switch wanted := b.wanted; {
		case b.q.Want == NewFile:
			b.name.SetText(strings.TrimSuffix(base(path), b.q.Ext))
			b.focus()
		case wanted && (b.q.Want == OneFile || b.q.Want == SeveralFiles):
			b.take()
		}
	})
}

func (b *browser) ok() bool {
	if b.reading != "" {
		b.wanted = true
		return false
	}
	switch b.q.Want {
	case NewFile:
		b.save()
	case AFolder:
		dir := b.read.dir
		if dir == "" {
			b.dialog.SetError(texts.T("files.unread.text"))
			return false
		}
		if row, _ := b.grid.Cursor(); row >= 0 && row < b.Len() {
			dir = filepath.Join(dir, b.read.rows[row].name)
		}
		b.finish([]string{dir})
	default:
		b.take()
	}
	return false
}

// take hands over the files that are marked; a folder is gone into.
func (b *browser) take() {
	var paths []string
	into := ""
	marked := b.grid.Selected()
	for _, r := range b.read.rows {
		if !slices.Contains(marked, r.name) {
			continue
		}
		if r.folder {
			into = r.name
			continue
		}
		paths = append(paths, filepath.Join(b.read.dir, r.name))
	}
	switch {
	case len(paths) > 0:
		b.finish(paths)
	case into != "":
		b.visit(filepath.Join(b.read.dir, into), "")
	default:
		b.dialog.SetError(texts.T("files.err.pick"))
	}
}

// finish closes before handing over, so that what follows may open a dialog.
func (b *browser) finish(paths []string) {
	b.dialog.finishLater(true)
	b.done(paths)
}

func (b *browser) save() {
	name := strings.TrimSpace(b.name.Text())
	path := written(name, b.read.dir, home(), os.Getenv)
	whole := name != "" && (filepath.IsAbs(name) || path != filepath.Join(b.read.dir, name)) // the whole way was written
	switch {
	case name == "":
		b.dialog.SetError(texts.T("files.err.name"))
		return
	case !whole && nameProblem(name) != "":
		b.dialog.SetError(nameProblem(name))
		return
	case whole && nameProblem(base(path)) != "":
		b.dialog.SetError(nameProblem(base(path)))
		return
	case !whole:
		path = filepath.Join(b.read.dir, name)
	}
	path = withEnding(path, b.q.Ext)
	b.busy(path, texts.T("files.looking"))
	b.files.look(b.q, path, func(o outlook) {
		b.rest()
		switch problem := o.problem(b.q, path); {
		case !b.dialog.IsOpen():
		case problem != "":
			b.dialog.SetError(problem)
		case o == taken:
			b.files.replace(path, func() { b.finish([]string{path}) })
		default:
			b.finish([]string{path})
		}
	})
}

// newFolder asks for a name and makes a folder here, which is then gone into.
func (b *browser) newFolder() {
	if b.read.dir == "" {
		return
	}
	name := input.NewText("", "", nil)
	row := input.NewField(texts.T("files.new.name"), "", name)
	in := b.read.dir
	var d *Dialog
	d = Show(b.files.Window, Options{Title: texts.T("files.new"), Content: row, Confirm: texts.T("files.new.make"), Focus: name.Target(), OnOK: func() bool {
		called := strings.TrimSpace(name.Text())
		problem := nameProblem(called)
		if called == "" {
			problem = texts.T("files.err.name.folder")
		}
		if problem != "" {
			row.SetError(problem)
			return false
		}
		path := filepath.Join(in, called)
		d.SetConfirmEnabled(false)
		async.Run(b.runner, "make", func(context.Context) (bool, error) { return true, os.Mkdir(path, 0o777) }, func(_ bool, err error) {
			if err != nil {
				d.SetConfirmEnabled(true)
				row.SetError(texts.T("files.err.made"))
				return
			}
			d.Close()
			b.visit(path, "")
			b.focus()
		})
		return false
	}})
}

// focus gives the keyboard to where one goes on.
func (b *browser) focus() {
	if b.q.Want == NewFile {
		b.name.Focus()
		return
	}
	b.grid.Focus()
}

const (
	dirKey  = "d:"
	fileKey = "f:"
)

func placeKey(dir string) string { return dirKey + filepath.Clean(dir) }

// fillSide lists where one may begin: the places, and the folders and files used lately.
// Nobody looks whether they are there: a place that is gone says so when it is gone to.
func (b *browser) fillSide() {
	var items []widgets.SideItem
	seen := map[string]bool{}
	add := func(head, label, key, note string) bool {
		if seen[key] {
			return false
		}
		seen[key] = true
		items = append(items, widgets.SideItem{Key: key, Text: label, Note: note, Head: head, Gap: head != "" && len(items) > 0})
		return true
	}
	places := append([]Place{{texts.T("files.place.home"), home()}}, b.q.Places...)
	if b.files.Computer != nil {
		places = append(places, b.files.Computer.Places()...)
	}
	head := texts.T("files.places")
	for _, p := range places {
		if p.Path != "" && add(head, p.Label, placeKey(p.Path), "") {
			head = ""
		}
	}
	head = texts.T("files.recent.folders")
	for _, dir := range b.q.Folders[:min(len(b.q.Folders), recentAtMost)] {
		if add(head, base(dir), placeKey(dir), filepath.Dir(dir)) {
			head = ""
		}
	}
	if b.q.Want == OneFile || b.q.Want == SeveralFiles {
		head = texts.T("files.recent.files")
		for _, path := range b.q.Files[:min(len(b.q.Files), recentAtMost)] {
			add(head, base(path), fileKey+path, "")
			head = ""
		}
	}
	b.side.SetItems(items)
}

// recentAtMost is how many of the folders and of the files used lately are listed.
const recentAtMost = 5

// goPlace goes to a place; of a file to its folder, where it is marked.
func (b *browser) goPlace(key string) {
	if path, ok := strings.CutPrefix(key, fileKey); ok {
		b.visit(filepath.Dir(path), base(path))
		return
	}
	b.visit(strings.TrimPrefix(key, dirKey), "")
}
