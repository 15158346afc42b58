//go:build !linux && !windows

package files

func syncedFolders() []root { return nil }

func isRemote(string) bool { return false }
