package dialogs

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/ui/texts"
)

// outlook is what would come of saving a file at a path.
type outlook uint8

const (
	free   outlook = iota
	taken          // a file is there
	folder         // a folder is called so
	lost           // there is no folder to save it in
	shut           // the user may not make files there
	silent         // nobody knows: the place doesn't tell
)

// lookAt asks the file system; it may have to wait for the place.
func lookAt(path string, mayWrite func(folder string) error) outlook {
	dir := filepath.Dir(path)
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir():
		return folder
	case err == nil:
		return taken // whether it can be replaced is told of when it is written
	case !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission):
		if info, err := os.Stat(dir); err == nil && !info.IsDir() {
			return lost
		}
		return silent
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return lost
	}
	if mayWrite(dir) != nil {
		return shut
	}
	return free
}

// problem is why a file can't be saved at path, "" when it can or can be asked about.
func (o outlook) problem(q Question, path string) string {
	switch {
	case o == folder:
		return texts.T("files.err.folder")
	case o == lost:
		return texts.T("files.err.lost", filepath.Dir(path))
	case o == shut:
		return texts.T("files.err.shut", filepath.Dir(path))
	case o == silent:
		return texts.T("files.err.look", filepath.Dir(path))
	case o == taken && q.Fresh:
		return texts.T("files.err.fresh", base(path))
	}
	return ""
}

func base(path string) string { return filepath.Base(path) }

// withEnding puts an ending on a path that hasn't got it.
func withEnding(path, ext string) string {
	if ext == "" || strings.EqualFold(filepath.Ext(path), ext) {
		return path
	}
	return strings.TrimRight(path, ".") + ext
}

// nameProblem is why a name can't be a file's or a folder's on some system, "" when it can.
func nameProblem(name string) string {
	if strings.ContainsAny(name, `/\:*?"<>|`) {
		return texts.T("files.err.chars")
	}
	fit := text.FileName(name)
	if stem, _, _ := strings.Cut(fit, "."); reserved.MatchString(strings.TrimSpace(stem)) {
		fit = "_" + fit
	}
	switch {
	case fit == "":
		return texts.T("files.err.name")
	case fit != strings.Join(strings.Fields(name), " "):
		return texts.T("files.err.windows", fit)
	}
	return ""
}

// reserved are the names that Windows keeps for its devices, whatever their ending.
var reserved = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$`)

// written reads a path as people write or paste one: in quotes, from ~ or %VARIABLE%, or
// from the folder that shows.
func written(s, dir, home string, env func(string) string) string {
	s = strings.TrimSpace(s)
	if n := len(s); n > 1 && s[0] == '"' && s[n-1] == '"' { // as Windows copies one
		s = s[1 : n-1]
	}
	if rest, ok := strings.CutPrefix(s, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0]) || rest[0] == '/') && home != "" {
		s = home + rest
	}
	s = variables.ReplaceAllStringFunc(s, func(v string) string {
		if value := env(strings.Trim(v, "%")); value != "" {
			return value
		}
		return v
	})
	if s == "" {
		return dir
	}
	s = filepath.FromSlash(s)
	if v := filepath.VolumeName(s); v != "" && v == s { // "C:" is where somebody was on it
		s += string(filepath.Separator)
	}
	if !filepath.IsAbs(s) {
		s = filepath.Join(dir, s)
	}
	return filepath.Clean(s)
}

var variables = regexp.MustCompile(`%[\pL\pN_()]+%`)

// hasEnding says whether a name is of one of some endings; of none all names are.
func hasEnding(name string, endings []string) bool {
	return len(endings) == 0 || slices.ContainsFunc(endings, func(e string) bool { return strings.EqualFold(filepath.Ext(name), e) })
}
