package shell

import (
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

// Drop drops files on the window.
func (s *Shell) Drop(paths ...string) {
	var files []fyne.URI
	for _, path := range paths {
		files = append(files, storage.NewFileURI(path))
	}
	s.dropped(fyne.Position{}, files)
}

// Body is the room for the page in view.
func (s *Shell) Body() fyne.CanvasObject { return s.body }

// AskDisk has the disk asked in another way, until it is called with what it gave.
func AskDisk(how func(path string) (fs.FileInfo, error)) (before func(path string) (fs.FileInfo, error)) {
	before, stat = stat, how
	return before
}
