//go:build unix

package filedialog

import "golang.org/x/sys/unix"

// MayWrite implements dialogs.Computer.
func (Computer) MayWrite(folder string) error { return unix.Access(folder, unix.W_OK|unix.X_OK) }
