//go:build !windows

package dialogs

import "io/fs"

// hidden says whether a file is kept out of sight by more than its name.
func hidden(fs.FileInfo) bool { return false }
