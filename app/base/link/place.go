package link

import (
	"path"
	"strings"
)

// Keep is a link as a portfolio in a folder keeps it: a file under the folder relative to
// it, with / on every system, all else as it is. A folder of Windows is the same in any
// case.
func Keep(folder, s string) string {
	if folder == "" || Address(s) {
		return s
	}
	under, at := slashed(folder), slashed(s)
	same := strings.HasPrefix
	if onWindows(folder) {
		same = func(a, b string) bool { return len(a) >= len(b) && strings.EqualFold(a[:len(b)], b) }
	}
	if onWindows(folder) != onWindows(s) || !same(at, under) {
		return s
	}
	rest, ok := strings.CutPrefix(at[len(under):], "/")
	if strings.HasSuffix(under, "/") { // the folder is a root
		rest, ok = at[len(under):], true
	}
	if !ok || rest == "" {
		return s
	}
	return rest
}

// File is where a link's file is on a computer whose portfolio lies in a folder. known is
// false for a path of another sort of computer, and for an address.
func File(folder, s string) (at string, known bool) {
	switch {
	case Address(s) || s == "":
		return "", false
	case onWindows(s):
		return s, onWindows(folder)
	case strings.HasPrefix(s, "/"):
		return s, !onWindows(folder)
	case onWindows(folder):
		return join(folder, s), true
	}
	return path.Join(folder, s), folder != ""
}

// join is a relative path from a folder of Windows.
func join(folder, s string) string {
	root, rest := `\`, folder
	if at := drive.FindString(folder); at != "" {
		root, rest = at[:2], folder[2:]
	}
	return root + strings.ReplaceAll(path.Join("/", strings.ReplaceAll(rest, `\`, "/"), s), "/", `\`)
}

// onWindows says whether a path begins as those of Windows do.
func onWindows(s string) bool { return drive.MatchString(s) || strings.HasPrefix(s, `\\`) }

// slashed is a path with / between folders and none last, but a root's.
func slashed(s string) string {
	if onWindows(s) {
		s = strings.ReplaceAll(s, `\`, "/")
	}
	if short := strings.TrimRight(s, "/"); short != "" {
		return short
	}
	return s
}
