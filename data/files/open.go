package files

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"itportfoljen/app/base/fault"
)

// errNoProgram is that the system has nothing to open such a file with.
var errNoProgram = errors.New("no program for the file")

// Open opens a file or a folder with the system's own program for it, and
// doesn't wait for that to end.
func Open(path string) error {
	path, err := filepath.Abs(path)
	if err == nil {
		_, err = os.Stat(path)
	}
	if err != nil {
		return Explain(err, path)
	}
	err = open(path)
	name, folder := filepath.Base(path), filepath.Dir(path)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, errNoProgram):
		return fault.Wrap(fault.NotFound, fmt.Sprintf("Datorn har inget program som öppnar ”%s”. Den ligger kvar i mappen %s, och inget har ändrats. Installera ett, eller fråga den som sköter datorn.", name, folder), err)
	}
	return fault.Wrap(fault.NoPermission, fmt.Sprintf("Datorn öppnade inte ”%s”. Den ligger kvar i mappen %s, och inget har ändrats. Öppna den därifrån.", name, folder), err)
}
