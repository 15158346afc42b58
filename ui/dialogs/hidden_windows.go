package dialogs

import (
	"io/fs"
	"syscall"
)

// hidden says whether Windows keeps a file out of sight.
func hidden(info fs.FileInfo) bool {
	data, ok := info.Sys().(*syscall.Win32FileAttributeData)
	return ok && data.FileAttributes&syscall.FILE_ATTRIBUTE_HIDDEN != 0
}
