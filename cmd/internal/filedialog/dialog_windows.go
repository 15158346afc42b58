package filedialog

import (
	"context"
	"errors"
	"path/filepath"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/ncruces/zenity"
	"golang.org/x/sys/windows"

	"itportfoljen/ui/dialogs"
)

// Dialogs implements dialogs.Computer.
func (Computer) Dialogs() bool { return true }

// Dialog implements dialogs.Computer. Windows keeps the window out of reach while its dialog
// shows, and puts the dialog before it.
func (Computer) Dialog(w fyne.Window, q dialogs.Question) func(context.Context) ([]string, error) {
	options := []zenity.Option{zenity.Title(q.Title)}
	if native, ok := w.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			if c, ok := context.(driver.WindowsWindowContext); ok && c.HWND != 0 {
				options = append(options, zenity.Attach(c.HWND))
			}
		})
	}
	return func(ctx context.Context) ([]string, error) { return ask(q, append(options, zenity.Context(ctx))) }
}

func ask(q dialogs.Question, options []zenity.Option) ([]string, error) {
	leave, err := apartment()
	if err != nil {
		return nil, err
	}
	defer leave()
	if q.Start != "" {
		options = append(options, zenity.Filename(within(q.Start, q.Name+ending(q))))
	}
	if ends := endings(q); len(ends) > 0 {
		f := zenity.FileFilter{Name: filterName(ends)}
		for _, e := range ends {
			f.Patterns = append(f.Patterns, "*"+e)
		}
		options = append(options, f)
	}
	var paths []string
	one := func(path string, err error) error {
		paths = []string{path}
		return err
	}
	switch q.Want {
	case dialogs.NewFile:
		if !q.Fresh { // else what is there is told of, not asked about
			options = append(options, zenity.ConfirmOverwrite())
		}
		err = one(zenity.SelectFileSave(options...))
	case dialogs.AFolder:
		err = one(zenity.SelectFile(append(options, zenity.Directory())...))
	case dialogs.SeveralFiles:
		paths, err = zenity.SelectFileMultiple(options...)
	default:
		err = one(zenity.SelectFile(options...))
	}
	switch {
	case errors.Is(err, zenity.ErrCanceled):
		return nil, nil
	case err != nil:
		return nil, err
	}
	return paths, nil
}

// within is the path of a name in a folder; without a name it ends as folders do. A root has
// its separator already, and Windows knows no folder that ends in two.
func within(folder, name string) string {
	return strings.TrimRight(filepath.Clean(folder), `\`) + `\` + name
}

func ending(q dialogs.Question) string {
	if q.Want == dialogs.NewFile {
		return q.Ext
	}
	return ""
}

// apartment readies a thread for a dialog: Windows' own, and what others put in them, ask
// for one that serves a window.
func apartment() (leave func(), err error) {
	runtime.LockOSThread()
	if err := windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE); err != nil && !errors.Is(err, windows.Errno(windows.S_FALSE)) {
		runtime.UnlockOSThread()
		return nil, err
	}
	return func() {
		windows.CoUninitialize()
		runtime.UnlockOSThread()
	}, nil
}
