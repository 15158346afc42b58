package files

import (
	"path/filepath"
	"runtime"
	"strings"

	"itportfoljen/app"
)

// root is a folder that a program copies to other computers.
type root struct{ dir, program string }

// surroundings are what a computer says of its folders and drives.
type surroundings struct {
	windows bool // names are alike in capitals, and folders parted by \
	roots   []root
	remote  func(path string) bool // it is on another computer's disk
}

// synced are the folders that such programs make, by how their names begin.
// They all work alike, nobody else calls a folder so, and to be wrong costs a
// person one click.
var synced = []root{
	{"OneDrive", "OneDrive"}, {"Dropbox", "Dropbox"}, {"Nextcloud", "Nextcloud"}, {"ownCloud", "ownCloud"},
	{"Google Drive", "Google Drive"}, {"GoogleDrive", "Google Drive"}, {"iCloud Drive", "iCloud"}, {"com~apple~CloudDocs", "iCloud"},
}

// Sharing tells who else gets at the file at path. A place that doesn't answer
// makes it wait.
func Sharing(path string) app.Sharing {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	s := surroundings{windows: runtime.GOOS == "windows", roots: syncedFolders(), remote: isRemote}
	found := s.sharing(path)
	if real, err := filepath.EvalSymlinks(path); err == nil && found == (app.Sharing{}) {
		return s.sharing(real)
	}
	return found
}

func (s surroundings) sharing(path string) app.Sharing {
	for _, r := range s.roots {
		if r.dir != "" && s.within(path, r.dir) {
			return app.Sharing{Synced: r.program}
		}
	}
	parts := strings.Split(s.plain(path), "/")
	for _, part := range parts[:len(parts)-1] {
		for _, r := range synced {
			if s.named(part, r.dir) {
				return app.Sharing{Synced: r.program}
			}
		}
	}
	return app.Sharing{Network: s.windows && unc(path) || s.remote(path)}
}

// plain is a path as it can be compared.
func (s surroundings) plain(path string) string {
	if s.windows {
		path = strings.ReplaceAll(path, `\`, "/")
		path = strings.TrimPrefix(path, "//?/")
	}
	return strings.TrimRight(path, "/")
}

func (s surroundings) within(path, dir string) bool {
	path, dir = s.plain(path), s.plain(dir)+"/"
	if s.windows {
		return len(path) > len(dir) && strings.EqualFold(path[:len(dir)], dir)
	}
	return strings.HasPrefix(path, dir)
}

// named says whether a folder is called as a program names its own: by itself,
// or with whose it is after: "OneDrive - Ekvalla kommun", "Dropbox (Privat)".
func (s surroundings) named(folder, name string) bool {
	if len(folder) < len(name) || !strings.EqualFold(folder[:len(name)], name) {
		return false
	}
	rest := folder[len(name):]
	return rest == "" || strings.HasPrefix(rest, " - ") || strings.HasPrefix(rest, " (") || strings.HasPrefix(rest, "-")
}

// unc says whether a path names another computer: \\server\delad, but neither
// \\?\C:\ nor \\.\C:\.
func unc(path string) bool {
	path = strings.ReplaceAll(path, "/", `\`)
	if rest, ok := strings.CutPrefix(path, `\\?\`); ok {
		return len(rest) > 4 && strings.EqualFold(rest[:4], `UNC\`)
	}
	return strings.HasPrefix(path, `\\`) && !strings.HasPrefix(path, `\\.\`)
}
