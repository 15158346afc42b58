package opengl

import (
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
	_             [14]byte // of each colour, and of what is accumulated
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
func call(p interface {
	Call(...uintptr) (uintptr, uintptr, error)
}, args ...uintptr) (uintptr, error) {
	r, _, err := p.Call(args...)
	if r == 0 {
		return 0, err
	}
	return r, nil
}

// probe makes a context in a hidden window and asks what it is.
func probe() (d driver, err error) {
	window, closeWindow, err := hiddenWindow()
	if err != nil {
		return d, err
	}
	defer closeWindow()
	dc, err := call(user32.NewProc("GetDC"), window)
	if err != nil {
		return d, err
	}
	defer user32.NewProc("ReleaseDC").Call(window, dc)
	gl, err := loaded() // before the system's drawing, which would look for it itself
	if err != nil {
		return d, err
	}
	format := pixelFormat{version: 1, flags: forOpenGL, bits: 24, depth: 16}
	format.size = uint16(unsafe.Sizeof(format))
	n, err := call(gdi32.NewProc("ChoosePixelFormat"), dc, uintptr(unsafe.Pointer(&format)))
	if err != nil {
		return d, err
	}
	if _, err := call(gdi32.NewProc("SetPixelFormat"), dc, n, uintptr(unsafe.Pointer(&format))); err != nil {
		return d, err
	}
	return ask(gl, dc)
}

// ask makes a context and lets it tell of itself.
func ask(gl *windows.DLL, dc uintptr) (d driver, err error) {
	procs := map[string]*windows.Proc{"wglCreateContext": nil, "wglDeleteContext": nil, "wglMakeCurrent": nil, "glGetString": nil}
	for name := range procs {
		if procs[name], err = gl.FindProc(name); err != nil {
			return d, err
		}
	}
	context, err := call(procs["wglCreateContext"], dc)
	if err != nil {
		return d, err
	}
	defer procs["wglDeleteContext"].Call(context)
	if _, err := call(procs["wglMakeCurrent"], dc, context); err != nil {
		return d, err
	}
	defer procs["wglMakeCurrent"].Call(0, 0)
	text := func(what uintptr) string {
		p, _, _ := procs["glGetString"].Call(what)
		if p == 0 {
			return ""
		}
		return windows.BytePtrToString(*(**byte)(unsafe.Pointer(&p)))
	}
	return driver{text(askVersion), text(askRenderer)}, nil
}

func hiddenWindow() (window uintptr, close func(), err error) {
	name, err := windows.UTF16PtrFromString("itportfoljen-opengl")
	if err != nil {
		return 0, nil, err
	}
	named := uintptr(unsafe.Pointer(name))
	instance, err := call(kernel32.NewProc("GetModuleHandleW"), 0)
	if err != nil {
		return 0, nil, err
	}
	class := windowClass{style: ownDC, proc: user32.NewProc("DefWindowProcW").Addr(), instance: instance, name: name}
	class.size = uint32(unsafe.Sizeof(class))
	if _, err := call(user32.NewProc("RegisterClassExW"), uintptr(unsafe.Pointer(&class))); err != nil {
		return 0, nil, err
	}
	unregister := func() { user32.NewProc("UnregisterClassW").Call(uintptr(unsafe.Pointer(name)), instance) }
	window, err = call(user32.NewProc("CreateWindowExW"), 0, named, named, 0, 0, 0, 1, 1, 0, 0, instance, 0)
	if err != nil {
		unregister()
		return 0, nil, err
	}
	return window, func() { user32.NewProc("DestroyWindow").Call(window); unregister() }, nil
}
