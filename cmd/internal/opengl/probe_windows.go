package opengl

import (
	"os"
	"unsafe"

	"golang.org/x/sys/windows"
)

// windowClass is WNDCLASSEXW.
type windowClass struct {
	size, style                        uint32
	proc                               uintptr
	classExtra, windowExtra            int32
	instance, icon, cursor, background uintptr
	menu, name                         *uint16
	iconSmall                          uintptr
}

// pixelFormat is PIXELFORMATDESCRIPTOR.
type pixelFormat struct {
	size, version uint16
	flags         uint32
	kind, bits    byte
	_             [13]byte // of each colour, and of what is accumulated
	depth         byte
	_             [4]byte // stencil, buffers, layers
	_             [3]uint32
}

const (
	ownDC       = 0x20       // CS_OWNDC
	forOpenGL   = 1 | 4 | 32 // PFD_DOUBLEBUFFER, PFD_DRAW_TO_WINDOW, PFD_SUPPORT_OPENGL
	askVersion  = 0x1F02     // GL_VERSION
	askRenderer = 0x1F01     // GL_RENDERER
)

// call is a call that answers 0 when it fails.
//
//go:uintptrescapes
func call(dll *windows.DLL, name string, args ...uintptr) (uintptr, error) {
	p, err := dll.FindProc(name)
	if err != nil {
		return 0, os.NewSyscallError(name, err)
	}
	r, _, err := p.Call(args...)
	if r == 0 {
		return 0, os.NewSyscallError(name, err)
	}
	return r, nil
}

// probe makes a context in a hidden window and asks what it is.
func probe() (d driver, err error) {
	window, destroy, err := hiddenWindow()
	if err != nil {
		return d, err
	}
	defer destroy()
	dc, err := call(user32, "GetDC", window)
	if err != nil {
		return d, err
	}
	defer call(user32, "ReleaseDC", window, dc)
	gl, err := loaded() // before the system's drawing, which would look for it itself
	if err != nil {
		return d, err
	}
	format := pixelFormat{version: 1, flags: forOpenGL, bits: 24, depth: 16}
	format.size = uint16(unsafe.Sizeof(format))
	n, err := call(gdi32, "ChoosePixelFormat", dc, uintptr(unsafe.Pointer(&format)))
	if err != nil {
		return d, err
	}
	if _, err := call(gdi32, "SetPixelFormat", dc, n, uintptr(unsafe.Pointer(&format))); err != nil {
		return d, err
	}
	return ask(gl, dc)
}

// ask makes a context and lets it tell of itself.
func ask(gl *windows.DLL, dc uintptr) (d driver, err error) {
	context, err := call(gl, "wglCreateContext", dc)
	if err != nil {
		return d, err
	}
	defer call(gl, "wglDeleteContext", context)
	if _, err := call(gl, "wglMakeCurrent", dc, context); err != nil {
		return d, err
	}
	defer call(gl, "wglMakeCurrent", 0, 0)
	text := func(what uintptr) string {
		p, err := call(gl, "glGetString", what)
		if err != nil {
			return ""
		}
		return windows.BytePtrToString(*(**byte)(unsafe.Pointer(&p)))
	}
	return driver{text(askVersion), text(askRenderer)}, nil
}

func hiddenWindow() (window uintptr, destroy func(), err error) {
	name, err := windows.UTF16PtrFromString("itportfoljen-opengl")
	if err != nil {
		return 0, nil, err
	}
	instance, err := call(kernel32, "GetModuleHandleW", 0)
	if err != nil {
		return 0, nil, err
	}
	class := windowClass{style: ownDC, proc: user32.MustFindProc("DefWindowProcW").Addr(), instance: instance, name: name}
	class.size = uint32(unsafe.Sizeof(class))
	if _, err := call(user32, "RegisterClassExW", uintptr(unsafe.Pointer(&class))); err != nil {
		return 0, nil, err
	}
	unregister := func() { call(user32, "UnregisterClassW", uintptr(unsafe.Pointer(name)), instance) }
	window, err = call(user32, "CreateWindowExW", 0, uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(name)), 0, 0, 0, 1, 1, 0, 0, instance, 0)
	if err != nil {
		unregister()
		return 0, nil, err
	}
	return window, func() { call(user32, "DestroyWindow", window); unregister() }, nil
}
