package opengl

import (
	"testing"
	"unsafe"
)

// TestWindowsOwnStructures: a driver takes no structure of another size.
func TestWindowsOwnStructures(t *testing.T) {
	if n := unsafe.Sizeof(pixelFormat{}); n != 40 || unsafe.Offsetof(pixelFormat{}.depth) != 23 {
		t.Errorf("PIXELFORMATDESCRIPTOR of %d bytes, its depth at %d", n, unsafe.Offsetof(pixelFormat{}.depth))
	}
	if n := unsafe.Sizeof(windowClass{}); n != 80 {
		t.Errorf("WNDCLASSEXW of %d bytes", n)
	}
}
