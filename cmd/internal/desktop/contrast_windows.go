package desktop

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// highContrast is HIGHCONTRASTW in winuser.h.
type highContrast struct {
	size, flags uint32
	scheme      *uint16
}

// HighContrast tells whether the user has asked the computer for high contrast. A desktop
// that can't say counts as no.
func HighContrast() bool {
	const get, on = 0x0042, 1 // SPI_GETHIGHCONTRAST, HCF_HIGHCONTRASTON
	h := highContrast{}
	h.size = uint32(unsafe.Sizeof(h))
	ok, _, _ := windows.NewLazySystemDLL("user32.dll").NewProc("SystemParametersInfoW").Call(get, uintptr(h.size), uintptr(unsafe.Pointer(&h)), 0)
	return ok != 0 && h.flags&on != 0
}
