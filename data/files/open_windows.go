package files

import (
	"errors"
	"fmt"
	"runtime"

	"golang.org/x/sys/windows"
)

// open hands the plain path to the shell, which wants COM on the thread that
// asks.
func open(path string) error {
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE) == nil {
		defer windows.CoUninitialize()
	}
	err = windows.ShellExecute(0, nil, file, nil, nil, windows.SW_SHOWNORMAL)
	switch {
	case errors.Is(err, windows.ERROR_CANCELLED): // the user was asked which program, and closed the question
		return nil
	case errors.Is(err, windows.ERROR_NO_ASSOCIATION):
		return fmt.Errorf("%w: %w", errNoProgram, err)
	}
	return err
}
