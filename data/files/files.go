// Package files writes files so that a crash or a full disk never leaves half
// a file, and tells people in Swedish what the operating system refused.
package files

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"

	"itportfoljen/app/fault"
)

// WriteAtomic writes the file at path through write: to a temporary file in
// the same folder, flushed to disk, then renamed over path. If anything fails,
// an earlier file at path is left as it was and the temporary file is removed.
// A symbolic link is followed, so that the link itself remains. A new file may
// be read by those who may read the user's other new files, since it is written
// to be handed on; one that is replaced keeps its permissions. A portfolio is
// never replaced. Errors from the system become faults as by Explain; those from
// write that are faults already are given back as they are.
func WriteAtomic(path string, write func(io.Writer) error) error {
	target := path
	if resolved, err := filepath.EvalSymlinks(path); err == nil {
		target = resolved
	}
	if err := replaceable(target, path); err != nil {
		return err
	}
	temp, err := newTemp(target)
	if err != nil {
		return explainFolder(err, path)
	}
	done := false
	defer func() {
		if !done {
			temp.Close()
			os.Remove(temp.Name())
		}
	}()
	if err := fill(temp, write); err != nil {
		return Explain(err, path)
	}
	if err := replace(temp.Name(), target); err != nil {
		return Explain(err, path)
	}
	done = true
	syncFolder(filepath.Dir(target))
	return nil
}

// newTemp makes a file beside target that may be read by the same as target.
func newTemp(target string) (*os.File, error) {
	for {
		name := filepath.Join(filepath.Dir(target), fmt.Sprintf(".itp-%x.tmp", rand.Uint64()))
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666) // less what the user's umask takes away
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if info, err := os.Stat(target); err == nil {
			_ = f.Chmod(info.Mode().Perm()) // not all file systems have permissions
		}
		return f, nil
	}
}

// replaceable refuses what no file may be renamed over: a folder, a portfolio,
// and also a pipe or a device, which others would then find gone.
func replaceable(target, path string) error {
	info, err := os.Stat(target)
	switch {
	case err != nil:
		return nil
	case info.Mode().IsRegular() && isPortfolio(target):
		return fault.New(fault.Conflict, fmt.Sprintf("”%s” är en portfölj och skrivs inte över. Inget har ändrats. Välj ett annat filnamn.", filepath.Base(path)))
	case info.Mode().IsRegular():
		return nil
	case info.IsDir():
		return fault.New(fault.Invalid, fmt.Sprintf("Kan inte spara som ”%s”: det finns redan en mapp med det namnet. Inget har ändrats. Välj ett annat filnamn.", filepath.Base(path)))
	}
	return fault.New(fault.Invalid, fmt.Sprintf("Kan inte spara som ”%s”: det är inte en vanlig fil. Inget har ändrats. Välj ett annat filnamn.", filepath.Base(path)))
}

// isPortfolio says whether the file begins as every portfolio does, which is as
// a SQLite database.
func isPortfolio(path string) bool {
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

// fill writes, flushes and closes the temporary file.
func fill(temp *os.File, write func(io.Writer) error) error {
	if err := write(temp); err != nil {
		return err
	}
	if err := temp.Sync(); err != nil {
		return err
	}
	return temp.Close()
}

// explainFolder tells why no new file could be made in path's folder.
func explainFolder(err error, path string) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fault.Wrap(fault.NotFound, fmt.Sprintf("Mappen ”%s” finns inte eller går inte att nå. Inget har sparats. Välj en annan mapp.", filepath.Dir(path)), err)
	}
	return Explain(err, path)
}

// Explain makes a fault of an error that the operating system gave about the
// file at path. A fault, also one that is wrapped, and nil are given back as
// they are.
func Explain(err error, path string) error {
	if err == nil {
		return nil
	}
	var known *fault.Error
	if errors.As(err, &known) {
		return err
	}
	code, text := explain(err)
	return fault.Wrap(code, fmt.Sprintf(text, filepath.Base(path)), err)
}

// explain gives the code and the sentences, with %s for the file's name. The
// questions are asked from the most telling answer to the least.
func explain(err error) (fault.Code, string) {
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return fault.Canceled, "Arbetet med ”%s” avbröts. Inget har ändrats."
	case isLocked(err):
		return fault.Locked, "Filen ”%s” är öppen i ett annat program. Inget har ändrats. Stäng filen i Excel och försök igen."
	case isDiskFull(err):
		return fault.DiskFull, "Det finns inte plats på disken för ”%s”. Inget har ändrats. Frigör utrymme eller välj en annan plats och försök igen."
	case isReadOnly(err):
		return fault.ReadOnly, "”%s” ligger på en plats som bara går att läsa. Inget har ändrats. Välj en annan mapp."
	case errors.Is(err, fs.ErrPermission):
		return fault.NoPermission, "Du har inte behörighet till ”%s”. Inget har ändrats. Välj en annan plats eller be den som äger mappen om behörighet."
	case errors.Is(err, fs.ErrNotExist):
		return fault.NotFound, "Filen ”%s” finns inte längre där den låg. Inget har ändrats. Kontrollera om den har flyttats eller bytt namn."
	case errors.Is(err, fs.ErrExist):
		return fault.Conflict, "Det finns redan en fil som heter ”%s”. Inget har ändrats. Välj ett annat namn."
	case isUnreachable(err):
		return fault.NotFound, "Platsen där ”%s” ligger går inte att nå. Inget har ändrats. Kontrollera nätverket och försök igen."
	case isBadName(err):
		return fault.Invalid, "Filnamnet ”%s” kan inte användas här. Inget har ändrats. Välj ett kortare namn utan specialtecken."
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fault.Damaged, "Filen ”%s” tar slut för tidigt och är skadad. Inget har ändrats. Hämta en ny kopia av filen."
	}
	return fault.Internal, "Något gick fel med filen ”%s”. Inget har ändrats. Försök igen; om felet kommer tillbaka finns orsaken i loggen."
}
