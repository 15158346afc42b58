package exchange

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/text"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// Several files may be chosen at once. Each is looked through and read in by itself, in the
// order they were given, for what the first one makes the next may name; those that wait
// are said, and none is read in unseen.

// choose reads the first of some files and lets the others wait.
func (in *importer) choose(paths []string) {
	in.waiting = paths[1:]
	in.open(paths[0])
}

// next reads the file that has waited the longest.
func (in *importer) next() {
	if len(in.waiting) > 0 {
		in.choose(in.waiting)
	}
}

// waits says which files wait, nil when none does.
func (in *importer) waits() fyne.CanvasObject {
	if len(in.waiting) == 0 {
		return nil
	}
	names := make([]string, len(in.waiting))
	for i, path := range in.waiting {
		names[i] = filepath.Base(path)
	}
	return widgets.NewBanner(widgets.Info, texts.T("exchange.file.waiting", text.And(names)), texts.T("exchange.file.next", names[0]), in.next)
}
