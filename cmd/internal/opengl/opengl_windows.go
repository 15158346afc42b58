package opengl

import (
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"unsafe"

	"golang.org/x/sys/windows"
)

// Prepare sees to it that OpenGL can draw the window. It is called before all
// that could load one. When done is true the program is to end with code:
// another process of it has taken over, or the user has been told why not.
func Prepare(log *slog.Logger) (code int, done bool) {
	runtime.LockOSThread() // a context belongs to its thread
	defer runtime.UnlockOSThread()
	second := os.Getenv(Variable) == ours
	os.Unsetenv(Variable) // not for what is opened from here
	own := ownPath()
	return means{
		second: second,
		probe:  probe,
		load: func() error {
			// By the full path: whoever asks for opengl32.dll later gets this one.
			_, err := windows.LoadLibraryEx(own, 0, windows.LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR|windows.LOAD_LIBRARY_SEARCH_SYSTEM32)
			return err
		},
		again: func() error { return startAgain(own) },
	}.choose(log, tell)
}

// ownPath is the program's own OpenGL. It doesn't lie beside the program: there
// whoever asks for it by name would get it before a good driver.
func ownPath() string {
	exe, err := os.Executable()
	if err != nil {
		return ""
	}
	return filepath.Join(filepath.Dir(exe), "opengl", dll)
}

func startAgain(own string) error {
	if _, err := os.Stat(own); err != nil {
		return err
	}
	exe, err := os.Executable()
	if err != nil {
		return err
	}
	c := exec.Command(exe, os.Args[1:]...)
	c.Env = append(os.Environ(), Variable+"="+ours)
	if err := c.Start(); err != nil {
		return err
	}
	call(user32, "AllowSetForegroundWindow", uintptr(c.Process.Pid)) // or its window may come up behind others
	return c.Process.Release()
}

// tell says it in a box: there is no window and no terminal.
func tell(text string) {
	said, _ := windows.UTF16PtrFromString(text)
	title, _ := windows.UTF16PtrFromString("IT-portföljen")
	windows.MessageBox(0, said, title, windows.MB_OK|windows.MB_ICONERROR|windows.MB_SETFOREGROUND)
}

const dll = "opengl32.dll"

var user32, gdi32, kernel32 = system("user32.dll"), system("gdi32.dll"), system("kernel32.dll")

// system is a library that every Windows has.
func system(name string) *windows.DLL {
	return &windows.DLL{Name: name, Handle: windows.Handle(windows.NewLazySystemDLL(name).Handle())}
}

// loaded is the OpenGL in use: the one that is loaded already, or the computer's
// own; never one that lies beside the program.
func loaded() (*windows.DLL, error) {
	name, err := windows.UTF16PtrFromString(dll)
	if err != nil {
		return nil, err
	}
	if h, err := call(kernel32, "GetModuleHandleW", uintptr(unsafe.Pointer(name))); err == nil {
		return &windows.DLL{Name: dll, Handle: windows.Handle(h)}, nil
	}
	if err := windows.NewLazySystemDLL(dll).Load(); err != nil {
		return nil, err
	}
	return system(dll), nil
}
