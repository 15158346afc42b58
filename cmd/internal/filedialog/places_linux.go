package filedialog

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
	"strings"

	"itportfoljen/ui/dialogs"
)

// Places implements dialogs.Computer: the user's own folders as the desktop calls them, and
// what is mounted where a desktop mounts disks.
func (Computer) Places() []dialogs.Place {
	home, _ := os.UserHomeDir() // "" where nobody has one
	config := os.Getenv("XDG_CONFIG_HOME")
	if config == "" {
		config = filepath.Join(home, ".config")
	}
	var out []dialogs.Place
	if f, err := os.Open(filepath.Join(config, "user-dirs.dirs")); err == nil {
		out = userFolders(f, home)
		f.Close()
	}
	if f, err := os.Open("/proc/self/mounts"); err == nil {
		out = append(out, mounts(f)...)
		f.Close()
	}
	return append(out, dialogs.Place{Label: "Datorn", Path: "/"})
}

// userFolders reads a desktop's list of the user's folders, XDG_DOCUMENTS_DIR="$HOME/Dokument".
// One that is the home folder itself isn't in use.
func userFolders(r io.Reader, home string) []dialogs.Place {
	found := map[string]string{}
	for lines := bufio.NewScanner(r); lines.Scan(); {
		name, value, ok := strings.Cut(strings.TrimSpace(lines.Text()), "=")
		value = strings.ReplaceAll(strings.Trim(value, `"`), "$HOME", home)
		if ok && filepath.IsAbs(value) && filepath.Clean(value) != filepath.Clean(home) {
			found[name] = filepath.Clean(value)
		}
	}
	var out []dialogs.Place
	for _, f := range []struct{ name, label string }{{"XDG_DOCUMENTS_DIR", "Dokument"}, {"XDG_DESKTOP_DIR", "Skrivbord"}, {"XDG_DOWNLOAD_DIR", "Hämtade filer"}} {
		if found[f.name] != "" {
			out = append(out, dialogs.Place{Label: f.label, Path: found[f.name]})
		}
	}
	return out
}

// mounts are the disks and shares in a list of what is mounted, by their own names. Nobody
// looks at them: one that has gone away would keep who does waiting.
func mounts(r io.Reader) (out []dialogs.Place) {
	for lines := bufio.NewScanner(r); lines.Scan(); {
		words := strings.Fields(lines.Text())
		if len(words) < 2 {
			continue
		}
		at := unescaped.Replace(words[1])
		for _, root := range []string{"/media/", "/run/media/", "/mnt/"} {
			if strings.HasPrefix(at, root) {
				out = append(out, dialogs.Place{Label: filepath.Base(at), Path: at})
			}
		}
	}
	return out
}

// unescaped reads what the kernel writes instead of the characters that part its words.
var unescaped = strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`)
