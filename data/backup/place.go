package backup

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"itportfoljen/app/base/fault"
	"itportfoljen/data/files"
)

const program = "itportfoljen"

// DataDir is the program's folder among the user's own data on this computer,
// as each system has it.
func DataDir() (string, error) {
	dir, err := userData()
	if err != nil {
		return "", fault.Wrap(fault.NotFound, "Datorn säger inte var dina egna filer ligger, så säkerhetskopior har ingen plats. Inget har ändrats. Välj en plats i Inställningar → Program, eller ange den i ITP_COPIES.", err)
	}
	return filepath.Join(dir, folderName()), nil
}

// folderName is the program's name as each system's users write folders; the log
// lies in the same.
func folderName() string {
	switch runtime.GOOS {
	case "windows", "darwin":
		return "IT-portföljen"
	}
	return program
}

func userData() (string, error) {
	switch runtime.GOOS {
	case "windows": // the local one: copies don't follow the user from computer to computer
		return os.UserCacheDir()
	case "darwin":
		return os.UserConfigDir()
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return dir, nil
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "share"), err
}

// Place is where copies are kept: where the user has chosen, else among the
// user's own data. chosen tells which.
func Place() (dir string, chosen bool, err error) {
	if c, err := readChoice(); err == nil && c.Folder != "" {
		return c.Folder, true, nil
	}
	dir, err = DataDir()
	return filepath.Join(dir, "kopior"), false, err
}

// choice is what is remembered on this computer, for both programs.
type choice struct {
	Folder string `json:"folder"`
}

func choiceFile() (string, error) {
	dir, err := os.UserConfigDir()
	return filepath.Join(dir, program, "kopior.json"), err
}

func readChoice() (c choice, err error) {
	path, err := choiceFile()
	if err != nil {
		return c, err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return c, err
	}
	return c, json.Unmarshal(data, &c)
}

// Choose makes a folder the place from now on, "" the user's own data. One
// that can't be written to is refused.
func Choose(dir string) error {
	path, err := choiceFile()
	if err != nil {
		return files.Explain(err, path)
	}
	if dir == "" {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return files.Explain(err, path)
		}
		return nil
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return files.Explain(err, dir)
	}
	temp, err := files.NewTemp(filepath.Join(dir, ext))
	if err != nil {
		return files.Explain(err, dir)
	}
	temp.Discard()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return files.Explain(err, path)
	}
	return files.WriteAtomic(path, func(w io.Writer) error {
		return json.NewEncoder(w).Encode(choice{dir})
	})
}
