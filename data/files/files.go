// Package files writes files so that a crash or a full disk never leaves half
// a file, and tells people in Swedish what the operating system refused.
package files

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"itportfoljen/app/base/fault"
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
	temp, err := NewTemp(target)
	if err != nil {
		return ExplainFolder(err, path)
	}
	defer temp.Discard()
	if err := fill(temp, target, write); err != nil {
		return Explain(err, path)
	}
	return Replace(temp.Name(), target)
}

// fill writes, flushes and closes the temporary file, which may then be read by
// the same as target.
func fill(temp *Temp, target string, write func(io.Writer) error) error {
	if err := write(temp); err != nil {
		return err
	}
	mode := newMode()
	if info, err := os.Stat(target); err == nil {
		mode = info.Mode().Perm()
	}
	_ = temp.Chmod(mode) // not all file systems have permissions
	if err := temp.Sync(); err != nil {
		return err
	}
	return temp.Close()
}

// ExplainFolder tells why no new file could be made in path's folder.
func ExplainFolder(err error, path string) error {
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
	text = fmt.Sprintf(text, filepath.Base(path))
	if code == fault.Locked {
		text += " " + letGo(path)
	}
	return fault.Wrap(code, text, err)
}

// Refuse makes a fault about the file at path, which isn't read: sentence continues
// "Filen ”x”", and advice says what to do.
func Refuse(code fault.Code, path, sentence, advice string, cause error) error {
	return fault.Wrap(code, fmt.Sprintf("Filen ”%s” %s. Inget har ändrats. %s", filepath.Base(path), sentence, advice), cause)
}

// Ordinary is the size of the file at path, which is neither a folder nor a device; want
// is what should be chosen, "en CSV-fil".
func Ordinary(path, want string) (size int64, err error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return 0, Explain(err, path)
	case info.IsDir():
		return 0, fault.New(fault.Unreadable, fmt.Sprintf("”%s” är en mapp och inte en fil. Inget har ändrats. Välj %s i mappen.", filepath.Base(path), want))
	case !info.Mode().IsRegular():
		return 0, Refuse(fault.Unreadable, path, "är inte en vanlig fil", "Välj "+want+".", nil)
	}
	return info.Size(), nil
}

// letGo is what to do about a file that another program holds.
func letGo(path string) string {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx", ".xlsm", ".csv":
		return "Stäng filen i Excel och försök igen."
	case ".ods":
		return "Stäng filen i LibreOffice och försök igen."
	case ".pdf":
		return "Stäng den i PDF-läsaren och försök igen."
	}
	return "Vänta en stund, eller stäng den i det andra programmet, och försök igen."
}

// explain gives the code and the sentences, with %s for the file's name. The
// questions are asked from the most telling answer to the least.
func explain(err error) (fault.Code, string) {
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return fault.Canceled, "Arbetet med ”%s” avbröts. Inget har ändrats."
	case isLocked(err):
		return fault.Locked, "Filen ”%s” är upptagen: den är öppen i ett annat program. Inget har ändrats."
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
	return fault.Internal, "Något gick fel med filen ”%s”. Inget har ändrats. Försök igen."
}

// MayPass says whether the error is one that a network or a disk gives for a
// while, so that it is worth trying again.
func MayPass(err error) bool { return isUnreachable(err) }
