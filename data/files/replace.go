package files

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"itportfoljen/app/base/fault"
)

// Publish gives temp the name path, where nothing may lie: that is a
// fault.Conflict. A hard link can't replace a file that came in between; where
// there are no links a look has to do.
func Publish(temp, path string) error {
	err := os.Link(temp, path)
	switch {
	case errors.Is(err, fs.ErrExist):
		return Exists(path, err)
	case err == nil:
		os.Remove(temp)
	default:
		if _, err := os.Lstat(path); err == nil {
			return Exists(path, nil)
		}
		if err := rename(temp, path); err != nil {
			return Explain(err, path)
		}
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// Exists is the fault of a name that is taken.
func Exists(path string, err error) error {
	return fault.Wrap(fault.Conflict, fmt.Sprintf("Det finns redan en fil som heter ”%s”. Den är orörd. Välj ett annat namn.", filepath.Base(path)), err)
}

// Replace gives temp the name path, over an ordinary file if one lies there. It
// and ReplacePortfolio are the only ways to replace a file. A link, a folder, a
// device and a portfolio are never replaced.
func Replace(temp, path string) error {
	if err := replaceable(path, path); err != nil {
		return err
	}
	if err := rename(temp, path); err != nil {
		return Explain(err, path)
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// ReplacePortfolio is Replace over a portfolio that somebody has said may go.
// One that anyone has open is never replaced: that is a fault.Locked. What was
// there keeps its content under the name kept, "" for not at all; what a crash
// left beside it goes with it.
func ReplacePortfolio(temp, path, kept string, h Holder) error {
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Publish(temp, path)
	}
	if err != nil {
		return Explain(err, path)
	}
	if !info.Mode().IsRegular() {
		return replaceable(path, path)
	}
	lease, by, err := TakeLease(path, h)
	switch {
	case err != nil:
		return Explain(err, path)
	case by != nil:
		return Held(path, *by)
	}
	defer lease.Release()
	if kept != "" {
		if err := keep(path, kept); err != nil {
			return Explain(err, path)
		}
	}
	for _, ending := range besides[1:] { // of the old file: they would spoil the new one
		if err := leave(path, kept, ending); err != nil {
			return Explain(err, path)
		}
	}
	if err := rename(temp, path); err != nil {
		return Explain(err, path)
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// keep gives the file at path another name too, or where there are no links
// instead.
func keep(path, kept string) error {
	err := os.Link(path, kept)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := os.Lstat(kept); err == nil {
		return fs.ErrExist
	}
	return os.Rename(path, kept)
}

// leave moves what lies beside a replaced file to where that is kept.
func leave(path, kept, ending string) error {
	var err error
	if kept == "" {
		err = os.Remove(path + ending)
	} else {
		err = os.Rename(path+ending, kept+ending)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// Beside is a name that is free for what is to be kept beside a file:
// "ekvalla.före-återställning-2027-03-01.itp", with a number when that is taken.
func Beside(path, what string, day time.Time) string {
	ext := filepath.Ext(path)
	stem := fmt.Sprintf("%s.%s-%s", strings.TrimSuffix(path, ext), what, day.Format(time.DateOnly))
	for n := 1; ; n++ {
		name := stem + ext
		if n > 1 {
			name = fmt.Sprintf("%s-%d%s", stem, n, ext)
		}
		if _, err := os.Lstat(name); err != nil {
			return name
		}
	}
}

// SetAside gives what doesn't belong beside a portfolio another name, which it
// tells.
func SetAside(path string, day time.Time) (string, error) {
	name := Beside(path, "undanlagd", day)
	if err := os.Rename(path, name); err != nil {
		return "", Explain(err, path)
	}
	syncFolder(filepath.Dir(path))
	return name, nil
}

// replaceable refuses what no file may be renamed over: a folder, a portfolio,
// a link, and a pipe or a device, which others would then find gone. path is
// what people called it.
func replaceable(target, path string) error {
	info, err := os.Lstat(target)
	switch {
	case err != nil:
		return nil
	case info.Mode().IsRegular() && IsDatabase(target):
		return fault.New(fault.Conflict, fmt.Sprintf("”%s” är en portfölj och skrivs inte över. Inget har ändrats. Välj ett annat filnamn.", filepath.Base(path)))
	case info.Mode().IsRegular():
		return nil
	case info.IsDir():
		return fault.New(fault.Invalid, fmt.Sprintf("Kan inte spara som ”%s”: det finns redan en mapp med det namnet. Inget har ändrats. Välj ett annat filnamn.", filepath.Base(path)))
	}
	return fault.New(fault.Invalid, fmt.Sprintf("Kan inte spara som ”%s”: det är inte en vanlig fil. Inget har ändrats. Välj ett annat filnamn.", filepath.Base(path)))
}

// IsDatabase says whether the file begins as every portfolio does, which is as
// a SQLite database.
func IsDatabase(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len(databaseHead))
	_, err = io.ReadFull(f, head)
	return err == nil && string(head) == databaseHead
}

const databaseHead = "SQLite format 3\x00"
